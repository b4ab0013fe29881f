/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "programme-session.h"

#include "base/tdm-file-error.h"
#include "edits/tdm-goal-edits.h"
#include "edits/tdm-pair-state-edits.h"
#include "edits/tdm-programme-edits.h"
#include "workspace/tdm-workspace-file.h"

#include <errno.h>
#include <sqlite3.h>

/* Every verb of the programme file on a disk that fails at every call, once or from there on: what was said to be saved
 * is there, what was said not to be is not, the live objects are what the file holds, and when the disk is well again
 * the session goes on. */

typedef struct
{
  const char *name;
  void (*prepare) (ProgrammeSession *self);
  void (*act) (ProgrammeSession *self);
  const char *is_there; /* 1 or 0 in the file: whether it has happened */
  enum { ADDS, KEEPS, TAKES } undo; /* what becomes of what can be undone */
} Verb;

/* A verb, done once */
typedef struct
{
  ProgrammeSession session;
  const Verb *verb;
  char *undo; /* the label before the verb */
} Run;

/* The file that every session begins with a copy of */
static char *template;

/* --- the judge ------------------------------------------------------------- */

static gboolean
run_undo (Run *self)
{
  ProgrammeSession *session = &self->session;
  g_autoptr (GError) error = NULL;

  tdm_workspace_undo_async (session->workspace, tdm_test_result_cb, &session->result);
  if (programme_session_finish (session, &error))
    return TRUE;
  faults_wrong (session->report, "cannot be undone: %s", error->message);
  return FALSE;
}

/* What came before the verb, and the verb itself, can be taken back and brought back as if nothing had happened. */
static void
run_judge_history (Run *self, gint64 is_there)
{
  ProgrammeSession *session = &self->session;
  gint64 is_there_then;

  if (!run_undo (self))
    return;
  if (self->verb->undo == KEEPS || !is_there)
    {
      if (g_strcmp0 (tdm_workspace_get_undo_label (session->workspace), self->undo) != 0)
        faults_wrong (session->report, "undo offers “%s” instead of “%s”",
                      tdm_workspace_get_undo_label (session->workspace), self->undo);
      return;
    }
  if (self->verb->undo == TAKES)
    return;
  if (!run_undo (self))
    return;
  is_there_then = programme_session_ask (session->folder.path, self->verb->is_there);
  if (is_there_then != 0)
    faults_wrong (session->report, "%" G_GINT64_FORMAT " after it was undone", is_there_then);
}

static void
run_judge (Run *self, FaultSaid said)
{
  ProgrammeSession *session = &self->session;
  g_autoptr (TdmPerson) person = tdm_record_new (TDM_TYPE_PERSON);
  g_autoptr (GError) error = NULL;
  gint64 is_there;

  tdm_record_set_text (TDM_RECORD (person), TDM_PERSON_NAME, "Afterwards");
  tdm_workspace_commit_async (session->workspace, tdm_edit_new_save (person), tdm_test_result_cb, &session->result);
  if (!programme_session_finish (session, &error))
    faults_wrong (session->report, "the session does not go on: %s", error->message);

  is_there = programme_session_ask (session->folder.path, self->verb->is_there);
  if (is_there != 0 && is_there != 1)
    faults_wrong (session->report, "%" G_GINT64_FORMAT " of it is there", is_there);
  else if (said == FAULT_SAID_DONE && !is_there)
    faults_wrong (session->report, "said to be saved, and is not there");
  else if (said == FAULT_SAID_FAILED && is_there)
    faults_wrong (session->report, "said not to be saved, and is there");
  programme_session_judge (session);
  if (!error)
    run_judge_history (self, is_there);
}

static void
run_verb (const Fault *fault, FaultReport *report, gpointer data)
{
  Run self = { { .report = report }, data };
  ProgrammeSession *session = &self.session;
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  tdm_test_folder_init (&session->folder);
  tdm_test_copy_file (template, session->folder.path);
  programme_session_open (session, session->folder.path);
  if (self.verb->prepare)
    self.verb->prepare (session);
  self.undo = g_strdup (tdm_workspace_get_undo_label (session->workspace));
  g_assert_cmpint (programme_session_ask (session->folder.path, self.verb->is_there), ==, 0);

  faults_arm (fault);
  self.verb->act (session);
  is_done = programme_session_finish (session, &error);
  run_judge (&self, faults_take_said (report, is_done, error));
  programme_session_close (session);
  programme_session_judge_file (session);
  g_free (self.undo);
  tdm_test_folder_clear (&session->folder);
}

static void
test_verb (gconstpointer verb)
{
  faults_run_all (run_verb, (gpointer) verb);
}

/* --- verbs ----------------------------------------------------------------- */

static void
add_goal (ProgrammeSession *self)
{
  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_add (self->pair, TDM_SIDE_JOINT, "New"),
                              tdm_test_result_cb, &self->result);
}

static void
edit_goal (ProgrammeSession *self)
{
  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_change (programme_session_get_goal (self, 0), "New", ""),
                              tdm_test_result_cb, &self->result);
}

static void
tick_step (ProgrammeSession *self)
{
  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_tick_step (programme_session_get_step (self), TRUE),
                              tdm_test_result_cb, &self->result);
}

static void
remove_goal (ProgrammeSession *self)
{
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_remove (programme_session_get_goal (self, 0)),
                              tdm_test_result_cb, &self->result);
}

static void
pause_pair (ProgrammeSession *self)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();

  g_ptr_array_add (pairs, self->pair);
  tdm_workspace_commit_async (self->workspace, tdm_pair_state_edits_pause (pairs, NULL, NULL),
                              tdm_test_result_cb, &self->result);
}

/* As what was sent is remembered, which undo passes over */
static void
write_for_good (ProgrammeSession *self)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new ("For good");
  g_autoptr (TdmPerson) person = g_list_model_get_item (tdm_workspace_get_people (self->workspace), 0);

  tdm_edit_set_permanent (edit);
  tdm_record_set_text (tdm_edit_update (edit, person), TDM_PERSON_EMAIL, "new@example.org");
  tdm_workspace_commit_async (self->workspace, g_steal_pointer (&edit), tdm_test_result_cb, &self->result);
}

/* Long texts, so that pages are written and flushed before the end, too */
static void
write_much (ProgrammeSession *self)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new ("Much");
  g_autofree char *text = g_strnfill (400, 'x');

  for (guint i = 0; i < 200; i++)
    {
      TdmRecord *person = tdm_edit_insert (edit, TDM_TYPE_PERSON);

      tdm_record_set_text (person, TDM_PERSON_NAME, "New");
      tdm_record_set_text_cut (person, TDM_PERSON_DEPARTMENT, text);
    }
  tdm_workspace_commit_async (self->workspace, g_steal_pointer (&edit), tdm_test_result_cb, &self->result);
}

static void
undo (ProgrammeSession *self)
{
  tdm_workspace_undo_async (self->workspace, tdm_test_result_cb, &self->result);
}

static void
redo (ProgrammeSession *self)
{
  tdm_workspace_redo_async (self->workspace, tdm_test_result_cb, &self->result);
}

static void
prepare_added (ProgrammeSession *self)
{
  add_goal (self);
  programme_session_finish_well (self);
}

static void
prepare_removed (ProgrammeSession *self)
{
  remove_goal (self);
  programme_session_finish_well (self);
}

static void
prepare_added_and_undone (ProgrammeSession *self)
{
  prepare_added (self);
  undo (self);
  programme_session_finish_well (self);
}

static void
prepare_removed_and_undone (ProgrammeSession *self)
{
  prepare_removed (self);
  undo (self);
  programme_session_finish_well (self);
}

#define GOALS_AND_STEPS "SELECT (SELECT count (*) FROM goal) + (SELECT count (*) FROM goal_step)"
#define GOALS(title) "SELECT count (*) FROM goal WHERE title = '" title "'"

static const Verb verbs[] = {
  { "add", NULL, add_goal, GOALS ("New"), ADDS },
  { "change", NULL, edit_goal, GOALS ("New"), ADDS },
  { "tick", NULL, tick_step,
    "SELECT (SELECT count (*) FROM goal_step WHERE done) * (SELECT state = 'in_progress' FROM goal)", ADDS },
  { "remove", NULL, remove_goal,
    "SELECT 3 - (SELECT count (*) FROM goal) - (SELECT count (*) FROM goal_step) == 3", ADDS },
  { "pause a tandem", NULL, pause_pair,
    "SELECT (SELECT count (*) FROM pair WHERE state = 'paused') *"
    " (SELECT count (*) FROM pair_event WHERE to_state = 'paused')", ADDS },
  { "permanent", NULL, write_for_good, "SELECT count (*) FROM person WHERE email = 'new@example.org'", KEEPS },
  { "much", NULL, write_much, "SELECT count (*) / 200.0 FROM person WHERE name = 'New'", ADDS },
  { "undo adding", prepare_added, undo, "SELECT count (*) = 0 FROM goal WHERE title = 'New'", TAKES },
  { "undo removing", prepare_removed, undo,
    "SELECT (SELECT count (*) FROM goal) * (SELECT count (*) FROM goal_step) / 2", TAKES },
  { "redo adding", prepare_added_and_undone, redo, GOALS ("New"), ADDS },
  { "redo removing", prepare_removed_and_undone, redo, GOALS_AND_STEPS " = 0", ADDS },
};

/* --- the file as a whole --------------------------------------------------- */

/* Opening changes nothing, and may fail. */
static void
run_open (const Fault *fault, FaultReport *report, gpointer data)
{
  ProgrammeSession self = { .report = report };
  g_autoptr (GError) error = NULL;

  tdm_test_folder_init (&self.folder);
  tdm_test_copy_file (template, self.folder.path);
  faults_arm (fault);
  self.workspace = tdm_test_open (self.folder.path, TDM_OPEN_EXISTING, &error);
  faults_take_said (report, self.workspace != NULL, error);
  programme_session_close (&self);
  if (programme_session_ask (self.folder.path, GOALS_AND_STEPS) != 3)
    faults_wrong (report, "the file has changed");
  programme_session_judge_file (&self);
  tdm_test_folder_clear (&self.folder);
}

static void
test_open (void)
{
  faults_run_all (run_open, NULL);
}

/* A new file and what it begins with; where that has failed it can be tried again under the same name. */
static void
run_create (const Fault *fault, FaultReport *report, gpointer data)
{
  ProgrammeSession self = { .report = report };
  g_autoptr (GError) error = NULL, later = NULL;
  FaultSaid said;
  gint64 n_programmes;
  gboolean is_done = FALSE;

  tdm_test_folder_init (&self.folder);
  faults_arm (fault);
  self.workspace = tdm_test_open (self.folder.path, TDM_OPEN_CREATE, &error);
  if (self.workspace)
    {
      tdm_workspace_import_async (self.workspace, tdm_programme_edits_start ("New"), tdm_test_result_cb, &self.result);
      is_done = tdm_workspace_import_finish (self.workspace, tdm_test_wait (&self.result), &error);
      g_clear_object (&self.result);
    }
  said = faults_take_said (report, is_done, error);
  programme_session_close (&self);

  self.workspace = tdm_test_open (self.folder.path, TDM_OPEN_CREATE, &later);
  if (!self.workspace)
    faults_wrong (report, "cannot be begun again: %s", later->message);
  programme_session_close (&self);
  n_programmes = programme_session_ask (self.folder.path, "SELECT count (*) FROM programme");
  if (n_programmes != 0 && n_programmes != 1)
    faults_wrong (report, "%" G_GINT64_FORMAT " programmes", n_programmes);
  if (said == FAULT_SAID_DONE && n_programmes != 1)
    faults_wrong (report, "said to be there, and is not");
  if (said == FAULT_SAID_FAILED && n_programmes == 1)
    faults_wrong (report, "said not to be there, and is: %s", error->message);
  tdm_test_folder_clear (&self.folder);
}

static void
test_create (void)
{
  faults_run_all (run_create, NULL);
}

static void
run_migrate (const Fault *fault, FaultReport *report, gpointer data)
{
  ProgrammeSession self = { .report = report };
  g_autoptr (GError) error = NULL;

  tdm_test_folder_init (&self.folder);
  tdm_test_copy_file (data, self.folder.path);
  faults_arm (fault);
  self.workspace = tdm_test_open (self.folder.path, TDM_OPEN_EXISTING, &error);
  faults_take_said (report, self.workspace != NULL, error);
  programme_session_close (&self);
  programme_session_judge_file (&self);
  if (programme_session_ask (self.folder.path, "SELECT count (*) FROM goal_step WHERE done") != 1 ||
      programme_session_ask (self.folder.path, "SELECT count (*) FROM person") != 2)
    faults_wrong (report, "something is gone");
  tdm_test_folder_clear (&self.folder);
}

static void
test_migrate (void)
{
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "fixtures", "schema-1.sql", NULL);
  g_autofree char *sql = NULL, *old = g_strconcat (template, ".old", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *handle;

  g_file_get_contents (fixture, &sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (old, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  faults_run_all (run_migrate, old);
}

/* A copy that is said to be there is whole; otherwise there is none. */
static void
run_back_up (const Fault *fault, FaultReport *report, gpointer data)
{
  ProgrammeSession self = { .report = report };
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  tdm_test_folder_init (&self.folder);
  copy = tdm_test_folder_join (&self.folder, "backup.tandem");
  tdm_test_copy_file (template, self.folder.path);
  programme_session_open (&self, self.folder.path);
  faults_arm (fault);
  tdm_workspace_back_up_async (self.workspace, copy, tdm_test_result_cb, &self.result);
  is_done = tdm_workspace_back_up_finish (self.workspace, tdm_test_wait (&self.result), &error);
  g_clear_object (&self.result);
  faults_take_said (report, is_done, error);
  if (is_done && programme_session_ask (copy, GOALS_AND_STEPS) != 3)
    faults_wrong (report, "the copy is not whole");
  /* What cannot be written may be impossible to remove, too. */
  if (!is_done && g_file_test (copy, G_FILE_TEST_EXISTS) && fault->kind != FAULT_UNLINK && fault->kind != FAULT_ANY)
    faults_wrong (report, "a part of a copy was left behind");
  tdm_workspace_commit_async (self.workspace, tdm_goal_edits_add (self.pair, TDM_SIDE_JOINT, "New"), tdm_test_result_cb,
                              &self.result);
  g_clear_error (&error);
  if (!programme_session_finish (&self, &error))
    faults_wrong (report, "the session does not go on: %s", error->message);
  programme_session_close (&self);
  programme_session_judge_file (&self);
  tdm_test_folder_clear (&self.folder);
}

static void
test_back_up (void)
{
  faults_run_all (run_back_up, NULL);
}

static void
run_check (const Fault *fault, FaultReport *report, gpointer data)
{
  ProgrammeSession self = { .report = report };
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  tdm_test_folder_init (&self.folder);
  tdm_test_copy_file (template, self.folder.path);
  programme_session_open (&self, self.folder.path);
  faults_arm (fault);
  tdm_workspace_check_async (self.workspace, tdm_test_result_cb, &self.result);
  problems = tdm_workspace_check_finish (self.workspace, tdm_test_wait (&self.result), &error);
  g_clear_object (&self.result);
  faults_take_said (report, problems != NULL, error);
  if (problems && problems->len > 0)
    faults_wrong (report, "a sound file is said to be damaged: %s", (char *) problems->pdata[0]);
  add_goal (&self);
  g_clear_error (&error);
  if (!programme_session_finish (&self, &error))
    faults_wrong (report, "the session does not go on: %s", error->message);
  programme_session_close (&self);
  programme_session_judge_file (&self);
  tdm_test_folder_clear (&self.folder);
}

static void
test_check (void)
{
  faults_run_all (run_check, NULL);
}

/* --- trying again ------------------------------------------------------------ */

/* A dialog stays open when its person could not be saved, and saves the same draft once more. */
static void
run_try_again (const Fault *fault, FaultReport *report, gpointer data)
{
  ProgrammeSession self = { .report = report };
  g_autoptr (TdmPerson) person = tdm_record_new (TDM_TYPE_PERSON);
  g_autoptr (GError) error = NULL;
  FaultSaid said = FAULT_SAID_FAILED;

  tdm_test_folder_init (&self.folder);
  tdm_test_copy_file (template, self.folder.path);
  programme_session_open (&self, self.folder.path);
  tdm_record_set_text (TDM_RECORD (person), TDM_PERSON_NAME, "New");
  faults_arm (fault);
  for (guint i = 0; i < 2 && said != FAULT_SAID_DONE; i++)
    {
      gboolean is_done;

      g_clear_error (&error);
      tdm_workspace_commit_async (self.workspace, tdm_edit_new_save (person), tdm_test_result_cb, &self.result);
      is_done = programme_session_finish (&self, &error);
      said = i == 0 ? faults_take_said (report, is_done, error) : is_done ? FAULT_SAID_DONE : FAULT_SAID_FAILED;
    }
  if (said != FAULT_SAID_DONE)
    faults_wrong (report, "cannot be saved: %s", error->message);
  else if (programme_session_ask (self.folder.path, "SELECT count (*) FROM person WHERE name = 'New'") != 1)
    faults_wrong (report, "said to be saved, and is not there");
  programme_session_judge (&self);
  programme_session_close (&self);
  tdm_test_folder_clear (&self.folder);
}

static void
test_try_again (void)
{
  faults_run_all (run_try_again, NULL);
}

/* --- after a commit that a power cut could take back ---------------------------- */

static void
save_person (ProgrammeSession *self, const char *name, GError **error)
{
  g_autoptr (TdmPerson) person = tdm_record_new (TDM_TYPE_PERSON);

  tdm_record_set_text (TDM_RECORD (person), TDM_PERSON_NAME, name);
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_save (person), tdm_test_result_cb, &self->result);
  programme_session_finish (self, error);
}

#define PEOPLE(names) "SELECT count (*) FROM person WHERE name IN (" names ")"

/* The journal is gone and could come back: with a second change on top of it half of that would be undone. */
static void
test_nothing_is_written_on_top (void)
{
  const Fault fault = { FAULT_SYNC_FOLDER, 1, TRUE, EIO };
  ProgrammeSession self = { 0 };
  g_autoptr (GError) error = NULL;

  tdm_test_folder_init (&self.folder);
  tdm_test_copy_file (template, self.folder.path);
  programme_session_open (&self, self.folder.path);
  faults_arm (&fault);
  save_person (&self, "First", &error);
  g_assert_no_error (error);
  save_person (&self, "Second", &error);
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_IO);
  g_clear_error (&error);
  faults_disarm ();
  g_assert_cmpint (programme_session_ask (self.folder.path, PEOPLE ("'First', 'Second'")), ==, 1);

  save_person (&self, "Third", &error);
  g_assert_no_error (error);
  g_assert_cmpint (programme_session_ask (self.folder.path, PEOPLE ("'First', 'Third'")), ==, 2);
  programme_session_close (&self);
  tdm_test_folder_clear (&self.folder);
}

int
main (int argc, char **argv)
{
  TdmTestFolder folder;
  int status;

  faults_init (&argc, argv);
  tdm_test_init (&argc, &argv);
  tdm_test_folder_init (&folder);
  template = tdm_test_folder_join (&folder, "template.tandem");
  programme_session_make_template (template);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *path = g_strconcat ("/programme-faults/", verbs[i].name, NULL);

      g_test_add_data_func (path, &verbs[i], test_verb);
    }
  g_test_add_func ("/programme-faults/try again", test_try_again);
  g_test_add_func ("/programme-faults/nothing is written on top", test_nothing_is_written_on_top);
  g_test_add_func ("/programme-faults/open", test_open);
  g_test_add_func ("/programme-faults/create", test_create);
  g_test_add_func ("/programme-faults/migrate", test_migrate);
  g_test_add_func ("/programme-faults/back up", test_back_up);
  g_test_add_func ("/programme-faults/check", test_check);
  status = g_test_run ();
  g_free (template);
  tdm_test_folder_clear (&folder);
  return status;
}
