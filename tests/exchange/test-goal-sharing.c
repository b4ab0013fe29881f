/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "inbox/inbox-fixture.h"

#include "edits/tdm-goal-edits.h"
#include "edits/tdm-pair-edits.h"
#include "exchange/tdm-goal-sharing.h"
#include "inbox/tdm-inbox-goals.h"

#include <string.h>

/* Goals that go from one programme to another: only those that were ticked, and nothing changes unasked. */

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n"
#define TAIL "END:VCALENDAR\r\n"
#define OF_CLEO "ORGANIZER;CN=Cleo:mailto:cleo@example.org\r\n"
#define TANDEM "For the tandem of Anna Beck and Bo Chen"

/* A programme here, and another one elsewhere with the same two people */
typedef struct
{
  InboxFixture here;
  InboxFixture there;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  inbox_set_up (&self->here, data);
  inbox_set_up (&self->there, data);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  inbox_tear_down (&self->here, data);
  inbox_tear_down (&self->there, data);
}

/* --- goals -------------------------------------------------------------------------------- */

static TdmGoal *
get_goal (InboxFixture *self, guint position)
{
  GListModel *goals = tdm_pair_get_goals (self->programme.pair);
  g_autoptr (TdmGoal) goal = g_list_model_get_item (goals, position);

  g_assert_nonnull (goal);
  return goal;
}

static TdmGoalStep *
get_step (TdmGoal *goal, guint position)
{
  g_autoptr (TdmGoalStep) step = g_list_model_get_item (tdm_goal_get_steps (goal), position);

  g_assert_nonnull (step);
  return step;
}

static guint
count_goals (InboxFixture *self)
{
  return g_list_model_get_n_items (tdm_pair_get_goals (self->programme.pair));
}

static void
finish (InboxFixture *self, const char *label)
{
  tdm_test_programme_finish (&self->programme, label);
}

static TdmGoal *
add_goal (InboxFixture *self, TdmSide side, const char *title)
{
  tdm_workspace_commit_async (self->programme.workspace, tdm_goal_edits_add (self->programme.pair, side, title),
                              tdm_test_result_cb, &self->programme.result);
  finish (self, "Goal added");
  return get_goal (self, count_goals (self) - 1);
}

static void
add_step (InboxFixture *self, TdmGoal *goal, const char *title)
{
  tdm_workspace_commit_async (self->programme.workspace, tdm_goal_edits_add_step (goal, title), tdm_test_result_cb,
                              &self->programme.result);
  finish (self, "Step added");
}

static void
tick (InboxFixture *self, TdmGoalStep *step)
{
  tdm_workspace_commit_async (self->programme.workspace, tdm_goal_edits_tick_step (step, TRUE), tdm_test_result_cb,
                              &self->programme.result);
  finish (self, "Step done");
}

static void
rename_goal (InboxFixture *self, TdmGoal *goal, const char *title, const char *due)
{
  tdm_workspace_commit_async (self->programme.workspace, tdm_goal_edits_change (goal, title, due), tdm_test_result_cb,
                              &self->programme.result);
  finish (self, "Goal changed");
}

/* Two goals of Anna with steps, and one of both */
static void
add_goals (InboxFixture *self)
{
  TdmGoal *first = add_goal (self, TDM_SIDE_MENTEE, "Moderate");
  TdmGoal *second = add_goal (self, TDM_SIDE_JOINT, "Give a talk");

  add_step (self, first, "Watch");
  add_step (self, first, "Try");
  tick (self, get_step (first, 0));
  rename_goal (self, second, "Give a talk", "2026-11-30");
  add_step (self, add_goal (self, TDM_SIDE_MENTOR, "Top secret"), "Silent step");
}

/* --- files -------------------------------------------------------------------------------- */

/* Those at these positions, as a file */
static char *
share (InboxFixture *self, const guint *positions, guint n_positions)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  g_autofree char *path = tdm_test_folder_join (&self->programme.folder, "shared.ics");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  for (guint i = 0; i < n_positions; i++)
    g_ptr_array_add (goals, get_goal (self, positions[i]));
  tdm_goal_sharing_save_async (goals, file, tdm_test_result_cb, &result);
  g_assert_true (tdm_goal_sharing_save_finish (tdm_test_wait (&result), &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static char *
share_two (InboxFixture *self)
{
  return share (self, (const guint[]) { 0, 1 }, 2);
}

static TdmInboxItem *
read_item (InboxFixture *self, const char *text, TdmInboxKind kind, const char *expected)
{
  g_autoptr (GPtrArray) items = inbox_read_text (self, text);

  g_assert_cmpuint (items->len, ==, 1);
  inbox_expect (items, 0, kind, expected);
  return g_object_ref (items->pdata[0]);
}

static void
take (InboxFixture *self, const char *text, const char *expected)
{
  g_autoptr (TdmInboxItem) item = read_item (self, text, TDM_INBOX_GOALS, expected);

  inbox_decide (self, item, NULL, "Goals taken over");
}

static void
test_only_ticked (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  add_goals (&self->here);
  text = share_two (&self->here);
  g_assert_nonnull (strstr (text, "SUMMARY:Moderate\r\n"));
  g_assert_nonnull (strstr (text, "SUMMARY:Watch\r\n"));
  g_assert_nonnull (strstr (text, "SUMMARY:Give a talk\r\n"));
  g_assert_null (strstr (text, "secret"));
  g_assert_null (strstr (text, "Silent"));
  g_assert_null (strstr (text, tdm_record_get_uid (TDM_RECORD (get_goal (&self->here, 2)))));
}

static void
test_name (Fixture *self, gconstpointer data)
{
  g_autofree char *name = tdm_goal_sharing_suggest_name (self->here.programme.pair);

  g_assert_cmpstr (name, ==, "tandem-goals-anna-beck-bo-chen.ics");
}

static void
test_no_such_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/goals.ics");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tdm_goal_sharing_save_async (goals, file, tdm_test_result_cb, &result);
  g_assert_false (tdm_goal_sharing_save_finish (tdm_test_wait (&result), &error));
  g_assert_true (g_str_has_prefix (error->message, "“/nowhere/goals.ics” could not be written: "));
}

/* --- into another programme --------------------------------------------------------------- */

static void
assert_same_goal (TdmGoal *one, TdmGoal *other)
{
  g_assert_cmpstr (tdm_record_get_uid (TDM_RECORD (one)), ==, tdm_record_get_uid (TDM_RECORD (other)));
  g_assert_cmpstr (tdm_goal_get_title (one), ==, tdm_goal_get_title (other));
  g_assert_cmpint (tdm_goal_get_side (one), ==, tdm_goal_get_side (other));
  g_assert_cmpint (tdm_goal_get_state (one), ==, tdm_goal_get_state (other));
  g_assert_cmpstr (tdm_record_get_text (TDM_RECORD (one), TDM_GOAL_DUE), ==,
                   tdm_record_get_text (TDM_RECORD (other), TDM_GOAL_DUE));
  g_assert_cmpuint (g_list_model_get_n_items (tdm_goal_get_steps (one)), ==,
                    g_list_model_get_n_items (tdm_goal_get_steps (other)));
  for (guint i = 0; i < g_list_model_get_n_items (tdm_goal_get_steps (one)); i++)
    {
      g_assert_cmpstr (tdm_goal_step_get_title (get_step (one, i)), ==, tdm_goal_step_get_title (get_step (other, i)));
      g_assert_cmpint (tdm_goal_step_get_done (get_step (one, i)), ==, tdm_goal_step_get_done (get_step (other, i)));
    }
}

static void
test_new_goals (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (TdmInboxItem) item = NULL;

  add_goals (&self->there);
  text = share_two (&self->there);
  item = read_item (&self->here, text, TDM_INBOX_GOALS, "2 goals from Anna Beck: 2 new");
  g_assert_cmpstr (tdm_inbox_item_get_detail (item), ==,
                   TANDEM ", as of 14 July 2026\nNew: “Moderate” with 2 steps\nNew: “Give a talk”");
  g_assert_cmpuint (count_goals (&self->here), ==, 0);
  inbox_decide (&self->here, item, NULL, "Goals taken over");
  g_assert_cmpuint (count_goals (&self->here), ==, 2);
  assert_same_goal (get_goal (&self->here, 0), get_goal (&self->there, 0));
  assert_same_goal (get_goal (&self->here, 1), get_goal (&self->there, 1));
}

/* As those that people add */
static void
test_new_goals_come_last_on_their_side (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  add_goal (&self->here, TDM_SIDE_MENTEE, "Mine");
  add_goal (&self->here, TDM_SIDE_MENTEE, "Mine, too");
  add_goals (&self->there);
  text = share_two (&self->there);
  take (&self->here, text, "2 goals from Anna Beck: 2 new");
  for (guint i = 0; i < count_goals (&self->here); i++)
    {
      TdmGoal *goal = get_goal (&self->here, i);
      gint64 position = tdm_record_get_integer (TDM_RECORD (goal), TDM_GOAL_POSITION);

      if (g_str_equal (tdm_goal_get_title (goal), "Moderate"))
        g_assert_cmpint (position, ==, 3);
      else if (g_str_equal (tdm_goal_get_title (goal), "Give a talk"))
        g_assert_cmpint (position, ==, 1);
    }
  g_assert_cmpuint (count_goals (&self->here), ==, 4);
}

static void
test_one_step_for_undo (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  GHashTable *before = NULL;

  add_goals (&self->there);
  add_goal (&self->here, TDM_SIDE_MENTEE, "Mine");
  before = inbox_dump (&self->here);
  text = share_two (&self->there);
  take (&self->here, text, "2 goals from Anna Beck: 2 new");
  inbox_undo (&self->here, "Goals taken over");
  inbox_expect_changes (&self->here, before, "");
}

static void
test_nothing_new (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (TdmInboxItem) item = NULL;

  add_goals (&self->here);
  text = share_two (&self->here);
  item = read_item (&self->here, text, TDM_INBOX_OLD, "2 goals from Anna Beck: nothing new");
  g_assert_false (tdm_inbox_item_asks (item));
}

/* What is only here stays: a goal, a step, a due day. */
static void
test_changed (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *back = NULL;
  g_autoptr (TdmInboxItem) item = NULL;
  TdmGoal *first, *second;

  add_goals (&self->there);
  text = share_two (&self->there);
  take (&self->here, text, "2 goals from Anna Beck: 2 new");
  first = get_goal (&self->here, 0);
  add_step (&self->here, first, "Only here");
  rename_goal (&self->here, first, "Moderate", "2026-12-01");
  add_goal (&self->here, TDM_SIDE_MENTEE, "Only here, too");

  second = get_goal (&self->there, 0);
  rename_goal (&self->there, second, "Moderate well", NULL);
  tick (&self->there, get_step (second, 1));
  add_step (&self->there, second, "Do it");
  back = share_two (&self->there);
  item = read_item (&self->here, back, TDM_INBOX_GOALS, "2 goals from Anna Beck: 1 changed, 1 as it is here");
  g_assert_cmpstr (tdm_inbox_item_get_detail (item), ==,
                   TANDEM
                   ", as of 14 July 2026\n“Moderate” becomes “Moderate well”\nStep done: “Try”\nNew step: “Do it”");
  inbox_decide (&self->here, item, NULL, "Goals taken over");

  g_assert_cmpstr (tdm_goal_get_title (first), ==, "Moderate well");
  g_assert_cmpstr (tdm_record_get_text (TDM_RECORD (first), TDM_GOAL_DUE), ==, "2026-12-01");
  g_assert_cmpuint (g_list_model_get_n_items (tdm_goal_get_steps (first)), ==, 4);
  g_assert_cmpstr (tdm_goal_step_get_title (get_step (first, 2)), ==, "Only here");
  g_assert_cmpstr (tdm_goal_step_get_title (get_step (first, 3)), ==, "Do it");
  g_assert_cmpuint (count_goals (&self->here), ==, 3);
}

/* A partner ticks the goal in a program of another kind. */
static void
test_state_from_outside (Fixture *self, gconstpointer data)
{
  TdmGoal *goal = add_goal (&self->here, TDM_SIDE_MENTEE, "Moderate");
  g_autofree char *text = g_strdup_printf (HEAD "BEGIN:VTODO\r\nUID:%s\r\nSTATUS:COMPLETED\r\nEND:VTODO\r\n" TAIL,
                                           tdm_record_get_uid (TDM_RECORD (goal)));
  g_autoptr (TdmInboxItem) item = read_item (&self->here, text, TDM_INBOX_GOALS, "1 goal: 1 changed");

  g_assert_cmpstr (tdm_inbox_item_get_detail (item), ==, TANDEM "\n“Moderate”: Open → Achieved");
  inbox_decide (&self->here, item, NULL, "Goals taken over");
  g_assert_cmpint (tdm_goal_get_state (goal), ==, TDM_GOAL_ACHIEVED);
  g_assert_cmpstr (tdm_goal_get_title (goal), ==, "Moderate");
}

/* --- for which tandem ---------------------------------------------------------------------- */

static TdmPair *
add_second_pair (InboxFixture *self)
{
  TdmWorkspace *workspace = self->programme.workspace;
  TdmPerson *cleo = tdm_test_add_person (workspace, "Cleo Diaz", "cleo@example.org");
  g_autoptr (TdmRound) round = g_list_model_get_item (tdm_workspace_get_rounds (workspace), 0);
  g_autoptr (TdmPair) pair = NULL;

  tdm_workspace_commit_async (workspace, tdm_pair_edits_add (round, cleo, inbox_bo (self), NULL), tdm_test_result_cb,
                              &self->programme.result);
  finish (self, "Tandem added");
  pair = g_list_model_get_item (tdm_workspace_get_pairs (workspace), 1);
  g_assert_true (tdm_pair_get_mentee (pair) == cleo);
  tdm_test_load (workspace, TDM_SCOPE_PAIR, pair);
  return pair;
}

static void
test_tandem_of_address (Fixture *self, gconstpointer data)
{
  TdmPair *pair = add_second_pair (&self->here);
  g_autoptr (TdmGoal) goal = NULL;

  take (&self->here, HEAD "BEGIN:VTODO\r\nUID:1\r\nSUMMARY:a\r\n" OF_CLEO "END:VTODO\r\n" TAIL,
        "1 goal from Cleo: 1 new");
  g_assert_cmpuint (count_goals (&self->here), ==, 0);
  goal = g_list_model_get_item (tdm_pair_get_goals (pair), 0);
  g_assert_cmpstr (tdm_goal_get_title (goal), ==, "a");
  g_assert_cmpint (tdm_goal_get_side (goal), ==, TDM_SIDE_MENTEE);
}

static void
test_user_chooses (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmInboxItem) item = NULL;

  add_second_pair (&self->here);
  item = read_item (&self->here, HEAD "BEGIN:VTODO\r\nSUMMARY:a\r\nORGANIZER:mailto:x@y.org\r\nEND:VTODO\r\n" TAIL,
                    TDM_INBOX_GOALS, "1 goal from x@y.org. For which tandem?");
  g_assert_null (tdm_inbox_item_get_pair (item));
  g_assert_cmpstr (tdm_inbox_item_get_detail (item), ==, "a");
  tdm_inbox_goals_set_pair (self->here.programme.workspace, item, self->here.programme.pair);
  g_assert_cmpstr (tdm_inbox_item_get_text (item), ==, "1 goal from x@y.org: 1 new");
  inbox_decide (&self->here, item, NULL, "Goals taken over");
  g_assert_cmpint (tdm_goal_get_side (get_goal (&self->here, 0)), ==, TDM_SIDE_JOINT);
}

/* Two tandems of Bo: nobody guesses which. */
static void
test_two_tandems_of_one_person (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmInboxItem) item = NULL;

  add_second_pair (&self->here);
  item = read_item (&self->here,
                    HEAD "BEGIN:VTODO\r\nSUMMARY:a\r\nORGANIZER;CN=Bo:mailto:bo@example.org\r\nEND:VTODO\r\n" TAIL,
                    TDM_INBOX_GOALS, "1 goal from Bo. For which tandem?");
  g_assert_null (tdm_inbox_item_get_pair (item));
}

static void
test_goal_of_another_tandem (Fixture *self, gconstpointer data)
{
  TdmPair *pair = add_second_pair (&self->here);
  TdmGoal *mine = add_goal (&self->here, TDM_SIDE_MENTEE, "Mine");
  g_autoptr (TdmGoal) other = NULL;
  g_autofree char *text = NULL;
  g_autoptr (TdmInboxItem) item = NULL;

  tdm_workspace_commit_async (self->here.programme.workspace, tdm_goal_edits_add (pair, TDM_SIDE_MENTEE, "Other"),
                              tdm_test_result_cb, &self->here.programme.result);
  finish (&self->here, "Goal added");
  other = g_list_model_get_item (tdm_pair_get_goals (pair), 0);
  text = g_strdup_printf (HEAD "BEGIN:VTODO\r\nUID:%s\r\nSUMMARY:Mine now\r\nEND:VTODO\r\n"
                          "BEGIN:VTODO\r\nUID:%s\r\nSUMMARY:Stolen\r\nEND:VTODO\r\n" TAIL,
                          tdm_record_get_uid (TDM_RECORD (mine)), tdm_record_get_uid (TDM_RECORD (other)));
  item = read_item (&self->here, text, TDM_INBOX_GOALS, "2 goals: 1 changed");
  g_assert_nonnull (strstr (tdm_inbox_item_get_detail (item), "1 is one of another tandem and stays as it is."));
  inbox_decide (&self->here, item, NULL, "Goals taken over");
  g_assert_cmpstr (tdm_goal_get_title (mine), ==, "Mine now");
  g_assert_cmpstr (tdm_goal_get_title (other), ==, "Other");
}

static void
test_no_tandem (TdmTestFolder *folder, gconstpointer data)
{
  TdmWorkspace *workspace = tdm_test_new_programme (folder);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  tdm_inbox_read_text_async (workspace, HEAD "BEGIN:VTODO\r\nSUMMARY:a\r\n" OF_CLEO "END:VTODO\r\n" TAIL,
                             tdm_test_result_cb, &result);
  items = tdm_inbox_read_finish (workspace, tdm_test_wait (&result), &error);
  g_assert_no_error (error);
  inbox_expect (items, 0, TDM_INBOX_NOTHING, "1 goal from Cleo: there is no tandem here yet.");
  g_clear_pointer (&items, g_ptr_array_unref);
  tdm_workspace_close (workspace);
  g_object_unref (workspace);
}

/* --- odd files ---------------------------------------------------------------------------- */

static void
test_too_long (Fixture *self, gconstpointer data)
{
  g_autofree char *title = g_strnfill (TDM_TEXT_MOST + 5, 'x');
  g_autofree char *text = g_strconcat (HEAD "BEGIN:VTODO\r\nUID:1\r\nSUMMARY:", title, "\r\nEND:VTODO\r\n"
                                       "BEGIN:VTODO\r\nUID:2\r\nEND:VTODO\r\n" TAIL, NULL);
  g_autoptr (TdmInboxItem) item = read_item (&self->here, text, TDM_INBOX_GOALS, "2 goals: 1 new");

  g_assert_true (g_str_has_suffix (tdm_inbox_item_get_detail (item),
                                   "…”\n1 has no words and is left out.\n"
                                   "1 is longer than 2,000 characters and is cut."));
  inbox_decide (&self->here, item, NULL, "Goals taken over");
  g_assert_cmpuint (strlen (tdm_goal_get_title (get_goal (&self->here, 0))), ==, TDM_TEXT_MOST);
}

static void
test_nothing_to_take (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmInboxItem) item = read_item (&self->here, HEAD "BEGIN:VTODO\r\nUID:2\r\nEND:VTODO\r\n" TAIL,
                                             TDM_INBOX_NOTHING, "1 goal: nothing can be taken over");

  g_assert_false (tdm_inbox_item_asks (item));
}

/* A step alone, of a goal that is here; and a goal that became a step elsewhere */
static void
test_other_shapes (Fixture *self, gconstpointer data)
{
  TdmGoal *first = add_goal (&self->here, TDM_SIDE_MENTEE, "First");
  TdmGoal *second = add_goal (&self->here, TDM_SIDE_MENTEE, "Second");
  const char *uid = tdm_record_get_uid (TDM_RECORD (first));
  g_autofree char *text = g_strdup_printf (
    HEAD "BEGIN:VTODO\r\nUID:s\r\nSUMMARY:Step\r\nRELATED-TO:%s\r\nEND:VTODO\r\n" TAIL, uid);
  g_autofree char *nested = g_strdup_printf (
    HEAD "BEGIN:VTODO\r\nUID:%s\r\nSUMMARY:First\r\nEND:VTODO\r\n"
    "BEGIN:VTODO\r\nUID:%s\r\nSUMMARY:Second, below\r\nRELATED-TO:%s\r\nEND:VTODO\r\n" TAIL,
    uid, tdm_record_get_uid (TDM_RECORD (second)), uid);

  take (&self->here, text, "1 goal: 1 changed");
  g_assert_cmpstr (tdm_goal_step_get_title (get_step (first, 0)), ==, "Step");
  take (&self->here, nested, "1 goal: 1 changed");
  g_assert_cmpstr (tdm_goal_get_title (second), ==, "Second, below");
  g_assert_cmpuint (count_goals (&self->here), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_goal_get_steps (first)), ==, 1);
}

/* A calendar that holds an answer, too */
static void
test_beside_an_answer (Fixture *self, gconstpointer data)
{
  g_autofree char *answer = inbox_calendar (&self->here, &(InboxAnswer) { 0 });
  g_autofree char *text = g_strconcat (answer, HEAD "BEGIN:VTODO\r\nSUMMARY:a\r\nEND:VTODO\r\n" TAIL, NULL);
  g_autoptr (GPtrArray) items = inbox_read_text (&self->here, text);

  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpuint (tdm_inbox_count_sure (items), ==, 1);
  inbox_expect (items, 1, TDM_INBOX_GOALS, "1 goal: 1 new");
}

static void
test_broken_file (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmInboxItem) item = read_item (&self->here, HEAD "BEGIN:VTODO\r\nSUMMARY:a\r\n", TDM_INBOX_NOTHING,
                                             "This calendar file is not complete.");

  g_assert_null (tdm_inbox_item_get_todos (item));
}

#define ADD(path, test) g_test_add ("/goal-sharing/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);
  ADD ("only-ticked", test_only_ticked);
  ADD ("name", test_name);
  ADD ("no-such-folder", test_no_such_folder);
  ADD ("new-goals", test_new_goals);
  ADD ("new-goals-come-last-on-their-side", test_new_goals_come_last_on_their_side);
  ADD ("one-step-for-undo", test_one_step_for_undo);
  ADD ("nothing-new", test_nothing_new);
  ADD ("changed", test_changed);
  ADD ("state-from-outside", test_state_from_outside);
  ADD ("tandem-of-address", test_tandem_of_address);
  ADD ("user-chooses", test_user_chooses);
  ADD ("two-tandems-of-one-person", test_two_tandems_of_one_person);
  ADD ("goal-of-another-tandem", test_goal_of_another_tandem);
  ADD ("too-long", test_too_long);
  ADD ("nothing-to-take", test_nothing_to_take);
  ADD ("other-shapes", test_other_shapes);
  ADD ("beside-an-answer", test_beside_an_answer);
  ADD ("broken-file", test_broken_file);
  TDM_TEST_ADD ("/goal-sharing/no-tandem", test_no_tandem);
  return g_test_run ();
}
