/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-catalogue.h"

#include <stdlib.h>

/**
 * TdmSampleCatalogue:
 *
 * What there is to learn, as numbers and not as codes: areas, their topics, the questions that a meeting can be about,
 * and goals. Texts belong to the words.
 */

static void
add_sessions_of_topic (TdmSampleCatalogue *self, TdmSampleWords *words, const char *group)
{
  TdmSampleSession session = { self->topics->len - 1, NULL, NULL };

  for (const char *const *question = tdm_sample_words_get_list (words, group, "questions"); *question; question++)
    {
      session.question = *question;
      g_array_append_val (self->sessions, session);
    }
}

static void
add_topic (TdmSampleCatalogue *self, TdmSampleWords *words, const char *code)
{
  g_autofree char *group = g_strconcat ("topic:", code, NULL);
  TdmSampleTopic topic = { code, tdm_sample_words_get_text (words, group, "title"), self->areas->len, NULL };

  g_array_append_val (self->topics, topic);
  add_sessions_of_topic (self, words, group);
}

static void
add_area (TdmSampleCatalogue *self, TdmSampleWords *words, const char *code)
{
  g_autofree char *group = g_strconcat ("area:", code, NULL);
  const char *learner = tdm_sample_words_get_codes (words, group, "learner")[0];
  TdmSampleArea area = { tdm_sample_words_get_text (words, group, "title") };

  area.learner = g_str_equal (learner, "mentee") ? TDM_SIDE_MENTEE : TDM_SIDE_MENTOR;
  area.share = atoi (tdm_sample_words_get_codes (words, group, "share")[0]);
  area.first_topic = self->topics->len;
  for (const char *const *topic = tdm_sample_words_get_codes (words, group, "topics"); *topic; topic++)
    add_topic (self, words, *topic);
  area.n_topics = self->topics->len - area.first_topic;
  g_array_append_val (self->areas, area);
}

static void
add_goal_of_session (TdmSampleCatalogue *self, TdmSampleWords *words, const char *code)
{
  g_autofree char *group = g_strconcat ("meeting:", code, NULL);
  const char *question = tdm_sample_words_get_text (words, group, "question");

  for (guint i = 0; i < self->sessions->len; i++)
    if (g_str_equal (tdm_sample_catalogue_get_session (self, i)->question, question))
      g_array_index (self->sessions, TdmSampleSession, i).goal = tdm_sample_words_get_text (words, group, "goal");
}

static guint
find_area (TdmSampleWords *words, const char *code)
{
  const char *const *codes = tdm_sample_words_get_codes (words, "areas", "codes");
  guint i = 0;

  while (codes[i] && !g_str_equal (codes[i], code))
    i++;
  return i;
}

static void
add_goal (TdmSampleCatalogue *self, TdmSampleWords *words, TdmSide side, const char *code)
{
  g_autofree char *group = g_strconcat ("goal:", code, NULL);
  TdmSampleGoal goal = { code, side };

  goal.area = find_area (words, tdm_sample_words_get_codes (words, group, "area")[0]);
  goal.title = tdm_sample_words_get_text (words, group, "title");
  goal.output = tdm_sample_words_get_text (words, group, "output");
  goal.steps = tdm_sample_words_get_list (words, group, "steps");
  g_array_append_val (self->goals, goal);
}

static void
add_goals (TdmSampleCatalogue *self, TdmSampleWords *words)
{
  static const char *const sides[] = { "mentee", "mentor", "joint" };

  for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
    for (const char *const *code = tdm_sample_words_get_codes (words, "goals", sides[side]); *code; code++)
      add_goal (self, words, side, *code);
}

/**
 * tdm_sample_catalogue_new:
 * @words: the words; they must stay as long as the catalogue
 *
 * Returns: (transfer full): the catalogue, its topics without records
 */
TdmSampleCatalogue *
tdm_sample_catalogue_new (TdmSampleWords *words)
{
  TdmSampleCatalogue *self = g_new0 (TdmSampleCatalogue, 1);

  self->areas = g_array_new (FALSE, FALSE, sizeof (TdmSampleArea));
  self->topics = g_array_new (FALSE, FALSE, sizeof (TdmSampleTopic));
  self->sessions = g_array_new (FALSE, FALSE, sizeof (TdmSampleSession));
  self->goals = g_array_new (FALSE, FALSE, sizeof (TdmSampleGoal));

  for (const char *const *code = tdm_sample_words_get_codes (words, "areas", "codes"); *code; code++)
    add_area (self, words, *code);
  for (const char *const *code = tdm_sample_words_get_codes (words, "meetings", "codes"); *code; code++)
    add_goal_of_session (self, words, *code);
  add_goals (self, words);
  return self;
}

void
tdm_sample_catalogue_free (TdmSampleCatalogue *self)
{
  g_array_unref (self->areas);
  g_array_unref (self->topics);
  g_array_unref (self->sessions);
  g_array_unref (self->goals);
  g_free (self);
}

const TdmSampleArea *
tdm_sample_catalogue_get_area (const TdmSampleCatalogue *self, guint index)
{
  return &g_array_index (self->areas, TdmSampleArea, index);
}

TdmSampleTopic *
tdm_sample_catalogue_get_topic (const TdmSampleCatalogue *self, guint index)
{
  return &g_array_index (self->topics, TdmSampleTopic, index);
}

const TdmSampleSession *
tdm_sample_catalogue_get_session (const TdmSampleCatalogue *self, guint index)
{
  return &g_array_index (self->sessions, TdmSampleSession, index);
}

const TdmSampleGoal *
tdm_sample_catalogue_get_goal (const TdmSampleCatalogue *self, guint index)
{
  return &g_array_index (self->goals, TdmSampleGoal, index);
}
