/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample.h"

#include "base/tdm-text.h"
#include "tdm-sample-goals.h"
#include "tdm-sample-history.h"
#include "tdm-sample-meetings.h"
#include "tdm-sample-participations.h"
#include "tdm-sample-profiles.h"
#include "tdm-sample-rounds.h"
#include "tdm-sample-running.h"

#include <stdlib.h>

#define SEED 2026
#define STREAM_OF_CONTENT 1
#define STREAM_OF_UIDS 2
/* What people need was noted down before the call of their round closed. */
#define PROFILES_BEFORE_KICKOFF 75

static void
init (TdmSample *self, const char *today, TdmSampleWords *words)
{
  *self = (TdmSample) { 0 };
  self->words = words;
  g_date_clear (&self->today, 1);
  g_date_set_dmy (&self->today, atoi (today + 8), atoi (today + 5), atoi (today));
  tdm_sample_random_init (&self->random, SEED, STREAM_OF_CONTENT);
  tdm_sample_random_init (&self->uids, SEED, STREAM_OF_UIDS);
  tdm_sample_meetings_fill_deck (self);
  tdm_sample_goals_fill_decks (self);
  self->edit = tdm_edit_new (tdm_sample_words_get_text (words, "programme", "title"));
  self->catalogue = tdm_sample_catalogue_new (words);
  self->names = tdm_sample_names_new (words, &self->random);
  self->people = g_ptr_array_new_with_free_func (g_free);
}

static TdmEdit *
clear (TdmSample *self)
{
  tdm_sample_catalogue_free (self->catalogue);
  tdm_sample_names_free (self->names);
  g_ptr_array_unref (self->people);
  return self->edit;
}

static void
add_topics (TdmSample *self)
{
  for (guint i = 0; i < self->catalogue->topics->len; i++)
    {
      TdmSampleTopic *topic = tdm_sample_catalogue_get_topic (self->catalogue, i);

      topic->record = tdm_sample_insert (self, TDM_TYPE_TOPIC);
      tdm_record_set_text (TDM_RECORD (topic->record), TDM_TOPIC_AREA,
                           tdm_sample_catalogue_get_area (self->catalogue, topic->area)->title);
      tdm_record_set_text (TDM_RECORD (topic->record), TDM_TOPIC_TITLE, topic->title);
    }
}

static void
add_block (TdmSample *self, gboolean is_first)
{
  guint first_person = self->people->len;
  GDate from = tdm_sample_dates_add_days (self->rounds[TDM_SAMPLE_RUNNING_ROUND].start, -PROFILES_BEFORE_KICKOFF);
  TdmSampleBlock block;

  tdm_sample_block_fill (&block, self, is_first);
  for (guint i = first_person; i < self->people->len; i++)
    tdm_sample_profiles_store (self, self->people->pdata[i], from);
  if (is_first)
    {
      tdm_sample_participations_add_past (self, &block);
      tdm_sample_history_add (self, &block);
      tdm_sample_meetings_fill_deck (self);
    }
  tdm_sample_participations_add_running (self, &block);
  tdm_sample_running_add (self, &block);
}

/**
 * tdm_sample_build:
 * @today: the day on which the sample stands, `YYYY-MM-DD`
 * @scale: how many times the twenty tandems of the running round come, at least 1
 * @language: the language of its texts, "de" or "en"
 * @error: return location
 *
 * Makes the programme of a company that does not exist: a pilot, a round that is over, one that is running and one that
 * is being prepared. All people in it are invented. The same arguments give the same content, uids included.
 *
 * Returns: (transfer full) (nullable): an edit that fills a new file
 */
TdmEdit *
tdm_sample_build (const char *today, guint scale, const char *language, GError **error)
{
  g_autoptr (TdmSampleWords) words = NULL;
  TdmSample self;

  g_return_val_if_fail (tdm_text_is_date (today), NULL);
  g_return_val_if_fail (scale >= 1, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  words = tdm_sample_words_new (language, error);
  if (!words)
    return NULL;

  init (&self, today, words);
  tdm_sample_rounds_add (&self);
  add_topics (&self);
  for (guint i = 0; i < scale; i++)
    add_block (&self, i == 0);
  return clear (&self);
}
