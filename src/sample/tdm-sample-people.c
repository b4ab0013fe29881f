/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-private.h"

#include "model/tdm-interest.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "model/tdm-participation.h"

#include <string.h>

/* RFC 5321 4.5.3.1.1 allows 64 characters before the @; some are left for a number. */
#define MOST_OF_ADDRESS 50
/* From the call of a round to its closing date, which is 45 days before its kick-off */
#define WHILE_CALL_IS_OPEN "-75~30"

/* Days from the kick-off: when those who apply were looked at, decided about, told of it and brought together; and when
 * some withdrew. Who is recommended for a round without a kick-off is so since some days ago. */
#define DAY_OF_CHECK (-44)
#define DAY_OF_DECISION (-40)
#define DAY_OF_ANSWER (-36)
#define DAY_OF_MATCHING (-21)
#define DAY_OF_WITHDRAWAL (-20)
#define DAYS_OF_RECOMMENDATION (-20)

/* Each family name comes once before any comes again, each time with another given name; after that, people have two
 * family names. */
static char *
tdm_sample_make_name (TdmSample *self, guint number)
{
  char **givens = tdm_sample_get_list (self, "names", "given");
  char **families = tdm_sample_get_list (self, "names", "family");
  guint n_givens = g_strv_length (givens), n_families = g_strv_length (families);
  guint turn = number / n_families, first = number % n_families, second = turn / n_givens;

  return g_strconcat (givens[(first + turn) % n_givens], " ", families[first], second > 0 ? "-" : NULL,
                      families[(first + second) % n_families], NULL);
}

/* In a larger sample, a person who comes again gets a name and an address of its own. Letters that ASCII has nothing
 * for leave a dot, and none may stand beside another in an address. */
void
tdm_sample_add_person (TdmSample *self, const char *group)
{
  TdmRecord *person = tdm_sample_add (self, TDM_TYPE_PERSON, group);
  const char *domain = strchr (tdm_record_get_text (person, TDM_PERSON_EMAIL), '@');
  g_autofree char *name = NULL, *ascii = NULL, *lower = NULL, *email = NULL;
  char *end;

  if (self->copy == 0)
    {
      g_hash_table_add (self->names, g_strdup (tdm_record_get_text (person, TDM_PERSON_NAME)));
      return;
    }
  do
    {
      g_free (name);
      name = tdm_sample_make_name (self, self->n_names++);
    }
  while (g_hash_table_contains (self->names, name));
  ascii = g_str_to_ascii (name, "de");
  lower = g_ascii_strdown (ascii, MOST_OF_ADDRESS);
  g_strcanon (lower, G_CSET_a_2_z, '.');
  end = lower;
  for (const char *p = lower; *p; p++)
    if (*p != '.' || (end > lower && end[-1] != '.'))
      *end++ = *p;
  *end = '\0';
  email = g_strdup_printf ("%s%u%s", lower, self->n_names, domain);
  tdm_record_set_text (person, TDM_PERSON_NAME, name);
  tdm_record_set_text (person, TDM_PERSON_EMAIL, email);
}

/* Adds what a person needs, offers and likes: the first field of these records is the person, the plan has the rest. */
void
tdm_sample_add_profile (TdmSample *self, const char *group)
{
  const struct { const char *key; GType type; } lists[] = {
    { "needs", TDM_TYPE_NEED }, { "offers", TDM_TYPE_OFFER }, { "interests", TDM_TYPE_INTEREST },
  };

  self->start = self->kickoff;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      char **items = tdm_sample_get_list (self, group, lists[i].key);

      for (guint j = 0; items[j]; j++)
        {
          TdmRecord *record = tdm_sample_insert (self, lists[i].type);

          tdm_record_set_link (record, 0, tdm_sample_find (self, group));
          if (lists[i].type == TDM_TYPE_INTEREST)
            tdm_sample_set_word (self, record, TDM_INTEREST_TITLE, "interests/%s", items[j]);
          else
            tdm_sample_set_parts (self, record, 1, items[j]);
        }
    }
}

/* Since when each is so, and what was said to whom */
static void
tdm_sample_date_participant (TdmSample *self,
                             TdmRecord *record,
                             TdmRecord *round,
                             const char *group,
                             const char *person)
{
  TdmParticipationState state = tdm_record_get_integer (record, TDM_PARTICIPATION_STATE);
  g_autofree char *round_group = g_strconcat ("round ", group + strlen ("people of "), NULL);
  gboolean is_untold =
    g_strv_contains ((const char *const *) tdm_sample_get_list (self, round_group, "untold"), person);
  gboolean fails = g_strv_contains ((const char *const *) tdm_sample_get_list (self, round_group, "not-met"), person);
  GDate kickoff;

  if (!*tdm_record_get_text (round, TDM_ROUND_KICKOFF))
    {
      tdm_sample_set_day (record, TDM_PARTICIPATION_SINCE, tdm_sample_days_add (self->today, DAYS_OF_RECOMMENDATION));
      return;
    }
  kickoff = tdm_day_parse (tdm_record_get_text (round, TDM_ROUND_KICKOFF));
  if (state == TDM_PARTICIPATION_ALUMNI)
    tdm_record_set_text (record, TDM_PARTICIPATION_SINCE, tdm_record_get_text (round, TDM_ROUND_END_DATE));
  else
    tdm_sample_set_day (record, TDM_PARTICIPATION_SINCE,
                        tdm_sample_days_add (kickoff, state == TDM_PARTICIPATION_MATCHED     ? DAY_OF_MATCHING
                                                      : state == TDM_PARTICIPATION_WITHDRAWN ? DAY_OF_WITHDRAWAL
                                                                                             : DAY_OF_DECISION));
  if (!is_untold && state != TDM_PARTICIPATION_WITHDRAWN)
    tdm_sample_set_day (record, TDM_PARTICIPATION_TOLD_ON, tdm_sample_days_add (kickoff, DAY_OF_ANSWER));
  if (*tdm_record_get_text (round, TDM_ROUND_CRITERION) &&
      tdm_record_get_integer (record, TDM_PARTICIPATION_ROLE) == TDM_ROLE_MENTOR)
    {
      tdm_record_set_integer (record, TDM_PARTICIPATION_CRITERION, fails ? TDM_CRITERION_NOT_MET : TDM_CRITERION_MET);
      tdm_sample_set_day (record, TDM_PARTICIPATION_CHECKED_ON, tdm_sample_days_add (kickoff, DAY_OF_CHECK));
    }
}

/* @about: role, source and state */
static TdmRecord *
tdm_sample_add_participant (TdmSample *self, TdmRecord *round, TdmRecord *person, const char *about)
{
  static const struct { const char *code; guint percent; } motives[] = {
    { "inspiration", 80 }, { "giveback", 40 }, { "leadership", 50 },
  };
  g_autoptr (GString) text = g_string_new (NULL);
  TdmRecord *record = tdm_sample_insert (self, TDM_TYPE_PARTICIPATION);

  tdm_record_set_link (record, TDM_PARTICIPATION_ROUND, round);
  tdm_record_set_link (record, TDM_PARTICIPATION_PERSON, person);
  tdm_record_set_integer (record, TDM_PARTICIPATION_CAPACITY, 1);
  tdm_sample_set_parts (self, record, TDM_PARTICIPATION_ROLE, about);
  tdm_record_set_integer (record, TDM_PARTICIPATION_STATE_BEFORE, TDM_PARTICIPATION_ACCEPTED);
  /* Nothing is known any more about a person who was erased. */
  if (!*tdm_record_get_text (person, TDM_PERSON_EMAIL))
    return record;

  for (guint i = 0; i < G_N_ELEMENTS (motives); i++)
    if (tdm_sample_chance_below (&self->chance, 100) < motives[i].percent)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", motives[i].code);
  tdm_record_set_text (record, TDM_PARTICIPATION_MOTIVES, text->len > 0 ? text->str : motives[0].code);
  tdm_sample_set_word (self, record, TDM_PARTICIPATION_EXPECTATIONS, "expectations/%s/?",
                       tdm_record_get_code (record, TDM_PARTICIPATION_ROLE));
  if (*tdm_record_get_text (round, TDM_ROUND_KICKOFF))
    {
      self->start = tdm_day_parse (tdm_record_get_text (round, TDM_ROUND_KICKOFF));
      tdm_sample_set (self, record, TDM_PARTICIPATION_CONSENT, WHILE_CALL_IS_OPEN);
    }
  return record;
}

/* Adds the people who take part in a round, and those who wanted to. */
void
tdm_sample_add_participants (TdmSample *self, const char *group)
{
  TdmRecord *round = tdm_sample_find (self, group);
  g_auto (GStrv) keys = g_key_file_get_keys (self->plan, group, NULL, NULL);

  for (guint i = 0; keys[i]; i++)
    {
      char **about = tdm_sample_get_list (self, group, keys[i]);
      TdmRecord *record;

      if (g_str_equal (keys[i], "once"))
        continue;
      record = tdm_sample_add_participant (self, round, tdm_sample_find (self, keys[i]), about[0]);
      if (about[1])
        tdm_sample_set (self, record, TDM_PARTICIPATION_REASON, about[1]);
      if (*tdm_record_get_text (tdm_sample_find (self, keys[i]), TDM_PERSON_EMAIL))
        tdm_sample_date_participant (self, record, round, group, keys[i]);
    }
}
