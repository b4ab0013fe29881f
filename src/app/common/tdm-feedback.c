/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-feedback.h"

#include "workspace/tdm-workspace.h"

/* What the window says when a verb has finished: pass one of the callbacks with tdm_feedback_target (widget). */

/* The window that a dialog stands over, be it with others between; itself where it stands over none. */
GtkWindow *
tdm_feedback_find_window (GtkWindow *dialog)
{
  while (gtk_window_get_transient_for (dialog))
    dialog = gtk_window_get_transient_for (dialog);
  return dialog;
}

/* For what comes when the widget that asked is in no window any more */
static GtkWindow *
feedback_find_any_window (void)
{
  GApplication *application = g_application_get_default ();
  GtkWindow *active = application ? gtk_application_get_active_window (GTK_APPLICATION (application)) : NULL;

  return active ? tdm_feedback_find_window (active) : NULL;
}

/* The window, with a reference: the widget that asked may be gone by then. */
gpointer
tdm_feedback_target (gpointer widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  /* A dialog closes before the answer comes; what it stands over stays. */
  GtkWindow *window = GTK_IS_WINDOW (root) ? tdm_feedback_find_window (GTK_WINDOW (root))
                      : !root             ? feedback_find_any_window ()
                                          : NULL;

  return g_object_ref (window ? (gpointer) window : root ? (gpointer) root : widget);
}

/* What has been done, or why it could not be: a line that goes by itself. */
void
tdm_feedback_show_message (GtkWidget *widget, const char *text)
{
  gtk_widget_activate_action (widget, "win.show-message", "s", text);
}

/* For a dialog whose work is done: what it stands over says so. */
void
tdm_feedback_close_and_show (GtkWindow *dialog, const char *text)
{
  GtkWindow *parent = tdm_feedback_find_window (dialog);

  if (parent)
    tdm_feedback_show_message (GTK_WIDGET (parent), text);
  gtk_window_destroy (dialog);
}

void
tdm_feedback_show_error (GtkWidget *widget, const GError *error)
{
  gtk_widget_activate_action (widget, "win.show-error", "s", error->message);
}

static void
feedback_finish (GObject *workspace, GAsyncResult *result, GtkWidget *taken_widget, gboolean offer_undo)
{
  g_autoptr (GtkWidget) widget = taken_widget;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tdm_workspace_change_finish (TDM_WORKSPACE (workspace), result, &error);

  if (error)
    tdm_feedback_show_error (widget, error);
  /* Another file may be open there by now, in which something else would be undone. */
  else if (label && offer_undo && tdm_workspace_is_open (TDM_WORKSPACE (workspace)))
    gtk_widget_activate_action (widget, "win.offer-undo", "s", label);
}

/* For small steps whose result stands before the user's eyes. */
void
tdm_feedback_quiet_cb (GObject *workspace, GAsyncResult *result, gpointer widget)
{
  feedback_finish (workspace, result, widget, FALSE);
}

/* For everything that takes something away or changes more than one thing. */
void
tdm_feedback_undo_cb (GObject *workspace, GAsyncResult *result, gpointer widget)
{
  feedback_finish (workspace, result, widget, TRUE);
}

typedef struct
{
  gpointer target;
  GtkWidget *page;
  TdmFeedbackDone done;
} Then;

/* For tdm_feedback_then_cb(): like tdm_feedback_target(), and @page does something then, too.
 * @page: what has asked; it may be gone by then
 * @done: NULL for nothing */
gpointer
tdm_feedback_then (gpointer widget, GtkWidget *page, TdmFeedbackDone done)
{
  Then *self = g_new (Then, 1);

  *self = (Then) { tdm_feedback_target (widget), g_object_ref (page), done };
  return self;
}

/* Like tdm_feedback_undo_cb(). A change that could not be stored can be tried again from where the page was. */
void
tdm_feedback_then_cb (GObject *workspace, GAsyncResult *result, gpointer then)
{
  g_autofree Then *self = then;
  g_autoptr (GtkWidget) page = self->page;

  if (self->done && !g_task_had_error (G_TASK (result)) && gtk_widget_get_root (page))
    self->done (page);
  tdm_feedback_undo_cb (workspace, result, self->target);
}

/* For a failure whose dialog was closed before it came: whatever window is there must tell of it. */
void
tdm_feedback_show_late_error (const GError *error)
{
  GtkWindow *window = feedback_find_any_window ();

  if (window)
    tdm_feedback_show_error (GTK_WIDGET (window), error);
}
