/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "notes-fixture.h"

#include "app/notes/tdm-note-row.h"
#include "app/notes/tdm-notes-page.h"
#include "base/tdm-clock.h"

/* Private notes: writing, finding, locking */

static const WindowLook narrow = { .width = 360, .height = 560 };
static const WindowLook dark_large = { .is_dark = TRUE, .text_scale = 2 };

static void
test_what_was_typed_last_is_saved_by_the_lock (WindowFixture *self, gconstpointer data)
{
  window_click_on (self->window, "New Note");
  window_fill (self->window, "Title", "Draft");
  hand_fill (window_find (self->window, GTK_TYPE_TEXT_VIEW, "Text of the Note"), "half a sen");
  notes_lock (self);
  notes_unlock (self, NOTES_PASSPHRASE);
  notes_open (self, "Draft");
  notes_expect_text (self, "half a sen");
}

static gboolean
is_sensitive (gpointer widget)
{
  return gtk_widget_is_sensitive (widget);
}

/* Where the buttons of the editor are */
static void
find_buttons (WindowFixture *self, graphene_rect_t *bounds)
{
  static const char *const names[] = { "Question to Ask", "Earlier Versions", "Move to the Bin" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (gtk_widget_compute_bounds (window_find (self->window, GTK_TYPE_BUTTON, names[i]),
                                              GTK_WIDGET (self->window), &bounds[i]));
}

static void
test_saving_moves_no_button (WindowFixture *self, gconstpointer data)
{
  graphene_rect_t before[3], after[3];
  GtkWidget *bin;

  window_click_on (self->window, "New Note");
  bin = window_find (self->window, GTK_TYPE_BUTTON, "Move to the Bin");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  find_buttons (self, before);
  g_assert_false (gtk_widget_is_sensitive (bin));
  window_fill (self->window, "Title", "A note");
  eye_wait (is_sensitive, bin, "the note to be saved");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  find_buttons (self, after);
  for (guint i = 0; i < 3; i++)
    g_assert_true (graphene_rect_equal (&before[i], &after[i]));
}

static void
test_find_any_part_of_a_word (WindowFixture *self, gconstpointer data)
{
  notes_write (self, "Nachfolgeplanung", "Who and when");
  notes_write (self, "Budget", "Nothing new");
  hand_press (GTK_WINDOW (self->window), "<Control>f");
  window_fill (self->window, "Search in all notes", "folgeplan");
  eye_find_label (self->window, window_is_german () ? "1 Notiz" : "1 note");
  notes_find_row (self, "Nachfolgeplanung");
  window_fill (self->window, "Search in all notes", "nowhere");
  window_find (self->window, GTK_TYPE_LABEL, "Nothing Found");
}

static void
test_return_opens_the_note_that_was_found (WindowFixture *self, gconstpointer data)
{
  notes_write (self, "Nachfolgeplanung", "Who and when");
  notes_write (self, "Budget", "Nothing new");
  hand_press (GTK_WINDOW (self->window), "<Control>f");
  window_fill (self->window, "Search in all notes", "folgeplan");
  hand_press (GTK_WINDOW (self->window), "Return");
  notes_expect_title (self, "Nachfolgeplanung");
}

static void
test_the_key_leads_from_a_note_to_the_list_and_on (WindowFixture *self, gconstpointer data)
{
  notes_write (self, "First talk", "text");
  window_press (self, "<Alt>Left");
  notes_find_row (self, "First talk");
  window_press (self, "<Alt>Left");
  window_find (self->window, GTK_TYPE_LIST_BOX, "Pages");
}

static void
test_into_the_bin_and_back (WindowFixture *self, gconstpointer data)
{
  notes_write (self, "First talk", "text");
  window_click_on (self->window, "Move to the Bin");
  window_find (self->window, GTK_TYPE_LABEL, "Moved to the bin");
  window_find (self->window, GTK_TYPE_LABEL, "No Notes Yet");
  window_click_on (self->window, "_Undo");
  notes_find_row (self, "First talk");
}

static gboolean
shows_choice (WindowFixture *self)
{
  return window_shows (self->window, GTK_TYPE_LABEL, "No Note Chosen");
}

/* From the bin back to the notes, it would stand beside a list that it is not in. */
static void
test_a_deleted_note_stays_in_the_bin (WindowFixture *self, gconstpointer data)
{
  notes_write (self, "First talk", "text");
  notes_write (self, "Second talk", "text");
  window_click_on (self->window, "Move to the Bin");
  window_choose (self->window, "Menu of the Notes", "_Bin");
  notes_open (self, "Second talk");
  window_choose (self->window, "Menu of the Notes", "_Notes");
  window_find (self->window, GTK_TYPE_LABEL, "No Note Chosen");
  g_assert_false (window_shows (self->window, GTK_TYPE_ENTRY, "Title"));
  notes_open (self, "First talk");
}

static void
press_button (WindowFixture *self, const char *english)
{
  GtkWidget *button = window_find (self->window, GTK_TYPE_BUTTON, english);

  g_assert_true (gtk_widget_grab_focus (button));
  hand_click (button);
}

/* The note goes, and its buttons with it: the list goes on, or what stands in its place. */
static void
test_the_keyboard_stays_when_a_note_leaves_the_bin (WindowFixture *self, gconstpointer data)
{
  GtkWidget *page;

  notes_write (self, "First talk", "text");
  page = eye_find (self->window, TDM_TYPE_NOTES_PAGE, NULL);
  window_click_on (self->window, "Move to the Bin");
  notes_write (self, "Second talk", "text");
  window_click_on (self->window, "Move to the Bin");
  window_choose (self->window, "Menu of the Notes", "_Bin");
  notes_open (self, "Second talk");
  press_button (self, "Restore");
  eye_wait (eye_has_focus_inside, page, "a place for the keyboard in the list");
  eye_wait_gone (self->window, TDM_TYPE_NOTE_ROW, "^Second talk");
  notes_open (self, "First talk");
  press_button (self, "Restore");
  window_find (self->window, GTK_TYPE_LABEL, "The Bin Is Empty");
  eye_wait (eye_has_focus_inside, page, "a place for the keyboard beside the empty list");
}

/* What is in both lists stays. */
static void
test_a_question_stays_open_among_the_questions (WindowFixture *self, gconstpointer data)
{
  notes_write (self, "What is success?", NULL);
  window_click_on (self->window, "Question to Ask");
  notes_wait_saved (self);
  window_choose (self->window, "Menu of the Notes", "_Questions to Ask");
  notes_expect_title (self, "What is success?");
}

static void
test_an_empty_list_is_not_to_be_chosen_from (WindowFixture *self, gconstpointer data)
{
  window_find (self->window, GTK_TYPE_LABEL, "No Notes Yet");
  g_assert_false (shows_choice (self));
  notes_write (self, "First talk", "text");
  hand_press (GTK_WINDOW (self->window), "<Control>f");
  window_fill (self->window, "Search in all notes", "nowhere");
  window_find (self->window, GTK_TYPE_LABEL, "Nothing Found");
  window_choose (self->window, "Menu of the Notes", "_Bin");
  g_assert_false (shows_choice (self));
}

/* How far the middle of what a button shows is from its own */
static double
measure_offset (GtkWidget *button)
{
  GtkWidget *label = eye_find (button, GTK_TYPE_LABEL, NULL);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (label, button, &bounds));
  return bounds.origin.x + bounds.size.width / 2 - gtk_widget_get_width (button) / 2.0;
}

static void
test_unlock_stays_in_the_middle (WindowFixture *self, gconstpointer data)
{
  GtkWidget *button;

  notes_lock (self);
  button = window_find (self->window, GTK_TYPE_BUTTON, "Unlock");
  gtk_test_widget_wait_for_draw (button);
  g_assert_cmpfloat_with_epsilon (measure_offset (button), 0, 1);
  notes_unlock (self, "not the passphrase");
  eye_wait (is_sensitive, button, "the answer");
  gtk_test_widget_wait_for_draw (button);
  g_assert_cmpfloat_with_epsilon (measure_offset (button), 0, 1);
}

static void
test_switching_saves_each_text_in_its_note (WindowFixture *self, gconstpointer data)
{
  notes_write (self, "One", "text of one");
  notes_write (self, "Two", "text of two");
  notes_open (self, "One");
  notes_expect_text (self, "text of one");
  hand_fill (window_find (self->window, GTK_TYPE_TEXT_VIEW, "Text of the Note"), "text of one more");
  notes_open (self, "Two");
  notes_expect_text (self, "text of two");
  notes_open (self, "One");
  notes_expect_text (self, "text of one more");
}

static void
test_a_question_waits_for_the_next_meeting (WindowFixture *self, gconstpointer data)
{
  notes_write (self, "What is success?", NULL);
  window_click_on (self->window, "Question to Ask");
  window_choose (self->window, "Menu of the Notes", "_Questions to Ask");
  eye_find (self->window, TDM_TYPE_NOTE_ROW, "^(Question|Frage): What is success");
}

static void
test_the_note_that_was_open_is_open_again (WindowFixture *self, gconstpointer data)
{
  notes_write (self, "First talk", "text of the first");
  notes_write (self, "Second talk", "text of the second");
  notes_open (self, "First talk");
  notes_lock (self);
  notes_unlock (self, NOTES_PASSPHRASE);
  notes_expect_title (self, "First talk");
  notes_expect_text (self, "text of the first");
}

static void
test_the_note_that_was_open_is_open_again_over_the_list (WindowFixture *self, gconstpointer data)
{
  notes_write (self, "First talk", "text of the first");
  notes_lock (self);
  notes_unlock (self, NOTES_PASSPHRASE);
  notes_expect_title (self, "First talk");
}

static void
test_locked_notes_open_with_the_passphrase_alone (WindowFixture *self, gconstpointer data)
{
  notes_write (self, "First talk", "We spoke about **trust**\n- ask again\n- listen");
  notes_lock (self);
  g_assert_null (eye_look (self->window, GTK_TYPE_WIDGET, "^.*First talk"));
  notes_unlock (self, "wrong");
  window_find (self->window, GTK_TYPE_LABEL, "This is not the right passphrase.");
  notes_unlock (self, NOTES_PASSPHRASE);
  notes_open (self, "First talk");
  notes_expect_text (self, "We spoke about **trust**\n- ask again\n- listen");
}

#define DAY (24 * 60 * 60)

static void
test_what_a_note_was_like_yesterday (WindowFixture *self, gconstpointer data)
{
  gint64 today = tdm_clock_now ();
  GtkWindow *dialog;

  notes_write (self, "First talk", "said yesterday");
  notes_lock (self);
  tdm_clock_freeze (today + DAY);
  notes_unlock (self, NOTES_PASSPHRASE);
  notes_open (self, "First talk");
  notes_fill_text (self, "nothing left of it");
  notes_wait_saved (self);
  window_click_on (self->window, "Earlier Versions");
  dialog = window_find_window ("Earlier Versions");
  hand_click (eye_find (dialog, GTK_TYPE_LIST_BOX_ROW, window_is_german () ? "^.*14[.] Jul" : "^.*14 Jul"));
  window_click_on (dialog, "_Restore");
  notes_expect_text (self, "said yesterday");
  notes_lock (self);
  notes_unlock (self, NOTES_PASSPHRASE);
  notes_open (self, "First talk");
  notes_expect_text (self, "said yesterday");
  tdm_clock_freeze (today);
}

static void
test_narrow (WindowFixture *self, gconstpointer look)
{
  notes_write (self, "Vertrauen", "Worüber wir sprachen");
  window_click_on (self->window, "Back to the List");
  notes_open (self, "Vertrauen");
  window_expect_size (self, look);
}

static void
test_dark_and_large (WindowFixture *self, gconstpointer look)
{
  notes_write (self, "First talk", "# Trust\nWe spoke about **trust**\n- ask again");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
}

/* With a dialog over it, which is given up: the note is not. */
static void
test_what_was_typed_last_is_saved_by_quitting (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  notes_write (self, "First talk", "We spoke about maps.");
  notes_fill_text (self, "We spoke about rivers.");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-person", NULL);
  dialog = window_find_window ("New Person");
  window_fill (dialog, "Name", "Carla");
  window_quit (self);
  window_click_on (NULL, "_Discard");
  window_wait_freed (self);
  notes_come_back (self);
  notes_unlock (self, NOTES_PASSPHRASE);
  notes_open (self, "First talk");
  notes_expect_text (self, "We spoke about rivers.");
}

static void
add_tests (void)
{
  NOTES_TEST_ADD ("/notes/the-key-leads-from-a-note-to-the-list-and-on", &narrow,
                  test_the_key_leads_from_a_note_to_the_list_and_on);
  NOTES_TEST_ADD ("/notes/return-opens-the-note-that-was-found", NULL, test_return_opens_the_note_that_was_found);
  NOTES_TEST_ADD ("/notes/what-was-typed-last-is-saved-by-the-lock", NULL,
                  test_what_was_typed_last_is_saved_by_the_lock);
  NOTES_TEST_ADD ("/notes/what-was-typed-last-is-saved-by-quitting", NULL,
                  test_what_was_typed_last_is_saved_by_quitting);
  NOTES_TEST_ADD ("/notes/saving-moves-no-button", NULL, test_saving_moves_no_button);
  NOTES_TEST_ADD ("/notes/find-any-part-of-a-word", NULL, test_find_any_part_of_a_word);
  NOTES_TEST_ADD ("/notes/into-the-bin-and-back", NULL, test_into_the_bin_and_back);
  NOTES_TEST_ADD ("/notes/a-deleted-note-stays-in-the-bin", NULL, test_a_deleted_note_stays_in_the_bin);
  NOTES_TEST_ADD ("/notes/the-keyboard-stays-when-a-note-leaves-the-bin", NULL,
                  test_the_keyboard_stays_when_a_note_leaves_the_bin);
  NOTES_TEST_ADD ("/notes/the-note-that-was-open-is-open-again", NULL, test_the_note_that_was_open_is_open_again);
  NOTES_TEST_ADD ("/notes/narrow/the-note-that-was-open-is-open-again", &narrow,
                  test_the_note_that_was_open_is_open_again_over_the_list);
  NOTES_TEST_ADD ("/notes/unlock-stays-in-the-middle", NULL, test_unlock_stays_in_the_middle);
  NOTES_TEST_ADD ("/notes/a-question-stays-open-among-the-questions", NULL,
                  test_a_question_stays_open_among_the_questions);
  NOTES_TEST_ADD ("/notes/an-empty-list-is-not-to-be-chosen-from", NULL, test_an_empty_list_is_not_to_be_chosen_from);
  NOTES_TEST_ADD ("/notes/switching-saves-each-text-in-its-note", NULL, test_switching_saves_each_text_in_its_note);
  NOTES_TEST_ADD ("/notes/a-question-waits-for-the-next-meeting", NULL, test_a_question_waits_for_the_next_meeting);
  NOTES_TEST_ADD ("/notes/locked-notes-open-with-the-passphrase-alone", NULL,
                  test_locked_notes_open_with_the_passphrase_alone);
  NOTES_TEST_ADD ("/notes/what-a-note-was-like-yesterday", NULL, test_what_a_note_was_like_yesterday);
  NOTES_TEST_ADD ("/notes/narrow", &narrow, test_narrow);
  NOTES_TEST_ADD ("/notes/dark-and-large", &dark_large, test_dark_and_large);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
