/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-about-dialog.h"

#include "app/common/tdm-chooser-row.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-pair-order.h"
#include "app/notes/tdm-notes-guard.h"
#include "base/tdm-i18n.h"
#include "model/tdm-scope.h"
#include "workspace/tdm-workspace.h"

/* Which tandem, and which of its meetings, a note is about. Only the note knows. */

struct _TdmNoteAboutDialog
{
  AdwWindow parent_instance;

  GtkWidget *editor;
  TdmWorkspace *workspace;
  char *pair; /* as it is in the note, perhaps of another programme; NULL once another one was chosen */
  char *meeting; /* likewise, until the meetings of the tandem are there */

  TdmChooserRow *pair_row;
  TdmChooserRow *meeting_row;
};

G_DEFINE_FINAL_TYPE (TdmNoteAboutDialog, tdm_note_about_dialog, ADW_TYPE_WINDOW)

static const char *
get_uid (TdmChooserRow *row, const char *as_before)
{
  TdmRecord *record = tdm_chooser_row_get_selected (row);

  if (as_before)
    return as_before;
  return record ? tdm_record_get_uid (record) : "";
}

/* What nobody chose stays, also what cannot be shown here. */
static void
apply_cb (TdmNoteAboutDialog *self)
{
  gtk_widget_activate_action (self->editor, "note.set-about", "(ss)", get_uid (self->pair_row, self->pair),
                              get_uid (self->meeting_row, self->meeting));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmNoteAboutDialog) self = data;
  TdmPair *pair = self->pair_row ? tdm_chooser_row_get_selected (self->pair_row) : NULL;
  g_autofree char *meeting = NULL;

  if (!tdm_workspace_load_finish (TDM_WORKSPACE (source), result, NULL) || !pair)
    return;
  tdm_chooser_row_set_model (self->meeting_row, tdm_pair_get_meetings (pair));
  meeting = g_steal_pointer (&self->meeting);
  if (meeting)
    tdm_chooser_row_set_selected (self->meeting_row,
                                  tdm_workspace_find_uid (self->workspace, tdm_pair_get_meetings (pair), meeting));
}

static void
note_about_dialog_show_meetings (TdmNoteAboutDialog *self)
{
  TdmPair *pair = tdm_chooser_row_get_selected (self->pair_row);

  gtk_widget_set_sensitive (GTK_WIDGET (self->meeting_row), pair != NULL);
  if (pair)
    tdm_workspace_load_async (self->workspace, TDM_SCOPE_PAIR, pair, loaded_cb, g_object_ref (self));
}

/* Another tandem has other meetings. */
static void
pair_cb (TdmNoteAboutDialog *self)
{
  g_clear_pointer (&self->pair, g_free);
  g_clear_pointer (&self->meeting, g_free);
  tdm_chooser_row_set_selected (self->meeting_row, NULL);
  note_about_dialog_show_meetings (self);
}

/* The meetings are there already, or this could not be. */
static void
meeting_cb (TdmNoteAboutDialog *self)
{
  g_clear_pointer (&self->meeting, g_free);
}

static void
tdm_note_about_dialog_dispose (GObject *object)
{
  TdmNoteAboutDialog *self = TDM_NOTE_ABOUT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_NOTE_ABOUT_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->pair, g_free);
  g_clear_pointer (&self->meeting, g_free);
  G_OBJECT_CLASS (tdm_note_about_dialog_parent_class)->dispose (object);
}

static void
tdm_note_about_dialog_class_init (TdmNoteAboutDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_note_about_dialog_dispose;

  g_type_ensure (TDM_TYPE_CHOOSER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/note-about-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmNoteAboutDialog, pair_row);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteAboutDialog, meeting_row);
  gtk_widget_class_bind_template_callback (widget_class, pair_cb);
  gtk_widget_class_bind_template_callback (widget_class, meeting_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
tdm_note_about_dialog_init (TdmNoteAboutDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_notes_guard_watch_dialog (self);
}

void
tdm_note_about_dialog_present (GtkWidget *editor, TdmWorkspace *workspace, const char *pair, const char *meeting)
{
  TdmNoteAboutDialog *self = g_object_new (TDM_TYPE_NOTE_ABOUT_DIALOG, NULL);
  GListModel *pairs = tdm_workspace_get_pairs (workspace);
  gpointer known = *pair ? tdm_workspace_find_uid (workspace, pairs, pair) : NULL;

  self->editor = g_object_ref (editor);
  self->workspace = g_object_ref (workspace);
  tdm_chooser_row_set_model (self->pair_row, pairs);
  tdm_chooser_row_take_order (self->pair_row, tdm_pair_order_make_sorter (TDM_PAIR_ORDER_MENTEE));
  tdm_chooser_row_set_selected (self->pair_row, known);
  if (*pair && !known)
    tdm_chooser_row_set_placeholder (self->pair_row, _ ("A tandem of another programme"));
  self->pair = g_strdup (pair);
  self->meeting = g_strdup (meeting);
  note_about_dialog_show_meetings (self);
  tdm_dialog_open (self, editor);
}
