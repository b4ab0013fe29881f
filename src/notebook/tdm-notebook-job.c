/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notebook-private.h"

#include "vault/tdm-vault-error.h"
#include "vault/tdm-vault-memory.h"

#include <string.h>

/* The way of a verb to the worker and back, and what the main thread hears of the file with it. */

TdmNotebookJob *
tdm_notebook_job_new (gboolean (*work) (TdmNotebook *self, TdmNotebookJob *job, GError **error))
{
  TdmNotebookJob *job = g_new0 (TdmNotebookJob, 1);

  job->work = work;
  return job;
}

/* What was found overwrites itself. */
static void
notebook_job_clear (TdmNotebookJob *job)
{
  g_clear_pointer (&job->note, tdm_vault_note_free);
  g_clear_pointer (&job->notes, g_ptr_array_unref);
  g_clear_pointer (&job->drafts, g_ptr_array_unref);
}

static void
notebook_job_free (gpointer data)
{
  TdmNotebookJob *job = data;

  notebook_job_clear (job);
  tdm_secret_free (job->secret);
  tdm_secret_free (job->next);
  tdm_secret_wipe_text (job->text);
  g_free (job->uid);
  g_clear_object (&job->saved);
  g_clear_pointer (&job->news, g_ptr_array_unref);
  g_clear_pointer (&job->found, g_ptr_array_unref);
  g_strfreev (job->pairs);
  g_clear_pointer (&job->titles, g_hash_table_unref);
  g_free (job->aside);
  g_free (job);
}

/* On the worker: what the main thread has to know */
static void
notebook_collect_facts (TdmNotebook *self, TdmNotebookFacts *facts)
{
  TdmVaultFile *file = self->file;

  memset (facts, 0, sizeof *facts);
  if (file)
    {
      self->has_keyring = tdm_vault_file_has_slot (file, TDM_KEY_SLOT_KEYRING);
      self->is_blank = !tdm_vault_file_is_set_up (file);
    }
  facts->has_keyring = self->has_keyring;
  self->n_unsaved = file ? tdm_vault_drafts_count (self->drafts, file) : self->n_unsaved;
  facts->n_unsaved = self->n_unsaved;
  facts->n_in_memory = tdm_vault_drafts_count_in_memory (self->drafts);
  facts->n_recovered = self->n_recovered;
  facts->reason = tdm_vault_drafts_get_reason (self->drafts);
  if (!file)
    {
      facts->state = tdm_notebook_has_file (self) && !self->is_blank ? TDM_NOTEBOOK_LOCKED : TDM_NOTEBOOK_ABSENT;
      return;
    }
  facts->state = tdm_vault_file_is_unlocked (file) ? TDM_NOTEBOOK_UNLOCKED
                 : tdm_vault_file_is_set_up (file) ? TDM_NOTEBOOK_LOCKED
                                                   : TDM_NOTEBOOK_ABSENT;
  if (tdm_vault_file_is_read_only (file))
    facts->why_read_only = g_intern_string (tdm_vault_file_explain_read_only (file));
  facts->is_trusted = tdm_vault_file_is_trusted (file);
  facts->is_writable = facts->state == TDM_NOTEBOOK_UNLOCKED && facts->is_trusted && !facts->why_read_only;
  facts->is_in_order = tdm_vault_file_is_in_order (file);
  facts->is_older = self->is_older;
}

/* On the worker */
void
tdm_notebook_remember_generation (TdmNotebook *self)
{
  g_autofree char *uuid = tdm_vault_file_get_uuid (self->file);

  if (!self->is_older)
    tdm_vault_memory_set (self->memory, uuid, tdm_vault_file_get_generation (self->file));
}

/* On the worker */
void
tdm_notebook_close_file (TdmNotebook *self)
{
  if (self->file && tdm_vault_file_is_unlocked (self->file))
    {
      tdm_notebook_remember_generation (self);
      tdm_vault_drafts_lock (self->drafts, self->file);
      tdm_vault_file_lock (self->file);
      self->n_unsaved = tdm_vault_drafts_count (self->drafts, self->file);
    }
  g_clear_object (&self->file);
  self->is_older = self->is_list_old = FALSE;
  self->n_recovered = 0;
}

static void
notebook_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmNotebook *self = source;
  TdmNotebookJob *job = data;
  GError *error = NULL;
  gboolean done = job->work (self, job, &error);

  if (self->file && tdm_vault_file_has_news (self->file))
    {
      self->is_list_old = TRUE;
      tdm_vault_drafts_seal (self->drafts, self->file);
    }
  /* What cannot be listed now is listed after the next job. */
  if (self->is_list_old && self->file && tdm_vault_file_is_unlocked (self->file))
    {
      job->news = tdm_vault_file_list (self->file, NULL);
      self->is_list_old = job->news == NULL;
    }
  notebook_collect_facts (self, &job->facts);
  /* While nobody can read, nobody holds the file. */
  if (self->file && !tdm_vault_file_is_unlocked (self->file))
    tdm_notebook_close_file (self);
  /* Sealing and opening notes leaves their key there, and parts of their texts. */
  tdm_secret_wipe_stack ();
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Notes that were destroyed, or cannot be opened any more, are gone from everywhere as if they had been locked. */
static void
notebook_take_news (TdmNotebook *self, TdmNotebookJob *job)
{
  if (self->facts.state == TDM_NOTEBOOK_UNLOCKED && job->facts.state != TDM_NOTEBOOK_UNLOCKED)
    {
      g_signal_emit_by_name (self, "locking");
      self->session++;
      tdm_notebook_clear_list (self);
      tdm_notebook_forget_waiting (self);
    }
  tdm_notebook_take_facts (self, &job->facts);
  if (job->news)
    tdm_notebook_list (self, job->news);
}

static void
notebook_done_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  TdmNotebook *self = TDM_NOTEBOOK (source);
  g_autoptr (GTask) task = taken_task;
  TdmNotebookJob *job = g_task_get_task_data (G_TASK (result));
  gboolean is_current = job->session == self->session;
  GError *error = NULL;

  if (is_current)
    notebook_take_news (self, job);
  else
    g_clear_pointer (&job->news, g_ptr_array_unref);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (is_current && job->apply)
    job->apply (self, job);
  if (!is_current && job->is_secret)
    notebook_job_clear (job);
  if (!is_current && job->is_secret && !job->is_lasting)
    {
      tdm_vault_error_set (&error, TDM_VAULT_ERROR_LOCKED);
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, g_object_ref (result), g_object_unref);
  g_task_return_boolean (task, TRUE);
}

void
tdm_notebook_run (TdmNotebook *self, TdmNotebookJob *taken_job, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  g_autoptr (GTask) inner = g_task_new (self, NULL, notebook_done_cb, task);

  taken_job->session = self->session;
  g_task_set_task_data (inner, taken_job, notebook_job_free);
  if (self->is_closed)
    {
      g_task_return_new_error (inner, TDM_VAULT_ERROR, TDM_VAULT_ERROR_LOCKED, "closed");
      return;
    }
  if (!self->worker)
    self->worker = tdm_worker_new ("vault");
  tdm_worker_run (self->worker, inner, notebook_work);
}

/* What the job of a verb found; it belongs to @result. */
TdmNotebookJob *
tdm_notebook_get_result (TdmNotebook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_task_get_task_data (G_TASK (g_task_get_task_data (G_TASK (result))));
}

/**
 * tdm_notebook_finish:
 *
 * Returns: whether it was done
 */
gboolean
tdm_notebook_finish (TdmNotebook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* On the worker */
gboolean
tdm_notebook_require (TdmNotebook *self, GError **error)
{
  return (self->file && tdm_vault_file_is_unlocked (self->file)) ||
         tdm_vault_error_set (error, TDM_VAULT_ERROR_LOCKED);
}
