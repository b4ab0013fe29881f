/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/meetings/tdm-meeting-row.h"
#include "app/meetings/tdm-outcome-box.h"

/* What meetings are for and about, and what came of them */

/* Whose meeting on 9 June, with a goal, nobody has reported yet */
#define TANDEM "Dabrowicz"
#define OF_TANDEM "FROM meeting JOIN pair ON pair.id = meeting.pair JOIN person ON person.id = pair.mentee " \
                  "WHERE person.name LIKE '%Dabrowicz' AND local_start LIKE '2026-06-09%'"
#define RECORD "SELECT meeting.state || ' ' || outcome " OF_TANDEM

static const WindowLook narrow = { .width = 360, .height = 560 };
static const WindowLook large = { .text_scale = 2 };
static const WindowLook narrow_dark = { .width = 360, .height = 560, .is_dark = TRUE };

static void
press (WindowFixture *self, const char *key)
{
  hand_press (GTK_WINDOW (self->window), key);
}

/* The row that waits to be recorded */
static GtkWidget *
find_row_to_record (WindowFixture *self)
{
  GtkWidget *button = window_find (self->window, GTK_TYPE_BUTTON, "Took Place");

  return gtk_widget_get_ancestor (button, TDM_TYPE_MEETING_ROW);
}

static void
test_a_recorded_row_offers_what_was_reached (WindowFixture *self, gconstpointer data)
{
  GtkWidget *row;

  window_open_tandem (self, TANDEM);
  row = find_row_to_record (self);
  window_click_on (row, "Took Place");
  window_wait_toast (self, "Meeting took place");
  window_expect_answer (self, RECORD, "held unknown");
  window_find (row, GTK_TYPE_LABEL, "Goal reached?");
  window_click_on (row, "_Partly");
  window_wait_toast (self, "Outcome noted");
  window_expect_answer (self, RECORD, "held partly");
  eye_wait_gone (row, TDM_TYPE_OUTCOME_BOX, NULL);
  eye_find_label (row, window_is_german () ? "^Ziel teilweise erreicht: " : "^Goal partly reached: ");
  press (self, "<Control>z");
  eye_find (row, TDM_TYPE_OUTCOME_BOX, NULL);
  window_expect_answer (self, RECORD, "held unknown");
  press (self, "<Control>z");
  eye_wait_gone (row, TDM_TYPE_OUTCOME_BOX, NULL);
  window_expect_answer (self, RECORD, "invited unknown");
}

static void
test_recorded_and_answered_by_key (WindowFixture *self, gconstpointer data)
{
  GtkWidget *row;

  window_open_tandem (self, TANDEM);
  row = find_row_to_record (self);
  gtk_widget_grab_focus (window_find (row, GTK_TYPE_BUTTON, "Took Place"));
  press (self, "Return");
  window_wait_toast (self, "Meeting took place");
  press (self, "Return");
  window_wait_toast (self, "Outcome noted");
  window_expect_answer (self, RECORD, "held yes");
}

static void
test_nothing_is_asked_without_a_goal (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, "Bönisch");
  eye_find (self->window, TDM_TYPE_MEETING_ROW, NULL);
  g_assert_null (eye_look (self->window, TDM_TYPE_OUTCOME_BOX, NULL));
}

/* The row goes from the list of those to record: the toast has the question. */
static GtkWidget *
record_in_the_list (WindowFixture *self)
{
  press (self, "<Alt>3");
  hand_click (eye_find (self->window, GTK_TYPE_BUTTON, window_is_german () ? "^Rückmeldung offen" : "^To Record"));
  window_click_on (self->window, "Took Place");
  return eye_find (self->window, TDM_TYPE_OUTCOME_BOX, NULL);
}

static void
test_a_row_that_goes_is_asked_for_in_the_toast (WindowFixture *self, gconstpointer data)
{
  window_click_on (record_in_the_list (self), "_No");
  window_wait_toast (self, "Outcome noted");
  window_expect_answer (self, "SELECT count (*) FROM meeting WHERE outcome = 'no' AND state = 'held' "
                              "AND local_start LIKE '2026-06-%' AND recurrence_id LIKE '2026-06-09%'", "1");
  g_assert_null (eye_look (self->window, TDM_TYPE_OUTCOME_BOX, NULL));
}

/* On a small screen, and with large text */
static void
test_what_is_offered_fits (WindowFixture *self, gconstpointer look)
{
  GtkWidget *row;

  window_open_tandem (self, TANDEM);
  row = find_row_to_record (self);
  window_click_on (row, "Took Place");
  window_find (row, GTK_TYPE_LABEL, "Goal reached?");
  window_settle (self);
  window_expect_size (self, look);
  window_click_on (row, "_No");
  window_expect_answer (self, RECORD, "held no");
}

static void
ask_in_the_toast (WindowFixture *self)
{
  g_autofree char *id = NULL;

  window_open_tandem (self, TANDEM);
  window_click_on (find_row_to_record (self), "Took Place");
  window_wait_toast (self, "Meeting took place");
  id = window_ask (self, "SELECT meeting.id " OF_TANDEM);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.ask-outcome", "(sx)", "It took place",
                              g_ascii_strtoll (id, NULL, 10));
  eye_find_label (self->window, "It took place");
}

static guint
count_questions (WindowFixture *self)
{
  g_autoptr (GPtrArray) found = eye_look_all (self->window, TDM_TYPE_OUTCOME_BOX, NULL);

  return found->len;
}

static void
test_a_toast_with_room_asks (WindowFixture *self, gconstpointer look)
{
  ask_in_the_toast (self);
  g_assert_cmpuint (count_questions (self), ==, 2);
}

/* The row in the tandem does. */
static void
test_a_toast_without_room_does_not_ask (WindowFixture *self, gconstpointer look)
{
  ask_in_the_toast (self);
  g_assert_cmpuint (count_questions (self), ==, 1);
  window_expect_size (self, look);
}

/* --- kinds and titles ----------------------------------------------------------- */

static void
choose_code (GtkWindow *dialog, const char *row, GType codes, int value)
{
  hand_choose (window_find (dialog, ADW_TYPE_COMBO_ROW, row), tdm_code_get_title (codes, value));
}

static guint
get_chosen (GtkWindow *dialog, const char *row)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (window_find (dialog, ADW_TYPE_COMBO_ROW, row)));
}

#define NEW_SERIES "(SELECT max (id) FROM series)"
#define OF_NEW_SERIES "FROM meeting WHERE series = " NEW_SERIES " ORDER BY start"

/* A tandem that knows each other goes on with topics, unless somebody says otherwise. */
static void
test_a_plan_says_what_its_first_and_last_are_for (WindowFixture *self, gconstpointer data)
{
  GType kinds = tdm_meeting_kind_get_type ();
  GtkWindow *dialog;

  window_open_tandem (self, "Bönisch");
  press (self, "<Control>m");
  dialog = window_find_window ("Plan Meetings");
  g_assert_cmpuint (get_chosen (dialog, "First Meeting"), ==, TDM_KIND_TOPIC);
  g_assert_cmpuint (get_chosen (dialog, "Title of the Invitations"), ==, TDM_SUMMARY_NEUTRAL);
  choose_code (dialog, "First Meeting", kinds, TDM_KIND_INFORMAL);
  choose_code (dialog, "Last Meeting", kinds, TDM_KIND_CLOSING);
  choose_code (dialog, "Title of the Invitations", tdm_summary_mode_get_type (), TDM_SUMMARY_TOPIC);
  window_click_on (dialog, "_Plan");
  window_wait_toast (self, "Meetings planned");
  window_expect_answer (self, "SELECT group_concat (kind) FROM (SELECT kind " OF_NEW_SERIES ")",
                        "informal,topic,topic,topic,topic,topic,topic,topic,topic,topic,topic,closing");
  window_expect_answer (self, "SELECT summary_mode FROM series WHERE id = " NEW_SERIES, "topic");
}

static void
test_a_new_tandem_gets_to_know_each_other (WindowFixture *self, gconstpointer data)
{
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  GListModel *pairs = tdm_workspace_get_pairs (workspace);
  GtkWindow *dialog;

  press (self, "<Control>n");
  dialog = window_find_window ("New Tandem");
  window_choose_in_row (dialog, "Mentee (learns)", "Bönisch");
  window_choose_in_row (dialog, "Mentor (gives)", "Lachmundt");
  window_click_on (dialog, "_Add");
  window_wait_toast (self, "Tandem added");
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmRecord) pair = g_list_model_get_item (pairs, i);
      g_autofree char *newest = window_ask (self, "SELECT uid FROM pair ORDER BY id DESC");

      if (g_str_equal (tdm_record_get_uid (pair), newest))
        gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-pair", "s", newest);
    }
  window_settle (self);
  press (self, "<Control>m");
  dialog = window_find_window ("Plan Meetings");
  g_assert_cmpuint (get_chosen (dialog, "First Meeting"), ==, TDM_KIND_GETTING_TO_KNOW);
}

static void
test_the_plan_fits (WindowFixture *self, gconstpointer look)
{
  window_open_tandem (self, "Bönisch");
  press (self, "<Control>m");
  window_shrink (window_find_window ("Plan Meetings"), look);
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/meeting-details/a-plan-says-what-its-first-and-last-are-for", NULL,
                   test_a_plan_says_what_its_first_and_last_are_for);
  WINDOW_TEST_ADD ("/meeting-details/a-new-tandem-gets-to-know-each-other", NULL,
                   test_a_new_tandem_gets_to_know_each_other);
  WINDOW_TEST_ADD ("/meeting-details/narrow-dark/the-plan-fits", &narrow_dark, test_the_plan_fits);
  WINDOW_TEST_ADD ("/meeting-details/a-recorded-row-offers-what-was-reached", NULL,
                   test_a_recorded_row_offers_what_was_reached);
  WINDOW_TEST_ADD ("/meeting-details/recorded-and-answered-by-key", NULL, test_recorded_and_answered_by_key);
  WINDOW_TEST_ADD ("/meeting-details/nothing-is-asked-without-a-goal", NULL, test_nothing_is_asked_without_a_goal);
  WINDOW_TEST_ADD ("/meeting-details/a-row-that-goes-is-asked-for-in-the-toast", NULL,
                   test_a_row_that_goes_is_asked_for_in_the_toast);
  WINDOW_TEST_ADD ("/meeting-details/narrow/what-is-offered-fits", &narrow, test_what_is_offered_fits);
  WINDOW_TEST_ADD ("/meeting-details/narrow/a-toast-without-room-does-not-ask", &narrow,
                   test_a_toast_without_room_does_not_ask);
  WINDOW_TEST_ADD ("/meeting-details/large/what-is-offered-fits", &large, test_what_is_offered_fits);
  WINDOW_TEST_ADD ("/meeting-details/large/a-toast-with-room-asks", &large, test_a_toast_with_room_asks);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
