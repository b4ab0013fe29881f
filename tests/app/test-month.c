/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/meetings/tdm-agenda-row.h"
#include "app/meetings/tdm-meeting-row.h"
#include "app/meetings/tdm-month-day.h"
#include "app/meetings/tdm-month-meeting.h"

/* The meetings of a month, and those that cannot both take place */

static const WindowLook low = { .width = 1100, .height = 560 };
static const WindowLook narrow = { .width = 360, .height = 560 };
static const WindowLook dark = { .is_dark = TRUE };
static const WindowLook dark_large = { .is_dark = TRUE, .text_scale = 2 };
static const WindowLook narrow_dark_large = { .width = 360, .height = 560, .is_dark = TRUE, .text_scale = 2 };

static const char *
in_language (const char *english, const char *german)
{
  return window_is_german () ? german : english;
}

static void
open_month (WindowFixture *self)
{
  hand_press (GTK_WINDOW (self->window), "<Alt>3");
  hand_click (window_find (self->window, GTK_TYPE_TOGGLE_BUTTON, "Month"));
  eye_find (self->window, TDM_TYPE_MONTH_DAY, NULL);
}

static GtkWidget *
find_day (WindowFixture *self, const char *name)
{
  return eye_find (self->window, TDM_TYPE_MONTH_DAY, name);
}

static void
test_days (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) days = NULL;

  open_month (self);
  eye_find_label (self->window, in_language ("July 2026", "Juli 2026"));
  days = eye_look_all (self->window, TDM_TYPE_MONTH_DAY, NULL);
  g_assert_cmpuint (days->len, ==, 42);
  eye_find_label (self->window, in_language ("Mon", "Mo"));
  eye_find_label (self->window, in_language ("Sun", "So"));
  find_day (self,
            in_language ("Today, Tuesday, 14 July 2026, 2 meetings", "Heute, Dienstag, 14. Juli 2026, 2 Treffen"));
}

static void
test_open_a_meeting (WindowFixture *self, gconstpointer data)
{
  open_month (self);
  hand_click (eye_find (self->window, TDM_TYPE_MONTH_MEETING, "^Wednesday, 22 July 2026, 13:00"));
  eye_find_label (self->window, "Yasemin Mbekani learns from Hanne Ölschläger");
}

static void
test_turn_and_come_back (WindowFixture *self, gconstpointer data)
{
  open_month (self);
  window_click_on (self->window, "Next Month");
  window_click_on (self->window, "Next Month");
  eye_find_label (self->window, "September 2026");
  window_click_on (self->window, "Today");
  eye_find_label (self->window, "July 2026");
  window_click_on (self->window, "Previous Month");
  eye_find_label (self->window, "June 2026");
}

/* What the list of a day says of its first two meetings */
static void
expect_list (void)
{
  eye_find (NULL, TDM_TYPE_AGENDA_ROW, "^Wednesday, 15 July 2026, 08:30 – 09:00");
  eye_find (NULL, TDM_TYPE_AGENDA_ROW, "^Wednesday, 15 July 2026, 08:30 – 09:30");
}

static void
test_all_of_a_full_day (WindowFixture *self, gconstpointer data)
{
  open_month (self);
  hand_click (eye_find (find_day (self, "^Wednesday, 15 July 2026, 4 meetings"), GTK_TYPE_BUTTON, "^[+][0-9] more$"));
  expect_list ();
  hand_click (gtk_widget_get_parent (eye_find (NULL, TDM_TYPE_AGENDA_ROW, "^Wednesday, 15 July 2026, 08:30 – 09:30")));
  eye_find_label (self->window, "Jörn Bönisch learns from Vikram Groß-Lüttmann");
}

static void
test_conflicts (WindowFixture *self, gconstpointer data)
{
  open_month (self);
  window_click_on (self->window, "Next Month");
  eye_find (self->window, TDM_TYPE_MONTH_MEETING,
            in_language ("^.*The room is taken: Ágnes Sanogoré and Øyvind Rosenblüh", "^.*Der Raum ist belegt"));
}

#define TAKEN "^.*The room is taken: Ágnes Sanogoré"

static void
test_a_change_and_its_undoing (WindowFixture *self, gconstpointer data)
{
  open_month (self);
  window_click_on (self->window, "Next Month");
  hand_click (eye_find (self->window, TDM_TYPE_MONTH_MEETING, TAKEN));
  window_choose (eye_find (self->window, TDM_TYPE_MEETING_ROW, "^.*4 August 2026"), "More About This Meeting",
                 "Cancel Meeting");
  hand_press (GTK_WINDOW (self->window), "<Alt>3");
  eye_wait_gone (self->window, TDM_TYPE_MONTH_MEETING, TAKEN);
  hand_press (GTK_WINDOW (self->window), "<Control>z");
  eye_find (self->window, TDM_TYPE_MONTH_MEETING, TAKEN);
}

static void
test_the_choice_is_remembered (WindowFixture *self, gconstpointer data)
{
  open_month (self);
  window_close (self);
  window_open_again (self, NULL);
  hand_press (GTK_WINDOW (self->window), "<Alt>3");
  eye_find (self->window, TDM_TYPE_MONTH_DAY, NULL);
}

static void
test_a_large_programme (WindowFixture *self, gconstpointer data)
{
  window_close (self);
  tdm_test_folder_clear (&self->folder);
  tdm_test_folder_init (&self->folder);
  window_make_sample (self->folder.path, 20);
  window_open_again (self, NULL);
  open_month (self);
  eye_find (self->window, GTK_TYPE_BUTTON, "^[+][0-9]+ more$");
}

static void
test_conflicts_in_the_agenda (WindowFixture *self, gconstpointer data)
{
  hand_press (GTK_WINDOW (self->window), "<Alt>3");
  eye_find_label (self->window, in_language ("The room is taken: Ágnes Sanogoré and Øyvind Rosenblüh",
                                             "^Der Raum ist belegt"));
}

static void
test_narrow_day_and_list (WindowFixture *self, gconstpointer look)
{
  open_month (self);
  hand_click (find_day (self, "^Wednesday, 15 July 2026, 4 meetings"));
  expect_list ();
  window_expect_size (self, look);
}

static void
test_narrow_day_without_meetings (WindowFixture *self, gconstpointer look)
{
  open_month (self);
  hand_click (find_day (self, "^Friday, 17 July"));
  eye_find_label (self->window, "No meetings on this day");
}

static void
test_narrow_conflicts (WindowFixture *self, gconstpointer look)
{
  open_month (self);
  window_click_on (self->window, "Next Month");
  hand_click (find_day (self, "^Tuesday, 4 August"));
  eye_find_label (self->window, "The room is taken: Ágnes Sanogoré and Øyvind Rosenblüh");
}

static void
test_fits (WindowFixture *self, gconstpointer look)
{
  open_month (self);
  eye_find_label (self->window, in_language ("July 2026", "Juli 2026"));
  window_expect_size (self, look);
}

static void
test_dark_next_month (WindowFixture *self, gconstpointer look)
{
  open_month (self);
  window_click_on (self->window, "Next Month");
  eye_find_label (self->window, in_language ("August 2026", "August 2026"));
}

/* Titles and first names would take the room of what tells people apart. */
static void
test_people_have_their_last_names (WindowFixture *self, gconstpointer data)
{
  open_month (self);
  eye_find (self->window, GTK_TYPE_LABEL, "^13:00 [^ ]+[ \n](· )?Lachmundt$");
  g_assert_null (eye_look (self->window, GTK_TYPE_LABEL, "^13:00 .*Malte"));
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/month/days", NULL, test_days);
  WINDOW_TEST_ADD ("/month/people-have-their-last-names", NULL, test_people_have_their_last_names);
  WINDOW_TEST_ADD ("/month/conflicts", NULL, test_conflicts);
  WINDOW_TEST_ADD ("/month/conflicts-in-the-agenda", NULL, test_conflicts_in_the_agenda);
  WINDOW_TEST_ADD ("/month/dark/next-month", &dark, test_dark_next_month);
  WINDOW_TEST_ADD ("/month/dark-large", &dark_large, test_fits);
  WINDOW_TEST_ADD ("/month/narrow-dark-large", &narrow_dark_large, test_fits);
  /* The rest is about days and names that are written in one language. */
  if (window_is_german ())
    return;
  WINDOW_TEST_ADD ("/month/a-change-and-its-undoing", NULL, test_a_change_and_its_undoing);
  WINDOW_TEST_ADD ("/month/the-choice-is-remembered", NULL, test_the_choice_is_remembered);
  WINDOW_TEST_ADD ("/month/a-large-programme", NULL, test_a_large_programme);
  WINDOW_TEST_ADD ("/month/open-a-meeting", NULL, test_open_a_meeting);
  WINDOW_TEST_ADD ("/month/turn-and-come-back", NULL, test_turn_and_come_back);
  WINDOW_TEST_ADD ("/month/all-of-a-full-day", &low, test_all_of_a_full_day);
  WINDOW_TEST_ADD ("/month/narrow/day-and-list", &narrow, test_narrow_day_and_list);
  WINDOW_TEST_ADD ("/month/narrow/day-without-meetings", &narrow, test_narrow_day_without_meetings);
  WINDOW_TEST_ADD ("/month/narrow/conflicts", &narrow, test_narrow_conflicts);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
