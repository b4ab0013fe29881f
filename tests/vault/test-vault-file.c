/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#define _GNU_SOURCE /* memmem(), RTLD_NEXT */

#include "base/tdm-clock.h"
#include "base/tdm-file-error.h"
#include "database/tdm-database.h"
#include "vault/tdm-sealed-note.h"
#include "vault/tdm-vault-error.h"
#include "vault/tdm-vault-file-private.h"
#include "vault-fixture.h"

#include <dlfcn.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>

/* What a vault keeps, gives back, and for how long. */

static guint n_opened;

/* In place of the library's: it counts what is opened. */
int
crypto_aead_xchacha20poly1305_ietf_decrypt (unsigned char *m, unsigned long long *mlen_p, unsigned char *nsec,
                                            const unsigned char *c, unsigned long long clen, const unsigned char *ad,
                                            unsigned long long adlen, const unsigned char *npub, const unsigned char *k)
{
  __typeof__ (crypto_aead_xchacha20poly1305_ietf_decrypt) *real = NULL;

  *(void **) &real = dlsym (RTLD_NEXT, __func__);
  n_opened++;
  return real (m, mlen_p, nsec, c, clen, ad, adlen, npub, k);
}

static void
test_notes_come_back (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = tdm_vault_note_new (NULL), read = NULL;
  g_autoptr (GError) error = NULL;

  tdm_vault_note_set (&note->title, "Was Bo über Führung sagt 🙂");
  tdm_vault_note_set_text (note, "- erste Zeile\n- zweite\n\nשלום, عالم");
  note->is_question = TRUE;
  tdm_vault_note_set (&note->pair, "the pair");
  tdm_vault_note_set (&note->meeting, "the meeting");
  vault_save (self, note);
  vault_reopen (self);

  read = tdm_vault_file_read (self->file, note->uid, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->title, ==, "Was Bo über Führung sagt 🙂");
  g_assert_cmpstr (read->text, ==, "- erste Zeile\n- zweite\n\nשלום, عالم");
  g_assert_cmpint (read->is_question, ==, TRUE);
  g_assert_cmpstr (read->pair, ==, "the pair");
  g_assert_cmpstr (read->meeting, ==, "the meeting");
  g_assert_cmpint (read->created, ==, NOW);
  g_assert_cmpint (read->revision, ==, 1);
}

static void
test_the_list_has_no_texts (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "First line\n\n  second   line");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = tdm_vault_file_list (self->file, &error);

  g_assert_no_error (error);
  g_assert_cmpint (notes->len, ==, 1);
  g_assert_cmpstr (vault_get_note (notes, 0)->title, ==, "Title");
  g_assert_cmpstr (vault_get_note (notes, 0)->excerpt, ==, "First line second line");
  g_assert_cmpstr (vault_get_note (notes, 0)->text, ==, "");
}

static void
test_nothing_is_in_clear (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "MARKERTITLE", "MARKERTEXT"), old = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *secrets[] = { "MARKER", PASSPHRASE };
  gsize length;
  const char *content;

  tdm_clock_freeze (NOW + 3600);
  vault_change (self, note, "MARKERTEXT again");
  vault_close (self);
  bytes = vault_get_bytes (self);
  content = g_bytes_get_data (bytes, &length);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (memmem (content, length, secrets[i], strlen (secrets[i])));
  g_assert_null (memmem (content, length, note->uid, 36));
}

static void
test_only_the_owner_may_read_the_file (Vault *self, gconstpointer data)
{
  struct stat status;

  g_assert_cmpint (stat (self->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_pages_are_as_planned (Vault *self, gconstpointer data)
{
  gint64 size;

  g_assert_true (tdm_database_get_integer (self->file->database, "PRAGMA page_size", &size, NULL));
  g_assert_cmpint (size, ==, 16384);
}

static void
test_lengths_tell_little (void)
{
  g_assert_cmpint (tdm_sealed_note_get_padded_length (0), ==, 1024);
  g_assert_cmpint (tdm_sealed_note_get_padded_length (1023), ==, 1024);
  g_assert_cmpint (tdm_sealed_note_get_padded_length (1024), ==, 2048);
  g_assert_cmpint (tdm_sealed_note_get_padded_length (16383), ==, 16384);
  for (gsize length = 16384; length < 5000000; length += length / 7)
    {
      gsize padded = tdm_sealed_note_get_padded_length (length);

      g_assert_cmpint (padded, >, length);
      g_assert_cmpint (padded - length, <=, length * 63 / 1000 + 1);
    }
}

static void
test_a_long_note (Vault *self, gconstpointer data)
{
  g_autofree char *most = g_strnfill (TDM_NOTE_TEXT_MOST, 'x'), *more = g_strnfill (TDM_NOTE_TEXT_MOST + 1, 'x');
  g_autoptr (TdmVaultNote) note = vault_add (self, "Long", most);
  g_autofree char *read = vault_read (self, note->uid);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (read, ==, most);
  tdm_vault_note_set_text (note, more);
  g_assert_false (tdm_vault_file_save (self->file, note, &error));
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_TOO_LARGE);
  g_assert_cmpint (note->revision, ==, 1);
}

static void
test_stale_text_overwrites_nothing (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "first"), stale = tdm_vault_note_copy (note);
  g_autoptr (GError) error = NULL;
  g_autofree char *read = NULL;

  vault_change (self, note, "second");
  tdm_vault_note_set_text (stale, "built on the first");
  g_assert_false (tdm_vault_file_save (self->file, stale, &error));
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_CHANGED);
  read = vault_read (self, note->uid);
  g_assert_cmpstr (read, ==, "second");
}

static void
test_a_deleted_note_does_not_come_back (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "text");
  g_autoptr (GError) error = NULL;

  g_assert_true (tdm_vault_file_delete (self->file, note->uid, &error));
  g_assert_false (tdm_vault_file_save (self->file, note, &error));
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_CHANGED);
  vault_reopen (self);
  g_assert_true (tdm_vault_file_is_trusted (self->file));
  g_assert_null (tdm_vault_file_read (self->file, note->uid, 0, NULL));
}

/* It may have stood for years beside thousands. */
static void
test_deleting_one_opens_none_of_the_others (Vault *self, gconstpointer data)
{
  g_autoptr (GPtrArray) others = vault_add_some (self);
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "text");
  g_autoptr (GError) error = NULL;
  g_autofree char *read = NULL;

  tdm_clock_freeze (NOW + 86400);
  vault_change (self, note, "another text");
  n_opened = 0;
  g_assert_true (tdm_vault_file_delete (self->file, note->uid, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n_opened, ==, 0);

  vault_reopen (self);
  g_assert_true (tdm_vault_file_is_trusted (self->file));
  g_assert_null (tdm_vault_file_read (self->file, note->uid, 0, NULL));
  g_assert_null (tdm_vault_file_read (self->file, note->uid, 1, NULL));
  read = vault_read (self, vault_get_note (others, 2)->uid);
  g_assert_cmpstr (read, ==, "three");
}

static void
test_deleting_what_is_not_there_writes_nothing (Vault *self, gconstpointer data)
{
  g_autoptr (GPtrArray) others = vault_add_some (self);
  guint64 generation = tdm_vault_file_get_generation (self->file);
  g_autofree char *uid = g_uuid_string_random ();

  g_assert_true (tdm_vault_file_delete (self->file, uid, NULL));
  g_assert_cmpint (tdm_vault_file_get_generation (self->file), ==, generation);
  vault_change (self, others->pdata[0], "changed");
}

/* --- earlier states ----------------------------------------------------- */

static GPtrArray *
list_earlier (Vault *self, TdmVaultNote *note)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *earlier = tdm_vault_file_list_earlier (self->file, note->uid, &error);

  g_assert_no_error (error);
  return earlier;
}

static void
test_writing_on_keeps_a_state_every_ten_minutes (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "0");
  g_autoptr (GPtrArray) earlier = NULL;

  for (guint i = 1; i <= 25 * 60 / 5; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      tdm_clock_freeze (NOW + i * 5);
      vault_change (self, note, text);
    }
  earlier = list_earlier (self, note);
  g_assert_cmpint (earlier->len, ==, 2);
  g_assert_cmpint (vault_get_note (earlier, 1)->modified, ==, NOW + 600);
  g_assert_cmpint (vault_get_note (earlier, 0)->modified, ==, NOW + 1205);
}

/* A state that could not be put aside, as on a full disk, is put aside at the next try. */
static void
test_a_failed_save_keeps_nothing (Vault *self, gconstpointer data)
{
  TdmDatabase *database = self->file->database;
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "0");
  g_autofree char *long_text = g_strnfill (1000000, 'x'), *full = NULL;
  g_autoptr (GPtrArray) earlier = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_pages;

  for (guint i = 1; i <= 6; i++)
    {
      tdm_clock_freeze (NOW + i * 100);
      vault_change (self, note, i % 2 ? "1" : "2");
    }
  g_assert_true (tdm_database_get_integer (database, "PRAGMA page_count", &n_pages, NULL));
  full = g_strdup_printf ("PRAGMA max_page_count=%d", (int) n_pages);
  g_assert_true (tdm_database_execute (database, full, NULL));

  tdm_clock_freeze (NOW + 650);
  tdm_vault_note_set_text (note, long_text);
  g_assert_false (tdm_vault_file_save (self->file, note, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_FULL);
  g_assert_true (tdm_database_execute (database, "PRAGMA max_page_count=1000000", NULL));
  tdm_clock_freeze (NOW + 651);
  vault_change (self, note, "what has to be kept, and a little more");
  earlier = list_earlier (self, note);
  g_assert_cmpint (earlier->len, ==, 1);
}

static void
test_what_was_left_for_a_while_is_kept (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "yesterday"), read = NULL;
  g_autoptr (GPtrArray) earlier = NULL;
  g_autoptr (GError) error = NULL;

  tdm_clock_freeze (NOW + 86400);
  vault_change (self, note, "today");
  vault_reopen (self);
  earlier = list_earlier (self, note);
  g_assert_cmpint (earlier->len, ==, 1);
  read = tdm_vault_file_read (self->file, note->uid, vault_get_note (earlier, 0)->revision, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->text, ==, "yesterday");
}

static void
test_a_text_that_is_replaced_is_kept (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "what took the whole evening to be put into words");
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  tdm_clock_freeze (NOW + 5);
  vault_change (self, note, "what took the whole evening to be put into a few words");
  before = list_earlier (self, note);
  g_assert_cmpint (before->len, ==, 0);
  vault_change (self, note, "pasted over it");
  after = list_earlier (self, note);
  g_assert_cmpint (after->len, ==, 1);
}

static void
test_at_most_twenty_states_and_thirty_days (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "0");
  g_autoptr (GPtrArray) many = NULL, few = NULL;

  for (guint i = 1; i <= 30; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      tdm_clock_freeze (NOW + i * 86400 / 2);
      vault_change (self, note, text);
    }
  many = list_earlier (self, note);
  g_assert_cmpint (many->len, ==, TDM_VAULT_EARLIER_MOST);

  tdm_clock_freeze (NOW + 40 * 86400);
  tdm_vault_file_set_passed (self->file, NOW + 40 * 86400);
  vault_change (self, note, "later");
  few = list_earlier (self, note);
  for (guint i = 1; i < few->len; i++)
    g_assert_cmpint (vault_get_note (few, i)->modified, >=, NOW + 10 * 86400);
  g_assert_cmpint (few->len, <, TDM_VAULT_EARLIER_MOST);
  vault_reopen (self);
  g_assert_true (tdm_vault_file_is_trusted (self->file));
}

static void
test_the_bin_is_emptied_of_old_things (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) old = vault_add (self, "Old", "x"), fresh = vault_add (self, "Fresh", "x"),
                      kept = vault_add (self, "Kept", "x");
  g_autoptr (GPtrArray) all = NULL, notes = NULL;
  g_autoptr (GError) error = NULL;

  old->removed = NOW - 100;
  vault_save (self, old);
  fresh->removed = NOW;
  vault_save (self, fresh);
  all = tdm_vault_file_list (self->file, &error);
  g_assert_true (tdm_vault_file_empty_bin (self->file, all, NOW, &error));
  g_assert_no_error (error);
  g_assert_cmpint (all->len, ==, 2);
  notes = tdm_vault_file_list (self->file, &error);
  g_assert_cmpint (notes->len, ==, 2);
  g_assert_cmpint (fresh->modified, ==, NOW);
  vault_reopen (self);
  g_assert_true (tdm_vault_file_is_trusted (self->file));
}

/* --- searching ---------------------------------------------------------- */

static guint
count_found (Vault *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = tdm_vault_file_search (self->file, text, &error);

  g_assert_no_error (error);
  return notes->len;
}

static void
test_search_finds_any_part_of_a_word (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) a = vault_add (self, "Nachfolgeplanung", "Was Frau Gülay dazu sagt"),
                      b = vault_add (self, "Budget", "Die „Straße“ zum Ziel – erst die Folgeplanung …");

  g_assert_cmpint (count_found (self, "folgeplan"), ==, 2);
  g_assert_cmpint (count_found (self, "gulay"), ==, 1);
  g_assert_cmpint (count_found (self, "STRASSE"), ==, 1);
  g_assert_cmpint (count_found (self, "ziel budget"), ==, 1);
  g_assert_cmpint (count_found (self, "ziel gülay"), ==, 0);
  g_assert_cmpint (count_found (self, ""), ==, 2);
}

/* --- keys --------------------------------------------------------------- */

static void
test_the_recovery_code_opens (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "text");
  g_autoptr (GError) error = NULL;

  vault_close (self);
  self->file = tdm_vault_file_open (self->path, TDM_OPEN_EXISTING, &error);
  g_assert_true (tdm_vault_file_unlock (self->file, TDM_KEY_SLOT_RECOVERY, self->recovery, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (tdm_vault_file_is_trusted (self->file));
}

static void
test_a_new_passphrase_replaces_the_old_one (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "text");
  g_autoptr (TdmSecret) next = tdm_secret_new_text ("another one");
  g_autoptr (GError) error = NULL;

  g_assert_true (tdm_vault_file_set_slot (self->file, TDM_KEY_SLOT_PASSPHRASE, next, &cheap, &error));
  g_assert_false (vault_try (self, PASSPHRASE, &error));
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_WRONG_SECRET);
  g_clear_error (&error);
  g_assert_true (vault_try (self, "another one", &error));
  g_assert_no_error (error);
}

static void
test_a_cheap_passphrase_becomes_costlier (Vault *self, gconstpointer data)
{
  g_autoptr (TdmSecret) passphrase = tdm_secret_new_text (PASSPHRASE);
  const TdmKeyCost dearer = { .passes = 2, .mem_kib = 64 };
  g_autoptr (GBytes) before = NULL, after = NULL, same = NULL;
  g_autoptr (GError) error = NULL;
  const char *sql = "SELECT record FROM slot WHERE hex (substr (record, 1, 1)) = '01'";

  vault_close (self);
  before = vault_get_blob (self, sql);
  vault_reopen (self);
  g_assert_true (tdm_vault_file_strengthen (self->file, passphrase, &dearer, &error));
  vault_close (self);
  after = vault_get_blob (self, sql);
  g_assert_false (g_bytes_equal (before, after));
  vault_reopen (self);
  g_assert_true (tdm_vault_file_strengthen (self->file, passphrase, &dearer, &error));
  vault_close (self);
  same = vault_get_blob (self, sql);
  g_assert_true (g_bytes_equal (same, after));
}

static void
test_renewed_keys_open_everything (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "first");
  g_autoptr (TdmSecret) next = tdm_secret_new_text ("another one"), recovery = tdm_secret_new_random (16);
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autoptr (GPtrArray) earlier = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *read = NULL;

  tdm_clock_freeze (NOW + 86400);
  vault_change (self, note, "second");
  vault_close (self);
  before = vault_get_blob (self, "SELECT sealed FROM note");
  vault_reopen (self);
  g_assert_true (tdm_vault_file_renew_keys (self->file, next, recovery, &cheap, &error));
  g_assert_no_error (error);
  vault_change (self, note, "third");
  vault_close (self);
  after = vault_get_blob (self, "SELECT sealed FROM note");
  g_assert_cmpint (((const guint8 *) g_bytes_get_data (before, NULL))[6], ==, 0);
  g_assert_cmpint (((const guint8 *) g_bytes_get_data (after, NULL))[6], ==, 1);

  g_assert_false (vault_try (self, PASSPHRASE, NULL));
  g_assert_false (tdm_vault_file_unlock (self->file, TDM_KEY_SLOT_RECOVERY, self->recovery, NULL, NULL));
  g_assert_true (tdm_vault_file_unlock (self->file, TDM_KEY_SLOT_RECOVERY, recovery, NULL, NULL));
  g_assert_true (vault_try (self, "another one", &error));
  g_assert_true (tdm_vault_file_is_trusted (self->file));
  read = vault_read (self, note->uid);
  g_assert_cmpstr (read, ==, "third");
  earlier = list_earlier (self, note);
  g_assert_cmpint (earlier->len, ==, 1);
  g_assert_false (vault_get_note (earlier, 0)->is_damaged);
}

static void
test_a_locked_vault_gives_nothing (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "text");
  g_autoptr (GError) error = NULL;

  tdm_vault_file_lock (self->file);
  g_assert_null (tdm_vault_file_list (self->file, &error));
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_LOCKED);
  g_assert_null (tdm_vault_file_read (self->file, note->uid, 0, NULL));
  g_assert_null (tdm_vault_file_search (self->file, "text", NULL));
  g_assert_false (tdm_vault_file_save (self->file, note, NULL));
}

/* --- copies ------------------------------------------------------------- */

static void
test_a_backup_opens_and_is_whole (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "text");
  g_autofree char *path = tdm_test_folder_join (&self->folder, "backup.vault"), *read = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tdm_vault_file_back_up (self->file, path, &error));
  g_assert_no_error (error);
  vault_close (self);
  g_free (self->path);
  self->path = g_steal_pointer (&path);
  vault_reopen (self);
  g_assert_true (tdm_vault_file_is_trusted (self->file));
  read = vault_read (self, note->uid);
  g_assert_cmpstr (read, ==, "text");
}

static void
test_destroyed_is_gone (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "text");
  g_autoptr (GError) error = NULL;

  g_assert_true (tdm_vault_file_destroy (self->file, &error));
  g_assert_no_error (error);
  vault_close (self);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

static void
test_a_second_program_only_reads (Vault *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (self, "Title", "text");
  g_autoptr (TdmSecret) passphrase = tdm_secret_new_text (PASSPHRASE);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmVaultFile) second = tdm_vault_file_open (self->path, TDM_OPEN_EXISTING, &error);

  g_assert_no_error (error);
  g_assert_true (tdm_vault_file_unlock (second, TDM_KEY_SLOT_PASSPHRASE, passphrase, NULL, &error));
  g_assert_true (tdm_vault_file_is_read_only (second));
  g_assert_false (tdm_vault_file_save (second, note, &error));
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_READ_ONLY);
}

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);

  VAULT_ADD ("/vault/notes/come-back", test_notes_come_back);
  VAULT_ADD ("/vault/notes/the-list-has-no-texts", test_the_list_has_no_texts);
  VAULT_ADD ("/vault/notes/nothing-is-in-clear", test_nothing_is_in_clear);
  VAULT_ADD ("/vault/notes/only-the-owner-may-read-the-file", test_only_the_owner_may_read_the_file);
  VAULT_ADD ("/vault/notes/pages-are-as-planned", test_pages_are_as_planned);
  g_test_add_func ("/vault/notes/lengths-tell-little", test_lengths_tell_little);
  VAULT_ADD ("/vault/notes/a-long-one", test_a_long_note);
  VAULT_ADD ("/vault/notes/stale-text-overwrites-nothing", test_stale_text_overwrites_nothing);
  VAULT_ADD ("/vault/notes/a-deleted-one-does-not-come-back", test_a_deleted_note_does_not_come_back);
  VAULT_ADD ("/vault/notes/deleting-one-opens-none-of-the-others", test_deleting_one_opens_none_of_the_others);
  VAULT_ADD ("/vault/notes/deleting-what-is-not-there-writes-nothing", test_deleting_what_is_not_there_writes_nothing);
  VAULT_ADD ("/vault/earlier/a-failed-save-keeps-nothing", test_a_failed_save_keeps_nothing);
  VAULT_ADD ("/vault/earlier/every-ten-minutes", test_writing_on_keeps_a_state_every_ten_minutes);
  VAULT_ADD ("/vault/earlier/what-was-left-for-a-while", test_what_was_left_for_a_while_is_kept);
  VAULT_ADD ("/vault/earlier/a-text-that-is-replaced", test_a_text_that_is_replaced_is_kept);
  VAULT_ADD ("/vault/earlier/at-most-twenty-and-thirty-days", test_at_most_twenty_states_and_thirty_days);
  VAULT_ADD ("/vault/bin/is-emptied-of-old-things", test_the_bin_is_emptied_of_old_things);
  VAULT_ADD ("/vault/search/finds-any-part-of-a-word", test_search_finds_any_part_of_a_word);
  VAULT_ADD ("/vault/keys/the-recovery-code-opens", test_the_recovery_code_opens);
  VAULT_ADD ("/vault/keys/a-new-passphrase-replaces-the-old-one", test_a_new_passphrase_replaces_the_old_one);
  VAULT_ADD ("/vault/keys/a-cheap-passphrase-becomes-costlier", test_a_cheap_passphrase_becomes_costlier);
  VAULT_ADD ("/vault/keys/renewed-keys-open-everything", test_renewed_keys_open_everything);
  VAULT_ADD ("/vault/keys/locked-gives-nothing", test_a_locked_vault_gives_nothing);
  VAULT_ADD ("/vault/copies/a-backup-opens-and-is-whole", test_a_backup_opens_and_is_whole);
  VAULT_ADD ("/vault/copies/destroyed-is-gone", test_destroyed_is_gone);
  VAULT_ADD ("/vault/copies/a-second-program-only-reads", test_a_second_program_only_reads);

  return g_test_run ();
}
