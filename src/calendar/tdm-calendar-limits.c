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
fail (GError **error, TdmCalendarError code, const char *message)
{
  g_set_error_literal (error, TDM_CALENDAR_ERROR, code, message);
  return FALSE;
}

static gboolean
fail_too_large (GError **error)
{
  return fail (error, TDM_CALENDAR_ERROR_TOO_LARGE, _ ("This file holds more than a calendar file should."));
}

static gboolean
fail_line (const TdmContentLine *line, GError **error)
{
  g_autofree char *name = g_ascii_strup (line->text, MIN (line->name_length, 40));

  g_set_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_UNREADABLE,
               /* Translators: a word from inside a calendar file, such as DTSTART */
               _ ("Something in this file cannot be read: “%s”."), name);
  return FALSE;
}

static Place
find_place (Place around, Place wanted, const TdmContentLine *begin)
{
  if (around == PLACE_OUTSIDE && tdm_content_line_is_value (begin, "VCALENDAR"))
    return PLACE_CALENDAR;
  if (around == PLACE_CALENDAR && tdm_content_line_is_value (begin, wanted == PLACE_TODO ? "VTODO" : "VEVENT"))
    return wanted;
  if (around == PLACE_CALENDAR && tdm_content_line_is_value (begin, "VTIMEZONE"))
    return PLACE_ZONE;
  if (around == PLACE_ZONE && (tdm_content_line_is_value (begin, "STANDARD") ||
                               tdm_content_line_is_value (begin, "DAYLIGHT")))
    return PLACE_OBSERVANCE;
  return PLACE_ELSEWHERE;
}

static void
let_through (Scan *self, const TdmContentLine *line)
{
  g_string_append_len (self->out, line->text, line->length);
  g_string_append (self->out, "\r\n");
}

/* BEGIN or END, as everybody else writes them. */
static void
let_edge_through (Scan *self, const TdmContentLine *line)
{
  g_autofree char *text = g_ascii_strup (line->text, line->length);

  g_string_append_printf (self->out, "%s\r\n", g_strchomp (text));
}

static gboolean
begin_part (Scan *self, const TdmContentLine *line, GError **error)
{
  Place around = self->parts[self->depth].place;
  Place place = find_place (around, self->wanted, line);

  if (self->depth == 0 && self->n_calendars == 0 && place != PLACE_CALENDAR)
    return fail (error, TDM_CALENDAR_ERROR_NOT_CALENDAR, _ ("This is no calendar file."));
  if (self->depth == TDM_CALENDAR_LIMIT_DEPTH || ++self->n_components > TDM_CALENDAR_LIMIT_COMPONENTS)
    return fail_too_large (error);
  if (place == PLACE_CALENDAR && ++self->n_calendars > TDM_CALENDAR_LIMIT_CALENDARS)
    return fail_too_large (error);

  self->has_todos = self->has_todos || (around == PLACE_CALENDAR && tdm_content_line_is_value (line, "VTODO"));
  self->answers = place == PLACE_CALENDAR ? self->answers_by_mail : self->answers;
  self->parts[++self->depth] = (Part) { .place = place, .begin = *line, .start = self->out->len };
  if (place != PLACE_ELSEWHERE)
    let_edge_through (self, line);
  return TRUE;
}

static gboolean
is_same_value (const TdmContentLine *one, const TdmContentLine *other)
{
  g_autofree char *value = one->value ? g_strstrip (g_strndup (one->value, one->value_length)) : NULL;

  return value && tdm_content_line_is_value (other, value);
}

/* A zone with a rule that is refused is left out as a whole: its name may still say what it is. */
static gboolean
end_part (Scan *self, const TdmContentLine *line, GError **error)
{
  Part *part = &self->parts[self->depth];

  if (self->depth == 0 || !is_same_value (&part->begin, line))
    return fail (error, TDM_CALENDAR_ERROR_NOT_CALENDAR, _ ("This calendar file is damaged."));

  self->depth--;
  if (part->refused)
    {
      g_string_truncate (self->out, part->start);
      self->parts[self->depth].refused = part->place == PLACE_OBSERVANCE;
    }
  else if (part->place != PLACE_ELSEWHERE)
    let_edge_through (self, line);
  return TRUE;
}

static const Property *
find_property (Place place, const TdmContentLine *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (properties[i].place == place && tdm_content_line_is (line, properties[i].name))
      return &properties[i];
  return NULL;
}

/* Zones change their clocks by the year; nobody meets by the hour. */
static gboolean
is_slow (Place place, const TdmContentLine *line)
{
  static const char *const slow[] = { "YEARLY", "MONTHLY", "WEEKLY", "DAILY", NULL };
  static const char *const yearly[] = { "YEARLY", NULL };
  g_autofree char *frequency = tdm_content_line_get_part (line, "FREQ");
  g_autofree char *upper = frequency ? g_ascii_strup (frequency, -1) : g_strdup ("");

  return g_strv_contains (place == PLACE_OBSERVANCE ? yearly : slow, upper);
}

/* Digits for `d`, and other characters as they are. */
static gboolean
has_pattern (const char *text, const char *pattern)
{
  gsize i;

  for (i = 0; pattern[i]; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : g_ascii_toupper (text[i]) != pattern[i])
      return FALSE;
  return text[i] == '\0';
}

static gboolean
has_a_pattern (const char *text, const char *const *patterns)
{
  for (; *patterns; patterns++)
    if (has_pattern (text, *patterns))
      return TRUE;
  return FALSE;
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
  value = g_strndup (line->value, line->value_length);
  items = g_strsplit (value, ",", -1);
  for (char **item = items; *item; item++)
    if (!has_a_pattern (g_strstrip (*item), property->flags & PROPERTY_TIME ? times : offsets))
      return FALSE;
  return *items != NULL;
}

/* What is wrong in a description of a zone refuses that, and elsewhere the file. */
static gboolean
check_value (Part *part, const Property *property, const TdmContentLine *line, GError **error)
{
  gboolean rule = property->flags & PROPERTY_RULE && !is_slow (part->place, line);

  if (!rule && is_written_right (property, line))
    return TRUE;
  if (part->place == PLACE_OBSERVANCE)
    {
      part->refused = TRUE;
      return TRUE;
    }
  return rule ? fail (error, TDM_CALENDAR_ERROR_BAD_RULE,
                      _ ("A meeting in this file repeats in a way that Tandem does not know."))
              : fail_line (line, error);
}

static guint
count_values (const TdmContentLine *line)
{
  guint n = 1;

  for (gsize i = 0; i < line->value_length; i++)
    n += line->value[i] == ',';
  return n;
}

static gboolean
check_numbers (Part *part, const Property *property, const TdmContentLine *line, GError **error)
{
  if (property->flags & PROPERTY_PEOPLE && ++part->n_people > TDM_CALENDAR_LIMIT_PEOPLE)
    return fail (error, TDM_CALENDAR_ERROR_TOO_LARGE, _ ("A meeting in this file has too many people."));
  if (property->flags & PROPERTY_DATES)
    part->n_dates += count_values (line);
  if (part->n_dates > TDM_CALENDAR_LIMIT_DATES)
    return fail (error, TDM_CALENDAR_ERROR_TOO_LARGE, _ ("A meeting in this file has too many dates."));
  return TRUE;
}

static gboolean
check_property (Scan *self, const Property *property, const TdmContentLine *line, GError **error)
{
  Part *part = &self->parts[self->depth];

  part->refused |= !line->value && part->place == PLACE_OBSERVANCE;
  if (!line->value)
    return !(property->flags & PROPERTY_CRITICAL) || fail_line (line, error);
  if (line->length > TDM_CALENDAR_LIMIT_LINE)
    return fail (error, TDM_CALENDAR_ERROR_TOO_LARGE, _ ("This file has a line that is too long."));
  if (line->n_parameters > TDM_CALENDAR_LIMIT_PARAMETERS)
    return fail_too_large (error);
  /* A task without a date is still the same task. */
  if (part->place == PLACE_TODO && !is_written_right (property, line))
    return TRUE;
  if (!check_numbers (part, property, line, error))
    return FALSE;
  if (!check_value (part, property, line, error))
    return FALSE;
  let_through (self, line);
  return TRUE;
}

static gboolean
says_answer (const TdmContentLine *method)
{
  static const char *const answers[] = { "REPLY", "REFRESH" };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (tdm_content_line_is_value (method, answers[i]))
      return TRUE;
  return FALSE;
}

/* An answer with a wrong line is left out without the others, and one about all dates needs no times. */
static gboolean
check_answer_property (Scan *self, const Property *property, const TdmContentLine *line, GError **error)
{
  Part *part = &self->parts[self->depth];
  g_autoptr (GError) problem = NULL;

  if (check_property (self, property, line, &problem))
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
check_line (Scan *self, const TdmContentLine *line, GError **error)
{
  const Property *property;
  Place place;

  if (tdm_content_line_is (line, "BEGIN"))
    return begin_part (self, line, error);
  if (self->n_calendars == 0)
    return fail (error, TDM_CALENDAR_ERROR_NOT_CALENDAR, _ ("This is no calendar file."));
  if (++self->n_properties > TDM_CALENDAR_LIMIT_PROPERTIES)
    return fail_too_large (error);
  if (self->depth > 0 && tdm_content_line_is (line, "END"))
    return end_part (self, line, error);

  place = self->parts[self->depth].place;
  property = find_property (place, line);
  if (!property)
    return TRUE;
  if (place == PLACE_CALENDAR && tdm_content_line_is (line, "METHOD"))
    self->answers = says_answer (line);
  return place == PLACE_EVENT && self->answers && self->problems ? check_answer_property (self, property, line, error)
                                                                 : check_property (self, property, line, error);
}

static gboolean
check_text (Scan *self, const char *text, GError **error)
{
  TdmContentLine line;

  for (const char *p = text + strspn (text, " \t\n"); *p; p += strspn (p, "\n"))
    {
      tdm_content_line_read (&line, p, strcspn (p, "\n"));
      if (!check_line (self, &line, error))
        return FALSE;
      p += line.length;
    }
  if (self->n_calendars == 0)
    return fail (error, TDM_CALENDAR_ERROR_NOT_CALENDAR, _ ("This is no calendar file."));
  return self->depth == 0 || fail (error, TDM_CALENDAR_ERROR_NOT_CALENDAR, _ ("This calendar file is not complete."));
}

static char *
scan_read (Scan *self, GBytes *bytes, GError **error)
{
  g_autofree char *text = tdm_calendar_text_read (bytes, error);

  if (!text)
    return NULL;

  self->out = g_string_sized_new (strlen (text));
  if (check_text (self, text, error))
    return g_string_free (self->out, FALSE);
  g_string_free (self->out, TRUE);
  return NULL;
}

/**
 * tdm_calendar_limits_check:
 * @bytes: a file from anywhere
 * @error: TDM_CALENDAR_ERROR_NOT_CALENDAR for what is no calendar file, or a damaged one;
 *   TDM_CALENDAR_ERROR_TOO_LARGE above one of the limits of this header; TDM_CALENDAR_ERROR_UNREADABLE for a line
 *   without which a meeting would be another one; TDM_CALENDAR_ERROR_BAD_RULE for a meeting that repeats by the hour,
 *   minute or second
 *
 * Makes a file safe for libical (RFC 5545). Meetings and zones go through with what tdm_incoming_read() reads of them;
 * alarms, attachments, tasks, properties whose names begin with X- and all others are left out, and so are zones with
 * rules that are not yearly or with times that are none.
 *
 * Returns: (transfer full): one or several VCALENDARs in UTF-8, not folded, with CRLF, or %NULL on error
 */
char *
tdm_calendar_limits_check (GBytes *bytes, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return scan_read (&(Scan) { .wanted = PLACE_EVENT }, bytes, error);
}

/**
 * tdm_calendar_limits_check_answers:
 * @bytes: a file from anywhere
 * @answers_by_mail: whether the mail that it came in says that it answers, which counts where the file itself does not
 *   say what it is
 * @problems: (element-type utf8): why an answer is left out
 * @has_todos: (out): whether it has tasks, or may have some behind what is wrong with it
 * @error: as tdm_calendar_limits_check()
 *
 * As tdm_calendar_limits_check(), but an answer with a line without which it would be another one is left out alone,
 * and a line that only says when a meeting is, is left out of an answer.
 *
 * Returns: (transfer full): as tdm_calendar_limits_check(), perhaps without any meeting
 */
char *
tdm_calendar_limits_check_answers (GBytes *bytes, gboolean answers_by_mail, GPtrArray *problems, gboolean *has_todos,
                                   GError **error)
{
  Scan scan = { .wanted = PLACE_EVENT, .answers_by_mail = answers_by_mail, .problems = problems };
  char *text;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = scan_read (&scan, bytes, error);
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
