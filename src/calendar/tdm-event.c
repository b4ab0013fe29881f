/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-event.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-calendar-error.h"

#include <libical/ical.h>

/**
 * tdm_event_check_address:
 * @name: whose address it is
 * @email: (nullable): what may go into a file
 * @error: TDM_CALENDAR_ERROR_NO_ADDRESS
 *
 * An address goes into a file as it is: whatever is in the programme file, it must be one by tdm_text_is_email().
 *
 * Returns: whether it is
 */
gboolean
tdm_event_check_address (const char *name, const char *email, GError **error)
{
  g_autofree char *typed = NULL;

  if (tdm_text_is_email (email))
    return TRUE;
  if (!email || *email == '\0')
    return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NO_ADDRESS, _ ("“%s” has no e-mail address yet."), name);
  typed = tdm_text_clean_line (email);
  if (*name == '\0')
    return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NO_ADDRESS, _ ("“%s” is not a valid e-mail address."), typed);
  /* Translators: the first %s is an e-mail address as it was typed, the second one a person */
  return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NO_ADDRESS,
                            _ ("“%s”, the e-mail address of %s, is not valid."), typed, name);
}

/* Cleaning takes longer than writing, and most texts are plain. */
static char *
clean_text (const char *text)
{
  const char *plain = text ? text : "";

  while (*plain >= ' ' && *plain <= '~')
    plain++;
  return text && *plain == '\0' ? g_strdup (text) : tdm_text_clean_line (text);
}

/* A quotation mark, a caret and a backslash in a parameter (RFC 5545 3.2, RFC 6868) come out differently in
 * different programs. No name needs them. */
static void
writer_add_name (TdmContentWriter *writer, const char *name)
{
  g_autofree char *clean = clean_text (name);

  g_strdelimit (clean, "\"", '\'');
  g_strstrip (g_strdelimit (clean, "^\\", ' '));
  if (*clean != '\0')
    tdm_content_writer_add_parameter (writer, "CN", clean);
}

/**
 * tdm_event_write_organizer:
 * @writer: a file that is being written
 * @organizer: a person whose address is one by tdm_text_is_email()
 *
 * Adds an ORGANIZER (RFC 5545 3.8.4.3).
 */
void
tdm_event_write_organizer (TdmContentWriter *writer, const TdmEventPerson *organizer)
{
  tdm_content_writer_start (writer, "ORGANIZER");
  writer_add_name (writer, organizer->name);
  tdm_content_writer_end_address (writer, organizer->email);
}

/* Who invites and takes part has accepted (RFC 5545 3.2.16); programs ask the others if RSVP says so. An answer says
 * what somebody answers, and asks nobody (RFC 5546 3.2.3). */
static void
event_write_attendee (const TdmEvent *event, const TdmEventPerson *attendee, TdmContentWriter *writer)
{
  static const char *const states[] = {
    [TDM_REPLY_NEEDS_ACTION] = "NEEDS-ACTION",
    [TDM_REPLY_ACCEPTED] = "ACCEPTED",
    [TDM_REPLY_TENTATIVE] = "TENTATIVE",
    [TDM_REPLY_DECLINED] = "DECLINED",
  };
  gboolean invites = !event->answers && g_ascii_strcasecmp (attendee->email, event->organizer.email) == 0;

  tdm_content_writer_start (writer, "ATTENDEE");
  if (!event->answers)
    {
      tdm_content_writer_add_parameter (writer, "CUTYPE", "INDIVIDUAL");
      tdm_content_writer_add_parameter (writer, "ROLE", invites                ? "CHAIR"
                                                        : attendee->is_optional ? "OPT-PARTICIPANT"
                                                                                : "REQ-PARTICIPANT");
    }
  tdm_content_writer_add_parameter (writer, "PARTSTAT", states[invites ? TDM_REPLY_ACCEPTED : attendee->reply]);
  if (!event->answers && !invites)
    tdm_content_writer_add_parameter (writer, "RSVP", "TRUE");
  writer_add_name (writer, attendee->name);
  tdm_content_writer_end_address (writer, attendee->email);
}

/* In the order of the parts that libical has, and nothing but what it takes for a rule. */
static void
writer_add_rule (TdmContentWriter *writer, const char *rule)
{
  icalvalue *value = icalvalue_new_from_string (ICAL_RECUR_VALUE, rule);
  char *text;

  if (!value)
    return;
  text = icalvalue_as_ical_string_r (value);
  tdm_content_writer_add (writer, "RRULE", text);
  icalmemory_free_buffer (text);
  icalvalue_free (value);
}

/**
 * tdm_event_write:
 * @event: what to say; its texts may be anything, its addresses, zones and rule must have been checked
 * @out: the file so far, to which the event is added
 *
 * Writes the VEVENT of an invitation (RFC 5546 3.2.2) or a cancellation (3.2.5), marked private, for what a tandem
 * talks about concerns nobody who may look into the calendar. There is no alarm: when to be reminded is everybody's own
 * business. An answer (3.2.3) only names what it is about. Nothing but DTSTAMP tells when: without a change the next
 * message must be the same.
 */
void
tdm_event_write (const TdmEvent *event, GString *out)
{
  TdmContentWriter writer = { out };
  g_autofree char *summary = clean_text (event->summary);
  g_autofree char *place = clean_text (event->place);

  tdm_content_writer_add (&writer, "BEGIN", "VEVENT");
  tdm_content_writer_add_text (&writer, "UID", event->uid);
  tdm_content_writer_add_number (&writer, "SEQUENCE", event->sequence);
  tdm_content_writer_add_instant (&writer, "DTSTAMP", event->stamp);
  if (event->series_zone)
    tdm_content_writer_add_local (&writer, "RECURRENCE-ID", event->series_zone, event->original);
  tdm_content_writer_add_local (&writer, "DTSTART", event->zone, event->start);
  tdm_content_writer_add_local (&writer, "DTEND", event->zone, event->start + event->minutes * 60);
  if (event->rule)
    writer_add_rule (&writer, event->rule);
  for (guint i = 0; event->excluded && i < event->excluded->len; i++)
    tdm_content_writer_add_local (&writer, "EXDATE", event->zone, g_array_index (event->excluded, gint64, i));
  tdm_event_write_organizer (&writer, &event->organizer);
  for (guint i = 0; i < event->n_attendees; i++)
    event_write_attendee (event, &event->attendees[i], &writer);
  tdm_content_writer_add_text (&writer, "SUMMARY", summary);
  if (!event->answers)
    {
      if (*place != '\0')
        tdm_content_writer_add_text (&writer, "LOCATION", place);
      tdm_content_writer_add (&writer, "STATUS", event->cancelled ? "CANCELLED" : "CONFIRMED");
      tdm_content_writer_add (&writer, "TRANSP", "OPAQUE");
      tdm_content_writer_add (&writer, "CLASS", "PRIVATE");
    }
  tdm_content_writer_add (&writer, "END", "VEVENT");
}
