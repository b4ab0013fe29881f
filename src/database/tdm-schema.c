/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-schema.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"

/* What a file is made of. SQLite believes whatever stands there: a link of a table has rows removed, an index runs any
 * expression for every row, a table without its CHECKs lets every value in. So it must be what Tandem writes, letter by
 * letter. */

#define NAME_MOST 60

/**
 * tdm_schema_digest:
 *
 * Returns: (transfer full) (nullable): the SHA-256 of all that the file is made of; two files with the same one are
 * made alike, letter by letter
 */
char *
tdm_schema_digest (TdmDatabase *database, GError **error)
{
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3_stmt *statement = tdm_database_prepare (database, "SELECT type, name, tbl_name, sql FROM sqlite_schema"
                                                            " ORDER BY 1, 2, 3, 4", error);
  gboolean has_row = statement != NULL;

  while (has_row)
    {
      if (!tdm_database_step (database, statement, &has_row, error))
        return NULL;
      /* Each with its length before it: no two rows can be read as others. */
      for (int i = 0; has_row && i < sqlite3_column_count (statement); i++)
        {
          const guint8 *text = sqlite3_column_text (statement, i);
          gint64 length = text ? GINT64_TO_LE (sqlite3_column_bytes (statement, i)) : -1;

          g_checksum_update (digest, (const guint8 *) &length, sizeof length);
          g_checksum_update (digest, text ? text : (const guint8 *) "", text ? sqlite3_column_bytes (statement, i) : 0);
        }
    }
  return statement ? g_strdup (g_checksum_get_string (digest)) : NULL;
}

/* Type and name of each thing, and how it was made. What is there twice was made in two ways. */
static GHashTable *
schema_read_all (TdmDatabase *database, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *statement = tdm_database_prepare (database, "SELECT coalesce (type, '') || ' ' || coalesce (name, ''),"
                                                            " coalesce (tbl_name, '') || ' ' || coalesce (sql, '')"
                                                            " FROM sqlite_schema", error);
  gboolean has_row = statement != NULL;

  while (has_row)
    {
      const char *name, *sql, *other;

      if (!tdm_database_step (database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      name = (const char *) sqlite3_column_text (statement, 0);
      sql = (const char *) sqlite3_column_text (statement, 1);
      other = g_hash_table_lookup (all, name);
      g_hash_table_insert (all, g_strdup (name), other ? g_strconcat (other, "\n", sql, NULL) : g_strdup (sql));
    }
  return statement ? g_steal_pointer (&all) : NULL;
}

static void
schema_add_fault (GPtrArray *faults, const char *format, const char *what)
{
  g_autofree char *clean = tdm_text_clean_line (what), *name = tdm_text_cut (clean, NAME_MOST);

  g_ptr_array_add (faults, g_strdup_printf (format, name));
}

static int
schema_compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * tdm_schema_compare:
 * @expected: a database of the same version that was made here
 * @faults: (element-type utf8): what differs is added here, in the language of the program
 *
 * Returns: whether it could be compared
 */
gboolean
tdm_schema_compare (TdmDatabase *database, TdmDatabase *expected, GPtrArray *faults, GError **error)
{
  g_autoptr (GHashTable) there = schema_read_all (database, error);
  g_autoptr (GHashTable) wanted = there ? schema_read_all (expected, error) : NULL;
  GHashTableIter iter;
  gpointer name, sql;
  guint n_before = faults->len;

  if (!wanted)
    return FALSE;
  g_hash_table_iter_init (&iter, there);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    {
      const char *right = g_hash_table_lookup (wanted, name);

      if (!right)
        /* Translators: %s is a technical name, such as "trigger person_added" */
        schema_add_fault (faults, _ ("“%s” was not made by Tandem."), name);
      else if (g_strcmp0 (sql, right) != 0)
        schema_add_fault (faults, _ ("“%s” is not as Tandem makes it."), name);
      g_hash_table_remove (wanted, name);
    }
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    schema_add_fault (faults, _ ("“%s” is missing."), name);

  /* In an order that does not change from one look to the next */
  if (faults->len > n_before)
    qsort (faults->pdata + n_before, faults->len - n_before, sizeof (gpointer), schema_compare_texts);
  return TRUE;
}
