/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/meetings/tdm-agenda-row.h"
#include "app/meetings/tdm-meeting-row.h"
#include "app/meetings/tdm-month-day.h"
#include "app/meetings/tdm-month-meeting.h"
#include "app/pairs/tdm-pair-page.h"
#include "base/tdm-clock.h"

/* What can be done about a meeting, wherever it is shown; and the way from there to its row in its tandem */

static const WindowLook low = { .width = 1100, .height = 560 };
static const WindowLook narrow = { .width = 360, .height = 560 };

/* Of one of three on that day */
#define AHEAD "^Wednesday, 15 July 2026, 08:30 – 09:30"
#define AHEAD_DAY "^Wednesday, 15 July 2026, 4 meetings"
#define STATE_AHEAD "SELECT state FROM meeting WHERE local_start = '2026-07-15T08:30:00' AND minutes = 60"

static gboolean
has_meeting (gpointer row)
{
  return tdm_agenda_row_get_meeting (row) != NULL;
}

/* @view: NULL for the first one */
static GtkWidget *
find_agenda_row (WindowFixture *self, const char *view, const char *name)
{
  GtkWidget *row;

  window_press (self, "<Alt>3");
  if (view)
    hand_click (eye_find (self->window, GTK_TYPE_TOGGLE_BUTTON, view));
  row = eye_find (self->window, TDM_TYPE_AGENDA_ROW, name);
  eye_wait (has_meeting, row, "its meeting");
  return row;
}

static void
open_month (WindowFixture *self)
{
  window_press (self, "<Alt>3");
  window_click_on (self->window, "Month");
  eye_find (self->window, TDM_TYPE_MONTH_DAY, NULL);
}

/* With the other button, where a gesture for it is around @widget */
static GtkWidget *
click_with_the_other_button (WindowFixture *self, GtkWidget *widget)
{
  GtkGesture *gesture = NULL;
  GtkWidget *area = widget;
  graphene_point_t place;

  hand_reach (widget);
  while (!gesture && (area = gtk_widget_get_parent (area)))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (area);

      for (guint i = 0; i < g_list_model_get_n_items (controllers) && !gesture; i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (GTK_IS_GESTURE_CLICK (controller) &&
              gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
            gesture = GTK_GESTURE (controller);
        }
    }
  g_assert_nonnull (gesture);
  g_assert_true (gtk_widget_compute_point (widget, area,
                                           &GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (widget) / 2,
                                                                 (float) gtk_widget_get_height (widget) / 2),
                                           &place));
  g_signal_emit_by_name (gesture, "pressed", 1, (double) place.x, (double) place.y);
  return eye_find (area, GTK_TYPE_POPOVER_MENU, NULL);
}

static void
expect_all_of_a_meeting_ahead (GtkWidget *menu)
{
  static const char *const items[] = { "_Move…", "_Cancel Meeting", "A_genda…", "Detai_ls…",
                                       "New _Private Note…" };
  g_autoptr (GPtrArray) answers = NULL;
  g_autofree char *first = NULL, *second = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    window_find (menu, WINDOW_TYPE_ITEM, items[i]);
  /* Of each of the two by name, and not by role: that is what a mail comes with. */
  answers = eye_look_all (menu, WINDOW_TYPE_ITEM, "^Answer of [[:upper:]].");
  g_assert_cmpuint (answers->len, ==, 2);
  first = eye_name (answers->pdata[0]);
  second = eye_name (answers->pdata[1]);
  g_assert_cmpstr (first, !=, second);
  g_assert_false (window_shows (menu, WINDOW_TYPE_ITEM, "To_ok Place"));
}

static void
choose (GtkWidget *menu, const char *item)
{
  hand_click (window_find (menu, WINDOW_TYPE_ITEM, item));
}

static void
test_the_button_of_an_agenda_row (WindowFixture *self, gconstpointer data)
{
  GtkWidget *menu = window_open_menu (find_agenda_row (self, "All", AHEAD), "More About This Meeting");

  expect_all_of_a_meeting_ahead (menu);
  window_find (menu, WINDOW_TYPE_ITEM, "S_how in Tandem");
  choose (menu, "_Move…");
  window_find_window ("Move Meeting");
}

/* The row has the keyboard, for Enter and the keys of its menu, and not the button in it. */
static void
test_the_keyboard_goes_from_row_to_row (WindowFixture *self, gconstpointer data)
{
  GtkWidget *row = gtk_widget_get_parent (find_agenda_row (self, "Upcoming", AHEAD)), *focus;

  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_has_focus (row));
  g_assert_true (gtk_widget_child_focus (gtk_widget_get_parent (row), GTK_DIR_DOWN));
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (focus != row && TDM_IS_AGENDA_ROW (gtk_widget_get_first_child (focus)));
}

static void
test_the_other_button_on_an_agenda_row (WindowFixture *self, gconstpointer data)
{
  GtkWidget *menu = click_with_the_other_button (self, find_agenda_row (self, "Upcoming", AHEAD));

  expect_all_of_a_meeting_ahead (menu);
  choose (menu, "_Cancel Meeting");
  window_wait_toast (self, "Meeting cancelled");
  window_expect_answer (self, STATE_AHEAD, "cancelled");
}

static void
test_the_other_button_in_the_month (WindowFixture *self, gconstpointer data)
{
  GtkWidget *menu;

  open_month (self);
  menu =
    click_with_the_other_button (self, eye_find (self->window, TDM_TYPE_MONTH_MEETING, "^Wednesday, 22 July 2026, 13"));
  expect_all_of_a_meeting_ahead (menu);
  choose (menu, "A_genda…");
  window_find_window ("Agenda");
}

/* The dialog stands over the window, not over the list. */
static void
test_the_other_button_in_the_list_of_a_day (WindowFixture *self, gconstpointer data)
{
  GtkWidget *menu;

  open_month (self);
  hand_click (eye_find (eye_find (self->window, TDM_TYPE_MONTH_DAY, AHEAD_DAY), GTK_TYPE_BUTTON, "^[+][0-9] more$"));
  menu = click_with_the_other_button (self, eye_find (self->window, TDM_TYPE_AGENDA_ROW, AHEAD));
  expect_all_of_a_meeting_ahead (menu);
  choose (menu, "_Move…");
  window_find_window ("Move Meeting");
  eye_wait_gone (self->window, TDM_TYPE_AGENDA_ROW, NULL);
}

static void
test_the_other_button_in_the_tandem (WindowFixture *self, gconstpointer data)
{
  GtkWidget *menu;

  window_open_tandem (self, "Bönisch");
  menu = click_with_the_other_button (self, eye_find (self->window, TDM_TYPE_MEETING_ROW, AHEAD));
  expect_all_of_a_meeting_ahead (menu);
  /* It is there already. */
  g_assert_false (window_shows (menu, WINDOW_TYPE_ITEM, "S_how in Tandem"));
  choose (menu, "Detai_ls…");
  window_find_window ("Meeting");
}

/* It stands in the window, be its row scrolled away. */
static void
test_the_menu_key_on_a_row_out_of_sight (WindowFixture *self, gconstpointer data)
{
  GtkWidget *page, *scroller;

  window_open_tandem (self, "Bönisch");
  page = eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
  scroller = eye_find (page, GTK_TYPE_SCROLLED_WINDOW, NULL);
  gtk_widget_grab_focus (eye_find (page, TDM_TYPE_MEETING_ROW, AHEAD));
  window_settle (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), 0);
  window_settle (self);
  window_press (self, "<Shift>F10");
  expect_all_of_a_meeting_ahead (eye_find (page, GTK_TYPE_POPOVER_MENU, NULL));
}

static void
test_an_answer_is_noted_in_the_agenda (WindowFixture *self, gconstpointer data)
{
  GtkWidget *menu = window_open_menu (find_agenda_row (self, "All", AHEAD), "More About This Meeting");
  g_autofree char *mentee =
    window_ask (self, "SELECT substr (name, 1, instr (name, ' ') - 1) FROM person WHERE id = (SELECT mentee FROM pair "
                      "WHERE id = (SELECT pair FROM meeting WHERE local_start = '2026-07-15T08:30:00' "
                      "AND minutes = 60))");
  g_autofree char *answer = g_strdup_printf ("Answer of %s", mentee);

  hand_click (eye_find (menu, WINDOW_TYPE_ITEM, answer));
  choose (menu, "_Declined");
  window_wait_toast (self, "Answer noted");
  window_expect_answer (self, "SELECT reply FROM attendee WHERE meeting = (SELECT id FROM meeting WHERE "
                              "local_start = '2026-07-15T08:30:00' AND minutes = 60) AND person = "
                              "(SELECT mentee FROM pair WHERE id = (SELECT pair FROM meeting WHERE "
                              "local_start = '2026-07-15T08:30:00' AND minutes = 60))", "declined");
}

#define COUNT_HELD "SELECT count (*) FROM meeting WHERE state = 'held'"

static void
test_recorded_by_the_menu (WindowFixture *self, gconstpointer data)
{
  g_autofree char *before = window_ask (self, COUNT_HELD), *after = NULL;
  GtkWidget *row = find_agenda_row (self, "^To Record", NULL), *focus;

  gtk_widget_grab_focus (window_find (row, GTK_TYPE_BUTTON, "Took Place"));

  window_press (self, "<Shift>F10");
  choose (eye_find (self->window, GTK_TYPE_POPOVER_MENU, NULL), "To_ok Place");
  window_wait_toast (self, "Meeting took place");
  after = window_ask (self, COUNT_HELD);
  g_assert_cmpint (atoi (after), ==, atoi (before) + 1);
  /* The keyboard goes on to the next one. */
  eye_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (focus && (gtk_widget_get_ancestor (focus, TDM_TYPE_AGENDA_ROW) ||
                           TDM_IS_AGENDA_ROW (gtk_widget_get_first_child (focus))));
}

/* What was recorded in the month asks for its outcome as an agenda does. */
static void
test_what_is_over_is_recorded_in_the_month (WindowFixture *self, gconstpointer data)
{
  g_autofree char *before = window_ask (self, COUNT_HELD), *after = NULL;
  gint64 now = tdm_clock_now ();

  open_month (self);
  tdm_clock_freeze (tdm_clock_find_midnight (9));
  choose (click_with_the_other_button (self,
                                       eye_find (self->window, TDM_TYPE_MONTH_MEETING, "^Wednesday, 22 July 2026, 13")),
          "To_ok Place");
  window_wait_toast (self, "Meeting took place");
  after = window_ask (self, COUNT_HELD);
  g_assert_cmpint (atoi (after), ==, atoi (before) + 1);
  tdm_clock_freeze (now);
}

/* --- the way to its row in its tandem -------------------------------------------------- */

static gboolean
has_focus (gpointer row)
{
  return gtk_widget_has_focus (row) && eye_is_shown (row);
}

static void
expect_to_be_at (WindowFixture *self, const char *name)
{
  GtkWidget *page = eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);

  eye_wait (has_focus, eye_find (page, TDM_TYPE_MEETING_ROW, name), "its row to be on show, with the keyboard");
}

static void
test_from_an_agenda_to_the_row (WindowFixture *self, gconstpointer data)
{
  hand_click (gtk_widget_get_parent (find_agenda_row (self, "All", AHEAD)));
  expect_to_be_at (self, AHEAD);
  window_press (self, "Escape");
  choose (window_open_menu (find_agenda_row (self, "All", "^Tuesday, 14 July 2026, 16"), "More About This Meeting"),
          "S_how in Tandem");
  expect_to_be_at (self, "^Tuesday, 14 July 2026, 16");
}

static void
test_from_an_agenda_of_a_narrow_window_to_the_row (WindowFixture *self, gconstpointer data)
{
  hand_click (gtk_widget_get_parent (find_agenda_row (self, NULL, AHEAD)));
  expect_to_be_at (self, AHEAD);
}

static void
test_from_the_month_to_the_row (WindowFixture *self, gconstpointer data)
{
  open_month (self);
  hand_click (eye_find (self->window, TDM_TYPE_MONTH_MEETING, "^Wednesday, 22 July 2026, 13"));
  expect_to_be_at (self, "^Wednesday, 22 July 2026, 13");
}

static void
test_from_the_list_of_a_day_to_the_row (WindowFixture *self, gconstpointer data)
{
  open_month (self);
  hand_click (eye_find (eye_find (self->window, TDM_TYPE_MONTH_DAY, AHEAD_DAY), GTK_TYPE_BUTTON, "^[+][0-9] more$"));
  hand_click (gtk_widget_get_parent (eye_find (NULL, TDM_TYPE_AGENDA_ROW, AHEAD)));
  expect_to_be_at (self, AHEAD);
}

/* Its rows are there already, and it is on show as it was left. */
static void
test_to_the_row_of_a_tandem_that_was_open (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, "Bönisch");
  hand_click (gtk_widget_get_parent (find_agenda_row (self, "All", AHEAD)));
  expect_to_be_at (self, AHEAD);
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/meeting-menu/the-button-of-an-agenda-row", NULL, test_the_button_of_an_agenda_row);
  WINDOW_TEST_ADD ("/meeting-menu/the-keyboard-goes-from-row-to-row", NULL, test_the_keyboard_goes_from_row_to_row);
  WINDOW_TEST_ADD ("/meeting-menu/the-other-button-on-an-agenda-row", NULL, test_the_other_button_on_an_agenda_row);
  WINDOW_TEST_ADD ("/meeting-menu/the-other-button-in-the-month", NULL, test_the_other_button_in_the_month);
  WINDOW_TEST_ADD ("/meeting-menu/the-other-button-in-the-list-of-a-day", &low,
                   test_the_other_button_in_the_list_of_a_day);
  WINDOW_TEST_ADD ("/meeting-menu/the-other-button-in-the-tandem", NULL, test_the_other_button_in_the_tandem);
  WINDOW_TEST_ADD ("/meeting-menu/the-menu-key-on-a-row-out-of-sight", &low, test_the_menu_key_on_a_row_out_of_sight);
  WINDOW_TEST_ADD ("/meeting-menu/an-answer-is-noted-in-the-agenda", NULL, test_an_answer_is_noted_in_the_agenda);
  WINDOW_TEST_ADD ("/meeting-menu/recorded-by-the-menu", NULL, test_recorded_by_the_menu);
  WINDOW_TEST_ADD ("/meeting-menu/what-is-over-is-recorded-in-the-month", NULL,
                   test_what_is_over_is_recorded_in_the_month);
  WINDOW_TEST_ADD ("/meeting-menu/from-an-agenda-to-the-row", NULL, test_from_an_agenda_to_the_row);
  WINDOW_TEST_ADD ("/meeting-menu/narrow/from-an-agenda-to-the-row", &narrow,
                   test_from_an_agenda_of_a_narrow_window_to_the_row);
  WINDOW_TEST_ADD ("/meeting-menu/from-the-month-to-the-row", NULL, test_from_the_month_to_the_row);
  WINDOW_TEST_ADD ("/meeting-menu/from-the-list-of-a-day-to-the-row", &low, test_from_the_list_of_a_day_to_the_row);
  WINDOW_TEST_ADD ("/meeting-menu/to-the-row-of-a-tandem-that-was-open", NULL,
                   test_to_the_row_of_a_tandem_that_was_open);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
