/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include <string.h>

/* Goals that come back from somebody else as a calendar file */

#define TANDEM "Bönisch"

#define FOREIGN \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Tasks//EN\r\n" \
  "BEGIN:VTODO\r\nUID:task-1@example.com\r\nSUMMARY:Podcasts & <b>radio</b>\r\nSTATUS:IN-PROCESS\r\nEND:VTODO\r\n" \
  "BEGIN:VTODO\r\nUID:task-2@example.com\r\nSUMMARY:Listen to one\r\nRELATED-TO:task-1@example.com\r\n" \
  "STATUS:COMPLETED\r\n" \
  "END:VTODO\r\nEND:VCALENDAR\r\n"

#define COUNT_BETTER "SELECT count (*) FROM goal WHERE title = 'Better words'"

static char *
get_path (WindowFixture *self)
{
  return tdm_test_folder_join (&self->folder, "goals.ics");
}

/* The first goal of the tandem; returns the text of the file, unfolded. */
static char *
share_first (WindowFixture *self)
{
  g_autofree char *path = get_path (self);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GtkWindow *dialog;

  window_open_tandem (self, TANDEM);
  window_choose (self->window, "Menu of the Tandem", "Share Goals…");
  dialog = eye_find_window ("Share Goals");
  hand_click (eye_find (dialog, GTK_TYPE_CHECK_BUTTON, NULL));
  eye_find_label (dialog, "1 goal ticked");
  hand_click_on (dialog, GTK_TYPE_BUTTON, "Save…");
  hand_choose_file (eye_find_window ("Save Goals"), path);
  window_wait_toast (self, "1 goal saved");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\r\n ", -1);
  return g_strjoinv ("", lines);
}

static GtkWindow *
open_goals (WindowFixture *self, const char *text)
{
  g_autofree char *path = get_path (self);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_ptr_array_add (files, g_file_new_for_path (path));
  tdm_window_take_files (self->window, files);
  return eye_find_window ("Goals");
}

static void
take_over (GtkWindow *dialog)
{
  hand_click_on (dialog, GTK_TYPE_BUTTON, "Take Over");
  eye_find_label (dialog, "Goals taken over");
}

/* The first goal stands before its steps. */
static char *
change_title (const char *text)
{
  const char *first = strstr (text, "\nSUMMARY:");
  const char *end;

  g_assert_nonnull (first);
  end = strstr (first + 1, "\r\n");
  return g_strdup_printf ("%.*sSUMMARY:Better words%s", (int) (first + 1 - text), text, end);
}

static void
test_what_changes_is_shown_first (WindowFixture *self, gconstpointer data)
{
  g_autofree char *text = share_first (self);
  g_autofree char *changed = change_title (text);
  GtkWindow *dialog = open_goals (self, changed);

  eye_find_label (dialog, "1 goal from Jörn Bönisch: 1 changed");
  eye_find_label (dialog, "^(?s).*becomes “Better words”");
  window_expect_answer (self, COUNT_BETTER, "0");
  take_over (dialog);
  window_expect_answer (self, COUNT_BETTER, "1");
}

static void
test_nothing_new (WindowFixture *self, gconstpointer data)
{
  g_autofree char *text = share_first (self);
  GtkWindow *dialog = open_goals (self, text);

  eye_find_label (dialog, "1 goal from Jörn Bönisch: nothing new");
  g_assert_null (eye_look (dialog, GTK_TYPE_BUTTON, "Take Over"));
}

static void
test_the_user_names_the_tandem (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_goals (self, FOREIGN);

  eye_find_label (dialog, "1 goal. For which tandem?");
  g_assert_null (eye_look (dialog, GTK_TYPE_BUTTON, "Take Over"));
  window_choose_in_row (dialog, "Tandem", "Bönisch");
  eye_find_label (dialog, "1 goal: 1 new");
  take_over (dialog);
  window_expect_answer (self, "SELECT group_concat (title || ' ' || side || ' ' || state) FROM goal "
                              "WHERE title LIKE 'Podcasts &%'",
                        "Podcasts & <b>radio</b> joint in_progress");
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/goals-shared/what-changes-is-shown-first", NULL, test_what_changes_is_shown_first);
  WINDOW_TEST_ADD ("/goals-shared/nothing-new", NULL, test_nothing_new);
  WINDOW_TEST_ADD ("/goals-shared/the-user-names-the-tandem", NULL, test_the_user_names_the_tandem);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
