/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-round-removal.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-loading.h"
#include "delivery/tdm-outbox.h"
#include "edits/tdm-round-edits.h"
#include "workspace/tdm-workspace.h"

/* A round goes with all that belongs to it, unless people expect meetings of it. */

static void
removal_loaded (GtkWidget *window, TdmWorkspace *workspace, gpointer round)
{
  GListModel *pairs = tdm_workspace_get_pairs (workspace);
  gboolean is_expected = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (pairs) && !is_expected; i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      is_expected = tdm_pair_get_round (pair) == round && tdm_outbox_pair_is_expected (pair);
    }
  tdm_workspace_commit_async (workspace, tdm_round_edits_remove (round, is_expected), tdm_feedback_undo_cb,
                              g_object_ref (window));
}

/* What people were told of its tandems must be known, though no view has shown it. */
void
tdm_round_removal_begin (GtkWidget *widget, TdmWorkspace *workspace, TdmRound *round)
{
  tdm_loading_begin (widget, workspace, TDM_SCOPE_ROUND_TOLD, round, removal_loaded);
}
