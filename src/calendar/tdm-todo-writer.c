/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-todo-writer.h"

#include "base/tdm-text.h"
#include "model/tdm-goal-step.h"
#include "tdm-calendar-fold.h"
#include "tdm-event.h"

#include <stdio.h>
#include <string.h>

/* Goals for the task lists of others: a task for each goal, and one below it for each step. What such programs do not
 * know, such as whose goal it is, stands in properties of our own beside what they know. */

/* A file while it is written */
typedef struct
{
  icalcomponent *calendar;
  struct icaltimetype stamp;
  /* Whether it has all that RFC 5546 3.4.1 asks for */
  gboolean publishes;
} File;

static void
add (icalcomponent *component, icalproperty *property)
{
  icalcomponent_add_property (component, property);
}

static void
add_own (icalcomponent *component, const char *name, const char *value)
{
  icalproperty *property = icalproperty_new_x (value);

  icalproperty_set_x_name (property, name);
  add (component, property);
}

/* What a program shows in the order that people gave it by hand, if it has such an order at all */
static void
add_place (icalcomponent *component, guint place)
{
  g_autofree char *text = g_strdup_printf ("%u", place);

  add_own (component, "X-APPLE-SORT-ORDER", text);
}

static void
add_title (icalcomponent *component, const char *title)
{
  g_autofree char *clean = tdm_text_clean_line (title);

  add (component, icalproperty_new_summary (clean));
}

static struct icaltimetype
get_day (const char *date)
{
  struct icaltimetype day = icaltime_null_date ();

  sscanf (date, "%4d-%2d-%2d", &day.year, &day.month, &day.day);
  return day;
}

/* A task is due after it starts (RFC 5545 3.8.2.3). It starts with its tandem: nothing else is known. */
static void
add_days (File *self, icalcomponent *component, const char *start, const char *due)
{
  gboolean has_due = tdm_text_is_date (due);
  gboolean has_start = tdm_text_is_date (start) && (!has_due || g_strcmp0 (start, due) < 0);

  if (has_start)
    add (component, icalproperty_new_dtstart (get_day (start)));
  if (has_due)
    add (component, icalproperty_new_due (get_day (due)));
  self->publishes &= has_start;
}

/* Who publishes a goal is whose goal it is; for a goal of both it is the mentee, who asked for the tandem. */
static TdmPerson *
get_owner (TdmGoal *goal)
{
  TdmPair *pair = tdm_goal_get_pair (goal);

  if (!pair)
    return NULL;
  return tdm_goal_get_side (goal) == TDM_SIDE_MENTOR ? tdm_pair_get_mentor (pair) : tdm_pair_get_mentee (pair);
}

static void
add_owner (File *self, icalcomponent *component, TdmGoal *goal)
{
  TdmPerson *owner = get_owner (goal);
  gboolean is_known = owner && tdm_text_is_email (tdm_person_get_email (owner));

  if (is_known)
    tdm_event_add_organizer (component, &(TdmEventPerson) {
      .name = tdm_person_get_name (owner), .email = tdm_person_get_email (owner),
    });
  self->publishes &= is_known;
}

/* All that goals and steps have in common. Others who look into a calendar need not read it. */
static icalcomponent *
begin_todo (File *self, TdmRecord *record, TdmGoal *goal, const char *title, const char *due, guint place)
{
  icalcomponent *component = icalcomponent_new (ICAL_VTODO_COMPONENT);
  TdmPair *pair = tdm_goal_get_pair (goal);

  add (component, icalproperty_new_uid (tdm_record_get_uid (record)));
  add (component, icalproperty_new_dtstamp (self->stamp));
  add_days (self, component, pair ? tdm_record_get_text (TDM_RECORD (pair), TDM_PAIR_STARTED_ON) : "", due);
  add_owner (self, component, goal);
  add_title (component, title);
  add (component, icalproperty_new_priority (0));
  add (component, icalproperty_new_class (ICAL_CLASS_PRIVATE));
  add_place (component, place);
  icalcomponent_add_component (self->calendar, component);
  return component;
}

static void
write_step (File *self, TdmGoalStep *step, guint place)
{
  TdmGoal *goal = tdm_goal_step_get_goal (step);
  gboolean done = tdm_goal_step_get_done (step);
  icalcomponent *component = begin_todo (self, TDM_RECORD (step), goal, tdm_goal_step_get_title (step),
                                         tdm_record_get_text (TDM_RECORD (step), TDM_GOAL_STEP_DUE), place);
  icalproperty *parent = icalproperty_new_relatedto (tdm_record_get_uid (TDM_RECORD (goal)));

  icalproperty_add_parameter (parent, icalparameter_new_reltype (ICAL_RELTYPE_PARENT));
  add (component, parent);
  add (component, icalproperty_new_status (done ? ICAL_STATUS_COMPLETED : ICAL_STATUS_NEEDSACTION));
  if (done)
    add (component, icalproperty_new_percentcomplete (100));
}

static int
count_percent (GListModel *steps)
{
  guint n_steps = g_list_model_get_n_items (steps);
  guint n_done = 0;

  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr (TdmGoalStep) step = g_list_model_get_item (steps, i);

      n_done += tdm_goal_step_get_done (step);
    }
  return n_steps > 0 ? n_done * 100 / n_steps : 0;
}

/* Programs take a task of 100 percent for a completed one; but only people say that a goal is achieved. */
static void
add_progress (icalcomponent *component, TdmGoal *goal)
{
  static const icalproperty_status states[] = {
    [TDM_GOAL_OPEN] = ICAL_STATUS_NEEDSACTION,
    [TDM_GOAL_IN_PROGRESS] = ICAL_STATUS_INPROCESS,
    [TDM_GOAL_ACHIEVED] = ICAL_STATUS_COMPLETED,
    [TDM_GOAL_PARTLY] = ICAL_STATUS_COMPLETED,
    [TDM_GOAL_DROPPED] = ICAL_STATUS_CANCELLED,
  };
  TdmGoalState state = tdm_goal_get_state (goal);
  int percent = state == TDM_GOAL_ACHIEVED ? 100 : MIN (count_percent (tdm_goal_get_steps (goal)), 99);

  add (component, icalproperty_new_status (states[state]));
  add (component, icalproperty_new_percentcomplete (percent));
}

static void
write_goal (File *self, TdmGoal *goal, guint place)
{
  GListModel *steps = tdm_goal_get_steps (goal);
  icalcomponent *component = begin_todo (self, TDM_RECORD (goal), goal, tdm_goal_get_title (goal),
                                         tdm_record_get_text (TDM_RECORD (goal), TDM_GOAL_DUE), place);

  add_progress (component, goal);
  add_own (component, "X-TANDEM-STATE", tdm_record_get_code (TDM_RECORD (goal), TDM_GOAL_STATE));
  add_own (component, "X-TANDEM-SIDE", tdm_record_get_code (TDM_RECORD (goal), TDM_GOAL_SIDE));
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (TdmGoalStep) step = g_list_model_get_item (steps, i);

      write_step (self, step, i + 1);
    }
}

/**
 * tdm_todo_write:
 * @goals: (element-type TdmGoal): goals with their steps, in the order in which they are shown
 * @stamp: when this file is made, UTC seconds
 *
 * Writes goals as tasks (RFC 5545 3.6.2), steps as tasks below them (RFC 5545 3.8.4.5): their words, how far they are,
 * when they are due and whose they are, and nothing else. The file is one to publish (RFC 5546 3.4.1) where everybody
 * has an address and every task a beginning, and otherwise one without a METHOD, which needs neither. There is no
 * COMPLETED, for nobody has noted when something was reached. The same arguments make the same bytes.
 *
 * Returns: (transfer full): a file of type text/calendar
 */
GBytes *
tdm_todo_write (GPtrArray *goals, gint64 stamp)
{
  File self = { .publishes = TRUE };
  char *text;

  g_return_val_if_fail (goals != NULL, NULL);

  self.calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  self.stamp = icaltime_from_timet_with_zone (stamp, 0, icaltimezone_get_utc_timezone ());
  add (self.calendar, icalproperty_new_version ("2.0"));
  add (self.calendar, icalproperty_new_prodid ("-//Tandem//Tandem//EN"));
  add (self.calendar, icalproperty_new_calscale ("GREGORIAN"));
  for (guint i = 0; i < goals->len; i++)
    write_goal (&self, goals->pdata[i], i + 1);
  if (self.publishes)
    add (self.calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));

  text = tdm_calendar_fold_write (self.calendar);
  icalcomponent_free (self.calendar);
  return g_bytes_new_take (text, strlen (text));
}
