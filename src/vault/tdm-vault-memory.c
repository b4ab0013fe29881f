/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-memory.h"

#include <errno.h>
#include <glib/gstdio.h>

/* How often a vault had been written when this computer saw it last, outside the vault. A vault with a smaller number is an
 * older copy, which nothing inside it could tell. */

#define KEY "generation"

/**
 * tdm_vault_memory_get:
 * @path: of a key file
 * @uuid: of a vault
 *
 * Returns: the greatest number seen; 0 if none
 */
guint64
tdm_vault_memory_get (const char *path, const char *uuid)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return 0;
  return g_key_file_get_uint64 (file, uuid, KEY, NULL);
}

/**
 * tdm_vault_memory_set:
 * @path: of a key file, which is made if need be
 * @uuid: of a vault
 * @generation: how often it was written
 *
 * That it could not be written is no reason to refuse somebody's notes: then an older copy goes unnoticed.
 */
void
tdm_vault_memory_set (const char *path, const char *uuid, guint64 generation)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  if (g_key_file_get_uint64 (file, uuid, KEY, NULL) == generation)
    return;
  g_key_file_set_uint64 (file, uuid, KEY, generation);
  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_key_file_save_to_file (file, path, &error))
    g_debug ("The generation cannot be remembered: %s", error ? error->message : g_strerror (errno));
}
