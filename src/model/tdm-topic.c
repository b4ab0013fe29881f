/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-topic.h"

#include "base/tdm-i18n.h"

/**
 * TdmTopic:
 *
 * Something that people learn from each other.
 */

struct _TdmTopic
{
  TdmRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmTopic, tdm_topic, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "area", N_ ("Area"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "title", N_ ("Title"), TDM_FIELD_LINE, .required = TRUE, .most = TDM_NAME_MOST },
};

static void
tdm_topic_class_init (TdmTopicClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  tdm_record_class_install_fields (record_class, "topic", fields, G_N_ELEMENTS (fields));
  tdm_record_class_set_words (record_class, N_ ("Topic added"), N_ ("Topic changed"), N_ ("Topic removed"));
  record_class->scopes = TDM_SCOPE_OVERVIEW;
  record_class->is_name = TRUE;
}

static void
tdm_topic_init (TdmTopic *self)
{
}

const char *
tdm_topic_get_title (TdmTopic *self)
{
  return tdm_record_get_text (TDM_RECORD (self), TDM_TOPIC_TITLE);
}
