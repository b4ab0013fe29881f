/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/common/tdm-record-view.h"
#include "app/people/tdm-person-page.h"
#include "app/round/tdm-participant-row.h"
#include "app/round/tdm-round-page.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>

/* The page of a round: how far it is, who takes part, and where rounds come from and go to */

static const WindowLook narrow = { .width = 360, .height = 560 };
/* With room for some people below what is said of the round */
static const WindowLook high = { .width = 1100, .height = 1000 };
static const WindowLook dark = { .is_dark = TRUE };
static const WindowLook large = { .text_scale = 2 };
static const WindowLook narrow_dark_large = { .width = 360, .height = 560, .is_dark = TRUE, .text_scale = 2 };

static void
press (WindowFixture *self, const char *key)
{
  hand_press (GTK_WINDOW (self->window), key);
}

static void
go (WindowFixture *self)
{
  g_autofree char *title = window_word ("Who Takes Part");

  press (self, "<Alt>5");
  eye_find_label (self->window, title);
  eye_find (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL);
}

static GtkWidget *
open_switcher (WindowFixture *self)
{
  return hand_open_menu (eye_find (self->window, GTK_TYPE_MENU_BUTTON, "^(Round|Runde): .*"));
}

static void
switch_to (WindowFixture *self, const char *title)
{
  g_autofree char *name = g_strdup_printf ("^(Round|Runde): %s, .*", title);

  hand_click_on (open_switcher (self), GTK_TYPE_LIST_BOX_ROW, name);
  eye_settle ();
}

/* An item of the menu of the page */
static void
choose (WindowFixture *self, const char *item)
{
  window_choose (self->window, "Main Menu", item);
}

/* One of the first: the others come as the list is scrolled */
static GtkWidget *
find_participant (WindowFixture *self, const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("^%s\\..*", name);

  return eye_find (self->window, TDM_TYPE_PARTICIPANT_ROW, pattern);
}

/* A field of several lines */
static void
fill_block (GtkWindow *dialog, const char *english, const char *text)
{
  hand_fill (window_find (dialog, GTK_TYPE_TEXT_VIEW, english), text);
}

/* --- the round ------------------------------------------------------------------------ */

static void
test_it_says_how_far_it_is (WindowFixture *self, gconstpointer data)
{
  gboolean is_german = window_is_german ();

  go (self);
  eye_find_label (self->window, is_german ? "^Regelrunde · Runde 3 des Programms · Auftakt Dienstag, 3. März 2026.*"
                                          : "^Regular round · Round 3 of the programme · kick-off Tuesday, 3 March 2026.*");
  eye_find (self->window, GTK_TYPE_LABEL, is_german ? "Vorbei: Auswahl" : "Over: Selection");
  eye_find (self->window, GTK_TYPE_LABEL, is_german ? "Jetzt: Laufend" : "Now: Running");
  eye_find (self->window, GTK_TYPE_LABEL, is_german ? "Später: Abschluss" : "Later: Closing");
  eye_find_label (self->window, is_german ? "^Niemand hat die eigene Führungskraft im Tandem(?s).*"
                                          : "^Nobody has their own manager as a partner(?s).*");
}

#define ROUND_3 "SELECT state || ' ' || closing_on FROM round WHERE number = 3"

static void
test_one_button_leads_to_the_next_state (WindowFixture *self, gconstpointer data)
{
  go (self);
  window_click_on (self->window, "Begin Closing");
  window_wait_toast (self, "Round changed");
  window_expect_answer (self, ROUND_3, "closing 2026-07-14");
  eye_find (self->window, GTK_TYPE_LABEL, "Now: Closing");
  eye_find (self->window, GTK_TYPE_BUTTON, "Begin Follow-up");
  press (self, "<Control>z");
  window_wait_toast (self, "Undone: Round changed");
  eye_find (self->window, GTK_TYPE_LABEL, "Now: Running");
  press (self, "<Control>y");
  window_wait_toast (self, "Redone: Round changed");
  window_expect_answer (self, ROUND_3, "closing 2026-07-14");
}

static void
test_a_menu_leads_to_any_state (WindowFixture *self, gconstpointer data)
{
  go (self);
  window_choose (self->window, "Other States", "Begin Matching");
  window_wait_toast (self, "Round changed");
  window_expect_answer (self, "SELECT state FROM round WHERE number = 3", "matching");
}

static void
test_a_round_is_changed (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  go (self);
  window_click_on (self->window, "_Edit…");
  dialog = eye_find_window ("Round");
  window_fill (dialog, "Title", "Round 3: A & B");
  fill_block (dialog, "Test question", "Does it work?");
  window_click_on (dialog, "_Save");
  window_wait_toast (self, "Round changed");
  eye_find_label (self->window, "Round 3: A & B");
  eye_find_label (self->window, "Does it work?");
  eye_find (self->window, GTK_TYPE_MENU_BUTTON, "Round: Round 3: A & B, Running");
}

static void
test_a_criterion_asks_for_its_justification (WindowFixture *self, gconstpointer data)
{
  GtkWidget *save;
  GtkWindow *dialog;

  go (self);
  window_click_on (self->window, "_Edit…");
  dialog = eye_find_window ("Round");
  save = eye_find (dialog, GTK_TYPE_BUTTON, "Save");
  hand_fill (eye_find (dialog, GTK_TYPE_EDITABLE, "Criterion for mentors"), "");
  eye_find_label (dialog, "Please write down the criterion that is justified.");
  g_assert_false (gtk_widget_is_sensitive (save));
  hand_fill (eye_find (dialog, GTK_TYPE_EDITABLE, "Criterion for mentors"), "In training");
  eye_find_label (dialog, "^A limit of age needs a legitimate aim.*");
  g_assert_true (gtk_widget_is_sensitive (save));
  fill_block (dialog, "Justification of the criterion", "");
  eye_find_label (dialog, "Please write down the justification of the criterion.");
  g_assert_false (gtk_widget_is_sensitive (save));
  fill_block (dialog, "Justification of the criterion", "They know the tools.");
  g_assert_true (gtk_widget_is_sensitive (save));
  window_click_on (dialog, "_Save");
  window_wait_toast (self, "Round changed");
  eye_find_label (self->window, "^Nobody has(?s).*Criterion for mentors: In training \\(They know the tools.\\)");
}

/* --- who takes part ------------------------------------------------------------------- */

static void
test_who_waits_is_one_click_away (WindowFixture *self, gconstpointer data)
{
  gboolean is_german = window_is_german ();

  go (self);
  hand_click_on (self->window, GTK_TYPE_TOGGLE_BUTTON, is_german ? "3 warten auf Antwort" : "3 wait for an answer");
  eye_find_label (self->window, is_german ? "3 von 48 Teilnahmen" : "3 of 48 participations");
  window_wait_count (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL, 3);
  hand_click_on (self->window, GTK_TYPE_TOGGLE_BUTTON, is_german ? "3 warten auf Antwort" : "3 wait for an answer");
  eye_find_label (self->window, is_german ? "48 Teilnahmen" : "48 participations");
}

static void
test_people_are_told (WindowFixture *self, gconstpointer data)
{
  go (self);
  hand_click_on (self->window, GTK_TYPE_TOGGLE_BUTTON, "3 wait for an answer");
  choose (self, "_Select People");
  hand_click_on (self->window, GTK_TYPE_BUTTON, "Select All or None");
  eye_find_label (self->window, "3 selected");
  window_choose (self->window, "Change…", "_Told Today");
  window_wait_toast (self, "Answer noted");
  window_expect_answer (self, "SELECT count (*) FROM participation WHERE told_on = '2026-07-14'", "3");
  eye_find_label (self->window, "Nothing Found");
  eye_find (self->window, GTK_TYPE_TOGGLE_BUTTON, "0 wait for an answer");
  press (self, "<Control>z");
  eye_find (self->window, GTK_TYPE_TOGGLE_BUTTON, "3 wait for an answer");
}

static void
tick (WindowFixture *self, const char *name)
{
  hand_click (eye_find (find_participant (self, name), GTK_TYPE_CHECK_BUTTON, name));
}

#define STATES                                                                                                                 \
  "SELECT group_concat (state || ' ' || since || ' ' || reason) FROM (SELECT participation.* FROM participation "             \
  "JOIN person ON person.id = person JOIN round ON round.id = round WHERE number = 3 AND name IN ('Anouk Marquetand', "       \
  "'Bence Fährmann') ORDER BY name)"

static void
test_the_state_of_several_with_a_reason (WindowFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;

  go (self);
  before = window_ask (self, STATES);
  choose (self, "_Select People");
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
  press (self, "<Control>z");
  window_wait_toast (self, "Undone: Participation changed");
  window_expect_answer (self, STATES, before);
}

static void
test_a_participation_is_edited (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  go (self);
  hand_click (eye_find (find_participant (self, "Bence Fährmann"), GTK_TYPE_BUTTON, "Edit Participation…"));
  dialog = eye_find_window ("Bence Fährmann");
  window_fill (dialog, "Capacity", "2");
  fill_block (dialog, "Expectations", "An open ear");
  hand_click_on (dialog, GTK_TYPE_CHECK_BUTTON, "Improve leadership");
  hand_choose (eye_find (dialog, ADW_TYPE_COMBO_ROW, "Criterion"), "Met");
  window_click_on (dialog, "_Save");
  window_wait_toast (self, "Participation changed");
  window_expect_answer (self,
                        "SELECT capacity || expectations || (motives LIKE '%leadership%') || participation.criterion FROM "
                        "participation JOIN person ON person.id = person JOIN round ON round.id = round "
                        "WHERE number = 3 AND name = 'Bence Fährmann'",
                        "2An open ear1met");
}

static void
test_a_click_shows_the_person (WindowFixture *self, gconstpointer data)
{
  go (self);
  hand_click (gtk_widget_get_parent (find_participant (self, "Bence Fährmann")));
  eye_find (self->window, TDM_TYPE_PERSON_PAGE, NULL);
  eye_find_label (self->window, "Bence Fährmann");
  press (self, "<Alt>Left");
  eye_find_label (self->window, "Who Takes Part");
}

/* As somebody does who has come to a row by Tab and the arrows */
static void
press_on (WindowFixture *self, const char *name, const char *key)
{
  GtkWidget *item = gtk_widget_get_parent (find_participant (self, name));

  g_assert_true (gtk_widget_child_focus (item, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == item);
  press (self, key);
}

static void
test_the_keyboard_leads_to_the_person (WindowFixture *self, gconstpointer data)
{
  go (self);
  press_on (self, "Bence Fährmann", "Return");
  eye_find (self->window, TDM_TYPE_PERSON_PAGE, NULL);
  eye_find_label (self->window, "Bence Fährmann");
}

static void
test_a_participation_is_edited_by_keyboard (WindowFixture *self, gconstpointer data)
{
  go (self);
  press_on (self, "Bence Fährmann", "F2");
  window_fill (eye_find_window ("Bence Fährmann"), "Capacity", "2");
  window_click_on (eye_find_window ("Bence Fährmann"), "_Save");
  window_wait_toast (self, "Participation changed");
}

static void
test_a_participant_has_a_menu (WindowFixture *self, gconstpointer data)
{
  go (self);
  press_on (self, "Bence Fährmann", "<Shift>F10");
  hand_click_on (find_participant (self, "Bence Fährmann"), WINDOW_TYPE_ITEM, "Edit Participation…");
  eye_find_window ("Bence Fährmann");
}

static void
test_the_other_button_opens_the_menu_of_a_participant (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GListModel) controllers = NULL;
  GtkWidget *row;

  go (self);
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
  g_autofree char *path = tdm_test_folder_join (&self->folder, "held.tandem");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  int held;

  tdm_test_copy_file (self->folder.path, path);
  held = g_open (path, O_RDWR | O_CLOEXEC, 0);
  g_assert_cmpint (flock (held, LOCK_EX), ==, 0);
  tdm_window_open_file (self->window, file);
  window_find (self->window, GTK_TYPE_LABEL,
               "Another window or program has this file open, so it can only be read here.");
  go (self);
  g_assert_false (window_shows (find_participant (self, "Bence Fährmann"), GTK_TYPE_BUTTON, "Edit Participation…"));
  g_close (held, NULL);
}

/* It is asked for in a menu that the topics have, too. */
static void
test_people_are_selected_where_they_are (WindowFixture *self, gconstpointer data)
{
  go (self);
  hand_click (eye_find (self->window, g_type_from_name ("AdwViewSwitcherButton"), "Topics"));
  choose (self, "_Select People");
  eye_find (find_participant (self, "Bence Fährmann"), GTK_TYPE_CHECK_BUTTON, NULL);
}

static void
test_a_filter_and_a_search (WindowFixture *self, gconstpointer data)
{
  GtkWidget *filters;

  go (self);
  filters = hand_open_menu (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter and Sort"));
  hand_choose (eye_find (filters, GTK_TYPE_DROP_DOWN, "Role"), "Mentor");
  hand_choose (eye_find (filters, GTK_TYPE_DROP_DOWN, "State"), "Reserve");
  hand_choose (eye_find (filters, GTK_TYPE_DROP_DOWN, "Sort By"), "Longest so first");
  eye_wait_gone (self->window, GTK_TYPE_LABEL, "48 participations");
  hand_click_on (filters, GTK_TYPE_BUTTON, "Show All");
  eye_find_label (self->window, "48 participations");
  window_close_others (self, NULL);
  press (self, "<Control>f");
  hand_fill (eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, "Search"), "bence mentor");
  eye_find_label (self->window, "1 of 48 participations");
}

#define ROUND_4_PEOPLE "SELECT count (*) FROM participation JOIN round ON round.id = round WHERE number = 4"

static void
test_several_people_are_added (WindowFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GPtrArray) ticks = NULL;
  GtkWindow *dialog;

  go (self);
  switch_to (self, "Round 4.*");
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
  find_participant (self, "Anouk Marquetand");
}

/* As quick fingers do: the second click comes before the answer to the first */
static void
click_twice (GtkWidget *button)
{
  hand_reach (button);
  for (int i = 0; i < 2; i++)
    if (gtk_widget_is_sensitive (button))
      g_signal_emit_by_name (button, "clicked");
}

static void
test_people_are_added_once (WindowFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  GtkWindow *dialog;

  go (self);
  switch_to (self, "Round 4.*");
  before = window_ask (self, ROUND_4_PEOPLE);
  window_choose (self->window, "Add People", "People of the _Programme…");
  dialog = eye_find_window ("Add People");
  hand_click (eye_find (dialog, GTK_TYPE_CHECK_BUTTON, NULL));
  click_twice (eye_find (dialog, GTK_TYPE_BUTTON, "Add"));
  window_settle (self);
  after = window_ask (self, ROUND_4_PEOPLE);
  g_assert_cmpint (atoi (after), ==, atoi (before) + 1);
}

static void
test_a_new_person_takes_part (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  go (self);
  hand_click_on (window_open_menu (self->window, "Add People"), WINDOW_TYPE_ITEM, "New Person as Mentor…");
  dialog = eye_find_window ("New Person as Mentor");
  window_fill (dialog, "Name", "Zoe Zett");
  window_click_on (dialog, "_Add");
  window_wait_toast (self, "Person added");
  eye_find_label (self->window, "49 participations");
  window_expect_answer (self, "SELECT role || ' ' || state || ' ' || since FROM participation JOIN person ON person.id = person "
                              "WHERE name = 'Zoe Zett'", "mentor invited 2026-07-14");
  press (self, "<Control>z");
  eye_find_label (self->window, "48 participations");
}

static void
test_people_are_taken_out (WindowFixture *self, gconstpointer data)
{
  go (self);
  choose (self, "_Select People");
  tick (self, "Bence Fährmann");
  window_choose (self->window, "Change…", "_Remove from the Round");
  window_wait_toast (self, "Participation removed");
  eye_find_label (self->window, "47 participations");
  press (self, "<Control>z");
  eye_find_label (self->window, "48 participations");
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

  go (self);
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

/* --- rounds come and go --------------------------------------------------------------- */

static void
test_an_empty_round (WindowFixture *self, gconstpointer data)
{
  gboolean is_german = window_is_german ();
  GtkWindow *dialog;

  go (self);
  window_click_on (open_switcher (self), "_New Round…");
  dialog = window_find_window ("New Round");
  window_click_on (dialog, "_Add");
  window_wait_toast (self, "Round added");
  eye_find (self->window, GTK_TYPE_MENU_BUTTON, is_german ? "Runde: Runde 5, Entwurf" : "Round: Round 5, Draft");
  window_find (self->window, GTK_TYPE_LABEL, "Nobody Takes Part Yet");
  press (self, "<Control>z");
  eye_wait_gone (self->window, GTK_TYPE_MENU_BUTTON, is_german ? "Runde: Runde 5, Entwurf" : "Round: Round 5, Draft");
  go (self);
}

#define NEW_ROUND                                                                                                              \
  "SELECT title || ' ' || kickoff || ' ' || state || ' ' || (SELECT count (*) FROM participation WHERE round = round.id) "    \
  "FROM round WHERE number = 5"

/* All that the file has of a round and of who takes part in it */
static char *
ask_for_round_3 (WindowFixture *self)
{
  g_autofree char *round =
    window_ask (self, "SELECT uid || number || title || type || state || kickoff || end_date || minutes || question || note || "
                      "call_on || selection_on || matching_on || closing_on || followup_on || archived_on || manager_rule || "
                      "earlier_rule || department_rule || criterion || justification FROM round WHERE number = 3");
  g_autofree char *people =
    window_ask (self, "SELECT group_concat (uid || person || role || source || state || capacity || motives || expectations || "
                      "consent || reason || since || told_on || criterion || checked_on) FROM participation "
                      "WHERE round = (SELECT id FROM round WHERE number = 3)");

  return g_strconcat (round, people, NULL);
}

static GtkWindow *
open_copy (WindowFixture *self)
{
  go (self);
  choose (self, "New Round From _This One…");
  return window_find_window ("New Round From This One");
}

static void
test_a_copy_takes_nobody_along_by_itself (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_copy (self);

  window_click_on (dialog, "_Add");
  window_wait_toast (self, "Round added");
  window_expect_answer (self, NEW_ROUND, window_is_german () ? "Runde 5: der Vorstand macht mit 2027-03-02 draft 0"
                                                             : "Round 5: the board joins in 2027-03-02 draft 0");
}

static void
test_a_copy_takes_former_participants_along (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_copy (self);
  g_autofree char *former =
    window_ask (self, "SELECT count (*) FROM participation JOIN round ON round.id = round "
                      "WHERE number = 3 AND participation.state IN ('matched', 'alumni')");
  g_autofree char *expected = g_strdup_printf ("Round 5: the board joins in 2027-03-02 draft %s", former);
  g_autofree char *others = window_ask (self, "SELECT count (*) FROM participation");
  g_autofree char *before = ask_for_round_3 (self);
  g_autofree char *after = NULL, *unchanged = NULL;

  window_click_on (dialog, "All");
  eye_find_label (dialog, "48 selected");
  window_click_on (dialog, "Nobody");
  eye_find_label (dialog, "0 selected");
  window_click_on (dialog, "Former Participants");
  window_click_on (dialog, "_Add");
  window_wait_toast (self, "Round added");
  window_expect_answer (self, NEW_ROUND, expected);
  unchanged = ask_for_round_3 (self);
  g_assert_cmpstr (unchanged, ==, before);
  press (self, "<Control>z");
  window_wait_toast (self, "Undone: Round added");
  after = window_ask (self, "SELECT count (*) FROM participation");
  g_assert_cmpstr (after, ==, others);
  press (self, "<Control>y");
  window_wait_toast (self, "Redone: Round added");
  window_expect_answer (self, NEW_ROUND, expected);
}

static void
test_a_copy_is_made_once (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_copy (self);

  click_twice (eye_find (dialog, GTK_TYPE_BUTTON, "Add"));
  window_wait_toast (self, "Round added");
  window_settle (self);
  window_expect_answer (self, "SELECT count (*) FROM round", "5");
}

static void
count_cb (guint *n_times)
{
  (*n_times)++;
}

/* Each time all rows look again. */
static void
test_all_people_are_ticked_in_one_step (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_copy (self);
  GtkWidget *view = eye_find (dialog, TDM_TYPE_RECORD_VIEW, NULL);
  guint n_times = 0;

  g_signal_connect_swapped (view, "ticks-changed", G_CALLBACK (count_cb), &n_times);
  window_click_on (dialog, "All");
  eye_find_label (dialog, "48 selected");
  g_assert_cmpuint (n_times, ==, 1);
  window_click_on (dialog, "Nobody");
  eye_find_label (dialog, "0 selected");
  g_assert_cmpuint (n_times, ==, 2);
  g_signal_handlers_disconnect_by_data (view, &n_times);
}

static void
test_a_copy_can_be_called_otherwise (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_copy (self);

  window_fill (dialog, "Title", "");
  g_assert_false (gtk_widget_is_sensitive (eye_find (dialog, GTK_TYPE_BUTTON, "Add")));
  window_fill (dialog, "Title", "Sales and “A & B”");
  window_click_on (dialog, "_Add");
  window_wait_toast (self, "Round added");
  window_expect_answer (self, NEW_ROUND, "Sales and “A & B” 2027-03-02 draft 0");
}

/* Nothing is cut off where there is little room. */
static void
test_dialogs_in_little_room (WindowFixture *self, gconstpointer look)
{
  GtkWindow *dialog = open_copy (self);

  window_shrink (dialog, look);
  hand_press (dialog, "Escape");
  window_choose (self->window, "Add People", "People of the _Programme…");
  dialog = window_find_window ("Add People");
  window_shrink (dialog, look);
  hand_press (dialog, "Escape");
  choose (self, "_Edit Round…");
  dialog = window_find_window ("Round");
  window_shrink (dialog, look);
}

static void
test_an_archived_round_comes_last (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *last = NULL;
  GtkWidget *item;

  go (self);
  choose (self, "_Archive Round");
  window_wait_toast (self, "Round archived");
  eye_find (self->window, GTK_TYPE_BUTTON, "Take Up Again");
  rows = eye_look_all (open_switcher (self), GTK_TYPE_LIST_BOX_ROW, NULL);
  g_assert_cmpuint (rows->len, ==, 4);
  last = eye_name (rows->pdata[3]);
  g_assert_cmpstr (last, ==, "Round: Round 3: the board joins in, Archived");
  window_close_others (self, NULL);
  item = window_find (window_open_menu (self->window, "Main Menu"), WINDOW_TYPE_ITEM, "_Archive Round");
  g_assert_false (gtk_widget_is_sensitive (item));
}

/* The titles of all that the switcher offers begin with these, in this order; the first round is archived. */
static void
expect_rounds (WindowFixture *self, const char *const *titles)
{
  g_autoptr (GPtrArray) rows = eye_look_all (open_switcher (self), GTK_TYPE_LIST_BOX_ROW, NULL);

  g_assert_cmpuint (rows->len, ==, g_strv_length ((char **) titles));
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *name = eye_name (rows->pdata[i]), *start = g_strconcat ("Round: ", titles[i], NULL);

      if (!g_str_has_prefix (name, start))
        g_assert_cmpstr (name, ==, start);
    }
  window_close_others (self, NULL);
}

static void
test_rounds_are_offered_by_number (WindowFixture *self, gconstpointer data)
{
  static const char *const as_it_was[] = { "Round 2", "Round 3", "Round 4", "Round 1", NULL };
  static const char *const renumbered[] = { "Round 3", "Round 4", "Round 2", "Round 1", NULL };
  GtkWindow *dialog;

  go (self);
  switch_to (self, "Round 2.*");
  choose (self, "_Remove Round");
  window_wait_toast (self, "Round removed");
  press (self, "<Control>z");
  window_wait_toast (self, "Undone: Round removed");
  expect_rounds (self, as_it_was);
  choose (self, "_Edit Round…");
  dialog = eye_find_window ("Round");
  window_fill (dialog, "Number", "9");
  window_click_on (dialog, "_Save");
  window_wait_toast (self, "Round changed");
  expect_rounds (self, renumbered);
}

static void
test_a_round_that_people_expect_is_not_removed (WindowFixture *self, gconstpointer data)
{
  go (self);
  choose (self, "_Remove Round");
  window_wait_toast (self, "People still expect meetings of this round. Please end its tandems and send the "
                           "cancellations first.");
  window_expect_answer (self, "SELECT count (*) FROM round", "4");
}

static void
test_a_removed_round_makes_way_and_comes_back (WindowFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;

  go (self);
  switch_to (self, "Round 1.*");
  before = window_ask (self, "SELECT count (*) FROM meeting");
  choose (self, "_Remove Round");
  window_wait_toast (self, "Round removed");
  eye_find (self->window, GTK_TYPE_MENU_BUTTON, "Round: Round 3: the board joins in, Running");
  window_expect_answer (self, "SELECT count (*) FROM round WHERE number = 1", "0");
  press (self, "<Control>z");
  window_wait_toast (self, "Undone: Round removed");
  eye_find (self->window, GTK_TYPE_MENU_BUTTON, "^Round: Round 1.*");
  window_expect_answer (self, "SELECT count (*) FROM meeting", before);
}

/* What is asked for is still looked up when the file is closed. */
static void
test_a_round_of_a_closed_file_is_not_removed (WindowFixture *self, gconstpointer data)
{
  go (self);
  choose (self, "_Remove Round");
  window_wait_toast (self, "People still expect meetings of this round. Please end its tandems and send the "
                           "cancellations first.");
  gtk_widget_activate_action (eye_find (self->window, TDM_TYPE_ROUND_PAGE, NULL), "round.remove", NULL);
  tdm_workspace_close (tdm_window_get_workspace (self->window));
  window_settle (self);
  window_expect_answer (self, "SELECT count (*) FROM round", "4");
}

static void
test_a_round_of_a_closed_file_is_not_copied (WindowFixture *self, gconstpointer data)
{
  go (self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.copy-round", NULL);
  tdm_workspace_close (tdm_window_get_workspace (self->window));
  window_settle (self);
  g_assert_false (window_shows (NULL, GTK_TYPE_WINDOW, "New Round From This One"));
}

/* --- no round at all ------------------------------------------------------------------ */

static void
remove_all_rounds (WindowFixture *self)
{
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  g_autoptr (TdmEdit) edit = tdm_edit_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *label = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (tdm_workspace_get_rounds (workspace)); i++)
    {
      g_autoptr (TdmRecord) round = g_list_model_get_item (tdm_workspace_get_rounds (workspace), i);

      tdm_edit_remove (edit, round);
    }
  tdm_workspace_commit_async (workspace, g_steal_pointer (&edit), tdm_test_result_cb, &result);
  label = tdm_workspace_change_finish (workspace, tdm_test_wait (&result), NULL);
  g_assert_nonnull (label);
}

/* Whatever was shown before, and with whatever was there opened */
static void
test_no_round_is_left (WindowFixture *self, gconstpointer data)
{
  static const char *const pages[] = { "<Alt>1", "<Alt>2", "<Alt>3", "<Alt>4", "<Alt>5" };
  GtkWindow *dialog;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    press (self, pages[i]);
  window_open_tandem (self, "Bönisch");
  remove_all_rounds (self);
  window_settle (self);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      press (self, pages[i]);
      window_settle (self);
      hand_try_key (GTK_WINDOW (self->window), "<Control>f");
      hand_try_key (GTK_WINDOW (self->window), "<Control>n");
      hand_try_key (GTK_WINDOW (self->window), "<Control><Shift>m");
      window_settle (self);
      window_close_others (self, NULL);
    }
  window_find (self->window, GTK_TYPE_LABEL, "No Round Yet");
  g_assert_false (gtk_widget_is_sensitive (window_find (self->window, GTK_TYPE_TOGGLE_BUTTON, "Search")));
  g_assert_false (gtk_widget_is_sensitive (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter and Sort")));
  window_click_on (self->window, "New Round…");
  dialog = window_find_window ("New Round");
  window_click_on (dialog, "_Add");
  window_wait_toast (self, "Round added");
  eye_find (self->window, GTK_TYPE_MENU_BUTTON, window_is_german () ? "Runde: Runde 1, Entwurf" : "Round: Round 1, Draft");
}

/* As a file that was made elsewhere */
static void
test_a_file_without_a_round_opens (WindowFixture *self, gconstpointer data)
{
  remove_all_rounds (self);
  window_settle (self);
  window_close (self);
  window_open_again (self, data);
  press (self, "<Alt>5");
  window_find (self->window, GTK_TYPE_LABEL, "No Round Yet");
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *key = g_strdup_printf ("<Alt>%u", i);

      press (self, key);
      window_settle (self);
    }
}

static void
test_looks (WindowFixture *self, gconstpointer look)
{
  go (self);
  window_expect_size (self, look);
  hand_reach (eye_find (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL));
  window_expect_size (self, look);
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/round/it-says-how-far-it-is", NULL, test_it_says_how_far_it_is);
  WINDOW_TEST_ADD ("/round/who-waits-is-one-click-away", NULL, test_who_waits_is_one_click_away);
  WINDOW_TEST_ADD ("/round/an-empty-round", NULL, test_an_empty_round);
  WINDOW_TEST_ADD ("/round/a-copy-takes-nobody-along-by-itself", NULL, test_a_copy_takes_nobody_along_by_itself);
  WINDOW_TEST_ADD ("/round/no-round-is-left", NULL, test_no_round_is_left);
  WINDOW_TEST_ADD ("/round/narrow", &narrow, test_looks);
  WINDOW_TEST_ADD ("/round/large", &large, test_looks);
  WINDOW_TEST_ADD ("/round/narrow-dark-large", &narrow_dark_large, test_looks);
  WINDOW_TEST_ADD ("/round/dialogs-in-little-room", &narrow_dark_large, test_dialogs_in_little_room);
  if (window_is_german ())
    return;
  WINDOW_TEST_ADD ("/round/a-copy-can-be-called-otherwise", NULL, test_a_copy_can_be_called_otherwise);
  WINDOW_TEST_ADD ("/round/dark", &dark, test_looks);
  WINDOW_TEST_ADD ("/round/one-button-leads-to-the-next-state", NULL, test_one_button_leads_to_the_next_state);
  WINDOW_TEST_ADD ("/round/a-menu-leads-to-any-state", NULL, test_a_menu_leads_to_any_state);
  WINDOW_TEST_ADD ("/round/a-round-is-changed", NULL, test_a_round_is_changed);
  WINDOW_TEST_ADD ("/round/a-criterion-asks-for-its-justification", NULL, test_a_criterion_asks_for_its_justification);
  WINDOW_TEST_ADD ("/round/people-are-told", NULL, test_people_are_told);
  WINDOW_TEST_ADD ("/round/the-state-of-several-with-a-reason", &high, test_the_state_of_several_with_a_reason);
  WINDOW_TEST_ADD ("/round/a-participation-is-edited", &high, test_a_participation_is_edited);
  WINDOW_TEST_ADD ("/round/a-click-shows-the-person", &high, test_a_click_shows_the_person);
  WINDOW_TEST_ADD ("/round/the-keyboard-leads-to-the-person", &high, test_the_keyboard_leads_to_the_person);
  WINDOW_TEST_ADD ("/round/a-participation-is-edited-by-keyboard", &high,
                   test_a_participation_is_edited_by_keyboard);
  WINDOW_TEST_ADD ("/round/a-participant-has-a-menu", &high, test_a_participant_has_a_menu);
  WINDOW_TEST_ADD ("/round/the-other-button-opens-the-menu", &high,
                   test_the_other_button_opens_the_menu_of_a_participant);
  WINDOW_TEST_ADD ("/round/what-can-only-be-read-has-no-pencils", &high, test_what_can_only_be_read_has_no_pencils);
  WINDOW_TEST_ADD ("/round/people-are-selected-where-they-are", &high, test_people_are_selected_where_they_are);
  WINDOW_TEST_ADD ("/round/a-filter-and-a-search", NULL, test_a_filter_and_a_search);
  WINDOW_TEST_ADD ("/round/several-people-are-added", &high, test_several_people_are_added);
  WINDOW_TEST_ADD ("/round/people-are-added-once", &high, test_people_are_added_once);
  WINDOW_TEST_ADD ("/round/a-new-person-takes-part", NULL, test_a_new_person_takes_part);
  WINDOW_TEST_ADD ("/round/people-are-taken-out", &high, test_people_are_taken_out);
  WINDOW_TEST_ADD ("/round/two-rounds-are-chosen-in-a-row", NULL, test_two_rounds_are_chosen_in_a_row);
  WINDOW_TEST_ADD ("/round/a-copy-takes-former-participants-along", NULL, test_a_copy_takes_former_participants_along);
  WINDOW_TEST_ADD ("/round/a-copy-is-made-once", NULL, test_a_copy_is_made_once);
  WINDOW_TEST_ADD ("/round/all-people-are-ticked-in-one-step", NULL, test_all_people_are_ticked_in_one_step);
  WINDOW_TEST_ADD ("/round/an-archived-round-comes-last", NULL, test_an_archived_round_comes_last);
  WINDOW_TEST_ADD ("/round/rounds-are-offered-by-number", NULL, test_rounds_are_offered_by_number);
  WINDOW_TEST_ADD ("/round/a-round-that-people-expect-is-not-removed", NULL,
                   test_a_round_that_people_expect_is_not_removed);
  WINDOW_TEST_ADD ("/round/a-removed-round-makes-way-and-comes-back", NULL,
                   test_a_removed_round_makes_way_and_comes_back);
  WINDOW_TEST_ADD ("/round/a-round-of-a-closed-file-is-not-removed", NULL,
                   test_a_round_of_a_closed_file_is_not_removed);
  WINDOW_TEST_ADD ("/round/a-round-of-a-closed-file-is-not-copied", NULL, test_a_round_of_a_closed_file_is_not_copied);
  WINDOW_TEST_ADD ("/round/a-file-without-a-round-opens", NULL, test_a_file_without_a_round_opens);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
