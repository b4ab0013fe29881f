/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-private.h"

#include <string.h>

/* Topics and questions of an area, and the goals of who learns there */
void
tdm_sample_add_area (TdmSample *self, const char *group)
{
  static const char *const sides[] = { "mentee", "mentor", "joint" };
  g_auto (GStrv) topics = tdm_sample_get_list (self, group, "topics");

  for (guint i = 0; topics[i]; i++)
    {
      g_autofree char *words = g_strconcat ("topic ", topics[i], NULL);
      g_autofree char *title = tdm_sample_get_word (self, words, "title", 0);
      g_autofree char *area = tdm_sample_get_word (self, "areas", strchr (group, ' ') + 1, 0);
      g_auto (GStrv) questions = tdm_sample_get_words (self, words, "questions");
      g_auto (GStrv) results = tdm_sample_get_words (self, words, "results");
      TdmSampleTopic topic = { g_strdup (topics[i]), tdm_sample_insert (self, TDM_TYPE_TOPIC), self->n_areas };

      tdm_record_set_text (TDM_RECORD (topic.record), TDM_TOPIC_AREA, area);
      tdm_record_set_text (TDM_RECORD (topic.record), TDM_TOPIC_TITLE, title);
      g_hash_table_insert (self->records, g_strdup (topics[i]), topic.record);
      g_array_append_val (self->topics, topic);
      for (guint j = 0; questions[j]; j++)
        {
          TdmSampleSession session = { self->topics->len - 1, g_strdup (questions[j]), g_strdup (results[j]) };

          g_array_append_val (self->sessions, session);
        }
    }
  for (TdmSide side = TDM_SIDE_MENTEE; side <= TDM_SIDE_JOINT; side++)
    {
      g_auto (GStrv) goals = tdm_sample_get_list (self, group, sides[side]);

      for (guint i = 0; goals[i]; i++)
        {
          TdmSampleGoal goal = { g_strconcat ("goal ", goals[i], NULL), side, self->n_areas };

          g_array_append_val (self->goals, goal);
        }
    }
  self->n_areas++;
}

guint
tdm_sample_find_topic (TdmSample *self, const char *code)
{
  for (guint i = 0; i < self->topics->len; i++)
    if (g_str_equal (tdm_sample_get_topic (self, i)->code, code))
      return i;
  g_critical ("there is no topic %s", code);
  return 0;
}

const TdmSampleTopic *
tdm_sample_get_topic (TdmSample *self, guint index)
{
  return &g_array_index (self->topics, TdmSampleTopic, index);
}
