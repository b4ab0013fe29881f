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
  gboolean keeps_backups;
  char *changed_on; /* the day of the last change that is in no backup */
  gint64 backed_up_at; /* microseconds of g_get_monotonic_time() */
  gboolean has_told_backup; /* that one has failed */
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
  char *label;
  TdmEdit *edit;
  gboolean is_undo;
  gboolean writes;
  gboolean goes_on; /* see tdm_store_keep_backups() */

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
void         tdm_store_run_write    (TdmStore            *self,
                                     TdmJob              *taken_job,
                                     GTaskThreadFunc      function,
                                     GAsyncReadyCallback  callback,
                                     gpointer             data);
TdmDatabase *tdm_store_get_database (TdmStore            *self);
gboolean     tdm_store_ensure_looked (TdmStore           *self,
                                     GError             **error);
void         tdm_store_back_up_before (TdmStore          *self,
                                     GTask               *task);
void         tdm_store_back_up_after (TdmStore           *self,
                                     GTask               *task);
void         tdm_store_back_up_at_end (TdmStore          *self);
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
