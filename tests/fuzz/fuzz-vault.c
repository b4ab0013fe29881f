/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "vault/tdm-note-content.h"
#include "vault/tdm-recovery-code.h"
#include "vault/tdm-sealed-note.h"
#include "fuzz.h"

#include <sodium.h>
#include <string.h>

/* Reads whatever it is given as one of the things that a vault is made of; the first byte says as which. */

static const TdmNotePlace place = { { 1 }, { 2 }, 3 };

static TdmSecret *
get_key (void)
{
  return tdm_secret_new (TDM_VAULT_KEY_BYTES);
}

/* With a right check, or nothing behind it would ever be reached; and at a cost that leaves time for others. */
static void
read_slot (const uint8_t *data, size_t size)
{
  g_autoptr (TdmSecret) secret = get_key (), key = NULL;
  guint8 slot[TDM_KEY_SLOT_BYTES] = { 0 }, hash[16];

  memcpy (slot, data, MIN (size, 112));
  if (slot[3] == 0 && slot[6] == 0 && slot[7] == 0)
    slot[5] = 0;
  crypto_generichash (hash, sizeof hash, slot, 112, NULL, 0);
  memcpy (slot + 112, hash, 8);
  if (slot[1] == 1 && (slot[2] > 2 || slot[5] > 0 || slot[6] > 0) && slot[3] == 0 && slot[6] <= 16 && slot[7] == 0)
    return;
  key = tdm_key_slot_open (slot, place.vault, secret, NULL);
  g_assert_null (key);
}

static void
read_sealed (const uint8_t *data, size_t size)
{
  g_autoptr (TdmSecret) key = get_key ();
  g_autofree guint8 *content = g_malloc (size + 1);

  g_assert_false (tdm_sealed_note_open (&place, key, &(TdmNoteBytes) { data, size }, content, NULL));
}

static void
check_same (TdmVaultNote *a, TdmVaultNote *b)
{
  g_assert_cmpint (a->is_question, ==, b->is_question);
  g_assert_cmpint (a->created, ==, b->created);
  g_assert_cmpint (a->removed, ==, b->removed);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmpstr (a->pair, ==, b->pair);
}

/* What was sealed by somebody who has the key */
static void
read_content (const uint8_t *data, size_t size)
{
  g_autoptr (TdmVaultNote) note = tdm_vault_note_new (NULL), again = tdm_vault_note_new (NULL);
  guint8 *content;
  gsize length;

  if (!tdm_note_content_read (note, &(TdmNoteBytes) { data, size }, NULL))
    return;
  g_assert_true (g_utf8_validate (note->text, -1, NULL));
  g_assert_true (g_utf8_validate (note->excerpt, -1, NULL));
  content = tdm_note_content_write (note, &length, NULL);
  g_assert_nonnull (content);
  g_assert_true (tdm_note_content_read (again, &(TdmNoteBytes) { content, length }, NULL));
  check_same (note, again);
  tdm_note_content_free (content, length);
}

static void
read_code (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (TdmSecret) secret = tdm_recovery_code_read (text, NULL), code = NULL, again = NULL;

  if (!secret)
    return;
  code = tdm_recovery_code_write (secret);
  again = tdm_recovery_code_read ((char *) tdm_secret_get_bytes (code), NULL);
  g_assert_cmpmem (tdm_secret_get_bytes (secret), 16, tdm_secret_get_bytes (again), 16);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static void (*const readers[]) (const uint8_t *data, size_t size) = {
    read_slot, read_sealed, read_content, read_code,
  };

  if (size > 0)
    readers[data[0] % G_N_ELEMENTS (readers)](data + 1, size - 1);
  return 0;
}
