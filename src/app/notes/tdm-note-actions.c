/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-editor-private.h"

#include "app/notes/tdm-earlier-dialog.h"
#include "app/notes/tdm-note-about-dialog.h"
#include "app/notes/tdm-note-markup.h"
#include "base/tdm-i18n.h"

/* What can be done with the note in the editor, besides writing. */

static void
toggle_bold (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_note_markup_toggle_bold (TDM_NOTE_EDITOR (widget)->buffer);
}

static void
show_earlier (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmNoteEditor *self = TDM_NOTE_EDITOR (widget);

  tdm_note_editor_save (self);
  tdm_earlier_dialog_present (self);
}

/* Puts another version of the note into it, if it is still the one that is on show. */
void
tdm_note_editor_replace (TdmNoteEditor *self, const char *uid, TdmNote *note)
{
  GtkTextIter start, end;

  if (g_strcmp0 (tdm_note_editor_get_uid (self), uid) != 0 || !gtk_text_view_get_editable (self->view))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->title), tdm_note_get_title (note));
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, tdm_note_get_text (note), -1);
  gtk_text_buffer_end_user_action (self->buffer);
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmNoteEditor) self = data;
  g_autoptr (GError) error = NULL;

  if (!tdm_notebook_finish (TDM_NOTEBOOK (source), result, &error) && self->stack)
    tdm_note_editor_show_notice (self, error->message);
}

/* Into the bin, or out of it */
static void
remove_note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmNoteEditor *self = TDM_NOTE_EDITOR (widget);
  g_autofree char *uid = g_strdup (tdm_note_editor_get_uid (self));
  gboolean is_removed = g_str_equal (action, "note.remove");

  tdm_note_editor_set_note (self, NULL);
  tdm_notebook_remove_async (self->notebook, uid, is_removed, moved_cb, g_object_ref (self));
  if (is_removed)
    gtk_widget_activate_action (widget, "notes.removed", "s", uid);
  else
    gtk_widget_activate_action (widget, "notes.show-list", NULL);
}

static void
delete_response_cb (TdmNoteEditor *self, const char *response, GtkWidget *dialog)
{
  const char *uid = g_object_get_data (G_OBJECT (dialog), "uid");

  if (!g_str_equal (response, "delete") || !self->stack)
    return;
  if (g_strcmp0 (tdm_note_editor_get_uid (self), uid) == 0)
    {
      tdm_note_editor_set_note (self, NULL);
      gtk_widget_activate_action (GTK_WIDGET (self), "notes.show-list", NULL);
    }
  tdm_notebook_delete_async (self->notebook, uid, moved_cb, g_object_ref (self));
}

static void
delete_note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                              _ ("Delete This Note for Ever?"),
                                              _ ("This cannot be undone. Copies in backups stay."));

  g_object_set_data_full (G_OBJECT (dialog), "uid", g_strdup (tdm_note_editor_get_uid (TDM_NOTE_EDITOR (widget))),
                          g_free);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete", _ ("_Delete"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (delete_response_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
choose_about (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmNoteEditor *self = TDM_NOTE_EDITOR (widget);

  tdm_note_about_dialog_present (widget, self->workspace, tdm_note_get_pair (self->note),
                                 tdm_note_get_meeting (self->note));
}

static void
set_about (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *pair, *meeting;

  g_variant_get (parameter, "(&s&s)", &pair, &meeting);
  tdm_note_editor_set_about (TDM_NOTE_EDITOR (widget), pair, meeting);
}

void
tdm_note_editor_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "note.bold", NULL, toggle_bold);
  gtk_widget_class_install_action (widget_class, "note.choose-about", NULL, choose_about);
  gtk_widget_class_install_action (widget_class, "note.set-about", "(ss)", set_about);
  gtk_widget_class_install_action (widget_class, "note.show-earlier", NULL, show_earlier);
  gtk_widget_class_install_action (widget_class, "note.remove", NULL, remove_note);
  gtk_widget_class_install_action (widget_class, "note.restore", NULL, remove_note);
  gtk_widget_class_install_action (widget_class, "note.delete", NULL, delete_note);
}
