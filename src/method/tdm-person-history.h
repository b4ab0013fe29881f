/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-person.h"

G_BEGIN_DECLS

/**
 * TdmPersonEventKind:
 * @TDM_PERSON_IN_ROUND: a participation has its state since then
 * @TDM_PERSON_TOLD: a person was told whether they take part
 * @TDM_PERSON_AGREED: a person consented to taking part
 * @TDM_PERSON_BEGAN: a tandem began
 * @TDM_PERSON_ENDED: a tandem ended
 * @TDM_PERSON_REPLACED: somebody else took over a tandem
 *
 * What happened to a person.
 */
typedef enum
{
  TDM_PERSON_IN_ROUND,
  TDM_PERSON_TOLD,
  TDM_PERSON_AGREED,
  TDM_PERSON_BEGAN,
  TDM_PERSON_ENDED,
  TDM_PERSON_REPLACED,
} TdmPersonEventKind;

/**
 * TdmPersonEvent:
 * @kind: what happened
 * @day: when, `YYYY-MM-DD`; text of @record
 * @record: the participation, the tandem, or the #TdmPairEvent of one that was left
 */
typedef struct _TdmPersonEvent
{
  TdmPersonEventKind kind;
  const char *day;
  TdmRecord *record;
} TdmPersonEvent;

GArray *tdm_person_history_collect (TdmPerson  *person,
                                    GListModel *pairs);

G_END_DECLS
