/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-incoming-people.h"

#include "base/tdm-text.h"

#include <string.h>

/* A valid address in lower case, from `mailto:` or from an address on its own. What follows a question mark would be
 * headers of a mail (RFC 6068 2). */
static char *
read_address (const char *uri)
{
  const char *scheme = "mailto:";
  g_autofree char *address = NULL;
  g_autofree char *plain = NULL;

  if (!uri)
    return g_strdup ("");
  if (g_ascii_strncasecmp (uri, scheme, strlen (scheme)) == 0)
    uri += strlen (scheme);
  address = g_strndup (uri, strcspn (uri, "?"));
  plain = g_uri_unescape_string (g_strstrip (address), NULL);
  return tdm_text_is_email (plain) ? g_ascii_strdown (plain, -1) : g_strdup ("");
}

/* Apple writes a name of its own server as the value, and the address beside it (RFC 7986 6.2). */
static char *
read_email (icalproperty *property, const char *uri)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_EMAIL_PARAMETER);
  char *email = read_address (uri);

  if (*email != '\0' || !parameter)
    return email;
  g_free (email);
  return read_address (icalparameter_get_email (parameter));
}

/* libical has decoded RFC 6868. */
static char *
read_name (icalproperty *property)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_CN_PARAMETER);

  return tdm_text_clean_line (parameter ? icalparameter_get_cn (parameter) : NULL);
}

static TdmIncomingAttendee *
read_attendee (icalproperty *property)
{
  icalparameter *sent_by = icalproperty_get_first_parameter (property, ICAL_SENTBY_PARAMETER);
  icalparameter *partstat = icalproperty_get_first_parameter (property, ICAL_PARTSTAT_PARAMETER);
  icalparameter *type = icalproperty_get_first_parameter (property, ICAL_CUTYPE_PARAMETER);
  icalparameter *role = icalproperty_get_first_parameter (property, ICAL_ROLE_PARAMETER);
  /* Whoever does not say is a person that is to come (RFC 5545 3.2.3, 3.2.16). */
  icalparameter_cutype cutype = type ? icalparameter_get_cutype (type) : ICAL_CUTYPE_INDIVIDUAL;
  TdmIncomingAttendee *self = g_new0 (TdmIncomingAttendee, 1);

  self->name = read_name (property);
  self->email = read_email (property, icalproperty_get_attendee (property));
  self->sent_by = read_address (sent_by ? icalparameter_get_sentby (sent_by) : NULL);
  self->is_bystander = cutype == ICAL_CUTYPE_ROOM || cutype == ICAL_CUTYPE_RESOURCE || cutype == ICAL_CUTYPE_GROUP ||
                       (role && icalparameter_get_role (role) == ICAL_ROLE_NONPARTICIPANT);
  self->is_optional = role && icalparameter_get_role (role) == ICAL_ROLE_OPTPARTICIPANT;
  self->has_partstat = TRUE;
  switch (partstat ? icalparameter_get_partstat (partstat) : ICAL_PARTSTAT_X)
    {
    case ICAL_PARTSTAT_ACCEPTED:
      self->partstat = TDM_REPLY_ACCEPTED;
      break;
    case ICAL_PARTSTAT_TENTATIVE:
      self->partstat = TDM_REPLY_TENTATIVE;
      break;
    case ICAL_PARTSTAT_DECLINED:
      self->partstat = TDM_REPLY_DECLINED;
      break;
    case ICAL_PARTSTAT_NEEDSACTION:
      self->partstat = TDM_REPLY_NEEDS_ACTION;
      break;
    default:
      self->has_partstat = FALSE;
    }
  return self;
}

/**
 * tdm_incoming_people_read_organizer:
 * @component: a component that somebody has sent
 * @name: (out) (transfer full): the name, or ""
 * @email: (out) (transfer full): a valid address in lower case, or ""
 *
 * Reads ORGANIZER (RFC 5545 3.8.4.3).
 */
void
tdm_incoming_people_read_organizer (icalcomponent *component, char **name, char **email)
{
  icalproperty *organizer = icalcomponent_get_first_property (component, ICAL_ORGANIZER_PROPERTY);

  *name = organizer ? read_name (organizer) : g_strdup ("");
  *email = organizer ? read_email (organizer, icalproperty_get_organizer (organizer)) : g_strdup ("");
}

/**
 * tdm_incoming_people_read:
 * @event: an event, whose people are filled in
 * @component: its VEVENT
 *
 * Reads ORGANIZER and ATTENDEE (RFC 5545 3.8.4). An address that is none becomes "", its person stays.
 */
void
tdm_incoming_people_read (TdmIncomingEvent *event, icalcomponent *component)
{
  tdm_incoming_people_read_organizer (component, &event->organizer_name, &event->organizer_email);
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_ATTENDEE_PROPERTY); property;
       property = icalcomponent_get_next_property (component, ICAL_ATTENDEE_PROPERTY))
    g_ptr_array_add (event->attendees, read_attendee (property));
}
