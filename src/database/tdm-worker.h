/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TDM_TYPE_WORKER (tdm_worker_get_type ())
G_DECLARE_FINAL_TYPE (TdmWorker, tdm_worker, TDM, WORKER, GObject)

TdmWorker *tdm_worker_new  (const char      *name);
void       tdm_worker_run  (TdmWorker       *self,
                            GTask           *task,
                            GTaskThreadFunc  job);
void       tdm_worker_tell (GTask           *task,
                            GSourceFunc      callback,
                            gpointer         taken_data,
                            GDestroyNotify   free_data);
void       tdm_worker_stop (TdmWorker       *self);

G_END_DECLS
