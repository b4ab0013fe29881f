/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/meetings/tdm-meeting-row.h"
#include "edits/tdm-meeting-edits.h"

/* Once people are invited: the answers that come back, and what is changed in their meetings */

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

/* Opens the tandem. Returns: its invitation, as the calendar file has it */
static char *
invite (WindowFixture *self)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "invitation.ics");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  open_tandem (self);
  hand_press (GTK_WINDOW (self->window), "<Control>e");
  hand_choose_file (window_find_window ("Export Invitation"), path);
  window_wait_toast (self, "Invitation exported");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\r\n ", -1);
  return g_strjoinv ("", lines);
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

static TdmPair *
find_pair (WindowFixture *self)
{
  GListModel *pairs = tdm_workspace_get_pairs (tdm_window_get_workspace (self->window));

  return window_ask_record (self, pairs, "SELECT pair.uid FROM pair JOIN person ON person.id = mentee WHERE "
                                         "name = 'Jörn Bönisch' AND pair.state = 'active'");
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
  meetings = tdm_pair_get_meetings (find_pair (self));
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
  WINDOW_TEST_ADD ("/invited/a-moved-meeting-waits-to-be-sent", NULL, test_a_moved_meeting_waits_to_be_sent);
  WINDOW_TEST_ADD ("/invited/several-answers-are-named", NULL, test_several_answers_are_named);
  WINDOW_TEST_ADD ("/invited/answers-to-the-old-time-say-so", NULL, test_answers_to_the_old_time_say_so);
  WINDOW_TEST_ADD ("/invited/a-move-says-who-is-taken", NULL, test_a_move_says_who_is_taken);
  WINDOW_TEST_ADD ("/invited/a-cancelled-meeting-takes-place-after-all", NULL,
                   test_a_cancelled_meeting_takes_place_after_all);
  WINDOW_TEST_ADD ("/invited/one-declines-and-accepts-in-the-end", NULL, test_one_declines_and_accepts_in_the_end);
  WINDOW_TEST_ADD ("/invited/an-answer-of-a-stranger-asks", NULL, test_an_answer_of_a_stranger_asks);
  WINDOW_TEST_ADD ("/invited/a-broken-file-says-why", NULL, test_a_broken_file_says_why);
  WINDOW_TEST_ADD ("/invited/an-answer-by-hand", NULL, test_an_answer_by_hand);
  WINDOW_TEST_ADD ("/invited/this-and-following", NULL, test_this_and_following);
  WINDOW_TEST_ADD ("/invited/somebody-takes-the-place-of-somebody", NULL, test_somebody_takes_the_place_of_somebody);
  WINDOW_TEST_ADD ("/invited/cancel-all", NULL, test_cancel_all);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
