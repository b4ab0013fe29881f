/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmStoreError:
 * @TDM_STORE_ERROR_FAILED: something else, the message says what
 * @TDM_STORE_ERROR_NOT_FOUND: there is no such file or folder
 * @TDM_STORE_ERROR_NOT_TANDEM: the file is something else than a programme file
 * @TDM_STORE_ERROR_TOO_NEW: a newer Tandem wrote the file
 * @TDM_STORE_ERROR_DAMAGED: the file is damaged
 * @TDM_STORE_ERROR_READ_ONLY: the file was opened for reading only
 * @TDM_STORE_ERROR_FULL: the disk is full
 * @TDM_STORE_ERROR_IO: the disk failed, or the file may not be read
 * @TDM_STORE_ERROR_BUSY: another program holds the file
 * @TDM_STORE_ERROR_IN_USE: a record cannot go while others need it
 * @TDM_STORE_ERROR_EXISTS: the target exists already
 * @TDM_STORE_ERROR_NOTHING: there is nothing to undo or redo, or not any more
 *
 * Whatever it is, the file is as it was before.
 */
typedef enum
{
  TDM_STORE_ERROR_FAILED,
  TDM_STORE_ERROR_NOT_FOUND,
  TDM_STORE_ERROR_NOT_TANDEM,
  TDM_STORE_ERROR_TOO_NEW,
  TDM_STORE_ERROR_DAMAGED,
  TDM_STORE_ERROR_READ_ONLY,
  TDM_STORE_ERROR_FULL,
  TDM_STORE_ERROR_IO,
  TDM_STORE_ERROR_BUSY,
  TDM_STORE_ERROR_IN_USE,
  TDM_STORE_ERROR_EXISTS,
  TDM_STORE_ERROR_NOTHING,
} TdmStoreError;

#define TDM_STORE_ERROR (tdm_store_error_quark ())
GQuark tdm_store_error_quark (void);

void tdm_store_error_set_sqlite (GError     **error,
                                 int          code,
                                 const char  *detail);

G_END_DECLS
