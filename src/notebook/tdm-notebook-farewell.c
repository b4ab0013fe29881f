/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notebook-private.h"

#include "base/tdm-file-error.h"
#include "vault/tdm-vault-error.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* The end of the notes, those included that nobody can open any more. */

/* In place: a new file would leave the old one on the disk. */
static void
file_overwrite (const char *path, nlink_t most_names)
{
  static const char nothing[4096];
  int fd = open (path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat status;
  gssize written = 1;

  if (fd < 0)
    return;
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && status.st_nlink <= most_names)
    for (goffset left = status.st_size; left > 0 && written > 0; left -= written)
      written = write (fd, nothing, MIN (left, (goffset) sizeof nothing));
  fsync (fd);
  close (fd);
}

/* A file that nobody can open may still hold a way to its key; so may what SQLite would put back. Both are where a link
 * leads to, and the link goes as well. */
static gboolean
file_destroy_unopened (const char *path, GError **error)
{
  char *real = realpath (path, NULL);
  g_autofree char *journal = g_strconcat (real ? real : path, "-journal", NULL);
  gboolean is_gone;

  /* A journal with a second name is somebody's letter that was put there to go with the notes. */
  file_overwrite (journal, 1);
  g_unlink (journal);
  file_overwrite (real ? real : path, G_MAXUINT);
  is_gone = g_unlink (real ? real : path) == 0;
  g_unlink (path);
  free (real);
  return is_gone || tdm_vault_error_set (error, TDM_VAULT_ERROR_FAILED);
}

/* What was put aside when a backup was restored, and what a crash left of that */
static void
notebook_destroy_asides (const char *notes)
{
  g_autofree char *folder = g_path_get_dirname (notes), *part = g_strconcat (notes, ".part", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_unlink (part);
  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (TdmVaultFile) file = NULL;

      if (!g_str_has_prefix (name, TDM_NOTEBOOK_ASIDE))
        continue;
      file = tdm_vault_file_open (path, TDM_OPEN_EXISTING, NULL);
      if (!file || !tdm_vault_file_destroy (file, NULL))
        file_destroy_unopened (path, NULL);
    }
}

/* The keys first; what cannot be opened goes as it is. */
static gboolean
notebook_destroy_file (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gboolean is_damaged;

  if (!self->file)
    self->file = tdm_vault_file_open (self->path, TDM_OPEN_EXISTING, &reason);
  if (self->file)
    {
      gboolean is_gone;

      tdm_notebook_name_keyring (self, job);
      is_gone = tdm_vault_file_destroy (self->file, &reason);
      self->is_blank = !tdm_vault_file_is_set_up (self->file);
      if (is_gone)
        return TRUE;
    }
  is_damaged = g_error_matches (reason, TDM_VAULT_ERROR, TDM_VAULT_ERROR_DAMAGED) ||
               g_error_matches (reason, TDM_FILE_ERROR, TDM_FILE_ERROR_DAMAGED) ||
               g_error_matches (reason, TDM_FILE_ERROR, TDM_FILE_ERROR_ALTERED) ||
               g_error_matches (reason, TDM_FILE_ERROR, TDM_FILE_ERROR_NOT_TANDEM);
  if (is_damaged || (self->file && tdm_vault_file_get_read_only (self->file) == TDM_READ_ONLY_BESIDE))
    {
      g_clear_object (&self->file);
      return file_destroy_unopened (self->path, error);
    }
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
notebook_destroy_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  g_autofree char *path = tdm_notebook_get_real_path (self);

  if (!notebook_destroy_file (self, job, error))
    return FALSE;
  notebook_destroy_asides (path);
  tdm_vault_drafts_destroy (self->drafts);
  self->n_unsaved = self->n_recovered = 0;
  /* A link to where the file was */
  g_unlink (self->path);
  self->has_keyring = self->is_older = FALSE;
  self->is_blank = TRUE;
  g_clear_object (&self->file);
  return TRUE;
}

static void
notebook_forget_all (TdmNotebook *self, TdmNotebookJob *job)
{
  tdm_notebook_clear_list (self);
  tdm_notebook_clear_keyring (self, job);
}

/**
 * tdm_notebook_destroy_async:
 * @self: a notebook, locked or not; its file may be damaged
 */
void
tdm_notebook_destroy_async (TdmNotebook *self, GAsyncReadyCallback callback, gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (notebook_destroy_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->apply = notebook_forget_all;
  tdm_notebook_run (self, job, callback, data);
}
