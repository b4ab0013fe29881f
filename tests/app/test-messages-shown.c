/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include <glib/gstdio.h>

/* What the window says of files that somebody received, of goals to share and of messages to send */

#define TANDEM "Bönisch"

static const WindowLook narrow = { .width = 360, .height = 560 };

#define BOTH                                                            \
  "ATTENDEE;CN=Anna Beck;PARTSTAT=ACCEPTED:mailto:anna@example.org\r\n" \
  "ATTENDEE;CN=Bo Chen;PARTSTAT=NEEDS-ACTION:mailto:bo@example.org\r\n"

#define GOALS \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Tasks//EN\r\n" \
  "BEGIN:VTODO\r\nUID:task-1@example.com\r\nSUMMARY:Podcasts & <b>radio</b>\r\nSTATUS:IN-PROCESS\r\n%sEND:VTODO\r\n" \
  "BEGIN:VTODO\r\nUID:task-2@example.com\r\nSUMMARY:Listen to one\r\nRELATED-TO:task-1@example.com\r\n" \
  "STATUS:COMPLETED\r\n" \
  "END:VTODO\r\nEND:VCALENDAR\r\n"

static void
open_text (WindowFixture *self, const char *name, const char *text)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, name);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_ptr_array_add (files, g_file_new_for_path (path));
  tdm_window_take_files (self->window, files);
}

/* Four Tuesdays of Kim Vogt */
static void
open_message (WindowFixture *self, const char *method, const char *people)
{
  g_autofree char *text = g_strdup_printf (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nMETHOD:%s\r\nBEGIN:VEVENT\r\n"
    "UID:7kukuqrf@example.org\r\n"
    "DTSTAMP:20260714T080000Z\r\nSEQUENCE:0\r\nORGANIZER;CN=Kim Vogt:mailto:kim@example.org\r\n%s"
    "DTSTART;TZID=Europe/Berlin:20260901T120000\r\nDURATION:PT1H\r\nSUMMARY:Tandem Anna and Bo\r\nLOCATION:Room 3\r\n"
    "RRULE:FREQ=WEEKLY;COUNT=4\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    method, people);

  open_text (self, "message.ics", text);
}

/* Says why this is no beginning, and leaves everything as it was. */
static void
expect_explained (WindowFixture *self, const char *pattern)
{
  g_autofree char *programme = g_build_filename (g_get_user_data_dir (), "tandem", "my-tandem.tandem", NULL);

  window_find (NULL, GTK_TYPE_LABEL, "No Tandem in This File");
  eye_find (NULL, GTK_TYPE_LABEL, pattern);
  window_click_on (NULL, "_OK");
  window_find (self->window, GTK_TYPE_BUTTON, "I Am Part of a Tandem…");
  g_assert_false (g_file_test (programme, G_FILE_TEST_EXISTS));
}

static void
test_a_cancellation_is_no_beginning (WindowFixture *self, gconstpointer data)
{
  g_autofree char *text = window_word ("This cancels meetings that are not here. The invitation to them comes first.");

  open_message (self, "CANCEL", BOTH);
  expect_explained (self, text);
}

static void
test_five_people_are_no_tandem (WindowFixture *self, gconstpointer data)
{
  open_message (self, "REQUEST", "ATTENDEE:mailto:a@example.org\r\nATTENDEE:mailto:b@example.org\r\n"
                                 "ATTENDEE:mailto:c@example.org\r\nATTENDEE:mailto:d@example.org\r\n"
                                 "ATTENDEE:mailto:e@example.org\r\n");
  expect_explained (self, window_is_german () ? "^.*5 Personen.*"
                                              : "^This invitation is for 5 people, but a tandem is two people.");
}

static void
test_another_file_is_no_invitation (WindowFixture *self, gconstpointer data)
{
  open_text (self, "shopping.ics", "Milk, bread");
  expect_explained (self, "^.*shopping[.]ics");
}

static void
test_goals_are_no_beginning (WindowFixture *self, gconstpointer data)
{
  g_autofree char *goals = g_strdup_printf (GOALS, "");
  g_autofree char *text = window_word ("These are goals. Please open the invitation to your tandem first.");

  open_text (self, "goals.ics", goals);
  expect_explained (self, text);
}

static gboolean
is_ticked (gpointer box)
{
  return gtk_check_button_get_active (box);
}

static void
test_the_question_who_one_is_narrow (WindowFixture *self, gconstpointer look)
{
  GtkWindow *dialog;
  GtkWidget *choice;

  open_message (self, "REQUEST", BOTH);
  dialog = window_find_window ("My Tandem");
  choice = eye_find (dialog, GTK_TYPE_CHECK_BUTTON,
                     window_is_german () ? "Anna Beck lernt von Bo Chen" : "Anna Beck learns from Bo Chen");
  hand_click (choice);
  eye_wait (is_ticked, choice, "the choice");
  window_expect_size (self, look);
}

/* Goals */

static GtkWindow *
open_sharing (WindowFixture *self)
{
  window_open_tandem (self, TANDEM);
  window_click_on (self->window, "Share Goals…");
  return window_find_window ("Share Goals");
}

static void
test_none_is_ticked_at_first (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_sharing (self);
  g_autoptr (GPtrArray) boxes = NULL;

  window_find (dialog, GTK_TYPE_LABEL, "Nothing ticked yet");
  boxes = eye_look_all (dialog, GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_cmpuint (boxes->len, ==, 4);
  for (guint i = 0; i < boxes->len; i++)
    g_assert_false (is_ticked (boxes->pdata[i]));
  g_assert_false (gtk_widget_is_sensitive (window_find (dialog, GTK_TYPE_BUTTON, "_Save…")));
  hand_click (boxes->pdata[0]);
  eye_find_label (dialog, window_is_german () ? "1 Ziel angehakt" : "1 goal ticked");
}

static void
test_sharing_narrow (WindowFixture *self, gconstpointer look)
{
  GtkWindow *dialog = open_sharing (self);

  window_shrink (dialog, look);
  hand_click (eye_find (dialog, GTK_TYPE_CHECK_BUTTON, NULL));
  eye_find_label (dialog, window_is_german () ? "1 Ziel angehakt" : "1 goal ticked");
}

static void
test_goals_ask_for_the_tandem (WindowFixture *self, gconstpointer data)
{
  g_autofree char *goals = g_strdup_printf (GOALS, "");

  open_text (self, "tasks.ics", goals);
  eye_find_label (window_find_window ("Goals"), window_is_german () ? "1 Ziel. Für welches Tandem?"
                                                                    : "1 goal. For which tandem?");
}

/* The address of the mentee in the sample */
static char *
find_address (WindowFixture *self)
{
  GListModel *people = tdm_workspace_get_people (tdm_window_get_workspace (self->window));

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (TdmPerson) person = g_list_model_get_item (people, i);

      if (strstr (tdm_record_get_text (TDM_RECORD (person), TDM_PERSON_NAME), TANDEM))
        return g_strdup (tdm_record_get_text (TDM_RECORD (person), TDM_PERSON_EMAIL));
    }
  g_assert_not_reached ();
}

static void
test_goals_from_somebody_narrow (WindowFixture *self, gconstpointer look)
{
  g_autofree char *address = find_address (self);
  g_autofree char *organizer = g_strdup_printf ("ORGANIZER;CN=Jörn:mailto:%s\r\n", address);
  g_autofree char *goals = g_strdup_printf (GOALS, organizer);
  GtkWindow *dialog;

  open_text (self, "tasks.ics", goals);
  dialog = window_find_window ("Goals");
  window_shrink (dialog, look);
  eye_find_label (dialog, window_is_german () ? "1 Ziel von Jörn: 1 neu" : "1 goal from Jörn: 1 new");
  eye_find (dialog, GTK_TYPE_LABEL, window_is_german () ? "^(?s).*Neu: „Podcasts & <b>radio</b>“ mit 1 Schritt"
                                                       : "^(?s).*New: “Podcasts & <b>radio</b>” with 1 step");
  window_find (dialog, GTK_TYPE_BUTTON, "Take Over");
}

/* Messages to send */

static void
test_what_waits_in_the_round (WindowFixture *self, gconstpointer look)
{
  GtkWindow *dialog;

  hand_press (GTK_WINDOW (self->window), "<Control><Shift>m");
  dialog = window_find_window ("Messages to Send");
  window_find (dialog, GTK_TYPE_BUTTON, "Save as _Files…");
  eye_find (dialog, GTK_TYPE_LABEL, window_is_german () ? "^An " : "^To ");
  if (look)
    window_shrink (dialog, look);
}

/* All that can be done with messages stands side by side where there is room for it. */
static void
test_the_buttons_are_in_one_row (WindowFixture *self, gconstpointer data)
{
  g_autofree char *folder = tdm_test_folder_join (&self->folder, "messages");
  static const char *const words[] = { "_All Handed Over", "Save as _Files…", "_Send by E-Mail" };
  GtkWindow *outbox;
  float first = 0;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  window_press (self, "<Control><Shift>m");
  outbox = window_find_window ("Messages to Send");
  window_click_on (outbox, words[1]);
  hand_choose_file (window_find_window ("Folder for the Messages"), folder);
  window_find (outbox, GTK_TYPE_BUTTON, words[0]);
  window_settle (self);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      graphene_rect_t place;

      g_assert_true (gtk_widget_compute_bounds (window_find (outbox, GTK_TYPE_BUTTON, words[i]), GTK_WIDGET (outbox),
                                                &place));
      if (i == 0)
        first = place.origin.y;
      g_assert_cmpfloat_with_epsilon (place.origin.y, first, 1);
    }
}

#define ADD(path, set_up, look, func) \
  g_test_add ("/messages-shown/" path, WindowFixture, look, set_up, func, window_tear_down)

static void
add_tests (void)
{
  ADD ("a-cancellation-is-no-beginning", window_set_up_without, NULL, test_a_cancellation_is_no_beginning);
  ADD ("five-people-are-no-tandem", window_set_up_without, NULL, test_five_people_are_no_tandem);
  ADD ("another-file-is-no-invitation", window_set_up_without, NULL, test_another_file_is_no_invitation);
  ADD ("goals-are-no-beginning", window_set_up_without, NULL, test_goals_are_no_beginning);
  ADD ("the-question-who-one-is-narrow", window_set_up_without, &narrow, test_the_question_who_one_is_narrow);
  ADD ("none-is-ticked-at-first", window_set_up, NULL, test_none_is_ticked_at_first);
  ADD ("sharing-narrow", window_set_up, &narrow, test_sharing_narrow);
  ADD ("goals-ask-for-the-tandem", window_set_up, NULL, test_goals_ask_for_the_tandem);
  ADD ("goals-from-somebody-narrow", window_set_up, &narrow, test_goals_from_somebody_narrow);
  ADD ("the-buttons-are-in-one-row", window_set_up, NULL, test_the_buttons_are_in_one_row);
  ADD ("what-waits-in-the-round", window_set_up, NULL, test_what_waits_in_the_round);
  ADD ("what-waits-in-the-round-narrow", window_set_up, &narrow, test_what_waits_in_the_round);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
