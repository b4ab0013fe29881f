/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-file-error.h"
#include "database/tdm-journal.h"
#include "edits/tdm-goal-edits.h"
#include "support/tdm-test.h"
#include "workspace/tdm-workspace-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixmounts.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* What is wrong with the place of a file is said as it is. */

int __wrap_flock (int fd, int how);
int __real_flock (int fd, int how);
int __wrap_fcntl64 (int fd, int what, void *argument);
int __real_fcntl64 (int fd, int what, void *argument);

const char *__wrap_g_unix_mount_get_fs_type (GUnixMountEntry *mount);
const char *__real_g_unix_mount_get_fs_type (GUnixMountEntry *mount);
const char *__wrap_g_unix_mount_get_mount_path (GUnixMountEntry *mount);
const char *__real_g_unix_mount_get_mount_path (GUnixMountEntry *mount);

static gboolean has_flock = TRUE, has_fcntl_locks = TRUE;
static const char *portal; /* where the documents are that a portal hands out */

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

const char *
__wrap_g_unix_mount_get_fs_type (GUnixMountEntry *mount)
{
  return portal ? "fuse.portal" : __real_g_unix_mount_get_fs_type (mount);
}

const char *
__wrap_g_unix_mount_get_mount_path (GUnixMountEntry *mount)
{
  return portal ? portal : __real_g_unix_mount_get_mount_path (mount);
}

/* A copy of the file is on a disk of the computer. */
static int
fail_to_lock (int fd, int what, void *argument)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = g_file_read_link (link, NULL);

  if (what != F_SETLK || (path && strstr (path, "/copy")))
    return __real_fcntl64 (fd, what, argument);
  errno = ENOLCK;
  return -1;
}

/* As on a network drive whose server keeps no locks; without them SQLite would wait for minutes. */
static void
set_locks (gboolean are_there)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  has_flock = has_fcntl_locks = are_there;
  vfs->xSetSystemCall (vfs, "fcntl", are_there ? NULL : (sqlite3_syscall_ptr) fail_to_lock);
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

/* A reader takes its copy of a file while nobody writes it. */
static void
test_copied_without_flock (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (TdmWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  char *copy;

  has_flock = FALSE;
  workspace = new_file (folder);
  g_assert_null (tdm_journal_copy (folder->path, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_BUSY);
  tdm_workspace_close (workspace);
  copy = tdm_journal_copy (folder->path, NULL);
  g_assert_nonnull (copy);
  tdm_journal_drop_copy (copy);
  has_flock = TRUE;
}

static void
test_without_locks (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (TdmWorkspace) workspace = new_file (folder);

  tdm_workspace_close (workspace);
  for (TdmOpenMode mode = TDM_OPEN_EXISTING; mode <= TDM_OPEN_READ_ONLY; mode++)
    {
      g_autoptr (TdmWorkspace) again = NULL;
      g_autoptr (GError) error = NULL;

      set_locks (FALSE);
      again = tdm_test_open (folder->path, mode, &error);
      set_locks (TRUE);
      g_assert_no_error (error);
      g_assert_cmpuint (g_list_model_get_n_items (tdm_workspace_get_pairs (again)), ==, 1);
      g_assert_cmpint (tdm_workspace_get_read_only_reason (again), ==,
                       mode == TDM_OPEN_READ_ONLY ? TDM_READ_ONLY_ASKED : TDM_READ_ONLY_NO_LOCKS);
      g_assert_null (strstr (tdm_workspace_explain_read_only (again), "program has this file open"));
      tdm_workspace_close (again);
    }
}

/* SQLite has no locks where flock() is one of this computer alone. */
static void
test_with_flock_alone (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (TdmWorkspace) workspace = new_file (folder), again = NULL;
  g_autoptr (GError) error = NULL;

  tdm_workspace_close (workspace);
  set_locks (FALSE);
  has_flock = TRUE;
  again = tdm_test_open (folder->path, TDM_OPEN_EXISTING, &error);
  set_locks (TRUE);
  g_assert_no_error (error);
  g_assert_cmpint (tdm_workspace_get_read_only_reason (again), ==, TDM_READ_ONLY_NO_LOCKS);
  tdm_workspace_close (again);
}

static void
assert_not_begun (const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tdm_test_open (path, TDM_OPEN_CREATE, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_not_begun_without_locks (TdmTestFolder *folder, gconstpointer data)
{
  set_locks (FALSE);
  assert_not_begun (folder->path, "choose another folder");
  set_locks (TRUE);
}

/* The portal shows a document as NUMBER/NAME, or as NUMBER/FOLDER/NAME where the folder was handed out. */
static char *
join_document (TdmTestFolder *folder, const char *names)
{
  g_autofree char *path = tdm_test_folder_join (folder, names);
  g_autofree char *above = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (above, 0700), ==, 0);
  return g_steal_pointer (&path);
}

static void
test_handed_out_alone (TdmTestFolder *folder, gconstpointer names)
{
  g_autofree char *path = join_document (folder, names);
  g_autoptr (TdmWorkspace) workspace = new_file (folder), again = NULL;
  g_autoptr (GError) error = NULL;

  tdm_workspace_close (workspace);
  portal = folder->folder;
  assert_not_begun (path, "your documents");
  g_assert_cmpint (g_rename (folder->path, path), ==, 0);
  again = tdm_test_open (path, TDM_OPEN_EXISTING, &error);
  portal = NULL;
  g_assert_no_error (error);
  g_assert_cmpint (tdm_workspace_get_read_only_reason (again), ==, TDM_READ_ONLY_LONE);
  g_assert_nonnull (strstr (tdm_workspace_explain_read_only (again), "your documents"));
  g_assert_cmpuint (g_list_model_get_n_items (tdm_workspace_get_pairs (again)), ==, 1);
  tdm_workspace_close (again);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_handed_out_with_folder (TdmTestFolder *folder, gconstpointer data)
{
  g_autofree char *path = join_document (folder, "5f1c2ab0/Mentoring/Programme.tandem");
  g_autoptr (TdmWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  portal = folder->folder;
  workspace = tdm_test_open (path, TDM_OPEN_CREATE, &error);
  portal = NULL;
  g_assert_no_error (error);
  g_assert_cmpint (tdm_workspace_get_read_only_reason (workspace), ==, TDM_READ_ONLY_NOT);
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
  TDM_TEST_ADD ("/place/copied-without-flock", test_copied_without_flock);
  TDM_TEST_ADD ("/place/without-locks", test_without_locks);
  TDM_TEST_ADD ("/place/with-flock-alone", test_with_flock_alone);
  TDM_TEST_ADD ("/place/not-begun-without-locks", test_not_begun_without_locks);
  g_test_add ("/place/handed-out-alone", TdmTestFolder, "5f1c2ab0/Programme.tandem", tdm_test_set_up,
              test_handed_out_alone, tdm_test_tear_down);
  g_test_add ("/place/handed-out-alone/seen-from-outside", TdmTestFolder,
              "by-app/org.example.Mail/5f1c2ab0/Programme.tandem", tdm_test_set_up, test_handed_out_alone,
              tdm_test_tear_down);
  TDM_TEST_ADD ("/place/handed-out-with-folder", test_handed_out_with_folder);
  return g_test_run ();
}
