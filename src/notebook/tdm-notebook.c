/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notebook.h"

#include <stdlib.h>

/* The private notes of whoever uses this computer: one file, whatever programme is open. No programme file knows of it. */

static TdmVault *notebook = NULL;

/**
 * tdm_notebook_get:
 *
 * Returns: (transfer none): the notes in the user's own folder; nothing is read yet
 */
TdmVault *
tdm_notebook_get (void)
{
  if (!notebook)
    {
      g_autofree char *path = g_build_filename (g_get_user_data_dir (), "tandem", "notes.vault", NULL);
      g_autofree char *memory = g_build_filename (g_get_user_state_dir (), "tandem", "vaults", NULL);

      notebook = tdm_vault_new (path, memory, &tdm_key_cost_default);
    }
  return notebook;
}

/**
 * tdm_notebook_close:
 *
 * Locks the notes and waits until they are on disk, at the end of the program.
 */
void
tdm_notebook_close (void)
{
  if (notebook)
    tdm_vault_close (notebook);
  g_clear_object (&notebook);
}

static void
read_protection (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_autofree char *folder = g_path_get_dirname (path);
  char *real = realpath (folder, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *file = g_build_filename (real ? real : folder, name, NULL);

  free (real);
  g_task_return_pointer (task, tdm_protection_read ("/", file), (GDestroyNotify) tdm_protection_free);
}

/**
 * tdm_notebook_read_protection_async:
 * @callback: called when it is known what this computer does for the file with the notes
 * @data: for @callback
 *
 * On a thread of its own, for the folder may be on another computer.
 */
void
tdm_notebook_read_protection_async (GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);

  g_task_set_task_data (task, g_strdup (tdm_vault_get_path (tdm_notebook_get ())), g_free);
  g_task_run_in_thread (task, read_protection);
}

/**
 * tdm_notebook_read_protection_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full): what it does
 */
TdmProtection *
tdm_notebook_read_protection_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
