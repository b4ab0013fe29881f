/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-profiles.h"

#include "model/tdm-interest.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"

#define N_AREAS_MOST 32
#define LEAST_INTERESTS 2
#define MOST_INTERESTS 5

static gboolean
has_topic (const TdmSampleTopics *self, guint topic)
{
  for (guint i = 0; i < self->n; i++)
    if (self->topics[i] == topic)
      return TRUE;
  return FALSE;
}

static void
add_topic (TdmSampleTopics *self, guint topic)
{
  if (self->n < TDM_SAMPLE_MOST_OFFERS && !has_topic (self, topic))
    self->topics[self->n++] = topic;
}

static guint
draw_topic (TdmSample *sample, TdmSide learner)
{
  guint weights[N_AREAS_MOST], n_areas = sample->catalogue->areas->len;
  const TdmSampleArea *area;

  for (guint i = 0; i < n_areas; i++)
    {
      area = tdm_sample_catalogue_get_area (sample->catalogue, i);
      weights[i] = area->learner == learner ? area->share : 0;
    }
  area = tdm_sample_catalogue_get_area (sample->catalogue,
                                        tdm_sample_random_weighted (&sample->random, weights, n_areas));
  return area->first_topic + tdm_sample_random_below (&sample->random, area->n_topics);
}

/* Draws until there is one more that is in neither list. */
static void
add_other_topic (TdmSample *sample, TdmSampleTopics *self, TdmSide learner, const TdmSampleTopics *avoid)
{
  guint topic;

  do
    topic = draw_topic (sample, learner);
  while (has_topic (self, topic) || (avoid && has_topic (avoid, topic)));
  add_topic (self, topic);
}

static void
draw_topics (TdmSample *sample, TdmSampleTopics *self, TdmSide learner, guint least, guint most)
{
  guint n = tdm_sample_random_between (&sample->random, MAX (self->n, least), most);

  while (self->n < n)
    add_other_topic (sample, self, learner, NULL);
}

static gboolean
is_empty (const TdmSamplePerson *person)
{
  return person->needs.n + person->offers.n == 0;
}

/* What one side needs, the other offers, and some more. */
static void
mirror (TdmSample *sample, TdmSamplePerson *learner, TdmSamplePerson *giver, TdmSide side, guint most_needs,
        guint least_offers, guint most_offers)
{
  draw_topics (sample, &learner->needs, side, most_needs - 2, most_needs);
  for (guint i = 0; i < learner->needs.n; i++)
    add_topic (&giver->offers, learner->needs.topics[i]);
  draw_topics (sample, &giver->offers, side, least_offers, most_offers);
}

static guint
count_bits (guint bits)
{
  guint n = 0;

  for (; bits; bits &= bits - 1)
    n++;
  return n;
}

static guint
draw_interests (TdmSample *sample, guint bits, guint avoid)
{
  const char *const *list = tdm_sample_words_get_list (sample->words, "interests", "list");
  guint n = tdm_sample_random_between (&sample->random, MAX (count_bits (bits), LEAST_INTERESTS), MOST_INTERESTS);

  while (count_bits (bits) < n)
    {
      guint bit = 1u << tdm_sample_random_below (&sample->random, g_strv_length ((char **) list));

      if (!(bit & avoid))
        bits |= bit;
    }
  return bits;
}

static guint
pick_bit (TdmSample *sample, guint bits)
{
  for (guint skip = tdm_sample_random_below (&sample->random, count_bits (bits)); skip > 0; skip--)
    bits &= bits - 1;
  return bits & -bits;
}

/**
 * tdm_sample_profiles_match:
 * @sample: the sample
 * @mentee: who learns
 * @mentor: who teaches
 * @apart: whether they shall have no interest in common
 *
 * Makes profiles for which these two are a good tandem, and where one of them has a profile already, draws the other's.
 */
void
tdm_sample_profiles_match (TdmSample *sample, TdmSamplePerson *mentee, TdmSamplePerson *mentor, gboolean apart)
{
  if (!is_empty (mentee) || !is_empty (mentor))
    {
      tdm_sample_profiles_draw (sample, mentee, TDM_SIDE_MENTEE);
      tdm_sample_profiles_draw (sample, mentor, TDM_SIDE_MENTOR);
      return;
    }

  mirror (sample, mentee, mentor, TDM_SIDE_MENTEE, 4, 3, 5);
  mirror (sample, mentor, mentee, TDM_SIDE_MENTOR, 3, 1, 3);
  mentee->interests = draw_interests (sample, 0, 0);
  mentor->interests = apart ? draw_interests (sample, 0, mentee->interests)
                            : draw_interests (sample, pick_bit (sample, mentee->interests), 0);
}

/**
 * tdm_sample_profiles_draw:
 * @sample: the sample
 * @person: somebody
 * @side: on which side they are
 *
 * Draws a profile if the person has none yet.
 */
void
tdm_sample_profiles_draw (TdmSample *sample, TdmSamplePerson *person, TdmSide side)
{
  gboolean is_mentee = side == TDM_SIDE_MENTEE;

  if (!is_empty (person))
    return;

  draw_topics (sample, &person->needs, side, is_mentee ? 2 : 1, is_mentee ? 4 : 3);
  draw_topics (sample, &person->offers, is_mentee ? TDM_SIDE_MENTOR : TDM_SIDE_MENTEE, is_mentee ? 1 : 3,
               is_mentee ? 3 : 5);
  person->interests = draw_interests (sample, 0, 0);
}

static void
take_topics (TdmSampleTopics *self, const TdmSampleTopics *from, guint first, guint end)
{
  self->n = 0;
  for (guint i = first; i < end; i++)
    add_topic (self, from->topics[i]);
}

static TdmSampleTopics
draw_list (TdmSample *sample, TdmSide learner, guint n)
{
  TdmSampleTopics list = { { 0 }, 0 };

  draw_topics (sample, &list, learner, n, n);
  return list;
}

/**
 * tdm_sample_profiles_lay_trap:
 * @sample: the sample
 * @mentees: (array fixed-size=2): two mentees
 * @mentors: (array fixed-size=2): their mentors
 *
 * Makes profiles where the second mentor suits the first mentee better than anybody suits anybody here: whoever takes
 * the best pair first leaves the other two with nothing in common, so that the total is worse.
 */
void
tdm_sample_profiles_lay_trap (TdmSample *sample, TdmSamplePerson *const *mentees, TdmSamplePerson *const *mentors)
{
  TdmSampleTopics wanted = draw_list (sample, TDM_SIDE_MENTEE, 5);
  TdmSampleTopics given = draw_list (sample, TDM_SIDE_MENTOR, 4);

  take_topics (&mentees[0]->needs, &wanted, 0, 3);
  take_topics (&mentees[1]->needs, &wanted, 3, 5);
  take_topics (&mentors[0]->offers, &wanted, 0, 2);
  add_other_topic (sample, &mentors[0]->offers, TDM_SIDE_MENTEE, &wanted);
  take_topics (&mentors[1]->offers, &wanted, 0, 5);

  take_topics (&mentees[0]->offers, &given, 0, 3);
  take_topics (&mentees[1]->offers, &given, 0, 1);
  add_topic (&mentees[1]->offers, given.topics[3]);
  take_topics (&mentors[0]->needs, &given, 2, 3);
  take_topics (&mentors[1]->needs, &given, 0, 2);

  mentors[1]->interests = pick_bit (sample, mentees[1]->interests) | pick_bit (sample, mentees[0]->interests) |
                          pick_bit (sample, mentees[0]->interests);
}

/**
 * tdm_sample_profiles_set_subject:
 * @sample: the sample
 * @mentee: who learns
 * @mentor: who teaches
 * @code: a topic of the words
 *
 * Makes one topic the first that the mentee needs and the mentor offers.
 */
void
tdm_sample_profiles_set_subject (TdmSample *sample, TdmSamplePerson *mentee, TdmSamplePerson *mentor, const char *code)
{
  for (guint i = 0; i < sample->catalogue->topics->len; i++)
    if (g_str_equal (tdm_sample_catalogue_get_topic (sample->catalogue, i)->code, code))
      {
        mentee->needs = mentor->offers = (TdmSampleTopics) { { i }, 1 };
        draw_topics (sample, &mentor->offers, TDM_SIDE_MENTEE, 3, 5);
      }
}

/**
 * tdm_sample_profiles_covered:
 * @learner: who needs something
 * @giver: who offers something
 * @covered: (out caller-allocates): what the one needs and the other offers, or else what the other offers
 *
 * Returns: how many topics that are
 */
guint
tdm_sample_profiles_covered (const TdmSamplePerson *learner, const TdmSamplePerson *giver, TdmSampleTopics *covered)
{
  covered->n = 0;
  for (guint i = 0; i < learner->needs.n; i++)
    if (has_topic (&giver->offers, learner->needs.topics[i]))
      add_topic (covered, learner->needs.topics[i]);
  if (covered->n == 0)
    *covered = giver->offers;
  return covered->n;
}

static void
store_need (TdmSample *sample, const TdmSamplePerson *person, guint topic, GDate from)
{
  static const TdmNeedSource sources[] = {
    TDM_NEED_SOURCE_SELF, TDM_NEED_SOURCE_SELF, TDM_NEED_SOURCE_FEEDBACK_TALK, TDM_NEED_SOURCE_FEEDBACK_TALK,
    TDM_NEED_SOURCE_MANAGER, TDM_NEED_SOURCE_SURVEY,
  };
  TdmRecord *need = tdm_sample_insert (sample, TDM_TYPE_NEED);

  tdm_record_set_link (need, TDM_NEED_PERSON, person->record);
  tdm_record_set_link (need, TDM_NEED_TOPIC, tdm_sample_catalogue_get_topic (sample->catalogue, topic)->record);
  tdm_record_set_integer (need, TDM_NEED_STRENGTH, tdm_sample_random_between (&sample->random, 1, 3));
  tdm_record_set_integer (need, TDM_NEED_SOURCE,
                          sources[tdm_sample_random_below (&sample->random, G_N_ELEMENTS (sources))]);
  tdm_sample_set_day (need, TDM_NEED_NOTED_ON, tdm_sample_pick_day (sample, from, 30));
}

static void
store_offer (TdmSample *sample, const TdmSamplePerson *person, guint topic, GDate from)
{
  TdmRecord *offer = tdm_sample_insert (sample, TDM_TYPE_OFFER);

  tdm_record_set_link (offer, TDM_OFFER_PERSON, person->record);
  tdm_record_set_link (offer, TDM_OFFER_TOPIC, tdm_sample_catalogue_get_topic (sample->catalogue, topic)->record);
  tdm_record_set_integer (offer, TDM_OFFER_STRENGTH, tdm_sample_random_between (&sample->random, 1, 3));
  tdm_sample_set_day (offer, TDM_OFFER_NOTED_ON, tdm_sample_pick_day (sample, from, 30));
}

/**
 * tdm_sample_profiles_store:
 * @sample: the sample
 * @person: somebody with a profile
 * @from: when it was noted down, the first of thirty days
 *
 * Adds the records of what the person needs, offers and likes.
 */
void
tdm_sample_profiles_store (TdmSample *sample, const TdmSamplePerson *person, GDate from)
{
  const char *const *interests = tdm_sample_words_get_list (sample->words, "interests", "list");

  if (person->is_erased)
    return;

  for (guint i = 0; i < person->needs.n; i++)
    store_need (sample, person, person->needs.topics[i], from);
  for (guint i = 0; i < person->offers.n; i++)
    store_offer (sample, person, person->offers.topics[i], from);
  for (guint i = 0; interests[i]; i++)
    if (person->interests & (1u << i))
      {
        TdmRecord *interest = tdm_sample_insert (sample, TDM_TYPE_INTEREST);

        tdm_record_set_link (interest, TDM_INTEREST_PERSON, person->record);
        tdm_record_set_text (interest, TDM_INTEREST_TITLE, interests[i]);
      }
}
