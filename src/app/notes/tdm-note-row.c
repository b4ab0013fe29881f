/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-row.h"

#include "app/common/tdm-label.h"
#include "app/words/tdm-note-words.h"
#include "notebook/tdm-notebook.h"
#include "workspace/tdm-workspace.h"

/* A note in the list: its title or how it begins, when it was changed, and which tandem it is about. */

struct _TdmNoteRow
{
  AdwBin parent_instance;

  TdmNote *note;
  TdmWorkspace *workspace;
  GSignalGroup *clock;
  gulong changed;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *when;
  GtkLabel *excerpt;
  GtkLabel *about;
};

G_DEFINE_FINAL_TYPE (TdmNoteRow, tdm_note_row, ADW_TYPE_BIN)

static void
note_row_update (TdmNoteRow *self)
{
  g_autofree char *when = tdm_note_words_when (tdm_note_get_modified (self->note));
  g_autofree char *about = tdm_note_words_about (self->note, self->workspace);
  g_autofree char *description = tdm_note_words_describe (self->note);
  const char *title = tdm_note_get_title (self->note), *excerpt = tdm_note_get_excerpt (self->note);
  gboolean is_damaged = tdm_note_is_damaged (self->note);

  gtk_widget_set_visible (GTK_WIDGET (self->icon), is_damaged || tdm_note_is_question (self->note));
  gtk_image_set_from_icon_name (self->icon, is_damaged ? "dialog-warning-symbolic" : "question-symbolic");
  gtk_label_set_text (self->title, tdm_note_words_title (self->note));
  gtk_label_set_text (self->when, is_damaged ? "" : when);
  tdm_label_show_text (self->excerpt, *title ? excerpt : "");
  tdm_label_show_text (self->about, about);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

/* What was written at ten o'clock was yesterday. */
static void
time_passed_cb (TdmNoteRow *self)
{
  if (self->note)
    note_row_update (self);
}

static void
tdm_note_row_dispose (GObject *object)
{
  TdmNoteRow *self = TDM_NOTE_ROW (object);

  if (self->note)
    g_clear_signal_handler (&self->changed, self->note);
  g_clear_object (&self->note);
  g_clear_object (&self->clock);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_NOTE_ROW);
  G_OBJECT_CLASS (tdm_note_row_parent_class)->dispose (object);
}

static void
tdm_note_row_class_init (TdmNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_note_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmNoteRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteRow, title);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteRow, when);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteRow, excerpt);
  gtk_widget_class_bind_template_child (widget_class, TdmNoteRow, about);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tdm_note_row_init (TdmNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->clock = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->clock, "notify::now", G_CALLBACK (time_passed_cb), self);
}

/* NULL takes every word of a note off the row. */
void
tdm_note_row_set_note (TdmNoteRow *self, TdmNote *note, TdmWorkspace *workspace)
{
  GtkLabel *labels[] = { self->title, self->when, self->excerpt, self->about };

  if (self->note)
    g_clear_signal_handler (&self->changed, self->note);
  g_set_object (&self->note, note);
  g_set_object (&self->workspace, workspace);
  g_signal_group_set_target (self->clock, note ? workspace : NULL);
  if (!note)
    {
      for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
        gtk_label_set_text (labels[i], "");
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL);
      return;
    }
  self->changed = g_signal_connect_object (note, "notify", G_CALLBACK (note_row_update), self, G_CONNECT_SWAPPED);
  note_row_update (self);
}
