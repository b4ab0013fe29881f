/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-message.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "calendar/tdm-invitation.h"
#include "tdm-outbox-words.h"

#include <string.h>

/**
 * TdmOutboxMessage:
 *
 * A message that somebody needs: it follows from what was handed over to that person before and from what the series is
 * now, and is worked out anew whenever one of them changes. It is never stored before it goes.
 */

struct _TdmOutboxMessage
{
  GObject parent_instance;

  TdmSeries *series;
  TdmPerson *person;
  char *name;
  char *email;
  char *only;
  TdmScheduleStep *step;
  TdmSchedule *before;
  TdmSchedule *now;
  TdmSchedule *after;
  gint64 sequence;
  gint64 stamp;
  char *id;
  TdmCalendarMessage *row;
  char *title;
  char *problem;
};

G_DEFINE_FINAL_TYPE (TdmOutboxMessage, tdm_outbox_message, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_EMAIL,
  PROP_TITLE,
  PROP_PROBLEM,
  N_PROPS
} TdmOutboxMessageProperty;

static GParamSpec *specs[N_PROPS];

static void
tdm_outbox_message_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmOutboxMessage *self = TDM_OUTBOX_MESSAGE (object);

  switch ((TdmOutboxMessageProperty) id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_EMAIL:
      g_value_set_string (value, self->email);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, tdm_outbox_message_get_problem (self));
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_outbox_message_finalize (GObject *object)
{
  TdmOutboxMessage *self = TDM_OUTBOX_MESSAGE (object);

  g_clear_object (&self->series);
  g_clear_object (&self->person);
  g_clear_object (&self->row);
  g_free (self->name);
  g_free (self->email);
  g_free (self->only);
  g_clear_pointer (&self->step, tdm_schedule_step_free);
  g_clear_pointer (&self->before, tdm_schedule_unref);
  g_clear_pointer (&self->now, tdm_schedule_unref);
  g_clear_pointer (&self->after, tdm_schedule_unref);
  g_free (self->id);
  g_free (self->title);
  g_free (self->problem);
  G_OBJECT_CLASS (tdm_outbox_message_parent_class)->finalize (object);
}

static void
tdm_outbox_message_class_init (TdmOutboxMessageClass *klass)
{
  static const char *const names[] = {
    [PROP_NAME] = "name", [PROP_EMAIL] = "email", [PROP_TITLE] = "title", [PROP_PROBLEM] = "problem",
  };

  G_OBJECT_CLASS (klass)->finalize = tdm_outbox_message_finalize;
  G_OBJECT_CLASS (klass)->get_property = tdm_outbox_message_get_property;
  for (guint i = PROP_NAME; i < N_PROPS; i++)
    specs[i] = g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, specs);
}

static void
tdm_outbox_message_init (TdmOutboxMessage *self)
{
}

TdmSeries *
tdm_outbox_message_get_series (TdmOutboxMessage *self)
{
  return self->series;
}

TdmPair *
tdm_outbox_message_get_pair (TdmOutboxMessage *self)
{
  return tdm_series_get_pair (self->series);
}

/**
 * tdm_outbox_message_get_person:
 * @self: a message
 *
 * Returns: (transfer none) (nullable): to whom it goes, %NULL where the person is no longer in the file
 */
TdmPerson *
tdm_outbox_message_get_person (TdmOutboxMessage *self)
{
  return self->person;
}

const char *
tdm_outbox_message_get_name (TdmOutboxMessage *self)
{
  return self->name;
}

const char *
tdm_outbox_message_get_email (TdmOutboxMessage *self)
{
  return self->email;
}

/**
 * tdm_outbox_message_get_step:
 * @self: a message
 *
 * Returns: (transfer none) (nullable): what it does, %NULL where something keeps it from being made
 */
const TdmScheduleStep *
tdm_outbox_message_get_step (TdmOutboxMessage *self)
{
  return self->step;
}

/**
 * tdm_outbox_message_get_schedule:
 * @self: a message
 *
 * Returns: (transfer none) (nullable): what the calendar shall show, %NULL if nothing any more
 */
const TdmSchedule *
tdm_outbox_message_get_schedule (TdmOutboxMessage *self)
{
  return self->now;
}

/**
 * tdm_outbox_message_get_before:
 * @self: a message
 *
 * Returns: (transfer none) (nullable): what the calendar shows before it arrives
 */
const TdmSchedule *
tdm_outbox_message_get_before (TdmOutboxMessage *self)
{
  return self->before;
}

/**
 * tdm_outbox_message_get_title:
 * @self: a message
 *
 * Returns: (transfer none): what it says, in the language of the program
 */
const char *
tdm_outbox_message_get_title (TdmOutboxMessage *self)
{
  return self->title;
}

/**
 * tdm_outbox_message_get_problem:
 * @self: a message
 *
 * Returns: (transfer none): why it cannot go, or why it did not when it was tried; empty if nothing is wrong
 */
const char *
tdm_outbox_message_get_problem (TdmOutboxMessage *self)
{
  if (self->problem)
    return self->problem;
  return self->row ? tdm_record_get_text (TDM_RECORD (self->row), TDM_CALENDAR_MESSAGE_PROBLEM) : "";
}

TdmDelivery
tdm_outbox_message_get_delivery (TdmOutboxMessage *self)
{
  return self->row ? tdm_calendar_message_get_delivery (self->row) : TDM_DELIVERY_READY;
}

/**
 * tdm_outbox_message_can_go:
 * @self: a message
 *
 * Returns: whether it can be handed over; if not, tdm_outbox_message_get_problem() says why
 */
gboolean
tdm_outbox_message_can_go (TdmOutboxMessage *self)
{
  return self->step != NULL;
}

TdmMethod
tdm_outbox_message_get_method (TdmOutboxMessage *self)
{
  return self->step->kind == TDM_STEP_CANCEL || self->step->kind == TDM_STEP_CANCEL_DATE ? TDM_METHOD_CANCEL
                                                                                         : TDM_METHOD_REQUEST;
}

gint64
tdm_outbox_message_get_sequence (TdmOutboxMessage *self)
{
  return self->sequence;
}

/**
 * tdm_outbox_message_get_stamp:
 * @self: a message
 *
 * Returns: its DTSTAMP, UTC seconds: later than that of all messages before, the same again for one that is repeated
 */
gint64
tdm_outbox_message_get_stamp (TdmOutboxMessage *self)
{
  return self->stamp;
}

/**
 * tdm_outbox_message_get_id:
 * @self: a message
 *
 * Returns: (transfer none): its Message-ID without brackets (RFC 5322 3.6.4), the same again for one that is repeated
 */
const char *
tdm_outbox_message_get_id (TdmOutboxMessage *self)
{
  return self->id;
}

/**
 * tdm_outbox_message_get_row:
 * @self: a message
 *
 * Returns: (transfer none) (nullable): the live record of an earlier attempt to hand over this very message
 */
TdmCalendarMessage *
tdm_outbox_message_get_row (TdmOutboxMessage *self)
{
  return self->row;
}

/**
 * tdm_outbox_message_get_content:
 * @self: a message
 *
 * Returns: (transfer full): what the calendar shows once it has arrived, see tdm_schedule_write(); empty if nothing
 */
char *
tdm_outbox_message_get_content (TdmOutboxMessage *self)
{
  return self->after ? tdm_schedule_write (self->after) : g_strdup ("");
}

/**
 * tdm_outbox_message_is_for_one:
 * @self: a message
 *
 * Returns: whether it concerns its person alone: who leaves while the others go on
 */
gboolean
tdm_outbox_message_is_for_one (TdmOutboxMessage *self)
{
  return self->only != NULL;
}

/* What is cancelled is described as it was. */
static const TdmSchedule *
get_source (TdmOutboxMessage *self)
{
  return tdm_outbox_message_get_method (self) == TDM_METHOD_CANCEL ? self->before : self->now;
}

/**
 * tdm_outbox_message_write:
 * @self: a message that can go
 * @error: an error of tdm_invitation_write()
 *
 * Returns: (transfer full): the calendar file; the same bytes each time
 */
GBytes *
tdm_outbox_message_write (TdmOutboxMessage *self, GError **error)
{
  g_return_val_if_fail (TDM_IS_OUTBOX_MESSAGE (self), NULL);
  g_return_val_if_fail (self->step != NULL, NULL);

  return tdm_invitation_write (get_source (self), self->step, self->only, self->sequence, self->stamp, error);
}

/**
 * tdm_outbox_message_says_same:
 * @self: a message that can go
 * @other: another
 *
 * Returns: whether both would be the same calendar file
 */
gboolean
tdm_outbox_message_says_same (TdmOutboxMessage *self, TdmOutboxMessage *other)
{
  g_autoptr (GBytes) mine = tdm_outbox_message_write (self, NULL);
  g_autoptr (GBytes) theirs = tdm_outbox_message_write (other, NULL);

  return mine && theirs && g_bytes_equal (mine, theirs);
}

/**
 * tdm_outbox_message_file_name:
 * @self: a message that can go
 * @extension: `ics` or `eml`
 *
 * Returns: (transfer full): a file name that says whom it is for and what it does. Calendar files of one message to
 *   two people have the same content and the same name
 */
char *
tdm_outbox_message_file_name (TdmOutboxMessage *self, const char *extension)
{
  g_autofree char *name = tdm_invitation_file_name (self->series);
  g_autofree char *day = self->step->original ? g_strndup (self->step->original, 10) : NULL;
  g_autofree char *to = NULL, *stem = NULL;

  *strrchr (name, '.') = '\0';
  if (self->only || !g_str_equal (extension, "ics"))
    {
      to = tdm_text_file_name (self->name, "x");
      *strrchr (to, '.') = '\0';
    }
  stem = g_strconcat (name, day ? "-" : "", day ? day : "",
                      tdm_outbox_message_get_method (self) == TDM_METHOD_CANCEL ? "-cancel" : "", to ? "-" : "",
                      to ? strchr (to, '-') + 1 : "", ".", extension, NULL);
  return g_steal_pointer (&stem);
}

/* --- working out ------------------------------------------------------------ */

/* What is known about a series while its messages are worked out */
typedef struct
{
  TdmSeries *series;
  TdmSchedule *now;
  char *now_text;
  gint64 sequence;
  gint64 last_stamp;
  gint64 clock;
  GPtrArray *messages;
} Collector;

static void
collector_clear (Collector *self)
{
  g_clear_pointer (&self->now, tdm_schedule_unref);
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

  if (!self->now)
    return FALSE;
  if (g_strcmp0 (get_content (latest), self->now_text) == 0)
    return TRUE;
  then = *get_content (latest) ? tdm_schedule_parse (get_content (latest), NULL) : NULL;
  return then && tdm_schedule_same_times (then, self->now);
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

/* What one person was told: the last message that arrived, and the later ones that were tried. */
typedef struct
{
  TdmCalendarMessage *arrived;
  GPtrArray *tried;
  gboolean is_old;
} Told;

static void
told_clear (Told *told)
{
  g_clear_pointer (&told->tried, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Told, told_clear)

static void
find_told (TdmSeries *series, TdmPerson *person, Told *told)
{
  told->tried = g_ptr_array_new ();
  for (guint i = 0; i < count_rows (series); i++)
    {
      TdmCalendarMessage *row = get_row (series, i);

      if (!tdm_calendar_message_get_person (row) && *get_content (row) == '\0')
        told->is_old = told->arrived == NULL;
      if (tdm_calendar_message_get_person (row) != person)
        continue;
      if (tdm_calendar_message_get_delivery (row) == TDM_DELIVERY_HANDED_OVER)
        {
          told->arrived = row;
          told->is_old = FALSE;
          g_ptr_array_set_size (told->tried, 0);
        }
      else
        g_ptr_array_add (told->tried, row);
    }
}

static gboolean
is_for (TdmCalendarMessage *row, TdmOutboxMessage *message, const char *content)
{
  const char *original = tdm_record_get_text (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_RECURRENCE_ID);
  const char *email = tdm_record_get_text (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_EMAIL);

  return g_str_equal (original, message->step->original ? message->step->original : "") &&
         g_str_equal (get_content (row), content) && g_strcmp0 (email, message->email) == 0 &&
         *tdm_record_get_text (TDM_RECORD (row), TDM_CALENDAR_MESSAGE_MESSAGE_ID) != '\0';
}

/* A message that was tried before keeps its number, time and id: whoever got it twice sees that it is the same. */
static void
repeat (TdmOutboxMessage *message, const Told *told)
{
  g_autofree char *content = tdm_outbox_message_get_content (message);

  for (guint i = 0; i < told->tried->len; i++)
    {
      TdmRecord *row = told->tried->pdata[i];

      if (!is_for (told->tried->pdata[i], message, content))
        continue;
      g_set_object (&message->row, told->tried->pdata[i]);
      message->sequence = tdm_record_get_integer (row, TDM_CALENDAR_MESSAGE_SEQUENCE);
      message->stamp = tdm_record_get_integer (row, TDM_CALENDAR_MESSAGE_CREATED);
      g_free (message->id);
      message->id = g_strdup (tdm_record_get_text (row, TDM_CALENDAR_MESSAGE_MESSAGE_ID));
      return;
    }
}

/* The way of one person from what the calendar shows to what it shall show */
typedef struct
{
  TdmPerson *person;
  const TdmScheduleAttendee *attendee;
  TdmSchedule *before;
  TdmSchedule *now;
  Told told;
} Way;

static void
way_clear (Way *way)
{
  g_clear_pointer (&way->before, tdm_schedule_unref);
  told_clear (&way->told);
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
  if (!way->now && self->now)
    message->only = g_strdup (way->attendee->uid);
  repeat (message, &way->told);
  message->title = tdm_outbox_words_describe (before, self->now, taken_step);
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
      if (!is_repeated && tdm_calendar_message_get_delivery (row) != TDM_DELIVERY_REFUSED)
        return TRUE;
    }
  return FALSE;
}

static void
find_before (Way *way)
{
  const char *content = way->told.arrived ? get_content (way->told.arrived) : "";

  if (*content)
    way->before = tdm_schedule_parse (content, NULL);
  if (*content && !way->before)
    way->told.is_old = TRUE;
}

/* Somebody who may have got an invitation, but never got one for sure, must hear of the end as well. */
static void
find_doubtful (Way *way)
{
  for (guint i = 0; !way->before && i < way->told.tried->len; i++)
    {
      TdmCalendarMessage *row = way->told.tried->pdata[i];

      if (tdm_calendar_message_get_delivery (row) != TDM_DELIVERY_REFUSED && *get_content (row))
        way->before = tdm_schedule_parse (get_content (row), NULL);
    }
}

static gboolean
find_attendee (Collector *self, Way *way)
{
  const char *uid = tdm_record_get_uid (TDM_RECORD (way->person));

  way->attendee = self->now ? tdm_schedule_find_attendee (self->now, uid) : NULL;
  way->now = way->attendee ? self->now : NULL;
  if (!way->now)
    find_doubtful (way);
  if (!way->attendee && way->before)
    way->attendee = tdm_schedule_find_attendee (way->before, uid);
  return way->attendee != NULL;
}

static gboolean
is_up_to_date (Collector *self, const Way *way)
{
  return way->told.arrived && way->told.tried->len == 0 && self->now_text &&
         g_str_equal (get_content (way->told.arrived), self->now_text);
}

static void
collect_for (Collector *self, TdmPerson *person)
{
  g_auto (Way) way = { .person = person };
  g_autoptr (GPtrArray) messages = NULL;

  find_told (self->series, person, &way.told);
  if (is_up_to_date (self, &way))
    return;
  find_before (&way);
  if (!find_attendee (self, &way))
    return;

  messages = make_steps (self, &way, tdm_schedule_compare (way.before, way.now, self->clock));
  if (way.now && (way.told.is_old || is_unsure (&way, messages)))
    {
      g_ptr_array_unref (messages);
      messages = make_steps (self, &way, tdm_schedule_retell (way.before, way.now, self->clock));
    }
  g_ptr_array_extend_and_steal (self->messages, g_steal_pointer (&messages));
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
  TdmPair *pair = tdm_series_get_pair (series);

  for (guint i = 0; i < count_rows (series); i++)
    add_person (people, tdm_calendar_message_get_person (get_row (series, i)));
  if (pair)
    {
      add_person (people, tdm_pair_get_mentee (pair));
      add_person (people, tdm_pair_get_mentor (pair));
    }
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
      if (has_meetings_ahead (series, self.clock))
        for (guint i = 0; i < people->len; i++)
          add_problem (&self, people->pdata[i], error->message);
      return self.messages;
    }

  self.now_text = self.now ? tdm_schedule_write (self.now) : NULL;
  set_version (&self);
  for (guint i = 0; i < people->len; i++)
    collect_for (&self, people->pdata[i]);
  return self.messages;
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

      find_told (series, way.person, &way.told);
      find_before (&way);
      if (find_attendee (&self, &way) && way.now)
        g_ptr_array_extend_and_steal (
            self.messages, make_steps (&self, &way, tdm_schedule_retell (way.before, way.now, G_MININT64)));
    }
  return self.messages;
}
