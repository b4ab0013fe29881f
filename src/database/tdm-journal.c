/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-journal.h"

#include "base/tdm-file-error.h"
#include "base/tdm-i18n.h"
#include "tdm-database-place.h"
#include "tdm-sqlite-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What lies beside a file, where SQLite looks for what it has to put right. SQLite believes whatever is there: it
 * removes the file that a journal names as its super-journal, waits for ever at a pipe, and writes over a file of the
 * user's own. Tandem only ever leaves a rollback journal of a single file, so everything else is kept from SQLite. */

/* What is wrong with a file that lies beside another one */
typedef enum
{
  FAULT_NONE,
  FAULT_ABSENT,
  FAULT_KIND,    /* no regular file, or one that cannot be read */
  FAULT_CONTENT, /* not what SQLite writes */
  FAULT_NAME,    /* it names a super-journal */
  FAULT_OWNER,
  FAULT_LINKS,
} Fault;

static const char *const explanations[] = {
  [FAULT_LINKS] = N_ ("“%s” lies beside the file and has a second name elsewhere. Please remove the second name."),
  [FAULT_KIND] = N_ ("“%s” lies beside the file and is no ordinary file. Please move it away."),
  /* Translators: %s is the name of a file */
  [FAULT_CONTENT] = N_ ("“%s” lies beside the file and was not written by Tandem. Please move it away."),
  [FAULT_NAME] = N_ ("“%s” lies beside the file and would have another file deleted. It was not written by Tandem; "
                     "please move it away."),
  [FAULT_OWNER] = N_ ("“%s” lies beside the file and belongs to somebody else. Whoever that is should open the "
                      "file once with Tandem."),
};

/* What is looked at: an open file, of ours or of SQLite's */
typedef struct
{
  int fd;
  sqlite3_file *file;
  goffset size;
} Content;

typedef struct
{
  const char *suffix;
  Fault (*look) (const Content *content);
} Beside;

static gboolean
content_read (const Content *content, goffset offset, void *bytes, gsize length)
{
  if (content->file)
    return content->file->pMethods->xRead (content->file, bytes, (int) length, offset) == SQLITE_OK;
  return pread (content->fd, bytes, length, offset) == (gssize) length;
}

static gboolean
is_size (guint32 number)
{
  return number == 0 || (number >= 32 && number <= 65536 && (number & (number - 1)) == 0);
}

/* https://www.sqlite.org/fileformat.html#the_rollback_journal. The first twelve bytes are zero until what comes after
 * them is on disk; a power cut may leave zeros wherever they were not. A super-journal is named at the end
 * (readSuperJournal in SQLite's pager.c), where the same eight bytes stand once more. */
static Fault
look_at_journal (const Content *content)
{
  static const guint8 magic[8] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 }, zeros[12] = { 0 };
  guint32 header[7] = { 0 };
  guint8 end[8];

  if (content->size > 0 && !content_read (content, 0, header, MIN (content->size, (goffset) sizeof header)))
    return FAULT_KIND;
  /* The last two words are the sizes of a sector and of a page. */
  if ((memcmp (header, magic, sizeof magic) != 0 && memcmp (header, zeros, sizeof zeros) != 0) ||
      !is_size (GUINT32_FROM_BE (header[5])) || !is_size (GUINT32_FROM_BE (header[6])))
    return FAULT_CONTENT;
  if (content->size < 16)
    return FAULT_NONE;
  if (!content_read (content, content->size - (goffset) sizeof end, end, sizeof end))
    return FAULT_KIND;
  return memcmp (end, magic, sizeof magic) == 0 ? FAULT_NAME : FAULT_NONE;
}

/* https://www.sqlite.org/fileformat.html#the_write_ahead_log: another program can have switched a file to it. */
static Fault
look_at_log (const Content *content)
{
  guint32 magic = 0;

  if (content->size > 0 && !content_read (content, 0, &magic, MIN (content->size, (goffset) sizeof magic)))
    return FAULT_KIND;
  return content->size == 0 || (GUINT32_FROM_BE (magic) & ~1u) == 0x377f0682 ? FAULT_NONE : FAULT_CONTENT;
}

/* The index of the log has no form that is promised; SQLite makes it anew when it does not fit. */
static Fault
look_at_index (const Content *content)
{
  return FAULT_NONE;
}

static const Beside all[] = {
  { "-journal", look_at_journal },
  { "-wal", look_at_log },
  { "-shm", look_at_index },
};

/* Returns: what is wrong; if nothing or only whose it is, *fd is the open file */
static Fault
beside_open_name (const Beside *beside, const char *name, int *fd)
{
  Fault fault = FAULT_KIND;
  struct stat status;

  *fd = tdm_database_place_open (name, O_RDONLY | O_NONBLOCK);
  if (*fd < 0)
    return errno == ENOENT ? FAULT_ABSENT : FAULT_KIND;
  if (fstat (*fd, &status) == 0 && S_ISREG (status.st_mode))
    fault = beside->look (&(Content) { .fd = *fd, .size = status.st_size });
  if (fault != FAULT_NONE)
    {
      close (*fd);
      *fd = -1;
    }
  else if (status.st_uid != geteuid ())
    fault = FAULT_OWNER;
  else if (status.st_nlink != 1)
    fault = FAULT_LINKS;
  return fault;
}

static Fault
beside_open (const Beside *beside, const char *path, int *fd)
{
  g_autofree char *name = g_strconcat (path, beside->suffix, NULL);

  return beside_open_name (beside, name, fd);
}

/**
 * tdm_journal_find_fault:
 * @path: a file, links followed
 *
 * Looks at what lies beside the file without changing or waiting for anything.
 *
 * Returns: (transfer full) (nullable): why SQLite must not see it, in the language of the program;
 * %NULL if it may
 */
char *
tdm_journal_find_fault (const char *path)
{
  g_autofree char *stem = g_path_get_basename (path);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *name = g_strconcat (stem, all[i].suffix, NULL);
      int fd;
      Fault fault = beside_open (&all[i], path, &fd);

      if (fd >= 0)
        close (fd);
      if (explanations[fault])
        return g_strdup_printf (_ (explanations[fault]), name);
    }
  return NULL;
}

static const Beside *
beside_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_has_suffix (name, all[i].suffix))
      return &all[i];
  return NULL;
}

/**
 * tdm_journal_may_open:
 * @name: of a journal or log
 *
 * Returns: whether there is nothing yet, or something that SQLite may open
 */
gboolean
tdm_journal_may_open (const char *name)
{
  const Beside *beside = beside_find (name);
  Fault fault;
  int fd;

  if (!beside)
    return FALSE;
  fault = beside_open_name (beside, name, &fd);
  if (fd >= 0)
    close (fd);
  return fault == FAULT_NONE || fault == FAULT_ABSENT;
}

/**
 * tdm_journal_is_sound:
 * @name: of a journal or log
 * @file: what SQLite found under this name
 *
 * Returns: whether it is what SQLite writes there, with nobody else's file named in it
 */
gboolean
tdm_journal_is_sound (const char *name, sqlite3_file *file)
{
  const Beside *beside = beside_find (name);
  Content content = { .file = file };
  sqlite3_int64 size;

  if (!beside || file->pMethods->xFileSize (file, &size) != SQLITE_OK)
    return FALSE;
  content.size = size;
  return beside->look (&content) == FAULT_NONE;
}

static gboolean
journal_fail_to_copy (GError **error, int saved_errno)
{
  /* Translators: %s is a reason given by the system, such as "No space left on device" */
  g_set_error (error, TDM_FILE_ERROR,
               saved_errno == ENOSPC || saved_errno == EDQUOT ? TDM_FILE_ERROR_FULL
                                                              : TDM_FILE_ERROR_IO,
               _ ("The file can only be read from a copy, which could not be made: %s."),
               g_strerror (saved_errno));
  return FALSE;
}

static gboolean
journal_write_bytes (int fd, const guint8 *bytes, gssize length)
{
  while (length > 0)
    {
      gssize written = write (fd, bytes, length);

      if (written < 0)
        return FALSE;
      bytes += written;
      length -= written;
    }
  return TRUE;
}

static gboolean
journal_copy_bytes (int from, const char *to, GError **error)
{
  g_autofree guint8 *bytes = g_malloc (1 << 16);
  int fd = open (to, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0600), saved_errno;
  gssize length = -1;

  if (fd < 0)
    return journal_fail_to_copy (error, errno);
  while ((length = read (from, bytes, 1 << 16)) > 0)
    if (!journal_write_bytes (fd, bytes, length))
      {
        length = -1;
        break;
      }
  saved_errno = errno;
  close (fd);
  return length == 0 || journal_fail_to_copy (error, saved_errno);
}

/* What is a journal, whoever it belongs to, has its effect on the copy; the rest does not. */
static gboolean
beside_copy (const Beside *beside, const char *path, const char *copy, GError **error)
{
  g_autofree char *to = g_strconcat (copy, beside->suffix, NULL);
  gboolean done = TRUE;
  int fd;

  beside_open (beside, path, &fd);
  if (fd < 0)
    return TRUE;
  if (beside->look != look_at_index)
    done = journal_copy_bytes (fd, to, error);
  close (fd);
  return done;
}

/**
 * tdm_journal_copy:
 * @path: a file, links followed
 * @error: %TDM_FILE_ERROR_BUSY while a Tandem has the file open for writing, which puts it right
 * itself
 *
 * Copies a file that SQLite must put right before it can be read, with what lies beside it, into a
 * folder that nobody else can look into. Nothing happens to the file itself.
 *
 * Returns: (transfer full) (nullable): the path of the copy, for tdm_journal_drop_copy()
 */
char *
tdm_journal_copy (const char *path, GError **error)
{
  int fd = tdm_database_place_open (path, O_RDONLY | O_NONBLOCK);
  g_autofree char *folder = NULL;
  char *copy = NULL;
  gboolean done;

  if (fd < 0)
    journal_fail_to_copy (error, errno);
  else if (tdm_database_place_lock (fd, TRUE) == TDM_READ_ONLY_LOCKED)
    tdm_file_error_set_sqlite (error, SQLITE_BUSY, NULL);
  else if (!(folder = g_dir_make_tmp ("tandem-XXXXXX", NULL)))
    journal_fail_to_copy (error, errno);
  else
    {
      copy = g_build_filename (folder, "copy", NULL);
      done = journal_copy_bytes (fd, copy, error);
      for (guint i = 0; done && i < G_N_ELEMENTS (all); i++)
        done = beside_copy (&all[i], path, copy, error);
      if (!done)
        tdm_journal_drop_copy (g_steal_pointer (&copy));
    }
  if (fd >= 0)
    close (fd);
  return copy;
}

/**
 * tdm_journal_drop_copy:
 * @taken_copy: (transfer full): from tdm_journal_copy()
 *
 * Removes the copy, and what was put beside it. Whoever has it open can go on reading.
 */
void
tdm_journal_drop_copy (char *taken_copy)
{
  g_autofree char *copy = taken_copy;
  g_autofree char *folder = g_path_get_dirname (copy);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}
