/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-store-private.h"

#include "base/tdm-backups.h"
#include "base/tdm-clock.h"
#include "base/tdm-compat.h"
#include "base/tdm-durable.h"
#include "base/tdm-i18n.h"
#include "database/tdm-backup.h"
#include "database/tdm-database-place.h"
#include "tdm-difference.h"
#include "tdm-programme-format.h"

#include <glib/gstdio.h>
#include <string.h>

/* Backups that are made by themselves, one for each day on which something changed: when the file is closed, once in an
 * hour while it is changed, and before the first change of another day; and how one of them comes back. */

#define MICROSECONDS_BETWEEN (G_GINT64_CONSTANT (60) * 60 * G_USEC_PER_SEC)

typedef struct
{
  TdmStore *store;
  char *text;
} TdmBackupFailure;

static void
backup_failure_free (gpointer data)
{
  TdmBackupFailure *self = data;

  g_object_unref (self->store);
  g_free (self->text);
  g_free (self);
}

static gboolean
store_backup_failed_cb (gpointer data)
{
  TdmBackupFailure *failure = data;

  g_signal_emit_by_name (failure->store, "backup-failed", failure->text);
  return G_SOURCE_REMOVE;
}

/* Once: what is wrong with a disk is wrong with every backup. */
static void
store_tell_backup_failed (TdmStore *self, GTask *task, const GError *error)
{
  TdmBackupFailure *failure;

  if (self->has_told_backup || !task)
    return;
  self->has_told_backup = TRUE;
  failure = g_new (TdmBackupFailure, 1);
  failure->store = g_object_ref (self);
  /* Translators: %s is a sentence that says why */
  failure->text = g_strdup_printf (_ ("No backup could be made. %s"), error->message);
  tdm_worker_tell (task, store_backup_failed_cb, failure, backup_failure_free);
}

static gboolean
store_write_backup (TdmStore *self, const char *name, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *path = tdm_backups_make_path (self->path, name, &reason);

  if (reason)
    {
      /* Translators: %s is a reason given by the system, such as "Permission denied" */
      g_set_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_IO, _ ("The copy could not be written: %s."), reason->message);
      return FALSE;
    }
  if (!tdm_backup_write (tdm_store_get_database (self), path, TRUE, error))
    return FALSE;
  tdm_backups_settle (self->path, path);
  return TRUE;
}

/* On the worker, of the state that the file has now */
static void
store_back_up_day (TdmStore *self, GTask *task)
{
  g_autofree char *day = g_steal_pointer (&self->changed_on);
  g_autoptr (GError) error = NULL;

  self->backed_up_at = g_get_monotonic_time ();
  /* What was altered by another program would only take the place of a backup that is right; and on a day on which
   * every change was refused there is nothing to be kept. */
  if (self->is_altered || tdm_backups_are_new (self->path) || store_write_backup (self, day, &error))
    return;
  store_tell_backup_failed (self, task, error);
  self->changed_on = g_steal_pointer (&day);
}

/* On the worker */
static void
store_back_up_day_before (TdmStore *self, GTask *task, const char *today)
{
  if (self->changed_on && strcmp (self->changed_on, today) < 0)
    store_back_up_day (self, task);
}

/* On the worker: before anything is changed on another day, the last one is kept as it ended. */
void
tdm_store_back_up_before (TdmStore *self, GTask *task)
{
  char *today;

  if (!self->keeps_backups)
    return;
  today = tdm_clock_today ();
  store_back_up_day_before (self, task, today);
  g_free (self->changed_on);
  self->changed_on = today;
}

/* On the worker, after a change */
void
tdm_store_back_up_after (TdmStore *self, GTask *task)
{
  if (self->changed_on && g_get_monotonic_time () - self->backed_up_at >= MICROSECONDS_BETWEEN)
    store_back_up_day (self, task);
}

/* When the worker has ended: what could not be kept now is kept when the file is opened again. */
void
tdm_store_back_up_at_end (TdmStore *self)
{
  if (self->changed_on && self->file)
    store_back_up_day (self, NULL);
}

static void
store_keep_backups_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmStore *self = source;
  GStatBuf status;

  if (tdm_database_file_get_read_only (self->file) != TDM_READ_ONLY_NOT)
    {
      tdm_store_return_found (task, data, NULL, NULL, NULL);
      return;
    }
  tdm_backups_adopt (self->path);
  self->backed_up_at = g_get_monotonic_time ();
  if (!tdm_backups_are_new (self->path) && g_stat (self->path, &status) == 0)
    {
      g_autoptr (GDateTime) changed = g_date_time_new_from_unix_local (status.st_mtime);
      g_autofree char *today = tdm_clock_today ();

      self->changed_on = changed ? g_date_time_format (changed, "%Y-%m-%d") : NULL;
      if (tdm_store_ensure_looked (self, NULL))
        store_back_up_day_before (self, task, today);
    }
  self->keeps_backups = ((TdmJob *) data)->goes_on;
  if (!self->keeps_backups)
    g_clear_pointer (&self->changed_on, g_free);
  tdm_store_return_found (task, data, NULL, NULL, NULL);
}

/**
 * tdm_store_keep_backups:
 * @goes_on: whether today is kept, too, in its course and when the file is closed, and not only the last day before it
 *   on which something changed, as it ended
 *
 * From here on, the last ten days on which something changed are kept beside the file, see tdm_backups_make_path(). A
 * file that can only be read is left alone.
 */
void
tdm_store_keep_backups (TdmStore *self, gboolean goes_on)
{
  TdmJob *job = g_new0 (TdmJob, 1);

  g_return_if_fail (TDM_IS_STORE (self));

  job->goes_on = goes_on;
  tdm_store_run (self, job, store_keep_backups_job, NULL, NULL);
}

/* Brought to the present schema where it is older, in a copy */
static TdmDatabaseFile *
backup_open (const char *path, GError **error)
{
  g_autoptr (TdmDatabaseFile) backup = tdm_database_file_open (path, TDM_OPEN_READ_ONLY, &tdm_programme_format, error);
  const char *alteration = backup ? tdm_database_file_get_alteration (backup) : NULL;

  if (!alteration)
    return g_steal_pointer (&backup);
  g_set_error_literal (error, TDM_FILE_ERROR, TDM_FILE_ERROR_ALTERED, alteration);
  return NULL;
}

static void
store_compare_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmStore *self = source;
  TdmJob *job = data;
  GError *error = NULL;
  g_autoptr (TdmDatabaseFile) backup = backup_open (job->path, &error);
  GArray *differences = NULL;
  void *changeset = NULL;
  int size;

  if (backup && tdm_difference_find (tdm_store_get_database (self), tdm_database_file_get_database (backup), &size,
                                     &changeset, &error))
    differences = tdm_difference_count (size, changeset, &error);
  sqlite3_free (changeset);
  tdm_store_return_found (task, job, differences, (GDestroyNotify) g_array_unref, error);
}

/**
 * tdm_store_compare_async:
 * @path: of a backup
 *
 * Finds what has become of the records since the backup was made.
 */
void
tdm_store_compare_async (TdmStore *self, const char *path, GAsyncReadyCallback callback, gpointer data)
{
  TdmJob *job = g_new0 (TdmJob, 1);

  g_return_if_fail (TDM_IS_STORE (self));

  job->path = g_strdup (path);
  tdm_store_run (self, job, store_compare_job, callback, data);
}

/**
 * tdm_store_compare_finish:
 *
 * Returns: (transfer full) (nullable) (element-type TdmDifference): one for each type of which anything differs
 */
GArray *
tdm_store_compare_finish (TdmStore *self, GAsyncResult *result, GError **error)
{
  return tdm_store_steal_found (self, result, error);
}

/* What there is now stays beside the file, for a day on which nobody can undo any more. */
static void
store_restore_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmStore *self = source;
  TdmJob *job = data;
  g_autoptr (GDateTime) now = tdm_clock_local ();
  g_autofree char *moment = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  GError *error = NULL;
  g_autoptr (TdmDatabaseFile) backup = backup_open (job->path, &error);
  TdmChanges *changes = NULL;

  if (backup && store_write_backup (self, moment, &error))
    changes = tdm_history_restore (self->history, tdm_database_file_get_database (backup), job->label, &error);
  tdm_set_str (&job->undo, tdm_history_get_undo (self->history));
  tdm_set_str (&job->redo, tdm_history_get_redo (self->history));
  tdm_store_return_found (task, job, changes, g_object_unref, error);
}

/**
 * tdm_store_restore_async:
 * @path: of a backup
 * @label: what undo calls it
 *
 * Makes the file equal to the backup, which can be undone. Finish with tdm_store_change_finish().
 */
void
tdm_store_restore_async (TdmStore *self, const char *path, const char *label, GAsyncReadyCallback callback,
                         gpointer data)
{
  TdmJob *job = g_new0 (TdmJob, 1);

  g_return_if_fail (TDM_IS_STORE (self));

  job->path = g_strdup (path);
  job->label = g_strdup (label);
  tdm_store_run_write (self, job, store_restore_job, callback, data);
}

/* Under a name that is free, with what SQLite has left beside it: it may be the better half. */
static char *
store_put_aside (const char *path, GError **error)
{
  static const char *const beside[] = { "-journal", "-wal" };
  g_autoptr (GDateTime) now = tdm_clock_local ();
  g_autofree char *moment = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *stem = g_str_has_suffix (path, ".tandem") ? g_strndup (path, strlen (path) - 7) : g_strdup (path);
  /* Translators: in the name of a file: the first %s is its name before, the second one a day and a time */
  g_autofree char *aside = g_strdup_printf (_ ("%s-damaged-%s.tandem"), stem, moment);

  if (!tdm_durable_place (path, aside, FALSE, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *from = g_strconcat (path, beside[i], NULL), *to = g_strconcat (aside, beside[i], NULL);

      g_rename (from, to);
    }
  return g_steal_pointer (&aside);
}

/**
 * tdm_store_put_back:
 * @path: a programme file that cannot be opened, or is not there any more
 * @backup: what comes in its place
 * @aside: (out) (nullable): what has become of the file
 *
 * It takes a while, and may be called on any thread.
 *
 * Returns: whether the file is the backup now; if not, it is as it was
 */
gboolean
tdm_store_put_back (const char *path, const char *backup, char **aside, GError **error)
{
  g_autoptr (TdmDatabaseFile) file = backup_open (backup, error);
  g_autofree char *real = file ? tdm_database_place_resolve (path, TRUE, error) : NULL;
  GError *reason = NULL;
  GStatBuf status;

  *aside = NULL;
  if (!real)
    return FALSE;
  if (g_lstat (real, &status) == 0)
    {
      *aside = store_put_aside (real, &reason);
      if (!*aside)
        {
          /* Translators: %s is a reason given by the system, such as "Permission denied" */
          g_set_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_IO, _ ("The file could not be put aside: %s."),
                       reason->message);
          g_error_free (reason);
          return FALSE;
        }
    }
  if (tdm_backup_write (tdm_database_file_get_database (file), real, FALSE, error))
    return TRUE;
  if (*aside)
    g_rename (*aside, real);
  g_clear_pointer (aside, g_free);
  return FALSE;
}
