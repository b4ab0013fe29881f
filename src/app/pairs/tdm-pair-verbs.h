/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "app/common/tdm-feedback.h"
#include "model/tdm-edit.h"
#include "model/tdm-pair.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

/* What people do with the state of tandems, in the order in which it mostly happens */
typedef enum
{
  TDM_PAIR_VERB_ASK_MENTEE,
  TDM_PAIR_VERB_ASK_MENTOR,
  TDM_PAIR_VERB_CONFIRM,
  TDM_PAIR_VERB_ACTIVATE,
  TDM_PAIR_VERB_RESUME,
  TDM_PAIR_VERB_REOPEN,
  TDM_PAIR_VERB_PLAN,
  TDM_PAIR_VERB_EXTEND,
  TDM_PAIR_VERB_PAUSE,
  TDM_PAIR_VERB_DECLINE,
  TDM_PAIR_VERB_END,
  TDM_PAIR_VERB_REMOVE,
  TDM_N_PAIR_VERBS
} TdmPairVerb;

gboolean    tdm_pair_verb_can           (TdmPairVerb     verb,
                                         TdmPair        *pair);
TdmPairVerb tdm_pair_verb_find_next     (TdmPair        *pair);
const char *tdm_pair_verb_get_name      (TdmPairVerb     verb);
char       *tdm_pair_verb_make_title    (TdmPairVerb     verb,
                                         TdmProgramme   *programme);
const char *tdm_pair_verb_explain       (TdmPairVerb     verb);
TdmPairVerb tdm_pair_verb_from_action   (const char     *action);
void        tdm_pair_verb_run           (TdmPairVerb     verb,
                                         GtkWidget      *over,
                                         TdmWorkspace   *workspace,
                                         GPtrArray      *pairs,
                                         TdmFeedbackDone done);

G_END_DECLS
