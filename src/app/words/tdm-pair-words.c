/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-words.h"

#include "app/common/tdm-format.h"
#include "base/tdm-i18n.h"

char *
tdm_pair_words_title (TdmPair *pair)
{
  /* Translators: the two people of a tandem */
  return g_strdup_printf (_ ("%s and %s"), tdm_person_get_name (tdm_pair_get_mentee (pair)),
                          tdm_person_get_name (tdm_pair_get_mentor (pair)));
}

/* The two people may be a tandem in other rounds, too. */
char *
tdm_pair_words_round (TdmPair *pair)
{
  TdmRound *round = tdm_pair_get_round (pair);

  return g_strdup (round ? tdm_round_get_title (round) : "");
}

const char *
tdm_pair_words_state (TdmPair *pair)
{
  return tdm_code_get_title (tdm_pair_state_get_type (), tdm_pair_get_state (pair));
}

/* What comes next; for a tandem that does not meet at present, its state. */
char *
tdm_pair_words_outlook (TdmPair *pair)
{
  g_autofree char *next = NULL;

  if (tdm_pair_get_state (pair) != TDM_PAIR_ACTIVE)
    return g_strdup (tdm_pair_words_state (pair));
  if (tdm_pair_get_next_start (pair) == 0)
    return g_strdup (_ ("No meeting planned"));

  next = tdm_format_meeting (tdm_pair_get_next_start (pair), tdm_pair_get_next_zone (pair));
  /* Translators: %s is a day and a time */
  return g_strdup_printf (_ ("Next meeting: %s"), next);
}

char *
tdm_pair_words_describe (TdmPair *pair)
{
  TdmTopic *topic = tdm_pair_get_topic (pair);
  guint n_steps = tdm_pair_get_steps_total (pair);
  g_autofree char *outlook = tdm_pair_words_outlook (pair);
  g_autofree char *progress =
    n_steps == 0 ? g_strdup (_ ("No goals yet"))
                 : g_strdup_printf (ngettext ("%u of %u step done", "%u of %u steps done", n_steps),
                                    tdm_pair_get_steps_done (pair), n_steps);

  /* Translators: what a screen reader says of a tandem: mentee, mentor, topic, goals, next meeting or state */
  return g_strdup_printf (_ ("%s learns from %s. %s. %s. %s"), tdm_person_get_name (tdm_pair_get_mentee (pair)),
                          tdm_person_get_name (tdm_pair_get_mentor (pair)),
                          topic ? tdm_topic_get_title (topic) : _ ("No topic yet"), progress, outlook);
}
