/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-private.h"

#include "model/tdm-interest.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "model/tdm-participation.h"

#include <stdlib.h>
#include <string.h>

/* RFC 5321 4.5.3.1.1 allows 64 characters before the @; some are left for a number. */
#define MOST_OF_ADDRESS 50
/* From the call of a round to its closing date */
#define CALL_BEFORE_KICKOFF 75
#define DAYS_OF_CALL 30

/* What is left of a name in an address: ASCII letters. The letter with a stroke through it and the one without its dot
 * are in no table of GLib. */
static char *
tdm_sample_make_address (const char *given, const char *family, guint number)
{
  g_autoptr (GString) name = g_string_new (family);
  g_autofree char *ascii = NULL, *initial = g_str_to_ascii (given, "de");
  GString *address = g_string_new (NULL);

  g_string_replace (name, "ı", "i", 0);
  g_string_replace (name, "đ", "d", 0);
  ascii = g_str_to_ascii (name->str, "de");
  g_string_append_printf (address, "%c.", g_ascii_tolower (initial[0]));
  for (const char *c = ascii; *c && address->len < MOST_OF_ADDRESS; c++)
    if (g_ascii_isalpha (*c) || *c == '-')
      g_string_append_c (address, g_ascii_tolower (*c));
  g_string_append_printf (address, "%u", number);
  return g_string_free (address, FALSE);
}

/* Each family name comes once before any comes again, each time with another given name; after that, people have two
 * family names. */
static char *
tdm_sample_make_name (TdmSample *self, guint number, char **address)
{
  g_auto (GStrv) givens = tdm_sample_get_list (self, "names", "given");
  g_auto (GStrv) families = tdm_sample_get_list (self, "names", "family");
  guint n_givens = g_strv_length (givens), n_families = g_strv_length (families);
  guint turn = number / n_families, first = number % n_families, second = turn / n_givens;
  const char *given = givens[(first + turn) % n_givens];
  g_autofree char *family = second == 0 ? g_strdup (families[first])
                                        : g_strconcat (families[first], "-", families[(first + second) % n_families],
                                                       NULL);

  *address = tdm_sample_make_address (given, family, number);
  return g_strconcat (given, " ", family, NULL);
}

/* Gives a person of a larger sample a name and an address that nobody has. */
static void
tdm_sample_rename (TdmSample *self, TdmRecord *person)
{
  const char *domain = strchr (tdm_record_get_text (person, TDM_PERSON_EMAIL), '@');
  g_autofree char *name = NULL, *address = NULL, *email = NULL;

  do
    {
      g_free (name);
      g_free (address);
      name = tdm_sample_make_name (self, self->n_names++, &address);
    }
  while (g_hash_table_contains (self->names, name));
  email = g_strconcat (address, domain, NULL);
  tdm_record_set_text (person, TDM_PERSON_NAME, name);
  tdm_record_set_text (person, TDM_PERSON_EMAIL, email);
}

void
tdm_sample_add_person (TdmSample *self, const char *group)
{
  TdmRecord *person = tdm_sample_add (self, TDM_TYPE_PERSON, group);

  if (self->copy > 0)
    tdm_sample_rename (self, person);
  else
    g_hash_table_add (self->names, g_strdup (tdm_record_get_text (person, TDM_PERSON_NAME)));
}

static TdmRecord *
tdm_sample_add_of_person (TdmSample *self, GType type, TdmRecord *person)
{
  TdmRecord *record = tdm_sample_insert (self, type);

  /* Needs, offers and interests have it as their first field. */
  G_STATIC_ASSERT ((int) TDM_NEED_PERSON == TDM_OFFER_PERSON && (int) TDM_NEED_PERSON == TDM_INTEREST_PERSON);
  tdm_record_set_link (record, TDM_NEED_PERSON, person);
  return record;
}

/* Adds what a person needs, offers and likes. */
void
tdm_sample_add_profile (TdmSample *self, const char *group)
{
  TdmRecord *person = tdm_sample_find (self, group);
  g_auto (GStrv) needs = tdm_sample_get_list (self, group, "needs");
  g_auto (GStrv) offers = tdm_sample_get_list (self, group, "offers");
  g_auto (GStrv) interests = tdm_sample_get_list (self, group, "interests");

  for (guint i = 0; needs[i]; i++)
    {
      TdmRecord *need = tdm_sample_add_of_person (self, TDM_TYPE_NEED, person);
      g_auto (GStrv) parts = g_strsplit (needs[i], " ", 4);

      tdm_record_set_link (need, TDM_NEED_TOPIC, tdm_sample_find (self, parts[0]));
      tdm_record_set_integer (need, TDM_NEED_STRENGTH, atoi (parts[1]));
      tdm_record_set_code (need, TDM_NEED_SOURCE, parts[2]);
      tdm_sample_set_day (need, TDM_NEED_NOTED_ON,
                          tdm_sample_dates_add_days (self->kickoff, atoi (parts[3])));
    }
  for (guint i = 0; offers[i]; i++)
    {
      TdmRecord *offer = tdm_sample_add_of_person (self, TDM_TYPE_OFFER, person);
      g_auto (GStrv) parts = g_strsplit (offers[i], " ", 3);

      tdm_record_set_link (offer, TDM_OFFER_TOPIC, tdm_sample_find (self, parts[0]));
      tdm_record_set_integer (offer, TDM_OFFER_STRENGTH, atoi (parts[1]));
      tdm_sample_set_day (offer, TDM_OFFER_NOTED_ON,
                          tdm_sample_dates_add_days (self->kickoff, atoi (parts[2])));
    }
  for (guint i = 0; interests[i]; i++)
    {
      g_autofree char *title = tdm_sample_get_word (self, "interests", interests[i], 0);

      tdm_record_set_text (tdm_sample_add_of_person (self, TDM_TYPE_INTEREST, person), TDM_INTEREST_TITLE, title);
    }
}

/* Usually several; at least one. */
static void
tdm_sample_set_motives (TdmSample *self, TdmRecord *participation)
{
  static const struct { const char *code; guint percent; } motives[] = {
    { "inspiration", 80 }, { "giveback", 40 }, { "leadership", 50 },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (motives); i++)
    if (tdm_sample_chance_below (&self->chance, 100) < motives[i].percent)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", motives[i].code);
  tdm_record_set_text (participation, TDM_PARTICIPATION_MOTIVES, text->len > 0 ? text->str : motives[0].code);
}

/* @about: role, sources of which chance takes one, state, and a reason if the state needs one */
static void
tdm_sample_add_participant (TdmSample *self, TdmRecord *round, TdmRecord *person, const char *about)
{
  g_auto (GStrv) parts = g_strsplit (about, " ", 4);
  g_auto (GStrv) sources = g_strsplit (parts[1], "|", -1);
  guint n_sources = g_strv_length (sources);
  TdmRecord *record = tdm_sample_insert (self, TDM_TYPE_PARTICIPATION);
  g_autofree char *expectations = NULL, *reason = NULL;

  tdm_record_set_link (record, TDM_PARTICIPATION_ROUND, round);
  tdm_record_set_link (record, TDM_PARTICIPATION_PERSON, person);
  tdm_record_set_code (record, TDM_PARTICIPATION_ROLE, parts[0]);
  tdm_record_set_code (record, TDM_PARTICIPATION_SOURCE,
                       sources[n_sources > 1 ? tdm_sample_chance_below (&self->chance, n_sources) : 0]);
  tdm_record_set_code (record, TDM_PARTICIPATION_STATE, parts[2]);
  tdm_record_set_integer (record, TDM_PARTICIPATION_CAPACITY, 1);
  /* Nothing is known any more about a person who was erased. */
  if (!*tdm_record_get_text (person, TDM_PERSON_EMAIL))
    return;

  tdm_sample_set_motives (self, record);
  expectations = tdm_sample_pick_word (self, "expectations", parts[0]);
  tdm_record_set_text (record, TDM_PARTICIPATION_EXPECTATIONS, expectations);
  if (*tdm_record_get_text (round, TDM_ROUND_KICKOFF))
    {
      GDate kickoff = tdm_sample_dates_parse (tdm_record_get_text (round, TDM_ROUND_KICKOFF));

      tdm_sample_set_day (record, TDM_PARTICIPATION_CONSENT,
                          tdm_sample_pick_day (self, tdm_sample_dates_add_days (kickoff, -CALL_BEFORE_KICKOFF),
                                               DAYS_OF_CALL));
    }
  if (!parts[3])
    return;
  reason = tdm_sample_get_word (self, "decisions", parts[3], 0);
  tdm_record_set_text (record, TDM_PARTICIPATION_REASON, reason);
}

/* Adds who takes part in a round, or would have liked to. */
void
tdm_sample_add_participants (TdmSample *self, const char *group)
{
  TdmRecord *round = tdm_sample_find (self, group);
  g_auto (GStrv) keys = g_key_file_get_keys (self->plan, group, NULL, NULL);

  for (guint i = 0; keys[i]; i++)
    {
      g_autofree char *about = g_key_file_get_string (self->plan, group, keys[i], NULL);

      if (!g_str_equal (keys[i], "once"))
        tdm_sample_add_participant (self, round, tdm_sample_find (self, keys[i]), about);
    }
}
