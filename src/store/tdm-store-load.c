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

#include <sqlite3.h>

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
 * @round: the row id of a round, or %TDM_STORE_ALL_ROUNDS
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

/* Meetings and series name the people of then where the tandem has changed hands since. */
#define TANDEMS_OF_PERSON                                                                                              \
  "SELECT id FROM pair WHERE mentee = ?1 OR mentor = ?1 UNION "                                                        \
  "SELECT pair FROM series WHERE mentee = ?1 OR mentor = ?1 UNION "                                                    \
  "SELECT pair FROM meeting WHERE mentee = ?1 OR mentor = ?1"

static void
store_find_tandems_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmDatabase *database = tdm_store_get_database (source);
  TdmJob *job = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *error = NULL;
  sqlite3_stmt *statement = tdm_database_prepare (database, TANDEMS_OF_PERSON, &error);
  gboolean has_row = statement != NULL;

  if (statement)
    sqlite3_bind_int64 (statement, 1, job->id);
  while (has_row && tdm_database_step (database, statement, &has_row, &error) && has_row)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  tdm_store_return_found (task, job, g_steal_pointer (&ids), (GDestroyNotify) g_array_unref, error);
}

/**
 * tdm_store_find_tandems_async:
 * @person: the row id of a person
 *
 * Finds the tandems that cannot do without a person: those that the person is in, and those that the person was in when
 * they met.
 */
void
tdm_store_find_tandems_async (TdmStore *self, gint64 person, GAsyncReadyCallback callback, gpointer data)
{
  TdmJob *job = g_new0 (TdmJob, 1);

  g_return_if_fail (TDM_IS_STORE (self));

  job->id = person;
  tdm_store_run (self, job, store_find_tandems_job, callback, data);
}

/**
 * tdm_store_find_tandems_finish:
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their row ids
 */
GArray *
tdm_store_find_tandems_finish (TdmStore *self, GAsyncResult *result, GError **error)
{
  return tdm_store_steal_found (self, result, error);
}
