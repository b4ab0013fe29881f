/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "round-fixture.h"

#include "app/people/tdm-person-page.h"
#include "app/round/tdm-participant-row.h"
#include "app/round/tdm-round-page.h"
#include "edits/tdm-participation-edits.h"

#include <glib/gstdio.h>

/* The page of a round: who takes part in it */

/* With room for some people below what is said of the round */
static const WindowLook high = { .width = 1100, .height = 1000 };

/* One of the first: the others come as the list is scrolled */
static GtkWidget *
find_participant (WindowFixture *self, const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("^%s\\..*", name);

  return eye_find (self->window, TDM_TYPE_PARTICIPANT_ROW, pattern);
}

static void
test_who_waits_is_one_click_away (WindowFixture *self, gconstpointer data)
{
  gboolean is_german = window_is_german ();

  round_go (self);
  hand_click_on (self->window, GTK_TYPE_TOGGLE_BUTTON, is_german ? "3 warten auf Antwort" : "3 wait for an answer");
  eye_find_label (self->window, is_german ? "3 von 48 Teilnahmen" : "3 of 48 participations");
  window_wait_count (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL, 3);
  hand_click_on (self->window, GTK_TYPE_TOGGLE_BUTTON, is_german ? "3 warten auf Antwort" : "3 wait for an answer");
  eye_find_label (self->window, is_german ? "48 Teilnahmen" : "48 participations");
}

static void
test_people_are_told (WindowFixture *self, gconstpointer data)
{
  round_go (self);
  hand_click_on (self->window, GTK_TYPE_TOGGLE_BUTTON, "3 wait for an answer");
  round_choose (self, "Se_lect People");
  hand_click_on (self->window, GTK_TYPE_BUTTON, "Select All or None");
  eye_find_label (self->window, "3 selected");
  window_choose (self->window, "Change…", "_Told Today");
  window_wait_toast (self, "Answer noted");
  window_expect_answer (self, "SELECT count (*) FROM participation WHERE told_on = '2026-07-14'", "3");
  eye_find_label (self->window, "Nothing Found");
  eye_find (self->window, GTK_TYPE_TOGGLE_BUTTON, "0 wait for an answer");
  window_press (self, "<Control>z");
  eye_find (self->window, GTK_TYPE_TOGGLE_BUTTON, "3 wait for an answer");
}

static void
tick (WindowFixture *self, const char *name)
{
  hand_click (eye_find (find_participant (self, name), GTK_TYPE_CHECK_BUTTON, name));
}

#define STATES \
  "SELECT group_concat (state || ' ' || since || ' ' || reason) FROM (SELECT participation.* FROM participation " \
  "JOIN person ON person.id = person JOIN round ON round.id = round WHERE number = 3 AND name IN ('Anouk " \
  "Marquetand', " \
  "'Bence Fährmann') ORDER BY name)"

static void
test_the_state_of_several_with_a_reason (WindowFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;

  round_go (self);
  before = window_ask (self, STATES);
  round_choose (self, "Se_lect People");
  tick (self, "Anouk Marquetand");
  tick (self, "Bence Fährmann");
  window_choose (self->window, "Change…", "_State…");
  eye_find_label (NULL, "New State of 2 People");
  hand_choose (eye_find (NULL, ADW_TYPE_COMBO_ROW, "State"), "Reserve");
  window_fill (NULL, "Reason", "More mentors than mentees");
  window_click_on (NULL, "C_hange");
  window_wait_toast (self, "Participation changed");
  window_expect_answer (self, STATES, "reserve 2026-07-14 More mentors than mentees,"
                                      "reserve 2026-07-14 More mentors than mentees");
  window_press (self, "<Control>z");
  window_wait_toast (self, "Undone: Participation changed");
  window_expect_answer (self, STATES, before);
}

/* The meetings of a tandem that goes on are still in the calendars. */
static void
test_who_steps_back_is_still_in_a_tandem (WindowFixture *self, gconstpointer data)
{
  const char *hint = "^The tandem with .+ goes on until it is ended on its page[.]$";
  GtkWindow *dialog;

  round_go (self);
  hand_click_on (find_participant (self, "Aylin Klüthmann"), GTK_TYPE_BUTTON, "Edit Participation…");
  dialog = eye_find_window ("Aylin Klüthmann");
  g_assert_null (eye_look (dialog, GTK_TYPE_LABEL, hint));
  hand_choose (eye_find (dialog, ADW_TYPE_COMBO_ROW, "State"), "Withdrawn");
  eye_find (dialog, GTK_TYPE_LABEL, hint);
  hand_choose (eye_find (dialog, ADW_TYPE_COMBO_ROW, "State"), "In a tandem");
  eye_wait_gone (dialog, GTK_TYPE_LABEL, hint);
}

/* Whoever thinks better of it has not to select them again; those whose state was changed are done with. */
static void
test_the_selection_stays_until_the_change (WindowFixture *self, gconstpointer data)
{
  round_go (self);
  round_choose (self, "Se_lect People");
  tick (self, "Anouk Marquetand");
  tick (self, "Bence Fährmann");
  window_choose (self->window, "Change…", "_State…");
  eye_find_label (NULL, "New State of 2 People");
  window_click_on (NULL, "_Cancel");
  eye_wait_gone (NULL, GTK_TYPE_LABEL, "New State of 2 People");
  eye_find_label (self->window, "2 selected");
  window_choose (self->window, "Change…", "_State…");
  eye_find_label (NULL, "New State of 2 People");
  window_click_on (NULL, "C_hange");
  window_wait_toast (self, "Participation changed");
  eye_wait_gone (self->window, GTK_TYPE_LABEL, "2 selected");
}

/* In the rows that are to be seen; returns how many there were */
static guint
expect_whole (WindowFixture *self, const char *child)
{
  g_autoptr (GPtrArray) rows = eye_look_all (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      GtkLabel *label = GTK_LABEL (gtk_widget_get_template_child (rows->pdata[i], TDM_TYPE_PARTICIPANT_ROW, child));

      if (!gtk_widget_get_mapped (GTK_WIDGET (label)) || *gtk_label_get_text (label) == '\0')
        continue;
      n++;
      if (!eye_is_whole (label))
        g_error ("“%s” is cut off", gtk_label_get_text (label));
    }
  return n;
}

static void
test_words_are_not_cut_off (WindowFixture *self, gconstpointer data)
{
  static const char *const children[] = { "name", "role", "source", "state", "wait", "since", "more" };

  round_go (self);
  round_choose (self, "Se_lect People");
  eye_find (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL);
  eye_settle ();
  g_assert_cmpuint (expect_whole (self, "name"), >, 3);
  g_assert_cmpuint (expect_whole (self, "more"), >, 3);
  hand_click_on (self->window, GTK_TYPE_TOGGLE_BUTTON, window_say ("3 wait for an answer", "3 warten auf Antwort"));
  window_wait_count (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL, 3);
  eye_settle ();
  g_assert_cmpuint (expect_whole (self, "wait"), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    expect_whole (self, children[i]);
}

static TdmRound *
find_round (WindowFixture *self, int number)
{
  GListModel *rounds = tdm_workspace_get_rounds (tdm_window_get_workspace (self->window));

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (TdmRecord) round = g_list_model_get_item (rounds, i);

      if (tdm_record_get_integer (round, TDM_ROUND_NUMBER) == number)
        return TDM_ROUND (round);
    }
  g_assert_not_reached ();
}

static gboolean
can_select (WindowFixture *self)
{
  GtkWidget *menu = window_open_menu (self->window, "Main Menu");
  gboolean is_possible = gtk_widget_is_sensitive (window_find (menu, WINDOW_TYPE_ITEM, "Se_lect People"));

  gtk_popover_popdown (GTK_POPOVER (menu));
  return is_possible;
}

static void
test_the_keyboard_goes_on_with_the_selection (WindowFixture *self, gconstpointer data)
{
  round_go (self);
  gtk_widget_grab_focus (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Main Menu"));
  round_choose (self, "Se_lect People");
  eye_wait (eye_has_focus_inside, eye_find (self->window, GTK_TYPE_LIST_VIEW, NULL), "the focus in the list");
}

/* Until there is somebody to select */
static void
test_nobody_is_not_selected (WindowFixture *self, gconstpointer data)
{
  TdmEdit *edit;
  GListModel *people;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  round_go (self);
  people = tdm_record_get_children (find_round (self, 3), TDM_TYPE_PARTICIPATION);
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    g_ptr_array_add (all, g_list_model_get_item (people, i));
  g_assert_true (can_select (self));
  edit = tdm_participation_edits_remove (all);
  window_commit (self, edit);
  eye_find_label (self->window, "0 participations");
  g_assert_false (can_select (self));
  window_press (self, "<Control>z");
  eye_find_label (self->window, "48 participations");
  g_assert_true (can_select (self));
}

/* Not with what comes first in the window, which the next key would go to */
static void
test_the_focus_stays_with_the_people (WindowFixture *self, gconstpointer data)
{
  round_go (self);
  round_choose (self, "Se_lect People");
  tick (self, "Anouk Marquetand");
  tick (self, "Bence Fährmann");
  gtk_widget_grab_focus (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Change…"));
  window_choose (self->window, "Change…", "_State…");
  window_click_on (NULL, "C_hange");
  window_wait_toast (self, "Participation changed");
  eye_wait (eye_has_focus_inside, eye_find (self->window, GTK_TYPE_LIST_VIEW, NULL), "the focus in the list");
}

static void
test_a_participation_is_edited (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  round_go (self);
  hand_click (eye_find (find_participant (self, "Bence Fährmann"), GTK_TYPE_BUTTON, "Edit Participation…"));
  dialog = eye_find_window ("Bence Fährmann");
  window_fill (dialog, "Capacity", "2");
  hand_fill (window_find (dialog, GTK_TYPE_TEXT_VIEW, "Expectations"), "An open ear");
  hand_click_on (dialog, GTK_TYPE_CHECK_BUTTON, "Improve leadership");
  hand_choose (eye_find (dialog, ADW_TYPE_COMBO_ROW, "Criterion"), "Met");
  window_click_on (dialog, "_Save");
  window_wait_toast (self, "Participation changed");
  window_expect_answer (
    self,
    "SELECT capacity || expectations || (motives LIKE '%leadership%') || participation.criterion FROM "
    "participation JOIN person ON person.id = person JOIN round ON round.id = round "
    "WHERE number = 3 AND name = 'Bence Fährmann'",
    "2An open ear1met");
}

/* Two tandems, and room for two, which becomes room for one: neither of them is dropped. */
static void
test_fewer_tandems_than_there_are (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  window_press (self, "<Control>n");
  dialog = window_find_window ("New Tandem");
  window_choose_partner (dialog, TDM_ROLE_MENTEE, "Jörn Bönisch");
  window_choose_partner (dialog, TDM_ROLE_MENTOR, "Fátima Lindqvister");
  window_click_on (dialog, "_Add");
  window_wait_toast (self, "Tandem added");
  window_open_person (self, "Jörn Bönisch");
  hand_click (eye_find (self->window, GTK_TYPE_BUTTON, "^Edit “Round 3"));
  dialog = eye_find_window ("Jörn Bönisch");
  eye_find_label (dialog, "It is 2 tandems now. All of them go on until one is ended on its page.");
  window_fill (dialog, "Capacity", "2");
  eye_wait_gone (dialog, GTK_TYPE_LABEL, "^It is 2 tandems now");
}

/* What the numbers are of */
static void
test_numbers_have_a_unit (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  round_go (self);
  window_click_on (self->window, "Edit…");
  dialog = window_find_window ("Round");
  window_find (gtk_widget_get_ancestor (window_find (dialog, GTK_TYPE_SPIN_BUTTON, "Length of a meeting"),
                                        ADW_TYPE_ACTION_ROW), GTK_TYPE_LABEL, "In minutes");
  hand_press (dialog, "Escape");
  hand_click (window_find (find_participant (self, "Bence Fährmann"), GTK_TYPE_BUTTON, "Edit Participation…"));
  window_find (gtk_widget_get_ancestor (window_find (eye_find_window ("Bence Fährmann"), GTK_TYPE_SPIN_BUTTON,
                                                     "Capacity"),
                                        ADW_TYPE_ACTION_ROW),
               GTK_TYPE_LABEL, "Tandems at the same time in this round");
}

static void
test_a_click_shows_the_person (WindowFixture *self, gconstpointer data)
{
  round_go (self);
  hand_click (gtk_widget_get_parent (find_participant (self, "Bence Fährmann")));
  eye_find (self->window, TDM_TYPE_PERSON_PAGE, NULL);
  eye_find_label (self->window, "Bence Fährmann");
  window_press (self, "<Alt>Left");
  eye_find_label (self->window, "Who Takes Part");
}

/* As somebody does who has come to a row by Tab and the arrows */
static void
press_on (WindowFixture *self, const char *name, const char *key)
{
  GtkWidget *item = gtk_widget_get_parent (find_participant (self, name));

  g_assert_true (gtk_widget_child_focus (item, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == item);
  window_press (self, key);
}

static void
test_the_keyboard_leads_to_the_person (WindowFixture *self, gconstpointer data)
{
  round_go (self);
  press_on (self, "Bence Fährmann", "Return");
  eye_find (self->window, TDM_TYPE_PERSON_PAGE, NULL);
  eye_find_label (self->window, "Bence Fährmann");
}

static void
test_a_participation_is_edited_by_keyboard (WindowFixture *self, gconstpointer data)
{
  round_go (self);
  press_on (self, "Bence Fährmann", "F2");
  window_fill (eye_find_window ("Bence Fährmann"), "Capacity", "2");
  window_click_on (eye_find_window ("Bence Fährmann"), "_Save");
  window_wait_toast (self, "Participation changed");
}

static void
test_a_participant_has_a_menu (WindowFixture *self, gconstpointer data)
{
  round_go (self);
  press_on (self, "Bence Fährmann", "<Shift>F10");
  hand_click_on (find_participant (self, "Bence Fährmann"), WINDOW_TYPE_ITEM, "Edit Participation…");
  eye_find_window ("Bence Fährmann");
}

static void
test_the_other_button_opens_the_menu_of_a_participant (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GListModel) controllers = NULL;
  GtkWidget *row;

  round_go (self);
  row = find_participant (self, "Bence Fährmann");
  controllers = gtk_widget_observe_controllers (row);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "pressed", 1, 20.0, 20.0);
    }
  eye_settle ();
  hand_click_on (row, WINDOW_TYPE_ITEM, "Profile");
  eye_find (self->window, TDM_TYPE_PERSON_PAGE, NULL);
}

static void
test_what_can_only_be_read_has_no_pencils (WindowFixture *self, gconstpointer data)
{
  int held = window_open_held (self);

  round_go (self);
  g_assert_false (window_shows (find_participant (self, "Bence Fährmann"), GTK_TYPE_BUTTON, "Edit Participation…"));
  g_close (held, NULL);
}

/* It is asked for in a menu that the topics have, too. */
static void
test_people_are_selected_where_they_are (WindowFixture *self, gconstpointer data)
{
  round_go (self);
  round_show_view (self, "Topics");
  round_choose (self, "Se_lect People");
  eye_find (find_participant (self, "Bence Fährmann"), GTK_TYPE_CHECK_BUTTON, NULL);
}

static void
test_the_filter_begins_with_all (WindowFixture *self, gconstpointer data)
{
  GtkWidget *filters;

  round_go (self);
  filters = hand_open_menu (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter and Sort"));
  window_find (window_find (filters, GTK_TYPE_DROP_DOWN, "Role"), GTK_TYPE_LABEL, "All roles");
}

static void
test_a_filter_and_a_search (WindowFixture *self, gconstpointer data)
{
  GtkWidget *filters;

  round_go (self);
  filters = hand_open_menu (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter and Sort"));
  hand_choose (eye_find (filters, GTK_TYPE_DROP_DOWN, "Role"), "Mentor");
  hand_choose (eye_find (filters, GTK_TYPE_DROP_DOWN, "State"), "Reserve");
  hand_choose (eye_find (filters, GTK_TYPE_DROP_DOWN, "Sort By"), "Longest in this state");
  eye_wait_gone (self->window, GTK_TYPE_LABEL, "48 participations");
  hand_click_on (filters, GTK_TYPE_BUTTON, "Show All");
  eye_find_label (self->window, "48 participations");
  window_close_others (self, NULL);
  window_press (self, "<Control>f");
  hand_fill (eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, "Search"), "bence mentor");
  eye_find_label (self->window, "1 of 48 participations");
}


static void
count_cb (guint *n_times)
{
  (*n_times)++;
}

/* As touchpads scroll: the list finds its place at once, while what stands above it goes out of sight. */
static void
test_the_page_scrolls_by_half_a_pixel (WindowFixture *self, gconstpointer data)
{
  GtkWidget *list;
  GtkAdjustment *scrolled, *adjustment;
  guint n_times = 0;

  round_go (self);
  list = gtk_widget_get_ancestor (eye_find (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL), GTK_TYPE_LIST_VIEW);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  scrolled = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW)));
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (count_cb), &n_times);
  gtk_adjustment_set_value (scrolled, 20.5);
  gtk_test_widget_wait_for_draw (list);
  g_signal_handlers_disconnect_by_data (adjustment, &n_times);
  g_assert_cmpuint (n_times, ==, 0);
}

static void
test_people_are_taken_out (WindowFixture *self, gconstpointer data)
{
  round_go (self);
  round_choose (self, "Se_lect People");
  tick (self, "Bence Fährmann");
  window_choose (self->window, "Change…", "_Remove From the Round");
  window_wait_toast (self, "Participation removed");
  eye_find_label (self->window, "47 participations");
  window_press (self, "<Control>z");
  eye_find_label (self->window, "48 participations");
}

typedef struct
{
  TdmRound *round;
  GtkWidget *empty;
  guint n_loaded, n_people;
} Coming;

static void
coming_loaded_cb (Coming *self)
{
  GListModel *people = tdm_record_get_children (self->round, TDM_TYPE_PARTICIPATION);

  if (!gtk_widget_get_visible (self->empty))
    return;
  self->n_loaded++;
  self->n_people = g_list_model_get_n_items (people);
}

static gboolean
coming_is_loaded (gpointer data)
{
  return ((const Coming *) data)->n_loaded > 0;
}

/* Who takes part in it counts as known when its own answer is there, not that of a round chosen before. */
static void
test_two_rounds_are_chosen_in_a_row (WindowFixture *self, gconstpointer data)
{
  Coming coming = { .round = find_round (self, 1) };
  GtkWidget *page;

  round_go (self);
  page = eye_find (self->window, TDM_TYPE_ROUND_PAGE, NULL);
  coming.empty = GTK_WIDGET (gtk_widget_get_template_child (page, TDM_TYPE_ROUND_PAGE, "empty"));
  g_object_set (page, "round", find_round (self, 2), NULL);
  g_object_set (page, "round", coming.round, NULL);
  g_assert_false (gtk_widget_get_visible (coming.empty));
  g_signal_connect_swapped (coming.empty, "notify::visible", G_CALLBACK (coming_loaded_cb), &coming);
  eye_wait (coming_is_loaded, &coming, "the people of the round");
  g_signal_handlers_disconnect_by_data (coming.empty, &coming);
  g_assert_cmpuint (coming.n_people, >, 0);
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/who-takes-part/who-waits-is-one-click-away", NULL, test_who_waits_is_one_click_away);
  WINDOW_TEST_ADD ("/who-takes-part/numbers-have-a-unit", &high, test_numbers_have_a_unit);
  WINDOW_TEST_ADD ("/who-takes-part/words-are-not-cut-off", &high, test_words_are_not_cut_off);
  if (window_is_german ())
    return;
  WINDOW_TEST_ADD ("/who-takes-part/people-are-told", NULL, test_people_are_told);
  WINDOW_TEST_ADD ("/who-takes-part/who-steps-back-is-still-in-a-tandem", NULL,
                   test_who_steps_back_is_still_in_a_tandem);
  WINDOW_TEST_ADD ("/who-takes-part/the-state-of-several-with-a-reason", &high,
                   test_the_state_of_several_with_a_reason);
  WINDOW_TEST_ADD ("/who-takes-part/the-selection-stays-until-the-change", &high,
                   test_the_selection_stays_until_the_change);
  WINDOW_TEST_ADD ("/who-takes-part/the-keyboard-goes-on-with-the-selection", &high,
                   test_the_keyboard_goes_on_with_the_selection);
  WINDOW_TEST_ADD ("/who-takes-part/nobody-is-not-selected", NULL, test_nobody_is_not_selected);
  WINDOW_TEST_ADD ("/who-takes-part/the-focus-stays-with-the-people", &high, test_the_focus_stays_with_the_people);
  WINDOW_TEST_ADD ("/who-takes-part/fewer-tandems-than-there-are", &high, test_fewer_tandems_than_there_are);
  WINDOW_TEST_ADD ("/who-takes-part/a-participation-is-edited", &high, test_a_participation_is_edited);
  WINDOW_TEST_ADD ("/who-takes-part/a-click-shows-the-person", &high, test_a_click_shows_the_person);
  WINDOW_TEST_ADD ("/who-takes-part/the-keyboard-leads-to-the-person", &high, test_the_keyboard_leads_to_the_person);
  WINDOW_TEST_ADD ("/who-takes-part/a-participation-is-edited-by-keyboard", &high,
                   test_a_participation_is_edited_by_keyboard);
  WINDOW_TEST_ADD ("/who-takes-part/a-participant-has-a-menu", &high, test_a_participant_has_a_menu);
  WINDOW_TEST_ADD ("/who-takes-part/the-other-button-opens-the-menu", &high,
                   test_the_other_button_opens_the_menu_of_a_participant);
  WINDOW_TEST_ADD ("/who-takes-part/what-can-only-be-read-has-no-pencils", &high,
                   test_what_can_only_be_read_has_no_pencils);
  WINDOW_TEST_ADD ("/who-takes-part/people-are-selected-where-they-are", &high,
                   test_people_are_selected_where_they_are);
  WINDOW_TEST_ADD ("/who-takes-part/the-filter-begins-with-all", NULL, test_the_filter_begins_with_all);
  WINDOW_TEST_ADD ("/who-takes-part/a-filter-and-a-search", NULL, test_a_filter_and_a_search);
  WINDOW_TEST_ADD ("/who-takes-part/the-page-scrolls-by-half-a-pixel", &high, test_the_page_scrolls_by_half_a_pixel);
  WINDOW_TEST_ADD ("/who-takes-part/people-are-taken-out", &high, test_people_are_taken_out);
  WINDOW_TEST_ADD ("/who-takes-part/two-rounds-are-chosen-in-a-row", NULL, test_two_rounds_are_chosen_in_a_row);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
