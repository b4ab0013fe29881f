/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-rounds.h"

#include "model/tdm-programme.h"

/* How long before today the running round began */
#define DAYS_SINCE_KICKOFF 130
#define MEETING_MINUTES 60

/**
 * TdmRoundPlan:
 * @code: its name in the words
 * @type: pilot or regular
 * @state: how far it is
 * @months: when it starts, counted from the kick-off of round 3
 * @length: how many months it takes, 0 if it has no dates yet
 * @notes: what its note is made of
 */
typedef struct
{
  const char *code;
  TdmRoundType type;
  TdmRoundState state;
  int months;
  int length;
  const char *notes[8];
} TdmRoundPlan;

static const TdmRoundPlan plans[TDM_SAMPLE_N_ROUNDS] = {
  { "round:r1", TDM_ROUND_PILOT, TDM_ROUND_STATE_ARCHIVED, -26, 3,
    { "description", "answer_feasible", "answer_value", "answer_hr", "decision_text" } },
  { "round:r2", TDM_ROUND_REGULAR, TDM_ROUND_STATE_FOLLOWUP, -22, 12, { "description", "followups" } },
  { "round:r3", TDM_ROUND_REGULAR, TDM_ROUND_STATE_RUNNING, 0, 12, { "description" } },
  { "round:r4", TDM_ROUND_REGULAR, TDM_ROUND_STATE_DRAFT, 0, 0, { "description" } },
};

static void
add_programme (TdmSample *sample)
{
  static const struct { TdmProgrammeField field; const char *key; } texts[] = {
    { TDM_PROGRAMME_TITLE, "title" }, { TDM_PROGRAMME_COMPANY, "company" }, { TDM_PROGRAMME_REASON, "reason" },
    { TDM_PROGRAMME_SPONSOR, "sponsor" }, { TDM_PROGRAMME_MENTEE_LABEL, "role_mentee" },
    { TDM_PROGRAMME_MENTOR_LABEL, "role_mentor" }, { TDM_PROGRAMME_LANGUAGE, "language" },
  };
  TdmRecord *programme = tdm_sample_insert (sample, TDM_TYPE_PROGRAMME);
  const char *owner = tdm_sample_get_owner (sample, TDM_SAMPLE_RUNNING_ROUND);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tdm_record_set_text (programme, texts[i].field,
                         tdm_sample_words_get_text (sample->words, "programme", texts[i].key));
  tdm_record_set_text (programme, TDM_PROGRAMME_OWNER, owner);
  tdm_record_set_text (programme, TDM_PROGRAMME_ORGANIZER_NAME, owner);
  tdm_record_set_text (programme, TDM_PROGRAMME_ORGANIZER_EMAIL, tdm_sample_get_address (sample));
  tdm_record_set_text (programme, TDM_PROGRAMME_ZONE,
                       tdm_sample_words_get_codes (sample->words, "site:luebeck", "zone")[0]);
}

static void
set_note (TdmSample *sample, TdmRecord *round, const TdmRoundPlan *plan)
{
  g_autoptr (GString) note = g_string_new (NULL);

  for (guint i = 0; plan->notes[i]; i++)
    {
      if (note->len > 0)
        g_string_append_c (note, '\n');
      g_string_append (note, tdm_sample_words_get_text (sample->words, plan->code, plan->notes[i]));
    }
  tdm_record_set_text (round, TDM_ROUND_NOTE, note->str);
}

static void
set_dates (TdmSampleRound *round, const TdmRoundPlan *plan, GDate kickoff)
{
  round->start = tdm_sample_dates_nearest_tuesday (tdm_sample_dates_add_months (kickoff, plan->months));
  round->end = tdm_sample_dates_add_months (round->start, plan->length);
  if (plan->length == 0)
    return;
  tdm_sample_set_day (round->record, TDM_ROUND_KICKOFF, round->start);
  tdm_sample_set_day (round->record, TDM_ROUND_END_DATE, round->end);
}

static void
add_round (TdmSample *sample, guint number, GDate kickoff)
{
  const TdmRoundPlan *plan = &plans[number - 1];
  TdmSampleRound *round = &sample->rounds[number - 1];
  TdmRecord *record = tdm_sample_insert (sample, TDM_TYPE_ROUND);

  round->record = TDM_ROUND (record);
  tdm_record_set_integer (record, TDM_ROUND_NUMBER, number);
  tdm_record_set_text (record, TDM_ROUND_TITLE, tdm_sample_words_get_text (sample->words, plan->code, "title"));
  tdm_record_set_integer (record, TDM_ROUND_TYPE, plan->type);
  tdm_record_set_integer (record, TDM_ROUND_STATE, plan->state);
  tdm_record_set_integer (record, TDM_ROUND_MINUTES, MEETING_MINUTES);
  if (plan->type == TDM_ROUND_PILOT)
    tdm_record_set_text (record, TDM_ROUND_QUESTION,
                         tdm_sample_words_get_text (sample->words, plan->code, "test_question"));
  set_note (sample, record, plan);
  set_dates (round, plan, kickoff);
}

/**
 * tdm_sample_rounds_add:
 * @sample: the sample, today known
 *
 * Adds the programme and its rounds. The running one began on the Tuesday nearest to 130 days ago, so that whatever the
 * date, a third of it has passed and both changes of the clock lie within its year.
 */
void
tdm_sample_rounds_add (TdmSample *sample)
{
  GDate kickoff = tdm_sample_dates_nearest_tuesday (tdm_sample_dates_add_days (sample->today, -DAYS_SINCE_KICKOFF));

  add_programme (sample);
  for (guint number = 1; number <= TDM_SAMPLE_N_ROUNDS; number++)
    add_round (sample, number, kickoff);
}
