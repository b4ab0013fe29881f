/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-sealed-note.h"

G_BEGIN_DECLS

#define TDM_MANIFEST_MAC_BYTES 32

typedef struct _TdmManifest TdmManifest;

/* What stands at the beginning of the file: how often it was written, and how often its keys were renewed */
typedef struct
{
  guint8 uuid[TDM_VAULT_UUID_BYTES];
  guint64 generation;
  guint16 epoch;
} TdmVaultHead;

TdmManifest *tdm_manifest_new     (void);
TdmManifest *tdm_manifest_copy    (const TdmManifest  *self);
void         tdm_manifest_free    (TdmManifest        *self);

void         tdm_manifest_append  (TdmManifest        *self,
                                   const guint8        id[TDM_NOTE_ID_BYTES],
                                   guint64             revision,
                                   gboolean            is_earlier,
                                   const guint8        tag[TDM_NOTE_TAG_BYTES]);
void         tdm_manifest_sort    (TdmManifest        *self);
void         tdm_manifest_set     (TdmManifest        *self,
                                   const guint8        id[TDM_NOTE_ID_BYTES],
                                   guint64             revision,
                                   gboolean            is_earlier,
                                   const guint8        tag[TDM_NOTE_TAG_BYTES]);
void         tdm_manifest_remove  (TdmManifest        *self,
                                   const guint8        id[TDM_NOTE_ID_BYTES],
                                   guint64             revision,
                                   gboolean            is_earlier);
void         tdm_manifest_compute (const TdmManifest  *self,
                                   const TdmVaultHead *head,
                                   TdmSecret          *key,
                                   guint8              mac[TDM_MANIFEST_MAC_BYTES]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmManifest, tdm_manifest_free)

G_END_DECLS
