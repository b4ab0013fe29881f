/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/meetings/tdm-meeting-row.h"
#include "edits/tdm-meeting-edits.h"

#include <glib/gstdio.h>

/* Messages that people need, and the answers that come back */

#define TANDEM "Bönisch"

typedef struct
{
  const char *name, *email, *answer, *stamp;
  const char *more;
} Answer;

static void
open_tandem (WindowFixture *self)
{
  window_open_tandem (self, TANDEM);
}

/* The invitation of the tandem that is open, as the calendar file has it */
static char *
export_invitation (WindowFixture *self)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "invitation.ics");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  hand_press (GTK_WINDOW (self->window), "<Control>e");
  hand_choose_file (window_find_window ("Export Invitation"), path);
  window_wait_toast (self, "Invitation exported");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\r\n ", -1);
  return g_strjoinv ("", lines);
}

/* Opens the tandem, and exports its invitation. */
static char *
invite (WindowFixture *self)
{
  open_tandem (self);
  return export_invitation (self);
}

static char *
find_value (const char *invitation, const char *property)
{
  g_autofree char *pattern = g_strdup_printf ("(?m)^%s:(.*)\r$", property);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_true (g_regex_match (regex, invitation, 0, &match));
  return g_match_info_fetch (match, 1);
}

static void
open_file (WindowFixture *self, const char *name, const char *text)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, name);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_ptr_array_add (files, g_file_new_for_path (path));
  tdm_window_take_files (self->window, files);
}

static char *
write_answer (const char *invitation, const Answer *answer)
{
  g_autofree char *uid = find_value (invitation, "UID");
  g_autofree char *sequence = find_value (invitation, "SEQUENCE");

  return g_strdup_printf (
    "BEGIN:VCALENDAR\r\nPRODID:-//Example//Mail//EN\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:%s\r\n"
    "SEQUENCE:%s\r\nDTSTAMP:%s\r\nATTENDEE;CN=%s;PARTSTAT=%s:mailto:%s\r\n%sEND:VEVENT\r\nEND:VCALENDAR\r\n",
    uid, sequence, answer->stamp, answer->name, answer->answer, answer->email, answer->more ? answer->more : "");
}

static void
open_answer (WindowFixture *self, const char *invitation, const Answer *answer)
{
  g_autofree char *text = write_answer (invitation, answer);

  open_file (self, "answer.ics", text);
}

static char *
find_email (WindowFixture *self)
{
  return window_ask (self, "SELECT email FROM person WHERE name = 'Jörn Bönisch'");
}

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
change_person (WindowFixture *self, const char *name, guint field, const char *text)
{
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  g_autofree char *question = g_strdup_printf ("SELECT uid FROM person WHERE name = '%s'", name);
  g_autofree char *uid = window_ask (self, question);
  TdmEdit *edit = tdm_edit_new ("Person changed");

  tdm_record_set_text (tdm_edit_update (edit,
                                        tdm_workspace_find_uid (workspace, tdm_workspace_get_people (workspace), uid)),
                       field, text);
  window_commit (self, edit);
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
  change_person (self, "Ruth Sobottka", TDM_PERSON_LANGUAGES, "de");
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
  change_person (self, "Imke Jankowitz", TDM_PERSON_NAME, "Imke Kern");
  eye_find (outbox, GTK_TYPE_LABEL, "^[^$]*Imke Kern");
}

static TdmSeries *
find_series (WindowFixture *self, const char *mentee)
{
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  g_autofree char *question = g_strdup_printf (
    "SELECT pair.uid FROM pair JOIN person ON person.id = mentee WHERE name = '%s' AND pair.state = 'active'", mentee);
  g_autofree char *uid = window_ask (self, question);
  TdmPair *pair = tdm_workspace_find_uid (workspace, tdm_workspace_get_pairs (workspace), uid);
  g_autoptr (TdmSeries) series = g_list_model_get_item (tdm_pair_get_series (pair), 0);

  return series;
}

/* Where the keyboard is in a list, the rows stay those of their messages, whatever is worked out anew. */
static void
test_the_rows_follow_what_changes (WindowFixture *self, gconstpointer data)
{
  GtkWindow *outbox = open_outbox (self);
  TdmEdit *edit = tdm_edit_new ("Another place");

  hand_click (find_tick (outbox, "Imke Jankowitz"));
  gtk_widget_grab_focus (find_tick (outbox, "Ágnes Sanogoré"));
  tdm_record_set_text (tdm_edit_update (edit, find_series (self, "Ágnes Sanogoré")), TDM_SERIES_PLACE, "Elsewhere");
  window_commit (self, edit);
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
use_menu_of_a_meeting (WindowFixture *self, const char *item)
{
  window_choose (eye_find (self->window, TDM_TYPE_MEETING_ROW, "^.*September 2026"), "More About This Meeting", item);
}

static void
test_a_moved_meeting_waits_to_be_sent (WindowFixture *self, gconstpointer data)
{
  g_autofree char *invitation = invite (self);
  GtkWindow *dialog;

  use_menu_of_a_meeting (self, "Move…");
  dialog = eye_find_window ("Move Meeting");
  eye_find_label (dialog, "Both have an invitation already: send the messages afterwards.");
  hand_fill (eye_find (dialog, GTK_TYPE_SPIN_BUTTON, "Start"), "15:00");
  hand_click_on (dialog, GTK_TYPE_BUTTON, "Save");
  window_wait_toast (self, "Meeting moved");
  eye_find_label (self->window, "Changed, not sent yet");
  hand_click_on (self->window, GTK_TYPE_BUTTON, "Messages…");
  eye_find (eye_find_window ("Messages to Send"), GTK_TYPE_BUTTON, "Save as Files…");
}

/* Of several answers the list says whose they are, and what. */
static void
test_several_answers_are_named (WindowFixture *self, gconstpointer data)
{
  g_autofree char *invitation = invite (self);
  g_autofree char *email = find_email (self);
  g_autofree char *other =
    window_ask (self, "SELECT email FROM person WHERE id = (SELECT mentor FROM pair JOIN person ON "
                      "person.id = mentee WHERE name = 'Jörn Bönisch' AND pair.state = 'active')");
  const Answer answers[] = { { "Jörn Bönisch", email, "DECLINED", "20260714T120000Z", NULL },
                             { "Mentor", other, "ACCEPTED", "20260714T120000Z", NULL } };
  g_autofree char *first = write_answer (invitation, &answers[0]), *second = write_answer (invitation, &answers[1]);
  g_autofree char *both = g_strconcat (first, second, NULL);
  GtkWindow *dialog;

  open_file (self, "answers.ics", both);
  window_wait_toast (self, "2 answers taken over");
  dialog = eye_find_window ("Received Messages");
  eye_find (dialog, GTK_TYPE_LABEL, "^Jörn Bönisch declines: ");
  window_wait_count (dialog, GTK_TYPE_LABEL, "^.* accepts: ", 1);
}

/* Whoever has not heard of the new time has answered to the one before. */
static void
test_answers_to_the_old_time_say_so (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  open_tandem (self);
  use_menu_of_a_meeting (self, "Answer of Jörn");
  hand_click_on (self->window, WINDOW_TYPE_ITEM, "Accepted");
  window_wait_toast (self, "Answer noted");
  eye_find_label (eye_find (self->window, TDM_TYPE_MEETING_ROW, "^.*September 2026"), "Jörn has accepted");
  use_menu_of_a_meeting (self, "Move…");
  dialog = eye_find_window ("Move Meeting");
  hand_fill (eye_find (dialog, GTK_TYPE_SPIN_BUTTON, "Start"), "15:00");
  hand_click_on (dialog, GTK_TYPE_BUTTON, "Save");
  window_wait_toast (self, "Meeting moved");
  eye_find_label (eye_find (self->window, TDM_TYPE_MEETING_ROW, "^.*September 2026"),
                  "Jörn has accepted, to the old time");
}

/* A person or a room that is taken is named before it is saved. */
static void
test_a_move_says_who_is_taken (WindowFixture *self, gconstpointer data)
{
  GListModel *meetings;
  TdmEdit *edit;
  GtkWindow *dialog;
  g_autofree char *day = NULL, *start = NULL;
  g_autoptr (TdmMeeting) other = NULL;

  open_tandem (self);
  day =
    window_ask (self,
                "SELECT substr (local_start, 1, 10) FROM meeting WHERE pair = (SELECT pair.id FROM pair JOIN person "
                "ON person.id = mentee WHERE name = 'Jörn Bönisch' AND pair.state = 'active') AND local_start LIKE "
                "'2026-09%'");
  start = g_strconcat (day, "T15:30:00", NULL);
  meetings = tdm_pair_get_meetings (tdm_series_get_pair (find_series (self, "Jörn Bönisch")));
  other = g_list_model_get_item (meetings, g_list_model_get_n_items (meetings) - 1);
  edit = tdm_meeting_edits_move (other, start, 60, "");
  window_commit (self, edit);
  use_menu_of_a_meeting (self, "Move…");
  dialog = eye_find_window ("Move Meeting");
  hand_fill (eye_find (dialog, GTK_TYPE_SPIN_BUTTON, "Start"), "15:00");
  eye_find (dialog, GTK_TYPE_LABEL, "^Jörn Bönisch has another meeting then");
  g_assert_true (gtk_widget_is_sensitive (eye_find (dialog, GTK_TYPE_BUTTON, "Save")));
}

/* Also when the file was closed meanwhile */
static void
test_a_cancelled_meeting_takes_place_after_all (WindowFixture *self, gconstpointer data)
{
  open_tandem (self);
  use_menu_of_a_meeting (self, "Cancel Meeting");
  window_wait_toast (self, "Meeting cancelled");
  window_close (self);
  window_open_again (self, data);
  open_tandem (self);
  use_menu_of_a_meeting (self, "Takes Place After All");
  window_wait_toast (self, "Meeting takes place after all");
  window_expect_answer (self, "SELECT count (*) FROM meeting WHERE state = 'cancelled' AND local_start LIKE '2026-09%'",
                        "0");
}

static void
test_one_declines_and_accepts_in_the_end (WindowFixture *self, gconstpointer data)
{
  g_autofree char *invitation = invite (self);
  g_autofree char *email = find_email (self);
  Answer answer = { "Jörn Bönisch", email, "DECLINED", "20260714T120000Z", "COMMENT:No time on Wednesdays\r\n" };

  open_answer (self, invitation, &answer);
  window_wait_toast (self, "^Answer taken over: Jörn Bönisch declines: ");
  eye_find (self->window, GTK_TYPE_LABEL, "^.*Jörn has declined");
  eye_find (eye_find (self->window, TDM_TYPE_MEETING_ROW, "^.*September 2026"), GTK_TYPE_LABEL,
            "Jörn: “No time on Wednesdays”");
  answer = (Answer){ "Jörn Bönisch", email, "ACCEPTED", "20260714T130000Z", NULL };
  open_answer (self, invitation, &answer);
  eye_find (self->window, GTK_TYPE_LABEL, "^.*Everyone has accepted");
  eye_find (self->window, TDM_TYPE_MEETING_ROW, "^.*September 2026");
}

static void
test_an_answer_of_a_stranger_asks (WindowFixture *self, gconstpointer data)
{
  g_autofree char *invitation = invite (self);
  Answer answer = { "Eve Stranger", "eve@example.com", "DECLINED", "20260714T120000Z", NULL };
  GtkWindow *dialog;

  open_answer (self, invitation, &answer);
  dialog = eye_find_window ("Received Messages");
  hand_click_on (dialog, GTK_TYPE_BUTTON, "Of Jörn");
  eye_find_label (dialog, "Answer of Jörn Bönisch noted: Declined");
}

static void
test_a_broken_file_says_why (WindowFixture *self, gconstpointer data)
{
  open_file (self, "broken.ics", "This is no calendar.");
  eye_find (eye_find_window ("Received Messages"), GTK_TYPE_LABEL, "^.*broken[.]ics");
}

static void
test_an_answer_by_hand (WindowFixture *self, gconstpointer data)
{
  g_autofree char *invitation = invite (self);

  use_menu_of_a_meeting (self, "Answer of Jörn");
  hand_click_on (self->window, WINDOW_TYPE_ITEM, "Accepted");
  window_wait_toast (self, "Answer noted");
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
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  TdmEdit *edit = tdm_edit_new ("Programme changed");

  tdm_record_set_text (tdm_edit_update (edit, tdm_workspace_get_programme (workspace)), TDM_PROGRAMME_ORGANIZER_EMAIL,
                       "");
  window_commit (self, edit);
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

static char *
count_series (WindowFixture *self)
{
  return window_ask (self,
                     "SELECT count (DISTINCT series) FROM meeting WHERE pair = (SELECT pair.id FROM pair JOIN person "
                     "ON person.id = mentee WHERE name = 'Jörn Bönisch' AND state = 'active')");
}

static void
test_this_and_following (WindowFixture *self, gconstpointer data)
{
  g_autofree char *invitation = invite (self);
  g_autofree char *before = count_series (self);
  g_autofree char *after = NULL;
  GtkWindow *dialog;

  use_menu_of_a_meeting (self, "This and Following…");
  dialog = eye_find_window ("This and Following Meetings");
  hand_fill (eye_find (dialog, GTK_TYPE_SPIN_BUTTON, "Start"), "15:00");
  hand_click_on (dialog, GTK_TYPE_BUTTON, "Change");
  window_wait_toast (self, "Series changed");
  after = count_series (self);
  g_assert_cmpint (atoi (after), ==, atoi (before) + 1);
  eye_find (self->window, GTK_TYPE_LABEL, "^.*Changed, not sent yet");
}

static void
test_somebody_takes_the_place_of_somebody (WindowFixture *self, gconstpointer data)
{
  g_autofree char *invitation = invite (self);
  GtkWindow *dialog;

  window_choose (self->window, "Menu of the Tandem", "Change People…");
  dialog = eye_find_window ("Change People");
  g_assert_null (eye_look (dialog, GTK_TYPE_LABEL, "^In this round already: .*"));
  window_choose_partner (dialog, TDM_ROLE_MENTOR, "Lindqv");
  hand_click_on (dialog, GTK_TYPE_BUTTON, "Change");
  window_wait_toast (self, "People changed");
  eye_find_label (self->window, "Jörn Bönisch learns from Fátima Lindqvister");
  eye_find_label (self->window, "Goals of Fátima Lindqvister");
}

static void
test_cancel_all (WindowFixture *self, gconstpointer data)
{
  g_autofree char *invitation = invite (self);

  window_choose (self->window, "Menu of the Tandem", "Cancel All Meetings");
  window_wait_toast (self, "Series cancelled");
  hand_press (GTK_WINDOW (self->window), "<Control>z");
  eye_find_label (self->window, "Undone: Series cancelled");
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/outbox-shown/the-keyboard-is-in-the-list-after-saving", NULL,
                   test_the_keyboard_is_in_the_list_after_saving);
  WINDOW_TEST_ADD ("/outbox-shown/the-meetings-say-what-waits", NULL, test_the_meetings_say_what_waits);
  WINDOW_TEST_ADD ("/outbox-shown/one-message-is-left-out", NULL, test_one_message_is_left_out);
  WINDOW_TEST_ADD ("/outbox-shown/all-or-none-are-chosen", NULL, test_all_or_none_are_chosen);
  WINDOW_TEST_ADD ("/outbox-shown/a-message-is-read-before-it-goes", NULL, test_a_message_is_read_before_it_goes);
  WINDOW_TEST_ADD ("/outbox-shown/a-message-that-is-read-follows-what-changes", NULL,
                   test_a_message_that_is_read_follows_what_changes);
  WINDOW_TEST_ADD ("/outbox-shown/the-rows-follow-what-changes", NULL, test_the_rows_follow_what_changes);
  WINDOW_TEST_ADD ("/outbox-shown/what-was-passed-on-can-be-undone", NULL, test_what_was_passed_on_can_be_undone);
  WINDOW_TEST_ADD ("/outbox-shown/a-moved-meeting-waits-to-be-sent", NULL, test_a_moved_meeting_waits_to_be_sent);
  WINDOW_TEST_ADD ("/outbox-shown/several-answers-are-named", NULL, test_several_answers_are_named);
  WINDOW_TEST_ADD ("/outbox-shown/answers-to-the-old-time-say-so", NULL, test_answers_to_the_old_time_say_so);
  WINDOW_TEST_ADD ("/outbox-shown/a-move-says-who-is-taken", NULL, test_a_move_says_who_is_taken);
  WINDOW_TEST_ADD ("/outbox-shown/a-cancelled-meeting-takes-place-after-all", NULL,
                   test_a_cancelled_meeting_takes_place_after_all);
  WINDOW_TEST_ADD ("/outbox-shown/one-declines-and-accepts-in-the-end", NULL, test_one_declines_and_accepts_in_the_end);
  WINDOW_TEST_ADD ("/outbox-shown/an-answer-of-a-stranger-asks", NULL, test_an_answer_of_a_stranger_asks);
  WINDOW_TEST_ADD ("/outbox-shown/a-broken-file-says-why", NULL, test_a_broken_file_says_why);
  WINDOW_TEST_ADD ("/outbox-shown/an-answer-by-hand", NULL, test_an_answer_by_hand);
  WINDOW_TEST_ADD ("/outbox-shown/a-server-that-does-not-answer-is-named", NULL,
                   test_a_server_that_does_not_answer_is_named);
  WINDOW_TEST_ADD ("/outbox-shown/who-invites-is-asked-for-when-the-first-invitation-goes", NULL,
                   test_who_invites_is_asked_for_when_the_first_invitation_goes);
  WINDOW_TEST_ADD ("/outbox-shown/this-and-following", NULL, test_this_and_following);
  WINDOW_TEST_ADD ("/outbox-shown/somebody-takes-the-place-of-somebody", NULL,
                   test_somebody_takes_the_place_of_somebody);
  WINDOW_TEST_ADD ("/outbox-shown/cancel-all", NULL, test_cancel_all);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
