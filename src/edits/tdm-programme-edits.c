/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-programme-edits.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-languages.h"
#include "model/tdm-role-words.h"
#include "model/tdm-round.h"
#include "model/tdm-topic.h"
#include "tdm-programme-text.h"

/**
 * tdm_programme_edits_save:
 * @draft: a draft of a live programme
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_INVALID if both roles have the same name, be it
 * the usual one of the other: they could not be told apart
 */
TdmEdit *
tdm_programme_edits_save (TdmRecord *draft)
{
  TdmEdit *edit = tdm_edit_new_save (draft);
  g_autofree char *mentee = NULL, *mentor = NULL;

  g_return_val_if_fail (TDM_IS_PROGRAMME (draft), edit);

  mentee = tdm_text_fold (tdm_role_words_get (TDM_PROGRAMME (draft), TDM_ROLE_MENTEE));
  mentor = tdm_text_fold (tdm_role_words_get (TDM_PROGRAMME (draft), TDM_ROLE_MENTOR));
  if (g_str_equal (mentee, mentor))
    /* Translators: what a programme calls mentees and mentors */
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("Both roles are called “%s”."),
                     tdm_role_words_get (TDM_PROGRAMME (draft), TDM_ROLE_MENTEE));
  return edit;
}

static TdmRecord *
programme_edits_begin (TdmEdit *edit, const char *title)
{
  TdmRecord *programme = tdm_edit_insert (edit, TDM_TYPE_PROGRAMME);

  tdm_record_set_text (programme, TDM_PROGRAMME_TITLE, title);
  tdm_record_set_text (programme, TDM_PROGRAMME_ORGANIZER_NAME, g_get_real_name ());
  return programme;
}

/**
 * tdm_programme_edits_get_first_round:
 * @language: the language of a programme
 *
 * Returns: what its first round is called
 */
const char *
tdm_programme_edits_get_first_round (TdmLanguage language)
{
  if (language == TDM_LANGUAGE_OF_COMPUTER)
    language = tdm_languages_get_of_computer ();
  /* gettext knows one language a process, and none at all where that of the computer is the one of C. */
  return language == TDM_LANGUAGE_DE ? "Erste Runde" : "First round";
}

/**
 * tdm_programme_edits_start:
 * @title: what the programme is called
 *
 * Begins a programme with a first round, in the time zone and the language of this computer.
 *
 * Returns: (transfer full): the edit for an empty file
 */
TdmEdit *
tdm_programme_edits_start (const char *title)
{
  TdmEdit *edit = tdm_edit_new (NULL);
  TdmRecord *programme = programme_edits_begin (edit, title);
  TdmRecord *round = tdm_edit_insert (edit, TDM_TYPE_ROUND);
  TdmLanguage language = tdm_languages_get_of_computer ();
  g_autofree char *today = tdm_clock_today ();

  tdm_record_set_text (programme, TDM_PROGRAMME_ZONE, tdm_zone_get_system ());
  tdm_record_set_integer (programme, TDM_PROGRAMME_LANGUAGE, language);
  tdm_record_set_integer (round, TDM_ROUND_NUMBER, 1);
  tdm_record_set_text (round, TDM_ROUND_TITLE, tdm_programme_edits_get_first_round (language));
  tdm_record_set_text (round, TDM_ROUND_KICKOFF, today);
  tdm_record_set_integer (round, TDM_ROUND_MINUTES, 60);
  return edit;
}

/* Settings say nothing of anybody. */
static const guint programme_kept[] = { TDM_PROGRAMME_LANGUAGE };

static const guint round_kept[] = {
  TDM_ROUND_NUMBER,       TDM_ROUND_TYPE,         TDM_ROUND_MINUTES,
  TDM_ROUND_MANAGER_RULE, TDM_ROUND_EARLIER_RULE, TDM_ROUND_DEPARTMENT_RULE,
};

/* What was written may; what only makes sense together is one text. */
static const guint role_words[] = { TDM_PROGRAMME_MENTEE_LABEL, TDM_PROGRAMME_MENTOR_LABEL };
static const guint question[] = { TDM_ROUND_QUESTION };
static const guint criterion[] = { TDM_ROUND_CRITERION, TDM_ROUND_JUSTIFICATION };
static const guint topic_words[] = { TDM_TOPIC_TITLE, TDM_TOPIC_AREA };

static void
texts_add (GListStore *texts, gpointer record, const guint *fields, guint n_fields)
{
  g_autoptr (TdmProgrammeText) text = tdm_programme_text_new (record, fields, n_fields);
  g_autofree char *written = tdm_programme_text_dup_text (text);

  if (*written)
    g_list_store_append (texts, text);
}

/**
 * tdm_programme_edits_list_texts:
 * @programme: a live programme
 * @rounds: (element-type TdmRound): its rounds
 * @topics: (element-type TdmTopic): its topics
 *
 * Lists what another programme can begin with and may say for whom it was written: words for the roles, test questions
 * and criteria of rounds, topics.
 *
 * Returns: (transfer full) (element-type TdmProgrammeText): the texts
 */
GListModel *
tdm_programme_edits_list_texts (TdmProgramme *programme, GListModel *rounds, GListModel *topics)
{
  GListStore *texts = g_list_store_new (TDM_TYPE_PROGRAMME_TEXT);

  g_return_val_if_fail (TDM_IS_PROGRAMME (programme), G_LIST_MODEL (texts));

  texts_add (texts, programme, role_words, G_N_ELEMENTS (role_words));
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (TdmRecord) round = g_list_model_get_item (rounds, i);

      texts_add (texts, round, question, G_N_ELEMENTS (question));
      texts_add (texts, round, criterion, G_N_ELEMENTS (criterion));
    }
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (TdmRecord) topic = g_list_model_get_item (topics, i);

      texts_add (texts, topic, topic_words, G_N_ELEMENTS (topic_words));
    }
  return G_LIST_MODEL (texts);
}

/* @texts: those of @record are copied. */
static void
record_take_texts (TdmRecord *draft, gpointer record, GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    if (tdm_programme_text_get_record (texts->pdata[i]) == record)
      tdm_programme_text_copy (texts->pdata[i], draft);
}

static void
programme_edits_add_round (TdmEdit *edit, TdmRecord *round, GPtrArray *texts)
{
  TdmRecord *draft = tdm_edit_insert (edit, TDM_TYPE_ROUND);
  /* Translators: the title of a round that is only called by its number */
  g_autofree char *title = g_strdup_printf (_ ("Round %u"), (guint) tdm_record_get_integer (round, TDM_ROUND_NUMBER));

  tdm_record_copy_fields (draft, round, round_kept, G_N_ELEMENTS (round_kept));
  tdm_record_set_text (draft, TDM_ROUND_TITLE, title);
  record_take_texts (draft, round, texts);
}

/**
 * tdm_programme_edits_start_from:
 * @programme: a live programme, of another file
 * @rounds: (element-type TdmRound): its rounds
 * @texts: (element-type TdmProgrammeText): which of tdm_programme_edits_list_texts() go along
 * @title: what the new programme is called
 *
 * Begins a programme for another company with what was worked out in this one: language, time zone, the settings of the
 * rounds, which are drafts without dates and called by their numbers, and the texts that were chosen. Nobody who takes
 * part, coordinates or pays for this programme is in it, and no note.
 *
 * Returns: (transfer full): the edit for an empty file; the first record it adds is the programme
 */
TdmEdit *
tdm_programme_edits_start_from (TdmProgramme *programme, GListModel *rounds, GPtrArray *texts, const char *title)
{
  TdmEdit *edit = tdm_edit_new (NULL);
  TdmRecord *draft;

  g_return_val_if_fail (TDM_IS_PROGRAMME (programme), edit);

  draft = programme_edits_begin (edit, title);
  tdm_record_copy_fields (draft, TDM_RECORD (programme), programme_kept, G_N_ELEMENTS (programme_kept));
  tdm_record_set_text (draft, TDM_PROGRAMME_ZONE, tdm_zone_get_current_name (tdm_programme_get_zone (programme)));
  record_take_texts (draft, programme, texts);
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (TdmRecord) round = g_list_model_get_item (rounds, i);

      programme_edits_add_round (edit, round, texts);
    }
  for (guint i = 0; i < texts->len; i++)
    if (TDM_IS_TOPIC (tdm_programme_text_get_record (texts->pdata[i])))
      tdm_programme_text_copy (texts->pdata[i], tdm_edit_insert (edit, TDM_TYPE_TOPIC));
  return edit;
}
