/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-earlier-dialog.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-format.h"
#include "app/common/tdm-header-title.h"
#include "app/common/tdm-plain-row.h"
#include "app/notes/tdm-note-clipboard.h"
#include "app/words/tdm-note-words.h"
#include "notebook/tdm-notebook.h"

/* What a note was like before: to read, and to bring back into the editor, where it can be undone like typing. */

struct _TdmEarlierDialog
{
  AdwWindow parent_instance;

  TdmNoteEditor *editor;
  char *uid;
  GPtrArray *notes;
  TdmNote *shown;

  TdmHeaderTitle *title;
  GtkWidget *back_button;
  GtkWidget *restore_button;
  GtkStack *stack;
  GtkListBox *list;
  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (TdmEarlierDialog, tdm_earlier_dialog, ADW_TYPE_WINDOW)

static void
earlier_dialog_show_page (TdmEarlierDialog *self, const char *name)
{
  gboolean is_text = g_str_equal (name, "text");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->back_button, is_text);
  gtk_widget_set_visible (self->restore_button, is_text);
  if (!is_text)
    tdm_header_title_set_subtitle (self->title, "");
}

static GtkWidget *
make_row (TdmNote *note)
{
  g_autofree char *when = tdm_format_instant (tdm_note_get_modified (note));
  gboolean is_damaged = tdm_note_is_damaged (note);
  const char *subtitle = is_damaged ? tdm_note_words_title (note) : tdm_note_get_excerpt (note);
  AdwActionRow *row = tdm_plain_row_new (when, subtitle);

  adw_action_row_set_subtitle_lines (row, 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !is_damaged);
  return GTK_WIDGET (row);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmEarlierDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = tdm_notebook_list_finish (TDM_NOTEBOOK (source), result, &error);

  if (!self->list)
    return;
  if (!notes)
    {
      tdm_feedback_show_late_error (error);
      return;
    }
  self->notes = g_steal_pointer (&notes);
  for (guint i = 0; i < self->notes->len; i++)
    gtk_list_box_append (self->list, make_row (self->notes->pdata[i]));
  earlier_dialog_show_page (self, self->notes->len > 0 ? "list" : "empty");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmEarlierDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmNote) note = tdm_notebook_read_finish (TDM_NOTEBOOK (source), result, &error);
  g_autofree char *when = NULL;

  if (!self->list)
    return;
  if (!note)
    {
      tdm_feedback_show_late_error (error);
      return;
    }
  g_set_object (&self->shown, note);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), tdm_note_get_text (note), -1);
  when = tdm_format_instant (tdm_note_get_modified (note));
  tdm_header_title_set_subtitle (self->title, when);
  earlier_dialog_show_page (self, "text");
  gtk_widget_grab_focus (self->restore_button);
}

static void
activate_cb (TdmEarlierDialog *self, GtkListBoxRow *row)
{
  TdmNote *note = self->notes->pdata[gtk_list_box_row_get_index (row)];

  tdm_notebook_read_async (tdm_notebook_get_default (), self->uid, tdm_note_get_revision (note), read_cb,
                           g_object_ref (self));
}

static void
back_cb (TdmEarlierDialog *self)
{
  earlier_dialog_show_page (self, "list");
}

static void
restore_cb (TdmEarlierDialog *self)
{
  tdm_note_editor_replace (self->editor, self->uid, self->shown);
  gtk_window_close (GTK_WINDOW (self));
}

static void
tdm_earlier_dialog_dispose (GObject *object)
{
  TdmEarlierDialog *self = TDM_EARLIER_DIALOG (object);

  /* After text was selected in it, GTK keeps the buffer. */
  if (self->view)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), "", -1);
  if (self->shown)
    tdm_note_wipe (self->shown);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->uid, g_free);
  g_clear_object (&self->editor);
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_EARLIER_DIALOG);
  G_OBJECT_CLASS (tdm_earlier_dialog_parent_class)->dispose (object);
}

static void
tdm_earlier_dialog_class_init (TdmEarlierDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_earlier_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/earlier-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmEarlierDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdmEarlierDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, TdmEarlierDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, TdmEarlierDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmEarlierDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TdmEarlierDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
tdm_earlier_dialog_init (TdmEarlierDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_note_clipboard_attach (self->view);
  g_signal_connect_object (tdm_notebook_get_default (), "locking", G_CALLBACK (gtk_window_destroy), self,
                           G_CONNECT_SWAPPED);
}

/* The versions of the note that is in the editor */
void
tdm_earlier_dialog_present (TdmNoteEditor *editor)
{
  TdmEarlierDialog *self = g_object_new (TDM_TYPE_EARLIER_DIALOG, NULL);

  self->editor = g_object_ref (editor);
  self->uid = g_strdup (tdm_note_editor_get_uid (editor));
  tdm_notebook_list_earlier_async (tdm_notebook_get_default (), self->uid, listed_cb, g_object_ref (self));
  tdm_dialog_open (self, GTK_WIDGET (editor));
}
