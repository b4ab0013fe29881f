/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-durable.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is on the disk when the power goes, at every call of the program. The linker puts the functions of this test in
 * the place of the system's: they do what is asked and keep a record, from which the worst disk that POSIX allows is
 * made: of a file that was not flushed nothing is there, or zeros, or a part; of a folder that was not flushed, any
 * beginning of what was done in it since. */

typedef enum
{
  CALL_CREATE,
  CALL_WRITE,
  CALL_FLUSH,
  CALL_FLUSH_FOLDER,
  CALL_RENAME,
  CALL_LINK,
  CALL_UNLINK,
} CallKind;

typedef struct
{
  CallKind kind;
  guint64 inode;
  char *name;
  char *other;
  char *data;
  gsize length;
} Call;

static GArray *record;
static guint64 full_at; /* the disk has room for so many bytes, 0 for all */
static guint64 n_bytes;

static void
call_clear (gpointer data)
{
  Call *call = data;

  g_free (call->name);
  g_free (call->other);
  g_free (call->data);
}

static guint64
get_inode (int fd)
{
  struct stat status;

  g_assert_cmpint (fstat (fd, &status), ==, 0);
  return status.st_ino;
}

static Call *
note (CallKind kind, guint64 inode, const char *name, const char *other)
{
  Call call = { kind, inode, name ? g_path_get_basename (name) : NULL, other ? g_path_get_basename (other) : NULL,
                NULL, 0 };

  g_array_append_val (record, call);
  return &g_array_index (record, Call, record->len - 1);
}

int     __real_g_mkstemp_full (char *name, int flags, int mode);
int     __wrap_g_mkstemp_full (char *name, int flags, int mode);
ssize_t __real_write          (int fd, const void *data, size_t length);
ssize_t __wrap_write          (int fd, const void *data, size_t length);
int     __real_fsync          (int fd);
int     __wrap_fsync          (int fd);
int     __real_g_rename       (const char *from, const char *to);
int     __wrap_g_rename       (const char *from, const char *to);
int     __real_link           (const char *from, const char *to);
int     __wrap_link           (const char *from, const char *to);
int     __real_g_unlink       (const char *name);
int     __wrap_g_unlink       (const char *name);

int
__wrap_g_mkstemp_full (char *name, int flags, int mode)
{
  int fd = __real_g_mkstemp_full (name, flags, mode);

  if (fd >= 0 && record)
    note (CALL_CREATE, get_inode (fd), name, NULL);
  return fd;
}

/* A little at a time, so that there is something to cut */
ssize_t
__wrap_write (int fd, const void *data, size_t length)
{
  gssize n = record ? MIN (length, 100) : length;
  Call *call;

  if (record && full_at > 0 && n_bytes + n > full_at)
    {
      errno = ENOSPC;
      return -1;
    }
  n = __real_write (fd, data, n);
  if (n < 0 || !record)
    return n;
  n_bytes += n;
  call = note (CALL_WRITE, get_inode (fd), NULL, NULL);
  call->data = g_memdup2 (data, n);
  call->length = n;
  return n;
}

int
__wrap_fsync (int fd)
{
  struct stat status;

  g_assert_cmpint (fstat (fd, &status), ==, 0);
  if (record)
    note (S_ISDIR (status.st_mode) ? CALL_FLUSH_FOLDER : CALL_FLUSH, status.st_ino, NULL, NULL);
  return __real_fsync (fd);
}

int
__wrap_g_rename (const char *from, const char *to)
{
  if (record)
    note (CALL_RENAME, 0, from, to);
  return __real_g_rename (from, to);
}

int
__wrap_link (const char *from, const char *to)
{
  if (record)
    note (CALL_LINK, 0, from, to);
  return __real_link (from, to);
}

int
__wrap_g_unlink (const char *name)
{
  if (record)
    note (CALL_UNLINK, 0, name, NULL);
  return __real_g_unlink (name);
}

/* --- the disk ------------------------------------------------------------- */

typedef struct
{
  GString *written;
  gsize n_flushed;
} Inode;

typedef struct
{
  GHashTable *inodes; /* number: Inode */
  GHashTable *names;  /* as the folder on the disk has them */
  GArray *waiting;    /* what was done in the folder since it was flushed: Call, borrowed */
} Disk;

static void
inode_free (gpointer data)
{
  g_string_free (((Inode *) data)->written, TRUE);
  g_free (data);
}

static void
disk_do (GHashTable *names, const Call *call)
{
  gpointer inode = call->kind == CALL_CREATE ? GSIZE_TO_POINTER (call->inode) : g_hash_table_lookup (names, call->name);

  if (call->kind == CALL_CREATE)
    g_hash_table_insert (names, call->name, inode);
  if (call->kind == CALL_RENAME || call->kind == CALL_UNLINK)
    g_hash_table_remove (names, call->name);
  if (call->kind == CALL_RENAME || call->kind == CALL_LINK)
    g_hash_table_insert (names, call->other, inode);
}

static void
disk_take (Disk *self, const Call *call)
{
  Inode *inode = g_hash_table_lookup (self->inodes, GSIZE_TO_POINTER (call->inode));

  switch (call->kind)
    {
    case CALL_CREATE:
      inode = g_new0 (Inode, 1);
      inode->written = g_string_new (NULL);
      g_hash_table_insert (self->inodes, GSIZE_TO_POINTER (call->inode), inode);
      g_array_append_val (self->waiting, *call);
      break;
    case CALL_WRITE:
      g_string_append_len (inode->written, call->data, call->length);
      break;
    case CALL_FLUSH:
      inode->n_flushed = inode->written->len;
      break;
    case CALL_FLUSH_FOLDER:
      for (guint i = 0; i < self->waiting->len; i++)
        disk_do (self->names, &g_array_index (self->waiting, Call, i));
      g_array_set_size (self->waiting, 0);
      break;
    case CALL_RENAME:
    case CALL_LINK:
    case CALL_UNLINK:
      g_array_append_val (self->waiting, *call);
      break;
    }
}

static gboolean
is_temporary (const char *name)
{
  return g_str_has_prefix (name, ".tandem-");
}

/* Whether every file under a final name is flushed as a whole: then nothing of it can be missing */
static void
disk_check (Disk *self, GHashTable *names, gsize expected)
{
  GHashTableIter iter;
  gpointer name, number;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &number))
    {
      const Inode *inode = g_hash_table_lookup (self->inodes, number);

      if (is_temporary (name) || !inode)
        continue;
      g_assert_cmpuint (inode->n_flushed, ==, inode->written->len);
      g_assert_cmpuint (inode->n_flushed, ==, expected);
    }
}

/* Returns: how many states of the disk were looked at */
static guint
check_all_cuts (gsize expected)
{
  g_autoptr (GHashTable) inodes = g_hash_table_new_full (NULL, NULL, NULL, inode_free);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (Call));
  Disk disk = { inodes, names, waiting };
  guint n_states = 0;

  for (guint i = 0; i < record->len; i++)
    {
      g_autoptr (GHashTable) now = g_hash_table_new (g_str_hash, g_str_equal);
      GHashTableIter iter;
      gpointer name, inode;

      disk_take (&disk, &g_array_index (record, Call, i));
      g_hash_table_iter_init (&iter, names);
      while (g_hash_table_iter_next (&iter, &name, &inode))
        g_hash_table_insert (now, name, inode);
      disk_check (&disk, now, expected);
      for (guint j = 0; j < waiting->len; j++, n_states++)
        {
          disk_do (now, &g_array_index (waiting, Call, j));
          disk_check (&disk, now, expected);
        }
      n_states++;
    }
  return n_states;
}

/* --- the tests ------------------------------------------------------------ */

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("tandem-durable-XXXXXX", &error);
  g_assert_no_error (error);
  record = g_array_new (FALSE, FALSE, sizeof (Call));
  g_array_set_clear_func (record, call_clear);
  full_at = n_bytes = 0;
}

/* Returns: what is in the folder but what the tests put there */
static guint
count_files (Fixture *self, gboolean of_temporary)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)))
    n += is_temporary (name) == of_temporary;
  return n;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  GDir *dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_clear_pointer (&record, g_array_unref);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_unlink (path);
    }
  g_dir_close (dir);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

#define LENGTH 1234

static guint
write_files (Fixture *self, guint n_files, GError **error)
{
  g_autofree TdmDurableFile *files = g_new0 (TdmDurableFile, n_files);
  g_autofree char *content = g_strnfill (LENGTH, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (content, LENGTH);
  guint n_written;

  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/invitation-%u.ics", self->folder, i);
      files[i] = (TdmDurableFile) { g_file_new_for_path (name), bytes };
    }
  n_written = tdm_durable_write (files, n_files, 0666, NULL, error);
  for (guint i = 0; i < n_files; i++)
    g_object_unref (files[i].file);
  return n_written;
}

static void
test_whole_at_every_cut (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_states;

  g_assert_cmpuint (write_files (self, 64, &error), ==, 64);
  g_assert_no_error (error);
  /* Once more, over what is there */
  g_assert_cmpuint (write_files (self, 64, &error), ==, 64);
  n_states = check_all_cuts (LENGTH);
  g_test_message ("%u calls, %u states", record->len, n_states);
  g_assert_cmpuint (record->len, >, 1000);
  g_assert_cmpuint (n_states, >, 3000);
  g_assert_cmpint (g_array_index (record, Call, record->len - 1).kind, ==, CALL_FLUSH_FOLDER);
  g_assert_cmpuint (count_files (self, TRUE), ==, 0);
}

static void
test_full_disk_leaves_what_is_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  full_at = 10 * LENGTH + 500;
  g_assert_cmpuint (write_files (self, 20, &error), ==, 10);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (count_files (self, FALSE), ==, 10);
  g_assert_cmpuint (count_files (self, TRUE), ==, 0);
  check_all_cuts (LENGTH);
}

static void
test_nothing_is_replaced_by_half (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "invitation-0.ics", NULL), *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  full_at = 200;
  g_assert_cmpuint (write_files (self, 1, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
}

static void
test_what_must_not_be_replaced_stays (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "backup", NULL), *temporary = NULL, *content = NULL;
  g_autoptr (GError) error = NULL;
  int fd;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  temporary = tdm_durable_begin (path, 0600, &fd, &error);
  g_assert_no_error (error);
  close (fd);
  g_assert_false (tdm_durable_place (temporary, path, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
}

static void
test_stopped_between_two_files (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = g_file_new_build_filename (self->folder, "a", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a", 1);
  const TdmDurableFile files[] = { { file, bytes } };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_cmpuint (tdm_durable_write (files, 1, 0666, cancellable, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (self, FALSE), ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/durable/whole-at-every-cut", test_whole_at_every_cut);
  ADD ("/durable/full-disk-leaves-what-is-whole", test_full_disk_leaves_what_is_whole);
  ADD ("/durable/nothing-is-replaced-by-half", test_nothing_is_replaced_by_half);
  ADD ("/durable/what-must-not-be-replaced-stays", test_what_must_not_be_replaced_stays);
  ADD ("/durable/stopped-between-two-files", test_stopped_between_two_files);

  return g_test_run ();
}
