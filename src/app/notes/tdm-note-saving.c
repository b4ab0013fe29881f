/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-editor-private.h"

#include "base/tdm-i18n.h"

#include <string.h>

/* The note in the editor is saved by itself. Every save says on which revision it builds. */

/* Milliseconds after the last key, and while somebody goes on typing */
#define SAVE_AFTER 800
#define SAVE_AT_LATEST 5000

/* Seconds after a save that failed */
#define SAVE_AGAIN 3

void
tdm_note_editor_stop_timers (TdmNoteEditor *self)
{
  g_clear_handle_id (&self->save_soon, g_source_remove);
  g_clear_handle_id (&self->save_at_latest, g_source_remove);
  g_clear_handle_id (&self->save_again, g_source_remove);
}

typedef struct
{
  TdmNoteEditor *editor;
  TdmNote *note;
  TdmNote *draft;
} Saving;

static gboolean
save_cb (gpointer data)
{
  TdmNoteEditor *self = data;
  guint *timers[] = { &self->save_soon, &self->save_at_latest, &self->save_again };

  /* Several timers may be under way; the one that fires is gone already. */
  for (guint i = 0; i < G_N_ELEMENTS (timers); i++)
    if (*timers[i] == g_source_get_id (g_main_current_source ()))
      *timers[i] = 0;
  tdm_note_editor_save (self);
  return G_SOURCE_REMOVE;
}

/* What was typed is still here, and is tried again if it is the disk: there may be room soon. */
static void
editor_show_failure (TdmNoteEditor *self, const GError *error)
{
  gboolean is_disk = tdm_notebook_classify (error) == TDM_NOTEBOOK_FAILURE_DISK;
  g_autofree char *text = NULL;

  /* Translators: %s says why */
  text = g_strdup_printf (is_disk ? _ ("Not saved: %s Tandem tries again every few seconds.") : _ ("Not saved: %s"),
                          error->message);
  tdm_note_editor_show_notice (self, text);
  gtk_widget_add_css_class (GTK_WIDGET (self->notice_label), "error");
  gtk_label_set_text (self->status, _ ("Not saved"));
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "error");
  self->is_changed = TRUE;
  if (is_disk && self->save_again == 0)
    self->save_again = g_timeout_add_seconds (SAVE_AGAIN, save_cb, self);
}

/* If the note was changed elsewhere meanwhile, what is here is a note of its own from now on. */
static void
editor_take_saved (TdmNoteEditor *self, TdmNote *saved)
{
  if (g_str_equal (tdm_note_get_uid (self->note), tdm_note_get_uid (saved)))
    {
      self->n_saving--;
      tdm_note_editor_show_notice (self, NULL);
    }
  else
    {
      g_autoptr (TdmNote) copy = tdm_note_copy_as (self->note, tdm_note_get_uid (saved));

      tdm_note_wipe (self->note);
      g_set_object (&self->note, copy);
      g_object_notify (G_OBJECT (self), "uid");
      self->n_saving = 0;
      tdm_note_editor_show_notice (self, _ ("This note was changed elsewhere meanwhile. "
                                            "Both are kept: what is written here is a new note."));
    }
  tdm_note_take_saved (self->note, saved);
  if (!self->is_changed)
    tdm_note_editor_show_status (self);
  tdm_note_editor_update_actions (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  TdmNoteEditor *self = saving->editor;
  g_autoptr (GError) error = NULL;
  TdmNote *saved = tdm_notebook_save_finish (TDM_NOTEBOOK (source), result, &error);

  /* Another note is on show, or none: what is there now is not this one's business. */
  if (self->note == saving->note && saved)
    editor_take_saved (self, saved);
  else if (self->note == saving->note)
    {
      self->n_saving--;
      editor_show_failure (self, error);
    }
  else if (error)
    tdm_notebook_keep (TDM_NOTEBOOK (source), saving->draft);
  tdm_note_wipe (saving->draft);
  g_object_unref (saving->draft);
  g_object_unref (saving->note);
  g_object_unref (self);
  g_free (saving);
}

/* Saves follow one another: each builds on what the one before will have made. */
void
tdm_note_editor_save (TdmNoteEditor *self)
{
  GtkTextIter start, end;
  Saving *saving;
  char *text;

  tdm_note_editor_stop_timers (self);
  if (!self->note || !self->is_changed)
    return;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  tdm_note_set_title (self->note, gtk_editable_get_text (GTK_EDITABLE (self->title)));
  tdm_note_set_text (self->note, text);
  memset (text, 0, strlen (text));
  g_free (text);
  if (tdm_note_get_revision (self->note) + self->n_saving == 0 && tdm_note_is_empty (self->note))
    return;

  self->is_changed = FALSE;
  saving = g_new (Saving, 1);
  *saving = (Saving) { g_object_ref (self), g_object_ref (self->note), tdm_note_draft (self->note, self->n_saving) };
  self->n_saving++;
  tdm_notebook_save_async (self->notebook, saving->draft, saved_cb, saving);
}

/* Somebody types. */
void
tdm_note_editor_changed (TdmNoteEditor *self)
{
  if (self->is_filling || !self->note)
    return;

  self->is_changed = TRUE;
  if (self->save_again == 0)
    gtk_label_set_text (self->status, "");
  g_clear_handle_id (&self->save_soon, g_source_remove);
  self->save_soon = g_timeout_add (SAVE_AFTER, save_cb, self);
  if (self->save_at_latest == 0)
    self->save_at_latest = g_timeout_add (SAVE_AT_LATEST, save_cb, self);
}

/* What is on show could not be saved when somebody left it: it is this editor's again. */
void
tdm_note_editor_go_on_saving (TdmNoteEditor *self)
{
  tdm_notebook_claim (self->notebook, tdm_note_editor_get_uid (self));
  self->is_changed = TRUE;
  tdm_note_editor_save (self);
}
