/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "app/notes/tdm-note-editor.h"
#include "app/notes/tdm-note-filter.h"
#include "app/notes/tdm-notes-door.h"
#include "app/notes/tdm-notes-page.h"
#include "notebook/tdm-notebook.h"
#include "workspace/tdm-workspace.h"

G_BEGIN_DECLS

/* Shared by the files of TdmNotesPage alone. */

struct _TdmNotesPage
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  gboolean narrow;
  gboolean is_entered;
  gboolean opens_found; /* the first note of a search whose answer is still to come */
  TdmNotebook *notebook;
  char *view_name;
  TdmNote *waiting; /* a new note, until the notes are unlocked */
  char *left_uid; /* of the note that was open when they were locked */

  GtkSortListModel *sorted;
  GtkFilterListModel *filtered;
  TdmNoteFilter *filter;
  GtkSingleSelection *selection;

  GtkStack *stack;
  GtkMenuButton *door_menu_button;
  GtkMenuButton *menu_button;
  TdmNotesDoor *door;
  AdwLeaflet *leaflet;
  GtkWidget *list_side;
  GtkWidget *list;
  AdwWindowTitle *title;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *list_stack;
  GtkLabel *empty_title;
  GtkLabel *empty_text;
  TdmNoteEditor *editor;
};

void tdm_notes_page_bind_list   (GtkWidgetClass *widget_class);
void tdm_notes_page_watch_list  (TdmNotesPage   *self);
void tdm_notes_page_set_view    (TdmNotesPage   *self,
                                 const char     *name);
void tdm_notes_page_show_editor (TdmNotesPage   *self);
void tdm_notes_page_go_on       (TdmNotesPage   *self);

G_END_DECLS
