/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "places.h"

/* What is opened of private notes */

#define BACKED_UP "The notes were backed up. The copy opens with your passphrase."

static gpointer
go_notes_first (WindowFixture *self)
{
  window_press (self, "<Alt>4");
  window_find (self->window, GTK_TYPE_BUTTON, "_Set Up…");
  return NULL;
}

static gpointer
open_set_up (WindowFixture *self)
{
  go_notes_first (self);
  window_click_on (self->window, "_Set Up…");
  return place_find_dialog ();
}

static gpointer
open_set_up_code (WindowFixture *self)
{
  GtkWindow *dialog = open_set_up (self);

  window_fill (dialog, "New Passphrase", NOTES_PASSPHRASE);
  window_fill (dialog, "Once More", NOTES_PASSPHRASE);
  window_click_on (dialog, "_Next");
  eye_find (dialog, GTK_TYPE_LABEL, "^[0-9A-Z]{4}-");
  return dialog;
}

static gpointer
open_set_up_typing (WindowFixture *self)
{
  GtkWindow *dialog = open_set_up_code (self);

  window_click_on (dialog, "_Next");
  eye_find (dialog, ADW_TYPE_ENTRY_ROW, window_is_german () ? "^Gruppe" : "^Group");
  return dialog;
}

static gpointer
open_short_passphrase (WindowFixture *self)
{
  GtkWindow *dialog = open_set_up (self);

  window_fill (dialog, "New Passphrase", "abc");
  window_fill (dialog, "Once More", "abc");
  window_click_on (dialog, "_Next");
  return place_find_question ();
}

static gpointer
go_notes (WindowFixture *self)
{
  notes_write (self, "First talk", "We spoke about trust, and about who speaks first.");
  return NULL;
}

static gpointer
go_notes_locked (WindowFixture *self)
{
  notes_lock (self);
  return NULL;
}

static gpointer
open_notes_menu (WindowFixture *self)
{
  return window_open_menu (self->window, "Menu of the Notes");
}

static GtkWindow *
open_keys_dialog (WindowFixture *self)
{
  window_choose (self->window, "Menu of the Notes", "_Keys and Protection…");
  return window_find_window ("Keys and Protection");
}

static gpointer
open_keys (WindowFixture *self)
{
  return open_keys_dialog (self);
}

static gpointer
open_keyring (WindowFixture *self)
{
  hand_click (window_find (open_keys_dialog (self), GTK_TYPE_SWITCH, "Login Keyring"));
  return place_find_question ();
}

static gpointer
open_passphrase (WindowFixture *self)
{
  hand_click (window_find (open_keys_dialog (self), GTK_TYPE_LIST_BOX_ROW, "Change the Passphrase"));
  return window_find_window ("Change Passphrase");
}

static gpointer
open_new_code (WindowFixture *self)
{
  hand_click (window_find (open_keys_dialog (self), GTK_TYPE_LIST_BOX_ROW, "New Recovery Code"));
  return window_find_window ("New Recovery Code");
}

static gpointer
open_restore (WindowFixture *self)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "notes.vault");

  window_choose (self->window, "Menu of the Notes", "Back _Up the Notes…");
  hand_choose_file (window_find_window ("Back Up the Notes"), path);
  window_wait_toast (self, BACKED_UP);
  window_choose (self->window, "Menu of the Notes", "_Restore a Backup…");
  hand_choose_file (window_find_window ("Restore a Backup"), path);
  return window_find_window ("Restore a Backup");
}

static gpointer
open_earlier (WindowFixture *self)
{
  go_notes (self);
  window_click_on (self->window, "Earlier Versions");
  return window_find_window ("Earlier Versions");
}

static gpointer
open_about (WindowFixture *self)
{
  go_notes (self);
  window_click_on (self->window, "Which tandem?");
  return window_find_window ("What the Note Is About");
}

static gpointer
go_meeting_with_questions (WindowFixture *self)
{
  notes_write (self, "What do you call success?", "In numbers, or otherwise?");
  window_click_on (self->window, "Question to Ask");
  notes_wait_saved (self);
  return place_go_next_meeting (self);
}

static gpointer
open_delete (WindowFixture *self)
{
  go_notes (self);
  window_click_on (self->window, "Move to the Bin");
  window_choose (self->window, "Menu of the Notes", "_Bin");
  notes_open (self, "First talk");
  window_click_on (self->window, "Delete for Ever");
  return place_find_question ();
}

static gpointer
open_destroy (WindowFixture *self)
{
  window_choose (self->window, "Menu of the Notes", "_Destroy All Notes…");
  return place_find_question ();
}

static gpointer
open_notes_export (WindowFixture *self)
{
  window_choose (self->window, "Menu of the Notes", "_Export as Text…");
  return place_find_question ();
}

static gpointer
open_farewell (WindowFixture *self)
{
  place_go_tandem (self);
  window_click_on (self->window, "New Private Note…");
  window_fill (self->window, "Title", "Between us");
  notes_wait_saved (self);
  window_click_on (place_open (place_go_tandem (self), "pair.end"), "_End");
  eye_find_label (NULL, window_is_german () ? "Was wird aus Ihrer privaten Notiz?" : "What About Your Private Note?");
  return place_find_question ();
}

static gpointer
open_passphrase_menu (WindowFixture *self)
{
  GtkWidget *text = eye_find (open_set_up (self), GTK_TYPE_TEXT, NULL);

  g_assert_true (gtk_widget_activate_action (text, "menu.popup", NULL));
  return place_find_popover (text);
}

const Place places_notes[] = {
  { "page-notes-first", PLACE_SAMPLE, go_notes_first },
  { "page-notes", PLACE_NOTES, go_notes },
  { "page-notes-locked", PLACE_NOTES, go_notes_locked },
  { "agenda-with-questions", PLACE_NOTES, go_meeting_with_questions, "meeting.agenda" },
  { "notes-set-up", PLACE_SAMPLE, open_set_up, .of = "notes/tdm-setup-dialog.c" },
  { "notes-set-up-code", PLACE_SAMPLE, open_set_up_code },
  { "notes-set-up-typing", PLACE_SAMPLE, open_set_up_typing },
  { "notes-short-passphrase", PLACE_SAMPLE, open_short_passphrase, .of = "notes/tdm-passphrase-group.c" },
  { "notes-passphrase-menu", PLACE_SAMPLE, open_passphrase_menu, .is_foreign = TRUE },
  { "notes-menu", PLACE_NOTES, open_notes_menu },
  { "notes-keys", PLACE_NOTES, open_keys, .of = "notes/tdm-keys-dialog.c" },
  { "notes-keyring", PLACE_NOTES, open_keyring, .of = "notes/tdm-passphrase-question.c" },
  { "notes-passphrase", PLACE_NOTES, open_passphrase, .of = "notes/tdm-passphrase-dialog.c" },
  { "notes-new-code", PLACE_NOTES, open_new_code },
  { "notes-restore", PLACE_NOTES, open_restore, .of = "notes/tdm-restore-dialog.c" },
  { "notes-earlier", PLACE_NOTES, open_earlier, .of = "notes/tdm-earlier-dialog.c" },
  { "notes-about", PLACE_NOTES, open_about, .of = "notes/tdm-note-about-dialog.c" },
  { "notes-delete", PLACE_NOTES, open_delete, .of = "notes/tdm-note-actions.c" },
  { "notes-destroy", PLACE_NOTES, open_destroy, .of = "notes/tdm-notes-files.c" },
  { "notes-export", PLACE_NOTES, open_notes_export },
  { "notes-farewell", PLACE_NOTES, open_farewell, .of = "notes/tdm-notes-farewell.c" },
  { NULL },
};
