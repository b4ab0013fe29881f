/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "bench.h"

#include "notebook/tdm-note-private.h"
#include "notebook/tdm-notebook-private.h"
#include "vault/tdm-key-slot.h"
#include "vault/tdm-vault-file.h"

#include <sodium.h>
#include <sqlite3.h>
#include <string.h>

/* Private notes: unlocking, without what a guess at the passphrase is made to cost; searching; saving an edit. */

#define N_NOTES 5000
#define N_TEXT 2000
#define N_SEALED (2048 + 48)
#define PASSPHRASE "correct horse battery"
#define PRAGMAS                                                                                             \
  "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536; PRAGMA secure_delete=ON; PRAGMA cell_size_check=ON;" \
  "PRAGMA mmap_size=0; PRAGMA synchronous=EXTRA; PRAGMA journal_mode=DELETE; PRAGMA foreign_keys=ON"

typedef struct
{
  TdmTestFolder folder;
  TdmNotebook *vault;
  GAsyncResult *result;
  TdmNote *edited;

  /* The bare ones */
  guint8 *sealed;
  sqlite3 *database;
  sqlite3_stmt *update;
} Bench;

static char *
make_text (guint n)
{
  static const char *const words[] = { "Gespräch", "über", "Führung", "und", "Vertrauen", "Nachfolgeplanung", "nächste",
                                       "Frage", "zuhören", "Mut", "Zahlen", "Straße", "Ziel", "Team", "Größe" };
  GString *text = g_string_new (NULL);

  while (text->len < N_TEXT - 60)
    g_string_append_printf (text, "%s ", words[(n = n * 1103515245 + 12345) / 65536 % G_N_ELEMENTS (words)]);
  return g_string_free (text, FALSE);
}

static void
finish (Bench *self)
{
  g_autoptr (GAsyncResult) result = tdm_test_wait (&self->result);
  g_autoptr (GError) error = NULL;

  tdm_notebook_finish (self->vault, result, &error);
  g_assert_no_error (error);
  self->result = NULL;
}

static void
add_notes (Bench *self)
{
  for (guint i = 0; i < N_NOTES; i++)
    {
      g_autoptr (TdmNote) note = tdm_note_new ("", "");
      g_autofree char *text = make_text (i), *title = g_strdup_printf ("Note %u", i);

      tdm_note_set_title (note, title);
      tdm_note_set_text (note, text);
      tdm_notebook_save_async (self->vault, note, tdm_test_result_cb, &self->result);
      finish (self);
      tdm_note_set_revision (note, 1);
      g_set_object (&self->edited, note);
    }
}

static const guint8 key[32], bound[56];

static void
seal_bare (Bench *self)
{
  guint8 content[2048] = { 0 };

  self->sealed = g_malloc (N_NOTES * N_SEALED);
  for (guint i = 0; i < N_NOTES; i++)
    {
      guint8 *sealed = self->sealed + i * N_SEALED;

      randombytes_buf (sealed, 32);
      crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + 32, NULL, content, sizeof content, bound, sizeof bound, NULL,
                                                  sealed + 8, key);
    }
}

static void
execute (sqlite3 *database, const char *sql)
{
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
}

/* The same file, written by SQLite alone */
static void
open_bare (Bench *self)
{
  g_autofree char *bare = tdm_test_folder_join (&self->folder, "bare.vault");

  tdm_test_copy_file (tdm_notebook_get_path (self->vault), bare);
  if (sqlite3_open_v2 (bare, &self->database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (self->database));
  execute (self->database, PRAGMAS);
  if (sqlite3_prepare_v2 (self->database,
                          "UPDATE note SET revision = revision + 1, sealed = randomblob (2096) "
                          "WHERE id = (SELECT max (id) FROM note)",
                          -1, &self->update, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (self->database));
}

/* What comes after the passphrase was tried, for which the file is open already */
static void
measure_unlock (Bench *self, BenchFigures *figures)
{
  g_autoptr (TdmSecret) secret = tdm_secret_new_text (PASSPHRASE);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_vault_note_free), listed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmVaultFile) file = tdm_vault_file_open (tdm_notebook_get_path (self->vault), TDM_OPEN_READ_ONLY, &error);
  double start;

  g_assert_no_error (error);
  start = bench_now ();
  tdm_vault_file_unlock (file, TDM_KEY_SLOT_PASSPHRASE, secret, notes, &error);
  listed = tdm_notebook_take_notes (notes);
  bench_add (figures->tandem, start);
  g_assert_no_error (error);
  g_assert_cmpint (listed->len, ==, N_NOTES);
}

static void
measure_unlock_bare (Bench *self, BenchFigures *figures)
{
  guint8 content[2048], hash[32];
  double start = bench_now ();

  for (guint i = 0; i < N_NOTES; i++)
    {
      const guint8 *sealed = self->sealed + i * N_SEALED;

      if (crypto_aead_xchacha20poly1305_ietf_decrypt (content, NULL, NULL, sealed + 32, N_SEALED - 32, bound,
                                                      sizeof bound, sealed + 8, key) != 0)
        g_error ("a note does not open");
    }
  crypto_generichash (hash, sizeof hash, self->sealed, N_NOTES * 41, key, sizeof key);
  bench_add (figures->baseline, start);
}

static void
measure_search (Bench *self, BenchFigures *figures)
{
  const double limit = 50;
  double start = bench_now ();

  tdm_notebook_search_async (self->vault, "folgeplan groß", tdm_test_result_cb, &self->result);
  finish (self);
  bench_add (figures->tandem, start);
  g_array_append_val (figures->baseline, limit);
}

static void
measure_edit (Bench *self, BenchFigures *figures, guint round)
{
  g_autofree char *text = make_text (round);
  double start;

  tdm_note_set_text (self->edited, text);
  start = bench_now ();
  tdm_notebook_save_async (self->vault, self->edited, tdm_test_result_cb, &self->result);
  finish (self);
  bench_add (figures->tandem, start);
  tdm_note_set_revision (self->edited, tdm_note_get_revision (self->edited) + 1);

  start = bench_now ();
  execute (self->database, "BEGIN IMMEDIATE");
  if (sqlite3_step (self->update) != SQLITE_DONE || sqlite3_changes (self->database) != 1)
    g_error ("%s", sqlite3_errmsg (self->database));
  sqlite3_reset (self->update);
  execute (self->database, "COMMIT");
  bench_add (figures->baseline, start);
}

void
bench_vault (BenchFigures *figures, const char *path, guint n_rounds)
{
  const TdmKeyCost least = { .passes = 1, .mem_kib = 8 };
  g_autofree char *vault = NULL, *memory = NULL;
  Bench self = { 0 };

  tdm_test_folder_init (&self.folder);
  vault = tdm_test_folder_join (&self.folder, "notes.vault");
  memory = tdm_test_folder_join (&self.folder, "vaults");
  self.vault = tdm_notebook_new (vault, memory, &least);
  tdm_notebook_create_async (self.vault, PASSPHRASE, NULL, tdm_test_result_cb, &self.result);
  finish (&self);
  add_notes (&self);
  seal_bare (&self);
  open_bare (&self);

  for (guint i = 0; i < n_rounds; i++)
    {
      measure_unlock (&self, &figures[0]);
      measure_unlock_bare (&self, &figures[0]);
      measure_search (&self, &figures[1]);
      measure_edit (&self, &figures[2], N_NOTES + i);
    }

  sqlite3_finalize (self.update);
  sqlite3_close (self.database);
  g_free (self.sealed);
  g_object_unref (self.edited);
  tdm_notebook_close (self.vault);
  g_object_unref (self.vault);
  tdm_test_folder_clear (&self.folder);
}
