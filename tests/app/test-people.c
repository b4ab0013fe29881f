/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "round-fixture.h"

#include "app/common/tdm-chooser-row.h"
#include "app/common/tdm-record-view.h"
#include "app/people/tdm-people-page.h"
#include "app/people/tdm-person-page.h"
#include "app/round/tdm-participant-row.h"
#include "app/round/tdm-round-page.h"

/* How people come into the programme and into a round, and the page of all of them */

/* With room for some people below what is said of the round */
static const WindowLook high = { .width = 1100, .height = 1000 };

#define ROUND_4_PEOPLE "SELECT count (*) FROM participation JOIN round ON round.id = round WHERE number = 4"

static void
test_several_people_are_added (WindowFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GPtrArray) ticks = NULL;
  GtkWindow *dialog;

  round_go (self);
  round_switch_to (self, "Round 4.*");
  before = window_ask (self, ROUND_4_PEOPLE);
  window_choose (self->window, "Add People", "People of the _Programme…");
  dialog = eye_find_window ("Add People");
  hand_choose (eye_find (dialog, ADW_TYPE_COMBO_ROW, "Role"), "Mentor");
  hand_click_on (dialog, GTK_TYPE_TOGGLE_BUTTON, "Search");
  hand_fill (eye_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "anouk");
  window_wait_count (dialog, GTK_TYPE_CHECK_BUTTON, NULL, 1);
  hand_click_on (dialog, GTK_TYPE_CHECK_BUTTON, "Anouk Marquetand");
  hand_fill (eye_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "bence");
  window_wait_count (dialog, GTK_TYPE_CHECK_BUTTON, NULL, 1);
  hand_click_on (dialog, GTK_TYPE_CHECK_BUTTON, "Bence Fährmann");
  window_click_on (dialog, "_Add");
  window_wait_toast (self, "2 people take part");
  after = window_ask (self, ROUND_4_PEOPLE);
  g_assert_cmpint (atoi (after), ==, atoi (before) + 2);
  eye_find (self->window, TDM_TYPE_PARTICIPANT_ROW, "^Anouk Marquetand\\..*");
}

static void
test_people_are_added_once (WindowFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  GtkWindow *dialog;

  round_go (self);
  round_switch_to (self, "Round 4.*");
  before = window_ask (self, ROUND_4_PEOPLE);
  window_choose (self->window, "Add People", "People of the _Programme…");
  dialog = eye_find_window ("Add People");
  hand_click (eye_find (dialog, GTK_TYPE_CHECK_BUTTON, NULL));
  hand_click_twice (eye_find (dialog, GTK_TYPE_BUTTON, "Add"));
  window_settle (self);
  after = window_ask (self, ROUND_4_PEOPLE);
  g_assert_cmpint (atoi (after), ==, atoi (before) + 1);
}

/* Nobody is to be taken into both roles by accident. */
static void
test_who_takes_part_already_is_told (WindowFixture *self, gconstpointer data)
{
  GtkWidget *tick;
  GtkWindow *dialog;

  round_go (self);
  window_choose (self->window, "Add People", "People of the _Programme…");
  dialog = eye_find_window ("Add People");
  hand_choose (eye_find (dialog, ADW_TYPE_COMBO_ROW, "Role"), "Mentor");
  hand_press (dialog, "<Control>f");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (dialog),
                                         eye_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL)));
  hand_fill (eye_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "bönisch");
  window_wait_count (dialog, GTK_TYPE_CHECK_BUTTON, NULL, 1);
  tick = eye_find (dialog, GTK_TYPE_CHECK_BUTTON, "Jörn Bönisch");
  eye_find_label (gtk_widget_get_ancestor (tick, GTK_TYPE_BOX), "^Takes part already: Mentee.*");
}

/* Nothing stands where a department would. */
static void
test_who_has_no_department_has_one_line (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) labels = NULL;
  GtkWidget *tick;
  GtkWindow *dialog;

  round_go (self);
  window_press (self, "<Control><Shift>n");
  dialog = window_find_window ("New Person");
  window_fill (dialog, "Name", "Aaron Aalto");
  window_click_on (dialog, "_Add");
  window_wait_at (self, TDM_TYPE_PERSON_PAGE, "Aaron Aalto");
  round_go (self);
  window_choose (self->window, "Add People", "People of the _Programme…");
  tick = eye_find (eye_find_window ("Add People"), GTK_TYPE_CHECK_BUTTON, "Aaron Aalto");
  labels = eye_look_all (gtk_widget_get_ancestor (tick, GTK_TYPE_BOX), GTK_TYPE_LABEL, NULL);
  g_assert_cmpuint (labels->len, ==, 1);
}

static void
test_a_new_person_takes_part (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  round_go (self);
  hand_click_on (window_open_menu (self->window, "Add People"), WINDOW_TYPE_ITEM, "New Person as Mentor…");
  dialog = eye_find_window ("New Person as Mentor");
  window_fill (dialog, "Name", "Zoe Zett");
  window_click_on (dialog, "_Add");
  window_wait_toast (self, "Person added");
  eye_find_label (self->window, "49 participations");
  window_expect_answer (
    self,
    "SELECT role || ' ' || state || ' ' || since FROM participation JOIN person ON person.id = person "
    "WHERE name = 'Zoe Zett'",
    "mentor invited 2026-07-14");
  window_press (self, "<Control>z");
  eye_find_label (self->window, "48 participations");
}

/* What a dialog says of whom was added */
static void
expect_added (GtkWindow *dialog, const char *name)
{
  g_autofree char *format = window_word ("“%s” has been added");
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = g_strjoinv (name, parts);

  eye_find_label (dialog, text);
}

#define COUNT_ADDED "SELECT count (*) FROM person WHERE name IN ('Carla Ünal', 'Dora Lang') AND department = ''"

/* A whole list is typed in without closing the dialog: each begins with empty fields, and what was added stays. */
static void
test_one_person_after_the_other (WindowFixture *self, gconstpointer data)
{
  static const char *const names[] = { "Carla Ünal", "Dora Lang" };
  GtkWindow *dialog;

  window_open_person (self, "Jörn Bönisch");
  window_press (self, "<Control><Shift>n");
  dialog = window_find_window ("New Person");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      /* What is typed goes where the focus is. */
      gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (dialog)), names[i]);
      window_click_on (dialog, "Add and _Next Person");
      expect_added (dialog, names[i]);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (window_find (dialog, GTK_TYPE_EDITABLE, "Name"))), ==, "");
      g_assert_false (gtk_widget_get_sensitive (window_find (dialog, GTK_TYPE_BUTTON, "_Add")));
    }
  window_expect_answer (self, COUNT_ADDED, "2");
  window_click_on (dialog, "_Close");
  window_wait_at (self, TDM_TYPE_PERSON_PAGE, "Jörn Bönisch");
  window_press (self, "<Control>z");
  window_expect_answer (self, COUNT_ADDED, "1");
}

static void
test_new_people_take_part_in_turn (WindowFixture *self, gconstpointer data)
{
  static const char *const names[] = { "Zoe Zett", "Yul Ypsilon" };
  GtkWindow *dialog;

  round_go (self);
  hand_click_on (window_open_menu (self->window, "Add People"), WINDOW_TYPE_ITEM, "New Person as Mentor…");
  dialog = eye_find_window ("New Person as Mentor");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      window_fill (dialog, "Name", names[i]);
      window_click_on (dialog, "Add and _Next Person");
      expect_added (dialog, names[i]);
    }
  window_click_on (dialog, "_Close");
  eye_find_label (self->window, "50 participations");
  window_expect_answer (self, "SELECT count (*) FROM participation JOIN person ON person.id = person "
                              "WHERE name IN ('Zoe Zett', 'Yul Ypsilon') AND role = 'mentor'", "2");
}

/* --- in which order ---------------------------------------------------------------------- */

typedef struct
{
  GListModel *list;
  const char *const *expected;
} Order;

static const char *
order_get_name (gpointer item)
{
  return tdm_person_get_name (TDM_IS_PERSON (item) ? item : tdm_participation_get_person (item));
}

static gboolean
list_is_in_order (gpointer data)
{
  const Order *self = data;

  for (guint i = 0; self->expected[i]; i++)
    {
      g_autoptr (TdmRecord) item = g_list_model_get_item (self->list, i);

      if (!item || g_strcmp0 (order_get_name (item), self->expected[i]) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
sort_by (WindowFixture *self, const char *order)
{
  GtkWidget *filters = hand_open_menu (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter and Sort"));
  g_autofree char *word = window_word (order);

  hand_choose (window_find (filters, GTK_TYPE_DROP_DOWN, "S_ort By"), word);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (filters, GTK_TYPE_POPOVER)));
}

static const char *const by_last_name[] = { "Caoimhe Adeyinka", "Maëlle Ahlgrimm", "Svea Aksoylu", "Kaja Barwinek",
                                            NULL };

static GListModel *
go_people (WindowFixture *self)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-page", "s", "people");
  page = eye_find (self->window, TDM_TYPE_PEOPLE_PAGE, NULL);
  return G_LIST_MODEL (gtk_widget_get_template_child (page, TDM_TYPE_PEOPLE_PAGE, "filtered"));
}

/* As in a directory; the order is the same after a restart. */
static void
test_people_are_sorted_by_last_name (WindowFixture *self, gconstpointer data)
{
  Order order = { go_people (self), by_last_name };

  sort_by (self, "Last name");
  eye_wait (list_is_in_order, &order, "the people by last name");
  window_close (self);
  window_open_again (self, data);
  order.list = go_people (self);
  eye_wait (list_is_in_order, &order, "the people by last name again");
  sort_by (self, "First name");
}

/* Whoever has none comes last. */
static void
test_people_are_sorted_by_department (WindowFixture *self, gconstpointer data)
{
  static const char *const expected[] = { "Björn Śliwiński", "Gesa Thormählen", "Gregor Brüggenthies", NULL };
  Order order = { go_people (self), expected };
  g_autoptr (TdmPerson) last = NULL;

  sort_by (self, "Department");
  eye_wait (list_is_in_order, &order, "the people by department");
  last = g_list_model_get_item (order.list, g_list_model_get_n_items (order.list) - 1);
  g_assert_cmpstr (tdm_person_get_department (last), ==, "");
  sort_by (self, "First name");
}

/* A name that was corrected stands where it belongs. */
static void
test_a_changed_last_name_moves (WindowFixture *self, gconstpointer data)
{
  static const char *const expected[] = { "Jörn Aal", "Caoimhe Adeyinka", NULL };
  Order order = { go_people (self), expected };

  sort_by (self, "Last name");
  window_change_person (self, "Jörn Bönisch", TDM_PERSON_NAME, "Jörn Aal");
  eye_wait (list_is_in_order, &order, "the new name where it belongs");
  sort_by (self, "First name");
}

static void
test_a_title_is_no_first_name (WindowFixture *self, gconstpointer data)
{
  static const char *const expected[] = { "Dr. Aaron Bönisch", NULL };
  Order order = { go_people (self), expected };

  window_change_person (self, "Jörn Bönisch", TDM_PERSON_NAME, "Dr. Aaron Bönisch");
  eye_wait (list_is_in_order, &order, "the person with a title among the first names");
}

/* What a picker offers */
static GListModel *
picker_open (gpointer row)
{
  GtkWidget *popover = hand_open_menu (eye_find (row, GTK_TYPE_MENU_BUTTON, NULL));

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (eye_find (popover, GTK_TYPE_LIST_VIEW, NULL))));
}

/* Everywhere people stand in the same order. */
static void
test_a_title_is_no_first_name_in_a_picker (WindowFixture *self, gconstpointer data)
{
  static const char *const expected[] = { "Dr. Aaron Bönisch", NULL };
  Order order = { go_people (self), expected };
  GtkWindow *dialog;

  window_change_person (self, "Jörn Bönisch", TDM_PERSON_NAME, "Dr. Aaron Bönisch");
  window_open_person (self, "Caoimhe Adeyinka");
  window_click_on (self->window, "Edit…");
  dialog = window_find_window ("Edit Person");
  order.list = picker_open (eye_find (dialog, TDM_TYPE_CHOOSER_ROW, NULL));
  g_assert_true (list_is_in_order (&order));
  hand_press (dialog, "Escape");
  hand_press (dialog, "Escape");
  window_press (self, "<Control>n");
  dialog = window_find_window ("New Tandem");
  order.list = picker_open (eye_find (dialog, TDM_TYPE_CHOOSER_ROW, NULL));
  eye_wait (list_is_in_order, &order, "the person with a title among the first names");
}

static void
test_those_of_a_round_are_sorted_by_last_name (WindowFixture *self, gconstpointer data)
{
  static const char *const expected[] = { "Caoimhe Adeyinka", "Svea Aksoylu", "Jörn Bönisch", "Mai-Linh Dabrowicz",
                                          NULL };
  Order order = { NULL, expected };
  GtkWidget *page;

  round_go (self);
  page = eye_find (self->window, TDM_TYPE_ROUND_PAGE, NULL);
  order.list =
    tdm_record_view_get_shown (TDM_RECORD_VIEW (gtk_widget_get_template_child (page, TDM_TYPE_ROUND_PAGE, "people")));
  sort_by (self, "Last name");
  eye_wait (list_is_in_order, &order, "those who take part by last name");
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/people/one-person-after-the-other", NULL, test_one_person_after_the_other);
  WINDOW_TEST_ADD ("/people/by-last-name", NULL, test_people_are_sorted_by_last_name);
  if (window_is_german ())
    return;
  WINDOW_TEST_ADD ("/people/by-department", NULL, test_people_are_sorted_by_department);
  WINDOW_TEST_ADD ("/people/a-changed-last-name-moves", NULL, test_a_changed_last_name_moves);
  WINDOW_TEST_ADD ("/people/a-title-is-no-first-name", NULL, test_a_title_is_no_first_name);
  WINDOW_TEST_ADD ("/people/a-title-is-no-first-name-in-a-picker", NULL, test_a_title_is_no_first_name_in_a_picker);
  WINDOW_TEST_ADD ("/people/those-of-a-round-by-last-name", &high, test_those_of_a_round_are_sorted_by_last_name);
  WINDOW_TEST_ADD ("/people/several-are-added-to-a-round", &high, test_several_people_are_added);
  WINDOW_TEST_ADD ("/people/they-are-added-once", &high, test_people_are_added_once);
  WINDOW_TEST_ADD ("/people/who-takes-part-already-is-told", NULL, test_who_takes_part_already_is_told);
  WINDOW_TEST_ADD ("/people/who-has-no-department-has-one-line", &high, test_who_has_no_department_has_one_line);
  WINDOW_TEST_ADD ("/people/a-new-person-takes-part", NULL, test_a_new_person_takes_part);
  WINDOW_TEST_ADD ("/people/new-people-take-part-in-turn", NULL, test_new_people_take_part_in_turn);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
