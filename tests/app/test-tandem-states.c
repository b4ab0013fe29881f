/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tandem-fixture.h"

#include "app/common/tdm-date-row.h"
#include "app/meetings/tdm-agenda-row.h"
#include "app/pairs/tdm-pair-page.h"

/* What people do with the state of tandems: how one comes about, stops, goes on and ends, what that does to meetings
 * and calendars, and how every view tells it. It is Tuesday, 14 July 2026. */

#define STATE "SELECT state FROM " TANDEM_NEW
#define PART "SELECT state FROM participation JOIN person ON person.id = person WHERE name = '" TANDEM_MENTOR "' " \
             "AND role = 'mentor' AND round = (SELECT id FROM round WHERE state = 'running')"
#define OLD_PAIR \
  "pair JOIN person ON person.id = pair.mentee WHERE name = '" TANDEM_MENTEE "' AND pair.state <> 'proposed'"
#define COUNT_OFF \
  "SELECT count (*) FROM meeting JOIN " OLD_PAIR " AND meeting.pair = pair.id AND meeting.state = 'cancelled'"

static const WindowLook narrow_dark = { .width = 360, .height = 560, .is_dark = TRUE };
static const WindowLook large = { .text_scale = 2 };
static const WindowLook narrow_dark_large = { .width = 360, .height = 560, .is_dark = TRUE, .text_scale = 2 };

static void
choose_from_menu (WindowFixture *self, const char *item)
{
  window_choose (self->window, "Menu of the Tandem", item);
}

static void
expect_standing (WindowFixture *self, const char *english, const char *german)
{
  eye_find_label (eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL), window_say (english, german));
}

/* From the proposal to the day on which it begins */
static void
test_it_comes_about (WindowFixture *self, gconstpointer data)
{
  window_expect_answer (self, PART, "reserve");
  tandem_propose (self);
  tandem_expect_step (self, "SELECT group_concat (state || started_on) FROM " TANDEM_NEW, NULL, "proposed");
  window_press (self, "<Alt>2");
  window_press (self, "<Control>f");
  hand_fill (eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, NULL), TANDEM_MENTOR);
  eye_find (self->window, GTK_TYPE_WIDGET,
            window_say ("^.*Proposed: teaches " TANDEM_MENTEE, "^.*Vorgeschlagen: gibt an " TANDEM_MENTEE " weiter"));

  window_open_tandem (self, TANDEM_MENTOR);
  expect_standing (self, "Proposed", "Vorgeschlagen");
  window_click_on (self->window, "Mentee Has Been Asked");
  tandem_expect_step (self, "SELECT state || ' ' || mentee_asked_on FROM " TANDEM_NEW, "proposed ", "asked 2026-07-14");
  expect_standing (self, "Mentee asked since Tue, 14 Jul", "Mentee angefragt seit Di, 14. Jul");
  window_click_on (self->window, "Mentor Has Been Asked");
  tandem_expect_step (self, "SELECT mentee_agreed_on || ' ' || mentor_asked_on FROM " TANDEM_NEW, " ",
                      "2026-07-14 2026-07-14");
  expect_standing (self, "Mentor asked since Tue, 14 Jul", "Mentor:in angefragt seit Di, 14. Jul");
  window_click_on (self->window, "Confirm");
  tandem_expect_step (self, PART, "reserve", "matched");
  expect_standing (self, "Confirmed since Tue, 14 Jul", "Bestätigt seit Di, 14. Jul");
  window_click_on (self->window, "Activate…");
  window_click_on (NULL, "_Activate");
  tandem_expect_step (self, "SELECT state || ' ' || started_on FROM " TANDEM_NEW, "confirmed ", "active 2026-07-14");
  expect_standing (self, "Active since Tue, 14 Jul", "Aktiv seit Di, 14. Jul");
}

/* From there to its end, and on */
static void
test_it_goes_on_and_ends (WindowFixture *self, gconstpointer data)
{
  tandem_add (self);
  window_expect_answer (self, PART, "matched");
  choose_from_menu (self, "E_xtend…");
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (NULL, TDM_TYPE_DATE_ROW, "New planned end")), "2027-04-30");
  window_click_on (NULL, "_Extend");
  tandem_expect_step (self, "SELECT planned_end FROM " TANDEM_NEW, "2027-03-03", "2027-04-30");
  eye_find_label (self->window, window_say ("Extended until Fri, 30 Apr 2027", "Verlängert bis Fr, 30. Apr 2027"));

  /* There are no meetings to ask about. */
  choose_from_menu (self, "P_ause…");
  g_assert_false (window_shows (NULL, GTK_TYPE_CHECK_BUTTON, "Cancel the meetings before a day"));
  window_click_on (NULL, "_Pause");
  tandem_expect_step (self, STATE, "active", "paused");
  expect_standing (self, "Paused since Tue, 14 Jul", "Pausiert seit Di, 14. Jul");
  window_click_on (self->window, "Resume");
  tandem_expect_step (self, STATE, "paused", "active");

  /* None of its goals was reached: it has none. */
  choose_from_menu (self, "_End…");
  window_click_on (NULL, "_End");
  tandem_expect_step (self, PART, "matched", "alumni");
  expect_standing (self, "Completed on Tue, 14 Jul", "Abgeschlossen am Di, 14. Jul");
  window_click_on (self->window, "Take Up Again");
  tandem_expect_step (self, "SELECT state || ended_on || end_reason FROM " TANDEM_NEW,
                      "completed2026-07-14round_end", "activenone");
  window_expect_answer (self, PART, "matched");
  window_expect_answer (self, "SELECT group_concat (kind || ':' || to_state, ' ') FROM pair_event WHERE pair = "
                              "(SELECT pair.id FROM " TANDEM_NEW ")",
                        "state:active extended:active state:paused state:active state:completed state:active");
  eye_find_label (self->window, window_say ("Taken up again", "Wieder aufgenommen"));
}

static void
test_the_views_say_where_it_stands (WindowFixture *self, gconstpointer data)
{
  GtkWidget *filter;

  tandem_propose (self);
  window_open_tandem (self, TANDEM_MENTOR);
  window_click_on (self->window, "Mentee Has Been Asked");
  window_settle (self);
  window_press (self, "<Alt>1");
  eye_find (self->window, WINDOW_TYPE_CARD,
            window_say ("^.*Mentee asked since Tue, 14 Jul$", "^.*Mentee angefragt seit Di, 14[.] Jul$"));
  window_press (self, "<Control>2");
  eye_find_label (self->window, window_say ("Mentee asked since Tue, 14 Jul", "Mentee angefragt seit Di, 14. Jul"));
  window_press (self, "<Control>1");
  filter = hand_open_menu (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter and Sort"));
  hand_choose (window_find (filter, GTK_TYPE_DROP_DOWN, "State"), window_say ("Being prepared", "In Vorbereitung"));
  eye_find_label (self->window, window_say ("1 tandem", "1 Tandem"));
}

static void
test_who_says_no_is_free (WindowFixture *self, gconstpointer data)
{
  tandem_propose (self);
  window_open_tandem (self, TANDEM_MENTOR);
  choose_from_menu (self, "Dec_line…");
  window_fill (NULL, "A word for the history", "No time before autumn");
  window_click_on (NULL, "_Decline");
  tandem_expect_step (self, STATE, "proposed", "declined");
  window_expect_answer (self, PART, "reserve");
  eye_find_label (self->window, "No time before autumn");
}

/* Meetings and calendars: the assistant of the mentee has them in the calendar, too */

static void
test_the_end_says_what_it_calls_off (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, TANDEM_OLD);
  window_expect_answer (self, COUNT_OFF, "3");
  choose_from_menu (self, "_End…");
  eye_find (NULL, GTK_TYPE_LABEL,
            window_say ("^.*7 meetings to come are cancelled[.] 3 people get a cancellation[.]",
                        "^.*7 künftige Treffen werden abgesagt[.] 3 Personen erhalten eine Absage[.]"));
  window_click_on (NULL, "_End");
  tandem_expect_step (self, COUNT_OFF, "3", "10");
}

static void
test_a_pause_keeps_meetings_or_not (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, TANDEM_OLD);
  choose_from_menu (self, "P_ause…");
  eye_find (NULL, GTK_TYPE_LABEL, window_say ("^7 meetings to come stay", "^7 künftige Treffen bleiben"));
  hand_click (window_find (NULL, GTK_TYPE_CHECK_BUTTON, "Cancel the meetings before a day"));
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (NULL, TDM_TYPE_DATE_ROW, "Until")), "2026-10-01");
  eye_find (NULL, GTK_TYPE_LABEL, window_say ("^2 meetings to come are cancelled[.] 3 people get",
                                              "^2 künftige Treffen werden abgesagt[.] 3 Personen"));
  /* It is put down on a Tuesday what has been so since the Friday before. */
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (NULL, TDM_TYPE_DATE_ROW, "Date")), "2026-07-15");
  window_find (NULL, GTK_TYPE_LABEL, "This day is still to come. Please note it when it is there.");
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (NULL, TDM_TYPE_DATE_ROW, "Date")), "2026-07-10");
  window_click_on (NULL, "_Pause");
  tandem_expect_step (self, COUNT_OFF, "3", "5");
  expect_standing (self, "Paused since Fri, 10 Jul", "Pausiert seit Fr, 10. Jul");
  eye_find_label (self->window, window_say ("Meetings before Thu, 1 Oct were cancelled",
                                            "Treffen vor Do, 1. Okt wurden abgesagt"));
}

#define PAUSED "The tandem is paused. Its meetings wait until it goes on."
#define CHANGED "Changed, not sent yet"
#define ROW "^.*" TANDEM_MENTEE " · Vikram.*"

/* Its meetings and what has to be sent, in the views that show them */
static void
test_meetings_and_messages_follow (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, TANDEM_OLD);
  choose_from_menu (self, "P_ause…");
  window_click_on (NULL, "_Pause");
  window_find (self->window, GTK_TYPE_LABEL, PAUSED);
  window_press (self, "<Alt>3");
  eye_find (self->window, TDM_TYPE_AGENDA_ROW, window_say (ROW "Paused", ROW "Pausiert"));
  window_open_tandem (self, TANDEM_OLD);
  window_click_on (self->window, "Resume");
  window_wait_gone (self->window, GTK_TYPE_LABEL, PAUSED);
  g_assert_false (window_shows (self->window, GTK_TYPE_LABEL, CHANGED));

  choose_from_menu (self, "_End…");
  window_click_on (NULL, "_End");
  window_find (self->window, GTK_TYPE_LABEL, CHANGED);
  window_press (self, "<Alt>3");
  window_settle (self);
  g_assert_null (eye_look (self->window, TDM_TYPE_AGENDA_ROW, ROW));
  window_press (self, "<Control>z");
  eye_find (self->window, TDM_TYPE_AGENDA_ROW, ROW);
  window_open_tandem (self, TANDEM_OLD);
  window_wait_gone (self->window, GTK_TYPE_LABEL, CHANGED);
}

/* Meetings that began before anybody was invited stay with the one who leaves; nobody was told of anything for that. */
static void
test_nobody_is_invited_yet_whoever_leaves (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  tandem_add (self);
  window_press (self, "<Control>m");
  dialog = window_find_window ("Plan Meetings");
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (dialog, TDM_TYPE_DATE_ROW, "First Date")), "2026-07-06");
  window_click_on (dialog, "_Plan");
  window_wait_toast (self, "Meetings planned");
  window_find (self->window, GTK_TYPE_LABEL, "Nobody is invited yet");
  window_choose (self->window, "Menu of the Tandem", "C_hange People…");
  dialog = window_find_window ("Change People");
  window_choose_partner (dialog, TDM_ROLE_MENTOR, "Lindqv");
  window_click_on (dialog, "_Change");
  window_wait_toast (self, "People changed");
  window_settle (self);
  window_find (self->window, GTK_TYPE_LABEL, "Nobody is invited yet");
}

static void
test_what_people_expect_is_not_removed (WindowFixture *self, gconstpointer data)
{
  GtkWidget *remove;

  window_open_tandem (self, TANDEM_OLD);
  choose_from_menu (self, "_Remove");
  eye_find (NULL, GTK_TYPE_LABEL, window_say ("^3 people have its meetings in their calendars[.] Please end the tandem",
                                              "^3 Personen haben die Treffen im Kalender[.] Bitte zuerst"));
  remove = window_find (NULL, GTK_TYPE_BUTTON, "_Remove");
  g_assert_false (gtk_widget_is_sensitive (remove));
  window_click_on (NULL, "_End…");
  window_find_window ("End the Tandem?");
}

/* Without meetings there is nothing to ask. */
static void
test_who_loses_a_tandem_waits_again (WindowFixture *self, gconstpointer data)
{
  tandem_add (self);
  choose_from_menu (self, "_Remove");
  window_wait_toast (self, "Tandem removed");
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  tandem_expect_step (self, PART, "matched", "reserve");
}

/* What a verb needs to know is still read when the file is closed. */
static gboolean
close_file_cb (gpointer workspace)
{
  tdm_workspace_close (workspace);
  return G_SOURCE_REMOVE;
}

static void
test_nothing_is_asked_of_a_closed_file (WindowFixture *self, gconstpointer data)
{
  GtkWidget *page;

  tandem_add (self);
  page = eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
  gtk_widget_activate_action (page, "pair.extend", NULL);
  window_click_on (window_find_window ("Extend the Tandem"), "_Cancel");
  window_settle (self);
  /* Between the two things that are read */
  gtk_widget_activate_action (page, "pair.extend", NULL);
  g_idle_add_full (G_PRIORITY_DEFAULT, close_file_cb, tdm_window_get_workspace (self->window), NULL);
  eye_settle ();
  g_assert_null (eye_look (NULL, ADW_TYPE_MESSAGE_DIALOG, NULL));
}

/* What is wrong with the file may show only when its meetings are read. */
static void
test_nothing_is_offered_for_an_altered_file (WindowFixture *self, gconstpointer data)
{
  GtkWidget *menu;

  window_settle (self);
  window_alter (self,
                "UPDATE meeting SET state = 'frozen' WHERE id = (SELECT max (meeting.id) FROM meeting JOIN " OLD_PAIR
                " AND meeting.pair = pair.id)");
  window_open_tandem (self, TANDEM_OLD);
  window_wait_gone (self->window, GTK_TYPE_ENTRY, "Add a goal");
  g_assert_false (gtk_widget_is_sensitive (window_find (self->window, TDM_TYPE_DATE_ROW, "Planned end")));
  menu = window_open_menu (self->window, "Menu of the Tandem");
  g_assert_false (window_shows (menu, WINDOW_TYPE_ITEM, "P_ause…"));
}

/* Narrow, dark and with large text */

static void
test_page_looks (WindowFixture *self, gconstpointer look)
{
  tandem_add (self);
  window_expect_size (self, look);
}

static void
test_dialog_looks (WindowFixture *self, gconstpointer look)
{
  window_open_tandem (self, TANDEM_OLD);
  gtk_widget_activate_action (eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL), "pair.pause", NULL);
  window_shrink (window_find_window ("Pause the Tandem?"), look);
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/tandem-states/it-comes-about", NULL, test_it_comes_about);
  WINDOW_TEST_ADD ("/tandem-states/it-goes-on-and-ends", NULL, test_it_goes_on_and_ends);
  WINDOW_TEST_ADD ("/tandem-states/the-views-say-where-it-stands", NULL, test_the_views_say_where_it_stands);
  WINDOW_TEST_ADD ("/tandem-states/who-says-no-is-free", NULL, test_who_says_no_is_free);
  WINDOW_TEST_ADD ("/tandem-states/the-end-says-what-it-calls-off", NULL, test_the_end_says_what_it_calls_off);
  WINDOW_TEST_ADD ("/tandem-states/a-pause-keeps-meetings-or-not", NULL, test_a_pause_keeps_meetings_or_not);
  WINDOW_TEST_ADD ("/tandem-states/meetings-and-messages-follow", NULL, test_meetings_and_messages_follow);
  WINDOW_TEST_ADD ("/tandem-states/nobody-is-invited-yet-whoever-leaves", NULL,
                   test_nobody_is_invited_yet_whoever_leaves);
  WINDOW_TEST_ADD ("/tandem-states/what-people-expect-is-not-removed", NULL, test_what_people_expect_is_not_removed);
  WINDOW_TEST_ADD ("/tandem-states/who-loses-a-tandem-waits-again", NULL, test_who_loses_a_tandem_waits_again);
  WINDOW_TEST_ADD ("/tandem-states/nothing-is-asked-of-a-closed-file", NULL, test_nothing_is_asked_of_a_closed_file);
  WINDOW_TEST_ADD ("/tandem-states/nothing-is-offered-for-an-altered-file", NULL,
                   test_nothing_is_offered_for_an_altered_file);
  WINDOW_TEST_ADD ("/tandem-states/page/narrow-dark", &narrow_dark, test_page_looks);
  WINDOW_TEST_ADD ("/tandem-states/page/large", &large, test_page_looks);
  WINDOW_TEST_ADD ("/tandem-states/page/narrow-dark-large", &narrow_dark_large, test_page_looks);
  WINDOW_TEST_ADD ("/tandem-states/dialog/narrow-dark-large", &narrow_dark_large, test_dialog_looks);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
