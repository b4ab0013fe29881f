/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-inbox-update.h"

#include "base/tdm-clock.h"
#include "calendar/tdm-incoming-event.h"
#include "calendar/tdm-local-time.h"
#include "calendar/tdm-recurrence.h"
#include "calendar/tdm-zone.h"
#include "edits/tdm-answer-edits.h"
#include "messages/tdm-answers.h"
#include "workspace/tdm-workspace.h"
#include "tdm-inbox-date.h"
#include "tdm-inbox-invitation.h"
#include "tdm-inbox-item-private.h"

#include <string.h>

/* What an organizer says later about meetings that are here (RFC 5546 3.2.2, 3.2.5). A meeting that was recorded stays
 * as it is, and one that moves stays the same meeting, with all that it is about. Several messages may change the same
 * records in one edit, so everything is read from the drafts of that edit where there are any. */

typedef struct
{
  TdmEdit *edit;
  TdmWorkspace *workspace;
  TdmSeries *series;
  TdmRecord *draft;
  TdmIncomingEvent *event;
  GPtrArray *dates;
  gint64 now;
  gboolean follows_people;
  gboolean times_changed;
} Update;

/* --- which is newer (RFC 5546 2.1.5) ------------------------------------------------------ */

static gboolean
event_is_newer (TdmIncomingEvent *event, gint64 sequence, gint64 heard)
{
  return event->sequence > sequence || (event->sequence == sequence && heard != 0 && event->stamp > heard);
}

/* A date and its series count apart: between them, only the time of the message says which is later. */
static gboolean
event_is_later (gint64 stamp, gint64 heard)
{
  return stamp == 0 || heard == 0 || stamp > heard;
}

/* What is said about a date in the same moment belongs together, but for a series that is cancelled. */
static gboolean
event_is_newer_than_series (TdmIncomingEvent *event, TdmRecord *series)
{
  gint64 heard = tdm_record_get_integer (series, TDM_SERIES_HEARD);

  if (!event->has_recurrence_id)
    return event_is_newer (event, tdm_record_get_integer (series, TDM_SERIES_SEQUENCE), heard);
  return event_is_later (event->stamp, heard) ||
         (event->stamp == heard && tdm_record_get_integer (series, TDM_SERIES_STATE) != TDM_SERIES_CANCELLED);
}

static gboolean
event_is_newer_than_date (TdmIncomingEvent *event, TdmRecord *meeting)
{
  gint64 heard = tdm_record_get_integer (meeting, TDM_MEETING_HEARD);

  return heard == 0 || event_is_newer (event, tdm_record_get_integer (meeting, TDM_MEETING_SEQUENCE), heard);
}

/* The same for a message that is about other dates as well */
static gboolean
event_overtakes_date (TdmIncomingEvent *event, TdmRecord *meeting)
{
  gint64 heard = tdm_record_get_integer (meeting, TDM_MEETING_HEARD);

  return event_is_later (event->stamp, heard) ||
         (event->stamp == heard && event->sequence > tdm_record_get_integer (meeting, TDM_MEETING_SEQUENCE));
}

/**
 * tdm_inbox_update_is_new:
 * @item: a message of an organizer about a series that is here, and perhaps about a meeting of it
 *
 * Numbers are compared for the same date only, or for the same series (RFC 5546 2.1.5).
 *
 * Returns: whether nothing that came later was taken over before it
 */
gboolean
tdm_inbox_update_is_new (TdmInboxItem *item)
{
  TdmIncomingEvent *event = item->event;
  TdmMeeting *meeting = item->meeting;

  return event_is_newer_than_series (event, TDM_RECORD (item->series)) &&
         (!meeting || event_is_newer_than_date (event, TDM_RECORD (meeting)));
}

/* --- meetings ----------------------------------------------------------------------------- */

/* None for a meeting that is new: there are no answers about it yet. */
static TdmMeeting *
update_find_live (Update *self, TdmRecord *meeting)
{
  return tdm_workspace_find_id (self->workspace, TDM_TYPE_MEETING, tdm_record_get_id (meeting));
}

static gpointer
update_get_current (Update *self, gpointer record)
{
  return tdm_edit_touches (self->edit, record) ? tdm_edit_update (self->edit, record) : record;
}

/* A new one is its own draft. */
static TdmRecord *
update_open_draft (Update *self, TdmRecord *record)
{
  return tdm_record_get_id (record) != 0 ? tdm_edit_update (self->edit, record) : record;
}

/* Those that are here, and those that an earlier message of this edit adds */
static GPtrArray *
update_list_meetings (Update *self)
{
  GPtrArray *found = g_ptr_array_new ();
  GListModel *meetings = tdm_pair_get_meetings (tdm_series_get_pair (self->series));

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      if (tdm_meeting_get_series (meeting) == self->series)
        g_ptr_array_add (found, update_get_current (self, meeting));
    }
  for (guint i = 0; i < tdm_edit_get_size (self->edit); i++)
    {
      TdmEditAction action;
      TdmRecord *record = tdm_edit_get_step (self->edit, i, &action);

      if (action == TDM_EDIT_INSERT && TDM_IS_MEETING (record) &&
          tdm_meeting_get_series (TDM_MEETING (record)) == self->series)
        g_ptr_array_add (found, record);
    }
  return found;
}

static gboolean
meeting_is_open (TdmRecord *meeting)
{
  return tdm_meeting_has_no_record (TDM_MEETING (meeting));
}

static gboolean
meeting_is_recorded (TdmRecord *meeting)
{
  return !meeting_is_open (meeting) &&
         tdm_record_get_integer (meeting, TDM_MEETING_STATE) != TDM_MEETING_STATE_CANCELLED;
}

static gboolean
update_is_ahead (Update *self, TdmRecord *meeting)
{
  return tdm_record_get_integer (meeting, TDM_MEETING_START) +
             tdm_record_get_integer (meeting, TDM_MEETING_MINUTES) * 60 > self->now;
}

static void
update_cancel_meeting (Update *self, TdmRecord *meeting)
{
  if (meeting_is_open (meeting))
    tdm_record_set_integer (update_open_draft (self, meeting), TDM_MEETING_STATE, TDM_MEETING_STATE_CANCELLED);
}

static void
update_cancel_ahead (Update *self, GPtrArray *meetings)
{
  for (guint i = 0; i < meetings->len; i++)
    if (update_is_ahead (self, meetings->pdata[i]))
      update_cancel_meeting (self, meetings->pdata[i]);
}

/* When a meeting is from now on: a moment, and how people say it in a zone of this system */
typedef struct
{
  const char *local;
  const char *zone;
  gint64 minutes;
  const char *place;
} TdmWhen;

static void
update_place_meeting (Update *self, TdmRecord *meeting, const TdmWhen *when)
{
  gint64 start = tdm_zone_resolve (when->zone, when->local, NULL);
  const char *zone = when->zone;
  g_autofree char *local = tdm_inbox_date_localize (&zone, when->local);
  TdmRecord *draft = update_open_draft (self, meeting);

  self->times_changed |= start != tdm_record_get_integer (meeting, TDM_MEETING_START) ||
                         when->minutes != tdm_record_get_integer (meeting, TDM_MEETING_MINUTES);
  tdm_record_set_text (draft, TDM_MEETING_LOCAL_START, local);
  tdm_record_set_text (draft, TDM_MEETING_ZONE, zone);
  tdm_record_set_integer (draft, TDM_MEETING_START, start);
  tdm_record_set_integer (draft, TDM_MEETING_MINUTES, when->minutes);
  tdm_record_set_text_cut (draft, TDM_MEETING_PLACE, when->place);
  tdm_record_set_integer (draft, TDM_MEETING_STATE, TDM_MEETING_STATE_INVITED);
}

/* --- answers ------------------------------------------------------------------------------- */

static void
update_set_answer (Update *self, TdmRecord *draft, TdmReply reply)
{
  tdm_record_set_integer (draft, TDM_ATTENDEE_REPLY, reply);
  tdm_record_set_integer (draft, TDM_ATTENDEE_REPLIED, 0);
  tdm_record_set_integer (draft, TDM_ATTENDEE_ASKED, self->event->stamp != 0 ? self->event->stamp : self->now);
  tdm_record_set_text (draft, TDM_ATTENDEE_COMMENT, NULL);
}

/* What the organizer knows of others is news here; what a person here has answered is not, unless the question is
 * another one now. */
static void
update_take_answers (Update *self, TdmIncomingEvent *event, TdmMeeting *meeting, gboolean asks)
{
  TdmPair *pair = tdm_series_get_pair (self->series);
  TdmPerson *me = tdm_workspace_get_participant (self->workspace);
  TdmPerson *people[] = { tdm_pair_get_mentee (pair), tdm_pair_get_mentor (pair) };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      const TdmIncomingAttendee *invited =
        people[i] ? tdm_incoming_find_attendee (event->attendees, tdm_person_get_email (people[i])) : NULL;
      gpointer known;

      if (!invited || (!asks && people[i] == me))
        continue;
      known = tdm_answer_edits_find_new (self->edit, self->series, meeting, people[i]);
      if (!known)
        known = meeting ? tdm_meeting_get_answer (meeting, people[i])
                        : tdm_attendee_find (tdm_series_get_attendees (self->series), people[i]);
      if (asks || !known || tdm_attendee_get_reply (update_get_current (self, known)) != invited->partstat)
        update_set_answer (self, tdm_answer_edits_open (self->edit, meeting ? NULL : self->series, meeting, people[i]),
                           invited->partstat);
    }
}

/* A person who is asked about all dates anew has answered none of them. */
static void
update_forget_answers (Update *self, GPtrArray *meetings)
{
  for (guint i = 0; i < meetings->len; i++)
    {
      TdmMeeting *live = meeting_is_open (meetings->pdata[i]) ? update_find_live (self, meetings->pdata[i]) : NULL;
      GListModel *attendees = live ? tdm_meeting_get_attendees (live) : NULL;

      for (guint j = 0; attendees && j < g_list_model_get_n_items (attendees); j++)
        {
          g_autoptr (TdmAttendee) attendee = g_list_model_get_item (attendees, j);
          TdmRecord *draft = tdm_edit_update (self->edit, attendee);

          update_set_answer (self, draft, TDM_REPLY_NEEDS_ACTION);
          tdm_record_set_integer (draft, TDM_ATTENDEE_ASKED, 0);
        }
    }
}

/* --- one date ------------------------------------------------------------------------------- */

static TdmRecord *
update_find_meeting (Update *self, GPtrArray *meetings, TdmIncomingEvent *event)
{
  const char *zone = tdm_record_get_text (self->draft, TDM_SERIES_ZONE);

  for (guint i = 0; i < meetings->len; i++)
    if (tdm_inbox_date_is (event, zone, tdm_record_get_text (meetings->pdata[i], TDM_MEETING_RECURRENCE_ID)))
      return meetings->pdata[i];
  return NULL;
}

static void
update_set_version (Update *self, TdmIncomingEvent *event, TdmRecord *meeting)
{
  TdmRecord *draft = update_open_draft (self, meeting);

  tdm_record_set_integer (draft, TDM_MEETING_SEQUENCE, event->sequence);
  tdm_record_set_integer (draft, TDM_MEETING_HEARD, event->stamp);
}

static void
update_apply_date (Update *self, TdmIncomingEvent *event, TdmRecord *meeting)
{
  /* The clocks of a zone without a name here are as good as those of the series. */
  const char *zone = *event->zone ? event->zone : tdm_record_get_text (self->draft, TDM_SERIES_ZONE);
  gboolean before = self->times_changed;

  if (meeting_is_recorded (meeting) || !event_is_newer_than_date (event, meeting) ||
      !tdm_inbox_date_can_be_taken (event))
    return;
  if (tdm_inbox_date_is_off (event))
    update_cancel_meeting (self, meeting);
  else
    {
      g_autofree char *local = *event->zone ? g_strdup (event->start_local)
                                            : tdm_zone_from_utc (zone, event->start_instant, NULL);
      TdmMeeting *live = update_find_live (self, meeting);

      self->times_changed = FALSE;
      if (local)
        update_place_meeting (self, meeting, &(TdmWhen) { local, zone, event->minutes, event->place });
      if (local && live)
        update_take_answers (self, event, live, self->times_changed);
      self->times_changed = before;
    }
  update_set_version (self, event, meeting);
}

/* By how much the clocks of the series differ: between what a date was meant to be and what it becomes. Where only its
 * day is known, its meeting says when that was. */
static gint64
update_get_shift (Update *self, GPtrArray *meetings, TdmIncomingEvent *event)
{
  const char *zone = tdm_record_get_text (self->draft, TDM_SERIES_ZONE);
  TdmRecord *meeting = update_find_meeting (self, meetings, event);
  g_autofree char *before = tdm_inbox_date_get_original (event, zone);
  g_autofree char *after = tdm_zone_from_utc (zone, event->start_instant, NULL);
  gint64 from = 0, to = 0;

  if (!before || !after)
    return 0;
  tdm_local_time_parse (meeting ? tdm_record_get_text (meeting, TDM_MEETING_RECURRENCE_ID) : before, &from);
  tdm_local_time_parse (after, &to);
  return to - from;
}

/* RANGE=THISANDFUTURE (RFC 5545 3.2.13): all from this date on move by as much, on the clocks of the series. */
static void
update_apply_following (Update *self, GPtrArray *meetings)
{
  TdmIncomingEvent *event = self->event;
  const char *zone = tdm_record_get_text (self->draft, TDM_SERIES_ZONE);
  g_autofree char *first = tdm_inbox_date_get_original (event, zone);
  gint64 seconds = update_get_shift (self, meetings, event);

  if (!first || !tdm_inbox_date_can_be_taken (event))
    return;
  for (guint i = 0; i < meetings->len; i++)
    {
      TdmRecord *meeting = meetings->pdata[i];
      const char *original = tdm_record_get_text (meeting, TDM_MEETING_RECURRENCE_ID);
      g_autofree char *local = NULL;
      gint64 clock = 0;

      if (!meeting_is_open (meeting) || strcmp (original, first) < 0 || !event_overtakes_date (event, meeting))
        continue;
      tdm_local_time_parse (original, &clock);
      local = tdm_local_time_format (clock + seconds);
      if (tdm_inbox_date_is_off (event))
        update_cancel_meeting (self, meeting);
      else
        update_place_meeting (self, meeting, &(TdmWhen) { local, zone, event->minutes, event->place });
      update_set_version (self, event, meeting);
    }
  update_take_answers (self, event, NULL, self->times_changed);
}

/* --- the whole series ------------------------------------------------------------------------ */

/* Takes the first of @meetings that fits, so that no meeting is found twice. */
static TdmRecord *
meetings_take_exact (GPtrArray *meetings, const char *date, guint length)
{
  for (guint i = 0; i < meetings->len; i++)
    if (strncmp (tdm_record_get_text (meetings->pdata[i], TDM_MEETING_RECURRENCE_ID), date, length) == 0)
      return g_ptr_array_steal_index (meetings, i);
  return NULL;
}

static TdmRecord *
update_take_next (Update *self, GPtrArray *meetings)
{
  for (guint i = 0; i < meetings->len; i++)
    if (meeting_is_open (meetings->pdata[i]) && update_is_ahead (self, meetings->pdata[i]))
      return g_ptr_array_steal_index (meetings, i);
  return NULL;
}

/* What the same message says about a date of its own comes after. */
static gboolean
update_is_said_apart (Update *self, const char *date)
{
  for (guint i = 0; i < self->dates->len; i++)
    if (tdm_inbox_date_is (self->dates->pdata[i], self->event->zone, date) &&
        tdm_inbox_date_can_be_taken (self->dates->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
update_apply_rule_date (Update *self, TdmRecord *meeting, const char *date)
{
  TdmIncomingEvent *event = self->event;
  gboolean is_off = event->excluded && g_strv_contains ((const char *const *) event->excluded, date);
  gint64 start = tdm_zone_resolve (event->zone, date, NULL);
  TdmRecord *draft;

  if (meeting && meeting_is_recorded (meeting))
    return;
  if (!meeting && (is_off || start <= self->now))
    return;
  if (meeting && !event_overtakes_date (event, meeting))
    return;
  if (meeting)
    draft = update_open_draft (self, meeting);
  else
    {
      draft = tdm_edit_insert (self->edit, TDM_TYPE_MEETING);
      tdm_record_set_link (draft, TDM_MEETING_PAIR, tdm_series_get_pair (self->series));
      tdm_record_set_link (draft, TDM_MEETING_SERIES, self->series);
    }
  tdm_record_set_text (draft, TDM_MEETING_RECURRENCE_ID, date);
  if (is_off)
    update_cancel_meeting (self, draft);
  else if (!meeting || !update_is_said_apart (self, date))
    update_place_meeting (self, draft, &(TdmWhen) { date, event->zone, event->minutes, event->place });
}

static void
update_apply_rule (Update *self, GPtrArray *left)
{
  g_autoptr (TdmRecurrence) recurrence = tdm_recurrence_parse (self->event->rule, NULL);
  g_auto (GStrv) dates = recurrence ? tdm_recurrence_expand (recurrence, self->event->start_local, NULL) : NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (!dates)
    return;
  g_ptr_array_set_size (found, g_strv_length (dates));
  /* The meeting of each date: that of the same moment, else that of the same day, else the next one that has none */
  for (guint i = 0; i < found->len; i++)
    found->pdata[i] = meetings_take_exact (left, dates[i], strlen (dates[i]));
  for (guint i = 0; i < found->len; i++)
    if (!found->pdata[i])
      found->pdata[i] = meetings_take_exact (left, dates[i], strlen ("YYYY-MM-DD"));
  for (guint i = 0; i < found->len; i++)
    if (!found->pdata[i] && tdm_zone_resolve (self->event->zone, dates[i], NULL) > self->now)
      found->pdata[i] = update_take_next (self, left);
  for (guint i = 0; i < found->len; i++)
    update_apply_rule_date (self, found->pdata[i], dates[i]);
  /* What has no date any more and is past may have taken place all the same. */
  update_cancel_ahead (self, left);
}

static void
update_apply_series (Update *self)
{
  TdmIncomingEvent *event = self->event;
  g_autoptr (GPtrArray) left = update_list_meetings (self);
  g_autoptr (GPtrArray) meetings = NULL;

  update_apply_rule (self, left);
  tdm_record_set_text (self->draft, TDM_SERIES_RULE, event->rule);
  tdm_record_set_text (self->draft, TDM_SERIES_LOCAL_START, event->start_local);
  tdm_record_set_text (self->draft, TDM_SERIES_ZONE, event->zone);
  tdm_record_set_integer (self->draft, TDM_SERIES_MINUTES, event->minutes);
  tdm_record_set_text_cut (self->draft, TDM_SERIES_PLACE, event->place);
  tdm_record_set_text_cut (self->draft, TDM_SERIES_TITLE, event->summary);
  tdm_record_set_integer (self->draft, TDM_SERIES_STATE, TDM_SERIES_ISSUED);
  if (self->follows_people)
    tdm_inbox_invitation_replace (self->edit, self->workspace, self->series, event);
  meetings = update_list_meetings (self);
  update_take_answers (self, event, NULL, self->times_changed);
  if (self->times_changed)
    update_forget_answers (self, meetings);
  for (guint i = 0; i < self->dates->len; i++)
    {
      TdmRecord *meeting = update_find_meeting (self, meetings, self->dates->pdata[i]);

      if (meeting)
        update_apply_date (self, self->dates->pdata[i], meeting);
    }
}

/**
 * tdm_inbox_update_add:
 * @edit: what becomes different goes here
 * @item: a message of the organizer of a series that is here
 *
 * A later message replaces what the earlier ones said; one about a single date leaves the others alone. The two
 * people of the tandem change only where the user was asked (%TDM_INBOX_DOUBTFUL).
 */
void
tdm_inbox_update_add (TdmEdit *edit, TdmWorkspace *workspace, TdmInboxItem *item)
{
  TdmIncomingEvent *event = item->event;
  TdmSeries *series = item->series;
  Update self = { .edit = edit, .workspace = workspace, .series = series, .event = event,
                  .dates = item->dates, .now = tdm_clock_now (),
                  .follows_people = item->kind == TDM_INBOX_DOUBTFUL };
  g_autoptr (GPtrArray) meetings = NULL;

  self.draft = tdm_edit_update (edit, series);
  if (!event_is_newer_than_series (event, self.draft))
    return;
  meetings = update_list_meetings (&self);
  if (event->has_recurrence_id)
    {
      TdmRecord *meeting = update_find_meeting (&self, meetings, event);

      if (event->this_and_future)
        update_apply_following (&self, meetings);
      else if (meeting)
        update_apply_date (&self, event, meeting);
      return;
    }
  if (event->method != TDM_INCOMING_CANCEL)
    update_apply_series (&self);
  else
    {
      update_cancel_ahead (&self, meetings);
      tdm_record_set_integer (self.draft, TDM_SERIES_STATE, TDM_SERIES_CANCELLED);
    }
  tdm_record_set_integer (self.draft, TDM_SERIES_SEQUENCE, event->sequence);
  tdm_record_set_integer (self.draft, TDM_SERIES_HEARD, event->stamp);
}
