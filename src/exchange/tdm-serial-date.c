/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-serial-date.h"

#include <math.h>
#include <string.h>

/* Spreadsheets keep days as numbers, and only the format of a cell says that it is one (ISO 29500-1 18.17.4.1). */

#define SECONDS_OF_DAY (24 * 60 * 60)

/* 31 December 9999 */
#define SERIAL_MOST 2958466.0

/* Formats that every workbook has and none describes (ISO 29500-1 18.8.30), with those of East Asia */
static gboolean
is_built_in_date (guint id)
{
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/* Behind what stands in quotation marks or brackets, or for one character as it is */
static const char *
step_over_literal (const char *at)
{
  const char *end = NULL;

  if (*at == '"')
    end = strchr (at + 1, '"');
  else if (*at == '[')
    end = strchr (at, ']');
  else if ((*at == '\\' || *at == '_' || *at == '*') && at[1] != '\0')
    end = g_utf8_next_char (at + 1) - 1;
  return end ? end + 1 : at;
}

/**
 * tdm_serial_date_is_format:
 * @id: the number of a format
 * @code: (nullable): how the workbook describes it
 *
 * Returns: whether it shows a number as a day or a time
 */
gboolean
tdm_serial_date_is_format (guint id, const char *code)
{
  const char *at = code;

  if (!code)
    return is_built_in_date (id);
  while (*at)
    {
      const char *next = step_over_literal (at);

      /* Hours, minutes and seconds that have passed stand in brackets, as colours and conditions do. */
      if (*at == '[' && next > at && strchr ("hms", g_ascii_tolower (at[1])) &&
          strchr ("hms]", g_ascii_tolower (at[2])))
        return TRUE;
      if (next == at && strchr ("dmyhs", g_ascii_tolower (*at)))
        return TRUE;
      /* `General` is a word, and what follows a `;` is for other numbers. */
      if (g_ascii_strncasecmp (at, "general", 7) == 0)
        next = at + 7;
      else if (*at == ';')
        return FALSE;
      at = next > at ? next : g_utf8_next_char (at);
    }
  return FALSE;
}

/**
 * tdm_serial_date_write:
 * @serial: days since the end of 1899, with the time as the fraction of a day
 * @from_1904: whether days count from 1 January 1904, as Excel for Mac once did
 *
 * Returns: (transfer full) (nullable): `YYYY-MM-DD`, with ` HH:MM:SS` where there is a time, or the time alone where
 *   there is no day; %NULL for what is no day
 */
char *
tdm_serial_date_write (double serial, gboolean from_1904)
{
  g_autoptr (GDateTime) epoch = NULL;
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) instant = NULL;
  gint64 days;
  gint64 seconds;

  if (!isfinite (serial) || serial < 0 || serial >= SERIAL_MOST)
    return NULL;
  seconds = (gint64) (serial * SECONDS_OF_DAY + 0.5);
  days = seconds / SECONDS_OF_DAY;
  seconds %= SECONDS_OF_DAY;
  if (days == 0 && !from_1904)
    return g_strdup_printf ("%02d:%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60), (int) (seconds % 60));

  /* Excel has a 29 February 1900, which never was: before it, days are one less. */
  if (!from_1904 && days == 60)
    return NULL;
  epoch = from_1904 ? g_date_time_new_utc (1904, 1, 1, 0, 0, 0)
                    : g_date_time_new_utc (1899, 12, days < 60 ? 31 : 30, 0, 0, 0);
  day = g_date_time_add_days (epoch, days);
  instant = day ? g_date_time_add_seconds (day, seconds) : NULL;
  return instant ? g_date_time_format (instant, seconds == 0 ? "%Y-%m-%d" : "%Y-%m-%d %H:%M:%S") : NULL;
}
