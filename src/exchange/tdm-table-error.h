/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmTableError:
 * @TDM_TABLE_ERROR_NOT_A_TABLE: it is no list, or one that the program does not read; the message says what to do
 * @TDM_TABLE_ERROR_LOCKED: a password is needed to read it
 * @TDM_TABLE_ERROR_DAMAGED: it begins like a list and does not go on like one
 * @TDM_TABLE_ERROR_TOO_LARGE: it has more than the program takes
 * @TDM_TABLE_ERROR_EMPTY: nothing is in it
 *
 * Why a list cannot be read. Messages name rows and columns and never what is in them, as they may be logged.
 */
typedef enum
{
  TDM_TABLE_ERROR_NOT_A_TABLE,
  TDM_TABLE_ERROR_LOCKED,
  TDM_TABLE_ERROR_DAMAGED,
  TDM_TABLE_ERROR_TOO_LARGE,
  TDM_TABLE_ERROR_EMPTY,
} TdmTableError;

#define TDM_TABLE_ERROR (tdm_table_error_quark ())
GQuark tdm_table_error_quark (void);

gboolean tdm_table_error_set_other  (GError **error);
gboolean tdm_table_error_set_locked (GError **error);

G_END_DECLS
