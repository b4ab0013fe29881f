/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notes-page-private.h"

#include "app/common/tdm-search.h"
#include "app/notes/tdm-note-row.h"
#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"

/* The list of my notes, beside the editor: which are in it, the one that is open, and the search. */

static const struct
{
  const char *name;
  TdmNoteView view;
  const char *title;
  const char *empty;
  const char *how;
} views[] = {
  { "notes", TDM_NOTE_VIEW_NOTES, N_ ("My Notes"), N_ ("No Notes Yet"), N_ ("The first one is a click away: +") },
  { "questions", TDM_NOTE_VIEW_QUESTIONS, N_ ("Questions to Ask"), N_ ("No Questions Yet"),
    N_ ("Make a note a question in its menu, and it waits here for the next meeting.") },
  { "bin", TDM_NOTE_VIEW_BIN, N_ ("Bin"), N_ ("The Bin Is Empty"), N_ ("What is put here is deleted after 30 days.") },
};

static guint
find_view (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      return i;
  return 0;
}

/* With a click or an arrow key */
static void
selected_cb (TdmNotesPage *self)
{
  TdmNote *note = gtk_single_selection_get_selected_item (self->selection);

  if (note)
    tdm_note_editor_open (self->editor, tdm_note_get_uid (note));
}

static void
notes_page_select_at (TdmNotesPage *self, guint position)
{
  g_signal_handlers_block_by_func (self->selection, selected_cb, self);
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_handlers_unblock_by_func (self->selection, selected_cb, self);
}

/* The list shows which note is in the editor, wherever it has moved to. */
static void
notes_page_select_edited (TdmNotesPage *self)
{
  const char *uid = tdm_note_editor_get_uid (self->editor);
  GListModel *notes = G_LIST_MODEL (self->filtered);

  for (guint i = 0; uid && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (TdmNote) note = g_list_model_get_item (notes, i);

      if (g_str_equal (tdm_note_get_uid (note), uid))
        {
          notes_page_select_at (self, i);
          return;
        }
    }
  notes_page_select_at (self, GTK_INVALID_LIST_POSITION);
}

/* With the last note of a list, the list goes, too. The focus may still be on the row, which is not in it any more. */
static void
notes_page_show_list (TdmNotesPage *self, gboolean is_there)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  gboolean was_in_list = !focus || !gtk_widget_get_mapped (focus) ||
                         gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_stack));

  gtk_stack_set_visible_child_name (self->list_stack, is_there ? "list" : "empty");
  if (was_in_list && !is_there && gtk_widget_get_mapped (self->list_side))
    gtk_widget_grab_focus (GTK_WIDGET (self->menu_button));
}

static void
update_list (TdmNotesPage *self)
{
  gboolean is_searching = tdm_search_is_on (self->search_entry);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)), view = find_view (self->view_name);
  g_autofree char *count = NULL;

  count = g_strdup_printf (ngettext ("%u note", "%u notes", n), n);
  adw_window_title_set_title (self->title, _ (views[view].title));
  adw_window_title_set_subtitle (self->title, n > 0 ? count : "");
  gtk_label_set_text (self->empty_title, is_searching ? _ ("Nothing Found") : _ (views[view].empty));
  gtk_label_set_text (self->empty_text, is_searching ? "" : _ (views[view].how));
  notes_page_show_list (self, n > 0);
  tdm_note_editor_offer_choice (self->editor, n > 0);
  notes_page_select_edited (self);
  tdm_notes_page_go_on (self);
}

static void
setup_cb (TdmNotesPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (TDM_TYPE_NOTE_ROW, NULL));
}

static void
bind_cb (TdmNotesPage *self, GtkListItem *item)
{
  tdm_note_row_set_note (TDM_NOTE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                         self->workspace);
}

static void
unbind_cb (TdmNotesPage *self, GtkListItem *item)
{
  tdm_note_row_set_note (TDM_NOTE_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

static void
activate_cb (TdmNotesPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  tdm_notes_page_show_editor (self);
  tdm_note_editor_focus (self->editor);
}

/* One click is enough, even on the note that is selected already.  GTK's single-click-activate would do, if it did not
 * select what the pointer only passes over. */
static void
released_cb (TdmNotesPage *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT) != list)
    tdm_notes_page_show_editor (self);
}

static void
search_changed_cb (TdmNotesPage *self)
{
  tdm_note_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/* Who goes on typing does not want to open anything any more. */
static void
search_typed_cb (TdmNotesPage *self)
{
  self->opens_found = FALSE;
}

/* The answer comes later. */
static void
search_activate_cb (TdmNotesPage *self)
{
  self->opens_found = tdm_search_is_on (self->search_entry);
  if (self->opens_found)
    search_changed_cb (self);
}

static void
found_cb (TdmNotesPage *self)
{
  if (!self->opens_found)
    return;
  self->opens_found = FALSE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    activate_cb (self, 0);
}

/* A note that is not in the list that is on show then is let go of. */
void
tdm_notes_page_set_view (TdmNotesPage *self, const char *name)
{
  if (!tdm_set_str (&self->view_name, views[find_view (name)].name))
    return;
  tdm_note_filter_set_view (self->filter, views[find_view (name)].view);
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    tdm_note_editor_close (self->editor);
}

void
tdm_notes_page_start_search (TdmNotesPage *self)
{
  if (!tdm_notebook_is_unlocked (self->notebook))
    return;
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
tdm_notes_page_bind_list (GtkWidgetClass *widget_class)
{
  g_type_ensure (TDM_TYPE_NOTE);
  g_type_ensure (TDM_TYPE_NOTE_FILTER);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, sorted);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, filtered);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, filter);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, list);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, title);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, empty_title);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, empty_text);
  gtk_widget_class_bind_template_callback (widget_class, update_list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
}

void
tdm_notes_page_watch_list (TdmNotesPage *self)
{
  gtk_sort_list_model_set_model (self->sorted, tdm_notebook_get_notes (self->notebook));
  /* After the list has */
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (update_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "notify::uid", G_CALLBACK (notes_page_select_edited), self, G_CONNECT_SWAPPED);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}
