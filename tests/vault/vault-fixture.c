/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "vault-fixture.h"

#include "base/tdm-clock.h"

#include <glib/gstdio.h>
#include <string.h>

const TdmKeyCost cheap = { .passes = 1, .mem_kib = 8 };

/* A file without notes under this name, in place of the one that was open. */
void
vault_create (Vault *self, const char *name)
{
  g_autoptr (TdmSecret) passphrase = tdm_secret_new_text (PASSPHRASE);
  g_autoptr (GError) error = NULL;

  vault_close (self);
  g_free (self->path);
  self->path = tdm_test_folder_join (&self->folder, name);
  self->file = tdm_vault_file_open (self->path, TDM_OPEN_CREATE, &error);
  g_assert_no_error (error);
  g_assert_false (tdm_vault_file_is_set_up (self->file));
  g_assert_true (tdm_vault_file_set_up (self->file, passphrase, self->recovery, &cheap, &error));
  g_assert_no_error (error);
}

void
vault_set_up (Vault *self, gconstpointer data)
{
  tdm_clock_freeze (NOW);
  tdm_test_folder_init (&self->folder);
  self->recovery = tdm_secret_new_random (16);
  vault_create (self, "notes.vault");
}

void
vault_tear_down (Vault *self, gconstpointer data)
{
  g_clear_object (&self->file);
  tdm_secret_free (self->recovery);
  g_free (self->path);
  tdm_test_folder_clear (&self->folder);
}

void
vault_close (Vault *self)
{
  g_clear_object (&self->file);
}

/* Opens and unlocks it. */
gboolean
vault_try (Vault *self, const char *passphrase, GError **error)
{
  g_autoptr (TdmSecret) secret = tdm_secret_new_text (passphrase);

  vault_close (self);
  self->file = tdm_vault_file_open (self->path, TDM_OPEN_EXISTING, error);
  return self->file && tdm_vault_file_unlock (self->file, TDM_KEY_SLOT_PASSPHRASE, secret, NULL, error);
}

void
vault_reopen (Vault *self)
{
  g_autoptr (GError) error = NULL;

  vault_try (self, PASSPHRASE, &error);
  g_assert_no_error (error);
}

void
vault_save (Vault *self, TdmVaultNote *note)
{
  g_autoptr (GError) error = NULL;

  tdm_vault_file_save (self->file, note, &error);
  g_assert_no_error (error);
}

TdmVaultNote *
vault_add (Vault *self, const char *title, const char *text)
{
  TdmVaultNote *note = tdm_vault_note_new (NULL);

  tdm_vault_note_set (&note->title, title);
  tdm_vault_note_set_text (note, text);
  vault_save (self, note);
  return note;
}

void
vault_change (Vault *self, TdmVaultNote *note, const char *text)
{
  tdm_vault_note_set_text (note, text);
  vault_save (self, note);
}

char *
vault_read (Vault *self, const char *uid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmVaultNote) note = tdm_vault_file_read (self->file, uid, 0, &error);

  g_assert_no_error (error);
  return g_strdup (note->text);
}

/* As somebody would who has the file and no key; the vault must be closed. */
void
vault_run_sql (Vault *self, const char *sql)
{
  sqlite3 *handle;

  g_assert_null (self->file);
  g_assert_cmpint (sqlite3_open (self->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

GBytes *
vault_get_blob (Vault *self, const char *sql)
{
  sqlite3_stmt *statement;
  sqlite3 *handle;
  GBytes *blob;

  g_assert_null (self->file);
  g_assert_cmpint (sqlite3_open_v2 (self->path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  blob = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return blob;
}

void
vault_put_blob (Vault *self, const char *sql, GBytes *blob)
{
  sqlite3_stmt *statement;
  sqlite3 *handle;

  g_assert_null (self->file);
  g_assert_cmpint (sqlite3_open (self->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_blob (statement, 1, g_bytes_get_data (blob, NULL), g_bytes_get_size (blob), SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  g_assert_cmpint (sqlite3_changes (handle), >, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
}

GBytes *
vault_get_bytes (Vault *self)
{
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (self->path, &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

/* As somebody would who has the file and no key. */
void
vault_put_bytes (Vault *self, const guint8 *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);

  vault_close (self);
  g_unlink (journal);
  g_file_set_contents (self->path, (const char *) bytes, length, &error);
  g_assert_no_error (error);
}

GPtrArray *
vault_add_some (Vault *self)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_vault_note_free);
  const char *texts[] = { "one", "two", "three" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (notes, vault_add (self, "Title", texts[i]));
  return notes;
}

/* What is there must be right; what is not right must be marked. */
guint
vault_check_notes (Vault *self, GPtrArray *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = tdm_vault_file_list (self->file, &error);
  guint n_right = 0;

  if (!notes)
    return 0;
  for (guint i = 0; i < notes->len; i++)
    {
      g_autoptr (TdmVaultNote) read = NULL;

      if (vault_get_note (notes, i)->is_damaged)
        continue;
      read = tdm_vault_file_read (self->file, vault_get_note (notes, i)->uid, 0, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < expected->len; j++)
        if (g_str_equal (read->uid, vault_get_note (expected, j)->uid))
          {
            g_assert_cmpstr (read->text, ==, vault_get_note (expected, j)->text);
            n_right++;
          }
    }
  return n_right;
}
