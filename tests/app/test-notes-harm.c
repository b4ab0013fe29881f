/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "notes-fixture.h"

#include "app/notes/tdm-note-row.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>

/* Private notes whose file another program, or a bad disk, has changed: three notes were written before */

#define HEADER_OF_A_LEAF 8

static int held = -1;

static void
take_one_out (const char *path)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "DELETE FROM note WHERE id = (SELECT min (id) FROM note)", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (database), ==, 1);
  sqlite3_close (database);
}

static int
ask_for_integer (const char *path, const char *question)
{
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;
  int answer;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, question, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return answer;
}

/* The places of the rows in their page: https://www.sqlite.org/fileformat.html#b_tree_pages */
static void
turn_order_round (const char *path)
{
  int root = ask_for_integer (path, "SELECT rootpage FROM sqlite_schema WHERE name = 'note'");
  int size = ask_for_integer (path, "PRAGMA page_size");
  g_autofree char *content = NULL;
  gsize length;
  guint8 *page, *places, swapped[2];

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  page = (guint8 *) content + (gsize) (root - 1) * size;
  g_assert_cmpuint (page[3] * 256 + page[4], ==, 3);
  places = page + HEADER_OF_A_LEAF;
  memcpy (swapped, places, 2);
  memcpy (places, places + 4, 2);
  memcpy (places + 4, swapped, 2);
  g_assert_true (g_file_set_contents (path, content, length, NULL));
}

static void
empty (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
replace_by_a_pipe (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
hold (const char *path)
{
  held = g_open (path, O_RDWR | O_CLOEXEC, 0);
  g_assert_cmpint (flock (held, LOCK_EX), ==, 0);
}

static void
spoil (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  memset (content, 'x', length);
  g_assert_true (g_file_set_contents (path, content, length, NULL));
}

/* Does something to the closed file, and goes back to the notes. */
static void
come_back_after (WindowFixture *self, void (*harm) (const char *path))
{
  static const char *const titles[] = { "First talk", "Second talk", "Third talk" };
  g_autofree char *path = notes_get_path ();

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    notes_write (self, titles[i], "text");
  window_close (self);
  harm (path);
  notes_come_back (self);
}

static GtkTextView *
find_text (WindowFixture *self)
{
  return GTK_TEXT_VIEW (window_find (self->window, GTK_TYPE_TEXT_VIEW, "Text of the Note"));
}

static void
test_what_another_program_took_out_is_told (WindowFixture *self, gconstpointer data)
{
  come_back_after (self, take_one_out);
  notes_unlock (self, NOTES_PASSPHRASE);
  eye_find_label (self->window, "^Something was taken out of the file");
  eye_find_label (self->window, "2 notes");
  hand_click (gtk_widget_get_parent (eye_find (self->window, TDM_TYPE_NOTE_ROW, "^(First|Second|Third) talk, ")));
  g_assert_false (gtk_text_view_get_editable (find_text (self)));
  g_assert_false (gtk_widget_is_sensitive (eye_find (self->window, GTK_TYPE_BUTTON, "New Note")));
  hand_click_on (self->window, GTK_TYPE_BUTTON, "Continue With What Is There");
  eye_wait_gone (self->window, GTK_TYPE_BUTTON, "Continue With What Is There");
  notes_write (self, "Fourth talk", "text");
}

static void
test_a_file_out_of_order_can_be_read_but_not_backed_up (WindowFixture *self, gconstpointer data)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "notes.vault");

  come_back_after (self, turn_order_round);
  notes_unlock (self, NOTES_PASSPHRASE);
  eye_find_label (self->window, "^The file with the notes is damaged. They can be read");
  g_assert_null (eye_look (self->window, GTK_TYPE_BUTTON, "Continue With What Is There"));
  notes_open (self, "Second talk");
  notes_expect_text (self, "text");
  window_choose (self->window, "Menu of the Notes", "Back Up the Notes…");
  hand_choose_file (eye_find_window ("Back Up the Notes"), path);
  window_wait_toast (self, "The file with the notes is damaged. It was left as it is; a backup can be restored.");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_an_empty_file_says_so (WindowFixture *self, gconstpointer data)
{
  come_back_after (self, empty);
  eye_find_label (self->window, "^The file with the notes is empty: nothing is left in it");
  g_assert_null (eye_look (self->window, GTK_TYPE_BUTTON, "Set Up…"));
  eye_find (self->window, GTK_TYPE_BUTTON, "Restore a Backup…");
  eye_find (self->window, GTK_TYPE_BUTTON, "Begin Anew…");
}

static void
test_a_pipe_says_what_it_is_not (WindowFixture *self, gconstpointer data)
{
  come_back_after (self, replace_by_a_pipe);
  eye_find_label (self->window, "This is not a file with private notes of Tandem.");
  g_assert_null (eye_look (self->window, GTK_TYPE_BUTTON, "Begin Anew…"));
}

static void
test_what_another_program_holds_can_only_be_read (WindowFixture *self, gconstpointer data)
{
  come_back_after (self, hold);
  notes_unlock (self, NOTES_PASSPHRASE);
  eye_find_label (self->window, "Another window or program has this file open, so it can only be read here.");
  notes_open (self, "Second talk");
  g_assert_false (gtk_text_view_get_editable (find_text (self)));
}

static void
test_an_unreadable_file_can_be_destroyed (WindowFixture *self, gconstpointer data)
{
  g_autofree char *code = NULL;

  come_back_after (self, spoil);
  eye_find (self->window, GTK_TYPE_BUTTON, "Try Again");
  eye_find (self->window, GTK_TYPE_BUTTON, "Restore a Backup…");
  window_choose (self->window, "Menu of the Notes", "Destroy All Notes…");
  hand_fill (eye_find (NULL, GTK_TYPE_EDITABLE, "Type “destroy” to go on"), "destroy");
  hand_click_on (NULL, GTK_TYPE_BUTTON, "Destroy");
  window_wait_toast (self, "All notes are destroyed.");
  code = notes_begin (self);
  eye_find_label (self->window, "No Notes Yet");
}

static void
tear_down (WindowFixture *self, gconstpointer look)
{
  notes_tear_down (self, look);
  if (held >= 0)
    g_close (held, NULL);
  held = -1;
}

#define ADD(path, func) g_test_add ("/notes-harm/" path, WindowFixture, NULL, notes_set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("what-another-program-took-out-is-told", test_what_another_program_took_out_is_told);
  ADD ("a-file-out-of-order-can-be-read-but-not-backed-up", test_a_file_out_of_order_can_be_read_but_not_backed_up);
  ADD ("an-empty-file-says-so", test_an_empty_file_says_so);
  ADD ("a-pipe-says-what-it-is-not", test_a_pipe_says_what_it_is_not);
  ADD ("what-another-program-holds-can-only-be-read", test_what_another_program_holds_can_only_be_read);
  ADD ("an-unreadable-file-can-be-destroyed", test_an_unreadable_file_can_be_destroyed);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
