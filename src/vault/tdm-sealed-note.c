/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sealed-note.h"

#include <sodium.h>
#include <string.h>

/* A note as it lies in the file: header, nonce, ciphertext, tag. What it is bound to (vault, note, revision, header) is
 * not in it but goes into the tag, so that a note cannot stand for another one, nor for another state of itself. */

#define MAGIC "TDN1"
#define FORM 1
#define ALGORITHM 1
#define N_HEADER 8
#define N_NONCE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define N_TAG crypto_aead_xchacha20poly1305_ietf_ABYTES

#define STEP 1024
#define LAST_STEP (16 * STEP)

G_STATIC_ASSERT (N_HEADER + N_NONCE + N_TAG == TDM_SEALED_NOTE_OVERHEAD);
G_STATIC_ASSERT (N_TAG == TDM_NOTE_TAG_BYTES);

#define N_BOUND (8 + TDM_VAULT_UUID_BYTES + TDM_NOTE_ID_BYTES + 8 + N_HEADER)

/**
 * tdm_sealed_note_get_padded_length:
 * @length: of what is written
 *
 * The length tells what a note may be about. Short ones, which are most, have one of sixteen lengths; longer ones grow
 * by at most 6 % (Padmé, PETS 2019).
 *
 * Returns: more than @length
 */
gsize
tdm_sealed_note_get_padded_length (gsize length)
{
  gsize least = length + 1; /* the mark where the padding begins */
  guint exponent, n_kept;
  gsize mask;

  if (least <= LAST_STEP)
    return (least + STEP - 1) / STEP * STEP;

  exponent = g_bit_storage (least) - 1;
  n_kept = g_bit_storage (exponent);
  mask = ((gsize) 1 << (exponent - n_kept)) - 1;
  return (least + mask) & ~mask;
}

static void
sealed_note_write_header (guint8 header[N_HEADER], guint16 epoch)
{
  memcpy (header, MAGIC, 4);
  header[4] = FORM;
  header[5] = ALGORITHM;
  header[6] = epoch & 0xFF;
  header[7] = epoch >> 8;
}

static void
sealed_note_bind_to (const TdmNotePlace *place, const guint8 *header, guint8 bound[N_BOUND])
{
  guint64 revision = GUINT64_TO_LE (place->revision);

  memcpy (bound, place->is_draft ? "tandem/d" : "tandem/n", 8);
  memcpy (bound + 8, place->vault, TDM_VAULT_UUID_BYTES);
  memcpy (bound + 24, place->id, TDM_NOTE_ID_BYTES);
  memcpy (bound + 40, &revision, 8);
  memcpy (bound + 48, header, N_HEADER);
}

/**
 * tdm_sealed_note_seal:
 * @place: where it belongs
 * @key: the note key of that epoch
 * @content: what to seal, padded to a length of tdm_sealed_note_get_padded_length()
 *
 * Returns: (transfer full): the sealed note
 */
GBytes *
tdm_sealed_note_seal (const TdmNotePlace *place, TdmSecret *key, const TdmNoteBytes *content)
{
  gsize sealed_length = content->length + TDM_SEALED_NOTE_OVERHEAD;
  guint8 *sealed = g_malloc (sealed_length);
  guint8 bound[N_BOUND];

  sealed_note_write_header (sealed, place->epoch);
  randombytes_buf (sealed + N_HEADER, N_NONCE);
  sealed_note_bind_to (place, sealed, bound);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + N_HEADER + N_NONCE, NULL, content->data, content->length,
                                              bound, sizeof bound, NULL, sealed + N_HEADER, tdm_secret_get_bytes (key));
  return g_bytes_new_take (sealed, sealed_length);
}

/**
 * tdm_sealed_note_open:
 * @place: where it is
 * @key: the note key
 * @note: a sealed note
 * @content: (out caller-allocates): room for the length of @note - %TDM_SEALED_NOTE_OVERHEAD bytes
 * @error: %TDM_VAULT_ERROR_DAMAGED or _TOO_NEW
 *
 * Returns: whether it is whole and belongs here
 */
gboolean
tdm_sealed_note_open (const TdmNotePlace *place,
                      TdmSecret *key,
                      const TdmNoteBytes *note,
                      guint8 *content,
                      GError **error)
{
  const guint8 *sealed = note->data;
  guint8 bound[N_BOUND], header[N_HEADER];

  sealed_note_write_header (header, place->epoch);
  if (note->length <= TDM_SEALED_NOTE_OVERHEAD || memcmp (sealed, MAGIC, 4) != 0)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
  if (sealed[4] != FORM || sealed[5] != ALGORITHM)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_TOO_NEW);
  if (memcmp (header, sealed, N_HEADER) != 0)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);

  sealed_note_bind_to (place, sealed, bound);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (content, NULL, NULL, sealed + N_HEADER + N_NONCE,
                                                  note->length - N_HEADER - N_NONCE, bound, sizeof bound,
                                                  sealed + N_HEADER, tdm_secret_get_bytes (key)) == 0)
    return TRUE;
  return tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
}

/**
 * tdm_sealed_note_get_tag:
 * @sealed: a sealed note, or what stands for one
 *
 * Returns: (transfer none): its last %TDM_NOTE_TAG_BYTES bytes; zeros if it has no room for a tag
 */
const guint8 *
tdm_sealed_note_get_tag (const TdmNoteBytes *sealed)
{
  static const guint8 none[TDM_NOTE_TAG_BYTES];

  return sealed->length > TDM_SEALED_NOTE_OVERHEAD ? sealed->data + sealed->length - N_TAG : none;
}
