/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/meetings/tdm-meeting-row.h"
#include "app/people/tdm-person-row.h"
#include "app/round/tdm-round-page.h"

#include <glib/gstdio.h>

/* Somebody who is part of a tandem, from the invitation on: Bo, who learns from Anna */

#define UID "7kukuqrfedlm2f9t0vr42q4v8r@example.org"
#define ANNA "ATTENDEE;CN=Anna Beck;PARTSTAT=ACCEPTED:mailto:anna@example.org\r\n"
#define CARLA "ATTENDEE;CN=Carla Diaz;PARTSTAT=ACCEPTED:mailto:carla@example.org\r\n"
#define BO "ATTENDEE;CN=Bo Chen;PARTSTAT=NEEDS-ACTION:mailto:bo@example.org\r\n"

static const WindowLook narrow = { .width = 360, .height = 560 };

/* Of the organizer, Kim Vogt; what is NULL is as in the first invitation */
typedef struct
{
  const char *method;
  int sequence;
  const char *start;
  const char *people;
  const char *only; /* of one meeting, and not of four Tuesdays */
  const char *uid;
} Message;

static char *
make_event (const Message *message)
{
  return g_strdup_printf (
    "BEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:2026071%dT080000Z\r\nSEQUENCE:%d\r\n"
    "ORGANIZER;CN=Kim Vogt:mailto:kim@example.org\r\n%s"
    "DTSTART;TZID=Europe/Berlin:%s\r\nDURATION:PT1H\r\nSUMMARY:Tandem Anna and Bo\r\nLOCATION:Room "
    "3\r\n%s%s\r\nEND:VEVENT\r\n",
    message->uid ? message->uid : UID, 4 + message->sequence, message->sequence,
    message->people ? message->people : ANNA BO, message->start ? message->start : "20260901T120000",
    message->only ? "RECURRENCE-ID;TZID=Europe/Berlin:" : "RRULE:FREQ=WEEKLY;COUNT=4",
    message->only ? message->only : "");
}

static char *
write_messages (WindowFixture *self, const Message *messages, guint n)
{
  g_autofree char *name = g_strdup_printf ("message-%d.ics", messages->sequence);
  char *path = tdm_test_folder_join (&self->folder, name);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *event = make_event (&messages[i]);

      if (i == 0)
        g_string_append_printf (text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nMETHOD:%s\r\n",
                                messages->method ? messages->method : "REQUEST");
      g_string_append (text, event);
    }
  g_string_append (text, "END:VCALENDAR\r\n");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
}

static void
open_messages (WindowFixture *self, const Message *messages, guint n)
{
  g_autofree char *path = write_messages (self, messages, n);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_file_new_for_path (path));
  tdm_window_take_files (self->window, files);
}

static void
open_message (WindowFixture *self, Message message)
{
  open_messages (self, &message, 1);
}

static void
choose (GtkWindow *dialog, const char *name)
{
  hand_click (eye_find (dialog, GTK_TYPE_CHECK_BUTTON, name));
}

static char *
get_programme (void)
{
  return g_build_filename (g_get_user_data_dir (), "tandem", "my-tandem.tandem", NULL);
}

static const char *
bo_learns (void)
{
  return window_is_german () ? "Bo Chen lernt von Anna Beck" : "Bo Chen learns from Anna Beck";
}

/* Answers the question who one is. */
static void
join (WindowFixture *self)
{
  GtkWindow *dialog = window_find_window ("My Tandem");

  choose (dialog, "Bo Chen");
  choose (dialog, bo_learns ());
  window_click_on (dialog, "_Begin");
  eye_find_label (self->window, bo_learns ());
  g_free (self->folder.path);
  self->folder.path = get_programme ();
  window_settle (self);
}

static void
begin (WindowFixture *self)
{
  open_message (self, (Message){ 0 });
  join (self);
}

/* With the invitation chosen in a file chooser */
static void
test_first_start (WindowFixture *self, gconstpointer data)
{
  g_autofree char *path = write_messages (self, &(Message){ 0 }, 1);
  GtkWindow *dialog, *question;
  GtkWidget *begin_button;

  window_click_on (self->window, "I Am _Part of a Tandem…");
  question = window_find_window ("Part of a Tandem");
  window_click_on (question, "Choose _Invitation…");
  hand_choose_file (window_find_window ("Open Invitation"), path);
  dialog = window_find_window ("My Tandem");
  begin_button = window_find (dialog, GTK_TYPE_BUTTON, "_Begin");
  eye_find_label (dialog, window_is_german () ? "^(?s)4 Treffen ab .*Einladung von Kim Vogt$"
                                              : "4 meetings from 1 September 2026, 12:00\nKim Vogt invites");
  g_assert_false (gtk_widget_is_sensitive (begin_button));
  choose (dialog, "Bo Chen");
  g_assert_false (gtk_widget_is_sensitive (begin_button));
  join (self);
  window_expect_answer (self, "SELECT count (*) FROM meeting", "4");
  window_expect_answer (self,
                        "SELECT group_concat (pair.state || ' ' || name) FROM pair JOIN person ON person.id = mentee",
                        "active Bo Chen");
  window_find (self->window, GTK_TYPE_LABEL, "Do the meetings suit you?");
  hand_click_on (self->window, GTK_TYPE_BUTTON, "^(Accept|Zusagen)$");
  window_wait_toast (self, "Answer noted, not sent yet");
  eye_find_label (self->window, window_is_german () ? "^Ihre Antwort: .*Sie ist noch nicht an Kim Vogt gesendet"
                                                    : "^Your answer: Accepted[.] It has not gone to Kim Vogt yet");
  eye_find_label (self->window, window_is_german () ? "^1 Nachricht an Kim Vogt: .*Zusage für alle Treffen"
                                                    : "^1 message to Kim Vogt: You accept all meetings");
}

static void
test_cancelling_leaves_nothing (WindowFixture *self, gconstpointer data)
{
  g_autofree char *programme = get_programme ();

  open_message (self, (Message){ 0 });
  hand_press (window_find_window ("My Tandem"), "Escape");
  window_find (self->window, GTK_TYPE_BUTTON, "I Am _Part of a Tandem…");
  eye_wait_gone (NULL, GTK_TYPE_CHECK_BUTTON, "Bo Chen");
  g_assert_false (g_file_test (programme, G_FILE_TEST_EXISTS));
}

static void
test_a_tandem_among_other_mail (WindowFixture *self, gconstpointer data)
{
  static const Message both[] = { { .people = CARLA BO, .uid = "another@example.org" },
                                  { .sequence = 1, .start = "20260901T143000" } };
  GtkWindow *dialog;

  begin (self);
  open_messages (self, both, G_N_ELEMENTS (both));
  dialog = eye_find_window ("My Tandem");
  window_wait_toast (self, "4 meetings moved");
  choose (dialog, "Carla Diaz learns from Bo Chen");
  window_click_on (dialog, "_Begin");
  eye_find_label (self->window, "Carla Diaz learns from Bo Chen");
}

static void
test_a_programme_came_to_be_meanwhile (WindowFixture *self, gconstpointer data)
{
  g_autofree char *programme = get_programme ();
  g_autofree char *folder = g_path_get_dirname (programme);
  GtkWindow *dialog;

  open_message (self, (Message){ 0 });
  dialog = eye_find_window ("My Tandem");
  choose (dialog, "Bo Chen");
  choose (dialog, bo_learns ());
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  window_make_sample (programme, 1);
  window_click_on (dialog, "_Begin");
  hand_press (eye_find_window ("Received Messages"), "Escape");
  g_free (self->folder.path);
  self->folder.path = g_steal_pointer (&programme);
  window_expect_answer (self, "SELECT count (*) FROM person WHERE name IN ('Anna Beck', 'Bo Chen')", "0");
}

#define FIRST_START "SELECT local_start FROM meeting ORDER BY start LIMIT 1"

static void
test_the_series_moves (WindowFixture *self, gconstpointer data)
{
  begin (self);
  open_message (self, (Message){ .sequence = 1, .start = "20260901T143000" });
  window_wait_toast (self, "4 meetings moved");
  hand_reach (eye_find (self->window, TDM_TYPE_MEETING_ROW, "^.*22 September 2026, 14:30"));
  hand_press (GTK_WINDOW (self->window), "<Control>z");
  window_wait_toast (self, "Undone: 4 meetings moved");
  window_expect_answer (self, FIRST_START, "2026-09-01T12:00:00");
}

static void
test_one_is_cancelled (WindowFixture *self, gconstpointer data)
{
  begin (self);
  open_message (self, (Message){ .method = "CANCEL", .sequence = 1, .start = "20260908T120000",
                                 .only = "20260908T120000" });
  window_wait_toast (self, "1 meeting cancelled");
  window_expect_answer (self, "SELECT group_concat (state) FROM (SELECT state FROM meeting ORDER BY start)",
                        "invited,cancelled,invited,invited");
}

static void
test_an_old_message_says_so (WindowFixture *self, gconstpointer data)
{
  begin (self);
  open_message (self, (Message){ .sequence = 2, .start = "20260901T143000" });
  window_wait_toast (self, "4 meetings moved");
  open_message (self, (Message){ .sequence = 1, .start = "20260901T100000" });
  eye_find_label (eye_find_window ("Received Messages"), "^.*A later message of Kim Vogt");
}

static void
test_a_second_tandem (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  begin (self);
  open_message (self, (Message){ .people = CARLA BO, .uid = "another@example.org" });
  dialog = eye_find_window ("My Tandem");
  g_assert_null (eye_look (dialog, GTK_TYPE_CHECK_BUTTON, "Bo Chen"));
  choose (dialog, "Carla Diaz learns from Bo Chen");
  window_click_on (dialog, "_Begin");
  eye_find_label (self->window, "Carla Diaz learns from Bo Chen");
  window_wait_toast (self, "Tandem added");
  window_expect_answer (self, "SELECT count (*) FROM pair", "2");
}

/* Hands over what waits as a file, with this button; returns its text. */
static char *
save_answer (WindowFixture *self, const char *button)
{
  g_autofree char *folder = tdm_test_folder_join (&self->folder, "answers");
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GDir) files = NULL;
  g_auto (GStrv) lines = NULL;
  GtkWindow *outbox;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  hand_click_on (self->window, GTK_TYPE_BUTTON, button);
  outbox = eye_find_window ("Messages to Send");
  hand_click_on (outbox, GTK_TYPE_BUTTON, "Save as Files…");
  hand_choose_file (eye_find_window ("Folder for the Messages"), folder);
  eye_find (outbox, GTK_TYPE_BUTTON, "All Handed Over");
  g_assert_cmpuint (window_count_files (folder, ".ics"), ==, 1);
  files = g_dir_open (folder, 0, NULL);
  path = g_build_filename (folder, g_dir_read_name (files), NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\r\n ", -1);
  return g_strjoinv ("", lines);
}

static void
test_the_answer_is_a_file (WindowFixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  GtkWindow *outbox;

  begin (self);
  eye_wait_gone (self->window, GTK_TYPE_BUTTON, "Send Answer…");
  hand_click_on (self->window, GTK_TYPE_BUTTON, "^(Accept|Zusagen)$");
  window_wait_toast (self, "Answer noted, not sent yet");
  text = save_answer (self, "Send Answer…");
  g_assert_nonnull (strstr (text, "\nMETHOD:REPLY\r"));
  g_assert_nonnull (strstr (text, "\nUID:" UID "\r"));
  g_assert_nonnull (strstr (text, "\nATTENDEE;PARTSTAT=ACCEPTED;CN=Bo Chen:mailto:bo@example.org\r"));
  g_assert_true (strstr (text, "\nATTENDEE") == g_strrstr (text, "\nATTENDEE"));
  outbox = eye_find_window ("Messages to Send");
  hand_click_on (outbox, GTK_TYPE_BUTTON, "All Handed Over");
  eye_find_label (outbox, "Nothing to Send");
  hand_press (outbox, "Escape");
  eye_find_label (self->window, "Your answer: Accepted");
  eye_wait_gone (self->window, GTK_TYPE_BUTTON, "Send Answer…");
  eye_find_label (self->window, "^.*Everyone has accepted");
}

/* Accepting and declining is there once; what the other one said can be noted. */
static void
test_a_menu_asks_for_the_own_answer_once (WindowFixture *self, gconstpointer data)
{
  GtkWidget *menu;

  begin (self);
  menu =
    window_open_menu (eye_find (self->window, TDM_TYPE_MEETING_ROW, "^.*8 September 2026"), "More About This Meeting");
  window_find (menu, WINDOW_TYPE_ITEM, "_Decline");
  eye_find (menu, WINDOW_TYPE_ITEM, window_say ("^Answer of Anna", "^Antwort von Anna"));
  g_assert_null (eye_look (menu, WINDOW_TYPE_ITEM, window_say ("^Answer of Bo", "^Antwort von Bo")));
}

static void
test_one_date_is_declined (WindowFixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  begin (self);
  window_choose (eye_find (self->window, TDM_TYPE_MEETING_ROW, "^.*8 September 2026"), "More About This Meeting",
                 "Decline");
  window_wait_toast (self, "Answer noted, not sent yet");
  text = save_answer (self, "Messages…");
  g_assert_nonnull (strstr (text, "\nRECURRENCE-ID;TZID=Europe/Berlin:20260908T120000\r"));
  g_assert_nonnull (strstr (text, "\nATTENDEE;PARTSTAT=DECLINED;CN=Bo Chen:mailto:bo@example.org\r"));
}

static gboolean
is_enabled (WindowFixture *self, const char *action)
{
  g_autoptr (GtkWidget) button = g_object_ref_sink (gtk_button_new ());
  gboolean is_sensitive;

  gtk_widget_set_parent (button, GTK_WIDGET (self->window));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  is_sensitive = gtk_widget_is_sensitive (button);
  gtk_widget_unparent (button);
  return is_sensitive;
}

/* Rounds, and who takes part in them, are the business of those who coordinate. */
static void
test_nothing_is_coordinated (WindowFixture *self, gconstpointer data)
{
  static const char *const items[] = { "New _Tandem…", "New _Person…", "New Programme _From This One…",
                                       "_Export Invitations of the Round…" };
  static const char *const actions[] = { "win.new-round", "win.copy-round", "win.new-pair", "win.new-person" };
  GtkWidget *menu;

  begin (self);
  menu = window_open_menu (self->window, "Menu of the Tandem");
  g_assert_false (window_shows (menu, WINDOW_TYPE_ITEM, "C_hange People…"));
  window_close_others (self, NULL);
  g_assert_false (window_shows (self->window, GTK_TYPE_LIST_BOX_ROW, "Round"));
  g_assert_null (eye_look (self->window, GTK_TYPE_MENU_BUTTON, "^(Round|Runde): "));
  hand_try_key (GTK_WINDOW (self->window), "<Alt>5");
  g_assert_null (eye_look (self->window, TDM_TYPE_ROUND_PAGE, NULL));
  window_press (self, "<Alt>1");
  eye_find (self->window, WINDOW_TYPE_CARD, NULL);
  g_assert_false (window_shows (self->window, GTK_TYPE_BUTTON, "New Tandem…"));
  menu = window_open_menu (self->window, "Main Menu");
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    g_assert_false (window_shows (menu, WINDOW_TYPE_ITEM, items[i]));
  window_close_others (self, NULL);
  window_press (self, "<Alt>2");
  eye_find (self->window, TDM_TYPE_PERSON_ROW, NULL);
  g_assert_false (window_shows (self->window, GTK_TYPE_BUTTON, "New Person…"));
  g_assert_null (eye_look (self->window, GTK_TYPE_BUTTON, "^.*(Pair|Tandem)"));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_false (is_enabled (self, actions[i]));
}

/* The page that was left may be one that only the programme of a coordinator has. */
static void
test_begins_with_the_tandem (WindowFixture *self, gconstpointer data)
{
  g_autofree char *programme = NULL;
  g_autoptr (GFile) file = NULL;

  begin (self);
  programme = tdm_test_folder_join (&self->folder, "sample.tandem");
  window_make_sample (programme, 1);
  file = g_file_new_for_path (programme);
  tdm_window_open_file (self->window, file);
  eye_find (self->window, GTK_TYPE_MENU_BUTTON, "^(Round|Runde): ");
  window_press (self, "<Alt>5");
  eye_find (self->window, TDM_TYPE_ROUND_PAGE, NULL);
  g_clear_object (&file);
  file = g_file_new_for_path (self->folder.path);
  tdm_window_open_file (self->window, file);
  eye_wait_gone (self->window, TDM_TYPE_ROUND_PAGE, NULL);
  eye_find (self->window, WINDOW_TYPE_CARD, NULL);
}

static void
test_narrow (WindowFixture *self, gconstpointer look)
{
  begin (self);
  hand_reach (eye_find (self->window, GTK_TYPE_BUTTON, "Decline"));
  window_expect_size (self, look);
}

/* The next test begins without a programme. */
static void
tear_down (WindowFixture *self, gconstpointer look)
{
  g_autofree char *programme = get_programme ();

  window_tear_down (self, look);
  g_unlink (programme);
}

#define ADD(path, look, func) \
  g_test_add ("/participant/" path, WindowFixture, look, window_set_up_without, func, tear_down)

static void
add_tests (void)
{
  ADD ("first-start", NULL, test_first_start);
  if (window_is_german ())
    return;
  ADD ("cancelling-leaves-nothing", NULL, test_cancelling_leaves_nothing);
  ADD ("a-tandem-among-other-mail", NULL, test_a_tandem_among_other_mail);
  ADD ("a-programme-came-to-be-meanwhile", NULL, test_a_programme_came_to_be_meanwhile);
  ADD ("the-series-moves", NULL, test_the_series_moves);
  ADD ("one-is-cancelled", NULL, test_one_is_cancelled);
  ADD ("an-old-message-says-so", NULL, test_an_old_message_says_so);
  ADD ("a-second-tandem", NULL, test_a_second_tandem);
  ADD ("the-answer-is-a-file", NULL, test_the_answer_is_a_file);
  ADD ("a-menu-asks-for-the-own-answer-once", NULL, test_a_menu_asks_for_the_own_answer_once);
  ADD ("one-date-is-declined", NULL, test_one_date_is_declined);
  ADD ("nothing-is-coordinated", NULL, test_nothing_is_coordinated);
  ADD ("begins-with-the-tandem", NULL, test_begins_with_the_tandem);
  ADD ("narrow", &narrow, test_narrow);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
