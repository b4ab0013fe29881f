/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "fuzz.h"
#include "vault/tdm-note-content.h"
#include "vault/tdm-recovery-code.h"
#include "vault/tdm-sealed-note.h"

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
  if (slot[1] == 1 && (slot[2] > 2 || slot[5] > 0) && slot[3] == 0 && slot[6] <= 16 && slot[7] == 0)
    return;
  key = tdm_key_slot_open (slot, place.vault, secret, NULL);
  g_assert_null (key);
}

static void
read_sealed (const uint8_t *data, size_t size)
{
  g_autoptr (TdmSecret) key = get_key ();
  g_autofree guint8 *content = g_malloc (size + 1);

  g_assert_false (tdm_sealed_note_open (&place, 0, key, data, size, content, NULL));
}

static void
check_same (TdmNote *a, TdmNote *b)
{
  g_assert_cmpint (tdm_note_get_kind (a), ==, tdm_note_get_kind (b));
  g_assert_cmpint (tdm_note_get_created (a), ==, tdm_note_get_created (b));
  g_assert_cmpint (tdm_note_get_removed (a), ==, tdm_note_get_removed (b));
  g_assert_cmpstr (tdm_note_get_title (a), ==, tdm_note_get_title (b));
  g_assert_cmpstr (tdm_note_get_text (a), ==, tdm_note_get_text (b));
  g_assert_cmpstr (tdm_note_get_pair (a), ==, tdm_note_get_pair (b));
}

/* What was sealed by somebody who has the key */
static void
read_content (const uint8_t *data, size_t size)
{
  g_autoptr (TdmNote) note = tdm_note_new (NULL), again = tdm_note_new (NULL);
  guint8 *content;
  gsize length;

  if (!tdm_note_content_read (note, data, size, NULL))
    return;
  g_assert_true (g_utf8_validate (tdm_note_get_text (note), -1, NULL));
  g_assert_true (g_utf8_validate (tdm_note_get_excerpt (note), -1, NULL));
  content = tdm_note_content_write (note, &length, NULL);
  g_assert_nonnull (content);
  g_assert_true (tdm_note_content_read (again, content, length, NULL));
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
