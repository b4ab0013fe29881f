/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-local-time.h"

#include "base/tdm-i18n.h"

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

static gboolean
parse_day (const char *text, guint32 *julian)
{
  GDate date;
  int year = two_digits (text) * 100 + two_digits (text + 2);

  if (!g_date_valid_dmy (two_digits (text + 8), two_digits (text + 5), year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, two_digits (text + 8), two_digits (text + 5), year);
  *julian = g_date_get_julian (&date);
  return TRUE;
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
  guint32 julian;
  int hour, minute, second;

  g_return_val_if_fail (seconds != NULL, FALSE);

  if (!text || !has_pattern (text) || !parse_day (text, &julian))
    return FALSE;

  hour = two_digits (text + 11);
  minute = two_digits (text + 14);
  second = two_digits (text + 17);
  *seconds = ((gint64) julian - JULIAN_OF_1970) * DAY + hour * 3600 + minute * 60 + second;
  return hour < 24 && minute < 60 && second < 60;
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
  int rest = (seconds % DAY + DAY) % DAY;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (seconds - rest) / DAY + JULIAN_OF_1970);
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
