/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "window-fixture.h"

#include "app/common/tdm-record-dialog.h"
#include "workspace/tdm-workspace.h"

G_BEGIN_DECLS

/* A form of the first round or person, or of another record, in a dialog over the window */

#define FORM_RESOURCES "/org/tandemapp/Tandem/tests/"

/* All records of a kind, such as tdm_workspace_get_rounds() */
typedef GListModel *(*FormList) (TdmWorkspace *workspace);

TdmRecord *form_get_first    (WindowFixture *self,
                              FormList       get_list);

GtkWindow *form_open         (WindowFixture *self,
                              const char    *resource,
                              gpointer       record,
                              TdmRecordDialogCheck check);
GtkWindow *form_open_round   (WindowFixture *self);
GtkWindow *form_open_person  (WindowFixture *self);
GtkWidget *form_find_row     (GtkWindow     *dialog,
                              guint          field);
gboolean   form_can_save     (GtkWindow     *dialog);
void       form_confirm      (WindowFixture *self,
                              GtkWindow     *dialog);
void       form_expect_saved (WindowFixture *self,
                              GtkWindow     *dialog,
                              const char    *question,
                              const char    *expected);

G_END_DECLS
