/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-participation.h"

G_BEGIN_DECLS

/**
 * TdmParticipationWait:
 * @TDM_WAIT_NONE: for nothing
 * @TDM_WAIT_DECISION: whether the person can take part
 * @TDM_WAIT_WORD: to be told what was decided
 *
 * For what a person waits who wants to take part in a round.
 */
typedef enum
{
  TDM_WAIT_NONE,
  TDM_WAIT_DECISION,
  TDM_WAIT_WORD,
} TdmParticipationWait;

TdmParticipationWait tdm_participation_waits (TdmParticipation *participation);

G_END_DECLS
