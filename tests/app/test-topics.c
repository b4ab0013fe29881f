/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "round-fixture.h"

#include "app/common/tdm-record-view.h"
#include "app/people/tdm-person-page.h"
#include "app/round/tdm-catalogue-row.h"
#include "app/round/tdm-topics-view.h"
#include "model/tdm-topic.h"

/* The catalogue of topics, with how many need and offer each */

static const WindowLook narrow = { .width = 360, .height = 560 };
static const WindowLook dark = { .is_dark = TRUE };
static const WindowLook narrow_dark_large = { .width = 360, .height = 560, .is_dark = TRUE, .text_scale = 2 };

#define TYPE_ITEM g_type_from_name ("GtkListItemWidget")

/* The second view of the page of a round */
typedef struct
{
  WindowFixture base;
  GtkWindow *window;
  TdmTopicsView *view;
} ViewFixture;

#define TYPE_ROW TDM_TYPE_CATALOGUE_ROW
#define COUNT_TOPICS "SELECT count (*) FROM topic"

static TdmWorkspace *
view_get_workspace (ViewFixture *self)
{
  return tdm_window_get_workspace (self->base.window);
}

/* As somebody does who wants to see the topics of the running round */
static void
view_open (ViewFixture *self)
{
  self->window = GTK_WINDOW (self->base.window);
  round_show_view (&self->base, "Topics");
  self->view = TDM_TOPICS_VIEW (eye_find (self->window, TDM_TYPE_TOPICS_VIEW, NULL));
}

static void
view_set_up (ViewFixture *self, gconstpointer look)
{
  window_set_up (&self->base, look);
  view_open (self);
  eye_find (self->view, TYPE_ROW, NULL);
}

static void
view_tear_down (ViewFixture *self, gconstpointer look)
{
  window_tear_down (&self->base, look);
}

/* Without topics */
static void
view_set_up_empty (ViewFixture *self, gconstpointer look)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new ("Emptied");
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *label = NULL;
  GListModel *topics;

  window_set_up (&self->base, look);
  topics = tdm_workspace_get_topics (view_get_workspace (self));
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (TdmTopic) topic = g_list_model_get_item (topics, i);

      tdm_edit_remove (edit, topic);
    }
  tdm_workspace_commit_async (view_get_workspace (self), g_steal_pointer (&edit), tdm_test_result_cb, &result);
  label = tdm_test_finish_change (view_get_workspace (self), &result, NULL);
  g_assert_cmpstr (label, ==, "Emptied");
  view_open (self);
}

/* For what a row says, which begins with its title */
static char *
make_pattern (const char *title, const char *rest)
{
  g_autofree char *escaped = g_regex_escape_string (title, -1);

  return g_strdup_printf ("^%s%s", escaped, rest);
}

static GtkWidget *
view_find_row (ViewFixture *self, const char *title)
{
  g_autofree char *pattern = make_pattern (title, "[,:]");

  return eye_find (self->view, TYPE_ROW, pattern);
}

typedef struct
{
  ViewFixture *view;
  const char *title;
} Wanted;

static gboolean
wanted_is_listed (gpointer data)
{
  const Wanted *self = data;
  GtkWidget *records = eye_find (self->view->view, TDM_TYPE_RECORD_VIEW, NULL);
  GListModel *shown = tdm_record_view_get_shown (TDM_RECORD_VIEW (records));

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (TdmCatalogueItem) item = g_list_model_get_item (shown, i);

      if (g_str_equal (tdm_topic_get_title (tdm_catalogue_item_get_topic (item)), self->title))
        return TRUE;
    }
  return FALSE;
}

/* In the list, scrolled into view or not */
static void
view_wait_listed (ViewFixture *self, const char *title)
{
  eye_wait (wanted_is_listed, &(Wanted) { self, title }, title);
}

static void
view_search (ViewFixture *self, const char *title)
{
  tdm_topics_view_start_search (self->view);
  window_fill (self->view, "Search", title);
  window_wait_count (self->view, TYPE_ROW, NULL, 1);
  view_find_row (self, title);
}

/* The title that the sample has in the language of this run */
static char *
view_ask_title (ViewFixture *self, const char *order)
{
  g_autofree char *question = g_strdup_printf (
    "WITH p AS (SELECT person FROM participation WHERE round = 3 AND state NOT IN ('declined', 'withdrawn')), "
    "d AS (SELECT title, (SELECT count (DISTINCT person) FROM need WHERE topic = t.id AND person IN p) AS n, "
    "(SELECT count (DISTINCT person) FROM offer WHERE topic = t.id AND person IN p) AS o FROM topic t) "
    "SELECT title FROM d WHERE title NOT LIKE '%%''%%' ORDER BY %s LIMIT 1", order);

  return window_ask (&self->base, question);
}

static void
test_the_greatest_gap_comes_first (ViewFixture *self, gconstpointer look)
{
  g_autofree char *first = view_ask_title (self, "n - o DESC, n DESC"), *pattern = make_pattern (first, "[,:]");
  g_autofree char *name = eye_name (eye_find (self->view, TYPE_ROW, NULL));

  g_assert_true (g_regex_match_simple (pattern, name, 0, 0));
}

/* What the row says of a topic that so many of some people need */
static char *
view_make_needs (ViewFixture *self, const char *title, const char *people)
{
  g_autofree char *question = g_strdup_printf ("SELECT count (DISTINCT person) FROM need JOIN topic ON topic.id = "
                                               "topic WHERE title = '%s' AND person IN (%s)", title, people);
  g_autofree char *n = window_ask (&self->base, question);
  const char *words = window_is_german () ? ", .*: %s möchten lernen" : ", .*: %s want to learn";
  g_autofree char *rest = g_strdup_printf (words, n);

  return make_pattern (title, rest);
}

static void
test_counts_are_those_of_the_round_or_of_all (ViewFixture *self, gconstpointer look)
{
  g_autofree char *title = view_ask_title (self, "n DESC"), *all_people = window_word ("All People");
  g_autofree char *of_round = view_make_needs (self, title, "SELECT person FROM participation WHERE round = 3 AND "
                                                            "state NOT IN ('declined', 'withdrawn')");
  g_autofree char *of_all = view_make_needs (self, title, "SELECT id FROM person");

  g_assert_cmpstr (of_round, !=, of_all);
  view_search (self, title);
  eye_find (self->view, TYPE_ROW, of_round);
  hand_choose (window_find (self->view, GTK_TYPE_DROP_DOWN, "Who counts"), all_people);
  eye_find (self->view, TYPE_ROW, of_all);
}

/* In a file whose only round was removed */
static void
test_without_a_round_all_people_count (ViewFixture *self, gconstpointer look)
{
  g_autofree char *title = view_ask_title (self, "n DESC");
  g_autofree char *of_all = view_make_needs (self, title, "SELECT id FROM person");

  g_object_set (self->view, "round", NULL, NULL);
  window_wait_gone (self->view, GTK_TYPE_DROP_DOWN, "Who counts");
  view_search (self, title);
  eye_find (self->view, TYPE_ROW, of_all);
}

/* One for each area, at its first topic */
static void
test_areas_have_headings (ViewFixture *self, gconstpointer look)
{
  g_autofree char *by_area = window_word ("By Area");
  GListModel *shown = tdm_record_view_get_shown (TDM_RECORD_VIEW (eye_find (self->view, TDM_TYPE_RECORD_VIEW, NULL)));
  g_autoptr (GString) before = g_string_new (NULL);
  guint n_headings = 0;

  hand_choose (window_find (self->view, GTK_TYPE_DROP_DOWN, "Order"), by_area);
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (TdmCatalogueItem) item = g_list_model_get_item (shown, i);
      const char *area = tdm_record_get_text (TDM_RECORD (tdm_catalogue_item_get_topic (item)), TDM_TOPIC_AREA);
      gboolean is_first = !g_str_equal (area, before->str);

      g_assert_cmpint (g_utf8_collate (before->str, area), <=, 0);
      g_assert_cmpstr (tdm_catalogue_item_get_heading (item), ==, is_first ? area : "");
      n_headings += is_first;
      g_string_assign (before, area);
    }
  g_assert_cmpuint (n_headings, ==, 12);
}

static void
test_search (ViewFixture *self, gconstpointer look)
{
  g_autofree char *title = view_ask_title (self, "title DESC");

  view_search (self, title);
}

static void
test_a_click_shows_the_people (ViewFixture *self, gconstpointer look)
{
  g_autofree char *title = view_ask_title (self, "n DESC"), *name = NULL, *question = NULL;
  GtkWindow *people;

  question = g_strdup_printf ("SELECT name FROM person JOIN need ON need.person = person.id JOIN topic ON topic.id = "
                              "topic JOIN participation p ON p.person = person.id AND p.round = 3 AND p.state = "
                              "'matched' WHERE title = '%s' ORDER BY strength DESC, name LIMIT 1", title);
  name = window_ask (&self->base, question);
  view_search (self, title);
  hand_click (gtk_widget_get_parent (view_find_row (self, title)));
  people = eye_find_window (title);
  hand_click (gtk_widget_get_ancestor (eye_find (people, GTK_TYPE_LABEL, name), TYPE_ITEM));
  eye_find (eye_find (self->window, TDM_TYPE_PERSON_PAGE, NULL), GTK_TYPE_LABEL, name);
}

static void
test_a_topic_is_typed_once (ViewFixture *self, gconstpointer look)
{
  window_fill (self->view, "Add a topic", "Große Runden");
  hand_press (self->window, "Return");
  view_wait_listed (self, "Große Runden");
  window_expect_answer (&self->base, COUNT_TOPICS, "44");
  window_fill (self->view, "Add a topic", "GROSSE  RUNDEN");
  hand_press (self->window, "Return");
  window_expect_answer (&self->base, COUNT_TOPICS, "44");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (window_find (self->view, GTK_TYPE_ENTRY, "Add a topic"))), ==,
                   "GROSSE  RUNDEN");
}

/* As a click on a row and the key of a verb do */
static void
view_press_on (ViewFixture *self, const char *title, const char *key)
{
  gtk_widget_grab_focus (gtk_widget_get_parent (view_find_row (self, title)));
  hand_press (self->window, key);
}

static void
test_a_topic_is_renamed_by_keyboard (ViewFixture *self, gconstpointer look)
{
  g_autofree char *title = view_ask_title (self, "n - o DESC, n DESC");
  GtkWidget *dialog;

  view_press_on (self, title, "F2");
  dialog = eye_find (NULL, ADW_TYPE_MESSAGE_DIALOG, NULL);
  window_fill (dialog, "Name", "Something Else");
  window_click_on (dialog, "_Save");
  view_wait_listed (self, "Something Else");
}

static void
test_the_name_of_another_topic_offers_to_merge (ViewFixture *self, gconstpointer look)
{
  g_autofree char *title = view_ask_title (self, "n - o DESC, n DESC"), *other = view_ask_title (self, "title DESC");
  g_autofree char *needs = window_ask (&self->base, "SELECT count (*) FROM need");
  GtkWidget *dialog;

  view_press_on (self, title, "F2");
  dialog = eye_find (NULL, ADW_TYPE_MESSAGE_DIALOG, NULL);
  window_fill (dialog, "Name", other);
  window_click_on (dialog, "_Merge");
  window_wait_toast (&self->base, "Topics merged");
  window_expect_answer (&self->base, COUNT_TOPICS, "42");
  hand_press (self->window, "<Control>z");
  window_expect_answer (&self->base, COUNT_TOPICS, "43");
  window_expect_answer (&self->base, "SELECT count (*) FROM need", needs);
}

static void
test_a_topic_is_merged_by_its_menu (ViewFixture *self, gconstpointer look)
{
  g_autofree char *title = view_ask_title (self, "n - o DESC, n DESC"), *other = view_ask_title (self, "title DESC");
  GtkWidget *dialog;

  view_press_on (self, title, "<Shift>F10");
  hand_click (window_find (self->view, WINDOW_TYPE_ITEM, "Mer_ge With…"));
  dialog = eye_find (NULL, ADW_TYPE_MESSAGE_DIALOG, NULL);
  g_assert_false (gtk_widget_is_sensitive (window_find (dialog, GTK_TYPE_BUTTON, "_Merge")));
  window_fill (dialog, "The topic that stays", other);
  hand_press (GTK_WINDOW (dialog), "Return");
  window_click_on (dialog, "_Merge");
  window_expect_answer (&self->base, COUNT_TOPICS, "42");
}

/* As a pointer does */
static void
view_press_at (ViewFixture *self, GtkWidget *row, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));
  double view_x, view_y;
  guint n_pressed = 0;

  gtk_widget_translate_coordinates (row, GTK_WIDGET (self->view), x, y, &view_x, &view_y);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (controller))
        continue;
      g_signal_emit_by_name (controller, "pressed", 1, view_x, view_y);
      n_pressed++;
    }
  g_assert_cmpuint (n_pressed, ==, 1);
  eye_settle ();
}

static void
test_the_dots_of_a_row_open_its_menu (ViewFixture *self, gconstpointer look)
{
  g_autofree char *title = view_ask_title (self, "n - o DESC, n DESC");
  GtkWidget *row = view_find_row (self, title);
  graphene_rect_t dots;

  tdm_catalogue_row_place_menu (TDM_CATALOGUE_ROW (row), &dots);
  view_press_at (self, row, dots.origin.x - 20, dots.origin.y + dots.size.height / 2);
  g_assert_null (eye_look (self->view, WINDOW_TYPE_ITEM, NULL));
  view_press_at (self, row, dots.origin.x + dots.size.width / 2, dots.origin.y + dots.size.height / 2);
  hand_click (window_find (self->view, WINDOW_TYPE_ITEM, "_Remove"));
  window_expect_answer (&self->base, COUNT_TOPICS, "42");
  g_assert_null (eye_look (self->view, TYPE_ROW, title));
}

/* A list has two hundred of them, most out of sight. */
static void
test_a_row_has_widgets_only_to_be_selected (ViewFixture *self, gconstpointer look)
{
  GtkWidget *row = eye_find (self->view, TYPE_ROW, NULL);

  g_assert_null (gtk_widget_get_first_child (row));
  window_choose (self->view, "Menu of the Catalogue", "Se_lect Topics");
  g_assert_nonnull (eye_find (row, GTK_TYPE_CHECK_BUTTON, NULL));
  hand_press (self->window, "Escape");
  eye_wait_gone (row, GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_null (gtk_widget_get_first_child (row));
}

static void
test_several_topics_move_to_a_new_area (ViewFixture *self, gconstpointer look)
{
  g_autofree char *move = window_word ("_Move to Area…");
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *dialog;

  window_choose (self->view, "Menu of the Catalogue", "Se_lect Topics");
  rows = eye_look_all (self->view, TYPE_ROW, NULL);
  hand_click (eye_find (rows->pdata[0], GTK_TYPE_CHECK_BUTTON, NULL));
  hand_click (eye_find (rows->pdata[1], GTK_TYPE_CHECK_BUTTON, NULL));
  hand_click_on (self->view, GTK_TYPE_BUTTON, move);
  dialog = eye_find (NULL, ADW_TYPE_MESSAGE_DIALOG, NULL);
  window_fill (dialog, "Area", "Field of Its Own");
  hand_press (GTK_WINDOW (dialog), "Return");
  window_click_on (dialog, "_Move");
  window_expect_answer (&self->base, "SELECT count (*) FROM topic WHERE area = 'Field of Its Own'", "2");
}

static void
test_a_topic_is_removed_and_comes_back (ViewFixture *self, gconstpointer look)
{
  g_autofree char *title = view_ask_title (self, "n - o DESC, n DESC");
  g_autofree char *needs = window_ask (&self->base, "SELECT count (*) FROM need");
  g_autofree char *tandems = window_ask (&self->base, "SELECT count (topic) FROM pair");

  view_press_on (self, title, "Delete");
  window_expect_answer (&self->base, COUNT_TOPICS, "42");
  hand_press (self->window, "<Control>z");
  window_expect_answer (&self->base, COUNT_TOPICS, "43");
  window_expect_answer (&self->base, "SELECT count (*) FROM need", needs);
  window_expect_answer (&self->base, "SELECT count (topic) FROM pair", tandems);
  view_wait_listed (self, title);
}

static void
test_an_empty_catalogue_offers_a_list_to_start_with (ViewFixture *self, gconstpointer look)
{
  window_find (self->view, GTK_TYPE_LABEL, "No Topics Yet");
  window_click_on (self->view, "Add a _Starter List");
  eye_find (self->view, TYPE_ROW, NULL);
  window_expect_answer (&self->base, COUNT_TOPICS, "43");
  window_expect_answer (&self->base, "SELECT count (*) FROM topic JOIN programme ON topic.title = CASE language "
                                     "WHEN 'de' THEN 'Stellenanzeigen, die ankommen' ELSE 'Job adverts that work' END",
                        "1");
  hand_press (self->window, "<Control>z");
  window_expect_answer (&self->base, COUNT_TOPICS, "0");
  window_find (self->view, GTK_TYPE_LABEL, "No Topics Yet");
}

/* As a damaged file may be: nobody knows in which language the topics would be. */
static void
test_without_a_programme_there_is_no_list_to_start_with (ViewFixture *self, gconstpointer look)
{
  GtkWidget *button = window_find (self->view, GTK_TYPE_BUTTON, "Add a _Starter List");
  g_autoptr (TdmEdit) edit = tdm_edit_new ("Emptied");
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *label = NULL;

  g_assert_true (gtk_widget_is_sensitive (button));
  tdm_edit_remove (edit, TDM_RECORD (tdm_workspace_get_programme (view_get_workspace (self))));
  tdm_workspace_commit_async (view_get_workspace (self), g_steal_pointer (&edit), tdm_test_result_cb, &result);
  label = tdm_test_finish_change (view_get_workspace (self), &result, NULL);
  g_assert_null (tdm_workspace_get_programme (view_get_workspace (self)));
  g_assert_false (gtk_widget_is_sensitive (button));
}

static void
test_the_catalogue_fits (ViewFixture *self, gconstpointer look)
{
  window_settle (&self->base);
  g_assert_true (eye_is_shown (eye_find (self->view, TYPE_ROW, NULL)));
  window_expect_size (&self->base, look);
}

#define VIEW_TEST_ADD(path, look, func) g_test_add (path, ViewFixture, look, view_set_up, func, view_tear_down)

static void
add_tests (void)
{
  VIEW_TEST_ADD ("/topics/the-greatest-gap-comes-first", NULL, test_the_greatest_gap_comes_first);
  VIEW_TEST_ADD ("/topics/counts-of-the-round-or-of-all", NULL, test_counts_are_those_of_the_round_or_of_all);
  VIEW_TEST_ADD ("/topics/without-a-round", NULL, test_without_a_round_all_people_count);
  VIEW_TEST_ADD ("/topics/areas-have-headings", NULL, test_areas_have_headings);
  VIEW_TEST_ADD ("/topics/search", NULL, test_search);
  VIEW_TEST_ADD ("/topics/a-click-shows-the-people", NULL, test_a_click_shows_the_people);
  VIEW_TEST_ADD ("/topics/a-topic-is-typed-once", NULL, test_a_topic_is_typed_once);
  VIEW_TEST_ADD ("/topics/renamed-by-keyboard", NULL, test_a_topic_is_renamed_by_keyboard);
  VIEW_TEST_ADD ("/topics/the-name-of-another", NULL, test_the_name_of_another_topic_offers_to_merge);
  VIEW_TEST_ADD ("/topics/merged-by-its-menu", NULL, test_a_topic_is_merged_by_its_menu);
  VIEW_TEST_ADD ("/topics/the-dots-open-the-menu", NULL, test_the_dots_of_a_row_open_its_menu);
  VIEW_TEST_ADD ("/topics/widgets-only-to-be-selected", NULL, test_a_row_has_widgets_only_to_be_selected);
  VIEW_TEST_ADD ("/topics/several-move-to-a-new-area", NULL, test_several_topics_move_to_a_new_area);
  VIEW_TEST_ADD ("/topics/removed-and-back", NULL, test_a_topic_is_removed_and_comes_back);
  g_test_add ("/topics/empty", ViewFixture, NULL, view_set_up_empty,
              test_an_empty_catalogue_offers_a_list_to_start_with, view_tear_down);
  g_test_add ("/topics/without-a-programme", ViewFixture, NULL, view_set_up_empty,
              test_without_a_programme_there_is_no_list_to_start_with, view_tear_down);
  VIEW_TEST_ADD ("/topics/narrow", &narrow, test_the_catalogue_fits);
  VIEW_TEST_ADD ("/topics/dark", &dark, test_the_catalogue_fits);
  VIEW_TEST_ADD ("/topics/narrow-dark-large", &narrow_dark_large, test_the_catalogue_fits);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
