/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-todo-reader.h"

#include "base/tdm-text.h"
#include "tdm-calendar-limits.h"
#include "tdm-ical.h"
#include "tdm-incoming-people.h"
#include "tdm-incoming-time.h"
#include "tdm-local-time.h"

#include <string.h>

/* Tasks of any program become goals and steps. What a task does not say or says wrongly is left open; only a file that
 * is no calendar, or has more than one should have, is refused. */

/* How many levels of tasks below each other are looked at */
#define LEVELS_MOST 8

static char *
get_own_value (icalcomponent *component, const char *name)
{
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_X_PROPERTY); property;
       property = icalcomponent_get_next_property (component, ICAL_X_PROPERTY))
    if (g_ascii_strcasecmp (icalproperty_get_x_name (property), name) == 0)
      {
        g_autofree char *value = tdm_ical_get_value (property);

        return tdm_text_clean_line (value);
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

/* A UUID stays. Anything else gets one of its own kind (RFC 4122 4.3): the same text has the same one in every
 * programme. */
static char *
name_after (const char *uid)
{
  static const char space[] = "org.tandemapp.Tandem task\n";
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;
  g_autoptr (GString) out = g_string_sized_new (40);

  if (g_uuid_string_is_valid (uid))
    return g_strdup (uid);
  g_checksum_update (checksum, (const guchar *) space, strlen (space));
  g_checksum_update (checksum, (const guchar *) uid, strlen (uid));
  g_checksum_get_digest (checksum, digest, &length);
  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;
  for (guint i = 0; i < 16; i++)
    g_string_append_printf (out, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", digest[i]);
  return g_string_free (g_steal_pointer (&out), FALSE);
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

/* The day on the clock that the file means; of an instant, the day that it is here. */
static char *
read_due (icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_DUE_PROPERTY);
  g_autoptr (GDateTime) here = NULL;
  TdmIncomingTime time;
  char *day;

  if (!property || !tdm_incoming_time_read (&time, property, NULL, NULL))
    return g_strdup ("");
  if (!time.is_date && icaltime_is_utc (icalproperty_get_due (property)))
    {
      here = g_date_time_new_from_unix_local (time.local);
      return here ? g_date_time_format (here, "%F") : g_strdup ("");
    }
  day = tdm_local_time_format (time.local);
  day[strlen ("YYYY-MM-DD")] = '\0';
  return day;
}

/* Some programs leave out one of STATUS, COMPLETED and PERCENT-COMPLETE. Ours counts only where it says more than
 * STATUS does: a program that ticks a task leaves it as it was. */
static void
todo_read_state (TdmTodo *self, icalcomponent *component)
{
  icalproperty *status = icalcomponent_get_first_property (component, ICAL_STATUS_PROPERTY);
  icalproperty *percent = icalcomponent_get_first_property (component, ICAL_PERCENTCOMPLETE_PROPERTY);
  gboolean is_completed = icalcomponent_count_properties (component, ICAL_COMPLETED_PROPERTY) > 0;
  int progress = percent ? icalproperty_get_percentcomplete (percent) : -1;
  g_autofree char *code = get_own_value (component, "X-TANDEM-STATE");
  int own;

  self->has_state = TRUE;
  switch (status ? icalproperty_get_status (status) : ICAL_STATUS_NONE)
    {
    case ICAL_STATUS_COMPLETED:
      self->state = TDM_GOAL_ACHIEVED;
      break;
    case ICAL_STATUS_INPROCESS:
      self->state = TDM_GOAL_IN_PROGRESS;
      break;
    case ICAL_STATUS_CANCELLED:
      self->state = TDM_GOAL_DROPPED;
      break;
    case ICAL_STATUS_NEEDSACTION:
      self->state = TDM_GOAL_OPEN;
      break;
    default:
      self->state = progress > 0 ? TDM_GOAL_IN_PROGRESS : TDM_GOAL_OPEN;
      if (is_completed || progress >= 100)
        self->state = TDM_GOAL_ACHIEVED;
      self->has_state = is_completed || progress >= 0;
    }
  if (self->has_state && self->state == TDM_GOAL_ACHIEVED && find_code (tdm_goal_state_get_type (), code, &own) &&
      own == TDM_GOAL_PARTLY)
    self->state = TDM_GOAL_PARTLY;
}

static TdmTodo *
todo_read (icalcomponent *component)
{
  TdmTodo *self = g_new0 (TdmTodo, 1);
  g_autofree char *uid = tdm_text_clean_line (tdm_ical_get_text (component, ICAL_UID_PROPERTY));
  g_autofree char *words = NULL;
  g_autofree char *side = get_own_value (component, "X-TANDEM-SIDE");
  g_autofree char *order = get_own_value (component, "X-APPLE-SORT-ORDER");
  int code;

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_todo_free);
  self->title = tdm_text_clean_line (tdm_ical_get_text (component, ICAL_SUMMARY_PROPERTY));
  self->parent = read_parent (component);
  /* One without a UID is known by its words. */
  words = g_strconcat ("\n", self->parent, "\n", self->title, NULL);
  self->uid = name_after (*uid ? uid : words);
  self->due = read_due (component);
  self->stamp = MAX (tdm_incoming_time_read_instant (component, ICAL_LASTMODIFIED_PROPERTY),
                     tdm_incoming_time_read_instant (component, ICAL_DTSTAMP_PROPERTY));
  self->has_side = find_code (tdm_side_get_type (), side, &code);
  self->side = self->has_side ? (TdmSide) code : TDM_SIDE_JOINT;
  /* Those without a place come last, as they stand in the file. */
  if (!g_ascii_string_to_signed (order, 10, G_MININT64, G_MAXINT64, &self->order, NULL))
    self->order = G_MAXINT64;
  todo_read_state (self, component);
  return self;
}

/* Of two with one name, the later one; otherwise the first. */
static void
todos_keep (GPtrArray *todos, GHashTable *known, TdmTodo *taken_todo)
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
todo_file_arrange (TdmTodoFile *self, GPtrArray *todos, GHashTable *known)
{
  g_autofree TdmTodo **goals = g_new (TdmTodo *, todos->len + 1);

  for (guint i = 0; i < todos->len; i++)
    goals[i] = find_goal (known, todos->pdata[i]);
  for (guint i = 0; i < todos->len; i++)
    g_ptr_array_add (goals[i] == todos->pdata[i] ? self->goals : goals[i]->steps, todos->pdata[i]);
  for (guint i = 0; i < todos->len; i++)
    g_ptr_array_sort (((TdmTodo *) todos->pdata[i])->steps, compare_order);
  g_ptr_array_sort (self->goals, compare_order);
}

static void
todo_file_read_calendar (TdmTodoFile *self, icalcomponent *calendar, GPtrArray *todos, GHashTable *known)
{
  for (icalcompiter iterator = icalcomponent_begin_component (calendar, ICAL_VTODO_COMPONENT);
       icalcompiter_deref (&iterator); icalcompiter_next (&iterator))
    {
      icalcomponent *component = icalcompiter_deref (&iterator);
      TdmTodo *todo;

      /* One date of a task that repeats is not another task. */
      if (icalcomponent_count_properties (component, ICAL_RECURRENCEID_PROPERTY) > 0)
        continue;
      todo = todo_read (component);
      self->stamp = MAX (self->stamp, todo->stamp);
      todos_keep (todos, known, todo);
      if (*self->organizer_email == '\0')
        {
          g_free (self->organizer_name);
          g_free (self->organizer_email);
          tdm_incoming_people_read_organizer (component, &self->organizer_name, &self->organizer_email);
        }
    }
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
  g_autoptr (icalcomponent) root = NULL;
  g_autoptr (GPtrArray) todos = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  TdmTodoFile *file;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = tdm_calendar_limits_check_todos (bytes, error);
  if (!text)
    return NULL;
  root = tdm_ical_parse (text);
  file = g_new0 (TdmTodoFile, 1);
  file->organizer_name = g_strdup ("");
  file->organizer_email = g_strdup ("");
  file->goals = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_todo_free);
  for (icalcompiter iterator = icalcomponent_begin_component (root, ICAL_VCALENDAR_COMPONENT);
       icalcompiter_deref (&iterator); icalcompiter_next (&iterator))
    todo_file_read_calendar (file, icalcompiter_deref (&iterator), todos, known);
  todo_file_arrange (file, todos, known);
  return file;
}
