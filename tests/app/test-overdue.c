/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/common/tdm-due-button.h"
#include "app/goals/tdm-goal-row.h"
#include "app/goals/tdm-step-row.h"
#include "edits/tdm-goal-edits.h"
#include "model/tdm-goal-step.h"
#include "workspace/tdm-workspace.h"

/* Goals and steps whose day has passed are marked, and not by their colour alone. */

#define LATE "^(Overdue since|Überfällig seit) .*13"
#define DUE "^(Due|Fällig:) .*13"

static TdmRecord *
find_record (GListModel *list, const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmRecord) record = g_list_model_get_item (list, i);
      g_autofree char *text = NULL;

      g_object_get (record, "title", &text, NULL);
      if (g_str_equal (text, title))
        return record;
    }
  return NULL;
}

/* Returns: the row of a new goal, the only one with that title */
static GtkWidget *
add_goal (WindowFixture *self, TdmGoal **goal)
{
  GListModel *pairs = tdm_workspace_get_pairs (tdm_window_get_workspace (self->window));
  TdmPair *pair;

  window_open_tandem (self, "Bönisch");
  window_fill (self->window, "Add a goal", "Speak freely");
  window_press (self, "Return");
  eye_find (self->window, GTK_TYPE_WIDGET, "^Speak freely$");
  window_settle (self);
  pair = window_ask_record (self, pairs,
                            "SELECT pair.uid FROM pair JOIN goal ON pair.id = goal.pair WHERE title = 'Speak freely'");
  *goal = TDM_GOAL (find_record (tdm_pair_get_goals (pair), "Speak freely"));
  g_assert_nonnull (*goal);
  return gtk_widget_get_ancestor (eye_find (self->window, GTK_TYPE_WIDGET, "^Speak freely$"), TDM_TYPE_GOAL_ROW);
}

static gboolean
has_sign (GtkWidget *button)
{
  g_autoptr (GPtrArray) images = eye_look_all (button, GTK_TYPE_IMAGE, NULL);

  for (guint i = 0; i < images->len; i++)
    if (g_strcmp0 (gtk_image_get_icon_name (images->pdata[i]), "dialog-warning-symbolic") == 0)
      return TRUE;
  return FALSE;
}

/* Yesterday, while it is worked at; what is reached is no more late. */
static void
test_a_goal_is_overdue (WindowFixture *self, gconstpointer data)
{
  TdmGoal *goal;
  GtkWidget *row = add_goal (self, &goal);

  window_commit (self, tdm_goal_edits_change (goal, "Speak freely", "2026-07-13"));
  g_assert_true (has_sign (eye_find (row, GTK_TYPE_MENU_BUTTON, LATE)));
  window_commit (self, tdm_goal_edits_set_state (goal, TDM_GOAL_ACHIEVED));
  g_assert_false (has_sign (eye_find (row, GTK_TYPE_MENU_BUTTON, DUE)));
  window_commit (self, tdm_goal_edits_set_state (goal, TDM_GOAL_IN_PROGRESS));
  eye_find (row, GTK_TYPE_MENU_BUTTON, LATE);
  window_commit (self, tdm_goal_edits_change (goal, "Speak freely", "2026-07-14"));
  eye_wait_gone (row, GTK_TYPE_MENU_BUTTON, LATE);
}

static void
test_a_step_is_overdue (WindowFixture *self, gconstpointer data)
{
  TdmGoal *goal;
  GtkWidget *row = add_goal (self, &goal);
  TdmGoalStep *step;

  window_commit (self, tdm_goal_edits_add_step (goal, "Choose an occasion"));
  step = TDM_GOAL_STEP (find_record (tdm_goal_get_steps (goal), "Choose an occasion"));
  window_commit (self, tdm_goal_edits_change_step (step, "Choose an occasion", "2026-07-13"));
  row = eye_find (row, TDM_TYPE_STEP_ROW, NULL);
  g_assert_true (has_sign (eye_find (row, GTK_TYPE_MENU_BUTTON, LATE)));
  window_commit (self, tdm_goal_edits_tick_step (step, TRUE));
  g_assert_false (has_sign (eye_find (row, GTK_TYPE_MENU_BUTTON, DUE)));
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/overdue/a-goal", NULL, test_a_goal_is_overdue);
  WINDOW_TEST_ADD ("/overdue/a-step", NULL, test_a_step_is_overdue);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
