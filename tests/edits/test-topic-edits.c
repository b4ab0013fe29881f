/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "edits-fixture.h"
#include "edits/tdm-topic-edits.h"
#include "model/tdm-model-error.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"

/* The catalogue of topics: what is one topic and what are two, and what becomes of that which hangs on one */

typedef struct
{
  EditsFixture base;
  GListStore *topics;
  GListStore *pairs;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  edits_set_up (&self->base, data);
  self->topics = g_list_store_new (TDM_TYPE_TOPIC);
  self->pairs = g_list_store_new (TDM_TYPE_PAIR);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->topics);
  g_object_unref (self->pairs);
  edits_tear_down (&self->base, data);
}

static TdmTopic *
add_topic (Fixture *self, const char *title, const char *area)
{
  TdmRecord *topic = edits_add (&self->base, TDM_TYPE_TOPIC);

  tdm_record_set_text (topic, TDM_TOPIC_TITLE, title);
  tdm_record_set_text (topic, TDM_TOPIC_AREA, area);
  edits_make_live (topic);
  g_list_store_append (self->topics, topic);
  return TDM_TOPIC (topic);
}

static TdmNeed *
add_need (Fixture *self, TdmPerson *person, TdmTopic *topic, int strength, TdmNeedSource source)
{
  TdmRecord *need = edits_add (&self->base, TDM_TYPE_NEED);

  tdm_record_set_link (need, TDM_NEED_PERSON, person);
  tdm_record_set_link (need, TDM_NEED_TOPIC, topic);
  tdm_record_set_integer (need, TDM_NEED_STRENGTH, strength);
  tdm_record_set_integer (need, TDM_NEED_SOURCE, source);
  edits_make_live (need);
  return TDM_NEED (need);
}

static TdmOffer *
add_offer (Fixture *self, TdmPerson *person, TdmTopic *topic, int strength)
{
  TdmRecord *offer = edits_add (&self->base, TDM_TYPE_OFFER);

  tdm_record_set_link (offer, TDM_OFFER_PERSON, person);
  tdm_record_set_link (offer, TDM_OFFER_TOPIC, topic);
  tdm_record_set_integer (offer, TDM_OFFER_STRENGTH, strength);
  edits_make_live (offer);
  return TDM_OFFER (offer);
}

static TdmPair *
add_pair (Fixture *self, TdmTopic *topic)
{
  TdmRecord *pair = edits_add (&self->base, TDM_TYPE_PAIR);

  tdm_record_set_link (pair, TDM_PAIR_ROUND, self->base.round);
  tdm_record_set_link (pair, TDM_PAIR_MENTEE, self->base.anna);
  tdm_record_set_link (pair, TDM_PAIR_MENTOR, self->base.bo);
  tdm_record_set_link (pair, TDM_PAIR_TOPIC, topic);
  edits_make_live (pair);
  g_list_store_append (self->pairs, pair);
  return TDM_PAIR (pair);
}

static void
assert_fails (TdmEdit *taken_edit, int code, const char *words)
{
  g_autoptr (TdmEdit) edit = taken_edit;
  g_autoptr (GError) error = NULL;

  g_assert_false (tdm_edit_check (edit, &error));
  g_assert_error (error, TDM_MODEL_ERROR, code);
  g_assert_cmpstr (error->message, ==, words);
}

/* --- spellings -------------------------------------------------------------- */

/* Some differ by a mark, a blank between words or a sign alone: these are topics of their own. */
static const char *const titles[] = {
  "Führen", "Fuhren", "Große Runden moderieren", "Straßenmarketing", "LinkedIn-Profil", "Social Media", "SocialMedia",
  "KI-Werkzeuge", "KI Werkzeuge", "C", "C++", "C#", "Résumé", "Resume", "Øresund-Netzwerk",
  "Öffentlichkeit in 5 Minuten", "Offentlichkeit in 5 Minuten", "ÄÖÜ", "Ägypten", "Żółć", "Гибкая работа",
  "Διαπραγμάτευση", "日本語", "Maß halten", "Schließen",
};

static void
append_letter (GString *out, gunichar letter, GRand *chance)
{
  static const char *const sharp[] = { "ß", "ss", "SS", "Ss", "ẞ" };
  static const char *const blanks[] = { " ", "  ", "\u00A0", "\u202F ", "\t", " \u2003" };
  static const char *const hyphens[] = { "-", "\u2011", "\u2010" };

  if (letter == 0xDF)
    g_string_append (out, sharp[g_rand_int_range (chance, 0, G_N_ELEMENTS (sharp))]);
  else if (letter == ' ')
    g_string_append (out, blanks[g_rand_int_range (chance, 0, G_N_ELEMENTS (blanks))]);
  else if (letter == '-')
    g_string_append (out, hyphens[g_rand_int_range (chance, 0, G_N_ELEMENTS (hyphens))]);
  else
    g_string_append_unichar (out, g_rand_boolean (chance) ? g_unichar_toupper (letter) : g_unichar_tolower (letter));
}

/* As people type, paste and import it */
static char *
spell (const char *title, GRand *chance)
{
  static const char *const edges[] = { "", "", " ", "  ", "\u00A0", "\n", "\uFEFF" };
  g_autoptr (GString) out = g_string_new (edges[g_rand_int_range (chance, 0, G_N_ELEMENTS (edges))]);

  for (const char *p = title; *p; p = g_utf8_next_char (p))
    append_letter (out, g_utf8_get_char (p), chance);
  g_string_append (out, edges[g_rand_int_range (chance, 0, G_N_ELEMENTS (edges))]);
  return g_utf8_normalize (out->str, -1, g_rand_boolean (chance) ? G_NORMALIZE_NFC : G_NORMALIZE_NFD);
}

/* Every second topic is in the catalogue; the others are new, and the first spelling of each makes it. */
static void
test_a_thousand_spellings_give_the_topics_they_should (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new (NULL);
  g_autoptr (GHashTable) spellings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRand) chance = g_rand_new_with_seed (12);
  gpointer topics[G_N_ELEMENTS (titles)] = { NULL };
  guint n_tries = 0;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i += 2)
    topics[i] = add_topic (self, titles[i], "");
  while (g_hash_table_size (spellings) < 1000)
    {
      guint i = n_tries++ % G_N_ELEMENTS (titles);
      char *spelling = spell (titles[i], chance);
      gpointer topic = tdm_topic_edits_find_or_add (edit, G_LIST_MODEL (self->topics), spelling);

      g_hash_table_add (spellings, spelling);
      if (!topics[i])
        topics[i] = topic;
      if (topics[i] != topic)
        g_error ("“%s” is taken for “%s” and not for “%s”.", spelling, tdm_topic_get_title (topic), titles[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    for (guint j = 0; j < i; j++)
      g_assert_true (topics[i] != topics[j]);
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_INSERT, TDM_TYPE_TOPIC), ==, G_N_ELEMENTS (titles) / 2);
  g_assert_true (tdm_edit_check (edit, NULL));
}

static void
test_no_words_are_no_topic (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new (NULL);

  g_assert_null (tdm_topic_edits_find_or_add (edit, G_LIST_MODEL (self->topics), "  "));
  g_assert_null (tdm_topic_edits_find_or_add (edit, G_LIST_MODEL (self->topics), NULL));
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 0);
}

static void
test_a_title_is_not_cut (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new (NULL);
  g_autofree char *title = g_strnfill (TDM_NAME_MOST + 1, 'x');
  g_autoptr (GError) error = NULL;

  tdm_topic_edits_find_or_add (edit, G_LIST_MODEL (self->topics), title);
  g_assert_false (tdm_edit_check (edit, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_TOO_LONG);
}

/* --- adding and renaming ---------------------------------------------------- */

static void
test_adding_what_is_there_is_refused (Fixture *self, gconstpointer data)
{
  add_topic (self, "Große Runden", "Auftreten");
  assert_fails (tdm_topic_edits_add (G_LIST_MODEL (self->topics), "GROSSE  Runden", NULL), TDM_MODEL_ERROR_INVALID,
                "There is a topic “Große Runden” already.");
}

static void
test_a_new_topic_stands_in_the_area_that_is_there (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = NULL;

  add_topic (self, "Podcasts", "Soziale Netzwerke");
  edit = tdm_topic_edits_add (G_LIST_MODEL (self->topics), "Hashtags", "soziale netzwerke ");
  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpstr (tdm_record_get_text (edits_find_new (edit, TDM_TYPE_TOPIC, 0), TDM_TOPIC_AREA), ==,
                   "Soziale Netzwerke");
}

static GPtrArray *
make_drafts (const char *const *rows, guint n_rows)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_rows; i++)
    {
      TdmRecord *draft = tdm_record_new (TDM_TYPE_TOPIC);

      tdm_record_set_text (draft, TDM_TOPIC_AREA, rows[2 * i]);
      tdm_record_set_text (draft, TDM_TOPIC_TITLE, rows[2 * i + 1]);
      g_ptr_array_add (drafts, draft);
    }
  return drafts;
}

static void
test_of_many_only_new_ones_are_added (Fixture *self, gconstpointer data)
{
  static const char *const rows[] = { "Netzwerke", "Hashtags", "Netzwerke", "Podcasts", "Führung", "Rückmeldung" };
  g_autoptr (GPtrArray) drafts = make_drafts (rows, 3);
  g_autoptr (TdmEdit) edit = NULL;

  add_topic (self, "HASHTAGS", "netzwerke");
  edit = tdm_topic_edits_add_all (G_LIST_MODEL (self->topics), drafts);
  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpstr (tdm_edit_get_label (edit), ==, "2 topics added");
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 2);
  g_assert_cmpstr (tdm_record_get_text (edits_find_new (edit, TDM_TYPE_TOPIC, 0), TDM_TOPIC_AREA), ==, "netzwerke");
  g_assert_cmpstr (tdm_record_get_text (edits_find_new (edit, TDM_TYPE_TOPIC, 1), TDM_TOPIC_AREA), ==, "Führung");
}

static void
test_nothing_is_added_twice (Fixture *self, gconstpointer data)
{
  static const char *const rows[] = { "Netzwerke", "Hashtags" };
  g_autoptr (GPtrArray) drafts = make_drafts (rows, 1);

  add_topic (self, "Hashtags", "");
  assert_fails (tdm_topic_edits_add_all (G_LIST_MODEL (self->topics), drafts), TDM_MODEL_ERROR_STATE,
                "All of these topics are in the catalogue already.");
}

static void
test_a_name_that_another_topic_has_is_refused (Fixture *self, gconstpointer data)
{
  TdmTopic *topic = add_topic (self, "Hashtags", "");

  add_topic (self, "Reichweite", "");
  assert_fails (tdm_topic_edits_change (topic, G_LIST_MODEL (self->topics), "reichweite", NULL),
                TDM_MODEL_ERROR_INVALID, "There is a topic “Reichweite” already.");
}

static void
test_another_spelling_of_its_own_name_is_taken (Fixture *self, gconstpointer data)
{
  TdmTopic *topic = add_topic (self, "linkedin-profil", "Netzwerke");
  g_autoptr (TdmEdit) edit = tdm_topic_edits_change (topic, G_LIST_MODEL (self->topics), "LinkedIn-Profil", NULL);

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, topic), TDM_TOPIC_TITLE), ==, "LinkedIn-Profil");
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, topic), TDM_TOPIC_AREA), ==, "Netzwerke");
  g_assert_cmpstr (tdm_edit_get_label (edit), ==, "Topic renamed");
}

static void
test_a_topic_gets_a_name_and_an_area_at_once (Fixture *self, gconstpointer data)
{
  TdmTopic *topic = add_topic (self, "Hashtags", "");
  g_autoptr (TdmEdit) edit = NULL;

  add_topic (self, "Reichweite", "Netzwerke");
  edit = tdm_topic_edits_change (topic, G_LIST_MODEL (self->topics), "Gute Hashtags", "netzwerke");
  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, topic), TDM_TOPIC_TITLE), ==, "Gute Hashtags");
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, topic), TDM_TOPIC_AREA), ==, "Netzwerke");
}

/* --- areas ------------------------------------------------------------------ */

static void
test_a_topic_moves_to_the_area_that_is_there (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  TdmTopic *topic = add_topic (self, "Hashtags", "");
  g_autoptr (TdmEdit) edit = NULL;

  add_topic (self, "Reichweite", "Netzwerke");
  g_ptr_array_add (moved, topic);
  edit = tdm_topic_edits_set_area (moved, G_LIST_MODEL (self->topics), "NETZWERKE");
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, topic), TDM_TOPIC_AREA), ==, "Netzwerke");
}

static void
test_an_area_is_spelled_anew_with_all_its_topics (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  g_autoptr (TdmEdit) edit = NULL;

  g_ptr_array_add (moved, add_topic (self, "Hashtags", "netzwerke"));
  g_ptr_array_add (moved, add_topic (self, "Reichweite", "netzwerke"));
  edit = tdm_topic_edits_set_area (moved, G_LIST_MODEL (self->topics), "Netzwerke");
  for (guint i = 0; i < moved->len; i++)
    g_assert_cmpstr (tdm_record_get_text (edits_find (edit, moved->pdata[i]), TDM_TOPIC_AREA), ==, "Netzwerke");
}

/* --- merging and removing --------------------------------------------------- */

static void
test_needs_offers_and_tandems_go_over (Fixture *self, gconstpointer data)
{
  TdmTopic *topic = add_topic (self, "Hashtags", "Netzwerke"), *into = add_topic (self, "Reichweite", "");
  TdmNeed *need = add_need (self, self->base.anna, topic, 2, TDM_NEED_SOURCE_SELF);
  TdmOffer *offer = add_offer (self, self->base.bo, topic, 3);
  TdmPair *pair = add_pair (self, topic), *other = add_pair (self, into);
  g_autoptr (TdmEdit) edit = tdm_topic_edits_merge (topic, into, G_LIST_MODEL (self->pairs));

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_true (tdm_record_get_link (edits_find (edit, need), TDM_NEED_TOPIC) == into);
  g_assert_true (tdm_record_get_link (edits_find (edit, offer), TDM_OFFER_TOPIC) == into);
  g_assert_true (tdm_record_get_link (edits_find (edit, pair), TDM_PAIR_TOPIC) == into);
  g_assert_false (tdm_edit_touches (edit, other));
  g_assert_cmpstr (tdm_record_get_text (edits_find (edit, into), TDM_TOPIC_AREA), ==, "Netzwerke");
  g_assert_cmpuint (edits_count (edit, TDM_EDIT_REMOVE, TDM_TYPE_TOPIC), ==, 1);
}

static void
test_who_needs_both_keeps_the_stronger_one (Fixture *self, gconstpointer data)
{
  TdmTopic *topic = add_topic (self, "Hashtags", "A"), *into = add_topic (self, "Reichweite", "A");
  TdmNeed *strong = add_need (self, self->base.anna, topic, 3, TDM_NEED_SOURCE_MANAGER);
  TdmNeed *weak = add_need (self, self->base.anna, into, 1, TDM_NEED_SOURCE_SELF);
  g_autoptr (TdmEdit) edit = tdm_topic_edits_merge (topic, into, G_LIST_MODEL (self->pairs));
  TdmRecord *draft = edits_find (edit, weak);

  g_assert_cmpint (tdm_record_get_integer (draft, TDM_NEED_STRENGTH), ==, 3);
  g_assert_cmpint (tdm_record_get_integer (draft, TDM_NEED_SOURCE), ==, TDM_NEED_SOURCE_MANAGER);
  g_assert_false (tdm_edit_touches (edit, strong));
}

static void
test_the_stronger_one_stays_as_it_is (Fixture *self, gconstpointer data)
{
  TdmTopic *topic = add_topic (self, "Hashtags", "A"), *into = add_topic (self, "Reichweite", "A");
  TdmOffer *weak = add_offer (self, self->base.bo, topic, 2), *strong = add_offer (self, self->base.bo, into, 2);
  g_autoptr (TdmEdit) edit = tdm_topic_edits_merge (topic, into, G_LIST_MODEL (self->pairs));

  g_assert_false (tdm_edit_touches (edit, weak));
  g_assert_false (tdm_edit_touches (edit, strong));
}

static void
test_removing_says_what_goes_with_it (Fixture *self, gconstpointer data)
{
  TdmTopic *topic = add_topic (self, "Hashtags", ""), *unused = add_topic (self, "Reichweite", "");
  g_autoptr (TdmEdit) edit = NULL, second = NULL;

  add_need (self, self->base.anna, topic, 2, TDM_NEED_SOURCE_SELF);
  add_need (self, self->base.bo, topic, 2, TDM_NEED_SOURCE_SELF);
  add_offer (self, self->base.bo, topic, 3);
  add_pair (self, topic);
  edit = tdm_topic_edits_remove (topic, G_LIST_MODEL (self->pairs));
  g_assert_cmpstr (tdm_edit_get_label (edit), ==, "Topic removed: 2 needs, 1 offer, 1 tandem without topic");
  second = tdm_topic_edits_remove (unused, G_LIST_MODEL (self->pairs));
  g_assert_cmpstr (tdm_edit_get_label (second), ==, "Topic removed");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/topic-edits/a-thousand-spellings", test_a_thousand_spellings_give_the_topics_they_should);
  ADD ("/topic-edits/no-words-are-no-topic", test_no_words_are_no_topic);
  ADD ("/topic-edits/a-title-is-not-cut", test_a_title_is_not_cut);
  ADD ("/topic-edits/adding-what-is-there-is-refused", test_adding_what_is_there_is_refused);
  ADD ("/topic-edits/a-new-topic-stands-in-the-area-that-is-there", test_a_new_topic_stands_in_the_area_that_is_there);
  ADD ("/topic-edits/of-many-only-new-ones-are-added", test_of_many_only_new_ones_are_added);
  ADD ("/topic-edits/nothing-is-added-twice", test_nothing_is_added_twice);
  ADD ("/topic-edits/a-name-that-another-topic-has-is-refused", test_a_name_that_another_topic_has_is_refused);
  ADD ("/topic-edits/another-spelling-of-its-own-name-is-taken", test_another_spelling_of_its_own_name_is_taken);
  ADD ("/topic-edits/a-name-and-an-area-at-once", test_a_topic_gets_a_name_and_an_area_at_once);
  ADD ("/topic-edits/a-topic-moves-to-the-area-that-is-there", test_a_topic_moves_to_the_area_that_is_there);
  ADD ("/topic-edits/an-area-is-spelled-anew", test_an_area_is_spelled_anew_with_all_its_topics);
  ADD ("/topic-edits/needs-offers-and-tandems-go-over", test_needs_offers_and_tandems_go_over);
  ADD ("/topic-edits/who-needs-both-keeps-the-stronger-one", test_who_needs_both_keeps_the_stronger_one);
  ADD ("/topic-edits/the-stronger-one-stays-as-it-is", test_the_stronger_one_stays_as_it_is);
  ADD ("/topic-edits/removing-says-what-goes-with-it", test_removing_says_what_goes_with_it);
  return g_test_run ();
}
