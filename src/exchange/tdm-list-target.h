/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmListTarget:
 * @TDM_LIST_NOWHERE: the program has no use for it
 * @TDM_LIST_SENSITIVE: what a programme must not know of people: birth, sex, religion, nationality, health, pay and the
 *   like (article 9 of the GDPR, § 26 BDSG)
 * @TDM_LIST_NAME: first and last name, in any order
 * @TDM_LIST_USER_NAME: an address or an identifier, as its cells show
 * @TDM_LIST_ID: what other columns call a person by
 * @TDM_LIST_MANAGER: the person reported to, as an address, an identifier or a name
 * @TDM_LIST_STATE: of a person in a round, or of a tandem
 * @TDM_LIST_NEEDS: topics to learn about
 * @TDM_LIST_OFFERS: topics to pass on
 * @TDM_LIST_TOPIC: of a tandem
 * @TDM_LIST_START: the day on which a tandem begins
 *
 * Where a column of a list goes; those without a word here go to the field of that name.
 */
typedef enum
{
  TDM_LIST_NOWHERE,
  TDM_LIST_SENSITIVE,
  TDM_LIST_NAME,
  TDM_LIST_FIRST_NAME,
  TDM_LIST_LAST_NAME,
  TDM_LIST_EMAIL,
  TDM_LIST_USER_NAME,
  TDM_LIST_ID,
  TDM_LIST_DEPARTMENT,
  TDM_LIST_UNIT,
  TDM_LIST_SITE,
  TDM_LIST_ZONE,
  TDM_LIST_LEVEL,
  TDM_LIST_JOB_TITLE,
  TDM_LIST_LANGUAGES,
  TDM_LIST_MANAGER,
  TDM_LIST_ROLE,
  TDM_LIST_STATE,
  TDM_LIST_SOURCE,
  TDM_LIST_CAPACITY,
  TDM_LIST_MOTIVES,
  TDM_LIST_EXPECTATIONS,
  TDM_LIST_CONSENT,
  TDM_LIST_NEEDS,
  TDM_LIST_OFFERS,
  TDM_LIST_INTERESTS,
  TDM_LIST_TOPIC,
  TDM_LIST_START,
} TdmListTarget;

/**
 * TdmListSide:
 * @TDM_LIST_OWN: the person of the row, or the tandem
 * @TDM_LIST_MENTEE: the mentee of the tandem in the row
 * @TDM_LIST_MENTOR: the mentor of the tandem in the row
 *
 * Of whom a column tells.
 */
typedef enum
{
  TDM_LIST_OWN,
  TDM_LIST_MENTEE,
  TDM_LIST_MENTOR,
} TdmListSide;

/**
 * TdmListMeaning:
 * @target: where the column goes
 * @side: of whom it tells
 * @rank: among columns that mean the same, the least is the right one
 *
 * What the name of a column says.
 */
typedef struct
{
  TdmListTarget target;
  TdmListSide side;
  guint rank;
} TdmListMeaning;

TdmListMeaning tdm_list_meaning_read    (const char    *name);
const char    *tdm_list_target_get_code (TdmListTarget  target);

G_END_DECLS
