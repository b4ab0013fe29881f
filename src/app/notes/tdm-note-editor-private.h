/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "app/notes/tdm-note-editor.h"
#include "notebook/tdm-notebook.h"
#include "workspace/tdm-workspace.h"

G_BEGIN_DECLS

/* Shared by the files of TdmNoteEditor alone. */

struct _TdmNoteEditor
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmNotebook *notebook;
  gboolean narrow;

  TdmNote *note; /* as it is on disk, but for the revision: see n_saving */
  guint n_saving;
  guint n_opened;
  gboolean is_filling;
  gboolean is_changed;
  guint save_soon;
  guint save_at_latest;
  guint save_again; /* after a failure */

  GtkStack *stack;
  GtkWidget *nothing;
  GtkScrolledWindow *scroller;
  GtkEntry *title;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *status;
  GtkLabel *about;
  GtkWidget *about_button;
  GtkWidget *question_button;
  GtkWidget *earlier_button;
  GtkWidget *remove_button;
  GtkWidget *restore_button;
  GtkWidget *delete_button;
  GtkRevealer *notice;
  GtkLabel *notice_label;
};

void tdm_note_editor_set_note        (TdmNoteEditor  *self,
                                      TdmNote        *note);
void tdm_note_editor_set_about       (TdmNoteEditor  *self,
                                      const char     *pair,
                                      const char     *meeting);
void tdm_note_editor_update_actions  (TdmNoteEditor  *self);
void tdm_note_editor_show_status     (TdmNoteEditor  *self);
void tdm_note_editor_changed         (TdmNoteEditor  *self);
void tdm_note_editor_stop_timers     (TdmNoteEditor  *self);
void tdm_note_editor_go_on_saving    (TdmNoteEditor  *self);
void tdm_note_editor_show_notice     (TdmNoteEditor  *self,
                                      const char     *text);
void tdm_note_editor_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
