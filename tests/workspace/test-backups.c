/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-clock.h"
#include "base/tdm-file-error.h"
#include "edits/tdm-goal-edits.h"
#include "edits/tdm-pair-edits.h"
#include "support/tdm-test.h"
#include "workspace/tdm-workspace-backup.h"
#include "workspace/tdm-workspace-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

/* The last ten days on which something changed lie beside the file, and each of them can come back. */

typedef TdmTestProgramme Fixture;

/* Tuesday, 14 July 2026, 09:00 UTC */
#define FIRST_DAY G_GINT64_CONSTANT (1784019600)
#define DAY (24 * 60 * 60)

static void
set_up (Fixture *self, gconstpointer data)
{
  tdm_test_programme_set_up (self, data);
  tdm_workspace_keep_backups (self->workspace, TRUE);
}

static void
open_again (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  tdm_workspace_close (self->workspace);
  g_object_unref (self->workspace);
  self->workspace = tdm_test_open (self->folder.path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  tdm_workspace_keep_backups (self->workspace, TRUE);
}

static void
add_person (Fixture *self, const char *name)
{
  tdm_test_add_person (self->workspace, name, "");
}

static GPtrArray *
list (Fixture *self)
{
  return tdm_backups_list (self->folder.path);
}

static char *
list_days (Fixture *self)
{
  g_autoptr (GPtrArray) backups = list (self);
  GString *days = g_string_new ("");

  for (guint i = 0; i < backups->len; i++)
    {
      const TdmBackup *backup = backups->pdata[i];

      g_string_append_printf (days, "%s%s%s%s", days->len > 0 ? " " : "", backup->day, backup->time ? "-" : "",
                              backup->time ? backup->time : "");
      g_assert_cmpint (backup->size, >, 0);
    }
  return g_string_free (days, FALSE);
}

static void
expect_days (Fixture *self, const char *expected)
{
  g_autofree char *days = list_days (self);

  g_assert_cmpstr (days, ==, expected);
}

/* Of the backup with this place in the list */
static guint
count_people (Fixture *self, guint place)
{
  g_autoptr (GPtrArray) backups = list (self);
  const TdmBackup *backup = backups->pdata[place];
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmWorkspace) opened = tdm_test_open (backup->path, TDM_OPEN_READ_ONLY, &error);
  guint n_people;

  g_assert_no_error (error);
  n_people = g_list_model_get_n_items (tdm_workspace_get_people (opened));
  tdm_workspace_close (opened);
  return n_people;
}

static guint
count_people_here (Fixture *self)
{
  return g_list_model_get_n_items (tdm_workspace_get_people (self->workspace));
}

static void
test_the_day_is_kept_when_the_file_is_closed (Fixture *self, gconstpointer data)
{
  add_person (self, "Carla");
  expect_days (self, "");
  open_again (self);
  expect_days (self, "2026-07-14");
  g_assert_cmpuint (count_people (self, 0), ==, 3);
  add_person (self, "Dora");
  open_again (self);
  expect_days (self, "2026-07-14");
  g_assert_cmpuint (count_people (self, 0), ==, 4);
}

static void
test_a_day_without_changes_is_no_day (Fixture *self, gconstpointer data)
{
  add_person (self, "Carla");
  open_again (self);
  tdm_clock_freeze (FIRST_DAY + DAY);
  open_again (self);
  open_again (self);
  expect_days (self, "2026-07-14");
}

static void
test_a_day_on_which_nothing_could_be_changed_is_no_day (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmPair) pair = NULL;
  g_autoptr (GError) error = NULL;

  add_person (self, "Carla");
  open_again (self);
  tdm_clock_freeze (FIRST_DAY + DAY);
  pair = g_list_model_get_item (tdm_workspace_get_pairs (self->workspace), 0);
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_remove (TDM_RECORD (tdm_pair_get_mentee (pair))),
                              tdm_test_result_cb, &self->result);
  g_assert_null (tdm_workspace_change_finish (self->workspace, tdm_test_wait (&self->result), &error));
  g_clear_object (&self->result);
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_IN_USE);
  open_again (self);
  expect_days (self, "2026-07-14");
}

static void
test_an_open_file_is_kept_as_the_day_ended (Fixture *self, gconstpointer data)
{
  add_person (self, "Carla");
  tdm_clock_freeze (FIRST_DAY + 3 * DAY);
  add_person (self, "Dora");
  expect_days (self, "2026-07-14");
  g_assert_cmpuint (count_people (self, 0), ==, 3);
  open_again (self);
  expect_days (self, "2026-07-17 2026-07-14");
  g_assert_cmpuint (count_people (self, 0), ==, 4);
}

/* The last change was made the day before, by a program that has kept nothing. */
static void
close_without_backup (Fixture *self)
{
  struct timeval yesterday[] = { { FIRST_DAY - DAY, 0 }, { FIRST_DAY - DAY, 0 } };
  g_autoptr (GPtrArray) backups = NULL;

  tdm_workspace_close (self->workspace);
  g_object_unref (self->workspace);
  backups = list (self);
  for (guint i = 0; i < backups->len; i++)
    g_assert_cmpint (g_unlink (((TdmBackup *) backups->pdata[i])->path), ==, 0);
  g_assert_cmpint (utimes (self->folder.path, yesterday), ==, 0);
}

static void
test_what_was_cut_off_is_kept_the_next_time (Fixture *self, gconstpointer data)
{
  close_without_backup (self);
  self->workspace = tdm_test_open (self->folder.path, TDM_OPEN_EXISTING, NULL);
  tdm_workspace_keep_backups (self->workspace, TRUE);
  tdm_workspace_close (self->workspace);
  expect_days (self, "2026-07-13");
}

/* By a command: it keeps the days before and no more, however often it is called in a day. */
static void
test_a_command_keeps_the_day_before (Fixture *self, gconstpointer data)
{
  close_without_backup (self);
  for (guint i = 0; i < 2; i++)
    {
      if (i > 0)
        g_object_unref (self->workspace);
      self->workspace = tdm_test_open (self->folder.path, TDM_OPEN_EXISTING, NULL);
      tdm_workspace_keep_backups (self->workspace, FALSE);
      add_person (self, i == 0 ? "Carla" : "Dora");
      tdm_workspace_close (self->workspace);
      expect_days (self, "2026-07-13");
    }
  g_assert_cmpuint (count_people (self, 0), ==, 2);
}

/* As a file manager does it */
static void
call_file (Fixture *self, const char *name)
{
  char *path = tdm_test_folder_join (&self->folder, name);

  tdm_workspace_close (self->workspace);
  g_assert_cmpint (g_rename (self->folder.path, path), ==, 0);
  g_free (self->folder.path);
  self->folder.path = path;
}

static void
test_a_file_of_another_name_keeps_its_backups (Fixture *self, gconstpointer data)
{
  add_person (self, "Carla");
  call_file (self, "renamed.tandem");
  expect_days (self, "");
  open_again (self);
  tdm_clock_freeze (FIRST_DAY + DAY);
  add_person (self, "Dora");
  expect_days (self, "2026-07-14");
  open_again (self);
  expect_days (self, "2026-07-15 2026-07-14");
}

/* The backups of a file belong to that as long as it is there, and to none that is in another state. */
static void
test_another_file_takes_no_backups (Fixture *self, gconstpointer data)
{
  g_autofree char *copy = tdm_test_folder_join (&self->folder, "copy.tandem");
  g_autoptr (GFile) from = g_file_new_for_path (self->folder.path), to = g_file_new_for_path (copy);
  g_autoptr (GPtrArray) of_copy = NULL;
  struct timeval yesterday[] = { { FIRST_DAY - DAY, 0 }, { FIRST_DAY - DAY, 0 } };

  add_person (self, "Carla");
  tdm_workspace_close (self->workspace);
  g_assert_true (g_file_copy (from, to, G_FILE_COPY_ALL_METADATA, NULL, NULL, NULL, NULL));
  tdm_backups_adopt (copy);
  of_copy = tdm_backups_list (copy);
  g_assert_cmpuint (of_copy->len, ==, 0);
  expect_days (self, "2026-07-14");

  g_assert_cmpint (g_unlink (self->folder.path), ==, 0);
  g_assert_cmpint (utimes (copy, yesterday), ==, 0);
  tdm_backups_adopt (copy);
  expect_days (self, "2026-07-14");
}

static void
test_ten_days_are_kept (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);

      tdm_clock_freeze (FIRST_DAY + 2 * i * DAY);
      add_person (self, name);
    }
  open_again (self);
  expect_days (self,
               "2026-08-05 2026-08-03 2026-08-01 2026-07-30 2026-07-28 2026-07-26 2026-07-24 2026-07-22 2026-07-20 "
               "2026-07-18");
  g_assert_cmpuint (count_people (self, 0), ==, 14);
  g_assert_cmpuint (count_people (self, 9), ==, 5);
}

static void
test_only_the_user_can_read_them (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = tdm_test_folder_join (&self->folder, ".tandem-backups");
  g_autoptr (GPtrArray) backups = NULL;
  GStatBuf status;

  add_person (self, "Carla");
  open_again (self);
  backups = list (self);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (((TdmBackup *) backups->pdata[0])->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
remember_cb (TdmWorkspace *workspace, const char *text, char **said)
{
  g_assert_null (*said);
  *said = g_strdup (text);
}

/* The change itself is stored; that there is no backup is told, and once. */
static void
test_a_failure_is_told (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = tdm_test_folder_join (&self->folder, ".tandem-backups");
  g_autofree char *said = NULL;

  if (data)
    g_assert_cmpint (symlink ("/tmp", folder), ==, 0);
  else
    g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_signal_connect (self->workspace, "backup-failed", G_CALLBACK (remember_cb), &said);
  add_person (self, "Carla");
  tdm_clock_freeze (FIRST_DAY + DAY);
  add_person (self, "Dora");
  add_person (self, "Emil");
  while (!said)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_prefix (said, "No backup could be made. "));
  open_again (self);
  g_assert_cmpuint (count_people_here (self), ==, 5);
  expect_days (self, "");
}

static GArray *
compare (Fixture *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  GArray *differences;

  tdm_workspace_compare_async (self->workspace, path, tdm_test_result_cb, &self->result);
  differences = tdm_workspace_compare_finish (self->workspace, tdm_test_wait (&self->result), &error);
  g_clear_object (&self->result);
  g_assert_no_error (error);
  return differences;
}

static const TdmDifference *
find_difference (GArray *differences, GType type)
{
  for (guint i = 0; i < differences->len; i++)
    if (g_array_index (differences, TdmDifference, i).type == type)
      return &g_array_index (differences, TdmDifference, i);
  return NULL;
}

static void
commit (Fixture *self, TdmEdit *taken_edit, const char *expected)
{
  tdm_workspace_commit_async (self->workspace, taken_edit, tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, expected);
}

/* A backup of one tandem with a goal; then the mentee is renamed, a person added and the tandem removed. */
static const TdmBackup *
change_much (Fixture *self, GPtrArray **backups)
{
  g_autoptr (TdmPerson) draft = NULL;

  commit (self, tdm_goal_edits_add (self->pair, TDM_SIDE_MENTEE, "Read figures"), "Goal added");
  open_again (self);
  *backups = list (self);
  g_assert_cmpuint ((*backups)->len, ==, 1);
  tdm_clock_freeze (FIRST_DAY + DAY);
  self->pair = g_list_model_get_item (tdm_workspace_get_pairs (self->workspace), 0);
  g_object_unref (self->pair);
  tdm_test_load (self->workspace, TDM_SCOPE_PAIR, self->pair);
  draft = tdm_record_new_draft (TDM_RECORD (tdm_pair_get_mentee (self->pair)));
  tdm_record_set_text (TDM_RECORD (draft), TDM_PERSON_NAME, "Anna Berg");
  commit (self, tdm_edit_new_save (draft), "Person changed");
  add_person (self, "Carla");
  commit (self, tdm_edit_new_remove (TDM_RECORD (self->pair)), "Tandem removed");
  return (*backups)->pdata[0];
}

static void
test_what_differs_is_counted (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  const TdmBackup *backup = change_much (self, &backups);
  g_autoptr (GArray) differences = compare (self, backup->path);
  const TdmDifference *people = find_difference (differences, TDM_TYPE_PERSON);
  const TdmDifference *pairs = find_difference (differences, TDM_TYPE_PAIR);
  const TdmDifference *goals = find_difference (differences, TDM_TYPE_GOAL);

  g_assert_cmpuint (people->n_added, ==, 1);
  g_assert_cmpuint (people->n_changed, ==, 1);
  g_assert_cmpuint (people->n_removed, ==, 0);
  g_assert_cmpuint (pairs->n_removed, ==, 1);
  g_assert_cmpuint (goals->n_removed, ==, 1);
  g_assert_null (find_difference (differences, TDM_TYPE_ROUND));
}

static void
restore (Fixture *self, const char *path)
{
  tdm_workspace_restore_async (self->workspace, path, "Backup restored", tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Backup restored");
}

static void
test_a_backup_comes_back (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL, problems = NULL;
  const TdmBackup *backup = change_much (self, &backups);
  g_autoptr (GArray) differences = NULL;
  g_autoptr (TdmPair) pair = NULL;

  restore (self, backup->path);
  differences = compare (self, backup->path);
  g_assert_cmpuint (differences->len, ==, 0);
  pair = g_list_model_get_item (tdm_workspace_get_pairs (self->workspace), 0);
  g_assert_nonnull (pair);
  g_assert_cmpstr (tdm_person_get_name (tdm_pair_get_mentee (pair)), ==, "Anna Beck");
  tdm_test_load (self->workspace, TDM_SCOPE_PAIR, pair);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_pair_get_goals (pair)), ==, 1);
  g_assert_cmpuint (count_people_here (self), ==, 2);
  tdm_workspace_check_async (self->workspace, tdm_test_result_cb, &self->result);
  problems = tdm_workspace_check_finish (self->workspace, tdm_test_wait (&self->result), NULL);
  g_clear_object (&self->result);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* What there was before stands beside the others for another day, too. */
static void
test_a_restored_backup_can_be_undone (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  const TdmBackup *backup = change_much (self, &backups);

  restore (self, backup->path);
  tdm_test_programme_undo (self, "Backup restored");
  g_assert_cmpuint (count_people_here (self), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_workspace_get_pairs (self->workspace)), ==, 0);
  tdm_test_programme_redo (self, "Backup restored");
  g_assert_cmpuint (g_list_model_get_n_items (tdm_workspace_get_pairs (self->workspace)), ==, 1);
  open_again (self);
  expect_days (self, "2026-07-15 2026-07-15-110000 2026-07-14");
  g_assert_cmpuint (count_people (self, 0), ==, 2);
  g_assert_cmpuint (count_people (self, 1), ==, 3);
}

static void
test_a_damaged_backup_does_not_come_back (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  const TdmBackup *backup = change_much (self, &backups);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (truncate (backup->path, backup->size / 2), ==, 0);
  tdm_workspace_restore_async (self->workspace, backup->path, "Backup restored", tdm_test_result_cb, &self->result);
  g_assert_null (tdm_test_finish_change (self->workspace, &self->result, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_DAMAGED);
  g_assert_cmpuint (count_people_here (self), ==, 3);
}

static char *
put_back (Fixture *self, const char *backup)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *aside;

  tdm_workspace_put_back_async (self->folder.path, backup, tdm_test_result_cb, &result);
  g_assert_true (tdm_workspace_put_back_finish (tdm_test_wait (&result), &aside, &error));
  g_assert_no_error (error);
  return aside;
}

static void
test_a_backup_takes_the_place_of_a_damaged_file (Fixture *self, gconstpointer data)
{
  g_autofree char *aside = NULL, *name = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  GStatBuf status;

  add_person (self, "Carla");
  tdm_workspace_close (self->workspace);
  backups = list (self);
  g_assert_cmpint (truncate (self->folder.path, 5000), ==, 0);
  g_assert_null (tdm_test_open (self->folder.path, TDM_OPEN_EXISTING, NULL));
  aside = put_back (self, ((TdmBackup *) backups->pdata[0])->path);
  name = g_path_get_basename (aside);
  g_assert_cmpstr (name, ==, "programme-damaged-2026-07-14-110000.tandem");
  g_assert_cmpint (g_stat (aside, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, 5000);
  open_again (self);
  g_assert_false (tdm_workspace_is_read_only (self->workspace));
  g_assert_cmpuint (count_people_here (self), ==, 3);
}

static void
test_a_backup_takes_the_place_of_a_deleted_file (Fixture *self, gconstpointer data)
{
  g_autofree char *aside = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  add_person (self, "Carla");
  tdm_workspace_close (self->workspace);
  backups = list (self);
  g_assert_cmpint (g_unlink (self->folder.path), ==, 0);
  aside = put_back (self, ((TdmBackup *) backups->pdata[0])->path);
  g_assert_null (aside);
  open_again (self);
  g_assert_cmpuint (count_people_here (self), ==, 3);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("/backups/closed", NULL, test_the_day_is_kept_when_the_file_is_closed);
  ADD ("/backups/unchanged", NULL, test_a_day_without_changes_is_no_day);
  ADD ("/backups/refused", NULL, test_a_day_on_which_nothing_could_be_changed_is_no_day);
  ADD ("/backups/open-for-days", NULL, test_an_open_file_is_kept_as_the_day_ended);
  ADD ("/backups/cut-off", NULL, test_what_was_cut_off_is_kept_the_next_time);
  ADD ("/backups/command", NULL, test_a_command_keeps_the_day_before);
  ADD ("/backups/renamed", NULL, test_a_file_of_another_name_keeps_its_backups);
  ADD ("/backups/copied", NULL, test_another_file_takes_no_backups);
  ADD ("/backups/ten-days", NULL, test_ten_days_are_kept);
  ADD ("/backups/permissions", NULL, test_only_the_user_can_read_them);
  ADD ("/backups/failure/file", NULL, test_a_failure_is_told);
  ADD ("/backups/failure/link", "link", test_a_failure_is_told);
  ADD ("/backups/differences", NULL, test_what_differs_is_counted);
  ADD ("/backups/restore", NULL, test_a_backup_comes_back);
  ADD ("/backups/restore/undo", NULL, test_a_restored_backup_can_be_undone);
  ADD ("/backups/restore/damaged", NULL, test_a_damaged_backup_does_not_come_back);
  ADD ("/backups/put-back/damaged", NULL, test_a_backup_takes_the_place_of_a_damaged_file);
  ADD ("/backups/put-back/deleted", NULL, test_a_backup_takes_the_place_of_a_deleted_file);
  return g_test_run ();
}
