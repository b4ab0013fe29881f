/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-test.h"

#include "base/tdm-clock.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-programme-edits.h"

#include <glib/gstdio.h>
#include <locale.h>

/* Tuesday, 14 July 2026, 09:00 UTC */
#define NOW G_GINT64_CONSTANT (1784019600)

void
tdm_test_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  tdm_clock_freeze (NOW);
}

void
tdm_test_folder_init (TdmTestFolder *folder)
{
  g_autoptr (GError) error = NULL;

  folder->folder = g_dir_make_tmp ("tandem-test-XXXXXX", &error);
  g_assert_no_error (error);
  folder->path = g_build_filename (folder->folder, "programme.tandem", NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_all (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
tdm_test_folder_clear (TdmTestFolder *folder)
{
  remove_all (folder->folder);
  g_free (folder->folder);
  g_free (folder->path);
}

char *
tdm_test_folder_join (TdmTestFolder *folder, const char *name)
{
  return g_build_filename (folder->folder, name, NULL);
}

/* Over what is there, in a folder that is made if need be */
void
tdm_test_copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from), target = g_file_new_for_path (to);
  g_autofree char *folder = g_path_get_dirname (to);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

void
tdm_test_set_up (TdmTestFolder *folder, gconstpointer data)
{
  tdm_test_folder_init (folder);
}

void
tdm_test_tear_down (TdmTestFolder *folder, gconstpointer data)
{
  /* What the last answers still hold goes first. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  tdm_test_folder_clear (folder);
}

void
tdm_test_result_cb (GObject *source, GAsyncResult *result, gpointer place)
{
  *(GAsyncResult **) place = g_object_ref (result);
}

/* The answer belongs to the caller, who sets the place to NULL for the next one. */
GAsyncResult *
tdm_test_wait (GAsyncResult **place)
{
  while (!*place)
    g_main_context_iteration (NULL, TRUE);
  return *place;
}

TdmStore *
tdm_test_open_store (const char *path, TdmOpenMode mode, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tdm_store_open_async (path, mode, tdm_test_result_cb, &result);
  return tdm_store_open_finish (tdm_test_wait (&result), error);
}

TdmWorkspace *
tdm_test_open (const char *path, TdmOpenMode mode, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tdm_workspace_open_async (path, mode, tdm_test_result_cb, &result);
  return tdm_workspace_open_finish (tdm_test_wait (&result), error);
}

char *
tdm_test_finish_change (TdmWorkspace *workspace, GAsyncResult **place, GError **error)
{
  char *label = tdm_workspace_change_finish (workspace, tdm_test_wait (place), error);

  g_clear_object (place);
  return label;
}

void
tdm_test_load (TdmWorkspace *workspace, TdmScope scope, gpointer record)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tdm_workspace_load_async (workspace, scope, record, tdm_test_result_cb, &result);
  g_assert_true (tdm_workspace_load_finish (workspace, tdm_test_wait (&result), &error));
  g_assert_no_error (error);
}

TdmPerson *
tdm_test_add_person (TdmWorkspace *workspace, const char *name, const char *email)
{
  g_autoptr (TdmPerson) draft = tdm_record_new (TDM_TYPE_PERSON);
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  tdm_record_set_text (TDM_RECORD (draft), TDM_PERSON_NAME, name);
  tdm_record_set_text (TDM_RECORD (draft), TDM_PERSON_EMAIL, email);
  tdm_workspace_commit_async (workspace, tdm_edit_new_save (draft), tdm_test_result_cb, &result);
  label = tdm_test_finish_change (workspace, &result, &error);
  g_assert_no_error (error);
  return tdm_workspace_find_uid (workspace, tdm_workspace_get_people (workspace),
                                 tdm_record_get_uid (TDM_RECORD (draft)));
}

static TdmPair *
find_pair_of (TdmWorkspace *workspace, TdmPerson *mentee)
{
  GListModel *pairs = tdm_workspace_get_pairs (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      if (tdm_pair_get_mentee (pair) == mentee)
        return pair;
    }
  g_assert_not_reached ();
}

/* Anna Beck learns from Bo Chen; their details are loaded. */
TdmPair *
tdm_test_add_pair (TdmWorkspace *workspace)
{
  TdmPerson *anna = tdm_test_add_person (workspace, "Anna Beck", "anna@example.org");
  TdmPerson *bo = tdm_test_add_person (workspace, "Bo Chen", "bo@example.org");
  g_autoptr (TdmRound) round = g_list_model_get_item (tdm_workspace_get_rounds (workspace), 0);
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  TdmPair *pair;

  tdm_workspace_commit_async (workspace, tdm_pair_edits_add (round, anna, bo, NULL), tdm_test_result_cb, &result);
  label = tdm_test_finish_change (workspace, &result, &error);
  g_assert_no_error (error);

  pair = find_pair_of (workspace, anna);
  tdm_test_load (workspace, TDM_SCOPE_PAIR, pair);
  return pair;
}

TdmWorkspace *
tdm_test_new_programme (TdmTestFolder *folder)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TdmWorkspace *workspace = tdm_test_open (folder->path, TDM_OPEN_CREATE, &error);

  g_assert_no_error (error);
  tdm_workspace_import_async (workspace, tdm_programme_edits_start ("Perspektivwechsel"), tdm_test_result_cb, &result);
  g_assert_true (tdm_workspace_import_finish (workspace, tdm_test_wait (&result), &error));
  g_assert_no_error (error);
  return workspace;
}

void
tdm_test_programme_set_up (TdmTestProgramme *self, gconstpointer data)
{
  tdm_clock_freeze (NOW);
  tdm_test_folder_init (&self->folder);
  self->workspace = tdm_test_new_programme (&self->folder);
  self->pair = tdm_test_add_pair (self->workspace);
}

void
tdm_test_programme_tear_down (TdmTestProgramme *self, gconstpointer data)
{
  tdm_workspace_close (self->workspace);
  /* What the last answers still hold goes first. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->workspace);
  tdm_test_folder_clear (&self->folder);
}

/* Waits for the verb that was given self->result, and expects it to have gone well. */
void
tdm_test_programme_finish (TdmTestProgramme *self, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tdm_test_finish_change (self->workspace, &self->result, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, expected);
}

void
tdm_test_programme_undo (TdmTestProgramme *self, const char *expected)
{
  tdm_workspace_undo_async (self->workspace, tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, expected);
}

void
tdm_test_programme_redo (TdmTestProgramme *self, const char *expected)
{
  tdm_workspace_redo_async (self->workspace, tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, expected);
}

/* Briefs of these meetings as they are now, as an agenda has them */
GArray *
tdm_test_make_briefs (GListModel *meetings)
{
  GArray *briefs = g_array_new (FALSE, FALSE, sizeof (TdmMeetingBrief));

  g_array_set_clear_func (briefs, (GDestroyNotify) tdm_meeting_brief_clear);
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);
      TdmMeetingBrief borrowed = tdm_meeting_brief_of (meeting), brief;
      g_autoptr (GRefString) place = g_ref_string_new (borrowed.place);
      g_autoptr (GRefString) topic = g_ref_string_new (borrowed.topic);

      borrowed.place = place;
      borrowed.topic = topic;
      tdm_meeting_brief_copy (&brief, &borrowed);
      g_array_append_val (briefs, brief);
    }
  return briefs;
}

/* What is in the way of one of these meetings as they are now */
char *
tdm_test_find_conflict (TdmConflicts *conflicts, GListModel *meetings, TdmMeeting *meeting)
{
  g_autoptr (GArray) briefs = tdm_test_make_briefs (meetings);
  const TdmMeetingBrief brief = tdm_meeting_brief_of (meeting);

  tdm_conflicts_look_at (conflicts, briefs);
  return tdm_conflicts_describe (conflicts, &brief, meeting);
}
