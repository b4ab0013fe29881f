/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-agenda.h"

#include "calendar/tdm-invitation.h"
#include "calendar/tdm-local-time.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-attendee.h"
#include "model/tdm-calendar-message.h"
#include "model/tdm-series.h"

#include <string.h>

/* How long a pause lasts at least: nothing stands in the calendar until then. */
#define DAYS_OF_PAUSE 45
/* How long before the first meeting the invitation goes out */
#define INVITED_BEFORE_START 9
/* From this gap between two levels on, a tandem meets informally early. */
#define WIDE_GAP 4
/* A series that long has time for a look back and for a visit. */
#define LONG_SERIES 10
#define SHORTEST_WITH_CLOSING 3

/* The meetings of one tandem while they are made */
typedef struct
{
  TdmSample *sample;
  const TdmSamplePair *pair;
  TdmRecord *people[2];
  TdmRecord *series;
  TdmSampleAgenda agenda;
  const char *zone;
  char *site;
  char *part;
  guint minutes;
  gboolean waits;
  gint64 invited;
  TdmReply replies[2];
  GListStore *told;
  TdmSampleWent before;
  guint n_past;
  guint n_changes;
} TdmSampleMeetings;

static TdmRecord *
tdm_sample_meetings_add_attendee (TdmSampleMeetings *self, TdmRole role)
{
  TdmSample *sample = self->sample;
  TdmRecord *attendee = tdm_sample_insert (sample, TDM_TYPE_ATTENDEE);
  GDate day = tdm_sample_days_add (self->pair->start, -1 - (int) tdm_sample_chance_below (&sample->chance, 7));

  tdm_record_set_link (attendee, TDM_ATTENDEE_PERSON, self->people[role]);
  tdm_record_set_integer (attendee, TDM_ATTENDEE_REPLY, self->replies[role]);
  if (self->replies[role] != TDM_REPLY_NEEDS_ACTION)
    tdm_record_set_integer (attendee, TDM_ATTENDEE_REPLIED,
                            tdm_sample_days_get_instant (day) + tdm_sample_chance_below (&sample->chance, 8 * 3600));
  return attendee;
}

/* A room of the site where both work, or else a link */
static void
tdm_sample_meetings_set_place (TdmSampleMeetings *self, TdmRecord *record, guint field)
{
  g_autofree char *link = g_strdup_printf ("https://treffen.albris.example/tandem-%02u", self->pair->number + 1);

  if (self->site)
    tdm_sample_set_word (self->sample, record, field, "rooms/%s/%u", self->site, self->pair->number);
  else
    tdm_record_set_text (record, field, link);
}

static void
tdm_sample_meetings_add_series (TdmSampleMeetings *self, const char *coordinator)
{
  const TdmSamplePair *pair = self->pair;
  TdmRecord *series = self->series = tdm_sample_insert (self->sample, TDM_TYPE_SERIES);

  tdm_record_set_link (series, TDM_SERIES_PAIR, pair->record);
  tdm_record_set_text (series, TDM_SERIES_RULE, pair->rule);
  tdm_record_set_text (series, TDM_SERIES_LOCAL_START, pair->starts[0]);
  tdm_record_set_text (series, TDM_SERIES_ZONE, self->zone);
  tdm_record_set_integer (series, TDM_SERIES_MINUTES, self->minutes);
  tdm_sample_meetings_set_place (self, series, TDM_SERIES_PLACE);
  tdm_record_set_integer (series, TDM_SERIES_STATE,
                          pair->is_over ? TDM_SERIES_ENDED : self->waits ? TDM_SERIES_DRAFT : TDM_SERIES_ISSUED);
  tdm_sample_fill (self->sample, series, coordinator);
  for (TdmRole role = TDM_ROLE_MENTEE; role <= TDM_ROLE_MENTOR; role++)
    {
      TdmRecord *attendee = tdm_sample_meetings_add_attendee (self, role);

      tdm_record_set_link (attendee, TDM_ATTENDEE_SERIES, series);
      if (!self->waits)
        tdm_record_set_integer (attendee, TDM_ATTENDEE_ASKED, self->invited);
    }
}

/* How past meetings went is dealt, as far as the plan does not say it. Where the one before did not take place as
 * planned this one does, because two in a row are a signal; the first and the last one do, too. */
static TdmSampleWent
tdm_sample_meetings_choose (TdmSampleMeetings *self, guint index)
{
  const char *course = self->pair->course;
  guint n_cancelled = tdm_sample_get_number (self->sample, course, "cancelled_last");
  int pause = tdm_sample_get_number (self->sample, course, "cancelled_from");
  GDate day = tdm_day_parse (self->pair->starts[index]);
  GDate from = tdm_sample_days_add (self->pair->start, pause);
  GDate to = tdm_sample_days_add (self->sample->today, DAYS_OF_PAUSE);

  if (index < self->n_past && !tdm_sample_get_number (self->sample, course, "held"))
    {
      gboolean is_over = self->pair->is_over;
      gboolean is_edge = index == 0 || (is_over && index == self->pair->n_starts - 1);
      TdmSampleDeck *deck = &self->sample->meeting_decks[is_over];
      TdmSampleWent went = is_edge || self->before != TDM_SAMPLE_WENT_HELD
                             ? tdm_sample_deck_deal_one (deck, &self->sample->chance, TDM_SAMPLE_WENT_HELD)
                             : tdm_sample_deck_deal (deck, &self->sample->chance);

      return went == TDM_SAMPLE_WENT_UNRECORDED && is_over ? TDM_SAMPLE_WENT_HELD : went;
    }
  if (pause > 0 && g_date_compare (&day, &from) >= 0 && g_date_compare (&day, &to) < 0)
    return TDM_SAMPLE_WENT_CANCELLED;
  if (index < self->n_past)
    return index + n_cancelled >= self->n_past ? TDM_SAMPLE_WENT_CANCELLED : TDM_SAMPLE_WENT_HELD;
  if (g_strcmp0 (self->part, "moved_cancelled") == 0 && index == self->n_past + 1)
    return TDM_SAMPLE_WENT_MOVED_CANCELLED;
  if (g_strcmp0 (self->part, "wants_room") == 0 && index == self->n_past)
    return TDM_SAMPLE_WENT_MOVED;
  return TDM_SAMPLE_WENT_AHEAD;
}

static TdmMeetingKind
tdm_sample_meetings_choose_kind (const TdmSampleMeetings *self, guint index)
{
  guint n = self->pair->n_starts;
  gboolean skips = tdm_sample_get_number (self->sample, self->pair->course, "skips");
  gint64 gap = tdm_record_get_integer (self->people[TDM_ROLE_MENTOR], TDM_PERSON_LEVEL) -
               tdm_record_get_integer (self->people[TDM_ROLE_MENTEE], TDM_PERSON_LEVEL);

  if (index == 0)
    return skips ? TDM_KIND_TOPIC : TDM_KIND_GETTING_TO_KNOW;
  if (index == n - 1 && n >= SHORTEST_WITH_CLOSING && self->series)
    return TDM_KIND_CLOSING;
  if (index == 2 && !skips && gap >= WIDE_GAP)
    return TDM_KIND_INFORMAL;
  if (n >= LONG_SERIES && index == n / 2)
    return TDM_KIND_REVIEW;
  if (n >= LONG_SERIES && index == n / 2 + 2 && self->pair->number % 2 == 0)
    return TDM_KIND_SHADOWING;
  return TDM_KIND_TOPIC;
}

/* What was moved goes to the next day or the next week, from a Thursday to the next week only, so that it stays in the
 * middle of one. The next meeting of one tandem is where another one meets: a clash for the window to mark. */
static char *
tdm_sample_meetings_choose_start (TdmSampleMeetings *self, guint index, TdmSampleWent went)
{
  GDate day = tdm_day_parse (self->pair->starts[index]);
  gboolean is_thursday = g_date_get_weekday (&day) == G_DATE_THURSDAY;

  if (went == TDM_SAMPLE_WENT_MOVED || went == TDM_SAMPLE_WENT_MOVED_CANCELLED)
    day = tdm_sample_days_add (day, is_thursday || tdm_sample_chance_below (&self->sample->chance, 2) == 0 ? 7 : 1);
  if (went == TDM_SAMPLE_WENT_MOVED && index == self->n_past && self->sample->shared)
    return g_strdup (tdm_record_get_text (self->sample->shared, TDM_MEETING_LOCAL_START));
  return tdm_local_time_replace_date (self->pair->starts[index], &day);
}

static TdmMeetingState
tdm_sample_meetings_get_state (TdmSampleMeetings *self, TdmSampleWent went, const char *start)
{
  static const TdmMeetingState states[] = {
    [TDM_SAMPLE_WENT_HELD] = TDM_MEETING_STATE_HELD, [TDM_SAMPLE_WENT_MOVED] = TDM_MEETING_STATE_INVITED,
    [TDM_SAMPLE_WENT_CANCELLED] = TDM_MEETING_STATE_CANCELLED, [TDM_SAMPLE_WENT_MISSED] = TDM_MEETING_STATE_MISSED,
    [TDM_SAMPLE_WENT_UNRECORDED] = TDM_MEETING_STATE_INVITED, [TDM_SAMPLE_WENT_AHEAD] = TDM_MEETING_STATE_INVITED,
    [TDM_SAMPLE_WENT_MOVED_CANCELLED] = TDM_MEETING_STATE_CANCELLED,
  };

  if (went == TDM_SAMPLE_WENT_MOVED && tdm_sample_is_past (self->sample, tdm_day_parse (start)))
    return TDM_MEETING_STATE_HELD;
  return self->waits ? TDM_MEETING_STATE_PLANNED : states[went];
}

static TdmRecord *
tdm_sample_meetings_add_record (TdmSampleMeetings *self, guint index, TdmSampleWent went)
{
  g_autofree char *start = tdm_sample_meetings_choose_start (self, index, went);
  TdmRecord *meeting = tdm_sample_insert (self->sample, TDM_TYPE_MEETING);
  TdmMeetingKind kind = tdm_sample_meetings_choose_kind (self, index);
  gboolean is_next = index == self->n_past;

  tdm_record_set_link (meeting, TDM_MEETING_PAIR, self->pair->record);
  tdm_record_set_link (meeting, TDM_MEETING_SERIES, self->series);
  if (self->series)
    tdm_record_set_text (meeting, TDM_MEETING_RECURRENCE_ID, self->pair->starts[index]);
  tdm_record_set_text (meeting, TDM_MEETING_LOCAL_START, start);
  tdm_record_set_text (meeting, TDM_MEETING_ZONE, self->zone);
  tdm_record_set_integer (meeting, TDM_MEETING_START, tdm_zone_to_utc (self->zone, start, NULL));
  tdm_record_set_integer (meeting, TDM_MEETING_MINUTES, self->minutes);
  tdm_record_set_integer (meeting, TDM_MEETING_KIND, kind);
  tdm_record_set_integer (meeting, TDM_MEETING_STATE, tdm_sample_meetings_get_state (self, went, start));
  tdm_sample_meetings_set_place (self, meeting, TDM_MEETING_PLACE);
  if (kind == TDM_KIND_INFORMAL && self->site)
    tdm_sample_set_word (self->sample, meeting, TDM_MEETING_PLACE, "informal_places/%s/?", self->site);

  if (is_next && went == TDM_SAMPLE_WENT_MOVED && self->sample->shared)
    tdm_record_set_text (meeting, TDM_MEETING_PLACE, tdm_record_get_text (self->sample->shared, TDM_MEETING_PLACE));
  if (is_next && g_strcmp0 (self->part, "shares_room") == 0)
    {
      tdm_sample_meetings_set_place (self, meeting, TDM_MEETING_PLACE);
      self->sample->shared = meeting;
    }
  return meeting;
}

static void
tdm_sample_meetings_add_meeting (TdmSampleMeetings *self, guint index)
{
  static const guint8 outcomes[] = { [TDM_OUTCOME_YES] = 60, [TDM_OUTCOME_PARTLY] = 30, [TDM_OUTCOME_NO] = 10 };
  TdmSampleWent went = tdm_sample_meetings_choose (self, index);
  TdmRecord *meeting = tdm_sample_meetings_add_record (self, index, went);
  TdmMeetingKind kind = tdm_record_get_integer (meeting, TDM_MEETING_KIND);
  gboolean was_held = tdm_record_get_integer (meeting, TDM_MEETING_STATE) == TDM_MEETING_STATE_HELD;

  /* What the two meet for; where a meeting is about no topic, its kind does not always tell. */
  if (kind == TDM_KIND_INFORMAL || kind == TDM_KIND_SHADOWING || kind == TDM_KIND_REVIEW)
    tdm_sample_set_word (self->sample, meeting, TDM_MEETING_TOPIC, "meetings/%s/?",
                         tdm_record_get_code (meeting, TDM_MEETING_KIND));
  if (kind == TDM_KIND_TOPIC && index <= self->n_past)
    tdm_sample_agenda_set_session (&self->agenda, self->sample, self->pair, meeting);
  if (kind == TDM_KIND_TOPIC && index <= self->n_past && was_held)
    tdm_record_set_integer (meeting, TDM_MEETING_OUTCOME,
                            tdm_sample_chance_weighted (&self->sample->chance, outcomes));
  for (TdmRole role = TDM_ROLE_MENTEE; role <= TDM_ROLE_MENTOR && was_held; role++)
    {
      TdmRecord *attendee = tdm_sample_meetings_add_attendee (self, role);

      tdm_record_set_link (attendee, TDM_ATTENDEE_MEETING, meeting);
      tdm_record_set_integer (attendee, TDM_ATTENDEE_TOOK_PART, TDM_TOOK_PART_YES);
    }

  /* What was decided last has not been sent yet: something waits in the outbox. */
  if (went != TDM_SAMPLE_WENT_MOVED || index != self->n_past)
    g_list_store_append (self->told, meeting);
  self->n_changes += went == TDM_SAMPLE_WENT_MOVED || went == TDM_SAMPLE_WENT_CANCELLED ||
                     went == TDM_SAMPLE_WENT_MOVED_CANCELLED;
  self->before = went;
}

/* One who is invited has got the invitation. */
static void
tdm_sample_meetings_add_message (TdmSampleMeetings *self, TdmRecord *person, TdmSampleChance *uids, const char *content)
{
  TdmRecord *message = tdm_edit_insert (self->sample->edit, TDM_TYPE_CALENDAR_MESSAGE);
  g_autofree char *uid = tdm_sample_chance_make_uid (uids);
  const char *organizer = tdm_record_get_text (self->series, TDM_SERIES_ORGANIZER_EMAIL);
  g_autofree char *file = tdm_invitation_file_name (TDM_SERIES (self->series));
  g_autofree char *id = g_strconcat (uid, strrchr (organizer, '@'), NULL);

  tdm_record_set_uid (message, uid);
  tdm_record_set_text (message, TDM_CALENDAR_MESSAGE_MESSAGE_ID, id);
  tdm_record_set_link (message, TDM_CALENDAR_MESSAGE_SERIES, self->series);
  tdm_record_set_link (message, TDM_CALENDAR_MESSAGE_PERSON, person);
  tdm_record_set_text (message, TDM_CALENDAR_MESSAGE_EMAIL, tdm_record_get_text (person, TDM_PERSON_EMAIL));
  tdm_record_set_integer (message, TDM_CALENDAR_MESSAGE_SEQUENCE, tdm_series_get_sequence (TDM_SERIES (self->series)));
  tdm_record_set_text (message, TDM_CALENDAR_MESSAGE_FILE, file);
  tdm_record_set_text (message, TDM_CALENDAR_MESSAGE_CONTENT, content);
  tdm_record_set_integer (message, TDM_CALENDAR_MESSAGE_CREATED, self->invited);
  tdm_record_set_integer (message, TDM_CALENDAR_MESSAGE_HANDED_OVER, self->invited);
  tdm_record_set_integer (message, TDM_CALENDAR_MESSAGE_DELIVERY, TDM_DELIVERY_HANDED_OVER);
}

static void
tdm_sample_meetings_add_messages (TdmSampleMeetings *self)
{
  g_autoptr (TdmSchedule) schedule = NULL;
  g_autofree char *content = NULL;

  if (!tdm_schedule_make (TDM_SERIES (self->series), G_LIST_MODEL (self->told), &schedule, NULL) || !schedule)
    return;
  content = tdm_schedule_write (schedule);
  for (TdmRole role = TDM_ROLE_MENTEE; role <= TDM_ROLE_MENTOR; role++)
    tdm_sample_meetings_add_message (self, self->people[role], &self->sample->uids, content);
  for (TdmRole role = TDM_ROLE_MENTEE; role <= TDM_ROLE_MENTOR; role++)
    {
      TdmRecord *assistant = tdm_record_get_link (self->people[role], TDM_PERSON_ASSISTANT);

      if (assistant && tdm_schedule_find_attendee (schedule, tdm_record_get_uid (assistant)))
        tdm_sample_meetings_add_message (self, assistant, &self->sample->assistant_uids, content);
    }
}

static void
tdm_sample_meetings_init (TdmSampleMeetings *self)
{
  static const guint8 replies[] = {
    [TDM_REPLY_NEEDS_ACTION] = 12, [TDM_REPLY_ACCEPTED] = 80, [TDM_REPLY_TENTATIVE] = 8,
  };
  const TdmSamplePair *pair = self->pair;

  self->people[TDM_ROLE_MENTEE] = tdm_record_get_link (pair->record, TDM_PAIR_MENTEE);
  self->people[TDM_ROLE_MENTOR] = tdm_record_get_link (pair->record, TDM_PAIR_MENTOR);
  self->zone = tdm_record_get_text (self->people[TDM_ROLE_MENTEE], TDM_PERSON_ZONE);
  self->site = tdm_sample_get_text (self->sample, pair->group, "room");
  self->part = tdm_sample_get_text (self->sample, pair->group, "part");
  self->minutes = tdm_sample_get_number (self->sample, pair->group, "minutes");
  self->waits = tdm_sample_get_number (self->sample, pair->course, "waits");
  self->invited = tdm_sample_days_get_instant (tdm_sample_days_add (pair->start, -INVITED_BEFORE_START));
  self->told = g_list_store_new (TDM_TYPE_MEETING);
  while (self->n_past < pair->n_starts &&
         tdm_sample_is_past (self->sample, tdm_day_parse (pair->starts[self->n_past])))
    self->n_past++;
  for (TdmRole role = TDM_ROLE_MENTEE; role <= TDM_ROLE_MENTOR && !self->waits; role++)
    self->replies[role] = tdm_sample_chance_weighted (&self->sample->chance, replies);
  tdm_sample_agenda_init (&self->agenda, self->sample, pair);
}

/* Adds the series of a tandem, if it has one, and a meeting for each of its dates, with the people who are invited and
 * took part. */
void
tdm_sample_add_meetings (TdmSample *sample, const TdmSamplePair *pair, const char *round)
{
  g_autofree char *coordinator = tdm_sample_get_group (sample, round, "coordinator");
  TdmSampleMeetings self = { sample, pair };

  tdm_sample_meetings_init (&self);
  if (pair->rule)
    tdm_sample_meetings_add_series (&self, coordinator);
  for (guint i = 0; i < pair->n_starts; i++)
    tdm_sample_meetings_add_meeting (&self, i);
  /* Each change was sent out, and so was an early end (RFC 5546 2.1.4). */
  if (self.series)
    tdm_record_set_integer (self.series, TDM_SERIES_SEQUENCE, self.n_changes + pair->ends_early);
  if (self.series && tdm_record_get_integer (self.series, TDM_SERIES_STATE) == TDM_SERIES_ISSUED)
    tdm_sample_meetings_add_messages (&self);
  g_free (self.site);
  g_free (self.part);
  g_object_unref (self.told);
  tdm_sample_agenda_clear (&self.agenda);
}
