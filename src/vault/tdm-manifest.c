/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-manifest.h"

#include <sodium.h>
#include <string.h>

/**
 * TdmManifest:
 *
 * Which sealed notes a vault has. A note alone shows that it is whole and in its place; that no older one was put back,
 * and that none is missing, shows only the list of all, which is authenticated with a key of its own.
 */

/* As it is authenticated: id, revision (big-endian, so that bytes sort like numbers), whether it is an earlier state,
 * tag */
typedef struct
{
  guint8 id[TDM_NOTE_ID_BYTES];
  guint8 revision[8];
  guint8 is_earlier;
  guint8 tag[TDM_NOTE_TAG_BYTES];
} TdmManifestEntry;

#define N_SORTED G_STRUCT_OFFSET (TdmManifestEntry, tag)

G_STATIC_ASSERT (sizeof (TdmManifestEntry) == TDM_NOTE_ID_BYTES + 8 + 1 + TDM_NOTE_TAG_BYTES);

struct _TdmManifest
{
  GArray *entries;
};

TdmManifest *
tdm_manifest_new (void)
{
  TdmManifest *self = g_new (TdmManifest, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (TdmManifestEntry));
  return self;
}

TdmManifest *
tdm_manifest_copy (const TdmManifest *self)
{
  TdmManifest *copy = tdm_manifest_new ();

  g_array_append_vals (copy->entries, self->entries->data, self->entries->len);
  return copy;
}

void
tdm_manifest_free (TdmManifest *self)
{
  if (!self)
    return;

  g_array_unref (self->entries);
  g_free (self);
}

static void
entry_make (TdmManifestEntry *entry, const guint8 *id, guint64 revision, gboolean is_earlier, const guint8 *tag)
{
  guint64 big_endian = GUINT64_TO_BE (revision);

  memcpy (entry->id, id, TDM_NOTE_ID_BYTES);
  memcpy (entry->revision, &big_endian, 8);
  entry->is_earlier = is_earlier ? 1 : 0;
  if (tag)
    memcpy (entry->tag, tag, TDM_NOTE_TAG_BYTES);
}

/* Where the entry is or would be */
static guint
manifest_find (const TdmManifest *self, const TdmManifestEntry *wanted, gboolean *is_there)
{
  guint low = 0, high = self->entries->len;

  *is_there = FALSE;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = memcmp (&g_array_index (self->entries, TdmManifestEntry, middle), wanted, N_SORTED);

      if (order < 0)
        low = middle + 1;
      else
        high = middle;
      *is_there = *is_there || order == 0;
    }
  return low;
}

/**
 * tdm_manifest_append:
 * @id: of a note
 * @revision: of this state of it
 * @is_earlier: whether it is kept besides a newer one
 * @tag: of the sealed note
 *
 * Adds a state that is not there yet; after the last one comes tdm_manifest_sort().
 */
void
tdm_manifest_append (TdmManifest *self, const guint8 id[TDM_NOTE_ID_BYTES], guint64 revision, gboolean is_earlier,
                     const guint8 tag[TDM_NOTE_TAG_BYTES])
{
  TdmManifestEntry entry;

  entry_make (&entry, id, revision, is_earlier, tag);
  g_array_append_val (self->entries, entry);
}

static int
entry_compare (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, N_SORTED);
}

void
tdm_manifest_sort (TdmManifest *self)
{
  g_array_sort (self->entries, entry_compare);
}

/**
 * tdm_manifest_set:
 * @id: of a note
 * @revision: of this state of it
 * @is_earlier: whether it is kept besides a newer one
 * @tag: of the sealed note
 *
 * Adds a state of a note, or changes its tag.
 */
void
tdm_manifest_set (TdmManifest *self, const guint8 id[TDM_NOTE_ID_BYTES], guint64 revision, gboolean is_earlier,
                  const guint8 tag[TDM_NOTE_TAG_BYTES])
{
  TdmManifestEntry entry;
  gboolean is_there;
  guint at;

  entry_make (&entry, id, revision, is_earlier, tag);
  at = manifest_find (self, &entry, &is_there);
  if (is_there)
    g_array_index (self->entries, TdmManifestEntry, at) = entry;
  else
    g_array_insert_val (self->entries, at, entry);
}

void
tdm_manifest_remove (TdmManifest *self, const guint8 id[TDM_NOTE_ID_BYTES], guint64 revision, gboolean is_earlier)
{
  TdmManifestEntry entry;
  gboolean is_there;
  guint at;

  entry_make (&entry, id, revision, is_earlier, NULL);
  at = manifest_find (self, &entry, &is_there);
  if (is_there)
    g_array_remove_index (self->entries, at);
}

/**
 * tdm_manifest_compute:
 * @head: of the vault
 * @key: the manifest key
 * @mac: (out caller-allocates): what the file must hold
 */
void
tdm_manifest_compute (const TdmManifest *self, const TdmVaultHead *head, TdmSecret *key,
                      guint8 mac[TDM_MANIFEST_MAC_BYTES])
{
  guint64 numbers[] = { GUINT64_TO_LE (head->generation), GUINT64_TO_LE (head->epoch),
                        GUINT64_TO_LE (self->entries->len) };
  crypto_generichash_state state;

  crypto_generichash_init (&state, tdm_secret_get_bytes (key), tdm_secret_get_length (key), TDM_MANIFEST_MAC_BYTES);
  crypto_generichash_update (&state, (const guint8 *) "tandem/m", 8);
  crypto_generichash_update (&state, head->uuid, TDM_VAULT_UUID_BYTES);
  crypto_generichash_update (&state, (const guint8 *) numbers, sizeof numbers);
  crypto_generichash_update (&state, (const guint8 *) self->entries->data,
                             self->entries->len * sizeof (TdmManifestEntry));
  crypto_generichash_final (&state, mac, TDM_MANIFEST_MAC_BYTES);
  sodium_memzero (&state, sizeof state);
}
