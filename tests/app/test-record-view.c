/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/common/tdm-record-tick.h"
#include "app/common/tdm-record-view.h"
#include "model/tdm-person.h"

/* A list of records by itself, with people in it: "Person 0001" and so on */

#define ROW                                                                                                      \
  "<interface><template class='GtkListItem'><property name='child'><object class='GtkBox'>"                      \
  "<child><object class='TdmRecordTick'><binding name='item'><lookup name='item'>GtkListItem</lookup></binding>" \
  "<binding name='label'><lookup name='name' type='TdmPerson'><lookup name='item'>GtkListItem</lookup></lookup>" \
  "</binding></object></child><child><object class='GtkLabel'><property name='height-request'>40</property>"     \
  "<binding name='label'><lookup name='name' type='TdmPerson'><lookup name='item'>GtkListItem</lookup></lookup>" \
  "</binding></object></child></object></property></template></interface>"

typedef struct
{
  GtkWindow *window;
  TdmRecordView *view;
  GListStore *people;
  GtkStringFilter *filter;
  GtkWidget *header;
  GtkWidget *button;
  GObject *activated;
} Fixture;

static void
add_people (Fixture *self, guint from, guint to)
{
  for (guint i = from; i <= to; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %04u", i);
      g_autoptr (TdmRecord) person = tdm_record_new (TDM_TYPE_PERSON);

      tdm_record_set_text (person, TDM_PERSON_NAME, name);
      tdm_record_set_text (person, TDM_PERSON_DEPARTMENT, i % 2 ? "odd" : "even");
      g_list_store_append (self->people, person);
    }
}

static void
activated_cb (Fixture *self, gpointer item)
{
  self->activated = item;
}

static void
clear_filters_cb (Fixture *self)
{
  gtk_string_filter_set_search (self->filter, NULL);
}

static void
set_up (Fixture *self, gconstpointer n_people)
{
  g_autoptr (GBytes) row = g_bytes_new_static (ROW, strlen (ROW));
  GtkExpression *name = gtk_property_expression_new (TDM_TYPE_PERSON, NULL, "name");
  g_autoptr (GtkListItemFactory) factory = NULL;
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_string_sorter_new (gtk_expression_ref (name)));
  GtkWidget *empty = gtk_label_new ("Nobody Yet");

  g_type_ensure (TDM_TYPE_RECORD_TICK);
  factory = gtk_builder_list_item_factory_new_from_bytes (NULL, row);
  self->people = g_list_store_new (TDM_TYPE_PERSON);
  self->filter = gtk_string_filter_new (gtk_property_expression_new (TDM_TYPE_PERSON, NULL, "department"));
  gtk_string_filter_set_match_mode (self->filter, GTK_STRING_FILTER_MATCH_MODE_EXACT);
  add_people (self, 1, GPOINTER_TO_UINT (n_people));
  self->button = gtk_button_new_with_label ("In the Header");
  self->header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_size_request (self->header, -1, 300);
  gtk_box_append (GTK_BOX (self->header), self->button);
  self->view = g_object_new (TDM_TYPE_RECORD_VIEW, "model", self->people, "factory", factory, "sorter", sorter,
                             "filter", self->filter, "text", name, "label", "People of the test", "header",
                             self->header, "empty", empty, NULL);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->view, "clear-filters", G_CALLBACK (clear_filters_cb), self);
  gtk_expression_unref (name);
  self->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (self->window, 400, 500);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->view));
  gtk_window_present (self->window);
  eye_find (self->window, GTK_TYPE_BUTTON, "In the Header");
  eye_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  TdmRecordView *view = g_object_ref (self->view);

  gtk_window_destroy (self->window);
  eye_settle ();
  g_assert_finalize_object (view);
  g_object_unref (self->people);
  g_object_unref (self->filter);
}

static guint
count_shown (Fixture *self)
{
  return g_list_model_get_n_items (tdm_record_view_get_shown (self->view));
}

static GtkWidget *
find_row (Fixture *self, const char *name)
{
  return gtk_widget_get_ancestor (eye_find (self->window, GTK_TYPE_LABEL, name),
                                  g_type_from_name ("GtkListItemWidget"));
}

static void
test_a_search_finds_and_forgets (Fixture *self, gconstpointer data)
{
  GtkWidget *entry;

  tdm_record_view_start_search (self->view);
  entry = eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, NULL);
  hand_fill (entry, "0012");
  g_assert_cmpuint (count_shown (self), ==, 1);
  hand_fill (entry, "nobody");
  window_find (self->window, GTK_TYPE_LABEL, "Nothing Found");
  window_click_on (self->window, "Show All");
  g_assert_cmpuint (count_shown (self), ==, 20);
  window_wait_gone (self->window, GTK_TYPE_LABEL, "Nothing Found");
}

static char *
shown_name (Fixture *self, guint position)
{
  g_autoptr (TdmRecord) person = g_list_model_get_item (tdm_record_view_get_shown (self->view), position);

  return g_strdup (tdm_record_get_text (person, TDM_PERSON_NAME));
}

static void
test_what_is_renamed_goes_where_it_belongs (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmRecord) person = g_list_model_get_item (tdm_record_view_get_shown (self->view), 0);
  g_autofree char *first = NULL, *last = NULL;

  tdm_record_set_text (person, TDM_PERSON_NAME, "Quentin");
  tdm_record_view_refresh (self->view);
  first = shown_name (self, 0);
  last = shown_name (self, 19);
  g_assert_cmpstr (first, ==, "Person 0002");
  g_assert_cmpstr (last, ==, "Quentin");
}

static void
test_a_filter_is_taken_away_with_the_search (Fixture *self, gconstpointer data)
{
  gtk_string_filter_set_search (self->filter, "even");
  eye_settle ();
  g_assert_cmpuint (count_shown (self), ==, 10);
  gtk_string_filter_set_search (self->filter, "neither");
  window_click_on (self->window, "Show All");
  g_assert_cmpuint (count_shown (self), ==, 20);
}

static void
test_an_empty_list_says_so (Fixture *self, gconstpointer data)
{
  eye_find_label (self->window, "Nobody Yet");
  add_people (self, 1, 1);
  find_row (self, "Person 0001");
  eye_wait_gone (self->window, GTK_TYPE_LABEL, "Nobody Yet");
}

static void
expect_ticked (Fixture *self, guint n)
{
  g_autofree char *words = g_strdup_printf (window_say ("%u selected", "%u ausgewählt"), n);

  eye_find_label (self->window, words);
}

static void
test_a_click_opens_or_ticks (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) ticked = NULL;

  hand_click (find_row (self, "Person 0002"));
  g_assert_true (self->activated == g_list_model_get_item (G_LIST_MODEL (self->people), 1));
  g_object_unref (self->activated);
  self->activated = NULL;
  g_assert_null (eye_look (self->window, GTK_TYPE_CHECK_BUTTON, NULL));
  tdm_record_view_set_selecting (self->view, TRUE);
  hand_click (find_row (self, "Person 0003"));
  hand_click (find_row (self, "Person 0001"));
  g_assert_null (self->activated);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (eye_find (self->window, GTK_TYPE_CHECK_BUTTON,
                                                                          "Person 0001"))));
  expect_ticked (self, 2);
  ticked = tdm_record_view_get_ticked (self->view);
  g_assert_cmpuint (ticked->len, ==, 2);
  g_assert_cmpstr (tdm_person_get_name (ticked->pdata[0]), ==, "Person 0001");
  hand_click (find_row (self, "Person 0001"));
  expect_ticked (self, 1);
}

/* The space bar ticks the row where the keyboard is, as in every list of boxes to tick. */
static void
test_the_space_bar_ticks (Fixture *self, gconstpointer data)
{
  tdm_record_view_set_selecting (self->view, TRUE);
  g_assert_true (gtk_widget_grab_focus (find_row (self, "Person 0003")));
  hand_press (self->window, "space");
  expect_ticked (self, 1);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (eye_find (self->window, GTK_TYPE_CHECK_BUTTON,
                                                                          "Person 0003"))));
  hand_press (self->window, "space");
  expect_ticked (self, 0);
  g_assert_null (self->activated);
}

/* Enter opens what is found first. Where rows are ticked, it ticks the only one that is found. */
static void
test_enter_in_the_search (Fixture *self, gconstpointer data)
{
  GtkWidget *entry;

  tdm_record_view_start_search (self->view);
  entry = eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, NULL);
  hand_fill (entry, "0004");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (self->activated == g_list_model_get_item (G_LIST_MODEL (self->people), 3));
  g_object_unref (self->activated);
  self->activated = NULL;
  tdm_record_view_set_selecting (self->view, TRUE);
  g_signal_emit_by_name (entry, "activate");
  expect_ticked (self, 1);
  hand_fill (entry, "Person");
  g_signal_emit_by_name (entry, "activate");
  expect_ticked (self, 1);
}

/* So that several searches lead to one selection; but what is gone from the list is no longer selected. */
static void
test_ticks_outlive_a_search (Fixture *self, gconstpointer data)
{
  GtkWidget *entry;
  guint position;

  tdm_record_view_set_selecting (self->view, TRUE);
  tdm_record_view_start_search (self->view);
  entry = eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, NULL);
  hand_fill (entry, "0004");
  window_click_on (self->window, "Select All or None");
  hand_fill (entry, "0005");
  window_click_on (self->window, "Select All or None");
  expect_ticked (self, 2);
  for (position = 0; position < 20; position++)
    {
      g_autoptr (TdmPerson) person = g_list_model_get_item (G_LIST_MODEL (self->people), position);

      if (g_str_equal (tdm_person_get_name (person), "Person 0004"))
        break;
    }
  g_list_store_remove (self->people, position);
  expect_ticked (self, 1);
  window_click_on (self->window, "Done");
  eye_wait_gone (self->window, GTK_TYPE_LABEL, window_say ("1 selected", "1 ausgewählt"));
}

static void
test_all_or_none (Fixture *self, gconstpointer data)
{
  tdm_record_view_set_selecting (self->view, TRUE);
  window_click_on (self->window, "Select All or None");
  expect_ticked (self, 20);
  window_click_on (self->window, "Select All or None");
  expect_ticked (self, 0);
  hand_press (self->window, "Escape");
  eye_wait_gone (self->window, GTK_TYPE_CHECK_BUTTON, NULL);
}

/* From the row that has the keyboard, too, which would take the key for itself */
static void
test_all_by_key (Fixture *self, gconstpointer data)
{
  gtk_widget_grab_focus (find_row (self, "Person 0003"));
  hand_try_key (self->window, "<Control>a");
  g_assert_null (eye_look (self->window, GTK_TYPE_CHECK_BUTTON, NULL));
  tdm_record_view_set_selecting (self->view, TRUE);
  gtk_widget_grab_focus (find_row (self, "Person 0003"));
  hand_press (self->window, "<Control>a");
  expect_ticked (self, 20);
  hand_press (self->window, "<Control>a");
  expect_ticked (self, 20);
  hand_press (self->window, "Escape");
  eye_wait_gone (self->window, GTK_TYPE_CHECK_BUTTON, NULL);
}

/* Not with what comes first in the window, which the next key would go to: with the bar goes what has it. */
static void
test_the_focus_stays_with_the_rows (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_row (self, "Person 0003");

  tdm_record_view_set_selecting (self->view, TRUE);
  gtk_widget_grab_focus (row);
  gtk_widget_grab_focus (window_find (self->window, GTK_TYPE_BUTTON, "Done"));
  window_click_on (self->window, "Done");
  g_assert_true (gtk_window_get_focus (self->window) == row);
  tdm_record_view_set_selecting (self->view, TRUE);
  gtk_widget_grab_focus (eye_find (row, GTK_TYPE_CHECK_BUTTON, NULL));
  hand_press (self->window, "Escape");
  g_assert_true (gtk_window_get_focus (self->window) == row);
}

/* --- the header, which scrolls with the list -------------------------------------------- */

static GtkAdjustment *
get_adjustment (Fixture *self)
{
  return gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (self->header, GTK_TYPE_SCROLLED_WINDOW)));
}

static gboolean
is_hidden (gpointer widget)
{
  return !eye_is_shown (widget);
}

static gboolean
focus_is_below (gpointer data)
{
  Fixture *self = data;
  GtkWidget *focus = gtk_window_get_focus (self->window);

  return focus && focus != self->button && eye_is_shown (focus);
}

static gboolean
has_all_rows (gpointer list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) == 1000;
}

/* The header, and rows of at least 40 pixels */
static gboolean
has_whole_height (gpointer adjustment)
{
  return gtk_adjustment_get_upper (adjustment) > 300 + 1000 * 40;
}

static void
test_a_long_list_makes_what_is_to_be_seen (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  eye_wait (has_whole_height, get_adjustment (self), "the height of all rows");
  rows = eye_look_all (self->window, GTK_TYPE_LABEL, "^Person");
  g_assert_cmpuint (rows->len, >, 2);
  g_assert_cmpuint (rows->len, <, 250);
}

/* So that a page with a long list is there as soon as one with a short one */
static void
test_what_is_to_be_seen_comes_first (Fixture *self, gconstpointer data)
{
  GtkListView *list = GTK_LIST_VIEW (eye_find (self->window, GTK_TYPE_LIST_VIEW, NULL));

  eye_wait (has_all_rows, list, "all rows");
  g_object_set (self->view, "model", NULL, NULL);
  g_object_set (self->view, "model", self->people, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))), <, 50);
  g_assert_cmpuint (count_shown (self), ==, 1000);
  eye_wait (has_all_rows, list, "all rows");
}

static void
test_scrolling_goes_past_the_header_to_the_end (Fixture *self, gconstpointer data)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  eye_wait (has_whole_height, adjustment, "the height of all rows");
  gtk_adjustment_set_value (adjustment, 150);
  eye_wait (eye_is_shown, find_row (self, "Person 0001"), "the first row under half of the header");
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  eye_wait (eye_is_shown, find_row (self, "Person 1000"), "the last row");
  g_assert_false (eye_is_shown (self->button));
  gtk_adjustment_set_value (adjustment, 0);
  eye_wait (eye_is_shown, self->button, "the header");
}

static void
test_what_gets_the_focus_comes_into_view (Fixture *self, gconstpointer data)
{
  eye_wait (has_whole_height, get_adjustment (self), "the height of all rows");
  gtk_window_set_focus (self->window, NULL);
  gtk_adjustment_set_value (get_adjustment (self), 5000);
  eye_wait (is_hidden, self->button, "the header to be scrolled away");
  gtk_widget_grab_focus (self->button);
  eye_wait (eye_is_shown, self->button, "the header");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD));
  eye_wait (focus_is_below, self, "a row with the focus");
}

#define ADD(name, n, func) g_test_add ("/record-view/" name, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)

/* Only what is renamed goes elsewhere; how far the list is scrolled stays as it is. */
static void
test_a_renaming_keeps_the_place (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmRecord) person = g_list_model_get_item (G_LIST_MODEL (self->people), 700);
  GtkAdjustment *adjustment = get_adjustment (self);
  g_autofree char *last = NULL;
  double scrolled;

  gtk_adjustment_set_value (adjustment, 2000);
  eye_settle ();
  scrolled = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (scrolled, >, 1000);
  tdm_record_set_text (person, TDM_PERSON_NAME, "Quentin");
  tdm_record_view_refresh (self->view);
  eye_settle ();
  last = shown_name (self, 999);
  g_assert_cmpstr (last, ==, "Quentin");
  g_assert_cmpfloat (ABS (gtk_adjustment_get_value (adjustment) - scrolled), <, 1);
}

static void
add_tests (void)
{
  ADD ("a-search-finds-and-forgets", 20, test_a_search_finds_and_forgets);
  ADD ("all-by-key", 20, test_all_by_key);
  ADD ("a-renaming-keeps-the-place", 1000, test_a_renaming_keeps_the_place);
  ADD ("what-is-renamed-goes-where-it-belongs", 20, test_what_is_renamed_goes_where_it_belongs);
  ADD ("a-filter-is-taken-away-with-the-search", 20, test_a_filter_is_taken_away_with_the_search);
  ADD ("an-empty-list-says-so", 0, test_an_empty_list_says_so);
  ADD ("a-click-opens-or-ticks", 20, test_a_click_opens_or_ticks);
  ADD ("the-space-bar-ticks", 20, test_the_space_bar_ticks);
  ADD ("enter-in-the-search", 20, test_enter_in_the_search);
  ADD ("ticks-outlive-a-search", 20, test_ticks_outlive_a_search);
  ADD ("all-or-none", 20, test_all_or_none);
  ADD ("the-focus-stays-with-the-rows", 20, test_the_focus_stays_with_the_rows);
  ADD ("a-long-list-makes-what-is-to-be-seen", 1000, test_a_long_list_makes_what_is_to_be_seen);
  ADD ("what-is-to-be-seen-comes-first", 1000, test_what_is_to_be_seen_comes_first);
  ADD ("scrolling-goes-past-the-header-to-the-end", 1000, test_scrolling_goes_past_the_header_to_the_end);
  ADD ("what-gets-the-focus-comes-into-view", 1000, test_what_gets_the_focus_comes_into_view);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
