/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-clock.h"
#include "live-vault.h"
#include "support/faults.h"
#include "vault/tdm-vault-file.h"
#include "vault/tdm-vault-memory.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* Every verb of the private notes on a disk that fails at every call, once or from there on: what was said to be saved is
 * there, what was said not to be is not, every note can be read, the right secrets open the file and no others, nobody is
 * told of tampering that was none, and when the disk is well again the session goes on. */

#define NOW G_GINT64_CONSTANT (1784019600)
#define HOUR 3600
#define NEXT_PASSPHRASE "another horse battery"
#define PAIR "11111111-1111-4111-8111-111111111111"

typedef struct _Verb Verb;

typedef struct
{
  LiveVault live;
  const Verb *verb;
  FaultReport *report;
  TdmSecret *next_recovery;
  char *backup;
  char *target; /* where copies and exports go */
  TdmNote *note; /* as an editor has it */
} Session;

struct _Verb
{
  const char *name;
  void (*act) (Session *self);
  gboolean (*finish) (Session *self, GAsyncResult *result, GError **error);
  gboolean (*is_right) (Session *self); /* about what is not in the file */
  gboolean is_locked; /* before */
  gboolean is_absent;
  gboolean may_lock; /* when it fails, or by its nature */
  gboolean waits;    /* what could not be saved is saved as soon as it can be */
};

/* What every session begins with a copy of: notes, what this computer remembers of them, a backup from before */
typedef struct
{
  TdmTestFolder folder;
  char *vault;
  char *memory;
  char *backup;
  TdmSecret *recovery;
  TdmSecret *next_recovery;
  char *changed; /* uids */
  char *binned;
} Template;

static Template template;

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from), target = g_file_new_for_path (to);
  g_autofree char *folder = g_path_get_dirname (to);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static TdmSecret *
copy_code (TdmSecret *code)
{
  return tdm_secret_new_copy (tdm_secret_get_bytes (code), TDM_RECOVERY_CODE_BYTES);
}

static void
save_well (LiveVault *self, TdmNote *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  tdm_vault_save_async (self->vault, note, tdm_test_result_cb, &self->result);
  result = tdm_test_wait (&self->result);
  self->result = NULL;
  tdm_note_set_revision (note, tdm_note_get_revision (tdm_vault_save_finish (self->vault, result, &error)));
  g_assert_no_error (error);
}

static char *
add_note (LiveVault *self, const char *title, const char *text, const char *pair)
{
  g_autoptr (TdmNote) note = tdm_note_new (NULL);

  tdm_note_set_title (note, title);
  tdm_note_set_text (note, text);
  tdm_note_set_pair (note, pair);
  save_well (self, note);
  return g_strdup (tdm_note_get_uid (note));
}

static void
make_template (void)
{
  LiveVault live = { 0 };
  g_autofree char *gone = NULL, *about = NULL;
  g_autoptr (TdmNote) changed = NULL;
  g_autoptr (GError) error = NULL;

  live_vault_set_up (&live, NULL);
  template.changed = add_note (&live, "Alpha", "first", NULL);
  gone = add_note (&live, "Gone", "only in the backup", NULL);
  template.backup = g_build_filename (template.folder.folder, "backup.vault", NULL);
  tdm_vault_back_up_async (live.vault, template.backup, tdm_test_result_cb, &live.result);
  live_vault_finish_well (&live);
  tdm_vault_remove_async (live.vault, gone, TRUE, tdm_test_result_cb, &live.result);
  live_vault_finish_well (&live);
  tdm_vault_delete_async (live.vault, gone, tdm_test_result_cb, &live.result);
  live_vault_finish_well (&live);

  tdm_clock_freeze (NOW + HOUR);
  changed = live_vault_read (&live, template.changed, &error);
  tdm_note_set_text (changed, "second");
  save_well (&live, changed);
  about = add_note (&live, "About", "a tandem", PAIR);
  template.binned = add_note (&live, "Binned", "in the bin", NULL);
  tdm_vault_remove_async (live.vault, template.binned, TRUE, tdm_test_result_cb, &live.result);
  live_vault_finish_well (&live);
  live_vault_close (&live);

  template.vault = g_build_filename (template.folder.folder, "template.vault", NULL);
  template.memory = g_build_filename (template.folder.folder, "memory", NULL);
  copy_file (live.path, template.vault);
  copy_file (live.memory, template.memory);
  template.recovery = copy_code (live.recovery);
  template.next_recovery = tdm_secret_new_random (TDM_RECOVERY_CODE_BYTES);
  live_vault_open (&live);
  live_vault_tear_down (&live, NULL);
}

/* --- what is in the file --------------------------------------------------- */

static gboolean
opens_with (const char *path, TdmKeySlotKind kind, TdmSecret *secret)
{
  g_autoptr (TdmVaultFile) file = tdm_vault_file_open (path, TDM_OPEN_EXISTING, NULL);

  return file && tdm_vault_file_unlock (file, kind, secret, NULL, NULL);
}

static void
append_secrets (GString *text, const char *path)
{
  g_autoptr (TdmSecret) old = tdm_secret_new_text (PASSPHRASE), next = tdm_secret_new_text (NEXT_PASSPHRASE);

  g_string_append_printf (text, "passphrases %d %d, codes %d %d", opens_with (path, TDM_KEY_SLOT_PASSPHRASE, old),
                          opens_with (path, TDM_KEY_SLOT_PASSPHRASE, next),
                          opens_with (path, TDM_KEY_SLOT_RECOVERY, template.recovery),
                          opens_with (path, TDM_KEY_SLOT_RECOVERY, template.next_recovery));
}

static TdmVaultFile *
open_anyhow (const char *path, GError **error)
{
  g_autoptr (TdmVaultFile) file = tdm_vault_file_open (path, TDM_OPEN_EXISTING, error);
  const char *passphrases[] = { PASSPHRASE, NEXT_PASSPHRASE };

  for (guint i = 0; file && i < G_N_ELEMENTS (passphrases); i++)
    {
      g_autoptr (TdmSecret) secret = tdm_secret_new_text (passphrases[i]);

      g_clear_error (error);
      if (tdm_vault_file_unlock (file, TDM_KEY_SLOT_PASSPHRASE, secret, NULL, error))
        return g_steal_pointer (&file);
    }
  return NULL;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Titles, texts, versions, bin, and what opens it; what was saved afterwards is counted apart. */
static char *
describe (Session *self, const char *path, guint *n_afterwards)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmVaultFile) file = NULL;
  g_autoptr (GPtrArray) notes = NULL, lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *uuid = NULL, *joined = NULL;
  GString *text = g_string_new (NULL);
  GStatBuf status;

  *n_afterwards = 0;
  /* What SQLite has to put right may turn out to be nothing. */
  file = tdm_vault_file_open (path, TDM_OPEN_EXISTING, NULL);
  if (file ? !tdm_vault_file_is_set_up (file) : g_stat (path, &status) != 0 || status.st_size == 0)
    return g_string_free (g_string_append (text, "absent"), FALSE);
  g_clear_object (&file);

  append_secrets (text, path);
  file = open_anyhow (path, &error);
  notes = file ? tdm_vault_file_list (file, &error) : NULL;
  if (!notes)
    {
      faults_wrong (self->report, "the notes do not open: %s", error->message);
      return g_string_free (text, FALSE);
    }
  if (!tdm_vault_file_is_trusted (file))
    faults_wrong (self->report, "false alarm of tampering");
  uuid = tdm_vault_file_get_uuid (file);
  if (tdm_vault_file_get_generation (file) < tdm_vault_memory_get (self->live.memory, uuid))
    faults_wrong (self->report, "false alarm of an older file");
  for (guint i = 0; i < notes->len; i++)
    {
      const char *uid = tdm_note_get_uid (notes->pdata[i]);
      g_autoptr (TdmNote) note = tdm_vault_file_read (file, uid, 0, &error);
      g_autoptr (GPtrArray) earlier = tdm_vault_file_list_earlier (file, uid, NULL);

      if (!note || !earlier)
        {
          faults_wrong (self->report, "a note cannot be read: %s", error ? error->message : "");
          g_clear_error (&error);
        }
      else if (g_str_equal (tdm_note_get_title (note), "Afterwards"))
        ++*n_afterwards;
      else
        g_ptr_array_add (lines, g_strdup_printf ("%s: %s, %u versions%s", tdm_note_get_title (note), tdm_note_get_text (note),
                                                 earlier->len, tdm_note_get_removed (note) ? ", in the bin" : ""));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "\n%s", (char *) lines->pdata[i]);
  return g_string_free (text, FALSE);
}

/* --- a session -------------------------------------------------------------- */

static void
session_open (Session *self, const Verb *verb)
{
  LiveVault *live = &self->live;
  g_autoptr (GError) error = NULL;

  self->verb = verb;
  tdm_test_folder_init (&live->folder);
  live->path = g_build_filename (live->folder.folder, "data", "tandem", "notes.vault", NULL);
  live->memory = g_build_filename (live->folder.folder, "state", "vaults", NULL);
  live->recovery = copy_code (template.recovery);
  self->backup = tdm_test_folder_join (&live->folder, "backup.vault");
  self->target = tdm_test_folder_join (&live->folder, "target");
  copy_file (template.backup, self->backup);
  if (!verb->is_absent)
    {
      copy_file (template.vault, live->path);
      copy_file (template.memory, live->memory);
    }
  live_vault_open (live);
  tdm_vault_look_async (live->vault, tdm_test_result_cb, &live->result);
  live_vault_finish_well (live);
  if (!verb->is_absent && !verb->is_locked)
    {
      live_vault_unlock (live);
      self->note = live_vault_read (live, template.changed, &error);
      g_assert_no_error (error);
    }
}

static void
session_close (Session *self)
{
  LiveVault *live = &self->live;

  live_vault_close (live);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->note);
}

static void
session_clear (Session *self)
{
  tdm_secret_free (self->live.recovery);
  g_free (self->live.path);
  g_free (self->live.memory);
  g_free (self->backup);
  g_free (self->target);
  tdm_test_folder_clear (&self->live.folder);
}

/* With whatever opens it */
static void
session_unlock (Session *self)
{
  const char *passphrases[] = { PASSPHRASE, NEXT_PASSPHRASE };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (passphrases); i++)
    {
      g_clear_error (&error);
      tdm_vault_unlock_async (self->live.vault, passphrases[i], tdm_test_result_cb, &self->live.result);
      live_vault_finish (&self->live, &error);
      if (!error)
        return;
    }
  faults_wrong (self->report, "cannot be unlocked: %s", error->message);
}

static GHashTable *
list_notes (LiveVault *self)
{
  GListModel *notes = tdm_vault_get_notes (self->vault);
  GHashTable *lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (TdmNote) note = g_list_model_get_item (notes, i);

      g_hash_table_add (lines, g_strdup_printf ("%s: “%s”, revision %" G_GUINT64_FORMAT "%s%s", tdm_note_get_uid (note),
                                                tdm_note_get_title (note), tdm_note_get_revision (note),
                                                tdm_note_get_removed (note) ? ", in the bin" : "",
                                                tdm_note_is_damaged (note) ? ", damaged" : ""));
    }
  return lines;
}

/* What waited is saved then. */
static void
session_unlock_again (Session *self)
{
  tdm_vault_lock (self->live.vault);
  session_unlock (self);
}

/* What the list shows is what it shows after the notes were locked and unlocked. */
static void
judge_list (Session *self)
{
  g_autoptr (GHashTable) shown = list_notes (&self->live), stored = NULL;
  GHashTableIter iter;
  gpointer line;

  session_unlock_again (self);
  stored = list_notes (&self->live);
  g_hash_table_iter_init (&iter, shown);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    if (!g_hash_table_contains (stored, line))
      faults_wrong (self->report, "shown and not stored: %s", (char *) line);
  g_hash_table_iter_init (&iter, stored);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    if (!g_hash_table_contains (shown, line))
      faults_wrong (self->report, "stored and not shown: %s", (char *) line);
}

/* The note in the editor is saved again, as it is when saving has failed, and another one is written. */
static guint
judge_session (Session *self, FaultSaid said)
{
  g_autoptr (TdmNote) note = tdm_note_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (tdm_vault_get_state (self->live.vault) == TDM_VAULT_ABSENT)
    return 0;
  if (tdm_vault_get_state (self->live.vault) != TDM_VAULT_UNLOCKED)
    {
      if (!self->verb->may_lock)
        faults_wrong (self->report, "the notes were locked");
      session_unlock (self);
    }
  tdm_note_set_title (note, "Afterwards");
  tdm_vault_save_async (self->live.vault, note, tdm_test_result_cb, &self->live.result);
  result = tdm_test_wait (&self->live.result);
  self->live.result = NULL;
  if (!tdm_vault_save_finish (self->live.vault, result, &error))
    {
      /* Of which it was not known */
      if (tdm_vault_get_state (self->live.vault) == TDM_VAULT_ABSENT)
        return 0;
      faults_wrong (self->report, "the session does not go on: %s", error->message);
    }
  if (said == FAULT_SAID_DONE || !self->verb->waits)
    judge_list (self);
  else
    session_unlock_again (self);
  return error ? 0 : 1;
}

/* What the file holds before the verb and after it, from a run in which nothing fails */
static char *before, *after;

static void
judge_file (Session *self, const char *path, FaultSaid said, guint n_expected)
{
  guint n_afterwards;
  g_autofree char *text = describe (self, path, &n_afterwards);

  if (n_afterwards != n_expected)
    faults_wrong (self->report, "%u saved afterwards are there, and %u were said to be", n_afterwards, n_expected);
  if (!g_str_equal (text, before) && !g_str_equal (text, after))
    faults_wrong (self->report, "neither as before nor as it should be:\n%s\nbefore\n%s\nafter\n%s", text, before, after);
  else if (said == FAULT_SAID_DONE && !g_str_equal (text, after))
    faults_wrong (self->report, "said to be done, and is not");
  else if (said == FAULT_SAID_FAILED && !g_str_equal (text, before))
    faults_wrong (self->report, "said not to be done, and is");
}

/* While the session goes on */
static void
judge_copy (Session *self, FaultSaid said)
{
  g_autofree char *copy = tdm_test_folder_join (&self->live.folder, "copy.vault");
  g_autofree char *journal = g_strconcat (self->live.path, "-journal", NULL), *copied = g_strconcat (copy, "-journal", NULL);

  copy_file (self->live.path, copy);
  if (g_file_test (journal, G_FILE_TEST_EXISTS))
    copy_file (journal, copied);
  judge_file (self, copy, said, 0);
}

static gboolean
act (Session *self, const Fault *fault, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  faults_arm (fault);
  self->verb->act (self);
  result = tdm_test_wait (&self->live.result);
  self->live.result = NULL;
  return self->verb->finish ? self->verb->finish (self, result, error)
                            : tdm_vault_finish (self->live.vault, result, error);
}

static void
run_verb (const Fault *fault, FaultReport *report, gpointer data)
{
  Session self = { .report = report };
  g_autoptr (GError) error = NULL;
  gboolean is_done;
  FaultSaid said;
  guint n_saved, n_afterwards;

  session_open (&self, data);
  if (fault->at == 0)
    {
      session_close (&self);
      before = describe (&self, self.live.path, &n_afterwards);
      session_clear (&self);
      session_open (&self, data);
    }
  is_done = act (&self, fault, &error);
  said = faults_take_said (report, is_done, error);
  if (self.verb->waits && fault->at > 0)
    judge_copy (&self, said);
  n_saved = judge_session (&self, said);
  if (is_done && self.verb->is_right && !self.verb->is_right (&self))
    faults_wrong (report, "what was written is not right");
  session_close (&self);
  if (fault->at == 0)
    after = describe (&self, self.live.path, &n_afterwards);
  judge_file (&self, self.live.path, self.verb->waits ? FAULT_SAID_DONE : said, n_saved);
  session_clear (&self);
}

static void
test_verb (gconstpointer verb)
{
  faults_run_all (run_verb, (gpointer) verb);
  g_clear_pointer (&before, g_free);
  g_clear_pointer (&after, g_free);
}

/* --- verbs ------------------------------------------------------------------ */

#define TAKE(self) tdm_test_result_cb, &(self)->live.result

static void
create (Session *self)
{
  tdm_vault_create_async (self->live.vault, PASSPHRASE, copy_code (template.recovery), TAKE (self));
}

static void
unlock (Session *self)
{
  tdm_vault_unlock_async (self->live.vault, PASSPHRASE, TAKE (self));
}

static void
save_new (Session *self)
{
  g_autoptr (TdmNote) note = tdm_note_new (NULL);

  tdm_note_set_title (note, "New");
  tdm_note_set_text (note, "new");
  tdm_vault_save_async (self->live.vault, note, TAKE (self));
}

static gboolean
finish_saving (Session *self, GAsyncResult *result, GError **error)
{
  return tdm_vault_save_finish (self->live.vault, result, error) != NULL;
}

/* Long enough after the last one for that to be kept beside it */
static void
save_change (Session *self)
{
  tdm_note_set_text (self->note, "third");
  tdm_clock_freeze (NOW + 2 * HOUR);
  tdm_vault_save_async (self->live.vault, self->note, TAKE (self));
}

static void
put_into_bin (Session *self)
{
  tdm_vault_remove_async (self->live.vault, template.changed, TRUE, TAKE (self));
}

static void
take_out_of_bin (Session *self)
{
  tdm_vault_remove_async (self->live.vault, template.binned, FALSE, TAKE (self));
}

static void
delete_for_ever (Session *self)
{
  tdm_vault_delete_async (self->live.vault, template.binned, TAKE (self));
}

static void
delete_about (Session *self)
{
  const char *pairs[] = { PAIR, NULL };

  tdm_vault_delete_about_async (self->live.vault, pairs, TAKE (self));
}

static void
read_note (Session *self)
{
  tdm_vault_read_async (self->live.vault, template.changed, 1, TAKE (self));
}

static gboolean
finish_reading (Session *self, GAsyncResult *result, GError **error)
{
  g_autoptr (TdmNote) note = tdm_vault_read_finish (self->live.vault, result, error);

  if (note && !g_str_equal (tdm_note_get_text (note), "first"))
    faults_wrong (self->report, "another text was read");
  return note != NULL;
}

static void
list_versions (Session *self)
{
  tdm_vault_list_earlier_async (self->live.vault, template.changed, TAKE (self));
}

static gboolean
finish_listing (Session *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) notes = tdm_vault_list_finish (self->live.vault, result, error);

  if (notes && notes->len != 1)
    faults_wrong (self->report, "%u versions", notes->len);
  return notes != NULL;
}

static void
search (Session *self)
{
  tdm_vault_search_async (self->live.vault, "second", TAKE (self));
}

static gboolean
finish_searching (Session *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) uids = tdm_vault_search_finish (self->live.vault, result, error);

  if (uids && uids->len != 1)
    faults_wrong (self->report, "%u found", uids->len);
  return uids != NULL;
}

static void
set_passphrase (Session *self)
{
  tdm_vault_set_passphrase_async (self->live.vault, PASSPHRASE, NEXT_PASSPHRASE, TAKE (self));
}

static void
set_recovery (Session *self)
{
  tdm_vault_set_recovery_async (self->live.vault, copy_code (template.next_recovery), TAKE (self));
}

static void
renew_keys (Session *self)
{
  tdm_vault_renew_keys_async (self->live.vault, PASSPHRASE, copy_code (template.next_recovery), TAKE (self));
}

static void
back_up (Session *self)
{
  tdm_vault_back_up_async (self->live.vault, self->target, TAKE (self));
}

static gboolean
is_copy_right (Session *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmVaultFile) file = open_anyhow (self->target, &error);
  g_autoptr (GPtrArray) notes = file ? tdm_vault_file_list (file, &error) : NULL;

  return notes && notes->len == 3 && tdm_vault_file_is_trusted (file);
}

static void
merge (Session *self)
{
  tdm_vault_merge_async (self->live.vault, self->backup, PASSPHRASE, TAKE (self));
}

static gboolean
finish_merging (Session *self, GAsyncResult *result, GError **error)
{
  TdmVaultMerge done;

  return tdm_vault_merge_finish (self->live.vault, result, &done, error);
}

static void
restore (Session *self)
{
  tdm_vault_restore_async (self->live.vault, self->backup, PASSPHRASE, TAKE (self));
}

static gboolean
finish_restoring (Session *self, GAsyncResult *result, GError **error)
{
  g_autofree char *aside = NULL;

  return tdm_vault_restore_finish (self->live.vault, result, &aside, error);
}

static void
export (Session *self)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  tdm_vault_export_async (self->live.vault, self->target, NULL, titles, TAKE (self));
}

static gboolean
finish_exporting (Session *self, GAsyncResult *result, GError **error)
{
  guint n_damaged = 0;
  gboolean is_done = tdm_vault_export_finish (self->live.vault, result, &n_damaged, error);

  if (n_damaged > 0)
    faults_wrong (self->report, "%u notes are said to be damaged", n_damaged);
  return is_done;
}

static gboolean
is_export_right (Session *self)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (self->target, &text, NULL, NULL) && strstr (text, "second") && strstr (text, "a tandem");
}

static void
destroy (Session *self)
{
  tdm_vault_destroy_async (self->live.vault, TAKE (self));
}

static const Verb verbs[] = {
  { "set up", create, .is_absent = TRUE, .may_lock = TRUE },
  { "unlock", unlock, .is_locked = TRUE, .may_lock = TRUE },
  { "save a new note", save_new, finish_saving, .waits = TRUE },
  { "save a change", save_change, finish_saving, .waits = TRUE },
  { "put into the bin", put_into_bin },
  { "take out of the bin", take_out_of_bin },
  { "delete", delete_for_ever },
  { "delete what is about a tandem", delete_about },
  { "read an earlier version", read_note, finish_reading },
  { "list earlier versions", list_versions, finish_listing },
  { "search", search, finish_searching },
  { "change the passphrase", set_passphrase },
  { "new recovery code", set_recovery },
  { "renew the keys", renew_keys },
  { "back up", back_up, .is_right = is_copy_right },
  { "merge", merge, finish_merging },
  { "restore", restore, finish_restoring, .may_lock = TRUE },
  { "export", export, finish_exporting, is_export_right },
  { "destroy", destroy, .may_lock = TRUE },
};

/* --- the keyring, and a file that was put back -------------------------------- */

/* Without the keyring of the desktop, which does not fail with the disk */
static void
run_keyring (const Fault *fault, FaultReport *report, gpointer is_dropped)
{
  TdmTestFolder folder;
  g_autofree char *path = NULL;
  g_autoptr (TdmSecret) passphrase = tdm_secret_new_text (PASSPHRASE), secret = tdm_secret_new_random (32);
  g_autoptr (TdmVaultFile) file = NULL;
  g_autoptr (TdmNote) note = tdm_note_new (NULL);
  g_autoptr (GError) error = NULL, later = NULL;
  gboolean is_done, opens;
  FaultSaid said;

  tdm_test_folder_init (&folder);
  path = tdm_test_folder_join (&folder, "notes.vault");
  copy_file (template.vault, path);
  file = tdm_vault_file_open (path, TDM_OPEN_EXISTING, &error);
  tdm_vault_file_unlock (file, TDM_KEY_SLOT_PASSPHRASE, passphrase, NULL, &error);
  if (is_dropped)
    tdm_vault_file_set_slot (file, TDM_KEY_SLOT_KEYRING, secret, NULL, &error);
  g_assert_no_error (error);

  faults_arm (fault);
  is_done = is_dropped ? tdm_vault_file_drop_slot (file, TDM_KEY_SLOT_KEYRING, &error)
                       : tdm_vault_file_set_slot (file, TDM_KEY_SLOT_KEYRING, secret, NULL, &error);
  said = faults_take_said (report, is_done, error);
  if (!tdm_vault_file_save (file, note, &later))
    faults_wrong (report, "the session does not go on: %s", later->message);
  opens = tdm_vault_file_has_slot (file, TDM_KEY_SLOT_KEYRING);
  g_clear_object (&file);

  if (opens != opens_with (path, TDM_KEY_SLOT_KEYRING, secret))
    faults_wrong (report, "what is said of the keyring is not so");
  if (said != FAULT_SAID_UNKNOWN && opens != (is_dropped ? !is_done : is_done))
    faults_wrong (report, "the keyring %s", opens ? "opens it" : "does not open it");
  if (!opens_with (path, TDM_KEY_SLOT_PASSPHRASE, passphrase))
    faults_wrong (report, "the passphrase does not open it");
  tdm_test_folder_clear (&folder);
}

static void
test_keyring (gconstpointer is_dropped)
{
  faults_run_all (run_keyring, (gpointer) is_dropped);
}

/* A row was taken away; its owner says to go on. */
static void
run_accept (const Fault *fault, FaultReport *report, gpointer data)
{
  Session self = { .report = report };
  g_autofree char *text = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *handle;
  guint n_afterwards;
  FaultSaid said;

  session_open (&self, &verbs[1]);
  g_assert_cmpint (sqlite3_open (self.live.path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "DELETE FROM earlier", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  live_vault_unlock (&self.live);
  g_assert_false (tdm_vault_is_trusted (self.live.vault));

  faults_arm (fault);
  tdm_vault_accept_async (self.live.vault, TAKE (&self));
  result = tdm_test_wait (&self.live.result);
  self.live.result = NULL;
  tdm_vault_finish (self.live.vault, result, &error);
  said = faults_take_said (report, error == NULL, error);
  if (said == FAULT_SAID_FAILED && tdm_vault_is_trusted (self.live.vault))
    faults_wrong (report, "said to be refused, and is not");
  g_clear_error (&error);
  tdm_vault_accept_async (self.live.vault, TAKE (&self));
  live_vault_finish (&self.live, &error);
  if (error)
    faults_wrong (report, "the session does not go on: %s", error->message);
  session_close (&self);
  text = describe (&self, self.live.path, &n_afterwards);
  session_clear (&self);
}

static void
test_accept (void)
{
  faults_run_all (run_accept, NULL);
}

int
main (int argc, char **argv)
{
  int status;

  faults_init (&argc, argv);
  tdm_test_init (&argc, &argv);
  tdm_test_folder_init (&template.folder);
  make_template ();
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *path = g_strconcat ("/vault-faults/", verbs[i].name, NULL);

      g_test_add_data_func (path, &verbs[i], test_verb);
    }
  g_test_add_data_func ("/vault-faults/let the keyring open it", GINT_TO_POINTER (FALSE), test_keyring);
  g_test_add_data_func ("/vault-faults/no longer let the keyring open it", GINT_TO_POINTER (TRUE), test_keyring);
  g_test_add_func ("/vault-faults/accept", test_accept);
  status = g_test_run ();
  tdm_test_folder_clear (&template.folder);
  tdm_secret_free (template.recovery);
  tdm_secret_free (template.next_recovery);
  g_free (template.vault);
  g_free (template.memory);
  g_free (template.backup);
  g_free (template.changed);
  g_free (template.binned);
  return status;
}
