/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "live-vault.h"

void
live_vault_open (LiveVault *self)
{
  const TdmKeyCost cheap = { .passes = 1, .mem_kib = 8 };

  self->vault = tdm_notebook_new (self->path, self->memory, &cheap);
}

void
live_vault_finish (LiveVault *self, GError **error)
{
  g_autoptr (GAsyncResult) result = tdm_test_wait (&self->result);

  tdm_notebook_finish (self->vault, result, error);
  self->result = NULL;
}

void
live_vault_finish_well (LiveVault *self)
{
  g_autoptr (GError) error = NULL;

  live_vault_finish (self, &error);
  g_assert_no_error (error);
}

void
live_vault_set_up (LiveVault *self, gconstpointer data)
{
  g_autoptr (TdmSecret) code = NULL;

  tdm_test_folder_init (&self->folder);
  self->path = g_build_filename (self->folder.folder, "data", "tandem", "notes.vault", NULL);
  self->memory = g_build_filename (self->folder.folder, "state", "vaults", NULL);
  self->recovery = tdm_secret_new_random (TDM_RECOVERY_CODE_BYTES);
  live_vault_open (self);
  code = tdm_recovery_code_write (self->recovery);
  tdm_notebook_create_async (self->vault, PASSPHRASE, live_vault_get_text (code), tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
}

void
live_vault_close (LiveVault *self)
{
  tdm_notebook_close (self->vault);
  g_clear_object (&self->vault);
}

void
live_vault_tear_down (LiveVault *self, gconstpointer data)
{
  live_vault_close (self);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  tdm_secret_free (self->recovery);
  g_free (self->path);
  g_free (self->memory);
  tdm_test_folder_clear (&self->folder);
}

void
live_vault_unlock (LiveVault *self)
{
  tdm_notebook_unlock_async (self->vault, PASSPHRASE, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
}

char *
live_vault_save (LiveVault *self, const char *title, const char *text)
{
  g_autoptr (TdmNote) note = tdm_note_new ("", "");

  tdm_note_set_title (note, title);
  tdm_note_set_text (note, text);
  tdm_notebook_save_async (self->vault, note, tdm_test_result_cb, &self->result);
  live_vault_finish_well (self);
  return g_strdup (tdm_note_get_uid (note));
}

guint
live_vault_count (LiveVault *self)
{
  return g_list_model_get_n_items (tdm_notebook_get_notes (self->vault));
}

TdmNote *
live_vault_read (LiveVault *self, const char *uid, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tdm_notebook_read_async (self->vault, uid, 0, tdm_test_result_cb, &self->result);
  result = tdm_test_wait (&self->result);
  self->result = NULL;
  return tdm_notebook_read_finish (self->vault, result, error);
}
