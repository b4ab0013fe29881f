/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-incoming.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-calendar-error.h"
#include "tdm-calendar-limits.h"
#include "tdm-ical.h"
#include "tdm-incoming-people.h"
#include "tdm-incoming-rule.h"
#include "tdm-incoming-time.h"
#include "tdm-local-time.h"

#include <string.h>

#define DAY_MINUTES (24 * 60)
#define MINUTES_MOST (31 * DAY_MINUTES)

/* What says who answers to which meeting, and needs no times. COUNTER does. */
static gboolean
needs_no_times (TdmIncomingMethod method)
{
  return method == TDM_INCOMING_REPLY || method == TDM_INCOMING_REFRESH || method == TDM_INCOMING_DECLINE_COUNTER ||
         method == TDM_INCOMING_CANCEL;
}

/* Several of them may stand in one file, each on its own. */
static gboolean
is_answer (TdmIncomingMethod method)
{
  return method == TDM_INCOMING_REPLY || method == TDM_INCOMING_REFRESH;
}

/* What there may be only one of (RFC 5545 3.6.1), and would be another meeting in each program; and what libical cannot
 * read: it takes that away and leaves a note in its place, which begins with a sentence that has the name of the
 * property; behind that is text of the file. Of both, those that count in answers as well come first. */
static gboolean
event_check (icalcomponent *component, TdmIncomingMethod method, GError **error)
{
  static const icalproperty_kind single[] = {
    ICAL_UID_PROPERTY, ICAL_RECURRENCEID_PROPERTY, ICAL_DTSTART_PROPERTY, ICAL_DTEND_PROPERTY, ICAL_DURATION_PROPERTY,
  };
  static const char *const critical[] = {
    "ATTENDEE", "RECURRENCE-ID", "UID", "DTEND", "DTSTART", "DURATION", "EXDATE", "EXRULE", "RDATE", "RRULE",
  };
  guint n_single = needs_no_times (method) ? 2 : G_N_ELEMENTS (single);
  guint n_critical = needs_no_times (method) ? 3 : G_N_ELEMENTS (critical);

  for (icalproperty *note = icalcomponent_get_first_property (component, ICAL_XLICERROR_PROPERTY); note;
       note = icalcomponent_get_next_property (component, ICAL_XLICERROR_PROPERTY))
    {
      const char *text = icalproperty_get_xlicerror (note);
      g_autofree char *sentence = text ? g_strndup (text, strcspn (text, ":")) : g_strdup ("");
      g_auto (GStrv) words = g_strsplit_set (sentence, " .", -1);

      for (guint i = 0; i < n_critical; i++)
        if (g_strv_contains ((const char *const *) words, critical[i]))
          return tdm_calendar_fail_part (error, critical[i]);
    }
  for (guint i = 0; i < n_single; i++)
    if (icalcomponent_count_properties (component, single[i]) > 1)
      return tdm_calendar_fail_part (error, icalproperty_kind_to_string (single[i]));
  return TRUE;
}

static void
event_read_texts (TdmIncomingEvent *self, icalcomponent *component)
{
  g_autoptr (GString) comments = g_string_new (NULL);

  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_COMMENT_PROPERTY); property;
       property = icalcomponent_get_next_property (component, ICAL_COMMENT_PROPERTY))
    g_string_append_printf (comments, "%s%s", comments->len > 0 ? "\n" : "", icalproperty_get_comment (property));
  self->comment = tdm_text_clean_block (comments->str);
  self->summary = tdm_text_clean_line (tdm_ical_get_text (component, ICAL_SUMMARY_PROPERTY));
  self->place = tdm_text_clean_line (tdm_ical_get_text (component, ICAL_LOCATION_PROPERTY));
  self->description = tdm_text_clean_block (tdm_ical_get_text (component, ICAL_DESCRIPTION_PROPERTY));
}

static gboolean
event_read_start (TdmIncomingEvent *self, icalcomponent *component, TdmFileZones *zones, TdmIncomingTime *start,
                  GError **error)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY);

  if (property && !tdm_incoming_time_read (start, property, zones, error))
    return FALSE;
  self->start_local = property ? tdm_local_time_format (start->local) : g_strdup ("");
  self->start_instant = tdm_incoming_time_get_instant (start);
  self->zone = g_strdup (tdm_incoming_time_get_zone (start));
  self->all_day = start->is_date;
  /* Answers and cancellations need not repeat when it is (RFC 5546 3.2). */
  if (property || needs_no_times (self->method) || self->method == TDM_INCOMING_OTHER)
    return TRUE;
  return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_UNREADABLE, _ ("A meeting in this file has no start."));
}

static gboolean
event_read_length (TdmIncomingEvent *self, icalcomponent *component, TdmFileZones *zones, const TdmIncomingTime *start,
                   GError **error)
{
  icalproperty *end = icalcomponent_get_first_property (component, ICAL_DTEND_PROPERTY);
  icalproperty *duration = icalcomponent_get_first_property (component, ICAL_DURATION_PROPERTY);
  gint64 seconds = start->is_date ? DAY_MINUTES * 60 : 0;
  TdmIncomingTime time;

  if (*self->start_local == '\0')
    return TRUE;
  if (end)
    {
      if (!tdm_incoming_time_read (&time, end, zones, error))
        return FALSE;
      seconds = start->zone && time.zone ? tdm_incoming_time_get_instant (&time) - tdm_incoming_time_get_instant (start)
                                         : time.local - start->local;
    }
  else if (duration)
    {
      struct icaldurationtype said = icalproperty_get_duration (duration);
      /* A day means a day, not 24 hours (RFC 5545 3.3.6), but no meeting is so long. */
      gint64 days = (gint64) said.weeks * 7 + said.days;

      seconds = ((days * 24 + said.hours) * 60 + said.minutes) * 60 + said.seconds;
      if (said.is_neg)
        seconds = -seconds;
    }
  self->minutes = seconds / 60;
  return (seconds >= 0 && self->minutes <= MINUTES_MOST) ||
         tdm_calendar_fail (error, TDM_CALENDAR_ERROR_UNREADABLE,
                            _ ("A meeting in this file ends before it starts, or much too late."));
}

/* libical itself drops the zone of it, and a meeting that was moved would be shown twice. */
static gboolean
event_read_recurrence_id (TdmIncomingEvent *self, icalcomponent *component, TdmFileZones *zones, GError **error)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_RECURRENCEID_PROPERTY);
  icalparameter *range = property ? icalproperty_get_first_parameter (property, ICAL_RANGE_PARAMETER) : NULL;
  TdmIncomingTime time = { 0 };

  if (property && !tdm_incoming_time_read (&time, property, zones, error))
    return FALSE;
  self->has_recurrence_id = property != NULL;
  self->recurrence_is_date = time.is_date;
  self->this_and_future = range && icalparameter_get_range (range) == ICAL_RANGE_THISANDFUTURE;
  self->recurrence_local = property ? tdm_local_time_format (time.local) : g_strdup ("");
  self->recurrence_zone = g_strdup (tdm_incoming_time_get_zone (&time));
  self->recurrence_instant = tdm_incoming_time_get_instant (&time);
  return TRUE;
}

/* More dates than one rule gives are not supported, nor is a rule without a start. */
static void
event_read_rule (TdmIncomingEvent *self, icalcomponent *component, const TdmIncomingTime *start)
{
  icalproperty *rule = icalcomponent_get_first_property (component, ICAL_RRULE_PROPERTY);
  int rules = icalcomponent_count_properties (component, ICAL_RRULE_PROPERTY);
  int exceptions = icalcomponent_count_properties (component, ICAL_EXRULE_PROPERTY);

  if (icalcomponent_count_properties (component, ICAL_RDATE_PROPERTY) > 0)
    self->rule_problem = TDM_INCOMING_RULE_MORE_DATES;
  else if (rules + exceptions > 1 || exceptions > 0)
    self->rule_problem = TDM_INCOMING_RULE_SECOND;
  else if (rule && *self->start_local == '\0')
    self->rule_problem = TDM_INCOMING_RULE_UNKNOWN;
  else if (rule)
    {
      g_autofree char *written = tdm_ical_get_value (rule);

      self->rule = written ? tdm_incoming_rule_read (written, start, &self->rule_problem) : NULL;
    }
  if (!self->rule)
    self->rule = g_strdup ("");
}

static gboolean
event_read_excluded (TdmIncomingEvent *self, icalcomponent *component, TdmFileZones *zones,
                     const TdmIncomingTime *start, GError **error)
{
  g_autoptr (GStrvBuilder) excluded = g_strv_builder_new ();

  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_EXDATE_PROPERTY); property;
       property = icalcomponent_get_next_property (component, ICAL_EXDATE_PROPERTY))
    {
      g_autofree char *local = NULL;
      TdmIncomingTime time;

      if (!tdm_incoming_time_read (&time, property, zones, error))
        return FALSE;
      local = tdm_local_time_format (tdm_incoming_time_get_local_in (&time, start));
      g_strv_builder_add (excluded, local);
    }
  self->excluded = g_strv_builder_end (excluded);
  return TRUE;
}

/* Which date it is must be sure; the rest only repeats what the other side knows, perhaps in a zone that nobody else
 * does. */
static gboolean
event_read_repeated_times (TdmIncomingEvent *self, icalcomponent *component, TdmFileZones *zones, GError **error)
{
  TdmIncomingTime start = { 0 };

  if (!event_read_recurrence_id (self, component, zones, error))
    return FALSE;
  if (!event_read_start (self, component, zones, &start, NULL))
    {
      self->start_local = start.local != 0 ? tdm_local_time_format (start.local) : g_strdup ("");
      self->zone = g_strdup ("");
    }
  if (!event_read_length (self, component, zones, &start, NULL))
    self->minutes = 0;
  if (!event_read_excluded (self, component, zones, &start, NULL))
    self->excluded = g_new0 (char *, 1);
  event_read_rule (self, component, &start);
  return TRUE;
}

static gboolean
event_read_times (TdmIncomingEvent *self, icalcomponent *component, TdmFileZones *zones, GError **error)
{
  TdmIncomingTime start = { 0 };

  if (needs_no_times (self->method))
    return event_read_repeated_times (self, component, zones, error);
  if (!event_read_start (self, component, zones, &start, error) ||
      !event_read_length (self, component, zones, &start, error) ||
      !event_read_recurrence_id (self, component, zones, error) ||
      !event_read_excluded (self, component, zones, &start, error))
    return FALSE;
  event_read_rule (self, component, &start);
  return TRUE;
}

static TdmIncomingEvent *
event_read (icalcomponent *component, TdmIncomingMethod method, TdmFileZones *zones, GError **error)
{
  g_autoptr (TdmIncomingEvent) self = tdm_incoming_event_new ();
  icalproperty *sequence = icalcomponent_get_first_property (component, ICAL_SEQUENCE_PROPERTY);
  icalproperty *status = icalcomponent_get_first_property (component, ICAL_STATUS_PROPERTY);

  self->method = method;
  if (!event_check (component, method, error))
    return NULL;
  self->uid = tdm_text_clean_line (tdm_ical_get_text (component, ICAL_UID_PROPERTY));
  self->sequence = sequence ? MAX (icalproperty_get_sequence (sequence), 0) : 0;
  self->stamp = tdm_incoming_time_read_instant (component, ICAL_DTSTAMP_PROPERTY);
  if (*self->uid == '\0')
    {
      tdm_calendar_fail_part (error, "UID");
      return NULL;
    }
  if (!event_read_times (self, component, zones, error))
    return NULL;
  event_read_texts (self, component);
  tdm_incoming_people_read (self, component);
  /* Calendars that give away a copy of what they have say so in no other way (RFC 5545 3.8.1.11). */
  if (tdm_incoming_event_invites (self) && status && icalproperty_get_status (status) == ICAL_STATUS_CANCELLED)
    {
      self->is_cancelled = self->has_recurrence_id;
      if (!self->has_recurrence_id)
        self->method = TDM_INCOMING_CANCEL;
    }
  return g_steal_pointer (&self);
}

static TdmIncomingMethod
find_method (icalproperty_method said)
{
  static const struct
  {
    icalproperty_method known;
    TdmIncomingMethod method;
  } methods[] = {
    { ICAL_METHOD_PUBLISH, TDM_INCOMING_PUBLISH },
    { ICAL_METHOD_REQUEST, TDM_INCOMING_REQUEST },
    { ICAL_METHOD_REPLY, TDM_INCOMING_REPLY },
    { ICAL_METHOD_ADD, TDM_INCOMING_ADD },
    { ICAL_METHOD_CANCEL, TDM_INCOMING_CANCEL },
    { ICAL_METHOD_REFRESH, TDM_INCOMING_REFRESH },
    { ICAL_METHOD_COUNTER, TDM_INCOMING_COUNTER },
    { ICAL_METHOD_DECLINECOUNTER, TDM_INCOMING_DECLINE_COUNTER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (said == methods[i].known)
      return methods[i].method;
  return TDM_INCOMING_OTHER;
}

/* Where the file itself does not say, the mail does. A copy that a calendar gives away of what it has needs no method
 * (RFC 5545 3.7.2), and is published by that. With an iterator of its own: a component has one for all, which looking
 * for a zone moves. */
static gboolean
events_read_calendar (GPtrArray *events, icalcomponent *calendar, TdmIncomingMethod by_mail, GPtrArray *problems,
                      GError **error)
{
  g_autoptr (TdmFileZones) zones = tdm_file_zones_new (calendar);
  icalproperty *said = icalcomponent_get_first_property (calendar, ICAL_METHOD_PROPERTY);

  for (icalcompiter iterator = icalcomponent_begin_component (calendar, ICAL_VEVENT_COMPONENT);
       icalcompiter_deref (&iterator); icalcompiter_next (&iterator))
    {
      icalcomponent *component = icalcompiter_deref (&iterator);
      TdmIncomingMethod method = said ? find_method (icalproperty_get_method (said)) : by_mail;
      g_autoptr (GError) problem = NULL;
      TdmIncomingEvent *event;

      if (!said && method == TDM_INCOMING_OTHER && icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY))
        method = TDM_INCOMING_PUBLISH;
      event = event_read (component, method, zones, &problem);
      if (event)
        g_ptr_array_add (events, event);
      else if (problems && is_answer (method))
        g_ptr_array_add (problems, g_strdup (problem->message));
      else
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
    }
  return TRUE;
}
/**
 * tdm_incoming_read:
 * @bytes: a calendar file from somebody else
 * @method: (nullable): what the mail that it came in says it is (RFC 6047 2.4), which counts where the file does not
 *   say it
 * @problems: (nullable) (element-type utf8): what is wrong with single answers is added here, and those that can be
 *   read are given; %NULL where all must be right
 * @has_todos: (out) (optional): whether tdm_todo_read() may find something in it
 * @error: TDM_CALENDAR_ERROR_UNREADABLE where something without which a meeting would be another one cannot be read,
 *   TDM_CALENDAR_ERROR_UNKNOWN_ZONE for a time zone that nobody knows and that the file does not explain,
 *   TDM_CALENDAR_ERROR_NO_SUCH_TIME outside of the years 2000 to 2099, TDM_CALENDAR_ERROR_NOT_CALENDAR for a file
 *   without meetings, or as tdm_calendar_limits_check()
 *
 * Reads calendar messages (RFC 5545, RFC 5546). Of a file with several events, all can be read or none is given, but
 * for answers. An answer and a cancellation may say when a meeting is in a way that nobody understands, but not which
 * date they are about. May be called in any thread.
 *
 * Returns: (transfer full) (element-type TdmIncomingEvent): the events in the order of the file, none only if there are
 *   problems instead, or %NULL on error
 */
GPtrArray *
tdm_incoming_read (GBytes *bytes, const char *method, GPtrArray *problems, gboolean *has_todos, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_incoming_event_unref);
  g_autofree char *upper = method ? g_ascii_strup (method, -1) : g_strdup ("");
  TdmIncomingMethod by_mail = find_method (icalproperty_string_to_method (g_strstrip (upper)));
  g_autofree char *text = NULL;
  g_autoptr (icalcomponent) root = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = tdm_calendar_limits_check (bytes, is_answer (by_mail), problems, has_todos, error);
  if (!text)
    return NULL;
  root = tdm_ical_parse (text);
  for (icalcompiter iterator = icalcomponent_begin_component (root, ICAL_VCALENDAR_COMPONENT);
       icalcompiter_deref (&iterator); icalcompiter_next (&iterator))
    if (!events_read_calendar (events, icalcompiter_deref (&iterator), by_mail, problems, error))
      return NULL;
  if (events->len > 0 || (problems && problems->len > 0))
    return g_steal_pointer (&events);
  tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NOT_CALENDAR, _ ("There is no meeting in this file."));
  return NULL;
}
