/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-todo-writer.h"

#include "base/tdm-text.h"
#include "model/tdm-goal-step.h"
#include "tdm-event.h"

/* Goals for the task lists of others: a task for each goal, and one below it for each step. What such programs do not
 * know, such as whose goal it is, stands in properties of our own beside what they know. */

/* A file while it is written */
typedef struct
{
  TdmContentWriter writer;
  gint64 stamp;
  /* Whether it has all that RFC 5546 3.4.1 asks for */
  gboolean publishes;
} File;

static void
write_day (TdmContentWriter *writer, const char *name, const char *date)
{
  g_autofree char *basic = g_strdup_printf ("%.4s%.2s%.2s", date, date + 5, date + 8);

  tdm_content_writer_start (writer, name);
  tdm_content_writer_add_parameter (writer, "VALUE", "DATE");
  tdm_content_writer_end (writer, basic);
}

/* All that goals and steps have in common. Others who look into a calendar need not read it. The place is for a program
 * that shows tasks in the order that people gave them by hand. */
static void
file_begin_todo (File *self, gpointer record, const char *title, const char *due, guint place)
{
  TdmContentWriter *writer = &self->writer;
  TdmGoal *goal = TDM_IS_GOAL_STEP (record) ? tdm_goal_step_get_goal (record) : record;
  TdmPair *pair = tdm_goal_get_pair (goal);
  const char *start = pair ? tdm_record_get_text (TDM_RECORD (pair), TDM_PAIR_STARTED_ON) : "";
  gboolean has_due = tdm_text_is_date (due);
  /* A task is due after it starts (RFC 5545 3.8.2.3). It starts with its tandem: nothing else is known. */
  gboolean has_start = tdm_text_is_date (start) && (!has_due || g_strcmp0 (start, due) < 0);
  g_autofree char *clean = tdm_text_clean_line (title);
  TdmPerson *owner = NULL;

  /* Who publishes a goal is whose goal it is; for a goal of both it is the mentee, who asked for the tandem. */
  if (pair)
    owner = tdm_goal_get_side (goal) == TDM_SIDE_MENTOR ? tdm_pair_get_mentor (pair) : tdm_pair_get_mentee (pair);
  if (owner && !tdm_text_is_email (tdm_person_get_email (owner)))
    owner = NULL;
  self->publishes &= has_start && owner;

  tdm_content_writer_add (writer, "BEGIN", "VTODO");
  tdm_content_writer_add_text (writer, "UID", tdm_record_get_uid (record));
  tdm_content_writer_add_instant (writer, "DTSTAMP", self->stamp);
  if (has_start)
    write_day (writer, "DTSTART", start);
  if (has_due)
    write_day (writer, "DUE", due);
  if (owner)
    tdm_event_write_organizer (writer, &(TdmEventPerson) {
      .name = tdm_person_get_name (owner), .email = tdm_person_get_email (owner),
    });
  tdm_content_writer_add_text (writer, "SUMMARY", clean);
  tdm_content_writer_add (writer, "PRIORITY", "0");
  tdm_content_writer_add (writer, "CLASS", "PRIVATE");
  tdm_content_writer_add_number (writer, "X-APPLE-SORT-ORDER", place);
}

static void
file_write_step (File *self, TdmGoalStep *step, guint place)
{
  TdmContentWriter *writer = &self->writer;
  TdmRecord *record = TDM_RECORD (step);
  gboolean done = tdm_goal_step_get_done (step);

  file_begin_todo (self, step, tdm_goal_step_get_title (step), tdm_record_get_text (record, TDM_GOAL_STEP_DUE), place);
  tdm_content_writer_start (writer, "RELATED-TO");
  tdm_content_writer_add_parameter (writer, "RELTYPE", "PARENT");
  tdm_content_writer_end_text (writer, tdm_record_get_uid (TDM_RECORD (tdm_goal_step_get_goal (step))));
  tdm_content_writer_add (writer, "STATUS", done ? "COMPLETED" : "NEEDS-ACTION");
  if (done)
    tdm_content_writer_add (writer, "PERCENT-COMPLETE", "100");
  tdm_content_writer_add (writer, "END", "VTODO");
}

static void
file_write_goal (File *self, TdmGoal *goal, guint place)
{
  static const char *const states[] = {
    [TDM_GOAL_OPEN] = "NEEDS-ACTION",
    [TDM_GOAL_IN_PROGRESS] = "IN-PROCESS",
    [TDM_GOAL_ACHIEVED] = "COMPLETED",
    [TDM_GOAL_PARTLY] = "COMPLETED",
    [TDM_GOAL_DROPPED] = "CANCELLED",
  };
  TdmContentWriter *writer = &self->writer;
  TdmRecord *record = TDM_RECORD (goal);
  GListModel *steps = tdm_goal_get_steps (goal);
  guint n_steps = g_list_model_get_n_items (steps);
  guint n_done = 0;
  guint percent;

  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr (TdmGoalStep) step = g_list_model_get_item (steps, i);

      n_done += tdm_goal_step_get_done (step);
    }
  /* Programs take a task of 100 percent for a completed one; but only people say that a goal is achieved. */
  percent = n_steps > 0 ? MIN (n_done * 100 / n_steps, 99) : 0;

  file_begin_todo (self, goal, tdm_goal_get_title (goal), tdm_record_get_text (record, TDM_GOAL_DUE), place);
  tdm_content_writer_add (writer, "STATUS", states[tdm_goal_get_state (goal)]);
  tdm_content_writer_add_number (writer, "PERCENT-COMPLETE",
                                 tdm_goal_get_state (goal) == TDM_GOAL_ACHIEVED ? 100 : percent);
  tdm_content_writer_add (writer, "X-TANDEM-STATE", tdm_record_get_code (record, TDM_GOAL_STATE));
  tdm_content_writer_add (writer, "X-TANDEM-SIDE", tdm_record_get_code (record, TDM_GOAL_SIDE));
  tdm_content_writer_add (writer, "END", "VTODO");
  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr (TdmGoalStep) step = g_list_model_get_item (steps, i);

      file_write_step (self, step, i + 1);
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
  g_autoptr (GString) out = g_string_new (TDM_EVENT_FILE_HEADER);
  gsize head = out->len;
  File self = { .writer = { out }, .stamp = stamp, .publishes = TRUE };

  g_return_val_if_fail (goals != NULL, NULL);

  for (guint i = 0; i < goals->len; i++)
    file_write_goal (&self, goals->pdata[i], i + 1);
  if (self.publishes)
    g_string_insert (out, head, "METHOD:PUBLISH\r\n");
  g_string_append (out, TDM_EVENT_FILE_FOOTER);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
