/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vfs.h"

#include "tdm-journal.h"

#include <errno.h>
#include <sqlite3.h>

/* SQLite's way to the disk, with a door in it.
 *
 * What lies beside a file is looked at when Tandem opens the file, but SQLite opens it anew for every change, and it
 * can be exchanged at any moment between. So the look is here as well: at the name before it is opened, since a pipe
 * would make the opening wait for ever, and at the content of what was opened, since that can be another file by
 * then. */

static sqlite3_vfs *under, door;

static int
door_refuse (sqlite3_file *file)
{
  if (file->pMethods)
    file->pMethods->xClose (file);
  file->pMethods = NULL;
  errno = EPERM;
  return SQLITE_CANTOPEN;
}

static int
door_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *flags_out)
{
  gboolean is_beside = (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL)) != 0;
  sqlite3_io_methods *methods = (sqlite3_io_methods *) ((guint8 *) file + under->szOsFile);
  int code;

  file->pMethods = NULL;
  /* There is one only for a change to several files. SQLite reads it before it removes it (pager_delsuper in
   * pager.c). */
  if ((flags & SQLITE_OPEN_SUPER_JOURNAL) || (is_beside && !tdm_journal_may_open (name)))
    return door_refuse (file);
  code = under->xOpen (under, name, file, flags, flags_out);
  if (code != SQLITE_OK)
    return code;
  if (is_beside && !tdm_journal_is_sound (name, file))
    return door_refuse (file);
  /* Version 1 of a file has no shared memory: SQLite would empty whatever is called as the index of a log. */
  if (flags & SQLITE_OPEN_MAIN_DB)
    {
      *methods = *file->pMethods;
      methods->iVersion = 1;
      file->pMethods = methods;
    }
  return SQLITE_OK;
}

/**
 * tdm_vfs_get_name:
 *
 * It lies over what is SQLite's default at the first call.
 *
 * Returns: (transfer none): for sqlite3_open_v2()
 */
const char *
tdm_vfs_get_name (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      under = sqlite3_vfs_find (NULL);
      door = *under;
      door.zName = "tandem";
      door.pNext = NULL;
      door.szOsFile = under->szOsFile + (int) sizeof (sqlite3_io_methods);
      door.xOpen = door_open;
      sqlite3_vfs_register (&door, FALSE);
      g_once_init_leave (&done, 1);
    }
  return door.zName;
}
