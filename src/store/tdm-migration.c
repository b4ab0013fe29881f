/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-migration.h"

#include "base/tdm-i18n.h"
#include "database/tdm-backup.h"
#include "tdm-migrations.h"
#include "tdm-programme-format.h"
#include "tdm-store-resources.h"

#include <gio/gio.h>

static const char *const migrations[] = { TDM_MIGRATION_PATHS, NULL };

/**
 * tdm_migration_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the resources with all migrations of this version, in order
 */
const char *const *
tdm_migration_list (void)
{
  /* A resource in a static library is dropped by the linker unless it is named. */
  g_resources_register (tdm_store_get_resource ());
  return migrations;
}

static gboolean
migration_run_file (TdmDatabase *database, const char *resource, GError **error)
{
  g_autoptr (GBytes) sql = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return sql && tdm_database_execute (database, g_bytes_get_data (sql, NULL), error);
}

/* One transaction for all steps: a file is in the old form or in the new one, whatever happens. */
static gboolean
migration_run_steps (TdmDatabase *database, const char *const *resources, guint from, GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%u",
                                            TDM_PROGRAMME_APPLICATION_ID, g_strv_length ((char **) resources));
  gint64 n_broken;
  gboolean done = TRUE;

  if (!tdm_database_begin (database, error))
    return FALSE;
  for (guint i = from; done && resources[i]; i++)
    done = migration_run_file (database, resources[i], error);
  done = done &&
         tdm_database_get_integer (database, "SELECT count (*) FROM pragma_foreign_key_check", &n_broken, error);
  if (done && n_broken > 0)
    {
      g_set_error_literal (error, TDM_FILE_ERROR, TDM_FILE_ERROR_DAMAGED,
                           _ ("The file could not be brought to the form of this version. It was left as it is."));
      done = FALSE;
    }
  if (done && tdm_database_execute (database, stamp, error))
    return tdm_database_commit (database, error);

  tdm_database_rollback (database);
  return FALSE;
}

/**
 * tdm_migration_run_list:
 * @database: an open file of any older schema, or an empty one
 * @resources: the migrations in order, %NULL-terminated
 *
 * Brings a file to the form that the last of @resources gives it. Before it touches a file with content it puts a
 * checked copy beside it. Links are not followed meanwhile: rebuilding a table would else remove what hangs on it.
 *
 * Returns: whether the file has that form now; if not, it is as it was
 */
gboolean
tdm_migration_run_list (TdmDatabase *database, const char *const *resources, GError **error)
{
  gint64 version;
  gboolean done;

  g_return_val_if_fail (TDM_IS_DATABASE (database), FALSE);

  if (!tdm_database_get_integer (database, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= g_strv_length ((char **) resources))
    return TRUE;
  if (version > 0 && !tdm_backup_before_migration (database, version, error))
    return FALSE;

  if (!tdm_database_set_foreign_keys (database, FALSE, error))
    return FALSE;
  done = migration_run_steps (database, resources, version, error);
  return tdm_database_set_foreign_keys (database, TRUE, done ? error : NULL) && done;
}

/**
 * tdm_migration_build:
 * @database: an empty database
 * @version: of a schema
 *
 * Gives it the form that a file of this version has, whichever version it began with: every file has seen the same
 * migrations, and SQLite writes the same text each time.
 *
 * Returns: whether it has that form now
 */
gboolean
tdm_migration_build (TdmDatabase *database, guint version, GError **error)
{
  const char *const *paths = tdm_migration_list ();

  g_return_val_if_fail (version <= TDM_MIGRATION_VERSION, FALSE);

  if (!tdm_database_begin (database, error))
    return FALSE;
  for (guint i = 0; i < version; i++)
    if (!migration_run_file (database, paths[i], error))
      {
        tdm_database_rollback (database);
        return FALSE;
      }
  return tdm_database_commit (database, error);
}

/**
 * tdm_migration_run:
 * @database: an open file of any older schema, or an empty one
 *
 * tdm_migration_run_list() with all migrations of this version.
 *
 * Returns: whether the file has the form of this version now
 */
gboolean
tdm_migration_run (TdmDatabase *database, GError **error)
{
  return tdm_migration_run_list (database, tdm_migration_list (), error);
}
