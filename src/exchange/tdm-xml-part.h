/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-zip.h"

G_BEGIN_DECLS

/**
 * TdmXmlReader:
 * @begin: an element begins
 * @end: it ends
 * @text: text within it; one text may come in several pieces
 *
 * What is done with the elements of a part. Names come without their prefix, as some programs give one to every
 * element. Any may be %NULL.
 */
typedef struct
{
  gboolean (*begin) (gpointer     user_data,
                     const char  *name,
                     const char **attributes,
                     const char **values,
                     GError     **error);
  gboolean (*end)   (gpointer     user_data,
                     const char  *name,
                     GError     **error);
  gboolean (*text)  (gpointer     user_data,
                     const char  *text,
                     gsize        length,
                     GError     **error);
} TdmXmlReader;

gboolean    tdm_xml_part_read (TdmZip              *zip,
                               const char          *name,
                               const TdmXmlReader  *reader,
                               gpointer             user_data,
                               GError             **error);
const char *tdm_xml_get       (const char         **attributes,
                               const char         **values,
                               const char          *name);
gboolean    tdm_xml_is_true   (const char         **attributes,
                               const char         **values,
                               const char          *name);

G_END_DECLS
