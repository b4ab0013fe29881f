/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmScope:
 * @TDM_SCOPE_OVERVIEW: programme, rounds, people, topics and tandems
 * @TDM_SCOPE_PAIR: what belongs to one tandem
 * @TDM_SCOPE_PERSON: what belongs to one person
 * @TDM_SCOPE_ROUND_MEETINGS: all series and meetings of one round, what people were told and, of those ahead, what they
 *   answered
 * @TDM_SCOPE_ROUND_GOALS: all goals and steps of one round
 * @TDM_SCOPE_ROUND_TOLD: what calendars of one round have and shall have: its series, what people were told, and of the
 *   meetings those alone that are not as their series says
 * @TDM_SCOPE_PAIR_TOLD: the same of one tandem
 *
 * What to read, so that no more is in memory than is shown.
 */
typedef enum
{
  TDM_SCOPE_OVERVIEW,
  TDM_SCOPE_PAIR,
  TDM_SCOPE_PERSON,
  TDM_SCOPE_ROUND_MEETINGS,
  TDM_SCOPE_ROUND_GOALS,
  TDM_SCOPE_ROUND_TOLD,
  TDM_SCOPE_PAIR_TOLD,
} TdmScope;

G_END_DECLS
