/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmFileError:
 * @TDM_FILE_ERROR_FAILED: something else, the message says what
 * @TDM_FILE_ERROR_NOT_FOUND: there is no such file or folder
 * @TDM_FILE_ERROR_NOT_TANDEM: the file is something else than what it should be
 * @TDM_FILE_ERROR_TOO_NEW: a newer Tandem wrote the file
 * @TDM_FILE_ERROR_DAMAGED: the file is damaged
 * @TDM_FILE_ERROR_ALTERED: something in the file was not made by Tandem
 * @TDM_FILE_ERROR_READ_ONLY: the file was opened for reading only
 * @TDM_FILE_ERROR_FULL: the disk is full
 * @TDM_FILE_ERROR_IO: the disk failed, or the file may not be read
 * @TDM_FILE_ERROR_BUSY: another program holds the file
 * @TDM_FILE_ERROR_IN_USE: a record cannot go while others need it
 * @TDM_FILE_ERROR_EXISTS: the target exists already
 * @TDM_FILE_ERROR_CUT_OFF: a change was cut off and has to be taken back first, which a reader cannot do
 * @TDM_FILE_ERROR_MOVED: the file is not any more where it was opened
 * @TDM_FILE_ERROR_NOTHING: there is nothing to undo or redo, or not any more
 * @TDM_FILE_ERROR_GONE: what was to be changed was removed meanwhile
 * @TDM_FILE_ERROR_UNKNOWN: the disk failed while a change was committed, and cannot be read
 *
 * Whatever it is but the last one, the file is as it was before.
 */
typedef enum
{
  TDM_FILE_ERROR_FAILED,
  TDM_FILE_ERROR_NOT_FOUND,
  TDM_FILE_ERROR_NOT_TANDEM,
  TDM_FILE_ERROR_TOO_NEW,
  TDM_FILE_ERROR_DAMAGED,
  TDM_FILE_ERROR_ALTERED,
  TDM_FILE_ERROR_READ_ONLY,
  TDM_FILE_ERROR_FULL,
  TDM_FILE_ERROR_IO,
  TDM_FILE_ERROR_BUSY,
  TDM_FILE_ERROR_IN_USE,
  TDM_FILE_ERROR_EXISTS,
  TDM_FILE_ERROR_CUT_OFF,
  TDM_FILE_ERROR_MOVED,
  TDM_FILE_ERROR_NOTHING,
  TDM_FILE_ERROR_GONE,
  TDM_FILE_ERROR_UNKNOWN,
} TdmFileError;

#define TDM_FILE_ERROR (tdm_file_error_quark ())
GQuark tdm_file_error_quark (void);

gboolean tdm_file_error_set       (GError     **error,
                                   TdmFileError  code,
                                   const char   *message);
gboolean tdm_file_error_set_errno (GError     **error,
                                   int           saved_errno);

G_END_DECLS
