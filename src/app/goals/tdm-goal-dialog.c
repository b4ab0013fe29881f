/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-goal-dialog.h"

#include "app/common/tdm-record-dialog.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-goal-edits.h"

/* All that is known of a goal, beside its steps: what will be there once it is reached, and whose it is */

static TdmEdit *
goal_dialog_make_edit (TdmRecord *draft, gpointer goal)
{
  return tdm_record_get_changed (draft) != 0 ? tdm_goal_edits_save (goal, draft) : NULL;
}

void
tdm_goal_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmGoal *goal)
{
  const TdmRecordDialogSetup setup = { .title = _ ("Goal"),
                                       .resource = "/org/tandemapp/Tandem/ui/goals/goal-dialog.ui",
                                       .record = goal,
                                       .make_edit = goal_dialog_make_edit,
                                       .data = g_object_ref (goal),
                                       .free_data = g_object_unref };

  tdm_record_dialog_present (over, workspace, &setup);
}
