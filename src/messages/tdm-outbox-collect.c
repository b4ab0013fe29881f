/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-message-private.h"

#include "base/tdm-i18n.h"
#include "tdm-outbox-way.h"

/* Which messages people need: worked out from what each was told last, and what the series is now. */

/* The messages of a series while they are worked out. Both people mostly know the same, and are told the same: those to
 * the first one are at @first, who knows @first_text. */
typedef struct
{
  TdmOutboxVersion version;
  GPtrArray *messages;
  guint first;
  guint n_first;
  const char *first_text;
} Collector;

static void
collector_init (Collector *self, TdmSeries *series)
{
  tdm_outbox_version_init (&self->version, series);
  self->messages = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
collector_clear (Collector *self)
{
  tdm_outbox_version_clear (&self->version);
  g_clear_pointer (&self->messages, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Collector, collector_clear)

static void
collector_add (Collector *self, GPtrArray *taken_messages)
{
  g_ptr_array_extend_and_steal (self->messages, taken_messages);
}

static TdmOutboxMessage *
collector_make_twin (Collector *self, const TdmOutboxWay *way, TdmOutboxMessage *of)
{
  TdmOutboxMessage *message = tdm_outbox_version_new_message (&self->version, way->person, way->attendee);

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
collector_tell (Collector *self, TdmPerson *person, const char *email)
{
  g_auto (TdmOutboxWay) way = { 0 };
  const char *told;

  tdm_outbox_way_init (&way, &self->version, person, email);
  if (tdm_outbox_way_is_up_to_date (&way) || !tdm_outbox_way_find (&way))
    return;
  if (!tdm_outbox_way_is_sure (&way))
    {
      collector_add (self, tdm_outbox_way_go (&way));
      return;
    }

  told = tdm_outbox_way_get_told (&way);
  if (self->first_text && g_str_equal (told, self->first_text))
    for (guint i = 0; i < self->n_first; i++)
      g_ptr_array_add (self->messages, collector_make_twin (self, &way, self->messages->pdata[self->first + i]));
  else
    {
      guint first = self->messages->len;

      collector_add (self, tdm_outbox_way_go (&way));
      if (self->first_text)
        return;
      self->first_text = told;
      self->first = first;
      self->n_first = self->messages->len - first;
    }
}

/* Whoever was removed since has the dates in the calendar all the same; somebody else may have the address by now. */
static void
collector_tell_removed (Collector *self)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *rows = tdm_series_get_messages (self->version.series);
  TdmSchedule *now = self->version.now;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TdmCalendarMessage) row = g_list_model_get_item (rows, i);
      const char *email = tdm_record_get_text (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_EMAIL);

      if (!tdm_calendar_message_get_person (row) && *email && !(now && tdm_schedule_find_address (now, email)) &&
          g_hash_table_add (done, (gpointer) email))
        collector_tell (self, NULL, email);
    }
}

/* Whether anybody would wait in vain if nothing goes */
static gboolean
has_meetings_ahead (TdmSeries *series, gint64 since)
{
  TdmPair *pair = tdm_series_get_pair (series);
  GListModel *meetings = pair ? tdm_pair_get_meetings (pair) : NULL;

  for (guint i = meetings ? g_list_model_get_n_items (meetings) : 0; i > 0; i--)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i - 1);

      if (tdm_meeting_get_series (meeting) == series && tdm_meeting_get_start (meeting) >= since)
        return TRUE;
    }
  return FALSE;
}

static void
collector_add_problem (Collector *self, GPtrArray *people, const char *text)
{
  if (!has_meetings_ahead (self->version.series, self->version.clock))
    return;
  for (guint i = 0; i < people->len; i++)
    {
      TdmPerson *person = people->pdata[i];
      const TdmScheduleAttendee attendee = {
        .name = (char *) tdm_person_get_name (person), .email = (char *) tdm_person_get_email (person),
      };
      TdmOutboxMessage *message = tdm_outbox_version_new_message (&self->version, person, &attendee);

      message->title = g_strdup (_ ("Cannot be sent yet"));
      message->problem = g_strdup (text);
      g_ptr_array_add (self->messages, message);
    }
}

/* Nobody is invited to meetings of which nobody knows whether they take place; who was invited hears of changes. */
static gboolean
waits (TdmSeries *series)
{
  TdmPair *pair = tdm_series_get_pair (series);

  return pair && tdm_pair_get_state (pair) == TDM_PAIR_PAUSED &&
         g_list_model_get_n_items (tdm_series_get_messages (series)) == 0;
}

static void
add_person (GPtrArray *people, TdmPerson *person)
{
  if (person && !g_ptr_array_find (people, person, NULL))
    g_ptr_array_add (people, person);
}

/* Who was told of it, and who takes part */
static GPtrArray *
list_people (TdmSeries *series)
{
  GPtrArray *people = g_ptr_array_new ();
  GListModel *rows = tdm_series_get_messages (series);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TdmCalendarMessage) row = g_list_model_get_item (rows, i);

      add_person (people, tdm_calendar_message_get_person (row));
    }
  add_person (people, tdm_series_get_mentee (series));
  add_person (people, tdm_series_get_mentor (series));
  return people;
}

/* Returns: (transfer full) (nullable): why nothing can be sent yet, in the language of the program */
static char *
collector_work_out (Collector *self, GPtrArray *people)
{
  TdmSeries *series = self->version.series;
  g_autoptr (GError) error = NULL;

  /* Who invited from outside goes on doing so. */
  if (tdm_series_is_external (series))
    return NULL;
  if (!tdm_outbox_version_make (&self->version, &error))
    return g_strdup (error->message);
  if (self->version.now && waits (series))
    return g_strdup (_ ("The tandem is paused. Its invitation waits until it goes on."));
  for (guint i = 0; i < people->len; i++)
    collector_tell (self, people->pdata[i], NULL);
  collector_tell_removed (self);
  return NULL;
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
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *problem = NULL;

  g_return_val_if_fail (TDM_IS_SERIES (series), NULL);

  collector_init (&self, series);
  people = list_people (series);
  problem = collector_work_out (&self, people);
  if (problem)
    collector_add_problem (&self, people, problem);
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
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *problem = NULL;

  g_return_val_if_fail (TDM_IS_SERIES (series), FALSE);

  collector_init (&self, series);
  self.version.meetings = meetings;
  people = list_people (series);
  problem = collector_work_out (&self, people);
  *count = self.messages->len;
  return problem == NULL;
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
  g_auto (TdmOutboxVersion) version = { 0 };
  g_autoptr (GPtrArray) people = NULL;

  g_return_val_if_fail (TDM_IS_SERIES (series), FALSE);

  tdm_outbox_version_init (&version, series);
  people = list_people (series);
  for (guint i = 0; i < people->len; i++)
    {
      g_auto (TdmOutboxWay) way = { 0 };

      tdm_outbox_way_init (&way, &version, people->pdata[i], NULL);
      if (tdm_outbox_way_is_expected (&way))
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
  g_auto (Collector) self = { 0 };
  g_autoptr (GPtrArray) people = NULL;

  g_return_val_if_fail (TDM_IS_SERIES (series), NULL);

  collector_init (&self, series);
  if (!tdm_outbox_version_make (&self.version, error))
    return NULL;
  people = list_people (series);
  for (guint i = 0; i < people->len; i++)
    {
      g_auto (TdmOutboxWay) way = { 0 };

      tdm_outbox_way_init (&way, &self.version, people->pdata[i], NULL);
      if (tdm_outbox_way_find (&way))
        collector_add (&self, tdm_outbox_way_retell (&way));
    }
  return g_steal_pointer (&self.messages);
}
