/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample.h"

#include "base/tdm-text.h"
#include "model/tdm-programme.h"
#include "tdm-sample-private.h"

/* How long before today the running round began */
#define DAYS_SINCE_KICKOFF 130
/* Where the streams of chance begin; other numbers make another sample. What goes to assistants has a stream of its
 * own: the uids of all else are in calendars and tests. */
#define FIRST_CHANCE G_GUINT64_CONSTANT (0x705F361E037CD417)
#define FIRST_UID G_GUINT64_CONSTANT (0x41A20E1F22705E05)
#define FIRST_ASSISTANT_UID G_GUINT64_CONSTANT (0x9B1C63D0E85F2A47)

/* Of 100 meetings of the running round, 80 took place, 8 were moved, 7 cancelled, 2 missed and 3 not recorded. Half as
 * many cards hold all of that within the first twenty tandems, where a few more are cancelled for other reasons. */
static const guint8 meeting_shares[] = {
  [TDM_SAMPLE_WENT_HELD] = 40, [TDM_SAMPLE_WENT_MOVED] = 4, [TDM_SAMPLE_WENT_CANCELLED] = 3,
  [TDM_SAMPLE_WENT_MISSED] = 1, [TDM_SAMPLE_WENT_UNRECORDED] = 2,
};

/* Of 100 goals of the running round, 35 are achieved, 40 in progress, 15 open and 10 partly achieved. About a third is
 * what the mentees work on now, which is open or in progress. */
static const guint8 goal_shares[TDM_SAMPLE_N_GOAL_DECKS][5] = {
  [TDM_SAMPLE_GOALS_CURRENT] = { [TDM_GOAL_OPEN] = 1, [TDM_GOAL_IN_PROGRESS] = 4 },
  [TDM_SAMPLE_GOALS_OTHER] = { [TDM_GOAL_OPEN] = 2, [TDM_GOAL_IN_PROGRESS] = 4, [TDM_GOAL_ACHIEVED] = 10,
                               [TDM_GOAL_PARTLY] = 4 },
  [TDM_SAMPLE_GOALS_CLOSED] = { [TDM_GOAL_ACHIEVED] = 6, [TDM_GOAL_PARTLY] = 3, [TDM_GOAL_DROPPED] = 1 },
};

static void
tdm_sample_init (TdmSample *self)
{
  self->chance.state = FIRST_CHANCE;
  self->uids.state = FIRST_UID;
  self->assistant_uids.state = FIRST_ASSISTANT_UID;
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sessions = g_array_new (FALSE, FALSE, sizeof (TdmSampleSession));
  self->goals = g_array_new (FALSE, FALSE, sizeof (TdmSampleGoal));
  for (guint i = 0; i < G_N_ELEMENTS (self->meeting_decks); i++)
    tdm_sample_deck_init (&self->meeting_decks[i], meeting_shares, G_N_ELEMENTS (meeting_shares));
  for (guint i = 0; i < TDM_SAMPLE_N_GOAL_DECKS; i++)
    tdm_sample_deck_init (&self->goal_decks[i], goal_shares[i], G_N_ELEMENTS (goal_shares[i]));
}

static void
tdm_sample_clear (TdmSample *self)
{
  g_clear_object (&self->edit);
  g_clear_pointer (&self->plan, g_key_file_unref);
  g_clear_pointer (&self->words, g_key_file_unref);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->records, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->topics, g_hash_table_unref);
  g_clear_pointer (&self->sessions, g_array_unref);
  g_clear_pointer (&self->goals, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TdmSample, tdm_sample_clear)

/* Whether a group is read this time: a larger sample reads the people and tandems of the running round again. */
static gboolean
tdm_sample_reads (TdmSample *self, const char *group)
{
  return self->copy == 0 || !g_key_file_get_boolean (self->plan, group, "once", NULL);
}

static void
tdm_sample_add_programme (TdmSample *self, const char *group)
{
  tdm_sample_add (self, TDM_TYPE_PROGRAMME, group);
}

static void
tdm_sample_add_round (TdmSample *self, const char *group)
{
  int starts = tdm_sample_get_number (self, group, "starts"), months = tdm_sample_get_number (self, group, "months");
  gpointer round;

  self->start = tdm_sample_days_nearest_tuesday (tdm_sample_days_add_months (self->kickoff, starts));
  self->end = tdm_sample_days_add_months (self->start, months);
  round = tdm_sample_add (self, TDM_TYPE_ROUND, group);
  if (months == 0)
    return;
  tdm_sample_set_day (round, TDM_ROUND_KICKOFF, self->start);
  tdm_sample_set_day (round, TDM_ROUND_END_DATE, self->end);
}

/* What people need, offer and like comes after all people. */
static void
tdm_sample_add_profiles (TdmSample *self, const char *group)
{
  g_auto (GStrv) groups = g_key_file_get_groups (self->plan, NULL);

  for (guint i = 0; groups[i]; i++)
    if (g_str_has_prefix (groups[i], "person ") && tdm_sample_reads (self, groups[i]))
      tdm_sample_add_profile (self, groups[i]);
}

/* The groups that make records, by the beginning of their names; these refer to the other groups. */
static const struct
{
  const char *kind;
  void (*add) (TdmSample *self, const char *group);
} kinds[] = {
  { "programme", tdm_sample_add_programme }, { "round ", tdm_sample_add_round }, { "area ", tdm_sample_add_area },
  { "person ", tdm_sample_add_person }, { "profiles", tdm_sample_add_profiles },
  { "people of ", tdm_sample_add_participants }, { "tandem ", tdm_sample_add_pair },
};

/**
 * tdm_sample_build:
 * @today: the day on which the sample stands, `YYYY-MM-DD`
 * @scale: how many times the twenty tandems of the running round come, at least 1
 * @language: the language of its texts, "de" or "en"
 * @error: TDM_CALENDAR_ERROR_BAD_RULE where meetings would be after 2099
 *
 * Makes the programme of a company that does not exist: a pilot, a round that is over, one that is running and one that
 * is being prepared. All people in it are invented. The same arguments give the same content, uids included.
 *
 * The plan in data/sample says who takes part and how a tandem goes. The calendar says how many meetings it has had by
 * today; which goals it has then and how each meeting went is dealt, in the same order every time.
 *
 * Returns: (transfer full) (nullable): an edit that fills a new file
 */
TdmEdit *
tdm_sample_build (const char *today, guint scale, const char *language, GError **error)
{
  g_auto (TdmSample) self = { 0 };
  g_auto (GStrv) groups = NULL;

  g_return_val_if_fail (tdm_text_is_date (today), NULL);
  g_return_val_if_fail (scale >= 1, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (!tdm_sample_load (&self, language, error))
    return NULL;

  tdm_sample_init (&self);
  self.today = tdm_day_parse (today);
  self.kickoff = tdm_sample_days_nearest_tuesday (tdm_sample_days_add (self.today, -DAYS_SINCE_KICKOFF));
  self.edit = tdm_edit_new (tdm_sample_get_words (&self, "programme", "title")[0]);
  groups = g_key_file_get_groups (self.plan, NULL);
  for (self.copy = 0; self.copy < scale; self.copy++)
    for (guint i = 0; groups[i] && !self.error; i++)
      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        if (g_str_has_prefix (groups[i], kinds[j].kind) && tdm_sample_reads (&self, groups[i]))
          kinds[j].add (&self, groups[i]);
  if (!self.error)
    return g_steal_pointer (&self.edit);

  g_propagate_error (error, self.error);
  return NULL;
}

/**
 * tdm_sample_make_topics:
 * @language: the language of the titles, "de" or "en"
 * @error: why the words cannot be read
 *
 * The topics of the sample, with which a programme can start: what people of most companies teach each other.
 *
 * Returns: (transfer full) (element-type TdmTopic) (nullable): drafts in the order of their areas
 */
GPtrArray *
tdm_sample_make_topics (const char *language, GError **error)
{
  g_auto (TdmSample) self = { 0 };
  g_auto (GStrv) groups = NULL;
  GPtrArray *topics;

  g_return_val_if_fail (language != NULL, NULL);

  if (!tdm_sample_load (&self, language, error))
    return NULL;

  tdm_sample_init (&self);
  self.edit = tdm_edit_new (NULL);
  groups = g_key_file_get_groups (self.plan, NULL);
  for (guint i = 0; groups[i]; i++)
    if (g_str_has_prefix (groups[i], "area "))
      tdm_sample_add_area (&self, groups[i]);
  topics = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tdm_edit_get_size (self.edit); i++)
    {
      TdmEditAction action;

      g_ptr_array_add (topics, g_object_ref (tdm_edit_get_step (self.edit, i, &action)));
    }
  return topics;
}
