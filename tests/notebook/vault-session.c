/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "vault-session.h"

#include "base/tdm-clock.h"
#include "vault/tdm-vault-memory.h"

#include <glib/gstdio.h>
#include <string.h>

TdmSecret *
vault_session_copy_code (TdmSecret *code)
{
  return tdm_secret_new_copy (tdm_secret_get_bytes (code), TDM_RECOVERY_CODE_BYTES);
}

static void
save_well (LiveVault *self, TdmNote *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  tdm_notebook_save_async (self->vault, note, tdm_test_result_cb, &self->result);
  result = tdm_test_wait (&self->result);
  self->result = NULL;
  tdm_note_set_revision (note, tdm_note_get_revision (tdm_notebook_save_finish (self->vault, result, &error)));
  g_assert_no_error (error);
}

static char *
add_note (LiveVault *self, const char *title, const char *text, const char *pair)
{
  g_autoptr (TdmNote) note = tdm_note_new ("", "");

  tdm_note_set_title (note, title);
  tdm_note_set_text (note, text);
  tdm_note_set_about (note, pair, "");
  save_well (self, note);
  return g_strdup (tdm_note_get_uid (note));
}

void
vault_template_init (VaultTemplate *self)
{
  LiveVault live = { 0 };
  g_autofree char *gone = NULL, *about = NULL;
  g_autoptr (TdmNote) changed = NULL;
  g_autoptr (GError) error = NULL;

  tdm_test_folder_init (&self->folder);
  live_vault_set_up (&live, NULL);
  self->changed = add_note (&live, "Alpha", "first", NULL);
  gone = add_note (&live, "Gone", "only in the backup", NULL);
  self->backup = g_build_filename (self->folder.folder, "backup.vault", NULL);
  tdm_notebook_back_up_async (live.vault, self->backup, tdm_test_result_cb, &live.result);
  live_vault_finish_well (&live);
  tdm_notebook_remove_async (live.vault, gone, TRUE, tdm_test_result_cb, &live.result);
  live_vault_finish_well (&live);
  tdm_notebook_delete_async (live.vault, gone, tdm_test_result_cb, &live.result);
  live_vault_finish_well (&live);

  tdm_clock_freeze (NOW + HOUR);
  changed = live_vault_read (&live, self->changed, &error);
  tdm_note_set_text (changed, "second");
  save_well (&live, changed);
  about = add_note (&live, "About", "a tandem", PAIR);
  self->binned = add_note (&live, "Binned", "in the bin", NULL);
  tdm_notebook_remove_async (live.vault, self->binned, TRUE, tdm_test_result_cb, &live.result);
  live_vault_finish_well (&live);
  live_vault_close (&live);

  self->vault = g_build_filename (self->folder.folder, "template.vault", NULL);
  self->memory = g_build_filename (self->folder.folder, "memory", NULL);
  tdm_test_copy_file (live.path, self->vault);
  tdm_test_copy_file (live.memory, self->memory);
  self->recovery = vault_session_copy_code (live.recovery);
  self->next_recovery = tdm_secret_new_random (TDM_RECOVERY_CODE_BYTES);
  live_vault_open (&live);
  live_vault_tear_down (&live, NULL);
}

void
vault_template_clear (VaultTemplate *self)
{
  tdm_test_folder_clear (&self->folder);
  tdm_secret_free (self->recovery);
  tdm_secret_free (self->next_recovery);
  g_free (self->vault);
  g_free (self->memory);
  g_free (self->backup);
  g_free (self->changed);
  g_free (self->binned);
}

/* --- what is in the file --------------------------------------------------- */

gboolean
vault_session_opens_with (const char *path, TdmKeySlotKind kind, TdmSecret *secret)
{
  g_autoptr (TdmVaultFile) file = tdm_vault_file_open (path, TDM_OPEN_EXISTING, NULL);

  return file && tdm_vault_file_unlock (file, kind, secret, NULL, NULL);
}

static void
vault_session_append_secrets (VaultSession *self, GString *text, const char *path)
{
  const VaultTemplate *template = self->template;
  g_autoptr (TdmSecret) old = tdm_secret_new_text (PASSPHRASE), next = tdm_secret_new_text (NEXT_PASSPHRASE);

  g_string_append_printf (text, "passphrases %d %d, codes %d %d",
                          vault_session_opens_with (path, TDM_KEY_SLOT_PASSPHRASE, old),
                          vault_session_opens_with (path, TDM_KEY_SLOT_PASSPHRASE, next),
                          vault_session_opens_with (path, TDM_KEY_SLOT_RECOVERY, template->recovery),
                          vault_session_opens_with (path, TDM_KEY_SLOT_RECOVERY, template->next_recovery));
}

TdmVaultFile *
vault_session_open_anyhow (const char *path, GError **error)
{
  g_autoptr (TdmVaultFile) file = tdm_vault_file_open (path, TDM_OPEN_EXISTING, error);
  const char *passphrases[] = { PASSPHRASE, NEXT_PASSPHRASE };

  for (guint i = 0; file && i < G_N_ELEMENTS (passphrases); i++)
    {
      g_autoptr (TdmSecret) secret = tdm_secret_new_text (passphrases[i]);

      g_clear_error (error);
      if (tdm_vault_file_unlock (file, TDM_KEY_SLOT_PASSPHRASE, secret, NULL, error))
        return g_steal_pointer (&file);
    }
  return NULL;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Titles, texts, versions, bin, and what opens it; what was saved afterwards is counted apart. */
char *
vault_session_describe (VaultSession *self, const char *path, guint *n_afterwards)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmVaultFile) file = NULL;
  g_autoptr (GPtrArray) notes = NULL, lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *uuid = NULL, *joined = NULL;
  GString *text = g_string_new (NULL);
  GStatBuf status;

  *n_afterwards = 0;
  /* What SQLite has to put right may turn out to be nothing. */
  file = tdm_vault_file_open (path, TDM_OPEN_EXISTING, NULL);
  if (file ? !tdm_vault_file_is_set_up (file) : g_stat (path, &status) != 0 || status.st_size == 0)
    return g_string_free (g_string_append (text, "absent"), FALSE);
  g_clear_object (&file);

  vault_session_append_secrets (self, text, path);
  file = vault_session_open_anyhow (path, &error);
  notes = file ? tdm_vault_file_list (file, &error) : NULL;
  if (!notes)
    {
      faults_wrong (self->report, "the notes do not open: %s", error->message);
      return g_string_free (text, FALSE);
    }
  if (!tdm_vault_file_is_trusted (file))
    faults_wrong (self->report, "false alarm of tampering");
  uuid = tdm_vault_file_get_uuid (file);
  if (tdm_vault_file_get_generation (file) < tdm_vault_memory_get (self->live.memory, uuid))
    faults_wrong (self->report, "false alarm of an older file");
  for (guint i = 0; i < notes->len; i++)
    {
      const char *uid = ((TdmVaultNote *) notes->pdata[i])->uid;
      g_autoptr (TdmVaultNote) note = tdm_vault_file_read (file, uid, 0, &error);
      g_autoptr (GPtrArray) earlier = tdm_vault_file_list_earlier (file, uid, NULL);

      if (!note || !earlier)
        {
          faults_wrong (self->report, "a note cannot be read: %s", error ? error->message : "");
          g_clear_error (&error);
        }
      else if (g_str_equal (note->title, "Afterwards"))
        ++*n_afterwards;
      else
        g_ptr_array_add (lines, g_strdup_printf ("%s: %s, %u versions%s", note->title, note->text, earlier->len,
                                                 note->removed ? ", in the bin" : ""));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "\n%s", (char *) lines->pdata[i]);
  return g_string_free (text, FALSE);
}

/* --- a session -------------------------------------------------------------- */

void
vault_session_open (VaultSession *self, const VaultTemplate *template, TdmNotebookState state)
{
  LiveVault *live = &self->live;
  g_autoptr (GError) error = NULL;

  self->template = template;
  tdm_test_folder_init (&live->folder);
  live->path = g_build_filename (live->folder.folder, "data", "tandem", "notes.vault", NULL);
  live->memory = g_build_filename (live->folder.folder, "state", "vaults", NULL);
  live->recovery = vault_session_copy_code (template->recovery);
  self->backup = tdm_test_folder_join (&live->folder, "backup.vault");
  self->target = tdm_test_folder_join (&live->folder, "target");
  tdm_test_copy_file (template->backup, self->backup);
  if (state != TDM_NOTEBOOK_ABSENT)
    {
      tdm_test_copy_file (template->vault, live->path);
      tdm_test_copy_file (template->memory, live->memory);
    }
  live_vault_open (live);
  tdm_notebook_look_async (live->vault, tdm_test_result_cb, &live->result);
  live_vault_finish_well (live);
  if (state == TDM_NOTEBOOK_UNLOCKED)
    {
      live_vault_unlock (live);
      self->note = live_vault_read (live, template->changed, &error);
      g_assert_no_error (error);
    }
}

void
vault_session_close (VaultSession *self)
{
  LiveVault *live = &self->live;

  live_vault_close (live);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->note);
}

void
vault_session_clear (VaultSession *self)
{
  tdm_secret_free (self->live.recovery);
  g_free (self->live.path);
  g_free (self->live.memory);
  g_free (self->backup);
  g_free (self->target);
  tdm_test_folder_clear (&self->live.folder);
}

/* With whatever opens it */
void
vault_session_unlock (VaultSession *self)
{
  const char *passphrases[] = { PASSPHRASE, NEXT_PASSPHRASE };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (passphrases); i++)
    {
      g_clear_error (&error);
      tdm_notebook_unlock_async (self->live.vault, passphrases[i], tdm_test_result_cb, &self->live.result);
      live_vault_finish (&self->live, &error);
      if (!error)
        return;
    }
  faults_wrong (self->report, "cannot be unlocked: %s", error->message);
}
