/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "key-search.h"

#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Written from src/vault/FORMAT.md alone: what is a key is said by the file, not by the program that
 * holds it. */

#define KEY 32
#define SLOT 120
#define SALT 8
#define COMMITMENT 24
#define NONCE 40
#define WRAPPED 64
#define CHECK 112
#define N_COMMITMENT 16
#define PASSPHRASE 1
#define N_HEADER 8
#define N_NONCE 24
#define N_TAG 16

/* Of 32 random bytes fewer than this are different once in 200,000 keys; most of what else is in
 * memory repeats itself. */
#define LEAST_DIFFERENT 22

/* Which 32 bytes open something */
typedef struct
{
  guint8 uuid[16];
  guint8 record[SLOT];
} Slot;

typedef struct
{
  guint8 uuid[16];
  guint64 epoch;
  guint8 mac[32];
  GByteArray *manifest; /* what the manifest key signs */
  guint8 bound[56];     /* of one note */
  GByteArray *sealed;   /* that note; empty if there is none */
} State;

struct _KeySearch
{
  GArray *slots;
  GPtrArray *states;
};

static void
state_free (gpointer data)
{
  State *state = data;

  g_byte_array_unref (state->manifest);
  g_byte_array_unref (state->sealed);
  g_free (state);
}

KeySearch *
key_search_new (void)
{
  KeySearch *self = g_new0 (KeySearch, 1);

  g_assert_cmpint (sodium_init (), >=, 0);
  self->slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  self->states = g_ptr_array_new_with_free_func (state_free);
  return self;
}

void
key_search_free (KeySearch *self)
{
  g_array_unref (self->slots);
  g_ptr_array_unref (self->states);
  g_free (self);
}

/* --- the file ----------------------------------------------------------- */

static sqlite3_stmt *
prepare (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
  return statement;
}

static void
append_number (GByteArray *bytes, guint64 value)
{
  guint64 little = GUINT64_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static gboolean
is_known (KeySearch *self, const guint8 *record)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (memcmp (g_array_index (self->slots, Slot, i).record, record, SLOT) == 0)
      return TRUE;
  return FALSE;
}

static void
read_slots (KeySearch *self, sqlite3 *database, const guint8 *uuid)
{
  sqlite3_stmt *statement = prepare (database, "SELECT record FROM slot");

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      Slot slot;

      g_assert_cmpint (sqlite3_column_bytes (statement, 0), ==, SLOT);
      memcpy (slot.uuid, uuid, sizeof slot.uuid);
      memcpy (slot.record, sqlite3_column_blob (statement, 0), SLOT);
      if (!is_known (self, slot.record))
        g_array_append_val (self->slots, slot);
    }
  sqlite3_finalize (statement);
}

static int
compare_bytes (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, 16 + 8 + 1 + N_TAG);
}

/* Entries as the manifest has them, and the shortest note */
static GArray *
read_notes (sqlite3 *database, State *state)
{
  sqlite3_stmt *statement = prepare (database, "SELECT id, revision, sealed, 0 FROM note UNION ALL "
                                               "SELECT id, revision, sealed, 1 FROM earlier");
  GArray *entries = g_array_new (FALSE, FALSE, 16 + 8 + 1 + N_TAG);

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const guint8 *id = sqlite3_column_blob (statement, 0), *sealed = sqlite3_column_blob (statement, 2);
      guint length = sqlite3_column_bytes (statement, 2);
      guint64 big = GUINT64_TO_BE (sqlite3_column_int64 (statement, 1));
      guint64 little = GUINT64_TO_LE (sqlite3_column_int64 (statement, 1));
      guint8 entry[16 + 8 + 1 + N_TAG];

      memcpy (entry, id, 16);
      memcpy (entry + 16, &big, 8);
      entry[24] = sqlite3_column_int (statement, 3);
      memcpy (entry + 25, sealed + length - N_TAG, N_TAG);
      g_array_append_val (entries, entry);
      if (state->sealed->len > 0 && state->sealed->len <= length)
        continue;
      g_byte_array_set_size (state->sealed, 0);
      g_byte_array_append (state->sealed, sealed, length);
      memcpy (state->bound, "tandem/n", 8);
      memcpy (state->bound + 8, state->uuid, 16);
      memcpy (state->bound + 24, id, 16);
      memcpy (state->bound + 40, &little, 8);
      memcpy (state->bound + 48, sealed, N_HEADER);
    }
  sqlite3_finalize (statement);
  g_array_sort (entries, compare_bytes);
  return entries;
}

static State *
read_state (sqlite3 *database)
{
  sqlite3_stmt *head = prepare (database, "SELECT uuid, generation, epoch, mac FROM vault");
  State *state = g_new0 (State, 1);
  g_autoptr (GArray) entries = NULL;

  g_assert_cmpint (sqlite3_step (head), ==, SQLITE_ROW);
  state->manifest = g_byte_array_new ();
  state->sealed = g_byte_array_new ();
  memcpy (state->uuid, sqlite3_column_blob (head, 0), sizeof state->uuid);
  state->epoch = sqlite3_column_int64 (head, 2);
  memcpy (state->mac, sqlite3_column_blob (head, 3), sizeof state->mac);
  entries = read_notes (database, state);
  g_byte_array_append (state->manifest, (const guint8 *) "tandem/m", 8);
  g_byte_array_append (state->manifest, state->uuid, sizeof state->uuid);
  append_number (state->manifest, sqlite3_column_int64 (head, 1));
  append_number (state->manifest, state->epoch);
  append_number (state->manifest, entries->len);
  g_byte_array_append (state->manifest, (const guint8 *) entries->data, entries->len * (16 + 8 + 1 + N_TAG));
  sqlite3_finalize (head);
  return state;
}

void
key_search_add_file (KeySearch *self, const char *path)
{
  sqlite3 *database = NULL;
  State *state;

  if (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (database));
  state = read_state (database);
  read_slots (self, database, state->uuid);
  sqlite3_close (database);
  /* Until keys are renewed they are the same, and one state of the file tells them. */
  for (guint i = 0; i < self->states->len; i++)
    {
      const State *known = self->states->pdata[i];

      if (known->epoch == state->epoch && memcmp (known->uuid, state->uuid, sizeof state->uuid) == 0)
        g_ptr_array_remove_index_fast (self->states, i--);
    }
  g_ptr_array_add (self->states, state);
}

/* --- what 32 bytes are -------------------------------------------------- */

static void
commit_to (const guint8 *key, guint8 commitment[N_COMMITMENT])
{
  crypto_generichash (commitment, N_COMMITMENT, (const guint8 *) "commit", 6, key, KEY);
}

static gboolean
commits (const guint8 *key, const guint8 *record)
{
  guint8 commitment[N_COMMITMENT];

  commit_to (key, commitment);
  return memcmp (commitment, record + COMMITMENT, N_COMMITMENT) == 0;
}

static gboolean
unwraps (const guint8 *key, const Slot *slot)
{
  guint8 vault_key[KEY], bound[NONCE + 16];

  memcpy (bound, slot->record, NONCE);
  memcpy (bound + NONCE, slot->uuid, 16);
  return crypto_aead_xchacha20poly1305_ietf_decrypt (vault_key, NULL, NULL, slot->record + WRAPPED, CHECK - WRAPPED,
                                                     bound, sizeof bound, slot->record + NONCE, key) == 0;
}

/* Not from a passphrase, which would take too long */
static gboolean
is_secret_of (const guint8 *key, const Slot *slot)
{
  static const guint8 personal[16] = "tandem/slot";
  guint8 derived[2 * KEY];

  if (slot->record[0] == PASSPHRASE)
    return FALSE;
  crypto_generichash_blake2b_salt_personal (derived, sizeof derived, key, KEY, NULL, 0, slot->record + SALT, personal);
  return commits (derived + KEY, slot->record);
}

static gboolean
signs (const guint8 *key, const State *state)
{
  guint8 mac[32];

  crypto_generichash (mac, sizeof mac, state->manifest->data, state->manifest->len, key, KEY);
  return memcmp (mac, state->mac, sizeof mac) == 0;
}

static gboolean
opens_note (const guint8 *key, const State *state)
{
  g_autofree guint8 *content = NULL;
  const guint8 *sealed = state->sealed->data;

  if (state->sealed->len == 0)
    return FALSE;
  content = g_malloc (state->sealed->len);
  return crypto_aead_xchacha20poly1305_ietf_decrypt (content, NULL, NULL, sealed + N_HEADER + N_NONCE,
                                                     state->sealed->len - N_HEADER - N_NONCE, state->bound,
                                                     sizeof state->bound, sealed + N_HEADER, key) == 0;
}

static gboolean
is_vault_key (const guint8 *key, const State *state)
{
  guint8 manifest_key[KEY];

  crypto_kdf_derive_from_key (manifest_key, KEY, 2, "TandemV1", key);
  return signs (manifest_key, state);
}

static const char *
name_key (KeySearch *self, const guint8 *key)
{
  guint8 commitment[N_COMMITMENT];

  commit_to (key, commitment);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const Slot *slot = &g_array_index (self->slots, Slot, i);

      if (memcmp (commitment, slot->record + COMMITMENT, N_COMMITMENT) == 0)
        return "derived, second half";
      if (unwraps (key, slot))
        return "derived, first half";
      if (is_secret_of (key, slot))
        return "secret of the keyring";
    }
  for (guint i = 0; i < self->states->len; i++)
    {
      const State *state = self->states->pdata[i];

      if (signs (key, state))
        return "manifest key";
      if (opens_note (key, state))
        return "note key";
      if (is_vault_key (key, state))
        return "vault key";
    }
  return NULL;
}

static guint
read_number (const guint8 *bytes, guint n)
{
  return n == 0 ? 0 : bytes[0] | read_number (bytes + 1, n - 1) << 8;
}

gboolean
key_search_derive (KeySearch *self, const char *passphrase, guint8 derived[64])
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      const guint8 *record = g_array_index (self->slots, Slot, i).record;

      if (record[0] == PASSPHRASE &&
          crypto_pwhash (derived, 2 * KEY, passphrase, strlen (passphrase), record + SALT, read_number (record + 2, 2),
                         read_number (record + 4, 4) * 1024ul, crypto_pwhash_ALG_ARGON2ID13) == 0 &&
          commits (derived + KEY, record))
        return TRUE;
    }
  return FALSE;
}

static void
search_run (KeySearch *self, const guint8 *bytes, gsize length, GString *found)
{
  guint8 count[256] = { 0 };
  guint n_different = 0;

  for (gsize i = 0; i < length; i++)
    {
      const char *name;

      n_different += count[bytes[i]]++ == 0;
      if (i >= KEY)
        n_different -= --count[bytes[i - KEY]] == 0;
      if (i + 1 < KEY || n_different < LEAST_DIFFERENT)
        continue;
      name = name_key (self, bytes + i + 1 - KEY);
      if (name)
        g_string_append_printf (found, "%s\n", name);
    }
}

/* Most of the memory of a process was never used. */
static gsize
skip (const guint8 *bytes, gsize length, gboolean is_used)
{
  static const guint8 unused[4096];
  gsize at = 0;

  while (at < length && (memcmp (bytes + at, unused, MIN (sizeof unused, length - at)) != 0) == is_used)
    at += MIN (sizeof unused, length - at);
  return at;
}

void
key_search_in_bytes (KeySearch *self, const guint8 *bytes, gsize length, GString *found)
{
  gsize end;

  for (gsize at = skip (bytes, length, FALSE); at < length; at = end + skip (bytes + end, length - end, FALSE))
    {
      end = at + skip (bytes + at, length - at, TRUE);
      search_run (self, bytes + at, end - at, found);
    }
}

/* --- a process ---------------------------------------------------------- */

static void
search_range (KeySearch *self, int memory, guint64 start, guint64 end, GString *found)
{
  g_autofree guint8 *bytes = g_malloc (end - start);
  gssize length = pread (memory, bytes, end - start, start);

  /* Guard pages of keys cannot be read. */
  if (length > 0)
    key_search_in_bytes (self, bytes, length, found);
}

static void
search_process (KeySearch *self, pid_t pid, GString *found)
{
  g_autofree char *maps_path = g_strdup_printf ("/proc/%d/maps", pid);
  g_autofree char *memory_path = g_strdup_printf ("/proc/%d/mem", pid);
  FILE *maps = fopen (maps_path, "r");
  int memory = open (memory_path, O_RDONLY | O_CLOEXEC);
  char line[1024];
  guint n_ranges = 0;

  g_assert_nonnull (maps);
  g_assert_cmpint (memory, >=, 0);
  while (fgets (line, sizeof line, maps))
    {
      guint64 start, end;
      char rights[5];

      if (sscanf (line, "%" SCNx64 "-%" SCNx64 " %4s", &start, &end, rights) != 3 || !g_str_has_prefix (rights, "rw"))
        continue;
      search_range (self, memory, start, end, found);
      n_ranges++;
    }
  g_assert_cmpint (n_ranges, >, 10);
  fclose (maps);
  close (memory);
}

/* In a copy of a copy of this process: what the search itself leaves in memory is not in the next
 * one. */
static void
search_copy (KeySearch *self, int out)
{
  g_autoptr (GString) found = g_string_new (NULL);
  pid_t copy = fork ();

  g_assert_cmpint (copy, >=, 0);
  if (copy == 0)
    while (TRUE)
      pause ();
  search_process (self, copy, found);
  kill (copy, SIGKILL);
  waitpid (copy, NULL, 0);
  g_string_append (found, ".");
  g_assert_cmpint (write (out, found->str, found->len), ==, found->len);
}

/* Returns: what this process holds at this moment, as somebody sees it who reads its memory from
 * outside */
char *
key_search_in_process (KeySearch *self)
{
  int ends[2];
  GString *found = g_string_new (NULL);
  char part[256];
  gssize length;
  pid_t searcher;

  g_assert_cmpint (pipe (ends), ==, 0);
  searcher = fork ();
  g_assert_cmpint (searcher, >=, 0);
  if (searcher == 0)
    {
      search_copy (self, ends[1]);
      _exit (0);
    }
  close (ends[1]);
  while ((length = read (ends[0], part, sizeof part)) > 0)
    g_string_append_len (found, part, length);
  close (ends[0]);
  waitpid (searcher, NULL, 0);
  g_assert_true (g_str_has_suffix (found->str, "."));
  g_string_truncate (found, found->len - 1);
  return g_string_free (found, FALSE);
}
