/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-calendar-error.h"
#include "tdm-outbox-message-private.h"
#include "tdm-told.h"

/* Which messages people need. Read from below: of a series, what it is now; of each of its people, what that calendar
 * shows (#TdmTold) and what it must show; of each step between the two, the message. */

/* A series, and the messages about it that were found so far */
typedef struct
{
  TdmSeries *series;
  GListModel *meetings; /* those of the series, and maybe others; those that are as it says may be left out */
  TdmSchedule *now;     /* what calendars must show, NULL for nothing any more */
  char *now_text;
  gint64 sequence;   /* the number of these dates */
  gint64 last_stamp; /* when the last message was made */
  gint64 clock;
  GPtrArray *messages;

  /* Both people mostly know the same, which is read once, and told the same, which is worked out once: from first_twin
   * on stand the messages for those who know twin_text. */
  TdmToldReader reader;
  TdmSchedule *kept; /* now, with what is over as in kept_of */
  TdmSchedule *kept_of;
  const char *twin_text;
  guint first_twin;
  guint n_twins;
} Collector;

/* One of its people: whose calendar it is, what it shows, and what it must show */
typedef struct
{
  TdmPerson *person; /* NULL for one who is not in the file any more */
  const char *email; /* of that one */
  TdmTold told;
  TdmSchedule *before;
  TdmSchedule *now;
  const TdmScheduleAttendee *attendee; /* in now, or else in before; NULL for one who has nothing to do with it */
  gboolean has_left;                   /* has a part in what is left, but in nothing that is to come */
} Recipient;

static void
collector_init (Collector *self, TdmSeries *series)
{
  TdmPair *pair = tdm_series_get_pair (series);

  *self = (Collector) { .series = series, .meetings = pair ? tdm_pair_get_meetings (pair) : NULL,
                        .clock = tdm_clock_now (), .messages = g_ptr_array_new_with_free_func (g_object_unref) };
}

static void
collector_clear (Collector *self)
{
  g_clear_pointer (&self->now, tdm_schedule_unref);
  tdm_told_reader_clear (&self->reader);
  g_clear_pointer (&self->kept, tdm_schedule_unref);
  g_clear_pointer (&self->kept_of, tdm_schedule_unref);
  g_clear_pointer (&self->messages, g_ptr_array_unref);
  g_free (self->now_text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Collector, collector_clear)

static void
recipient_clear (Recipient *self)
{
  g_clear_pointer (&self->before, tdm_schedule_unref);
  g_clear_pointer (&self->now, tdm_schedule_unref);
  tdm_told_clear (&self->told);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Recipient, recipient_clear)

/* --- what the series is now ------------------------------------------------------------------- */

/* What people put down about dates that are over is not for calendars: see tdm_schedule_keep_past(). */
static TdmSchedule *
collector_keep_past (Collector *self, const TdmSchedule *before)
{
  if (before != self->reader.schedule)
    return tdm_schedule_keep_past (self->now, before, self->clock);
  if (before != self->kept_of)
    {
      g_clear_pointer (&self->kept, tdm_schedule_unref);
      g_clear_pointer (&self->kept_of, tdm_schedule_unref);
      self->kept = tdm_schedule_keep_past (self->now, before, self->clock);
      self->kept_of = tdm_schedule_ref (self->reader.schedule);
    }
  return tdm_schedule_ref (self->kept);
}

static gboolean
collector_has_times_of (Collector *self, const char *text)
{
  g_autoptr (TdmSchedule) then = NULL;
  g_autoptr (TdmSchedule) now = NULL;

  if (!self->now)
    return FALSE;
  if (g_str_equal (text, self->now_text))
    return TRUE;
  then = tdm_told_reader_read (&self->reader, text);
  now = then ? collector_keep_past (self, then) : NULL;
  return then && tdm_schedule_same_times (then, now);
}

/* SEQUENCE counts the versions of the dates and people that anybody was told (RFC 5546 2.1.4). */
static void
collector_find_sequence (Collector *self)
{
  GListModel *rows = tdm_series_get_messages (self->series);
  guint n_rows = g_list_model_get_n_items (rows);
  const char *latest = NULL;
  gint64 latest_sequence = 0;

  self->sequence = tdm_series_get_sequence (self->series);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (TdmRecord) row = g_list_model_get_item (rows, i);
      const char *content = tdm_record_get_text (row, TDM_CALENDAR_MESSAGE_CONTENT);
      gint64 sequence = tdm_record_get_integer (row, TDM_CALENDAR_MESSAGE_SEQUENCE);

      self->last_stamp = MAX (self->last_stamp, tdm_record_get_integer (row, TDM_CALENDAR_MESSAGE_CREATED));
      self->sequence = MAX (self->sequence, sequence);
      /* A person who left was told a cancellation of the same number, which says nothing about the others. */
      if (latest && (sequence < latest_sequence || (sequence == latest_sequence && *content == '\0')))
        continue;
      latest = content;
      latest_sequence = sequence;
    }
  if (latest && !collector_has_times_of (self, latest))
    self->sequence++;
}

/* Returns: whether it can be said what calendars must show; the errors are those of tdm_schedule_make() */
static gboolean
collector_read_series (Collector *self, GError **error)
{
  if (!tdm_schedule_make (self->series, self->meetings, &self->now, error))
    return FALSE;
  self->now_text = self->now ? tdm_schedule_write (self->now) : NULL;
  collector_find_sequence (self);
  return TRUE;
}

/* Returns: (transfer container) (element-type TdmPerson): those who were told of it, and those who take part */
static GPtrArray *
collector_list_people (Collector *self)
{
  GPtrArray *people = g_ptr_array_new ();
  GListModel *rows = tdm_series_get_messages (self->series);
  TdmPerson *others[] = { tdm_series_get_mentee (self->series), tdm_series_get_mentor (self->series) };

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TdmCalendarMessage) row = g_list_model_get_item (rows, i);
      TdmPerson *person = tdm_calendar_message_get_person (row);

      if (person && !g_ptr_array_find (people, person, NULL))
        g_ptr_array_add (people, person);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i] && !g_ptr_array_find (people, others[i], NULL))
      g_ptr_array_add (people, others[i]);
  return people;
}

/* Those who keep the diaries of the people that take part */
static void
collector_add_assistants (Collector *self, GPtrArray *people)
{
  for (guint i = 0; self->now && i < people->len; i++)
    {
      TdmPerson *assistant = tdm_record_get_link (people->pdata[i], TDM_PERSON_ASSISTANT);
      const TdmScheduleAttendee *attendee =
        assistant ? tdm_schedule_find_attendee (self->now, tdm_record_get_uid (TDM_RECORD (assistant))) : NULL;

      if (attendee && attendee->is_optional && !g_ptr_array_find (people, assistant, NULL))
        g_ptr_array_add (people, assistant);
    }
}

/* --- what one calendar shows and must show ---------------------------------------------------- */

static const TdmScheduleAttendee *
recipient_find_in (const Recipient *self, const TdmSchedule *schedule)
{
  return self->person ? tdm_schedule_find_attendee (schedule, tdm_record_get_uid (TDM_RECORD (self->person)))
                      : tdm_schedule_find_address (schedule, self->email);
}

/* Whether what was told went to another address. Of those who take part that is a change for all; of an assistant the
 * others hear nothing, so the assistant alone gets it all once more. */
static gboolean
recipient_has_new_address (const Recipient *self)
{
  const TdmScheduleAttendee *was = recipient_find_in (self, self->before);

  return was && g_ascii_strcasecmp (was->email, self->attendee->email) != 0;
}

/* Works out the rest from what was told and what the series is now. */
static void
recipient_find_way (Recipient *self, Collector *collector)
{
  const char *content = tdm_told_get_content (&self->told);
  TdmPair *pair = tdm_series_get_pair (collector->series);
  gboolean has_part;

  self->before = tdm_told_reader_read (&collector->reader, content);
  if (*content && !self->before)
    self->told.is_old = TRUE;
  if (collector->now)
    self->attendee = recipient_find_in (self, collector->now);
  self->has_left = self->attendee && !self->attendee->is_optional && self->person && pair &&
                   self->person != tdm_pair_get_mentee (pair) && self->person != tdm_pair_get_mentor (pair);

  /* A person who may have got an invitation, but never got one for sure, must hear of the end as well. */
  if ((!self->attendee || self->has_left) && !self->before)
    self->before = tdm_told_read_tried (&self->told, &collector->reader);

  if (self->before && self->attendee && self->attendee->is_optional && !self->told.is_old)
    self->told.is_old = recipient_has_new_address (self);
  has_part = self->attendee != NULL;
  if (has_part)
    self->now = self->before ? collector_keep_past (collector, self->before) : tdm_schedule_ref (collector->now);
  else if (self->before)
    self->attendee = recipient_find_in (self, self->before);
  /* An assistant who goes, or a person who was removed: what is over stays in their calendars, too. */
  if (!self->now && self->before && collector->now)
    self->now = tdm_schedule_keep_only_past (self->before, collector->clock);
  self->has_left = self->has_left || (!has_part && self->now);
}

/* --- the messages ----------------------------------------------------------------------------- */

static TdmOutboxMessage *
collector_new_message (Collector *self, TdmPerson *person, const char *name, const char *email)
{
  TdmOutboxMessage *message = g_object_new (TDM_TYPE_OUTBOX_MESSAGE, NULL);

  message->series = g_object_ref (self->series);
  g_set_object (&message->person, person);
  message->name = g_strdup (name);
  message->email = g_strdup (email);
  message->sequence = self->sequence;
  message->stamp = MAX (self->clock, self->last_stamp + 1);
  return message;
}

static TdmOutboxMessage *
collector_make_twin (Collector *self, const Recipient *to, TdmOutboxMessage *of)
{
  TdmOutboxMessage *message = collector_new_message (self, to->person, to->attendee->name, to->attendee->email);

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

static TdmOutboxMessage *
collector_make_message (Collector *self, const Recipient *to, TdmSchedule *before, TdmScheduleStep *taken_step)
{
  TdmOutboxMessage *message = collector_new_message (self, to->person, to->attendee->name, to->attendee->email);
  TdmSchedule *wanted = to->now ? to->now : self->now;
  TdmCalendarMessage *attempt;

  message->step = taken_step;
  message->before = before ? tdm_schedule_ref (before) : NULL;
  message->now = to->now ? tdm_schedule_ref (to->now) : NULL;
  message->after = tdm_schedule_apply (before, to->now, taken_step);
  message->wanted = wanted ? tdm_schedule_ref (wanted) : NULL;
  message->since = self->clock;
  /* A person who leaves a series that goes on for the others is alone in the message. */
  if ((!to->now && self->now) || taken_step->kind == TDM_STEP_CANCEL_REST)
    message->only = g_strdup (to->attendee->uid);
  /* Of an assistant who goes the others hear nothing, so the number has not risen; that of a CANCEL has to (RFC 5546
   * 2.1.4). */
  if (message->only && to->attendee->is_optional)
    message->sequence++;

  attempt = tdm_told_find_attempt (&to->told, message);
  if (attempt)
    tdm_outbox_message_repeat (message, attempt);
  return message;
}

/* Returns: where the first of the messages stands */
static guint
collector_add_messages (Collector *self, const Recipient *to, GPtrArray *taken_steps)
{
  g_autoptr (GPtrArray) steps = taken_steps;
  guint first = self->messages->len;
  TdmSchedule *before = to->before;

  g_ptr_array_set_free_func (steps, NULL);
  for (guint i = 0; i < steps->len; i++)
    {
      TdmOutboxMessage *message = collector_make_message (self, to, before, steps->pdata[i]);

      g_ptr_array_add (self->messages, message);
      before = message->after;
    }
  return first;
}

/* Whether an earlier message may have arrived that none of those from @first on repeats */
static gboolean
collector_is_unsure (Collector *self, const Recipient *to, guint first)
{
  for (guint i = 0; i < to->told.tried->len; i++)
    {
      TdmCalendarMessage *row = to->told.tried->pdata[i];
      gboolean is_repeated = FALSE;

      for (guint j = first; j < self->messages->len; j++)
        is_repeated = is_repeated || TDM_OUTBOX_MESSAGE (self->messages->pdata[j])->row == row;
      if (!is_repeated && tdm_told_may_have_arrived (row))
        return TRUE;
    }
  return FALSE;
}

/* The messages that lead one calendar from what it shows to what it must show, in order */
static void
collector_tell (Collector *self, TdmPerson *person, const char *email)
{
  g_auto (Recipient) to = { .person = person, .email = email };
  const char *content;
  guint first;

  tdm_told_find (&to.told, self->series, person, email);
  if (self->now_text && tdm_told_is_up_to_date (&to.told, self->now_text))
    return;
  recipient_find_way (&to, self);
  if (!to.attendee)
    return;
  if (to.has_left)
    {
      if (to.before)
        collector_add_messages (self, &to, tdm_schedule_leave (to.before, to.now, self->clock));
      return;
    }

  content = tdm_told_get_content (&to.told);
  if (to.now && to.told.tried->len == 0 && !to.told.is_old && g_strcmp0 (content, self->twin_text) == 0)
    {
      for (guint i = 0; i < self->n_twins; i++)
        g_ptr_array_add (self->messages, collector_make_twin (self, &to, self->messages->pdata[self->first_twin + i]));
      return;
    }
  first = collector_add_messages (self, &to, tdm_schedule_compare (to.before, to.now, self->clock));
  if (to.now && (to.told.is_old || collector_is_unsure (self, &to, first)))
    {
      g_ptr_array_set_size (self->messages, first);
      collector_add_messages (self, &to, tdm_schedule_retell (to.before, to.now, self->clock));
    }
  else if (to.now && to.told.tried->len == 0 && !self->twin_text)
    {
      self->twin_text = content;
      self->first_twin = first;
      self->n_twins = self->messages->len - first;
    }
}

/* A person who was removed since has the dates in the calendar all the same; another may have the address by now. */
static void
collector_tell_removed (Collector *self)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *rows = tdm_series_get_messages (self->series);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TdmCalendarMessage) row = g_list_model_get_item (rows, i);
      const char *email = tdm_record_get_text (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_EMAIL);

      if (!tdm_calendar_message_get_person (row) && *email &&
          !(self->now && tdm_schedule_find_address (self->now, email)) &&
          g_hash_table_add (done, (gpointer) email))
        collector_tell (self, NULL, email);
    }
}

/* Whether anybody would wait in vain if nothing goes */
static gboolean
collector_has_meetings_ahead (Collector *self)
{
  for (guint i = self->meetings ? g_list_model_get_n_items (self->meetings) : 0; i > 0; i--)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (self->meetings, i - 1);

      if (tdm_meeting_get_series (meeting) == self->series && tdm_meeting_get_start (meeting) >= self->clock)
        return TRUE;
    }
  return FALSE;
}

/* --- of a series ------------------------------------------------------------------------------ */

/* Returns: whether all could be said; if not, each of the people has a message that says why nothing can be sent yet */
static gboolean
collector_run (Collector *self)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;
  TdmPair *pair = tdm_series_get_pair (self->series);
  const char *problem = NULL;

  /* An organizer from outside goes on inviting. */
  if (tdm_series_is_external (self->series))
    return TRUE;
  people = collector_list_people (self);
  /* Nobody is invited to meetings that may not take place; the people who were invited hear of changes. */
  if (!collector_read_series (self, &error))
    problem = error->message;
  else if (self->now && pair && tdm_pair_get_state (pair) == TDM_PAIR_PAUSED &&
           g_list_model_get_n_items (tdm_series_get_messages (self->series)) == 0)
    problem = _ ("The tandem is paused. Its invitation waits until it goes on.");

  if (!problem)
    collector_add_assistants (self, people);
  for (guint i = 0; !problem && i < people->len; i++)
    collector_tell (self, people->pdata[i], NULL);
  if (!problem)
    collector_tell_removed (self);
  for (guint i = 0; problem && collector_has_meetings_ahead (self) && i < people->len; i++)
    {
      TdmPerson *person = people->pdata[i];
      TdmOutboxMessage *message =
        collector_new_message (self, person, tdm_person_get_name (person), tdm_person_get_email (person));

      message->title = g_strdup (_ ("Cannot be sent yet"));
      message->problem = g_strdup (problem);
      message->waits_for_organizer =
        g_error_matches (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_NO_ORGANIZER);
      g_ptr_array_add (self->messages, message);
    }
  return problem == NULL;
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
  g_auto (Collector) self = { 0 };

  g_return_val_if_fail (TDM_IS_SERIES (series), NULL);

  collector_init (&self, series);
  collector_run (&self);
  return g_steal_pointer (&self.messages);
}

/**
 * tdm_outbox_message_count:
 * @series: a series whose messages are loaded
 * @meetings: (element-type TdmMeeting): those of its meetings that are not as it says
 * @count: (out): how many messages tdm_outbox_message_collect() would find
 *
 * Returns: whether that can be said without the other meetings
 */
gboolean
tdm_outbox_message_count (TdmSeries *series, GListModel *meetings, guint *count)
{
  g_auto (Collector) self = { 0 };
  gboolean is_known;

  g_return_val_if_fail (TDM_IS_SERIES (series), FALSE);

  collector_init (&self, series);
  self.meetings = meetings;
  is_known = collector_run (&self);
  *count = self.messages->len;
  return is_known;
}

/**
 * tdm_outbox_message_retell:
 * @series: a live series whose meetings, attendees and messages are loaded
 * @error: why there is no invitation, see tdm_schedule_make()
 *
 * The whole invitation for both people and their assistants, whatever they know: for an export.
 *
 * Returns: (transfer full) (nullable) (element-type TdmOutboxMessage): a message to each
 */
GPtrArray *
tdm_outbox_message_retell (TdmSeries *series, GError **error)
{
  g_auto (Collector) self = { 0 };
  g_autoptr (GPtrArray) people = NULL;

  g_return_val_if_fail (TDM_IS_SERIES (series), NULL);

  collector_init (&self, series);
  if (!collector_read_series (&self, error))
    return NULL;
  people = collector_list_people (&self);
  collector_add_assistants (&self, people);
  for (guint i = 0; i < people->len; i++)
    {
      g_auto (Recipient) to = { .person = people->pdata[i] };

      tdm_told_find (&to.told, series, to.person, NULL);
      recipient_find_way (&to, &self);
      if (to.now)
        collector_add_messages (&self, &to, tdm_schedule_retell (to.before, to.now, G_MININT64));
    }
  return g_steal_pointer (&self.messages);
}
