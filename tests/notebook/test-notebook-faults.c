/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "vault-session.h"

#include "base/tdm-clock.h"

#include <sqlite3.h>
#include <string.h>

/* Every verb of the private notes on a disk that fails at every call, once or from there on: what was said to be saved
 * is there, what was said not to be is not, every note can be read, the right secrets open the file and no others,
 * nobody is told of tampering that was none, and when the disk is well again the session goes on. */

typedef struct
{
  const char *name;
  void (*act) (VaultSession *self);
  gboolean (*finish) (VaultSession *self, GAsyncResult *result, GError **error);
  gboolean (*is_right) (VaultSession *self); /* about what is not in the file */
  gboolean is_locked; /* before */
  gboolean is_absent;
  gboolean may_lock; /* when it fails, or by its nature */
  gboolean waits;    /* what could not be saved is saved as soon as it can be */
} Verb;

static VaultTemplate template;

/* --- the judge -------------------------------------------------------------- */

static GHashTable *
list_notes (LiveVault *self)
{
  GListModel *notes = tdm_notebook_get_notes (self->vault);
  GHashTable *lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (TdmNote) note = g_list_model_get_item (notes, i);

      g_hash_table_add (lines, g_strdup_printf ("%s: “%s”, revision %" G_GUINT64_FORMAT "%s%s", tdm_note_get_uid (note),
                                                tdm_note_get_title (note), tdm_note_get_revision (note),
                                                tdm_note_get_state (note)->removed ? ", in the bin" : "",
                                                tdm_note_is_damaged (note) ? ", damaged" : ""));
    }
  return lines;
}

/* What waited is saved then. */
static void
session_unlock_again (VaultSession *self)
{
  tdm_notebook_lock (self->live.vault);
  vault_session_unlock (self);
}

/* What the list shows is what it shows after the notes were locked and unlocked. */
static void
judge_list (VaultSession *self)
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
judge_session (VaultSession *self, const Verb *verb, FaultSaid said)
{
  g_autoptr (TdmNote) note = tdm_note_new ("", "");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (tdm_notebook_get_state (self->live.vault) == TDM_NOTEBOOK_ABSENT)
    return 0;
  if (!tdm_notebook_is_unlocked (self->live.vault))
    {
      if (!verb->may_lock)
        faults_wrong (self->report, "the notes were locked");
      vault_session_unlock (self);
    }
  tdm_note_set_title (note, "Afterwards");
  tdm_notebook_save_async (self->live.vault, note, tdm_test_result_cb, &self->live.result);
  result = tdm_test_wait (&self->live.result);
  self->live.result = NULL;
  if (!tdm_notebook_save_finish (self->live.vault, result, &error))
    {
      /* Of which it was not known */
      if (tdm_notebook_get_state (self->live.vault) == TDM_NOTEBOOK_ABSENT)
        return 0;
      faults_wrong (self->report, "the session does not go on: %s", error->message);
    }
  if (said == FAULT_SAID_DONE || !verb->waits)
    judge_list (self);
  else
    session_unlock_again (self);
  return error ? 0 : 1;
}

/* What the file holds before the verb and after it, from a run in which nothing fails */
static char *before, *after;

static void
judge_file (VaultSession *self, const char *path, FaultSaid said, guint n_expected)
{
  guint n_afterwards;
  g_autofree char *text = vault_session_describe (self, path, &n_afterwards);

  if (n_afterwards != n_expected)
    faults_wrong (self->report, "%u saved afterwards are there, and %u were said to be", n_afterwards, n_expected);
  if (!g_str_equal (text, before) && !g_str_equal (text, after))
    faults_wrong (self->report, "neither as before nor as it should be:\n%s\nbefore\n%s\nafter\n%s", text, before,
                  after);
  else if (said == FAULT_SAID_DONE && !g_str_equal (text, after))
    faults_wrong (self->report, "said to be done, and is not");
  else if (said == FAULT_SAID_FAILED && !g_str_equal (text, before))
    faults_wrong (self->report, "said not to be done, and is");
}

/* While the session goes on */
static void
judge_copy (VaultSession *self, FaultSaid said)
{
  g_autofree char *copy = tdm_test_folder_join (&self->live.folder, "copy.vault");
  g_autofree char *journal = g_strconcat (self->live.path, "-journal", NULL);
  g_autofree char *copied = g_strconcat (copy, "-journal", NULL);

  tdm_test_copy_file (self->live.path, copy);
  if (g_file_test (journal, G_FILE_TEST_EXISTS))
    tdm_test_copy_file (journal, copied);
  judge_file (self, copy, said, 0);
}

static gboolean
act (VaultSession *self, const Verb *verb, const Fault *fault, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  faults_arm (fault);
  verb->act (self);
  result = tdm_test_wait (&self->live.result);
  self->live.result = NULL;
  return verb->finish ? verb->finish (self, result, error) : tdm_notebook_finish (self->live.vault, result, error);
}

static void
run_verb (const Fault *fault, FaultReport *report, gpointer data)
{
  const Verb *verb = data;
  TdmNotebookState state = verb->is_absent   ? TDM_NOTEBOOK_ABSENT
                           : verb->is_locked ? TDM_NOTEBOOK_LOCKED
                                             : TDM_NOTEBOOK_UNLOCKED;
  VaultSession self = { .report = report };
  g_autoptr (GError) error = NULL;
  gboolean is_done;
  FaultSaid said;
  guint n_saved, n_afterwards;

  vault_session_open (&self, &template, state);
  if (fault->at == 0)
    {
      vault_session_close (&self);
      before = vault_session_describe (&self, self.live.path, &n_afterwards);
      vault_session_clear (&self);
      vault_session_open (&self, &template, state);
    }
  is_done = act (&self, verb, fault, &error);
  said = faults_take_said (report, is_done, error);
  if (verb->waits && fault->at > 0)
    judge_copy (&self, said);
  n_saved = judge_session (&self, verb, said);
  if (is_done && verb->is_right && !verb->is_right (&self))
    faults_wrong (report, "what was written is not right");
  vault_session_close (&self);
  if (fault->at == 0)
    after = vault_session_describe (&self, self.live.path, &n_afterwards);
  judge_file (&self, self.live.path, verb->waits ? FAULT_SAID_DONE : said, n_saved);
  vault_session_clear (&self);
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
create (VaultSession *self)
{
  g_autoptr (TdmSecret) code = tdm_recovery_code_write (template.recovery);

  tdm_notebook_create_async (self->live.vault, PASSPHRASE, live_vault_get_text (code), TAKE (self));
}

static void
unlock (VaultSession *self)
{
  tdm_notebook_unlock_async (self->live.vault, PASSPHRASE, TAKE (self));
}

static void
save_new (VaultSession *self)
{
  g_autoptr (TdmNote) note = tdm_note_new ("", "");

  tdm_note_set_title (note, "New");
  tdm_note_set_text (note, "new");
  tdm_notebook_save_async (self->live.vault, note, TAKE (self));
}

static gboolean
finish_saving (VaultSession *self, GAsyncResult *result, GError **error)
{
  return tdm_notebook_save_finish (self->live.vault, result, error) != NULL;
}

/* Long enough after the last one for that to be kept beside it */
static void
save_change (VaultSession *self)
{
  tdm_note_set_text (self->note, "third");
  tdm_clock_freeze (NOW + 2 * HOUR);
  tdm_notebook_save_async (self->live.vault, self->note, TAKE (self));
}

static void
put_into_bin (VaultSession *self)
{
  tdm_notebook_remove_async (self->live.vault, template.changed, TRUE, TAKE (self));
}

static void
take_out_of_bin (VaultSession *self)
{
  tdm_notebook_remove_async (self->live.vault, template.binned, FALSE, TAKE (self));
}

static void
delete_for_ever (VaultSession *self)
{
  tdm_notebook_delete_async (self->live.vault, template.binned, TAKE (self));
}

static void
delete_about (VaultSession *self)
{
  const char *pairs[] = { PAIR, NULL };

  tdm_notebook_delete_about_async (self->live.vault, pairs, TAKE (self));
}

static void
read_note (VaultSession *self)
{
  tdm_notebook_read_async (self->live.vault, template.changed, 1, TAKE (self));
}

static gboolean
finish_reading (VaultSession *self, GAsyncResult *result, GError **error)
{
  g_autoptr (TdmNote) note = tdm_notebook_read_finish (self->live.vault, result, error);

  if (note && !g_str_equal (tdm_note_get_text (note), "first"))
    faults_wrong (self->report, "another text was read");
  return note != NULL;
}

static void
list_versions (VaultSession *self)
{
  tdm_notebook_list_earlier_async (self->live.vault, template.changed, TAKE (self));
}

static gboolean
finish_listing (VaultSession *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) notes = tdm_notebook_list_finish (self->live.vault, result, error);

  if (notes && notes->len != 1)
    faults_wrong (self->report, "%u versions", notes->len);
  return notes != NULL;
}

static void
search (VaultSession *self)
{
  tdm_notebook_search_async (self->live.vault, "second", TAKE (self));
}

static gboolean
finish_searching (VaultSession *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) uids = tdm_notebook_search_finish (self->live.vault, result, error);

  if (uids && uids->len != 1)
    faults_wrong (self->report, "%u found", uids->len);
  return uids != NULL;
}

static void
set_passphrase (VaultSession *self)
{
  tdm_notebook_set_passphrase_async (self->live.vault, PASSPHRASE, NEXT_PASSPHRASE, TAKE (self));
}

static void
set_recovery (VaultSession *self)
{
  g_autoptr (TdmSecret) code = tdm_recovery_code_write (template.next_recovery);

  tdm_notebook_set_recovery_async (self->live.vault, live_vault_get_text (code), TAKE (self));
}

static void
renew_keys (VaultSession *self)
{
  g_autoptr (TdmSecret) code = tdm_recovery_code_write (template.next_recovery);

  tdm_notebook_renew_keys_async (self->live.vault, PASSPHRASE, live_vault_get_text (code),
                                 TAKE (self));
}

static void
back_up (VaultSession *self)
{
  tdm_notebook_back_up_async (self->live.vault, self->target, TAKE (self));
}

static gboolean
is_copy_right (VaultSession *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmVaultFile) file = vault_session_open_anyhow (self->target, &error);
  g_autoptr (GPtrArray) notes = file ? tdm_vault_file_list (file, &error) : NULL;

  return notes && notes->len == 3 && tdm_vault_file_is_trusted (file);
}

static void
merge (VaultSession *self)
{
  tdm_notebook_merge_async (self->live.vault, self->backup, PASSPHRASE, TAKE (self));
}

static gboolean
finish_merging (VaultSession *self, GAsyncResult *result, GError **error)
{
  TdmNotebookMerge done;

  return tdm_notebook_merge_finish (self->live.vault, result, &done, error);
}

static void
restore (VaultSession *self)
{
  tdm_notebook_restore_async (self->live.vault, self->backup, PASSPHRASE, TAKE (self));
}

static gboolean
finish_restoring (VaultSession *self, GAsyncResult *result, GError **error)
{
  g_autofree char *aside = NULL;

  return tdm_notebook_restore_finish (self->live.vault, result, &aside, error);
}

static void
export (VaultSession *self)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  tdm_notebook_export_async (self->live.vault, self->target, NULL, titles, TAKE (self));
}

static gboolean
finish_exporting (VaultSession *self, GAsyncResult *result, GError **error)
{
  guint n_damaged = 0;
  gboolean is_done = tdm_notebook_export_finish (self->live.vault, result, &n_damaged, error);

  if (n_damaged > 0)
    faults_wrong (self->report, "%u notes are said to be damaged", n_damaged);
  return is_done;
}

static gboolean
is_export_right (VaultSession *self)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (self->target, &text, NULL, NULL) && strstr (text, "second") && strstr (text, "a tandem");
}

static void
destroy (VaultSession *self)
{
  tdm_notebook_destroy_async (self->live.vault, TAKE (self));
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
  g_autoptr (TdmVaultNote) note = tdm_vault_note_new (NULL);
  g_autoptr (GError) error = NULL, later = NULL;
  gboolean is_done, opens;
  FaultSaid said;

  tdm_test_folder_init (&folder);
  path = tdm_test_folder_join (&folder, "notes.vault");
  tdm_test_copy_file (template.vault, path);
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

  if (opens != vault_session_opens_with (path, TDM_KEY_SLOT_KEYRING, secret))
    faults_wrong (report, "what is said of the keyring is not so");
  if (said != FAULT_SAID_UNKNOWN && opens != (is_dropped ? !is_done : is_done))
    faults_wrong (report, "the keyring %s", opens ? "opens it" : "does not open it");
  if (!vault_session_opens_with (path, TDM_KEY_SLOT_PASSPHRASE, passphrase))
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
  VaultSession self = { .report = report };
  g_autofree char *text = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *handle;
  guint n_afterwards;
  FaultSaid said;

  vault_session_open (&self, &template, TDM_NOTEBOOK_LOCKED);
  g_assert_cmpint (sqlite3_open (self.live.path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "DELETE FROM earlier", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  live_vault_unlock (&self.live);
  g_assert_false (tdm_notebook_get_facts (self.live.vault)->is_trusted);

  faults_arm (fault);
  tdm_notebook_accept_async (self.live.vault, TAKE (&self));
  result = tdm_test_wait (&self.live.result);
  self.live.result = NULL;
  tdm_notebook_finish (self.live.vault, result, &error);
  said = faults_take_said (report, error == NULL, error);
  if (said == FAULT_SAID_FAILED && tdm_notebook_get_facts (self.live.vault)->is_trusted)
    faults_wrong (report, "said to be refused, and is not");
  g_clear_error (&error);
  tdm_notebook_accept_async (self.live.vault, TAKE (&self));
  live_vault_finish (&self.live, &error);
  if (error)
    faults_wrong (report, "the session does not go on: %s", error->message);
  vault_session_close (&self);
  text = vault_session_describe (&self, self.live.path, &n_afterwards);
  vault_session_clear (&self);
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
  vault_template_init (&template);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *path = g_strconcat ("/notebook-faults/", verbs[i].name, NULL);

      g_test_add_data_func (path, &verbs[i], test_verb);
    }
  g_test_add_data_func ("/notebook-faults/let the keyring open it", GINT_TO_POINTER (FALSE), test_keyring);
  g_test_add_data_func ("/notebook-faults/no longer let the keyring open it", GINT_TO_POINTER (TRUE), test_keyring);
  g_test_add_func ("/notebook-faults/accept", test_accept);
  status = g_test_run ();
  vault_template_clear (&template);
  return status;
}
