/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#define _GNU_SOURCE /* memmem() */

#include "live-vault.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* What becomes of a text that cannot be saved: a limit on the size of files stands for a disk that is full. */

/* Room for a draft, not for the notes */
#define SMALL 4096

static void
set_room (rlim_t most)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = most;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
tear_down (LiveVault *self, gconstpointer data)
{
  set_room (RLIM_INFINITY);
  live_vault_tear_down (self, data);
}

/* Waits for what was asked before. */
static void
save_all (LiveVault *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  tdm_notebook_save_all_async (self->vault, tdm_test_result_cb, &self->result);
  result = tdm_test_wait (&self->result);
  self->result = NULL;
}

static void
save_in_vain (LiveVault *self, TdmNote *note)
{
  g_autoptr (GError) error = NULL;

  tdm_notebook_save_async (self->vault, note, tdm_test_result_cb, &self->result);
  live_vault_finish (self, &error);
  g_assert_nonnull (error);
}

static void
lock (LiveVault *self)
{
  tdm_notebook_lock (self->vault);
  save_all (self);
}

/* A saved note, which goes on in vain */
static TdmNote *
write_in_vain (LiveVault *self, rlim_t room)
{
  g_autofree char *uid = live_vault_save (self, "Title", "saved");
  TdmNote *note = live_vault_read (self, uid, NULL);

  set_room (room);
  tdm_note_set_text (note, "written in vain");
  save_in_vain (self, note);
  return note;
}

static void
expect_text (LiveVault *self, TdmNote *note, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmNote) read = live_vault_read (self, tdm_note_get_uid (note), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tdm_note_get_text (read), ==, text);
}

/* Of two notes that which is not this one */
static TdmNote *
get_other (LiveVault *self, const char *uid)
{
  g_autoptr (TdmNote) first = g_list_model_get_item (tdm_notebook_get_notes (self->vault), 0);

  if (!g_str_equal (tdm_note_get_uid (first), uid))
    return g_steal_pointer (&first);
  return g_list_model_get_item (tdm_notebook_get_notes (self->vault), 1);
}

static char *
get_drafts_folder (LiveVault *self)
{
  return g_build_filename (self->folder.folder, "state", "drafts", NULL);
}

/* Paths of the files below a folder */
static void
find_files (const char *folder, GPtrArray *paths)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        find_files (path, paths);
      else
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

static GPtrArray *
list_drafts (LiveVault *self)
{
  g_autofree char *folder = get_drafts_folder (self);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  find_files (folder, paths);
  return paths;
}

static guint
count_drafts (LiveVault *self)
{
  g_autoptr (GPtrArray) drafts = list_drafts (self);

  return drafts->len;
}

static void
test_what_a_lock_could_not_save_is_there_after_unlocking (LiveVault *self, gconstpointer room)
{
  g_autoptr (TdmNote) note = write_in_vain (self, GPOINTER_TO_UINT (room));

  g_assert_cmpint (tdm_notebook_get_facts (self->vault)->n_unsaved, ==, 1);
  g_assert_nonnull (tdm_notebook_get_facts (self->vault)->reason);
  lock (self);
  g_assert_cmpint (tdm_notebook_get_facts (self->vault)->n_unsaved, ==, 1);
  g_assert_cmpint (tdm_notebook_get_facts (self->vault)->n_in_memory, ==, room ? 0 : 1);
  set_room (RLIM_INFINITY);
  live_vault_unlock (self);
  g_assert_cmpint (tdm_notebook_get_facts (self->vault)->n_recovered, ==, 1);
  g_assert_cmpint (tdm_notebook_get_facts (self->vault)->n_unsaved, ==, 0);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  expect_text (self, note, "written in vain");
  g_assert_cmpint (count_drafts (self), ==, 0);
}

static void
test_the_next_start_finds_it (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmNote) note = write_in_vain (self, SMALL);

  live_vault_close (self);
  set_room (RLIM_INFINITY);
  live_vault_open (self);
  tdm_notebook_look_async (self->vault, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_cmpint (tdm_notebook_get_facts (self->vault)->n_unsaved, ==, 1);
  live_vault_unlock (self);
  expect_text (self, note, "written in vain");
  tdm_notebook_forget_recovered (self->vault);
  save_all (self);
  g_assert_cmpint (tdm_notebook_get_facts (self->vault)->n_recovered, ==, 0);
}

static void
test_nobody_can_read_what_waits (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmNote) note = write_in_vain (self, SMALL);
  g_autoptr (GPtrArray) drafts = list_drafts (self);
  g_autofree char *content = NULL;
  struct stat status;
  gsize length;

  g_assert_cmpint (drafts->len, ==, 1);
  g_assert_cmpint (g_stat (drafts->pdata[0], &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (drafts->pdata[0], &content, &length, NULL));
  g_assert_cmpint (length, >, 1024);
  g_assert_null (memmem (content, length, "vain", 4));
  g_assert_null (memmem (content, length, "Title", 5));
}

/* Without anybody asking */
static void
test_what_nobody_shows_is_saved_once_there_is_room (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmNote) note = tdm_note_new ("", ""), listed = NULL;

  set_room (SMALL);
  tdm_note_set_title (note, "New");
  save_in_vain (self, note);
  tdm_notebook_keep (self->vault, note);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  listed = g_list_model_get_item (tdm_notebook_get_notes (self->vault), 0);
  g_assert_cmpint (tdm_note_get_revision (listed), ==, 0);
  set_room (RLIM_INFINITY);
  while (tdm_notebook_get_facts (self->vault)->n_unsaved > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  g_assert_cmpint (tdm_note_get_revision (listed), ==, 1);
  g_assert_cmpint (count_drafts (self), ==, 0);
}

static void
test_what_waits_is_what_is_read (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmNote) note = write_in_vain (self, SMALL), read = NULL;
  g_autoptr (GError) error = NULL;

  tdm_notebook_keep (self->vault, note);
  tdm_notebook_claim (self->vault, tdm_note_get_uid (note));
  read = live_vault_read (self, tdm_note_get_uid (note), &error);
  g_assert_cmpstr (tdm_note_get_text (read), ==, "written in vain");
  g_assert_true (tdm_note_is_unsaved (read));
  set_room (RLIM_INFINITY);
  tdm_note_set_text (read, "written in vain, and on");
  tdm_notebook_save_async (self->vault, read, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  save_all (self);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  expect_text (self, note, "written in vain, and on");
}

/* The second of two saves on their way counts on the first. */
static void
test_what_builds_on_it_is_no_other_note (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmNote) note = write_in_vain (self, SMALL);

  set_room (RLIM_INFINITY);
  tdm_note_set_revision (note, tdm_note_get_revision (note) + 1);
  tdm_note_set_text (note, "the next words");
  tdm_notebook_save_async (self->vault, note, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  expect_text (self, note, "the next words");
}

static void
test_still_no_room_after_unlocking (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmNote) note = write_in_vain (self, SMALL);

  lock (self);
  live_vault_unlock (self);
  g_assert_cmpint (tdm_notebook_get_facts (self->vault)->n_recovered, ==, 0);
  g_assert_cmpint (tdm_notebook_get_facts (self->vault)->n_unsaved, ==, 1);
  expect_text (self, note, "written in vain");
  set_room (RLIM_INFINITY);
  save_all (self);
  g_assert_cmpint (tdm_notebook_get_facts (self->vault)->n_unsaved, ==, 0);
  lock (self);
  live_vault_unlock (self);
  expect_text (self, note, "written in vain");
}

/* As after a backup was brought back: nobody can say which is the right one. */
static void
test_on_another_state_both_are_kept (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmNote) note = write_in_vain (self, SMALL), other = NULL;
  g_autoptr (GPtrArray) drafts = list_drafts (self);
  g_autofree char *aside = tdm_test_folder_join (&self->folder, "aside");

  g_assert_cmpint (g_rename (drafts->pdata[0], aside), ==, 0);
  set_room (RLIM_INFINITY);
  tdm_note_set_text (note, "saved elsewhere");
  tdm_notebook_save_async (self->vault, note, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  lock (self);
  g_assert_cmpint (g_rename (aside, drafts->pdata[0]), ==, 0);
  live_vault_unlock (self);
  g_assert_cmpint (live_vault_count (self), ==, 2);
  expect_text (self, note, "saved elsewhere");
  other = get_other (self, tdm_note_get_uid (note));
  expect_text (self, other, "written in vain");
}

static void
test_what_was_saved_after_all_is_no_news (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmNote) note = write_in_vain (self, SMALL);
  g_autoptr (GPtrArray) drafts = list_drafts (self);
  g_autofree char *aside = tdm_test_folder_join (&self->folder, "aside");

  g_assert_cmpint (g_rename (drafts->pdata[0], aside), ==, 0);
  set_room (RLIM_INFINITY);
  tdm_notebook_save_async (self->vault, note, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  lock (self);
  g_assert_cmpint (g_rename (aside, drafts->pdata[0]), ==, 0);
  live_vault_unlock (self);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  g_assert_cmpint (tdm_notebook_get_facts (self->vault)->n_recovered, ==, 0);
  g_assert_cmpint (count_drafts (self), ==, 0);
}

/* Whoever can write into that folder cannot write notes. */
static void
test_forged_drafts_are_nothing (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmNote) note = write_in_vain (self, SMALL);
  g_autoptr (GPtrArray) drafts = list_drafts (self);
  const char *draft = drafts->pdata[0];
  g_autofree char *content = NULL, *folder = g_path_get_dirname (draft), *other = g_uuid_string_random ();
  g_autofree char *copy = g_build_filename (folder, other, NULL);
  gsize length;

  lock (self);
  set_room (RLIM_INFINITY);
  g_assert_true (g_file_get_contents (draft, &content, &length, NULL));
  g_assert_true (g_file_set_contents (copy, content, length, NULL));
  content[length - 1] ^= 1;
  g_assert_true (g_file_set_contents (draft, content, length, NULL));
  live_vault_unlock (self);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  expect_text (self, note, "saved");
  lock (self);
  g_assert_cmpint (tdm_notebook_get_facts (self->vault)->n_unsaved, ==, 0);
  content[length - 1] ^= 1;
  content[36] ^= 1; /* the revision */
  g_assert_true (g_file_set_contents (draft, content, length, NULL));
  g_assert_cmpint (mkfifo (copy, 0600), ==, 0);
  live_vault_unlock (self);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  expect_text (self, note, "saved");
}

static void
test_renewed_keys_open_it (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmNote) note = write_in_vain (self, SMALL);
  g_autoptr (TdmNewCode) code = tdm_new_code_make ();

  set_room (RLIM_INFINITY);
  tdm_notebook_renew_keys_async (self->vault, PASSPHRASE, tdm_new_code_get_text (code),
                                 tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  lock (self);
  live_vault_unlock (self);
  g_assert_cmpint (tdm_notebook_get_facts (self->vault)->n_recovered, ==, 1);
  expect_text (self, note, "written in vain");
}

/* The list that was made anew still has it. */
static void
test_what_waits_stays_in_the_list (LiveVault *self, gconstpointer data)
{
  const char *const pairs[] = { "a tandem", NULL };
  g_autoptr (TdmNote) note = tdm_note_new ("", ""), about = tdm_note_new ("", "");

  tdm_note_set_title (about, "About a tandem");
  tdm_note_set_about (about, pairs[0], "");
  tdm_notebook_save_async (self->vault, about, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  set_room (SMALL);
  tdm_note_set_title (note, "New");
  save_in_vain (self, note);
  tdm_notebook_keep (self->vault, note);
  g_assert_cmpint (live_vault_count (self), ==, 2);
  set_room (RLIM_INFINITY);
  tdm_notebook_delete_about_async (self->vault, pairs, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  save_all (self);
  g_assert_cmpint (live_vault_count (self), ==, 1);
}

/* Nobody is there any more who could split it. */
static void
test_what_is_too_long_for_one_note_becomes_two (LiveVault *self, gconstpointer data)
{
  g_autofree char *line = g_strnfill (TDM_NOTE_TEXT_MOST - 10, 'x'),
                  *text = g_strconcat (line, "\nthe last line", NULL);
  g_autofree char *uid = live_vault_save (self, "Title", "saved"), *first = g_strconcat (line, "\n", NULL);
  g_autoptr (TdmNote) note = live_vault_read (self, uid, NULL), other = NULL;

  tdm_note_set_text (note, text);
  save_in_vain (self, note);
  lock (self);
  live_vault_unlock (self);
  g_assert_cmpint (live_vault_count (self), ==, 2);
  expect_text (self, note, first);
  other = get_other (self, uid);
  expect_text (self, other, "the last line");
  g_assert_cmpstr (tdm_note_get_title (other), ==, "Title");
}

static void
test_destroyed_notes_leave_no_drafts (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmNote) note = write_in_vain (self, SMALL);
  g_autofree char *folder = get_drafts_folder (self);

  lock (self);
  g_assert_cmpint (count_drafts (self), ==, 1);
  set_room (RLIM_INFINITY);
  tdm_notebook_destroy_async (self->vault, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_cmpint (tdm_notebook_get_facts (self->vault)->n_unsaved, ==, 0);
}

static void
test_in_the_bin_it_stays_what_was_written (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmNote) note = write_in_vain (self, SMALL);

  tdm_notebook_keep (self->vault, note);
  set_room (RLIM_INFINITY);
  tdm_notebook_remove_async (self->vault, tdm_note_get_uid (note), TRUE, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  save_all (self);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  g_assert_cmpint (tdm_notebook_get_facts (self->vault)->n_unsaved, ==, 0);
  expect_text (self, note, "written in vain");
  tdm_notebook_delete_async (self->vault, tdm_note_get_uid (note), tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  g_assert_cmpint (live_vault_count (self), ==, 0);
}

static void
test_a_second_program_leaves_them_alone (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmNote) note = write_in_vain (self, SMALL);
  TdmNotebook *first = self->vault;

  live_vault_open (self);
  live_vault_unlock (self);
  g_assert_true (tdm_notebook_get_facts (self->vault)->why_read_only);
  g_assert_cmpint (live_vault_count (self), ==, 1);
  live_vault_close (self);
  self->vault = first;
  g_assert_cmpint (count_drafts (self), ==, 1);
  set_room (RLIM_INFINITY);
  lock (self);
  live_vault_unlock (self);
  expect_text (self, note, "written in vain");
}

#define ADD(path, data, func) g_test_add (path, LiveVault, data, live_vault_set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  signal (SIGXFSZ, SIG_IGN);
  tdm_test_init (&argc, &argv);

  ADD ("/notebook-drafts/what-a-lock-could-not-save-is-there-after-unlocking/on-disk", GUINT_TO_POINTER (SMALL),
       test_what_a_lock_could_not_save_is_there_after_unlocking);
  ADD ("/notebook-drafts/what-a-lock-could-not-save-is-there-after-unlocking/in-memory", NULL,
       test_what_a_lock_could_not_save_is_there_after_unlocking);
  ADD ("/notebook-drafts/the-next-start-finds-it", NULL, test_the_next_start_finds_it);
  ADD ("/notebook-drafts/nobody-can-read-what-waits", NULL, test_nobody_can_read_what_waits);
  ADD ("/notebook-drafts/what-nobody-shows-is-saved-once-there-is-room", NULL,
       test_what_nobody_shows_is_saved_once_there_is_room);
  ADD ("/notebook-drafts/what-waits-is-what-is-read", NULL, test_what_waits_is_what_is_read);
  ADD ("/notebook-drafts/what-builds-on-it-is-no-other-note", NULL, test_what_builds_on_it_is_no_other_note);
  ADD ("/notebook-drafts/still-no-room-after-unlocking", NULL, test_still_no_room_after_unlocking);
  ADD ("/notebook-drafts/on-another-state-both-are-kept", NULL, test_on_another_state_both_are_kept);
  ADD ("/notebook-drafts/what-was-saved-after-all-is-no-news", NULL, test_what_was_saved_after_all_is_no_news);
  ADD ("/notebook-drafts/forged-drafts-are-nothing", NULL, test_forged_drafts_are_nothing);
  ADD ("/notebook-drafts/renewed-keys-open-it", NULL, test_renewed_keys_open_it);
  ADD ("/notebook-drafts/what-waits-stays-in-the-list", NULL, test_what_waits_stays_in_the_list);
  ADD ("/notebook-drafts/what-is-too-long-for-one-note-becomes-two", NULL,
       test_what_is_too_long_for_one_note_becomes_two);
  ADD ("/notebook-drafts/destroyed-notes-leave-no-drafts", NULL, test_destroyed_notes_leave_no_drafts);
  ADD ("/notebook-drafts/in-the-bin-it-stays-what-was-written", NULL, test_in_the_bin_it_stays_what_was_written);
  ADD ("/notebook-drafts/a-second-program-leaves-them-alone", NULL, test_a_second_program_leaves_them_alone);

  return g_test_run ();
}
