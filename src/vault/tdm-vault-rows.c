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
  memcpy (place->vault, self->head.uuid, TDM_VAULT_UUID_BYTES);
  memcpy (place->id, id, TDM_NOTE_ID_BYTES);
  place->epoch = self->head.epoch;
  place->revision = revision;
  place->is_draft = FALSE;
}

gboolean
tdm_vault_row_read (sqlite3_stmt *statement, TdmVaultRow *row)
{
  row->id = sqlite3_column_blob (statement, 0);
  row->revision = sqlite3_column_int64 (statement, 1);
  row->sealed = (TdmNoteBytes) { sqlite3_column_blob (statement, 2), sqlite3_column_bytes (statement, 2) };
  return row->id && sqlite3_column_bytes (statement, 0) == TDM_NOTE_ID_BYTES;
}

/* The content of a row in clear, if it can be read */
gboolean
tdm_vault_file_unseal (TdmVaultFile *self, const TdmVaultRow *row, TdmVaultRoom *room, TdmNoteBytes *content,
                       GError **error)
{
  gsize length = row->sealed.length > TDM_SEALED_NOTE_OVERHEAD ? row->sealed.length - TDM_SEALED_NOTE_OVERHEAD : 0;
  guint8 *bytes = tdm_vault_room_get (room, length);
  TdmNotePlace place;

  *content = (TdmNoteBytes) { bytes, length };
  tdm_vault_file_set_place (self, &place, row->id, row->revision);
  return tdm_sealed_note_open (&place, self->note_key, &row->sealed, bytes, error);
}

/* Rows are looked at one by one, in one room. */
typedef struct _Listing
{
  void (*look) (struct _Listing *self, TdmVaultFile *file, const TdmVaultRow *row);
  TdmVaultRoom room;
  GPtrArray *notes; /* NULL if nobody wants them */
  TdmManifest *manifest;
  gboolean is_earlier;
  TdmNotePlace last; /* the row before */
  TdmNoteSearch *search;
} Listing;

/* Every row that has an id; with @id, of a statement about one note */
static gboolean
listing_read (Listing *self, TdmVaultFile *file, const char *sql, const guint8 *id, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (file->database, sql, error);
  gboolean has_row = statement != NULL, is_done = has_row;

  if (statement && id)
    sqlite3_bind_blob (statement, 1, id, TDM_NOTE_ID_BYTES, SQLITE_TRANSIENT);
  while (has_row && is_done)
    {
      TdmVaultRow row;

      is_done = tdm_database_step (file->database, statement, &has_row, error);
      if (is_done && has_row && tdm_vault_row_read (statement, &row))
        self->look (self, file, &row);
    }
  tdm_vault_room_clear (&self->room);
  self->room = (TdmVaultRoom) { NULL };
  return is_done;
}

/* As a list shows it. What cannot be read is shown as such, and kept. */
static void
listing_add_summary (Listing *self, TdmVaultFile *file, const TdmVaultRow *row)
{
  TdmNoteSummary summary = { 0 };
  TdmNoteBytes content;
  gboolean is_sound = tdm_vault_file_unseal (file, row, &self->room, &content, NULL) &&
                      tdm_note_content_summarize (&summary, &content);
  TdmVaultNote *note = tdm_vault_note_new_listed (tdm_vault_file_format_uid (row->id), row->revision, &summary);

  note->is_damaged = !is_sound;
  g_ptr_array_add (self->notes, note);
}

static GPtrArray *
vault_list_notes (TdmVaultFile *self, const char *sql, const guint8 *id, GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_vault_note_free);
  Listing listing = { .look = listing_add_summary, .notes = notes };

  return listing_read (&listing, self, sql, id, error) ? g_steal_pointer (&notes) : NULL;
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
  return vault_list_notes (self, "SELECT id, revision, sealed FROM note", NULL, error);
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

  if (!tdm_vault_file_check_open (self, error) || !tdm_vault_file_parse_uid (uid, id, error))
    return NULL;
  return vault_list_notes (self,
                           "SELECT id, revision, sealed FROM earlier WHERE " TDM_VAULT_HAS_ID " ORDER BY revision DESC",
                           id, error);
}

/* The rows of a table come in the order in which they are kept, if the file is in order. */
static void
listing_add_entry (Listing *self, TdmVaultFile *file, const TdmVaultRow *row)
{
  int order = memcmp (row->id, self->last.id, TDM_NOTE_ID_BYTES);

  file->is_in_order &= order > 0 || (order == 0 && row->revision > self->last.revision);
  tdm_vault_file_set_place (file, &self->last, row->id, row->revision);
  tdm_manifest_append (self->manifest, row->id, row->revision, self->is_earlier,
                       tdm_sealed_note_get_tag (&row->sealed));
  if (self->notes && !self->is_earlier)
    listing_add_summary (self, file, row);
}

/* What the file has, entered into an empty manifest, and if wanted as a list: a large file is read only once. */
gboolean
tdm_vault_file_read_rows (TdmVaultFile *self, TdmManifest *manifest, GPtrArray *notes, GError **error)
{
  Listing present = { .look = listing_add_entry, .notes = notes, .manifest = manifest };
  Listing earlier = { .look = listing_add_entry, .manifest = manifest, .is_earlier = TRUE };
  gboolean is_done;

  self->is_in_order = TRUE;
  is_done =
    listing_read (&present, self, "SELECT id, revision, sealed FROM note ORDER BY id", NULL, error) &&
    listing_read (&earlier, self, "SELECT id, revision, sealed FROM earlier ORDER BY id, revision", NULL, error);
  tdm_manifest_sort (manifest);
  return is_done;
}

static void
listing_add_if_found (Listing *self, TdmVaultFile *file, const TdmVaultRow *row)
{
  TdmNoteBytes content, title, text;

  if (tdm_vault_file_unseal (file, row, &self->room, &content, NULL) &&
      tdm_note_content_find (&content, &title, &text) && tdm_note_search_matches (self->search, &title, &text))
    g_ptr_array_add (self->notes, tdm_vault_file_format_uid (row->id));
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
  Listing listing = { .look = listing_add_if_found, .notes = uids, .search = search };

  if (!tdm_vault_file_check_open (self, error) ||
      !listing_read (&listing, self, "SELECT id, revision, sealed FROM note", NULL, error))
    return NULL;
  return g_steal_pointer (&uids);
}
