/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-todo-reader.h"

#include "base/tdm-text.h"
#include "tdm-calendar-limits.h"
#include "tdm-incoming-people.h"
#include "tdm-incoming-time.h"
#include "tdm-local-time.h"

#include <stdlib.h>
#include <string.h>

/* Tasks of any program become goals and steps. What a task does not say or says wrongly is left open; only a file that
 * is no calendar, or has more than one should have, is refused. */

/* How many levels of tasks below each other are looked at */
#define LEVELS_MOST 8

static char *
get_value (icalcomponent *component, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);
  icalvalue *value = property ? icalproperty_get_value (property) : NULL;

  return tdm_text_clean_line (value && icalvalue_isa (value) == ICAL_TEXT_VALUE ? icalvalue_get_text (value) : NULL);
}

static char *
get_own_value (icalcomponent *component, const char *name)
{
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_X_PROPERTY); property;
       property = icalcomponent_get_next_property (component, ICAL_X_PROPERTY))
    if (g_ascii_strcasecmp (icalproperty_get_x_name (property), name) == 0)
      {
        char *written = icalproperty_get_value_as_string_r (property);
        char *value = tdm_text_clean_line (written);

        icalmemory_free_buffer (written);
        return value;
      }
  return g_strdup ("");
}

static gboolean
find_code (GType codes, const char *code, int *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (codes);
  GEnumValue *found = g_enum_get_value_by_nick (klass, code);

  if (found)
    *value = found->value;
  return found != NULL;
}

/* --- names -------------------------------------------------------------------------- */

/* A name of its own kind for everything (RFC 4122 4.3): the same text has the same one in every programme. */
static char *
make_uuid (const char *text)
{
  static const char space[] = "org.tandemapp.Tandem task\n";
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;
  g_autoptr (GString) out = g_string_sized_new (40);

  g_checksum_update (checksum, (const guchar *) space, strlen (space));
  g_checksum_update (checksum, (const guchar *) text, strlen (text));
  g_checksum_get_digest (checksum, digest, &length);
  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;
  for (guint i = 0; i < 16; i++)
    g_string_append_printf (out, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", digest[i]);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
name_after (const char *uid)
{
  return g_uuid_string_is_valid (uid) ? g_strdup (uid) : make_uuid (uid);
}

/* One without a UID is known by its words. */
static char *
read_uid (icalcomponent *component, const TdmTodo *todo)
{
  g_autofree char *uid = get_value (component, ICAL_UID_PROPERTY);
  g_autofree char *words = g_strconcat ("\n", todo->parent, "\n", todo->title, NULL);

  return name_after (*uid ? uid : words);
}

/* The first RELATED-TO that says what it is a part of, which is what one without a RELTYPE does (RFC 5545 3.8.4.5) */
static char *
read_parent (icalcomponent *component)
{
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_RELATEDTO_PROPERTY); property;
       property = icalcomponent_get_next_property (component, ICAL_RELATEDTO_PROPERTY))
    {
      icalparameter *type = icalproperty_get_first_parameter (property, ICAL_RELTYPE_PARAMETER);
      g_autofree char *uid = tdm_text_clean_line (icalproperty_get_relatedto (property));

      if (*uid && (!type || icalparameter_get_reltype (type) == ICAL_RELTYPE_PARENT))
        return name_after (uid);
    }
  return g_strdup ("");
}

/* --- dates -------------------------------------------------------------------------- */

static gint64
read_instant (icalcomponent *component, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);
  TdmIncomingTime time;

  return property && tdm_incoming_time_read (&time, property, NULL, NULL) ? time.local : 0;
}

static char *
get_local_day (gint64 instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (instant);

  return time ? g_date_time_format (time, "%F") : g_strdup ("");
}

/* The day on the clock that the file means; of an instant, the day that it is here. */
static char *
read_due (icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_DUE_PROPERTY);
  TdmIncomingTime time;
  char *day;

  if (!property || !tdm_incoming_time_read (&time, property, NULL, NULL))
    return g_strdup ("");
  if (!time.is_date && icaltime_is_utc (icalproperty_get_due (property)))
    return get_local_day (time.local);
  day = tdm_local_time_format (time.local);
  day[strlen ("YYYY-MM-DD")] = '\0';
  return day;
}

/* --- states ------------------------------------------------------------------------- */

static icalproperty_status
read_status (icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_STATUS_PROPERTY);

  return property ? icalproperty_get_status (property) : ICAL_STATUS_NONE;
}

static int
read_percent (icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_PERCENTCOMPLETE_PROPERTY);

  return property ? icalproperty_get_percentcomplete (property) : -1;
}

/* Some programs leave out one of STATUS, COMPLETED and PERCENT-COMPLETE. */
static gboolean
read_common_state (icalcomponent *component, TdmGoalState *state)
{
  int percent = read_percent (component);
  gboolean is_completed = icalcomponent_count_properties (component, ICAL_COMPLETED_PROPERTY) > 0;

  switch (read_status (component))
    {
    case ICAL_STATUS_COMPLETED:
      *state = TDM_GOAL_ACHIEVED;
      return TRUE;
    case ICAL_STATUS_INPROCESS:
      *state = TDM_GOAL_IN_PROGRESS;
      return TRUE;
    case ICAL_STATUS_CANCELLED:
      *state = TDM_GOAL_DROPPED;
      return TRUE;
    case ICAL_STATUS_NEEDSACTION:
      *state = TDM_GOAL_OPEN;
      return TRUE;
    default:
      *state = is_completed || percent >= 100 ? TDM_GOAL_ACHIEVED : percent > 0 ? TDM_GOAL_IN_PROGRESS : TDM_GOAL_OPEN;
      return is_completed || percent >= 0;
    }
}

/* Ours counts only where it says more than STATUS does: a program that ticks a task leaves it as it was. */
static void
read_state (TdmTodo *todo, icalcomponent *component)
{
  g_autofree char *code = get_own_value (component, "X-TANDEM-STATE");
  int own;

  todo->has_state = read_common_state (component, &todo->state);
  if (todo->has_state && todo->state == TDM_GOAL_ACHIEVED && find_code (tdm_goal_state_get_type (), code, &own) &&
      own == TDM_GOAL_PARTLY)
    todo->state = TDM_GOAL_PARTLY;
}

static void
read_side (TdmTodo *todo, icalcomponent *component)
{
  g_autofree char *code = get_own_value (component, "X-TANDEM-SIDE");
  int side;

  todo->has_side = find_code (tdm_side_get_type (), code, &side);
  todo->side = todo->has_side ? (TdmSide) side : TDM_SIDE_JOINT;
}

/* Those without a place come last, as they stand in the file. */
static gint64
read_order (icalcomponent *component)
{
  g_autofree char *text = get_own_value (component, "X-APPLE-SORT-ORDER");
  gint64 order;

  return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &order, NULL) ? order : G_MAXINT64;
}

static TdmTodo *
read_todo (icalcomponent *component)
{
  TdmTodo *todo = tdm_todo_new ();

  todo->title = get_value (component, ICAL_SUMMARY_PROPERTY);
  todo->parent = read_parent (component);
  todo->uid = read_uid (component, todo);
  todo->due = read_due (component);
  todo->order = read_order (component);
  todo->stamp = MAX (read_instant (component, ICAL_LASTMODIFIED_PROPERTY),
                     read_instant (component, ICAL_DTSTAMP_PROPERTY));
  read_state (todo, component);
  read_side (todo, component);
  return todo;
}

/* --- what belongs together ------------------------------------------------------------ */

/* Of two with one name, the later one; otherwise the first. */
static void
keep (GPtrArray *todos, GHashTable *known, TdmTodo *taken_todo)
{
  TdmTodo *other = g_hash_table_lookup (known, taken_todo->uid);
  guint position;

  if (!other)
    g_ptr_array_add (todos, taken_todo);
  else if (other->stamp >= taken_todo->stamp || !g_ptr_array_find (todos, other, &position))
    {
      tdm_todo_free (taken_todo);
      return;
    }
  else
    {
      g_hash_table_remove (known, other->uid);
      tdm_todo_free (other);
      todos->pdata[position] = taken_todo;
    }
  g_hash_table_insert (known, taken_todo->uid, taken_todo);
}

/* The goal that it is a step of, itself if it is one. Tasks that go round in circles each stand by themselves. */
static TdmTodo *
find_goal (GHashTable *known, TdmTodo *todo)
{
  TdmTodo *goal = todo;

  for (int level = 0; level < LEVELS_MOST; level++)
    {
      TdmTodo *parent = *goal->parent ? g_hash_table_lookup (known, goal->parent) : NULL;

      if (!parent)
        return goal;
      goal = parent;
    }
  return todo;
}

static int
compare_order (gconstpointer a, gconstpointer b)
{
  const TdmTodo *first = *(gpointer *) a, *second = *(gpointer *) b;

  return (first->order > second->order) - (first->order < second->order);
}

/* A step of a step is a step of the goal. */
static void
arrange (TdmTodoFile *file, GPtrArray *todos, GHashTable *known)
{
  g_autofree TdmTodo **goals = g_new (TdmTodo *, todos->len + 1);

  for (guint i = 0; i < todos->len; i++)
    goals[i] = find_goal (known, todos->pdata[i]);
  for (guint i = 0; i < todos->len; i++)
    g_ptr_array_add (goals[i] == todos->pdata[i] ? file->goals : goals[i]->steps, todos->pdata[i]);
  for (guint i = 0; i < todos->len; i++)
    g_ptr_array_sort (((TdmTodo *) todos->pdata[i])->steps, compare_order);
  g_ptr_array_sort (file->goals, compare_order);
}

/* --- files -------------------------------------------------------------------------- */

static void
read_organizer (TdmTodoFile *file, icalcomponent *component)
{
  if (*file->organizer_email)
    return;
  g_free (file->organizer_name);
  g_free (file->organizer_email);
  tdm_incoming_people_read_organizer (component, &file->organizer_name, &file->organizer_email);
}

/* One date of a task that repeats is not another task. */
static void
read_calendar (TdmTodoFile *file, icalcomponent *calendar, GPtrArray *todos, GHashTable *known)
{
  for (icalcompiter iterator = icalcomponent_begin_component (calendar, ICAL_VTODO_COMPONENT);
       icalcompiter_deref (&iterator); icalcompiter_next (&iterator))
    {
      icalcomponent *component = icalcompiter_deref (&iterator);
      TdmTodo *todo;

      if (icalcomponent_count_properties (component, ICAL_RECURRENCEID_PROPERTY) > 0)
        continue;
      todo = read_todo (component);
      file->stamp = MAX (file->stamp, todo->stamp);
      keep (todos, known, todo);
      read_organizer (file, component);
    }
}

/* Several calendars in one text are below a root of libical's own. */
static void
read_root (TdmTodoFile *file, icalcomponent *root, GPtrArray *todos, GHashTable *known)
{
  if (icalcomponent_isa (root) == ICAL_VCALENDAR_COMPONENT)
    {
      read_calendar (file, root, todos, known);
      return;
    }
  for (icalcompiter iterator = icalcomponent_begin_component (root, ICAL_VCALENDAR_COMPONENT);
       icalcompiter_deref (&iterator); icalcompiter_next (&iterator))
    read_calendar (file, icalcompiter_deref (&iterator), todos, known);
}

/**
 * tdm_todo_read:
 * @bytes: a calendar file from somebody else
 * @error: as tdm_calendar_limits_check_todos()
 *
 * Reads the tasks of any program (RFC 5545 3.6.2) as goals and steps. May be called in any thread.
 *
 * Returns: (transfer full): what the file holds, perhaps without goals, or %NULL on error
 */
TdmTodoFile *
tdm_todo_read (GBytes *bytes, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) todos = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  TdmTodoFile *file;
  icalcomponent *root;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = tdm_calendar_limits_check_todos (bytes, error);
  if (!text)
    return NULL;
  file = tdm_todo_file_new ();
  root = icalparser_parse_string (text);
  if (root)
    {
      read_root (file, root, todos, known);
      arrange (file, todos, known);
      icalcomponent_free (root);
    }
  return file;
}
