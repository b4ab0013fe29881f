/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-private.h"

#include "base/tdm-clock.h"
#include "base/tdm-file-error.h"

/* What could not be saved is saved as soon as it can be: by whoever shows the note, or else here. */

/* Seconds between two tries */
#define RETRY_AFTER 3

/* --- on the worker ------------------------------------------------------ */

/* What was written on a state that is not there any more becomes a note of its own: neither text is lost. */
static gboolean
save_copy (TdmVault *self, TdmNote **note, GError **error)
{
  g_autoptr (TdmNote) copy = tdm_note_new (NULL);

  tdm_note_assign (copy, *note);
  tdm_note_set_revision (copy, 0);
  if (!tdm_vault_file_save (self->file, copy, error))
    return FALSE;
  g_set_object (note, copy);
  return TRUE;
}

static gboolean
save_either_way (TdmVault *self, TdmNote **note, GError **error)
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
tdm_vault_save_over_draft (TdmVault *self, TdmNote **note, GError **error)
{
  g_autofree char *uid = g_strdup (tdm_note_get_uid (*note));
  TdmNote *draft = tdm_vault_drafts_find (self->drafts, uid);

  /* What the writer counted on was not saved either. */
  if (draft && tdm_note_get_revision (*note) > tdm_note_get_revision (draft))
    tdm_note_set_revision (*note, tdm_note_get_revision (draft));
  if (!save_either_way (self, note, error))
    return FALSE;
  tdm_note_set_unsaved (*note, FALSE);
  tdm_vault_drafts_drop (self->drafts, uid);
  return TRUE;
}

/* What cannot be saved is kept apart. @note may be another one afterwards, see tdm_vault_save_async(). */
gboolean
tdm_vault_save_note (TdmVault *self, TdmNote **note, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (tdm_vault_save_over_draft (self, note, &reason))
    return TRUE;
  tdm_vault_drafts_hold (self->drafts, self->file, *note, reason);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
is_same (TdmNote *a, TdmNote *b)
{
  return tdm_note_get_kind (a) == tdm_note_get_kind (b) && tdm_note_get_removed (a) == tdm_note_get_removed (b) &&
         g_str_equal (tdm_note_get_title (a), tdm_note_get_title (b)) &&
         g_str_equal (tdm_note_get_text (a), tdm_note_get_text (b)) &&
         g_str_equal (tdm_note_get_pair (a), tdm_note_get_pair (b)) &&
         g_str_equal (tdm_note_get_meeting (a), tdm_note_get_meeting (b));
}

/* In a vault that was just unlocked: what could not be saved before becomes what its note says now. Where only reading is
 * possible, the drafts belong to who can write. */
void
tdm_vault_take_over_drafts (TdmVault *self, TdmVaultJob *job)
{
  g_autoptr (GPtrArray) drafts = NULL, notes = NULL;

  if (tdm_vault_file_is_read_only (self->file))
    return;
  drafts = tdm_vault_drafts_open (self->drafts, self->file);
  job->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < drafts->len; i++)
    {
      g_autoptr (TdmNote) note = g_object_ref (drafts->pdata[i]);
      g_autoptr (TdmNote) present = tdm_vault_file_read (self->file, tdm_note_get_uid (note), 0, NULL);
      g_autoptr (GError) error = NULL;

      /* It was saved, and the program ended before it could let go of the draft. */
      if (present && is_same (present, note))
        tdm_vault_drafts_drop (self->drafts, tdm_note_get_uid (note));
      else if (tdm_vault_save_note (self, &note, &error))
        self->n_recovered++;
      else
        g_ptr_array_add (job->drafts, g_object_ref (note));
      if (present)
        tdm_note_wipe (present);
    }
  notes = self->n_recovered > 0 ? tdm_vault_file_list (self->file, NULL) : NULL;
  if (!notes)
    return;
  g_ptr_array_unref (job->notes);
  job->notes = g_steal_pointer (&notes);
}

/* Only what is still waiting when its turn comes: its note may have been saved, or deleted, meanwhile. */
static gboolean
retry_work (TdmVault *self, TdmVaultJob *job, GError **error)
{
  TdmNote *draft;

  if (!tdm_vault_require (self, error))
    return FALSE;
  draft = tdm_vault_drafts_find (self->drafts, job->uid);
  if (!draft)
    return TRUE;
  job->note = tdm_note_copy (draft);
  return tdm_vault_save_note (self, &job->note, error);
}

/* --- on the main thread ------------------------------------------------- */

static void
enter_note (TdmVault *self, TdmVaultJob *job)
{
  if (job->note)
    tdm_vault_enter (self, job->note);
}

static void
retried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TdmVault *self = TDM_VAULT (source);
  TdmVaultJob *job = tdm_vault_get_result (self, result, NULL);
  g_autofree char *uid = data;
  TdmNote *listed;

  self->n_retrying--;
  if (!job)
    return;
  g_hash_table_remove (self->waiting, uid);
  /* It was given up before it was ever saved. */
  listed = tdm_vault_find (self, uid);
  if (!job->note && listed && tdm_note_get_revision (listed) == 0)
    tdm_vault_forget (self, uid);
}

static void
retry_all (TdmVault *self)
{
  GHashTableIter iter;
  gpointer uid;

  if (self->n_retrying > 0)
    return;
  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    {
      TdmVaultJob *job = tdm_vault_job_new (retry_work);

      job->uid = g_strdup (uid);
      job->apply = enter_note;
      job->is_secret = TRUE;
      self->n_retrying++;
      tdm_vault_run (self, job, retried_cb, g_strdup (uid));
    }
}

static gboolean
retry_cb (gpointer data)
{
  TdmVault *self = data;

  retry_all (self);
  if (g_hash_table_size (self->waiting) > 0)
    return G_SOURCE_CONTINUE;
  self->retry = 0;
  return G_SOURCE_REMOVE;
}

/**
 * tdm_vault_keep:
 * @self: a vault
 * @note: a whole note that could not be saved and that nobody shows any more
 *
 * Saves it as soon as it can be, unless somebody goes on with it before (tdm_vault_claim()). Nothing happens while the
 * notes are locked: what they could not save is kept by them.
 */
void
tdm_vault_keep (TdmVault *self, TdmNote *note)
{
  TdmNote *copy;

  g_return_if_fail (TDM_IS_VAULT (self));
  g_return_if_fail (TDM_IS_NOTE (note));

  if (self->facts.state != TDM_VAULT_UNLOCKED)
    return;
  copy = tdm_note_copy (note);
  tdm_note_set_unsaved (copy, TRUE);
  if (tdm_note_get_modified (copy) == 0)
    tdm_note_set_times (copy, tdm_clock_now (), tdm_clock_now ());
  g_hash_table_replace (self->waiting, g_strdup (tdm_note_get_uid (note)), copy);
  if (!tdm_vault_find (self, tdm_note_get_uid (note)))
    tdm_vault_enter (self, copy);
  if (self->retry == 0)
    self->retry = g_timeout_add_seconds (RETRY_AFTER, retry_cb, self);
}

/**
 * tdm_vault_claim:
 * @self: a vault
 * @uid: of a note that is about to be read, in order to be shown
 *
 * Whoever shows it saves it from now on: tdm_note_is_unsaved() tells whether there is something to be saved.
 */
void
tdm_vault_claim (TdmVault *self, const char *uid)
{
  g_return_if_fail (TDM_IS_VAULT (self));

  g_hash_table_remove (self->waiting, uid);
}

/* The list was made anew: what is not in the file yet is entered again. */
void
tdm_vault_list_waiting (TdmVault *self)
{
  g_autoptr (GList) waiting = g_hash_table_get_values (self->waiting);

  for (GList *l = waiting; l; l = l->next)
    if (!tdm_vault_find (self, tdm_note_get_uid (l->data)))
      tdm_vault_enter (self, l->data);
}

/* After unlocking: what could not be taken over yet is tried again from now on. */
void
tdm_vault_wait_for_drafts (TdmVault *self, TdmVaultJob *job)
{
  for (guint i = 0; job->drafts && i < job->drafts->len; i++)
    {
      tdm_vault_keep (self, job->drafts->pdata[i]);
      tdm_note_wipe (job->drafts->pdata[i]);
    }
}

void
tdm_vault_forget_waiting (TdmVault *self)
{
  GHashTableIter iter;
  gpointer note;

  g_clear_handle_id (&self->retry, g_source_remove);
  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, NULL, &note))
    {
      tdm_note_wipe (note);
      g_hash_table_iter_remove (&iter);
    }
}

static gboolean
save_all_work (TdmVault *self, TdmVaultJob *job, GError **error)
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
 * tdm_vault_save_all_async:
 * @self: a vault
 * @callback: called when everything was saved, or could not be, for tdm_vault_finish()
 * @data: for @callback
 *
 * Tries to save all that is not saved. tdm_vault_get_n_unsaved() says afterwards what is left.
 */
void
tdm_vault_save_all_async (TdmVault *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_VAULT (self));

  tdm_vault_announce_save (self);
  retry_all (self);
  tdm_vault_run (self, tdm_vault_job_new (save_all_work), callback, data);
}

static gboolean
forget_recovered_work (TdmVault *self, TdmVaultJob *job, GError **error)
{
  self->n_recovered = 0;
  return TRUE;
}

/**
 * tdm_vault_forget_recovered:
 * @self: a vault
 *
 * Its owner has seen how many there are.
 */
void
tdm_vault_forget_recovered (TdmVault *self)
{
  g_return_if_fail (TDM_IS_VAULT (self));

  tdm_vault_run (self, tdm_vault_job_new (forget_recovered_work), NULL, NULL);
}
