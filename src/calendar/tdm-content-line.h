/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmContentLine:
 * @text: the line, not terminated
 * @length: its bytes
 * @name_length: the bytes of the name at its beginning, 0 where there is none
 * @value: what stands behind the colon, %NULL where name and parameters are not as they should be
 * @value_length: its bytes
 * @n_parameters: how many parameters there are
 *
 * One content line of a calendar file (RFC 5545 3.1), unfolded.
 */
typedef struct
{
  const char *text;
  gsize length;
  gsize name_length;
  const char *value;
  gsize value_length;
  guint n_parameters;
} TdmContentLine;

void     tdm_content_line_read     (TdmContentLine       *self,
                                    const char           *text,
                                    gsize                 length);
gboolean tdm_content_line_is       (const TdmContentLine *self,
                                    const char           *name);
gboolean tdm_content_line_is_value (const TdmContentLine *self,
                                    const char           *value);
char    *tdm_content_line_get_part (const TdmContentLine *self,
                                    const char           *name);

G_END_DECLS
