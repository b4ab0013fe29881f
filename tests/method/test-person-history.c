/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "edits/edits-fixture.h"

#include "method/tdm-person-history.h"
#include "model/tdm-pair-event.h"
#include "model/tdm-participation.h"

/* What happened to people, over all rounds */

typedef EditsFixture Fixture;

static char *
describe (GArray *events)
{
  static const char *const words[] = { "in round", "told", "agreed", "began", "ended", "replaced" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const TdmPersonEvent *event = &g_array_index (events, TdmPersonEvent, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", event->day, words[event->kind]);
    }
  return g_string_free (text, FALSE);
}

static void
assert_history (TdmPerson *person, GListModel *pairs, const char *expected)
{
  g_autoptr (GArray) events = tdm_person_history_collect (person, pairs);
  g_autofree char *text = describe (events);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_days_of_all_records_in_order (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) pairs = g_list_store_new (TDM_TYPE_PAIR);
  TdmRecord *participation = edits_add (self, TDM_TYPE_PARTICIPATION), *earlier = edits_add (self, TDM_TYPE_PAIR);

  tdm_record_set_link (participation, TDM_PARTICIPATION_ROUND, self->round);
  tdm_record_set_link (participation, TDM_PARTICIPATION_PERSON, self->bo);
  tdm_record_set_text (participation, TDM_PARTICIPATION_SINCE, "2026-05-04");
  tdm_record_set_text (participation, TDM_PARTICIPATION_CONSENT, "2026-02-01");
  tdm_record_set_link (earlier, TDM_PAIR_ROUND, self->round);
  tdm_record_set_link (earlier, TDM_PAIR_MENTEE, self->bo);
  tdm_record_set_link (earlier, TDM_PAIR_MENTOR, self->anna);
  tdm_record_set_text (earlier, TDM_PAIR_STARTED_ON, "2025-03-01");
  tdm_record_set_text (earlier, TDM_PAIR_ENDED_ON, "2026-02-01");
  edits_make_live (earlier);
  edits_make_live (participation);
  g_list_store_append (pairs, self->pair);
  g_list_store_append (pairs, earlier);
  assert_history (self->anna, G_LIST_MODEL (pairs), "2025-03-01 began; 2026-02-01 ended; 2026-05-04 began");
  assert_history (self->bo, G_LIST_MODEL (pairs), "2025-03-01 began; 2026-02-01 agreed; 2026-02-01 ended; "
                                                  "2026-05-04 in round; 2026-05-04 began");
}

static void
test_nothing_of_others (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) pairs = g_list_store_new (TDM_TYPE_PAIR);
  TdmRecord *carla = edits_add (self, TDM_TYPE_PERSON);

  tdm_record_set_text (carla, TDM_PERSON_NAME, "Carla Ünal");
  edits_make_live (carla);
  g_list_store_append (pairs, self->pair);
  assert_history (TDM_PERSON (carla), G_LIST_MODEL (pairs), "");
}

/* Whoever left a tandem is in none of its fields any more. */
static void
test_a_tandem_that_was_left (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) pairs = g_list_store_new (TDM_TYPE_PAIR);
  TdmRecord *event = edits_add (self, TDM_TYPE_PAIR_EVENT), *carla = edits_add (self, TDM_TYPE_PERSON);

  tdm_record_set_text (carla, TDM_PERSON_NAME, "Carla Ünal");
  edits_make_live (carla);
  tdm_record_set_link (event, TDM_PAIR_EVENT_PAIR, self->pair);
  tdm_record_set_text (event, TDM_PAIR_EVENT_HAPPENED_ON, "2026-06-01");
  tdm_record_set_integer (event, TDM_PAIR_EVENT_KIND, TDM_EVENT_PEOPLE);
  tdm_record_set_link (event, TDM_PAIR_EVENT_REPLACED, carla);
  tdm_record_set_link (event, TDM_PAIR_EVENT_SUCCESSOR, self->bo);
  edits_make_live (event);
  g_list_store_append (pairs, self->pair);
  assert_history (TDM_PERSON (carla), G_LIST_MODEL (pairs), "2026-06-01 replaced");
  assert_history (self->bo, G_LIST_MODEL (pairs), "2026-05-04 began");
}

#define ADD(name, func) g_test_add ("/person-history/" name, Fixture, NULL, edits_set_up, func, edits_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("days-of-all-records-in-order", test_days_of_all_records_in_order);
  ADD ("a-tandem-that-was-left", test_a_tandem_that_was_left);
  ADD ("nothing-of-others", test_nothing_of_others);
  return g_test_run ();
}
