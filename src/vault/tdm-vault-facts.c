/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>

/* What is known of the file: where it is, and what a front end may ask. */

/* A link that leads nowhere is something: what it led to may come back, as with a disk that is not connected. */
static gboolean
is_nothing (const char *path)
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
  return is_nothing (folder);
}

/* Whether there is anything in the place of the file, or something keeps us from knowing: then it cannot be said that there
 * are no notes. */
gboolean
tdm_vault_has_file (TdmVault *self)
{
  return !is_nothing (self->path);
}

/* Where the file is if its place has a link that leads there */
char *
tdm_vault_get_real_path (TdmVault *self)
{
  char *real = realpath (self->path, NULL), *path = g_strdup (real ? real : self->path);

  free (real);
  return path;
}

const char *
tdm_vault_get_path (TdmVault *self)
{
  g_return_val_if_fail (TDM_IS_VAULT (self), NULL);

  return self->path;
}

TdmVaultState
tdm_vault_get_state (TdmVault *self)
{
  g_return_val_if_fail (TDM_IS_VAULT (self), TDM_VAULT_UNKNOWN);

  return self->facts.state;
}

/**
 * tdm_vault_get_notes:
 * @self: a vault
 *
 * Returns: (transfer none): a list of #TdmNote without their texts, empty while locked
 */
GListModel *
tdm_vault_get_notes (TdmVault *self)
{
  g_return_val_if_fail (TDM_IS_VAULT (self), NULL);

  return G_LIST_MODEL (self->notes);
}

/**
 * tdm_vault_find:
 * @self: a vault
 * @uid: of a note
 *
 * Returns: (transfer none) (nullable): the note of the list
 */
TdmNote *
tdm_vault_find (TdmVault *self, const char *uid)
{
  g_return_val_if_fail (TDM_IS_VAULT (self), NULL);

  return g_hash_table_lookup (self->index, uid);
}

gboolean
tdm_vault_is_read_only (TdmVault *self)
{
  g_return_val_if_fail (TDM_IS_VAULT (self), TRUE);

  return self->facts.is_read_only;
}

/**
 * tdm_vault_explain_read_only:
 * @self: an unlocked vault that can only be read
 *
 * Returns: (transfer none) (nullable): why, in the language of the program
 */
const char *
tdm_vault_explain_read_only (TdmVault *self)
{
  g_return_val_if_fail (TDM_IS_VAULT (self), NULL);

  return self->facts.why_read_only;
}

/**
 * tdm_vault_is_trusted:
 * @self: an unlocked vault
 *
 * Returns: whether the file is as it was left; if not, it can only be read, and if it is at least in order
 *   (tdm_vault_is_in_order()), until tdm_vault_accept_async()
 */
gboolean
tdm_vault_is_trusted (TdmVault *self)
{
  g_return_val_if_fail (TDM_IS_VAULT (self), FALSE);

  return self->facts.is_trusted;
}

/**
 * tdm_vault_is_in_order:
 * @self: an unlocked vault
 *
 * Returns: whether the notes are where the file looks for them; if not, they can only be read or exported, for good
 */
gboolean
tdm_vault_is_in_order (TdmVault *self)
{
  g_return_val_if_fail (TDM_IS_VAULT (self), FALSE);

  return self->facts.is_in_order;
}

/**
 * tdm_vault_is_older:
 * @self: an unlocked vault
 *
 * Returns: whether this computer has seen a newer state of it
 */
gboolean
tdm_vault_is_older (TdmVault *self)
{
  g_return_val_if_fail (TDM_IS_VAULT (self), FALSE);

  return self->facts.is_older;
}

/**
 * tdm_vault_has_keyring:
 * @self: a vault that somebody has looked at
 *
 * Returns: whether the keyring of the desktop was told how to open it
 */
gboolean
tdm_vault_has_keyring (TdmVault *self)
{
  g_return_val_if_fail (TDM_IS_VAULT (self), FALSE);

  return self->facts.has_keyring;
}

/**
 * tdm_vault_get_n_unsaved:
 * @self: a vault that somebody has looked at
 * @n_in_memory: (out) (optional): how many of them will be lost with the program
 *
 * Returns: how many texts wait, for they could not be saved; they are kept apart and sealed
 */
guint
tdm_vault_get_n_unsaved (TdmVault *self, guint *n_in_memory)
{
  g_return_val_if_fail (TDM_IS_VAULT (self), 0);

  if (n_in_memory)
    *n_in_memory = self->facts.n_in_memory;
  return self->facts.n_unsaved;
}

/**
 * tdm_vault_get_reason:
 * @self: a vault
 *
 * Returns: (transfer none) (nullable): why a text could not be saved, in the language of the program
 */
const char *
tdm_vault_get_reason (TdmVault *self)
{
  g_return_val_if_fail (TDM_IS_VAULT (self), NULL);

  return self->facts.reason;
}

/**
 * tdm_vault_get_n_recovered:
 * @self: an unlocked vault
 *
 * Returns: how many texts that could not be saved before they were locked are notes now
 */
guint
tdm_vault_get_n_recovered (TdmVault *self)
{
  g_return_val_if_fail (TDM_IS_VAULT (self), 0);

  return self->facts.n_recovered;
}

/**
 * tdm_vault_was_locked:
 * @self: a vault
 *
 * Returns: whether somebody, or the end of their attention, has locked it since the program started
 */
gboolean
tdm_vault_was_locked (TdmVault *self)
{
  g_return_val_if_fail (TDM_IS_VAULT (self), FALSE);

  return self->was_locked;
}
