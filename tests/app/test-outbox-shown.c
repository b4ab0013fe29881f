/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/meetings/tdm-meeting-row.h"

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

static void
open_answer (WindowFixture *self, const char *invitation, const Answer *answer)
{
  g_autofree char *uid = find_value (invitation, "UID");
  g_autofree char *sequence = find_value (invitation, "SEQUENCE");
  g_autofree char *text = g_strdup_printf (
    "BEGIN:VCALENDAR\r\nPRODID:-//Example//Mail//EN\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:%s\r\n"
    "SEQUENCE:%s\r\nDTSTAMP:%s\r\nATTENDEE;CN=%s;PARTSTAT=%s:mailto:%s\r\n%sEND:VEVENT\r\nEND:VCALENDAR\r\n",
    uid, sequence, answer->stamp, answer->name, answer->answer, answer->email, answer->more ? answer->more : "");

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
save_all (WindowFixture *self, GtkWindow *outbox)
{
  g_autofree char *folder = tdm_test_folder_join (&self->folder, "messages");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  hand_click_on (outbox, GTK_TYPE_BUTTON, "Save as Files…");
  hand_choose_file (eye_find_window ("Folder for the Messages"), folder);
  eye_find (outbox, GTK_TYPE_BUTTON, "All Passed On");
  g_assert_cmpuint (window_count_files (folder, ".ics"), >, 0);
}

static void
test_the_meetings_say_what_waits (WindowFixture *self, gconstpointer data)
{
  GtkWindow *outbox;

  hand_press (GTK_WINDOW (self->window), "<Alt>3");
  hand_click_on (self->window, GTK_TYPE_BUTTON, "6 messages to send");
  outbox = eye_find_window ("Messages to Send");
  save_all (self, outbox);
  hand_click_on (outbox, GTK_TYPE_BUTTON, "All Passed On");
  eye_find_label (outbox, "Nothing to Send");
  hand_press (outbox, "Escape");
  eye_wait_gone (self->window, GTK_TYPE_BUTTON, "6 messages to send");
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
  window_wait_count (outbox, GTK_TYPE_LABEL, "Saved, not yet passed on", 6);
  hand_click_on (outbox, GTK_TYPE_BUTTON, "Passed On");
  window_wait_count (outbox, GTK_TYPE_LABEL, "Saved, not yet passed on", 5);
  hand_click_on (outbox, GTK_TYPE_BUTTON, "All Passed On");
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

static void
test_one_declines_and_accepts_in_the_end (WindowFixture *self, gconstpointer data)
{
  g_autofree char *invitation = invite (self);
  g_autofree char *email = find_email (self);
  Answer answer = { "Jörn Bönisch", email, "DECLINED", "20260714T120000Z", "COMMENT:No time on Wednesdays\r\n" };

  open_answer (self, invitation, &answer);
  window_wait_toast (self, "1 answer taken over");
  eye_find (self->window, GTK_TYPE_LABEL, "^.*Jörn has declined");
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
  eye_find_label (dialog, "Answer noted");
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

  use_menu_of_a_meeting (self, "Answer of the Mentee");
  hand_click_on (self->window, WINDOW_TYPE_ITEM, "Accepted");
  window_wait_toast (self, "Answer noted");
}

static void
test_a_server_that_does_not_answer_is_named (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  hand_click_on (open_outbox (self), GTK_TYPE_BUTTON, "Send by Mail");
  dialog = eye_find_window ("Mail Account");
  hand_fill (eye_find (dialog, GTK_TYPE_EDITABLE, "Server"), "127.0.0.1");
  hand_click_on (dialog, GTK_TYPE_BUTTON, "Test Connection");
  eye_find (dialog, GTK_TYPE_LABEL, "^.*127[.]0[.]0[.]1");
}

static char *
count_series (WindowFixture *self)
{
  return window_ask (self, "SELECT count (DISTINCT series) FROM meeting WHERE pair = (SELECT pair.id FROM pair JOIN person "
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
  WINDOW_TEST_ADD ("/outbox-shown/the-meetings-say-what-waits", NULL, test_the_meetings_say_what_waits);
  WINDOW_TEST_ADD ("/outbox-shown/what-was-passed-on-can-be-undone", NULL, test_what_was_passed_on_can_be_undone);
  WINDOW_TEST_ADD ("/outbox-shown/a-moved-meeting-waits-to-be-sent", NULL, test_a_moved_meeting_waits_to_be_sent);
  WINDOW_TEST_ADD ("/outbox-shown/one-declines-and-accepts-in-the-end", NULL, test_one_declines_and_accepts_in_the_end);
  WINDOW_TEST_ADD ("/outbox-shown/an-answer-of-a-stranger-asks", NULL, test_an_answer_of_a_stranger_asks);
  WINDOW_TEST_ADD ("/outbox-shown/a-broken-file-says-why", NULL, test_a_broken_file_says_why);
  WINDOW_TEST_ADD ("/outbox-shown/an-answer-by-hand", NULL, test_an_answer_by_hand);
  WINDOW_TEST_ADD ("/outbox-shown/a-server-that-does-not-answer-is-named", NULL, test_a_server_that_does_not_answer_is_named);
  WINDOW_TEST_ADD ("/outbox-shown/this-and-following", NULL, test_this_and_following);
  WINDOW_TEST_ADD ("/outbox-shown/somebody-takes-the-place-of-somebody", NULL, test_somebody_takes_the_place_of_somebody);
  WINDOW_TEST_ADD ("/outbox-shown/cancel-all", NULL, test_cancel_all);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
