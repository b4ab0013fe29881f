/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_TOPIC_ROW (tdm_topic_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmTopicRow, tdm_topic_row, TDM, TOPIC_ROW, AdwEntryRow)

void tdm_topic_row_set_topics (TdmTopicRow         *self,
                               GListModel          *topics);
void tdm_topic_row_set_choice (TdmTopicRow         *self,
                               GtkCustomFilterFunc  offers,
                               gpointer             data);

G_END_DECLS
