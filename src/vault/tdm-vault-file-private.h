/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "database/tdm-database-file.h"
#include "tdm-manifest.h"
#include "tdm-vault-file.h"

G_BEGIN_DECLS

/* What the files that deal with notes share with the one that deals with keys. */

/* Which row is meant. SQLite goes by the order of the ids and takes the next one for the right one: in a file whose
 * order was harmed that is another note. With the sign it looks at the row itself. */
#define TDM_VAULT_HAS_ID "id = ?1 AND +id = ?1"
#define TDM_VAULT_HAS_ID_AND_REVISION TDM_VAULT_HAS_ID " AND revision = ?2 AND +revision = ?2"

/* Ways to the key; no honest file has more. */
#define TDM_VAULT_MOST_SLOTS 8

/* What the file is once a transaction is in it. Until that is known, what it is now is kept, too: keys above all. */
typedef struct
{
  TdmVaultFile *file;
  TdmVaultHead head;
  guint kinds;
  gboolean is_destroyed;
  TdmManifest *manifest; /* NULL where notes stay as they are */
  TdmSecret *vault_key;  /* NULL where keys do */
  TdmSecret *note_key;
  TdmSecret *manifest_key;
  char *uid; /* of the note that was saved */
  guint64 revision;
} TdmVaultNext;

struct _TdmVaultFile
{
  GObject parent_instance;

  TdmDatabaseFile *file;
  TdmDatabase *database;
  TdmVaultHead head;
  gboolean is_set_up;
  guint kinds; /* of its slots, a bit for each */

  /* While unlocked */
  TdmSecret *vault_key;
  TdmSecret *note_key;
  TdmSecret *manifest_key;
  TdmManifest *manifest;
  gboolean is_trusted;
  gboolean is_in_order; /* if not, a row cannot be found by its id, and none is written */
  gint64 unlocked_at;
  gint64 passed; /* a moment that has passed even if the clock runs ahead */
  GHashTable *kept; /* when a state of a note was put aside last: uid to seconds since 1970 */

  /* After a commit of which nobody knows whether it is in the file */
  TdmVaultNext next;
  gboolean has_next;
  gboolean has_news; /* it is, as was seen later */
  GHashTable *unheard; /* uid of a note to the revision it has got, of which its writer was not told */
};

/* Room for one content after the other, overwritten at the end */
typedef struct
{
  guint8 *bytes;
  gsize size;
} TdmVaultRoom;

/* The row of a statement with id, revision and sealed */
typedef struct
{
  const guint8 *id;
  guint64 revision;
  TdmNoteBytes sealed;
} TdmVaultRow;

void          tdm_vault_room_clear     (TdmVaultRoom       *self);
guint8       *tdm_vault_room_get       (TdmVaultRoom       *self,
                                        gsize               size);
gboolean      tdm_vault_row_read       (sqlite3_stmt       *statement,
                                        TdmVaultRow        *row);
void          tdm_vault_file_set_place (TdmVaultFile       *self,
                                        TdmNotePlace       *place,
                                        const guint8       *id,
                                        guint64             revision);
gboolean      tdm_vault_file_unseal    (TdmVaultFile       *self,
                                        const TdmVaultRow  *row,
                                        TdmVaultRoom       *room,
                                        TdmNoteBytes       *content,
                                        GError            **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TdmVaultRoom, tdm_vault_room_clear)

gboolean tdm_vault_file_read_kinds     (TdmVaultFile  *self,
                                        GError       **error);
gboolean tdm_vault_file_read_head      (TdmVaultFile  *self,
                                        GError       **error);
gboolean tdm_vault_file_check_open     (TdmVaultFile  *self,
                                        GError       **error);
gboolean tdm_vault_file_check_writable (TdmVaultFile  *self,
                                        GError       **error);
gboolean tdm_vault_file_fail_read_only (TdmVaultFile  *self,
                                        GError       **error);
gboolean tdm_vault_file_read_manifest  (TdmVaultFile  *self,
                                        GPtrArray     *notes,
                                        GError       **error);
gboolean tdm_vault_file_read_rows      (TdmVaultFile  *self,
                                        TdmManifest   *manifest,
                                        GPtrArray     *notes,
                                        GError       **error);
void     tdm_vault_file_derive_keys    (TdmSecret     *vault_key,
                                        TdmSecret    **note_key,
                                        TdmSecret    **manifest_key);

gboolean tdm_vault_next_put            (TdmVaultNext        *self,
                                        gboolean             is_earlier,
                                        const TdmNotePlace  *place,
                                        const TdmNoteBytes  *content,
                                        GError             **error);
gboolean tdm_vault_next_put_aside      (TdmVaultNext        *self,
                                        const guint8        *id,
                                        GError             **error);
void     tdm_vault_next_init           (TdmVaultNext  *self,
                                        TdmVaultFile  *file);
void     tdm_vault_next_clear          (TdmVaultNext  *self);
gboolean tdm_vault_next_begin          (TdmVaultNext  *self,
                                        TdmVaultFile  *file,
                                        GError       **error);
gboolean tdm_vault_next_roll_back      (TdmVaultNext  *self);
gboolean tdm_vault_next_commit         (TdmVaultNext  *taken_next,
                                        GError       **error);
gboolean tdm_vault_next_reseal_all     (TdmVaultNext  *self,
                                        GError       **error);
gboolean tdm_vault_file_parse_uid      (const char    *uid,
                                        guint8         id[TDM_NOTE_ID_BYTES],
                                        GError       **error);
char    *tdm_vault_file_format_uid     (const guint8   id[TDM_NOTE_ID_BYTES]);

G_END_DECLS
