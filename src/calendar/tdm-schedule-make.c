/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-schedule-private.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "model/tdm-attendee.h"
#include "tdm-calendar-error.h"
#include "tdm-event.h"
#include "tdm-local-time.h"
#include "tdm-recurrence.h"
#include "tdm-zone.h"

#include <string.h>

/* From the model to what calendars shall show. */

typedef struct
{
  TdmSeries *series;
  TdmPair *pair;
  const char *until;
  const char *ended;
  GHashTable *meetings;
  TdmRecurrence *recurrence;
  GPtrArray *dates;
  TdmSchedule *schedule;
  GPtrArray *people; /* whom the attendees of schedule stand for, in their order */
  TdmZone *zone;     /* of the dates of its rule */
} Maker;

static void
maker_clear (Maker *self)
{
  g_clear_pointer (&self->meetings, g_hash_table_unref);
  g_clear_pointer (&self->recurrence, g_free);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_clear_pointer (&self->schedule, tdm_schedule_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Maker, maker_clear)

static TdmScheduleAttendee *
maker_append_attendee (Maker *self, TdmPerson *person)
{
  TdmScheduleAttendee *attendee = tdm_schedule_add_attendee (self->schedule);
  TdmAttendee *invited = tdm_attendee_find (tdm_series_get_attendees (self->series), person);

  attendee->uid = g_strdup (tdm_record_get_uid (TDM_RECORD (person)));
  attendee->name = tdm_text_clean_line (tdm_person_get_name (person));
  attendee->email = g_strdup (tdm_person_get_email (person));
  attendee->reply = invited ? tdm_attendee_get_reply (invited) : TDM_REPLY_NEEDS_ACTION;
  g_ptr_array_add (self->people, person);
  return attendee;
}

static gboolean
maker_add_attendee (Maker *self, TdmPerson *person, GError **error)
{
  TdmScheduleAttendee *attendee;

  if (!person)
    return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_FAILED,
                              _ ("A tandem needs two people before they can be invited."));

  attendee = maker_append_attendee (self, person);
  return tdm_event_check_address (attendee->name, attendee->email, error);
}

static gboolean
maker_has_address (Maker *self, const char *email)
{
  for (guint i = 0; i < self->schedule->attendees->len; i++)
    if (g_ascii_strcasecmp (((TdmScheduleAttendee *) self->schedule->attendees->pdata[i])->email, email) == 0)
      return TRUE;
  return g_ascii_strcasecmp (self->schedule->organizer_email, email) == 0;
}

/* Whoever keeps the diary of one of the two sees the dates, too. Their answer is not asked for: nobody comes for
 * another. One that was given all the same stays in later messages, for their calendars show what these say (RFC
 * 5546 3.2.2). Without an address of their own there is no such invitation, and nothing to complain of. */
static void
maker_add_assistant (Maker *self, TdmPerson *person)
{
  TdmPerson *assistant = tdm_record_get_link (TDM_RECORD (person), TDM_PERSON_ASSISTANT);

  if (!assistant || !tdm_text_is_email (tdm_person_get_email (assistant)) ||
      maker_has_address (self, tdm_person_get_email (assistant)))
    return;

  maker_append_attendee (self, assistant)->is_optional = TRUE;
}

static gboolean
maker_set_people (Maker *self, GError **error)
{
  const char *name = tdm_series_get_organizer_name (self->series);
  const char *email = tdm_series_get_organizer_email (self->series);
  const TdmScheduleAttendee *first, *second;
  g_autoptr (GError) problem = NULL;

  if (!self->pair)
    return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_FAILED, _ ("These meetings belong to no tandem."));
  if (!maker_add_attendee (self, tdm_series_get_mentee (self->series), error) ||
      !maker_add_attendee (self, tdm_series_get_mentor (self->series), error))
    return FALSE;
  first = self->schedule->attendees->pdata[0];
  second = self->schedule->attendees->pdata[1];
  /* One address cannot answer for two: programs would show the invitation once. */
  if (g_ascii_strcasecmp (first->email, second->email) == 0)
    return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NO_ADDRESS,
                              _ ("“%s” has the same e-mail address as the other person."), second->name);
  self->schedule->organizer_name = tdm_text_clean_line (name);
  self->schedule->organizer_email = g_strdup (email);
  maker_add_assistant (self, tdm_series_get_mentee (self->series));
  maker_add_assistant (self, tdm_series_get_mentor (self->series));
  if (!tdm_event_check_address (*name ? name : C_ ("person", "Organizer"), email, &problem))
    return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NO_ORGANIZER, "%s", problem->message);
  return TRUE;
}

static gboolean
maker_says_topic (Maker *self)
{
  return tdm_record_get_integer (TDM_RECORD (self->series), TDM_SERIES_SUMMARY_MODE) == TDM_SUMMARY_TOPIC;
}

/* In no language: whoever opens the file in another one must not make every invitation a changed one. */
static char *
maker_make_summary (Maker *self, TdmMeeting *meeting)
{
  gboolean says_topic = maker_says_topic (self);
  const char *topic = meeting && says_topic ? tdm_record_get_text (TDM_RECORD (meeting), TDM_MEETING_TOPIC) : "";
  const TdmScheduleAttendee *first = self->schedule->attendees->pdata[0];
  const TdmScheduleAttendee *second = self->schedule->attendees->pdata[1];
  g_autofree char *summary = NULL;

  if (says_topic && *topic == '\0' && tdm_pair_get_topic (self->pair))
    topic = tdm_topic_get_title (tdm_pair_get_topic (self->pair));
  if (*topic == '\0' && self->schedule->first.summary)
    return g_strdup (self->schedule->first.summary);
  if (*topic != '\0')
    summary = g_strdup_printf ("Tandem: %s (%s & %s)", topic, first->name, second->name);
  else
    summary = g_strdup_printf ("Tandem: %s & %s", first->name, second->name);
  return tdm_text_clean_line (summary);
}

static gboolean
is_cancelled (TdmMeeting *meeting)
{
  return meeting && tdm_meeting_get_state (meeting) == TDM_MEETING_STATE_CANCELLED;
}

/* By the date of the series on which a meeting was to be; the list keeps them alive. */
static GHashTable *
index_meetings (TdmSeries *series, GListModel *meetings)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  const char *uid = tdm_record_get_uid (TDM_RECORD (series));
  guint n_meetings = meetings ? g_list_model_get_n_items (meetings) : 0;

  for (guint i = 0; i < n_meetings; i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);
      TdmSeries *other = tdm_meeting_get_series (meeting);

      if (other == series || (other && g_str_equal (tdm_record_get_uid (TDM_RECORD (other)), uid)))
        g_hash_table_replace (index, (gpointer) tdm_meeting_get_recurrence_id (meeting), meeting);
    }
  return index;
}

/* The meeting on a date of the rule; a single one may have been planned without any. */
static TdmMeeting *
maker_find_meeting (Maker *self, const char *date)
{
  TdmMeeting *meeting = g_hash_table_lookup (self->meetings, date);

  return meeting || *tdm_series_get_rule (self->series) ? meeting : g_hash_table_lookup (self->meetings, "");
}

/* A series may end before its rule does: it was continued by another one, or its tandem ended and does not meet any
 * more. For that the day of the meeting counts, wherever it was moved to. Times of one form compare as texts. */
static gboolean
maker_is_before_end (Maker *self, const char *date)
{
  TdmMeeting *meeting = self->ended ? maker_find_meeting (self, date) : NULL;
  const char *start = meeting ? tdm_meeting_get_local_start (meeting) : date;

  return (!self->until || strcmp (date, self->until) <= 0) &&
         (!self->ended || strncmp (start, self->ended, strlen (self->ended)) <= 0);
}

static const char *
get_end (gpointer record, guint field)
{
  const char *text = tdm_record_get_text (record, field);

  return *text ? text : NULL;
}

/* Up to the last one that is before the end, for a rule cannot leave out any between. */
static gboolean
maker_set_dates (Maker *self, GError **error)
{
  g_auto (GStrv) dates = NULL;
  guint n_kept = 0;

  self->recurrence = tdm_recurrence_parse (tdm_series_get_rule (self->series), error);
  if (self->recurrence)
    dates = tdm_recurrence_expand (self->recurrence, tdm_series_get_local_start (self->series), error);
  if (!dates)
    return FALSE;
  self->dates = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; dates[i]; i++)
    {
      if (maker_is_before_end (self, dates[i]))
        n_kept = i + 1;
      g_ptr_array_add (self->dates, g_steal_pointer (&dates[i]));
    }
  g_ptr_array_set_size (self->dates, n_kept);
  if (n_kept > 0)
    {
      g_autofree char *rule = tdm_recurrence_to_rule (self->recurrence);

      self->schedule->rule = g_strdup (rule ? rule : "");
      self->schedule->last = g_strdup (self->dates->pdata[n_kept - 1]);
    }
  return TRUE;
}

static void
maker_set_first (Maker *self)
{
  TdmSlot *first = &self->schedule->first;

  first->local_start = g_strdup (self->dates->pdata[0]);
  first->zone = g_strdup (tdm_series_get_zone (self->series));
  first->minutes = tdm_series_get_minutes (self->series);
  first->place = tdm_text_clean_line (tdm_record_get_text (TDM_RECORD (self->series), TDM_SERIES_PLACE));
  first->summary = maker_make_summary (self, NULL);
}

/* What a meeting leaves empty is as in its series. */
static char *
make_own (TdmMeeting *meeting, guint field, const char *otherwise)
{
  const char *text = tdm_record_get_text (TDM_RECORD (meeting), field);

  return tdm_text_clean_line (*text ? text : otherwise);
}

static void
maker_fill_slot (Maker *self, TdmSlot *slot, TdmMeeting *meeting)
{
  const TdmSlot *first = &self->schedule->first;

  slot->local_start = g_strdup (tdm_meeting_get_local_start (meeting));
  slot->zone = make_own (meeting, TDM_MEETING_ZONE, first->zone);
  slot->minutes = tdm_meeting_get_minutes (meeting);
  slot->place = make_own (meeting, TDM_MEETING_PLACE, first->place);
  slot->summary = maker_make_summary (self, meeting);
}

static gboolean
maker_is_different (Maker *self, TdmMeeting *meeting)
{
  const TdmSlot *first = &self->schedule->first;
  const char *zone = tdm_meeting_get_zone (meeting);
  const char *place = tdm_record_get_text (TDM_RECORD (meeting), TDM_MEETING_PLACE);
  g_autofree char *summary = maker_says_topic (self) ? maker_make_summary (self, meeting) : NULL;

  return !g_str_equal (tdm_meeting_get_local_start (meeting), tdm_meeting_get_recurrence_id (meeting)) ||
         tdm_meeting_get_minutes (meeting) != first->minutes || (*zone && !tdm_zone_is_same (zone, first->zone)) ||
         (*place && !g_str_equal (place, first->place)) || (summary && !g_str_equal (summary, first->summary));
}

/* All dates must be there on the clocks, for calendars count them all. */
static gboolean
maker_add_date (Maker *self, const char *date, GError **error)
{
  TdmMeeting *meeting = g_hash_table_lookup (self->meetings, date);
  TdmScheduleException *exception;
  TdmZone *zone;

  if (!tdm_zone_check_meeting (self->zone, date, self->schedule->first.minutes, error))
    return FALSE;
  if (is_cancelled (meeting) || !maker_is_before_end (self, date))
    {
      g_ptr_array_add (self->schedule->excluded, g_strdup (date));
      return TRUE;
    }
  if (!meeting || !maker_is_different (self, meeting))
    return TRUE;

  exception = tdm_schedule_add_exception (self->schedule, tdm_meeting_get_recurrence_id (meeting));
  maker_fill_slot (self, &exception->slot, meeting);
  for (guint i = 0; i < self->people->len; i++)
    g_array_index (exception->replies, TdmReply, i) = tdm_meeting_get_reply (meeting, self->people->pdata[i]);
  zone = tdm_zone_find (exception->slot.zone, error);
  return zone && tdm_zone_check_meeting (zone, exception->slot.local_start, exception->slot.minutes, error);
}

/* Before the end there must be as many meetings with a date as there are dates with a meeting. */
static gboolean
maker_check_meetings (Maker *self, GError **error)
{
  GHashTableIter iter;
  gpointer date;
  guint n_left = 0;

  g_hash_table_iter_init (&iter, self->meetings);
  while (g_hash_table_iter_next (&iter, &date, NULL))
    if (*(char *) date && maker_is_before_end (self, date))
      n_left++;
  for (guint i = 0; i < self->dates->len; i++)
    if (g_hash_table_contains (self->meetings, self->dates->pdata[i]) &&
        maker_is_before_end (self, self->dates->pdata[i]))
      n_left--;
  return n_left == 0 || tdm_calendar_fail (error, TDM_CALENDAR_ERROR_BAD_RULE,
                                           _ ("A meeting of this series is on none of its days."));
}

static gboolean
maker_set_repeated (Maker *self, GError **error)
{
  TdmSchedule *schedule = self->schedule;

  maker_set_first (self);
  if (!maker_check_meetings (self, error))
    return FALSE;
  self->zone = tdm_zone_find (schedule->first.zone, error);
  if (!self->zone)
    return FALSE;
  for (guint i = 0; i < self->dates->len; i++)
    if (!maker_add_date (self, self->dates->pdata[i], error))
      return FALSE;
  if (schedule->excluded->len == self->dates->len)
    g_clear_pointer (&self->schedule, tdm_schedule_unref);
  else if ((guint) self->recurrence->count != self->dates->len)
    {
      /* UNTIL is the start of the last date in UTC (RFC 5545 3.3.10): programs do not agree on any other form. */
      GString *rule = g_string_new_len (schedule->rule, strstr (schedule->rule, "COUNT=") - schedule->rule);

      g_string_append (rule, "UNTIL=");
      tdm_local_time_append_basic (rule, tdm_zone_resolve (schedule->first.zone, schedule->last, NULL));
      g_string_append_c (rule, 'Z');
      g_free (schedule->rule);
      schedule->rule = g_string_free (rule, FALSE);
    }
  return TRUE;
}

/* Without a rule the event is the meeting, wherever it was moved to: a RECURRENCE-ID would name nothing. */
static gboolean
maker_set_single (Maker *self, GError **error)
{
  TdmMeeting *meeting = maker_find_meeting (self, self->dates->pdata[0]);
  TdmSchedule *schedule = self->schedule;
  TdmSlot slot = { NULL };
  TdmZone *zone;

  if (is_cancelled (meeting))
    {
      g_clear_pointer (&self->schedule, tdm_schedule_unref);
      return TRUE;
    }
  maker_set_first (self);
  if (meeting)
    {
      maker_fill_slot (self, &slot, meeting);
      tdm_schedule_set_first (schedule, &slot);
      g_free (schedule->last);
      schedule->last = g_strdup (schedule->first.local_start);
    }
  zone = tdm_zone_find (schedule->first.zone, error);
  return zone && tdm_zone_check_meeting (zone, schedule->first.local_start, schedule->first.minutes, error);
}

/**
 * tdm_schedule_make:
 * @series: a series with its pair, organizer and attendees
 * @meetings: (nullable) (element-type TdmMeeting): meetings, of this series and of others, which are left out
 * @schedule: (out) (transfer full) (nullable): what calendars shall show now, %NULL if nothing any more
 * @error: TDM_CALENDAR_ERROR_NO_ADDRESS or TDM_CALENDAR_ERROR_NO_ORGANIZER naming the person, an error of
 *   tdm_recurrence_parse(), tdm_recurrence_expand() or tdm_zone_to_utc(), or TDM_CALENDAR_ERROR_FAILED
 *
 * The dates of the rule without those that are cancelled, and those that differ in start, length or place from the
 * series, or in their topic where its title says one. What a meeting leaves empty is as in the series. A series that
 * was ended has its dates until then, a cancelled one none. Meetings that were added to the series without a date of
 * its rule are left out.
 *
 * Returns: whether it could be made
 */
gboolean
tdm_schedule_make (TdmSeries *series, GListModel *meetings, TdmSchedule **schedule, GError **error)
{
  g_auto (Maker) self = { .series = series, .pair = tdm_series_get_pair (series) };
  gboolean is_repeated;

  g_return_val_if_fail (TDM_IS_SERIES (series), FALSE);
  g_return_val_if_fail (!meetings || G_IS_LIST_MODEL (meetings), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  *schedule = NULL;
  if (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE) == TDM_SERIES_CANCELLED)
    return TRUE;

  self.schedule = tdm_schedule_new ();
  self.people = g_ptr_array_new ();
  self.schedule->uid = g_strdup (tdm_record_get_uid (TDM_RECORD (series)));
  self.meetings = index_meetings (series, meetings);
  self.until = get_end (series, TDM_SERIES_UNTIL);
  if (self.pair && tdm_pair_is_over (self.pair))
    self.ended = get_end (self.pair, TDM_PAIR_ENDED_ON);
  if (!maker_set_people (&self, error) || !maker_set_dates (&self, error))
    return FALSE;
  if (self.dates->len == 0)
    return TRUE;

  is_repeated = *tdm_series_get_rule (series) != '\0';
  if (!(is_repeated ? maker_set_repeated (&self, error) : maker_set_single (&self, error)))
    return FALSE;
  *schedule = g_steal_pointer (&self.schedule);
  return TRUE;
}
