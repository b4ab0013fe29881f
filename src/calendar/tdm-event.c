/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-event.h"

#include "base/tdm-text.h"
#include "tdm-calendar-fold.h"

/* A wall clock time without a zone: libical would write the zone under a name of its own, that other programs do not
 * know. */
static struct icaltimetype
get_floating (gint64 local)
{
  return icaltime_from_timet_with_zone (local, 0, NULL);
}

static struct icaltimetype
get_utc (gint64 instant)
{
  return icaltime_from_timet_with_zone (instant, 0, icaltimezone_get_utc_timezone ());
}

static void
add_in_zone (icalcomponent *component, icalproperty *property, const char *zone)
{
  icalproperty_add_parameter (property, icalparameter_new_tzid (zone));
  icalcomponent_add_property (component, property);
}

/* Cleaning takes longer than writing, and most texts are plain. */
static gboolean
is_plain (const char *text)
{
  while (*text >= ' ' && *text <= '~')
    text++;
  return *text == '\0';
}

static char *
clean_text (const char *text)
{
  return text && is_plain (text) ? g_strdup (text) : tdm_text_clean_line (text);
}

/* A quotation mark, a caret and a backslash in a parameter (RFC 5545 3.2, RFC 6868) come out differently in
 * different programs. No name needs them. */
static char *
clean_name (const char *name)
{
  char *clean = clean_text (name);

  g_strdelimit (clean, "\"", '\'');
  return g_strstrip (g_strdelimit (clean, "^\\", ' '));
}

static void
add_name (icalproperty *property, const char *name)
{
  g_autofree char *clean = clean_name (name);

  if (*clean != '\0')
    icalproperty_add_parameter (property, icalparameter_new_cn (clean));
}

/* libical writes an address as it is, line breaks and all: tdm_text_is_email() has been asked before, and what has a
 * meaning in a URI (RFC 6068 2) is escaped here. */
static char *
get_uri (const char *email)
{
  g_autofree char *escaped = g_uri_escape_string (email, "@!$'*+", FALSE);

  return g_strconcat ("mailto:", escaped, NULL);
}

/**
 * tdm_event_add_organizer:
 * @component: a component that is being made
 * @organizer: a person whose address is one by tdm_text_is_email()
 *
 * Adds an ORGANIZER (RFC 5545 3.8.4.3).
 */
void
tdm_event_add_organizer (icalcomponent *component, const TdmEventPerson *organizer)
{
  g_autofree char *uri = get_uri (organizer->email);
  icalproperty *property = icalproperty_new_organizer (uri);

  add_name (property, organizer->name);
  icalcomponent_add_property (component, property);
}

static icalparameter_partstat
get_partstat (const TdmEventPerson *attendee, gboolean invites)
{
  static const icalparameter_partstat states[] = {
    [TDM_REPLY_NEEDS_ACTION] = ICAL_PARTSTAT_NEEDSACTION,
    [TDM_REPLY_ACCEPTED] = ICAL_PARTSTAT_ACCEPTED,
    [TDM_REPLY_TENTATIVE] = ICAL_PARTSTAT_TENTATIVE,
    [TDM_REPLY_DECLINED] = ICAL_PARTSTAT_DECLINED,
  };

  return invites ? ICAL_PARTSTAT_ACCEPTED : states[attendee->reply];
}

/* An answer says what somebody answers, and asks nobody (RFC 5546 3.2.3). */
static void
add_answer (icalcomponent *component, const TdmEventPerson *attendee)
{
  g_autofree char *uri = get_uri (attendee->email);
  icalproperty *property = icalproperty_new_attendee (uri);

  icalproperty_add_parameter (property, icalparameter_new_partstat (get_partstat (attendee, FALSE)));
  add_name (property, attendee->name);
  icalcomponent_add_property (component, property);
}

/* Who invites and takes part has accepted (RFC 5545 3.2.16); programs ask the others if RSVP says so. */
static void
add_attendee (icalcomponent *component, const TdmEventPerson *attendee, gboolean invites)
{
  g_autofree char *uri = get_uri (attendee->email);
  icalproperty *property = icalproperty_new_attendee (uri);

  icalproperty_add_parameter (property, icalparameter_new_cutype (ICAL_CUTYPE_INDIVIDUAL));
  icalproperty_add_parameter (property, icalparameter_new_role (invites ? ICAL_ROLE_CHAIR : ICAL_ROLE_REQPARTICIPANT));
  icalproperty_add_parameter (property, icalparameter_new_partstat (get_partstat (attendee, invites)));
  if (!invites)
    icalproperty_add_parameter (property, icalparameter_new_rsvp (ICAL_RSVP_TRUE));
  add_name (property, attendee->name);
  icalcomponent_add_property (component, property);
}

static void
add_people (icalcomponent *component, const TdmEvent *event)
{
  tdm_event_add_organizer (component, &event->organizer);
  if (event->answers)
    {
      add_answer (component, &event->attendees[0]);
      return;
    }
  for (guint i = 0; i < event->n_attendees; i++)
    add_attendee (component, &event->attendees[i],
                  g_ascii_strcasecmp (event->attendees[i].email, event->organizer.email) == 0);
}

/* As of RFC 5546 3.2.2. Nothing but DTSTAMP tells when: without a change the next message shall be the same. */
static void
add_identity (icalcomponent *component, const TdmEvent *event)
{
  icalcomponent_add_property (component, icalproperty_new_uid (event->uid));
  icalcomponent_add_property (component, icalproperty_new_sequence (event->sequence));
  icalcomponent_add_property (component, icalproperty_new_dtstamp (get_utc (event->stamp)));
}

static void
add_times (icalcomponent *component, const TdmEvent *event)
{
  struct icaltimetype end = get_floating (event->start + event->minutes * 60);

  if (event->series_zone)
    add_in_zone (component, icalproperty_new_recurrenceid (get_floating (event->original)), event->series_zone);
  add_in_zone (component, icalproperty_new_dtstart (get_floating (event->start)), event->zone);
  add_in_zone (component, icalproperty_new_dtend (end), event->zone);
}

/* Made from the text, for the type behind it is another one in libical 4. */
static void
add_rule (icalcomponent *component, const char *rule)
{
  icalproperty *property = icalproperty_new (ICAL_RRULE_PROPERTY);

  icalproperty_set_value (property, icalvalue_new_from_string (ICAL_RECUR_VALUE, rule));
  icalcomponent_add_property (component, property);
}

static void
add_repetition (icalcomponent *component, const TdmEvent *event)
{
  if (event->rule)
    add_rule (component, event->rule);
  for (guint i = 0; event->excluded && i < event->excluded->len; i++)
    add_in_zone (component, icalproperty_new_exdate (get_floating (g_array_index (event->excluded, gint64, i))),
                 event->zone);
}

static void
add_content (icalcomponent *component, const TdmEvent *event)
{
  g_autofree char *summary = clean_text (event->summary);
  g_autofree char *place = clean_text (event->place);

  icalcomponent_add_property (component, icalproperty_new_summary (summary));
  if (event->answers)
    return;
  if (*place != '\0')
    icalcomponent_add_property (component, icalproperty_new_location (place));
  icalcomponent_add_property (component, icalproperty_new_status (event->cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
  icalcomponent_add_property (component, icalproperty_new_transp (ICAL_TRANSP_OPAQUE));
  icalcomponent_add_property (component, icalproperty_new_class (ICAL_CLASS_PRIVATE));
}

/**
 * tdm_event_write:
 * @event: what to say; its texts may be anything, its addresses, zones and rule must have been checked
 *
 * Writes the VEVENT of an invitation (RFC 5546 3.2.2) or a cancellation (3.2.5), marked private, for what a tandem
 * talks about concerns nobody who may look into the calendar. There is no alarm: when to be reminded is everybody's own
 * business. An answer (3.2.3) only names what it is about.
 *
 * Returns: (transfer full): the lines, folded and with CRLF
 */
char *
tdm_event_write (const TdmEvent *event)
{
  icalcomponent *component = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  char *text;

  add_identity (component, event);
  add_times (component, event);
  add_repetition (component, event);
  add_people (component, event);
  add_content (component, event);

  text = tdm_calendar_fold_write (component);
  icalcomponent_free (component);
  return text;
}
