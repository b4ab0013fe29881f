/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-file-private.h"

#include "tdm-note-content.h"
#include "tdm-note-search.h"

#include <string.h>

/* Going through many notes: the list, a search, the earlier states of one. */

void
tdm_vault_room_clear (TdmVaultRoom *self)
{
  tdm_note_content_free (self->bytes, self->size);
}

guint8 *
tdm_vault_room_get (TdmVaultRoom *self, gsize size)
{
  if (size > self->size)
    {
      tdm_note_content_free (self->bytes, self->size);
      self->size = MAX (size, 16 * 1024);
      self->bytes = g_malloc (self->size);
    }
  return self->bytes;
}

void
tdm_vault_file_set_place (TdmVaultFile *self, TdmNotePlace *place, const guint8 *id, guint64 revision)
{
  memcpy (place->vault, self->uuid, TDM_VAULT_UUID_BYTES);
  memcpy (place->id, id, TDM_NOTE_ID_BYTES);
  place->revision = revision;
  place->is_draft = FALSE;
}

gboolean
tdm_vault_row_read (sqlite3_stmt *statement, TdmVaultRow *row)
{
  row->id = sqlite3_column_blob (statement, 0);
  row->revision = sqlite3_column_int64 (statement, 1);
  row->sealed = sqlite3_column_blob (statement, 2);
  row->length = sqlite3_column_bytes (statement, 2);
  return row->id && sqlite3_column_bytes (statement, 0) == TDM_NOTE_ID_BYTES;
}

/* The content of a row in clear, NULL if it cannot be read */
const guint8 *
tdm_vault_file_unseal (TdmVaultFile *self, const TdmVaultRow *row, TdmVaultRoom *room, gsize *length, GError **error)
{
  TdmNotePlace place;
  guint8 *content;

  *length = row->length > TDM_SEALED_NOTE_OVERHEAD ? row->length - TDM_SEALED_NOTE_OVERHEAD : 0;
  content = tdm_vault_room_get (room, *length);
  tdm_vault_file_set_place (self, &place, row->id, row->revision);
  if (tdm_sealed_note_open (&place, self->epoch, self->note_key, row->sealed, row->length, content, error))
    return content;
  return NULL;
}

/* As a list shows it. What cannot be read is shown as such, and kept. */
static TdmVaultNote *
make_summary (TdmVaultFile *self, const TdmVaultRow *row, TdmVaultRoom *room)
{
  TdmNoteSummary summary = { 0 };
  gsize length;
  const guint8 *content = tdm_vault_file_unseal (self, row, room, &length, NULL);
  gboolean is_sound = content && tdm_note_content_summarize (&summary, content, length);
  TdmVaultNote *note = tdm_vault_note_new_listed (tdm_vault_file_format_uid (row->id), row->revision, &summary);

  note->is_damaged = !is_sound;
  return note;
}

/* --- listing ------------------------------------------------------------ */

/* Every row of a statement that has an id */
static gboolean
for_each_row (TdmVaultFile *self, sqlite3_stmt *statement, void (*look) (TdmVaultFile *self, const TdmVaultRow *row, gpointer data),
              gpointer data, GError **error)
{
  gboolean has_row = statement != NULL;

  while (has_row)
    {
      TdmVaultRow row;

      if (!tdm_database_step (self->database, statement, &has_row, error))
        return FALSE;
      if (has_row && tdm_vault_row_read (statement, &row))
        look (self, &row, data);
    }
  return statement != NULL;
}

typedef struct
{
  TdmVaultRoom room;
  GPtrArray *notes; /* NULL if nobody wants them */
  TdmManifest *manifest;
  gboolean is_earlier;
  TdmNotePlace last; /* the row before */
  TdmNoteSearch *search;
} Listing;

static void
add_summary (TdmVaultFile *self, const TdmVaultRow *row, gpointer data)
{
  Listing *listing = data;

  g_ptr_array_add (listing->notes, make_summary (self, row, &listing->room));
}

static GPtrArray *
list_notes (TdmVaultFile *self, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_vault_note_free);
  Listing listing = { .notes = notes };
  gboolean done = for_each_row (self, statement, add_summary, &listing, error);

  tdm_vault_room_clear (&listing.room);
  return done ? g_steal_pointer (&notes) : NULL;
}

/**
 * tdm_vault_file_list:
 * @self: an unlocked vault
 * @error: %TDM_VAULT_ERROR_LOCKED or of #TdmFileError
 *
 * Returns: (transfer full) (nullable) (element-type TdmVaultNote): all notes without their texts, those in the bin and
 *   those that cannot be read included
 */
GPtrArray *
tdm_vault_file_list (TdmVaultFile *self, GError **error)
{
  if (!tdm_vault_file_check_open (self, error))
    return NULL;
  return list_notes (self, tdm_database_prepare (self->database, "SELECT id, revision, sealed FROM note", error), error);
}

/* The rows of a table come in the order in which they are kept. */
static gboolean
comes_after (const TdmNotePlace *last, const TdmVaultRow *row)
{
  int order = memcmp (row->id, last->id, TDM_NOTE_ID_BYTES);

  return order > 0 || (order == 0 && row->revision > last->revision);
}

static void
add_entry (TdmVaultFile *self, const TdmVaultRow *row, gpointer data)
{
  Listing *listing = data;

  self->is_in_order &= comes_after (&listing->last, row);
  tdm_vault_file_set_place (self, &listing->last, row->id, row->revision);
  tdm_manifest_append (listing->manifest, row->id, row->revision, listing->is_earlier,
                       tdm_sealed_note_get_tag (row->sealed, row->length));
  if (listing->notes && !listing->is_earlier)
    add_summary (self, row, data);
}

/* What the file has, entered into an empty manifest, and if wanted as a list: a large file is read only once. */
gboolean
tdm_vault_file_read_rows (TdmVaultFile *self, TdmManifest *manifest, GPtrArray *notes, GError **error)
{
  Listing listing = { .notes = notes, .manifest = manifest };
  gboolean done;

  self->is_in_order = TRUE;
  done = for_each_row (self, tdm_database_prepare (self->database, "SELECT id, revision, sealed FROM note ORDER BY id",
                                                   error), add_entry, &listing, error);
  listing.is_earlier = TRUE;
  listing.last = (TdmNotePlace) { 0 };
  done = done && for_each_row (self, tdm_database_prepare (self->database, "SELECT id, revision, sealed FROM earlier "
                                                                           "ORDER BY id, revision", error),
                               add_entry, &listing, error);
  tdm_vault_room_clear (&listing.room);
  tdm_manifest_sort (manifest);
  return done;
}

static void
add_if_found (TdmVaultFile *self, const TdmVaultRow *row, gpointer data)
{
  Listing *listing = data;
  gsize length, title_length, text_length;
  const char *title, *text;
  const guint8 *content = tdm_vault_file_unseal (self, row, &listing->room, &length, NULL);

  if (content && tdm_note_content_find (content, length, &title, &title_length, &text, &text_length) &&
      tdm_note_search_matches (listing->search, title, title_length, text, text_length))
    g_ptr_array_add (listing->notes, tdm_vault_file_format_uid (row->id));
}

/**
 * tdm_vault_file_search:
 * @self: an unlocked vault
 * @text: words or parts of words
 * @error: %TDM_VAULT_ERROR_LOCKED or of #TdmFileError
 *
 * Looks through everything, without an index: an index would have to be protected as the notes are.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the uids of the notes in which each of the words is
 */
GPtrArray *
tdm_vault_file_search (TdmVaultFile *self, const char *text, GError **error)
{
  g_autoptr (TdmNoteSearch) search = tdm_note_search_new (text);
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  Listing listing = { .notes = uids, .search = search };
  gboolean done;

  if (!tdm_vault_file_check_open (self, error))
    return NULL;
  done = for_each_row (self, tdm_database_prepare (self->database, "SELECT id, revision, sealed FROM note", error),
                       add_if_found, &listing, error);
  tdm_vault_room_clear (&listing.room);
  return done ? g_steal_pointer (&uids) : NULL;
}

/**
 * tdm_vault_file_list_earlier:
 * @self: an unlocked vault
 * @uid: of a note
 *
 * Returns: (transfer full) (nullable) (element-type TdmVaultNote): its earlier states that are kept, the latest first,
 *   without their texts
 */
GPtrArray *
tdm_vault_file_list_earlier (TdmVaultFile *self, const char *uid, GError **error)
{
  guint8 id[TDM_NOTE_ID_BYTES];
  sqlite3_stmt *statement;

  if (!tdm_vault_file_check_open (self, error) || !tdm_vault_file_parse_uid (uid, id, error))
    return NULL;
  statement = tdm_database_prepare (self->database, "SELECT id, revision, sealed FROM earlier WHERE "
                                                    TDM_VAULT_HAS_ID " ORDER BY revision DESC", error);
  if (statement)
    sqlite3_bind_blob (statement, 1, id, sizeof id, SQLITE_TRANSIENT);
  return list_notes (self, statement, error);
}
