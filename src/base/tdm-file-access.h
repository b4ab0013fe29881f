/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

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
 * @TDM_READ_ONLY_NO_LOCKS: where it is, nobody can be kept from writing it at the same time
 * @TDM_READ_ONLY_LONE: it was handed out alone, and what belongs beside it would be lost
 * @TDM_READ_ONLY_BESIDE: something lies beside it that no Tandem left there
 * @TDM_READ_ONLY_ALTERED: something in it was not made by Tandem
 *
 * Why a file can only be read.
 */
typedef enum
{
  TDM_READ_ONLY_NOT,
  TDM_READ_ONLY_ASKED,
  TDM_READ_ONLY_LOCKED,
  TDM_READ_ONLY_MEDIUM,
  TDM_READ_ONLY_NO_LOCKS,
  TDM_READ_ONLY_LONE,
  TDM_READ_ONLY_BESIDE,
  TDM_READ_ONLY_ALTERED,
} TdmReadOnlyReason;

G_END_DECLS
