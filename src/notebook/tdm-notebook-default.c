/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notebook.h"

#include "vault/tdm-key-slot.h"

/* The private notes of whoever uses this computer: one file, whatever programme is open. No programme file knows of
 * it. */

static TdmNotebook *notebook = NULL;

/**
 * tdm_notebook_get_default:
 *
 * Returns: (transfer none): the notes in the user's own folder; nothing is read yet
 */
TdmNotebook *
tdm_notebook_get_default (void)
{
  if (!notebook)
    {
      g_autofree char *path = g_build_filename (g_get_user_data_dir (), "tandem", "notes.vault", NULL);
      g_autofree char *memory = g_build_filename (g_get_user_state_dir (), "tandem", "vaults", NULL);

      notebook = tdm_notebook_new (path, memory, &tdm_key_cost_default);
    }
  return notebook;
}

/**
 * tdm_notebook_close_default:
 *
 * Locks the notes and waits until they are on disk, at the end of the program.
 */
void
tdm_notebook_close_default (void)
{
  if (notebook)
    tdm_notebook_close (notebook);
  g_clear_object (&notebook);
}
