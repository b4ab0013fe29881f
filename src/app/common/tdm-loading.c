/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-loading.h"

#include "app/common/tdm-feedback.h"
#include "workspace/tdm-workspace.h"

/* What has to be read of a record before something can be done with it, or a dialog can show it */

typedef struct
{
  GtkWidget *window;
  GObject *record;
  TdmLoadedFunc loaded;
} TdmLoading;

/* With a record, while it is on its way */
#define UNDER_WAY "tdm-loading-for"

static void
loading_ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree TdmLoading *self = data;
  g_autoptr (GtkWidget) window = self->window;
  g_autoptr (GObject) record = self->record;
  TdmWorkspace *workspace = TDM_WORKSPACE (source);
  g_autoptr (GError) error = NULL;

  g_object_set_data (record, UNDER_WAY, NULL);
  if (!tdm_workspace_load_finish (workspace, result, &error))
    tdm_feedback_show_error (window, error);
  /* The window, or its file, may have been closed meanwhile. */
  else if (gtk_widget_get_realized (window) && tdm_workspace_is_open (workspace))
    self->loaded (window, workspace, record);
}

/* Calls @loaded once, however often it is asked for until then. */
void
tdm_loading_begin (GtkWidget *widget, TdmWorkspace *workspace, TdmScope scope, gpointer record, TdmLoadedFunc loaded)
{
  TdmLoading *self;

  if (g_object_get_data (record, UNDER_WAY) == loaded)
    return;
  g_object_set_data (record, UNDER_WAY, loaded);
  self = g_new (TdmLoading, 1);
  *self = (TdmLoading) { tdm_feedback_target (widget), g_object_ref (record), loaded };
  tdm_workspace_load_async (workspace, scope, record, loading_ended_cb, self);
}
