/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notebook-private.h"

#include "base/tdm-clock.h"
#include "base/tdm-file-error.h"
#include "vault/tdm-recovery-code.h"
#include "vault/tdm-vault-error.h"
#include "tdm-note-private.h"

/* What can be done while the notes are unlocked. */

static void
run_for (TdmNotebook *self, TdmNotebookJob *taken_job, const char *uid, GAsyncReadyCallback callback, gpointer data)
{
  taken_job->uid = g_strdup (uid);
  tdm_notebook_run (self, taken_job, callback, data);
}

/* --- reading ------------------------------------------------------------ */

static gboolean
read_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  TdmVaultNote *draft;

  if (!tdm_notebook_require (self, error))
    return FALSE;
  draft = job->revision == 0 ? tdm_vault_drafts_find (self->drafts, job->uid) : NULL;
  job->note = draft ? tdm_vault_note_copy (draft) : tdm_vault_file_read (self->file, job->uid, job->revision, error);
  return job->note != NULL;
}

/**
 * tdm_notebook_read_async:
 * @uid: of a note
 * @revision: an earlier state of it; 0 for what it is now
 * @callback: called when the note is there; %TDM_VAULT_ERROR_LOCKED, _NOT_FOUND or _DAMAGED
 */
void
tdm_notebook_read_async (TdmNotebook *self, const char *uid, guint64 revision, GAsyncReadyCallback callback, gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (read_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->revision = revision;
  job->is_secret = TRUE;
  run_for (self, job, uid, callback, data);
}

/**
 * tdm_notebook_read_finish:
 *
 * Returns: (transfer full) (nullable): the whole note; whoever keeps it wipes it when the notes are locked
 */
TdmNote *
tdm_notebook_read_finish (TdmNotebook *self, GAsyncResult *result, GError **error)
{
  TdmNotebookJob *job = tdm_notebook_get_result (self, result, error);

  return job ? tdm_note_new_take (g_steal_pointer (&job->note)) : NULL;
}

static gboolean
search_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  if (!tdm_notebook_require (self, error))
    return FALSE;
  job->found = tdm_vault_file_search (self->file, job->text, error);
  return job->found != NULL;
}

/**
 * tdm_notebook_search_async:
 * @text: words or parts of words
 */
void
tdm_notebook_search_async (TdmNotebook *self, const char *text, GAsyncReadyCallback callback, gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (search_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->text = g_strdup (text);
  job->is_secret = TRUE;
  tdm_notebook_run (self, job, callback, data);
}

/**
 * tdm_notebook_search_finish:
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the uids of what was found
 */
GPtrArray *
tdm_notebook_search_finish (TdmNotebook *self, GAsyncResult *result, GError **error)
{
  TdmNotebookJob *job = tdm_notebook_get_result (self, result, error);

  return job ? g_steal_pointer (&job->found) : NULL;
}

static gboolean
list_earlier_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  if (!tdm_notebook_require (self, error))
    return FALSE;
  job->notes = tdm_vault_file_list_earlier (self->file, job->uid, error);
  return job->notes != NULL;
}

/**
 * tdm_notebook_list_earlier_async:
 * @uid: of a note
 */
void
tdm_notebook_list_earlier_async (TdmNotebook *self, const char *uid, GAsyncReadyCallback callback, gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (list_earlier_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->is_secret = TRUE;
  run_for (self, job, uid, callback, data);
}

/**
 * tdm_notebook_list_finish:
 *
 * Returns: (transfer full) (nullable) (element-type TdmNote): notes without their texts
 */
GPtrArray *
tdm_notebook_list_finish (TdmNotebook *self, GAsyncResult *result, GError **error)
{
  TdmNotebookJob *job = tdm_notebook_get_result (self, result, error);

  return job ? tdm_notebook_take_notes (job->notes) : NULL;
}

/* --- writing ------------------------------------------------------------ */

static gboolean
save_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  return tdm_notebook_require (self, error) && tdm_notebook_save_note (self, &job->note, error);
}

static void
enter_note (TdmNotebook *self, TdmNotebookJob *job)
{
  tdm_notebook_enter (self, job->note);
}

/**
 * tdm_notebook_save_async:
 * @note: a whole note, which is copied; its revision is the one on which the writer built
 *
 * If another state is there meanwhile, both are kept: @note is saved as a new note, with another uid. What cannot be saved
 * is kept apart until it can be, or until it is locked and unlocked again.
 */
void
tdm_notebook_save_async (TdmNotebook *self, TdmNote *note, GAsyncReadyCallback callback, gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (save_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));
  g_return_if_fail (TDM_IS_NOTE (note));

  job->note = tdm_vault_note_copy (tdm_note_get_state (note));
  job->apply = enter_note;
  tdm_notebook_run (self, job, callback, data);
}

/**
 * tdm_notebook_save_finish:
 *
 * Returns: (transfer none) (nullable): the note as it is on disk, with its new revision and times; only while @result
 *   lives
 */
TdmNote *
tdm_notebook_save_finish (TdmNotebook *self, GAsyncResult *result, GError **error)
{
  TdmNotebookJob *job = tdm_notebook_get_result (self, result, error);

  if (job && !job->saved)
    job->saved = tdm_note_new_take (tdm_vault_note_copy (job->note));
  return job ? job->saved : NULL;
}

static gboolean
remove_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  if (!read_work (self, job, error))
    return FALSE;
  job->note->removed = job->moment;
  return tdm_notebook_save_over_draft (self, &job->note, error);
}

/**
 * tdm_notebook_remove_async:
 * @uid: of a note
 * @is_removed: whether it goes into the bin or comes back from there
 */
void
tdm_notebook_remove_async (TdmNotebook *self, const char *uid, gboolean is_removed, GAsyncReadyCallback callback,
                        gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (remove_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->moment = is_removed ? tdm_clock_now () : 0;
  job->apply = enter_note;
  job->is_secret = TRUE;
  run_for (self, job, uid, callback, data);
}

static gboolean
delete_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  g_autoptr (TdmVaultNote) note = NULL;
  g_autoptr (GError) reason = NULL;

  if (!tdm_notebook_require (self, error))
    return FALSE;
  /* Only what is in the bin, or damaged; somebody may have taken it out meanwhile. */
  note = tdm_vault_file_read (self->file, job->uid, 0, &reason);
  if (note && note->removed == 0)
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
forget_note (TdmNotebook *self, TdmNotebookJob *job)
{
  tdm_notebook_forget (self, job->uid);
}

/**
 * tdm_notebook_delete_async:
 * @uid: of a note in the bin
 */
void
tdm_notebook_delete_async (TdmNotebook *self, const char *uid, GAsyncReadyCallback callback, gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (delete_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->apply = forget_note;
  run_for (self, job, uid, callback, data);
}

/* --- the whole ---------------------------------------------------------- */

static gboolean
accept_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  if (!tdm_notebook_require (self, error) || !tdm_vault_file_accept (self->file, error))
    return FALSE;
  self->is_older = FALSE;
  tdm_notebook_remember_generation (self);
  return TRUE;
}

/**
 * tdm_notebook_accept_async:
 * @self: an unlocked notebook that is not trusted, or older than what this computer has seen
 *
 * Goes on with what is there, unless that is not in order (tdm_notebook_is_in_order()).
 */
void
tdm_notebook_accept_async (TdmNotebook *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  tdm_notebook_run (self, tdm_notebook_job_new (accept_work), callback, data);
}

static gboolean
set_passphrase_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  return tdm_notebook_require (self, error) &&
         (!job->secret || tdm_vault_file_check_secret (self->file, TDM_KEY_SLOT_PASSPHRASE, job->secret, error)) &&
         tdm_vault_file_set_slot (self->file, TDM_KEY_SLOT_PASSPHRASE, job->next, &self->cost, error);
}

/**
 * tdm_notebook_set_passphrase_async:
 * @self: an unlocked notebook
 * @passphrase: (nullable): the present one; %NULL after the vault was opened with the recovery code
 * @next: what opens it from now on
 * @callback: called when it does, for tdm_notebook_finish(); %TDM_VAULT_ERROR_WRONG_SECRET if @passphrase is not right
 */
void
tdm_notebook_set_passphrase_async (TdmNotebook *self, const char *passphrase, const char *next, GAsyncReadyCallback callback,
                                gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (set_passphrase_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->secret = passphrase ? tdm_secret_new_text (passphrase) : NULL;
  job->next = tdm_secret_new_text (next);
  tdm_notebook_run (self, job, callback, data);
}

static gboolean
check_passphrase_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  return tdm_notebook_require (self, error) &&
         tdm_vault_file_check_secret (self->file, TDM_KEY_SLOT_PASSPHRASE, job->secret, error);
}

/**
 * tdm_notebook_check_passphrase_async:
 * @self: an unlocked notebook
 * @passphrase: what somebody entered who is about to change a key
 */
void
tdm_notebook_check_passphrase_async (TdmNotebook *self, const char *passphrase, GAsyncReadyCallback callback, gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (check_passphrase_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->secret = tdm_secret_new_text (passphrase);
  tdm_notebook_run (self, job, callback, data);
}

static gboolean
set_recovery_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  return tdm_notebook_require (self, error) &&
         tdm_vault_file_set_slot (self->file, TDM_KEY_SLOT_RECOVERY, job->next, NULL, error);
}

/**
 * tdm_notebook_set_recovery_async:
 * @self: an unlocked notebook
 * @code: a recovery code; the one before opens nothing any more
 */
void
tdm_notebook_set_recovery_async (TdmNotebook *self, const char *code, GAsyncReadyCallback callback, gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (set_recovery_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->next = tdm_recovery_code_read (code, NULL);
  g_assert (job->next);
  tdm_notebook_run (self, job, callback, data);
}

static gboolean
renew_keys_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  if (!tdm_notebook_require (self, error) ||
      !tdm_vault_file_check_secret (self->file, TDM_KEY_SLOT_PASSPHRASE, job->secret, error))
    return FALSE;
  tdm_notebook_name_keyring (self, job);
  if (!tdm_vault_file_renew_keys (self->file, job->secret, job->next, &self->cost, error))
    return FALSE;
  tdm_vault_drafts_seal (self->drafts, self->file);
  return TRUE;
}

/**
 * tdm_notebook_renew_keys_async:
 * @self: an unlocked notebook
 * @passphrase: its passphrase
 * @code: a new recovery code
 *
 * The keyring does not open it afterwards until it is told again.
 */
void
tdm_notebook_renew_keys_async (TdmNotebook *self, const char *passphrase, const char *code, GAsyncReadyCallback callback,
                               gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (renew_keys_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->secret = tdm_secret_new_text (passphrase);
  job->next = tdm_recovery_code_read (code, NULL);
  g_assert (job->next);
  job->apply = tdm_notebook_clear_keyring;
  tdm_notebook_run (self, job, callback, data);
}
