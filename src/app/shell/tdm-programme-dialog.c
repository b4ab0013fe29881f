/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-programme-dialog.h"

#include "app/common/tdm-record-dialog.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-programme-edits.h"
#include "workspace/tdm-workspace.h"

static TdmEdit *
programme_dialog_make_edit (TdmRecord *draft, gpointer data)
{
  return tdm_record_get_changed (draft) == 0 ? NULL : tdm_programme_edits_save (draft);
}

/* Two roles with one name could not be told apart. */
static void
programme_dialog_check (TdmRecordForm *form, TdmRecord *draft, gpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_programme_edits_save (draft);
  g_autoptr (GError) error = NULL;

  if (tdm_record_check (draft, NULL) && !tdm_edit_check (edit, &error))
    tdm_record_form_explain (form, TDM_PROGRAMME_MENTOR_LABEL, error->message);
}

GtkWindow *
tdm_programme_dialog_present (GtkWidget *over, TdmWorkspace *workspace)
{
  return tdm_record_dialog_present (over, workspace,
                                    &(TdmRecordDialogSetup){
                                      .title = _ ("Programme"),
                                      .resource = "/org/tandemapp/Tandem/ui/shell/programme-dialog.ui",
                                      .record = tdm_workspace_get_programme (workspace),
                                      .make_edit = programme_dialog_make_edit,
                                      .check = programme_dialog_check,
                                    });
}
