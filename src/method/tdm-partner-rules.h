/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-codes.h"
#include "model/tdm-pair.h"

G_BEGIN_DECLS

typedef enum
{
  TDM_OBJECTION_MANAGER,
  TDM_OBJECTION_EARLIER,
  TDM_OBJECTION_DEPARTMENT,
} TdmObjectionKind;

/**
 * TdmObjectionWeight:
 * @TDM_OBJECTION_WARNS: the two can be a tandem; whoever makes it is told
 * @TDM_OBJECTION_EXCLUDES: they are not suggested; whoever wants them can have them
 * @TDM_OBJECTION_FORBIDS: they cannot be a tandem in this round
 */
typedef enum
{
  TDM_OBJECTION_WARNS,
  TDM_OBJECTION_EXCLUDES,
  TDM_OBJECTION_FORBIDS,
} TdmObjectionWeight;

/**
 * TdmObjection:
 * @kind: which rule of the round
 * @weight: what follows from it
 * @text: a sentence without a full stop, in the language of the program
 *
 * What speaks against a tandem.
 */
typedef struct
{
  TdmObjectionKind kind;
  TdmObjectionWeight weight;
  char *text;
} TdmObjection;

GPtrArray *tdm_partner_rules_check   (TdmRound   *round,
                                      TdmPerson  *mentee,
                                      TdmPerson  *mentor,
                                      GListModel *pairs);
gboolean   tdm_partner_rules_forbid  (GPtrArray  *objections);
guint      tdm_partner_rules_count_tandems     (TdmRound  *round,
                                                TdmPerson *person,
                                                TdmRole    role,
                                                TdmPair   *but);
char      *tdm_partner_rules_describe_capacity (TdmRound  *round,
                                                TdmPerson *person,
                                                TdmRole    role,
                                                TdmPair   *but);

G_END_DECLS
