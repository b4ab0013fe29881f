/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-calendar-limits.h"

#include "base/tdm-i18n.h"
#include "tdm-calendar-error.h"
#include "tdm-calendar-text.h"
#include "tdm-content-line.h"

#include <string.h>

/* Looks at every line of a file from somebody else before libical does, and lets through what the program reads and
 * nothing else. libical takes 40 seconds for one long line, falls into parts that are nested too deep and looks for
 * ever for the dates of some rules. */

typedef enum
{
  PLACE_OUTSIDE,
  PLACE_CALENDAR,
  PLACE_EVENT,
  PLACE_TODO,
  PLACE_ZONE,
  PLACE_OBSERVANCE,
  PLACE_ELSEWHERE,
} Place;

typedef enum
{
  PROPERTY_PLAIN = 0,
  /* A meeting would be another one without it. */
  PROPERTY_CRITICAL = 1 << 0,
  PROPERTY_RULE = 1 << 1,
  PROPERTY_PEOPLE = 1 << 2,
  PROPERTY_DATES = 1 << 3,
  PROPERTY_TIME = 1 << 4,
  PROPERTY_OFFSET = 1 << 5,
  /* Says when it is, which answers need not repeat (RFC 5546 3.2.3). */
  PROPERTY_WHEN = 1 << 6,
} PropertyFlags;

typedef struct
{
  Place place;
  const char *name;
  PropertyFlags flags;
} Property;

static const Property properties[] = {
  { PLACE_CALENDAR, "METHOD", PROPERTY_CRITICAL },
  { PLACE_CALENDAR, "PRODID", PROPERTY_PLAIN },
  { PLACE_CALENDAR, "VERSION", PROPERTY_PLAIN },
  { PLACE_EVENT, "ATTENDEE", PROPERTY_CRITICAL | PROPERTY_PEOPLE },
  { PLACE_EVENT, "COMMENT", PROPERTY_PLAIN },
  { PLACE_EVENT, "DESCRIPTION", PROPERTY_PLAIN },
  { PLACE_EVENT, "DTEND", PROPERTY_CRITICAL | PROPERTY_TIME | PROPERTY_WHEN },
  { PLACE_EVENT, "DTSTAMP", PROPERTY_PLAIN },
  { PLACE_EVENT, "DTSTART", PROPERTY_CRITICAL | PROPERTY_TIME | PROPERTY_WHEN },
  { PLACE_EVENT, "DURATION", PROPERTY_CRITICAL | PROPERTY_WHEN },
  { PLACE_EVENT, "EXDATE", PROPERTY_CRITICAL | PROPERTY_DATES | PROPERTY_TIME | PROPERTY_WHEN },
  { PLACE_EVENT, "EXRULE", PROPERTY_CRITICAL | PROPERTY_RULE | PROPERTY_WHEN },
  { PLACE_EVENT, "LOCATION", PROPERTY_PLAIN },
  { PLACE_EVENT, "ORGANIZER", PROPERTY_PLAIN },
  { PLACE_EVENT, "RDATE", PROPERTY_CRITICAL | PROPERTY_DATES | PROPERTY_WHEN },
  { PLACE_EVENT, "RECURRENCE-ID", PROPERTY_CRITICAL | PROPERTY_TIME },
  { PLACE_EVENT, "RRULE", PROPERTY_CRITICAL | PROPERTY_RULE | PROPERTY_WHEN },
  { PLACE_EVENT, "SEQUENCE", PROPERTY_PLAIN },
  { PLACE_EVENT, "STATUS", PROPERTY_PLAIN },
  { PLACE_EVENT, "SUMMARY", PROPERTY_PLAIN },
  { PLACE_EVENT, "UID", PROPERTY_CRITICAL },
  { PLACE_TODO, "COMPLETED", PROPERTY_TIME },
  { PLACE_TODO, "DTSTAMP", PROPERTY_TIME },
  { PLACE_TODO, "DUE", PROPERTY_TIME },
  { PLACE_TODO, "LAST-MODIFIED", PROPERTY_TIME },
  { PLACE_TODO, "ORGANIZER", PROPERTY_PLAIN },
  { PLACE_TODO, "PERCENT-COMPLETE", PROPERTY_PLAIN },
  { PLACE_TODO, "RECURRENCE-ID", PROPERTY_PLAIN },
  { PLACE_TODO, "RELATED-TO", PROPERTY_PLAIN },
  { PLACE_TODO, "STATUS", PROPERTY_PLAIN },
  { PLACE_TODO, "SUMMARY", PROPERTY_PLAIN },
  { PLACE_TODO, "UID", PROPERTY_PLAIN },
  { PLACE_TODO, "X-APPLE-SORT-ORDER", PROPERTY_PLAIN },
  { PLACE_TODO, "X-TANDEM-SIDE", PROPERTY_PLAIN },
  { PLACE_TODO, "X-TANDEM-STATE", PROPERTY_PLAIN },
  { PLACE_ZONE, "TZID", PROPERTY_PLAIN },
  { PLACE_OBSERVANCE, "DTSTART", PROPERTY_TIME },
  { PLACE_OBSERVANCE, "EXRULE", PROPERTY_RULE },
  { PLACE_OBSERVANCE, "RDATE", PROPERTY_DATES | PROPERTY_TIME },
  { PLACE_OBSERVANCE, "RRULE", PROPERTY_RULE },
  { PLACE_OBSERVANCE, "TZOFFSETFROM", PROPERTY_OFFSET },
  { PLACE_OBSERVANCE, "TZOFFSETTO", PROPERTY_OFFSET },
};

typedef struct
{
  Place place;
  TdmContentLine begin;
  /* Where it begins in what is let through. */
  gsize start;
  gboolean refused;
  guint n_people;
  guint n_dates;
} Part;

/* What is wrong with one answer goes to @problems, where there are any; the others are read all the same. */
typedef struct
{
  GString *out;
  Place wanted;
  GPtrArray *problems;
  gboolean answers_by_mail;
  gboolean answers;
  gboolean has_todos;
  Part parts[TDM_CALENDAR_LIMIT_DEPTH + 1];
  guint depth;
  guint n_calendars;
  guint n_components;
  guint n_properties;
} Scan;

static gboolean
fail_not_calendar (GError **error)
{
  return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NOT_CALENDAR, _ ("This is no calendar file."));
}

static gboolean
fail_too_large (GError **error)
{
  return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_TOO_LARGE,
                            _ ("This file holds more than a calendar file should."));
}

static gboolean
fail_line (const TdmContentLine *line, GError **error)
{
  g_autofree char *name = g_ascii_strup (line->text, MIN (line->name_length, 40));

  return tdm_calendar_fail_part (error, name);
}

/* BEGIN or END, as everybody else writes them. */
static void
scan_let_edge_through (Scan *self, const TdmContentLine *line)
{
  g_autofree char *text = g_ascii_strup (line->text, line->length);

  g_string_append_printf (self->out, "%s\r\n", g_strchomp (text));
}

static gboolean
scan_begin_part (Scan *self, const TdmContentLine *line, GError **error)
{
  Place around = self->parts[self->depth].place;
  Place place = PLACE_ELSEWHERE;

  if (around == PLACE_OUTSIDE && tdm_content_line_is_value (line, "VCALENDAR"))
    place = PLACE_CALENDAR;
  else if (around == PLACE_CALENDAR &&
           tdm_content_line_is_value (line, self->wanted == PLACE_TODO ? "VTODO" : "VEVENT"))
    place = self->wanted;
  else if (around == PLACE_CALENDAR && tdm_content_line_is_value (line, "VTIMEZONE"))
    place = PLACE_ZONE;
  else if (around == PLACE_ZONE && (tdm_content_line_is_value (line, "STANDARD") ||
                                    tdm_content_line_is_value (line, "DAYLIGHT")))
    place = PLACE_OBSERVANCE;

  if (self->depth == 0 && self->n_calendars == 0 && place != PLACE_CALENDAR)
    return fail_not_calendar (error);
  if (self->depth == TDM_CALENDAR_LIMIT_DEPTH || ++self->n_components > TDM_CALENDAR_LIMIT_COMPONENTS ||
      (place == PLACE_CALENDAR && ++self->n_calendars > TDM_CALENDAR_LIMIT_CALENDARS))
    return fail_too_large (error);

  self->has_todos = self->has_todos || (around == PLACE_CALENDAR && tdm_content_line_is_value (line, "VTODO"));
  self->answers = place == PLACE_CALENDAR ? self->answers_by_mail : self->answers;
  self->parts[++self->depth] = (Part) { .place = place, .begin = *line, .start = self->out->len };
  if (place != PLACE_ELSEWHERE)
    scan_let_edge_through (self, line);
  return TRUE;
}

/* A zone with a rule that is refused is left out as a whole: its name may still say what it is. */
static gboolean
scan_end_part (Scan *self, const TdmContentLine *line, GError **error)
{
  Part *part = &self->parts[self->depth];
  g_autofree char *begun = part->begin.value ? g_strndup (part->begin.value, part->begin.value_length) : NULL;

  if (!begun || !tdm_content_line_is_value (line, g_strstrip (begun)))
    return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NOT_CALENDAR, _ ("This calendar file is damaged."));

  self->depth--;
  if (part->refused)
    {
      g_string_truncate (self->out, part->start);
      self->parts[self->depth].refused = part->place == PLACE_OBSERVANCE;
    }
  else if (part->place != PLACE_ELSEWHERE)
    scan_let_edge_through (self, line);
  return TRUE;
}

/* libical takes `2026-1-1` and `soon` for something. */
static gboolean
is_written_right (const Property *property, const TdmContentLine *line)
{
  static const char *const times[] = { "dddddddd", "ddddddddTdddddd", "ddddddddTddddddZ", NULL };
  static const char *const offsets[] = { "+dddd", "-dddd", "+dddddd", "-dddddd", NULL };
  g_autofree char *value = NULL;
  g_auto (GStrv) items = NULL;

  if (!(property->flags & (PROPERTY_TIME | PROPERTY_OFFSET)))
    return TRUE;
  value = g_ascii_strup (line->value, line->value_length);
  items = g_strsplit (g_strdelimit (value, "0123456789", 'd'), ",", -1);
  for (char **item = items; *item; item++)
    if (!g_strv_contains (property->flags & PROPERTY_TIME ? times : offsets, g_strstrip (*item)))
      return FALSE;
  return *items != NULL;
}

/* Zones change their clocks by the year; nobody meets by the hour. What is wrong in a description of a zone refuses
 * that, and elsewhere the file. */
static gboolean
part_check_value (Part *self, const Property *property, const TdmContentLine *line, GError **error)
{
  static const char *const rare[] = { "YEARLY", "MONTHLY", "WEEKLY", "DAILY", NULL };
  static const char *const yearly[] = { "YEARLY", NULL };
  gboolean is_fine = is_written_right (property, line);
  gboolean is_rare = TRUE;

  if (property->flags & PROPERTY_RULE)
    {
      g_autofree char *said = tdm_content_line_get_part (line, "FREQ");
      g_autofree char *frequency = g_ascii_strup (said ? said : "", -1);

      is_rare = g_strv_contains (self->place == PLACE_OBSERVANCE ? yearly : rare, frequency);
    }
  if (is_fine && is_rare)
    return TRUE;
  if (self->place == PLACE_OBSERVANCE)
    {
      self->refused = TRUE;
      return TRUE;
    }
  if (is_rare)
    return fail_line (line, error);
  return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_BAD_RULE,
                            _ ("A meeting in this file repeats in a way that Tandem does not know."));
}

static gboolean
scan_check_property (Scan *self, const Property *property, const TdmContentLine *line, GError **error)
{
  Part *part = &self->parts[self->depth];

  part->refused |= !line->value && part->place == PLACE_OBSERVANCE;
  if (!line->value)
    return !(property->flags & PROPERTY_CRITICAL) || fail_line (line, error);
  if (line->length > TDM_CALENDAR_LIMIT_LINE)
    return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_TOO_LARGE, _ ("This file has a line that is too long."));
  if (line->n_parameters > TDM_CALENDAR_LIMIT_PARAMETERS)
    return fail_too_large (error);
  /* A task without a date is still the same task. */
  if (part->place == PLACE_TODO && !is_written_right (property, line))
    return TRUE;

  if (property->flags & PROPERTY_PEOPLE && ++part->n_people > TDM_CALENDAR_LIMIT_PEOPLE)
    return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_TOO_LARGE, _ ("A meeting in this file has too many people."));
  if (property->flags & PROPERTY_DATES)
    {
      part->n_dates++;
      for (gsize i = 0; i < line->value_length; i++)
        part->n_dates += line->value[i] == ',';
    }
  if (part->n_dates > TDM_CALENDAR_LIMIT_DATES)
    return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_TOO_LARGE, _ ("A meeting in this file has too many dates."));
  if (!part_check_value (part, property, line, error))
    return FALSE;
  g_string_append_len (self->out, line->text, line->length);
  g_string_append (self->out, "\r\n");
  return TRUE;
}

/* An answer with a wrong line is left out without the others, and one about all dates needs no times. */
static gboolean
scan_check_answer_property (Scan *self, const Property *property, const TdmContentLine *line, GError **error)
{
  Part *part = &self->parts[self->depth];
  g_autoptr (GError) problem = NULL;

  if (scan_check_property (self, property, line, &problem))
    return TRUE;
  if (!g_error_matches (problem, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_UNREADABLE) &&
      !g_error_matches (problem, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_BAD_RULE))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (!(property->flags & PROPERTY_WHEN) && !part->refused)
    {
      g_ptr_array_add (self->problems, g_strdup (problem->message));
      part->refused = TRUE;
    }
  return TRUE;
}

/* Text around the calendars, such as a line that a mailing list has put below, is nobody's business. */
static gboolean
scan_check_line (Scan *self, const TdmContentLine *line, GError **error)
{
  const Property *property = NULL;
  Place place;

  if (tdm_content_line_is (line, "BEGIN"))
    return scan_begin_part (self, line, error);
  if (self->n_calendars == 0)
    return fail_not_calendar (error);
  if (++self->n_properties > TDM_CALENDAR_LIMIT_PROPERTIES)
    return fail_too_large (error);
  if (self->depth > 0 && tdm_content_line_is (line, "END"))
    return scan_end_part (self, line, error);

  place = self->parts[self->depth].place;
  for (guint i = 0; i < G_N_ELEMENTS (properties) && !property; i++)
    if (properties[i].place == place && tdm_content_line_is (line, properties[i].name))
      property = &properties[i];
  if (!property)
    return TRUE;
  if (place == PLACE_CALENDAR && tdm_content_line_is (line, "METHOD"))
    self->answers = tdm_content_line_is_value (line, "REPLY") || tdm_content_line_is_value (line, "REFRESH");
  if (place == PLACE_EVENT && self->answers && self->problems)
    return scan_check_answer_property (self, property, line, error);
  return scan_check_property (self, property, line, error);
}

static char *
scan_read (Scan *self, GBytes *bytes, GError **error)
{
  g_autofree char *text = tdm_calendar_text_read (bytes, error);
  g_autoptr (GString) out = NULL;
  TdmContentLine line;

  if (!text)
    return NULL;
  self->out = out = g_string_sized_new (strlen (text));
  for (const char *p = text + strspn (text, " \t\n"); *p; p += strspn (p, "\n"))
    {
      tdm_content_line_read (&line, p, strcspn (p, "\n"));
      if (!scan_check_line (self, &line, error))
        return NULL;
      p += line.length;
    }
  if (self->n_calendars > 0 && self->depth == 0)
    return g_string_free (g_steal_pointer (&out), FALSE);
  if (self->n_calendars == 0)
    fail_not_calendar (error);
  else
    tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NOT_CALENDAR, _ ("This calendar file is not complete."));
  return NULL;
}

/**
 * tdm_calendar_limits_check:
 * @bytes: a file from anywhere
 * @answers_by_mail: whether the mail that it came in says that it answers, which counts where the file itself does not
 *   say what it is
 * @problems: (nullable) (element-type utf8): an answer with a line without which it would be another one is left out
 *   alone, and why is added here; %NULL to refuse the file
 * @has_todos: (out) (optional): whether it has tasks, or may have some behind what is wrong with it
 * @error: TDM_CALENDAR_ERROR_NOT_CALENDAR for what is no calendar file, or a damaged one;
 *   TDM_CALENDAR_ERROR_TOO_LARGE above one of the limits of this header; TDM_CALENDAR_ERROR_UNREADABLE for a line
 *   without which a meeting would be another one; TDM_CALENDAR_ERROR_BAD_RULE for a meeting that repeats by the hour,
 *   minute or second
 *
 * Makes a file safe for libical (RFC 5545). Meetings and zones go through with what tdm_incoming_read() reads of them;
 * alarms, attachments, tasks, properties whose names begin with X- and all others are left out, and so are zones with
 * rules that are not yearly or with times that are none. Where there are @problems, a line that only says when a
 * meeting is, is left out of an answer if it is wrong.
 *
 * Returns: (transfer full): one or several VCALENDARs in UTF-8, not folded, with CRLF, perhaps without any meeting, or
 *   %NULL on error
 */
char *
tdm_calendar_limits_check (GBytes *bytes, gboolean answers_by_mail, GPtrArray *problems, gboolean *has_todos,
                           GError **error)
{
  Scan scan = { .wanted = PLACE_EVENT, .answers_by_mail = answers_by_mail, .problems = problems };
  char *text;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = scan_read (&scan, bytes, error);
  if (has_todos)
    *has_todos = !text || scan.has_todos;
  return text;
}

/**
 * tdm_calendar_limits_check_todos:
 * @bytes: a file from anywhere
 * @error: TDM_CALENDAR_ERROR_NOT_CALENDAR for what is no calendar file, or a damaged one;
 *   TDM_CALENDAR_ERROR_TOO_LARGE above one of the limits of this header
 *
 * As tdm_calendar_limits_check(), but tasks go through with what tdm_todo_read() reads of them, and meetings are left
 * out. A line of a task that is not as it should be is left out, too.
 *
 * Returns: (transfer full): one or several VCALENDARs in UTF-8, not folded, with CRLF, or %NULL on error
 */
char *
tdm_calendar_limits_check_todos (GBytes *bytes, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return scan_read (&(Scan) { .wanted = PLACE_TODO }, bytes, error);
}
