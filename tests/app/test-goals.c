/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/common/tdm-edit-label.h"
#include "app/goals/tdm-goal-row.h"

/* Goals and their steps on the page of a tandem */

static const WindowLook low = { .width = 900, .height = 560 };

#define TANDEM "Bönisch"
#define GOAL "Goal: 100 % <b>clear</b> & \"quoted\""
#define COUNT_GOAL "SELECT count (*) FROM goal WHERE title LIKE 'Goal: 100 %'"

static void
test_a_goal_is_added_by_enter (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, TANDEM);
  hand_fill (eye_find (self->window, GTK_TYPE_ENTRY, "Add a goal"), GOAL);
  window_press (self, "Return");
  eye_find (self->window, GTK_TYPE_WIDGET, "^Goal: 100 % <b>clear</b> & \"quoted\"$");
  window_expect_answer (self, "SELECT side FROM goal WHERE title = 'Goal: 100 % <b>clear</b> & \"quoted\"'", "mentee");
  window_press (self, "<Control>z");
  window_wait_toast (self, "Undone: Goal added");
  window_expect_answer (self, COUNT_GOAL, "0");
}

/* A new row pushes the entry down, and in a low window out of it. */
static void
test_the_entry_of_goals_is_seen_after_each (WindowFixture *self, gconstpointer data)
{
  GtkWidget *entry;

  window_open_tandem (self, TANDEM);
  entry = eye_find (self->window, GTK_TYPE_ENTRY, "Add a goal");
  hand_fill (entry, "First");
  for (int i = 0; i < 6; i++)
    {
      g_autofree char *row = g_strdup_printf ("^.*Goal %d", i);
      g_autofree char *title = g_strdup_printf ("Goal %d", i);

      gtk_editable_set_text (GTK_EDITABLE (entry), title);
      window_press (self, "Return");
      eye_find (self->window, TDM_TYPE_EDIT_LABEL, row);
      window_settle (self);
      eye_wait (eye_is_shown, entry, "the entry for the next goal");
    }
}

/* What will be there once it is reached, and whose it is, with one step to undo */
static void
test_a_goal_has_a_result_and_a_side (WindowFixture *self, gconstpointer data)
{
  const char *question = "SELECT side || '|' || output || '|' || due FROM goal WHERE title = 'Speak freely'";
  GtkWidget *row;
  GtkWindow *dialog;

  window_open_tandem (self, TANDEM);
  hand_fill (eye_find (self->window, GTK_TYPE_ENTRY, "Add a goal"), "Speak freely");
  window_press (self, "Return");
  row = gtk_widget_get_ancestor (eye_find (self->window, TDM_TYPE_EDIT_LABEL, "^.*Speak freely"), TDM_TYPE_GOAL_ROW);
  window_choose (row, "More", "Details…");
  dialog = window_find_window ("Goal");
  window_fill (dialog, "Result", "A talk of ten minutes");
  hand_choose (eye_find (dialog, ADW_TYPE_COMBO_ROW, "Side"), "Mentor");
  window_click_on (dialog, "_Save");
  window_wait_toast (self, "Goal changed");
  window_expect_answer (self, question, "mentor|A talk of ten minutes|");
  eye_find_label (eye_find (self->window, GTK_TYPE_LIST_BOX, "^Goals of Vikram"), "Result: A talk of ten minutes");
  window_press (self, "<Control>z");
  eye_wait_gone (self->window, GTK_TYPE_LABEL, "Result: A talk of ten minutes");
  window_expect_answer (self, question, "mentee||");
  eye_find (eye_find (self->window, GTK_TYPE_LIST_BOX, "^Goals of Jörn"), TDM_TYPE_EDIT_LABEL, "^.*Speak freely");
}

/* The steps that are shown, in their order */
static char *
list_steps (WindowFixture *self, guint n)
{
  g_autoptr (GPtrArray) boxes = eye_look_all (self->window, GTK_TYPE_CHECK_BUTTON, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, boxes->len); i++)
    {
      g_autofree char *name = eye_name (boxes->pdata[i]);

      g_string_append_printf (names, "%s\n", name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

typedef struct
{
  WindowFixture *self;
  const char *expected;
} Steps;

static gboolean
has_steps (gpointer data)
{
  Steps *steps = data;
  g_autofree char *names = list_steps (steps->self, 2);

  return g_str_equal (names, steps->expected);
}

static void
test_a_step_moves_by_key (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) boxes = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *expected = NULL;
  Steps steps = { self, NULL };

  window_open_tandem (self, TANDEM);
  boxes = eye_look_all (self->window, GTK_TYPE_CHECK_BUTTON, NULL);
  first = eye_name (boxes->pdata[0]);
  second = eye_name (boxes->pdata[1]);
  steps.expected = expected = g_strdup_printf ("%s\n%s\n", second, first);
  gtk_widget_grab_focus (boxes->pdata[1]);
  window_press (self, "<Alt>Up");
  eye_wait (has_steps, &steps, "the steps to change places");
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/goals/a-goal-is-added-by-enter", NULL, test_a_goal_is_added_by_enter);
  WINDOW_TEST_ADD ("/goals/the-entry-of-goals-is-seen-after-each", &low, test_the_entry_of_goals_is_seen_after_each);
  WINDOW_TEST_ADD ("/goals/a-goal-has-a-result-and-a-side", NULL, test_a_goal_has_a_result_and_a_side);
  WINDOW_TEST_ADD ("/goals/a-step-moves-by-key", NULL, test_a_step_moves_by_key);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
