/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

const GType *tdm_record_types          (guint      *n);
void         tdm_record_types_add      (GType       type);
GType        tdm_record_type_for_table (const char *table);

G_END_DECLS
