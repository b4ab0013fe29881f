/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib-object.h>

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
 * @TDM_SCOPE_ROUND_PEOPLE: who takes part in one round
 * @TDM_SCOPE_PROFILES: what all people of a programme need and offer
 *
 * What is read at once, so that no more is in memory than is shown. Every record type says with which of these it is.
 */
typedef enum
{
  TDM_SCOPE_OVERVIEW = 1 << 0,
  TDM_SCOPE_PAIR = 1 << 1,
  TDM_SCOPE_PERSON = 1 << 2,
  TDM_SCOPE_ROUND_MEETINGS = 1 << 3,
  TDM_SCOPE_ROUND_GOALS = 1 << 4,
  TDM_SCOPE_ROUND_TOLD = 1 << 5,
  TDM_SCOPE_PAIR_TOLD = 1 << 6,
  TDM_SCOPE_ROUND_PEOPLE = 1 << 7,
  TDM_SCOPE_PROFILES = 1 << 8,
} TdmScope;

GType tdm_scope_get_anchor (TdmScope scope);

G_END_DECLS
