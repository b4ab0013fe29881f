/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-history.h"

#include "base/tdm-file-error.h"
#include "base/tdm-i18n.h"
#include "base/tdm-id-set.h"
#include "database/tdm-database.h"
#include "database/tdm-sqlite-error.h"
#include "model/tdm-record-types.h"
#include "tdm-difference.h"
#include "tdm-record-table.h"
#include "tdm-record-scope.h"
#include "tdm-summary.h"

#include <string.h>

/**
 * TdmHistory:
 *
 * Commits edits and takes them back. Every commit is recorded as a changeset by SQLite's session extension; undo
 * applies its inverse, redo the changeset itself. A changeset names each row that changed, those that went by a cascade
 * too.
 */

#define MOST_ENTRIES 200

/* Of every table; the fields stand in the order of the columns. */
#define COLUMN_ID 0
#define COLUMN_FIRST_FIELD 2

typedef struct
{
  char *label;
  void *changeset;
  int size;
} TdmHistoryEntry;

/* What a transaction does to the history, and to the rows, once it is in the file */
typedef struct
{
  TdmHistoryEntry entry; /* to be remembered; without a changeset there is none */
  int step; /* along the entries that there are */
  TdmEdit *edit; /* whose drafts got their row ids */
  TdmChanges *changes;
} TdmHistoryTransaction;

struct _TdmHistory
{
  GObject parent_instance;

  TdmDatabase *database;
  GArray *entries;
  guint position;
  TdmHistoryTransaction unsettled; /* of which it is not known whether it is in the file */
};

G_DEFINE_FINAL_TYPE (TdmHistory, tdm_history, G_TYPE_OBJECT)

static void
history_clear_entry (gpointer data)
{
  TdmHistoryEntry *entry = data;

  g_free (entry->label);
  sqlite3_free (entry->changeset);
  *entry = (TdmHistoryEntry) { .size = 0 };
}

static void
transaction_clear (TdmHistoryTransaction *self)
{
  history_clear_entry (&self->entry);
  g_clear_object (&self->edit);
  g_clear_object (&self->changes);
  self->step = 0;
}

static void
tdm_history_finalize (GObject *object)
{
  TdmHistory *self = TDM_HISTORY (object);

  transaction_clear (&self->unsettled);
  g_clear_object (&self->database);
  g_array_unref (self->entries);
  G_OBJECT_CLASS (tdm_history_parent_class)->finalize (object);
}

static void
tdm_history_class_init (TdmHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_history_finalize;
}

static void
tdm_history_init (TdmHistory *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (TdmHistoryEntry));
  g_array_set_clear_func (self->entries, history_clear_entry);
}

/**
 * tdm_history_new:
 *
 * Returns: (transfer full): a history without entries
 */
TdmHistory *
tdm_history_new (TdmDatabase *database)
{
  TdmHistory *self = g_object_new (TDM_TYPE_HISTORY, NULL);

  self->database = g_object_ref (database);
  return self;
}

/* Links are followed when people change something, and not when a changeset is applied: that has every row which a
 * cascade touched, and a second cascade would take these away before it comes to them. */
static gboolean
history_begin (TdmHistory *self, gboolean follows_links, GError **error)
{
  return tdm_database_set_foreign_keys (self->database, follows_links, error) &&
         tdm_database_begin (self->database, error);
}

static gboolean
history_run_edit (TdmHistory *self, TdmEdit *edit, GError **error)
{
  guint n_steps = tdm_edit_get_size (edit);
  gboolean done = TRUE;
  TdmEditAction action;

  /* What is to be removed must be there now; later it may have gone with what it belongs to. */
  for (guint i = 0; i < n_steps; i++)
    {
      TdmRecord *record = tdm_edit_get_step (edit, i, &action);

      if (action == TDM_EDIT_REMOVE && !tdm_record_table_find (self->database, record, error))
        return FALSE;
    }
  for (guint i = 0; done && i < n_steps; i++)
    {
      TdmRecord *record = tdm_edit_get_step (edit, i, &action);

      switch (action)
        {
        case TDM_EDIT_INSERT:
          done = tdm_record_table_insert (self->database, record, error);
          break;
        case TDM_EDIT_UPDATE:
          done = tdm_record_table_update (self->database, record, error);
          break;
        case TDM_EDIT_REMOVE:
          done = tdm_record_table_remove (self->database, record, error);
          break;
        }
    }
  return done;
}

/* A draft that was not stored is a new one still, when it is tried again. */
static void
edit_forget_ids (TdmEdit *edit)
{
  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmEditAction action;
      TdmRecord *record = tdm_edit_get_step (edit, i, &action);

      if (action == TDM_EDIT_INSERT)
        tdm_record_set_id (record, 0);
    }
}

static void
transaction_forget (TdmHistoryTransaction *self)
{
  if (self->edit)
    edit_forget_ids (self->edit);
  transaction_clear (self);
}

static gboolean
history_check_code (int code, GError **error)
{
  if (code != SQLITE_OK)
    tdm_file_error_set_sqlite (error, code, "changeset");
  return code == SQLITE_OK;
}

static gint64
changeset_get_number (sqlite3_changeset_iter *iterator, int operation, int column)
{
  sqlite3_value *value = NULL;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iterator, column, &value);
  else
    sqlite3changeset_old (iterator, column, &value);
  return value ? sqlite3_value_int64 (value) : 0;
}

static gboolean
history_describe_change (TdmHistory *self, sqlite3_changeset_iter *iterator, TdmChanges *changes, GHashTable *pairs,
                         GError **error)
{
  const char *table;
  int n_columns, operation, code = sqlite3changeset_op (iterator, &table, &n_columns, &operation, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 id, parent = 0, pair;
  TdmRecordClass *klass;
  GType type;

  if (!history_check_code (code, error))
    return FALSE;
  id = changeset_get_number (iterator, operation, COLUMN_ID);
  type = tdm_record_type_for_table (table);
  klass = g_type_class_peek (type);
  /* What is gone cannot be asked any more to what it belonged. */
  if (operation != SQLITE_UPDATE && klass->n_parents > 0)
    parent = changeset_get_number (iterator, operation, COLUMN_FIRST_FIELD + klass->parents[0]);
  if (!tdm_summary_find_pair (self->database, type, id, parent, &pair, error))
    return FALSE;
  tdm_id_set_add (pairs, pair);
  if (operation != SQLITE_DELETE && !tdm_record_table_read (self->database, type, "id = ?1", id, rows, error))
    return FALSE;
  tdm_changes_add (changes, type, id, rows->len > 0 ? g_object_ref (rows->pdata[0]) : NULL);
  return TRUE;
}

/* Before the commit: what cannot be described is not stored. */
static TdmChanges *
history_describe (TdmHistory *self, const TdmHistoryEntry *entry, GError **error)
{
  g_autoptr (TdmChanges) changes = tdm_changes_new (entry->label);
  g_autoptr (GHashTable) pairs = tdm_id_set_new ();
  sqlite3_changeset_iter *iterator;
  GHashTableIter iter;
  gboolean fine = TRUE;
  gpointer pair;
  int code;

  if (!history_check_code (sqlite3changeset_start (&iterator, entry->size, entry->changeset), error))
    return NULL;
  while (fine && sqlite3changeset_next (iterator) == SQLITE_ROW)
    fine = history_describe_change (self, iterator, changes, pairs, error);
  code = sqlite3changeset_finalize (iterator);
  fine = fine && history_check_code (code, error);

  g_hash_table_iter_init (&iter, pairs);
  while (fine && g_hash_table_iter_next (&iter, &pair, NULL))
    fine = tdm_summary_read (self->database, *(gint64 *) pair, tdm_changes_get_summaries (changes), error);
  return fine ? g_steal_pointer (&changes) : NULL;
}

/* The transaction is in the file. */
static TdmChanges *
history_take (TdmHistory *self, TdmHistoryTransaction *transaction)
{
  TdmChanges *changes = g_steal_pointer (&transaction->changes);

  if (transaction->entry.size > 0)
    {
      g_array_set_size (self->entries, self->position);
      if (self->entries->len == MOST_ENTRIES)
        g_array_remove_index (self->entries, 0);
      g_array_append_val (self->entries, transaction->entry);
      self->position = self->entries->len;
      transaction->entry = (TdmHistoryEntry) { .size = 0 };
    }
  self->position += transaction->step;
  transaction_clear (transaction);
  return changes;
}

/* Ends a transaction; without a description of what it did something went wrong in it. */
static TdmChanges *
history_finish (TdmHistory *self, TdmHistoryTransaction *transaction, GError **error)
{
  if (transaction->changes && tdm_database_commit (self->database, error))
    return history_take (self, transaction);
  if (transaction->changes && tdm_database_is_unsettled (self->database))
    {
      self->unsettled = *transaction;
      return NULL;
    }
  tdm_database_rollback (self->database);
  transaction_forget (transaction);
  return NULL;
}

/**
 * tdm_history_settle:
 * @late: (out) (transfer full) (nullable): what became of every row by a change of which that was not known, if it is
 * in the file
 * @error: %TDM_FILE_ERROR_UNKNOWN if it still is not known
 *
 * To be called before anything is read or written: see tdm_database_settle().
 *
 * Returns: whether it is known what the file holds
 */
gboolean
tdm_history_settle (TdmHistory *self, TdmChanges **late, GError **error)
{
  gboolean is_committed;

  g_return_val_if_fail (TDM_IS_HISTORY (self), FALSE);

  *late = NULL;
  if (!tdm_database_is_unsettled (self->database))
    return TRUE;
  if (!tdm_database_settle (self->database, &is_committed, error))
    return FALSE;
  if (is_committed)
    *late = history_take (self, &self->unsettled);
  else
    transaction_forget (&self->unsettled);
  return TRUE;
}

/**
 * tdm_history_commit:
 * @edit: an edit whose drafts are sound; they get their row ids
 * @error: %TDM_FILE_ERROR_GONE if a row was removed meanwhile, %TDM_FILE_ERROR_UNKNOWN, or others
 *
 * Stores an edit in one transaction; what could be redone before can no longer be. A permanent edit leaves the history
 * as it is.
 *
 * Returns: (transfer full) (nullable): what became of every row; %NULL if the file is as it was, or nobody knows
 */
TdmChanges *
tdm_history_commit (TdmHistory *self, TdmEdit *edit, GError **error)
{
  TdmHistoryTransaction transaction = { .edit = g_object_ref (edit) };
  TdmHistoryEntry *entry = &transaction.entry;
  sqlite3_session *session = NULL;
  gboolean done;

  g_return_val_if_fail (TDM_IS_HISTORY (self), NULL);

  done =
    history_begin (self, TRUE, error) &&
    history_check_code (sqlite3session_create (tdm_database_get_handle (self->database), "main", &session), error) &&
    history_check_code (sqlite3session_attach (session, NULL), error) && history_run_edit (self, edit, error) &&
    history_check_code (sqlite3session_changeset (session, &entry->size, &entry->changeset), error);
  if (session)
    sqlite3session_delete (session);
  entry->label = g_strdup (tdm_edit_get_label (edit));
  transaction.changes = done ? history_describe (self, entry, error) : NULL;
  if (tdm_edit_is_permanent (edit))
    history_clear_entry (entry);
  return history_finish (self, &transaction, error);
}

/**
 * tdm_history_import:
 * @edit: an edit whose drafts are sound
 * @records: (element-type TdmRecord): what an overview shows afterwards is added here
 *
 * As tdm_history_commit() for what fills a new file: it cannot be undone.
 *
 * Returns: whether it is stored
 */
gboolean
tdm_history_import (TdmHistory *self, TdmEdit *edit, GPtrArray *records, GError **error)
{
  g_return_val_if_fail (TDM_IS_HISTORY (self), FALSE);

  if (history_begin (self, TRUE, error) && history_run_edit (self, edit, error) &&
      tdm_record_scope_read (self->database, TDM_SCOPE_OVERVIEW, 0, records, error) &&
      tdm_database_commit (self->database, error))
    return TRUE;
  tdm_database_rollback (self->database);
  edit_forget_ids (edit);
  return FALSE;
}

/* A permanent edit has changed the same since: taking the older one back would lose what happened. */
static int
changeset_abort_on_conflict (void *data, int kind, sqlite3_changeset_iter *iterator)
{
  return SQLITE_CHANGESET_ABORT;
}

static void
history_set_too_late (GError **error, const TdmHistoryEntry *entry, gboolean is_undo)
{
  g_set_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_NOTHING,
               /* Translators: %s is what was done, such as "Meeting moved" */
               is_undo
                 ? _ ("“%s” cannot be undone any more, for others have been told of it by a message since. Please "
                      "change it here instead: then they are told of that, too.")
                 : _ ("“%s” cannot be redone any more, for a message has told others something else since. Please "
                      "make the change once more."),
               entry->label);
}

/* The transaction knows already what is to become of the history. */
static TdmChanges *
history_apply (TdmHistory *self, const TdmHistoryEntry *entry, TdmHistoryTransaction *transaction, GError **error)
{
  /* Only permanent edits leave rows behind whose series or person an older edit brought; they write to these tables. */
  static const char *const count_broken = "SELECT (SELECT count (*) FROM pragma_foreign_key_check ('calendar_message'))"
                                          " + (SELECT count (*) FROM pragma_foreign_key_check ('attendee'))";
  gint64 n_broken = 0;
  int code;

  if (!history_begin (self, FALSE, error))
    {
      transaction_forget (transaction);
      return NULL;
    }
  code = sqlite3changeset_apply (tdm_database_get_handle (self->database), entry->size, entry->changeset, NULL,
                                 changeset_abort_on_conflict, NULL);
  if (code == SQLITE_ABORT)
    history_set_too_late (error, entry, transaction->step < 0);
  else if (history_check_code (code, error) &&
           tdm_database_get_integer (self->database, count_broken, &n_broken, error))
    {
      if (n_broken > 0)
        history_set_too_late (error, entry, transaction->step < 0);
      else
        transaction->changes = history_describe (self, entry, error);
    }
  return history_finish (self, transaction, error);
}

/**
 * tdm_history_undo:
 *
 * Returns: (transfer full) (nullable): what became of every row that the last edit had changed
 */
TdmChanges *
tdm_history_undo (TdmHistory *self, GError **error)
{
  TdmHistoryEntry *entry, inverse = { NULL, NULL, 0 };
  TdmChanges *changes = NULL;

  g_return_val_if_fail (TDM_IS_HISTORY (self), NULL);

  if (self->position == 0)
    {
      g_set_error_literal (error, TDM_FILE_ERROR, TDM_FILE_ERROR_NOTHING, _ ("There is nothing to undo."));
      return NULL;
    }

  entry = &g_array_index (self->entries, TdmHistoryEntry, self->position - 1);
  inverse.label = entry->label;
  if (history_check_code (sqlite3changeset_invert (entry->size, entry->changeset, &inverse.size, &inverse.changeset),
                          error))
    changes = history_apply (self, &inverse, &(TdmHistoryTransaction) { .step = -1 }, error);
  sqlite3_free (inverse.changeset);
  return changes;
}

/**
 * tdm_history_redo:
 *
 * Returns: (transfer full) (nullable): what became of every row that the edit had changed which was undone last
 */
TdmChanges *
tdm_history_redo (TdmHistory *self, GError **error)
{
  g_return_val_if_fail (TDM_IS_HISTORY (self), NULL);

  if (self->position == self->entries->len)
    {
      g_set_error_literal (error, TDM_FILE_ERROR, TDM_FILE_ERROR_NOTHING, _ ("There is nothing to redo."));
      return NULL;
    }
  return history_apply (self, &g_array_index (self->entries, TdmHistoryEntry, self->position),
                        &(TdmHistoryTransaction) { .step = 1 }, error);
}

/**
 * tdm_history_restore:
 * @backup: another state of the file, of the same schema
 * @label: what undo calls it
 *
 * Makes the file equal to the backup in one transaction, as an edit that can be undone.
 *
 * Returns: (transfer full) (nullable): what became of every row that differed
 */
TdmChanges *
tdm_history_restore (TdmHistory *self, TdmDatabase *backup, const char *label, GError **error)
{
  TdmHistoryTransaction transaction = { .step = 0 };
  TdmHistoryEntry *entry = &transaction.entry;
  TdmChanges *changes = NULL;
  void *since;
  int size;

  g_return_val_if_fail (TDM_IS_HISTORY (self), NULL);

  if (tdm_difference_find (self->database, backup, &size, &since, error) &&
      history_check_code (sqlite3changeset_invert (size, since, &entry->size, &entry->changeset), error))
    {
      entry->label = g_strdup (label);
      changes = history_apply (self, entry, &transaction, error);
    }
  sqlite3_free (since);
  return changes;
}

/**
 * tdm_history_get_undo:
 *
 * Returns: (transfer none) (nullable): the label of the edit that undo takes back
 */
const char *
tdm_history_get_undo (TdmHistory *self)
{
  g_return_val_if_fail (TDM_IS_HISTORY (self), NULL);

  return self->position > 0 ? g_array_index (self->entries, TdmHistoryEntry, self->position - 1).label : NULL;
}

/**
 * tdm_history_get_redo:
 *
 * Returns: (transfer none) (nullable): the label of the edit that redo brings back
 */
const char *
tdm_history_get_redo (TdmHistory *self)
{
  g_return_val_if_fail (TDM_IS_HISTORY (self), NULL);

  return self->position < self->entries->len ? g_array_index (self->entries, TdmHistoryEntry, self->position).label
                                             : NULL;
}
