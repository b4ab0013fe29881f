/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-goal-merge.h"

#include "base/tdm-i18n.h"
#include "calendar/tdm-todo.h"
#include "edits/tdm-goal-edits.h"

/* Goals of a file and those that are here, by UID. Nothing is taken away: what the file does not say, and what it does
 * not have, stays. New goals and steps come last, for the order here was made by hand, too. */

/* How much of a title a line shows */
#define SHOWN_MOST 60

typedef struct
{
  TdmGoalMerge *result;
  TdmEdit *edit;
  GHashTable *known;
  TdmPair *pair;
  TdmSide side;
  gboolean is_tried;                    /* only to see what would change */
  gint64 positions[TDM_SIDE_JOINT + 1]; /* of the next new goal, 0 where there was none yet */
} Merging;

/* --- words -------------------------------------------------------------------------- */

/**
 * tdm_goal_merge_shorten:
 * @title: the words of a goal or a step
 *
 * Returns: (transfer full): as much of them as fits a line
 */
char *
tdm_goal_merge_shorten (const char *title)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (title, -1) <= SHOWN_MOST)
    return g_strdup (title);
  start = g_utf8_substring (title, 0, SHOWN_MOST - 1);
  return g_strconcat (start, "…", NULL);
}

static void
merging_note (Merging *self, char *taken_line)
{
  g_ptr_array_add (self->result->lines, taken_line);
}

/* --- what goals and steps have in common ------------------------------------------------ */

static char *
merging_cut_title (Merging *self, const TdmTodo *todo)
{
  if (g_utf8_strlen (todo->title, -1) <= TDM_TEXT_MOST)
    return g_strdup (todo->title);
  self->result->n_cut++;
  return g_utf8_substring (todo->title, 0, TDM_TEXT_MOST);
}

static void
merging_merge_title (Merging *self, gpointer record, guint field, const TdmTodo *todo)
{
  g_autofree char *title = merging_cut_title (self, todo);
  const char *before = tdm_record_get_text (record, field);
  g_autofree char *from = NULL, *to = NULL;

  if (*title == '\0' || g_str_equal (title, before))
    return;
  from = tdm_goal_merge_shorten (before);
  to = tdm_goal_merge_shorten (title);
  merging_note (self, g_strdup_printf (_ ("“%s” becomes “%s”"), from, to));
  tdm_record_set_text (tdm_edit_update (self->edit, record), field, title);
}

static void
merging_merge_due (Merging *self, gpointer record, guint field, const TdmTodo *todo, const char *title)
{
  g_autoptr (GTimeZone) utc = NULL;
  g_autoptr (GDateTime) due = NULL;
  g_autofree char *midnight = NULL, *day = NULL, *shown = NULL;

  if (*todo->due == '\0' || g_str_equal (todo->due, tdm_record_get_text (record, field)))
    return;
  utc = g_time_zone_new_utc ();
  midnight = g_strconcat (todo->due, "T00:00:00", NULL);
  due = g_date_time_new_from_iso8601 (midnight, utc);
  /* Translators: a day, for g_date_time_format() */
  day = due ? g_date_time_format (due, C_ ("date", "%-e %B %Y")) : g_strdup (todo->due);
  shown = tdm_goal_merge_shorten (title);
  /* Translators: a goal or a step, and a date */
  merging_note (self, g_strdup_printf (_ ("“%s”: due on %s"), shown, day));
  tdm_record_set_text (tdm_edit_update (self->edit, record), field, todo->due);
}

/* --- steps ------------------------------------------------------------------------------ */

static gboolean
todo_is_done (const TdmTodo *todo)
{
  return todo->has_state && todo->state == TDM_GOAL_ACHIEVED;
}

static gboolean
merging_add_step (Merging *self, gpointer goal, const TdmTodo *todo, gint64 position)
{
  g_autofree char *title = merging_cut_title (self, todo);
  TdmRecord *step;

  if (*title == '\0')
    {
      self->result->n_untitled++;
      return FALSE;
    }
  step = tdm_edit_insert (self->edit, TDM_TYPE_GOAL_STEP);
  tdm_record_set_uid (step, todo->uid);
  tdm_record_set_link (step, TDM_GOAL_STEP_GOAL, goal);
  tdm_record_set_text (step, TDM_GOAL_STEP_TITLE, title);
  tdm_record_set_text (step, TDM_GOAL_STEP_DUE, todo->due);
  tdm_record_set_integer (step, TDM_GOAL_STEP_DONE, todo_is_done (todo));
  tdm_record_set_integer (step, TDM_GOAL_STEP_POSITION, position);
  return TRUE;
}

static void
merging_merge_step (Merging *self, TdmGoalStep *step, const TdmTodo *todo)
{
  g_autofree char *shown = NULL;

  merging_merge_title (self, step, TDM_GOAL_STEP_TITLE, todo);
  merging_merge_due (self, step, TDM_GOAL_STEP_DUE, todo, tdm_goal_step_get_title (step));
  if (!todo->has_state || todo_is_done (todo) == tdm_goal_step_get_done (step))
    return;
  shown = tdm_goal_merge_shorten (tdm_goal_step_get_title (step));
  merging_note (self,
                g_strdup_printf (todo_is_done (todo) ? _ ("Step done: “%s”") : _ ("Step open again: “%s”"), shown));
  tdm_record_set_integer (tdm_edit_update (self->edit, step), TDM_GOAL_STEP_DONE, todo_is_done (todo));
}

static void
merging_merge_goal (Merging *self, TdmGoal *goal, const TdmTodo *todo)
{
  GType states = tdm_goal_state_get_type ();
  g_autofree char *shown = NULL;

  merging_merge_title (self, goal, TDM_GOAL_TITLE, todo);
  merging_merge_due (self, goal, TDM_GOAL_DUE, todo, tdm_goal_get_title (goal));
  if (!todo->has_state || todo->state == tdm_goal_get_state (goal))
    return;
  shown = tdm_goal_merge_shorten (tdm_goal_get_title (goal));
  /* Translators: a goal, and two states of it */
  merging_note (self,
                g_strdup_printf (_ ("“%s”: %s → %s"), shown, tdm_code_get_title (states, tdm_goal_get_state (goal)),
                                 tdm_code_get_title (states, todo->state)));
  tdm_record_set_integer (tdm_edit_update (self->edit, goal), TDM_GOAL_STATE, todo->state);
}

/* Some programs make a step of a goal, or a goal of a step: here it stays what it is. */
static void
merging_merge_known (Merging *self, TdmRecord *record, const TdmTodo *todo)
{
  if (tdm_record_get_ancestor (record, TDM_TYPE_PAIR) != self->pair)
    self->result->n_elsewhere++;
  else if (TDM_IS_GOAL (record))
    merging_merge_goal (self, TDM_GOAL (record), todo);
  else
    merging_merge_step (self, TDM_GOAL_STEP (record), todo);
}

/* --- goals ------------------------------------------------------------------------------ */

/* However many files are looked at, nobody goes through all that is here for a place that is not taken. */
static gint64
merging_take_position (Merging *self, TdmSide side)
{
  gint64 *position = &self->positions[side];

  if (self->is_tried)
    return 0;
  if (*position == 0)
    *position = tdm_goal_edits_next_position (self->pair, side);
  return (*position)++;
}

/* A step that is here already belongs to the goal that it has here. */
static void
merging_add_goal (Merging *self, const TdmTodo *todo)
{
  g_autofree char *title = merging_cut_title (self, todo);
  g_autofree char *shown = tdm_goal_merge_shorten (title);
  TdmSide side = todo->has_side ? todo->side : self->side;
  guint n_steps = 0;
  TdmRecord *goal;

  if (*title == '\0')
    {
      self->result->n_untitled++;
      return;
    }
  goal = tdm_edit_insert (self->edit, TDM_TYPE_GOAL);
  tdm_record_set_uid (goal, todo->uid);
  tdm_record_set_link (goal, TDM_GOAL_PAIR, self->pair);
  tdm_record_set_integer (goal, TDM_GOAL_SIDE, side);
  tdm_record_set_text (goal, TDM_GOAL_TITLE, title);
  tdm_record_set_text (goal, TDM_GOAL_DUE, todo->due);
  tdm_record_set_integer (goal, TDM_GOAL_STATE, todo->has_state ? todo->state : TDM_GOAL_OPEN);
  tdm_record_set_integer (goal, TDM_GOAL_POSITION, merging_take_position (self, side));
  for (guint i = 0; i < todo->steps->len; i++)
    {
      const TdmTodo *step = todo->steps->pdata[i];
      TdmRecord *here = g_hash_table_lookup (self->known, step->uid);

      if (here)
        merging_merge_known (self, here, step);
      else
        n_steps += merging_add_step (self, goal, step, n_steps + 1);
    }
  self->result->n_new++;
  if (n_steps == 0)
    merging_note (self, g_strdup_printf (_ ("New: “%s”"), shown));
  else
    /* Translators: a goal, and how many steps it has */
    merging_note (self, g_strdup_printf (ngettext ("New: “%s” with %u step", "New: “%s” with %u steps", n_steps), shown,
                                         n_steps));
}

/* Steps that the file has and the goal has not come last. */
static void
merging_add_steps (Merging *self, TdmGoal *goal, GPtrArray *steps)
{
  gint64 position = tdm_goal_edits_next_step_position (goal);

  for (guint i = 0; i < steps->len; i++)
    {
      const TdmTodo *step = steps->pdata[i];
      TdmRecord *here = g_hash_table_lookup (self->known, step->uid);
      g_autofree char *shown = tdm_goal_merge_shorten (step->title);

      if (here)
        merging_merge_known (self, here, step);
      else if (merging_add_step (self, goal, step, position++))
        merging_note (self, g_strdup_printf (_ ("New step: “%s”"), shown));
    }
}

/* A goal that is here or not, or a step alone of a goal that is here */
static void
merging_merge (Merging *self, const TdmTodo *todo)
{
  TdmRecord *here = g_hash_table_lookup (self->known, todo->uid);
  TdmRecord *parent = *todo->parent ? g_hash_table_lookup (self->known, todo->parent) : NULL;
  gboolean has_goal = TDM_IS_GOAL (parent) && tdm_record_get_ancestor (parent, TDM_TYPE_PAIR) == self->pair;
  guint n_lines = self->result->lines->len;

  if (here)
    merging_merge_known (self, here, todo);
  else if (has_goal)
    {
      g_autoptr (GPtrArray) alone = g_ptr_array_new ();

      g_ptr_array_add (alone, (gpointer) todo);
      merging_add_steps (self, TDM_GOAL (parent), alone);
    }
  else
    {
      merging_add_goal (self, todo);
      return;
    }
  if (here && tdm_record_get_ancestor (here, TDM_TYPE_PAIR) != self->pair)
    return;
  if (TDM_IS_GOAL (here))
    merging_add_steps (self, TDM_GOAL (here), todo->steps);
  self->result->n_changed += self->result->lines->len > n_lines;
  self->result->n_same += self->result->lines->len == n_lines;
}

/**
 * tdm_goal_merge_new:
 * @edit: (nullable): what taking over changes goes here, %NULL to see what it would change
 * @known: what is here, see tdm_goal_merge_index()
 * @pair: the live tandem that they are for
 * @file: what came in
 *
 * Goals that are new and do not say whose they are become those of the person who gives them.
 *
 * Returns: (transfer full): what taking over does, in numbers and words
 */
TdmGoalMerge *
tdm_goal_merge_new (TdmEdit *edit, GHashTable *known, TdmPair *pair, const TdmTodoFile *file)
{
  TdmGoalMerge *result = g_new0 (TdmGoalMerge, 1);
  TdmSide side = tdm_person_has_email (tdm_pair_get_mentee (pair), file->organizer_email)   ? TDM_SIDE_MENTEE
                 : tdm_person_has_email (tdm_pair_get_mentor (pair), file->organizer_email) ? TDM_SIDE_MENTOR
                                                                                            : TDM_SIDE_JOINT;
  g_autoptr (TdmEdit) into = edit ? g_object_ref (edit) : tdm_edit_new ("");
  Merging merging = { result, into, known, pair, side, .is_tried = edit == NULL };

  result->lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < file->goals->len; i++)
    merging_merge (&merging, file->goals->pdata[i]);
  return result;
}

void
tdm_goal_merge_free (TdmGoalMerge *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * tdm_goal_merge_index:
 * @pairs: (element-type TdmPair): all tandems, with their goals loaded
 *
 * Returns: (transfer full) (element-type utf8 TdmRecord): all goals and steps by their UIDs
 */
GHashTable *
tdm_goal_merge_index (GListModel *pairs)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);
      GListModel *goals = tdm_pair_get_goals (pair);

      for (guint j = 0; j < g_list_model_get_n_items (goals); j++)
        {
          TdmRecord *goal = g_list_model_get_item (goals, j);
          GListModel *steps = tdm_goal_get_steps (TDM_GOAL (goal));

          for (guint k = 0; k < g_list_model_get_n_items (steps); k++)
            {
              TdmRecord *step = g_list_model_get_item (steps, k);

              g_hash_table_insert (known, (gpointer) tdm_record_get_uid (step), step);
            }
          g_hash_table_insert (known, (gpointer) tdm_record_get_uid (goal), goal);
        }
    }
  return known;
}
