/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "app/common/tdm-header-title.h"
#include "app/outbox/tdm-outbox-dialog.h"
#include "app/outbox/tdm-outbox-reader.h"
#include "delivery/tdm-outbox-choice.h"
#include "delivery/tdm-outbox.h"
#include "workspace/tdm-workspace.h"

G_BEGIN_DECLS

/* Shared by the files of TdmOutboxDialog alone. */

struct _TdmOutboxDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;
  TdmOutbox *outbox;
  TdmOutboxChoice *choice;
  GListStore *items; /* GtkMapListModel of GTK 4.8 shows a wrong item where others come before one that is shown */
  GCancellable *going;
  gboolean closes_afterwards;
  gboolean has_account;

  GtkStack *pages;
  TdmOutboxReader *reader;
  GtkWidget *list;
  TdmHeaderTitle *title;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  GtkWidget *organizer_bar;
  GtkLabel *organizer_label;
  GtkStack *stack;
  GtkNoSelection *selection;
  GtkRevealer *progress_bar;
  GtkProgressBar *progress;
  GtkWidget *passed_on_child;
  GtkWidget *passed_on_button;
  GtkWidget *save_button;
  GtkWidget *send_button;
};

GPtrArray *tdm_outbox_dialog_list_saved      (TdmOutboxDialog *self);
gboolean   tdm_outbox_dialog_lacks_organizer (TdmOutboxDialog *self);
void       tdm_outbox_dialog_focus_list      (TdmOutboxDialog *self);
void       tdm_outbox_dialog_update          (TdmOutboxDialog *self);
void       tdm_outbox_dialog_install_ways    (GtkWidgetClass  *widget_class);

G_END_DECLS
