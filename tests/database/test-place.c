/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-file-error.h"
#include "edits/tdm-goal-edits.h"
#include "support/tdm-test.h"
#include "workspace/tdm-workspace-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* What is wrong with the place of a file is said as it is. */

int __wrap_flock (int fd, int how);
int __real_flock (int fd, int how);
int __wrap_fcntl64 (int fd, int what, void *argument);
int __real_fcntl64 (int fd, int what, void *argument);

static gboolean has_flock = TRUE, has_fcntl_locks = TRUE;

int
__wrap_flock (int fd, int how)
{
  if (has_flock)
    return __real_flock (fd, how);
  errno = ENOSYS;
  return -1;
}

int
__wrap_fcntl64 (int fd, int what, void *argument)
{
  if (has_fcntl_locks)
    return __real_fcntl64 (fd, what, argument);
  errno = ENOSYS;
  return -1;
}

static TdmWorkspace *
new_file (TdmTestFolder *folder)
{
  TdmWorkspace *workspace = tdm_test_new_programme (folder);

  tdm_test_add_pair (workspace);
  return workspace;
}

static void
assert_change_fails (TdmWorkspace *workspace, TdmFileError code, const char *words)
{
  g_autoptr (TdmPair) pair = g_list_model_get_item (tdm_workspace_get_pairs (workspace), 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  GAsyncResult *result = NULL;

  tdm_workspace_commit_async (workspace, tdm_goal_edits_add (pair, TDM_SIDE_JOINT, "Goal"), tdm_test_result_cb,
                              &result);
  label = tdm_test_finish_change (workspace, &result, &error);
  g_assert_error (error, TDM_FILE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (strstr (error->message, "is safe"));
  tdm_workspace_close (workspace);
}

static void
test_moved_while_open (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (TdmWorkspace) workspace = new_file (folder);
  g_autofree char *elsewhere = tdm_test_folder_join (folder, "elsewhere.tandem");

  g_assert_cmpint (g_rename (folder->path, elsewhere), ==, 0);
  assert_change_fails (workspace, TDM_FILE_ERROR_MOVED, "moved, replaced or deleted");
}

static void
test_deleted_while_open (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (TdmWorkspace) workspace = new_file (folder);

  g_assert_cmpint (g_unlink (folder->path), ==, 0);
  assert_change_fails (workspace, TDM_FILE_ERROR_MOVED, "moved, replaced or deleted");
}

static void
test_replaced_while_open (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (TdmWorkspace) workspace = new_file (folder);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (folder->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (folder->path, content, length, NULL));
  assert_change_fails (workspace, TDM_FILE_ERROR_MOVED, "moved, replaced or deleted");
}

static void
test_emptied_while_open (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (TdmWorkspace) workspace = new_file (folder);

  g_assert_cmpint (truncate (folder->path, 0), ==, 0);
  assert_change_fails (workspace, TDM_FILE_ERROR_DAMAGED, "emptied");
}

static void
assert_not_opened (const char *path, const char *words)
{
  for (TdmOpenMode mode = TDM_OPEN_EXISTING; mode <= TDM_OPEN_READ_ONLY; mode++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tdm_test_open (path, mode, &error));
      g_assert_nonnull (strstr (error->message, words));
    }
}

static void
test_too_large (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (TdmWorkspace) workspace = new_file (folder);

  tdm_workspace_close (workspace);
  g_assert_cmpint (truncate (folder->path, (G_GINT64_CONSTANT (1) << 30) + 4096), ==, 0);
  assert_not_opened (folder->path, "too large");
}

static void
test_too_deep (TdmTestFolder *folder, gconstpointer data)
{
  g_autofree char *name = g_strnfill (160, 'x');
  g_autofree char *deep = g_build_filename (folder->folder, name, name, name, NULL);
  g_autofree char *path = g_build_filename (deep, "programme.tandem", NULL);
  g_autoptr (TdmWorkspace) workspace = new_file (folder);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (deep, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_not_opened (path, "too long together");
  g_assert_cmpint (g_unlink (path), ==, 0);
  tdm_workspace_back_up_async (workspace, path, tdm_test_result_cb, &result);
  g_assert_false (tdm_workspace_back_up_finish (workspace, tdm_test_wait (&result), &error));
  g_assert_nonnull (strstr (error->message, "too long together"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  tdm_workspace_close (workspace);
}

static void
test_without_flock (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (TdmWorkspace) workspace = NULL, second = NULL;
  g_autoptr (GError) error = NULL;

  has_flock = FALSE;
  workspace = new_file (folder);
  g_assert_cmpint (tdm_workspace_get_read_only_reason (workspace), ==, TDM_READ_ONLY_NOT);
  second = tdm_test_open (folder->path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tdm_workspace_get_read_only_reason (second), ==, TDM_READ_ONLY_LOCKED);
  tdm_workspace_close (second);
  tdm_workspace_close (workspace);
  has_flock = TRUE;
}

static void
test_without_locks (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (TdmWorkspace) workspace = new_file (folder);
  g_autoptr (GError) error = NULL;

  tdm_workspace_close (workspace);
  g_object_unref (workspace);
  has_flock = has_fcntl_locks = FALSE;
  workspace = tdm_test_open (folder->path, TDM_OPEN_EXISTING, &error);
  has_flock = has_fcntl_locks = TRUE;
  g_assert_no_error (error);
  g_assert_cmpint (tdm_workspace_get_read_only_reason (workspace), ==, TDM_READ_ONLY_NO_LOCKS);
  g_assert_null (strstr (tdm_workspace_explain_read_only (workspace), "open"));
  tdm_workspace_close (workspace);
}

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  TDM_TEST_ADD ("/place/moved-while-open", test_moved_while_open);
  TDM_TEST_ADD ("/place/deleted-while-open", test_deleted_while_open);
  TDM_TEST_ADD ("/place/replaced-while-open", test_replaced_while_open);
  TDM_TEST_ADD ("/place/emptied-while-open", test_emptied_while_open);
  TDM_TEST_ADD ("/place/too-large", test_too_large);
  TDM_TEST_ADD ("/place/too-deep", test_too_deep);
  TDM_TEST_ADD ("/place/without-flock", test_without_flock);
  TDM_TEST_ADD ("/place/without-locks", test_without_locks);
  return g_test_run ();
}
