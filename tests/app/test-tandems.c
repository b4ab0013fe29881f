/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/meetings/tdm-agenda-row.h"
#include "app/pairs/tdm-pair-page.h"
#include "app/people/tdm-person-page.h"
#include "app/people/tdm-person-row.h"
#include "edits/tdm-pair-edits.h"
#include "model/tdm-person.h"
#include "workspace/tdm-workspace.h"

#include <glib/gstdio.h>

/* The programme: its tandems and people, and the file that it is in */

static const WindowLook low = { .width = 900, .height = 560 };

#define TANDEM "Bönisch"

static void
search (WindowFixture *self, const char *text)
{
  hand_fill (eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, "Search tandems"), text);
}

static void
test_search (WindowFixture *self, gconstpointer data)
{
  eye_find_label (self->window, "21 tandems");
  window_press (self, "<Control>f");
  search (self, "gokta");
  eye_find_label (self->window, "2 tandems");
  search (self, "gokta klut");
  eye_find_label (self->window, "1 tandem");
  search (self, "gokta klutxyz");
  eye_find_label (self->window, "Nothing Found");
  hand_click_on (self->window, GTK_TYPE_BUTTON, "Show All Tandems");
  eye_find_label (self->window, "21 tandems");
}

/* Enter in the search opens what is found first, on every page with a search of its own. */
static void
test_enter_opens_what_is_found (WindowFixture *self, gconstpointer data)
{
  window_press (self, "<Control>f");
  search (self, "gokta klut");
  eye_find_label (self->window, "1 tandem");
  g_signal_emit_by_name (eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, "Search tandems"), "activate");
  eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
  window_press (self, "<Alt>2");
  window_press (self, "<Control>f");
  hand_fill (eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, "Search people"), "bonisch");
  eye_find_label (self->window, "1 person");
  g_signal_emit_by_name (eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, "Search people"), "activate");
  eye_find (self->window, TDM_TYPE_PERSON_PAGE, NULL);
}

static void
test_filter_by_state (WindowFixture *self, gconstpointer data)
{
  GtkWidget *filter = hand_open_menu (eye_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter and Sort"));

  hand_choose (eye_find (filter, GTK_TYPE_DROP_DOWN, "State"), "Paused");
  eye_find_label (self->window, "1 tandem");
}

/* A window that is closed need not wait for what it still asks of the file. */
static void
test_closed_while_a_tandem_loads (WindowFixture *self, gconstpointer data)
{
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  g_autoptr (TdmRecord) pair = g_list_model_get_item (tdm_workspace_get_pairs (workspace), 0);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-pair", "s", tdm_record_get_uid (pair));
  g_assert_nonnull (eye_look (self->window, TDM_TYPE_PAIR_PAGE, NULL));
  window_close (self);
}

/* Such as one that waits for a mail program to start, when both are closed meanwhile */
static void
test_a_dialog_outlives_its_window (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GtkWindow) dialog = NULL;

  window_press (self, "<Control>n");
  dialog = g_object_ref (window_find_window ("New Tandem"));
  window_close (self);
  g_assert_null (gtk_window_get_transient_for (dialog));
  g_assert_finalize_object (g_steal_pointer (&dialog));
}

static void
test_table (WindowFixture *self, gconstpointer data)
{
  window_press (self, "<Control>2");
  eye_find_label (self->window, "Next Meeting");
  eye_find (self->window, GTK_TYPE_INSCRIPTION, "Asta Okonjoweze");
  window_press (self, "<Control>1");
  eye_wait_gone (self->window, GTK_TYPE_LABEL, "Next Meeting");
}

static void
set_width (WindowFixture *self, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, 700);
  window_settle (self);
}

/* Of names, it would show the first letters there. The choice holds for where there is room again. */
static void
test_a_narrow_screen_has_no_table (WindowFixture *self, gconstpointer data)
{
  window_press (self, "<Control>2");
  eye_find (self->window, GTK_TYPE_COLUMN_VIEW, NULL);
  set_width (self, 360);
  eye_find (self->window, WINDOW_TYPE_CARD, NULL);
  eye_wait_gone (self->window, GTK_TYPE_COLUMN_VIEW, NULL);
  set_width (self, 1100);
  eye_find (self->window, GTK_TYPE_INSCRIPTION, "Asta Okonjoweze");
}

/* Whether that row of the table says that topic, or that there is none */
static void
expect_topic_in_row (WindowFixture *self, const char *mentee, const char *topic)
{
  GtkWidget *cell = eye_find (self->window, GTK_TYPE_INSCRIPTION, mentee);

  while (gtk_widget_get_parent (cell) && !g_str_equal (gtk_widget_get_css_name (cell), "cell"))
    cell = gtk_widget_get_parent (cell);
  for (guint i = 0; i < 2; i++)
    cell = gtk_widget_get_next_sibling (cell);
  eye_find (cell, GTK_TYPE_WIDGET, topic);
}

/* Not that of the tandem whose place the row has taken */
static void
test_the_table_says_that_there_is_no_topic (WindowFixture *self, gconstpointer data)
{
  g_autofree char *mentee =
    window_ask (self, "SELECT person.name FROM pair JOIN person ON person.id = mentee JOIN round ON round.id = round "
                      "WHERE number = 3 AND topic IS NOT NULL ORDER BY pair.id");
  g_autofree char *topic = g_strdup_printf ("SELECT topic.title FROM pair JOIN person ON person.id = mentee JOIN round "
                                            "ON round.id = round JOIN topic ON topic.id = topic WHERE number = 3 AND "
                                            "name = '%s'", mentee);
  g_autofree char *title = window_ask (self, topic);
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  GListModel *pairs = tdm_workspace_get_pairs (workspace);

  window_press (self, "<Control>2");
  expect_topic_in_row (self, mentee, title);
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      if (tdm_pair_get_topic (pair) && g_str_equal (tdm_person_get_name (tdm_pair_get_mentee (pair)), mentee))
        window_commit (self, tdm_pair_edits_set_topic (pair, tdm_workspace_get_topics (workspace), ""));
    }
  expect_topic_in_row (self, mentee, "–");
}

/* A column in which nothing stands leaves its room to the names. */
static void
test_names_have_the_room_of_topics (WindowFixture *self, gconstpointer data)
{
  GtkWidget *cell;
  int names = 0;

  window_close (self);
  window_alter (self, "UPDATE pair SET topic = NULL");
  window_open_again (self, NULL);
  window_press (self, "<Control>2");
  cell = eye_find (self->window, GTK_TYPE_INSCRIPTION, NULL);
  window_settle (self);
  while (!g_str_equal (gtk_widget_get_css_name (cell), "cell"))
    cell = gtk_widget_get_parent (cell);
  for (guint i = 0; i < 2; i++, cell = gtk_widget_get_next_sibling (cell))
    names += gtk_widget_get_width (cell);
  g_assert_cmpint (gtk_widget_get_width (cell) * 5, <, names);
}

static void
test_other_round (WindowFixture *self, gconstpointer data)
{
  GtkWidget *rounds = hand_open_menu (eye_find (self->window, GTK_TYPE_MENU_BUTTON, "^Round: .*"));

  hand_click_on (rounds, GTK_TYPE_LIST_BOX_ROW, "Round: Round 1: pilot, Archived");
  eye_find_label (self->window, "1 tandem");
}

/* Of the ring with the goals at the end of a card */
static guint
count_drawings (GskRenderNode *node, float from)
{
  graphene_rect_t bounds;
  guint n = 0;

  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      n += count_drawings (gsk_container_node_get_child (node, i), from);
  gsk_render_node_get_bounds (node, &bounds);
  return n + (gsk_render_node_get_node_type (node) == GSK_CAIRO_NODE && bounds.origin.x >= from);
}

static guint
count_rings (GtkWidget *card)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  guint n_drawings;

  GTK_WIDGET_GET_CLASS (card)->snapshot (card, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  n_drawings = count_drawings (node, (float) gtk_widget_get_width (card) * 2 / 3);
  gsk_render_node_unref (node);
  return n_drawings;
}

/* A ring without a figure would look like a box to tick. */
static void
test_a_card_without_goals_has_no_ring (WindowFixture *self, gconstpointer data)
{
  GtkGridView *list = GTK_GRID_VIEW (eye_find (self->window, GTK_TYPE_GRID_VIEW, NULL));
  g_autoptr (GPtrArray) cards = eye_look_all (self->window, WINDOW_TYPE_CARD, NULL);
  guint n_with = 0, n_without = 0;

  /* How far the goals are is read after the tandems. */
  window_settle (self);
  for (guint i = 0; i < cards->len; i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (G_LIST_MODEL (gtk_grid_view_get_model (list)), i);
      gboolean has_goals = tdm_pair_get_steps_total (pair) > 0;

      /* What is out of sight has no place. */
      if (gtk_widget_get_width (cards->pdata[i]) == 0)
        continue;
      g_assert_cmpuint (count_rings (cards->pdata[i]), ==, has_goals ? 1 : 0);
      n_with += has_goals;
      n_without += !has_goals;
    }
  g_assert_cmpuint (n_with, >, 0);
  g_assert_cmpuint (n_without, >, 0);
}

static void
test_end_asks_why (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, TANDEM);
  window_choose (self->window, "Menu of the Tandem", "End…");
  eye_find (NULL, GTK_TYPE_LABEL, "^State from then on: Completed[.]");
  hand_choose (eye_find (NULL, ADW_TYPE_COMBO_ROW, "Reason"), "No time");
  eye_find (NULL, GTK_TYPE_LABEL, "^State from then on: Dissolved[.]");
  hand_click_on (NULL, GTK_TYPE_BUTTON, "End");
  window_wait_toast (self, "Tandem dissolved");
  window_expect_answer (self,
                        "SELECT group_concat (name || ' ' || pair.state || ' ' || end_reason) FROM pair JOIN person "
                        "ON person.id = mentee WHERE ended_on = '2026-07-14'",
                        "Jörn Bönisch dissolved time");
  window_press (self, "<Alt>3");
  eye_find (self->window, TDM_TYPE_AGENDA_ROW, NULL);
  g_assert_null (eye_look (self->window, TDM_TYPE_AGENDA_ROW, "^.*Jörn Bönisch · Vikram"));
  window_press (self, "<Control>z");
  eye_find (self->window, TDM_TYPE_AGENDA_ROW, "^.*Jörn Bönisch · Vikram");
}

/* People */

static void
add_person (WindowFixture *self, const char *name, const char *email)
{
  GtkWindow *dialog;

  window_press (self, "<Control><Shift>n");
  dialog = eye_find_window ("New Person");
  window_fill (dialog, "Name", name);
  window_fill (dialog, "E-mail", email);
  hand_click_on (dialog, GTK_TYPE_BUTTON, "Add");
  window_wait_toast (self, "Person added");
}

#define COUNT_NEW \
  "SELECT count (*) FROM pair JOIN person mentee ON mentee.id = pair.mentee JOIN person mentor ON mentor.id = " \
  "pair.mentor " \
  "WHERE mentee.name = 'Carla Ünal' AND mentor.name = '<b>Dora</b> & Söhne'"

static void
test_two_people_become_a_tandem (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  add_person (self, "Carla Ünal", "carla@example.org");
  add_person (self, "<b>Dora</b> & Söhne", "");
  window_expect_answer (self, "SELECT count (*) FROM person WHERE name IN ('Carla Ünal', '<b>Dora</b> & Söhne')", "2");
  window_press (self, "<Control>n");
  dialog = eye_find_window ("New Tandem");
  window_choose_partner (dialog, TDM_ROLE_MENTEE, "Carla Ünal");
  eye_find (dialog, GTK_TYPE_LABEL, "^Carla Ünal");
  window_choose_partner (dialog, TDM_ROLE_MENTOR, "<b>Dora</b> & Söhne");
  eye_find (dialog, GTK_TYPE_LABEL, "^<b>Dora</b> & Söhne");
  hand_click_on (dialog, GTK_TYPE_BUTTON, "Add");
  window_wait_toast (self, "Tandem added");
  window_expect_answer (self, COUNT_NEW, "1");
  window_press (self, "<Control>z");
  window_wait_toast (self, "Undone: Tandem added");
  window_expect_answer (self, COUNT_NEW, "0");
  window_press (self, "<Control><Shift>z");
  window_wait_toast (self, "Redone: Tandem added");
  window_expect_answer (self, COUNT_NEW, "1");
}

/* In the rows or cards that are to be seen, from the top */
static guint
find_place (WindowFixture *self, GType type, const char *pattern)
{
  g_autoptr (GPtrArray) all = eye_look_all (self->window, type, NULL);
  GtkWidget *wanted = eye_find (self->window, type, pattern);
  guint place = 0;

  g_assert_true (g_ptr_array_find (all, wanted, &place));
  return place;
}

static void
test_who_is_renamed_goes_to_another_place (WindowFixture *self, gconstpointer data)
{
  g_assert_cmpuint (find_place (self, WINDOW_TYPE_CARD, "^.*Jörn Bönisch"), >, 0);
  window_change_person (self, "Jörn Bönisch", TDM_PERSON_NAME, "Aaron Bönisch");
  g_assert_cmpuint (find_place (self, WINDOW_TYPE_CARD, "^.*Aaron Bönisch"), ==, 0);
  window_press (self, "<Alt>2");
  g_assert_cmpuint (find_place (self, TDM_TYPE_PERSON_ROW, "^.*Aaron Bönisch"), ==, 0);
  window_change_person (self, "Aaron Bönisch", TDM_PERSON_NAME, "Zora Bönisch");
  window_press (self, "<Alt>1");
  eye_wait_gone (self->window, WINDOW_TYPE_CARD, "^.*Aaron Bönisch");
  window_press (self, "<Alt>2");
  eye_wait_gone (self->window, TDM_TYPE_PERSON_ROW, "^.*Aaron Bönisch");
}

/* As a click on the head of the column does */
static TdmPair *
sort_table_by (WindowFixture *self, TdmRole role)
{
  GtkColumnView *table = GTK_COLUMN_VIEW (eye_find (self->window, GTK_TYPE_COLUMN_VIEW, NULL));
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (table), role);

  gtk_column_view_sort_by_column (table, column, GTK_SORT_ASCENDING);
  return g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (table)), 0);
}

/* Neither on cards nor in the table, on whichever side */
static void
test_a_title_is_no_first_name (WindowFixture *self, gconstpointer data)
{
  g_autoptr (TdmPair) by_mentee = NULL, by_mentor = NULL;

  window_change_person (self, "Jörn Bönisch", TDM_PERSON_NAME, "Dr. Aaron Bönisch");
  window_change_person (self, "Vikram Groß-Lüttmann", TDM_PERSON_NAME, "Prof. Aaron Groß-Lüttmann");
  g_assert_cmpuint (find_place (self, WINDOW_TYPE_CARD, "^.*Dr. Aaron Bönisch"), ==, 0);
  window_press (self, "<Control>2");
  by_mentee = sort_table_by (self, TDM_ROLE_MENTEE);
  g_assert_cmpstr (tdm_person_get_name (tdm_pair_get_mentee (by_mentee)), ==, "Dr. Aaron Bönisch");
  by_mentor = sort_table_by (self, TDM_ROLE_MENTOR);
  g_assert_cmpstr (tdm_person_get_name (tdm_pair_get_mentor (by_mentor)), ==, "Prof. Aaron Groß-Lüttmann");
}

/* A list that is put in order anew keeps what is selected, be it what is renamed, and how far it is scrolled. */
static void
test_a_renaming_keeps_selection_and_place (WindowFixture *self, gconstpointer data)
{
  GtkWidget *list = eye_find (self->window, GTK_TYPE_GRID_VIEW, NULL);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  GtkSelectionModel *selection;
  g_autoptr (TdmPair) first = NULL, second = NULL;
  g_autofree char *name = NULL;
  double scrolled;

  window_choose (self->window, "Main Menu", "Select Tandems");
  selection = gtk_grid_view_get_model (GTK_GRID_VIEW (list));
  first = g_list_model_get_item (G_LIST_MODEL (selection), 4);
  second = g_list_model_get_item (G_LIST_MODEL (selection), 7);
  gtk_selection_model_select_item (selection, 4, FALSE);
  gtk_selection_model_select_item (selection, 7, FALSE);
  eye_find_label (self->window, "2 selected");
  /* The rows are new, and have no place before they are laid out. */
  window_settle (self);
  hand_reach (eye_find (list, WINDOW_TYPE_CARD, NULL));
  gtk_adjustment_set_value (adjustment, 300);
  window_settle (self);
  scrolled = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (scrolled, >, 0);

  name = g_strdup (tdm_person_get_name (tdm_pair_get_mentee (second)));
  window_change_person (self, name, TDM_PERSON_NAME, "Zora Zuletzt");
  window_settle (self);
  eye_find_label (self->window, "2 selected");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (G_LIST_MODEL (selection), i);

      g_assert_true (gtk_selection_model_is_selected (selection, i) == (pair == first || pair == second));
    }
  g_assert_cmpfloat (ABS (gtk_adjustment_get_value (adjustment) - scrolled), <, 1);
}

static void
test_a_broken_address_is_said_at_once (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  window_press (self, "<Control><Shift>n");
  dialog = eye_find_window ("New Person");
  window_fill (dialog, "Name", "Carla");
  window_fill (dialog, "E-mail", "carla@");
  eye_find (dialog, GTK_TYPE_LABEL, "^.*anna@example[.]org");
  g_assert_false (gtk_widget_is_sensitive (eye_find (dialog, GTK_TYPE_BUTTON, "Add")));
  hand_press (dialog, "Escape");
  window_expect_answer (self, "SELECT count (*) FROM person WHERE name = 'Carla'", "0");
}

/* The file */

static void
test_a_new_programme (WindowFixture *self, gconstpointer data)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "Our round.tandem");
  GtkWindow *dialog;

  hand_click_on (self->window, GTK_TYPE_BUTTON, "Coordinate a Programme…");
  hand_choose_file (eye_find_window ("New Programme"), path);
  dialog = eye_find_window ("Programme");
  window_fill (dialog, "E-mail of the organizer", "tandem@example.org");
  hand_click_on (dialog, GTK_TYPE_BUTTON, "Save");
  window_wait_toast (self, "Programme changed");
  eye_find_label (self->window, "No Tandems Yet");
  g_free (g_steal_pointer (&self->folder.path));
  self->folder.path = g_steal_pointer (&path);
  window_expect_answer (self, "SELECT group_concat (title) FROM round", "First round");
}

static void
test_a_file_that_is_not_ours (WindowFixture *self, gconstpointer data)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "letter.tandem");
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "Dear Bo,\n", -1, NULL));
  tdm_window_open_file (self->window, file);
  eye_find_label (self->window, "This is not a programme file of Tandem.");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "Dear Bo,\n");
}

static void
test_a_file_that_another_program_writes (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) boxes = NULL;
  int held = window_open_held (self);

  window_open_tandem (self, TANDEM);
  boxes = eye_look_all (self->window, GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_cmpuint (boxes->len, >, 0);
  for (guint i = 0; i < boxes->len; i++)
    g_assert_false (gtk_widget_is_sensitive (boxes->pdata[i]));
  g_assert_null (eye_look (self->window, GTK_TYPE_ENTRY, "Add a goal"));
  /* A menu in which nothing can be used */
  g_assert_null (eye_look (self->window, GTK_TYPE_MENU_BUTTON, "More"));
  g_close (held, NULL);
}

#define ADD_WITHOUT(path, func) g_test_add (path, WindowFixture, NULL, window_set_up_without, func, window_tear_down)

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/tandems/a-card-without-goals-has-no-ring", NULL, test_a_card_without_goals_has_no_ring);
  WINDOW_TEST_ADD ("/tandems/a-renaming-keeps-selection-and-place", &low, test_a_renaming_keeps_selection_and_place);
  WINDOW_TEST_ADD ("/tandems/search", NULL, test_search);
  WINDOW_TEST_ADD ("/tandems/enter-opens-what-is-found", NULL, test_enter_opens_what_is_found);
  WINDOW_TEST_ADD ("/tandems/filter-by-state", NULL, test_filter_by_state);
  WINDOW_TEST_ADD ("/tandems/closed-while-one-loads", NULL, test_closed_while_a_tandem_loads);
  WINDOW_TEST_ADD ("/tandems/a-dialog-outlives-its-window", NULL, test_a_dialog_outlives_its_window);
  WINDOW_TEST_ADD ("/tandems/table", NULL, test_table);
  WINDOW_TEST_ADD ("/tandems/a-narrow-screen-has-no-table", NULL, test_a_narrow_screen_has_no_table);
  WINDOW_TEST_ADD ("/tandems/names-have-the-room-of-topics", NULL, test_names_have_the_room_of_topics);
  WINDOW_TEST_ADD ("/tandems/the-table-says-that-there-is-no-topic", NULL, test_the_table_says_that_there_is_no_topic);
  WINDOW_TEST_ADD ("/tandems/other-round", NULL, test_other_round);
  WINDOW_TEST_ADD ("/tandems/end-asks-why", NULL, test_end_asks_why);
  WINDOW_TEST_ADD ("/people/two-become-a-tandem", NULL, test_two_people_become_a_tandem);
  WINDOW_TEST_ADD ("/tandems/a-title-is-no-first-name", NULL, test_a_title_is_no_first_name);
  WINDOW_TEST_ADD ("/people/who-is-renamed-goes-to-another-place", NULL, test_who_is_renamed_goes_to_another_place);
  WINDOW_TEST_ADD ("/people/a-broken-address-is-said-at-once", NULL, test_a_broken_address_is_said_at_once);
  ADD_WITHOUT ("/programme/a-new-one", test_a_new_programme);
  ADD_WITHOUT ("/programme/a-file-that-is-not-ours", test_a_file_that_is_not_ours);
  WINDOW_TEST_ADD ("/programme/a-file-that-another-program-writes", NULL, test_a_file_that_another_program_writes);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
