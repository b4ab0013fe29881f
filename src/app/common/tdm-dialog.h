/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What dialogs that change the programme file have in common. */

void     tdm_dialog_open       (gpointer      dialog,
                                GtkWidget    *over);
void     tdm_dialog_tell       (GtkWindow    *parent,
                                const char   *heading,
                                const char   *body,
                                const char   *close);
void     tdm_dialog_add_extra  (gpointer      question,
                                GtkWidget    *child);
gboolean tdm_dialog_is_stored  (gpointer      dialog,
                                GObject      *workspace,
                                GAsyncResult *result,
                                GError      **error);
gboolean tdm_dialog_has_failed (gpointer      dialog,
                                GObject      *workspace,
                                GAsyncResult *result,
                                GError      **error);
void     tdm_dialog_finish     (gpointer      dialog,
                                GObject      *workspace,
                                GAsyncResult *result,
                                GtkRevealer  *notice,
                                GtkLabel     *notice_label);

G_END_DECLS
