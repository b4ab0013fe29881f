/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "edits/edits-fixture.h"
#include "method/tdm-common-ground.h"
#include "model/tdm-interest.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"

/* What Anna, who learns, and Bo, who teaches, bring to each other, and whether they should meet without a topic
 * first */

typedef EditsFixture Fixture;

static TdmTopic *
add_topic (Fixture *self, const char *title)
{
  TdmRecord *topic = edits_add (self, TDM_TYPE_TOPIC);

  tdm_record_set_text (topic, TDM_TOPIC_TITLE, title);
  edits_make_live (topic);
  return TDM_TOPIC (topic);
}

static void
add_need (Fixture *self, TdmPerson *person, TdmTopic *topic, int strength)
{
  TdmRecord *need = edits_add (self, TDM_TYPE_NEED);

  tdm_record_set_link (need, TDM_NEED_PERSON, person);
  tdm_record_set_link (need, TDM_NEED_TOPIC, topic);
  tdm_record_set_integer (need, TDM_NEED_STRENGTH, strength);
  edits_make_live (need);
}

static void
add_offer (Fixture *self, TdmPerson *person, TdmTopic *topic)
{
  TdmRecord *offer = edits_add (self, TDM_TYPE_OFFER);

  tdm_record_set_link (offer, TDM_OFFER_PERSON, person);
  tdm_record_set_link (offer, TDM_OFFER_TOPIC, topic);
  tdm_record_set_integer (offer, TDM_OFFER_STRENGTH, 2);
  edits_make_live (offer);
}

static void
add_interest (Fixture *self, TdmPerson *person, const char *title)
{
  TdmRecord *interest = edits_add (self, TDM_TYPE_INTEREST);

  tdm_record_set_link (interest, TDM_INTEREST_PERSON, person);
  tdm_record_set_text (interest, TDM_INTEREST_TITLE, title);
  edits_make_live (interest);
}

static void
assert_exchange (Fixture *self, const char *expected)
{
  g_auto (TdmCommonGround) ground = { 0 };
  g_autofree char *words = NULL;

  tdm_common_ground_find (&ground, self->anna, self->bo);
  words = tdm_common_ground_describe_exchange (&ground, self->anna, self->bo);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_needs_meet_offers (Fixture *self, gconstpointer data)
{
  TdmTopic *prompts = add_topic (self, "AI prompts"), *clips = add_topic (self, "Short clips");
  TdmTopic *deals = add_topic (self, "Negotiating");

  assert_exchange (self, "");
  add_need (self, self->anna, clips, 1);
  add_need (self, self->anna, prompts, 3);
  assert_exchange (self, "");
  add_offer (self, self->bo, prompts);
  assert_exchange (self, "Anna Beck learns “AI prompts” from Bo Chen.");
  add_offer (self, self->bo, clips);
  assert_exchange (self, "Anna Beck learns “AI prompts”, “Short clips” from Bo Chen.");
  add_offer (self, self->anna, deals);
  add_need (self, self->bo, deals, 2);
  assert_exchange (self, "Anna Beck learns “AI prompts”, “Short clips” and gives “Negotiating”.");
}

static void
test_only_the_mentee_gives (Fixture *self, gconstpointer data)
{
  TdmTopic *deals = add_topic (self, "Negotiating");

  add_offer (self, self->anna, deals);
  add_need (self, self->bo, deals, 2);
  assert_exchange (self, "Anna Beck gives “Negotiating” to Bo Chen.");
}

/* "AI tools" is no "Retail", and two topics of one name are two. */
static void
test_topics_meet_by_what_they_are (Fixture *self, gconstpointer data)
{
  add_need (self, self->anna, add_topic (self, "AI"), 3);
  add_offer (self, self->bo, add_topic (self, "Retail"));
  add_offer (self, self->bo, add_topic (self, "AI"));
  assert_exchange (self, "");
}

static void
test_interests_in_any_spelling (Fixture *self, gconstpointer data)
{
  g_auto (TdmCommonGround) none = { 0 };
  g_auto (TdmCommonGround) ground = { 0 };
  g_autofree char *nothing = NULL;
  g_autofree char *words = NULL;

  add_interest (self, self->anna, "Sailing");
  add_interest (self, self->anna, "Straßenfotografie");
  tdm_common_ground_find (&none, self->anna, self->bo);
  nothing = tdm_common_ground_describe_interests (&none);
  g_assert_cmpstr (nothing, ==, "");
  add_interest (self, self->bo, "strassenfotografie");
  add_interest (self, self->bo, "Dogs");
  add_interest (self, self->bo, "sailing");
  tdm_common_ground_find (&ground, self->anna, self->bo);
  words = tdm_common_ground_describe_interests (&ground);
  g_assert_cmpstr (words, ==, "In common: Sailing, Straßenfotografie");
}

/* A first meeting */

#define EASIER "A first meeting without a topic makes it easier to talk openly."

static void
assert_suggested (Fixture *self, const char *expected)
{
  g_autofree char *why = tdm_common_ground_suggest_first_meeting (self->pair);

  g_assert_cmpstr (why, ==, expected);
}

static void
test_more_than_two_levels_apart (Fixture *self, gconstpointer data)
{
  static const struct { int anna, bo; gboolean is_suggested; } cases[] = {
    { 1, 2, FALSE }, { 1, 3, FALSE }, { 1, 4, TRUE }, { 7, 4, TRUE }, { 6, 4, FALSE }, { 0, 7, FALSE }, { 7, 0, FALSE },
  };

  assert_suggested (self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      edits_change (self->anna, TDM_PERSON_LEVEL, cases[i].anna);
      edits_change (self->bo, TDM_PERSON_LEVEL, cases[i].bo);
      assert_suggested (self, cases[i].is_suggested ? "Anna Beck and Bo Chen are 3 levels apart. " EASIER : NULL);
    }
}

static void
test_one_is_publicly_known (Fixture *self, gconstpointer data)
{
  edits_change (self->bo, TDM_PERSON_PUBLICLY_KNOWN, TRUE);
  assert_suggested (self, "Bo Chen is publicly known. " EASIER);
  edits_change (self->anna, TDM_PERSON_LEVEL, 1);
  edits_change (self->bo, TDM_PERSON_LEVEL, 7);
  assert_suggested (self, "Anna Beck and Bo Chen are 6 levels apart. Bo Chen is publicly known. " EASIER);
  edits_change (self->bo, TDM_PERSON_LEVEL, 1);
  edits_change (self->anna, TDM_PERSON_PUBLICLY_KNOWN, TRUE);
  assert_suggested (self, NULL);
}

static void
test_it_is_planned (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting;

  edits_change (self->bo, TDM_PERSON_PUBLICLY_KNOWN, TRUE);
  edits_add_series (self);
  assert_suggested (self, "Bo Chen is publicly known. " EASIER);
  meeting = edits_get_meeting (self, 1);
  edits_change (meeting, TDM_MEETING_KIND, TDM_KIND_INFORMAL);
  assert_suggested (self, NULL);
  edits_change (meeting, TDM_MEETING_STATE, TDM_MEETING_STATE_CANCELLED);
  assert_suggested (self, "Bo Chen is publicly known. " EASIER);
  edits_change (meeting, TDM_MEETING_STATE, TDM_MEETING_STATE_HELD);
  edits_change (meeting, TDM_MEETING_KIND, TDM_KIND_GETTING_TO_KNOW);
  assert_suggested (self, NULL);
}

static void
test_not_for_what_is_over (Fixture *self, gconstpointer data)
{
  edits_change (self->bo, TDM_PERSON_PUBLICLY_KNOWN, TRUE);
  edits_change (self->pair, TDM_PAIR_STATE, TDM_PAIR_PROPOSED);
  assert_suggested (self, "Bo Chen is publicly known. " EASIER);
  edits_change (self->pair, TDM_PAIR_STATE, TDM_PAIR_COMPLETED);
  assert_suggested (self, NULL);
}

#define ADD(name, func) g_test_add ("/common-ground/" name, Fixture, NULL, edits_set_up, func, edits_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("needs-meet-offers", test_needs_meet_offers);
  ADD ("only-the-mentee-gives", test_only_the_mentee_gives);
  ADD ("topics-meet-by-what-they-are", test_topics_meet_by_what_they_are);
  ADD ("interests-in-any-spelling", test_interests_in_any_spelling);
  ADD ("more-than-two-levels-apart", test_more_than_two_levels_apart);
  ADD ("one-is-publicly-known", test_one_is_publicly_known);
  ADD ("it-is-planned", test_it_is_planned);
  ADD ("not-for-what-is-over", test_not_for_what_is_over);
  return g_test_run ();
}
