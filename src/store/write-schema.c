/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-migration.h"

/* A part of the build: runs all migrations in memory and prints what they make as a C source. To run them takes longer
 * than to open a file, which is compared with this. */

static void
print_sql (const char *sql)
{
  g_auto (GStrv) lines = g_strsplit (sql, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      g_autofree char *escaped = g_strescape (lines[i], NULL);

      g_print ("  \"%s%s\"\n", escaped, lines[i + 1] ? "\\n" : ";\\n");
    }
}

static gboolean
print_all (TdmDatabase *database, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (database, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"
                                                            " ORDER BY type DESC, name", error);
  gboolean has_row = statement != NULL;

  g_print ("#include \"tdm-programme-format.h\"\n\nconst char tdm_programme_schema[] =\n");
  while (has_row)
    {
      if (!tdm_database_step (database, statement, &has_row, error))
        return FALSE;
      if (has_row)
        print_sql ((const char *) sqlite3_column_text (statement, 0));
    }
  g_print (";\n");
  return statement != NULL;
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmDatabase) database = tdm_database_new (":memory:", FALSE, &error);

  if (database && tdm_migration_build (database, TDM_MIGRATION_VERSION, &error) && print_all (database, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
