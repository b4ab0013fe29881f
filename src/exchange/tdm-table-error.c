/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-table-error.h"

#include "base/tdm-i18n.h"

G_DEFINE_QUARK (tdm-table-error-quark, tdm_table_error)

/**
 * tdm_table_error_set_other:
 * @error: says that a file is of another kind, and what to do
 *
 * Returns: %FALSE
 */
gboolean
tdm_table_error_set_other (GError **error)
{
  g_set_error_literal (error, TDM_TABLE_ERROR, TDM_TABLE_ERROR_NOT_A_TABLE,
                       _ ("This is no list that can be read here. Please open it in a spreadsheet and save it as an "
                          "Excel workbook (.xlsx) or as CSV."));
  return FALSE;
}

/**
 * tdm_table_error_set_locked:
 * @error: says that a file needs a password, and what to do
 *
 * Returns: %FALSE
 */
gboolean
tdm_table_error_set_locked (GError **error)
{
  g_set_error_literal (error, TDM_TABLE_ERROR, TDM_TABLE_ERROR_LOCKED,
                       _ ("The file needs a password. Please save it without one, and delete that copy afterwards."));
  return FALSE;
}
