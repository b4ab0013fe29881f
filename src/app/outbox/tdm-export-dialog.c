/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-export-dialog.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-file-chooser.h"
#include "app/outbox/tdm-organizer-dialog.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-invitation.h"
#include "delivery/tdm-export.h"
#include "workspace/tdm-workspace.h"

typedef struct
{
  GtkWidget *window;
  TdmWorkspace *workspace;
  TdmSeries *series;
} TdmExporting;

static void
exporting_free (gpointer data)
{
  TdmExporting *exporting = data;

  g_object_unref (exporting->window);
  g_object_unref (exporting->workspace);
  g_object_unref (exporting->series);
  g_free (exporting);
}

static void
export_dialog_exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;

  if (tdm_export_finish (TDM_WORKSPACE (source), result, NULL, &error) > 0)
    tdm_feedback_show_message (window, _ ("Invitation exported"));
  else if (error)
    tdm_feedback_show_error (window, error);
}

static void
export_dialog_file_chosen_cb (gpointer data, GFile *file)
{
  TdmExporting *exporting = data;

  tdm_export_file_async (exporting->workspace, exporting->series, file, NULL, export_dialog_exported_cb,
                         g_object_ref (exporting->window));
}

static void
series_choose_file (GtkWidget *window, TdmWorkspace *workspace, TdmSeries *series)
{
  GtkFileChooser *chooser = tdm_file_chooser_new (window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Export Invitation"),
                                                  _ ("_Export"));
  g_autofree char *name = tdm_invitation_file_name (series);
  TdmExporting *exporting = g_new (TdmExporting, 1);

  *exporting = (TdmExporting) { g_object_ref (window), g_object_ref (workspace), g_object_ref (series) };
  gtk_file_chooser_set_current_name (chooser, name);
  tdm_file_chooser_ask (chooser, export_dialog_file_chosen_cb, exporting, exporting_free);
}

/* Each series is an invitation of its own: several go into a folder. */
void
tdm_export_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmPair *pair)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  g_autoptr (GPtrArray) series = NULL;
  const char *uids[] = { tdm_record_get_uid (TDM_RECORD (pair)), NULL };

  g_ptr_array_add (pairs, pair);
  series = tdm_export_collect (workspace, pairs);
  if (series->len == 1 && tdm_organizer_dialog_is_needed (series->pdata[0]) && !tdm_workspace_is_read_only (workspace))
    tdm_organizer_dialog_present (over, workspace, "pair.export", NULL);
  else if (series->len == 1)
    series_choose_file (GTK_WIDGET (gtk_widget_get_root (over)), workspace, series->pdata[0]);
  else if (series->len > 1)
    gtk_widget_activate_action (over, "win.export-pairs", "^as", uids);
}
