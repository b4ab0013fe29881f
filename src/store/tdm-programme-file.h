/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-database.h"

G_BEGIN_DECLS

/**
 * TdmOpenMode:
 * @TDM_OPEN_EXISTING: to read and write a file that is there
 * @TDM_OPEN_CREATE: likewise, and to begin a new one where there is none
 * @TDM_OPEN_READ_ONLY: to read only
 */
typedef enum
{
  TDM_OPEN_EXISTING,
  TDM_OPEN_CREATE,
  TDM_OPEN_READ_ONLY,
} TdmOpenMode;

/**
 * TdmReadOnlyReason:
 * @TDM_READ_ONLY_NOT: the file can be written
 * @TDM_READ_ONLY_ASKED: it was opened so
 * @TDM_READ_ONLY_LOCKED: another Tandem has it open
 * @TDM_READ_ONLY_MEDIUM: the file or its folder may not be written
 *
 * Why a file can only be read.
 */
typedef enum
{
  TDM_READ_ONLY_NOT,
  TDM_READ_ONLY_ASKED,
  TDM_READ_ONLY_LOCKED,
  TDM_READ_ONLY_MEDIUM,
} TdmReadOnlyReason;

#define TDM_TYPE_PROGRAMME_FILE (tdm_programme_file_get_type ())
G_DECLARE_FINAL_TYPE (TdmProgrammeFile, tdm_programme_file, TDM, PROGRAMME_FILE, GObject)

const char        *tdm_read_only_explain             (TdmReadOnlyReason  reason);

TdmProgrammeFile  *tdm_programme_file_open          (const char        *path,
                                                     TdmOpenMode        mode,
                                                     GError           **error);
TdmDatabase       *tdm_programme_file_get_database  (TdmProgrammeFile  *self);
TdmReadOnlyReason  tdm_programme_file_get_read_only (TdmProgrammeFile  *self);

G_END_DECLS
