/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmContentWriter:
 * @out: the file so far
 * @line: where the line that was started begins in it
 *
 * Writes content lines (RFC 5545 3.1). What is added in one way or another, it is one line in UTF-8, without control
 * characters but tabs, folded, and ended by CRLF.
 */
typedef struct
{
  GString *out;
  gsize line;
} TdmContentWriter;

void tdm_content_writer_start         (TdmContentWriter *self,
                                       const char       *name);
void tdm_content_writer_add_parameter (TdmContentWriter *self,
                                       const char       *name,
                                       const char       *value);
void tdm_content_writer_end           (TdmContentWriter *self,
                                       const char       *value);
void tdm_content_writer_end_text      (TdmContentWriter *self,
                                       const char       *text);
void tdm_content_writer_end_address   (TdmContentWriter *self,
                                       const char       *email);

void tdm_content_writer_add           (TdmContentWriter *self,
                                       const char       *name,
                                       const char       *value);
void tdm_content_writer_add_text      (TdmContentWriter *self,
                                       const char       *name,
                                       const char       *text);
void tdm_content_writer_add_number    (TdmContentWriter *self,
                                       const char       *name,
                                       gint64            number);
void tdm_content_writer_add_instant   (TdmContentWriter *self,
                                       const char       *name,
                                       gint64            instant);
void tdm_content_writer_add_local     (TdmContentWriter *self,
                                       const char       *name,
                                       const char       *zone,
                                       gint64            local);

G_END_DECLS
