/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmRichText:
 * @text: what was read so far
 * @is_text: whether what comes next belongs to it
 * @n_readings: within how many elements that tell how a text is pronounced
 *
 * A text of a workbook while it is read. It may have several runs with looks of their own, and beside them how it is
 * pronounced (ISO/IEC 29500-1 18.4).
 */
typedef struct
{
  GString *text;
  gboolean is_text;
  guint n_readings;
} TdmRichText;

void tdm_rich_text_begin    (TdmRichText *self,
                             const char  *element);
void tdm_rich_text_end      (TdmRichText *self,
                             const char  *element);
void tdm_rich_text_add      (TdmRichText *self,
                             const char  *text,
                             gsize        length);
void tdm_rich_text_unescape (TdmRichText *self);

G_END_DECLS
