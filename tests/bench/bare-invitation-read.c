/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "bare-invitation.h"

#include <string.h>

static void
person_clear (gpointer data)
{
  g_free (((BarePerson *) data)->uri);
  g_free (((BarePerson *) data)->name);
}

static void
event_free (gpointer data)
{
  BareEvent *self = data;

  g_free (self->uid);
  g_free (self->original_zone);
  g_free (self->zone);
  g_free (self->rule);
  g_array_unref (self->excluded);
  person_clear (&self->organizer);
  g_array_unref (self->attendees);
  g_free (self->summary);
  g_free (self->place);
  g_free (self);
}

void
bare_invitation_free (BareInvitation *self)
{
  g_free (self->head);
  g_ptr_array_unref (self->events);
  g_free (self);
}

static struct icaltimetype
read_time (icalcomponent *component, icalproperty_kind kind, char **zone)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);
  icalparameter *parameter = property ? icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER) : NULL;

  g_free (*zone);
  *zone = g_strdup (parameter ? icalparameter_get_tzid (parameter) : NULL);
  return property ? icalvalue_get_datetime (icalproperty_get_value (property)) : icaltime_null_time ();
}

static void
read_times (BareEvent *self, icalcomponent *component)
{
  self->stamp = icalcomponent_get_dtstamp (component);
  self->original = read_time (component, ICAL_RECURRENCEID_PROPERTY, &self->original_zone);
  self->end = read_time (component, ICAL_DTEND_PROPERTY, &self->zone);
  self->start = read_time (component, ICAL_DTSTART_PROPERTY, &self->zone);
}

static void
read_repetition (BareEvent *self, icalcomponent *component)
{
  icalproperty *rule = icalcomponent_get_first_property (component, ICAL_RRULE_PROPERTY), *date;

  self->rule = g_strdup (rule ? icalproperty_get_value_as_string (rule) : NULL);
  self->excluded = g_array_new (FALSE, FALSE, sizeof (struct icaltimetype));
  /* libical has one cursor for all of a component. */
  for (date = icalcomponent_get_first_property (component, ICAL_EXDATE_PROPERTY); date;
       date = icalcomponent_get_next_property (component, ICAL_EXDATE_PROPERTY))
    {
      struct icaltimetype time = icalvalue_get_datetime (icalproperty_get_value (date));

      g_array_append_val (self->excluded, time);
    }
}

static BarePerson
read_person (icalproperty *property)
{
  icalparameter *name = icalproperty_get_first_parameter (property, ICAL_CN_PARAMETER);
  icalparameter *role = icalproperty_get_first_parameter (property, ICAL_ROLE_PARAMETER);
  icalparameter *partstat = icalproperty_get_first_parameter (property, ICAL_PARTSTAT_PARAMETER);
  icalparameter *rsvp = icalproperty_get_first_parameter (property, ICAL_RSVP_PARAMETER);

  return (BarePerson) {
    .uri = g_strdup (icalproperty_get_value_as_string (property)),
    .name = g_strdup (name ? icalparameter_get_cn (name) : NULL),
    .role = role ? icalparameter_get_role (role) : ICAL_ROLE_NONE,
    .partstat = partstat ? icalparameter_get_partstat (partstat) : ICAL_PARTSTAT_NONE,
    .rsvp = rsvp ? icalparameter_get_rsvp (rsvp) : ICAL_RSVP_NONE,
  };
}

static void
read_people (BareEvent *self, icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_ORGANIZER_PROPERTY);

  self->organizer = read_person (property);
  self->attendees = g_array_new (FALSE, FALSE, sizeof (BarePerson));
  g_array_set_clear_func (self->attendees, person_clear);
  for (property = icalcomponent_get_first_property (component, ICAL_ATTENDEE_PROPERTY); property;
       property = icalcomponent_get_next_property (component, ICAL_ATTENDEE_PROPERTY))
    {
      BarePerson person = read_person (property);

      g_array_append_val (self->attendees, person);
    }
}

static BareEvent *
read_event (icalcomponent *component)
{
  BareEvent *self = g_new0 (BareEvent, 1);

  self->uid = g_strdup (icalcomponent_get_uid (component));
  self->sequence = icalcomponent_get_sequence (component);
  self->summary = g_strdup (icalcomponent_get_summary (component));
  self->place = g_strdup (icalcomponent_get_location (component));
  read_times (self, component);
  read_repetition (self, component);
  read_people (self, component);
  return self;
}

BareInvitation *
bare_invitation_read (const char *calendar)
{
  BareInvitation *self = g_new0 (BareInvitation, 1);
  icalcomponent *root = icalparser_parse_string (calendar);
  icalcomponent *component = icalcomponent_get_first_component (root, ICAL_VEVENT_COMPONENT);

  self->head = g_strndup (calendar, strstr (calendar, "BEGIN:VEVENT") - calendar);
  self->events = g_ptr_array_new_with_free_func (event_free);
  for (; component; component = icalcomponent_get_next_component (root, ICAL_VEVENT_COMPONENT))
    g_ptr_array_add (self->events, read_event (component));
  icalcomponent_free (root);
  return self;
}
