/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "database/tdm-schema.h"
#include "tdm-migration.h"
#include "tdm-migrations.h"

/* A part of the build: runs all migrations in memory and prints the digest of what they make as a C source. To run them
 * takes longer than to open a file, which is compared with it. */

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmDatabase) database = tdm_database_new (":memory:", FALSE, &error);
  g_autofree char *digest = NULL;

  if (database && tdm_migration_build (database, TDM_MIGRATION_VERSION, &error))
    digest = tdm_schema_digest (database, &error);
  if (digest)
    {
      g_print ("#include \"tdm-programme-format.h\"\n\nconst char tdm_programme_digest[] = \"%s\";\n", digest);
      return 0;
    }
  g_printerr ("%s\n", error->message);
  return 1;
}
