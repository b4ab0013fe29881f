/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "column-list.h"

#include "model/tdm-record-types.h"

/* As Debian builds SQLite */
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>
#include <string.h>

/* No dead column: whatever the file can hold, people can bring about, and see where. For each column of each table
 * column-list.c names what people do that writes it, and the row of a form or the class in the window where they do it,
 * or why there is none. Every one of these is done on a file, and the column has to be in the changeset; then it is
 * undone and redone, and the file is as it was. */

/* --- what a verb writes ------------------------------------------------------------------- */

/* A new row holds all columns: those count that are not as in a record that nobody filled in. */
static gboolean
value_is_filled_in (const char *table, int column, sqlite3_value *value)
{
  TdmRecordClass *klass = g_type_class_peek (tdm_record_type_for_table (table));
  const TdmField *field = column >= 2 ? &klass->fields[column - 2] : NULL;
  const char *text = (const char *) sqlite3_value_text (value);

  if (sqlite3_value_type (value) == SQLITE_NULL)
    return FALSE;
  if (field && field->kind == TDM_FIELD_CODE)
    {
      g_autoptr (GEnumClass) codes = g_type_class_ref (field->type ());

      return !g_str_equal (text, codes->values[0].value_nick);
    }
  return sqlite3_value_type (value) == SQLITE_INTEGER ? sqlite3_value_int64 (value) != 0 : *text != '\0';
}

static GPtrArray *
table_list_columns (sqlite3 *handle, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA table_info (%s)", table);
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (columns, g_strdup_printf ("%s.%s", table, sqlite3_column_text (statement, 1)));
  sqlite3_finalize (statement);
  g_assert_cmpuint (columns->len, >, 2);
  return columns;
}

static GPtrArray *
file_list_tables (sqlite3 *handle)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT name FROM sqlite_schema WHERE type = 'table'", -1, &statement,
                                       NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (tables, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  return tables;
}

/* Returns: how many rows changed */
static int
changeset_collect (sqlite3 *handle, void *changeset, int size, GHashTable *written)
{
  sqlite3_changeset_iter *iter;
  const char *table;
  int n_columns, action, is_indirect, n_changes = 0;

  g_assert_cmpint (sqlite3changeset_start (&iter, size, changeset), ==, SQLITE_OK);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      g_autoptr (GPtrArray) columns = NULL;

      n_changes++;
      sqlite3changeset_op (iter, &table, &n_columns, &action, &is_indirect);
      columns = table_list_columns (handle, table);
      for (int i = 0; action != SQLITE_DELETE && i < n_columns; i++)
        {
          sqlite3_value *value;

          sqlite3changeset_new (iter, i, &value);
          if (value && (action == SQLITE_UPDATE || value_is_filled_in (table, i, value)))
            g_hash_table_add (written, g_strdup (columns->pdata[i]));
        }
    }
  g_assert_cmpint (sqlite3changeset_finalize (iter), ==, SQLITE_OK);
  return n_changes;
}

/* Returns: the columns that differ between two files, such as "round.title"
 * @n_changes: (out): how many rows do */
static GHashTable *
files_compare (const char *before, const char *after, int *n_changes)
{
  GHashTable *written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS before", before);
  g_autoptr (GPtrArray) tables = NULL;
  sqlite3_session *session;
  sqlite3 *handle;
  void *changeset;
  int size;

  g_assert_cmpint (sqlite3_open (after, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, attach, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_create (handle, "main", &session), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_attach (session, NULL), ==, SQLITE_OK);
  tables = file_list_tables (handle);
  for (guint i = 0; i < tables->len; i++)
    g_assert_cmpint (sqlite3session_diff (session, "before", tables->pdata[i], NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_changeset (session, &size, &changeset), ==, SQLITE_OK);
  *n_changes = changeset_collect (handle, changeset, size, written);
  sqlite3_free (changeset);
  sqlite3session_delete (session);
  sqlite3_close (handle);
  return written;
}

/* What a verb wrote; each is done once. */
static GHashTable *
verb_find_written (ColumnVerb verb)
{
  static GHashTable *known;
  GHashTable *written;
  ColumnFixture fixture = { 0 };
  g_autofree char *after = NULL;
  int n_changes;

  known = known ? known : g_hash_table_new (NULL, NULL);
  written = g_hash_table_lookup (known, verb);
  if (written)
    return written;

  column_fixture_set_up (&fixture);
  column_fixture_keep (&fixture);
  verb (&fixture);
  after = g_strconcat (fixture.file, ".after", NULL);
  tdm_test_copy_file (fixture.file, after);
  written = files_compare (fixture.before, after, &n_changes);
  column_fixture_tear_down (&fixture);
  g_hash_table_insert (known, verb, written);
  return written;
}

/* --- there and back ----------------------------------------------------------------------- */

/* As many steps as one of these has */
#define MOST_STEPS 8

static gboolean
fixture_is_as (ColumnFixture *self, const char *path)
{
  g_autofree char *now = g_strconcat (self->file, ".now", NULL);
  g_autoptr (GHashTable) written = NULL;
  int n_changes;

  tdm_test_copy_file (self->file, now);
  written = files_compare (path, now, &n_changes);
  return n_changes == 0;
}

static gboolean
fixture_step (ColumnFixture *self, gboolean back)
{
  TdmTestProgramme *of = &self->inbox.programme;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (back)
    tdm_workspace_undo_async (of->workspace, tdm_test_result_cb, &of->result);
  else
    tdm_workspace_redo_async (of->workspace, tdm_test_result_cb, &of->result);
  label = tdm_test_finish_change (of->workspace, &of->result, &error);
  g_assert_no_error (error);
  return label != NULL;
}

/* What was sent cannot be taken back, nor can a file be begun in another way. */
static gboolean
verb_is_for_good (ColumnVerb verb)
{
  const ColumnVerb for_good[] = { join_as_participant, answer_for_one, hand_over, cancel_one, save_files,
                                  fail_to_send };

  for (guint i = 0; i < G_N_ELEMENTS (for_good); i++)
    if (for_good[i] == verb)
      return TRUE;
  return FALSE;
}

static void
test_it_is_undone_and_redone (gconstpointer data)
{
  const Column *column = data;
  ColumnFixture fixture = { 0 };
  g_autofree char *after = NULL;
  guint n_steps = 0;

  column_fixture_set_up (&fixture);
  column_fixture_keep (&fixture);
  column->verb (&fixture);
  after = g_strconcat (fixture.file, ".after", NULL);
  tdm_test_copy_file (fixture.file, after);
  g_assert_false (fixture_is_as (&fixture, fixture.before));
  while (n_steps < MOST_STEPS && !fixture_is_as (&fixture, fixture.before))
    {
      g_assert_true (fixture_step (&fixture, TRUE));
      n_steps++;
    }
  g_assert_true (fixture_is_as (&fixture, fixture.before));
  for (guint i = 0; i < n_steps; i++)
    g_assert_true (fixture_step (&fixture, FALSE));
  g_assert_true (fixture_is_as (&fixture, after));
  column_fixture_tear_down (&fixture);
}

/* --- tests ------------------------------------------------------------------------------- */

static const Column *
list_find (const char *name)
{
  for (const Column *column = column_list; column->name; column++)
    if (g_str_equal (column->name, name))
      return column;
  return NULL;
}

/* Of every table */
static gboolean
column_is_of_all (const char *name)
{
  return g_str_has_suffix (name, ".id") || g_str_has_suffix (name, ".uid");
}

static void
test_every_column_is_in_the_list (void)
{
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ColumnFixture fixture = { 0 };
  g_autoptr (GPtrArray) tables = NULL;
  sqlite3 *handle;

  column_fixture_set_up (&fixture);
  column_fixture_keep (&fixture);
  g_assert_cmpint (sqlite3_open_v2 (fixture.before, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  tables = file_list_tables (handle);
  g_assert_cmpuint (tables->len, >=, 16);
  for (guint i = 0; i < tables->len; i++)
    {
      g_autoptr (GPtrArray) columns = table_list_columns (handle, tables->pdata[i]);

      for (guint j = 0; j < columns->len; j++)
        {
          if (!column_is_of_all (columns->pdata[j]) && !list_find (columns->pdata[j]))
            {
              g_test_message ("%s is not in the list", (char *) columns->pdata[j]);
              g_test_fail ();
            }
          g_hash_table_add (there, g_strdup (columns->pdata[j]));
        }
    }
  for (const Column *column = column_list; column->name; column++)
    if (!g_hash_table_contains (there, column->name))
      {
        g_test_message ("%s is in the list, and in no table", column->name);
        g_test_fail ();
      }
  sqlite3_close (handle);
  column_fixture_tear_down (&fixture);
}

static void
test_a_verb_writes_it (gconstpointer data)
{
  const Column *column = data;
  GHashTable *written = verb_find_written (column->verb);

  if (g_hash_table_contains (written, column->name))
    return;
  g_test_message ("what is done does not write %s", column->name);
  g_test_fail ();
}

static gboolean
is_of_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '-';
}

/* Whether @word stands by itself in @text */
static gboolean
text_names (const char *text, const char *word)
{
  for (const char *found = strstr (text, word); found; found = strstr (found + 1, word))
    if ((found == text || !is_of_word (found[-1])) && !is_of_word (found[strlen (word)]))
      return TRUE;
  return FALSE;
}

/* Whether a form has a row for a field, or an object the name @word */
static gboolean
form_names (const char *text, const char *word)
{
  static const char fields[] = "<property name=\"fields\">";
  g_autofree char *id = g_strdup_printf ("id=\"%s\"", word);

  for (const char *found = strstr (text, fields); found; found = strstr (found + 1, fields))
    {
      g_autofree char *names = g_strndup (found + strlen (fields), strcspn (found + strlen (fields), "<"));

      if (text_names (names, word))
        return TRUE;
    }
  return strstr (text, id) != NULL;
}

static void
test_the_window_has_it (gconstpointer data)
{
  const Column *column = data;
  g_auto (GStrv) place = g_strsplit (column->widget ? column->widget : "", " ", 2);
  g_autofree char *path = NULL, *text = NULL;
  g_autofree char *field = g_strdelimit (g_strdup (strchr (column->name, '.') + 1), "_", '-');
  const char *word = place[0] && place[1] ? place[1] : field;

  if (column->reason)
    return;
  g_assert_nonnull (column->widget);
  path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", place[0], NULL);
  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_test_message ("%s: there is no %s", column->name, place[0]);
  else if (!(g_str_has_suffix (place[0], ".ui") ? form_names (text, word) : text_names (text, word)))
    g_test_message ("%s: %s does not name %s", column->name, place[0], word);
  else
    return;
  g_test_fail ();
}

int
main (int argc, char *argv[])
{
  g_autoptr (GHashTable) verbs = g_hash_table_new (NULL, NULL);
  guint n_columns = 0;

  tdm_test_init (&argc, &argv);
  g_test_add_func ("/columns/every-column-is-in-the-list", test_every_column_is_in_the_list);
  for (const Column *column = column_list; column->name; column++, n_columns++)
    {
      g_autofree char *verb = g_strconcat ("/columns/a-verb-writes-it/", column->name, NULL);
      g_autofree char *widget = g_strconcat ("/columns/the-window-has-it/", column->name, NULL);
      g_autofree char *undone = g_strconcat ("/columns/it-is-undone-and-redone/", column->name, NULL);

      g_assert_true (column->verb || column->reason);
      if (column->verb)
        g_test_add_data_func (verb, column, test_a_verb_writes_it);
      g_test_add_data_func (widget, column, test_the_window_has_it);
      if (column->verb && !verb_is_for_good (column->verb) && g_hash_table_add (verbs, column->verb))
        g_test_add_data_func (undone, column, test_it_is_undone_and_redone);
    }
  g_assert_cmpuint (n_columns, >, 150);
  return g_test_run ();
}
