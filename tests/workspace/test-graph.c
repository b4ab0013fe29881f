/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "sample/sample-records.h"
#include "support/tdm-test.h"

#include "model/tdm-goal.h"
#include "model/tdm-meeting.h"
#include "model/tdm-record-types.h"
#include "store/tdm-store.h"
#include "workspace/tdm-graph.h"

/* The live records are linked and sorted as the rows are, in whichever order these come. */

typedef struct
{
  TdmScope scope;
  gint64 id;
} Part;

static TdmRecord *
make_row (GType type, gint64 id, const char *uid)
{
  return tdm_record_new_stored (type, id, uid);
}

static TdmPerson *
make_person (gint64 id, const char *uid, gint64 reports_to)
{
  TdmRecord *person = make_row (TDM_TYPE_PERSON, id, uid);

  tdm_record_set_link_id (person, TDM_PERSON_REPORTS_TO, reports_to);
  return TDM_PERSON (person);
}

static void
add (TdmGraph *graph, gpointer taken_record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, taken_record);
  tdm_graph_add_loaded (graph, records);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_link_to_a_later_row (void)
{
  g_autoptr (TdmGraph) graph = tdm_graph_new ();
  TdmRecord *anna;
  guint n_told = 0;

  add (graph, make_person (1, "anna", 2));
  anna = tdm_graph_find (graph, TDM_TYPE_PERSON, 1);
  g_signal_connect_swapped (anna, "notify::reports-to", G_CALLBACK (count_cb), &n_told);
  g_assert_null (tdm_record_get_link (anna, TDM_PERSON_REPORTS_TO));

  add (graph, make_person (2, "bo", 0));
  g_assert_true (tdm_record_get_link (anna, TDM_PERSON_REPORTS_TO) == tdm_graph_find (graph, TDM_TYPE_PERSON, 2));
  g_assert_cmpuint (n_told, ==, 1);
}

/* What waits has found another one in the meantime. */
static void
test_link_that_changes_while_it_waits (void)
{
  g_autoptr (TdmGraph) graph = tdm_graph_new ();
  TdmRecord *anna;

  add (graph, make_person (1, "anna", 2));
  add (graph, make_person (3, "carla", 0));
  add (graph, make_person (1, "anna", 3));
  add (graph, make_person (2, "bo", 0));
  anna = tdm_graph_find (graph, TDM_TYPE_PERSON, 1);
  g_assert_true (tdm_record_get_link (anna, TDM_PERSON_REPORTS_TO) == tdm_graph_find (graph, TDM_TYPE_PERSON, 3));
}

/* SQLite gives the id of a removed row to the next one. */
static void
test_id_that_was_given_anew (void)
{
  g_autoptr (TdmGraph) graph = tdm_graph_new ();
  g_autoptr (TdmChanges) changes = tdm_changes_new ("");
  g_autoptr (TdmRecord) old = NULL;
  TdmRecord *now;
  GListModel *people = tdm_graph_get_list (graph, TDM_TYPE_PERSON);

  add (graph, make_person (1, "anna", 0));
  g_set_object (&old, tdm_graph_find (graph, TDM_TYPE_PERSON, 1));
  tdm_changes_add (changes, TDM_TYPE_PERSON, 1, TDM_RECORD (make_person (1, "bo", 0)));
  tdm_graph_apply (graph, changes);

  now = tdm_graph_find (graph, TDM_TYPE_PERSON, 1);
  g_assert_cmpstr (tdm_record_get_uid (now), ==, "bo");
  g_assert_cmpstr (tdm_record_get_uid (old), ==, "anna");
  g_assert_cmpuint (g_list_model_get_n_items (people), ==, 1);
}

static TdmGoal *
make_goal (gint64 id, gint64 position)
{
  g_autofree char *uid = g_strdup_printf ("goal %" G_GINT64_FORMAT, id);
  TdmRecord *goal = make_row (TDM_TYPE_GOAL, id, uid);

  tdm_record_set_link_id (goal, TDM_GOAL_PAIR, 1);
  tdm_record_set_integer (goal, TDM_GOAL_POSITION, position);
  return TDM_GOAL (goal);
}

static void
assert_sorted (GListModel *goals, guint n_expected)
{
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, n_expected);
  for (guint i = 1; i < n_expected; i++)
    {
      g_autoptr (TdmRecord) before = g_list_model_get_item (goals, i - 1);
      g_autoptr (TdmRecord) after = g_list_model_get_item (goals, i);

      g_assert_cmpint (tdm_record_get_integer (before, TDM_GOAL_POSITION), <=,
                       tdm_record_get_integer (after, TDM_GOAL_POSITION));
      g_assert_true (before != after);
    }
}

/* Loaded in any order, moved to any place and taken away, goals stay in the order of their positions. */
static void
test_lists_stay_sorted (void)
{
  g_autoptr (TdmGraph) graph = tdm_graph_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  gboolean is_there[60] = { FALSE };
  GListModel *goals;
  guint n_there = 0;

  add (graph, make_row (TDM_TYPE_PAIR, 1, "pair"));
  tdm_graph_open (graph, TDM_SCOPE_PAIR, 1);
  goals = tdm_pair_get_goals (tdm_graph_find (graph, TDM_TYPE_PAIR, 1));
  for (guint i = 0; i < 2000; i++)
    {
      gint64 id = g_rand_int_range (random, 1, G_N_ELEMENTS (is_there));
      gboolean goes = is_there[id] && g_rand_boolean (random);
      g_autoptr (TdmChanges) changes = tdm_changes_new ("");

      tdm_changes_add (changes, TDM_TYPE_GOAL, id,
                       goes ? NULL : TDM_RECORD (make_goal (id, g_rand_int_range (random, 0, 20))));
      tdm_graph_apply (graph, changes);
      n_there += !goes - is_there[id];
      is_there[id] = !goes;
      assert_sorted (goals, n_there);
    }
}

static TdmStore *
store_sample (TdmTestFolder *folder)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TdmStore *store = tdm_test_open_store (folder->path, TDM_OPEN_CREATE, &error);

  g_assert_no_error (error);
  tdm_store_import_async (store, edit, tdm_test_result_cb, &result);
  rows = tdm_store_import_finish (store, tdm_test_wait (&result), &error);
  g_assert_no_error (error);
  return store;
}

/* The rows of a part, those of one type in any order */
static GPtrArray *
load_shuffled (TdmStore *store, const Part *part, GRand *random)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *records;

  g_array_append_val (ids, part->id);
  tdm_store_load_async (store, part->scope, ids, tdm_test_result_cb, &result);
  records = tdm_store_load_finish (store, tdm_test_wait (&result), &error);
  g_assert_no_error (error);
  for (guint i = 1; i < records->len; i++)
    {
      guint other = g_rand_int_range (random, 0, i + 1);
      gpointer record = records->pdata[i];

      if (G_OBJECT_TYPE (record) != G_OBJECT_TYPE (records->pdata[other]))
        continue;
      records->pdata[i] = records->pdata[other];
      records->pdata[other] = record;
    }
  return records;
}

static void
add_parts (GArray *parts, GListModel *list, TdmScope scope)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmRecord) record = g_list_model_get_item (list, i);
      Part part = { scope, tdm_record_get_id (record) };

      g_array_append_val (parts, part);
    }
}

/* How many links of the live records lead somewhere; each must lead to the live record of that id. */
static guint
check_links (TdmGraph *graph)
{
  guint n_types, n_links = 0;
  const GType *types = tdm_record_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    for (gint64 id = 1; id < 3000; id++)
      {
        TdmRecord *record = tdm_graph_find (graph, types[t], id);
        guint n_fields = 0;
        const TdmField *fields = record ? tdm_record_get_fields (record, &n_fields) : NULL;

        for (guint i = 0; i < n_fields; i++)
          {
            if (fields[i].kind != TDM_FIELD_LINK || tdm_record_get_link_id (record, i) == 0)
              continue;
            g_assert_nonnull (tdm_record_get_link (record, i));
            g_assert_true (tdm_record_get_link (record, i) ==
                           tdm_graph_find (graph, fields[i].type (), tdm_record_get_link_id (record, i)));
            n_links++;
          }
      }
  return n_links;
}

static guint
load_everything (TdmStore *store, guint32 seed)
{
  g_autoptr (TdmGraph) graph = tdm_graph_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  const Part overview = { TDM_SCOPE_OVERVIEW, 0 };
  g_autoptr (GPtrArray) rows = load_shuffled (store, &overview, random);

  tdm_graph_add_loaded (graph, rows);
  add_parts (parts, tdm_graph_get_list (graph, TDM_TYPE_ROUND), TDM_SCOPE_ROUND_MEETINGS);
  add_parts (parts, tdm_graph_get_list (graph, TDM_TYPE_ROUND), TDM_SCOPE_ROUND_GOALS);
  add_parts (parts, tdm_graph_get_list (graph, TDM_TYPE_PAIR), TDM_SCOPE_PAIR);
  add_parts (parts, tdm_graph_get_list (graph, TDM_TYPE_PERSON), TDM_SCOPE_PERSON);
  while (parts->len > 0)
    {
      guint next = g_rand_int_range (random, 0, parts->len);
      const Part part = g_array_index (parts, Part, next);
      g_autoptr (GPtrArray) more = load_shuffled (store, &part, random);

      g_array_remove_index_fast (parts, next);
      tdm_graph_open (graph, part.scope, part.id);
      tdm_graph_add_loaded (graph, more);
    }
  return check_links (graph);
}

static void
test_whatever_the_order_of_loading (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (TdmStore) store = store_sample (folder);
  guint n_links = load_everything (store, 0);

  g_assert_cmpuint (n_links, >, 4000);
  for (guint32 seed = 1; seed < 4; seed++)
    g_assert_cmpuint (load_everything (store, seed), ==, n_links);
  tdm_store_close (store);
}

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);

  g_test_add_func ("/graph/a-link-to-a-later-row", test_link_to_a_later_row);
  g_test_add_func ("/graph/a-link-that-changes-while-it-waits", test_link_that_changes_while_it_waits);
  g_test_add_func ("/graph/an-id-that-was-given-anew", test_id_that_was_given_anew);
  g_test_add_func ("/graph/lists-stay-sorted", test_lists_stay_sorted);
  TDM_TEST_ADD ("/graph/whatever-the-order-of-loading", test_whatever_the_order_of_loading);

  return g_test_run ();
}
