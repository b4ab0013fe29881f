/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Row ids, each once, in a #GHashTable: they have 64 bits on every machine, so that no pointer can hold them. */

GHashTable *tdm_id_set_new (void);
gboolean    tdm_id_set_has (GHashTable *self,
                            gint64      id);
void        tdm_id_set_add (GHashTable *self,
                            gint64      id);
GArray     *tdm_id_set_list (GHashTable *self);

G_END_DECLS
