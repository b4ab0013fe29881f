/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sqlite-error.h"

#include "base/tdm-file-error.h"
#include "base/tdm-i18n.h"

#include <sqlite3.h>

static TdmFileError
sqlite_error_translate (int code)
{
  if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY || code == SQLITE_READONLY_CANTINIT)
    return TDM_FILE_ERROR_CUT_OFF;
  if (code == SQLITE_READONLY_DBMOVED)
    return TDM_FILE_ERROR_MOVED;

  switch (code & 0xFF)
    {
    case SQLITE_FULL:
      return TDM_FILE_ERROR_FULL;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return TDM_FILE_ERROR_IO;
    case SQLITE_READONLY:
      return TDM_FILE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return TDM_FILE_ERROR_DAMAGED;
    case SQLITE_INTERRUPT:
      return TDM_FILE_ERROR_ALTERED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return TDM_FILE_ERROR_BUSY;
    default:
      return code == SQLITE_CONSTRAINT_FOREIGNKEY || code == SQLITE_CONSTRAINT_TRIGGER ? TDM_FILE_ERROR_IN_USE
                                                                                       : TDM_FILE_ERROR_FAILED;
    }
}

static const char *
sqlite_error_explain (TdmFileError code)
{
  switch (code)
    {
    case TDM_FILE_ERROR_FULL:
      return _ ("The disk is full. The last change was not saved; everything before it is safe.");
    case TDM_FILE_ERROR_IO:
      return _ ("The file could not be read or written. The last change was not saved; everything before it is safe.");
    case TDM_FILE_ERROR_READ_ONLY:
      return _ ("The file is open for reading only.");
    case TDM_FILE_ERROR_CUT_OFF:
      return _ ("The last change to the file was cut off and has to be taken back before it can be read.");
    case TDM_FILE_ERROR_MOVED:
      return _ (
        "The file was moved, replaced or deleted while it was open. The last change was not saved; please open the "
        "file again.");
    case TDM_FILE_ERROR_DAMAGED:
      return _ ("The file is damaged. It was left as it is; please go back to a backup.");
    case TDM_FILE_ERROR_BUSY:
      return _ ("Another program is using the file. Please try again.");
    case TDM_FILE_ERROR_ALTERED:
      return _ ("Another program put something into the file that takes too long to read. Please go back to a backup.");
    case TDM_FILE_ERROR_IN_USE:
      return _ ("This is still needed elsewhere and cannot be removed.");
    default:
      return _ ("The change could not be saved. Everything before it is safe.");
    }
}

/**
 * tdm_file_error_set_sqlite:
 * @code: an extended result code of SQLite
 * @detail: (nullable): what SQLite says about it, for those who report it
 *
 * Says in the language of the program what a failure of SQLite means for the user.
 */
void
tdm_file_error_set_sqlite (GError **error, int code, const char *detail)
{
  TdmFileError translated = sqlite_error_translate (code);

  g_debug ("SQLite %d: %s", code, detail ? detail : "");
  if (translated == TDM_FILE_ERROR_FAILED && detail)
    g_set_error (error, TDM_FILE_ERROR, translated, "%s (%s)", sqlite_error_explain (translated), detail);
  else
    g_set_error_literal (error, TDM_FILE_ERROR, translated, sqlite_error_explain (translated));
}
