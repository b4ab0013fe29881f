/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

guint tdm_graph_list_find   (GListModel *list,
                             TdmRecord  *record);
void  tdm_graph_list_settle (GListModel *list,
                             TdmRecord  *record,
                             guint       place);
void  tdm_graph_list_remove (GListModel *list,
                             TdmRecord  *record);

G_END_DECLS
