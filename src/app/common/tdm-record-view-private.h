/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-record-view.h"

#include "app/common/tdm-headed-list.h"
#include "app/common/tdm-selection-bar.h"
#include "app/common/tdm-text-filter.h"
#include "workspace/tdm-workspace.h"

G_BEGIN_DECLS

/* Shared by the files that make up the view. */

struct _TdmRecordView
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  GListModel *model;
  gboolean selecting;
  gboolean is_chooser; /* nothing but selecting */
  gboolean is_stale;
  GHashTable *ticked;
  GSignalGroup *workspace_signals;
  GSignalGroup *model_signals;

  GtkSortListModel *sorted;
  GtkFilterListModel *filtered;
  GtkFilterListModel *found;
  GtkSliceListModel *ready;
  guint n_frames;
  guint tick_id;
  TdmTextFilter *text_filter;

  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkScrolledWindow *scrolled;
  TdmHeadedList *headed;
  GtkListView *list;
  GtkStack *placeholder;
  AdwBin *empty_bin;
  TdmSelectionBar *bar;
  AdwBin *actions_bin;
  GtkWidget *search_button;
};

void tdm_record_view_init_ticks    (TdmRecordView  *self);
void tdm_record_view_install_ticks (GtkWidgetClass *widget_class);
void tdm_record_view_forget_gone   (TdmRecordView  *self);

G_END_DECLS
