/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "sample/sample-records.h"
#include "support/tdm-test.h"

#include "base/tdm-clock.h"
#include "edits/tdm-meeting-edits.h"
#include "edits/tdm-pair-state-edits.h"
#include "edits/tdm-round-edits.h"
#include "workspace/tdm-agenda-item.h"
#include "workspace/tdm-agenda-view.h"

#include <sqlite3.h>

/* The agenda of a round says of every meeting what its record says, and has the records of those alone that are
 * held. */

typedef struct
{
  TdmTestFolder folder;
  TdmWorkspace *workspace;
  TdmRound *round;
  TdmAgenda *agenda;
  GAsyncResult *result;
  guint n_changed;
} Fixture;

static void
count_cb (Fixture *self)
{
  self->n_changed++;
}

/* The round that is running on the day of the tests */
static TdmRound *
find_running (TdmWorkspace *workspace)
{
  GListModel *rounds = tdm_workspace_get_rounds (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (TdmRound) round = g_list_model_get_item (rounds, i);

      if (tdm_record_get_integer (TDM_RECORD (round), TDM_ROUND_STATE) == TDM_ROUND_STATE_RUNNING)
        return round;
    }
  g_error ("No round is running.");
}

static void
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  self->agenda = tdm_agenda_new (self->workspace, self->round);
  tdm_agenda_load_async (self->agenda, tdm_test_result_cb, &result);
  g_assert_true (tdm_agenda_load_finish (self->agenda, tdm_test_wait (&result), &error));
  g_assert_no_error (error);
  g_signal_connect_swapped (self->agenda, "changed", G_CALLBACK (count_cb), self);
}

static void
open_file (Fixture *self, TdmOpenMode mode)
{
  g_autoptr (GError) error = NULL;

  self->workspace = tdm_test_open (self->folder.path, mode, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "en");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tdm_test_folder_init (&self->folder);
  open_file (self, TDM_OPEN_CREATE);
  tdm_workspace_import_async (self->workspace, g_steal_pointer (&edit), tdm_test_result_cb, &result);
  g_assert_true (tdm_workspace_import_finish (self->workspace, tdm_test_wait (&result), &error));
  g_assert_no_error (error);
  tdm_workspace_close (self->workspace);
  g_clear_object (&self->workspace);
  if (data)
    return;

  open_file (self, TDM_OPEN_EXISTING);
  self->round = find_running (self->workspace);
  load (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  /* Nothing of it is held by what is under way. */
  g_assert_finalize_object (self->agenda);
  tdm_workspace_close (self->workspace);
  g_clear_object (&self->workspace);
  tdm_test_folder_clear (&self->folder);
}

static const TdmMeetingBrief *
get_brief (Fixture *self, guint place)
{
  return &g_array_index (tdm_agenda_get_briefs (self->agenda), TdmMeetingBrief, place);
}

static void
assert_same (const TdmMeetingBrief *found, const TdmMeetingBrief *expected)
{
  g_assert_cmpint (found->id, ==, expected->id);
  g_assert_cmpint (found->start, ==, expected->start);
  g_assert_cmpint (found->minutes, ==, expected->minutes);
  g_assert_cmpint (found->state, ==, expected->state);
  g_assert_true (found->pair == expected->pair);
  g_assert_true (tdm_meeting_brief_get_mentee (found) == tdm_meeting_brief_get_mentee (expected));
  g_assert_true (tdm_meeting_brief_get_mentor (found) == tdm_meeting_brief_get_mentor (expected));
  g_assert_cmpint (found->kind, ==, expected->kind);
  g_assert_cmpstr (found->place ? found->place : "", ==, expected->place);
  g_assert_cmpstr (found->topic ? found->topic : "", ==, expected->topic);
  g_assert_cmpstr (found->local_start, ==, expected->local_start);
  g_assert_cmpint (tdm_meeting_brief_is_off (found), ==, tdm_meeting_brief_is_off (expected));
  g_assert_cmpint (tdm_meeting_brief_waits (found), ==, tdm_meeting_brief_waits (expected));
  g_assert_cmpint (tdm_meeting_brief_is_to_record (found), ==, tdm_meeting_brief_is_to_record (expected));
}

/* Against the records of the whole round, read by another connection */
static void
assert_right (Fixture *self)
{
  GArray *briefs = tdm_agenda_get_briefs (self->agenda);
  GListModel *meetings = tdm_workspace_get_meetings (self->workspace);
  guint n_of_round = 0;

  tdm_test_load (self->workspace, TDM_SCOPE_ROUND_MEETINGS, self->round);
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);
      TdmPair *pair = tdm_meeting_get_pair (meeting);

      n_of_round += pair && tdm_pair_get_round (pair) == self->round;
    }
  g_assert_cmpuint (briefs->len, ==, n_of_round);
  g_assert_cmpuint (briefs->len, >, 100);
  for (guint i = 0; i < briefs->len; i++)
    {
      TdmMeeting *meeting = tdm_workspace_find_id (self->workspace, TDM_TYPE_MEETING, get_brief (self, i)->id);
      TdmMeetingBrief expected;

      g_assert_nonnull (meeting);
      expected = tdm_meeting_brief_of (meeting);
      assert_same (get_brief (self, i), &expected);
      if (i > 0)
        g_assert_cmpint (tdm_meeting_brief_compare (get_brief (self, i - 1), get_brief (self, i)), <, 0);
    }
}

static void
test_it_says_what_the_records_say (Fixture *self, gconstpointer data)
{
  assert_right (self);
}

/* Waits until the agenda has followed. */
static void
finish (Fixture *self)
{
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changed = self->n_changed;

  label = tdm_test_finish_change (self->workspace, &self->result, &error);
  g_assert_no_error (error);
  while (self->n_changed == n_changed)
    g_main_context_iteration (NULL, TRUE);
}

static void
commit (Fixture *self, TdmEdit *taken_edit)
{
  tdm_workspace_commit_async (self->workspace, taken_edit, tdm_test_result_cb, &self->result);
  finish (self);
}

static void
undo (Fixture *self)
{
  tdm_workspace_undo_async (self->workspace, tdm_test_result_cb, &self->result);
  finish (self);
}

static TdmAgendaItem *
hold_next (Fixture *self)
{
  TdmAgendaItem *item =
    tdm_agenda_get_item (self->agenda, get_brief (self, tdm_agenda_find_place (self->agenda, tdm_clock_now ())));

  while (!tdm_agenda_item_get_meeting (item))
    g_main_context_iteration (NULL, TRUE);
  return item;
}

static void
test_a_move_and_its_undoing (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmAgendaItem) item = hold_next (self);
  gint64 before = tdm_agenda_item_get_brief (item)->start;
  guint n_changed = 0;

  g_signal_connect_swapped (item, "changed", G_CALLBACK (count_cb), self);
  commit (self, tdm_meeting_edits_move (tdm_agenda_item_get_meeting (item), "2027-03-01T09:00:00", 45, "Elsewhere"));
  assert_right (self);
  g_assert_cmpstr (tdm_agenda_item_get_brief (item)->local_start, ==, "2027-03-01T09:00:00");
  g_assert_true (tdm_agenda_item_get_brief (item)->is_out_of_order);
  n_changed = self->n_changed;
  undo (self);
  g_assert_cmpuint (self->n_changed, >, n_changed);
  assert_right (self);
  g_assert_cmpint (tdm_agenda_item_get_brief (item)->start, ==, before);
  g_signal_handlers_disconnect_by_data (item, self);
}

static void
test_a_tandem_that_pauses_ends_and_goes (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmAgendaItem) item = hold_next (self);
  TdmPair *pair = tdm_agenda_item_get_brief (item)->pair;
  guint n_before = tdm_agenda_get_briefs (self->agenda)->len;
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();

  g_ptr_array_add (pairs, pair);
  commit (self, tdm_pair_state_edits_pause (pairs, NULL, NULL));
  g_assert_true (tdm_meeting_brief_waits (tdm_agenda_item_get_brief (item)));
  assert_right (self);
  commit (self, tdm_pair_state_edits_end (pairs, TDM_END_TIME, NULL));
  g_assert_true (tdm_meeting_brief_is_off (tdm_agenda_item_get_brief (item)));
  assert_right (self);
  undo (self);
  undo (self);
  assert_right (self);

  {
    g_autoptr (TdmEdit) edit = tdm_edit_new ("Tandem removed");

    tdm_edit_remove (edit, pair);
    commit (self, g_steal_pointer (&edit));
  }
  g_assert_cmpuint (tdm_agenda_get_briefs (self->agenda)->len, <, n_before);
  undo (self);
  g_assert_cmpuint (tdm_agenda_get_briefs (self->agenda)->len, ==, n_before);
  assert_right (self);
}

static void
test_only_what_is_held_has_a_record (Fixture *self, gconstpointer data)
{
  GListModel *meetings = tdm_workspace_get_meetings (self->workspace);
  guint n_first = g_list_model_get_n_items (meetings);
  g_autoptr (TdmAgendaItem) item = NULL, same = NULL;
  const TdmMeetingBrief *brief = NULL;

  /* Those that come next are there, and not nearly all. */
  g_assert_cmpuint (n_first, >, 0);
  g_assert_cmpuint (n_first, <, tdm_agenda_get_briefs (self->agenda)->len);
  for (guint i = 0; !brief; i++)
    if (!tdm_workspace_find_id (self->workspace, TDM_TYPE_MEETING, get_brief (self, i)->id))
      brief = get_brief (self, i);
  item = tdm_agenda_get_item (self->agenda, brief);
  same = tdm_agenda_get_item (self->agenda, brief);
  g_assert_true (item == same);
  g_assert_null (tdm_agenda_item_get_meeting (item));
  while (!tdm_agenda_item_get_meeting (item))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (tdm_record_get_id (TDM_RECORD (tdm_agenda_item_get_meeting (item))), ==, brief->id);
  g_assert_cmpuint (g_list_model_get_n_items (meetings), <, tdm_agenda_get_briefs (self->agenda)->len);
}

/* --- views ---------------------------------------------------------------------------- */

/* Follows a list by what it tells alone. */
static void
mirror_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  GArray *mirror = data;

  g_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_array_insert_val (mirror, position + i, tdm_agenda_view_get_brief (TDM_AGENDA_VIEW (model), position + i)->id);
}

static gboolean
is_wanted (const TdmMeetingBrief *brief, TdmAgendaShow show, gint64 midnight)
{
  if (show == TDM_AGENDA_SHOW_UPCOMING)
    return brief->start >= midnight && !tdm_meeting_brief_is_off (brief);
  return show == TDM_AGENDA_SHOW_ALL || tdm_meeting_brief_is_to_record (brief);
}

/* It is 14 July 2026 in Berlin. */
#define MIDNIGHT 1783980000

static void
assert_shown (Fixture *self, TdmAgendaView *view, GArray *mirror)
{
  GArray *briefs = tdm_agenda_get_briefs (self->agenda);
  guint n = 0;

  for (guint i = 0; i < briefs->len; i++)
    if (is_wanted (get_brief (self, i), tdm_agenda_view_get_show (view), MIDNIGHT))
      {
        g_assert_cmpint (tdm_agenda_view_get_brief (view, n)->id, ==, get_brief (self, i)->id);
        g_assert_cmpint (g_array_index (mirror, gint64, n), ==, get_brief (self, i)->id);
        n++;
      }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (view)), ==, n);
  g_assert_cmpuint (mirror->len, ==, n);
  g_assert_cmpuint (n, >, 0);
}

static void
test_views (Fixture *self, gconstpointer data)
{
  for (TdmAgendaShow show = TDM_AGENDA_SHOW_UPCOMING; show <= TDM_AGENDA_SHOW_ALL; show++)
    {
      g_autoptr (TdmAgendaView) view = g_object_new (TDM_TYPE_AGENDA_VIEW, NULL);
      g_autoptr (GArray) mirror = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (TdmAgendaItem) item = hold_next (self);

      g_signal_connect (view, "items-changed", G_CALLBACK (mirror_cb), mirror);
      tdm_agenda_view_set_show (view, show);
      tdm_agenda_view_set_agenda (view, self->agenda);
      assert_shown (self, view, mirror);
      commit (self, tdm_meeting_edits_move (tdm_agenda_item_get_meeting (item), "2027-03-01T09:00:00", 45, ""));
      assert_shown (self, view, mirror);
      commit (self, tdm_meeting_edits_cancel (tdm_agenda_item_get_meeting (item)));
      assert_shown (self, view, mirror);
      undo (self);
      undo (self);
      assert_shown (self, view, mirror);
      tdm_agenda_view_set_agenda (view, NULL);
      g_assert_cmpuint (mirror->len, ==, 0);
    }
}

static void
test_a_span (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmAgendaView) view = g_object_new (TDM_TYPE_AGENDA_VIEW, NULL);
  gint64 from = get_brief (self, 40)->start, to = get_brief (self, 60)->start;
  guint first = tdm_agenda_find_place (self->agenda, from), last = tdm_agenda_find_place (self->agenda, to);

  tdm_agenda_view_set_show (view, TDM_AGENDA_SHOW_ALL);
  tdm_agenda_view_set_span (view, from, to);
  tdm_agenda_view_set_agenda (view, self->agenda);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (view)), ==, last - first);
  g_assert_cmpuint (last - first, >, 10);
  g_assert_cmpint (tdm_agenda_view_get_brief (view, 0)->start, ==, from);
}

/* --- a file that another program has changed ------------------------------------------ */

static void
execute (Fixture *self, const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (self->folder.path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

/* A place and a length that Tandem never writes are taken as their record takes them. */
static void
test_values_of_another_program (Fixture *self, gconstpointer data)
{
  execute (self, "PRAGMA ignore_check_constraints = 1;"
                 "UPDATE meeting SET minutes = 1000000000000, place = CAST (x'ff41' AS TEXT)"
                 " WHERE id IN (SELECT id FROM meeting ORDER BY start DESC LIMIT 3);");
  open_file (self, TDM_OPEN_EXISTING);
  self->round = find_running (self->workspace);
  load (self);
  for (guint i = 0; i < tdm_agenda_get_briefs (self->agenda)->len; i++)
    {
      const TdmMeetingBrief *brief = get_brief (self, i);

      g_assert_cmpint (brief->minutes, <=, 600);
      g_assert_true (!brief->place || g_utf8_validate (brief->place, -1, NULL));
    }
}

/* Of all rounds but those that are archived: whoever looks for time looks there, too. */
static void
test_one_of_all_rounds (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) rounds = g_hash_table_new (NULL, NULL);
  guint n_running = tdm_agenda_get_briefs (self->agenda)->len;
  GArray *briefs;

  g_assert_finalize_object (self->agenda);
  self->round = NULL;
  load (self);
  briefs = tdm_agenda_get_briefs (self->agenda);
  g_assert_cmpuint (briefs->len, >, n_running);
  for (guint i = 0; i < briefs->len; i++)
    {
      TdmRound *round = tdm_pair_get_round (get_brief (self, i)->pair);

      g_assert_cmpint (tdm_round_get_state (round), !=, TDM_ROUND_STATE_ARCHIVED);
      g_hash_table_add (rounds, round);
      g_assert_true (i == 0 || get_brief (self, i)->start >= get_brief (self, i - 1)->start);
    }
  g_assert_cmpuint (g_hash_table_size (rounds), >, 1);
}

static guint
count_of_round (Fixture *self, TdmRound *round)
{
  guint n = 0;

  for (guint i = 0; i < tdm_agenda_get_briefs (self->agenda)->len; i++)
    n += tdm_pair_get_round (get_brief (self, i)->pair) == round;
  return n;
}

/* While somebody looks on: the time of a round that is archived is free, until that is undone. */
static void
test_a_round_that_is_archived (Fixture *self, gconstpointer data)
{
  TdmRound *round;
  guint n_all, n_of_round;

  g_assert_finalize_object (self->agenda);
  self->round = NULL;
  load (self);
  round = tdm_pair_get_round (get_brief (self, 0)->pair);
  n_all = tdm_agenda_get_briefs (self->agenda)->len;
  n_of_round = count_of_round (self, round);
  commit (self, tdm_round_edits_set_state (round, TDM_ROUND_STATE_ARCHIVED));
  g_assert_cmpuint (count_of_round (self, round), ==, 0);
  g_assert_cmpuint (tdm_agenda_get_briefs (self->agenda)->len, ==, n_all - n_of_round);
  undo (self);
  g_assert_cmpuint (count_of_round (self, round), ==, n_of_round);
  g_assert_cmpuint (tdm_agenda_get_briefs (self->agenda)->len, ==, n_all);
}

#define ADD(name, func) g_test_add ("/agenda/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);

  ADD ("one-of-all-rounds", test_one_of_all_rounds);
  ADD ("a-round-that-is-archived", test_a_round_that_is_archived);
  ADD ("it-says-what-the-records-say", test_it_says_what_the_records_say);
  ADD ("a-move-and-its-undoing", test_a_move_and_its_undoing);
  ADD ("a-tandem-that-pauses-ends-and-goes", test_a_tandem_that_pauses_ends_and_goes);
  ADD ("only-what-is-held-has-a-record", test_only_what_is_held_has_a_record);
  ADD ("views", test_views);
  ADD ("a-span", test_a_span);
  g_test_add ("/agenda/values-of-another-program", Fixture, "closed", set_up, test_values_of_another_program,
              tear_down);
  return g_test_run ();
}
