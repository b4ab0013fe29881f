/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-clock.h"
#include "base/tdm-file-error.h"
#include "database/journal-fixture.h"
#include "database/tdm-database.h"
#include "vault/tdm-recovery-code.h"
#include "vault/tdm-vault-error.h"
#include "vault/tdm-vault-file-private.h"
#include "vault-fixture.h"

#include <sodium.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Mistakes, damage and malice: each has its own message, the other notes stay usable, nothing is overwritten. */

/* --- mistyped ----------------------------------------------------------- */

static void
test_a_wrong_passphrase (Vault *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (vault_try (self, "correct horse batterie", &error));
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_WRONG_SECRET);
  g_assert_false (tdm_vault_file_is_unlocked (self->file));
}

static gboolean
reads (const char *code, TdmSecret *expected)
{
  g_autoptr (TdmSecret) secret = tdm_recovery_code_read (code, NULL);

  if (secret)
    g_assert_cmpmem (tdm_secret_get_bytes (secret), 16, tdm_secret_get_bytes (expected), 16);
  return secret != NULL;
}

static void
test_a_recovery_code_as_people_write_it (void)
{
  guint8 bytes[16] = { 0x08, 0x42, 0x10, 0x84, 0x21, 0xff, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 };
  g_autoptr (TdmSecret) secret = tdm_secret_new_copy (bytes, 16), code = tdm_recovery_code_write (secret);
  g_autofree char *written = g_strdup ((char *) tdm_secret_get_bytes (code)), *low = g_ascii_strdown (written, -1);

  g_assert_cmpint (strlen (written), ==, TDM_RECOVERY_CODE_LENGTH);
  g_assert_true (g_str_has_prefix (written, "1111-"));
  g_assert_true (reads (written, secret));
  g_assert_true (reads (low, secret));
  memcpy (low, "iLI1 ", 5);
  g_assert_true (reads (low, secret));
}

static void
test_every_slip_in_a_code_is_noticed (void)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  g_autoptr (TdmSecret) secret = tdm_secret_new_random (16), code = tdm_recovery_code_write (secret);
  char *written = (char *) tdm_secret_get_bytes (code);
  g_autoptr (GError) error = NULL;
  guint n_tried = 0;

  for (guint i = 0; written[i]; i++)
    {
      char right = written[i];

      if (right == '-')
        continue;
      for (const char *wrong = alphabet; *wrong; wrong++)
        if (*wrong != right)
          {
            written[i] = *wrong;
            /* The last character has four bits to spare, which stand for nothing: they must be as they were written. */
            g_assert_false (reads (written, secret));
            n_tried++;
          }
      written[i] = right;
      for (guint j = i + 1; written[j] && j <= i + 2; j++)
        if (written[j] != '-' && written[j] != right)
          {
            written[i] = written[j];
            written[j] = right;
            g_assert_false (reads (written, secret));
            written[j] = written[i];
            written[i] = right;
            n_tried++;
            break;
          }
    }
  g_assert_cmpint (n_tried, >, 28 * 31);
  g_assert_null (tdm_recovery_code_read ("", &error));
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_MISTYPED);
}

/* --- exchanged ---------------------------------------------------------- */

static void
test_two_exchanged_notes_are_noticed (Vault *self, gconstpointer data)
{
  g_autoptr (GPtrArray) notes = vault_add_some (self);
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;
  guint n_damaged = 0;

  vault_close (self);
  vault_run_sql (self, "CREATE TABLE t AS SELECT * FROM note ORDER BY id LIMIT 2;"
                       "UPDATE note SET sealed = (SELECT sealed FROM t WHERE t.id <> note.id) WHERE id IN "
                       "(SELECT id FROM t); DROP TABLE t");
  vault_reopen (self);
  g_assert_cmpint (vault_check_notes (self, notes), ==, 1);
  listed = tdm_vault_file_list (self->file, &error);
  for (guint i = 0; i < listed->len; i++)
    n_damaged += vault_get_note (listed, i)->is_damaged ? 1 : 0;
  g_assert_cmpint (n_damaged, ==, 2);
  g_assert_false (tdm_vault_file_is_trusted (self->file));
}

static void
assert_only_read (Vault *self)
{
  g_autoptr (TdmVaultNote) note = tdm_vault_note_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tdm_vault_file_is_trusted (self->file));
  g_assert_false (tdm_vault_file_save (self->file, note, &error));
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_READ_ONLY);
}

static void
test_an_older_note_put_back_is_noticed (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "first");
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *read = NULL;

  vault_close (self);
  first = vault_get_blob (self, "SELECT sealed FROM note");
  vault_reopen (self);
  vault_change (self, note, "second");
  vault_close (self);
  vault_put_blob (self, "UPDATE note SET sealed = ?, revision = 1", first);

  vault_reopen (self);
  assert_only_read (self);
  read = vault_read (self, note->uid);
  g_assert_cmpstr (read, ==, "first");
  g_assert_true (tdm_vault_file_accept (self->file, &error));
  g_assert_no_error (error);
  vault_reopen (self);
  g_assert_true (tdm_vault_file_is_trusted (self->file));
}

static void
test_a_missing_note_is_noticed (Vault *self, gconstpointer data)
{
  g_autoptr (GPtrArray) notes = vault_add_some (self);

  vault_close (self);
  vault_run_sql (self, "DELETE FROM note WHERE id = (SELECT id FROM note LIMIT 1)");
  vault_reopen (self);
  assert_only_read (self);
  g_assert_cmpint (vault_check_notes (self, notes), ==, 2);
}

static void
test_an_earlier_state_in_place_of_the_present_one (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "first");

  tdm_clock_freeze (NOW + 86400);
  vault_change (self, note, "second");
  vault_close (self);
  vault_run_sql (self, "CREATE TABLE t AS SELECT * FROM note; CREATE TABLE u AS SELECT * FROM earlier;"
                       "DELETE FROM note; DELETE FROM earlier; INSERT INTO note SELECT * FROM u;"
                       "INSERT INTO earlier SELECT * FROM t; DROP TABLE t; DROP TABLE u");
  vault_reopen (self);
  assert_only_read (self);
}

/* --- made to do harm ---------------------------------------------------- */

/* The first slot, changed as somebody would who knows the format */
static void
forge_slot (Vault *self, guint at, const guint8 *bytes, gsize length)
{
  g_autoptr (GBytes) slot = NULL, forged = NULL;
  guint8 *record, hash[16];

  vault_close (self);
  slot = vault_get_blob (self, "SELECT record FROM slot WHERE id = 1");
  record = g_memdup2 (g_bytes_get_data (slot, NULL), g_bytes_get_size (slot));
  memcpy (record + at, bytes, length);
  crypto_generichash (hash, sizeof hash, record, 112, NULL, 0);
  memcpy (record + 112, hash, 8);
  forged = g_bytes_new_take (record, g_bytes_get_size (slot));
  vault_put_blob (self, "UPDATE slot SET record = ? WHERE id = 1", forged);
}

static void
assert_refused (Vault *self, TdmVaultError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (vault_try (self, PASSPHRASE, &error));
  g_assert_error (error, TDM_VAULT_ERROR, code);
}

static void
test_a_hostile_cost (Vault *self, gconstpointer data)
{
  const guint8 passes[] = { 0xff, 0xff }, memory[] = { 0xff, 0xff, 0xff, 0xff }, none[] = { 0, 0, 0, 0 };
  gint64 start = g_get_monotonic_time ();

  forge_slot (self, 2, passes, 2);
  assert_refused (self, TDM_VAULT_ERROR_TOO_COSTLY);
  forge_slot (self, 2, (const guint8[]) { 1, 0 }, 2);
  forge_slot (self, 4, memory, 4);
  assert_refused (self, TDM_VAULT_ERROR_TOO_COSTLY);
  forge_slot (self, 4, none, 4);
  assert_refused (self, TDM_VAULT_ERROR_DAMAGED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

static void
test_a_slot_of_a_newer_version (Vault *self, gconstpointer data)
{
  forge_slot (self, 1, (const guint8[]) { 9 }, 1);
  assert_refused (self, TDM_VAULT_ERROR_TOO_NEW);
}

static void
test_a_damaged_slot_is_no_wrong_passphrase (Vault *self, gconstpointer data)
{
  g_autoptr (GBytes) slot = NULL, damaged = NULL;
  g_autoptr (GError) error = NULL;
  guint8 *record;

  vault_close (self);
  slot = vault_get_blob (self, "SELECT record FROM slot WHERE id = 1");
  record = g_memdup2 (g_bytes_get_data (slot, NULL), g_bytes_get_size (slot));
  record[12] ^= 1;
  damaged = g_bytes_new_take (record, g_bytes_get_size (slot));
  vault_put_blob (self, "UPDATE slot SET record = ? WHERE id = 1", damaged);
  assert_refused (self, TDM_VAULT_ERROR_DAMAGED);
  g_assert_true (tdm_vault_file_unlock (self->file, TDM_KEY_SLOT_RECOVERY, self->recovery, NULL, &error));
  g_assert_no_error (error);
}

static void
test_a_newer_format (Vault *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  vault_close (self);
  vault_run_sql (self, "PRAGMA user_version=2");
  g_assert_false (vault_try (self, PASSPHRASE, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_TOO_NEW);
}

static void
test_a_newer_note_leaves_the_others (Vault *self, gconstpointer data)
{
  g_autoptr (GPtrArray) notes = vault_add_some (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmVaultNote) newer = NULL;
  g_autoptr (GBytes) sealed = NULL, changed = NULL;
  guint8 *bytes;

  vault_close (self);
  sealed = vault_get_blob (self, "SELECT sealed FROM note ORDER BY id LIMIT 1");
  bytes = g_memdup2 (g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));
  bytes[4] = 2;
  changed = g_bytes_new_take (bytes, g_bytes_get_size (sealed));
  vault_put_blob (self, "UPDATE note SET sealed = ? WHERE id = (SELECT min (id) FROM note)", changed);
  vault_reopen (self);
  g_assert_cmpint (vault_check_notes (self, notes), ==, 2);
  for (guint i = 0; i < notes->len && !error; i++)
    {
      g_clear_pointer (&newer, tdm_vault_note_free);
      newer = tdm_vault_file_read (self->file, vault_get_note (notes, i)->uid, 0, &error);
    }
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_TOO_NEW);
}

/* A journal that has SQLite remove another file of the user */
static void
test_a_forged_journal (Vault *self, gconstpointer data)
{
  g_autoptr (GPtrArray) notes = vault_add_some (self);
  g_autofree char *letter = tdm_test_folder_join (&self->folder, "letter.txt");
  g_autoptr (TdmVaultNote) note = tdm_vault_note_new (NULL);
  g_autoptr (GString) journal = NULL;
  g_autoptr (GError) error = NULL;

  vault_close (self);
  g_assert_true (g_file_set_contents (letter, "Dear Bo", -1, NULL));
  journal = journal_fixture_new (self->path);
  journal_fixture_name (journal, letter);
  journal_fixture_put (self->path, journal);
  vault_reopen (self);
  g_assert_true (g_file_test (letter, G_FILE_TEST_EXISTS));
  g_assert_cmpint (vault_check_notes (self, notes), ==, 3);
  g_assert_false (tdm_vault_file_save (self->file, note, &error));
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "notes.vault-journal"));
}

/* The same while the notes are open */
static void
test_a_forged_journal_meanwhile (Vault *self, gconstpointer data)
{
  g_autoptr (GPtrArray) notes = vault_add_some (self);
  g_autofree char *letter = tdm_test_folder_join (&self->folder, "letter.txt");
  g_autofree char *name = g_strconcat (self->path, "-journal", NULL);
  g_autoptr (TdmVaultNote) note = tdm_vault_note_new (NULL);
  g_autoptr (GString) journal = journal_fixture_new (self->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (letter, "Dear Bo", -1, NULL));
  journal_fixture_name (journal, letter);
  journal_fixture_put (self->path, journal);
  g_assert_false (tdm_vault_file_save (self->file, note, &error));
  g_assert_nonnull (strstr (error->message, "notes.vault-journal"));
  g_assert_true (g_file_test (letter, G_FILE_TEST_EXISTS));
  g_assert_cmpint (unlink (name), ==, 0);
  vault_save (self, note);
  g_assert_cmpint (vault_check_notes (self, notes), ==, 3);
}

static void
test_a_pipe_for_a_journal (Vault *self, gconstpointer data)
{
  g_autoptr (GPtrArray) notes = vault_add_some (self);
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);

  vault_close (self);
  g_assert_cmpint (mkfifo (journal, 0600), ==, 0);
  vault_reopen (self);
  g_assert_true (tdm_vault_file_is_read_only (self->file));
  g_assert_cmpint (vault_check_notes (self, notes), ==, 3);
}

/* One of each kind of what a file can be made of */
static const struct { const char *sql; const char *name; } alterations[] = {
  { "CREATE TABLE more (a)", "table more" },
  { "ALTER TABLE note ADD COLUMN colour TEXT", "table note" },
  { "CREATE INDEX note_revision ON note (revision)", "index note_revision" },
  { "CREATE INDEX slow ON note (hex (zeroblob (1000)))", "index slow" },
  { "CREATE UNIQUE INDEX one ON slot (substr (record, 1, 1))", "index one" },
  { "CREATE VIEW everything AS SELECT * FROM note", "view everything" },
  { "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM slot; END", "trigger t" },
  { "CREATE VIRTUAL TABLE words USING fts5 (text)", "table words" },
  { "CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT); DROP TABLE counted", "table sqlite_sequence" },
  { "ANALYZE", "table sqlite_stat1" },
  { "DROP TABLE earlier", "table earlier" },
  { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'CHECK (length (record) = 120)', '')",
    "table slot" },
  { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, ') STRICT', ')') WHERE name = 'slot'",
    "table slot" },
  { "ALTER TABLE note RENAME TO old; CREATE TABLE note (id BLOB PRIMARY KEY CHECK (length (id) = 16),"
    " revision INTEGER NOT NULL, sealed BLOB NOT NULL, way INTEGER DEFAULT 1 REFERENCES slot (id) ON DELETE CASCADE)"
    " STRICT, WITHOUT ROWID; INSERT INTO note (id, revision, sealed) SELECT * FROM old; DROP TABLE old", "table note" },
  { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'revision INTEGER NOT NULL',"
    " 'revision INTEGER NOT NULL REFERENCES slot (id) ON DELETE CASCADE') WHERE name = 'note'", "table note" },
};

/* Whoever had the file for an hour can have its tables do things with the notes later. */
static void
test_an_altered_file (Vault *self, gconstpointer data)
{
  g_autoptr (GPtrArray) notes = vault_add_some (self);
  g_autoptr (GBytes) bytes = NULL;

  vault_close (self);
  bytes = vault_get_bytes (self);
  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", alterations[i].sql);
      vault_put_bytes (self, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      vault_run_sql (self, alterations[i].sql);
      g_assert_false (vault_try (self, PASSPHRASE, &error));
      g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_ALTERED);
      g_assert_nonnull (strstr (error->message, alterations[i].name));
    }
}

static void
test_no_link_is_followed (Vault *self, gconstpointer data)
{
  gint64 follows = 1;

  g_assert_true (tdm_database_get_integer (self->file->database, "PRAGMA foreign_keys", &follows, NULL));
  g_assert_cmpint (follows, ==, 0);
}

static void
test_more_ways_in_than_there_are (Vault *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  vault_close (self);
  vault_run_sql (self,
                 "INSERT INTO slot (record) SELECT record FROM slot; INSERT INTO slot (record) SELECT record FROM slot;"
                 "DELETE FROM slot WHERE id > 8");
  vault_reopen (self);
  vault_close (self);
  vault_run_sql (self, "INSERT INTO slot (record) SELECT record FROM slot LIMIT 1");
  g_assert_false (vault_try (self, PASSPHRASE, &error));
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_DAMAGED);
}

/* AddressSanitizer reserves more than a process with little memory may have. */
#ifndef __SANITIZE_ADDRESS__
static void
test_without_free_memory (Vault *self, gconstpointer data)
{
  const struct rlimit little = { 96 << 20, 96 << 20 };

  if (g_test_subprocess ())
    {
      g_autoptr (TdmSecret) passphrase = tdm_secret_new_text (PASSPHRASE);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (setrlimit (RLIMIT_DATA, &little), ==, 0);
      g_assert_false (tdm_vault_file_set_slot (self->file, TDM_KEY_SLOT_PASSPHRASE, passphrase, &tdm_key_cost_default,
                                               &error));
      g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_NO_MEMORY);
      vault_reopen (self);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}
#endif

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);

  VAULT_ADD ("/harm/mistyped/a-wrong-passphrase", test_a_wrong_passphrase);
  g_test_add_func ("/harm/mistyped/a-recovery-code-as-people-write-it", test_a_recovery_code_as_people_write_it);
  g_test_add_func ("/harm/mistyped/every-slip-in-a-code-is-noticed", test_every_slip_in_a_code_is_noticed);
  VAULT_ADD ("/harm/damaged/a-slot-is-no-wrong-passphrase", test_a_damaged_slot_is_no_wrong_passphrase);
  VAULT_ADD ("/harm/exchanged/two-notes", test_two_exchanged_notes_are_noticed);
  VAULT_ADD ("/harm/exchanged/an-older-note", test_an_older_note_put_back_is_noticed);
  VAULT_ADD ("/harm/exchanged/a-missing-note", test_a_missing_note_is_noticed);
  VAULT_ADD ("/harm/exchanged/an-earlier-state", test_an_earlier_state_in_place_of_the_present_one);
  VAULT_ADD ("/harm/hostile/cost", test_a_hostile_cost);
  VAULT_ADD ("/harm/hostile/journal", test_a_forged_journal);
  VAULT_ADD ("/harm/hostile/journal-meanwhile", test_a_forged_journal_meanwhile);
  VAULT_ADD ("/harm/hostile/pipe", test_a_pipe_for_a_journal);
  VAULT_ADD ("/harm/hostile/altered", test_an_altered_file);
  VAULT_ADD ("/harm/hostile/links", test_no_link_is_followed);
  VAULT_ADD ("/harm/hostile/slots", test_more_ways_in_than_there_are);
  VAULT_ADD ("/harm/newer/slot", test_a_slot_of_a_newer_version);
  VAULT_ADD ("/harm/newer/format", test_a_newer_format);
  VAULT_ADD ("/harm/newer/note", test_a_newer_note_leaves_the_others);
#ifndef __SANITIZE_ADDRESS__
  VAULT_ADD ("/harm/without-free-memory", test_without_free_memory);
#endif

  return g_test_run ();
}
