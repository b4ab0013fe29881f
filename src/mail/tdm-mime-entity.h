/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmMimeSlice:
 * @data: bytes that belong to somebody else
 * @size: how many
 *
 * A piece of a file.
 */
typedef struct
{
  const char *data;
  gsize size;
} TdmMimeSlice;

/**
 * TdmMimeEntity:
 * @header: its header, without the empty line
 * @body: the rest
 *
 * A mail or a part of one (RFC 2045, 2.4), as slices of a file.
 */
typedef struct
{
  TdmMimeSlice header;
  TdmMimeSlice body;
} TdmMimeEntity;

void     tdm_mime_entity_init       (TdmMimeEntity       *self,
                                     TdmMimeSlice         text);
char    *tdm_mime_entity_get_header (const TdmMimeEntity *self,
                                     const char          *name);
gboolean tdm_mime_entity_next_child (TdmMimeSlice        *rest,
                                     const char          *boundary,
                                     TdmMimeSlice        *child);
GBytes  *tdm_mime_entity_decode     (const TdmMimeEntity *self,
                                     gsize                most);

G_END_DECLS
