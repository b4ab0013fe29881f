/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-dialog.h"

#include "app/common/tdm-feedback.h"
#include "app/notes/tdm-notes-guard.h"
#include "workspace/tdm-workspace.h"

static void
lock_notes (gpointer data)
{
  g_autoptr (GtkWidget) window = data;

  gtk_widget_activate_action (window, "win.lock-notes", NULL);
}

/* Later, for the lock closes this dialog, which is still busy with the key. */
static gboolean
lock_notes_cb (GtkWidget *dialog, GVariant *arguments, gpointer data)
{
  GtkWindow *window = GTK_WINDOW (dialog), *parent;

  while ((parent = gtk_window_get_transient_for (window)))
    window = parent;
  g_idle_add_once (lock_notes, g_object_ref (window));
  return TRUE;
}

/* Who has to lock the notes now does not close dialogs first. The shortcuts of the application do not reach those. */
static void
let_lock (GtkWidget *dialog)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_l, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (lock_notes_cb, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (dialog, controller);
}

static gboolean
event_cb (void)
{
  tdm_notes_guard_touch ();
  return GDK_EVENT_PROPAGATE;
}

/* Whoever types or points is there, in whichever window. */
void
tdm_dialog_watch_activity (gpointer window)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), NULL);
  gtk_widget_add_controller (window, events);
}

/* Puts a dialog over the window of a widget. */
void
tdm_dialog_open (gpointer dialog, GtkWidget *over)
{
  let_lock (dialog);
  tdm_dialog_watch_activity (dialog);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (over)));
  gtk_window_present (dialog);
}

static void
close_with_undo (GtkWindow *dialog, const char *label)
{
  GtkWindow *parent = gtk_window_get_transient_for (dialog);

  if (parent && label)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.offer-undo", "s", label);
  gtk_window_destroy (dialog);
}

/* What was asked for is on disk: closes the dialog, and its window offers to undo it. TRUE if it has failed and the
 * dialog must say why; one that was closed in the meantime (!is_open) leaves that to whatever window is there. */
gboolean
tdm_dialog_has_failed (gpointer dialog, gboolean is_open, GObject *workspace, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *label = tdm_workspace_change_finish (TDM_WORKSPACE (workspace), result, &problem);

  if (is_open && problem)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return TRUE;
    }
  if (is_open)
    close_with_undo (dialog, label);
  else if (problem)
    tdm_feedback_show_late_error (problem);
  return FALSE;
}

/* The same for a dialog with a notice, which has none any more when it was closed: what was typed stays, and the
 * notice says what went wrong. */
void
tdm_dialog_finish (gpointer dialog, GObject *workspace, GAsyncResult *result, GtkRevealer *notice,
                   GtkLabel *notice_label)
{
  g_autoptr (GError) error = NULL;

  if (!tdm_dialog_has_failed (dialog, notice != NULL, workspace, result, &error))
    return;

  gtk_label_set_text (notice_label, error->message);
  gtk_revealer_set_reveal_child (notice, TRUE);
}
