/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-private.h"

#include "calendar/tdm-invitation.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-attendee.h"
#include "model/tdm-calendar-message.h"
#include "model/tdm-series.h"

#include <string.h>

/* How long a pause lasts at least: nothing stands in the calendar until then. */
#define DAYS_OF_PAUSE 45
/* Before anybody answers */
#define INVITED_BEFORE_START 9

/* The meetings of one tandem while they are made */
typedef struct
{
  TdmSample *sample;
  TdmSamplePair *pair;
  TdmRecord *series;
  TdmSampleAgenda agenda;
  const char *zone;
  const char *site;
  const char *place;
  const char *part;
  gboolean waits;
  TdmReply replies[2];
  GListStore *told;
  TdmSampleWent before;
  guint n_past;
  guint n_changes;
} TdmSampleMeetings;

/* A room of the site that both work at, or else a link */
static char *
tdm_sample_meetings_choose_place (const TdmSampleMeetings *self)
{
  if (self->site)
    return tdm_sample_get_word (self->sample, "rooms", self->site, self->pair->number);
  return g_strdup_printf ("https://treffen.albris.example/tandem-%02u", self->pair->number + 1);
}

static TdmRecord *
tdm_sample_meetings_add_attendee (TdmSampleMeetings *self, TdmRole role)
{
  TdmSample *sample = self->sample;
  TdmRecord *attendee = tdm_sample_insert (sample, TDM_TYPE_ATTENDEE);
  GDate day = tdm_sample_dates_add_days (self->pair->start, -1 - (int) tdm_sample_chance_below (&sample->chance, 7));

  tdm_record_set_link (attendee, TDM_ATTENDEE_PERSON,
                       role == TDM_ROLE_MENTEE ? tdm_pair_get_mentee (self->pair->record)
                                               : tdm_pair_get_mentor (self->pair->record));
  tdm_record_set_integer (attendee, TDM_ATTENDEE_REPLY, self->replies[role]);
  if (self->replies[role] != TDM_REPLY_NEEDS_ACTION)
    tdm_record_set_integer (attendee, TDM_ATTENDEE_REPLIED,
                            tdm_sample_dates_instant (day) + tdm_sample_chance_below (&sample->chance, 8 * 3600));
  return attendee;
}

static gint64
tdm_sample_meetings_get_invited (const TdmSampleMeetings *self)
{
  return tdm_sample_dates_instant (tdm_sample_dates_add_days (self->pair->start, -INVITED_BEFORE_START));
}

static void
tdm_sample_meetings_add_series (TdmSampleMeetings *self)
{
  TdmSamplePair *pair = self->pair;
  TdmRecord *series = tdm_sample_insert (self->sample, TDM_TYPE_SERIES);
  g_autofree char *rule = tdm_sample_dates_format_rule (&pair->rule, pair->n_dates);
  char local[TDM_SAMPLE_LOCAL_SIZE];

  self->series = series;
  tdm_sample_dates_format_local (pair->dates[0], pair->time, local);
  tdm_record_set_link (series, TDM_SERIES_PAIR, pair->record);
  tdm_record_set_text (series, TDM_SERIES_RULE, rule);
  tdm_record_set_text (series, TDM_SERIES_LOCAL_START, local);
  tdm_record_set_text (series, TDM_SERIES_ZONE, self->zone);
  tdm_record_set_integer (series, TDM_SERIES_MINUTES, pair->minutes);
  tdm_record_set_text (series, TDM_SERIES_PLACE, self->place);
  tdm_record_set_integer (series, TDM_SERIES_STATE,
                          pair->is_over ? TDM_SERIES_ENDED : self->waits ? TDM_SERIES_DRAFT : TDM_SERIES_ISSUED);
  tdm_sample_fill (self->sample, series, pair->coordinator);
  for (TdmRole role = TDM_ROLE_MENTEE; role <= TDM_ROLE_MENTOR; role++)
    {
      TdmRecord *attendee = tdm_sample_meetings_add_attendee (self, role);

      tdm_record_set_link (attendee, TDM_ATTENDEE_SERIES, series);
      if (!self->waits)
        tdm_record_set_integer (attendee, TDM_ATTENDEE_ASKED, tdm_sample_meetings_get_invited (self));
    }
}

static TdmSampleWent
tdm_sample_meetings_deal_past (TdmSampleMeetings *self, guint index)
{
  gboolean is_over = self->pair->is_over;
  gboolean is_edge = index == 0 || (is_over && index == self->pair->n_dates - 1);
  TdmSampleDeck *deck = &self->sample->meeting_decks[is_over];
  TdmSampleWent went;

  /* Two in a row that did not take place as planned would be a signal. */
  if (is_edge || self->before != TDM_SAMPLE_WENT_HELD)
    return tdm_sample_deck_deal_one (deck, &self->sample->chance, TDM_SAMPLE_WENT_HELD);

  went = tdm_sample_deck_deal (deck, &self->sample->chance);
  return went == TDM_SAMPLE_WENT_UNRECORDED && is_over ? TDM_SAMPLE_WENT_HELD : went;
}

/* Whether the course of the tandem cancels what is planned on that day */
static gboolean
tdm_sample_meetings_is_paused (TdmSampleMeetings *self, GDate day)
{
  int days = tdm_sample_get_course (self->sample, self->pair, "cancelled_from");
  GDate from = tdm_sample_dates_add_days (self->pair->start, days);
  GDate to = tdm_sample_dates_add_days (self->sample->today, DAYS_OF_PAUSE);

  return days > 0 && g_date_compare (&day, &from) >= 0 && g_date_compare (&day, &to) < 0;
}

static TdmSampleWent
tdm_sample_meetings_choose (TdmSampleMeetings *self, guint index)
{
  guint n_cancelled = tdm_sample_get_course (self->sample, self->pair, "cancelled_last");

  if (index < self->n_past && !tdm_sample_get_course (self->sample, self->pair, "held"))
    return tdm_sample_meetings_deal_past (self, index);
  if (tdm_sample_meetings_is_paused (self, self->pair->dates[index]))
    return TDM_SAMPLE_WENT_CANCELLED;
  if (index < self->n_past)
    return index + n_cancelled >= self->n_past ? TDM_SAMPLE_WENT_CANCELLED : TDM_SAMPLE_WENT_HELD;
  if (g_strcmp0 (self->part, "moved_cancelled") == 0 && index == self->n_past + 1)
    return TDM_SAMPLE_WENT_MOVED_CANCELLED;
  if (g_strcmp0 (self->part, "wants_room") == 0 && index == self->n_past)
    return TDM_SAMPLE_WENT_MOVED;
  return TDM_SAMPLE_WENT_AHEAD;
}

static TdmMeetingState
tdm_sample_meetings_get_state (const TdmSampleMeetings *self, TdmSampleWent went, gboolean is_past)
{
  switch (went)
    {
    case TDM_SAMPLE_WENT_HELD:
      return TDM_MEETING_STATE_HELD;
    case TDM_SAMPLE_WENT_CANCELLED:
    case TDM_SAMPLE_WENT_MOVED_CANCELLED:
      return TDM_MEETING_STATE_CANCELLED;
    case TDM_SAMPLE_WENT_MISSED:
      return TDM_MEETING_STATE_MISSED;
    case TDM_SAMPLE_WENT_MOVED:
      return is_past ? TDM_MEETING_STATE_HELD : TDM_MEETING_STATE_INVITED;
    default:
      return self->waits ? TDM_MEETING_STATE_PLANNED : TDM_MEETING_STATE_INVITED;
    }
}

/* The next day or the next week; Thursdays only go to the next week, so that it stays in the middle of one. */
static GDate
tdm_sample_meetings_move (TdmSampleMeetings *self, GDate day)
{
  gboolean is_thursday = g_date_get_weekday (&day) == G_DATE_THURSDAY;

  return tdm_sample_dates_add_days (day, is_thursday || tdm_sample_chance_below (&self->sample->chance, 2) == 0 ? 7 : 1);
}

static void
tdm_sample_meetings_set_start (TdmSampleMeetings *self, TdmRecord *meeting, const char *local)
{
  tdm_record_set_text (meeting, TDM_MEETING_LOCAL_START, local);
  tdm_record_set_text (meeting, TDM_MEETING_ZONE, self->zone);
  tdm_record_set_integer (meeting, TDM_MEETING_START, tdm_zone_to_utc (self->zone, local, NULL));
}

static TdmRecord *
tdm_sample_meetings_add_record (TdmSampleMeetings *self, guint index, TdmSampleWent went, GDate day)
{
  TdmSample *sample = self->sample;
  TdmRecord *meeting = tdm_sample_insert (sample, TDM_TYPE_MEETING);
  TdmMeetingKind kind = tdm_sample_agenda_choose_kind (sample, self->pair, index);
  g_autofree char *place = kind == TDM_KIND_INFORMAL && self->site
                             ? tdm_sample_pick_word (sample, "informal_places", self->site)
                             : g_strdup (self->place);
  char local[TDM_SAMPLE_LOCAL_SIZE];

  tdm_record_set_link (meeting, TDM_MEETING_PAIR, self->pair->record);
  tdm_record_set_link (meeting, TDM_MEETING_SERIES, self->series);
  tdm_record_set_integer (meeting, TDM_MEETING_MINUTES, self->pair->minutes);
  tdm_record_set_integer (meeting, TDM_MEETING_KIND, kind);
  tdm_record_set_integer (meeting, TDM_MEETING_STATE,
                          tdm_sample_meetings_get_state (self, went, tdm_sample_is_past (sample, day)));
  tdm_record_set_text (meeting, TDM_MEETING_PLACE, place);

  tdm_sample_dates_format_local (self->pair->dates[index], self->pair->time, local);
  if (self->series)
    tdm_record_set_text (meeting, TDM_MEETING_RECURRENCE_ID, local);
  tdm_sample_dates_format_local (day, self->pair->time, local);
  tdm_sample_meetings_set_start (self, meeting, local);
  return meeting;
}

/* The first meeting ahead of one tandem is put where another one meets: a clash for the window to mark. */
static void
tdm_sample_meetings_share_room (TdmSampleMeetings *self, TdmRecord *meeting)
{
  if (g_strcmp0 (self->part, "shares_room") == 0)
    {
      tdm_record_set_text (meeting, TDM_MEETING_PLACE, self->place);
      self->sample->shared = meeting;
    }
  if (g_strcmp0 (self->part, "wants_room") == 0 && self->sample->shared)
    {
      tdm_sample_meetings_set_start (self, meeting,
                                     tdm_record_get_text (self->sample->shared, TDM_MEETING_LOCAL_START));
      tdm_record_set_text (meeting, TDM_MEETING_PLACE, tdm_record_get_text (self->sample->shared, TDM_MEETING_PLACE));
    }
}

/* What the two meet for; where a meeting is no topic, its kind does not always tell. */
static void
tdm_sample_meetings_set_content (TdmSampleMeetings *self, TdmRecord *meeting, guint index, GDate day)
{
  static const guint8 outcomes[] = { [TDM_OUTCOME_YES] = 60, [TDM_OUTCOME_PARTLY] = 30, [TDM_OUTCOME_NO] = 10 };
  static const char *const titles[] = {
    [TDM_KIND_INFORMAL] = "informal", [TDM_KIND_SHADOWING] = "shadowing", [TDM_KIND_REVIEW] = "review",
  };
  TdmMeetingKind kind = tdm_record_get_integer (meeting, TDM_MEETING_KIND);

  if (kind == TDM_KIND_TOPIC && index <= self->n_past)
    {
      tdm_sample_agenda_set_session (&self->agenda, self->sample, self->pair, day, meeting);
      if (tdm_meeting_get_state (TDM_MEETING (meeting)) == TDM_MEETING_STATE_HELD)
        tdm_record_set_integer (meeting, TDM_MEETING_OUTCOME,
                                tdm_sample_chance_weighted (&self->sample->chance, outcomes));
    }
  else if (kind < G_N_ELEMENTS (titles) && titles[kind])
    {
      g_autofree char *title = tdm_sample_pick_word (self->sample, "meetings", titles[kind]);

      tdm_record_set_text (meeting, TDM_MEETING_TOPIC, title);
    }
}

static void
tdm_sample_meetings_add_meeting (TdmSampleMeetings *self, guint index)
{
  GDate day = self->pair->dates[index];
  TdmSampleWent went = tdm_sample_meetings_choose (self, index);
  gboolean was_moved = went == TDM_SAMPLE_WENT_MOVED || went == TDM_SAMPLE_WENT_MOVED_CANCELLED;
  gboolean is_next = index == self->n_past;
  TdmRecord *meeting;

  if (was_moved)
    day = tdm_sample_meetings_move (self, day);
  meeting = tdm_sample_meetings_add_record (self, index, went, day);
  if (is_next)
    tdm_sample_meetings_share_room (self, meeting);
  tdm_sample_meetings_set_content (self, meeting, index, day);
  for (TdmRole role = TDM_ROLE_MENTEE;
       role <= TDM_ROLE_MENTOR && tdm_meeting_get_state (TDM_MEETING (meeting)) == TDM_MEETING_STATE_HELD; role++)
    {
      TdmRecord *attendee = tdm_sample_meetings_add_attendee (self, role);

      tdm_record_set_link (attendee, TDM_ATTENDEE_MEETING, meeting);
      tdm_record_set_integer (attendee, TDM_ATTENDEE_TOOK_PART, TDM_TOOK_PART_YES);
    }

  /* What was decided last has not been sent yet: something waits in the outbox. */
  if (!(went == TDM_SAMPLE_WENT_MOVED && is_next))
    g_list_store_append (self->told, meeting);
  if (was_moved || went == TDM_SAMPLE_WENT_CANCELLED)
    self->n_changes++;
  self->before = went;
}

/* Both have got the invitation. */
static void
tdm_sample_meetings_add_messages (TdmSampleMeetings *self)
{
  TdmPerson *people[] = { tdm_pair_get_mentee (self->pair->record), tdm_pair_get_mentor (self->pair->record) };
  TdmSeries *series = TDM_SERIES (self->series);
  const char *organizer = tdm_record_get_text (self->series, TDM_SERIES_ORGANIZER_EMAIL);
  g_autofree char *file = tdm_invitation_file_name (series), *content = NULL;
  g_autoptr (TdmSchedule) schedule = NULL;

  if (!tdm_schedule_make (series, G_LIST_MODEL (self->told), &schedule, NULL) || !schedule)
    return;
  content = tdm_schedule_write (schedule);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      TdmRecord *message = tdm_sample_insert (self->sample, TDM_TYPE_CALENDAR_MESSAGE);
      g_autofree char *id = g_strconcat (tdm_record_get_uid (message), strrchr (organizer, '@'), NULL);

      tdm_record_set_text (message, TDM_CALENDAR_MESSAGE_MESSAGE_ID, id);
      tdm_record_set_link (message, TDM_CALENDAR_MESSAGE_SERIES, series);
      tdm_record_set_link (message, TDM_CALENDAR_MESSAGE_PERSON, people[i]);
      tdm_record_set_text (message, TDM_CALENDAR_MESSAGE_EMAIL, tdm_person_get_email (people[i]));
      tdm_record_set_integer (message, TDM_CALENDAR_MESSAGE_SEQUENCE, tdm_series_get_sequence (series));
      tdm_record_set_text (message, TDM_CALENDAR_MESSAGE_FILE, file);
      tdm_record_set_text (message, TDM_CALENDAR_MESSAGE_CONTENT, content);
      tdm_record_set_integer (message, TDM_CALENDAR_MESSAGE_CREATED, tdm_sample_meetings_get_invited (self));
      tdm_record_set_integer (message, TDM_CALENDAR_MESSAGE_HANDED_OVER, tdm_sample_meetings_get_invited (self));
      tdm_record_set_integer (message, TDM_CALENDAR_MESSAGE_DELIVERY, TDM_DELIVERY_HANDED_OVER);
    }
}

/* Adds the series of a tandem, if it has one, and a meeting for each of its dates, with who is invited and who took part. */
void
tdm_sample_add_meetings (TdmSample *sample, TdmSamplePair *pair)
{
  static const guint8 replies[] = {
    [TDM_REPLY_NEEDS_ACTION] = 12, [TDM_REPLY_ACCEPTED] = 80, [TDM_REPLY_TENTATIVE] = 8,
  };
  g_autoptr (GListStore) told = g_list_store_new (TDM_TYPE_MEETING);
  g_autofree char *site = g_key_file_get_string (sample->plan, pair->group, "room", NULL);
  g_autofree char *part = g_key_file_get_string (sample->plan, pair->group, "part", NULL);
  g_autofree char *place = NULL;
  TdmSampleMeetings self = { sample, pair, .told = told, .site = site, .part = part };

  self.zone = tdm_record_get_text (TDM_RECORD (tdm_pair_get_mentee (pair->record)), TDM_PERSON_ZONE);
  self.place = place = tdm_sample_meetings_choose_place (&self);
  self.waits = tdm_sample_get_course (sample, pair, "waits");
  while (self.n_past < pair->n_dates && tdm_sample_is_past (sample, pair->dates[self.n_past]))
    self.n_past++;
  tdm_sample_agenda_init (&self.agenda, sample, pair);
  for (TdmRole role = TDM_ROLE_MENTEE; role <= TDM_ROLE_MENTOR && !self.waits; role++)
    self.replies[role] = tdm_sample_chance_weighted (&sample->chance, replies);

  if (pair->has_series)
    tdm_sample_meetings_add_series (&self);
  for (guint i = 0; i < pair->n_dates; i++)
    tdm_sample_meetings_add_meeting (&self, i);
  if (!pair->has_series)
    return;
  /* Each change was sent out, and so was an early end (RFC 5546 2.1.4). */
  tdm_record_set_integer (self.series, TDM_SERIES_SEQUENCE, self.n_changes + pair->ends_early);
  if (tdm_record_get_integer (self.series, TDM_SERIES_STATE) == TDM_SERIES_ISSUED)
    tdm_sample_meetings_add_messages (&self);
}
