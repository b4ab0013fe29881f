/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-dialog.h"

#include "app/common/tdm-feedback.h"
#include "workspace/tdm-workspace.h"

#include <adwaita.h>
#include <math.h>

/* Moves the focus to the first widget that comes after the header bar and can have it; whether there is one. */
static gboolean
dialog_focus_content (GtkWidget *widget)
{
  gboolean is_below = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      if (is_below && gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD))
        return TRUE;
      if (!is_below && dialog_focus_content (child))
        return TRUE;
      is_below = is_below || ADW_IS_HEADER_BAR (child);
    }
  return FALSE;
}

/* GTK 4.8 lets go of a window only with dialogs that it closes itself, and not with one that was closed before and
 * lives on until the answer to what it asked for comes. */
static void
dialog_window_gone_cb (GtkWindow *dialog)
{
  gtk_window_set_transient_for (dialog, NULL);
}

/* Puts a dialog over the window of a widget. What has got the focus keeps it; else it goes to the first field, and not
 * to the first button of the header bar, which is Cancel and where GTK begins. */
void
tdm_dialog_open (gpointer dialog, GtkWidget *over)
{
  gboolean has_focus = gtk_window_get_focus (dialog) != NULL;
  GtkRoot *window = gtk_widget_get_root (over);

  gtk_window_set_transient_for (dialog, GTK_WINDOW (window));
  g_signal_connect_object (window, "destroy", G_CALLBACK (dialog_window_gone_cb), dialog, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
  if (!has_focus)
    dialog_focus_content (dialog);
}

/* Says something that the user has to read, and no more. */
void
tdm_dialog_tell (GtkWindow *parent, const char *heading, const char *body, const char *close)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", close);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
extra_grow (gpointer data)
{
  g_autoptr (GtkScrolledWindow) scrolled = data;
  GtkAdjustment *rows = gtk_scrolled_window_get_vadjustment (scrolled);
  GtkRoot *question = gtk_widget_get_root (GTK_WIDGET (scrolled));
  GtkWindow *over = GTK_IS_WINDOW (question) ? gtk_window_get_transient_for (GTK_WINDOW (question)) : NULL;
  int room = over ? gtk_widget_get_height (GTK_WIDGET (over)) - gtk_widget_get_height (GTK_WIDGET (question)) : 0;
  int lacking = ceil (gtk_adjustment_get_upper (rows) - gtk_adjustment_get_page_size (rows));

  if (lacking > 0 && room > 0)
    gtk_scrolled_window_set_min_content_height (scrolled, gtk_adjustment_get_page_size (rows) + MIN (lacking, room));
}

/* GTK 4.8 asks how high the child is before it knows how wide: text that wraps turns out higher. */
static void
extra_laid_out_cb (GtkScrolledWindow *scrolled)
{
  g_idle_add_once (extra_grow, g_object_ref (scrolled));
}

/* What a question asks for besides its buttons. Large text in a small window needs more room than there is. */
void
tdm_dialog_add_extra (gpointer question, GtkWidget *child)
{
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                      "hscrollbar-policy", GTK_POLICY_NEVER,
                                      "propagate-natural-height", TRUE,
                                      "child", child,
                                      NULL);

  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), "changed",
                           G_CALLBACK (extra_laid_out_cb), scrolled, G_CONNECT_SWAPPED);
  adw_message_dialog_set_extra_child (question, scrolled);
}

/* What was asked for is on disk: its window offers to undo it, and the dialog stays. FALSE if it has failed; the dialog
 * must say why where there is an error: one that was closed in the meantime leaves that to whatever window is there. It
 * lives on until then, complete, for it waits for the answer. */
gboolean
tdm_dialog_is_stored (gpointer dialog, GObject *workspace, GAsyncResult *result, GError **error)
{
  gboolean is_open = gtk_widget_get_realized (dialog);
  g_autoptr (GError) problem = NULL;
  g_autofree char *label = tdm_workspace_change_finish (TDM_WORKSPACE (workspace), result, &problem);

  if (problem)
    {
      if (is_open)
        g_propagate_error (error, g_steal_pointer (&problem));
      else
        tdm_feedback_show_late_error (problem);
      return FALSE;
    }

  /* Another file may be open in the window by now, in which something else would be undone. */
  if (label && tdm_workspace_is_open (TDM_WORKSPACE (workspace)))
    gtk_widget_activate_action (GTK_WIDGET (tdm_feedback_find_window (dialog)), "win.offer-undo", "s", label);
  return TRUE;
}

/* The same, and closes the dialog. TRUE if it has failed and the dialog must say why. */
gboolean
tdm_dialog_has_failed (gpointer dialog, GObject *workspace, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (tdm_dialog_is_stored (dialog, workspace, result, &problem))
    gtk_window_destroy (dialog);
  if (!problem)
    return FALSE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return TRUE;
}

/* The same for a dialog with a notice: what was typed stays, and the notice says what went wrong. */
void
tdm_dialog_finish (gpointer dialog, GObject *workspace, GAsyncResult *result, GtkRevealer *notice,
                   GtkLabel *notice_label)
{
  g_autoptr (GError) error = NULL;

  if (!tdm_dialog_has_failed (dialog, workspace, result, &error))
    return;

  gtk_label_set_text (notice_label, error->message);
  gtk_revealer_set_reveal_child (notice, TRUE);
}
