/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-store-private.h"

#include "base/tdm-i18n.h"
#include "model/tdm-pair.h"
#include "tdm-meeting-row.h"
#include "tdm-programme-format.h"
#include "tdm-record-fault.h"
#include "tdm-record-scope.h"
#include "tdm-summary.h"

/* The verbs that read. */

static void
store_set_altered (TdmStore *self, GError **error)
{
  const char *alteration = tdm_database_file_get_alteration (self->file);

  /* What another program did to the file is the reason, whatever SQLite says of it. */
  g_set_error_literal (error, TDM_FILE_ERROR, TDM_FILE_ERROR_ALTERED,
                       alteration ? alteration : _ (tdm_programme_format.damaged));
}

static void
store_load_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmStore *self = source;
  TdmDatabase *database = tdm_store_get_database (self);
  TdmJob *job = data;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  /* A tandem of nobody cannot be shown at all. */
  if (job->scope == TDM_SCOPE_OVERVIEW && !self->is_altered &&
      tdm_record_fault_find_links (database, TDM_TYPE_PAIR, &error))
    tdm_store_take_faults (self, job);
  for (guint i = 0; !error && i < (job->ids ? job->ids->len : 1); i++)
    {
      gint64 id = job->ids ? g_array_index (job->ids, gint64, i) : 0;

      if (!self->is_altered)
        tdm_record_scope_read (database, job->scope, id, records, &error);
      else if (!tdm_record_scope_read (database, job->scope, id, records, NULL) ||
               !tdm_record_fault_leave_out (database, records, NULL))
        store_set_altered (self, &error);
    }
  tdm_store_take_faults (self, job);
  tdm_store_return_found (task, job, g_steal_pointer (&records), (GDestroyNotify) g_ptr_array_unref, error);
}

/**
 * tdm_store_load_async:
 * @scope: what to read
 * @ids: (element-type gint64) (nullable): of which tandems, people or rounds, by row id; %NULL for %TDM_SCOPE_OVERVIEW
 */
void
tdm_store_load_async (TdmStore *self, TdmScope scope, GArray *ids, GAsyncReadyCallback callback, gpointer data)
{
  TdmJob *job = g_new0 (TdmJob, 1);

  g_return_if_fail (TDM_IS_STORE (self));

  job->scope = scope;
  job->ids = ids ? g_array_copy (ids) : NULL;
  tdm_store_run (self, job, store_load_job, callback, data);
}

/**
 * tdm_store_load_finish:
 *
 * If a row has what Tandem never writes, the file can only be read from now on.
 *
 * Returns: (transfer full) (nullable) (element-type TdmRecord): the records, those that others link to first
 */
GPtrArray *
tdm_store_load_finish (TdmStore *self, GAsyncResult *result, GError **error)
{
  return tdm_store_steal_found (self, result, error);
}

static void
store_sum_up_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmStore *self = source;
  g_autoptr (GArray) summaries = g_array_new (FALSE, FALSE, sizeof (TdmSummary));
  GError *error = NULL;

  tdm_summary_read (tdm_store_get_database (self), 0, summaries, &error);
  tdm_store_return_found (task, data, g_steal_pointer (&summaries), (GDestroyNotify) g_array_unref, error);
}

/**
 * tdm_store_sum_up_async:
 *
 * Reads what lists show of all tandems.
 */
void
tdm_store_sum_up_async (TdmStore *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_STORE (self));

  tdm_store_run (self, g_new0 (TdmJob, 1), store_sum_up_job, callback, data);
}

/**
 * tdm_store_sum_up_finish:
 *
 * Returns: (transfer full) (nullable) (element-type TdmSummary): the figures
 */
GArray *
tdm_store_sum_up_finish (TdmStore *self, GAsyncResult *result, GError **error)
{
  return tdm_store_steal_found (self, result, error);
}

static void
store_list_meetings_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmStore *self = source;
  TdmJob *job = data;
  g_autoptr (GArray) rows = tdm_meeting_rows_new ();
  GError *error = NULL;

  if (!job->ids)
    tdm_meeting_rows_read (tdm_store_get_database (self), TDM_SCOPE_ROUND_MEETINGS, job->id, rows, &error);
  for (guint i = 0; job->ids && !error && i < job->ids->len; i++)
    tdm_meeting_rows_read (tdm_store_get_database (self), TDM_SCOPE_PAIR, g_array_index (job->ids, gint64, i), rows,
                           &error);
  if (error && self->is_altered)
    {
      g_clear_error (&error);
      store_set_altered (self, &error);
    }
  tdm_store_return_found (task, job, g_steal_pointer (&rows), (GDestroyNotify) g_array_unref, error);
}

/**
 * tdm_store_list_meetings_async:
 * @round: the row id of a round
 * @pairs: (nullable) (element-type gint64): the row ids of tandems, %NULL for all of @round
 *
 * Reads what is asked of very many meetings, in no order.
 */
void
tdm_store_list_meetings_async (TdmStore *self, gint64 round, GArray *pairs, GAsyncReadyCallback callback, gpointer data)
{
  TdmJob *job = g_new0 (TdmJob, 1);

  g_return_if_fail (TDM_IS_STORE (self));

  job->id = round;
  job->ids = pairs ? g_array_copy (pairs) : NULL;
  tdm_store_run (self, job, store_list_meetings_job, callback, data);
}

/**
 * tdm_store_list_meetings_finish:
 *
 * Returns: (transfer full) (nullable) (element-type TdmMeetingRow): the meetings
 */
GArray *
tdm_store_list_meetings_finish (TdmStore *self, GAsyncResult *result, GError **error)
{
  return tdm_store_steal_found (self, result, error);
}
