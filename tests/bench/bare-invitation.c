/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "bare-invitation.h"

static void
add (icalcomponent *component, icalproperty *property)
{
  icalcomponent_add_property (component, property);
}

static void
add_in_zone (icalcomponent *component, icalproperty *property, const char *zone)
{
  icalproperty_add_parameter (property, icalparameter_new_tzid (zone));
  add (component, property);
}

static void
add_times (icalcomponent *component, const BareEvent *event)
{
  icalproperty *rule;

  if (event->original_zone)
    add_in_zone (component, icalproperty_new_recurrenceid (event->original), event->original_zone);
  add_in_zone (component, icalproperty_new_dtstart (event->start), event->zone);
  add_in_zone (component, icalproperty_new_dtend (event->end), event->zone);
  if (event->rule)
    {
      rule = icalproperty_new (ICAL_RRULE_PROPERTY);
      icalproperty_set_value (rule, icalvalue_new_from_string (ICAL_RECUR_VALUE, event->rule));
      add (component, rule);
    }
  for (guint i = 0; i < event->excluded->len; i++)
    add_in_zone (component, icalproperty_new_exdate (g_array_index (event->excluded, struct icaltimetype, i)),
                 event->zone);
}

static void
add_attendee (icalcomponent *component, const BarePerson *person)
{
  icalproperty *property = icalproperty_new_attendee (person->uri);

  icalproperty_add_parameter (property, icalparameter_new_cutype (ICAL_CUTYPE_INDIVIDUAL));
  icalproperty_add_parameter (property, icalparameter_new_role (person->role));
  icalproperty_add_parameter (property, icalparameter_new_partstat (person->partstat));
  if (person->rsvp != ICAL_RSVP_NONE)
    icalproperty_add_parameter (property, icalparameter_new_rsvp (person->rsvp));
  if (person->name)
    icalproperty_add_parameter (property, icalparameter_new_cn (person->name));
  add (component, property);
}

static void
add_people (icalcomponent *component, const BareEvent *event)
{
  icalproperty *organizer = icalproperty_new_organizer (event->organizer.uri);

  if (event->organizer.name)
    icalproperty_add_parameter (organizer, icalparameter_new_cn (event->organizer.name));
  add (component, organizer);
  for (guint i = 0; i < event->attendees->len; i++)
    add_attendee (component, &g_array_index (event->attendees, BarePerson, i));
}

static void
append_event (GString *out, const BareEvent *event)
{
  icalcomponent *component = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  char *text;

  add (component, icalproperty_new_uid (event->uid));
  add (component, icalproperty_new_sequence (event->sequence));
  add (component, icalproperty_new_dtstamp (event->stamp));
  add_times (component, event);
  add_people (component, event);
  add (component, icalproperty_new_summary (event->summary));
  if (event->place)
    add (component, icalproperty_new_location (event->place));
  add (component, icalproperty_new_status (ICAL_STATUS_CONFIRMED));
  add (component, icalproperty_new_transp (ICAL_TRANSP_OPAQUE));
  add (component, icalproperty_new_class (ICAL_CLASS_PRIVATE));

  text = icalcomponent_as_ical_string_r (component);
  g_string_append (out, text);
  icalmemory_free_buffer (text);
  icalcomponent_free (component);
}

GString *
bare_invitation_build (const BareInvitation *self)
{
  GString *out = g_string_new (self->head);

  for (guint i = 0; i < self->events->len; i++)
    append_event (out, self->events->pdata[i]);
  return g_string_append (out, "END:VCALENDAR\r\n");
}
