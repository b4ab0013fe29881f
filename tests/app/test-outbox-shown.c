/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include <glib/gstdio.h>

/* The messages that people need: to read, to choose, to hand over */

static GtkWindow *
open_outbox (WindowFixture *self)
{
  hand_press (GTK_WINDOW (self->window), "<Control><Shift>m");
  return eye_find_window ("Messages to Send");
}

static void
save_chosen (WindowFixture *self, GtkWindow *outbox, const char *button)
{
  g_autofree char *folder = tdm_test_folder_join (&self->folder, "messages");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  hand_click_on (outbox, GTK_TYPE_BUTTON, "Save as Files…");
  hand_choose_file (eye_find_window ("Folder for the Messages"), folder);
  eye_find (outbox, GTK_TYPE_BUTTON, button);
  g_assert_cmpuint (window_count_files (folder, ".ics"), >, 0);
}

static void
save_all (WindowFixture *self, GtkWindow *outbox)
{
  save_chosen (self, outbox, "All Handed Over");
}

/* What is pressed cannot be used while files are written: the keyboard goes on from the list. */
static void
test_the_keyboard_is_in_the_list_after_saving (WindowFixture *self, gconstpointer data)
{
  GtkWindow *outbox = open_outbox (self);
  GtkWidget *focus;

  gtk_widget_grab_focus (eye_find (outbox, GTK_TYPE_BUTTON, "Save as Files…"));
  save_all (self, outbox);
  window_settle (self);
  focus = gtk_window_get_focus (outbox);
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW));
}

/* What is not to be seen would keep all keys to itself. */
static void
test_the_keyboard_works_without_messages (WindowFixture *self, gconstpointer data)
{
  GtkWindow *outbox = open_outbox (self);

  save_all (self, outbox);
  hand_click_on (outbox, GTK_TYPE_BUTTON, "All Handed Over");
  eye_find_label (outbox, "Nothing to Send");
  hand_press (outbox, "Escape");
  outbox = open_outbox (self);
  eye_find_label (outbox, "Nothing to Send");
  window_settle (self);
  g_assert_true (eye_is_focus_shown (outbox));
}

static void
test_the_meetings_say_what_waits (WindowFixture *self, gconstpointer data)
{
  GtkWindow *outbox;

  hand_press (GTK_WINDOW (self->window), "<Alt>3");
  hand_click_on (self->window, GTK_TYPE_BUTTON, "6 messages to send");
  outbox = eye_find_window ("Messages to Send");
  save_all (self, outbox);
  hand_click_on (outbox, GTK_TYPE_BUTTON, "All Handed Over");
  eye_find_label (outbox, "Nothing to Send");
  hand_press (outbox, "Escape");
  eye_wait_gone (self->window, GTK_TYPE_BUTTON, "6 messages to send");
}

static GtkWidget *
find_tick (GtkWindow *outbox, const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("^Hand over to %s: ", name);

  return eye_find (outbox, GTK_TYPE_CHECK_BUTTON, pattern);
}

/* The others go, and whoever is left out waits on. */
static void
test_one_message_is_left_out (WindowFixture *self, gconstpointer data)
{
  GtkWindow *outbox = open_outbox (self);

  eye_find_label (outbox, "6 messages");
  hand_click (find_tick (outbox, "Imke Jankowitz"));
  eye_find_label (outbox, "5 of 6 messages");
  save_chosen (self, outbox, "Chosen Handed Over");
  window_wait_count (outbox, GTK_TYPE_LABEL, "Saved, not yet handed over", 5);
  hand_click_on (outbox, GTK_TYPE_BUTTON, "Chosen Handed Over");
  eye_find_label (outbox, "0 of 1 messages");
  eye_find_label (outbox, "To Imke Jankowitz, for the tandem with Caoimhe Adeyinka");
  g_assert_false (gtk_widget_is_sensitive (eye_find (outbox, GTK_TYPE_BUTTON, "Save as Files…")));
  window_expect_answer (self, "SELECT count (*) FROM calendar_message JOIN person ON person.id = person "
                              "WHERE name = 'Imke Jankowitz'", "0");
}

static void
test_all_or_none_are_chosen (WindowFixture *self, gconstpointer data)
{
  GtkWindow *outbox = open_outbox (self);

  window_choose (outbox, "Menu", "Choose None");
  eye_find_label (outbox, "0 of 6 messages");
  g_assert_false (gtk_widget_is_sensitive (eye_find (outbox, GTK_TYPE_BUTTON, "Send by E-Mail")));
  window_choose (outbox, "Menu", "Choose All");
  eye_find_label (outbox, "6 messages");
}

static void
read_message (GtkWindow *outbox, guint position)
{
  GtkWidget *list = eye_find (outbox, GTK_TYPE_LIST_VIEW, "Messages to Send");

  g_assert_true (gtk_widget_activate_action (list, "list.activate-item", "u", position));
  eye_find_label (outbox, "Subject");
}

/* To whom it goes, what it says in the language of its recipient, and what it changes in that calendar */
static void
test_a_message_is_read_before_it_goes (WindowFixture *self, gconstpointer data)
{
  GtkWindow *outbox = open_outbox (self);

  g_assert_true (
    gtk_widget_has_focus (gtk_widget_get_first_child (eye_find (outbox, GTK_TYPE_LIST_VIEW, "Messages to Send"))));
  window_change_person (self, "Ruth Sobottka", TDM_PERSON_LANGUAGES, "de");
  read_message (outbox, 2);
  eye_find (outbox, GTK_TYPE_LABEL, "^Ruth Sobottka <.*@.*>$");
  eye_find (outbox, GTK_TYPE_LABEL, "^Neue Zeit: ");
  eye_find (outbox, GTK_TYPE_LABEL, "^Guten Tag Ruth Sobottka,\n[^$]*Dienstag, 4. August 2026, 08:30");
  eye_find (outbox, GTK_TYPE_LABEL, "^New time: 4 August 2026, 08:30, before: ");
  hand_click (eye_find (outbox, GTK_TYPE_CHECK_BUTTON, "Chosen for Sending"));
  hand_press (outbox, "Escape");
  eye_find_label (outbox, "5 of 6 messages");
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_tick (outbox, "Ruth Sobottka"))));
}

/* It may be worked out anew at any time. */
static void
test_a_message_that_is_read_follows_what_changes (WindowFixture *self, gconstpointer data)
{
  GtkWindow *outbox = open_outbox (self);

  read_message (outbox, 3);
  eye_find (outbox, GTK_TYPE_LABEL, "^[^$]*Imke Jankowitz");
  window_change_person (self, "Imke Jankowitz", TDM_PERSON_NAME, "Imke Kern");
  eye_find (outbox, GTK_TYPE_LABEL, "^[^$]*Imke Kern");
}

static TdmSeries *
find_series (WindowFixture *self)
{
  GListModel *pairs = tdm_workspace_get_pairs (tdm_window_get_workspace (self->window));
  TdmPair *pair = window_ask_record (self, pairs, "SELECT pair.uid FROM pair JOIN person ON person.id = mentee WHERE "
                                                  "name = 'Ágnes Sanogoré' AND pair.state = 'active'");
  g_autoptr (TdmSeries) series = g_list_model_get_item (tdm_pair_get_series (pair), 0);

  return series;
}

/* Where the keyboard is in a list, the rows stay those of their messages, whatever is worked out anew. */
static void
test_the_rows_follow_what_changes (WindowFixture *self, gconstpointer data)
{
  GtkWindow *outbox = open_outbox (self);

  hand_click (find_tick (outbox, "Imke Jankowitz"));
  gtk_widget_grab_focus (find_tick (outbox, "Ágnes Sanogoré"));
  window_change_text (self, find_series (self), TDM_SERIES_PLACE, "Elsewhere");
  window_wait_count (outbox, GTK_TYPE_LABEL, "To Ágnes Sanogoré, for the tandem with Øyvind Rosenblüh", 1);
  eye_find_label (outbox, "5 of 6 messages");
}

static char *
list_states (WindowFixture *self)
{
  return window_ask (self, "SELECT group_concat (state) FROM (SELECT state FROM meeting ORDER BY id)");
}

static void
test_what_was_passed_on_can_be_undone (WindowFixture *self, gconstpointer data)
{
  g_autofree char *before = list_states (self);
  g_autofree char *passed_on = NULL;
  g_autofree char *after = NULL;
  GtkWindow *outbox = open_outbox (self);

  save_all (self, outbox);
  window_wait_count (outbox, GTK_TYPE_LABEL, "Saved, not yet handed over", 6);
  hand_click_on (outbox, GTK_TYPE_BUTTON, "Handed Over");
  window_wait_count (outbox, GTK_TYPE_LABEL, "Saved, not yet handed over", 5);
  hand_click_on (outbox, GTK_TYPE_BUTTON, "All Handed Over");
  eye_find_label (outbox, "Nothing to Send");
  window_settle (self);
  passed_on = list_states (self);
  g_assert_cmpstr (passed_on, !=, before);
  hand_press (outbox, "Escape");
  for (int i = 0; i < 2; i++)
    {
      hand_press (GTK_WINDOW (self->window), "<Control>z");
      window_settle (self);
    }
  after = list_states (self);
  g_assert_cmpstr (after, ==, before);
}

static void
test_a_server_that_does_not_answer_is_named (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  hand_click_on (open_outbox (self), GTK_TYPE_BUTTON, "Send by E-Mail");
  dialog = eye_find_window ("E-Mail Account");
  hand_fill (eye_find (dialog, GTK_TYPE_EDITABLE, "Server"), "127.0.0.1");
  hand_click_on (dialog, GTK_TYPE_BUTTON, "Test Connection");
  eye_find (dialog, GTK_TYPE_LABEL, "^.*127[.]0[.]0[.]1");
}

static void
forget_organizer (WindowFixture *self)
{
  window_change_text (self, tdm_workspace_get_programme (tdm_window_get_workspace (self->window)),
                      TDM_PROGRAMME_ORGANIZER_EMAIL, "");
}

/* Meetings are planned without an address; it is asked for when the first invitation goes, which then goes on. */
static void
test_who_invites_is_asked_for_when_the_first_invitation_goes (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog, *outbox;
  GtkWidget *email;

  forget_organizer (self);
  window_open_tandem (self, "Imke Jankowitz");
  window_choose (self->window, "Menu of the Tandem", "Plan Meetings…");
  dialog = eye_find_window ("Plan Meetings");
  hand_click_on (dialog, GTK_TYPE_BUTTON, "Plan");
  window_wait_toast (self, "Meetings planned");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.export-round", NULL));
  hand_press (eye_find_window ("Who Invites"), "Escape");
  hand_press (GTK_WINDOW (self->window), "<Control>e");
  hand_press (eye_find_window ("Who Invites"), "Escape");
  hand_click_on (self->window, GTK_TYPE_BUTTON, "Messages…");
  outbox = eye_find_window ("Messages to Send");
  hand_click_on (outbox, GTK_TYPE_BUTTON, "Save as Files…");
  dialog = eye_find_window ("Who Invites");
  email = eye_find (dialog, GTK_TYPE_EDITABLE, "E-mail of the organizer");
  hand_fill (email, "team@example.org");
  hand_click_on (dialog, GTK_TYPE_BUTTON, "Save");
  eye_find_window ("Folder for the Messages");
}

/* Said once, however many messages wait for it, with a way to enter it. */
static void
test_that_nobody_invites_is_said_once (WindowFixture *self, gconstpointer data)
{
  GtkWindow *outbox, *dialog;

  forget_organizer (self);
  window_open_tandem (self, "Imke Jankowitz");
  window_choose (self->window, "Menu of the Tandem", "Plan Meetings…");
  window_click_on (window_find_window ("Plan Meetings"), "_Plan");
  window_wait_toast (self, "Meetings planned");
  window_click_on (self->window, "Messages…");
  outbox = window_find_window ("Messages to Send");
  window_wait_count (outbox, GTK_TYPE_LABEL, "Cannot be sent yet", 2);
  eye_find (outbox, GTK_TYPE_LABEL, "There is no address for the answers yet. 2 messages wait for it.");
  g_assert_null (eye_look (outbox, GTK_TYPE_LABEL, "^.*has no e-mail address yet"));
  window_click_on (outbox, "_Enter Address…");
  dialog = window_find_window ("Who Invites");
  window_fill (dialog, "E-mail of the organizer", "team@example.org");
  window_click_on (dialog, "_Save");
  eye_wait_gone (outbox, GTK_TYPE_LABEL, "Cannot be sent yet");
  eye_wait_gone (outbox, GTK_TYPE_LABEL, "^There is no address");
  eye_wait (eye_is_focus_shown, outbox, "the keyboard where it can be seen");
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/outbox-shown/that-nobody-invites-is-said-once", NULL, test_that_nobody_invites_is_said_once);
  WINDOW_TEST_ADD ("/outbox-shown/the-keyboard-is-in-the-list-after-saving", NULL,
                   test_the_keyboard_is_in_the_list_after_saving);
  WINDOW_TEST_ADD ("/outbox-shown/the-keyboard-works-without-messages", NULL, test_the_keyboard_works_without_messages);
  WINDOW_TEST_ADD ("/outbox-shown/the-meetings-say-what-waits", NULL, test_the_meetings_say_what_waits);
  WINDOW_TEST_ADD ("/outbox-shown/one-message-is-left-out", NULL, test_one_message_is_left_out);
  WINDOW_TEST_ADD ("/outbox-shown/all-or-none-are-chosen", NULL, test_all_or_none_are_chosen);
  WINDOW_TEST_ADD ("/outbox-shown/a-message-is-read-before-it-goes", NULL, test_a_message_is_read_before_it_goes);
  WINDOW_TEST_ADD ("/outbox-shown/a-message-that-is-read-follows-what-changes", NULL,
                   test_a_message_that_is_read_follows_what_changes);
  WINDOW_TEST_ADD ("/outbox-shown/the-rows-follow-what-changes", NULL, test_the_rows_follow_what_changes);
  WINDOW_TEST_ADD ("/outbox-shown/what-was-passed-on-can-be-undone", NULL, test_what_was_passed_on_can_be_undone);
  WINDOW_TEST_ADD ("/outbox-shown/a-server-that-does-not-answer-is-named", NULL,
                   test_a_server_that_does_not_answer_is_named);
  WINDOW_TEST_ADD ("/outbox-shown/who-invites-is-asked-for-when-the-first-invitation-goes", NULL,
                   test_who_invites_is_asked_for_when_the_first_invitation_goes);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
