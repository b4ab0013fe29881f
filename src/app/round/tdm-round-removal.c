/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-round-removal.h"

#include "app/common/tdm-feedback.h"
#include "delivery/tdm-outbox.h"
#include "edits/tdm-round-edits.h"
#include "workspace/tdm-workspace.h"

/* A round goes with all that belongs to it, unless people expect meetings of it. */

typedef struct
{
  GtkWidget *target;
  TdmRound *round;
} TdmRoundRemoval;

static void
removal_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree TdmRoundRemoval *removal = data;
  g_autoptr (GtkWidget) target = removal->target;
  g_autoptr (TdmRound) round = removal->round;
  TdmWorkspace *workspace = TDM_WORKSPACE (source);
  g_autoptr (GError) error = NULL;
  GListModel *pairs;
  gboolean is_expected = FALSE;

  if (!tdm_workspace_load_finish (workspace, result, &error))
    {
      tdm_feedback_show_error (target, error);
      return;
    }
  /* The window, or its file, may have been closed meanwhile. */
  if (!gtk_widget_get_realized (target) || !tdm_workspace_is_open (workspace))
    return;
  pairs = tdm_workspace_get_pairs (workspace);
  for (guint i = 0; i < g_list_model_get_n_items (pairs) && !is_expected; i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      is_expected = tdm_pair_get_round (pair) == round && tdm_outbox_pair_is_expected (pair);
    }
  tdm_workspace_commit_async (workspace, tdm_round_edits_remove (round, is_expected), tdm_feedback_undo_cb,
                              g_steal_pointer (&target));
}

/* What people were told of its tandems must be known, though no view has shown it. */
void
tdm_round_removal_begin (GtkWidget *widget, TdmWorkspace *workspace, TdmRound *round)
{
  TdmRoundRemoval *removal = g_new (TdmRoundRemoval, 1);

  *removal = (TdmRoundRemoval) { tdm_feedback_target (widget), g_object_ref (round) };
  tdm_workspace_load_async (workspace, TDM_SCOPE_ROUND_TOLD, round, removal_loaded_cb, removal);
}
