/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-zone-city.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#define CITY_MOST 100
#define UNKNOWN_ZONE "Etc/Unknown"
/* There are about 600 zones; names that are none must not fill the memory. */
#define CITIES_MOST 2000

/* The exemplar city of a time zone (Unicode TR35, pattern VVV) */
static char *
find_exemplar (const char *zone, const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar id[CITY_MOST], city[CITY_MOST];
  char found[CITY_MOST * 3 + 1];
  UDateFormat *format;

  if (!u_strFromUTF8 (id, CITY_MOST, NULL, zone, -1, &status) || U_FAILURE (status))
    return NULL;
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, language, id, -1, u"VVV", -1, &status);
  if (U_FAILURE (status))
    return NULL;

  udat_format (format, 0, city, CITY_MOST, NULL, &status);
  udat_close (format);
  u_strToUTF8 (found, sizeof found, NULL, city, -1, &status);
  return U_SUCCESS (status) ? g_strdup (found) : NULL;
}

static char *
find_city (const char *zone, const char *language)
{
  g_autofree char *city = find_exemplar (zone, language), *nowhere = find_exemplar (UNKNOWN_ZONE, language);
  const char *slash = strrchr (zone, '/');

  if (city && g_strcmp0 (city, nowhere) != 0)
    return g_steal_pointer (&city);
  return g_strdelimit (g_strdup (slash ? slash + 1 : zone), "_", ' ');
}

/**
 * tdm_zone_city:
 * @zone: an IANA name
 * @language: (nullable): of the reader, such as `de`; %NULL for that of the session
 *
 * Names the city after which people know a time zone: `Wien` for `Europe/Vienna` in German.
 *
 * Returns: (transfer full): the city as CLDR has it, else the last part of the zone's name
 */
char *
tdm_zone_city (const char *zone, const char *language)
{
  static GMutex lock;
  static GHashTable *known; /* "language zone" to city: ICU takes a twentieth of a millisecond for each */
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *key = NULL;
  char *city;

  g_return_val_if_fail (zone != NULL, NULL);

  if (!language)
    language = g_get_language_names ()[0];
  if (g_strcmp0 (language, "C") == 0)
    language = "en";
  key = g_strconcat (language, " ", zone, NULL);

  locker = g_mutex_locker_new (&lock);
  if (!known)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  city = g_hash_table_lookup (known, key);
  if (!city && g_hash_table_size (known) < CITIES_MOST)
    {
      city = find_city (zone, language);
      g_hash_table_insert (known, g_steal_pointer (&key), city);
    }
  return city ? g_strdup (city) : find_city (zone, language);
}
