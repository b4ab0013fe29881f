/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-programme-dialog.h"

#include "app/common/tdm-record-dialog.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "model/tdm-role-words.h"
#include "workspace/tdm-workspace.h"

/* Two roles with one name could not be told apart. */
static void
programme_dialog_check (TdmRecordForm *form, TdmRecord *draft, gpointer data)
{
  g_autofree char *mentee = tdm_text_fold (tdm_role_words_get (TDM_PROGRAMME (draft), TDM_ROLE_MENTEE));
  g_autofree char *mentor = tdm_text_fold (tdm_role_words_get (TDM_PROGRAMME (draft), TDM_ROLE_MENTOR));

  if (g_str_equal (mentee, mentor))
    tdm_record_form_explain (form, TDM_PROGRAMME_MENTOR_LABEL, _ ("Both roles have the same name."));
}

void
tdm_programme_dialog_present (GtkWidget *over, TdmWorkspace *workspace)
{
  tdm_record_dialog_present (over, workspace,
                             &(TdmRecordDialogSetup){
                               .title = _ ("Programme"),
                               .resource = "/org/tandemapp/Tandem/ui/shell/programme-dialog.ui",
                               .record = tdm_workspace_get_programme (workspace),
                               .check = programme_dialog_check,
                             });
}
