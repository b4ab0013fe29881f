/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-memory.h"

#include <errno.h>
#include <glib/gstdio.h>

/* What this computer remembers of a vault, outside of it. How often it had been written when it was seen last: a vault
 * with a smaller number is an older copy, which nothing inside it could tell. On which days it was opened: a clock that
 * runs ahead for once has only one of them. */

#define KEY "generation"
#define DAYS_KEY "days"
#define DAY (24 * 60 * 60)

/* So many days have to come until a moment has certainly passed. */
#define N_DAYS 3

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

static void
memory_save (GKeyFile *file, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_key_file_save_to_file (file, path, &error))
    g_debug ("Nothing can be remembered: %s", error ? error->message : g_strerror (errno));
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

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  if (g_key_file_get_uint64 (file, uuid, KEY, NULL) == generation)
    return;
  g_key_file_set_uint64 (file, uuid, KEY, generation);
  memory_save (file, path);
}

/**
 * tdm_vault_memory_pass_day:
 * @path: of a key file, which is made if need be
 * @uuid: of a vault that is opened
 * @now: in seconds since 1970
 *
 * Enters the day. Days that are yet to come were of a clock that ran ahead.
 *
 * Returns: a moment since which it was opened on several days, so that it has passed whatever the clock says; 0 if none
 * is known
 */
gint64
tdm_vault_memory_pass_day (const char *path, const char *uuid, gint64 now)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree int *known = NULL;
  int today = now / DAY;
  gsize n_known = 0;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  known = g_key_file_get_integer_list (file, uuid, DAYS_KEY, &n_known, NULL);
  for (gsize i = 0; i < n_known; i++)
    if (known[i] < today && (days->len == 0 || known[i] > g_array_index (days, int, days->len - 1)))
      g_array_append_val (days, known[i]);
  g_array_append_val (days, today);
  if (days->len > N_DAYS)
    g_array_remove_range (days, 0, days->len - N_DAYS);
  g_key_file_set_integer_list (file, uuid, DAYS_KEY, &g_array_index (days, int, 0), days->len);
  memory_save (file, path);
  return days->len == N_DAYS ? (gint64) g_array_index (days, int, 0) * DAY : 0;
}
