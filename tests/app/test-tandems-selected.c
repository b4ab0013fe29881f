/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tandem-fixture.h"

#include "app/common/tdm-date-row.h"
#include "app/pairs/tdm-pair-verbs.h"
#include "model/tdm-edit.h"

#include <glib/gstdio.h>

/* Several tandems, which are selected and changed together. It is Tuesday, 14 July 2026. */

static const WindowLook narrow = { .width = 360, .height = 560 };

#define COUNT(what) "SELECT count (*) FROM pair WHERE " what

static void
select_all (WindowFixture *self)
{
  g_autoptr (GPtrArray) cards = NULL;

  window_choose (self->window, "Main Menu", "Select Tan_dems");
  cards = eye_look_all (self->window, WINDOW_TYPE_CARD, NULL);
  for (guint i = 0; i < cards->len; i++)
    hand_select (gtk_widget_get_parent (cards->pdata[i]));
}

/* As in other lists, where the bar has a button for it */
static void
test_all_or_none (WindowFixture *self, gconstpointer data)
{
  GtkWidget *button;

  window_choose (self->window, "Main Menu", "Select Tan_dems");
  button = window_find (self->window, GTK_TYPE_BUTTON, "Select All or None");
  hand_click (button);
  eye_find_label (self->window, window_say ("21 selected", "21 ausgewählt"));
  hand_click (button);
  eye_find_label (self->window, window_say ("0 selected", "0 ausgewählt"));
}

/* Where there is no room for all words, the buttons have theirs. */
static void
test_the_bar_of_a_narrow_window (WindowFixture *self, gconstpointer data)
{
  window_choose (self->window, "Main Menu", "Select Tan_dems");
  window_settle (self);
  g_assert_true (eye_is_whole (window_find (self->window, GTK_TYPE_LABEL, "Change…")));
  g_assert_true (eye_is_whole (window_find (self->window, GTK_TYPE_LABEL, "Done")));
}

/* What a search hides is not selected any more. */
static void
test_selected_and_hidden (WindowFixture *self, gconstpointer data)
{
  GtkWidget *change;

  select_all (self);
  change = window_find (self->window, GTK_TYPE_LABEL, "Change…");
  window_press (self, "<Control>f");
  hand_fill (eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, NULL), "nobodyxyz");
  window_find (self->window, GTK_TYPE_LABEL, "Nothing Found");
  eye_find_label (self->window, window_say ("0 selected", "0 ausgewählt"));
  gtk_widget_activate_action (change, "pairs.activate", NULL);
  window_settle (self);
  g_assert_null (eye_look (NULL, ADW_TYPE_MESSAGE_DIALOG, NULL));
}

static void
find_both (WindowFixture *self)
{
  window_press (self, "<Alt>1");
  window_press (self, "<Control>f");
  hand_fill (eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, NULL), TANDEM_MENTEE);
  eye_find_label (self->window, window_say ("2 tandems", "2 Tandems"));
}

/* One is active, the other proposed: each verb does what it can, in one step. */
static void
test_several_change_in_one_step (WindowFixture *self, gconstpointer data)
{
  tandem_propose (self);
  find_both (self);
  select_all (self);
  window_choose (self->window, "Change…", "Mentees Have Been Asked");
  tandem_expect_step (self, COUNT ("state = 'asked'"), "0", "1");
  select_all (self);
  window_choose (self->window, "Change…", "Activate…");
  window_click_on (NULL, "_Activate");
  tandem_expect_step (self, COUNT ("state = 'asked'"), "1", "0");
  select_all (self);
  window_choose (self->window, "Change…", "Extend…");
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (NULL, TDM_TYPE_DATE_ROW, "New planned end")), "2027-04-30");
  window_click_on (NULL, "_Extend");
  tandem_expect_step (self, COUNT ("planned_end = '2027-04-30'"), "0", "2");
  select_all (self);
  window_choose (self->window, "Change…", "End…");
  window_click_on (NULL, "_End");
  tandem_expect_step (self, COUNT ("ended_on = '2026-07-14'"), "0", "2");
}

/* Two proposals, one that both have agreed to, and one that is active already */
static void
test_whom_a_change_concerns (WindowFixture *self, gconstpointer data)
{
  static const TdmPairState states[] = { TDM_PAIR_PROPOSED, TDM_PAIR_PROPOSED, TDM_PAIR_CONFIRMED };
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  GListModel *all = tdm_workspace_get_pairs (workspace);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_object_unref);
  TdmEdit *edit = tdm_edit_new ("Changed");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (all, i);

      if (pairs->len <= G_N_ELEMENTS (states) && tdm_pair_get_state (pair) == TDM_PAIR_ACTIVE)
        g_ptr_array_add (pairs, g_steal_pointer (&pair));
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    tdm_record_set_integer (tdm_edit_update (edit, pairs->pdata[i]), TDM_PAIR_STATE, states[i]);
  window_commit (self, edit);
  tdm_pair_verb_run (TDM_PAIR_VERB_ACTIVATE, GTK_WIDGET (self->window), workspace, pairs, NULL);
  eye_find (
    NULL, GTK_TYPE_LABEL,
    window_say ("^It concerns 3 of 4 selected tandems[.] 2 of them were not asked yet[.] Kick-off",
                "^Das betrifft 3 von 4 ausgewählten Tandems[.] Zu 2 davon wurde noch niemand gefragt[.] Auftakt"));
  window_click_on (NULL, "_Cancel");
  g_ptr_array_set_size (pairs, 2);
  tdm_pair_verb_run (TDM_PAIR_VERB_ACTIVATE, GTK_WIDGET (self->window), workspace, pairs, NULL);
  eye_find (NULL, GTK_TYPE_LABEL, window_say ("^It concerns 2 tandems[.] Nobody was asked about any of them yet[.]",
                                              "^Das betrifft 2 Tandems[.] Dazu wurde noch niemand gefragt[.]"));
  window_click_on (NULL, "_Cancel");
  g_ptr_array_set_size (pairs, 1);
  tdm_pair_verb_run (TDM_PAIR_VERB_ACTIVATE, GTK_WIDGET (self->window), workspace, pairs, NULL);
  eye_find (NULL, GTK_TYPE_LABEL,
            window_say ("^Nobody was asked about it yet[.]", "^Dazu wurde noch niemand gefragt[.]"));
}

/* Which ones are selected, and for how long */

static void
select_card (WindowFixture *self, guint position)
{
  g_autoptr (GPtrArray) cards = eye_look_all (self->window, WINDOW_TYPE_CARD, NULL);

  hand_select (gtk_widget_get_parent (cards->pdata[position]));
}

/* While none is selected there is nothing to choose from. */
static void
test_none_selected_is_none_changed (WindowFixture *self, gconstpointer data)
{
  GtkWidget *change;

  window_choose (self->window, "Main Menu", "Select Tan_dems");
  eye_find_label (self->window, "0 selected");
  change = window_find (self->window, GTK_TYPE_MENU_BUTTON, "Change…");
  g_assert_false (gtk_widget_is_sensitive (change));
  select_card (self, 1);
  eye_find_label (self->window, "1 selected");
  g_assert_true (gtk_widget_is_sensitive (change));
}

static void
test_the_keyboard_goes_on_with_the_selection (WindowFixture *self, gconstpointer data)
{
  gtk_widget_grab_focus (eye_find (self->window, GTK_TYPE_MENU_BUTTON, "Main Menu"));
  window_choose (self->window, "Main Menu", "Select Tan_dems");
  eye_wait (eye_has_focus_inside, eye_find (self->window, GTK_TYPE_GRID_VIEW, NULL), "the focus on a card");
}

static void
test_pause_two_and_undo (WindowFixture *self, gconstpointer data)
{
  window_choose (self->window, "Main Menu", "Select Tan_dems");
  select_card (self, 1);
  select_card (self, 2);
  eye_find_label (self->window, "2 selected");
  window_choose (self->window, "Change…", "Pause…");
  hand_click_on (NULL, GTK_TYPE_BUTTON, "Pause");
  window_wait_toast (self, "2 tandems paused");
  window_expect_answer (self, COUNT ("state = 'paused'"), "3");
  window_press (self, "<Control>z");
  window_wait_toast (self, "Undone: 2 tandems paused");
  window_expect_answer (self, COUNT ("state = 'paused'"), "1");
}

/* Whoever thinks better of it has not to select them again; those that were changed are done with. */
static void
test_the_selection_stays_until_the_change (WindowFixture *self, gconstpointer data)
{
  window_choose (self->window, "Main Menu", "Select Tan_dems");
  select_card (self, 1);
  select_card (self, 2);
  window_choose (self->window, "Change…", "Pause…");
  hand_click_on (NULL, GTK_TYPE_BUTTON, "Cancel");
  eye_wait_gone (NULL, GTK_TYPE_LABEL, "Pause the Tandems?");
  eye_find_label (self->window, "2 selected");
  window_choose (self->window, "Change…", "Pause…");
  hand_click_on (NULL, GTK_TYPE_BUTTON, "Pause");
  window_wait_toast (self, "2 tandems paused");
  eye_wait_gone (self->window, GTK_TYPE_LABEL, "2 selected");
}

/* With all keys that people know from other lists */
static void
test_the_keys_of_a_selection (WindowFixture *self, gconstpointer data)
{
  g_autofree char *all = NULL;
  guint n_shown;

  window_choose (self->window, "Main Menu", "Select Tan_dems");
  n_shown = g_list_model_get_n_items (
    G_LIST_MODEL (gtk_grid_view_get_model (GTK_GRID_VIEW (eye_find (self->window, GTK_TYPE_GRID_VIEW, NULL)))));
  all = g_strdup_printf ("%u selected", n_shown);
  eye_wait (eye_has_focus_inside, eye_find (self->window, GTK_TYPE_GRID_VIEW, NULL), "the focus on a card");
  window_press (self, "<Control>a");
  eye_find_label (self->window, all);
  window_press (self, "Escape");
  eye_wait_gone (self->window, GTK_TYPE_LABEL, all);
  /* From elsewhere on the page, too, and only while tandems are selected */
  window_choose (self->window, "Main Menu", "Select Tan_dems");
  gtk_widget_grab_focus (eye_find (self->window, GTK_TYPE_BUTTON, "Done"));
  window_press (self, "<Control>a");
  eye_find_label (self->window, all);
  window_press (self, "Escape");
  eye_wait_gone (self->window, GTK_TYPE_LABEL, all);
  g_assert_false (hand_try_key (GTK_WINDOW (self->window), "Escape"));
}

#define FIRST_MENTOR "SELECT mentor FROM pair WHERE state = 'active' ORDER BY id LIMIT 1"

/* Who, or what room, would be needed twice is said before. */
static void
test_what_several_would_need_twice_is_said (WindowFixture *self, gconstpointer data)
{
  g_autofree char *name = window_ask (self, "SELECT name FROM person WHERE id = (" FIRST_MENTOR ")");
  g_autofree char *said = g_strdup_printf ("^At the same time in several of these tandems:.*%s", name);
  GtkWindow *dialog;

  window_close (self);
  window_alter (self,
                "UPDATE pair SET mentor = (" FIRST_MENTOR ") WHERE id = (SELECT id FROM pair WHERE state = 'active' "
                "ORDER BY id LIMIT 1 OFFSET 1)");
  window_open_again (self, NULL);
  window_choose (self->window, "Main Menu", "Select Tan_dems");
  window_press (self, "<Control>a");
  window_choose (self->window, "Change…", "Plan Meetings…");
  dialog = window_find_window ("Plan Meetings");
  eye_find_label (dialog, said);
  hand_fill (window_find (dialog, GTK_TYPE_EDITABLE, "Place"), "Room 1");
  eye_find_label (dialog, "^.*All of these tandems would be in the same place at the same time[.]");
}

static void
test_meetings_of_several_are_planned (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  window_choose (self->window, "Main Menu", "Select Tan_dems");
  select_card (self, 1);
  select_card (self, 2);
  select_card (self, 3);
  window_choose (self->window, "Change…", "Plan Meetings…");
  dialog = window_find_window ("Plan Meetings");
  eye_find_label (dialog, "3 tandems");
  window_click_on (dialog, "_Plan");
  window_wait_toast (self, "Meetings of 3 tandems planned");
  window_expect_answer (self, "SELECT count (DISTINCT pair) || ' ' || count (DISTINCT local_start) FROM series WHERE "
                              "id > (SELECT max (id) - 3 FROM series)", "3 1");
  eye_wait_gone (self->window, GTK_TYPE_LABEL, "3 selected");
  window_press (self, "<Control>z");
  window_wait_toast (self, "Undone: Meetings of 3 tandems planned");
}

/* An export changes none of them, be it done or not. */
static void
test_an_export_keeps_the_selection (WindowFixture *self, gconstpointer data)
{
  g_autofree char *folder = tdm_test_folder_join (&self->folder, "invitations");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  window_choose (self->window, "Main Menu", "Select Tan_dems");
  select_card (self, 1);
  select_card (self, 2);
  eye_find_label (self->window, "2 selected");
  window_click_on (self->window, "Export Invitations…");
  hand_press (window_find_window ("Folder for the Invitations"), "Escape");
  eye_find_label (self->window, "2 selected");
  window_click_on (self->window, "Export Invitations…");
  hand_choose_file (window_find_window ("Folder for the Invitations"), folder);
  eye_find_label (self->window, "^.*invitations? exported");
  eye_find_label (self->window, "2 selected");
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/tandems-selected/all-or-none", NULL, test_all_or_none);
  WINDOW_TEST_ADD ("/tandems-selected/the-bar-of-a-narrow-window", &narrow, test_the_bar_of_a_narrow_window);
  WINDOW_TEST_ADD ("/tandems-selected/selected-and-hidden", NULL, test_selected_and_hidden);
  WINDOW_TEST_ADD ("/tandems-selected/several-change-in-one-step", NULL, test_several_change_in_one_step);
  WINDOW_TEST_ADD ("/tandems-selected/whom-a-change-concerns", NULL, test_whom_a_change_concerns);
  if (window_is_german ())
    return;
  WINDOW_TEST_ADD ("/tandems-selected/none-selected-is-none-changed", NULL, test_none_selected_is_none_changed);
  WINDOW_TEST_ADD ("/tandems-selected/the-keyboard-goes-on-with-the-selection", NULL,
                   test_the_keyboard_goes_on_with_the_selection);
  WINDOW_TEST_ADD ("/tandems-selected/an-export-keeps-the-selection", NULL, test_an_export_keeps_the_selection);
  WINDOW_TEST_ADD ("/tandems-selected/pause-two-and-undo", NULL, test_pause_two_and_undo);
  WINDOW_TEST_ADD ("/tandems-selected/the-selection-stays-until-the-change", NULL,
                   test_the_selection_stays_until_the_change);
  WINDOW_TEST_ADD ("/tandems-selected/the-keys-of-a-selection", NULL, test_the_keys_of_a_selection);
  WINDOW_TEST_ADD ("/tandems-selected/what-several-would-need-twice-is-said", NULL,
                   test_what_several_would_need_twice_is_said);
  WINDOW_TEST_ADD ("/tandems-selected/meetings-of-several-are-planned", NULL, test_meetings_of_several_are_planned);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
