/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notebook-private.h"

#include "base/tdm-clock.h"
#include "base/tdm-file-error.h"
#include "base/tdm-i18n.h"
#include "vault/tdm-recovery-code.h"
#include "vault/tdm-vault-error.h"
#include "vault/tdm-vault-memory.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Where the file is; looking, creating, opening, going on with it as it is, and locking. */

/* A link that leads nowhere is something: what it led to may come back, as with a disk that is not connected. */
static gboolean
path_is_nothing (const char *path)
{
  g_autofree char *folder = NULL;
  GStatBuf status;

  if (g_lstat (path, &status) == 0)
    return FALSE;
  if (errno != ENOENT)
    return FALSE;
  folder = g_path_get_dirname (path);
  if (g_lstat (folder, &status) == 0)
    return g_stat (folder, &status) == 0;
  return path_is_nothing (folder);
}

/* Whether there is anything in the place of the file, or something keeps us from knowing: then it cannot be said that
 * there are no notes. */
gboolean
tdm_notebook_has_file (TdmNotebook *self)
{
  return !path_is_nothing (self->path);
}

/* Where the file is if its place has a link that leads there */
char *
tdm_notebook_get_real_path (TdmNotebook *self)
{
  char *real = realpath (self->path, NULL), *path = g_strdup (real ? real : self->path);

  free (real);
  return path;
}

static gboolean
notebook_look_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  g_autoptr (GError) reason = NULL;
  GStatBuf status;

  if (self->file || !tdm_notebook_has_file (self))
    return TRUE;
  self->file = tdm_vault_file_open (self->path, TDM_OPEN_READ_ONLY, &reason);
  if (self->file)
    return TRUE;

  /* What is in the place of the file is said here where the words of the vault would be about a file. */
  if (g_error_matches (reason, TDM_FILE_ERROR, TDM_FILE_ERROR_NOT_FOUND))
    {
      g_set_error_literal (error, TDM_FILE_ERROR, TDM_FILE_ERROR_NOT_FOUND,
                           _ ("The notes are kept behind a link that leads nowhere. Is a disk not connected?"));
      return FALSE;
    }
  if (g_stat (self->path, &status) == 0 && S_ISREG (status.st_mode) && status.st_size == 0)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_EMPTY);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

void
tdm_notebook_look_async (TdmNotebook *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  tdm_notebook_run (self, tdm_notebook_job_new (notebook_look_work), callback, data);
}

gboolean
tdm_notebook_make_folder (TdmNotebook *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (g_mkdir_with_parents (folder, 0700) == 0 && g_access (folder, W_OK) == 0)
    return TRUE;
  /* Translators: %s is a reason given by the system, such as "Permission denied" */
  g_set_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_IO, _ ("The folder for the notes cannot be written: %s."),
               g_strerror (errno));
  return FALSE;
}

static gboolean
notebook_create_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  gboolean is_ours, is_others;
  int fd;

  if (self->file)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_EXISTS);
  if (!tdm_notebook_make_folder (self, error))
    return FALSE;
  /* If there was nothing, an empty file is there now. */
  fd = open (self->path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  is_ours = fd >= 0;
  if (is_ours)
    close (fd);
  self->is_blank |= is_ours;
  self->file = tdm_vault_file_open (self->path, TDM_OPEN_CREATE, error);
  if (!self->file || !tdm_vault_file_set_up (self->file, job->secret, job->next, &self->cost, error))
    {
      /* Half a file would look like notes that were lost. What another program has set up meanwhile is none. */
      is_others = self->file && (tdm_vault_file_is_set_up (self->file) || tdm_vault_file_is_read_only (self->file));
      if (is_ours)
        g_clear_object (&self->file);
      if (is_ours && !is_others)
        g_unlink (self->path);
      return FALSE;
    }
  job->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_vault_note_free);
  tdm_notebook_remember_generation (self);
  return TRUE;
}

/**
 * tdm_notebook_create_async:
 * @self: a notebook that is %TDM_NOTEBOOK_ABSENT
 * @passphrase: what opens it from now on
 * @code: (nullable): its recovery code
 */
void
tdm_notebook_create_async (TdmNotebook *self, const char *passphrase, const char *code, GAsyncReadyCallback callback,
                           gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (notebook_create_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->secret = tdm_secret_new_text (passphrase);
  job->next = code ? tdm_recovery_code_read (code, NULL) : NULL;
  g_assert (job->next || !code);
  job->apply = tdm_notebook_list_all;
  job->is_secret = TRUE;
  tdm_notebook_run (self, job, callback, data);
}

gboolean
tdm_notebook_unlock_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  g_autofree char *uuid = NULL;
  g_autoptr (GError) reason = NULL;
  gint64 passed;

  if (!self->file)
    self->file = tdm_vault_file_open (self->path, TDM_OPEN_EXISTING, error);
  job->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_vault_note_free);
  if (!self->file || !tdm_vault_file_unlock (self->file, job->kind, job->secret, job->notes, error))
    return FALSE;

  uuid = tdm_vault_file_get_uuid (self->file);
  self->is_older = tdm_vault_file_get_generation (self->file) < tdm_vault_memory_get (self->memory, uuid);
  passed = tdm_vault_memory_pass_day (self->memory, uuid, tdm_clock_now ());
  tdm_vault_file_set_passed (self->file, passed);
  /* At every opening, if it can be, old things leave the bin, and an old passphrase becomes costlier to guess. */
  if (!tdm_vault_file_is_read_only (self->file) && tdm_vault_file_is_trusted (self->file) && !self->is_older &&
      tdm_vault_file_empty_bin (self->file, job->notes, passed - TDM_VAULT_BIN_SECONDS, &reason) &&
      job->kind == TDM_KEY_SLOT_PASSPHRASE)
    tdm_vault_file_strengthen (self->file, job->secret, &self->cost, &reason);
  if (reason)
    g_debug ("Tidying the notes: %s", reason->message);
  tdm_notebook_take_over_drafts (self, job);
  tdm_notebook_remember_generation (self);
  return TRUE;
}

void
tdm_notebook_unlock_with (TdmNotebook *self, TdmKeySlotKind kind, TdmSecret *taken_secret, GAsyncReadyCallback callback,
                          gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (tdm_notebook_unlock_work);

  job->kind = kind;
  job->secret = taken_secret;
  job->apply = tdm_notebook_list_all;
  job->is_secret = TRUE;
  tdm_notebook_run (self, job, callback, data);
}

/**
 * tdm_notebook_unlock_async:
 * @self: a locked notebook
 * @passphrase: what its owner entered
 * @callback: called when the notes are there, for tdm_notebook_finish(); %TDM_VAULT_ERROR_WRONG_SECRET and others, see
 *   tdm_vault_file_unlock()
 */
void
tdm_notebook_unlock_async (TdmNotebook *self, const char *passphrase, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  tdm_notebook_unlock_with (self, TDM_KEY_SLOT_PASSPHRASE, tdm_secret_new_text (passphrase), callback, data);
}

/**
 * tdm_notebook_recover_async:
 * @self: a locked notebook
 * @code: the recovery code, as its owner typed it
 * @callback: called when the notes are there, for tdm_notebook_finish(); %TDM_VAULT_ERROR_MISTYPED if it cannot be
 *   a code
 */
void
tdm_notebook_recover_async (TdmNotebook *self, const char *code, GAsyncReadyCallback callback, gpointer data)
{
  GError *error = NULL;
  TdmSecret *secret;

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  secret = tdm_recovery_code_read (code, &error);
  if (secret)
    tdm_notebook_unlock_with (self, TDM_KEY_SLOT_RECOVERY, secret, callback, data);
  else
    g_task_report_error (self, callback, data, tdm_notebook_recover_async, error);
}

static gboolean
notebook_accept_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
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
 * Goes on with what is there, unless that is not in order.
 */
void
tdm_notebook_accept_async (TdmNotebook *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  tdm_notebook_run (self, tdm_notebook_job_new (notebook_accept_work), callback, data);
}

static gboolean
notebook_lock_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  tdm_notebook_close_file (self);
  return TRUE;
}

/**
 * tdm_notebook_lock:
 *
 * From now on the list is empty and nothing that is still on its way brings anything to light. What was saved before is
 * written first; then the keys are overwritten and the file is closed.
 */
void
tdm_notebook_lock (TdmNotebook *self)
{
  TdmNotebookFacts locked = { .state = TDM_NOTEBOOK_LOCKED };

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  locked.has_keyring = self->facts.has_keyring;
  locked.n_unsaved = self->facts.n_unsaved;
  locked.n_in_memory = self->facts.n_in_memory;
  locked.reason = self->facts.reason;
  self->facts.was_locked = TRUE;
  /* Also while they are locked: somebody may be about to unlock them. */
  g_signal_emit_by_name (self, "locking");
  if (self->facts.state != TDM_NOTEBOOK_UNLOCKED)
    locked.state = self->facts.state;
  self->session++;
  tdm_notebook_clear_list (self);
  tdm_notebook_forget_waiting (self);
  tdm_notebook_run (self, tdm_notebook_job_new (notebook_lock_work), NULL, NULL);
  tdm_notebook_take_facts (self, &locked);
}

/**
 * tdm_notebook_close:
 *
 * Locks and waits until everything is on disk, for the end of the program.
 */
void
tdm_notebook_close (TdmNotebook *self)
{
  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  if (self->worker)
    tdm_notebook_lock (self);
  self->is_closed = TRUE;
  g_clear_object (&self->worker);
}
