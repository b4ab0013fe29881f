/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-key-slot.h"

G_BEGIN_DECLS

#define TDM_NOTE_ID_BYTES 16
#define TDM_NOTE_TAG_BYTES 16

/* Bytes that sealing adds to the padded content */
#define TDM_SEALED_NOTE_OVERHEAD 48

/* Bytes of a note, sealed or in clear */
typedef struct
{
  const guint8 *data;
  gsize length;
} TdmNoteBytes;

/* Where a sealed note belongs: it opens nowhere else. */
typedef struct
{
  guint8 vault[TDM_VAULT_UUID_BYTES];
  guint8 id[TDM_NOTE_ID_BYTES];
  guint16 epoch; /* how often the keys were renewed */
  guint64 revision;
  gboolean is_draft; /* waiting outside the vault to be saved on top of that revision */
} TdmNotePlace;

gsize         tdm_sealed_note_get_padded_length (gsize length);

GBytes       *tdm_sealed_note_seal    (const TdmNotePlace  *place,
                                       TdmSecret           *key,
                                       const TdmNoteBytes  *content);
gboolean      tdm_sealed_note_open    (const TdmNotePlace  *place,
                                       TdmSecret           *key,
                                       const TdmNoteBytes  *sealed,
                                       guint8              *content,
                                       GError             **error);
const guint8 *tdm_sealed_note_get_tag (const TdmNoteBytes  *sealed);

G_END_DECLS
