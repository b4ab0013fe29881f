/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-editor-private.h"

#include "app/notes/tdm-note-clipboard.h"
#include "app/notes/tdm-note-markup.h"
#include "app/notes/tdm-note-scroll.h"
#include "app/words/tdm-note-words.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"

/* One note. What is typed belongs to the note that was on show when it was typed: the editor holds the note, not its
 * place in a list. tdm-note-saving.c saves it. */

G_DEFINE_FINAL_TYPE (TdmNoteEditor, tdm_note_editor, ADW_TYPE_BIN)

enum
{
  PROP_NARROW = 1,
  PROP_QUESTION,
  PROP_UID,
  N_PROPS,
};

static GParamSpec *specs[N_PROPS];

/* --- what is shown ------------------------------------------------------ */

void
tdm_note_editor_show_notice (TdmNoteEditor *self, const char *text)
{
  gtk_label_set_text (self->notice_label, text ? text : "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->notice_label), "error");
  gtk_revealer_set_reveal_child (self->notice, text != NULL);
}

static gboolean
note_editor_is_editable (TdmNoteEditor *self)
{
  return self->note && !tdm_note_is_damaged (self->note) && !tdm_note_is_removed (self->note) &&
         tdm_notebook_get_facts (self->notebook)->is_writable;
}

void
tdm_note_editor_update_actions (TdmNoteEditor *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_writable = self->note && tdm_notebook_get_facts (self->notebook)->is_writable;
  gboolean is_kept = self->note && tdm_note_get_revision (self->note) > 0;
  gboolean is_removed = self->note && tdm_note_is_removed (self->note);

  gtk_widget_action_set_enabled (widget, "note.question", note_editor_is_editable (self));
  gtk_widget_action_set_enabled (widget, "note.bold", note_editor_is_editable (self));
  gtk_widget_action_set_enabled (widget, "note.show-earlier", is_kept && note_editor_is_editable (self));
  gtk_widget_action_set_enabled (widget, "note.remove", is_writable && is_kept && !is_removed);
  gtk_widget_action_set_enabled (widget, "note.restore", is_writable && is_kept && is_removed);
  gtk_widget_action_set_enabled (widget, "note.delete", is_writable && is_kept && is_removed);
  gtk_text_view_set_editable (self->view, note_editor_is_editable (self));
  gtk_editable_set_editable (GTK_EDITABLE (self->title), note_editor_is_editable (self));
  /* Saving, which happens by itself, must not put another button under the pointer. */
  gtk_widget_set_visible (self->question_button, self->note && !is_removed);
  gtk_widget_set_visible (self->earlier_button, self->note && !is_removed);
  gtk_widget_set_visible (self->remove_button, self->note && !is_removed);
  gtk_widget_set_visible (self->restore_button, is_removed);
  gtk_widget_set_visible (self->delete_button, is_removed);
}

void
tdm_note_editor_show_status (TdmNoteEditor *self)
{
  g_autofree char *when = NULL, *text = NULL;

  if (self->note && tdm_note_get_revision (self->note) > 0)
    {
      when = tdm_note_words_when (tdm_note_get_modified (self->note));
      /* Translators: %s is a time, or a day if it was not today */
      text = g_strdup_printf (_ ("Saved %s"), when);
    }
  gtk_label_set_text (self->status, text ? text : "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->status), "error");
}

static void
note_editor_show_about (TdmNoteEditor *self)
{
  g_autofree char *about = self->note ? tdm_note_words_about (self->note, self->workspace) : g_strdup ("");

  gboolean is_elsewhere = self->note && *tdm_note_get_pair (self->note);
  const char *shown = *about ? about : is_elsewhere ? _ ("A tandem of another programme") : _ ("Which tandem?");

  gtk_label_set_text (self->about, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->about_button), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
  gtk_widget_set_visible (self->about_button, *about || (note_editor_is_editable (self) && self->workspace));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "note.choose-about",
                                 note_editor_is_editable (self) && self->workspace);
}

static void
meetings_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmNoteEditor) self = data;

  if (tdm_workspace_load_finish (TDM_WORKSPACE (source), result, NULL) && self->stack)
    note_editor_show_about (self);
}

/* Which day a meeting has is known once the meetings of its tandem are there. */
static void
note_editor_load_about (TdmNoteEditor *self)
{
  TdmPair *pair = self->note && *tdm_note_get_meeting (self->note)
                    ? tdm_note_words_find_pair (self->note, self->workspace)
                    : NULL;

  if (pair)
    tdm_workspace_load_async (self->workspace, TDM_SCOPE_PAIR, pair, meetings_loaded_cb, g_object_ref (self));
  note_editor_show_about (self);
}

/* What can be undone holds text, and belongs to one note. */
static void
note_editor_enable_undo (TdmNoteEditor *self, gboolean is_enabled)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->title), is_enabled);
  gtk_text_buffer_set_enable_undo (self->buffer, is_enabled);
}

static void
show_top (TdmNoteEditor *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
note_editor_fill (TdmNoteEditor *self)
{
  self->is_filling = TRUE;
  note_editor_enable_undo (self, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->title), self->note ? tdm_note_get_title (self->note) : "");
  gtk_text_buffer_set_text (self->buffer, self->note ? tdm_note_get_text (self->note) : "", -1);
  note_editor_enable_undo (self, self->note != NULL);
  show_top (self);
  self->is_filling = self->is_changed = FALSE;
  gtk_stack_set_visible_child_name (self->stack, self->note ? "note" : "nothing");
  note_editor_load_about (self);
  tdm_note_editor_show_status (self);
  tdm_note_editor_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_QUESTION]);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_UID]);
}

/* --- choosing ----------------------------------------------------------- */

void
tdm_note_editor_set_note (TdmNoteEditor *self, TdmNote *note)
{
  tdm_note_editor_save (self);
  tdm_note_editor_stop_timers (self);
  tdm_note_editor_show_notice (self, NULL);
  if (self->note && self->note != note)
    tdm_note_wipe (self->note);
  g_set_object (&self->note, note);
  self->n_saving = 0;
  note_editor_fill (self);
}

typedef struct
{
  TdmNoteEditor *editor;
  guint number;
  gboolean is_again; /* what is on show was changed elsewhere */
} Opening;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Opening *opening = data;
  g_autoptr (TdmNoteEditor) self = opening->editor;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmNote) note = tdm_notebook_read_finish (TDM_NOTEBOOK (source), result, &error);

  /* Only the last choice counts. */
  if (!self->stack || opening->number != self->n_opened || (opening->is_again && self->is_changed))
    return;
  tdm_note_editor_set_note (self, note);
  if (note && tdm_note_is_unsaved (note))
    tdm_note_editor_go_on_saving (self);
  if (!note && tdm_notebook_classify (error) != TDM_NOTEBOOK_FAILURE_LOCKED)
    tdm_note_editor_show_notice (self, error->message);
}

static void
note_editor_read_note (TdmNoteEditor *self, const char *uid, gboolean is_again)
{
  Opening *opening = g_new (Opening, 1);

  *opening = (Opening) { g_object_ref (self), self->n_opened, is_again };
  tdm_notebook_read_async (self->notebook, uid, 0, read_cb, opening);
}

/* Shows a note; what is on show now is saved first, which the notebook does before it reads. */
void
tdm_note_editor_open (TdmNoteEditor *self, const char *uid)
{
  self->n_opened++;
  if (g_strcmp0 (tdm_note_editor_get_uid (self), uid) == 0)
    return;
  tdm_note_editor_save (self);
  note_editor_read_note (self, uid, FALSE);
}

/* Another window has saved the note, or a backup took its place. Whoever is writing here goes on. */
static void
note_editor_follow_list (TdmNoteEditor *self)
{
  TdmNote *listed;

  if (!self->note || self->is_changed || self->n_saving > 0 || tdm_note_get_revision (self->note) == 0)
    return;
  listed = tdm_notebook_find (self->notebook, tdm_note_get_uid (self->note));
  if (!listed)
    tdm_note_editor_set_note (self, NULL);
  else if (tdm_note_get_revision (listed) != tdm_note_get_revision (self->note))
    note_editor_read_note (self, tdm_note_get_uid (self->note), TRUE);
}

/* Shows a note that is not on disk yet. */
void
tdm_note_editor_begin (TdmNoteEditor *self, TdmNote *note)
{
  self->n_opened++;
  tdm_note_editor_set_note (self, note);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

/* What is on show is saved and let go of. */
void
tdm_note_editor_close (TdmNoteEditor *self)
{
  self->n_opened++;
  tdm_note_editor_set_note (self, NULL);
}

/* Beside a list that is empty, and says why, nothing is said of choosing. */
void
tdm_note_editor_offer_choice (TdmNoteEditor *self, gboolean is_possible)
{
  gtk_widget_set_visible (self->nothing, is_possible);
}

/* Somebody goes on writing. */
void
tdm_note_editor_focus (TdmNoteEditor *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

const char *
tdm_note_editor_get_uid (TdmNoteEditor *self)
{
  return self->note ? tdm_note_get_uid (self->note) : NULL;
}

void
tdm_note_editor_set_workspace (TdmNoteEditor *self, TdmWorkspace *workspace)
{
  if (g_set_object (&self->workspace, workspace))
    note_editor_load_about (self);
}

void
tdm_note_editor_set_about (TdmNoteEditor *self, const char *pair, const char *meeting)
{
  if (!note_editor_is_editable (self))
    return;
  tdm_note_set_about (self->note, pair, meeting);
  self->is_changed = TRUE;
  tdm_note_editor_save (self);
  note_editor_load_about (self);
}

/* --- object ------------------------------------------------------------- */

/* A long title is known by how it begins. */
static void
title_left_cb (TdmNoteEditor *self)
{
  gtk_editable_set_position (GTK_EDITABLE (self->title), 0);
}

/* Takes every word off the screen and out of the widgets. */
static void
note_editor_clear (TdmNoteEditor *self)
{
  tdm_note_editor_set_note (self, NULL);
}

static gboolean
note_editor_is_question (TdmNoteEditor *self)
{
  return self->note && tdm_note_is_question (self->note);
}

static void
tdm_note_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmNoteEditor *self = TDM_NOTE_EDITOR (object);

  if (id == PROP_UID)
    g_value_set_string (value, tdm_note_editor_get_uid (self));
  else
    g_value_set_boolean (value, id == PROP_NARROW ? self->narrow : note_editor_is_question (self));
}

static void
tdm_note_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmNoteEditor *self = TDM_NOTE_EDITOR (object);
  gboolean is_set = g_value_get_boolean (value);

  if (id == PROP_NARROW)
    self->narrow = is_set;
  else if (note_editor_is_editable (self) && note_editor_is_question (self) != is_set)
    {
      tdm_note_set_question (self->note, is_set);
      self->is_changed = TRUE;
      tdm_note_editor_save (self);
      g_object_notify_by_pspec (object, specs[PROP_QUESTION]);
    }
}

static void
tdm_note_editor_dispose (GObject *object)
{
  TdmNoteEditor *self = TDM_NOTE_EDITOR (object);

  if (self->notebook)
    g_signal_handlers_disconnect_by_data (self->notebook, self);
  if (self->stack)
    note_editor_clear (self);
  self->buffer = NULL;
  tdm_note_editor_stop_timers (self);
  g_clear_object (&self->note);
  g_clear_object (&self->workspace);
  g_clear_object (&self->notebook);
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_NOTE_EDITOR);
  G_OBJECT_CLASS (tdm_note_editor_parent_class)->dispose (object);
}

static void
tdm_note_editor_class_init (TdmNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = tdm_note_editor_get_property;
  G_OBJECT_CLASS (klass)->set_property = tdm_note_editor_set_property;
  G_OBJECT_CLASS (klass)->dispose = tdm_note_editor_dispose;

  specs[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  specs[PROP_QUESTION] = g_param_spec_boolean ("question", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  specs[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, specs);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmNoteEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteEditor, nothing);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteEditor, title);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteEditor, view);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteEditor, status);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteEditor, about);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteEditor, about_button);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteEditor, question_button);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteEditor, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteEditor, remove_button);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteEditor, restore_button);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteEditor, delete_button);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteEditor, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteEditor, notice_label);
  gtk_widget_class_bind_template_callback (widget_class, tdm_note_editor_changed);
  gtk_widget_class_bind_template_callback (widget_class, title_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_top);
  gtk_widget_class_install_property_action (widget_class, "note.question", "question");
  tdm_note_editor_install_actions (widget_class);
}

static void
tdm_note_editor_init (TdmNoteEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->notebook = g_object_ref (tdm_notebook_get_default ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  tdm_note_markup_attach (self->buffer);
  tdm_note_clipboard_attach (self->view);
  tdm_note_scroll_attach (self->view, self->scroller);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (tdm_note_editor_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notebook, "saving", G_CALLBACK (tdm_note_editor_save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notebook, "locking", G_CALLBACK (note_editor_clear), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notebook, "notify::trusted", G_CALLBACK (tdm_note_editor_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notebook, "notify::trusted", G_CALLBACK (note_editor_show_about), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tdm_notebook_get_notes (self->notebook), "items-changed",
                           G_CALLBACK (note_editor_follow_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (tdm_note_editor_save), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  note_editor_fill (self);
}
