/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notebook-private.h"

#include "base/tdm-clock.h"
#include "base/tdm-durable.h"
#include "base/tdm-file-error.h"
#include "base/tdm-i18n.h"
#include "vault/tdm-recovery-code.h"
#include "vault/tdm-vault-memory.h"
#include "tdm-note-markdown.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* The notes as a whole: copies of them, out and back. */

static gboolean
notebook_back_up_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  return tdm_notebook_require (self, error) && tdm_vault_file_back_up (self->file, job->text, error);
}

/**
 * tdm_notebook_back_up_async:
 * @self: an unlocked notebook
 * @path: where the copy goes; there must be nothing yet
 */
void
tdm_notebook_back_up_async (TdmNotebook *self, const char *path, GAsyncReadyCallback callback, gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (notebook_back_up_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->text = g_strdup (path);
  tdm_notebook_run (self, job, callback, data);
}

static gboolean
notebook_write_in_clear (const char *path, GString *text, GError **error)
{
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text->str, text->len);
  const TdmDurableFile file = { place, bytes };
  g_autoptr (GError) reason = NULL;

  if (tdm_durable_write (&file, 1, 0600, NULL, &reason) == 1)
    return TRUE;
  g_debug ("Exporting notes: %s", reason->message);
  g_set_error_literal (error, TDM_FILE_ERROR, TDM_FILE_ERROR_IO,
                       _ ("The file could not be written. Please choose another folder, or look for free space."));
  return FALSE;
}

/* Those of the tandems of the job, or all; what is in the bin is left out. */
static gboolean
notebook_append_notes (TdmNotebook *self, TdmNotebookJob *job, GPtrArray *listed, GString *text, GError **error)
{
  const char *const *pairs = (const char *const *) job->pairs;

  for (guint i = 0; i < listed->len; i++)
    {
      const TdmVaultNote *state = listed->pdata[i];
      g_autoptr (TdmVaultNote) note = NULL;

      job->merge.n_damaged += state->is_damaged;
      if (state->is_damaged || state->removed != 0 || (pairs && !g_strv_contains (pairs, state->pair)))
        continue;
      note = tdm_vault_file_read (self->file, state->uid, 0, error);
      if (!note)
        return FALSE;
      tdm_note_markdown_append (text, note, g_hash_table_lookup (job->titles, note->pair));
    }
  return TRUE;
}

/* The oldest first, as they are read */
static int
note_compare_created (gconstpointer a, gconstpointer b)
{
  gint64 first = (*(TdmVaultNote *const *) a)->created, second = (*(TdmVaultNote *const *) b)->created;

  return first < second ? -1 : first > second;
}

static gboolean
notebook_export_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  g_autoptr (GPtrArray) listed = NULL;
  GString *text;
  gboolean done;

  if (!tdm_notebook_require (self, error))
    return FALSE;
  listed = tdm_vault_file_list (self->file, error);
  if (!listed)
    return FALSE;
  g_ptr_array_sort (listed, note_compare_created);
  text = g_string_new (NULL);
  done = notebook_append_notes (self, job, listed, text, error);
  if (done && text->len == 0)
    {
      g_set_error_literal (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_NOT_FOUND, _ ("There is nothing to be exported."));
      done = FALSE;
    }
  done = done && notebook_write_in_clear (job->text, text, error);
  tdm_secret_wipe_text (g_string_free (text, FALSE));
  return done;
}

/**
 * tdm_notebook_export_async:
 * @self: an unlocked notebook
 * @path: where the file goes; what is there is replaced
 * @pairs: (nullable) (array zero-terminated=1): uids of tandems, for the notes about these only
 * @titles: (element-type utf8 utf8): what uids of tandems are called
 *
 * Writes notes in clear, as Markdown: on purpose, by who has been warned. What is in the bin is left out.
 */
void
tdm_notebook_export_async (TdmNotebook *self, const char *path, const char *const *pairs, GHashTable *titles,
                           GAsyncReadyCallback callback, gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (notebook_export_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->text = g_strdup (path);
  job->pairs = g_strdupv ((char **) pairs);
  job->titles = g_hash_table_ref (titles);
  tdm_notebook_run (self, job, callback, data);
}

/**
 * tdm_notebook_export_finish:
 * @n_damaged: (out): how many notes could not be read and are not in the file
 * @error: %TDM_VAULT_ERROR_NOT_FOUND if there is nothing to export, or of #TdmFileError
 *
 * Returns: whether the file is there
 */
gboolean
tdm_notebook_export_finish (TdmNotebook *self, GAsyncResult *result, guint *n_damaged, GError **error)
{
  TdmNotebookJob *job = tdm_notebook_get_result (self, result, error);

  if (job)
    *n_damaged = job->merge.n_damaged;
  return job != NULL;
}

/* Somebody enters one of the two, and knows which. */
static TdmNotebookJob *
job_new_copy (gboolean (*work) (TdmNotebook *self, TdmNotebookJob *job, GError **error), const char *path,
              const char *secret)
{
  TdmNotebookJob *job = tdm_notebook_job_new (work);

  job->text = g_strdup (path);
  job->secret = tdm_secret_new_text (secret);
  job->next = tdm_recovery_code_read (secret, NULL);
  job->is_secret = job->is_lasting = TRUE;
  return job;
}

/* Returns: the file of the job, unlocked */
static TdmVaultFile *
job_open_copy (TdmNotebookJob *job, GError **error)
{
  g_autoptr (TdmVaultFile) copy = tdm_vault_file_open (job->text, TDM_OPEN_READ_ONLY, error);

  if (!copy)
    return NULL;
  job->kind = TDM_KEY_SLOT_RECOVERY;
  if (job->next && tdm_vault_file_unlock (copy, job->kind, job->next, NULL, NULL))
    return g_steal_pointer (&copy);
  job->kind = TDM_KEY_SLOT_PASSPHRASE;
  return tdm_vault_file_unlock (copy, job->kind, job->secret, NULL, error) ? g_steal_pointer (&copy) : NULL;
}

static gboolean
notebook_merge_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  g_autoptr (TdmVaultFile) copy = NULL;

  if (!tdm_notebook_require (self, error))
    return FALSE;
  copy = job_open_copy (job, error);
  if (!copy || !tdm_vault_file_merge (self->file, copy, &job->merge, error))
    return FALSE;
  self->is_list_old = TRUE;
  return TRUE;
}

/**
 * tdm_notebook_merge_async:
 * @self: an unlocked notebook
 * @path: of another file with notes, such as a backup
 * @secret: its passphrase or its recovery code
 */
void
tdm_notebook_merge_async (TdmNotebook *self,
                          const char *path,
                          const char *secret,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  tdm_notebook_run (self, job_new_copy (notebook_merge_work, path, secret), callback, data);
}

/**
 * tdm_notebook_merge_finish:
 * @done: (out): how many notes it was about
 *
 * Returns: whether all of them are here
 */
gboolean
tdm_notebook_merge_finish (TdmNotebook *self, GAsyncResult *result, TdmNotebookMerge *done, GError **error)
{
  TdmNotebookJob *job = tdm_notebook_get_result (self, result, error);

  if (job)
    *done = (TdmNotebookMerge) { job->merge.n_added, job->merge.n_updated, job->merge.n_apart, job->merge.n_damaged };
  return job != NULL;
}

/* A name that nothing has yet, beside the notes */
static char *
notebook_name_aside (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDateTime) now = tdm_clock_local ();
  g_autofree char *moment = g_date_time_format (now, "%Y-%m-%d-%H%M%S");

  for (guint i = 0;; i++)
    {
      g_autofree char *name = i == 0 ? g_strdup_printf (TDM_NOTEBOOK_ASIDE "%s.vault", moment)
                                     : g_strdup_printf (TDM_NOTEBOOK_ASIDE "%s-%u.vault", moment, i);
      g_autofree char *aside = g_build_filename (folder, name, NULL);

      if (!g_file_test (aside, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&aside);
    }
}

/* A second name, so that at every moment there is a file under the first one; where files have only one name, the file
 * is moved. */
static gboolean
file_add_name (const char *path, const char *second)
{
  if (link (path, second) == 0)
    return TRUE;
  return (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS || errno == EMLINK) && g_rename (path, second) == 0;
}

/* The file that was there stays under another name, with what SQLite would still have to put right in it, which would
 * ruin the new one. */
static gboolean
notebook_exchange_file (TdmNotebook *self, TdmNotebookJob *job, const char *path, const char *part)
{
  g_autofree char *aside = notebook_name_aside (path), *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *aside_journal = g_strconcat (aside, "-journal", NULL);
  gboolean has_old = tdm_notebook_has_file (self);

  if (has_old && !file_add_name (path, aside))
    return FALSE;
  if ((!g_file_test (journal, G_FILE_TEST_EXISTS) || g_rename (journal, aside_journal) == 0) &&
      g_rename (part, path) == 0)
    {
      /* The names are on disk when it is said that they are. */
      tdm_durable_flush_folder (path, NULL);
      if (has_old)
        job->aside = g_steal_pointer (&aside);
      return TRUE;
    }
  /* What was begun is taken back. The old file lost its name, or got a second one. */
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    g_unlink (aside);
  else
    g_rename (aside, path);
  if (g_file_test (aside_journal, G_FILE_TEST_EXISTS))
    g_rename (aside_journal, journal);
  return FALSE;
}

static gboolean
notebook_restore_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  g_autoptr (TdmVaultFile) copy = NULL;
  g_autofree char *path = tdm_notebook_get_real_path (self), *part = g_strconcat (path, ".part", NULL), *uuid = NULL;
  g_autoptr (GError) reason = NULL;

  /* Nobody else may write the file that is to go; one that cannot be opened at all may go. */
  if (!self->file && tdm_notebook_has_file (self))
    self->file = tdm_vault_file_open (self->path, TDM_OPEN_EXISTING, NULL);
  if (self->file && tdm_vault_file_get_read_only (self->file) == TDM_READ_ONLY_LOCKED)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_READ_ONLY);
  if (!tdm_notebook_make_folder (self, error))
    return FALSE;
  copy = job_open_copy (job, error);
  g_unlink (part);
  if (!copy || !tdm_vault_file_rebuild (copy, part, error))
    return FALSE;
  uuid = tdm_vault_file_get_uuid (copy);
  tdm_notebook_close_file (self);
  if (!notebook_exchange_file (self, job, path, part))
    {
      g_unlink (part);
      return tdm_file_error_set (error, TDM_FILE_ERROR_IO, _ ("The notes of the backup could not be put in place. "
                                                              "The notes here were left as they are."));
    }
  /* It is older than what was here last, and that is what was asked for. */
  tdm_vault_memory_set (self->memory, uuid, tdm_vault_file_get_generation (copy));
  if (job->kind == TDM_KEY_SLOT_RECOVERY)
    {
      tdm_secret_free (job->secret);
      job->secret = g_steal_pointer (&job->next);
    }
  /* It is done, whether the notes open now or later. */
  if (!tdm_notebook_unlock_work (self, job, &reason))
    g_debug ("Unlocking what was restored: %s", reason->message);
  return TRUE;
}

/**
 * tdm_notebook_restore_async:
 * @self: a notebook in whatever state, its file may be damaged
 * @path: of a backup
 * @secret: its passphrase or its recovery code
 */
void
tdm_notebook_restore_async (TdmNotebook *self, const char *path, const char *secret, GAsyncReadyCallback callback,
                            gpointer data)
{
  TdmNotebookJob *job = job_new_copy (notebook_restore_work, path, secret);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->apply = tdm_notebook_list_all;
  tdm_notebook_run (self, job, callback, data);
}

/**
 * tdm_notebook_restore_finish:
 * @aside: (out) (transfer full) (nullable): where the file is that was here before
 * @error: an error of tdm_notebook_unlock_async() about the backup, or of #TdmFileError
 *
 * Returns: whether the notes of the backup are here
 */
gboolean
tdm_notebook_restore_finish (TdmNotebook *self, GAsyncResult *result, char **aside, GError **error)
{
  TdmNotebookJob *job = tdm_notebook_get_result (self, result, error);

  if (job)
    *aside = g_strdup (job->aside);
  return job != NULL;
}
