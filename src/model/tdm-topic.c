/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-topic.h"

#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"

/**
 * TdmTopic:
 *
 * Something that people learn from each other.
 */

struct _TdmTopic
{
  TdmRecord parent_instance;

  char *keyed;
  char *key;
};

G_DEFINE_FINAL_TYPE (TdmTopic, tdm_topic, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "area", N_ ("Area"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "title", N_ ("Title"), TDM_FIELD_LINE, .required = TRUE, .most = TDM_NAME_MOST },
};

static void
tdm_topic_finalize (GObject *object)
{
  TdmTopic *self = TDM_TOPIC (object);

  g_free (self->keyed);
  g_free (self->key);
  G_OBJECT_CLASS (tdm_topic_parent_class)->finalize (object);
}

static void
tdm_topic_class_init (TdmTopicClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tdm_topic_finalize;
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

/**
 * tdm_topic_get_key:
 *
 * Returns: (transfer none): what all spellings of its title have in common, see tdm_text_make_key(): two topics with
 *   the same one are the same topic
 */
const char *
tdm_topic_get_key (TdmTopic *self)
{
  g_return_val_if_fail (TDM_IS_TOPIC (self), NULL);

  /* Thousands of topics are compared with each one that is typed or read in. */
  if (tdm_set_str (&self->keyed, tdm_topic_get_title (self)))
    {
      g_free (self->key);
      self->key = tdm_text_make_key (self->keyed);
    }
  return self->key;
}
