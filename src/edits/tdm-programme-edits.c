/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-programme-edits.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-role-words.h"
#include "model/tdm-round.h"
#include "model/tdm-topic.h"

/**
 * tdm_programme_edits_save:
 * @draft: a draft of a live programme
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_INVALID if both roles have the same name, be it the
 *   usual one of the other: they could not be told apart
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
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("Both roles have the same name."));
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
  g_autofree char *today = tdm_clock_today ();

  tdm_record_set_text (programme, TDM_PROGRAMME_ZONE, tdm_zone_get_system ());
  tdm_record_set_integer (programme, TDM_PROGRAMME_LANGUAGE,
                          g_str_has_prefix (g_get_language_names ()[0], "de") ? TDM_LANGUAGE_DE : TDM_LANGUAGE_EN);
  tdm_record_set_integer (round, TDM_ROUND_NUMBER, 1);
  tdm_record_set_text (round, TDM_ROUND_TITLE, _ ("First round"));
  tdm_record_set_text (round, TDM_ROUND_KICKOFF, today);
  tdm_record_set_integer (round, TDM_ROUND_MINUTES, 60);
  return edit;
}

/* What is said of how the method is used; a company, its people and its dates are not */
static const guint programme_kept[] = {
  TDM_PROGRAMME_MENTEE_LABEL, TDM_PROGRAMME_MENTOR_LABEL, TDM_PROGRAMME_ZONE, TDM_PROGRAMME_LANGUAGE,
};

static const guint round_kept[] = {
  TDM_ROUND_NUMBER,       TDM_ROUND_TITLE,        TDM_ROUND_TYPE,            TDM_ROUND_MINUTES,   TDM_ROUND_QUESTION,
  TDM_ROUND_MANAGER_RULE, TDM_ROUND_EARLIER_RULE, TDM_ROUND_DEPARTMENT_RULE, TDM_ROUND_CRITERION, TDM_ROUND_JUSTIFICATION,
};

static const guint topic_kept[] = { TDM_TOPIC_AREA, TDM_TOPIC_TITLE };

/**
 * tdm_programme_edits_start_from:
 * @programme: a live programme, of another file
 * @rounds: (element-type TdmRound): its rounds
 * @topics: (element-type TdmTopic): its topics
 * @title: what the new programme is called
 *
 * Begins a programme for somebody else with what was worked out in this one: topics, words for the roles, language, time
 * zone, and the settings of the rounds, which are drafts without dates. Nobody who takes part, coordinates or pays for
 * this programme is in it, and no note.
 *
 * Returns: (transfer full): the edit for an empty file
 */
TdmEdit *
tdm_programme_edits_start_from (TdmProgramme *programme, GListModel *rounds, GListModel *topics, const char *title)
{
  TdmEdit *edit = tdm_edit_new (NULL);

  g_return_val_if_fail (TDM_IS_PROGRAMME (programme), edit);

  tdm_record_copy_fields (programme_edits_begin (edit, title), TDM_RECORD (programme), programme_kept,
                          G_N_ELEMENTS (programme_kept));
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (TdmRecord) round = g_list_model_get_item (rounds, i);

      tdm_record_copy_fields (tdm_edit_insert (edit, TDM_TYPE_ROUND), round, round_kept, G_N_ELEMENTS (round_kept));
    }
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (TdmRecord) topic = g_list_model_get_item (topics, i);

      tdm_record_copy_fields (tdm_edit_insert (edit, TDM_TYPE_TOPIC), topic, topic_kept, G_N_ELEMENTS (topic_kept));
    }
  return edit;
}
