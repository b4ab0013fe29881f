/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "sample/tdm-sample.h"

G_BEGIN_DECLS

#define TODAY "2026-07-14"
#define KICKOFF "2026-03-03"

TdmEdit    *sample_build      (guint        scale,
                               const char  *language);
GPtrArray  *sample_get_all    (TdmEdit     *edit,
                               GType        type);
GPtrArray  *sample_get_linked (TdmEdit     *edit,
                               GType        type,
                               guint        field,
                               gpointer     target);
GPtrArray  *sample_get_pairs  (TdmEdit     *edit,
                               guint        round,
                               gboolean     with_dissolved);
guint       sample_count_code (GPtrArray   *records,
                               guint        field,
                               const char  *code);
const char *sample_text       (gpointer     record,
                               guint        field);
gint64      sample_number     (gpointer     record,
                               guint        field);
gpointer    sample_link       (gpointer     record,
                               guint        field);

G_END_DECLS
