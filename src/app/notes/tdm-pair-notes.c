/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-notes.h"

#include "app/common/tdm-wrap-layout.h"
#include "app/notes/tdm-note-filter.h"
#include "app/notes/tdm-note-row.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"

/* The private notes about a tandem, on its page: only while their writer has them unlocked. Locked notes look the same
 * whether there are any or not. */

struct _TdmPairNotes
{
  AdwBin parent_instance;

  char *pair;

  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  GtkStringFilter *pair_filter;
  GtkLabel *hint;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (TdmPairNotes, tdm_pair_notes, ADW_TYPE_BIN)

static const char *
describe_state (void)
{
  switch (tdm_notebook_get_state (tdm_notebook_get_default ()))
    {
    case TDM_NOTEBOOK_UNLOCKED:
      return _ ("No notes about this tandem yet.");
    case TDM_NOTEBOOK_ABSENT:
      return _ ("No private notes yet. Only you will be able to read them.");
    case TDM_NOTEBOOK_LOCKED:
      return _ ("Private notes are locked. Only you can read them.");
    case TDM_NOTEBOOK_UNKNOWN:
      break;
    }
  return "";
}

static void
update (TdmPairNotes *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));

  gtk_widget_set_visible (self->list, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), n == 0);
  gtk_label_set_text (self->hint, describe_state ());
}

static GtkWidget *
create_row (gpointer note, gpointer data)
{
  GtkWidget *content = g_object_new (TDM_TYPE_NOTE_ROW, NULL), *row = gtk_list_box_row_new ();

  tdm_note_row_set_note (TDM_NOTE_ROW (content), note, NULL);
  gtk_widget_set_margin_start (content, 12);
  gtk_widget_set_margin_end (content, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  return row;
}

static void
activate_cb (TdmPairNotes *self, GtkListBoxRow *row)
{
  g_autoptr (TdmNote) note = g_list_model_get_item (G_LIST_MODEL (self->filtered), gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-note", "s", tdm_note_get_uid (note));
}

static void
new_note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.new-note-about", "(ss)", TDM_PAIR_NOTES (widget)->pair, "");
}

static void
tdm_pair_notes_dispose (GObject *object)
{
  TdmPairNotes *self = TDM_PAIR_NOTES (object);

  g_clear_pointer (&self->pair, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_PAIR_NOTES);
  G_OBJECT_CLASS (tdm_pair_notes_parent_class)->dispose (object);
}

static void
tdm_pair_notes_class_init (TdmPairNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_pair_notes_dispose;

  g_type_ensure (TDM_TYPE_NOTE);
  g_type_ensure (TDM_TYPE_NOTE_FILTER);
  g_type_ensure (TDM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/pair-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPairNotes, filtered);
  gtk_widget_class_bind_template_child (widget_class, TdmPairNotes, sorted);
  gtk_widget_class_bind_template_child (widget_class, TdmPairNotes, pair_filter);
  gtk_widget_class_bind_template_child (widget_class, TdmPairNotes, list);
  gtk_widget_class_bind_template_child (widget_class, TdmPairNotes, hint);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "pair-notes.new", NULL, new_note);
}

static void
tdm_pair_notes_init (TdmPairNotes *self)
{
  TdmNotebook *notebook = tdm_notebook_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_sort_list_model_set_model (self->sorted, tdm_notebook_get_notes (notebook));
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->filtered), create_row, NULL, NULL);
  g_signal_connect_object (notebook, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  if (tdm_notebook_get_state (notebook) == TDM_NOTEBOOK_UNKNOWN)
    tdm_notebook_look_async (notebook, NULL, NULL);
}

void
tdm_pair_notes_set_pair (TdmPairNotes *self, TdmPair *pair)
{
  g_free (self->pair);
  self->pair = g_strdup (pair ? tdm_record_get_uid (TDM_RECORD (pair)) : "");
  /* No note is about no tandem. */
  gtk_string_filter_set_search (self->pair_filter, pair ? self->pair : "-");
}
