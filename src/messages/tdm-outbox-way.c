/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-way.h"

#include "tdm-outbox-message-private.h"

static const char *
get_content (TdmCalendarMessage *row)
{
  return tdm_record_get_text (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_CONTENT);
}

/**
 * tdm_outbox_way_init:
 * @self: (out caller-allocates): a way, to be cleared with tdm_outbox_way_clear()
 * @version: what the series is now, which must stay as long as @self
 * @person: (nullable): whose calendar it is
 * @email: (nullable): without a person, the address
 */
void
tdm_outbox_way_init (TdmOutboxWay *self, TdmOutboxVersion *version, TdmPerson *person, const char *email)
{
  *self = (TdmOutboxWay) { .version = version, .person = person, .email = email };
  tdm_told_find (&self->told, version->series, person, email);
}

void
tdm_outbox_way_clear (TdmOutboxWay *self)
{
  g_clear_pointer (&self->before, tdm_schedule_unref);
  g_clear_pointer (&self->now, tdm_schedule_unref);
  tdm_told_clear (&self->told);
}

/**
 * tdm_outbox_way_get_told:
 * @self: a way
 *
 * Returns: (transfer none): what the last message that arrived said, empty for nothing
 */
const char *
tdm_outbox_way_get_told (TdmOutboxWay *self)
{
  return self->told.arrived ? get_content (self->told.arrived) : "";
}

/**
 * tdm_outbox_way_is_up_to_date:
 * @self: a way
 *
 * Whoever knows all may have got it once more: that says nothing new, and need not be passed on.
 *
 * Returns: whether nothing is to be said
 */
gboolean
tdm_outbox_way_is_up_to_date (TdmOutboxWay *self)
{
  const char *now_text = self->version->now_text;

  if (!self->told.arrived || self->told.is_old || !now_text ||
      !g_str_equal (get_content (self->told.arrived), now_text))
    return FALSE;
  for (guint i = 0; i < self->told.tried->len; i++)
    if (tdm_calendar_message_get_delivery (self->told.tried->pdata[i]) != TDM_DELIVERY_SAVED ||
        !g_str_equal (get_content (self->told.tried->pdata[i]), now_text))
      return FALSE;
  return TRUE;
}

/* --- from where to where -------------------------------------------------------------- */

static void
way_find_before (TdmOutboxWay *self)
{
  const char *content = tdm_outbox_way_get_told (self);

  self->before = tdm_outbox_version_read (self->version, content);
  if (*content && !self->before)
    self->told.is_old = TRUE;
}

/* Somebody who may have got an invitation, but never got one for sure, must hear of the end as well. */
static void
way_find_doubtful (TdmOutboxWay *self)
{
  for (guint i = 0; !self->before && i < self->told.tried->len; i++)
    {
      TdmCalendarMessage *row = self->told.tried->pdata[i];

      if (tdm_told_may_have_arrived (row) && *get_content (row))
        self->before = tdm_outbox_version_read (self->version, get_content (row));
    }
}

/**
 * tdm_outbox_way_is_expected:
 * @self: a way that was begun
 *
 * Returns: whether dates ahead are in the calendar, as far as the program knows
 */
gboolean
tdm_outbox_way_is_expected (TdmOutboxWay *self)
{
  way_find_before (self);
  way_find_doubtful (self);
  return self->before && !tdm_schedule_is_over (self->before, self->version->clock);
}

static const TdmScheduleAttendee *
way_find_attendee (TdmOutboxWay *self, const TdmSchedule *in)
{
  return self->person ? tdm_schedule_find_attendee (in, tdm_record_get_uid (TDM_RECORD (self->person)))
                      : tdm_schedule_find_address (in, self->email);
}

/* Whether somebody took part in what is left of a series, but is no longer in the tandem */
static gboolean
way_has_left (TdmOutboxWay *self)
{
  TdmPair *pair = tdm_series_get_pair (self->version->series);

  return self->now && self->person && pair && self->person != tdm_pair_get_mentee (pair) &&
         self->person != tdm_pair_get_mentor (pair);
}

/**
 * tdm_outbox_way_find:
 * @self: a way that was begun
 *
 * Finds out what the calendar shows and what it shall show.
 *
 * Returns: whether the person has to do with the series at all
 */
gboolean
tdm_outbox_way_find (TdmOutboxWay *self)
{
  TdmSchedule *now = self->version->now;

  way_find_before (self);
  self->attendee = now ? way_find_attendee (self, now) : NULL;
  self->now = self->attendee ? tdm_schedule_ref (now) : NULL;
  if (!self->now || way_has_left (self))
    way_find_doubtful (self);
  if (!self->attendee && self->before)
    self->attendee = way_find_attendee (self, self->before);
  if (self->now && self->before)
    {
      tdm_schedule_unref (self->now);
      self->now = tdm_outbox_version_keep_past (self->version, self->before);
    }
  return self->attendee != NULL;
}

/**
 * tdm_outbox_way_is_sure:
 * @self: a way that was found
 *
 * Returns: whether the person is invited, and nothing is in doubt about what was told
 */
gboolean
tdm_outbox_way_is_sure (TdmOutboxWay *self)
{
  return self->now && !way_has_left (self) && self->told.tried->len == 0 && !self->told.is_old;
}

/* --- the messages on it --------------------------------------------------------------- */

/* A message that was tried before keeps its number, time and id: whoever got it twice sees that it is the same. */
static void
way_repeat (TdmOutboxWay *self, TdmOutboxMessage *message)
{
  g_autofree char *content = NULL;
  TdmCalendarMessage *row;

  if (self->told.tried->len == 0)
    return;
  content = tdm_outbox_message_get_content (message);
  row = tdm_told_find_attempt (&self->told, message->step->original, content, message->email);
  if (!row)
    return;
  g_set_object (&message->row, row);
  message->sequence = tdm_record_get_integer (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_SEQUENCE);
  message->stamp = tdm_record_get_integer (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_CREATED);
  message->id = g_strdup (tdm_record_get_text (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_MESSAGE_ID));
}

static TdmOutboxMessage *
way_make_message (TdmOutboxWay *self, TdmSchedule *before, TdmScheduleStep *taken_step)
{
  TdmOutboxVersion *version = self->version;
  TdmOutboxMessage *message = tdm_outbox_version_new_message (version, self->person, self->attendee);
  TdmSchedule *wanted = self->now ? self->now : version->now;

  message->step = taken_step;
  message->before = before ? tdm_schedule_ref (before) : NULL;
  message->now = self->now ? tdm_schedule_ref (self->now) : NULL;
  message->after = tdm_schedule_apply (before, self->now, taken_step);
  /* Who leaves a series that goes on for the others is alone in the message. */
  if ((!self->now && version->now) || taken_step->kind == TDM_STEP_CANCEL_REST)
    message->only = g_strdup (self->attendee->uid);
  way_repeat (self, message);
  message->wanted = wanted ? tdm_schedule_ref (wanted) : NULL;
  message->since = version->clock;
  return message;
}

static GPtrArray *
way_make_messages (TdmOutboxWay *self, GPtrArray *taken_steps)
{
  g_autoptr (GPtrArray) steps = taken_steps;
  GPtrArray *messages = g_ptr_array_new_with_free_func (g_object_unref);
  TdmSchedule *before = self->before;

  g_ptr_array_set_free_func (steps, NULL);
  for (guint i = 0; i < steps->len; i++)
    {
      TdmOutboxMessage *message = way_make_message (self, before, steps->pdata[i]);

      g_ptr_array_add (messages, message);
      before = message->after;
    }
  return messages;
}

/* Whether an earlier message may have arrived that none of these would repeat. */
static gboolean
way_is_unsure (TdmOutboxWay *self, GPtrArray *messages)
{
  for (guint i = 0; i < self->told.tried->len; i++)
    {
      TdmCalendarMessage *row = self->told.tried->pdata[i];
      gboolean is_repeated = FALSE;

      for (guint j = 0; j < messages->len; j++)
        is_repeated = is_repeated || TDM_OUTBOX_MESSAGE (messages->pdata[j])->row == row;
      if (!is_repeated && tdm_told_may_have_arrived (row))
        return TRUE;
    }
  return FALSE;
}

/**
 * tdm_outbox_way_go:
 * @self: a way that was found
 *
 * Returns: (transfer full) (element-type TdmOutboxMessage): the messages that lead from one to the other, in order
 */
GPtrArray *
tdm_outbox_way_go (TdmOutboxWay *self)
{
  gint64 clock = self->version->clock;
  g_autoptr (GPtrArray) messages = NULL;

  if (way_has_left (self))
    return self->before ? way_make_messages (self, tdm_schedule_leave (self->before, self->now, clock))
                        : g_ptr_array_new_with_free_func (g_object_unref);

  messages = way_make_messages (self, tdm_schedule_compare (self->before, self->now, clock));
  if (self->now && (self->told.is_old || way_is_unsure (self, messages)))
    return way_make_messages (self, tdm_schedule_retell (self->before, self->now, clock));
  return g_steal_pointer (&messages);
}

/**
 * tdm_outbox_way_retell:
 * @self: a way that was found
 *
 * Returns: (transfer full) (element-type TdmOutboxMessage): the whole invitation, whatever the calendar shows; none for
 *   somebody who is not invited
 */
GPtrArray *
tdm_outbox_way_retell (TdmOutboxWay *self)
{
  if (!self->now)
    return g_ptr_array_new_with_free_func (g_object_unref);
  return way_make_messages (self, tdm_schedule_retell (self->before, self->now, G_MININT64));
}
