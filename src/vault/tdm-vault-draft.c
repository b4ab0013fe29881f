/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-file-private.h"

#include "tdm-note-content.h"

#include <string.h>

/* A note that could not be saved, as bytes that may lie outside the vault: sealed as notes are, so that the same keys
 * open it, but bound to being a draft, so that nobody can make it a note. FORMAT.md describes the bytes. */

#define MAGIC "TDD1"

enum
{
  AT_VAULT = 4,
  AT_ID = AT_VAULT + TDM_VAULT_UUID_BYTES,
  AT_REVISION = AT_ID + TDM_NOTE_ID_BYTES,
  AT_SEALED = AT_REVISION + 8,
};

/**
 * tdm_vault_file_seal_draft:
 * @self: an unlocked vault
 * @note: a whole note; its revision says on which state the writer built
 * @error: %TDM_VAULT_ERROR_LOCKED, _TOO_LARGE or _NOT_FOUND
 *
 * Returns: (transfer full) (nullable): what only this vault opens
 */
GBytes *
tdm_vault_file_seal_draft (TdmVaultFile *self, TdmVaultNote *note, GError **error)
{
  guint64 revision = GUINT64_TO_LE (note->revision);
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GBytes) sealed = NULL;
  guint8 id[TDM_NOTE_ID_BYTES];
  guint8 *content = NULL;
  TdmNotePlace place;
  gsize length;

  /* Even while it is not known what the last commit wrote: nothing is written there. */
  if (!tdm_vault_file_is_unlocked (self))
    tdm_vault_error_set (error, TDM_VAULT_ERROR_LOCKED);
  else if (tdm_vault_file_parse_uid (note->uid, id, error))
    content = tdm_note_content_write (note, &length, error);
  if (!content)
    {
      g_byte_array_unref (bytes);
      return NULL;
    }
  tdm_vault_file_set_place (self, &place, id, note->revision);
  place.is_draft = TRUE;
  sealed = tdm_sealed_note_seal (&place, self->note_key, &(TdmNoteBytes) { content, length });
  tdm_note_content_free (content, length);

  g_byte_array_append (bytes, (const guint8 *) MAGIC, AT_VAULT);
  g_byte_array_append (bytes, self->head.uuid, TDM_VAULT_UUID_BYTES);
  g_byte_array_append (bytes, id, TDM_NOTE_ID_BYTES);
  g_byte_array_append (bytes, (const guint8 *) &revision, sizeof revision);
  g_byte_array_append (bytes, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * tdm_vault_file_open_draft:
 * @self: an unlocked vault
 * @sealed: what tdm_vault_file_seal_draft() made
 * @error: %TDM_VAULT_ERROR_LOCKED, _DAMAGED or _TOO_NEW
 *
 * Returns: (transfer full) (nullable): the whole note
 */
TdmVaultNote *
tdm_vault_file_open_draft (TdmVaultFile *self, GBytes *sealed, GError **error)
{
  g_auto (TdmVaultRoom) room = { NULL };
  g_autofree char *uid = NULL;
  g_autoptr (TdmVaultNote) note = NULL;
  TdmNotePlace place;
  gsize size, length;
  const guint8 *bytes = g_bytes_get_data (sealed, &size);
  guint8 *content;
  guint64 revision;

  if (!tdm_vault_file_check_open (self, error))
    return NULL;
  if (size <= AT_SEALED + TDM_SEALED_NOTE_OVERHEAD || memcmp (bytes, MAGIC, AT_VAULT) != 0 ||
      memcmp (bytes + AT_VAULT, self->head.uuid, TDM_VAULT_UUID_BYTES) != 0)
    {
      tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
      return NULL;
    }
  memcpy (&revision, bytes + AT_REVISION, sizeof revision);
  tdm_vault_file_set_place (self, &place, bytes + AT_ID, GUINT64_FROM_LE (revision));
  place.is_draft = TRUE;
  length = size - AT_SEALED - TDM_SEALED_NOTE_OVERHEAD;
  content = tdm_vault_room_get (&room, length);
  uid = tdm_vault_file_format_uid (bytes + AT_ID);
  note = tdm_vault_note_new (uid);
  note->revision = place.revision;
  if (tdm_sealed_note_open (&place, self->note_key, &(TdmNoteBytes){ bytes + AT_SEALED, size - AT_SEALED }, content,
                            error) &&
      tdm_note_content_read (note, &(TdmNoteBytes){ content, length }, error))
    return g_steal_pointer (&note);
  return NULL;
}
