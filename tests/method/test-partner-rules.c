/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "edits/edits-fixture.h"
#include "method/tdm-participation-waits.h"
#include "method/tdm-partner-rules.h"

/* Who can be a tandem in a round, and who of those that want to take part waits for an answer */

typedef EditsFixture Fixture;

static TdmPerson *
add_person (Fixture *self, const char *name)
{
  TdmRecord *person = edits_add (self, TDM_TYPE_PERSON);

  tdm_record_set_text (person, TDM_PERSON_NAME, name);
  edits_make_live (person);
  return TDM_PERSON (person);
}

/* As if each was stored */

static void
report_to (TdmPerson *person, TdmPerson *manager)
{
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (person));

  tdm_record_set_link (draft, TDM_PERSON_REPORTS_TO, manager);
  tdm_record_assign (TDM_RECORD (person), draft);
}

static void
set_department (TdmPerson *person, const char *department)
{
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (person));

  tdm_record_set_text (draft, TDM_PERSON_DEPARTMENT, department);
  tdm_record_assign (TDM_RECORD (person), draft);
}

static void
set_rule (Fixture *self, TdmRoundField field, int rule)
{
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (self->round));

  tdm_record_set_integer (draft, field, rule);
  tdm_record_assign (TDM_RECORD (self->round), draft);
}

static TdmRound *
add_round (Fixture *self, const char *title)
{
  TdmRecord *round = edits_add (self, TDM_TYPE_ROUND);

  tdm_record_set_text (round, TDM_ROUND_TITLE, title);
  edits_make_live (round);
  return TDM_ROUND (round);
}

static GListModel *
list_pair (Fixture *self, TdmRound *round, TdmPerson *mentee, TdmPerson *mentor, TdmPairState state)
{
  GListStore *pairs = g_list_store_new (TDM_TYPE_PAIR);
  TdmRecord *pair = edits_add (self, TDM_TYPE_PAIR);

  tdm_record_set_link (pair, TDM_PAIR_ROUND, round);
  tdm_record_set_link (pair, TDM_PAIR_MENTEE, mentee);
  tdm_record_set_link (pair, TDM_PAIR_MENTOR, mentor);
  tdm_record_set_integer (pair, TDM_PAIR_STATE, state);
  g_list_store_append (pairs, pair);
  return G_LIST_MODEL (pairs);
}

static const TdmObjection *
get_only (GPtrArray *objections)
{
  g_assert_cmpuint (objections->len, ==, 1);
  return objections->pdata[0];
}

static void
assert_nothing_speaks_against (Fixture *self, GListModel *pairs)
{
  g_autoptr (GPtrArray) objections = tdm_partner_rules_check (self->round, self->anna, self->bo, pairs);

  g_assert_cmpuint (objections->len, ==, 0);
  g_assert_false (tdm_partner_rules_forbid (objections));
}

static void
test_a_manager_is_no_partner (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) objections = NULL, other_way = NULL;

  report_to (self->anna, self->bo);
  objections = tdm_partner_rules_check (self->round, self->anna, self->bo, NULL);
  g_assert_cmpstr (get_only (objections)->text, ==, "Anna Beck reports to Bo Chen");
  g_assert_cmpint (get_only (objections)->kind, ==, TDM_OBJECTION_MANAGER);
  g_assert_true (tdm_partner_rules_forbid (objections));
  other_way = tdm_partner_rules_check (self->round, self->bo, self->anna, NULL);
  g_assert_cmpstr (get_only (other_way)->text, ==, "Anna Beck reports to Bo Chen");
  g_assert_true (tdm_partner_rules_forbid (other_way));
}

static void
test_a_manager_of_a_manager_is_no_partner (Fixture *self, gconstpointer data)
{
  TdmPerson *cleo = add_person (self, "Cleo");
  g_autoptr (GPtrArray) objections = NULL;

  report_to (self->bo, cleo);
  report_to (cleo, self->anna);
  objections = tdm_partner_rules_check (self->round, self->anna, self->bo, NULL);
  g_assert_cmpstr (get_only (objections)->text, ==, "Bo Chen reports to Anna Beck by way of others");
  g_assert_cmpuint (tdm_person_find_manager (self->bo, self->anna), ==, 2);
  g_assert_cmpuint (tdm_person_find_manager (self->bo, cleo), ==, 1);
  g_assert_cmpuint (tdm_person_find_manager (self->anna, self->bo), ==, 0);
}

static void
test_lines_that_go_in_a_circle_end (Fixture *self, gconstpointer data)
{
  TdmPerson *cleo = add_person (self, "Cleo");

  report_to (self->anna, cleo);
  report_to (cleo, self->anna);
  assert_nothing_speaks_against (self, NULL);
}

static void
test_a_round_decides_about_managers (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) objections = NULL;

  report_to (self->anna, self->bo);
  set_rule (self, TDM_ROUND_MANAGER_RULE, TDM_MANAGER_WARN);
  objections = tdm_partner_rules_check (self->round, self->anna, self->bo, NULL);
  g_assert_cmpint (get_only (objections)->weight, ==, TDM_OBJECTION_WARNS);
  g_assert_false (tdm_partner_rules_forbid (objections));
  set_rule (self, TDM_ROUND_MANAGER_RULE, TDM_MANAGER_ALLOW);
  assert_nothing_speaks_against (self, NULL);
}

static void
test_a_tandem_of_an_earlier_round (Fixture *self, gconstpointer data)
{
  TdmRound *pilot = add_round (self, "Pilot");
  g_autoptr (GListModel) pairs = list_pair (self, pilot, self->bo, self->anna, TDM_PAIR_COMPLETED);
  g_autoptr (GPtrArray) objections = tdm_partner_rules_check (self->round, self->anna, self->bo, pairs);

  g_assert_cmpstr (get_only (objections)->text, ==, "Anna Beck and Bo Chen were a tandem before: Pilot");
  g_assert_cmpint (get_only (objections)->weight, ==, TDM_OBJECTION_EXCLUDES);
  set_rule (self, TDM_ROUND_EARLIER_RULE, TDM_PARTNER_ALLOW);
  assert_nothing_speaks_against (self, pairs);
}

/* Nor one that was only talked about */
static void
test_a_tandem_of_the_same_round_is_no_earlier_one (Fixture *self, gconstpointer data)
{
  g_autoptr (GListModel) same = list_pair (self, self->round, self->anna, self->bo, TDM_PAIR_DISSOLVED);
  g_autoptr (GListModel) declined =
    list_pair (self, add_round (self, "Pilot"), self->anna, self->bo, TDM_PAIR_DECLINED);

  assert_nothing_speaks_against (self, same);
  assert_nothing_speaks_against (self, declined);
}

static void
test_people_of_one_department (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) objections = NULL;

  set_department (self->anna, "Vertrieb Süd");
  assert_nothing_speaks_against (self, NULL);
  set_department (self->bo, "VERTRIEB  SÜD ");
  objections = tdm_partner_rules_check (self->round, self->anna, self->bo, NULL);
  g_assert_cmpstr (get_only (objections)->text, ==, "Both are in the same department: Vertrieb Süd");
  g_assert_cmpint (get_only (objections)->weight, ==, TDM_OBJECTION_EXCLUDES);
  set_rule (self, TDM_ROUND_DEPARTMENT_RULE, TDM_PARTNER_ALLOW);
  assert_nothing_speaks_against (self, NULL);
}

static void
test_the_weightiest_comes_first (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) objections = NULL;

  set_department (self->anna, "HR");
  set_department (self->bo, "HR");
  report_to (self->anna, self->bo);
  set_rule (self, TDM_ROUND_MANAGER_RULE, TDM_MANAGER_WARN);
  objections = tdm_partner_rules_check (self->round, self->anna, self->bo, NULL);
  g_assert_cmpuint (objections->len, ==, 2);
  g_assert_cmpint (((TdmObjection *) objections->pdata[0])->kind, ==, TDM_OBJECTION_DEPARTMENT);
}

/* --- who waits ------------------------------------------------------------------------ */

static void
test_who_waits_for_an_answer (Fixture *self, gconstpointer data)
{
  static const struct { TdmParticipationState state; TdmParticipationWait untold, told; } states[] = {
    { TDM_PARTICIPATION_INVITED, TDM_WAIT_NONE, TDM_WAIT_NONE },
    { TDM_PARTICIPATION_APPLIED, TDM_WAIT_DECISION, TDM_WAIT_DECISION },
    { TDM_PARTICIPATION_APPROACHED, TDM_WAIT_NONE, TDM_WAIT_NONE },
    { TDM_PARTICIPATION_RECOMMENDED, TDM_WAIT_DECISION, TDM_WAIT_DECISION },
    { TDM_PARTICIPATION_ACCEPTED, TDM_WAIT_WORD, TDM_WAIT_NONE },
    { TDM_PARTICIPATION_RESERVE, TDM_WAIT_WORD, TDM_WAIT_NONE },
    { TDM_PARTICIPATION_DECLINED, TDM_WAIT_WORD, TDM_WAIT_NONE },
    { TDM_PARTICIPATION_WITHDRAWN, TDM_WAIT_NONE, TDM_WAIT_NONE },
    { TDM_PARTICIPATION_MATCHED, TDM_WAIT_NONE, TDM_WAIT_NONE },
    { TDM_PARTICIPATION_ALUMNI, TDM_WAIT_NONE, TDM_WAIT_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (TdmRecord) participation = tdm_record_new (TDM_TYPE_PARTICIPATION);

      tdm_record_set_integer (participation, TDM_PARTICIPATION_STATE, states[i].state);
      g_assert_cmpint (tdm_participation_waits (TDM_PARTICIPATION (participation)), ==, states[i].untold);
      tdm_record_set_text (participation, TDM_PARTICIPATION_TOLD_ON, "2026-07-10");
      g_assert_cmpint (tdm_participation_waits (TDM_PARTICIPATION (participation)), ==, states[i].told);
    }
}

static void
expect_capacity (Fixture *self, TdmPerson *person, TdmRole role, TdmPair *but, const char *expected)
{
  g_autofree char *text = tdm_partner_rules_describe_capacity (self->round, person, role, but);

  g_assert_cmpstr (text, ==, expected);
}

/* Bo teaches Anna. Neither what is over counts, nor what the same person learns. */
static void
test_how_many_tandems_a_person_takes_on (Fixture *self, gconstpointer data)
{
  TdmPerson *carla = add_person (self, "Carla Diaz");
  TdmRecord *participation = edits_add (self, TDM_TYPE_PARTICIPATION), *second = edits_add (self, TDM_TYPE_PAIR);

  expect_capacity (self, carla, TDM_ROLE_MENTOR, NULL, NULL);
  expect_capacity (self, self->bo, TDM_ROLE_MENTEE, NULL, NULL);
  expect_capacity (self, self->bo, TDM_ROLE_MENTOR, NULL,
                   "Bo Chen takes on 1 tandem in this role, and is in 1 already");
  expect_capacity (self, self->bo, TDM_ROLE_MENTOR, self->pair, NULL);
  tdm_record_set_link (participation, TDM_PARTICIPATION_ROUND, self->round);
  tdm_record_set_link (participation, TDM_PARTICIPATION_PERSON, self->bo);
  tdm_record_set_integer (participation, TDM_PARTICIPATION_ROLE, TDM_ROLE_MENTOR);
  tdm_record_set_integer (participation, TDM_PARTICIPATION_CAPACITY, 2);
  edits_make_live (participation);
  expect_capacity (self, self->bo, TDM_ROLE_MENTOR, NULL, NULL);
  tdm_record_set_link (second, TDM_PAIR_ROUND, self->round);
  tdm_record_set_link (second, TDM_PAIR_MENTEE, carla);
  tdm_record_set_link (second, TDM_PAIR_MENTOR, self->bo);
  tdm_record_set_integer (second, TDM_PAIR_STATE, TDM_PAIR_PROPOSED);
  edits_make_live (second);
  expect_capacity (self, self->bo, TDM_ROLE_MENTOR, NULL,
                   "Bo Chen takes on 2 tandems in this role, and is in 2 already");
  edits_change (participation, TDM_PARTICIPATION_CAPACITY, 1);
  expect_capacity (self, self->bo, TDM_ROLE_MENTOR, self->pair, NULL);
  expect_capacity (self, self->bo, TDM_ROLE_MENTEE, self->pair, NULL);
  edits_change (participation, TDM_PARTICIPATION_CAPACITY, 2);
  edits_change (second, TDM_PAIR_STATE, TDM_PAIR_DECLINED);
  expect_capacity (self, self->bo, TDM_ROLE_MENTOR, NULL, NULL);
}

#define ADD(name, func) g_test_add ("/partner-rules/" name, Fixture, NULL, edits_set_up, func, edits_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("how-many-tandems-a-person-takes-on", test_how_many_tandems_a_person_takes_on);
  ADD ("a-manager-is-no-partner", test_a_manager_is_no_partner);
  ADD ("a-manager-of-a-manager-is-no-partner", test_a_manager_of_a_manager_is_no_partner);
  ADD ("lines-that-go-in-a-circle-end", test_lines_that_go_in_a_circle_end);
  ADD ("a-round-decides-about-managers", test_a_round_decides_about_managers);
  ADD ("a-tandem-of-an-earlier-round", test_a_tandem_of_an_earlier_round);
  ADD ("a-tandem-of-the-same-round-is-no-earlier-one", test_a_tandem_of_the_same_round_is_no_earlier_one);
  ADD ("people-of-one-department", test_people_of_one_department);
  ADD ("the-weightiest-comes-first", test_the_weightiest_comes_first);
  ADD ("who-waits-for-an-answer", test_who_waits_for_an_answer);
  return g_test_run ();
}
