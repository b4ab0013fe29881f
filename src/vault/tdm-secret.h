/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TdmSecret TdmSecret;

TdmSecret *tdm_secret_new        (gsize            length);
TdmSecret *tdm_secret_new_random (gsize            length);
TdmSecret *tdm_secret_new_copy   (gconstpointer    bytes,
                                  gsize            length);
TdmSecret *tdm_secret_new_text   (const char      *text);
void       tdm_secret_free       (TdmSecret       *self);
guint8    *tdm_secret_get_bytes  (TdmSecret       *self);
gsize      tdm_secret_get_length (const TdmSecret *self);
TdmSecret *tdm_secret_encode     (TdmSecret       *self);
TdmSecret *tdm_secret_decode     (const char      *text,
                                  gsize            length);
void       tdm_secret_wipe_text  (char            *taken_text);
void       tdm_secret_wipe_stack (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmSecret, tdm_secret_free)

G_END_DECLS
