/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-goal-step.h"
#include "model/tdm-pair.h"

G_BEGIN_DECLS

typedef struct _TdmTodoFile TdmTodoFile;

/**
 * TdmGoalMerge:
 * @n_new: how many goals are not here yet
 * @n_changed: how many are here, but not as the file has them
 * @n_same: how many are here just so
 * @n_elsewhere: how many belong to another tandem
 * @n_untitled: how many goals and steps have no words
 * @n_cut: how many goals and steps have more words than there is room for
 * @lines: (element-type utf8): what would change, in the language of the program
 *
 * What becomes of a tandem when goals that came in are taken over.
 */
typedef struct
{
  guint n_new;
  guint n_changed;
  guint n_same;
  guint n_elsewhere;
  guint n_untitled;
  guint n_cut;
  GPtrArray *lines;
} TdmGoalMerge;

TdmGoalMerge *tdm_goal_merge_new  (TdmEdit           *edit,
                                   GHashTable        *known,
                                   TdmPair           *pair,
                                   const TdmTodoFile *file);
void          tdm_goal_merge_free (TdmGoalMerge      *self);
GHashTable   *tdm_goal_merge_index (GListModel       *pairs);
char         *tdm_goal_merge_shorten  (const char    *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmGoalMerge, tdm_goal_merge_free)

G_END_DECLS
