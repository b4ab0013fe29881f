/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notebook-private.h"

#include "base/tdm-clock.h"
#include "base/tdm-file-error.h"
#include "tdm-note-private.h"
#include "vault/tdm-vault-error.h"

/* What can be done with notes while they are unlocked. What could not be saved is saved as soon as it can be: by
 * whoever shows the note, or else here. */

static void
notebook_run_for (TdmNotebook *self,
                  TdmNotebookJob *taken_job,
                  const char *uid,
                  GAsyncReadyCallback callback,
                  gpointer data)
{
  taken_job->uid = g_strdup (uid);
  tdm_notebook_run (self, taken_job, callback, data);
}

static gboolean
notebook_read_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
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
tdm_notebook_read_async (TdmNotebook *self,
                         const char *uid,
                         guint64 revision,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (notebook_read_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->revision = revision;
  job->is_secret = TRUE;
  notebook_run_for (self, job, uid, callback, data);
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
notebook_search_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
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
  TdmNotebookJob *job = tdm_notebook_job_new (notebook_search_work);

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
notebook_list_earlier_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
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
  TdmNotebookJob *job = tdm_notebook_job_new (notebook_list_earlier_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->is_secret = TRUE;
  notebook_run_for (self, job, uid, callback, data);
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

/* What was written on a state that is not there any more becomes a note of its own: neither text is lost. */
static gboolean
notebook_save_either_way (TdmNotebook *self, TdmVaultNote **note, GError **error)
{
  g_autoptr (TdmVaultNote) copy = NULL;
  g_autoptr (GError) reason = NULL;

  if (tdm_vault_file_save (self->file, *note, &reason))
    return TRUE;
  if (!g_error_matches (reason, TDM_VAULT_ERROR, TDM_VAULT_ERROR_CHANGED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  copy = tdm_vault_note_copy_as (*note, NULL);
  copy->revision = 0;
  if (!tdm_vault_file_save (self->file, copy, error))
    return FALSE;
  tdm_vault_note_free (*note);
  *note = g_steal_pointer (&copy);
  return TRUE;
}

/* A note that may have a draft, which is done with then. */
static gboolean
notebook_save_over_draft (TdmNotebook *self, TdmVaultNote **note, GError **error)
{
  g_autofree char *uid = g_strdup ((*note)->uid);
  TdmVaultNote *draft = tdm_vault_drafts_find (self->drafts, uid);

  /* What the writer counted on was not saved either. */
  if (draft && (*note)->revision > draft->revision)
    (*note)->revision = draft->revision;
  if (!notebook_save_either_way (self, note, error))
    return FALSE;
  (*note)->is_unsaved = FALSE;
  tdm_vault_drafts_drop (self->drafts, uid);
  return TRUE;
}

/* What cannot be saved is kept apart. @note may be another one afterwards, see tdm_notebook_save_async(). */
static gboolean
notebook_save_note (TdmNotebook *self, TdmVaultNote **note, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (notebook_save_over_draft (self, note, &reason))
    return TRUE;
  tdm_vault_drafts_hold (self->drafts, self->file, *note, reason->message);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
notebook_save_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  return tdm_notebook_require (self, error) && notebook_save_note (self, &job->note, error);
}

static void
notebook_enter_note (TdmNotebook *self, TdmNotebookJob *job)
{
  if (job->note)
    tdm_notebook_enter (self, job->note);
}

/**
 * tdm_notebook_save_async:
 * @note: a whole note, which is copied; its revision is the one on which the writer built
 *
 * If another state is there meanwhile, both are kept: @note is saved as a new note, with another uid. What cannot be
 * saved is kept apart until it can be, or until it is locked and unlocked again.
 */
void
tdm_notebook_save_async (TdmNotebook *self, TdmNote *note, GAsyncReadyCallback callback, gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (notebook_save_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));
  g_return_if_fail (TDM_IS_NOTE (note));

  job->note = tdm_vault_note_copy (tdm_note_get_state (note));
  job->apply = notebook_enter_note;
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
notebook_remove_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  if (!notebook_read_work (self, job, error))
    return FALSE;
  job->note->removed = job->moment;
  return notebook_save_over_draft (self, &job->note, error);
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
  TdmNotebookJob *job = tdm_notebook_job_new (notebook_remove_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->moment = is_removed ? tdm_clock_now () : 0;
  job->apply = notebook_enter_note;
  job->is_secret = TRUE;
  notebook_run_for (self, job, uid, callback, data);
}

static gboolean
notebook_delete_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
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
notebook_forget_note (TdmNotebook *self, TdmNotebookJob *job)
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
  TdmNotebookJob *job = tdm_notebook_job_new (notebook_delete_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->apply = notebook_forget_note;
  notebook_run_for (self, job, uid, callback, data);
}

static gboolean
notebook_delete_about_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  if (!tdm_notebook_require (self, error) ||
      !tdm_vault_file_delete_about (self->file, (const char *const *) job->pairs, error))
    return FALSE;
  tdm_vault_drafts_drop_about (self->drafts, (const char *const *) job->pairs);
  self->is_list_old = TRUE;
  return TRUE;
}

/**
 * tdm_notebook_delete_about_async:
 * @self: an unlocked notebook
 * @pairs: (array zero-terminated=1): uids of tandems
 */
void
tdm_notebook_delete_about_async (TdmNotebook *self,
                                 const char *const *pairs,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (notebook_delete_about_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->pairs = g_strdupv ((char **) pairs);
  job->is_lasting = TRUE;
  tdm_notebook_run (self, job, callback, data);
}

/* Seconds between two tries */
#define RETRY_AFTER 3

static gboolean
note_is_same (TdmVaultNote *a, TdmVaultNote *b)
{
  return a->is_question == b->is_question && a->removed == b->removed && g_str_equal (a->title, b->title) &&
         g_str_equal (a->text, b->text) && g_str_equal (a->pair, b->pair) && g_str_equal (a->meeting, b->meeting);
}

/* In a notebook that was just unlocked: what could not be saved before becomes what its note says now. Where only
 * reading is possible, the drafts belong to who can write. */
void
tdm_notebook_take_over_drafts (TdmNotebook *self, TdmNotebookJob *job)
{
  g_autoptr (GPtrArray) drafts = NULL, notes = NULL;

  if (tdm_vault_file_is_read_only (self->file))
    return;
  drafts = tdm_vault_drafts_open (self->drafts, self->file);
  job->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_vault_note_free);
  for (guint i = 0; i < drafts->len; i++)
    {
      g_autoptr (TdmVaultNote) note = tdm_vault_note_copy (drafts->pdata[i]);
      g_autoptr (TdmVaultNote) present = tdm_vault_file_read (self->file, note->uid, 0, NULL);
      g_autoptr (GError) error = NULL;

      /* It was saved, and the program ended before it could let go of the draft. */
      if (present && note_is_same (present, note))
        tdm_vault_drafts_drop (self->drafts, note->uid);
      else if (notebook_save_note (self, &note, &error))
        self->n_recovered++;
      else
        g_ptr_array_add (job->drafts, g_steal_pointer (&note));
    }
  notes = self->n_recovered > 0 ? tdm_vault_file_list (self->file, NULL) : NULL;
  if (!notes)
    return;
  g_ptr_array_unref (job->notes);
  job->notes = g_steal_pointer (&notes);
}

/* Only what is still waiting when its turn comes: its note may have been saved, or deleted, meanwhile. */
static gboolean
notebook_retry_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  TdmVaultNote *draft;

  if (!tdm_notebook_require (self, error))
    return FALSE;
  draft = tdm_vault_drafts_find (self->drafts, job->uid);
  if (!draft)
    return TRUE;
  job->note = tdm_vault_note_copy (draft);
  return notebook_save_note (self, &job->note, error);
}

static void
notebook_retried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TdmNotebook *self = TDM_NOTEBOOK (source);
  TdmNotebookJob *job = tdm_notebook_get_result (self, result, NULL);
  g_autofree char *uid = data;
  TdmNote *listed;

  self->n_retrying--;
  if (!job)
    return;
  g_hash_table_remove (self->waiting, uid);
  /* It was given up before it was ever saved. */
  listed = tdm_notebook_find (self, uid);
  if (!job->note && listed && tdm_note_get_revision (listed) == 0)
    tdm_notebook_forget (self, uid);
}

static void
notebook_retry_all (TdmNotebook *self)
{
  GHashTableIter iter;
  gpointer uid;

  if (self->n_retrying > 0)
    return;
  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    {
      TdmNotebookJob *job = tdm_notebook_job_new (notebook_retry_work);

      job->uid = g_strdup (uid);
      job->apply = notebook_enter_note;
      job->is_secret = TRUE;
      self->n_retrying++;
      tdm_notebook_run (self, job, notebook_retried_cb, g_strdup (uid));
    }
}

static gboolean
notebook_retry_cb (gpointer data)
{
  TdmNotebook *self = data;

  notebook_retry_all (self);
  if (g_hash_table_size (self->waiting) > 0)
    return G_SOURCE_CONTINUE;
  self->retry = 0;
  return G_SOURCE_REMOVE;
}

static void
notebook_keep_state (TdmNotebook *self, const TdmVaultNote *state)
{
  TdmVaultNote *copy;

  if (self->facts.state != TDM_NOTEBOOK_UNLOCKED)
    return;
  copy = tdm_vault_note_copy (state);
  copy->is_unsaved = TRUE;
  if (copy->modified == 0)
    copy->created = copy->modified = tdm_clock_now ();
  g_hash_table_replace (self->waiting, g_strdup (copy->uid), copy);
  if (!tdm_notebook_find (self, copy->uid))
    tdm_notebook_enter (self, copy);
  if (self->retry == 0)
    self->retry = g_timeout_add_seconds (RETRY_AFTER, notebook_retry_cb, self);
}

/**
 * tdm_notebook_keep:
 * @note: a whole note that could not be saved and that nobody shows any more
 *
 * Saves it as soon as it can be, unless somebody goes on with it before (tdm_notebook_claim()). Nothing happens while
 * the notes are locked: what they could not save is kept by them.
 */
void
tdm_notebook_keep (TdmNotebook *self, TdmNote *note)
{
  g_return_if_fail (TDM_IS_NOTEBOOK (self));
  g_return_if_fail (TDM_IS_NOTE (note));

  notebook_keep_state (self, tdm_note_get_state (note));
}

/**
 * tdm_notebook_claim:
 * @uid: of a note that is about to be read, in order to be shown
 *
 * Whoever shows it saves it from now on: tdm_note_is_unsaved() tells whether there is something to be saved.
 */
void
tdm_notebook_claim (TdmNotebook *self, const char *uid)
{
  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  g_hash_table_remove (self->waiting, uid);
}

/* The list was made anew: what is not in the file yet is entered again. */
void
tdm_notebook_list_waiting (TdmNotebook *self)
{
  g_autoptr (GList) waiting = g_hash_table_get_values (self->waiting);

  for (GList *l = waiting; l; l = l->next)
    if (!tdm_notebook_find (self, ((TdmVaultNote *) l->data)->uid))
      tdm_notebook_enter (self, l->data);
}

/* After unlocking: what could not be taken over yet is tried again from now on. */
void
tdm_notebook_wait_for_drafts (TdmNotebook *self, TdmNotebookJob *job)
{
  for (guint i = 0; job->drafts && i < job->drafts->len; i++)
    notebook_keep_state (self, job->drafts->pdata[i]);
  g_clear_pointer (&job->drafts, g_ptr_array_unref);
}

void
tdm_notebook_forget_waiting (TdmNotebook *self)
{
  g_clear_handle_id (&self->retry, g_source_remove);
  g_hash_table_remove_all (self->waiting);
}

static gboolean
notebook_save_all_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  const char *reason = tdm_vault_drafts_get_reason (self->drafts);

  tdm_vault_drafts_write (self->drafts);
  /* Of locked ones, those on disk are safe, and those in memory are not. */
  if (!self->file && tdm_vault_drafts_count_in_memory (self->drafts) == 0)
    return TRUE;
  if (!reason)
    return TRUE;
  g_set_error_literal (error, TDM_FILE_ERROR, TDM_FILE_ERROR_FAILED, reason);
  return FALSE;
}

/**
 * tdm_notebook_save_all_async:
 *
 * Tries to save all that is not saved. TdmNotebookFacts says afterwards what is left.
 */
void
tdm_notebook_save_all_async (TdmNotebook *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  g_signal_emit_by_name (self, "saving");
  notebook_retry_all (self);
  tdm_notebook_run (self, tdm_notebook_job_new (notebook_save_all_work), callback, data);
}

static gboolean
notebook_forget_recovered_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  self->n_recovered = 0;
  return TRUE;
}

/**
 * tdm_notebook_forget_recovered:
 *
 * Its owner has seen how many there are.
 */
void
tdm_notebook_forget_recovered (TdmNotebook *self)
{
  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  tdm_notebook_run (self, tdm_notebook_job_new (notebook_forget_recovered_work), NULL, NULL);
}
