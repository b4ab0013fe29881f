/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-table.h"

#include "base/tdm-file-error.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "database/tdm-database.h"
#include "tdm-record-fault.h"

#include <string.h>

/* A row that is gone may have left its id to another one: the uid tells them apart. */
#define IS_ROW "id = ? AND uid = ?"

/* Columns are called as their properties, with underscores. */
char *
tdm_record_table_make_column (const TdmField *field)
{
  return g_strdelimit (g_strdup (field->name), "-", '_');
}

static void
record_table_append_column (GString *sql, const TdmField *field)
{
  g_autofree char *column = tdm_record_table_make_column (field);

  g_string_append (sql, column);
}

static gboolean
record_table_bind (sqlite3_stmt *statement, int place, TdmRecord *record, guint field, TdmFieldKind kind)
{
  switch (kind)
    {
    case TDM_FIELD_CODE:
      return sqlite3_bind_text (statement, place, tdm_record_get_code (record, field), -1, SQLITE_STATIC) == SQLITE_OK;
    case TDM_FIELD_INTEGER:
    case TDM_FIELD_BOOLEAN:
      return sqlite3_bind_int64 (statement, place, tdm_record_get_integer (record, field)) == SQLITE_OK;
    case TDM_FIELD_LINK:
      /* A draft that is linked to has to come before in its edit, or the link would be lost. */
      g_warn_if_fail (!tdm_record_get_link (record, field) || tdm_record_get_link_id (record, field) != 0);
      if (tdm_record_get_link_id (record, field) == 0)
        return sqlite3_bind_null (statement, place) == SQLITE_OK;
      return sqlite3_bind_int64 (statement, place, tdm_record_get_link_id (record, field)) == SQLITE_OK;
    default:
      return sqlite3_bind_text (statement, place, tdm_record_get_text (record, field), -1, SQLITE_STATIC) == SQLITE_OK;
    }
}

/**
 * tdm_record_table_insert:
 * @database: a connection in a transaction
 * @draft: a record that is not in the file yet; it gets its row id. Drafts that it links to must be there already
 *
 * Returns: whether the row was added
 */
gboolean
tdm_record_table_insert (TdmDatabase *database, TdmRecord *draft, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL), places = g_string_new (NULL);
  sqlite3_stmt *statement;
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (draft, &n_fields);

  g_string_printf (sql, "INSERT INTO %s (uid", tdm_record_get_table (draft));
  for (guint i = 0; i < n_fields; i++)
    {
      g_string_append (sql, ", ");
      record_table_append_column (sql, &fields[i]);
      g_string_append (places, ", ?");
    }
  g_string_append_printf (sql, ") VALUES (?%s)", places->str);
  statement = tdm_database_prepare (database, sql->str, error);
  if (!statement)
    return FALSE;

  sqlite3_bind_text (statement, 1, tdm_record_get_uid (draft), -1, SQLITE_STATIC);
  for (guint i = 0; i < n_fields; i++)
    record_table_bind (statement, i + 2, draft, i, fields[i].kind);
  if (!tdm_database_step (database, statement, NULL, error))
    return FALSE;

  tdm_record_set_id (draft, sqlite3_last_insert_rowid (tdm_database_get_handle (database)));
  return TRUE;
}

static void
record_table_bind_row (sqlite3_stmt *statement, int place, TdmRecord *record)
{
  sqlite3_bind_int64 (statement, place, tdm_record_get_id (record));
  sqlite3_bind_text (statement, place + 1, tdm_record_get_uid (record), -1, SQLITE_STATIC);
}

static gboolean
record_table_set_gone (GError **error)
{
  g_set_error_literal (error, TDM_FILE_ERROR, TDM_FILE_ERROR_GONE,
                       _ ("What was to be changed was removed meanwhile. Nothing was saved."));
  return FALSE;
}

/**
 * tdm_record_table_update:
 * @database: a connection in a transaction
 * @draft: a draft of a row of the file
 *
 * Writes the fields that the draft changed; %TDM_FILE_ERROR_GONE if the row is not there any more.
 *
 * Returns: whether it could be done
 */
gboolean
tdm_record_table_update (TdmDatabase *database, TdmRecord *draft, GError **error)
{
  guint64 changed = tdm_record_get_changed (draft);
  g_autoptr (GString) sql = g_string_new (NULL);
  const char *separator = "";
  sqlite3_stmt *statement;
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (draft, &n_fields);
  int place = 1;

  if (changed == 0)
    return TRUE;

  g_string_printf (sql, "UPDATE %s SET ", tdm_record_get_table (draft));
  for (guint i = 0; i < n_fields; i++)
    if (changed & (G_GUINT64_CONSTANT (1) << i))
      {
        g_string_append (sql, separator);
        record_table_append_column (sql, &fields[i]);
        g_string_append (sql, " = ?");
        separator = ", ";
      }
  g_string_append (sql, " WHERE " IS_ROW);
  statement = tdm_database_prepare (database, sql->str, error);
  if (!statement)
    return FALSE;

  for (guint i = 0; i < n_fields; i++)
    if (changed & (G_GUINT64_CONSTANT (1) << i))
      record_table_bind (statement, place++, draft, i, fields[i].kind);
  record_table_bind_row (statement, place, draft);
  if (!tdm_database_step (database, statement, NULL, error))
    return FALSE;
  return sqlite3_changes (tdm_database_get_handle (database)) > 0 || record_table_set_gone (error);
}

/**
 * tdm_record_table_find:
 * @database: a connection in a transaction
 * @record: a row of the file
 * @error: %TDM_FILE_ERROR_GONE if it is not there any more
 *
 * Returns: whether it is there
 */
gboolean
tdm_record_table_find (TdmDatabase *database, TdmRecord *record, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE " IS_ROW, tdm_record_get_table (record));
  sqlite3_stmt *statement = tdm_database_prepare (database, sql, error);
  gboolean has_row;

  if (!statement)
    return FALSE;
  record_table_bind_row (statement, 1, record);
  if (!tdm_database_step (database, statement, &has_row, error))
    return FALSE;
  sqlite3_reset (statement);
  return has_row || record_table_set_gone (error);
}

/**
 * tdm_record_table_remove:
 * @database: a connection in a transaction
 * @record: a row of the file, which may have gone in this transaction with what it belongs to
 *
 * Returns: whether the row and what belongs to it is gone
 */
gboolean
tdm_record_table_remove (TdmDatabase *database, TdmRecord *record, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE " IS_ROW, tdm_record_get_table (record));
  sqlite3_stmt *statement = tdm_database_prepare (database, sql, error);

  if (!statement)
    return FALSE;
  record_table_bind_row (statement, 1, record);
  return tdm_database_step (database, statement, NULL, error);
}

/* What Tandem never writes is named, and what can be made of it is taken: of a text what fits, of a number the
 * nearest. */
static const char *
record_table_read_text (TdmRecord *record, guint i, const TdmField *field, const char *text)
{
  gboolean is_text = field->kind == TDM_FIELD_BLOCK ? tdm_text_is_block (text) : tdm_text_is_line (text);

  if (*text == '\0')
    return NULL;
  if (field->kind == TDM_FIELD_DATE && !tdm_text_is_date (text))
    return N_ ("“%s” is not a date.");
  if (!is_text)
    tdm_record_set_text (record, i, text);
  else
    tdm_record_load_text (record, i, text);
  if (field->most > 0 && strlen (text) > (gsize) field->most &&
      g_utf8_strlen (tdm_record_get_text (record, i), -1) > field->most)
    {
      tdm_record_set_text_cut (record, i, tdm_record_get_text (record, i));
      return N_ ("“%s” is too long.");
    }
  return is_text ? NULL : N_ ("“%s” has characters that Tandem does not write.");
}

/* Returns: (nullable): what is wrong with it, for the title of the field */
static const char *
record_table_read_field (sqlite3_stmt *statement, TdmRecord *record, guint i, const TdmField *field)
{
  int column = i + 2;
  gboolean is_bounded = field->kind == TDM_FIELD_BOOLEAN || field->most > 0;
  gint64 most = field->kind == TDM_FIELD_BOOLEAN ? 1 : field->most, value, nearest;

  switch (field->kind)
    {
    case TDM_FIELD_CODE:
      return tdm_record_load_code (record, i, tdm_database_get_text (statement, column))
               ? NULL
               : N_ ("“%s” has a value that Tandem does not know.");
    case TDM_FIELD_INTEGER:
    case TDM_FIELD_BOOLEAN:
      value = sqlite3_column_int64 (statement, column);
      nearest = is_bounded ? CLAMP (value, field->least, most) : value;
      tdm_record_load_integer (record, i, nearest);
      return nearest == value ? NULL : N_ ("“%s” is outside what is possible.");
    case TDM_FIELD_LINK:
      tdm_record_set_link_id (record, i, sqlite3_column_int64 (statement, column));
      return NULL;
    default:
      return record_table_read_text (record, i, field, tdm_database_get_text (statement, column));
    }
}

/* A uid goes into calendar files as it is. One that is none is never shown to anybody else. */
static TdmRecord *
record_table_read_row (TdmDatabase *database, sqlite3_stmt *statement, GType type, TdmRecordClass *klass)
{
  gint64 id = sqlite3_column_int64 (statement, 0);
  const char *uid = tdm_database_get_text (statement, 1);
  gboolean has_uid = g_uuid_string_is_valid (uid);
  g_autofree char *other = has_uid ? NULL : g_uuid_string_random ();
  TdmRecord *record = tdm_record_new_stored (type, id, has_uid ? uid : other);

  if (!has_uid)
    tdm_record_fault_add (database, klass->table, id, _ ("The identifier is not valid."));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *fault = record_table_read_field (statement, record, i, &klass->fields[i]);

      if (fault)
        {
          g_autofree char *message = g_strdup_printf (_ (fault), _ (klass->fields[i].title));

          tdm_record_fault_add (database, klass->table, id, message);
        }
    }
  return record;
}

/**
 * tdm_record_table_read:
 * @where: (nullable): a condition with `?1` for @parameter, and an order if wanted
 * @parameter: a number for it
 * @records: (element-type TdmRecord): the rows are added here; their links know only row ids
 *
 * Returns: whether they could be read
 */
gboolean
tdm_record_table_read (TdmDatabase *database, GType type, const char *where, gint64 parameter, GPtrArray *records,
                       GError **error)
{
  g_autoptr (GTypeClass) reference = g_type_class_ref (type);
  TdmRecordClass *klass = (TdmRecordClass *) reference;
  g_autoptr (GString) sql = g_string_new ("SELECT id, uid");
  sqlite3_stmt *statement;
  gboolean has_row;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_string_append (sql, ", ");
      record_table_append_column (sql, &klass->fields[i]);
    }
  g_string_append_printf (sql, " FROM %s WHERE %s", klass->table, where ? where : "1");
  statement = tdm_database_prepare (database, sql->str, error);
  has_row = statement != NULL;
  if (statement && sqlite3_bind_parameter_count (statement) > 0)
    sqlite3_bind_int64 (statement, 1, parameter);
  while (has_row)
    {
      if (!tdm_database_step (database, statement, &has_row, error))
        return FALSE;
      if (has_row)
        g_ptr_array_add (records, record_table_read_row (database, statement, type, klass));
    }
  return statement != NULL;
}
