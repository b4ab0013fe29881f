/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-record.h"

G_BEGIN_DECLS

/* Fields, in the order of the columns */
typedef enum
{
  TDM_TOPIC_AREA,
  TDM_TOPIC_TITLE,
} TdmTopicField;

#define TDM_TYPE_TOPIC (tdm_topic_get_type ())
G_DECLARE_FINAL_TYPE (TdmTopic, tdm_topic, TDM, TOPIC, TdmRecord)

const char *tdm_topic_get_title (TdmTopic *self);
const char *tdm_topic_get_key   (TdmTopic *self);

G_END_DECLS
