/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "notes-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

/* Private notes on a disk that is full: a limit on the size of files stands for it */

#define SMALL 4096 /* room for settings and a draft, not for the notes */
#define NOT_SAVED "^(Not saved|Nicht gespeichert): "
#define ONE_IS_NOT_SAVED "^1 note is not saved[.]"
#define RECOVERED "^1 text could not be saved before the notes were locked"

static const WindowLook narrow = { .width = 360, .height = 560 };

static void
set_room (rlim_t room)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = room;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
make_room (void)
{
  set_room (RLIM_INFINITY);
}

static char *
get_drafts (void)
{
  return g_build_filename (g_get_user_state_dir (), "tandem", "drafts", NULL);
}

/* Whatever is in the way of drafts, or they themselves */
static void
remove_drafts (void)
{
  g_autofree char *drafts = get_drafts ();
  g_autoptr (GDir) folder = g_dir_open (drafts, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)))
    {
      g_autofree char *path = g_build_filename (drafts, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_remove (drafts);
}

static void
tear_down (WindowFixture *self, gconstpointer look)
{
  make_room ();
  notes_tear_down (self, look);
  remove_drafts ();
}

/* One note that is saved, and goes on with words that are not. */
static void
write_in_vain (WindowFixture *self)
{
  notes_write (self, "First talk", "text");
  set_room (SMALL);
  notes_fill_text (self, "text and more");
  eye_find_label (self->window, NOT_SAVED);
}

static void
expect_both_words (WindowFixture *self)
{
  notes_open (self, "First talk");
  notes_expect_text (self, "text and more");
}

static void
test_it_is_saved_by_itself_once_there_is_room (WindowFixture *self, gconstpointer data)
{
  write_in_vain (self);
  eye_find_label (self->window, ONE_IS_NOT_SAVED);
  make_room ();
  notes_wait_saved (self);
  eye_wait_gone (self->window, GTK_TYPE_LABEL, ONE_IS_NOT_SAVED);
  g_assert_null (eye_look (self->window, GTK_TYPE_LABEL, NOT_SAVED));
  notes_lock (self);
  notes_unlock (self, NOTES_PASSPHRASE);
  expect_both_words (self);
}

static void
test_another_note_can_be_read_meanwhile (WindowFixture *self, gconstpointer data)
{
  notes_write (self, "Second talk", "other");
  set_room (SMALL);
  window_click_on (self->window, "New Note");
  window_fill (self->window, "Title", "Third talk");
  eye_find_label (self->window, NOT_SAVED);
  notes_open (self, "Second talk");
  notes_open (self, "Third talk");
  eye_find_label (self->window, NOT_SAVED);
  notes_open (self, "Second talk");
  eye_wait_gone (self->window, GTK_TYPE_LABEL, NOT_SAVED);
  make_room ();
  eye_wait_gone (self->window, GTK_TYPE_LABEL, ONE_IS_NOT_SAVED);
  notes_open (self, "Third talk");
  notes_wait_saved (self);
}

static void
test_a_lock_keeps_what_it_cannot_save (WindowFixture *self, gconstpointer data)
{
  write_in_vain (self);
  notes_lock (self);
  eye_find_label (self->window, "^What you wrote last could not be saved[.] It is kept, encrypted, and is in");
  make_room ();
  notes_unlock (self, NOTES_PASSPHRASE);
  eye_find_label (self->window, RECOVERED);
  expect_both_words (self);
}

static void
test_with_no_room_anywhere_closing_says_that_it_is_lost (WindowFixture *self, gconstpointer data)
{
  g_autofree char *drafts = get_drafts ();
  g_autofree char *folder = g_path_get_dirname (drafts);

  remove_drafts ();
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (drafts, "", -1, NULL)); /* where the folder should be */
  write_in_vain (self);
  notes_lock (self);
  eye_find_label (self->window, "^(?s).*only as long as Tandem stays open");
  hand_press (GTK_WINDOW (self->window), "<Control>q");
  eye_find_label (NULL, "^(?s).*If you close Tandem now, what you wrote last is lost[.]$");
  window_click_on (NULL, "_Cancel");
  make_room ();
  notes_unlock (self, NOTES_PASSPHRASE);
  eye_find_label (self->window, RECOVERED);
}

/* The dialog has the button twice: side by side with the others, and below each other. */
static gboolean
can_try_again (gpointer data)
{
  g_autofree char *name = window_word ("_Try Again");
  GtkWidget *button = eye_look (NULL, GTK_TYPE_BUTTON, name);

  return button && eye_is_shown (button);
}

static void
test_trying_again_closes_once_there_is_room (WindowFixture *self, gconstpointer data)
{
  set_room (SMALL);
  hand_press (GTK_WINDOW (self->window), "<Control><Alt>n");
  window_fill (self->window, "Title", "Unter uns");
  eye_find_label (self->window, NOT_SAVED);
  hand_press (GTK_WINDOW (self->window), "<Control>q");
  eye_find_label (NULL, window_is_german () ? "1 Notiz ist nicht gespeichert" : "1 Note Is Not Saved");
  /* Or else it may be saved by itself before the click */
  eye_wait (can_try_again, NULL, "the question to be there");
  make_room ();
  window_click_on (NULL, "_Try Again");
  window_wait_freed (self);
  notes_come_back (self);
  notes_unlock (self, NOTES_PASSPHRASE);
  notes_find_row (self, "Unter uns");
}

#define ADD(path, look, func) g_test_add ("/notes-unsaved/" path, WindowFixture, look, notes_set_up, func, tear_down)

static void
add_tests (void)
{
  signal (SIGXFSZ, SIG_IGN); /* as GLib does for programs that are started; to write is an error then */
  ADD ("trying-again-closes-once-there-is-room/usual", NULL, test_trying_again_closes_once_there_is_room);
  ADD ("trying-again-closes-once-there-is-room/narrow", &narrow, test_trying_again_closes_once_there_is_room);
  if (window_is_german ())
    return;
  ADD ("it-is-saved-by-itself-once-there-is-room", NULL, test_it_is_saved_by_itself_once_there_is_room);
  ADD ("another-note-can-be-read-meanwhile", NULL, test_another_note_can_be_read_meanwhile);
  ADD ("a-lock-keeps-what-it-cannot-save", NULL, test_a_lock_keeps_what_it_cannot_save);
  ADD ("with-no-room-anywhere-closing-says-that-it-is-lost", NULL,
       test_with_no_room_anywhere_closing_says_that_it_is_lost);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
