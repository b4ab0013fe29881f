/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-topic.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

/* Small questions about topics. */

void tdm_topic_dialogs_edit  (GtkWidget    *over,
                              TdmWorkspace *workspace,
                              TdmTopic     *topic);
void tdm_topic_dialogs_merge (GtkWidget    *over,
                              TdmWorkspace *workspace,
                              TdmTopic     *topic);
void tdm_topic_dialogs_move  (GtkWidget    *over,
                              TdmWorkspace *workspace,
                              GPtrArray    *topics);

G_END_DECLS
