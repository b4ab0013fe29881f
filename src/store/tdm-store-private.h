/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "database/tdm-database-file.h"
#include "database/tdm-worker.h"
#include "tdm-history.h"
#include "tdm-store.h"

G_BEGIN_DECLS

struct _TdmStore
{
  GObject parent_instance;

  char *path;
  TdmReadOnlyReason read_only;
  char *why_read_only;
  char *alteration;
  char *undo;
  char *redo;
  TdmWorker *worker;

  /* Only the worker thread touches these. */
  TdmDatabaseFile *file;
  TdmHistory *history;
  gboolean is_altered; /* by another program, or by damage */
  char *fault; /* the first that was found since the opening */
};

/* What a verb asks of the worker thread */
typedef struct
{
  GTaskThreadFunc function;
  TdmOpenMode mode;
  TdmScope scope;
  gint64 id;
  GArray *ids;
  char *path;
  TdmEdit *edit;
  gboolean is_undo;
  gboolean writes;

  /* What the job found; the undo labels go with it to the main thread. */
  gpointer found;
  GDestroyNotify free_found;
  char *undo;
  char *redo;
  char *fault;
} TdmJob;

void         tdm_job_free           (gpointer             job);
void         tdm_store_run          (TdmStore            *self,
                                     TdmJob              *taken_job,
                                     GTaskThreadFunc      function,
                                     GAsyncReadyCallback  callback,
                                     gpointer             data);
TdmDatabase *tdm_store_get_database (TdmStore            *self);
void         tdm_store_take_faults  (TdmStore            *self,
                                     TdmJob              *job);
void         tdm_store_return_found (GTask               *task,
                                     TdmJob              *job,
                                     gpointer             found,
                                     GDestroyNotify       free_found,
                                     GError              *taken_error);
gpointer     tdm_store_steal_found  (TdmStore            *self,
                                     GAsyncResult        *result,
                                     GError             **error);

G_END_DECLS
