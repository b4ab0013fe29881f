/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-participations.h"

#include "model/tdm-participation.h"

/* Twenty-eight applications: nineteen came by themselves, six people were approached, three recommended. */
static const TdmSource mentor_sources[TDM_SAMPLE_N_SLOTS + TDM_SAMPLE_N_SPARES] = {
  [0] = TDM_SOURCE_APPROACHED, [1] = TDM_SOURCE_APPROACHED, [2] = TDM_SOURCE_APPROACHED,
  [9] = TDM_SOURCE_APPROACHED, [13] = TDM_SOURCE_APPROACHED, [17] = TDM_SOURCE_APPROACHED,
  [6] = TDM_SOURCE_RECOMMENDED, [12] = TDM_SOURCE_RECOMMENDED, [22] = TDM_SOURCE_RECOMMENDED,
};

static const struct { TdmParticipationState state; const char *reason; } spare_states[TDM_SAMPLE_N_SPARES] = {
  { TDM_PARTICIPATION_RESERVE, NULL }, { TDM_PARTICIPATION_RESERVE, NULL }, { TDM_PARTICIPATION_RESERVE, NULL },
  { TDM_PARTICIPATION_RESERVE, NULL }, { TDM_PARTICIPATION_DECLINED, "age_rule" },
  { TDM_PARTICIPATION_DECLINED, "score" }, { TDM_PARTICIPATION_DECLINED, "manager_info" },
  { TDM_PARTICIPATION_WITHDRAWN, "withdrawn" },
};

/* Usually several; at least one. */
static void
set_motives (TdmSample *sample, TdmRecord *record)
{
  static const struct { const char *code; guint percent; } motives[] = {
    { "inspiration", 80 }, { "giveback", 40 }, { "leadership", 50 },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (motives); i++)
    if (tdm_sample_random_chance (&sample->random, motives[i].percent))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", motives[i].code);
  tdm_record_set_text (record, TDM_PARTICIPATION_MOTIVES, text->len > 0 ? text->str : motives[0].code);
}

static TdmRecord *
add (TdmSample *sample, guint round, const TdmSamplePerson *person, TdmRole role, TdmSource source,
     TdmParticipationState state)
{
  TdmRecord *record = tdm_sample_insert (sample, TDM_TYPE_PARTICIPATION);

  tdm_record_set_link (record, TDM_PARTICIPATION_ROUND, sample->rounds[round].record);
  tdm_record_set_link (record, TDM_PARTICIPATION_PERSON, person->record);
  tdm_record_set_integer (record, TDM_PARTICIPATION_ROLE, role);
  tdm_record_set_integer (record, TDM_PARTICIPATION_SOURCE, source);
  tdm_record_set_integer (record, TDM_PARTICIPATION_STATE, state);
  tdm_record_set_integer (record, TDM_PARTICIPATION_CAPACITY, 1);
  if (person->is_erased)
    return record;

  set_motives (sample, record);
  tdm_record_set_text (record, TDM_PARTICIPATION_EXPECTATIONS,
                       tdm_sample_pick_note (sample, "expectations", role == TDM_ROLE_MENTEE ? "mentee" : "mentor"));
  return record;
}

/* From the call to its closing date */
static void
set_consent (TdmSample *sample, TdmRecord *record, guint round)
{
  GDate call = tdm_sample_dates_add_days (sample->rounds[round].start, -75);

  tdm_sample_set_day (record, TDM_PARTICIPATION_CONSENT, tdm_sample_pick_day (sample, call, 30));
}

static void
set_reason (TdmSample *sample, TdmRecord *record, const char *key)
{
  tdm_record_set_text (record, TDM_PARTICIPATION_REASON, tdm_sample_words_get_text (sample->words, "decisions", key));
}

/* The board has to take part, the others chose to. */
static TdmSource
choose_mentee_source (TdmSample *sample, const TdmSamplePerson *person)
{
  static const TdmSource sources[] = { TDM_SOURCE_APPROACHED, TDM_SOURCE_APPLIED, TDM_SOURCE_RECOMMENDED };

  if (person->level == 1)
    return TDM_SOURCE_NOMINATED;
  return sources[tdm_sample_random_below (&sample->random, G_N_ELEMENTS (sources))];
}

static void
add_spare (TdmSample *sample, const TdmSampleBlock *block, guint i)
{
  TdmRecord *record = add (sample, TDM_SAMPLE_RUNNING_ROUND, block->spares[i], TDM_ROLE_MENTOR,
                           mentor_sources[TDM_SAMPLE_N_SLOTS + i], spare_states[i].state);

  set_consent (sample, record, TDM_SAMPLE_RUNNING_ROUND);
  if (spare_states[i].reason)
    set_reason (sample, record, spare_states[i].reason);
}

/**
 * tdm_sample_participations_add_running:
 * @sample: the sample
 * @block: the people
 *
 * Adds who takes part in round 3, and who would have liked to.
 */
void
tdm_sample_participations_add_running (TdmSample *sample, const TdmSampleBlock *block)
{
  TdmRecord *record;

  for (guint i = 0; i < TDM_SAMPLE_N_SLOTS; i++)
    {
      record = add (sample, TDM_SAMPLE_RUNNING_ROUND, block->mentees[i], TDM_ROLE_MENTEE,
                    choose_mentee_source (sample, block->mentees[i]), TDM_PARTICIPATION_MATCHED);
      set_consent (sample, record, TDM_SAMPLE_RUNNING_ROUND);
      record = add (sample, TDM_SAMPLE_RUNNING_ROUND, block->mentors[i], TDM_ROLE_MENTOR, mentor_sources[i],
                    TDM_PARTICIPATION_MATCHED);
      set_consent (sample, record, TDM_SAMPLE_RUNNING_ROUND);
      if (i == TDM_SAMPLE_SLOT_REMATCHED_MENTEE)
        set_reason (sample, record, "from_reserve");
    }
  for (guint i = 0; i < TDM_SAMPLE_N_SPARES; i++)
    add_spare (sample, block, i);
}

static void
add_alumni (TdmSample *sample, guint round, const TdmSamplePerson *mentee, const TdmSamplePerson *mentor)
{
  TdmRecord *record = add (sample, round, mentee, TDM_ROLE_MENTEE, TDM_SOURCE_APPROACHED, TDM_PARTICIPATION_ALUMNI);

  set_consent (sample, record, round);
  record = add (sample, round, mentor, TDM_ROLE_MENTOR,
                tdm_sample_random_chance (&sample->random, 50) ? TDM_SOURCE_APPLIED : TDM_SOURCE_APPROACHED,
                TDM_PARTICIPATION_ALUMNI);
  if (!mentor->is_erased)
    set_consent (sample, record, round);
}

/**
 * tdm_sample_participations_add_past:
 * @sample: the sample
 * @block: the people of the first block
 *
 * Adds who took part in rounds 1 and 2, and who was recommended for round 4.
 */
void
tdm_sample_participations_add_past (TdmSample *sample, const TdmSampleBlock *block)
{
  add_alumni (sample, TDM_SAMPLE_PILOT_ROUND, block->pilot[0], block->pilot[1]);
  for (guint i = 0; i < TDM_SAMPLE_N_SLOTS; i++)
    add_alumni (sample, TDM_SAMPLE_PAST_ROUND, block->past_mentees[i], block->past_mentors[i]);
  for (guint i = 0; i < TDM_SAMPLE_N_RECOMMENDED; i++)
    add (sample, TDM_SAMPLE_NEXT_ROUND, block->recommended[i],
         i < TDM_SAMPLE_N_RECOMMENDED_MENTEES ? TDM_ROLE_MENTEE : TDM_ROLE_MENTOR, TDM_SOURCE_RECOMMENDED,
         TDM_PARTICIPATION_RECOMMENDED);
}
