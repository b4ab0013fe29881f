/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-zone-name.h"

#include "tdm-zone.h"
#include "tdm-zone-changes.h"

#include <stdio.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/ustring.h>

/* What calendar programs call time zones: IANA names, plain or behind a prefix of their own, names of Windows, and
 * the sentences that Windows shows to people. */

#define TZID_MOST 200
#define MARCH_2026 1772323200

typedef struct
{
  const char *said;
  const char *name;
} Alias;

/* ICU has the first names that places had (CLDR); not every system has those. */
static const Alias modern[] = {
  { "America/Buenos_Aires", "America/Argentina/Buenos_Aires" },
  { "America/Godthab", "America/Nuuk" },
  { "America/Indianapolis", "America/Indiana/Indianapolis" },
  { "Asia/Calcutta", "Asia/Kolkata" },
  { "Asia/Katmandu", "Asia/Kathmandu" },
  { "Asia/Rangoon", "Asia/Yangon" },
  { "Asia/Saigon", "Asia/Ho_Chi_Minh" },
  { "Etc/UTC", "UTC" },
  { "Europe/Kiev", "Europe/Kyiv" },
};

/* Those of the sentences of Windows that name no city. */
static const Alias regions[] = {
  { "Atlantic Time (Canada)", "America/Halifax" },
  { "Eastern Time (US & Canada)", "America/New_York" },
  { "Central Time (US & Canada)", "America/Chicago" },
  { "Mountain Time (US & Canada)", "America/Denver" },
  { "Pacific Time (US & Canada)", "America/Los_Angeles" },
  { "Arizona", "America/Phoenix" },
  { "Alaska", "America/Anchorage" },
  { "Hawaii", "Pacific/Honolulu" },
};

static const char *
find_alias (const Alias *aliases, gsize n, const char *said)
{
  for (gsize i = 0; i < n; i++)
    if (g_ascii_strcasecmp (aliases[i].said, said) == 0)
      return aliases[i].name;
  return NULL;
}

static gboolean
is_utc (const char *text)
{
  static const char *const names[] = { "UTC", "GMT", "Z", "Etc/UTC", "Etc/GMT", "Etc/UCT", "Etc/Zulu", "Zulu", NULL };

  for (guint i = 0; names[i]; i++)
    if (g_ascii_strcasecmp (text, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* In the spelling of the system. Names without a region, such as EST, mean different things to different programs. */
static char *
find_iana (const char *text)
{
  const char *const *names = tdm_zone_list_names ();

  if (is_utc (text))
    return g_strdup ("UTC");
  if (!strchr (text, '/'))
    return NULL;
  if (tdm_zone_exists (text))
    return g_strdup (text);
  for (; *names; names++)
    if (g_ascii_strcasecmp (*names, text) == 0)
      return g_strdup (*names);
  return NULL;
}

/* Such as `/freeassociation.sourceforge.net/Europe/Berlin` or `/mozilla.org/20070129_1/Europe/Berlin`. */
static char *
find_behind_prefix (const char *text)
{
  if (*text != '/' && !g_str_has_prefix (text, "X-") && !strstr (text, "://"))
    return NULL;
  for (const char *slash = strchr (text, '/'); slash; slash = strchr (slash + 1, '/'))
    {
      char *name = find_iana (slash + 1);

      if (name)
        return name;
    }
  return NULL;
}

static char *
find_windows (const char *text)
{
  UChar wide[TZID_MOST + 1], found[TZID_MOST + 1];
  char name[TZID_MOST + 1];
  UErrorCode status = U_ZERO_ERROR;
  const char *alias;
  int length;

  if (!g_str_is_ascii (text) || strlen (text) > TZID_MOST)
    return NULL;
  u_uastrcpy (wide, text);
  length = ucal_getTimeZoneIDForWindowsID (wide, -1, NULL, found, TZID_MOST, &status);
  if (U_FAILURE (status) || length == 0)
    return NULL;
  u_austrncpy (name, found, TZID_MOST);
  name[length] = '\0';
  alias = find_alias (modern, G_N_ELEMENTS (modern), name);
  if (alias && tdm_zone_exists (alias))
    return g_strdup (alias);
  return tdm_zone_exists (name) ? g_strdup (name) : NULL;
}

static char *
strip (const char *tzid)
{
  char *text = strlen (tzid) <= TZID_MOST ? g_strdup (tzid) : g_strdup ("");
  gsize length = strlen (g_strstrip (text));

  if (length >= 2 && text[0] == '"' && text[length - 1] == '"')
    {
      text[0] = text[length - 1] = ' ';
      g_strstrip (text);
    }
  return text;
}

/**
 * tdm_zone_name_find:
 * @tzid: a TZID (RFC 5545 3.8.3.1) of a file from anywhere
 *
 * Knows IANA names, also behind the prefixes that programs put before them and in other spelling, UTC, and the names
 * of zones in Windows, such as `W. Europe Standard Time`.
 *
 * Returns: (transfer full) (nullable): the IANA name that is certainly meant, one of this system, or %NULL
 */
char *
tdm_zone_name_find (const char *tzid)
{
  g_autofree char *text = NULL;
  char *name;

  g_return_val_if_fail (tzid != NULL, NULL);

  text = strip (tzid);
  name = find_iana (text);
  if (!name)
    name = find_behind_prefix (text);
  return name ? name : find_windows (text);
}

/* Seconds of `(UTC+01:00)`; behind it in @rest. */
static gboolean
read_sentence (const char *text, int *offset, const char **rest)
{
  const char *p = text + strlen ("(UTC");
  const char *close = strchr (text, ')');
  int hours = 0, minutes = 0;

  if (!(g_str_has_prefix (text, "(UTC") || g_str_has_prefix (text, "(GMT")) || !close)
    return FALSE;
  if (close != p && sscanf (p + 1, "%2d:%2d)", &hours, &minutes) != 2)
    return FALSE;
  *offset = (*p == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
  *rest = close + 1;
  return TRUE;
}

/* The clocks in winter, north or south. */
static gboolean
has_offset (const char *name, int offset)
{
  GArray *changes = tdm_zone_get_changes (name, NULL);
  int spring = changes ? tdm_zone_changes_get_offset (changes, MARCH_2026) : 0;
  int autumn = changes ? tdm_zone_changes_get_offset (changes, MARCH_2026 + 150 * 24 * 60 * 60) : 0;

  return changes && MIN (spring, autumn) == offset;
}

static gboolean
is_city (const char *name, const char *city)
{
  const char *slash = strrchr (name, '/');
  g_autofree char *there = g_strdelimit (g_strdup (slash ? slash + 1 : name), "_", ' ');

  return slash && g_ascii_strcasecmp (there, city) == 0;
}

static char *
find_city (const char *city, int offset)
{
  const char *region = find_alias (regions, G_N_ELEMENTS (regions), city);

  if (region)
    return has_offset (region, offset) ? g_strdup (region) : NULL;
  for (const char *const *name = tdm_zone_list_names (); *name; name++)
    if (is_city (*name, city) && has_offset (*name, offset))
      return g_strdup (*name);
  return NULL;
}

/**
 * tdm_zone_name_guess:
 * @tzid: a TZID of a file from anywhere that tdm_zone_name_find() does not know
 *
 * Understands the sentences that Windows shows, such as `(UTC+01:00) Amsterdam, Berlin, Bern, Rome`, by their first
 * city with that offset, and old names without a region, such as `CET`. What the file says about the zone is better.
 *
 * Returns: (transfer full) (nullable): the IANA name that is probably meant, one of this system, or %NULL
 */
char *
tdm_zone_name_guess (const char *tzid)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) cities = NULL;
  const char *rest;
  int offset;

  g_return_val_if_fail (tzid != NULL, NULL);

  text = strip (tzid);
  if (!read_sentence (text, &offset, &rest))
    return tdm_zone_exists (text) && !g_str_equal (text, "Factory") ? g_strdup (text) : NULL;
  cities = g_strsplit (rest, ",", 12);
  for (char **city = cities; *city; city++)
    {
      char *name = find_city (g_strstrip (*city), offset);

      if (name)
        return name;
    }
  return NULL;
}
