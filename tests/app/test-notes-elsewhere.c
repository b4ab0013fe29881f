/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "notes-fixture.h"

#include "app/meetings/tdm-meeting-row.h"
#include "app/notes/tdm-note-row.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"

#include <glib/gstdio.h>
#include <string.h>

/* Private notes outside of their page: as files, on the page of a tandem, on an agenda, and when the tandem ends */

#define TANDEM "Bönisch"
#define QUESTION "What do you call success?"

static const WindowLook narrow = { .width = 360, .height = 560 };

/* Files */

static char *
back_up (WindowFixture *self)
{
  char *path = tdm_test_folder_join (&self->folder, "notes.vault");

  window_choose (self->window, "Menu of the Notes", "Back _Up the Notes…");
  hand_choose_file (window_find_window ("Back Up the Notes"), path);
  window_wait_toast (self, "The notes were backed up. The copy opens with your passphrase.");
  return path;
}

static GtkWindow *
choose_backup (WindowFixture *self, const char *path, const char *secret)
{
  GtkWindow *dialog;

  window_choose (self->window, "Menu of the Notes", "_Restore a Backup…");
  hand_choose_file (window_find_window ("Restore a Backup"), path);
  dialog = window_find_window ("Restore a Backup");
  window_fill (dialog, "Passphrase or Recovery Code", secret);
  return dialog;
}

static guint
count_vaults (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "tandem", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (folder)))
    n += g_str_has_suffix (name, ".vault");
  return n;
}

static void
test_only_the_backup (WindowFixture *self, gconstpointer data)
{
  guint n_vaults = count_vaults ();
  g_autofree char *path = NULL;
  GtkWindow *dialog;

  notes_write (self, "First talk", "text");
  path = back_up (self);
  notes_write (self, "Later talk", "text");
  dialog = choose_backup (self, path, NOTES_PASSPHRASE);
  hand_click (window_find (dialog, GTK_TYPE_LIST_BOX_ROW, "Only the Backup"));
  window_click_on (dialog, "_Restore");
  eye_find (self->window, GTK_TYPE_LABEL,
            window_is_german ()
              ? "^.*~/.local/share/tandem/notes-before-"
              : "^These are the notes of the backup. Those of before are kept as ~/.local/share/tandem/notes-before-");
  notes_find_row (self, "First talk");
  eye_find_label (self->window, window_is_german () ? "1 Notiz" : "1 note");
  window_wait_gone (self->window, GTK_TYPE_ENTRY, "Title");
  g_assert_cmpuint (count_vaults (), ==, n_vaults + 1);
}

static void
test_both_are_brought_together (WindowFixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  GtkWindow *dialog;

  notes_write (self, "First talk", "text");
  path = back_up (self);
  notes_write (self, "Later talk", "text");
  notes_open (self, "First talk");
  window_click_on (self->window, "Move to the Bin");
  window_wait_toast (self, "Moved to the bin");
  window_choose (self->window, "Menu of the Notes", "_Bin");
  notes_open (self, "First talk");
  window_click_on (self->window, "Delete for Ever");
  window_click_on (NULL, "_Delete");
  window_choose (self->window, "Menu of the Notes", "_Notes");
  dialog = choose_backup (self, path, "wrong");
  window_click_on (dialog, "_Restore");
  window_find (dialog, GTK_TYPE_LABEL, "This is not the right passphrase.");
  window_fill (dialog, "Passphrase or Recovery Code", NOTES_PASSPHRASE);
  window_click_on (dialog, "_Restore");
  eye_find (self->window, GTK_TYPE_LABEL, window_is_german () ? "^1 Notiz " : "^1 note was added");
  notes_find_row (self, "Later talk");
  notes_open (self, "First talk");
  notes_expect_text (self, "text");
}

static void
test_a_backup_on_another_computer (WindowFixture *self, gconstpointer data)
{
  g_autofree char *vault = notes_get_path ();
  g_autofree char *path = NULL;

  notes_write (self, "First talk", "text");
  path = back_up (self);
  window_close (self);
  g_assert_cmpint (g_unlink (vault), ==, 0);
  notes_come_back (self);
  window_find (self->window, GTK_TYPE_BUTTON, "_Set Up…");
  window_click_on (choose_backup (self, path, NOTES_PASSPHRASE), "_Restore");
  notes_find_row (self, "First talk");
  notes_lock (self);
  notes_unlock (self, NOTES_PASSPHRASE);
  notes_find_row (self, "First talk");
}

static void
test_restoring_narrow (WindowFixture *self, gconstpointer look)
{
  g_autofree char *path = back_up (self);

  hand_reach (window_find (choose_backup (self, path, NOTES_PASSPHRASE), GTK_TYPE_LIST_BOX_ROW, "Only the Backup"));
  window_expect_size (self, look);
}

static void
ask_to_export (const char *passphrase)
{
  hand_fill (window_find (NULL, GTK_TYPE_PASSWORD_ENTRY, "Passphrase"), passphrase);
  window_click_on (NULL, "_Export…");
}

static void
test_exported_after_a_warning (WindowFixture *self, gconstpointer data)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "notes.md");
  g_autofree char *text = NULL;
  GStatBuf status;

  notes_write (self, "First talk", "We spoke about trust");
  window_choose (self->window, "Menu of the Notes", "_Export as Text…");
  window_find (NULL, GTK_TYPE_LABEL, "Export the Notes?");
  ask_to_export ("wrong");
  window_find (NULL, GTK_TYPE_LABEL, "This is not the right passphrase.");
  ask_to_export (NOTES_PASSPHRASE);
  hand_choose_file (window_find_window ("Export the Notes"), path);
  window_find (self->window, GTK_TYPE_LABEL, "The notes were exported. Whoever gets the file can read them.");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "# First talk\n\n*2026-07-14 11:00*\n\nWe spoke about trust\n");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 077, ==, 0);
}

/* The page of a tandem */

static void
begin_note_about_tandem (WindowFixture *self)
{
  window_open_tandem (self, TANDEM);
  window_click_on (self->window, "New Private Note…");
}

static void
test_a_note_about_a_tandem_shows_on_its_page_while_unlocked (WindowFixture *self, gconstpointer data)
{
  begin_note_about_tandem (self);
  window_fill (self->window, "Title", "After the first hour");
  notes_wait_saved (self);
  window_open_tandem (self, TANDEM);
  hand_reach (window_find (self->window, GTK_TYPE_BUTTON, "New Private Note…"));
  notes_find_row (self, "After the first hour");
  hand_press (GTK_WINDOW (self->window), "<Control>l");
  window_find (self->window, GTK_TYPE_LABEL, "Private notes are locked. Only you can read them.");
  g_assert_null (eye_look (self->window, TDM_TYPE_NOTE_ROW, "^After the first hour"));
}

/* Who has never set notes up has none that could be locked. */
static void
test_a_tandem_of_somebody_without_notes (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, TANDEM);
  window_find (self->window, GTK_TYPE_LABEL, "No private notes yet. Only you will be able to read them.");
  g_assert_false (window_shows (self->window, GTK_TYPE_LABEL, "Private notes are locked. Only you can read them."));
}

static void
test_the_programme_file_does_not_know_of_notes (WindowFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *code = NULL;
  gsize n_before, n_after;

  window_settle (self);
  g_assert_true (g_file_get_contents (self->folder.path, &before, &n_before, NULL));
  code = notes_begin (self);
  begin_note_about_tandem (self);
  window_fill (self->window, "Title", "After the first hour");
  notes_wait_saved (self);
  window_close (self);
  g_assert_true (g_file_get_contents (self->folder.path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  window_open_again (self, NULL);
}

static void
test_a_note_waits_for_the_passphrase (WindowFixture *self, gconstpointer data)
{
  notes_lock (self);
  begin_note_about_tandem (self);
  notes_unlock (self, NOTES_PASSPHRASE);
  window_fill (self->window, "Title", "Begun while locked");
  notes_find_row (self, "Begun while locked");
  eye_find (self->window, GTK_TYPE_LABEL, window_is_german () ? "^Jörn Bönisch und Vikram Groß-Lüttmann"
                                                             : "^Jörn Bönisch and Vikram Groß-Lüttmann");
}

static gboolean
is_unticked (gpointer box)
{
  return !gtk_check_button_get_active (box);
}

static void
test_nothing_of_the_programme_is_undone_beside_the_notes (WindowFixture *self, gconstpointer data)
{
  GtkWidget *step;

  window_open_tandem (self, TANDEM);
  step = eye_find (self->window, GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_false (is_unticked (step));
  hand_click (step);
  eye_wait (is_unticked, step, "the step to be open again");
  window_settle (self);
  hand_press (GTK_WINDOW (self->window), "<Alt>4");
  notes_write (self, "First talk", "text");
  window_click_on (self->window, "Move to the Bin");
  window_find (self->window, GTK_TYPE_LABEL, "Moved to the bin");
  hand_try_key (GTK_WINDOW (self->window), "<Control>z");
  window_open_tandem (self, TANDEM);
  g_assert_true (is_unticked (eye_find (self->window, GTK_TYPE_CHECK_BUTTON, NULL)));
}

static void
test_a_note_is_about_a_tandem_after_all (WindowFixture *self, gconstpointer data)
{
  const char *about = window_is_german () ? "^Jörn Bönisch und Vikram" : "^Jörn Bönisch and Vikram";
  GtkWindow *dialog;

  notes_write (self, "Overheard", "text");
  window_click_on (self->window, "Which tandem?");
  dialog = window_find_window ("What the Note Is About");
  hand_click (window_find (dialog, GTK_TYPE_LIST_BOX_ROW, "Tandem"));
  hand_fill (eye_find (NULL, GTK_TYPE_SEARCH_ENTRY, NULL), "Bönisch Groß");
  hand_press (GTK_WINDOW (gtk_widget_get_root (eye_find (NULL, GTK_TYPE_SEARCH_ENTRY, NULL))), "Return");
  window_click_on (dialog, "_Apply");
  eye_find (self->window, GTK_TYPE_LABEL, about);
  notes_lock (self);
  notes_unlock (self, NOTES_PASSPHRASE);
  notes_open (self, "Overheard");
  eye_find (self->window, GTK_TYPE_LABEL, about);
}

/* Agendas */

static void
ask (WindowFixture *self)
{
  notes_write (self, QUESTION, "In numbers, or otherwise?");
  window_click_on (self->window, "Question to Ask");
  eye_find (self->window, TDM_TYPE_NOTE_ROW, "^(Question|Frage): What do you call success");
  notes_wait_saved (self);
}

static void
use_menu_of_the_next_meeting (WindowFixture *self, const char *item)
{
  GtkWidget *row;

  window_open_tandem (self, TANDEM);
  row = eye_find (self->window, TDM_TYPE_MEETING_ROW, "^.*September 2026");
  window_choose (row, "More About This Meeting", item);
}

/* How many meetings have exactly this on their agenda */
static guint
count_agendas (WindowFixture *self, const char *text)
{
  GListModel *meetings = tdm_workspace_get_meetings (tdm_window_get_workspace (self->window));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      n += g_strcmp0 (tdm_record_get_text (TDM_RECORD (meeting), TDM_MEETING_QUESTION), text) == 0;
    }
  return n;
}

static GtkWindow *
open_agenda (WindowFixture *self)
{
  use_menu_of_the_next_meeting (self, "A_genda…");
  return eye_find_window (C_ ("meeting", "Agenda"));
}

static void
test_a_question_gets_onto_the_agenda (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  ask (self);
  dialog = open_agenda (self);
  window_find (dialog, GTK_TYPE_LABEL, "What is put on the agenda is not private any more: it leaves your notes and "
                                       "becomes part of the programme file.");
  hand_click (eye_find (dialog, GTK_TYPE_LIST_BOX_ROW, QUESTION));
  window_click_on (dialog, "Put on the _Agenda");
  window_settle (self);
  g_assert_cmpuint (count_agendas (self, "• " QUESTION "\nIn numbers, or otherwise?"), ==, 0);
  window_click_on (dialog, "_Save");
  window_wait_toast (self, "Agenda changed");
  g_assert_cmpuint (count_agendas (self, "• " QUESTION "\nIn numbers, or otherwise?"), ==, 1);
  hand_reach (eye_find (self->window, GTK_TYPE_LABEL, "^• What do you call success"));
  hand_press (GTK_WINDOW (self->window), "<Alt>4");
  window_choose (self->window, "Menu of the Notes", "_Bin");
  eye_find (self->window, TDM_TYPE_NOTE_ROW, "^(Question|Frage): What do you call success");
}

#define IN_TIMELINE "^(Private note|Private Notiz): Before we meet$"

static void
test_a_note_about_a_meeting_shows_in_the_timeline_while_unlocked (WindowFixture *self, gconstpointer data)
{
  use_menu_of_the_next_meeting (self, "New Private Note…");
  window_fill (self->window, "Title", "Before we meet");
  notes_find_row (self, "Before we meet");
  eye_find (self->window, GTK_TYPE_LABEL, window_is_german () ? "^Jörn Bönisch und Vikram Groß-Lüttmann · Mi"
                                                             : "^Jörn Bönisch and Vikram Groß-Lüttmann · Wed, 16 Sep");
  window_open_tandem (self, TANDEM);
  hand_reach (eye_find (self->window, GTK_TYPE_BUTTON, IN_TIMELINE));
  hand_press (GTK_WINDOW (self->window), "<Control>l");
  eye_wait_gone (self->window, GTK_TYPE_BUTTON, IN_TIMELINE);
  hand_press (GTK_WINDOW (self->window), "<Alt>4");
  notes_unlock (self, NOTES_PASSPHRASE);
  window_open_tandem (self, TANDEM);
  hand_click (eye_find (self->window, GTK_TYPE_BUTTON, IN_TIMELINE));
  notes_expect_title (self, "Before we meet");
}

static void
test_what_is_not_saved_stays_private (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  ask (self);
  dialog = open_agenda (self);
  hand_click (eye_find (dialog, GTK_TYPE_LIST_BOX_ROW, QUESTION));
  window_click_on (dialog, "Put on the _Agenda");
  window_click_on (dialog, "_Cancel");
  window_settle (self);
  g_assert_cmpuint (count_agendas (self, "• " QUESTION "\nIn numbers, or otherwise?"), ==, 0);
  hand_press (GTK_WINDOW (self->window), "<Alt>4");
  eye_find (self->window, TDM_TYPE_NOTE_ROW, "^(Question|Frage): What do you call success");
}

static gboolean
is_on_agenda (gpointer text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (text);
  g_autofree char *agenda = NULL;

  g_object_get (buffer, "text", &agenda, NULL);
  return strstr (agenda, QUESTION) != NULL;
}

/* Questions from the notes are not on the screen any more once these are locked, and nothing asks whether they may
 * go. */
static void
test_what_is_not_saved_goes_with_the_lock (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  ask (self);
  dialog = open_agenda (self);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  hand_click (eye_find (dialog, GTK_TYPE_LIST_BOX_ROW, QUESTION));
  window_click_on (dialog, "Put on the _Agenda");
  eye_wait (is_on_agenda, eye_find (dialog, GTK_TYPE_TEXT_VIEW, NULL), "the question to be on the agenda");
  tdm_notebook_lock (tdm_notebook_get_default ());
  eye_settle ();
  g_assert_null (dialog);
}

static void
test_the_agenda_of_somebody_whose_notes_are_locked (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  ask (self);
  notes_lock (self);
  dialog = open_agenda (self);
  hand_fill (eye_find (dialog, GTK_TYPE_TEXT_VIEW, C_ ("meeting", "Agenda")), "The budget");
  g_assert_null (eye_look (dialog, GTK_TYPE_LIST_BOX_ROW, QUESTION));
  hand_fill (window_find (dialog, GTK_TYPE_PASSWORD_ENTRY, "Passphrase"), NOTES_PASSPHRASE);
  window_click_on (dialog, "_Unlock");
  hand_reach (eye_find (dialog, GTK_TYPE_LIST_BOX_ROW, QUESTION));
  window_click_on (dialog, "_Save");
  window_find (self->window, GTK_TYPE_LABEL, "Agenda changed");
  g_assert_cmpuint (count_agendas (self, "The budget"), ==, 1);
}

/* Where there is nothing else, the whole dialog is for writing. */
static void
test_the_agenda_has_the_room_of_its_dialog (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_agenda (self);
  GtkWidget *text = eye_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);

  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  g_assert_cmpint (gtk_widget_get_height (text), >, gtk_widget_get_height (GTK_WIDGET (dialog)) / 2);
}

static void
test_agenda_narrow (WindowFixture *self, gconstpointer look)
{
  notes_write (self, QUESTION, NULL);
  window_click_on (self->window, "Question to Ask");
  window_click_on (self->window, "Which tandem?");
  window_click_on (window_find_window ("What the Note Is About"), "_Cancel");
  hand_reach (eye_find (open_agenda (self), GTK_TYPE_LIST_BOX_ROW, QUESTION));
  window_expect_size (self, look);
}

/* When a tandem ends */

static void
write_about (WindowFixture *self)
{
  begin_note_about_tandem (self);
  window_fill (self->window, "Title", "Between us");
  notes_find_row (self, "Between us");
  notes_wait_saved (self);
}

static void
end_tandem (WindowFixture *self)
{
  window_open_tandem (self, TANDEM);
  window_choose (self->window, "Menu of the Tandem", "_End…");
  window_click_on (NULL, "_End");
}

#define WHAT_ABOUT "^(What About Your Private Note|Was wird aus Ihrer privaten Notiz)[?]"

static void
test_farewell_destroys (WindowFixture *self, gconstpointer data)
{
  notes_write (self, "About nobody", "text");
  write_about (self);
  end_tandem (self);
  eye_find (NULL, GTK_TYPE_LABEL, WHAT_ABOUT);
  window_click_on (NULL, "_Destroy");
  window_find (self->window, GTK_TYPE_LABEL, "The notes are destroyed.");
  hand_press (GTK_WINDOW (self->window), "<Alt>4");
  notes_find_row (self, "About nobody");
  eye_find_label (self->window, window_is_german () ? "1 Notiz" : "1 note");
}

static void
test_farewell_exports (WindowFixture *self, gconstpointer data)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "notes.md");
  g_autofree char *text = NULL;

  notes_write (self, "About nobody", "text");
  write_about (self);
  end_tandem (self);
  eye_find (NULL, GTK_TYPE_LABEL, WHAT_ABOUT);
  window_click_on (NULL, "_Export…");
  ask_to_export (NOTES_PASSPHRASE);
  hand_choose_file (window_find_window ("Export the Notes"), path);
  window_find (self->window, GTK_TYPE_LABEL, "The notes were exported. Whoever gets the file can read them.");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (
    g_regex_match_simple ("^# Between us\n\n[*]2026-07-14 11:00 · Jörn Bönisch (and|und) Vikram", text, 0, 0));
  g_assert_null (strstr (text, "About nobody"));
}

/* By keyboard: what takes nothing away is what Return does. */
static void
test_farewell_keeps (WindowFixture *self, gconstpointer data)
{
  GtkWidget *question;

  write_about (self);
  end_tandem (self);
  question = eye_find (NULL, GTK_TYPE_LABEL, WHAT_ABOUT);
  hand_press (GTK_WINDOW (gtk_widget_get_root (question)), "Return");
  eye_wait_gone (NULL, GTK_TYPE_LABEL, WHAT_ABOUT);
  hand_press (GTK_WINDOW (self->window), "<Alt>4");
  notes_find_row (self, "Between us");
}

static void
test_farewell_asks_once_they_are_unlocked (WindowFixture *self, gconstpointer data)
{
  write_about (self);
  hand_press (GTK_WINDOW (self->window), "<Control>l");
  end_tandem (self);
  hand_press (GTK_WINDOW (self->window), "<Alt>4");
  window_settle (self);
  g_assert_null (eye_look (NULL, GTK_TYPE_LABEL, WHAT_ABOUT));
  notes_unlock (self, NOTES_PASSPHRASE);
  eye_find (NULL, GTK_TYPE_LABEL, WHAT_ABOUT);
}

static void
test_farewell_asks_nobody_without_notes (WindowFixture *self, gconstpointer data)
{
  end_tandem (self);
  window_find (self->window, GTK_TYPE_BUTTON, "_Undo");
  window_settle (self);
  g_assert_null (eye_look (NULL, GTK_TYPE_LABEL, WHAT_ABOUT));
}

static void
add_tests (void)
{
  NOTES_TEST_ADD ("/notes-elsewhere/only-the-backup", NULL, test_only_the_backup);
  NOTES_TEST_ADD ("/notes-elsewhere/both-are-brought-together", NULL, test_both_are_brought_together);
  NOTES_TEST_ADD ("/notes-elsewhere/a-backup-on-another-computer", NULL, test_a_backup_on_another_computer);
  g_test_add ("/notes-elsewhere/the-programme-file-does-not-know-of-notes", WindowFixture, NULL, window_set_up,
              test_the_programme_file_does_not_know_of_notes, notes_tear_down);
  WINDOW_TEST_ADD ("/notes-elsewhere/a-tandem-of-somebody-without-notes", NULL,
                   test_a_tandem_of_somebody_without_notes);
  NOTES_TEST_ADD ("/notes-elsewhere/a-question-gets-onto-the-agenda", NULL, test_a_question_gets_onto_the_agenda);
  NOTES_TEST_ADD ("/notes-elsewhere/in-the-timeline-of-meetings", NULL,
                  test_a_note_about_a_meeting_shows_in_the_timeline_while_unlocked);
  NOTES_TEST_ADD ("/notes-elsewhere/farewell-exports", NULL, test_farewell_exports);
  NOTES_TEST_ADD ("/notes-elsewhere/restoring-narrow", &narrow, test_restoring_narrow);
  NOTES_TEST_ADD ("/notes-elsewhere/exported-after-a-warning", NULL, test_exported_after_a_warning);
  NOTES_TEST_ADD ("/notes-elsewhere/on-the-page-of-a-tandem", NULL,
                  test_a_note_about_a_tandem_shows_on_its_page_while_unlocked);
  NOTES_TEST_ADD ("/notes-elsewhere/a-note-waits-for-the-passphrase", NULL, test_a_note_waits_for_the_passphrase);
  NOTES_TEST_ADD ("/notes-elsewhere/nothing-of-the-programme-is-undone", NULL,
                  test_nothing_of_the_programme_is_undone_beside_the_notes);
  NOTES_TEST_ADD ("/notes-elsewhere/about-a-tandem-after-all", NULL, test_a_note_is_about_a_tandem_after_all);
  NOTES_TEST_ADD ("/notes-elsewhere/what-is-not-saved-stays-private", NULL, test_what_is_not_saved_stays_private);
  NOTES_TEST_ADD ("/notes-elsewhere/agenda-and-lock", NULL, test_what_is_not_saved_goes_with_the_lock);
  NOTES_TEST_ADD ("/notes-elsewhere/agenda-while-locked", NULL, test_the_agenda_of_somebody_whose_notes_are_locked);
  WINDOW_TEST_ADD ("/notes-elsewhere/the-agenda-has-the-room-of-its-dialog", NULL,
                   test_the_agenda_has_the_room_of_its_dialog);
  NOTES_TEST_ADD ("/notes-elsewhere/agenda-narrow", &narrow, test_agenda_narrow);
  NOTES_TEST_ADD ("/notes-elsewhere/farewell-destroys", NULL, test_farewell_destroys);
  NOTES_TEST_ADD ("/notes-elsewhere/farewell-keeps", NULL, test_farewell_keeps);
  NOTES_TEST_ADD ("/notes-elsewhere/farewell-asks-once-unlocked", NULL, test_farewell_asks_once_they_are_unlocked);
  NOTES_TEST_ADD ("/notes-elsewhere/farewell-asks-nobody-without-notes", NULL, test_farewell_asks_nobody_without_notes);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
