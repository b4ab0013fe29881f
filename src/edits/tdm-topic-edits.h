/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-topic.h"

G_BEGIN_DECLS

TdmTopic *tdm_topic_edits_find        (GListModel *topics,
                                       const char *title);
gpointer  tdm_topic_edits_find_or_add (TdmEdit    *edit,
                                       GListModel *topics,
                                       const char *title);
TdmEdit  *tdm_topic_edits_add         (GListModel *topics,
                                       const char *title,
                                       const char *area);
TdmEdit  *tdm_topic_edits_add_all     (GListModel *topics,
                                       GPtrArray  *drafts);
TdmEdit  *tdm_topic_edits_change      (TdmTopic   *topic,
                                       GListModel *topics,
                                       const char *title,
                                       const char *area);
TdmEdit  *tdm_topic_edits_set_area    (GPtrArray  *moved,
                                       GListModel *topics,
                                       const char *area);
TdmEdit  *tdm_topic_edits_merge       (TdmTopic   *topic,
                                       TdmTopic   *into,
                                       GListModel *pairs);
TdmEdit  *tdm_topic_edits_remove      (TdmTopic   *topic,
                                       GListModel *pairs);

G_END_DECLS
