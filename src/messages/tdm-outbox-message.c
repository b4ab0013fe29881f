/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-message-private.h"

#include "calendar/tdm-calendar-file-name.h"
#include "calendar/tdm-invitation.h"
#include "calendar/tdm-reply-message.h"
#include "tdm-outbox-words.h"

#include <string.h>

/**
 * TdmOutboxMessage:
 *
 * A message that somebody needs: it follows from what was handed over to that person before and from what the series is
 * now, and is worked out anew whenever one of them changes. It is never stored before it goes.
 */

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
      g_value_set_string (value, tdm_outbox_message_get_title (self));
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
  g_clear_object (&self->twin);
  g_clear_object (&self->sender);
  g_free (self->slot.local_start);
  g_free (self->slot.zone);
  g_free (self->slot.place);
  g_free (self->slot.summary);
  g_free (self->content);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self->email);
  g_free (self->only);
  g_clear_pointer (&self->step, tdm_schedule_step_free);
  g_clear_pointer (&self->before, tdm_schedule_unref);
  g_clear_pointer (&self->now, tdm_schedule_unref);
  g_clear_pointer (&self->after, tdm_schedule_unref);
  g_free (self->id);
  g_free (self->title);
  g_clear_pointer (&self->wanted, tdm_schedule_unref);
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

/* A message that was tried before keeps its number, time and id: the person who gets it twice sees that it is the
 * same. */
void
tdm_outbox_message_repeat (TdmOutboxMessage *self, TdmCalendarMessage *attempt)
{
  g_set_object (&self->row, attempt);
  self->sequence = tdm_record_get_integer (TDM_RECORD (attempt), TDM_CALENDAR_MESSAGE_SEQUENCE);
  self->stamp = tdm_record_get_integer (TDM_RECORD (attempt), TDM_CALENDAR_MESSAGE_CREATED);
  g_free (self->id);
  self->id = g_strdup (tdm_record_get_text (TDM_RECORD (attempt), TDM_CALENDAR_MESSAGE_MESSAGE_ID));
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
  if (!self->title && self->step)
    self->title = tdm_outbox_words_describe (self->before, self->wanted, self->step, self->since);
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

/**
 * tdm_outbox_message_waits_for_organizer:
 * @self: a message
 *
 * Returns: whether it cannot go because nobody knows yet to whom its answers would go
 */
gboolean
tdm_outbox_message_waits_for_organizer (TdmOutboxMessage *self)
{
  return self->waits_for_organizer;
}

/**
 * tdm_outbox_message_is_reply:
 * @self: a message
 *
 * Returns: whether it answers an invitation of somebody else; it has no schedules then, but
 * tdm_outbox_message_get_slot()
 */
gboolean
tdm_outbox_message_is_reply (TdmOutboxMessage *self)
{
  return self->sender != NULL;
}

TdmReply
tdm_outbox_message_get_reply (TdmOutboxMessage *self)
{
  return self->reply;
}

/**
 * tdm_outbox_message_get_slot:
 * @self: an answer
 *
 * Returns: (transfer none): the meeting that it is about, or the first one of the series
 */
const TdmSlot *
tdm_outbox_message_get_slot (TdmOutboxMessage *self)
{
  return &self->slot;
}

/**
 * tdm_outbox_message_get_sender:
 * @self: a message
 *
 * Returns: (transfer none) (nullable): the participant who answers; %NULL where the organizer of the series writes
 */
TdmPerson *
tdm_outbox_message_get_sender (TdmOutboxMessage *self)
{
  return self->sender;
}

/**
 * tdm_outbox_message_get_from_name:
 * @self: a message
 *
 * Returns: (transfer none): who writes
 */
const char *
tdm_outbox_message_get_from_name (TdmOutboxMessage *self)
{
  return self->sender ? tdm_person_get_name (self->sender)
                      : tdm_series_get_organizer_name (self->series);
}

/**
 * tdm_outbox_message_get_from_email:
 * @self: a message
 *
 * Returns: (transfer none): from which address; an answer comes from the one that was invited
 */
const char *
tdm_outbox_message_get_from_email (TdmOutboxMessage *self)
{
  return self->sender ? tdm_person_get_email (self->sender)
                      : tdm_series_get_organizer_email (self->series);
}

TdmMethod
tdm_outbox_message_get_method (TdmOutboxMessage *self)
{
  if (self->sender)
    return TDM_METHOD_REPLY;
  switch (self->step->kind)
    {
    case TDM_STEP_CANCEL:
    case TDM_STEP_CANCEL_DATE:
    case TDM_STEP_CANCEL_REST:
      return TDM_METHOD_CANCEL;
    case TDM_STEP_INVITE:
    case TDM_STEP_UPDATE:
    case TDM_STEP_CHANGE_DATE:
    case TDM_STEP_REPLY:
      break;
    }
  return TDM_METHOD_REQUEST;
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
 * Returns: (transfer none): its Message-ID without brackets, in the domain of who writes (RFC 5322 3.6.4), the same
 * again for one that is repeated
 */
const char *
tdm_outbox_message_get_id (TdmOutboxMessage *self)
{
  if (!self->id)
    {
      g_autofree char *uuid = g_uuid_string_random ();
      const char *domain = strrchr (tdm_outbox_message_get_from_email (self), '@');

      self->id = g_strconcat (uuid, domain ? domain : "@localhost", NULL);
    }
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
 * Returns: (transfer full): what the calendar shows once it has arrived, see tdm_schedule_write(); empty if nothing. Of
 *   an answer: the answer, and when it was asked for
 */
char *
tdm_outbox_message_get_content (TdmOutboxMessage *self)
{
  if (self->content)
    return g_strdup (self->content);
  return self->after ? tdm_schedule_write (self->after) : g_strdup ("");
}

/**
 * tdm_outbox_message_make_way:
 * @self: a message
 *
 * Messages to one person about one series follow each other: each changes what the calendar shows after the one before.
 *
 * Returns: (transfer full): the same text for all messages that follow each other
 */
char *
tdm_outbox_message_make_way (TdmOutboxMessage *self)
{
  return g_strconcat (tdm_record_get_uid (TDM_RECORD (self->series)), " ", self->email, NULL);
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

/**
 * tdm_outbox_message_is_optional:
 * @self: a message
 *
 * Returns: whether its person need not take part: somebody who keeps the diary of one who does
 */
gboolean
tdm_outbox_message_is_optional (TdmOutboxMessage *self)
{
  const TdmSchedule *schedule = self->now ? self->now : self->before;
  const TdmScheduleAttendee *attendee = NULL;

  if (schedule && self->person)
    attendee = tdm_schedule_find_attendee (schedule, tdm_record_get_uid (TDM_RECORD (self->person)));
  else if (schedule)
    attendee = tdm_schedule_find_address (schedule, self->email);
  return attendee && attendee->is_optional;
}

static GBytes *
write_reply (TdmOutboxMessage *self, GError **error)
{
  TdmRecord *series = TDM_RECORD (self->series);
  const TdmReplyMessage reply = {
    .uid = tdm_series_get_calendar_uid (self->series),
    .sequence = self->sequence,
    .stamp = self->stamp,
    .organizer_name = tdm_record_get_text (series, TDM_SERIES_ORGANIZER_NAME),
    .organizer_email = self->email,
    .name = tdm_person_get_name (self->sender),
    .email = tdm_person_get_email (self->sender),
    .reply = self->reply,
    .summary = self->slot.summary,
    .zone = self->slot.zone,
    .start = self->slot.local_start,
    .minutes = self->slot.minutes,
    .original = self->step->original,
  };

  return tdm_reply_message_write (&reply, error);
}

/**
 * tdm_outbox_message_write:
 * @self: a message that can go
 * @error: an error of tdm_invitation_write() or tdm_reply_message_write()
 *
 * Returns: (transfer full): the calendar file; the same bytes each time
 */
GBytes *
tdm_outbox_message_write (TdmOutboxMessage *self, GError **error)
{
  const TdmSchedule *source;

  g_return_val_if_fail (TDM_IS_OUTBOX_MESSAGE (self), NULL);
  g_return_val_if_fail (self->step != NULL, NULL);

  if (self->twin)
    return tdm_outbox_message_write (self->twin, error);
  /* What is cancelled is described as it was. */
  source = tdm_outbox_message_get_method (self) == TDM_METHOD_CANCEL ? self->before : self->now;
  if (!self->bytes && self->sender)
    self->bytes = write_reply (self, error);
  else if (!self->bytes)
    self->bytes = tdm_invitation_write (&(TdmInvitation) {
      source, self->step, self->only, self->sequence, self->stamp,
    }, error);
  return self->bytes ? g_bytes_ref (self->bytes) : NULL;
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
 * @names_person: whether it says whom it is for even if both people get the same
 * @extension: `ics` or `eml`
 *
 * Returns: (transfer full): a file name that says for which tandem it is and what it does
 */
char *
tdm_outbox_message_file_name (TdmOutboxMessage *self, gboolean names_person, const char *extension)
{
  g_autofree char *stem = tdm_invitation_file_name (self->series);
  GString *name;

  *strrchr (stem, '.') = '\0';
  name = g_string_new (stem);
  if (self->step->original)
    g_string_append_printf (name, "-%.10s", self->step->original);
  if (tdm_outbox_message_get_method (self) == TDM_METHOD_CANCEL)
    g_string_append (name, "-cancel");
  if (self->sender)
    g_string_append (name, "-reply");
  if (names_person || self->only)
    {
      g_autofree char *slug = tdm_calendar_file_name (self->name, "x");
      const char *hyphen = strchr (slug, '-');

      /* There are names without a letter that a file name could have. */
      if (hyphen)
        g_string_append_len (name, hyphen, strrchr (slug, '.') - hyphen);
      else if (self->person)
        g_string_append_printf (name, "-%.8s", tdm_record_get_uid (TDM_RECORD (self->person)));
    }
  g_string_append_printf (name, ".%s", extension);
  return g_string_free (name, FALSE);
}
