/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-dialog.h"

#include "app/common/tdm-feedback.h"
#include "workspace/tdm-workspace.h"

/* Puts a dialog over the window of a widget. */
void
tdm_dialog_open (gpointer dialog, GtkWidget *over)
{
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

/* What was asked for is on disk: closes the dialog, and its window offers to undo it. Or it has failed: the dialog
 * stays, with all that was typed, and says why. A dialog that was closed in the meantime has no notice any more. */
void
tdm_dialog_finish (gpointer dialog, GObject *workspace, GAsyncResult *result, GtkRevealer *notice,
                   GtkLabel *notice_label)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tdm_workspace_change_finish (TDM_WORKSPACE (workspace), result, &error);

  if (!notice)
    {
      if (error)
        tdm_feedback_show_late_error (error);
      return;
    }
  if (!error)
    {
      close_with_undo (dialog, label);
      return;
    }
  gtk_label_set_text (notice_label, error->message);
  gtk_revealer_set_reveal_child (notice, TRUE);
}
