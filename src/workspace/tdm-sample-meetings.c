/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-meetings.h"

#include "calendar/tdm-invitation.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-attendee.h"
#include "model/tdm-calendar-message.h"
#include "model/tdm-series.h"
#include "tdm-sample-agenda.h"

#include <stdio.h>

/* How long a pause lasts at least: nothing stands in the calendar until then. */
#define DAYS_OF_PAUSE 45

/* How a meeting went */
typedef enum
{
  WENT_HELD,
  WENT_MOVED,
  WENT_CANCELLED,
  WENT_MISSED,
  WENT_UNRECORDED,
  WENT_AHEAD,
  WENT_MOVED_CANCELLED,
} TdmWent;

/* Of 100 meetings, 80 shall take place, 8 be moved, 7 cancelled, 2 missed and 3 not recorded. Half as many cards hold
 * all of that within the first twenty tandems, where a few more are called off for reasons of their own. */
static const guint8 deck_shares[] = {
  [WENT_HELD] = 40, [WENT_MOVED] = 4, [WENT_CANCELLED] = 3, [WENT_MISSED] = 1, [WENT_UNRECORDED] = 2,
};

/* The meetings of one tandem while they are made */
typedef struct
{
  TdmSample *sample;
  TdmSamplePair *pair;
  TdmSampleRoom *room;
  TdmSeries *series;
  TdmSampleAgenda agenda;
  const char *zone;
  char *place;
  TdmReply replies[2];
  GListStore *told;
  TdmWent before;
  guint n_changes;
  guint n_ahead;
} TdmMeetings;

/**
 * tdm_sample_meetings_fill_deck:
 * @sample: the sample
 *
 * To be called before tdm_sample_meetings_add().
 */
void
tdm_sample_meetings_fill_deck (TdmSample *sample)
{
  tdm_sample_deck_init (&sample->meeting_deck, deck_shares, G_N_ELEMENTS (deck_shares));
}

static const char *
get_site_group (const TdmMeetings *self)
{
  static const char *const groups[] = { "site:luebeck", "site:leipzig", "site:london" };

  return groups[self->pair->mentee->site];
}

/* A room of the site that both work at, or else a link */
static char *
choose_place (const TdmMeetings *self)
{
  TdmSampleWords *words = self->sample->words;
  g_autofree char *room = g_strdup_printf ("tandem-%02u", self->pair->number + 1);
  g_autoptr (GString) link = NULL;

  if (self->pair->mentee->site == self->pair->mentor->site)
    return g_strdup (tdm_sample_words_pick (words, get_site_group (self), "rooms", self->pair->number));

  link = g_string_new (tdm_sample_words_get_codes (words, "sites", "video")[0]);
  g_string_replace (link, "{room}", room, 0);
  return g_string_free (g_steal_pointer (&link), FALSE);
}

static TdmReply
choose_reply (TdmSample *sample, gboolean is_invited)
{
  static const guint weights[] = {
    [TDM_REPLY_NEEDS_ACTION] = 12, [TDM_REPLY_ACCEPTED] = 80, [TDM_REPLY_TENTATIVE] = 8,
  };

  if (!is_invited)
    return TDM_REPLY_NEEDS_ACTION;
  return tdm_sample_random_weighted (&sample->random, weights, G_N_ELEMENTS (weights));
}

static TdmRecord *
add_attendee (TdmMeetings *self, TdmRole role)
{
  TdmSample *sample = self->sample;
  TdmRecord *attendee = tdm_sample_insert (sample, TDM_TYPE_ATTENDEE);
  GDate day = tdm_sample_dates_add_days (self->pair->start, -1 - (int) tdm_sample_random_below (&sample->random, 7));

  tdm_record_set_link (attendee, TDM_ATTENDEE_PERSON,
                       role == TDM_ROLE_MENTEE ? self->pair->mentee->record : self->pair->mentor->record);
  tdm_record_set_integer (attendee, TDM_ATTENDEE_REPLY, self->replies[role]);
  if (self->replies[role] != TDM_REPLY_NEEDS_ACTION)
    tdm_record_set_integer (attendee, TDM_ATTENDEE_REPLIED,
                            tdm_sample_dates_instant (day) + tdm_sample_random_below (&sample->random, 8 * 3600));
  return attendee;
}

static gboolean
is_invited (const TdmMeetings *self)
{
  return self->pair->course != TDM_SAMPLE_NOT_STARTED;
}

/* Before anybody answers */
static gint64
get_invited_at (const TdmMeetings *self)
{
  return tdm_sample_dates_instant (tdm_sample_dates_add_days (self->pair->start, -9));
}

static TdmSeriesState
choose_series_state (const TdmSamplePair *pair)
{
  if (pair->is_over)
    return TDM_SERIES_ENDED;
  return pair->course == TDM_SAMPLE_NOT_STARTED ? TDM_SERIES_DRAFT : TDM_SERIES_ISSUED;
}

static void
set_organizer (TdmMeetings *self, TdmRecord *series)
{
  tdm_record_set_text (series, TDM_SERIES_ORGANIZER_NAME, tdm_sample_get_owner (self->sample, self->pair->round));
  tdm_record_set_text (series, TDM_SERIES_ORGANIZER_EMAIL, tdm_sample_get_address (self->sample));
}

static void
add_series (TdmMeetings *self)
{
  TdmSamplePair *pair = self->pair;
  TdmRecord *series = tdm_sample_insert (self->sample, TDM_TYPE_SERIES);
  g_autofree char *rule = tdm_sample_dates_format_rule (&pair->rule, pair->n_dates);
  char local[TDM_SAMPLE_LOCAL_SIZE];

  self->series = TDM_SERIES (series);
  tdm_sample_dates_format_local (pair->dates[0], pair->time, local);
  tdm_record_set_link (series, TDM_SERIES_PAIR, pair->record);
  tdm_record_set_text (series, TDM_SERIES_RULE, rule);
  tdm_record_set_text (series, TDM_SERIES_LOCAL_START, local);
  tdm_record_set_text (series, TDM_SERIES_ZONE, self->zone);
  tdm_record_set_integer (series, TDM_SERIES_MINUTES, pair->minutes);
  tdm_record_set_text (series, TDM_SERIES_PLACE, self->place);
  tdm_record_set_integer (series, TDM_SERIES_STATE, choose_series_state (pair));
  set_organizer (self, series);
  for (TdmRole role = TDM_ROLE_MENTEE; role <= TDM_ROLE_MENTOR; role++)
    {
      TdmRecord *attendee = add_attendee (self, role);

      tdm_record_set_link (attendee, TDM_ATTENDEE_SERIES, series);
      if (is_invited (self))
        tdm_record_set_integer (attendee, TDM_ATTENDEE_ASKED, get_invited_at (self));
    }
}

static TdmWent
deal_past (TdmMeetings *self, guint index)
{
  TdmSampleDeck *deck = &self->sample->meeting_deck;
  gboolean is_edge = index == 0 || (self->pair->is_over && index == self->pair->n_dates - 1);
  TdmWent went;

  /* Two in a row that did not take place as planned would be a signal. */
  if (is_edge || self->before != WENT_HELD)
    return tdm_sample_deck_deal_one (deck, &self->sample->random, WENT_HELD);

  went = tdm_sample_deck_deal (deck, &self->sample->random);
  return went == WENT_UNRECORDED && self->pair->is_over ? WENT_HELD : went;
}

static guint
count_past (const TdmMeetings *self)
{
  guint n = 0;

  while (n < self->pair->n_dates && tdm_sample_pairs_is_past (self->sample, self->pair->dates[n]))
    n++;
  return n;
}

static TdmWent
choose_past (TdmMeetings *self, guint index)
{
  const TdmSamplePair *pair = self->pair;
  GDate pause = tdm_sample_dates_add_days (pair->start, TDM_SAMPLE_PAUSED_AFTER);

  if (pair->round == TDM_SAMPLE_PILOT_ROUND)
    return WENT_HELD;

  switch (pair->course)
    {
    case TDM_SAMPLE_TWO_CANCELLED:
      return index + 2 >= count_past (self) ? WENT_CANCELLED : WENT_HELD;
    case TDM_SAMPLE_PAUSED:
      return g_date_compare (&pair->dates[index], &pause) >= 0 ? WENT_CANCELLED : WENT_HELD;
    case TDM_SAMPLE_NO_NEXT_DATE:
    case TDM_SAMPLE_COMPLETED:
    case TDM_SAMPLE_DISSOLVED:
      return WENT_HELD;
    default:
      return deal_past (self, index);
    }
}

static TdmWent
choose_ahead (TdmMeetings *self, guint index)
{
  GDate end_of_pause = tdm_sample_dates_add_days (self->sample->today, DAYS_OF_PAUSE);
  guint number = self->n_ahead++;

  if (self->pair->course == TDM_SAMPLE_PAUSED && g_date_compare (&self->pair->dates[index], &end_of_pause) < 0)
    return WENT_CANCELLED;
  if (self->pair->part == TDM_SAMPLE_PART_MOVED_CANCELLED && number == 1)
    return WENT_MOVED_CANCELLED;
  if (self->pair->part == TDM_SAMPLE_PART_WANTS_ROOM && number == 0)
    return WENT_MOVED;
  return WENT_AHEAD;
}

static TdmMeetingState
get_state (const TdmMeetings *self, TdmWent went, gboolean is_past)
{
  switch (went)
    {
    case WENT_HELD:
      return TDM_MEETING_STATE_HELD;
    case WENT_CANCELLED:
    case WENT_MOVED_CANCELLED:
      return TDM_MEETING_STATE_CANCELLED;
    case WENT_MISSED:
      return TDM_MEETING_STATE_MISSED;
    case WENT_MOVED:
      return is_past ? TDM_MEETING_STATE_HELD : TDM_MEETING_STATE_INVITED;
    default:
      return self->pair->course == TDM_SAMPLE_NOT_STARTED ? TDM_MEETING_STATE_PLANNED : TDM_MEETING_STATE_INVITED;
    }
}

/* The next day or the next week; Thursdays only go to the next week, so that it stays in the middle of one. */
static GDate
move_day (TdmMeetings *self, GDate day)
{
  gboolean is_thursday = g_date_get_weekday (&day) == G_DATE_THURSDAY;

  return tdm_sample_dates_add_days (day, is_thursday || tdm_sample_random_chance (&self->sample->random, 50) ? 7 : 1);
}

static gboolean
was_moved (TdmWent went)
{
  return went == WENT_MOVED || went == WENT_MOVED_CANCELLED;
}

static void
set_start (TdmMeetings *self, TdmRecord *meeting, const char *local)
{
  tdm_record_set_text (meeting, TDM_MEETING_LOCAL_START, local);
  tdm_record_set_text (meeting, TDM_MEETING_ZONE, self->zone);
  tdm_record_set_integer (meeting, TDM_MEETING_START, tdm_zone_to_utc (self->zone, local, NULL));
}

static void
set_place (TdmMeetings *self, TdmRecord *meeting)
{
  gboolean is_informal = tdm_record_get_integer (meeting, TDM_MEETING_KIND) == TDM_KIND_INFORMAL;

  if (is_informal && self->pair->mentee->site == self->pair->mentor->site)
    tdm_record_set_text (meeting, TDM_MEETING_PLACE,
                         tdm_sample_pick_note (self->sample, get_site_group (self), "informal_places"));
  else
    tdm_record_set_text (meeting, TDM_MEETING_PLACE, self->place);
}

/* The first meeting ahead of one tandem is put where another one meets: a clash for the window to mark. */
static void
share_room (TdmMeetings *self, TdmRecord *meeting, TdmWent went)
{
  if (self->pair->part == TDM_SAMPLE_PART_SHARES_ROOM && went == WENT_AHEAD && self->n_ahead == 1)
    {
      g_strlcpy (self->room->local, tdm_record_get_text (meeting, TDM_MEETING_LOCAL_START), TDM_SAMPLE_LOCAL_SIZE);
      tdm_record_set_text (meeting, TDM_MEETING_PLACE, self->place);
      self->room->place = tdm_record_get_text (meeting, TDM_MEETING_PLACE);
    }
  if (self->pair->part == TDM_SAMPLE_PART_WANTS_ROOM && went == WENT_MOVED && self->n_ahead == 1 && self->room->place)
    {
      set_start (self, meeting, self->room->local);
      tdm_record_set_text (meeting, TDM_MEETING_PLACE, self->room->place);
    }
}

static void
add_attendance (TdmMeetings *self, TdmRecord *meeting)
{
  for (TdmRole role = TDM_ROLE_MENTEE; role <= TDM_ROLE_MENTOR; role++)
    {
      TdmRecord *attendee = add_attendee (self, role);

      tdm_record_set_link (attendee, TDM_ATTENDEE_MEETING, meeting);
      tdm_record_set_integer (attendee, TDM_ATTENDEE_TOOK_PART, TDM_TOOK_PART_YES);
    }
}

static void
set_content (TdmMeetings *self, TdmRecord *meeting, GDate day)
{
  static const guint weights[] = { [TDM_OUTCOME_YES] = 60, [TDM_OUTCOME_PARTLY] = 30, [TDM_OUTCOME_NO] = 10 };

  if (tdm_record_get_integer (meeting, TDM_MEETING_KIND) != TDM_KIND_TOPIC)
    {
      tdm_sample_agenda_set_title (self->sample, TDM_MEETING (meeting));
      return;
    }
  if (self->n_ahead > 1)
    return;

  tdm_sample_agenda_set_session (&self->agenda, self->sample, self->pair, day, TDM_MEETING (meeting));
  if (tdm_meeting_get_state (TDM_MEETING (meeting)) == TDM_MEETING_STATE_HELD)
    tdm_record_set_integer (meeting, TDM_MEETING_OUTCOME,
                            tdm_sample_random_weighted (&self->sample->random, weights, G_N_ELEMENTS (weights)));
}

static TdmRecord *
add_record (TdmMeetings *self, guint index, TdmWent went, GDate day)
{
  TdmRecord *meeting = tdm_sample_insert (self->sample, TDM_TYPE_MEETING);
  char local[TDM_SAMPLE_LOCAL_SIZE];

  tdm_record_set_link (meeting, TDM_MEETING_PAIR, self->pair->record);
  tdm_record_set_link (meeting, TDM_MEETING_SERIES, self->series);
  tdm_record_set_integer (meeting, TDM_MEETING_MINUTES, self->pair->minutes);
  tdm_record_set_integer (meeting, TDM_MEETING_KIND, tdm_sample_agenda_choose_kind (self->pair, index));
  tdm_record_set_integer (meeting, TDM_MEETING_STATE,
                          get_state (self, went, tdm_sample_pairs_is_past (self->sample, day)));

  tdm_sample_dates_format_local (self->pair->dates[index], self->pair->time, local);
  if (self->series)
    tdm_record_set_text (meeting, TDM_MEETING_RECURRENCE_ID, local);
  tdm_sample_dates_format_local (day, self->pair->time, local);
  set_start (self, meeting, local);
  set_place (self, meeting);
  return meeting;
}

static void
add_meeting (TdmMeetings *self, guint index)
{
  GDate day = self->pair->dates[index];
  gboolean is_past = tdm_sample_pairs_is_past (self->sample, day);
  TdmWent went = is_past ? choose_past (self, index) : choose_ahead (self, index);
  TdmRecord *meeting;

  if (was_moved (went))
    day = move_day (self, day);
  meeting = add_record (self, index, went, day);
  share_room (self, meeting, went);
  set_content (self, meeting, day);
  if (tdm_meeting_get_state (TDM_MEETING (meeting)) == TDM_MEETING_STATE_HELD)
    add_attendance (self, meeting);

  /* What was decided last has not been sent yet: something waits in the outbox. */
  if (!(went == WENT_MOVED && !is_past))
    g_list_store_append (self->told, meeting);
  if (was_moved (went) || went == WENT_CANCELLED)
    self->n_changes++;
  self->before = went;
}

static void
add_message (TdmMeetings *self, TdmPerson *person, const char *content)
{
  TdmRecord *message = tdm_sample_insert (self->sample, TDM_TYPE_CALENDAR_MESSAGE);
  const char *organizer = tdm_record_get_text (TDM_RECORD (self->series), TDM_SERIES_ORGANIZER_EMAIL);
  g_autofree char *id = g_strconcat (tdm_record_get_uid (message), strrchr (organizer, '@'), NULL);
  g_autofree char *file = tdm_invitation_file_name (self->series);

  tdm_record_set_text (message, TDM_CALENDAR_MESSAGE_MESSAGE_ID, id);
  tdm_record_set_link (message, TDM_CALENDAR_MESSAGE_SERIES, self->series);
  tdm_record_set_link (message, TDM_CALENDAR_MESSAGE_PERSON, person);
  tdm_record_set_text (message, TDM_CALENDAR_MESSAGE_EMAIL, tdm_person_get_email (person));
  tdm_record_set_integer (message, TDM_CALENDAR_MESSAGE_SEQUENCE, tdm_series_get_sequence (self->series));
  tdm_record_set_text (message, TDM_CALENDAR_MESSAGE_FILE, file);
  tdm_record_set_text (message, TDM_CALENDAR_MESSAGE_CONTENT, content);
  tdm_record_set_integer (message, TDM_CALENDAR_MESSAGE_CREATED, get_invited_at (self));
  tdm_record_set_integer (message, TDM_CALENDAR_MESSAGE_HANDED_OVER, get_invited_at (self));
  tdm_record_set_integer (message, TDM_CALENDAR_MESSAGE_DELIVERY, TDM_DELIVERY_HANDED_OVER);
}

static void
add_messages (TdmMeetings *self)
{
  g_autoptr (TdmSchedule) schedule = NULL;
  g_autofree char *content = NULL;

  if (choose_series_state (self->pair) != TDM_SERIES_ISSUED ||
      !tdm_schedule_make (self->series, G_LIST_MODEL (self->told), &schedule, NULL) || !schedule)
    return;
  content = tdm_schedule_write (schedule);
  add_message (self, self->pair->mentee->record, content);
  add_message (self, self->pair->mentor->record, content);
}

static gboolean
ended_early (const TdmSamplePair *pair)
{
  return pair->course == TDM_SAMPLE_COMPLETED || pair->course == TDM_SAMPLE_DISSOLVED ||
         pair->course == TDM_SAMPLE_LEFT || pair->course == TDM_SAMPLE_NO_TIME;
}

/**
 * tdm_sample_meetings_add:
 * @sample: the sample
 * @pair: a tandem with its goals
 * @room: (inout): a room that is wanted twice
 *
 * Adds its series, if it has one, and a meeting for each of its dates, with who is invited and who took part.
 */
void
tdm_sample_meetings_add (TdmSample *sample, TdmSamplePair *pair, TdmSampleRoom *room)
{
  TdmMeetings self = { sample, pair, room };

  if (pair->n_dates == 0)
    return;

  self.told = g_list_store_new (TDM_TYPE_MEETING);
  self.zone = tdm_sample_words_get_codes (sample->words, get_site_group (&self), "zone")[0];
  self.place = choose_place (&self);
  tdm_sample_agenda_init (&self.agenda, sample, pair);
  for (TdmRole role = TDM_ROLE_MENTEE; role <= TDM_ROLE_MENTOR; role++)
    self.replies[role] = choose_reply (sample, pair->course != TDM_SAMPLE_NOT_STARTED);
  if (pair->course != TDM_SAMPLE_NO_NEXT_DATE)
    add_series (&self);

  for (guint i = 0; i < pair->n_dates; i++)
    add_meeting (&self, i);
  /* Each change was sent out, and so was an early end (RFC 5546 2.1.4). */
  if (self.series)
    {
      tdm_record_set_integer (TDM_RECORD (self.series), TDM_SERIES_SEQUENCE, self.n_changes + ended_early (pair));
      add_messages (&self);
    }
  g_object_unref (self.told);
  g_free (self.place);
}
