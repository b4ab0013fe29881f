/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notebook-private.h"

#include "base/tdm-clock.h"
#include "base/tdm-file-error.h"
#include "vault/tdm-vault-error.h"
#include "tdm-note-private.h"

/* What could not be saved is saved as soon as it can be: by whoever shows the note, or else here. */

/* Seconds between two tries */
#define RETRY_AFTER 3

/* --- on the worker ------------------------------------------------------ */

/* What was written on a state that is not there any more becomes a note of its own: neither text is lost. */
static gboolean
save_copy (TdmNotebook *self, TdmVaultNote **note, GError **error)
{
  g_autoptr (TdmVaultNote) copy = tdm_vault_note_copy_as (*note, NULL);

  copy->revision = 0;
  if (!tdm_vault_file_save (self->file, copy, error))
    return FALSE;
  tdm_vault_note_free (*note);
  *note = g_steal_pointer (&copy);
  return TRUE;
}

static gboolean
save_either_way (TdmNotebook *self, TdmVaultNote **note, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (tdm_vault_file_save (self->file, *note, &reason))
    return TRUE;
  if (g_error_matches (reason, TDM_VAULT_ERROR, TDM_VAULT_ERROR_CHANGED))
    return save_copy (self, note, error);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* A note that may have a draft, which is done with then. */
gboolean
tdm_notebook_save_over_draft (TdmNotebook *self, TdmVaultNote **note, GError **error)
{
  g_autofree char *uid = g_strdup ((*note)->uid);
  TdmVaultNote *draft = tdm_vault_drafts_find (self->drafts, uid);

  /* What the writer counted on was not saved either. */
  if (draft && (*note)->revision > draft->revision)
    (*note)->revision = draft->revision;
  if (!save_either_way (self, note, error))
    return FALSE;
  (*note)->is_unsaved = FALSE;
  tdm_vault_drafts_drop (self->drafts, uid);
  return TRUE;
}

/* What cannot be saved is kept apart. @note may be another one afterwards, see tdm_notebook_save_async(). */
gboolean
tdm_notebook_save_note (TdmNotebook *self, TdmVaultNote **note, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (tdm_notebook_save_over_draft (self, note, &reason))
    return TRUE;
  tdm_vault_drafts_hold (self->drafts, self->file, *note, reason);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
is_same (TdmVaultNote *a, TdmVaultNote *b)
{
  return a->is_question == b->is_question && a->removed == b->removed && g_str_equal (a->title, b->title) &&
         g_str_equal (a->text, b->text) && g_str_equal (a->pair, b->pair) && g_str_equal (a->meeting, b->meeting);
}

/* In a notebook that was just unlocked: what could not be saved before becomes what its note says now. Where only reading is
 * possible, the drafts belong to who can write. */
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
      if (present && is_same (present, note))
        tdm_vault_drafts_drop (self->drafts, note->uid);
      else if (tdm_notebook_save_note (self, &note, &error))
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
retry_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  TdmVaultNote *draft;

  if (!tdm_notebook_require (self, error))
    return FALSE;
  draft = tdm_vault_drafts_find (self->drafts, job->uid);
  if (!draft)
    return TRUE;
  job->note = tdm_vault_note_copy (draft);
  return tdm_notebook_save_note (self, &job->note, error);
}

/* --- on the main thread ------------------------------------------------- */

static void
enter_note (TdmNotebook *self, TdmNotebookJob *job)
{
  if (job->note)
    tdm_notebook_enter (self, job->note);
}

static void
retried_cb (GObject *source, GAsyncResult *result, gpointer data)
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
retry_all (TdmNotebook *self)
{
  GHashTableIter iter;
  gpointer uid;

  if (self->n_retrying > 0)
    return;
  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    {
      TdmNotebookJob *job = tdm_notebook_job_new (retry_work);

      job->uid = g_strdup (uid);
      job->apply = enter_note;
      job->is_secret = TRUE;
      self->n_retrying++;
      tdm_notebook_run (self, job, retried_cb, g_strdup (uid));
    }
}

static gboolean
retry_cb (gpointer data)
{
  TdmNotebook *self = data;

  retry_all (self);
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
    self->retry = g_timeout_add_seconds (RETRY_AFTER, retry_cb, self);
}

/**
 * tdm_notebook_keep:
 * @note: a whole note that could not be saved and that nobody shows any more
 *
 * Saves it as soon as it can be, unless somebody goes on with it before (tdm_notebook_claim()). Nothing happens while the
 * notes are locked: what they could not save is kept by them.
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
save_all_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
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
 * Tries to save all that is not saved. tdm_notebook_get_n_unsaved() says afterwards what is left.
 */
void
tdm_notebook_save_all_async (TdmNotebook *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  tdm_notebook_announce_save (self);
  retry_all (self);
  tdm_notebook_run (self, tdm_notebook_job_new (save_all_work), callback, data);
}

static gboolean
forget_recovered_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
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

  tdm_notebook_run (self, tdm_notebook_job_new (forget_recovered_work), NULL, NULL);
}
