/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-record.h"
#include "model/tdm-round.h"

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

GType       tdm_cli_find_type      (const char    *name);
const char *tdm_cli_name_type      (GType          type);
char       *tdm_cli_make_key       (const TdmField *field);
char       *tdm_cli_describe_field (TdmRecord     *record,
                                    guint          field);
gboolean    tdm_cli_load_type      (TdmWorkspace  *workspace,
                                    GType          type,
                                    TdmRound      *round,
                                    gboolean       with_links,
                                    GError       **error);
gboolean    tdm_cli_load_around    (TdmWorkspace  *workspace,
                                    gpointer       record,
                                    GError       **error);
GPtrArray  *tdm_cli_collect        (TdmWorkspace  *workspace,
                                    GType          type);
gpointer    tdm_cli_find_record    (TdmWorkspace  *workspace,
                                    const char    *uid,
                                    GError       **error);

G_END_DECLS
