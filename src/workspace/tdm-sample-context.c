/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-context.h"

/**
 * tdm_sample_insert:
 * @self: the sample
 * @type: a record type
 *
 * Returns: (transfer none): a new record of the edit, whose uid is the same in every build
 */
gpointer
tdm_sample_insert (TdmSample *self, GType type)
{
  gpointer record = tdm_edit_insert (self->edit, type);
  char uid[TDM_SAMPLE_UID_SIZE];

  tdm_sample_random_make_uid (&self->uids, uid);
  tdm_record_set_uid (record, uid);
  return record;
}

/**
 * tdm_sample_set_day:
 * @record: (type TdmRecord): a draft
 * @field: the index of a date field
 * @day: a day
 */
void
tdm_sample_set_day (gpointer record, guint field, GDate day)
{
  char text[TDM_SAMPLE_LOCAL_SIZE];

  tdm_sample_dates_format_local (day, NULL, text);
  tdm_record_set_text (record, field, text);
}

/**
 * tdm_sample_pick_note:
 * @self: the sample
 * @group: a group of the words
 * @key: a key with a list
 *
 * Returns: (transfer none): any of the texts
 */
const char *
tdm_sample_pick_note (TdmSample *self, const char *group, const char *key)
{
  const char *const *list = tdm_sample_words_get_list (self->words, group, key);

  return list[tdm_sample_random_below (&self->random, g_strv_length ((char **) list))];
}

/**
 * tdm_sample_pick_day:
 * @self: the sample
 * @from: the first day
 * @days: of how many
 *
 * Returns: any of these days that is not in a weekend, or the Friday before it
 */
GDate
tdm_sample_pick_day (TdmSample *self, GDate from, guint days)
{
  GDate day = tdm_sample_dates_add_days (from, tdm_sample_random_below (&self->random, days));
  int over = (int) g_date_get_weekday (&day) - G_DATE_FRIDAY;

  return over > 0 ? tdm_sample_dates_add_days (day, -over) : day;
}

/**
 * tdm_sample_get_owner:
 * @self: the sample
 * @round: the index of a round
 *
 * Returns: (transfer none): who runs it: a project group until HR took over with round 3
 */
const char *
tdm_sample_get_owner (TdmSample *self, guint round)
{
  return tdm_sample_words_pick (self->words, "programme", "owners", round < TDM_SAMPLE_RUNNING_ROUND ? 0 : 1);
}

/**
 * tdm_sample_get_address:
 * @self: the sample
 *
 * Returns: (transfer none): where the coordination has its mail
 */
const char *
tdm_sample_get_address (TdmSample *self)
{
  return tdm_sample_words_get_codes (self->words, "programme", "address")[0];
}
