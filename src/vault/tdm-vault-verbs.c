/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-private.h"

#include "base/tdm-clock.h"
#include "base/tdm-file-error.h"

/* What can be done while the notes are unlocked. */

static void
run_for (TdmVault *self, TdmVaultJob *taken_job, const char *uid, GAsyncReadyCallback callback, gpointer data)
{
  taken_job->uid = g_strdup (uid);
  tdm_vault_run (self, taken_job, callback, data);
}

/* --- reading ------------------------------------------------------------ */

static gboolean
read_work (TdmVault *self, TdmVaultJob *job, GError **error)
{
  TdmNote *draft;

  if (!tdm_vault_require (self, error))
    return FALSE;
  draft = job->revision == 0 ? tdm_vault_drafts_find (self->drafts, job->uid) : NULL;
  job->note = draft ? tdm_note_copy (draft) : tdm_vault_file_read (self->file, job->uid, job->revision, error);
  return job->note != NULL;
}

/**
 * tdm_vault_read_async:
 * @self: a vault
 * @uid: of a note
 * @revision: an earlier state of it; 0 for what it is now
 * @callback: called when the note is there; %TDM_VAULT_ERROR_LOCKED, _NOT_FOUND or _DAMAGED
 * @data: for @callback
 */
void
tdm_vault_read_async (TdmVault *self, const char *uid, guint64 revision, GAsyncReadyCallback callback, gpointer data)
{
  TdmVaultJob *job = tdm_vault_job_new (read_work);

  g_return_if_fail (TDM_IS_VAULT (self));

  job->revision = revision;
  job->is_secret = TRUE;
  run_for (self, job, uid, callback, data);
}

/**
 * tdm_vault_read_finish:
 * @self: a vault
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the whole note; whoever keeps it wipes it when the notes are locked
 */
TdmNote *
tdm_vault_read_finish (TdmVault *self, GAsyncResult *result, GError **error)
{
  TdmVaultJob *job = tdm_vault_get_result (self, result, error);

  return job ? g_steal_pointer (&job->note) : NULL;
}

static gboolean
search_work (TdmVault *self, TdmVaultJob *job, GError **error)
{
  if (!tdm_vault_require (self, error))
    return FALSE;
  job->found = tdm_vault_file_search (self->file, job->text, error);
  return job->found != NULL;
}

/**
 * tdm_vault_search_async:
 * @self: a vault
 * @text: words or parts of words
 * @callback: called when everything was looked through
 * @data: for @callback
 */
void
tdm_vault_search_async (TdmVault *self, const char *text, GAsyncReadyCallback callback, gpointer data)
{
  TdmVaultJob *job = tdm_vault_job_new (search_work);

  g_return_if_fail (TDM_IS_VAULT (self));

  job->text = g_strdup (text);
  job->is_secret = TRUE;
  tdm_vault_run (self, job, callback, data);
}

/**
 * tdm_vault_search_finish:
 * @self: a vault
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the uids of what was found
 */
GPtrArray *
tdm_vault_search_finish (TdmVault *self, GAsyncResult *result, GError **error)
{
  TdmVaultJob *job = tdm_vault_get_result (self, result, error);

  return job ? g_steal_pointer (&job->found) : NULL;
}

static gboolean
list_earlier_work (TdmVault *self, TdmVaultJob *job, GError **error)
{
  if (!tdm_vault_require (self, error))
    return FALSE;
  job->notes = tdm_vault_file_list_earlier (self->file, job->uid, error);
  return job->notes != NULL;
}

/**
 * tdm_vault_list_earlier_async:
 * @self: a vault
 * @uid: of a note
 * @callback: called with its earlier states, for tdm_vault_list_finish()
 * @data: for @callback
 */
void
tdm_vault_list_earlier_async (TdmVault *self, const char *uid, GAsyncReadyCallback callback, gpointer data)
{
  TdmVaultJob *job = tdm_vault_job_new (list_earlier_work);

  g_return_if_fail (TDM_IS_VAULT (self));

  job->is_secret = TRUE;
  run_for (self, job, uid, callback, data);
}

/**
 * tdm_vault_list_finish:
 * @self: a vault
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TdmNote): notes without their texts
 */
GPtrArray *
tdm_vault_list_finish (TdmVault *self, GAsyncResult *result, GError **error)
{
  TdmVaultJob *job = tdm_vault_get_result (self, result, error);

  return job ? g_steal_pointer (&job->notes) : NULL;
}

/* --- writing ------------------------------------------------------------ */

static gboolean
save_work (TdmVault *self, TdmVaultJob *job, GError **error)
{
  return tdm_vault_require (self, error) && tdm_vault_save_note (self, &job->note, error);
}

static void
enter_note (TdmVault *self, TdmVaultJob *job)
{
  tdm_vault_enter (self, job->note);
}

/**
 * tdm_vault_save_async:
 * @self: a vault
 * @note: a whole note, which is copied; its revision is the one on which the writer built
 * @callback: called when it is on disk; for errors see tdm_vault_file_save()
 * @data: for @callback
 *
 * If another state is there meanwhile, both are kept: @note is saved as a new note, with another uid. What cannot be saved
 * is kept apart until it can be, or until it is locked and unlocked again.
 */
void
tdm_vault_save_async (TdmVault *self, TdmNote *note, GAsyncReadyCallback callback, gpointer data)
{
  TdmVaultJob *job = tdm_vault_job_new (save_work);

  g_return_if_fail (TDM_IS_VAULT (self));
  g_return_if_fail (TDM_IS_NOTE (note));

  job->note = tdm_note_copy (note);
  job->apply = enter_note;
  tdm_vault_run (self, job, callback, data);
}

/**
 * tdm_vault_save_finish:
 * @self: a vault
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the note as it is on disk, with its new revision and times; only while @result
 *   lives
 */
TdmNote *
tdm_vault_save_finish (TdmVault *self, GAsyncResult *result, GError **error)
{
  TdmVaultJob *job = tdm_vault_get_result (self, result, error);

  return job ? job->note : NULL;
}

static gboolean
remove_work (TdmVault *self, TdmVaultJob *job, GError **error)
{
  if (!read_work (self, job, error))
    return FALSE;
  tdm_note_set_removed (job->note, job->moment);
  return tdm_vault_save_over_draft (self, &job->note, error);
}

/**
 * tdm_vault_remove_async:
 * @self: a vault
 * @uid: of a note
 * @is_removed: whether it goes into the bin or comes back from there
 * @callback: called when it is there, for tdm_vault_finish()
 * @data: for @callback
 */
void
tdm_vault_remove_async (TdmVault *self, const char *uid, gboolean is_removed, GAsyncReadyCallback callback,
                        gpointer data)
{
  TdmVaultJob *job = tdm_vault_job_new (remove_work);

  g_return_if_fail (TDM_IS_VAULT (self));

  job->moment = is_removed ? tdm_clock_now () : 0;
  job->apply = enter_note;
  job->is_secret = TRUE;
  run_for (self, job, uid, callback, data);
}

static gboolean
delete_work (TdmVault *self, TdmVaultJob *job, GError **error)
{
  g_autoptr (TdmNote) note = NULL;
  g_autoptr (GError) reason = NULL;

  if (!tdm_vault_require (self, error))
    return FALSE;
  /* Only what is in the bin, or damaged; somebody may have taken it out meanwhile. */
  note = tdm_vault_file_read (self->file, job->uid, 0, &reason);
  if (note && tdm_note_get_removed (note) == 0)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_CHANGED);
  if (reason && reason->domain == TDM_FILE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (!tdm_vault_file_delete (self->file, job->uid, error))
    return FALSE;
  tdm_vault_drafts_drop (self->drafts, job->uid);
  return TRUE;
}

static void
forget_note (TdmVault *self, TdmVaultJob *job)
{
  tdm_vault_forget (self, job->uid);
}

/**
 * tdm_vault_delete_async:
 * @self: a vault
 * @uid: of a note in the bin
 * @callback: called when it is gone for ever, for tdm_vault_finish()
 * @data: for @callback
 */
void
tdm_vault_delete_async (TdmVault *self, const char *uid, GAsyncReadyCallback callback, gpointer data)
{
  TdmVaultJob *job = tdm_vault_job_new (delete_work);

  g_return_if_fail (TDM_IS_VAULT (self));

  job->apply = forget_note;
  run_for (self, job, uid, callback, data);
}

/* --- the whole ---------------------------------------------------------- */

static gboolean
accept_work (TdmVault *self, TdmVaultJob *job, GError **error)
{
  if (!tdm_vault_require (self, error) || !tdm_vault_file_accept (self->file, error))
    return FALSE;
  self->is_older = FALSE;
  tdm_vault_remember_generation (self);
  return TRUE;
}

/**
 * tdm_vault_accept_async:
 * @self: an unlocked vault that is not trusted, or older than what this computer has seen
 * @callback: called when it can be written again, for tdm_vault_finish()
 * @data: for @callback
 *
 * Goes on with what is there, unless that is not in order (tdm_vault_is_in_order()).
 */
void
tdm_vault_accept_async (TdmVault *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_VAULT (self));

  tdm_vault_run (self, tdm_vault_job_new (accept_work), callback, data);
}

static gboolean
set_passphrase_work (TdmVault *self, TdmVaultJob *job, GError **error)
{
  return tdm_vault_require (self, error) &&
         (!job->secret || tdm_vault_file_check_secret (self->file, TDM_KEY_SLOT_PASSPHRASE, job->secret, error)) &&
         tdm_vault_file_set_slot (self->file, TDM_KEY_SLOT_PASSPHRASE, job->next, &self->cost, error);
}

/**
 * tdm_vault_set_passphrase_async:
 * @self: an unlocked vault
 * @passphrase: (nullable): the present one; %NULL after the vault was opened with the recovery code
 * @next: what opens it from now on
 * @callback: called when it does, for tdm_vault_finish(); %TDM_VAULT_ERROR_WRONG_SECRET if @passphrase is not right
 * @data: for @callback
 */
void
tdm_vault_set_passphrase_async (TdmVault *self, const char *passphrase, const char *next, GAsyncReadyCallback callback,
                                gpointer data)
{
  TdmVaultJob *job = tdm_vault_job_new (set_passphrase_work);

  g_return_if_fail (TDM_IS_VAULT (self));

  job->secret = passphrase ? tdm_secret_new_text (passphrase) : NULL;
  job->next = tdm_secret_new_text (next);
  tdm_vault_run (self, job, callback, data);
}

static gboolean
check_passphrase_work (TdmVault *self, TdmVaultJob *job, GError **error)
{
  return tdm_vault_require (self, error) &&
         tdm_vault_file_check_secret (self->file, TDM_KEY_SLOT_PASSPHRASE, job->secret, error);
}

/**
 * tdm_vault_check_passphrase_async:
 * @self: an unlocked vault
 * @passphrase: what somebody entered who is about to change a key
 * @callback: called when it is known whether it is right, for tdm_vault_finish()
 * @data: for @callback
 */
void
tdm_vault_check_passphrase_async (TdmVault *self, const char *passphrase, GAsyncReadyCallback callback, gpointer data)
{
  TdmVaultJob *job = tdm_vault_job_new (check_passphrase_work);

  g_return_if_fail (TDM_IS_VAULT (self));

  job->secret = tdm_secret_new_text (passphrase);
  tdm_vault_run (self, job, callback, data);
}

static gboolean
set_recovery_work (TdmVault *self, TdmVaultJob *job, GError **error)
{
  return tdm_vault_require (self, error) &&
         tdm_vault_file_set_slot (self->file, TDM_KEY_SLOT_RECOVERY, job->next, NULL, error);
}

/**
 * tdm_vault_set_recovery_async:
 * @self: an unlocked vault
 * @recovery: (transfer full): the bytes of a recovery code; the one before opens nothing any more
 * @callback: called when it is so, for tdm_vault_finish()
 * @data: for @callback
 */
void
tdm_vault_set_recovery_async (TdmVault *self, TdmSecret *recovery, GAsyncReadyCallback callback, gpointer data)
{
  TdmVaultJob *job = tdm_vault_job_new (set_recovery_work);

  g_return_if_fail (TDM_IS_VAULT (self));

  job->next = recovery;
  tdm_vault_run (self, job, callback, data);
}

static gboolean
renew_keys_work (TdmVault *self, TdmVaultJob *job, GError **error)
{
  if (!tdm_vault_require (self, error) ||
      !tdm_vault_file_check_secret (self->file, TDM_KEY_SLOT_PASSPHRASE, job->secret, error))
    return FALSE;
  tdm_vault_name_keyring (self, job);
  if (!tdm_vault_file_renew_keys (self->file, job->secret, job->next, &self->cost, error))
    return FALSE;
  tdm_vault_drafts_seal (self->drafts, self->file);
  return TRUE;
}

/**
 * tdm_vault_renew_keys_async:
 * @self: an unlocked vault
 * @passphrase: its passphrase
 * @recovery: (transfer full): the bytes of a new recovery code
 * @callback: called when every note is sealed anew, for tdm_vault_finish()
 * @data: for @callback
 *
 * The keyring does not open it afterwards until it is told again.
 */
void
tdm_vault_renew_keys_async (TdmVault *self, const char *passphrase, TdmSecret *recovery, GAsyncReadyCallback callback,
                            gpointer data)
{
  TdmVaultJob *job = tdm_vault_job_new (renew_keys_work);

  g_return_if_fail (TDM_IS_VAULT (self));

  job->secret = tdm_secret_new_text (passphrase);
  job->next = recovery;
  job->apply = tdm_vault_clear_keyring;
  tdm_vault_run (self, job, callback, data);
}
