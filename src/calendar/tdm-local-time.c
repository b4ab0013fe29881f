/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-local-time.h"

#include "base/tdm-i18n.h"

#include <string.h>

#define DAY (24 * 60 * 60)
#define JULIAN_OF_1970 719163

static gboolean
has_pattern (const char *text)
{
  static const char pattern[] = "dddd-dd-ddTdd:dd:dd";
  gsize i;

  for (i = 0; pattern[i]; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;
  return text[i] == '\0';
}

static int
two_digits (const char *text)
{
  return (text[0] - '0') * 10 + (text[1] - '0');
}

/**
 * tdm_local_time_parse:
 * @text: (nullable): a date and time on a wall clock, `YYYY-MM-DDTHH:MM:SS`, as the programme file has it
 * @seconds: (out): the same as seconds since 1970-01-01 on that wall clock, as though it never changed
 *
 * Seconds of a wall clock are good for arithmetic only; tdm_zone_to_utc() makes instants.
 *
 * Returns: whether @text is such a date and time
 */
gboolean
tdm_local_time_parse (const char *text, gint64 *seconds)
{
  GDate date;
  int year, month, day, hour, minute, second;

  g_return_val_if_fail (seconds != NULL, FALSE);

  if (!text || !has_pattern (text))
    return FALSE;

  year = two_digits (text) * 100 + two_digits (text + 2);
  month = two_digits (text + 5);
  day = two_digits (text + 8);
  hour = two_digits (text + 11);
  minute = two_digits (text + 14);
  second = two_digits (text + 17);
  if (!g_date_valid_dmy (day, month, year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  *seconds = tdm_local_time_from_date (&date) + hour * 3600 + minute * 60 + second;
  return hour < 24 && minute < 60 && second < 60;
}

/**
 * tdm_local_time_parse_basic:
 * @text: (nullable): a date (RFC 5545 3.3.4), or a date and time (3.3.5)
 * @seconds: (out): as tdm_local_time_parse(), for a date its first second
 *
 * Returns: how @text is written
 */
TdmLocalTimeForm
tdm_local_time_parse_basic (const char *text, gint64 *seconds)
{
  gsize length = text ? strlen (text) : 0;
  gboolean is_day = length == strlen ("YYYYMMDD");
  gboolean is_utc = length == strlen ("YYYYMMDDTHHMMSSZ") && g_ascii_toupper (text[length - 1]) == 'Z';
  g_autofree char *extended = NULL;

  if (is_day)
    extended = g_strdup_printf ("%.4s-%.2s-%.2sT00:00:00", text, text + 4, text + 6);
  else if (is_utc || length == strlen ("YYYYMMDDTHHMMSS"))
    extended = g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2s", text, text + 4, text + 6, text + 9, text + 11,
                                text + 13);
  if (!tdm_local_time_parse (extended, seconds))
    return TDM_LOCAL_TIME_WRONG;
  return is_day ? TDM_LOCAL_TIME_DAY : is_utc ? TDM_LOCAL_TIME_UTC : TDM_LOCAL_TIME_CLOCK;
}

/**
 * tdm_local_time_read:
 * @text: a date and time that was checked before
 *
 * Returns: what tdm_local_time_parse() makes of it
 */
gint64
tdm_local_time_read (const char *text)
{
  gint64 seconds = 0;

  tdm_local_time_parse (text, &seconds);
  return seconds;
}

/**
 * tdm_local_time_get_date:
 * @seconds: seconds since 1970-01-01 on a wall clock
 *
 * Returns: the day
 */
GDate
tdm_local_time_get_date (gint64 seconds)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (seconds - tdm_local_time_get_clock (seconds)) / DAY + JULIAN_OF_1970);
  return date;
}

/**
 * tdm_local_time_from_date:
 * @date: a day
 *
 * Returns: its first second, since 1970-01-01 on a wall clock
 */
gint64
tdm_local_time_from_date (const GDate *date)
{
  return ((gint64) g_date_get_julian (date) - JULIAN_OF_1970) * DAY;
}

/**
 * tdm_local_time_get_clock:
 * @seconds: seconds since 1970-01-01 on a wall clock, or before
 *
 * Returns: the seconds since midnight
 */
int
tdm_local_time_get_clock (gint64 seconds)
{
  return (seconds % DAY + DAY) % DAY;
}

/* By hand, for printf() would take most of the time that an invitation takes. */
static char *
put_digits (char *to, int number, int digits)
{
  for (int i = digits - 1; i >= 0; i--, number /= 10)
    to[i] = '0' + number % 10;
  return to + digits;
}

/* A date and a time, with @hyphen between the numbers of the date and @colon between those of the time; @text has room
 * for it. Returns its end. */
static char *
put_time (char *text, gint64 seconds, const char *hyphen, const char *colon)
{
  int rest = tdm_local_time_get_clock (seconds);
  GDate date = tdm_local_time_get_date (seconds);

  text = g_stpcpy (put_digits (text, g_date_get_year (&date), 4), hyphen);
  text = g_stpcpy (put_digits (text, g_date_get_month (&date), 2), hyphen);
  text = g_stpcpy (put_digits (text, g_date_get_day (&date), 2), "T");
  text = g_stpcpy (put_digits (text, rest / 3600, 2), colon);
  text = g_stpcpy (put_digits (text, rest / 60 % 60, 2), colon);
  return put_digits (text, rest % 60, 2);
}

/**
 * tdm_local_time_format:
 * @seconds: seconds since 1970-01-01 on a wall clock
 *
 * Returns: (transfer full): `YYYY-MM-DDTHH:MM:SS`
 */
char *
tdm_local_time_format (gint64 seconds)
{
  char *text = g_malloc (sizeof "YYYY-MM-DDTHH:MM:SS");

  *put_time (text, seconds, "-", ":") = '\0';
  return text;
}

/**
 * tdm_local_time_append_basic:
 * @out: a text to append to
 * @seconds: seconds since 1970-01-01 on a wall clock
 *
 * Appends `YYYYMMDDTHHMMSS`, the basic form of ISO 8601 that calendar files have (RFC 5545 3.3.5).
 */
void
tdm_local_time_append_basic (GString *out, gint64 seconds)
{
  char text[sizeof "YYYYMMDDTHHMMSS"];

  g_string_append_len (out, text, put_time (text, seconds, "", "") - text);
}

/**
 * tdm_local_time_replace_date:
 * @text: a date and time, `YYYY-MM-DDTHH:MM:SS`
 * @date: another day
 *
 * Returns: (transfer full): the same time on @date
 */
char *
tdm_local_time_replace_date (const char *text, const GDate *date)
{
  char *replaced = g_strdup (text);

  g_return_val_if_fail (has_pattern (text), replaced);

  put_digits (replaced, g_date_get_year (date), 4);
  put_digits (replaced + 5, g_date_get_month (date), 2);
  put_digits (replaced + 8, g_date_get_day (date), 2);
  return replaced;
}

/**
 * tdm_local_time_describe_moment:
 * @moment: a moment on the clock that is meant
 *
 * Returns: (transfer full): the day and the time as people write it in the language of the program, for messages
 */
char *
tdm_local_time_describe_moment (GDateTime *moment)
{
  /* Translators: a day and a time in a message, for g_date_time_format() */
  return g_date_time_format (moment, C_ ("date", "%-e %B %Y, %H:%M"));
}

/**
 * tdm_local_time_describe:
 * @text: (nullable): a date and time, `YYYY-MM-DDTHH:MM:SS`
 *
 * Returns: (transfer full): as tdm_local_time_describe_moment() says it
 */
char *
tdm_local_time_describe (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = text ? g_date_time_new_from_iso8601 (text, utc) : NULL;

  return moment ? tdm_local_time_describe_moment (moment) : g_strdup (text);
}
