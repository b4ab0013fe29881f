/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-file-error.h"
#include "store/tdm-store.h"
#include "support/tdm-test.h"
#include "workspace/tdm-workspace-file.h"

#include <sqlite3.h>
#include <string.h>

/* Rows that another program changed into what Tandem never writes: the file is read, not written, and it is said
 * why. */

typedef struct
{
  const char *name;
  const char *sql;
  const char *fault;
} Alteration;

static const Alteration alterations[] = {
  { "code", "UPDATE round SET state = 'frozen'", "“State” has a value that Tandem does not know" },
  { "boolean", "UPDATE person SET external = 7", "“Not an employee” is outside what is possible" },
  { "number", "UPDATE round SET minutes = 1000000000000", "“Length of a meeting” is outside what is possible" },
  { "date", "UPDATE round SET kickoff = '2026-02-30'", "“Kick-off” is not a date" },
  { "length", "UPDATE person SET name = printf ('%.*c', 300, 'x')", "“Name” is too long" },
  { "encoding", "UPDATE person SET name = CAST (x'416e6e61ff' AS TEXT)", "“Name” has characters" },
  { "control", "UPDATE person SET name = 'Anna' || char (27) || '[31m'", "“Name” has characters" },
  { "line-break", "UPDATE person SET email = 'a@b.example' || char (13, 10) || 'X: y'", "“E-mail” has characters" },
  { "uid", "UPDATE person SET uid = substr ('a' || char (10) || 'X-EVIL:1' || uid, 1, 36)",
    "The identifier is not valid" },
  { "same-person", "UPDATE pair SET mentor = mentee", "One person has both roles of the tandem" },
  { "dangling", "UPDATE pair SET mentor = 99999", "“Mentor” leads nowhere" },
  { "dangling-link-that-may-be-empty", "UPDATE person SET reports_to = 99999", "“Reports to” leads nowhere" },
  { "row-that-is-not-shown-yet",
    "INSERT INTO goal (uid, pair, side, title, output, state, due, position)"
    " SELECT '00000000-0000-4000-8000-000000000002', id, 'mentee', 'Slides', '', 'frozen', '', 1 FROM pair",
    "“State” has a value that Tandem does not know" },
  { "second-programme",
    "INSERT INTO programme (uid, title, company, reason, sponsor, owner, mentee_label, mentor_label, organizer_name,"
    " organizer_email, zone, language) SELECT '00000000-0000-4000-8000-000000000001', title, company, reason, sponsor,"
    " owner, mentee_label, mentor_label, organizer_name, organizer_email, zone, language FROM programme",
    "There is another programme" },
};

static void
alter (const char *path, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (handle), >, 0);
  sqlite3_close (handle);
}

static void
wait_until_read_only (TdmWorkspace *workspace)
{
  while (!tdm_workspace_is_read_only (workspace))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_found (TdmWorkspace *workspace, const char *fault)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  tdm_workspace_check_async (workspace, tdm_test_result_cb, &result);
  problems = tdm_workspace_check_finish (workspace, tdm_test_wait (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    if (strstr (problems->pdata[i], fault))
      return;
  g_error ("“%s” was not found", fault);
}

static void
test_altered_row (TdmTestFolder *folder, gconstpointer data)
{
  const Alteration *alteration = data;
  g_autoptr (TdmWorkspace) workspace = tdm_test_new_programme (folder);
  g_autoptr (GError) error = NULL;

  tdm_test_add_pair (workspace);
  tdm_workspace_close (workspace);
  alter (folder->path, alteration->sql);
  g_object_unref (workspace);
  workspace = tdm_test_open (folder->path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);

  wait_until_read_only (workspace);
  g_assert_cmpint (tdm_workspace_get_read_only_reason (workspace), ==, TDM_READ_ONLY_ALTERED);
  assert_found (workspace, alteration->fault);
  tdm_workspace_close (workspace);
}

/* What can be made of it is shown: of a number the nearest, of a text what fits. */
static void
test_altered_row_is_shown (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (TdmWorkspace) workspace = tdm_test_new_programme (folder);
  g_autoptr (TdmRound) round = NULL;
  g_autoptr (TdmPerson) person = NULL;
  g_autoptr (GError) error = NULL;

  tdm_test_add_pair (workspace);
  tdm_workspace_close (workspace);
  alter (folder->path, "UPDATE person SET name = printf ('%.*c', 300, 'x')");
  alter (folder->path, "UPDATE round SET minutes = 1000000000000");
  g_object_unref (workspace);
  workspace = tdm_test_open (folder->path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);

  round = g_list_model_get_item (tdm_workspace_get_rounds (workspace), 0);
  person = g_list_model_get_item (tdm_workspace_get_people (workspace), 0);
  g_assert_cmpint (tdm_record_get_integer (TDM_RECORD (round), TDM_ROUND_MINUTES), ==, 600);
  g_assert_cmpint (g_utf8_strlen (tdm_person_get_name (person), -1), ==, TDM_NAME_MOST);
  tdm_workspace_close (workspace);
}

/* A tandem without its people is none. */
static void
test_what_leads_nowhere_is_left_out (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (TdmWorkspace) workspace = tdm_test_new_programme (folder);
  g_autoptr (GError) error = NULL;

  tdm_test_add_pair (workspace);
  tdm_workspace_close (workspace);
  alter (folder->path, "UPDATE pair SET mentor = 99999");
  g_object_unref (workspace);
  workspace = tdm_test_open (folder->path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_workspace_get_pairs (workspace)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_workspace_get_people (workspace)), >, 1);
  tdm_workspace_close (workspace);
}

/* Whoever changes something at once gets no other answer than who waits. */
static void
test_altered_row_stops_the_first_change (TdmTestFolder *folder, gconstpointer data)
{
  g_autoptr (TdmWorkspace) workspace = tdm_test_new_programme (folder);
  g_autoptr (GAsyncResult) opened = NULL, committed = NULL;
  g_autoptr (TdmStore) store = NULL;
  g_autoptr (TdmEdit) edit = tdm_edit_new ("A person");
  g_autoptr (TdmChanges) changes = NULL;
  g_autoptr (GError) error = NULL;

  tdm_test_add_pair (workspace);
  tdm_workspace_close (workspace);
  alter (folder->path, "UPDATE pair_event SET reason = 'frozen'");
  tdm_store_open_async (folder->path, TDM_OPEN_EXISTING, tdm_test_result_cb, &opened);
  store = tdm_store_open_finish (tdm_test_wait (&opened), &error);
  g_assert_no_error (error);
  g_assert_cmpint (tdm_store_get_read_only (store), ==, TDM_READ_ONLY_NOT);

  tdm_record_set_text (tdm_edit_insert (edit, TDM_TYPE_PERSON), TDM_PERSON_NAME, "Eva Neu");
  tdm_store_commit_async (store, edit, tdm_test_result_cb, &committed);
  changes = tdm_store_change_finish (store, tdm_test_wait (&committed), &error);
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_READ_ONLY);
  g_assert_null (changes);
  g_assert_cmpint (tdm_store_get_read_only (store), ==, TDM_READ_ONLY_ALTERED);
  tdm_store_close (store);
}

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autofree char *path = g_strconcat ("/altered/", alterations[i].name, NULL);

      g_test_add (path, TdmTestFolder, &alterations[i], tdm_test_set_up, test_altered_row, tdm_test_tear_down);
    }
  TDM_TEST_ADD ("/altered/is-shown", test_altered_row_is_shown);
  TDM_TEST_ADD ("/altered/stops-the-first-change", test_altered_row_stops_the_first_change);
  TDM_TEST_ADD ("/altered/what-leads-nowhere-is-left-out", test_what_leads_nowhere_is_left_out);
  return g_test_run ();
}
