/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "round-fixture.h"

#include "app/common/tdm-record-view.h"
#include "app/pairs/tdm-pair-page.h"
#include "app/round/tdm-round-page.h"

/* Where rounds come from and go to: new ones and copies, archived and removed ones, and none at all */

static const WindowLook narrow_dark_large = { .width = 360, .height = 560, .is_dark = TRUE, .text_scale = 2 };

static void
test_an_empty_round (WindowFixture *self, gconstpointer data)
{
  gboolean is_german = window_is_german ();
  GtkWindow *dialog;

  round_go (self);
  window_click_on (round_open_switcher (self), "Ne_w Round…");
  dialog = window_find_window ("New Round");
  window_click_on (dialog, "_Add");
  window_wait_toast (self, "Round added");
  eye_find (self->window, GTK_TYPE_MENU_BUTTON, is_german ? "Runde: Runde 5, Entwurf" : "Round: Round 5, Draft");
  window_find (self->window, GTK_TYPE_LABEL, "Nobody Takes Part Yet");
  window_press (self, "<Control>z");
  eye_wait_gone (self->window, GTK_TYPE_MENU_BUTTON, is_german ? "Runde: Runde 5, Entwurf" : "Round: Round 5, Draft");
  round_go (self);
}

#define NEW_ROUND \
  "SELECT title || ' ' || kickoff || ' ' || state || ' ' || (SELECT count (*) FROM participation WHERE round = " \
  "round.id) " \
  "FROM round WHERE number = 5"

/* All that the file has of a round and of who takes part in it */
static char *
ask_for_round_3 (WindowFixture *self)
{
  g_autofree char *round = window_ask (
    self, "SELECT uid || number || title || type || state || kickoff || end_date || minutes || question || note || "
          "call_on || selection_on || matching_on || closing_on || followup_on || archived_on || manager_rule || "
          "earlier_rule || department_rule || criterion || justification FROM round WHERE number = 3");
  g_autofree char *people = window_ask (
    self, "SELECT group_concat (uid || person || role || source || state || capacity || motives || expectations || "
          "consent || reason || since || told_on || criterion || checked_on) FROM participation "
          "WHERE round = (SELECT id FROM round WHERE number = 3)");

  return g_strconcat (round, people, NULL);
}

static GtkWindow *
open_copy (WindowFixture *self)
{
  round_go (self);
  round_choose (self, "New Round From T_his One…");
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
  window_press (self, "<Control>z");
  window_wait_toast (self, "Undone: Round added");
  after = window_ask (self, "SELECT count (*) FROM participation");
  g_assert_cmpstr (after, ==, others);
  window_press (self, "<Control>y");
  window_wait_toast (self, "Redone: Round added");
  window_expect_answer (self, NEW_ROUND, expected);
}

static void
test_a_copy_is_made_once (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_copy (self);

  hand_click_twice (eye_find (dialog, GTK_TYPE_BUTTON, "Add"));
  window_wait_toast (self, "Round added");
  window_settle (self);
  window_expect_answer (self, "SELECT count (*) FROM round", "5");
}

/* As quick fingers do: the second time comes while its people are looked up for the first. */
static void
test_a_copy_that_is_asked_for_twice_opens_once (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) windows = NULL;

  round_go (self);
  for (int i = 0; i < 2; i++)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.copy-round", NULL);
  window_find_window ("New Round From This One");
  window_settle (self);
  windows = eye_windows ();
  g_assert_cmpuint (windows->len, ==, 2);
  hand_press (window_find_window ("New Round From This One"), "Escape");
  window_settle (self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.copy-round", NULL);
  window_find_window ("New Round From This One");
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
  round_choose (self, "E_dit Round…");
  dialog = window_find_window ("Round");
  window_shrink (dialog, look);
}

static void
test_an_archived_round_comes_last (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *last = NULL;
  GtkWidget *item;

  round_go (self);
  round_choose (self, "Ar_chive Round");
  window_wait_toast (self, "^Round archived: [0-9]+ tandems go on in it$");
  eye_find (self->window, GTK_TYPE_BUTTON, "Take Up Again");
  rows = eye_look_all (round_open_switcher (self), GTK_TYPE_LIST_BOX_ROW, NULL);
  g_assert_cmpuint (rows->len, ==, 4);
  last = eye_name (rows->pdata[3]);
  g_assert_cmpstr (last, ==, "Round: Round 3: the board joins in, Archived");
  window_close_others (self, NULL);
  item = window_find (window_open_menu (self->window, "Main Menu"), WINDOW_TYPE_ITEM, "Ar_chive Round");
  g_assert_false (gtk_widget_is_sensitive (item));
}

static void
test_an_archived_round_goes_on_where_it_was (WindowFixture *self, gconstpointer data)
{
  const char *question =
    "SELECT state || kickoff || closing_on || followup_on || archived_on FROM round WHERE number = 3";
  g_autofree char *before = window_ask (self, question);

  g_assert_true (g_str_has_prefix (before, "running"));
  round_go (self);
  round_choose (self, "Ar_chive Round");
  window_wait_toast (self, "^Round archived: [0-9]+ tandems go on in it$");
  window_click_on (self->window, "Take Up Again");
  window_wait_toast (self, "Round changed");
  window_expect_answer (self, question, before);
}

/* The titles of all that the switcher offers begin with these, in this order; the first round is archived. */
static void
expect_rounds (WindowFixture *self, const char *const *titles)
{
  g_autoptr (GPtrArray) rows = eye_look_all (round_open_switcher (self), GTK_TYPE_LIST_BOX_ROW, NULL);

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

  round_go (self);
  round_switch_to (self, "Round 2.*");
  round_choose (self, "Remo_ve Round");
  window_wait_toast (self, "Round removed");
  window_press (self, "<Control>z");
  window_wait_toast (self, "Undone: Round removed");
  expect_rounds (self, as_it_was);
  round_choose (self, "E_dit Round…");
  dialog = eye_find_window ("Round");
  window_fill (dialog, "Number", "9");
  window_click_on (dialog, "_Save");
  window_wait_toast (self, "Round changed");
  expect_rounds (self, renumbered);
}

/* What is in the way is one click away. */
static void
test_a_round_that_people_expect_is_not_removed (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  GtkWidget *row;
  g_autofree char *title = NULL;

  round_go (self);
  round_choose (self, "Remo_ve Round");
  dialog = eye_find_window ("Still Needed");
  eye_find_label (dialog, "People still expect meetings of this round. Please end its tandems and send the "
                          "cancellations first.");
  window_expect_answer (self, "SELECT count (*) FROM round", "4");
  row = eye_find (dialog, ADW_TYPE_ACTION_ROW, NULL);
  title = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  hand_click (row);
  window_wait_at (self, TDM_TYPE_PAIR_PAGE, title);
}

static void
test_a_removed_round_makes_way_and_comes_back (WindowFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;

  round_go (self);
  round_switch_to (self, "Round 1.*");
  before = window_ask (self, "SELECT count (*) FROM meeting");
  round_choose (self, "Remo_ve Round");
  window_wait_toast (self, "Round removed");
  eye_find (self->window, GTK_TYPE_MENU_BUTTON, "Round: Round 3: the board joins in, Running");
  window_expect_answer (self, "SELECT count (*) FROM round WHERE number = 1", "0");
  window_press (self, "<Control>z");
  window_wait_toast (self, "Undone: Round removed");
  eye_find (self->window, GTK_TYPE_MENU_BUTTON, "^Round: Round 1.*");
  window_expect_answer (self, "SELECT count (*) FROM meeting", before);
}

static void
test_a_round_is_removed_once (WindowFixture *self, gconstpointer data)
{
  round_go (self);
  round_switch_to (self, "Round 1.*");
  for (int i = 0; i < 2; i++)
    gtk_widget_activate_action (eye_find (self->window, TDM_TYPE_ROUND_PAGE, NULL), "round.remove", NULL);
  window_wait_toast (self, "Round removed");
  window_settle (self);
  g_assert_null (eye_look (self->window, g_type_from_name ("AdwToastWidget"), NULL));
  window_expect_answer (self, "SELECT count (*) FROM round", "3");
}

/* What is asked for is still looked up when the file is closed. */
static void
test_a_round_of_a_closed_file_is_not_removed (WindowFixture *self, gconstpointer data)
{
  round_go (self);
  round_choose (self, "Remo_ve Round");
  window_click_on (eye_find_window ("Still Needed"), "_Close");
  gtk_widget_activate_action (eye_find (self->window, TDM_TYPE_ROUND_PAGE, NULL), "round.remove", NULL);
  tdm_workspace_close (tdm_window_get_workspace (self->window));
  window_settle (self);
  window_expect_answer (self, "SELECT count (*) FROM round", "4");
}

static void
test_a_round_of_a_closed_file_is_not_copied (WindowFixture *self, gconstpointer data)
{
  round_go (self);
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
    window_press (self, pages[i]);
  window_open_tandem (self, "Bönisch");
  remove_all_rounds (self);
  window_settle (self);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      window_press (self, pages[i]);
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
  eye_find (self->window, GTK_TYPE_MENU_BUTTON,
            window_is_german () ? "Runde: Runde 1, Entwurf" : "Round: Round 1, Draft");
}

/* As a file that was made elsewhere */
static void
test_a_file_without_a_round_opens (WindowFixture *self, gconstpointer data)
{
  remove_all_rounds (self);
  window_settle (self);
  window_close (self);
  window_open_again (self, data);
  window_press (self, "<Alt>5");
  window_find (self->window, GTK_TYPE_LABEL, "No Round Yet");
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *key = g_strdup_printf ("<Alt>%u", i);

      window_press (self, key);
      window_settle (self);
    }
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/rounds/an-empty-round", NULL, test_an_empty_round);
  WINDOW_TEST_ADD ("/rounds/a-copy-takes-nobody-along-by-itself", NULL, test_a_copy_takes_nobody_along_by_itself);
  WINDOW_TEST_ADD ("/rounds/no-round-is-left", NULL, test_no_round_is_left);
  WINDOW_TEST_ADD ("/rounds/dialogs-in-little-room", &narrow_dark_large, test_dialogs_in_little_room);
  if (window_is_german ())
    return;
  WINDOW_TEST_ADD ("/rounds/a-copy-can-be-called-otherwise", NULL, test_a_copy_can_be_called_otherwise);
  WINDOW_TEST_ADD ("/rounds/a-copy-takes-former-participants-along", NULL, test_a_copy_takes_former_participants_along);
  WINDOW_TEST_ADD ("/rounds/a-copy-is-made-once", NULL, test_a_copy_is_made_once);
  WINDOW_TEST_ADD ("/rounds/a-copy-that-is-asked-for-twice-opens-once", NULL,
                   test_a_copy_that_is_asked_for_twice_opens_once);
  WINDOW_TEST_ADD ("/rounds/all-people-are-ticked-in-one-step", NULL, test_all_people_are_ticked_in_one_step);
  WINDOW_TEST_ADD ("/rounds/an-archived-round-comes-last", NULL, test_an_archived_round_comes_last);
  WINDOW_TEST_ADD ("/rounds/an-archived-round-goes-on-where-it-was", NULL, test_an_archived_round_goes_on_where_it_was);
  WINDOW_TEST_ADD ("/rounds/rounds-are-offered-by-number", NULL, test_rounds_are_offered_by_number);
  WINDOW_TEST_ADD ("/rounds/a-round-that-people-expect-is-not-removed", NULL,
                   test_a_round_that_people_expect_is_not_removed);
  WINDOW_TEST_ADD ("/rounds/a-removed-round-makes-way-and-comes-back", NULL,
                   test_a_removed_round_makes_way_and_comes_back);
  WINDOW_TEST_ADD ("/rounds/a-round-is-removed-once", NULL, test_a_round_is_removed_once);
  WINDOW_TEST_ADD ("/rounds/a-round-of-a-closed-file-is-not-removed", NULL,
                   test_a_round_of_a_closed_file_is_not_removed);
  WINDOW_TEST_ADD ("/rounds/a-round-of-a-closed-file-is-not-copied", NULL, test_a_round_of_a_closed_file_is_not_copied);
  WINDOW_TEST_ADD ("/rounds/a-file-without-a-round-opens", NULL, test_a_file_without_a_round_opens);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
