/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-zone.h"

#include "base/tdm-i18n.h"
#include "tdm-calendar-error.h"
#include "tdm-local-time.h"
#include "tdm-vtimezone.h"
#include "tdm-zone-successor.h"

#include <stdlib.h>
#include <string.h>

/* Time zones by their IANA names, as the time zone data of the system have them; where these lack a name, by the one
 * that the zone has had since or before. What is read once is kept for the life of the program and never changed
 * again. */

#define NAME_MOST 80
#define FALLBACK "Europe/Berlin"

struct _TdmZone
{
  GArray *changes;
  GHashTable *texts;
};

/* For all static variables of this file, and for those of libical that it reads zones into: files are read in other
 * threads, too. It may be taken twice. */
static GRecMutex lock;

static GHashTable *zones;

/* libical opens a file of that name: no dots, no lower-case `localtime` or `posixrules`. */
static gboolean
is_name (const char *name)
{
  return name && g_ascii_isupper (name[0]) && strlen (name) <= NAME_MOST &&
         strspn (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_+-/") == strlen (name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of today, sorted. libical adds old names to its own list when it is asked for them. */
static GPtrArray *
list_names_of_today (void)
{
  static GPtrArray *names;
  icalarray *known;

  if (names)
    return names;

  known = icaltimezone_get_builtin_timezones ();
  names = g_ptr_array_new ();
  for (gsize i = 0; i < known->num_elements; i++)
    {
      const char *name = icaltimezone_get_location (icalarray_element_at (known, i));

      if (is_name (name))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
is_name_of_today (const char *name)
{
  GPtrArray *names = list_names_of_today ();

  return bsearch (&name, names->pdata, names->len, sizeof name, compare_names) != NULL;
}

static gboolean
has_data (const char *name)
{
  return is_name (name) && (is_name_of_today (name) || icaltimezone_get_builtin_timezone (name));
}

static const char *
find_current_name (const char *name)
{
  g_autofree char *successor = NULL, *canonical = NULL;

  if (is_name_of_today (name))
    return g_intern_string (name);

  successor = tdm_zone_successor (name);
  if (has_data (successor))
    return g_intern_string (successor);
  if (has_data (name))
    return g_intern_string (name);
  canonical = tdm_zone_canonical_name (name);
  return has_data (canonical) ? g_intern_string (canonical) : NULL;
}

static const char *
look_up_name (const char *name)
{
  static GHashTable *known; /* libical reads a file each time that it is asked for an old name. */
  g_autoptr (GRecMutexLocker) locker = NULL;
  const char *current;

  if (!is_name (name))
    return NULL;

  locker = g_rec_mutex_locker_new (&lock);
  if (!known)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  current = g_hash_table_lookup (known, name);
  if (current)
    return current;
  current = find_current_name (name);
  if (current)
    g_hash_table_insert (known, (gpointer) g_intern_string (name), (gpointer) current);
  return current;
}

/**
 * tdm_zone_exists:
 * @name: (nullable): a candidate such as `Europe/Berlin`
 *
 * Returns: whether the time zone data of the system have that zone, under whichever of its names
 */
gboolean
tdm_zone_exists (const char *name)
{
  return look_up_name (name) != NULL;
}

/**
 * tdm_zone_get_current_name:
 * @name: the IANA name of a zone, or any other text
 *
 * For all that is stored anew: old names are not on all systems.
 *
 * Returns: (transfer none): the name that the zone has today, such as `Asia/Kolkata` for `Asia/Calcutta`, as far as the
 *   time zone data of the system know it; @name itself where they have no such zone
 */
const char *
tdm_zone_get_current_name (const char *name)
{
  const char *current;

  g_return_val_if_fail (name != NULL, NULL);

  current = look_up_name (name);
  return current ? current : name;
}

/**
 * tdm_zone_is_same:
 * @name: the IANA name of a zone
 * @other: another one
 *
 * Returns: whether both are names of one zone
 */
gboolean
tdm_zone_is_same (const char *name, const char *other)
{
  g_return_val_if_fail (name != NULL && other != NULL, FALSE);

  return g_str_equal (name, other) ||
         g_str_equal (tdm_zone_get_current_name (name), tdm_zone_get_current_name (other));
}

/**
 * tdm_zone_find:
 * @name: the IANA name of a zone
 * @error: TDM_CALENDAR_ERROR_UNKNOWN_ZONE
 *
 * For whoever asks more than once about the same zone.
 *
 * Returns: (transfer none): the zone, kept for the life of the program, or %NULL on error
 */
TdmZone *
tdm_zone_find (const char *name, GError **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  const char *current;
  TdmZone *self;

  g_return_val_if_fail (name != NULL, NULL);

  locker = g_rec_mutex_locker_new (&lock);
  if (!zones)
    zones = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (zones, name);
  if (self)
    return self;

  current = look_up_name (name);
  if (!current)
    {
      tdm_calendar_fail (error, TDM_CALENDAR_ERROR_UNKNOWN_ZONE, _ ("There is no time zone “%s”."), name);
      return NULL;
    }
  self = g_new (TdmZone, 1);
  self->changes = tdm_zone_changes_read (icaltimezone_get_builtin_timezone (current));
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_hash_table_insert (zones, g_strdup (name), self);
  return self;
}

/**
 * tdm_zone_get_system:
 *
 * Returns: (transfer none): the name of the zone in which this computer is, `Europe/Berlin` where that has no name of
 *   an IANA zone
 */
const char *
tdm_zone_get_system (void)
{
  static const char *name;
  g_autoptr (GRecMutexLocker) locker = g_rec_mutex_locker_new (&lock);
  g_autoptr (GTimeZone) local = NULL;

  if (name)
    return name;

  local = g_time_zone_new_local ();
  name = look_up_name (g_time_zone_get_identifier (local));
  if (!name)
    name = FALLBACK;
  return name;
}

/**
 * tdm_zone_list_names:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names to choose from, sorted; the zone of this computer is
 *   always among them
 */
const char *const *
tdm_zone_list_names (void)
{
  static GPtrArray *names;
  g_autoptr (GRecMutexLocker) locker = g_rec_mutex_locker_new (&lock);

  if (names)
    return (const char *const *) names->pdata;

  names = g_ptr_array_copy (list_names_of_today (), NULL, NULL);
  if (!is_name_of_today (tdm_zone_get_system ()))
    g_ptr_array_add (names, (gpointer) tdm_zone_get_system ());
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (const char *const *) names->pdata;
}

static gboolean
is_known_time (gint64 seconds)
{
  return seconds >= tdm_zone_year_start (TDM_ZONE_FIRST_YEAR) && seconds < tdm_zone_year_start (TDM_ZONE_LAST_YEAR + 1);
}

static gint64
fail_time (GError **error, const char *format, const char *text)
{
  g_autofree char *when = tdm_local_time_describe (text);
  g_autofree char *message = g_strdup_printf (format, when ? when : "");

  tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NO_SUCH_TIME, "%s", message);
  return 0;
}

static gboolean
check_instant (gint64 instant, GError **error)
{
  return is_known_time (instant) ||
         tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NO_SUCH_TIME, _ ("That time is too far away."));
}

/**
 * tdm_zone_get_changes:
 * @name: the IANA name of a zone
 * @error: TDM_CALENDAR_ERROR_UNKNOWN_ZONE
 *
 * Returns: (transfer none) (element-type TdmZoneChange): what the clocks there do in the years 2000 to 2099, or %NULL
 *   on error
 */
GArray *
tdm_zone_get_changes (const char *name, GError **error)
{
  TdmZone *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = tdm_zone_find (name, error);
  return self ? self->changes : NULL;
}

static gint64
zone_get_instant (TdmZone *self, const char *local, gboolean is_said, GError **error)
{
  gint64 seconds, instant;

  if (!tdm_local_time_parse (local, &seconds))
    return fail_time (error, _ ("“%s” is not a date and time."), local);
  if (!is_known_time (seconds))
    return fail_time (error, _ ("%s is too far away."), local);

  instant = is_said ? tdm_zone_changes_to_utc (self->changes, seconds) : tdm_zone_changes_find (self->changes, seconds);
  if (instant == 0)
    return fail_time (error, _ ("There is no %s: the clocks go forward just then."), local);
  return instant;
}

/**
 * tdm_zone_to_utc:
 * @name: the IANA name of a zone
 * @local: a time on the clocks there, `YYYY-MM-DDTHH:MM:SS`, in the years 2000 to 2099
 * @error: TDM_CALENDAR_ERROR_UNKNOWN_ZONE, or TDM_CALENDAR_ERROR_NO_SUCH_TIME for what is no time, too far away, or
 *   in the hour that is left out in spring
 *
 * For a time that people choose here; tdm_zone_resolve() is for what is said already. Of the hour that comes twice in
 * autumn it is the first (RFC 5545 3.3.5).
 *
 * Returns: the instant, seconds since 1970-01-01 UTC, or 0 on error
 */
gint64
tdm_zone_to_utc (const char *name, const char *local, GError **error)
{
  TdmZone *self = tdm_zone_find (name, error);

  return self ? zone_get_instant (self, local, FALSE, error) : 0;
}

/**
 * tdm_zone_resolve:
 * @name: the IANA name of a zone
 * @local: a time on the clocks there, `YYYY-MM-DDTHH:MM:SS`, in the years 2000 to 2099
 * @error: TDM_CALENDAR_ERROR_UNKNOWN_ZONE, or TDM_CALENDAR_ERROR_NO_SUCH_TIME for what is no time or too far away
 *
 * As tdm_zone_to_utc(), but for what others have said, and for what was stored or sent: a time in the hour that is left
 * out in spring has the offset from before it (RFC 5545 3.3.5).
 *
 * Returns: the instant, seconds since 1970-01-01 UTC, or 0 on error
 */
gint64
tdm_zone_resolve (const char *name, const char *local, GError **error)
{
  TdmZone *self = tdm_zone_find (name, error);

  return self ? zone_get_instant (self, local, TRUE, error) : 0;
}

/**
 * tdm_zone_from_utc:
 * @name: the IANA name of a zone
 * @instant: seconds since 1970-01-01 UTC, in the years 2000 to 2099
 * @error: TDM_CALENDAR_ERROR_UNKNOWN_ZONE or TDM_CALENDAR_ERROR_NO_SUCH_TIME
 *
 * Returns: (transfer full): the time on the clocks there, `YYYY-MM-DDTHH:MM:SS`, or %NULL on error
 */
char *
tdm_zone_from_utc (const char *name, gint64 instant, GError **error)
{
  TdmZone *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = tdm_zone_find (name, error);
  if (!self || !check_instant (instant, error))
    return NULL;
  return tdm_local_time_format (instant + tdm_zone_changes_get_offset (self->changes, instant));
}

/**
 * tdm_zone_check_meeting:
 * @self: a zone
 * @local: when a meeting starts, as for tdm_zone_to_utc()
 * @minutes: how long it is, some hours at most
 * @error: an error of tdm_zone_to_utc(), or TDM_CALENDAR_ERROR_NO_SUCH_TIME
 *
 * A meeting during which the clocks change would have another length in each calendar.
 *
 * Returns: whether people can meet then
 */
gboolean
tdm_zone_check_meeting (TdmZone *self, const char *local, gint64 minutes, GError **error)
{
  gint64 start = zone_get_instant (self, local, FALSE, error);

  if (start == 0)
    return FALSE;
  if (tdm_zone_changes_get_offset (self->changes, start) ==
      tdm_zone_changes_get_offset (self->changes, start + minutes * 60))
    return TRUE;
  return fail_time (error, _ ("The clocks change during the meeting on %s."), local);
}

/**
 * tdm_zone_get_vtimezone:
 * @name: the IANA name of a zone
 * @from: the first instant that matters, UTC seconds in the years 2000 to 2099
 * @to: the last one
 * @error: TDM_CALENDAR_ERROR_UNKNOWN_ZONE or TDM_CALENDAR_ERROR_NO_SUCH_TIME
 *
 * The description of a zone that a calendar file carries (RFC 5545 3.6.5), with @name as its TZID. It is right for
 * every instant of the years of @from and @to, checked by reading it back. See tdm_vtimezone_write().
 *
 * Returns: (transfer none): a VTIMEZONE with CRLF line ends, kept for the life of the program, or %NULL on error
 */
const char *
tdm_zone_get_vtimezone (const char *name, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  GDate first, last;
  gpointer years;
  TdmZone *self;
  char *text;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (from <= to, NULL);

  self = tdm_zone_find (name, error);
  if (!self || !check_instant (from, error) || !check_instant (to, error))
    return NULL;

  /* Whole years, so that the same few texts serve all meetings, and the same meetings always get the same text. */
  first = tdm_local_time_get_date (from);
  last = tdm_local_time_get_date (to);
  years = GINT_TO_POINTER (g_date_get_year (&first) * 10000 + g_date_get_year (&last));
  locker = g_rec_mutex_locker_new (&lock);
  text = g_hash_table_lookup (self->texts, years);
  if (!text)
    {
      text = tdm_vtimezone_write (name, self->changes, g_date_get_year (&first), g_date_get_year (&last));
      g_hash_table_insert (self->texts, years, text);
    }
  return text;
}
