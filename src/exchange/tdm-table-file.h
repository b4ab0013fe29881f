/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-charset.h"
#include "tdm-table.h"

G_BEGIN_DECLS

/* In bytes, as it lies on disk */
#define TDM_TABLE_FILE_MOST (32 * 1024 * 1024)

/**
 * TdmTableChoice:
 * @charset: of a text; what it looks like
 * @separator: between the cells of a text, 0 for the one that fits
 * @sheet: of a workbook, from 0, of those that can be seen
 *
 * How a list is to be read. All zero is right for most.
 */
typedef struct
{
  TdmCharset charset;
  char separator;
  guint sheet;
} TdmTableChoice;

/**
 * TdmTableFile:
 * @table: what is in it
 * @sheets: (nullable) (array zero-terminated=1): the sheets of a workbook, %NULL for a text
 * @choice: how it was read
 */
typedef struct
{
  TdmTable *table;
  GStrv sheets;
  TdmTableChoice choice;
} TdmTableFile;

TdmTableFile *tdm_table_file_read      (GBytes               *bytes,
                                        const TdmTableChoice *choice,
                                        GError              **error);
TdmTableFile *tdm_table_file_read_text (const char           *text,
                                        const TdmTableChoice *choice,
                                        GError              **error);
void          tdm_table_file_free      (TdmTableFile         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmTableFile, tdm_table_file_free)

G_END_DECLS
