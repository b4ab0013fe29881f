/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-file-error.h"
#include "messages/outbox-fixture.h"

#include "delivery/tdm-export.h"
#include "delivery/tdm-hand-over.h"
#include "delivery/tdm-outbox.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-series-edits.h"
#include "messages/tdm-outbox-message.h"
#include "model/tdm-attendee.h"
#include "model/tdm-model-error.h"
#include "workspace/tdm-workspace-file.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

/* What leaves as files, and what the programme remembers of it. */

typedef TdmTestProgramme Fixture;

static void
rename_person (Fixture *self, TdmPerson *person, const char *name)
{
  g_autoptr (TdmPerson) draft = tdm_record_new_draft (TDM_RECORD (person));

  tdm_record_set_text (TDM_RECORD (draft), TDM_PERSON_NAME, name);
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_save (draft), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Person changed");
}

static GFile *
make_folder (Fixture *self)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "files");

  g_mkdir (path, 0700);
  return g_file_new_for_path (path);
}

static int
save (Fixture *self, TdmExportForm form)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);
  g_autoptr (GFile) folder = make_folder (self);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int n_files;

  tdm_export_messages_async (self->workspace, messages, folder, form, NULL, NULL, NULL, tdm_test_result_cb, &result);
  n_files = tdm_export_finish (self->workspace, tdm_test_wait (&result), NULL, &error);
  g_assert_no_error (error);
  return n_files;
}

static int
count_files (Fixture *self)
{
  g_autoptr (GFile) folder = make_folder (self);
  g_autoptr (GDir) files = g_dir_open (g_file_peek_path (folder), 0, NULL);
  int n = 0;

  while (g_dir_read_name (files))
    n++;
  return n;
}

static void
expect_pending (Fixture *self, guint n)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);

  g_assert_cmpuint (messages->len, ==, n);
}

/* --- what is on the disk ------------------------------------------------------------------- */

int __real_fsync (int fd);
int __wrap_fsync (int fd);

static GHashTable *flushed; /* the inodes of files and folders that were flushed; used as a set */
static GMutex flushed_lock;

int
__wrap_fsync (int fd)
{
  struct stat status;

  g_mutex_lock (&flushed_lock);
  if (flushed && fstat (fd, &status) == 0)
    g_hash_table_add (flushed, GSIZE_TO_POINTER (status.st_ino));
  g_mutex_unlock (&flushed_lock);
  return __real_fsync (fd);
}

static void
assert_flushed (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_true (g_hash_table_contains (flushed, GSIZE_TO_POINTER (status.st_ino)));
}

/* The programme remembers for ever that they were handed over: then they must not be lost in a power cut. */
static void
test_files_are_flushed (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) folder = make_folder (self);
  g_autoptr (GDir) files = NULL;
  const char *name;
  guint n = 0;

  outbox_plan (self);
  flushed = g_hash_table_new (NULL, NULL);
  g_assert_cmpint (save (self, TDM_EXPORT_CALENDARS), >=, 1);
  assert_flushed (g_file_peek_path (folder));
  files = g_dir_open (g_file_peek_path (folder), 0, NULL);
  for (; (name = g_dir_read_name (files)); n++)
    {
      g_autofree char *path = g_build_filename (g_file_peek_path (folder), name, NULL);
      assert_flushed (path);
    }
  g_assert_cmpuint (n, >=, 1);
  g_clear_pointer (&flushed, g_hash_table_unref);
}

/* --- the names of files -------------------------------------------------------------------- */

static void
save_both_as (Fixture *self, const char *mentee, const char *mentor)
{
  outbox_plan (self);
  rename_person (self, tdm_pair_get_mentee (self->pair), mentee);
  rename_person (self, tdm_pair_get_mentor (self->pair), mentor);
  g_assert_cmpint (save (self, TDM_EXPORT_MAILS), ==, 2);
  g_assert_cmpint (count_files (self), ==, 2);
  outbox_pass_on (self);
  expect_pending (self, 0);
}

static void
test_names_without_latin_letters (Fixture *self, gconstpointer data)
{
  save_both_as (self, "王伟", "李娜");
}

static void
test_namesakes (Fixture *self, gconstpointer data)
{
  save_both_as (self, "Kim Park", "Kim Park");
}

static void
test_who_leaves_without_latin_letters (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  rename_person (self, tdm_pair_get_mentor (self->pair), "Анна Бек");
  outbox_hand_over (self);
  outbox_replace (self, "Carla Diaz", "carla@example.org");
  g_assert_cmpint (save (self, TDM_EXPORT_CALENDARS), >=, 2);
  outbox_pass_on (self);
  expect_pending (self, 0);
}

/* One has said yes, the other is asked for the first time: these are two files. */
static void
test_what_differs_is_two_files (Fixture *self, gconstpointer data)
{
  TdmSeries *series = outbox_plan (self);

  outbox_hand_over (self);
  outbox_accept (self, series, tdm_pair_get_mentee (self->pair));
  outbox_replace (self, "Carla Diaz", "carla@example.org");
  g_assert_cmpint (save (self, TDM_EXPORT_CALENDARS), ==, count_files (self));
  outbox_pass_on (self);
  expect_pending (self, 0);
}

/* --- what is remembered ---------------------------------------------------------------------- */

static void
refuse_all (Fixture *self)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);
  g_autoptr (TdmEdit) prepared = tdm_hand_over_edit_new (), failed = tdm_hand_over_edit_new ();

  for (guint i = 0; i < messages->len; i++)
    tdm_hand_over_prepare (prepared, messages->pdata[i], TDM_CHANNEL_MAIL);
  tdm_workspace_commit_async (self->workspace, g_steal_pointer (&prepared), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Messages sent or saved");
  for (guint i = 0; i < messages->len; i++)
    tdm_hand_over_fail (failed, messages->pdata[i], TDM_DELIVERY_REFUSED, "No such mailbox");
  tdm_workspace_commit_async (self->workspace, g_steal_pointer (&failed), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Messages sent or saved");
}

static void
test_what_was_refused_goes_as_files (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  outbox_hand_over (self);
  outbox_cancel (self, outbox_meeting (self, "2026-10-13"));
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-09T15:00:00", "Room 1");
  refuse_all (self);
  expect_pending (self, 4);
  g_assert_cmpint (save (self, TDM_EXPORT_MAILS), ==, 4);
  outbox_pass_on (self);
  expect_pending (self, 0);
}

/* --- what cannot be taken back ---------------------------------------------------------------- */

/* Whatever the server said, the programme knows that it tried, and the series stays for that. */
static void
test_a_series_that_was_tried_cannot_be_undone (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  outbox_plan (self);
  refuse_all (self);
  tdm_workspace_undo_async (self->workspace, tdm_test_result_cb, &self->result);
  g_assert_null (tdm_test_finish_change (self->workspace, &self->result, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_NOTHING);
  tdm_workspace_check_async (self->workspace, tdm_test_result_cb, &self->result);
  problems = tdm_workspace_check_finish (self->workspace, tdm_test_wait (&self->result), NULL);
  g_clear_object (&self->result);
  g_assert_nonnull (problems);
  g_assert_cmpuint (problems->len, ==, 0);
  expect_pending (self, 2);
}

static void
test_a_tandem_that_people_expect_stays (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TdmSeries *series = outbox_plan (self);

  outbox_hand_over (self);
  tdm_workspace_commit_async (self->workspace,
                              tdm_pair_edits_remove (self->pair, tdm_outbox_pair_is_expected (self->pair)),
                              tdm_test_result_cb, &self->result);
  g_assert_null (tdm_test_finish_change (self->workspace, &self->result, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_STATE);

  tdm_workspace_commit_async (self->workspace, tdm_series_edits_cancel (series), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Series cancelled");
  outbox_hand_over (self);
  tdm_workspace_commit_async (self->workspace,
                              tdm_pair_edits_remove (self->pair, tdm_outbox_pair_is_expected (self->pair)),
                              tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Tandem removed");
}

static void
test_who_was_removed_hears_of_the_end (Fixture *self, gconstpointer data)
{
  TdmPerson *bo = tdm_pair_get_mentor (self->pair);
  g_autoptr (GPtrArray) messages = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  outbox_replace (self, "Carla Diaz", "carla@example.org");
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_remove (bo), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Person removed");
  messages = outbox_pending (self);
  g_assert_cmpuint (messages->len, ==, 3);
  g_assert_cmpstr (tdm_outbox_message_get_title (messages->pdata[2]), ==, "No longer invited");
  g_assert_cmpstr (tdm_outbox_message_get_name (messages->pdata[2]), ==, "Bo Chen");
  g_assert_cmpstr (tdm_outbox_message_get_email (messages->pdata[2]), ==, "bo@example.org");
  g_assert_cmpint (save (self, TDM_EXPORT_MAILS), ==, 3);
  outbox_pass_on (self);
  expect_pending (self, 0);
}

/* --- one after the other ---------------------------------------------------------------------- */

static void
start_saving (Fixture *self, GPtrArray *messages, GAsyncResult **result)
{
  g_autoptr (GFile) folder = make_folder (self);

  tdm_export_messages_async (self->workspace, messages, folder, TDM_EXPORT_MAILS, NULL, NULL, NULL, tdm_test_result_cb,
                             result);
}

static void
test_not_twice_at_the_same_time (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (GAsyncResult) first = NULL, second = NULL;
  g_autoptr (GError) error = NULL;

  outbox_plan (self);
  messages = outbox_pending (self);
  start_saving (self, messages, &first);
  start_saving (self, messages, &second);
  g_assert_cmpint (tdm_export_finish (self->workspace, tdm_test_wait (&second), NULL, &error), ==, -1);
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_FAILED);
  g_assert_cmpint (tdm_export_finish (self->workspace, tdm_test_wait (&first), NULL, NULL), ==, 2);
  outbox_pass_on (self);
  expect_pending (self, 0);
}

/* What is written already is known, or nobody would know that it waits to be passed on. */
static void
test_closing_waits_for_what_leaves (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TdmRound) round = NULL;
  int n_saved = 0;

  outbox_plan (self);
  messages = outbox_pending (self);
  start_saving (self, messages, &result);
  tdm_workspace_close (self->workspace);
  tdm_export_finish (self->workspace, tdm_test_wait (&result), NULL, NULL);
  g_clear_object (&self->workspace);

  self->workspace = tdm_test_open (self->folder.path, TDM_OPEN_EXISTING, NULL);
  round = g_list_model_get_item (tdm_workspace_get_rounds (self->workspace), 0);
  tdm_test_load (self->workspace, TDM_SCOPE_ROUND_MEETINGS, round);
  self->pair = g_list_model_get_item (tdm_workspace_get_pairs (self->workspace), 0);
  g_object_unref (self->pair);
  g_clear_pointer (&messages, g_ptr_array_unref);
  messages = outbox_pending (self);
  for (guint i = 0; i < messages->len; i++)
    n_saved += tdm_hand_over_is_saved (messages->pdata[i]);
  g_assert_cmpint (n_saved, ==, count_files (self));
}

#define ADD(name, func) g_test_add ("/hand-over/" name, Fixture, NULL, tdm_test_programme_set_up, func, \
                                    tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("files-are-flushed", test_files_are_flushed);
  ADD ("names-without-latin-letters", test_names_without_latin_letters);
  ADD ("namesakes", test_namesakes);
  ADD ("who-leaves-without-latin-letters", test_who_leaves_without_latin_letters);
  ADD ("what-differs-is-two-files", test_what_differs_is_two_files);
  ADD ("what-was-refused-goes-as-files", test_what_was_refused_goes_as_files);
  ADD ("a-series-that-was-tried-cannot-be-undone", test_a_series_that_was_tried_cannot_be_undone);
  ADD ("a-tandem-that-people-expect-stays", test_a_tandem_that_people_expect_stays);
  ADD ("who-was-removed-hears-of-the-end", test_who_was_removed_hears_of_the_end);
  ADD ("not-twice-at-the-same-time", test_not_twice_at_the_same_time);
  ADD ("closing-waits-for-what-leaves", test_closing_waits_for_what_leaves);
  return g_test_run ();
}
