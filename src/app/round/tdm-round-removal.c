/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-round-removal.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-loading.h"
#include "app/pairs/tdm-needed-dialog.h"
#include "delivery/tdm-outbox.h"
#include "edits/tdm-round-edits.h"
#include "workspace/tdm-workspace.h"

/* A round goes with all that belongs to it, unless people expect meetings of it. */

static void
removal_loaded (GtkWidget *window, TdmWorkspace *workspace, gpointer round)
{
  GListModel *pairs = tdm_workspace_get_pairs (workspace);
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdmEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      if (tdm_pair_get_round (pair) == round && tdm_outbox_pair_is_expected (pair))
        g_ptr_array_add (expected, g_steal_pointer (&pair));
    }
  edit = tdm_round_edits_remove (round, expected->len > 0);
  if (!tdm_edit_check (edit, &error) && expected->len > 0)
    tdm_needed_dialog_present (window, error, expected);
  else
    tdm_workspace_commit_async (workspace, g_steal_pointer (&edit), tdm_feedback_undo_cb, g_object_ref (window));
}

/* What people were told of its tandems must be known, though no view has shown it. */
void
tdm_round_removal_begin (GtkWidget *widget, TdmWorkspace *workspace, TdmRound *round)
{
  tdm_loading_begin (widget, workspace, TDM_SCOPE_ROUND_TOLD, round, removal_loaded);
}
