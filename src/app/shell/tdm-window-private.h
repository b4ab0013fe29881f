/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "app/meetings/tdm-meetings-page.h"
#include "app/notes/tdm-notes-page.h"
#include "app/pairs/tdm-pair-page.h"
#include "app/pairs/tdm-pairs-page.h"
#include "app/people/tdm-people-page.h"
#include "app/people/tdm-person-page.h"
#include "app/round/tdm-round-page.h"
#include "app/round/tdm-round-switcher.h"
#include "app/shell/tdm-window.h"
#include "base/tdm-file-access.h"
#include "workspace/tdm-workspace.h"

G_BEGIN_DECLS

/* Shared by the files of TdmWindow alone. */

struct _TdmWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;
  TdmWorkspace *workspace;
  GCancellable *exporting;
  GPtrArray *waiting_files;
  GPtrArray *joining_files; /* about which a dialog asks */
  GPtrArray *trail; /* over the page that the sidebar says is on show */
  char **ended_pairs; /* until the notes are unlocked */
  char *failed_path; /* of what could not be opened */
  AdwToast *change_toast;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *error_page;
  GtkWidget *restore_button;
  AdwLeaflet *leaflet;
  GtkWidget *first_choice; /* of the welcome */
  GtkListBox *sidebar;
  GtkListBoxRow *page_row; /* the last one that was selected there */
  GtkListBoxRow *round_row;
  GtkImage *notes_icon;
  TdmRoundSwitcher *round_switcher;
  GtkWidget *programme_title;
  GtkLabel *programme_name;
  GtkLabel *company_name;
  GtkRevealer *read_only_bar;
  GtkLabel *read_only_label;
  GtkStack *pages;
  GtkRevealer *export_bar;
  GtkProgressBar *export_progress;
};

TdmRound *tdm_window_get_round       (TdmWindow      *self);
void      tdm_window_set_workspace   (TdmWindow      *self,
                                      TdmWorkspace   *workspace);
gboolean  tdm_window_still_shows     (TdmWindow      *self,
                                      gpointer        workspace);
void      tdm_window_build_main      (TdmWindow      *self);
void      tdm_window_dispose_main    (TdmWindow      *self);
void      tdm_window_select_page     (TdmWindow      *self,
                                      const char     *name);
void      tdm_window_show_round      (TdmWindow      *self,
                                      gboolean        is_shown);
GtkWidget *tdm_window_show_page      (TdmWindow      *self,
                                      const char     *name);
void      tdm_window_show_selected_page (TdmWindow   *self);
void      tdm_window_go_up           (TdmWindow      *self);
void      tdm_window_start_trail     (TdmWindow      *self);
void      tdm_window_forget_trail    (TdmWindow      *self);
void      tdm_window_leave_pairs     (TdmWindow      *self);
AdwToast *tdm_window_make_toast      (const char     *text);
void      tdm_window_show_toast      (TdmWindow      *self,
                                      const char     *text);
void      tdm_window_forget_change_toast (TdmWindow *self);
void      tdm_window_load            (TdmWindow      *self,
                                      const char     *path,
                                      TdmOpenMode     mode);

void      tdm_window_install_actions (GtkWidgetClass *widget_class);
void      tdm_window_install_parts   (GtkWidgetClass *widget_class);
void      tdm_window_install_pages   (GtkWidgetClass *widget_class);
void      tdm_window_install_trail   (GtkWidgetClass *widget_class);
void      tdm_window_install_export  (GtkWidgetClass *widget_class);
void      tdm_window_install_start   (GtkWidgetClass *widget_class);
void      tdm_window_install_file    (GtkWidgetClass *widget_class);
void      tdm_window_update_file_actions (TdmWindow  *self);
void      tdm_window_follow_file     (TdmWindow      *self);
void      tdm_window_show_error      (TdmWindow      *self,
                                      const char     *path,
                                      const GError   *error);
void      tdm_window_open_beside     (TdmWindow      *self,
                                      GFile          *file);
void      tdm_window_install_inbox   (GtkWidgetClass *widget_class);
void      tdm_window_install_join    (GtkWidgetClass *widget_class);
void      tdm_window_join_files      (TdmWindow      *self,
                                      GPtrArray      *files);
gboolean  tdm_window_join_read       (TdmWindow      *self,
                                      GPtrArray      *items);
void      tdm_window_add_message_filter (GtkFileChooser *chooser);
void      tdm_window_install_notes   (GtkWidgetClass *widget_class);
void      tdm_window_watch_notes     (TdmWindow      *self);
void      tdm_window_accept_drops    (TdmWindow      *self);
void      tdm_window_take_waiting_files (TdmWindow   *self);

G_END_DECLS
