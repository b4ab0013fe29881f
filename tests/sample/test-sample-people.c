/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "sample-records.h"

#include "base/tdm-text.h"
#include "model/tdm-interest.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "model/tdm-pair.h"
#include "method/tdm-participation-waits.h"
#include "model/tdm-participation.h"

#include <string.h>

static void
test_names_and_addresses_are_unique (void)
{
  g_autoptr (TdmEdit) edit = sample_build (10, "de");
  g_autoptr (GPtrArray) people = sample_get_all (edit, TDM_TYPE_PERSON);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) addresses = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < people->len; i++)
    {
      const char *email = tdm_person_get_email (people->pdata[i]);

      g_assert_true (g_hash_table_add (names, (gpointer) tdm_person_get_name (people->pdata[i])));
      g_assert_true (g_hash_table_add (addresses, (gpointer) email));
      if (*email)
        {
          g_assert_true (tdm_text_is_email (email));
          g_assert_true (g_str_has_suffix (email, "albris.example"));
        }
    }
}

/* A name for each difficulty: marks of many languages, a comma, an apostrophe, and one that is very long */
static void
test_names_are_difficult (void)
{
  static const char *const parts[] = {
    "Łukasz ", "Øyvind ", "Gülay ", " von der Heyde", " Groß-Lüttmann", " O'Neill, MBA",
    " Oberbreitenlohner-Niederschwarzenbruckmühlheimer", " Karađorović", " Yıldıray",
  };
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GPtrArray) people = sample_get_all (edit, TDM_TYPE_PERSON);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint n = 0;

      for (guint j = 0; j < people->len; j++)
        n += strstr (tdm_person_get_name (people->pdata[j]), parts[i]) != NULL;
      g_assert_cmpuint (n, >=, 1);
    }
}

static void
test_many_people_still_have_names (void)
{
  g_autoptr (TdmEdit) edit = sample_build (120, "en");
  g_autoptr (GPtrArray) people = sample_get_all (edit, TDM_TYPE_PERSON);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  /* More than there are pairs of one given and one family name */
  g_assert_cmpuint (people->len, >, 70 * 90);
  for (guint i = 0; i < people->len; i++)
    g_assert_true (g_hash_table_add (names, (gpointer) tdm_person_get_name (people->pdata[i])));
}

static void
test_mentees_come_from_everywhere (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GPtrArray) pairs = sample_get_pairs (edit, 3, FALSE);
  g_autoptr (GHashTable) departments = g_hash_table_new (g_str_hash, g_str_equal);
  guint levels[8] = { 0 }, n_london = 0, n_known = 0, n_assistants = 0;
  GHashTableIter iter;
  gpointer n;

  for (guint i = 0; i < pairs->len; i++)
    {
      TdmPerson *mentee = tdm_pair_get_mentee (pairs->pdata[i]);
      char *department = (char *) tdm_person_get_department (mentee);

      levels[sample_number (mentee, TDM_PERSON_LEVEL)]++;
      n_london += g_str_equal (sample_text (mentee, TDM_PERSON_ZONE), "Europe/London");
      n_known += sample_number (mentee, TDM_PERSON_PUBLICLY_KNOWN);
      n_assistants += sample_link (mentee, TDM_PERSON_ASSISTANT) != NULL;
      n = g_hash_table_lookup (departments, department);
      g_hash_table_insert (departments, department, GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + 1));
    }
  g_assert_cmpuint (levels[1], ==, 3);
  g_assert_cmpuint (levels[2], ==, 6);
  g_assert_cmpuint (levels[3], ==, 6);
  g_assert_cmpuint (levels[4], ==, 5);
  g_assert_cmpuint (n_london, ==, 2);
  g_assert_cmpuint (n_known, ==, 1);
  g_assert_cmpuint (n_assistants, ==, 9);
  g_assert_cmpuint (g_hash_table_size (departments), ==, 12);
  g_hash_table_iter_init (&iter, departments);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    g_assert_cmpuint (GPOINTER_TO_UINT (n), <=, 3);
}

static void
test_past_mentees_are_below_the_board (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GPtrArray) pairs = sample_get_pairs (edit, 2, TRUE);
  guint n_mentors_now = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      gint64 level = sample_number (tdm_pair_get_mentee (pairs->pdata[i]), TDM_PERSON_LEVEL);

      g_assert_cmpint (level, >=, 2);
      g_assert_cmpint (level, <=, 5);
      n_mentors_now += level == 5;
    }
  g_assert_cmpuint (n_mentors_now, ==, 1);
}

static void
test_gaps_between_levels (void)
{
  static const guint wanted[] = { 0, 2, 4, 7, 4, 2, 1 };
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GPtrArray) pairs = sample_get_pairs (edit, 3, FALSE);
  guint gaps[G_N_ELEMENTS (wanted)] = { 0 };

  for (guint i = 0; i < pairs->len; i++)
    gaps[sample_number (tdm_pair_get_mentor (pairs->pdata[i]), TDM_PERSON_LEVEL) -
         sample_number (tdm_pair_get_mentee (pairs->pdata[i]), TDM_PERSON_LEVEL)]++;
  g_assert_cmpmem (gaps, sizeof gaps, wanted, sizeof wanted);
}

static gboolean
reports_to (TdmPerson *person, TdmPerson *boss)
{
  for (TdmPerson *above = person; above; above = sample_link (above, TDM_PERSON_REPORTS_TO))
    if (above == boss)
      return TRUE;
  return FALSE;
}

static void
test_nobody_teaches_their_boss (void)
{
  g_autoptr (TdmEdit) edit = sample_build (3, "en");
  g_autoptr (GPtrArray) pairs = sample_get_all (edit, TDM_TYPE_PAIR);

  for (guint i = 0; i < pairs->len; i++)
    {
      TdmPerson *mentee = tdm_pair_get_mentee (pairs->pdata[i]), *mentor = tdm_pair_get_mentor (pairs->pdata[i]);

      g_assert_false (reports_to (mentor, mentee));
      g_assert_false (reports_to (mentee, mentor));
      g_assert_cmpstr (tdm_person_get_department (mentee), !=, tdm_person_get_department (mentor));
    }
}

static void
test_no_tandem_twice (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GPtrArray) pairs = sample_get_all (edit, TDM_TYPE_PAIR);
  guint n_known = 0;

  for (guint i = 0; i < pairs->len; i++)
    for (guint j = 0; j < i; j++)
      {
        gboolean same_mentee = tdm_pair_get_mentee (pairs->pdata[i]) == tdm_pair_get_mentee (pairs->pdata[j]);
        gboolean same_mentor = tdm_pair_get_mentor (pairs->pdata[i]) == tdm_pair_get_mentor (pairs->pdata[j]);

        g_assert_false (same_mentee && same_mentor);
        n_known += same_mentee || same_mentor;
      }
  /* Two mentees and four mentors of round 2 are back, and two people are in a second tandem of round 3. */
  g_assert_cmpuint (n_known, ==, 8);
}

static void
test_london_mentees_are_understood (void)
{
  g_autoptr (TdmEdit) edit = sample_build (10, "en");
  g_autoptr (GPtrArray) pairs = sample_get_pairs (edit, 3, TRUE);

  for (guint i = 0; i < pairs->len; i++)
    if (g_str_equal (sample_text (tdm_pair_get_mentee (pairs->pdata[i]), TDM_PERSON_ZONE), "Europe/London"))
      g_assert_nonnull (strstr (sample_text (tdm_pair_get_mentor (pairs->pdata[i]), TDM_PERSON_LANGUAGES), "en"));
}

static GPtrArray *
get_applications (TdmEdit *edit, guint round, const char *role)
{
  GPtrArray *all = sample_get_all (edit, TDM_TYPE_PARTICIPATION);

  for (guint i = all->len; i > 0; i--)
    if (sample_number (tdm_record_get_link (all->pdata[i - 1], TDM_PARTICIPATION_ROUND), TDM_ROUND_NUMBER) != round ||
        !g_str_equal (tdm_record_get_code (all->pdata[i - 1], TDM_PARTICIPATION_ROLE), role))
      g_ptr_array_remove_index (all, i - 1);
  return all;
}

static void
test_mentors_were_chosen (void)
{
  static const struct { TdmParticipationField field; const char *code; guint n; } wanted[] = {
    { TDM_PARTICIPATION_STATE, "matched", 20 }, { TDM_PARTICIPATION_STATE, "reserve", 4 },
    { TDM_PARTICIPATION_STATE, "declined", 3 }, { TDM_PARTICIPATION_STATE, "withdrawn", 1 },
    { TDM_PARTICIPATION_SOURCE, "applied", 19 }, { TDM_PARTICIPATION_SOURCE, "approached", 6 },
    { TDM_PARTICIPATION_SOURCE, "recommended", 3 },
  };
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GPtrArray) all = get_applications (edit, 3, "mentor");
  guint levels[8] = { 0 };

  g_assert_cmpuint (all->len, ==, 28);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpuint (sample_count_code (all, wanted[i].field, wanted[i].code), ==, wanted[i].n);
  for (guint i = 0; i < all->len; i++)
    {
      TdmParticipationState state = tdm_record_get_integer (all->pdata[i], TDM_PARTICIPATION_STATE);
      gboolean needs_reason = state == TDM_PARTICIPATION_DECLINED || state == TDM_PARTICIPATION_WITHDRAWN;

      if (state == TDM_PARTICIPATION_MATCHED)
        levels[sample_number (tdm_record_get_link (all->pdata[i], TDM_PARTICIPATION_PERSON), TDM_PERSON_LEVEL)]++;
      g_assert_true (!needs_reason || *sample_text (all->pdata[i], TDM_PARTICIPATION_REASON));
      g_assert_cmpstr (sample_text (all->pdata[i], TDM_PARTICIPATION_CONSENT), <, KICKOFF);
    }
  g_assert_cmpuint (levels[5], ==, 8);
  g_assert_cmpuint (levels[6], ==, 8);
  g_assert_cmpuint (levels[7], ==, 4);
}

static void
test_board_was_nominated (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GPtrArray) all = get_applications (edit, 3, "mentee");

  g_assert_cmpuint (all->len, ==, 20);
  g_assert_cmpuint (sample_count_code (all, TDM_PARTICIPATION_STATE, "matched"), ==, 20);
  g_assert_cmpuint (sample_count_code (all, TDM_PARTICIPATION_SOURCE, "nominated"), ==, 3);
}

static void
test_other_rounds_have_their_people (void)
{
  static const struct { guint round; const char *role, *state; guint n; } wanted[] = {
    { 1, "mentee", "alumni", 1 }, { 1, "mentor", "alumni", 1 }, { 2, "mentee", "alumni", 20 },
    { 2, "mentor", "alumni", 20 }, { 4, "mentee", "recommended", 3 }, { 4, "mentor", "recommended", 2 },
  };
  g_autoptr (TdmEdit) edit = sample_build (1, "en");

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (GPtrArray) all = get_applications (edit, wanted[i].round, wanted[i].role);

      g_assert_cmpuint (all->len, ==, wanted[i].n);
      g_assert_cmpuint (sample_count_code (all, TDM_PARTICIPATION_STATE, wanted[i].state), ==, wanted[i].n);
    }
}

static guint
count_common (TdmEdit *edit, TdmPair *pair)
{
  g_autoptr (GPtrArray) here = sample_get_linked (edit, TDM_TYPE_INTEREST, TDM_INTEREST_PERSON,
                                                  tdm_pair_get_mentee (pair));
  g_autoptr (GPtrArray) there = sample_get_linked (edit, TDM_TYPE_INTEREST, TDM_INTEREST_PERSON,
                                                   tdm_pair_get_mentor (pair));
  guint n = 0;

  g_assert_cmpuint (here->len, >=, 2);
  g_assert_cmpuint (here->len, <=, 5);
  for (guint i = 0; i < here->len; i++)
    for (guint j = 0; j < there->len; j++)
      n += g_str_equal (tdm_interest_get_title (here->pdata[i]), tdm_interest_get_title (there->pdata[j]));
  return n;
}

static void
test_interests_in_common (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GPtrArray) pairs = sample_get_pairs (edit, 3, FALSE);
  guint n_some = 0, n_none = 0;

  for (guint i = 0; i < pairs->len; i++)
    *(count_common (edit, pairs->pdata[i]) > 0 ? &n_some : &n_none) += 1;
  g_assert_cmpuint (n_some, >=, 14);
  g_assert_cmpuint (n_none, >=, 3);
}

/* How many topics of the one list are in the other */
static guint
count_covered (GPtrArray *needs, GPtrArray *offers)
{
  guint n = 0;

  for (guint i = 0; i < needs->len; i++)
    for (guint j = 0; j < offers->len; j++)
      n += tdm_record_get_link (needs->pdata[i], TDM_NEED_TOPIC) ==
           tdm_record_get_link (offers->pdata[j], TDM_OFFER_TOPIC);
  return n;
}

static void
test_mentors_offer_what_mentees_need (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GPtrArray) pairs = sample_get_pairs (edit, 3, FALSE);
  guint n_complete = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      TdmPerson *mentee = tdm_pair_get_mentee (pairs->pdata[i]), *mentor = tdm_pair_get_mentor (pairs->pdata[i]);
      g_autoptr (GPtrArray) needs = sample_get_linked (edit, TDM_TYPE_NEED, TDM_NEED_PERSON, mentee);
      g_autoptr (GPtrArray) offers = sample_get_linked (edit, TDM_TYPE_OFFER, TDM_OFFER_PERSON, mentor);
      g_autoptr (GPtrArray) own_needs = sample_get_linked (edit, TDM_TYPE_NEED, TDM_NEED_PERSON, mentor);
      g_autoptr (GPtrArray) own_offers = sample_get_linked (edit, TDM_TYPE_OFFER, TDM_OFFER_PERSON, mentee);

      g_assert_cmpuint (needs->len, >=, 2);
      g_assert_cmpuint (needs->len, <=, 4);
      g_assert_cmpuint (offers->len, >=, 3);
      g_assert_cmpuint (offers->len, <=, 5);
      g_assert_cmpuint (own_needs->len, >=, 1);
      g_assert_cmpuint (own_needs->len, <=, 3);
      g_assert_cmpuint (own_offers->len, >=, 1);
      g_assert_cmpuint (own_offers->len, <=, 3);
      n_complete += count_covered (needs, offers) == needs->len && count_covered (own_needs, own_offers) > 0;
    }
  /* All but the first mentee of each of the two traps */
  g_assert_cmpuint (n_complete, ==, 18);
}

static void
test_somebody_from_outside (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GPtrArray) all = get_applications (edit, 3, "mentor");
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    if (sample_number (tdm_record_get_link (all->pdata[i], TDM_PARTICIPATION_PERSON), TDM_PERSON_EXTERNAL))
      {
        n++;
        g_assert_cmpstr (tdm_person_get_department (tdm_record_get_link (all->pdata[i], TDM_PARTICIPATION_PERSON)), ==,
                         "");
        g_assert_cmpint (tdm_record_get_integer (all->pdata[i], TDM_PARTICIPATION_STATE), ==,
                         TDM_PARTICIPATION_RESERVE);
      }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_erased_mentor_leaves_the_history (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GPtrArray) pairs = sample_get_pairs (edit, 2, TRUE);
  guint n = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      TdmPerson *mentor = tdm_pair_get_mentor (pairs->pdata[i]);
      g_autoptr (GPtrArray) offers = sample_get_linked (edit, TDM_TYPE_OFFER, TDM_OFFER_PERSON, mentor);

      if (!g_str_equal (tdm_person_get_name (mentor), "Erased person"))
        continue;
      n++;
      g_assert_cmpstr (tdm_person_get_email (mentor), ==, "");
      g_assert_cmpuint (offers->len, ==, 0);
      g_assert_cmpstr (tdm_record_get_code (pairs->pdata[i], TDM_PAIR_END_REASON), ==, "left");
    }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_a_mentor_was_a_mentee (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GPtrArray) past = sample_get_pairs (edit, 2, TRUE);
  g_autoptr (GPtrArray) running = sample_get_pairs (edit, 3, FALSE);
  guint n = 0;

  for (guint i = 0; i < past->len; i++)
    for (guint j = 0; j < running->len; j++)
      n += tdm_pair_get_mentee (past->pdata[i]) == tdm_pair_get_mentor (running->pdata[j]);
  g_assert_cmpuint (n, ==, 1);
}

/* The two of the tandem that parted are both in another one. */
static void
test_both_who_parted_are_matched_again (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GPtrArray) all = sample_get_pairs (edit, 3, TRUE);
  g_autoptr (GPtrArray) live = sample_get_pairs (edit, 3, FALSE);
  TdmPair *parted = all->pdata[all->len - 1];
  guint n_mentee = 0, n_mentor = 0;

  g_assert_cmpint (tdm_pair_get_state (parted), ==, TDM_PAIR_DISSOLVED);
  g_assert_cmpstr (sample_text (parted, TDM_PAIR_ENDED_ON), ==, "2026-04-07");
  for (guint i = 0; i < live->len; i++)
    {
      n_mentee += tdm_pair_get_mentee (live->pdata[i]) == tdm_pair_get_mentee (parted);
      n_mentor += tdm_pair_get_mentor (live->pdata[i]) == tdm_pair_get_mentor (parted);
    }
  g_assert_cmpuint (n_mentee, ==, 1);
  g_assert_cmpuint (n_mentor, ==, 1);
}

/* Three of the running round do not know yet what was decided about them; each mentor was checked, one in vain. */
static void
test_some_wait_for_an_answer (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GPtrArray) rounds = sample_get_all (edit, TDM_TYPE_ROUND);
  g_autoptr (GPtrArray) people = sample_get_linked (edit, TDM_TYPE_PARTICIPATION, TDM_PARTICIPATION_ROUND,
                                                    rounds->pdata[2]);
  guint n_waiting = 0;

  for (guint i = 0; i < people->len; i++)
    {
      gboolean is_mentor = sample_number (people->pdata[i], TDM_PARTICIPATION_ROLE) == TDM_ROLE_MENTOR;

      n_waiting += tdm_participation_waits (people->pdata[i]) != TDM_WAIT_NONE;
      g_assert_cmpstr (sample_text (people->pdata[i], TDM_PARTICIPATION_SINCE), <, KICKOFF);
      g_assert_cmpint (*sample_text (people->pdata[i], TDM_PARTICIPATION_CHECKED_ON) != '\0', ==, is_mentor);
    }
  g_assert_cmpuint (n_waiting, ==, 3);
  g_assert_cmpuint (sample_count_code (people, TDM_PARTICIPATION_CRITERION, "not_met"), ==, 1);
}

/* Each state of a round that has begun has its day, in order. */
static void
test_rounds_have_their_days (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) rounds = sample_get_all (edit, TDM_TYPE_ROUND);

  for (guint i = 0; i < 3; i++)
    {
      const char *last = "";

      for (TdmRoundState state = TDM_ROUND_STATE_CALL; state <= sample_number (rounds->pdata[i], TDM_ROUND_STATE);
           state++)
        {
          const char *day = sample_text (rounds->pdata[i], tdm_round_state_get_date (state));

          g_assert_cmpstr (day, >, last);
          g_assert_cmpstr (day, <=, TODAY);
          last = day;
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/people/names-and-addresses-are-unique", test_names_and_addresses_are_unique);
  g_test_add_func ("/sample/people/names-are-difficult", test_names_are_difficult);
  g_test_add_func ("/sample/people/many-people-still-have-names", test_many_people_still_have_names);
  g_test_add_func ("/sample/people/mentees-come-from-everywhere", test_mentees_come_from_everywhere);
  g_test_add_func ("/sample/people/past-mentees-are-below-the-board", test_past_mentees_are_below_the_board);
  g_test_add_func ("/sample/people/gaps-between-levels", test_gaps_between_levels);
  g_test_add_func ("/sample/people/nobody-teaches-their-boss", test_nobody_teaches_their_boss);
  g_test_add_func ("/sample/people/no-tandem-twice", test_no_tandem_twice);
  g_test_add_func ("/sample/people/london-mentees-are-understood", test_london_mentees_are_understood);
  g_test_add_func ("/sample/people/mentors-were-chosen", test_mentors_were_chosen);
  g_test_add_func ("/sample/people/board-was-nominated", test_board_was_nominated);
  g_test_add_func ("/sample/people/other-rounds-have-their-people", test_other_rounds_have_their_people);
  g_test_add_func ("/sample/people/some-wait-for-an-answer", test_some_wait_for_an_answer);
  g_test_add_func ("/sample/people/rounds-have-their-days", test_rounds_have_their_days);
  g_test_add_func ("/sample/people/interests-in-common", test_interests_in_common);
  g_test_add_func ("/sample/people/mentors-offer-what-mentees-need", test_mentors_offer_what_mentees_need);
  g_test_add_func ("/sample/people/somebody-from-outside", test_somebody_from_outside);
  g_test_add_func ("/sample/people/erased-mentor-leaves-the-history", test_erased_mentor_leaves_the_history);
  g_test_add_func ("/sample/people/a-mentor-was-a-mentee", test_a_mentor_was_a_mentee);
  g_test_add_func ("/sample/people/both-who-parted-are-matched-again", test_both_who_parted_are_matched_again);
  return g_test_run ();
}
