/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-pair.h"
#include "model/tdm-participation.h"

G_BEGIN_DECLS

TdmRecord *tdm_participation_edits_insert        (TdmEdit               *edit,
                                                  gpointer               round,
                                                  gpointer               person,
                                                  TdmRole                role);
TdmRecord *tdm_participation_edits_insert_again  (TdmEdit               *edit,
                                                  gpointer               round,
                                                  TdmParticipation      *earlier);
TdmEdit   *tdm_participation_edits_add           (TdmRound              *round,
                                                  GPtrArray             *people,
                                                  TdmRole                role,
                                                  TdmSource              source,
                                                  TdmParticipationState  state);
gboolean   tdm_participation_edits_can_be_told   (TdmParticipationState  state);
TdmEdit   *tdm_participation_edits_save          (TdmRecord             *draft);
TdmPair   *tdm_participation_edits_find_tandem   (TdmParticipation      *participation);
TdmEdit   *tdm_participation_edits_set_state     (GPtrArray             *participations,
                                                  TdmParticipationState  state,
                                                  const char            *reason);
TdmEdit   *tdm_participation_edits_tell          (GPtrArray             *participations,
                                                  const char            *day);
TdmEdit   *tdm_participation_edits_set_criterion (GPtrArray             *participations,
                                                  TdmCriterion           criterion,
                                                  const char            *day);
TdmEdit   *tdm_participation_edits_remove        (GPtrArray             *participations);

G_END_DECLS
