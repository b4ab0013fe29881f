/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-zone-name.h"

#include "tdm-zone.h"
#include "tdm-zone-changes.h"
#include "tdm-zone-city.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/ulocdata.h>
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

/* What has changed in CLDR since the oldest version that the program may be used with: Mexico gave up summer time, and
 * Kazakhstan moved to one zone. */
static const struct
{
  int since;
  Alias alias;
} later[] = {
  { 43, { "Mountain Standard Time (Mexico)", "America/Mazatlan" } },
  { 45, { "Central Asia Standard Time", "Asia/Bishkek" } },
};

static const char *
find_alias (const Alias *aliases, gsize n, const char *said)
{
  for (gsize i = 0; i < n; i++)
    if (g_ascii_strcasecmp (aliases[i].said, said) == 0)
      return aliases[i].name;
  return NULL;
}

/* The name of today, in the spelling of the system. Names without a region, such as EST, mean different things to
 * different programs. */
static char *
zone_name_find_iana (const char *text)
{
  static const char *const utc[] = { "UTC", "GMT", "Z", "Etc/UTC", "Etc/GMT", "Etc/UCT", "Etc/Zulu", "Zulu" };

  for (guint i = 0; i < G_N_ELEMENTS (utc); i++)
    if (g_ascii_strcasecmp (text, utc[i]) == 0)
      return g_strdup ("UTC");
  if (!strchr (text, '/'))
    return NULL;
  if (tdm_zone_exists (text))
    return g_strdup (tdm_zone_get_current_name (text));
  for (const char *const *name = tdm_zone_list_names (); *name; name++)
    if (g_ascii_strcasecmp (*name, text) == 0)
      return g_strdup (*name);
  return NULL;
}

static char *
zone_name_find_windows (const char *text)
{
  UVersionInfo cldr = { 0 };
  UChar wide[TZID_MOST + 1], found[TZID_MOST + 1];
  char name[TZID_MOST + 1];
  UErrorCode status = U_ZERO_ERROR;
  int length;

  ulocdata_getCLDRVersion (cldr, &status);
  for (gsize i = 0; i < G_N_ELEMENTS (later); i++)
    if (cldr[0] < later[i].since && g_ascii_strcasecmp (later[i].alias.said, text) == 0 &&
        tdm_zone_exists (later[i].alias.name))
      return g_strdup (later[i].alias.name);
  if (!g_str_is_ascii (text) || strlen (text) > TZID_MOST)
    return NULL;

  status = U_ZERO_ERROR;
  u_uastrcpy (wide, text);
  length = ucal_getTimeZoneIDForWindowsID (wide, -1, NULL, found, TZID_MOST, &status);
  if (U_FAILURE (status) || length == 0)
    return NULL;
  u_austrncpy (name, found, TZID_MOST);
  name[length] = '\0';
  return tdm_zone_exists (name) ? g_strdup (tdm_zone_get_current_name (name)) : NULL;
}

/* Whether Windows has a zone that is called after that place */
static gboolean
is_main (const char *name)
{
  UChar wide[TZID_MOST + 1], found[TZID_MOST + 1];
  char windows[TZID_MOST + 1];
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *main = NULL;
  int length;

  u_uastrcpy (wide, name);
  length = ucal_getWindowsTimeZoneID (wide, -1, found, TZID_MOST, &status);
  if (U_FAILURE (status) || length == 0)
    return FALSE;
  u_austrncpy (windows, found, TZID_MOST);
  windows[length] = '\0';
  main = zone_name_find_windows (windows);
  return g_strcmp0 (main, name) == 0;
}

/**
 * tdm_zone_name_list_main:
 *
 * Returns: (transfer none) (array zero-terminated=1): the IANA names of the places after which Windows calls its zones,
 *   sorted
 */
const char *const *
tdm_zone_name_list_main (void)
{
  static GPtrArray *names;

  if (g_once_init_enter (&names))
    {
      GPtrArray *found = g_ptr_array_new ();

      for (const char *const *name = tdm_zone_list_names (); *name; name++)
        if (is_main (*name))
          g_ptr_array_add (found, (gpointer) *name);
      g_ptr_array_add (found, NULL);
      g_once_init_leave (&names, found);
    }
  return (const char *const *) names->pdata;
}

static char *
strip_tzid (const char *tzid)
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
 * Returns: (transfer full) (nullable): the IANA name of today that is certainly meant, one of this system, or %NULL
 */
char *
tdm_zone_name_find (const char *tzid)
{
  g_autofree char *text = NULL;
  char *name;

  g_return_val_if_fail (tzid != NULL, NULL);

  text = strip_tzid (tzid);
  name = zone_name_find_iana (text);
  /* Such as `/freeassociation.sourceforge.net/Europe/Berlin` or `/mozilla.org/20070129_1/Europe/Berlin` */
  if (*text == '/' || g_str_has_prefix (text, "X-") || strstr (text, "://"))
    for (const char *slash = strchr (text, '/'); slash && !name; slash = strchr (slash + 1, '/'))
      name = zone_name_find_iana (slash + 1);
  return name ? name : zone_name_find_windows (text);
}

/* Seconds of the offset in `(UTC+01:00) Berlin`, `(GMT-05.00) …`, `GMT +0100 …`, which may be missing, and what stands
 * behind it. Without such a beginning, all of @text is that. */
static const char *
read_sentence (const char *text, gboolean *has_offset, int *offset)
{
  static GRegex *form;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *sign = NULL, *hours = NULL, *minutes = NULL;
  int end;

  if (g_once_init_enter (&form))
    g_once_init_leave (&form, g_regex_new ("^(\\()?(?:UTC|GMT) *([-+−])? *(\\d{1,2})?(?:[:.]?(\\d{2}))?"
                                           " *(?(1)\\)|(?= )) *",
                                           G_REGEX_CASELESS, 0, NULL));
  *has_offset = g_regex_match (form, text, 0, &match);
  if (!*has_offset)
    return text;
  sign = g_match_info_fetch (match, 2);
  hours = g_match_info_fetch (match, 3);
  minutes = g_match_info_fetch (match, 4);
  *offset = (hours ? atoi (hours) : 0) * 3600 + (minutes ? atoi (minutes) : 0) * 60;
  if (g_strcmp0 (sign, "-") == 0 || g_strcmp0 (sign, "−") == 0)
    *offset = -*offset;
  g_match_info_fetch_pos (match, 0, NULL, &end);
  return text + end;
}

/* The clocks in winter, north or south. */
static gboolean
has_winter_offset (const char *name, int offset)
{
  GArray *changes = tdm_zone_get_changes (name, NULL);
  int spring = changes ? tdm_zone_changes_get_offset (changes, MARCH_2026) : 0;
  int autumn = changes ? tdm_zone_changes_get_offset (changes, MARCH_2026 + 150 * 24 * 60 * 60) : 0;

  return changes && MIN (spring, autumn) == offset;
}

static void
add_city (GHashTable *cities, char *taken_city, const char *name)
{
  g_autofree char *city = taken_city;
  g_autofree char *key = g_utf8_casefold (city, -1);
  GPtrArray *names = g_hash_table_lookup (cities, key);

  if (!names)
    {
      names = g_ptr_array_new ();
      g_hash_table_insert (cities, g_steal_pointer (&key), names);
    }
  if (!g_ptr_array_find (names, name, NULL))
    g_ptr_array_add (names, (gpointer) name);
}

/* As the zones call them, and as people do in German and English */
static GHashTable *
list_cities (void)
{
  GHashTable *cities = g_hash_table_new (g_str_hash, g_str_equal);

  for (const char *const *name = tdm_zone_list_names (); *name; name++)
    {
      const char *slash = strrchr (*name, '/');

      if (!slash)
        continue;
      add_city (cities, g_strdelimit (g_strdup (slash + 1), "_", ' '), *name);
      add_city (cities, tdm_zone_city (*name, "de"), *name);
      add_city (cities, tdm_zone_city (*name, "en"), *name);
    }
  return cities;
}

static char *
zone_name_find_city (const char *city, gboolean has_offset, int offset)
{
  static GHashTable *cities;
  const char *region = find_alias (regions, G_N_ELEMENTS (regions), city);
  g_autofree char *key = g_utf8_casefold (city, -1);
  GPtrArray *names;

  if (region)
    return !has_offset || has_winter_offset (region, offset) ? g_strdup (region) : NULL;
  if (g_once_init_enter (&cities))
    g_once_init_leave (&cities, list_cities ());
  names = g_hash_table_lookup (cities, key);
  for (guint i = 0; names && i < names->len; i++)
    if (!has_offset || has_winter_offset (names->pdata[i], offset))
      return g_strdup (names->pdata[i]);
  return NULL;
}

/**
 * tdm_zone_name_guess:
 * @tzid: a TZID of a file from anywhere that tdm_zone_name_find() does not know
 *
 * Understands the sentences that Windows shows, such as `(UTC+01:00) Amsterdam, Berlin, Bern, Rome`, by their first
 * city with that offset, such cities without an offset, a city alone, names of Windows without their end, and old names
 * without a region, such as `CET`. What the file says about the zone is better.
 *
 * Returns: (transfer full) (nullable): the IANA name of today that is probably meant, one of this system, or %NULL
 */
char *
tdm_zone_name_guess (const char *tzid)
{
  g_autofree char *text = NULL;
  g_autofree char *windows = NULL;
  g_auto (GStrv) cities = NULL;
  const char *rest;
  gboolean has_offset;
  int offset = 0;
  char *name;

  g_return_val_if_fail (tzid != NULL, NULL);

  text = strip_tzid (tzid);
  if (!g_utf8_validate (text, -1, NULL) || *text == '\0')
    return NULL;
  if (tdm_zone_exists (text) && !g_str_equal (text, "Factory"))
    return g_strdup (tdm_zone_get_current_name (text));
  rest = read_sentence (text, &has_offset, &offset);
  name = zone_name_find_city (rest, has_offset, offset);
  cities = g_strsplit_set (rest, ",;/", 12);
  for (char **city = cities; !name && *city; city++)
    name = zone_name_find_city (g_strstrip (*city), has_offset, offset);
  if (name || has_offset)
    return name;
  windows = g_strconcat (text, " Standard Time", NULL);
  return zone_name_find_windows (windows);
}
