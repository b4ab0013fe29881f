/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmListAddress:
 * @TDM_LIST_ADDRESS_GOOD: it is one
 * @TDM_LIST_ADDRESS_NONE: the cell stands for none: it is empty, or of a person who gave none, a guest of another
 *   organisation, or a place in a directory
 * @TDM_LIST_ADDRESS_WRONG: it should be one, and is not
 */
typedef enum
{
  TDM_LIST_ADDRESS_GOOD,
  TDM_LIST_ADDRESS_NONE,
  TDM_LIST_ADDRESS_WRONG,
} TdmListAddress;

char          *tdm_list_cell_read         (const char *cell);
char          *tdm_list_cell_write        (const char *text);
TdmListAddress tdm_list_cell_read_address (const char *cell,
                                           char      **email);
char          *tdm_list_cell_read_date    (const char *cell);
GStrv          tdm_list_cell_read_choices (const char *cell,
                                           GHashTable *known);

G_END_DECLS
