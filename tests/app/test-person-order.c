/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "app/common/tdm-pair-order.h"
#include "app/common/tdm-person-order.h"
#include "edits/edits-fixture.h"

/* In which order people are listed, and tandems by their people: neither a title nor a form of address is a name. */

static TdmPerson *
person_add (EditsFixture *self, const char *name, const char *department)
{
  TdmRecord *person = edits_add (self, TDM_TYPE_PERSON);

  tdm_record_set_text (person, TDM_PERSON_NAME, name);
  tdm_record_set_text (person, TDM_PERSON_DEPARTMENT, department);
  edits_make_live (person);
  return TDM_PERSON (person);
}

static void
people_add (EditsFixture *self, GListStore *people)
{
  static const char *const names[] = { "Zoe Adler", "Dr. Anna Weber", "Bo Chen", "Prof. Dr. Anna Berg", "Anna Chen",
                                       "Frau Mia Adler" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_list_store_append (people, person_add (self, names[i], "Sales"));
}

static void
expect_order (GListStore *items, GtkSorter *taken_sorter, const char *(*get_name) (gpointer), const char *expected)
{
  g_autoptr (GtkSortListModel) sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (items)), taken_sorter);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (sorted)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (sorted), i);

      g_string_append_printf (names, "%s%s", i > 0 ? " | " : "", get_name (item));
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static const char *
person_name (gpointer person)
{
  return tdm_person_get_name (person);
}

static void
test_people_are_sorted_by_their_names (EditsFixture *self, gconstpointer data)
{
  static const char by_first[] = "Prof. Dr. Anna Berg | Anna Chen | Dr. Anna Weber | Bo Chen | Frau Mia Adler | "
                                 "Zoe Adler";
  g_autoptr (GListStore) people = g_list_store_new (TDM_TYPE_PERSON);

  people_add (self, people);
  expect_order (people, tdm_person_order_make_sorter (TDM_PERSON_ORDER_FIRST_NAME, NULL), person_name, by_first);
  expect_order (people, tdm_person_order_make_sorter (TDM_PERSON_ORDER_DEPARTMENT, NULL), person_name, by_first);
  expect_order (people, tdm_person_order_make_sorter (TDM_PERSON_ORDER_LAST_NAME, NULL), person_name,
                "Frau Mia Adler | Zoe Adler | Prof. Dr. Anna Berg | Anna Chen | Bo Chen | Dr. Anna Weber");
}

static const char *
mentee_name (gpointer pair)
{
  return tdm_person_get_name (tdm_pair_get_mentee (pair));
}

static const char *
mentor_name (gpointer pair)
{
  return tdm_person_get_name (tdm_pair_get_mentor (pair));
}

static void
test_tandems_are_sorted_by_the_names_of_their_people (EditsFixture *self, gconstpointer data)
{
  g_autoptr (GListStore) people = g_list_store_new (TDM_TYPE_PERSON);
  g_autoptr (GListStore) pairs = g_list_store_new (TDM_TYPE_PAIR);

  people_add (self, people);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (TdmPerson) mentee = g_list_model_get_item (G_LIST_MODEL (people), i);
      g_autoptr (TdmPerson) mentor = g_list_model_get_item (G_LIST_MODEL (people), i + 3);
      TdmRecord *pair = edits_add (self, TDM_TYPE_PAIR);

      tdm_record_set_link (pair, TDM_PAIR_MENTEE, mentee);
      tdm_record_set_link (pair, TDM_PAIR_MENTOR, mentor);
      g_list_store_append (pairs, pair);
    }
  expect_order (pairs, tdm_pair_order_make_sorter (TDM_PAIR_ORDER_MENTEE), mentee_name,
                "Dr. Anna Weber | Bo Chen | Zoe Adler");
  expect_order (pairs, tdm_pair_order_make_sorter (TDM_PAIR_ORDER_MENTOR), mentor_name,
                "Prof. Dr. Anna Berg | Anna Chen | Frau Mia Adler");
}

#define ADD(path, func) g_test_add (path, EditsFixture, NULL, edits_set_up, func, edits_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/person-order/people-are-sorted-by-their-names", test_people_are_sorted_by_their_names);
  ADD ("/person-order/tandems-are-sorted-by-the-names-of-their-people",
       test_tandems_are_sorted_by_the_names_of_their_people);
  return g_test_run ();
}
