/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

G_BEGIN_DECLS

typedef struct _TdmChanges TdmChanges;

#define TDM_TYPE_GRAPH (tdm_graph_get_type ())
G_DECLARE_FINAL_TYPE (TdmGraph, tdm_graph, TDM, GRAPH, GObject)

TdmGraph   *tdm_graph_new            (void);
GListModel *tdm_graph_get_list       (TdmGraph   *self,
                                      GType       type);
gpointer    tdm_graph_find           (TdmGraph   *self,
                                      GType       type,
                                      gint64      id);
void        tdm_graph_open           (TdmGraph   *self,
                                      TdmScope    scope,
                                      gint64      id);
gboolean    tdm_graph_is_open        (TdmGraph   *self,
                                      TdmScope    scope,
                                      gint64      id);
void        tdm_graph_add_loaded     (TdmGraph   *self,
                                      GPtrArray  *records);
void        tdm_graph_link           (TdmGraph   *self,
                                      GPtrArray  *records);
void        tdm_graph_set_summaries  (TdmGraph   *self,
                                      GArray     *summaries);
void        tdm_graph_apply          (TdmGraph   *self,
                                      TdmChanges *changes);

G_END_DECLS
