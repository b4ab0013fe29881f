/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "notes-fixture.h"

/* Private notes: what opens them, what protects them, and how they are destroyed */

#define NEXT_PASSPHRASE "four new words here"
#define WRONG "This is not the right passphrase."

static const WindowLook narrow = { .width = 360, .height = 640 };
static const WindowLook dark = { .is_dark = TRUE };

static GtkWindow *
open_keys (WindowFixture *self)
{
  window_choose (self->window, "Menu of the Notes", "_Keys and Protection…");
  return window_find_window ("Keys and Protection");
}

static void
click_row (gpointer root, const char *english)
{
  hand_click (window_find (root, GTK_TYPE_LIST_BOX_ROW, english));
}

static void
fill_new (gpointer dialog, const char *passphrase)
{
  window_fill (dialog, "New Passphrase", passphrase);
  window_fill (dialog, "Once More", passphrase);
}

static void
leave_and_lock (WindowFixture *self)
{
  window_close_others (self, NULL);
  notes_lock (self);
}

static void
unlock_with_code (WindowFixture *self, const char *code)
{
  window_fill (self->window, "Recovery code", code);
  window_click_on (self->window, "_Unlock");
}

static void
expect_open (WindowFixture *self)
{
  window_find (self->window, GTK_TYPE_BUTTON, "New Note");
}

static void
test_another_passphrase (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  click_row (open_keys (self), "Change the Passphrase");
  dialog = window_find_window ("Change Passphrase");
  window_fill (dialog, "Present Passphrase", NOTES_PASSPHRASE);
  fill_new (dialog, NEXT_PASSPHRASE);
  window_click_on (dialog, "_Change");
  window_find (NULL, GTK_TYPE_LABEL, "The new passphrase opens your notes.");
  leave_and_lock (self);
  notes_unlock (self, NEXT_PASSPHRASE);
  expect_open (self);
}

static void
test_a_very_short_passphrase_asks_once_more (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  hand_press (GTK_WINDOW (self->window), "<Alt>4");
  window_click_on (self->window, "_Set Up…");
  dialog = window_find_window ("Set Up Private Notes");
  fill_new (dialog, "anna");
  window_click_on (dialog, "_Next");
  window_find (NULL, GTK_TYPE_LABEL, "Use Such a Short Passphrase?");
  window_click_on (NULL, "_Choose Another");
  window_wait_gone (NULL, GTK_TYPE_LABEL, "Use Such a Short Passphrase?");
  g_assert_false (window_shows (dialog, GTK_TYPE_BUTTON, "_Print…"));
  window_click_on (dialog, "_Next");
  window_click_on (NULL, "_Use It Anyway");
  window_find (dialog, GTK_TYPE_BUTTON, "_Print…");
}

/* Not to the eye: Enter there would show the passphrase on the screen. */
static void
test_tab_goes_to_the_next_passphrase (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  GtkWidget *second;

  hand_press (GTK_WINDOW (self->window), "<Alt>4");
  window_click_on (self->window, "_Set Up…");
  dialog = window_find_window ("Set Up Private Notes");
  second = window_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "Once More");
  gtk_widget_grab_focus (window_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "New Passphrase"));
  gtk_widget_child_focus (GTK_WIDGET (dialog), GTK_DIR_TAB_FORWARD);
  g_assert_true (eye_has_focus_inside (second));
}

static void
test_another_passphrase_that_is_very_short_asks (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  click_row (open_keys (self), "Change the Passphrase");
  dialog = window_find_window ("Change Passphrase");
  window_fill (dialog, "Present Passphrase", NOTES_PASSPHRASE);
  fill_new (dialog, "anna");
  window_click_on (dialog, "_Change");
  window_find (NULL, GTK_TYPE_LABEL, "Use Such a Short Passphrase?");
  window_click_on (NULL, "_Use It Anyway");
  window_find (NULL, GTK_TYPE_LABEL, "The new passphrase opens your notes.");
}

/* To a new code, for somebody who knows the passphrase; returns the code. */
static char *
go_through (const char *title, const char *verb)
{
  GtkWindow *dialog = window_find_window (title);
  char *code;

  window_fill (dialog, "Present Passphrase", "wrong");
  window_click_on (dialog, "_Next");
  window_find (dialog, GTK_TYPE_LABEL, WRONG);
  window_fill (dialog, "Present Passphrase", NOTES_PASSPHRASE);
  window_click_on (dialog, "_Next");
  code = eye_name (eye_find (dialog, GTK_TYPE_LABEL, "^[0-9A-Z]{4}-"));
  window_click_on (dialog, "_Next");
  notes_type_back (dialog, code);
  window_click_on (dialog, verb);
  return code;
}

static void
test_a_new_recovery_code (WindowFixture *self, gconstpointer data)
{
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  window_close_others (self, NULL);
  old = notes_begin (self);
  notes_write (self, "First talk", "text");
  click_row (open_keys (self), "New Recovery Code");
  new = go_through ("New Recovery Code", "_Replace");
  window_find (NULL, GTK_TYPE_LABEL, "The new recovery code is set. The old one opens nothing any more.");
  leave_and_lock (self);
  window_click_on (self->window, "Use the Recovery Code…");
  unlock_with_code (self, old);
  window_find (self->window, GTK_TYPE_LABEL, "This is the recovery code of other notes, or an older one.");
  unlock_with_code (self, new);
  window_find_window ("Change Passphrase");
}

static void
test_all_keys_are_renewed (WindowFixture *self, gconstpointer data)
{
  g_autofree char *code = NULL;

  notes_write (self, "First talk", "text");
  click_row (open_keys (self), "Renew All Keys");
  code = go_through ("Renew the Keys", "_Renew");
  window_find (NULL, GTK_TYPE_LABEL, "Every note is encrypted with new keys.");
  leave_and_lock (self);
  notes_unlock (self, NOTES_PASSPHRASE);
  notes_open (self, "First talk");
  notes_expect_text (self, "text");
}

static void
test_the_recovery_code_opens_and_asks_for_a_new_passphrase (WindowFixture *self, gconstpointer data)
{
  g_autofree char *code = notes_begin (self);
  g_autofree char *with_a_mistake = g_strdup (code);
  g_autofree char *spaced = g_strdelimit (g_ascii_strdown (code, -1), "-", ' ');
  gsize length = strlen (code);
  GtkWindow *dialog;

  notes_write (self, "First talk", "text");
  notes_lock (self);
  with_a_mistake[length - 1] = code[length - 1] == 'A' ? 'B' : 'A';
  window_click_on (self->window, "Use the Recovery Code…");
  unlock_with_code (self, with_a_mistake);
  window_find (self->window, GTK_TYPE_LABEL, "This is not a recovery code: there is a typing mistake in it.");
  unlock_with_code (self, spaced);
  dialog = window_find_window ("Change Passphrase");
  fill_new (dialog, NEXT_PASSPHRASE);
  window_click_on (dialog, "_Change");
  window_find (NULL, GTK_TYPE_LABEL, "The new passphrase opens your notes.");
  notes_lock (self);
  notes_unlock (self, NEXT_PASSPHRASE);
  notes_find_row (self, "First talk");
}

static gboolean
is_sensitive (gpointer widget)
{
  return gtk_widget_is_sensitive (widget);
}

static void
test_the_keyring_asks_for_the_passphrase (WindowFixture *self, gconstpointer data)
{
  GtkWindow *keys = open_keys (self);
  GtkWidget *keyring = window_find (keys, GTK_TYPE_SWITCH, "Login Keyring");

  hand_click (keyring);
  window_find (NULL, GTK_TYPE_LABEL, "Open With the Login Keyring?");
  hand_fill (window_find (NULL, GTK_TYPE_PASSWORD_ENTRY, "Passphrase"), "somebody passing by");
  window_click_on (NULL, "_Switch On");
  window_find (NULL, GTK_TYPE_LABEL, WRONG);
  hand_press (GTK_WINDOW (gtk_widget_get_root (window_find (NULL, GTK_TYPE_LABEL, WRONG))), "Escape");
  window_wait_gone (NULL, GTK_TYPE_LABEL, "Open With the Login Keyring?");
  eye_wait (is_sensitive, keyring, "the switch to be free");
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (keyring)));
}

static void
test_without_a_keyring_the_switch_goes_back (WindowFixture *self, gconstpointer data)
{
  GtkWidget *keyring = window_find (open_keys (self), GTK_TYPE_SWITCH, "Login Keyring");

  hand_click (keyring);
  hand_fill (window_find (NULL, GTK_TYPE_PASSWORD_ENTRY, "Passphrase"), NOTES_PASSPHRASE);
  window_click_on (NULL, "_Switch On");
  window_find (NULL, GTK_TYPE_LABEL, "This computer has no keyring to keep the key in.");
  eye_wait (is_sensitive, keyring, "the switch to be free");
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (keyring)));
}

static void
test_the_lock_comes_when_it_was_told (WindowFixture *self, gconstpointer data)
{
  GtkWidget *minutes = window_find (open_keys (self), GTK_TYPE_SPIN_BUTTON, "Minutes Without Typing or Pointing");

  hand_fill (minutes, "17");
  window_close (self);
  notes_come_back (self);
  notes_unlock (self, NOTES_PASSPHRASE);
  expect_open (self);
  minutes = window_find (open_keys (self), GTK_TYPE_SPIN_BUTTON, "Minutes Without Typing or Pointing");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (minutes)), ==, "17");
}

static void
test_in_a_file_chooser_the_key_asks_for_a_path (WindowFixture *self, gconstpointer data)
{
  GtkWindow *chooser;

  window_choose (self->window, "Menu of the Notes", "_Restore a Backup…");
  chooser = window_find_window ("Restore a Backup");
  g_assert_null (eye_look (chooser, GTK_TYPE_ENTRY, NULL));
  hand_press (chooser, "<Control>l");
  eye_find (chooser, GTK_TYPE_ENTRY, NULL);
  window_close_others (self, NULL);
  expect_open (self);
}

static void
test_the_question_about_the_keyring_narrow (WindowFixture *self, gconstpointer look)
{
  GtkWindow *keys = open_keys (self);

  hand_click (window_find (keys, GTK_TYPE_SWITCH, "Login Keyring"));
  window_find (NULL, GTK_TYPE_LABEL, "Open With the Login Keyring?");
  g_assert_false (gtk_widget_is_sensitive (window_find (NULL, GTK_TYPE_BUTTON, "_Switch On")));
  window_expect_size (self, look);
}

static void
test_what_protects_the_notes (WindowFixture *self, gconstpointer look)
{
  static const char *const titles[] = {
    "The notes are encrypted",
    "Your login does not open the notes",
    "Screen readers and the like read what is to be seen",
    "What no program can prevent",
  };
  GtkWindow *keys = open_keys (self);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    hand_reach (window_find (keys, GTK_TYPE_LABEL, titles[i]));
  if (!window_is_german ())
    {
      eye_find (keys, GTK_TYPE_LABEL, "^.*(disk|memory)");
      eye_find (keys, GTK_TYPE_LABEL, "^The folder");
      eye_find (keys, GTK_TYPE_LABEL, "^While such aids are switched on");
    }
}

static gboolean
is_alone (gpointer window)
{
  g_autoptr (GPtrArray) windows = eye_windows ();

  return windows->len == 1 && windows->pdata[0] == window;
}

static void
test_the_notes_lock_from_within_a_dialog (WindowFixture *self, gconstpointer data)
{
  click_row (open_keys (self), "New Recovery Code");
  hand_press (window_find_window ("New Recovery Code"), "<Control>l");
  window_find (self->window, GTK_TYPE_LABEL, "Your Notes Are Locked");
  eye_wait (is_alone, self->window, "the dialogs to be closed");
}

static void
test_the_notes_lock_from_within_a_question (WindowFixture *self, gconstpointer data)
{
  GtkWidget *question;

  hand_click (window_find (open_keys (self), GTK_TYPE_SWITCH, "Login Keyring"));
  question = window_find (NULL, GTK_TYPE_LABEL, "Open With the Login Keyring?");
  hand_press (GTK_WINDOW (gtk_widget_get_root (question)), "<Control>l");
  window_find (self->window, GTK_TYPE_LABEL, "Your Notes Are Locked");
  eye_wait (is_alone, self->window, "the dialogs to be closed");
}

static GtkWidget *
ask_to_destroy (WindowFixture *self)
{
  g_autofree char *word = window_word ("Type “%s” to go on");
  g_autofree char *pattern = g_strdup_printf ("^%.*s", (int) strcspn (word, "%"), word);

  window_choose (self->window, "Menu of the Notes", "_Destroy All Notes…");
  return eye_find (NULL, GTK_TYPE_EDITABLE, pattern);
}

static void
expect_no_vault (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "tandem", "notes.vault", NULL);

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_destroyed_after_typing_the_word (WindowFixture *self, gconstpointer data)
{
  gboolean is_german = window_is_german ();
  GtkWidget *entry;

  notes_write (self, "First talk", "text");
  entry = ask_to_destroy (self);
  hand_fill (entry, is_german ? "vernichte" : "destro");
  g_assert_false (gtk_widget_is_sensitive (window_find (NULL, GTK_TYPE_BUTTON, "_Destroy")));
  hand_fill (entry, is_german ? "Vernichten " : "Destroy ");
  window_click_on (NULL, "_Destroy");
  window_find (self->window, GTK_TYPE_BUTTON, "_Set Up…");
  window_find (self->window, GTK_TYPE_LABEL, "All notes are destroyed.");
  expect_no_vault ();
}

static void
test_destroyed_while_locked (WindowFixture *self, gconstpointer look)
{
  notes_lock (self);
  hand_fill (ask_to_destroy (self), window_is_german () ? "vernichten" : "destroy");
  window_click_on (NULL, "_Destroy");
  window_find (self->window, GTK_TYPE_BUTTON, "_Set Up…");
  expect_no_vault ();
  window_expect_size (self, look);
}

static void
test_the_question_goes_with_the_lock (WindowFixture *self, gconstpointer data)
{
  GtkWidget *entry = ask_to_destroy (self);

  hand_fill (entry, "des");
  hand_press (GTK_WINDOW (gtk_widget_get_root (entry)), "<Control>l");
  window_find (self->window, GTK_TYPE_LABEL, "Your Notes Are Locked");
  window_wait_gone (NULL, GTK_TYPE_LABEL, "Destroy All Notes?");
}

#define ADD(path, set_up, look, func) \
  g_test_add ("/notes-dialogs/" path, WindowFixture, look, set_up, func, notes_tear_down)

static void
add_tests (void)
{
  ADD ("another-passphrase", notes_set_up, NULL, test_another_passphrase);
  ADD ("tab-goes-to-the-next-passphrase", window_set_up, NULL, test_tab_goes_to_the_next_passphrase);
  ADD ("a-very-short-passphrase-asks-once-more", window_set_up, NULL, test_a_very_short_passphrase_asks_once_more);
  ADD ("another-passphrase-that-is-very-short-asks", notes_set_up, NULL,
       test_another_passphrase_that_is_very_short_asks);
  ADD ("a-new-recovery-code", window_set_up, NULL, test_a_new_recovery_code);
  ADD ("all-keys-are-renewed", notes_set_up, NULL, test_all_keys_are_renewed);
  ADD ("the-recovery-code-opens-and-asks-for-a-new-passphrase", window_set_up, NULL,
       test_the_recovery_code_opens_and_asks_for_a_new_passphrase);
  ADD ("the-keyring-asks-for-the-passphrase", notes_set_up, NULL, test_the_keyring_asks_for_the_passphrase);
  ADD ("without-a-keyring-the-switch-goes-back", notes_set_up, NULL, test_without_a_keyring_the_switch_goes_back);
  ADD ("the-lock-comes-when-it-was-told", notes_set_up, NULL, test_the_lock_comes_when_it_was_told);
  ADD ("in-a-file-chooser-the-key-asks-for-a-path", notes_set_up, NULL, test_in_a_file_chooser_the_key_asks_for_a_path);
  ADD ("the-question-about-the-keyring-narrow", notes_set_up, &narrow, test_the_question_about_the_keyring_narrow);
  ADD ("what-protects-the-notes", notes_set_up, NULL, test_what_protects_the_notes);
  ADD ("what-protects-the-notes-dark", notes_set_up, &dark, test_what_protects_the_notes);
  ADD ("the-notes-lock-from-within-a-dialog", notes_set_up, NULL, test_the_notes_lock_from_within_a_dialog);
  ADD ("the-notes-lock-from-within-a-question", notes_set_up, NULL, test_the_notes_lock_from_within_a_question);
  ADD ("destroyed-after-typing-the-word", notes_set_up, NULL, test_destroyed_after_typing_the_word);
  ADD ("destroyed-while-locked-narrow", notes_set_up, &narrow, test_destroyed_while_locked);
  ADD ("the-question-goes-with-the-lock", notes_set_up, NULL, test_the_question_goes_with_the_lock);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
