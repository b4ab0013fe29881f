/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "edits-fixture.h"

#include "edits/tdm-programme-edits.h"
#include "edits/tdm-programme-text.h"
#include "model/tdm-topic.h"

#include <string.h>

/* How a programme begins. */

typedef struct
{
  EditsFixture base;
  TdmProgramme *programme;
  GListStore *rounds;
  GListStore *topics;
} Fixture;

/* Of every text field a record says the name of that field, with a word before it. */
static void
fill_texts (TdmRecord *record, const char *word)
{
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %s", word, fields[i].name);

      if (fields[i].kind <= TDM_FIELD_BLOCK)
        tdm_record_set_text (record, i, text);
    }
}

static void
add_round (Fixture *self, int number, TdmRoundState state)
{
  TdmRecord *round = edits_add (&self->base, TDM_TYPE_ROUND);

  fill_texts (round, "Albris");
  tdm_record_set_integer (round, TDM_ROUND_NUMBER, number);
  tdm_record_set_integer (round, TDM_ROUND_TYPE, TDM_ROUND_PILOT);
  tdm_record_set_integer (round, TDM_ROUND_STATE, state);
  tdm_record_set_integer (round, TDM_ROUND_MINUTES, 45);
  tdm_record_set_integer (round, TDM_ROUND_MANAGER_RULE, TDM_MANAGER_WARN);
  tdm_record_set_text (round, TDM_ROUND_KICKOFF, "2026-01-12");
  tdm_record_set_text (round, TDM_ROUND_CALL_ON, "2025-11-03");
  edits_make_live (round);
  g_list_store_append (self->rounds, round);
}

static void
add_topic (Fixture *self, const char *area, const char *title)
{
  TdmRecord *topic = edits_add (&self->base, TDM_TYPE_TOPIC);

  tdm_record_set_text (topic, TDM_TOPIC_AREA, area);
  tdm_record_set_text (topic, TDM_TOPIC_TITLE, title);
  edits_make_live (topic);
  g_list_store_append (self->topics, topic);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  TdmRecord *programme;

  edits_set_up (&self->base, data);
  self->rounds = g_list_store_new (TDM_TYPE_ROUND);
  self->topics = g_list_store_new (TDM_TYPE_TOPIC);
  programme = edits_add (&self->base, TDM_TYPE_PROGRAMME);
  fill_texts (programme, "Albris");
  tdm_record_set_text (programme, TDM_PROGRAMME_ORGANIZER_EMAIL, "tandem@albris.example");
  tdm_record_set_text (programme, TDM_PROGRAMME_ZONE, "Asia/Tokyo");
  tdm_record_set_text (programme, TDM_PROGRAMME_MENTEE_LABEL, "Explorer");
  tdm_record_set_text (programme, TDM_PROGRAMME_MENTOR_LABEL, "Guide");
  tdm_record_set_integer (programme, TDM_PROGRAMME_LANGUAGE, TDM_LANGUAGE_DE);
  edits_make_live (programme);
  self->programme = TDM_PROGRAMME (programme);
  add_round (self, 1, TDM_ROUND_STATE_ARCHIVED);
  add_round (self, 2, TDM_ROUND_STATE_RUNNING);
  add_topic (self, "Media", "Podcasts");
  add_topic (self, "", "Generation Z");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->rounds);
  g_clear_object (&self->topics);
  edits_tear_down (&self->base, data);
}

static GListModel *
list_texts (Fixture *self)
{
  return tdm_programme_edits_list_texts (self->programme, G_LIST_MODEL (self->rounds), G_LIST_MODEL (self->topics));
}

/* With all texts, or with none */
static TdmEdit *
start_from (Fixture *self, gboolean with_texts)
{
  g_autoptr (GListModel) texts = list_texts (self);
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; with_texts && i < g_list_model_get_n_items (texts); i++)
    g_ptr_array_add (taken, g_list_model_get_item (texts, i));
  return tdm_programme_edits_start_from (self->programme, G_LIST_MODEL (self->rounds), taken, "Borealis");
}

/* The record of a type that an edit adds */
static TdmRecord *
get_added (TdmEdit *edit, GType type, guint index)
{
  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmEditAction action;
      TdmRecord *record = tdm_edit_get_step (edit, i, &action);

      g_assert_cmpint (action, ==, TDM_EDIT_INSERT);
      if (G_OBJECT_TYPE (record) == type && index-- == 0)
        return record;
    }
  return NULL;
}

static void
test_begins_in_the_language_of_the_computer (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_programme_edits_start ("Borealis");

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpstr (tdm_record_get_code (get_added (edit, TDM_TYPE_PROGRAMME, 0), TDM_PROGRAMME_LANGUAGE), ==, "en");
}

static void
test_keeps_settings (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = start_from (self, FALSE);
  TdmRecord *programme = get_added (edit, TDM_TYPE_PROGRAMME, 0);
  TdmRecord *round = get_added (edit, TDM_TYPE_ROUND, 1);

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpstr (tdm_record_get_text (programme, TDM_PROGRAMME_TITLE), ==, "Borealis");
  g_assert_cmpstr (tdm_record_get_text (programme, TDM_PROGRAMME_ZONE), ==, "Asia/Tokyo");
  g_assert_cmpstr (tdm_record_get_code (programme, TDM_PROGRAMME_LANGUAGE), ==, "de");
  g_assert_cmpstr (tdm_record_get_text (round, TDM_ROUND_TITLE), ==, "Round 2");
  g_assert_cmpint (tdm_record_get_integer (round, TDM_ROUND_NUMBER), ==, 2);
  g_assert_cmpint (tdm_record_get_integer (round, TDM_ROUND_MINUTES), ==, 45);
  g_assert_cmpint (tdm_record_get_integer (round, TDM_ROUND_TYPE), ==, TDM_ROUND_PILOT);
  g_assert_cmpint (tdm_record_get_integer (round, TDM_ROUND_MANAGER_RULE), ==, TDM_MANAGER_WARN);
  g_assert_null (get_added (edit, TDM_TYPE_ROUND, 2));
}

static void
test_calls_its_zone_by_the_name_of_today (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = NULL;

  edits_change_text (self->programme, TDM_PROGRAMME_ZONE, "Europe/Kiev");
  edit = start_from (self, FALSE);
  g_assert_cmpstr (tdm_record_get_text (get_added (edit, TDM_TYPE_PROGRAMME, 0), TDM_PROGRAMME_ZONE), ==,
                   "Europe/Kyiv");
}

static void
test_keeps_texts_that_are_chosen (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = start_from (self, TRUE);
  TdmRecord *programme = get_added (edit, TDM_TYPE_PROGRAMME, 0);
  TdmRecord *round = get_added (edit, TDM_TYPE_ROUND, 1);

  g_assert_true (tdm_edit_check (edit, NULL));
  g_assert_cmpstr (tdm_record_get_text (programme, TDM_PROGRAMME_MENTEE_LABEL), ==, "Explorer");
  g_assert_cmpstr (tdm_record_get_text (programme, TDM_PROGRAMME_MENTOR_LABEL), ==, "Guide");
  g_assert_cmpstr (tdm_record_get_text (round, TDM_ROUND_QUESTION), ==, "Albris question");
  g_assert_cmpstr (tdm_record_get_text (round, TDM_ROUND_CRITERION), ==, "Albris criterion");
  g_assert_cmpstr (tdm_record_get_text (round, TDM_ROUND_JUSTIFICATION), ==, "Albris justification");
  g_assert_cmpstr (tdm_record_get_text (get_added (edit, TDM_TYPE_TOPIC, 0), TDM_TOPIC_AREA), ==, "Media");
  g_assert_cmpstr (tdm_record_get_text (get_added (edit, TDM_TYPE_TOPIC, 1), TDM_TOPIC_TITLE), ==, "Generation Z");
  g_assert_null (get_added (edit, TDM_TYPE_TOPIC, 2));
}

/* What was written for a company may name it: nothing of that goes along unless it was chosen, and was listed. */
static void
test_says_nothing_of_the_company (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = start_from (self, FALSE);

  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 1 + 2);
  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmEditAction action;
      TdmRecord *record = tdm_edit_get_step (edit, i, &action);
      guint n_fields;
      const TdmField *fields = tdm_record_get_fields (record, &n_fields);

      for (guint j = 0; j < n_fields; j++)
        if (fields[j].kind <= TDM_FIELD_BLOCK)
          g_assert_null (strstr (tdm_record_get_text (record, j), "Albris"));
    }
}

static void
test_lists_texts (Fixture *self, gconstpointer data)
{
  static const char *const expected[] = {
    "Explorer\nGuide", "Albris question", "Albris criterion\nAlbris justification",
    "Albris question",  "Albris criterion\nAlbris justification", "Podcasts\nMedia", "Generation Z",
  };
  g_autoptr (GListModel) texts = list_texts (self);

  g_assert_cmpuint (g_list_model_get_n_items (texts), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (TdmProgrammeText) text = g_list_model_get_item (texts, i);
      g_autofree char *written = tdm_programme_text_dup_text (text);

      g_assert_cmpstr (written, ==, expected[i]);
    }
}

/* Rounds begin anew: they are drafts, and nothing has a day yet. */
static void
test_rounds_are_drafts (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = start_from (self, TRUE);

  for (guint i = 0; i < 2; i++)
    {
      TdmRecord *round = get_added (edit, TDM_TYPE_ROUND, i);
      guint n_fields;
      const TdmField *fields = tdm_record_get_fields (round, &n_fields);

      g_assert_cmpint (tdm_record_get_integer (round, TDM_ROUND_STATE), ==, TDM_ROUND_STATE_DRAFT);
      for (guint j = 0; j < n_fields; j++)
        if (fields[j].kind == TDM_FIELD_DATE)
          g_assert_cmpstr (tdm_record_get_text (round, j), ==, "");
    }
}

/* Neither those who take part nor those who coordinate or pay for it, nor what was noted */
static void
test_keeps_nobody (Fixture *self, gconstpointer data)
{
  static const TdmProgrammeField not_kept[] = { TDM_PROGRAMME_COMPANY, TDM_PROGRAMME_REASON, TDM_PROGRAMME_SPONSOR,
                                                TDM_PROGRAMME_OWNER, TDM_PROGRAMME_ORGANIZER_EMAIL };
  g_autoptr (TdmEdit) edit = start_from (self, TRUE);
  TdmRecord *programme = get_added (edit, TDM_TYPE_PROGRAMME, 0);

  for (guint i = 0; i < G_N_ELEMENTS (not_kept); i++)
    g_assert_cmpstr (tdm_record_get_text (programme, not_kept[i]), ==, "");
  g_assert_cmpstr (tdm_record_get_text (programme, TDM_PROGRAMME_ORGANIZER_NAME), ==, g_get_real_name ());
  g_assert_null (tdm_record_get_link (programme, TDM_PROGRAMME_SELF));
  g_assert_cmpstr (tdm_record_get_text (get_added (edit, TDM_TYPE_ROUND, 0), TDM_ROUND_NOTE), ==, "");
  g_assert_cmpuint (tdm_edit_get_size (edit), ==, 1 + 2 + 2);
}

static void
test_both_roles_have_a_word_of_their_own (Fixture *self, gconstpointer data)
{
  static const struct { const char *mentee, *mentor, *problem; } cases[] = {
    { "Explorer", "Guide", "" },
    { "", "", "" },
    { "Guide", " GUIDE", "Both roles are called “Guide”." },
    { "", "Mentee", "Both roles are called “Mentee”." },
    { "Mentor", "", "Both roles are called “Mentor”." },
    { "Mentor", "Guide", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (self->programme));
      g_autoptr (TdmEdit) edit = NULL;
      g_autoptr (GError) error = NULL;

      tdm_record_set_text (draft, TDM_PROGRAMME_MENTEE_LABEL, cases[i].mentee);
      tdm_record_set_text (draft, TDM_PROGRAMME_MENTOR_LABEL, cases[i].mentor);
      edit = tdm_programme_edits_save (draft);
      g_assert_true (tdm_edit_check (edit, &error) == (*cases[i].problem == '\0'));
      g_assert_cmpstr (error ? error->message : "", ==, cases[i].problem);
    }
}

#define ADD(path, func) g_test_add ("/programme-edits/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("begins-in-the-language-of-the-computer", test_begins_in_the_language_of_the_computer);
  ADD ("keeps-settings", test_keeps_settings);
  ADD ("calls-its-zone-by-the-name-of-today", test_calls_its_zone_by_the_name_of_today);
  ADD ("keeps-texts-that-are-chosen", test_keeps_texts_that_are_chosen);
  ADD ("says-nothing-of-the-company", test_says_nothing_of_the_company);
  ADD ("lists-texts", test_lists_texts);
  ADD ("rounds-are-drafts", test_rounds_are_drafts);
  ADD ("keeps-nobody", test_keeps_nobody);
  ADD ("both-roles-have-a-word-of-their-own", test_both_roles_have_a_word_of_their_own);
  return g_test_run ();
}
