/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "base/tdm-alarm.h"
#include "store/tdm-store.h"
#include "tdm-graph.h"
#include "tdm-workspace.h"

G_BEGIN_DECLS

struct _TdmWorkspace
{
  GObject parent_instance;

  TdmStore *store;
  TdmGraph *graph;
  TdmAlarm *alarm;

  /* What is under way outside of the file, see tdm_workspace_hold() */
  GCancellable *held_by;
  gboolean closes_afterwards;
};

TdmStore *tdm_workspace_get_store     (TdmWorkspace *self);
void      tdm_workspace_sum_up        (TdmWorkspace *self);
void      tdm_workspace_set_alarm     (TdmWorkspace *self);
GPtrArray *tdm_workspace_take_loaded  (TdmWorkspace *self, GAsyncResult *result, GError **error);
void      tdm_workspace_changed_cb    (GObject *source, GAsyncResult *result, gpointer data);
void      tdm_workspace_take_overview (TdmWorkspace *self, GPtrArray *records);

G_END_DECLS
