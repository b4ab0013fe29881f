/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-private.h"

#include <string.h>

static void
tdm_sample_add_topic (TdmSample *self, const char *area, const char *code)
{
  g_autofree char *group = g_strconcat ("topic ", code, NULL);
  char **questions = tdm_sample_get_words (self, group, "questions");
  char **results = tdm_sample_get_words (self, group, "results");
  TdmSampleTopic *topic = g_new (TdmSampleTopic, 1);

  *topic = (TdmSampleTopic) { tdm_sample_add (self, TDM_TYPE_TOPIC, group), self->n_areas };
  tdm_sample_set_word (self, topic->record, TDM_TOPIC_AREA, "areas/%s", area);
  tdm_sample_set_word (self, topic->record, TDM_TOPIC_TITLE, "%s/title", group);
  g_hash_table_insert (self->topics, g_strdup (code), topic);
  for (guint i = 0; questions[i]; i++)
    {
      TdmSampleSession session = { topic, questions[i], results[i] };

      g_array_append_val (self->sessions, session);
    }
}

/* Topics and questions of an area, and the goals of those who learn there */
void
tdm_sample_add_area (TdmSample *self, const char *group)
{
  static const char *const sides[] = { "mentee", "mentor", "joint" };
  char **topics = tdm_sample_get_list (self, group, "topics");

  for (guint i = 0; topics[i]; i++)
    tdm_sample_add_topic (self, group + strlen ("area "), topics[i]);
  for (TdmSide side = TDM_SIDE_MENTEE; side <= TDM_SIDE_JOINT; side++)
    {
      char **goals = tdm_sample_get_list (self, group, sides[side]);

      for (guint i = 0; goals[i]; i++)
        {
          TdmSampleGoal goal = { goals[i], side, self->n_areas };

          g_array_append_val (self->goals, goal);
        }
    }
  self->n_areas++;
}
