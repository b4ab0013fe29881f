/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-incoming.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-calendar-error.h"
#include "tdm-calendar-limits.h"
#include "tdm-incoming-people.h"
#include "tdm-incoming-rule.h"
#include "tdm-incoming-time.h"
#include "tdm-local-time.h"

#include <string.h>

#define DAY_MINUTES (24 * 60)
#define MINUTES_MOST (31 * DAY_MINUTES)

static gboolean
fail (GError **error, TdmCalendarError code, const char *message)
{
  g_set_error_literal (error, TDM_CALENDAR_ERROR, code, message);
  return FALSE;
}

static gboolean
fail_part (GError **error, const char *name)
{
  g_set_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_UNREADABLE,
               _ ("Something in this file cannot be read: “%s”."), name);
  return FALSE;
}

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

/* libical takes away what it cannot read and leaves a note in its place. The note begins with a sentence that has the
 * name of the property; behind that is text of the file. */
static const char *
find_critical (const char *note, TdmIncomingMethod method)
{
  /* Those that count in answers as well come first. */
  static const char *const critical[] = {
    "ATTENDEE", "RECURRENCE-ID", "UID", "DTEND", "DTSTART", "DURATION", "EXDATE", "EXRULE", "RDATE", "RRULE",
  };
  g_autofree char *sentence = g_strndup (note, strcspn (note, ":"));
  g_auto (GStrv) words = g_strsplit_set (sentence, " .", -1);

  for (guint i = 0; i < (needs_no_times (method) ? 3 : G_N_ELEMENTS (critical)); i++)
    if (g_strv_contains ((const char *const *) words, critical[i]))
      return critical[i];
  return NULL;
}

static gboolean
check_notes (icalcomponent *component, TdmIncomingMethod method, GError **error)
{
  for (icalproperty *note = icalcomponent_get_first_property (component, ICAL_XLICERROR_PROPERTY); note;
       note = icalcomponent_get_next_property (component, ICAL_XLICERROR_PROPERTY))
    {
      const char *text = icalproperty_get_xlicerror (note);
      const char *critical = text ? find_critical (text, method) : NULL;

      if (critical)
        return fail_part (error, critical);
    }
  return TRUE;
}

/* What there may be only one of (RFC 5545 3.6.1), and would be another meeting in each program. */
static gboolean
check_single (icalcomponent *component, TdmIncomingMethod method, GError **error)
{
  /* Those that count in answers as well come first. */
  static const icalproperty_kind single[] = {
    ICAL_UID_PROPERTY, ICAL_RECURRENCEID_PROPERTY, ICAL_DTSTART_PROPERTY, ICAL_DTEND_PROPERTY, ICAL_DURATION_PROPERTY,
  };

  for (guint i = 0; i < (needs_no_times (method) ? 2 : G_N_ELEMENTS (single)); i++)
    if (icalcomponent_count_properties (component, single[i]) > 1)
      return fail_part (error, icalproperty_kind_to_string (single[i]));
  return TRUE;
}

static const char *
get_text (icalcomponent *component, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);
  icalvalue *value = property ? icalproperty_get_value (property) : NULL;

  return value && icalvalue_isa (value) == ICAL_TEXT_VALUE ? icalvalue_get_text (value) : NULL;
}

/* There may be several. */
static char *
read_comment (icalcomponent *component)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_COMMENT_PROPERTY); property;
       property = icalcomponent_get_next_property (component, ICAL_COMMENT_PROPERTY))
    g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", icalproperty_get_comment (property));
  return tdm_text_clean_block (out->str);
}

static void
read_texts (TdmIncomingEvent *event, icalcomponent *component)
{
  event->summary = tdm_text_clean_line (get_text (component, ICAL_SUMMARY_PROPERTY));
  event->place = tdm_text_clean_line (get_text (component, ICAL_LOCATION_PROPERTY));
  event->description = tdm_text_clean_block (get_text (component, ICAL_DESCRIPTION_PROPERTY));
  event->comment = read_comment (component);
}

/* Always UTC (RFC 5545 3.8.7.2), even where somebody forgot to say so. */
static gint64
read_stamp (icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_DTSTAMP_PROPERTY);
  TdmIncomingTime time;

  return property && tdm_incoming_time_read (&time, property, NULL, NULL) ? time.local : 0;
}

static gboolean
read_identity (TdmIncomingEvent *event, icalcomponent *component, GError **error)
{
  icalproperty *sequence = icalcomponent_get_first_property (component, ICAL_SEQUENCE_PROPERTY);

  event->uid = tdm_text_clean_line (get_text (component, ICAL_UID_PROPERTY));
  event->sequence = sequence ? MAX (icalproperty_get_sequence (sequence), 0) : 0;
  event->stamp = read_stamp (component);
  return *event->uid != '\0' || fail_part (error, "UID");
}

/* Answers and cancellations need not repeat when it is (RFC 5546 3.2). */
static gboolean
needs_start (const TdmIncomingEvent *event)
{
  return event->method == TDM_INCOMING_PUBLISH || event->method == TDM_INCOMING_REQUEST ||
         event->method == TDM_INCOMING_ADD || event->method == TDM_INCOMING_COUNTER;
}

static gboolean
read_start (TdmIncomingEvent *event, icalcomponent *component, TdmFileZones *zones, TdmIncomingTime *start,
            GError **error)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY);

  if (!property)
    {
      event->start_local = g_strdup ("");
      event->zone = g_strdup ("");
      return !needs_start (event) || fail (error, TDM_CALENDAR_ERROR_UNREADABLE,
                                           _ ("A meeting in this file has no start."));
    }
  if (!tdm_incoming_time_read (start, property, zones, error))
    return FALSE;
  event->start_local = tdm_local_time_format (start->local);
  event->start_instant = tdm_incoming_time_get_instant (start);
  event->zone = g_strdup (tdm_incoming_time_get_zone (start));
  event->all_day = start->is_date;
  return TRUE;
}

/* A day means a day, not 24 hours (RFC 5545 3.3.6), but no meeting is so long. */
static gint64
get_duration (icalproperty *property)
{
  struct icaldurationtype duration = icalproperty_get_duration (property);
  gint64 days = (gint64) duration.weeks * 7 + duration.days;
  gint64 seconds = ((days * 24 + duration.hours) * 60 + duration.minutes) * 60 + duration.seconds;

  return duration.is_neg ? -seconds : seconds;
}

static gint64
get_seconds_between (const TdmIncomingTime *start, const TdmIncomingTime *end)
{
  if (start->zone && end->zone)
    return tdm_incoming_time_get_instant (end) - tdm_incoming_time_get_instant (start);
  return end->local - start->local;
}

static gboolean
read_length (TdmIncomingEvent *event, icalcomponent *component, TdmFileZones *zones, const TdmIncomingTime *start,
             GError **error)
{
  icalproperty *end = icalcomponent_get_first_property (component, ICAL_DTEND_PROPERTY);
  icalproperty *duration = icalcomponent_get_first_property (component, ICAL_DURATION_PROPERTY);
  gint64 seconds = start->is_date ? DAY_MINUTES * 60 : 0;
  TdmIncomingTime time;

  if (*event->start_local == '\0')
    return TRUE;
  if (end && !tdm_incoming_time_read (&time, end, zones, error))
    return FALSE;
  if (end)
    seconds = get_seconds_between (start, &time);
  else if (duration)
    seconds = get_duration (duration);
  event->minutes = seconds / 60;
  if (seconds < 0 || event->minutes > MINUTES_MOST)
    return fail (error, TDM_CALENDAR_ERROR_UNREADABLE,
                 _ ("A meeting in this file ends before it starts, or much too late."));
  return TRUE;
}

/* libical itself drops the zone of it, and a meeting that was moved would be shown twice. */
static gboolean
read_recurrence_id (TdmIncomingEvent *event, icalcomponent *component, TdmFileZones *zones, GError **error)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_RECURRENCEID_PROPERTY);
  icalparameter *range = property ? icalproperty_get_first_parameter (property, ICAL_RANGE_PARAMETER) : NULL;
  TdmIncomingTime time = { 0 };

  if (property && !tdm_incoming_time_read (&time, property, zones, error))
    return FALSE;
  event->has_recurrence_id = property != NULL;
  event->recurrence_is_date = time.is_date;
  event->this_and_future = range && icalparameter_get_range (range) == ICAL_RANGE_THISANDFUTURE;
  event->recurrence_local = property ? tdm_local_time_format (time.local) : g_strdup ("");
  event->recurrence_zone = g_strdup (tdm_incoming_time_get_zone (&time));
  event->recurrence_instant = tdm_incoming_time_get_instant (&time);
  return TRUE;
}

static char *
read_only_rule (icalcomponent *component, const TdmIncomingTime *start, TdmIncomingRuleProblem *problem)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_RRULE_PROPERTY);
  char *written = icalproperty_get_value_as_string_r (property);
  char *rule = written ? tdm_incoming_rule_read (written, start, problem) : NULL;

  icalmemory_free_buffer (written);
  return rule;
}

/* More dates than one rule gives are not supported, nor is a rule without a start. */
static void
read_rule (TdmIncomingEvent *event, icalcomponent *component, const TdmIncomingTime *start)
{
  int rules = icalcomponent_count_properties (component, ICAL_RRULE_PROPERTY);
  int exceptions = icalcomponent_count_properties (component, ICAL_EXRULE_PROPERTY);

  if (icalcomponent_count_properties (component, ICAL_RDATE_PROPERTY) > 0)
    event->rule_problem = TDM_INCOMING_RULE_MORE_DATES;
  else if (rules + exceptions > 1 || exceptions > 0)
    event->rule_problem = TDM_INCOMING_RULE_SECOND;
  else if (rules == 1 && *event->start_local == '\0')
    event->rule_problem = TDM_INCOMING_RULE_UNKNOWN;
  else if (rules == 1)
    event->rule = read_only_rule (component, start, &event->rule_problem);
  if (!event->rule)
    event->rule = g_strdup ("");
}

static gboolean
read_excluded (TdmIncomingEvent *event, icalcomponent *component, TdmFileZones *zones, const TdmIncomingTime *start,
               GError **error)
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
  event->excluded = g_strv_builder_end (excluded);
  return TRUE;
}

/* Which date it is must be sure; the rest only repeats what the other side knows, perhaps in a zone that nobody else
 * does. */
static gboolean
read_repeated_times (TdmIncomingEvent *event, icalcomponent *component, TdmFileZones *zones, GError **error)
{
  TdmIncomingTime start = { 0 };

  if (!read_recurrence_id (event, component, zones, error))
    return FALSE;
  if (!read_start (event, component, zones, &start, NULL))
    {
      event->start_local = start.local != 0 ? tdm_local_time_format (start.local) : g_strdup ("");
      event->zone = g_strdup ("");
    }
  if (!read_length (event, component, zones, &start, NULL))
    event->minutes = 0;
  if (!read_excluded (event, component, zones, &start, NULL))
    event->excluded = g_new0 (char *, 1);
  read_rule (event, component, &start);
  return TRUE;
}

static gboolean
read_times (TdmIncomingEvent *event, icalcomponent *component, TdmFileZones *zones, GError **error)
{
  TdmIncomingTime start = { 0 };

  if (needs_no_times (event->method))
    return read_repeated_times (event, component, zones, error);
  if (!read_start (event, component, zones, &start, error) ||
      !read_length (event, component, zones, &start, error) ||
      !read_recurrence_id (event, component, zones, error) ||
      !read_excluded (event, component, zones, &start, error))
    return FALSE;
  read_rule (event, component, &start);
  return TRUE;
}

/* Calendars that give away a copy of what they have say so in no other way (RFC 5545 3.8.1.11). */
static void
read_status (TdmIncomingEvent *event, icalcomponent *component)
{
  icalproperty *status = icalcomponent_get_first_property (component, ICAL_STATUS_PROPERTY);

  if (!tdm_incoming_event_invites (event) || !status || icalproperty_get_status (status) != ICAL_STATUS_CANCELLED)
    return;
  event->is_cancelled = event->has_recurrence_id;
  if (!event->has_recurrence_id)
    event->method = TDM_INCOMING_CANCEL;
}

static TdmIncomingEvent *
read_event (icalcomponent *component, TdmIncomingMethod method, TdmFileZones *zones, GError **error)
{
  g_autoptr (TdmIncomingEvent) event = tdm_incoming_event_new ();

  event->method = method;
  if (!check_notes (component, method, error) || !check_single (component, method, error) ||
      !read_identity (event, component, error) || !read_times (event, component, zones, error))
    return NULL;
  read_texts (event, component);
  read_status (event, component);
  tdm_incoming_people_read (event, component);
  return g_steal_pointer (&event);
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

/* What a mail says about a calendar in it (RFC 6047 2.4) */
static TdmIncomingMethod
read_mail_method (const char *said)
{
  g_autofree char *upper = said ? g_ascii_strup (said, -1) : g_strdup ("");

  return find_method (icalproperty_string_to_method (g_strstrip (upper)));
}

/* Where the file itself does not say, the mail does. A copy that a calendar gives away of what it has needs no method
 * (RFC 5545 3.7.2), and is published by that. */
static TdmIncomingMethod
read_method (icalcomponent *calendar, icalcomponent *event, TdmIncomingMethod by_mail)
{
  icalproperty *property = icalcomponent_get_first_property (calendar, ICAL_METHOD_PROPERTY);

  if (property)
    return find_method (icalproperty_get_method (property));
  if (by_mail != TDM_INCOMING_OTHER)
    return by_mail;
  return icalcomponent_get_first_property (event, ICAL_DTSTART_PROPERTY) ? TDM_INCOMING_PUBLISH : TDM_INCOMING_OTHER;
}

typedef struct
{
  TdmIncomingMethod by_mail;
  GPtrArray *problems;
  GPtrArray *events;
} Reading;

/* With an iterator of its own: a component has one for all, which looking for a zone moves. */
static gboolean
read_calendar (Reading *self, icalcomponent *calendar, GError **error)
{
  g_autoptr (TdmFileZones) zones = tdm_file_zones_new (calendar);

  for (icalcompiter iterator = icalcomponent_begin_component (calendar, ICAL_VEVENT_COMPONENT);
       icalcompiter_deref (&iterator); icalcompiter_next (&iterator))
    {
      icalcomponent *component = icalcompiter_deref (&iterator);
      TdmIncomingMethod method = read_method (calendar, component, self->by_mail);
      g_autoptr (GError) problem = NULL;
      TdmIncomingEvent *event = read_event (component, method, zones, &problem);

      if (event)
        g_ptr_array_add (self->events, event);
      else if (self->problems && is_answer (method))
        g_ptr_array_add (self->problems, g_strdup (problem->message));
      else
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
    }
  return TRUE;
}

/* Several calendars in one text are below a root of libical's own. */
static gboolean
read_calendars (Reading *self, icalcomponent *root, GError **error)
{
  if (icalcomponent_isa (root) == ICAL_VCALENDAR_COMPONENT)
    return read_calendar (self, root, error);
  for (icalcompiter iterator = icalcomponent_begin_component (root, ICAL_VCALENDAR_COMPONENT);
       icalcompiter_deref (&iterator); icalcompiter_next (&iterator))
    if (!read_calendar (self, icalcompiter_deref (&iterator), error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
read_text (Reading *self, const char *text, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_incoming_event_unref);
  icalcomponent *root = icalparser_parse_string (text);
  gboolean done;

  self->events = events;
  done = root && read_calendars (self, root, error);
  if (!root || (done && events->len == 0 && !(self->problems && self->problems->len > 0)))
    done = fail (error, TDM_CALENDAR_ERROR_NOT_CALENDAR, _ ("There is no meeting in this file."));
  if (root)
    icalcomponent_free (root);
  return done ? g_steal_pointer (&events) : NULL;
}

/**
 * tdm_incoming_read:
 * @bytes: a calendar file from somebody else
 * @error: TDM_CALENDAR_ERROR_UNREADABLE where something without which a meeting would be another one cannot be read,
 *   TDM_CALENDAR_ERROR_UNKNOWN_ZONE for a time zone that nobody knows and that the file does not explain,
 *   TDM_CALENDAR_ERROR_NO_SUCH_TIME outside of the years 2000 to 2099, TDM_CALENDAR_ERROR_NOT_CALENDAR for a file
 *   without meetings, or as tdm_calendar_limits_check()
 *
 * Reads calendar messages (RFC 5545, RFC 5546). Of a file with several events, all can be read or none is given. An
 * answer and a cancellation may say when a meeting is in a way that nobody understands, but not which date they are
 * about. May be called in any thread.
 *
 * Returns: (transfer full) (element-type TdmIncomingEvent): the events in the order of the file, at least one, or %NULL
 *   on error
 */
GPtrArray *
tdm_incoming_read (GBytes *bytes, GError **error)
{
  Reading self = { TDM_INCOMING_OTHER, NULL, NULL };
  g_autofree char *text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = tdm_calendar_limits_check (bytes, error);
  return text ? read_text (&self, text, error) : NULL;
}

/**
 * tdm_incoming_read_mail:
 * @bytes: a calendar that came by mail
 * @method: (nullable): what the mail says it is (RFC 6047 2.4), which counts where the calendar does not say it
 * @problems: (element-type utf8): what is wrong with single answers is added here
 * @has_todos: (out): whether tdm_todo_read() may find something in it
 * @error: as tdm_incoming_read()
 *
 * As tdm_incoming_read(), but of several answers those that can be read are given.
 *
 * Returns: (transfer full) (element-type TdmIncomingEvent): the events in the order of the file, none only if there are
 *   problems instead, or %NULL on error
 */
GPtrArray *
tdm_incoming_read_mail (GBytes *bytes, const char *method, GPtrArray *problems, gboolean *has_todos, GError **error)
{
  Reading self = { read_mail_method (method), problems, NULL };
  g_autofree char *text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  text = tdm_calendar_limits_check_answers (bytes, is_answer (self.by_mail), problems, has_todos, error);
  return text ? read_text (&self, text, error) : NULL;
}
