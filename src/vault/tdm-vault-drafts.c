/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-vault-drafts.h"

#include "base/tdm-durable.h"
#include "tdm-vault-file-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* What was written and could not be saved, such as on a full disk: it waits, sealed under the note key, in a folder of
 * its own, and where there is no room either, in memory. Belongs to the worker. FORMAT.md describes the files. */

struct _TdmVaultDrafts
{
  char *folder;
  GHashTable *drafts; /* uid to Draft: what is in clear here, or nowhere else */
};

typedef struct
{
  char *path;     /* of its file */
  TdmVaultNote *note; /* while the notes are unlocked */
  GBytes *sealed; /* NULL if it cannot be sealed */
  guint16 epoch;  /* of the keys */
  gboolean is_on_disk;
  const char *reason;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_clear_pointer (&draft->note, tdm_vault_note_free);
  g_clear_pointer (&draft->sealed, g_bytes_unref);
  g_free (draft->path);
  g_free (draft);
}

/**
 * tdm_vault_drafts_new:
 * @taken_folder: where drafts are kept; it is made when there is one
 *
 * Returns: (transfer full): no drafts
 */
TdmVaultDrafts *
tdm_vault_drafts_new (char *taken_folder)
{
  TdmVaultDrafts *self = g_new0 (TdmVaultDrafts, 1);

  self->folder = taken_folder;
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, draft_free);
  return self;
}

void
tdm_vault_drafts_free (TdmVaultDrafts *self)
{
  g_hash_table_unref (self->drafts);
  g_free (self->folder);
  g_free (self);
}

static char *
drafts_name_folder (TdmVaultDrafts *self, TdmVaultFile *file)
{
  g_autofree char *uuid = tdm_vault_file_get_uuid (file);

  return g_build_filename (self->folder, uuid, NULL);
}

/* Writes what is only in memory. */
static void
draft_write (Draft *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) error = NULL;

  if (!self->sealed || self->is_on_disk)
    return;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_debug ("Keeping a draft: %s", g_strerror (errno));
      return;
    }
  self->is_on_disk = tdm_durable_write (&(TdmDurableFile) { file, self->sealed }, 1, 0600, NULL, &error) == 1;
  if (error)
    g_debug ("Keeping a draft: %s", error->message);
}

/* On disk if that can be, or else in memory */
static void
draft_seal (Draft *self, TdmVaultFile *file)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->sealed, g_bytes_unref);
  self->sealed = tdm_vault_file_seal_draft (file, self->note, &error);
  self->epoch = file->head.epoch;
  self->is_on_disk = FALSE;
  if (error)
    g_debug ("Sealing a draft: %s", error->message);
  draft_write (self);
}

/* What lies there may have been put there by anybody. */
static GBytes *
draft_read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  GStatBuf status;
  char *content;
  gsize length;

  if (g_lstat (path, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size > TDM_VAULT_DRAFT_MOST)
    return NULL;
  if (g_file_get_contents (path, &content, &length, &error))
    return g_bytes_new_take (content, length);
  g_debug ("Reading a draft: %s", error->message);
  return NULL;
}

static GStrv
drafts_list_files (const char *folder, gboolean (*is_wanted) (const char *name))
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (!is_wanted || is_wanted (name))
      g_strv_builder_add (names, name);
  return g_strv_builder_end (names);
}

/**
 * tdm_vault_drafts_hold:
 * @file: the unlocked vault
 * @note: a whole note that could not be saved; its revision says on which state the writer built
 * @reason: why it could not, in the language of the program
 *
 * Keeps it until it is saved or given up, in place of an earlier draft of the same note.
 */
void
tdm_vault_drafts_hold (TdmVaultDrafts *self, TdmVaultFile *file, const TdmVaultNote *note, const char *reason)
{
  g_autofree char *folder = drafts_name_folder (self, file);
  Draft *draft = g_new0 (Draft, 1);

  draft->path = g_build_filename (folder, note->uid, NULL);
  draft->note = tdm_vault_note_copy (note);
  draft->note->is_unsaved = TRUE;
  draft->reason = g_intern_string (reason);
  draft_seal (draft, file);
  g_hash_table_replace (self->drafts, g_strdup (note->uid), draft);
}

/**
 * tdm_vault_drafts_drop:
 * @uid: of a note that is saved now, or that nobody wants any more
 */
void
tdm_vault_drafts_drop (TdmVaultDrafts *self, const char *uid)
{
  Draft *draft = g_hash_table_lookup (self->drafts, uid);

  if (!draft)
    return;
  g_unlink (draft->path);
  g_hash_table_remove (self->drafts, uid);
}

void
tdm_vault_drafts_drop_about (TdmVaultDrafts *self, const char *const *pairs)
{
  g_autoptr (GList) uids = g_hash_table_get_keys (self->drafts);

  for (GList *l = uids; l; l = l->next)
    {
      TdmVaultNote *note = tdm_vault_drafts_find (self, l->data);

      if (note && g_strv_contains (pairs, note->pair))
        tdm_vault_drafts_drop (self, l->data);
    }
}

/**
 * tdm_vault_drafts_find:
 * @uid: of a note
 *
 * Returns: (transfer none) (nullable): what is not saved of it
 */
TdmVaultNote *
tdm_vault_drafts_find (TdmVaultDrafts *self, const char *uid)
{
  Draft *draft = g_hash_table_lookup (self->drafts, uid);

  return draft ? draft->note : NULL;
}

/**
 * tdm_vault_drafts_seal:
 * @file: the unlocked vault, whose keys may be new
 *
 * What was sealed with the keys of before opens no more.
 */
void
tdm_vault_drafts_seal (TdmVaultDrafts *self, TdmVaultFile *file)
{
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      Draft *draft = data;

      if (draft->note && (!draft->sealed || draft->epoch != file->head.epoch))
        draft_seal (draft, file);
    }
}

/**
 * tdm_vault_drafts_write:
 * @self: drafts, locked or not
 *
 * Tries to write what is only in memory.
 */
void
tdm_vault_drafts_write (TdmVaultDrafts *self)
{
  GHashTableIter iter;
  gpointer draft;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    draft_write (draft);
}

/* How much of a text one note can hold, up to the end of a line if there is one */
static gsize
text_measure_part (const char *text)
{
  gsize most = g_utf8_find_prev_char (text, text + TDM_NOTE_TEXT_MOST + 1) - text;
  const char *line = g_strrstr_len (text, most, "\n");

  return line && line > text ? (gsize) (line + 1 - text) : most;
}

/* What is too long for one note becomes several: nobody is there any more who could split it. */
static void
drafts_split_long_ones (TdmVaultDrafts *self, TdmVaultFile *file)
{
  g_autoptr (GList) uids = g_hash_table_get_keys (self->drafts);

  for (GList *l = uids; l; l = l->next)
    {
      Draft *draft = g_hash_table_lookup (self->drafts, l->data);
      gboolean is_long = draft->note && strlen (draft->note->text) > TDM_NOTE_TEXT_MOST;
      g_autoptr (TdmVaultNote) whole = is_long ? tdm_vault_note_copy (draft->note) : NULL;
      const char *reason = draft->reason;

      for (const char *rest = is_long ? whole->text : ""; *rest;)
        {
          gsize length = strlen (rest), n = length > TDM_NOTE_TEXT_MOST ? text_measure_part (rest) : length;
          gboolean is_first = rest == whole->text;
          g_autoptr (TdmVaultNote) part = tdm_vault_note_copy_as (whole, is_first ? whole->uid : NULL);
          char *text = g_strndup (rest, n);

          if (!is_first)
            part->revision = 0;
          tdm_vault_note_set_text (part, text);
          tdm_secret_wipe_text (text);
          tdm_vault_drafts_hold (self, file, part, reason);
          rest += n;
        }
    }
}

/**
 * tdm_vault_drafts_lock:
 * @file: the vault, which is about to be locked
 *
 * From now on nothing is in clear. What is on disk is found there again.
 */
void
tdm_vault_drafts_lock (TdmVaultDrafts *self, TdmVaultFile *file)
{
  GHashTableIter iter;
  gpointer data;

  drafts_split_long_ones (self, file);
  tdm_vault_drafts_seal (self, file);
  tdm_vault_drafts_write (self);
  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      Draft *draft = data;

      if (!draft->note)
        continue;
      g_clear_pointer (&draft->note, tdm_vault_note_free);
      if (draft->is_on_disk || !draft->sealed)
        g_hash_table_iter_remove (&iter);
    }
}

/* Takes the draft if it opens, and adds its note to @notes. */
static gboolean
drafts_open_one (TdmVaultDrafts *self, TdmVaultFile *file, const char *uid, Draft *draft, GPtrArray *notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmVaultNote) note = tdm_vault_file_open_draft (file, draft->sealed, &error);

  if (!note || !g_str_equal (note->uid, uid))
    {
      g_debug ("Opening a draft: %s", error ? error->message : "");
      return FALSE;
    }
  draft->note = tdm_vault_note_copy (note);
  draft->note->is_unsaved = TRUE;
  draft->epoch = file->head.epoch;
  draft->reason = "";
  g_hash_table_replace (self->drafts, g_strdup (uid), draft);
  g_ptr_array_add (notes, g_steal_pointer (&note));
  return TRUE;
}

/**
 * tdm_vault_drafts_open:
 * @file: the vault, just unlocked
 *
 * Returns: (transfer full) (element-type TdmVaultNote): what could not be saved before
 */
GPtrArray *
tdm_vault_drafts_open (TdmVaultDrafts *self, TdmVaultFile *file)
{
  g_autoptr (GHashTable) in_memory = g_steal_pointer (&self->drafts);
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_vault_note_free);
  g_autofree char *folder = drafts_name_folder (self, file);
  g_auto (GStrv) names = drafts_list_files (folder, g_uuid_string_is_valid);
  GHashTableIter iter;
  gpointer uid, data;

  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, draft_free);
  for (guint i = 0; names[i]; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL),
                      *away = g_strconcat (path, ".unreadable", NULL);
      g_autoptr (GBytes) sealed = g_hash_table_contains (in_memory, names[i]) ? NULL : draft_read_file (path);
      Draft *draft;

      if (!sealed)
        continue;
      draft = g_new0 (Draft, 1);
      draft->path = g_strdup (path);
      draft->sealed = g_steal_pointer (&sealed);
      draft->is_on_disk = TRUE;
      if (drafts_open_one (self, file, names[i], draft, notes))
        continue;
      /* That of other keys is out of the way, and kept; so is a copy under another name. */
      g_rename (path, away);
      draft_free (draft);
    }
  /* What is in memory is newer than what could not be replaced on disk. What does not open stays as it is. */
  g_hash_table_iter_init (&iter, in_memory);
  while (g_hash_table_iter_next (&iter, &uid, &data))
    {
      g_autofree char *name = uid;
      Draft *draft = data;

      g_hash_table_iter_steal (&iter);
      if (drafts_open_one (self, file, name, draft, notes))
        draft->is_on_disk = FALSE;
      else if (!g_hash_table_contains (self->drafts, name))
        g_hash_table_replace (self->drafts, g_steal_pointer (&name), draft);
      else
        draft_free (draft);
    }
  return notes;
}

/**
 * tdm_vault_drafts_count:
 * @file: the vault
 *
 * Returns: how many texts are not saved
 */
guint
tdm_vault_drafts_count (TdmVaultDrafts *self, TdmVaultFile *file)
{
  guint n_drafts = g_hash_table_size (self->drafts);
  g_autofree char *folder = NULL;
  g_auto (GStrv) names = NULL;

  if (tdm_vault_file_is_unlocked (file) || !tdm_vault_file_is_set_up (file))
    return n_drafts;
  folder = drafts_name_folder (self, file);
  names = drafts_list_files (folder, g_uuid_string_is_valid);
  for (guint i = 0; names[i]; i++)
    n_drafts += !g_hash_table_contains (self->drafts, names[i]);
  return n_drafts;
}

/**
 * tdm_vault_drafts_count_in_memory:
 *
 * Returns: how many texts will be lost with the program
 */
guint
tdm_vault_drafts_count_in_memory (TdmVaultDrafts *self)
{
  GHashTableIter iter;
  gpointer data;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    n += !((Draft *) data)->is_on_disk;
  return n;
}

/**
 * tdm_vault_drafts_get_reason:
 *
 * Returns: (transfer none) (nullable): why one of them could not be saved, in the language of the program; it lasts
 */
const char *
tdm_vault_drafts_get_reason (TdmVaultDrafts *self)
{
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    if (*((Draft *) data)->reason)
      return ((Draft *) data)->reason;
  return NULL;
}

/**
 * tdm_vault_drafts_destroy:
 *
 * Removes those of every vault, for there are no notes any more.
 */
void
tdm_vault_drafts_destroy (TdmVaultDrafts *self)
{
  g_auto (GStrv) vaults = drafts_list_files (self->folder, g_uuid_string_is_valid);

  g_hash_table_remove_all (self->drafts);
  for (guint i = 0; vaults[i]; i++)
    {
      g_autofree char *folder = g_build_filename (self->folder, vaults[i], NULL);
      g_auto (GStrv) names = drafts_list_files (folder, NULL);

      for (guint j = 0; names[j]; j++)
        {
          g_autofree char *path = g_build_filename (folder, names[j], NULL);

          g_unlink (path);
        }
      g_rmdir (folder);
    }
  g_rmdir (self->folder);
}
