/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "support/tdm-test.h"

#include "database/tdm-database-file.h"
#include "database/tdm-database.h"
#include "model/tdm-edit.h"
#include "model/tdm-model-error.h"
#include "model/tdm-record-types.h"
#include "store/tdm-migration.h"
#include "store/tdm-migrations.h"
#include "store/tdm-programme-format.h"
#include "store/tdm-record-fault.h"

#include <sqlite3.h>

/* A record type that Tandem does not have: what is in this file is all that it takes until there are words for it in
 * a window. It is a talk about how a tandem is getting on. */

/* --- the table -------------------------------------------------------------- */

static const char table[] =
  "CREATE TABLE talk ("
  "  id INTEGER PRIMARY KEY,"
  "  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),"
  "  pair INTEGER NOT NULL REFERENCES pair (id) ON DELETE CASCADE,"
  "  held_on TEXT NOT NULL CHECK (held_on = '' OR held_on = date (held_on)),"
  "  note TEXT NOT NULL CHECK (note <> ''),"
  "  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 600)"
  ") STRICT;"
  "CREATE INDEX talk_pair ON talk (pair);";

static gboolean
add_table (TdmDatabase *database, GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", TDM_MIGRATION_VERSION + 1);

  return tdm_database_execute (database, table, error) && tdm_database_execute (database, version, error);
}

static gboolean
build (TdmDatabase *database, guint version, GError **error)
{
  return tdm_migration_build (database, MIN (version, TDM_MIGRATION_VERSION), error) &&
         (version <= TDM_MIGRATION_VERSION || add_table (database, error));
}

static gboolean
make_current (TdmDatabase *database, GError **error)
{
  gint64 version;

  return tdm_migration_run (database, error) &&
         tdm_database_get_integer (database, "PRAGMA user_version", &version, error) &&
         (version > TDM_MIGRATION_VERSION || add_table (database, error));
}

/* Takes the place of the one in the library. */
const TdmDatabaseFormat tdm_programme_format = {
  .application_id = TDM_PROGRAMME_APPLICATION_ID,
  .version = TDM_MIGRATION_VERSION + 1,
  .foreign = "Foreign",
  .too_new = "Too new",
  .empty = "Empty",
  .damaged = "Damaged",
  .altered = "Altered: %s",
  .reads_altered = TRUE,
  .has_links = TRUE,
  .look = tdm_record_fault_find_forbidden,
  .build = build,
  .make_current = make_current,
};

/* --- the type --------------------------------------------------------------- */

typedef enum
{
  TEST_TALK_PAIR,
  TEST_TALK_HELD_ON,
  TEST_TALK_NOTE,
  TEST_TALK_MINUTES,
} TestTalkField;

#define TEST_TYPE_TALK (test_talk_get_type ())
G_DECLARE_FINAL_TYPE (TestTalk, test_talk, TEST, TALK, TdmRecord)

struct _TestTalk
{
  TdmRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TestTalk, test_talk, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "pair", "Tandem", TDM_FIELD_LINK, TDM_FIELD_PARENT, .required = TRUE, .type = tdm_pair_get_type },
  { "held-on", "Day of the talk", TDM_FIELD_DATE, TDM_FIELD_ORDER },
  { "note", "Note", TDM_FIELD_BLOCK, .required = TRUE, .most = TDM_TEXT_MOST },
  { "minutes", "Length", TDM_FIELD_INTEGER, .most = 600 },
};

static void
test_talk_class_init (TestTalkClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  tdm_record_class_install_fields (record_class, "talk", fields, G_N_ELEMENTS (fields));
  tdm_record_class_set_words (record_class, "Talk added", "Talk changed", "Talk removed");
  record_class->scopes = TDM_SCOPE_PAIR;
}

static void
test_talk_init (TestTalk *self)
{
}

/* --- what comes with it ------------------------------------------------------ */

typedef TdmTestProgramme Fixture;

static void
commit (Fixture *self, TdmEdit *taken_edit, const char *expected)
{
  tdm_workspace_commit_async (self->workspace, taken_edit, tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, expected);
}

static TdmRecord *
make_talk (Fixture *self, const char *held_on, const char *note)
{
  TdmRecord *talk = tdm_record_new (TEST_TYPE_TALK);

  tdm_record_set_link (talk, TEST_TALK_PAIR, self->pair);
  tdm_record_set_text (talk, TEST_TALK_HELD_ON, held_on);
  tdm_record_set_text (talk, TEST_TALK_NOTE, note);
  return talk;
}

static void
add_talk (Fixture *self, const char *held_on, const char *note)
{
  g_autoptr (TdmRecord) talk = make_talk (self, held_on, note);

  commit (self, tdm_edit_new_save (talk), "Talk added");
}

static TdmRecord *
get_talk (Fixture *self, guint place)
{
  g_autoptr (TdmRecord) talk = g_list_model_get_item (tdm_record_get_children (self->pair, TEST_TYPE_TALK), place);

  return talk;
}

/* @expected: the notes in the order of the list, each with a space behind it */
static void
assert_talks (Fixture *self, const char *expected)
{
  GListModel *talks = tdm_record_get_children (self->pair, TEST_TYPE_TALK);
  g_autoptr (GString) notes = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (talks); i++)
    g_string_append_printf (notes, "%s ", tdm_record_get_text (get_talk (self, i), TEST_TALK_NOTE));
  g_assert_cmpstr (notes->str, ==, expected);
}

static void
reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmPair) pair = NULL;

  tdm_workspace_close (self->workspace);
  g_clear_object (&self->workspace);
  self->workspace = tdm_test_open (self->folder.path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  pair = g_list_model_get_item (tdm_workspace_get_pairs (self->workspace), 0);
  self->pair = pair;
}

static void
test_siblings_are_in_their_order (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new (NULL);

  add_talk (self, "2026-07-02", "second");
  add_talk (self, "2026-07-01", "first");
  add_talk (self, "2026-07-03", "third");
  assert_talks (self, "first second third ");
  g_assert_true (tdm_record_get_parent (get_talk (self, 0)) == self->pair);
  g_assert_true (tdm_record_get_ancestor (get_talk (self, 0), TDM_TYPE_ROUND) == tdm_pair_get_round (self->pair));

  tdm_record_set_text (tdm_edit_update (edit, get_talk (self, 0)), TEST_TALK_HELD_ON, "2026-07-04");
  commit (self, g_steal_pointer (&edit), "Talk changed");
  assert_talks (self, "second third first ");
  tdm_test_programme_undo (self, "Talk changed");
  assert_talks (self, "first second third ");
}

static void
test_it_is_loaded_with_its_tandem (Fixture *self, gconstpointer data)
{
  add_talk (self, "2026-07-02", "second");
  add_talk (self, "2026-07-01", "first");
  reopen (self);
  g_assert_cmpint (tdm_workspace_get_read_only_reason (self->workspace), ==, TDM_READ_ONLY_NOT);
  assert_talks (self, "");

  tdm_test_load (self->workspace, TDM_SCOPE_ROUND_MEETINGS, tdm_pair_get_round (self->pair));
  assert_talks (self, "");
  tdm_test_load (self->workspace, TDM_SCOPE_PAIR, self->pair);
  assert_talks (self, "first second ");
}

static void
test_it_is_undone (Fixture *self, gconstpointer data)
{
  add_talk (self, "2026-07-01", "first");
  g_assert_cmpstr (tdm_workspace_get_undo_label (self->workspace), ==, "Talk added");
  tdm_test_programme_undo (self, "Talk added");
  assert_talks (self, "");
  tdm_test_programme_redo (self, "Talk added");
  assert_talks (self, "first ");

  commit (self, tdm_edit_new_remove (get_talk (self, 0)), "Talk removed");
  assert_talks (self, "");
  tdm_test_programme_undo (self, "Talk removed");
  assert_talks (self, "first ");
}

static void
test_it_goes_and_comes_with_its_tandem (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmPair) pair = NULL;

  add_talk (self, "2026-07-01", "first");
  commit (self, tdm_edit_new_remove (self->pair), "Tandem removed");
  tdm_test_programme_undo (self, "Tandem removed");
  pair = g_list_model_get_item (tdm_workspace_get_pairs (self->workspace), 0);
  self->pair = pair;
  assert_talks (self, "first ");
}

static void
test_what_is_wrong_with_it_is_said (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmRecord) talk = make_talk (self, "2026-07-01", "");
  g_autoptr (TdmEdit) edit = tdm_edit_new_save (talk);
  g_autoptr (GError) error = NULL;

  g_assert_false (tdm_edit_check (edit, &error));
  g_assert_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, "Note"));
}

/* Another program wrote it, and did not care for the schema. */
static void
test_what_another_program_wrote_is_found (Fixture *self, gconstpointer data)
{
  sqlite3 *handle;

  add_talk (self, "2026-07-01", "first");
  tdm_workspace_close (self->workspace);
  g_assert_cmpint (sqlite3_open (self->folder.path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA ignore_check_constraints = ON; UPDATE talk SET minutes = 7000", NULL,
                                 NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);

  reopen (self);
  tdm_test_load (self->workspace, TDM_SCOPE_PAIR, self->pair);
  g_assert_cmpint (tdm_workspace_get_read_only_reason (self->workspace), ==, TDM_READ_ONLY_ALTERED);
  g_assert_nonnull (strstr (tdm_workspace_get_alteration (self->workspace), "Length"));
  g_assert_cmpint (tdm_record_get_integer (get_talk (self, 0), TEST_TALK_MINUTES), ==, 600);
}

#define ADD(path, func) \
  g_test_add ("/new-type/" path, Fixture, NULL, tdm_test_programme_set_up, func, tdm_test_programme_tear_down)

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);
  tdm_record_types_add (TEST_TYPE_TALK);

  ADD ("siblings-are-in-their-order", test_siblings_are_in_their_order);
  ADD ("loaded-with-its-tandem", test_it_is_loaded_with_its_tandem);
  ADD ("undone", test_it_is_undone);
  ADD ("goes-and-comes-with-its-tandem", test_it_goes_and_comes_with_its_tandem);
  ADD ("what-is-wrong-is-said", test_what_is_wrong_with_it_is_said);
  ADD ("what-another-program-wrote-is-found", test_what_another_program_wrote_is_found);

  return g_test_run ();
}
