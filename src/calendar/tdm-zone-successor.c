/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-zone-successor.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/ustring.h>

/* Zones whose names have changed. The time zone data keep the old names (tzdata, `backward`), but Debian 13 and Ubuntu
 * since 23.10 do so in a package of their own, which few have.
 *
 * ICU knows which names mean one zone, and of these it gives the first name that CLDR ever had, for ever. Some of these
 * names are old by now, and for some zones that the data have merged since, older versions of ICU have two. */

#define NAME_MOST 80

static const struct
{
  const char *name;
  const char *successor;
} successors[] = {
  { "Africa/Asmera", "Africa/Asmara" },
  { "America/Buenos_Aires", "America/Argentina/Buenos_Aires" },
  { "America/Catamarca", "America/Argentina/Catamarca" },
  { "America/Coral_Harbour", "America/Atikokan" },
  { "America/Cordoba", "America/Argentina/Cordoba" },
  { "America/Godthab", "America/Nuuk" },
  { "America/Indianapolis", "America/Indiana/Indianapolis" },
  { "America/Jujuy", "America/Argentina/Jujuy" },
  { "America/Louisville", "America/Kentucky/Louisville" },
  { "America/Mendoza", "America/Argentina/Mendoza" },
  { "America/Montreal", "America/Toronto" },
  { "America/Nipigon", "America/Toronto" },
  { "America/Pangnirtung", "America/Iqaluit" },
  { "America/Rainy_River", "America/Winnipeg" },
  { "America/Santa_Isabel", "America/Tijuana" },
  { "America/Thunder_Bay", "America/Toronto" },
  { "America/Yellowknife", "America/Edmonton" },
  { "Asia/Calcutta", "Asia/Kolkata" },
  { "Asia/Choibalsan", "Asia/Ulaanbaatar" },
  { "Asia/Katmandu", "Asia/Kathmandu" },
  { "Asia/Rangoon", "Asia/Yangon" },
  { "Asia/Saigon", "Asia/Ho_Chi_Minh" },
  { "Atlantic/Faeroe", "Atlantic/Faroe" },
  { "Australia/Currie", "Australia/Hobart" },
  { "Etc/GMT", "UTC" },
  { "Etc/UTC", "UTC" },
  { "Europe/Kiev", "Europe/Kyiv" },
  { "Europe/Uzhgorod", "Europe/Kyiv" },
  { "Europe/Zaporozhye", "Europe/Kyiv" },
  { "Pacific/Enderbury", "Pacific/Kanton" },
  { "Pacific/Johnston", "Pacific/Honolulu" },
  { "Pacific/Ponape", "Pacific/Pohnpei" },
  { "Pacific/Truk", "Pacific/Chuuk" },
  /* Names of clocks rather than of places, since 2024b those of a place */
  { "CET", "Europe/Brussels" },
  { "CST6CDT", "America/Chicago" },
  { "EET", "Europe/Athens" },
  { "EST", "America/Panama" },
  { "EST5EDT", "America/New_York" },
  { "HST", "Pacific/Honolulu" },
  { "MET", "Europe/Brussels" },
  { "MST", "America/Phoenix" },
  { "MST7MDT", "America/Denver" },
  { "PST8PDT", "America/Los_Angeles" },
  { "WET", "Europe/Lisbon" },
  /* See is_ambiguous(). */
  { "GMT", "UTC" },
  { "PRC", "Asia/Shanghai" },
  { "ROC", "Asia/Taipei" },
  { "ROK", "Asia/Seoul" },
  { "UCT", "UTC" },
  { "UTC", "UTC" },
};

static const char *
find_successor (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (successors); i++)
    if (g_str_equal (successors[i].name, name))
      return successors[i].successor;
  return NULL;
}

/* ICU takes three letters as Java once did, which makes Alaska of AST: those of the time zone data are listed above. */
static gboolean
is_ambiguous (const char *name)
{
  return strlen (name) == 3;
}

/**
 * tdm_zone_canonical_name:
 * @name: the name of a zone, old or new
 *
 * Returns: (transfer full) (nullable): the one of its names by which CLDR knows it, which may be older than @name;
 *   %NULL where it knows none
 */
char *
tdm_zone_canonical_name (const char *name)
{
  UChar wide[NAME_MOST + 1], found[NAME_MOST + 1];
  char canonical[NAME_MOST + 1];
  UErrorCode status = U_ZERO_ERROR;
  UBool is_known = FALSE;
  int length;

  g_return_val_if_fail (name != NULL, NULL);

  if (!g_str_is_ascii (name) || strlen (name) > NAME_MOST || is_ambiguous (name))
    return NULL;

  u_uastrcpy (wide, name);
  length = ucal_getCanonicalTimeZoneID (wide, -1, found, NAME_MOST, &is_known, &status);
  if (U_FAILURE (status) || !is_known || length > NAME_MOST)
    return NULL;
  u_austrncpy (canonical, found, NAME_MOST);
  canonical[length] = '\0';
  return g_strdup (canonical);
}

/**
 * tdm_zone_successor:
 * @name: the name of a zone, old or new
 *
 * Returns: (transfer full) (nullable): the name that the zone has had since, such as `Asia/Kolkata` for `Asia/Calcutta`
 *   and `America/New_York` for `US/Eastern`, or @name itself; %NULL for a name that is not known
 */
char *
tdm_zone_successor (const char *name)
{
  g_autofree char *canonical = NULL;
  const char *successor;

  g_return_val_if_fail (name != NULL, NULL);

  successor = find_successor (name);
  if (successor)
    return g_strdup (successor);
  canonical = tdm_zone_canonical_name (name);
  successor = canonical ? find_successor (canonical) : NULL;
  return successor ? g_strdup (successor) : g_steal_pointer (&canonical);
}
