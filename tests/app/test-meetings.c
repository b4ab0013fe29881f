/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/common/tdm-zone-row.h"
#include "app/meetings/tdm-agenda-list.h"
#include "app/meetings/tdm-agenda-row.h"
#include "app/meetings/tdm-meeting-row.h"
#include "app/pairs/tdm-pair-page.h"
#include "base/tdm-clock.h"
#include "edits/tdm-meeting-edits.h"
#include "edits/tdm-series-plan.h"

#include <glib/gstdio.h>

/* Planning, recording and inviting */

static void
test_a_time_zone_is_found_by_typing (WindowFixture *self, gconstpointer data)
{
  const char *vienna = window_is_german () ? "Wien, Europa" : "Vienna, Europe";
  GtkWindow *dialog;
  GtkWidget *row;

  window_open_tandem (self, "Lindqvister");
  hand_press (GTK_WINDOW (self->window), "<Control>m");
  dialog = window_find_window ("Plan Meetings");
  row = eye_find (dialog, TDM_TYPE_ZONE_ROW, NULL);
  hand_open_menu (eye_find (row, GTK_TYPE_MENU_BUTTON, NULL));
  window_fill (row, "Search time zones", "Vienna");
  eye_find_label (eye_find (row, GTK_TYPE_POPOVER, NULL), vienna);
  hand_press (dialog, "Return");
  eye_wait_gone (row, GTK_TYPE_POPOVER, NULL);
  eye_find_label (row, vienna);
  window_click_on (dialog, "_Plan");
  window_wait_toast (self, "Meetings planned");
  window_expect_answer (self, "SELECT group_concat (DISTINCT zone) FROM meeting WHERE local_start > '2026-07-14' "
                              "AND pair = (SELECT pair.id FROM pair JOIN person ON person.id = mentee "
                              "WHERE name LIKE '%Lindqvister' AND state = 'active')",
                        "Europe/Vienna");
}

#define COUNT_HELD "SELECT count (*) FROM meeting WHERE state = 'held'"

static void
test_one_is_recorded (WindowFixture *self, gconstpointer data)
{
  g_autofree char *before = window_ask (self, COUNT_HELD);
  g_autofree char *after = NULL;

  hand_press (GTK_WINDOW (self->window), "<Alt>3");
  hand_click (eye_find (self->window, GTK_TYPE_BUTTON, "^To Record"));
  hand_click_on (self->window, GTK_TYPE_BUTTON, "Took Place");
  window_wait_toast (self, "Meeting took place");
  after = window_ask (self, COUNT_HELD);
  g_assert_cmpint (atoi (after), ==, atoi (before) + 1);
}

/* As Tab does */
static GtkWidget *
find_next_focus (WindowFixture *self)
{
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_FORWARD));
  return gtk_window_get_focus (GTK_WINDOW (self->window));
}

/* The keyboard goes on to the next one, and after the last out of the list, but not to the message, where the next key
 * would undo what was recorded. */
static void
test_all_are_recorded_by_key (WindowFixture *self, gconstpointer data)
{
  GtkWidget *focus, *all;
  guint n_recorded = 0;

  hand_press (GTK_WINDOW (self->window), "<Alt>3");
  hand_click (eye_find (self->window, GTK_TYPE_BUTTON, "^To Record"));
  focus = eye_find (self->window, GTK_TYPE_BUTTON, "Took Place");
  gtk_widget_grab_focus (focus);
  for (; focus && gtk_widget_get_ancestor (focus, TDM_TYPE_AGENDA_ROW); n_recorded++)
    {
      gtk_widget_activate (focus);
      window_wait_toast (self, "Meeting took place");
      eye_settle ();
      focus = gtk_window_get_focus (GTK_WINDOW (self->window));
    }
  g_assert_cmpuint (n_recorded, >, 1);
  eye_find_label (self->window, "Nothing to Record");
  g_assert_true (focus == NULL || !gtk_widget_get_ancestor (focus, g_type_from_name ("AdwToastWidget")));

  all = eye_find (self->window, GTK_TYPE_BUTTON, "All");
  hand_click (all);
  gtk_widget_grab_focus (all);
  for (guint i = 0; i < 5 && !gtk_widget_get_ancestor (focus = find_next_focus (self), TDM_TYPE_AGENDA_LIST); i++)
    ;
  g_assert_nonnull (gtk_widget_get_ancestor (focus, TDM_TYPE_AGENDA_LIST));
}

/* People answer invitations; what became of a meeting is recorded. One word for both would say of invitations that
 * nobody has answered that all have been. */
static void
test_records_are_not_called_answers (WindowFixture *self, gconstpointer data)
{
  const char *answers = window_is_german () ? "^.*(Rückmeldung|Antwort).*" : "^.*(answer|repl).*";
  GtkWidget *filter;

  window_press (self, "<Alt>3");
  filter = eye_find (self->window, GTK_TYPE_BUTTON, window_is_german () ? "^Nachzutragen" : "^To Record");
  hand_click (filter);
  eye_find (self->window, GTK_TYPE_BUTTON, window_is_german () ? "Fand statt" : "Took Place");
  g_assert_null (eye_look (self->window, GTK_TYPE_BUTTON, answers));
  g_assert_null (eye_look (self->window, GTK_TYPE_LABEL, answers));
}

static void
test_a_round_into_a_folder (WindowFixture *self, gconstpointer data)
{
  g_autofree char *folder = tdm_test_folder_join (&self->folder, "invitations");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  window_choose (self->window, "Main Menu", "Export Invitations of the Round…");
  hand_choose_file (eye_find_window ("Folder for the Invitations"), folder);
  eye_find_label (self->window, "^.*invitations exported");
  g_assert_cmpuint (window_count_files (folder, ".ics"), >, 10);
}

static void
test_a_folder_that_cannot_be_written (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, "Bönisch");
  hand_press (GTK_WINDOW (self->window), "<Control>e");
  hand_choose_file (eye_find_window ("Export Invitation"), "/proc/invitation.ics");
  eye_find_label (NULL, "^.*could not be written");
}

#define OF_TODAY "^Tuesday, 14 July 2026"
#define OF_TOMORROW "^Wednesday, 15 July 2026"

static void
test_a_window_left_open_over_night (WindowFixture *self, gconstpointer data)
{
  gint64 now = tdm_clock_now ();

  hand_press (GTK_WINDOW (self->window), "<Alt>3");
  eye_find (self->window, TDM_TYPE_AGENDA_ROW, OF_TODAY);
  eye_find (self->window, TDM_TYPE_AGENDA_ROW, OF_TOMORROW);
  eye_find_label (self->window, "Tomorrow");
  tdm_clock_freeze (tdm_clock_find_midnight (1));
  eye_wait_gone (self->window, TDM_TYPE_AGENDA_ROW, OF_TODAY);
  eye_find (self->window, TDM_TYPE_AGENDA_ROW, OF_TOMORROW);
  window_wait_count (self->window, GTK_TYPE_LABEL, "Today", 1);
  hand_click (eye_find (self->window, GTK_TYPE_BUTTON, "^To Record"));
  eye_find (self->window, TDM_TYPE_AGENDA_ROW, OF_TODAY);
  tdm_clock_freeze (now);
}

/* A meeting of the tandem that is on show moves to when the first meeting is suggested. */
static void
be_taken_on_the_first_date (WindowFixture *self)
{
  TdmPair *pair = tdm_pair_page_get_pair (TDM_PAIR_PAGE (eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL)));
  GListModel *meetings = tdm_pair_get_meetings (pair);
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  g_autoptr (TdmSeriesPlan) plan = tdm_series_plan_suggest (pair, tdm_workspace_get_programme (workspace));
  g_autoptr (TdmMeeting) last = g_list_model_get_item (meetings, g_list_model_get_n_items (meetings) - 1);
  g_autofree char *start = g_strdup_printf ("%sT%02d:%02d:00", plan->date, plan->hour, plan->minute);

  window_commit (self, tdm_meeting_edits_move (last, start, 60, ""));
}

/* Before they are planned, as for one that is moved */
static void
test_planning_says_who_is_taken (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  window_open_tandem (self, "Bönisch");
  be_taken_on_the_first_date (self);
  hand_press (GTK_WINDOW (self->window), "<Control>m");
  dialog = window_find_window ("Plan Meetings");
  eye_find_label (dialog, "^.*: Jörn Bönisch has another meeting then[.]");
  g_assert_true (gtk_widget_is_sensitive (eye_find (dialog, GTK_TYPE_BUTTON, "Plan")));
}

/* The meetings that go on in another way are not in the way of themselves, but the others are. */
static void
test_this_and_following_says_who_is_taken (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  GtkWidget *row;

  window_open_tandem (self, "Bönisch");
  row = eye_find (self->window, TDM_TYPE_MEETING_ROW, "^.*September 2026");
  window_choose (row, "More About This Meeting", "This and Following…");
  dialog = eye_find_window ("This and Following Meetings");
  window_settle (self);
  g_assert_null (eye_look (dialog, GTK_TYPE_LABEL, "^.*has another meeting then"));
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/meetings/a-time-zone-is-found-by-typing", NULL, test_a_time_zone_is_found_by_typing);
  WINDOW_TEST_ADD ("/meetings/records-are-not-called-answers", NULL, test_records_are_not_called_answers);
  if (window_is_german ())
    return;
  WINDOW_TEST_ADD ("/meetings/one-is-recorded", NULL, test_one_is_recorded);
  WINDOW_TEST_ADD ("/meetings/all-are-recorded-by-key", NULL, test_all_are_recorded_by_key);
  WINDOW_TEST_ADD ("/meetings/planning-says-who-is-taken", NULL, test_planning_says_who_is_taken);
  WINDOW_TEST_ADD ("/meetings/this-and-following-says-who-is-taken", NULL, test_this_and_following_says_who_is_taken);
  WINDOW_TEST_ADD ("/meetings/a-round-into-a-folder", NULL, test_a_round_into_a_folder);
  WINDOW_TEST_ADD ("/meetings/a-folder-that-cannot-be-written", NULL, test_a_folder_that_cannot_be_written);
  WINDOW_TEST_ADD ("/meetings/a-window-left-open-over-night", NULL, test_a_window_left_open_over_night);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
