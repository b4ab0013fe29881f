/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "base/tdm-file-access.h"
#include "tdm-database.h"

G_BEGIN_DECLS

/**
 * TdmDatabaseFormat:
 * @application_id: the four bytes at offset 68 of every file of the kind
 * @version: the newest user_version that this program knows
 * @foreign: what is said of a file of another kind; not translated yet
 * @too_new: what is said of a file with a newer version
 * @empty: what is said of an empty file that should have had something in it
 * @damaged: what is said of a file with broken pages
 * @altered: what is said of a file in which something was not made by Tandem, with %s for what that is
 * @reads_altered: whether such a file can be read at all
 * @has_links: whether its tables link to each other
 * @digest: (nullable): the tdm_schema_digest() of a file of the newest version, so that only what differs is looked
 * into
 * @build: gives an empty database the form of a version
 * @look: (nullable): adds what is wrong in and between the rows of a file of the newest version to the faults of the
 *   connection, with all that the CHECKs of the schema forbid; asked at once of a file that is only read, else by
 *   tdm_database_file_look()
 * @make_current: brings a file, which may be empty, to the newest version
 *
 * A kind of file.
 */
typedef struct _TdmDatabaseFormat
{
  guint32 application_id;
  guint version;
  const char *foreign;
  const char *too_new;
  const char *empty;
  const char *damaged;
  const char *altered;
  gboolean reads_altered;
  gboolean has_links;
  const char *digest;
  gboolean (*build) (TdmDatabase  *database,
                     guint         version,
                     GError      **error);
  gboolean (*look) (TdmDatabase  *database,
                    GError      **error);
  gboolean (*make_current) (TdmDatabase  *database,
                            GError      **error);
} TdmDatabaseFormat;

#define TDM_TYPE_DATABASE_FILE (tdm_database_file_get_type ())
G_DECLARE_FINAL_TYPE (TdmDatabaseFile, tdm_database_file, TDM, DATABASE_FILE, GObject)

TdmDatabaseFile   *tdm_database_file_open          (const char               *path,
                                                    TdmOpenMode               mode,
                                                    const TdmDatabaseFormat  *format,
                                                    GError                  **error);
TdmDatabase       *tdm_database_file_get_database  (TdmDatabaseFile          *self);
const char        *tdm_database_file_get_path      (TdmDatabaseFile          *self);
gboolean           tdm_database_file_look          (TdmDatabaseFile          *self,
                                                    GError                  **error);
TdmReadOnlyReason  tdm_database_file_get_read_only (TdmDatabaseFile          *self);
const char        *tdm_database_file_explain_read_only (TdmDatabaseFile      *self);
const char        *tdm_database_file_get_alteration (TdmDatabaseFile         *self);
char              *tdm_database_file_explain_alteration (const char          *alteration);
gboolean           tdm_database_file_find_faults   (TdmDatabaseFile          *self,
                                                    GPtrArray                *faults,
                                                    GError                  **error);

G_END_DECLS
