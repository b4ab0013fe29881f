/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-participation-words.h"

#include "app/common/tdm-format.h"
#include "app/words/tdm-person-words.h"
#include "base/tdm-i18n.h"
#include "method/tdm-participation-waits.h"
#include "model/tdm-role-words.h"

char *
tdm_participation_words_name (TdmParticipation *participation)
{
  return g_strdup (tdm_person_get_name (tdm_participation_get_person (participation)));
}

/* What a search looks through */
char *
tdm_participation_words_search (TdmParticipation *participation)
{
  TdmPerson *person = tdm_participation_get_person (participation);
  g_autofree char *text = person ? tdm_person_words_search (person) : g_strdup ("");

  return g_strjoin ("\n", text, tdm_participation_words_role (participation),
                    tdm_participation_words_state (participation),
                    tdm_record_get_text (TDM_RECORD (participation), TDM_PARTICIPATION_REASON), NULL);
}

/* As the programme calls it */
const char *
tdm_participation_words_role (TdmParticipation *participation)
{
  TdmRound *round = tdm_record_get_link (TDM_RECORD (participation), TDM_PARTICIPATION_ROUND);

  return tdm_role_words_get (round ? tdm_round_get_programme (round) : NULL,
                             tdm_participation_get_role (participation));
}

/* How the person came */
const char *
tdm_participation_words_source (TdmParticipation *participation)
{
  return tdm_code_get_title (tdm_source_get_type (),
                             tdm_record_get_integer (TDM_RECORD (participation), TDM_PARTICIPATION_SOURCE));
}

const char *
tdm_participation_words_state (TdmParticipation *participation)
{
  return tdm_code_get_title (tdm_participation_state_get_type (), tdm_participation_get_state (participation));
}

/* For what the person waits; NULL for nothing */
const char *
tdm_participation_words_wait (TdmParticipation *participation)
{
  switch (tdm_participation_waits (participation))
    {
    case TDM_WAIT_DECISION:
      return _ ("Waits for a decision");
    case TDM_WAIT_WORD:
      return _ ("Not told yet");
    case TDM_WAIT_NONE:
    default:
      return NULL;
    }
}

char *
tdm_participation_words_since (TdmParticipation *participation)
{
  const char *since = tdm_record_get_text (TDM_RECORD (participation), TDM_PARTICIPATION_SINCE);
  g_autofree char *day = tdm_format_short_day (since);

  return *since ? g_strdup_printf (_ ("since %s"), day) : g_strdup ("");
}

/* When the person was told, and why it is so, if anybody has said it */
char *
tdm_participation_words_more (TdmParticipation *participation)
{
  const char *told = tdm_record_get_text (TDM_RECORD (participation), TDM_PARTICIPATION_TOLD_ON);
  const char *reason = tdm_record_get_text (TDM_RECORD (participation), TDM_PARTICIPATION_REASON);
  g_autofree char *day = tdm_format_short_day (told);
  /* Translators: %s is the day on which a person was told whether they take part */
  g_autofree char *words = *told ? g_strdup_printf (_ ("told %s"), day) : g_strdup ("");

  return g_strconcat (words, *told && *reason ? " · " : "", reason, NULL);
}
