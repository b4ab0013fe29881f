/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-workspace.h"

G_BEGIN_DECLS

void tdm_workspace_add_goal_async    (TdmWorkspace        *self,
                                      TdmPair             *pair,
                                      TdmSide              side,
                                      const char          *title,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data);
void tdm_workspace_edit_goal_async   (TdmWorkspace        *self,
                                      TdmGoal             *goal,
                                      const char          *title,
                                      const char          *due,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data);
void tdm_workspace_set_goal_state_async (TdmWorkspace     *self,
                                      TdmGoal             *goal,
                                      TdmGoalState         state,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data);
void tdm_workspace_move_goal_async   (TdmWorkspace        *self,
                                      TdmGoal             *goal,
                                      guint                place,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data);
void tdm_workspace_add_step_async    (TdmWorkspace        *self,
                                      TdmGoal             *goal,
                                      const char          *title,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data);
void tdm_workspace_edit_step_async   (TdmWorkspace        *self,
                                      TdmGoalStep         *step,
                                      const char          *title,
                                      const char          *due,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data);
void tdm_workspace_tick_step_async   (TdmWorkspace        *self,
                                      TdmGoalStep         *step,
                                      gboolean             done,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data);
void tdm_workspace_move_step_async   (TdmWorkspace        *self,
                                      TdmGoalStep         *step,
                                      guint                place,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data);
void tdm_workspace_remove_async      (TdmWorkspace        *self,
                                      gpointer             record,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data);

G_END_DECLS
