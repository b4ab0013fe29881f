/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-person-words.h"

#include "app/common/tdm-format.h"
#include "app/words/tdm-pair-words.h"
#include "base/tdm-i18n.h"
#include "method/tdm-person-history.h"
#include "model/tdm-pair-event.h"
#include "model/tdm-pair.h"
#include "model/tdm-participation.h"
#include "model/tdm-role-words.h"
#include "workspace/tdm-round-tandems.h"

/* The texts of some fields that are not empty, with dots between them. */
static char *
join_fields (TdmPerson *person, const guint *fields, guint n_fields)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *text = tdm_record_get_text (TDM_RECORD (person), fields[i]);

      if (*text && joined->len > 0)
        g_string_append (joined, " · ");
      g_string_append (joined, text);
    }
  return g_string_free (joined, FALSE);
}

/* Where a person works. */
char *
tdm_person_words_place (TdmPerson *person)
{
  const guint fields[] = { TDM_PERSON_DEPARTMENT, TDM_PERSON_SITE, TDM_PERSON_JOB_TITLE };

  return join_fields (person, fields, G_N_ELEMENTS (fields));
}

/* What tells people of the same name apart. */
char *
tdm_person_words_contact (TdmPerson *person)
{
  const guint fields[] = { TDM_PERSON_DEPARTMENT, TDM_PERSON_EMAIL };

  return join_fields (person, fields, G_N_ELEMENTS (fields));
}

/* What a search looks through. */
char *
tdm_person_words_search (TdmPerson *person)
{
  return g_strjoin ("\n", tdm_person_get_name (person), tdm_person_get_email (person),
                    tdm_person_get_department (person), NULL);
}

/* What is not agreed on yet */
static char *
tdm_person_words_proposal (TdmPerson *person, TdmPair *pair)
{
  if (tdm_pair_get_mentee (pair) == person)
    return g_strdup_printf (_ ("Proposed: learns from %s"), tdm_person_get_name (tdm_pair_get_mentor (pair)));
  return g_strdup_printf (_ ("Proposed: teaches %s"), tdm_person_get_name (tdm_pair_get_mentee (pair)));
}

/* How a person takes part in a round, NULL if in no tandem but @except, which may be NULL. */
char *
tdm_person_words_part (TdmPerson *person, TdmRoundTandems *tandems, TdmPair *except)
{
  GPtrArray *pairs = tdm_round_tandems_find (tandems, person);
  TdmPair *pair = NULL;
  guint n = 0;

  for (guint i = 0; pairs && i < pairs->len; i++)
    if (pairs->pdata[i] != except)
      {
        pair = pairs->pdata[i];
        n++;
      }
  if (n == 0)
    return NULL;
  if (n > 1)
    return g_strdup_printf (ngettext ("In %u tandem", "In %u tandems", n), n);
  if (tdm_pair_get_state (pair) < TDM_PAIR_CONFIRMED)
    return tdm_person_words_proposal (person, pair);
  return tdm_person_words_partner (person, pair);
}

/* Whom a person of a tandem learns from or teaches */
char *
tdm_person_words_partner (TdmPerson *person, TdmPair *pair)
{
  if (tdm_pair_get_mentee (pair) == person)
    return g_strdup_printf (_ ("Learns from %s"), tdm_person_get_name (tdm_pair_get_mentor (pair)));
  /* Translators: %s is a mentee, who is taught by the person of the row */
  return g_strdup_printf (_ ("Teaches %s"), tdm_person_get_name (tdm_pair_get_mentee (pair)));
}

char *
tdm_person_words_job (TdmPerson *person)
{
  const guint fields[] = { TDM_PERSON_JOB_TITLE, TDM_PERSON_DEPARTMENT };

  return join_fields (person, fields, G_N_ELEMENTS (fields));
}

/* Where a person stands, from the top (1) to apprentices (7); empty where that is not known. */
const char *
tdm_person_words_level (gint64 level)
{
  static const char *const titles[] = {
    NC_ ("level", "Board"),          NC_ ("level", "Division management"), NC_ ("level", "Department management"),
    NC_ ("level", "Team management"), NC_ ("level", "Specialist"),          NC_ ("level", "Trainee or junior"),
    NC_ ("level", "Apprentice"),
  };

  return level < 1 || level > (gint64) G_N_ELEMENTS (titles)
           ? ""
           : g_dpgettext2 (GETTEXT_PACKAGE, "level", titles[level - 1]);
}

/* When a tandem was, and how it stands */
char *
tdm_person_words_tandem (TdmPair *pair)
{
  const char *round = tdm_pair_get_round (pair) ? tdm_round_get_title (tdm_pair_get_round (pair)) : "";
  const char *state = tdm_code_get_title (tdm_pair_state_get_type (), tdm_pair_get_state (pair));
  TdmTopic *topic = tdm_pair_get_topic (pair);

  return g_strjoin (" · ", round, state, topic ? tdm_topic_get_title (topic) : NULL, NULL);
}

/* Who took over a tandem, and with whom; where that has changed again since, the people of today */
static char *
words_replaced (TdmRecord *event)
{
  TdmPair *pair = tdm_record_get_link (event, TDM_PAIR_EVENT_PAIR);
  TdmPerson *successor = tdm_record_get_link (event, TDM_PAIR_EVENT_SUCCESSOR);
  TdmPerson *mentee = tdm_pair_get_mentee (pair), *mentor = tdm_pair_get_mentor (pair);
  g_autofree char *people = tdm_pair_words_title (pair);

  if (successor && (successor == mentee || successor == mentor))
    /* Translators: who took over a tandem, then the other person of it */
    return g_strdup_printf (_ ("%s took over the tandem with %s"), tdm_person_get_name (successor),
                            tdm_person_get_name (successor == mentee ? mentor : mentee));
  if (successor)
    /* Translators: who took over a tandem, then who is in it today, such as "Anna Beck and Bo Chen" */
    return g_strdup_printf (_ ("%s took over the tandem, today of %s"), tdm_person_get_name (successor), people);
  /* Translators: %s are two people, such as "Anna Beck and Bo Chen" */
  return g_strdup_printf (_ ("Somebody else took over the tandem, today of %s"), people);
}

char *
tdm_person_words_event (TdmPerson *person, const TdmPersonEvent *event)
{
  TdmRecord *record = event->record;
  gboolean is_pair = TDM_IS_PAIR (record);
  TdmRound *round = TDM_IS_PARTICIPATION (record) ? tdm_record_get_link (record, TDM_PARTICIPATION_ROUND) : NULL;
  const char *title = round ? tdm_round_get_title (round) : "";
  g_autofree char *partner = is_pair ? tdm_person_words_partner (person, TDM_PAIR (record)) : NULL;

  switch (event->kind)
    {
    case TDM_PERSON_IN_ROUND:
      return g_strdup_printf ("%s: %s", title,
                              tdm_code_get_title (tdm_participation_state_get_type (),
                                                  tdm_record_get_integer (record, TDM_PARTICIPATION_STATE)));
    case TDM_PERSON_TOLD:
      /* Translators: %s is a round; a person was told whether they take part in it */
      return g_strdup_printf (_ ("%s: told of the decision"), title);
    case TDM_PERSON_AGREED:
      /* Translators: %s is a round */
      return g_strdup_printf (_ ("%s: consent given"), title);
    case TDM_PERSON_BEGAN:
      /* Translators: %s is such as "Learns from Bo Chen" */
      return g_strdup_printf (_ ("Tandem began: %s"), partner);
    case TDM_PERSON_ENDED:
      /* Translators: %s is such as "Learns from Bo Chen" */
      return g_strdup_printf (_ ("Tandem ended: %s"), partner);
    case TDM_PERSON_REPLACED:
      return words_replaced (record);
    }
  g_return_val_if_reached (NULL);
}
