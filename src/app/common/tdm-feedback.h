/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a page does once its change is stored, such as to end a selection */
typedef void (*TdmFeedbackDone) (GtkWidget *page);

void     tdm_feedback_quiet_cb        (GObject      *workspace,
                                       GAsyncResult *result,
                                       gpointer      widget);
void     tdm_feedback_undo_cb         (GObject      *workspace,
                                       GAsyncResult *result,
                                       gpointer      widget);
void     tdm_feedback_then_cb         (GObject      *workspace,
                                       GAsyncResult *result,
                                       gpointer      then);
gpointer tdm_feedback_then            (gpointer      widget,
                                       GtkWidget    *page,
                                       TdmFeedbackDone done);
GtkWindow *tdm_feedback_find_window   (GtkWindow    *dialog);
gpointer tdm_feedback_target          (gpointer      widget);
void     tdm_feedback_show_message    (GtkWidget    *widget,
                                       const char   *text);
void     tdm_feedback_close_and_show  (GtkWindow    *dialog,
                                       const char   *text);
void     tdm_feedback_show_error      (GtkWidget    *widget,
                                       const GError *error);
void     tdm_feedback_show_late_error (const GError *error);

G_END_DECLS
