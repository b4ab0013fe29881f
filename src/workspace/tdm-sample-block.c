/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-block.h"

#include "tdm-sample-profiles.h"

#include <string.h>

#define LOWEST_LEVEL 7
#define EXTERNAL_SPARE 3
/* The mentor of round 2 who left the company */
#define ERASED_MENTOR 9

static void
add_assistants (TdmSampleBlock *self, TdmSample *sample)
{
  for (guint i = 0; i < TDM_SAMPLE_N_SLOTS; i++)
    {
      const TdmSampleSlot *slot = &tdm_sample_slots[i];

      if (slot->assistant >= 0 && !self->assistants[slot->assistant])
        self->assistants[slot->assistant] = tdm_sample_people_add_assistant (sample, &slot->mentee, slot->assistant);
    }
}

/* The first three are mentees, the others only have people who report to them. */
static void
add_board (TdmSampleBlock *self, TdmSample *sample)
{
  TdmSampleRole role = { TDM_SAMPLE_BOARD, 1, TDM_SAMPLE_LUEBECK };

  for (guint i = 0; i < TDM_SAMPLE_N_BOARD; i++)
    {
      self->office.board[i] = tdm_sample_people_add (sample, &self->office, &role);
      if (tdm_sample_slots[i].mentee.level == 1)
        self->mentees[i] = self->office.board[i];
    }
  tdm_record_set_integer (TDM_RECORD (self->office.board[0]->record), TDM_PERSON_PUBLICLY_KNOWN, TRUE);
}

/* Fills a place if somebody of that level belongs there who is not there already. */
static void
add_one (TdmSampleBlock *self, TdmSample *sample, guint level, const TdmSampleRole *role, TdmSamplePerson **place)
{
  if (role->level == level && !*place)
    *place = tdm_sample_people_add (sample, &self->office, role);
}

static void
add_past (TdmSampleBlock *self, TdmSample *sample, guint level)
{
  for (guint i = 0; i < TDM_SAMPLE_N_SLOTS; i++)
    {
      add_one (self, sample, level, &tdm_sample_past[i].mentee, &self->past_mentees[i]);
      add_one (self, sample, level, &tdm_sample_past[i].mentor, &self->past_mentors[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->pilot); i++)
    add_one (self, sample, level, &tdm_sample_pilot[i], &self->pilot[i]);
  for (guint i = 0; i < TDM_SAMPLE_N_RECOMMENDED; i++)
    add_one (self, sample, level, &tdm_sample_recommended[i], &self->recommended[i]);
}

static void
add_level (TdmSampleBlock *self, TdmSample *sample, guint level)
{
  for (guint i = 0; i < TDM_SAMPLE_N_SLOTS; i++)
    {
      add_one (self, sample, level, &tdm_sample_slots[i].mentee, &self->mentees[i]);
      add_one (self, sample, level, &tdm_sample_slots[i].mentor, &self->mentors[i]);
    }
  for (guint i = 0; i < TDM_SAMPLE_N_SPARES; i++)
    add_one (self, sample, level, &tdm_sample_spares[i], &self->spares[i]);
}

static void
set_assistants (TdmSampleBlock *self)
{
  for (guint i = 0; i < TDM_SAMPLE_N_SLOTS; i++)
    if (tdm_sample_slots[i].assistant >= 0)
      tdm_record_set_link (TDM_RECORD (self->mentees[i]->record), TDM_PERSON_ASSISTANT,
                           self->assistants[tdm_sample_slots[i].assistant]->record);
}

/* Some were in round 2 already, one of them on the other side. */
static void
find_known (TdmSampleBlock *self)
{
  for (guint i = 0; i < TDM_SAMPLE_N_SLOTS; i++)
    {
      if (tdm_sample_past[i].known_mentee >= 0)
        self->past_mentees[i] = self->mentees[tdm_sample_past[i].known_mentee];
      if (tdm_sample_past[i].known_mentor >= 0)
        self->past_mentors[i] = self->mentors[tdm_sample_past[i].known_mentor];
    }
  self->past_mentees[TDM_SAMPLE_PAST_TURNED] = self->mentors[TDM_SAMPLE_SLOT_WAS_MENTEE];
}

static void
add_profiles (TdmSampleBlock *self, TdmSample *sample)
{
  for (guint i = 0; i < TDM_SAMPLE_N_SLOTS; i++)
    tdm_sample_profiles_match (sample, self->mentees[i], self->mentors[i], tdm_sample_slots[i].apart);
  tdm_sample_profiles_lay_trap (sample, &self->mentees[3], &self->mentors[3]);
  tdm_sample_profiles_lay_trap (sample, &self->mentees[11], &self->mentors[11]);
  for (guint i = 0; i < TDM_SAMPLE_N_SPARES; i++)
    tdm_sample_profiles_draw (sample, self->spares[i], TDM_SIDE_MENTOR);
}

static void
add_past_profiles (TdmSampleBlock *self, TdmSample *sample)
{
  for (guint i = 0; i < TDM_SAMPLE_N_SLOTS; i++)
    tdm_sample_profiles_match (sample, self->past_mentees[i], self->past_mentors[i], FALSE);
  tdm_sample_profiles_match (sample, self->pilot[0], self->pilot[1], FALSE);
  tdm_sample_profiles_set_subject (sample, self->pilot[0], self->pilot[1], "channels");
  for (guint i = 0; i < TDM_SAMPLE_N_RECOMMENDED; i++)
    tdm_sample_profiles_draw (sample, self->recommended[i],
                              i < TDM_SAMPLE_N_RECOMMENDED_MENTEES ? TDM_SIDE_MENTEE : TDM_SIDE_MENTOR);
}

/**
 * tdm_sample_block_fill:
 * @self: a block
 * @sample: the sample
 * @is_first: whether the people of the other rounds come too
 *
 * Adds everybody, bosses before those who report to them, with what they need, offer and like.
 */
void
tdm_sample_block_fill (TdmSampleBlock *self, TdmSample *sample, gboolean is_first)
{
  memset (self, 0, sizeof *self);
  add_assistants (self, sample);
  add_board (self, sample);
  for (guint level = 2; level <= LOWEST_LEVEL; level++)
    {
      add_level (self, sample, level);
      if (is_first)
        add_past (self, sample, level);
    }
  set_assistants (self);
  tdm_sample_people_make_external (sample, self->spares[EXTERNAL_SPARE]);

  add_profiles (self, sample);
  if (is_first)
    {
      find_known (self);
      add_past_profiles (self, sample);
      tdm_sample_people_erase (sample, self->past_mentors[ERASED_MENTOR]);
    }
}
