/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TdmDatabase TdmDatabase;

gboolean tdm_difference_find  (TdmDatabase  *database,
                               TdmDatabase  *backup,
                               int          *size,
                               void        **changeset,
                               GError      **error);
GArray  *tdm_difference_count (int           size,
                               void         *changeset,
                               GError      **error);

G_END_DECLS
