/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-message-private.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "tdm-told.h"

#include <string.h>

/* Which messages people need: worked out from what each was told last, and what the series is now. */

/* What is known about a series while its messages are worked out */
typedef struct
{
  TdmSeries *series;
  TdmSchedule *now;
  char *now_text;
  TdmSchedule *known;
  const char *known_text;
  gint64 sequence;
  gint64 last_stamp;
  gint64 clock;
  GPtrArray *messages;
  guint first;
  guint n_first;
  const char *first_text;
} Collector;

static void
collector_clear (Collector *self)
{
  g_clear_pointer (&self->now, tdm_schedule_unref);
  g_clear_pointer (&self->known, tdm_schedule_unref);
  g_free (self->now_text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Collector, collector_clear)

static TdmCalendarMessage *
get_row (TdmSeries *series, guint index)
{
  g_autoptr (TdmCalendarMessage) row = g_list_model_get_item (tdm_series_get_messages (series), index);

  return row;
}

static guint
count_rows (TdmSeries *series)
{
  return g_list_model_get_n_items (tdm_series_get_messages (series));
}

static const char *
get_content (TdmCalendarMessage *row)
{
  return tdm_record_get_text (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_CONTENT);
}

static gint64
get_sequence (TdmCalendarMessage *row)
{
  return tdm_record_get_integer (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_SEQUENCE);
}

/* Both people mostly were told the same, which then is read once. */
static TdmSchedule *
read_content (Collector *self, const char *text)
{
  if (*text == '\0')
    return NULL;
  if (g_strcmp0 (text, self->known_text) != 0)
    {
      g_clear_pointer (&self->known, tdm_schedule_unref);
      self->known = tdm_schedule_parse (text, NULL);
      self->known_text = text;
    }
  return self->known ? tdm_schedule_ref (self->known) : NULL;
}

/* The latest version of the dates that anybody was told: a number, and the row that says what it was. */
static TdmCalendarMessage *
find_latest (Collector *self)
{
  TdmCalendarMessage *latest = NULL;

  self->sequence = tdm_series_get_sequence (self->series);
  for (guint i = 0; i < count_rows (self->series); i++)
    {
      TdmCalendarMessage *row = get_row (self->series, i);
      gint64 sequence = get_sequence (row);

      self->last_stamp = MAX (self->last_stamp,
                              tdm_record_get_integer (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_CREATED));
      self->sequence = MAX (self->sequence, sequence);
      /* Who left a series was told a cancellation of the same number, which says nothing about the others. */
      if (!latest || sequence > get_sequence (latest) || (sequence == get_sequence (latest) && *get_content (row)))
        latest = row;
    }
  return latest;
}

static gboolean
is_same_version (Collector *self, TdmCalendarMessage *latest)
{
  g_autoptr (TdmSchedule) then = NULL;
  g_autoptr (TdmSchedule) now = NULL;

  if (!self->now)
    return FALSE;
  if (g_strcmp0 (get_content (latest), self->now_text) == 0)
    return TRUE;
  then = read_content (self, get_content (latest));
  now = then ? tdm_schedule_keep_past (self->now, then, self->clock) : NULL;
  return then && tdm_schedule_same_times (then, now);
}

/* SEQUENCE counts the versions of the dates and people (RFC 5546 2.1.4). */
static void
set_version (Collector *self)
{
  TdmCalendarMessage *latest = find_latest (self);

  if (latest && !is_same_version (self, latest))
    self->sequence++;
}

static char *
make_id (Collector *self)
{
  const char *email = tdm_record_get_text (TDM_RECORD (self->series), TDM_SERIES_ORGANIZER_EMAIL);
  const char *domain = strrchr (email, '@');
  g_autofree char *uuid = g_uuid_string_random ();

  return g_strconcat (uuid, domain ? domain : "@localhost", NULL);
}

static TdmOutboxMessage *
new_message (Collector *self, TdmPerson *person, const TdmScheduleAttendee *attendee)
{
  TdmOutboxMessage *message = g_object_new (TDM_TYPE_OUTBOX_MESSAGE, NULL);

  message->series = g_object_ref (self->series);
  g_set_object (&message->person, person);
  message->name = g_strdup (attendee->name);
  message->email = g_strdup (attendee->email);
  message->sequence = self->sequence;
  message->stamp = MAX (self->clock, self->last_stamp + 1);
  message->id = make_id (self);
  return message;
}

/* --- to one person ---------------------------------------------------------- */

/* A message that was tried before keeps its number, time and id: whoever got it twice sees that it is the same. */
static void
repeat (TdmOutboxMessage *message, const TdmTold *told)
{
  g_autofree char *content = tdm_outbox_message_get_content (message);
  TdmCalendarMessage *row = tdm_told_find_attempt (told, message->step->original, content, message->email);

  if (!row)
    return;
  g_set_object (&message->row, row);
  message->sequence = get_sequence (row);
  message->stamp = tdm_record_get_integer (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_CREATED);
  g_free (message->id);
  message->id = g_strdup (tdm_record_get_text (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_MESSAGE_ID));
}

/* The way of one person from what the calendar shows to what it shall show */
typedef struct
{
  TdmPerson *person;
  const char *email;
  const TdmScheduleAttendee *attendee;
  TdmSchedule *before;
  TdmSchedule *now;
  TdmTold told;
} Way;

static void
way_clear (Way *way)
{
  g_clear_pointer (&way->before, tdm_schedule_unref);
  g_clear_pointer (&way->now, tdm_schedule_unref);
  tdm_told_clear (&way->told);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Way, way_clear)

static TdmOutboxMessage *
make_step (Collector *self, const Way *way, TdmSchedule *before, TdmScheduleStep *taken_step)
{
  TdmOutboxMessage *message = new_message (self, way->person, way->attendee);

  message->step = taken_step;
  message->before = before ? tdm_schedule_ref (before) : NULL;
  message->now = way->now ? tdm_schedule_ref (way->now) : NULL;
  message->after = tdm_schedule_apply (before, way->now, taken_step);
  /* Who leaves a series that goes on for the others is alone in the message. */
  if ((!way->now && self->now) || taken_step->kind == TDM_STEP_CANCEL_REST)
    message->only = g_strdup (way->attendee->uid);
  repeat (message, &way->told);
  message->wanted = way->now ? tdm_schedule_ref (way->now) : self->now ? tdm_schedule_ref (self->now) : NULL;
  message->since = self->clock;
  return message;
}

static GPtrArray *
make_steps (Collector *self, const Way *way, GPtrArray *taken_steps)
{
  g_autoptr (GPtrArray) steps = taken_steps;
  GPtrArray *messages = g_ptr_array_new_with_free_func (g_object_unref);
  TdmSchedule *before = way->before;

  g_ptr_array_set_free_func (steps, NULL);
  for (guint i = 0; i < steps->len; i++)
    {
      TdmOutboxMessage *message = make_step (self, way, before, steps->pdata[i]);

      g_ptr_array_add (messages, message);
      before = message->after;
    }
  return messages;
}

/* Whether an earlier message may have arrived that none of these would repeat. */
static gboolean
is_unsure (const Way *way, GPtrArray *messages)
{
  for (guint i = 0; i < way->told.tried->len; i++)
    {
      TdmCalendarMessage *row = way->told.tried->pdata[i];
      gboolean is_repeated = FALSE;

      for (guint j = 0; j < messages->len; j++)
        is_repeated = is_repeated || TDM_OUTBOX_MESSAGE (messages->pdata[j])->row == row;
      if (!is_repeated && tdm_told_may_have_arrived (row))
        return TRUE;
    }
  return FALSE;
}

static void
find_before (Collector *self, Way *way)
{
  const char *content = way->told.arrived ? get_content (way->told.arrived) : "";

  way->before = read_content (self, content);
  if (*content && !way->before)
    way->told.is_old = TRUE;
}

/* Somebody who may have got an invitation, but never got one for sure, must hear of the end as well. */
static void
find_doubtful (Collector *self, Way *way)
{
  for (guint i = 0; !way->before && i < way->told.tried->len; i++)
    {
      TdmCalendarMessage *row = way->told.tried->pdata[i];

      if (tdm_told_may_have_arrived (row) && *get_content (row))
        way->before = read_content (self, get_content (row));
    }
}

static const TdmScheduleAttendee *
find_address (const TdmSchedule *schedule, const char *email)
{
  for (guint i = 0; i < schedule->attendees->len; i++)
    {
      const TdmScheduleAttendee *attendee = schedule->attendees->pdata[i];

      if (g_str_equal (attendee->email, email))
        return attendee;
    }
  return NULL;
}

static const TdmScheduleAttendee *
find_in (const TdmSchedule *schedule, const Way *way)
{
  if (!schedule)
    return NULL;
  return way->person ? tdm_schedule_find_attendee (schedule, tdm_record_get_uid (TDM_RECORD (way->person)))
                     : find_address (schedule, way->email);
}

/* Whether somebody took part in what is left of a series, but is no longer in the tandem */
static gboolean
has_left (Collector *self, const Way *way)
{
  TdmPair *pair = tdm_series_get_pair (self->series);

  return way->now && way->person && pair && way->person != tdm_pair_get_mentee (pair) &&
         way->person != tdm_pair_get_mentor (pair);
}

static gboolean
find_attendee (Collector *self, Way *way)
{
  way->attendee = find_in (self->now, way);
  way->now = way->attendee ? tdm_schedule_ref (self->now) : NULL;
  if (!way->now || has_left (self, way))
    find_doubtful (self, way);
  if (!way->attendee)
    way->attendee = find_in (way->before, way);
  return way->attendee != NULL;
}

/* What people put down about dates that are over is not for calendars. */
static void
way_keep_past (Collector *self, Way *way)
{
  TdmSchedule *all = way->now;

  if (!way->before || !all)
    return;
  way->now = tdm_schedule_keep_past (all, way->before, self->clock);
  tdm_schedule_unref (all);
}

/* Whoever knows all may have got it once more: that says nothing new, and need not be passed on. */
static gboolean
is_up_to_date (Collector *self, const Way *way)
{
  if (!way->told.arrived || way->told.is_old || !self->now_text ||
      !g_str_equal (get_content (way->told.arrived), self->now_text))
    return FALSE;
  for (guint i = 0; i < way->told.tried->len; i++)
    if (tdm_calendar_message_get_delivery (way->told.tried->pdata[i]) != TDM_DELIVERY_SAVED ||
        !g_str_equal (get_content (way->told.tried->pdata[i]), self->now_text))
      return FALSE;
  return TRUE;
}

static const char *
get_told_content (const Way *way)
{
  return way->told.arrived ? get_content (way->told.arrived) : "";
}

static gboolean
is_sure (const Way *way)
{
  return way->now && way->told.tried->len == 0 && !way->told.is_old;
}

/* Whoever knows the same as the first person, and is invited to the same, gets the same messages. */
static gboolean
is_like_first (Collector *self, const Way *way)
{
  return self->first_text && is_sure (way) && g_str_equal (get_told_content (way), self->first_text);
}

static void
remember_first (Collector *self, const Way *way, guint n_messages)
{
  if (self->first_text || !is_sure (way))
    return;
  self->first_text = get_told_content (way);
  self->first = self->messages->len;
  self->n_first = n_messages;
}

static TdmOutboxMessage *
make_twin (Collector *self, const Way *way, TdmOutboxMessage *of)
{
  TdmOutboxMessage *message = new_message (self, way->person, way->attendee);

  message->twin = g_object_ref (of);
  message->step = g_new (TdmScheduleStep, 1);
  *message->step = *of->step;
  message->step->original = g_strdup (of->step->original);
  message->before = of->before ? tdm_schedule_ref (of->before) : NULL;
  message->now = tdm_schedule_ref (of->now);
  message->after = of->after ? tdm_schedule_ref (of->after) : NULL;
  message->wanted = of->wanted ? tdm_schedule_ref (of->wanted) : NULL;
  message->since = of->since;
  return message;
}

static void
repeat_first (Collector *self, const Way *way)
{
  for (guint i = 0; i < self->n_first; i++)
    g_ptr_array_add (self->messages, make_twin (self, way, self->messages->pdata[self->first + i]));
}

static void
collect_for (Collector *self, TdmPerson *person, const char *email)
{
  g_auto (Way) way = { .person = person, .email = email };
  g_autoptr (GPtrArray) messages = NULL;

  tdm_told_find (&way.told, self->series, person, email);
  if (is_up_to_date (self, &way))
    return;
  find_before (self, &way);
  if (!find_attendee (self, &way))
    return;
  way_keep_past (self, &way);
  if (has_left (self, &way))
    {
      if (way.before)
        g_ptr_array_extend_and_steal (
            self->messages, make_steps (self, &way, tdm_schedule_leave (way.before, way.now, self->clock)));
      return;
    }
  if (is_like_first (self, &way))
    {
      repeat_first (self, &way);
      return;
    }

  messages = make_steps (self, &way, tdm_schedule_compare (way.before, way.now, self->clock));
  if (way.now && (way.told.is_old || is_unsure (&way, messages)))
    {
      g_ptr_array_unref (messages);
      messages = make_steps (self, &way, tdm_schedule_retell (way.before, way.now, self->clock));
    }
  remember_first (self, &way, messages->len);
  g_ptr_array_extend_and_steal (self->messages, g_steal_pointer (&messages));
}

/* Whoever was removed since has the dates in the calendar all the same; somebody else may have the address by now. */
static void
collect_for_removed (Collector *self)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < count_rows (self->series); i++)
    {
      TdmCalendarMessage *row = get_row (self->series, i);
      const char *email = tdm_record_get_text (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_EMAIL);

      if (!tdm_calendar_message_get_person (row) && *email && !(self->now && find_address (self->now, email)) &&
          g_hash_table_add (done, (gpointer) email))
        collect_for (self, NULL, email);
    }
}

static void
add_problem (Collector *self, TdmPerson *person, const char *text)
{
  const TdmScheduleAttendee nobody = {
    NULL, (char *) tdm_person_get_name (person), (char *) tdm_person_get_email (person), TDM_REPLY_NEEDS_ACTION,
  };
  TdmOutboxMessage *message = new_message (self, person, &nobody);

  message->title = g_strdup (_ ("Cannot be sent yet"));
  message->problem = g_strdup (text);
  g_ptr_array_add (self->messages, message);
}

static void
add_person (GPtrArray *people, TdmPerson *person)
{
  if (person && !g_ptr_array_find (people, person, NULL))
    g_ptr_array_add (people, person);
}

static GPtrArray *
list_people (TdmSeries *series)
{
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < count_rows (series); i++)
    add_person (people, tdm_calendar_message_get_person (get_row (series, i)));
  add_person (people, tdm_series_get_mentee (series));
  add_person (people, tdm_series_get_mentor (series));
  return people;
}

static GListModel *
get_meetings (TdmSeries *series)
{
  TdmPair *pair = tdm_series_get_pair (series);

  return pair ? tdm_pair_get_meetings (pair) : NULL;
}

/* Whether anybody would wait in vain if nothing goes. */
static gboolean
has_meetings_ahead (TdmSeries *series, gint64 since)
{
  GListModel *meetings = get_meetings (series);

  for (guint i = meetings ? g_list_model_get_n_items (meetings) : 0; i > 0; i--)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i - 1);

      if (tdm_meeting_get_series (meeting) == series && tdm_meeting_get_start (meeting) >= since)
        return TRUE;
    }
  return FALSE;
}

static void
add_problem_for_all (Collector *self, GPtrArray *people, const char *text)
{
  if (has_meetings_ahead (self->series, self->clock))
    for (guint i = 0; i < people->len; i++)
      add_problem (self, people->pdata[i], text);
}

/* Nobody is invited to meetings of which nobody knows whether they take place; who was invited hears of changes. */
static gboolean
waits (TdmSeries *series)
{
  TdmPair *pair = tdm_series_get_pair (series);

  return pair && tdm_pair_get_state (pair) == TDM_PAIR_PAUSED && count_rows (series) == 0;
}

/**
 * tdm_outbox_message_collect:
 * @series: a live series whose meetings, attendees and messages are loaded
 *
 * Works out which messages people need: from what each was told last, and what the series is now. A change that was
 * changed back needs none.
 *
 * Returns: (transfer full) (element-type TdmOutboxMessage): the messages, those to one person in order
 */
GPtrArray *
tdm_outbox_message_collect (TdmSeries *series)
{
  g_auto (Collector) self = { .series = series, .clock = tdm_clock_now () };
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (TDM_IS_SERIES (series), NULL);

  self.messages = g_ptr_array_new_with_free_func (g_object_unref);
  /* Who invited goes on doing so. */
  if (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_EXTERNAL))
    return self.messages;
  people = list_people (series);
  if (!tdm_schedule_make (series, get_meetings (series), &self.now, &error))
    {
      add_problem_for_all (&self, people, error->message);
      return self.messages;
    }
  if (self.now && waits (series))
    {
      add_problem_for_all (&self, people, _ ("The tandem is paused. Its invitation waits until it goes on."));
      return self.messages;
    }

  self.now_text = self.now ? tdm_schedule_write (self.now) : NULL;
  set_version (&self);
  for (guint i = 0; i < people->len; i++)
    collect_for (&self, people->pdata[i], NULL);
  collect_for_removed (&self);
  return self.messages;
}

/**
 * tdm_outbox_message_is_expected:
 * @series: a live series whose messages are loaded
 *
 * Returns: whether dates ahead of it are in the calendar of anybody, as far as the program knows
 */
gboolean
tdm_outbox_message_is_expected (TdmSeries *series)
{
  g_auto (Collector) self = { .series = series, .clock = tdm_clock_now () };
  g_autoptr (GPtrArray) people = NULL;

  g_return_val_if_fail (TDM_IS_SERIES (series), FALSE);

  people = list_people (series);
  for (guint i = 0; i < people->len; i++)
    {
      g_auto (Way) way = { .person = people->pdata[i] };

      tdm_told_find (&way.told, series, way.person, NULL);
      find_before (&self, &way);
      find_doubtful (&self, &way);
      if (way.before && !tdm_schedule_is_over (way.before, self.clock))
        return TRUE;
    }
  return FALSE;
}

/**
 * tdm_outbox_message_retell:
 * @series: a live series whose meetings, attendees and messages are loaded
 * @error: why there is no invitation, see tdm_schedule_make()
 *
 * The whole invitation for both people, whatever they know: for an export.
 *
 * Returns: (transfer full) (nullable) (element-type TdmOutboxMessage): a message to each
 */
GPtrArray *
tdm_outbox_message_retell (TdmSeries *series, GError **error)
{
  g_auto (Collector) self = { .series = series, .clock = tdm_clock_now () };
  g_autoptr (GPtrArray) people = NULL;

  g_return_val_if_fail (TDM_IS_SERIES (series), NULL);

  if (!tdm_schedule_make (series, get_meetings (series), &self.now, error))
    return NULL;
  self.messages = g_ptr_array_new_with_free_func (g_object_unref);
  self.now_text = self.now ? tdm_schedule_write (self.now) : NULL;
  set_version (&self);
  people = list_people (series);
  for (guint i = 0; self.now && i < people->len; i++)
    {
      g_auto (Way) way = { .person = people->pdata[i] };

      tdm_told_find (&way.told, series, way.person, NULL);
      find_before (&self, &way);
      if (!find_attendee (&self, &way) || !way.now)
        continue;
      way_keep_past (&self, &way);
      g_ptr_array_extend_and_steal (
          self.messages, make_steps (&self, &way, tdm_schedule_retell (way.before, way.now, G_MININT64)));
    }
  return self.messages;
}
