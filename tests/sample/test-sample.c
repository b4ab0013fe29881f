/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "sample-records.h"

#include "calendar/tdm-calendar-error.h"
#include "edits/tdm-topic-edits.h"
#include "model/tdm-goal-step.h"
#include "model/tdm-goal.h"
#include "model/tdm-pair-event.h"
#include "model/tdm-pair.h"
#include "model/tdm-programme.h"
#include "model/tdm-record-types.h"

#include <gio/gio.h>
#include <string.h>

static void
test_drafts_are_sound (void)
{
  static const char *const languages[] = { "de", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (TdmEdit) edit = sample_build (1, languages[i]);
      g_autoptr (GError) error = NULL;

      tdm_edit_check (edit, &error);
      g_assert_no_error (error);
    }
}

/* The same in both languages; a programme that has one of them already keeps it. */
static void
test_topics_to_start_with (void)
{
  static const char *const languages[] = { "de", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (TdmEdit) sample = sample_build (1, languages[i]), added = NULL;
      g_autoptr (GPtrArray) expected = sample_get_all (sample, TDM_TYPE_TOPIC);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) topics = tdm_sample_make_topics (languages[i], &error);
      g_autoptr (GListStore) catalogue = g_list_store_new (TDM_TYPE_TOPIC);

      g_assert_no_error (error);
      g_assert_cmpuint (topics->len, ==, 43);
      g_assert_cmpuint (expected->len, ==, topics->len);
      for (guint j = 0; j < topics->len; j++)
        for (guint field = TDM_TOPIC_AREA; field <= TDM_TOPIC_TITLE; field++)
          g_assert_cmpstr (sample_text (topics->pdata[j], field), ==, sample_text (expected->pdata[j], field));
      g_list_store_append (catalogue, expected->pdata[7]);
      added = tdm_topic_edits_add_all (G_LIST_MODEL (catalogue), topics);
      g_assert_true (tdm_edit_check (added, &error));
      g_assert_cmpuint (tdm_edit_get_size (added), ==, 42);
      g_assert_cmpstr (tdm_edit_get_label (added), ==, "42 topics added");
    }
}

static void
test_every_day_gives_a_sample (void)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 2024);
  for (guint i = 0; i < 60; i++, g_date_add_days (&day, 37))
    {
      g_autofree char *today = g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&day), g_date_get_month (&day),
                                                g_date_get_day (&day));
      g_autoptr (GError) error = NULL;
      g_autoptr (TdmEdit) edit = tdm_sample_build (today, 1, "en", &error);
      g_autoptr (GPtrArray) rounds = sample_get_all (edit, TDM_TYPE_ROUND);
      GDate kickoff;

      g_date_clear (&kickoff, 1);
      g_date_set_parse (&kickoff, sample_text (rounds->pdata[2], TDM_ROUND_KICKOFF));
      g_assert_cmpint (g_date_get_weekday (&kickoff), ==, G_DATE_TUESDAY);
      g_assert_cmpint (g_date_days_between (&kickoff, &day), >=, 127);
      g_assert_cmpint (g_date_days_between (&kickoff, &day), <=, 133);
      g_assert_true (tdm_edit_check (edit, &error));
    }
}

static void
test_uids_are_unique_and_random (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmEditAction action;
      const char *uid = tdm_record_get_uid (tdm_edit_get_step (edit, i, &action));

      g_assert_true (g_uuid_string_is_valid (uid));
      g_assert_cmpint (uid[14], ==, '4');
      g_assert_nonnull (strchr ("89ab", uid[19]));
      g_assert_true (g_hash_table_add (seen, (gpointer) uid));
    }
}

/* The store takes the row id of a target when it writes the link: so the target must be there. */
static void
test_links_lead_back (void)
{
  g_autoptr (TdmEdit) edit = sample_build (2, "de");
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmEditAction action;
      TdmRecord *record = tdm_edit_get_step (edit, i, &action);
      guint n_fields;
      const TdmField *fields = tdm_record_get_fields (record, &n_fields);

      for (guint j = 0; j < n_fields; j++)
        if (fields[j].kind == TDM_FIELD_LINK && sample_link (record, j))
          g_assert_true (g_hash_table_contains (seen, sample_link (record, j)));
      g_hash_table_add (seen, record);
    }
}

static char *
describe (TdmRecord *record, guint field, TdmFieldKind kind)
{
  TdmRecord *target;

  if (kind <= TDM_FIELD_DATE)
    return g_strdup (sample_text (record, field));
  if (kind != TDM_FIELD_LINK)
    return g_strdup_printf ("%" G_GINT64_FORMAT, sample_number (record, field));
  target = sample_link (record, field);
  return g_strdup (target ? tdm_record_get_uid (target) : "none");
}

static gboolean
is_same (TdmRecord *one, TdmRecord *other, gboolean with_texts)
{
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (one, &n_fields);

  if (G_OBJECT_TYPE (one) != G_OBJECT_TYPE (other) ||
      !g_str_equal (tdm_record_get_uid (one), tdm_record_get_uid (other)))
    return FALSE;

  for (guint i = 0; i < n_fields; i++)
    {
      gboolean is_text = fields[i].kind <= TDM_FIELD_BLOCK || (TDM_IS_PROGRAMME (one) && i == TDM_PROGRAMME_LANGUAGE);
      g_autofree char *here = describe (one, i, fields[i].kind);
      g_autofree char *there = describe (other, i, fields[i].kind);

      if ((with_texts || !is_text) && !g_str_equal (here, there))
        return FALSE;
    }
  return TRUE;
}

static void
assert_same (TdmEdit *one, TdmEdit *other, gboolean with_texts)
{
  g_assert_cmpuint (tdm_edit_get_size (one), ==, tdm_edit_get_size (other));
  for (guint i = 0; i < tdm_edit_get_size (one); i++)
    {
      TdmEditAction action;

      g_assert_true (is_same (tdm_edit_get_step (one, i, &action), tdm_edit_get_step (other, i, &action), with_texts));
    }
}

static void
test_second_build_is_the_same (void)
{
  g_autoptr (TdmEdit) one = sample_build (2, "de");
  g_autoptr (TdmEdit) other = sample_build (2, "de");

  assert_same (one, other, TRUE);
}

static void
test_languages_differ_in_texts_only (void)
{
  g_autoptr (TdmEdit) german = sample_build (1, "de");
  g_autoptr (TdmEdit) english = sample_build (1, "en");

  assert_same (german, english, FALSE);
}

static GKeyFile *
load_words (const char *language)
{
  g_autofree char *path = g_strdup_printf ("/org/tandemapp/Tandem/sample/words-%s.ini", language);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GKeyFile *file = g_key_file_new ();

  g_assert_true (g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL));
  return file;
}

/* Both say the same things, in lists of the same length. */
static void
test_words_are_there_in_both_languages (void)
{
  g_autoptr (GKeyFile) german = load_words ("de");
  g_autoptr (GKeyFile) english = load_words ("en");
  g_auto (GStrv) groups = g_key_file_get_groups (german, NULL);
  g_auto (GStrv) english_groups = g_key_file_get_groups (english, NULL);

  g_assert_cmpstrv (groups, english_groups);
  for (guint i = 0; groups[i]; i++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (german, groups[i], NULL, NULL);
      g_auto (GStrv) english_keys = g_key_file_get_keys (english, groups[i], NULL, NULL);

      g_assert_cmpstrv (keys, english_keys);
      for (guint j = 0; keys[j]; j++)
        {
          gsize n_german, n_english;
          g_auto (GStrv) here = g_key_file_get_string_list (german, groups[i], keys[j], &n_german, NULL);
          g_auto (GStrv) there = g_key_file_get_string_list (english, groups[i], keys[j], &n_english, NULL);

          g_test_message ("[%s] %s", groups[i], keys[j]);
          g_assert_cmpuint (n_german, ==, n_english);
        }
    }
}

/* The questions of a topic are counted with what comes of them. */
static void
test_every_question_has_its_result (void)
{
  g_autoptr (GKeyFile) words = load_words ("en");
  g_auto (GStrv) groups = g_key_file_get_groups (words, NULL);
  guint n_topics = 0;

  for (guint i = 0; groups[i]; i++)
    if (g_str_has_prefix (groups[i], "topic "))
      {
        gsize n_questions, n_results;
        g_auto (GStrv) questions = g_key_file_get_string_list (words, groups[i], "questions", &n_questions, NULL);
        g_auto (GStrv) results = g_key_file_get_string_list (words, groups[i], "results", &n_results, NULL);

        n_topics++;
        g_assert_nonnull (questions);
        g_assert_nonnull (results);
        g_assert_cmpuint (n_questions, ==, n_results);
      }
  g_assert_cmpuint (n_topics, >, 40);
}

/* No date of a series is after 2099. */
static void
test_day_too_far_away_is_an_error (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmEdit) edit = tdm_sample_build ("2099-12-31", 1, "en", &error);

  g_assert_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_BAD_RULE);
  g_assert_null (edit);
}

static void
add_words (GKeyFile *file, const char *group, const char *key, GHashTable *words)
{
  g_auto (GStrv) list = g_key_file_get_string_list (file, group, key, NULL, NULL);

  for (guint i = 0; list[i]; i++)
    {
      g_auto (GStrv) lines = g_strsplit (list[i], "\n", -1);

      for (guint j = 0; lines[j]; j++)
        g_hash_table_add (words, g_strdup (lines[j]));
    }
}

/* Everything that the words say in @language and not in @other */
static GHashTable *
get_own_words (const char *language, const char *other)
{
  g_autoptr (GKeyFile) here = load_words (language);
  g_autoptr (GKeyFile) there = load_words (other);
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) groups = g_key_file_get_groups (here, NULL);
  GHashTableIter iter;
  gpointer word;

  for (guint i = 0; groups[i]; i++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (here, groups[i], NULL, NULL);

      for (guint j = 0; keys[j]; j++)
        if (!g_str_equal (keys[j], "language"))
          {
            add_words (here, groups[i], keys[j], words);
            add_words (there, groups[i], keys[j], others);
          }
    }
  g_hash_table_iter_init (&iter, others);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_hash_table_remove (words, word);
  return words;
}

static void
assert_no_words (TdmRecord *record, GHashTable *words)
{
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind <= TDM_FIELD_BLOCK)
      {
        g_auto (GStrv) lines = g_strsplit (sample_text (record, i), "\n", -1);

        for (guint j = 0; lines[j]; j++)
          if (g_hash_table_contains (words, lines[j]))
            g_error ("%s.%s: %s", tdm_record_get_table (record), fields[i].name, lines[j]);
      }
}

static void
test_no_text_of_the_other_language (void)
{
  static const char *const languages[] = { "de", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (TdmEdit) edit = sample_build (1, languages[i]);
      g_autoptr (GHashTable) words = get_own_words (languages[1 - i], languages[i]);
      TdmEditAction action;

      g_assert_cmpuint (g_hash_table_size (words), >, 500);
      for (guint j = 0; j < tdm_edit_get_size (edit); j++)
        assert_no_words (tdm_edit_get_step (edit, j, &action), words);
    }
}

static void
test_programme_says_who_coordinates (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) all = sample_get_all (edit, TDM_TYPE_PROGRAMME);

  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (sample_text (all->pdata[0], TDM_PROGRAMME_TITLE), ==, "Perspektivwechsel");
  g_assert_cmpstr (sample_text (all->pdata[0], TDM_PROGRAMME_ORGANIZER_EMAIL), ==, "perspektivwechsel@albris.example");
  g_assert_cmpstr (sample_text (all->pdata[0], TDM_PROGRAMME_ZONE), ==, "Europe/Berlin");
  g_assert_cmpstr (tdm_record_get_code (all->pdata[0], TDM_PROGRAMME_LANGUAGE), ==, "de");
}

static void
test_four_rounds (void)
{
  static const struct { const char *type, *state, *kickoff, *end; } rounds[] = {
    { "pilot", "archived", "2024-01-02", "2024-04-02" }, { "regular", "followup", "2024-04-30", "2025-04-30" },
    { "regular", "running", KICKOFF, "2027-03-03" }, { "regular", "draft", "", "" },
  };
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GPtrArray) all = sample_get_all (edit, TDM_TYPE_ROUND);

  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (rounds));
  for (guint i = 0; i < all->len; i++)
    {
      g_assert_cmpint (sample_number (all->pdata[i], TDM_ROUND_NUMBER), ==, i + 1);
      g_assert_cmpstr (tdm_record_get_code (all->pdata[i], TDM_ROUND_TYPE), ==, rounds[i].type);
      g_assert_cmpstr (tdm_record_get_code (all->pdata[i], TDM_ROUND_STATE), ==, rounds[i].state);
      g_assert_cmpstr (sample_text (all->pdata[i], TDM_ROUND_KICKOFF), ==, rounds[i].kickoff);
      g_assert_cmpstr (sample_text (all->pdata[i], TDM_ROUND_END_DATE), ==, rounds[i].end);
    }
  g_assert_nonnull (strstr (sample_text (all->pdata[0], TDM_ROUND_QUESTION), "weekly channel post"));
  g_assert_nonnull (strstr (sample_text (all->pdata[1], TDM_ROUND_NOTE), "after twelve months 8"));
}

static void
test_tandems_are_in_every_state (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) pilot = sample_get_pairs (edit, 1, TRUE);
  g_autoptr (GPtrArray) past = sample_get_pairs (edit, 2, TRUE);
  g_autoptr (GPtrArray) running = sample_get_pairs (edit, 3, TRUE);
  g_autoptr (GPtrArray) next = sample_get_pairs (edit, 4, TRUE);

  g_assert_cmpuint (pilot->len, ==, 1);
  g_assert_cmpuint (past->len, ==, 20);
  g_assert_cmpuint (running->len, ==, 21);
  g_assert_cmpuint (next->len, ==, 0);
  g_assert_cmpuint (sample_count_code (past, TDM_PAIR_STATE, "completed"), ==, 18);
  g_assert_cmpuint (sample_count_code (past, TDM_PAIR_STATE, "dissolved"), ==, 2);
  g_assert_cmpuint (sample_count_code (running, TDM_PAIR_STATE, "active"), ==, 18);
  g_assert_cmpuint (sample_count_code (running, TDM_PAIR_STATE, "paused"), ==, 1);
  g_assert_cmpuint (sample_count_code (running, TDM_PAIR_STATE, "completed"), ==, 1);
  g_assert_cmpuint (sample_count_code (running, TDM_PAIR_STATE, "dissolved"), ==, 1);
}

static void
test_history_leads_to_the_state (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) pairs = sample_get_all (edit, TDM_TYPE_PAIR);

  for (guint i = 0; i < pairs->len; i++)
    {
      g_autoptr (GPtrArray) events = sample_get_linked (edit, TDM_TYPE_PAIR_EVENT, TDM_PAIR_EVENT_PAIR,
                                                        pairs->pdata[i]);
      g_autoptr (TdmPair) walker = tdm_record_new (TDM_TYPE_PAIR);
      const char *before = "", *reason = "";

      for (guint j = 0; j < events->len; j++)
        {
          gint64 from = sample_number (events->pdata[j], TDM_PAIR_EVENT_FROM_STATE);
          gint64 to = sample_number (events->pdata[j], TDM_PAIR_EVENT_TO_STATE);

          g_assert_cmpint (from, ==, tdm_pair_get_state (walker));
          g_assert_true (tdm_pair_can_become (walker, to));
          g_assert_cmpstr (before, <, sample_text (events->pdata[j], TDM_PAIR_EVENT_HAPPENED_ON));
          before = sample_text (events->pdata[j], TDM_PAIR_EVENT_HAPPENED_ON);
          reason = tdm_record_get_code (events->pdata[j], TDM_PAIR_EVENT_REASON);
          tdm_record_set_integer (TDM_RECORD (walker), TDM_PAIR_STATE, to);
        }
      g_assert_cmpint (tdm_pair_get_state (walker), ==, tdm_pair_get_state (pairs->pdata[i]));
      g_assert_cmpstr (before, <=, TODAY);
      g_assert_cmpstr (reason, ==, tdm_record_get_code (pairs->pdata[i], TDM_PAIR_END_REASON));
      if (tdm_pair_is_over (pairs->pdata[i]))
        g_assert_cmpstr (sample_text (pairs->pdata[i], TDM_PAIR_ENDED_ON), ==, before);
      else
        g_assert_cmpstr (sample_text (pairs->pdata[i], TDM_PAIR_ENDED_ON), ==, "");
    }
}

static void
test_constellations (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) pairs = sample_get_pairs (edit, 3, FALSE);
  guint n_later = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const char *since = sample_text (pairs->pdata[i], TDM_PAIR_CONSTELLATION_SINCE);

      g_assert_cmpstr (since, <=, TODAY);
      n_later += strcmp (since, sample_text (pairs->pdata[i], TDM_PAIR_STARTED_ON)) > 0;
    }
  g_assert_cmpuint (sample_count_code (pairs, TDM_PAIR_CONSTELLATION, "mutual"), ==, 8 + 5);
  g_assert_cmpuint (sample_count_code (pairs, TDM_PAIR_CONSTELLATION, "one_sided"), ==, 12 - 5);
  g_assert_cmpuint (n_later, ==, 5);
}

static void
test_goals_on_the_right_sides (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) pairs = sample_get_pairs (edit, 3, FALSE);
  guint n_without = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      g_autoptr (GPtrArray) goals = sample_get_linked (edit, TDM_TYPE_GOAL, TDM_GOAL_PAIR, pairs->pdata[i]);
      guint n_mentee = sample_count_code (goals, TDM_GOAL_SIDE, "mentee");
      guint n_mentor = sample_count_code (goals, TDM_GOAL_SIDE, "mentor");
      gboolean is_mutual = g_str_equal (tdm_record_get_code (pairs->pdata[i], TDM_PAIR_CONSTELLATION), "mutual");

      n_without += n_mentee == 0;
      g_assert_cmpuint (n_mentee, <=, 3);
      g_assert_cmpuint (n_mentor, <=, 2);
      g_assert_true (is_mutual == (n_mentor > 0));
    }
  g_assert_cmpuint (n_without, ==, 1);
}

static void
test_goals_are_in_every_state (void)
{
  static const struct { const char *code; guint percent; } shares[] = {
    { "achieved", 35 }, { "in_progress", 40 }, { "open", 15 }, { "partly", 10 },
  };
  g_autoptr (TdmEdit) edit = sample_build (10, "en");
  g_autoptr (GPtrArray) goals = sample_get_all (edit, TDM_TYPE_GOAL);

  for (guint i = goals->len; i > 0; i--)
    {
      TdmRecord *round = sample_link (sample_link (goals->pdata[i - 1], TDM_GOAL_PAIR), TDM_PAIR_ROUND);

      if (sample_number (round, TDM_ROUND_NUMBER) != 3)
        g_ptr_array_remove_index (goals, i - 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      guint percent = sample_count_code (goals, TDM_GOAL_STATE, shares[i].code) * 100 / goals->len;

      g_test_message ("%s: %u %%", shares[i].code, percent);
      g_assert_cmpint (ABS ((int) percent - (int) shares[i].percent), <=, 4);
    }
}

static void
test_steps_agree_with_goals (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) goals = sample_get_all (edit, TDM_TYPE_GOAL);

  for (guint i = 0; i < goals->len; i++)
    {
      g_autoptr (GPtrArray) steps = sample_get_linked (edit, TDM_TYPE_GOAL_STEP, TDM_GOAL_STEP_GOAL, goals->pdata[i]);
      TdmGoalState state = tdm_goal_get_state (goals->pdata[i]);
      guint n_done = 0;

      g_assert_cmpuint (steps->len, >=, 3);
      g_assert_cmpuint (steps->len, <=, 6);
      for (guint j = 0; j < steps->len; j++)
        {
          n_done += tdm_goal_step_get_done (steps->pdata[j]);
          g_assert_cmpint (tdm_record_get_integer (steps->pdata[j], TDM_GOAL_STEP_POSITION), ==, j);
        }
      g_assert_true ((n_done == steps->len) == (state == TDM_GOAL_ACHIEVED));
      g_assert_true ((n_done == 0) == (state == TDM_GOAL_OPEN || state == TDM_GOAL_DROPPED));
    }
}

static void
test_scale_repeats_the_running_round (void)
{
  g_autoptr (TdmEdit) edit = sample_build (10, "de");
  g_autoptr (GPtrArray) running = sample_get_pairs (edit, 3, FALSE);
  g_autoptr (GPtrArray) past = sample_get_pairs (edit, 2, TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (running->len, ==, 200);
  g_assert_cmpuint (past->len, ==, 20);
  tdm_edit_check (edit, &error);
  g_assert_no_error (error);
}

/* So large that families run out and are joined */
static void
test_a_very_large_sample_is_sound (void)
{
  g_autoptr (TdmEdit) edit = sample_build (120, "en");
  g_autoptr (GError) error = NULL;

  tdm_edit_check (edit, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/drafts-are-sound", test_drafts_are_sound);
  g_test_add_func ("/sample/topics-to-start-with", test_topics_to_start_with);
  g_test_add_func ("/sample/every-day-gives-a-sample", test_every_day_gives_a_sample);
  g_test_add_func ("/sample/uids-are-unique-and-random", test_uids_are_unique_and_random);
  g_test_add_func ("/sample/links-lead-back", test_links_lead_back);
  g_test_add_func ("/sample/second-build-is-the-same", test_second_build_is_the_same);
  g_test_add_func ("/sample/languages-differ-in-texts-only", test_languages_differ_in_texts_only);
  g_test_add_func ("/sample/words-are-there-in-both-languages", test_words_are_there_in_both_languages);
  g_test_add_func ("/sample/every-question-has-its-result", test_every_question_has_its_result);
  g_test_add_func ("/sample/day-too-far-away-is-an-error", test_day_too_far_away_is_an_error);
  g_test_add_func ("/sample/no-text-of-the-other-language", test_no_text_of_the_other_language);
  g_test_add_func ("/sample/programme-says-who-coordinates", test_programme_says_who_coordinates);
  g_test_add_func ("/sample/four-rounds", test_four_rounds);
  g_test_add_func ("/sample/tandems-are-in-every-state", test_tandems_are_in_every_state);
  g_test_add_func ("/sample/history-leads-to-the-state", test_history_leads_to_the_state);
  g_test_add_func ("/sample/constellations", test_constellations);
  g_test_add_func ("/sample/goals-on-the-right-sides", test_goals_on_the_right_sides);
  g_test_add_func ("/sample/goals-are-in-every-state", test_goals_are_in_every_state);
  g_test_add_func ("/sample/steps-agree-with-goals", test_steps_agree_with_goals);
  g_test_add_func ("/sample/scale-repeats-the-running-round", test_scale_repeats_the_running_round);
  g_test_add_func ("/sample/a-very-large-one-is-sound", test_a_very_large_sample_is_sound);
  return g_test_run ();
}
