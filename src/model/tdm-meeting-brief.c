/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-brief.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"

#include <string.h>

/**
 * tdm_meeting_brief_of:
 * @meeting: a meeting, live or not; if its tandem is paused, the events of that are loaded
 *
 * Returns: what is known of it; all of it is borrowed from @meeting, so it is neither copied nor cleared
 */
TdmMeetingBrief
tdm_meeting_brief_of (TdmMeeting *meeting)
{
  TdmRecord *record = TDM_RECORD (meeting);
  TdmMeetingBrief self = {
    .id = tdm_record_get_id (record), .start = tdm_meeting_get_start (meeting),
    .minutes = (int) tdm_meeting_get_minutes (meeting), .state = tdm_meeting_get_state (meeting),
    .pair = tdm_meeting_get_pair (meeting), .mentee = tdm_record_get_link (record, TDM_MEETING_MENTEE),
    .mentor = tdm_record_get_link (record, TDM_MEETING_MENTOR),
    .kind = tdm_meeting_get_kind (meeting), .place = tdm_record_get_text (record, TDM_MEETING_PLACE),
    .topic = tdm_record_get_text (record, TDM_MEETING_TOPIC), .paused_on = "",
  };

  g_strlcpy (self.local_start, tdm_meeting_get_local_start (meeting), sizeof self.local_start);
  if (self.pair && tdm_pair_get_state (self.pair) == TDM_PAIR_PAUSED)
    self.paused_on = tdm_pair_get_paused_on (self.pair);
  return self;
}

/**
 * tdm_meeting_brief_copy:
 * @self: (out caller-allocates): a brief, to be cleared with tdm_meeting_brief_clear()
 * @from: a brief that owns what it names
 */
void
tdm_meeting_brief_copy (TdmMeetingBrief *self, const TdmMeetingBrief *from)
{
  *self = *from;
  if (self->pair)
    g_object_ref (self->pair);
  if (self->mentee)
    g_object_ref (self->mentee);
  if (self->mentor)
    g_object_ref (self->mentor);
  if (self->place)
    g_ref_string_acquire ((char *) self->place);
  if (self->topic)
    g_ref_string_acquire ((char *) self->topic);
}

void
tdm_meeting_brief_clear (TdmMeetingBrief *self)
{
  g_clear_object (&self->pair);
  g_clear_object (&self->mentee);
  g_clear_object (&self->mentor);
  if (self->place)
    g_ref_string_release ((char *) g_steal_pointer (&self->place));
  if (self->topic)
    g_ref_string_release ((char *) g_steal_pointer (&self->topic));
}

gint64
tdm_meeting_brief_get_end (const TdmMeetingBrief *self)
{
  return self->start + self->minutes * G_GINT64_CONSTANT (60);
}

TdmPerson *
tdm_meeting_brief_get_mentee (const TdmMeetingBrief *self)
{
  return self->mentee ? self->mentee : tdm_pair_get_mentee (self->pair);
}

TdmPerson *
tdm_meeting_brief_get_mentor (const TdmMeetingBrief *self)
{
  return self->mentor ? self->mentor : tdm_pair_get_mentor (self->pair);
}

/**
 * tdm_meeting_brief_get_topic:
 *
 * Returns: (transfer none): what it is about: its own topic, else that of its tandem; empty without any
 */
const char *
tdm_meeting_brief_get_topic (const TdmMeetingBrief *self)
{
  TdmTopic *topic = self->pair ? tdm_pair_get_topic (self->pair) : NULL;

  if (self->topic && *self->topic)
    return self->topic;
  return topic ? tdm_topic_get_title (topic) : "";
}

/**
 * tdm_meeting_brief_describe_state:
 *
 * Returns: (transfer none): how it stands, in the language of the program: its state, or what its tandem makes of it
 */
const char *
tdm_meeting_brief_describe_state (const TdmMeetingBrief *self)
{
  if (tdm_meeting_brief_is_off (self))
    return tdm_code_get_title (tdm_meeting_state_get_type (), TDM_MEETING_STATE_CANCELLED);
  if (tdm_meeting_brief_waits (self))
    return tdm_code_get_title (tdm_pair_state_get_type (), TDM_PAIR_PAUSED);
  if (tdm_meeting_brief_is_to_record (self))
    return _ ("Not yet recorded");
  return tdm_code_get_title (tdm_meeting_state_get_type (), self->state);
}

/**
 * tdm_meeting_brief_has_no_record:
 *
 * Returns: whether it was neither put down what became of it nor was it cancelled; its tandem and the day do not count
 */
gboolean
tdm_meeting_brief_has_no_record (const TdmMeetingBrief *self)
{
  return self->state == TDM_MEETING_STATE_PLANNED || self->state == TDM_MEETING_STATE_INVITED;
}

/* Whether a meeting is later than a day on which something became of its tandem. Nobody wrote down at what time of that
 * day: what is still to come on it counts as later. An empty day is before all. */
static gboolean
brief_is_after (const TdmMeetingBrief *self, const char *day)
{
  int order = strncmp (self->local_start, day, strlen ("YYYY-MM-DD"));

  return order > 0 || (order == 0 && self->start > tdm_clock_now ());
}

/**
 * tdm_meeting_brief_is_off:
 *
 * Returns: whether it does not take place: it was cancelled, or its tandem had come to an end before it began
 */
gboolean
tdm_meeting_brief_is_off (const TdmMeetingBrief *self)
{
  if (self->state == TDM_MEETING_STATE_CANCELLED)
    return TRUE;
  return tdm_meeting_brief_has_no_record (self) && self->pair && tdm_pair_is_over (self->pair) &&
         brief_is_after (self, tdm_record_get_text (TDM_RECORD (self->pair), TDM_PAIR_ENDED_ON));
}

/**
 * tdm_meeting_brief_takes_place:
 *
 * Returns: whether it took place, or still may: it is not off, and nobody said that it did not
 */
gboolean
tdm_meeting_brief_takes_place (const TdmMeetingBrief *self)
{
  return self->state != TDM_MEETING_STATE_MISSED && !tdm_meeting_brief_is_off (self);
}

/**
 * tdm_meeting_brief_waits:
 *
 * Returns: whether it is uncertain if it takes place: its tandem was paused before it began, and still is
 */
gboolean
tdm_meeting_brief_waits (const TdmMeetingBrief *self)
{
  return tdm_meeting_brief_has_no_record (self) && self->pair && tdm_pair_get_state (self->pair) == TDM_PAIR_PAUSED &&
         brief_is_after (self, self->paused_on);
}

/**
 * tdm_meeting_brief_is_to_record:
 *
 * Returns: whether it is over and nobody has said yet whether it took place
 */
gboolean
tdm_meeting_brief_is_to_record (const TdmMeetingBrief *self)
{
  return tdm_meeting_brief_get_end (self) <= tdm_clock_now () && tdm_meeting_brief_has_no_record (self) &&
         !tdm_meeting_brief_is_off (self) && !tdm_meeting_brief_waits (self);
}

/* In the order of time */
int
tdm_meeting_brief_compare (const TdmMeetingBrief *self, const TdmMeetingBrief *other)
{
  if (self->start != other->start)
    return self->start < other->start ? -1 : 1;
  return (self->id > other->id) - (self->id < other->id);
}
