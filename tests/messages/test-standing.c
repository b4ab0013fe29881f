/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "outbox-fixture.h"

#include "base/tdm-clock.h"
#include "edits/tdm-pair-state-edits.h"
#include "edits/tdm-series-edits.h"
#include "messages/tdm-outbox-message.h"
#include "method/tdm-conflicts.h"

#include <string.h>

/* What the end of a tandem, or a pause, makes of its meetings: two of twelve were on 11 August and 8 September. */

typedef TdmTestProgramme Fixture;

#define DAY (24 * 60 * 60)

/* Makes an edit of the tandem of @self. */
#define CHANGE(self, edit, expected)                                                       \
  G_STMT_START                                                                             \
  {                                                                                        \
    g_autoptr (GPtrArray) pairs = outbox_list_pair (self);                                 \
    tdm_workspace_commit_async (self->workspace, edit, tdm_test_result_cb, &self->result); \
    tdm_test_programme_finish (self, expected);                                            \
  }                                                                                        \
  G_STMT_END

static void
end (Fixture *self)
{
  CHANGE (self, tdm_pair_state_edits_end (pairs, TDM_END_TIME, NULL), "Tandem dissolved");
}

static guint
count_meetings (Fixture *self, gboolean (*is_counted) (TdmMeeting *meeting))
{
  GListModel *meetings = tdm_pair_get_meetings (self->pair);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      n += is_counted (meeting);
    }
  return n;
}

static void
test_the_end_cancels_what_has_not_begun (Fixture *self, gconstpointer data)
{
  end (self);
  g_assert_cmpint (tdm_meeting_get_state (outbox_meeting (self, "2026-10-13")), ==, TDM_MEETING_STATE_CANCELLED);
  g_assert_cmpint (tdm_meeting_get_state (outbox_meeting (self, "2026-09-08")), ==, TDM_MEETING_STATE_INVITED);
  g_assert_cmpuint (count_meetings (self, tdm_meeting_is_off), ==, 10);
  g_assert_cmpint (tdm_pair_get_next_start (self->pair), ==, 0);
  outbox_assert_pending (self, "Anna Beck: 10 meetings cancelled\n"
                        "Bo Chen: 10 meetings cancelled");
}

static void
test_one_undo_brings_them_back (Fixture *self, gconstpointer data)
{
  end (self);
  tdm_test_programme_undo (self, "Tandem dissolved");
  g_assert_cmpint (tdm_pair_get_state (self->pair), ==, TDM_PAIR_ACTIVE);
  g_assert_cmpuint (count_meetings (self, tdm_meeting_is_off), ==, 0);
  g_assert_cmpint (tdm_meeting_get_state (outbox_meeting (self, "2026-10-13")), ==, TDM_MEETING_STATE_INVITED);
  g_assert_cmpint (tdm_pair_get_next_start (self->pair), ==,
                   tdm_meeting_get_start (outbox_meeting (self, "2026-10-13")));
  outbox_assert_pending (self, "");
}

/* Months later nobody is asked about meetings that were called off. */
static void
test_what_was_called_off_is_never_to_record (Fixture *self, gconstpointer data)
{
  end (self);
  g_assert_cmpuint (count_meetings (self, tdm_meeting_is_to_record), ==, 2);
  tdm_clock_freeze (tdm_clock_now () + 400 * DAY);
  g_assert_cmpuint (count_meetings (self, tdm_meeting_is_to_record), ==, 2);
}

/* Nobody looked at the tandem since the file was opened. */
static void
test_a_tandem_that_is_not_loaded_ends_as_well (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tdm_workspace_close (self->workspace);
  g_object_unref (self->workspace);
  self->workspace = tdm_test_open (self->folder.path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  self->pair = g_list_model_get_item (tdm_workspace_get_pairs (self->workspace), 0);
  g_object_unref (self->pair);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_pair_get_meetings (self->pair)), ==, 0);
  end (self);
  tdm_test_load (self->workspace, TDM_SCOPE_PAIR, self->pair);
  g_assert_cmpuint (count_meetings (self, tdm_meeting_is_off), ==, 10);
  g_assert_cmpint (tdm_meeting_get_state (outbox_meeting (self, "2026-10-13")), ==, TDM_MEETING_STATE_CANCELLED);
}

static void
test_a_declined_tandem_does_not_meet (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new ("Proposal");

  tdm_record_set_integer (tdm_edit_update (edit, self->pair), TDM_PAIR_STATE, TDM_PAIR_ASKED);
  tdm_workspace_commit_async (self->workspace, g_steal_pointer (&edit), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Proposal");
  CHANGE (self, tdm_pair_state_edits_decline (pairs, NULL), "Tandem declined");
  g_assert_cmpint (tdm_meeting_get_state (outbox_meeting (self, "2026-10-13")), ==, TDM_MEETING_STATE_CANCELLED);
  g_assert_cmpint (tdm_pair_get_next_start (self->pair), ==, 0);
}

/* An earlier version left the meetings of an ended tandem as they were. */
static void
test_a_tandem_ended_long_ago_does_not_meet (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new ("End");
  TdmRecord *draft = tdm_edit_update (edit, self->pair);

  tdm_record_set_integer (draft, TDM_PAIR_STATE, TDM_PAIR_COMPLETED);
  tdm_record_set_text (draft, TDM_PAIR_ENDED_ON, "2026-09-08");
  tdm_workspace_commit_async (self->workspace, g_steal_pointer (&edit), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "End");
  g_assert_cmpuint (count_meetings (self, tdm_meeting_is_off), ==, 10);
  g_assert_cmpuint (count_meetings (self, tdm_meeting_is_to_record), ==, 2);
  g_assert_cmpint (tdm_pair_get_next_start (self->pair), ==, 0);
  g_assert_cmpstr (tdm_meeting_describe_state (outbox_meeting (self, "2026-10-13")), ==, "Cancelled");
}

static void
test_meetings_of_a_paused_tandem_wait (Fixture *self, gconstpointer data)
{
  TdmMeeting *october = outbox_meeting (self, "2026-10-13"), *september = outbox_meeting (self, "2026-09-08");

  CHANGE (self, tdm_pair_state_edits_pause (pairs, NULL, NULL), "Tandem paused");
  g_assert_true (tdm_meeting_waits (october));
  g_assert_false (tdm_meeting_waits (september));
  g_assert_cmpstr (tdm_meeting_describe_state (october), ==, "Paused");
  g_assert_cmpstr (tdm_meeting_describe_state (september), ==, "Not yet recorded");
  g_assert_cmpint (tdm_pair_get_next_start (self->pair), ==, 0);
  outbox_assert_pending (self, "");

  tdm_clock_freeze (tdm_clock_now () + 60 * DAY);
  g_assert_cmpuint (count_meetings (self, tdm_meeting_is_to_record), ==, 2);
  CHANGE (self, tdm_pair_state_edits_resume (pairs), "Tandem resumed");
  g_assert_cmpuint (count_meetings (self, tdm_meeting_is_to_record), ==, 4);
  g_assert_cmpstr (tdm_meeting_describe_state (outbox_meeting (self, "2026-12-08")), ==, "Invited");
}

/* All meetings of a round are loaded without the histories of its tandems: since when one is paused is known. */
static void
test_the_meetings_of_a_round_know_of_the_pause (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  CHANGE (self, tdm_pair_state_edits_pause (pairs, NULL, NULL), "Tandem paused");
  tdm_workspace_close (self->workspace);
  g_object_unref (self->workspace);
  self->workspace = tdm_test_open (self->folder.path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  self->pair = g_list_model_get_item (tdm_workspace_get_pairs (self->workspace), 0);
  g_object_unref (self->pair);
  tdm_test_load (self->workspace, TDM_SCOPE_ROUND_MEETINGS, tdm_pair_get_round (self->pair));
  g_assert_cmpuint (count_meetings (self, tdm_meeting_is_to_record), ==, 2);
  g_assert_cmpuint (count_meetings (self, tdm_meeting_waits), ==, 10);
}

static void
test_a_paused_tandem_is_not_invited (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (TdmSeriesPlan) plan = NULL;

  plan = tdm_series_edits_plan_following (outbox_meeting (self, "2026-10-13"));
  tdm_series_plan_set_start (plan, "2026-10-14", 10, 0);
  tdm_workspace_commit_async (self->workspace, tdm_series_edits_follow (plan, outbox_meeting (self, "2026-10-13")),
                              tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Series changed");
  CHANGE (self, tdm_pair_state_edits_pause (pairs, NULL, NULL), "Tandem paused");
  messages = outbox_pending (self);
  g_assert_cmpuint (messages->len, ==, 4);
  g_assert_true (tdm_outbox_message_can_go (messages->pdata[0]));
  g_assert_false (tdm_outbox_message_can_go (messages->pdata[2]));
  g_assert_cmpstr (tdm_outbox_message_get_problem (messages->pdata[2]), ==,
                   "The tandem is paused. Its invitation waits until it goes on.");
}

/* A meeting that waits takes nobody's time. */
static void
test_a_paused_meeting_is_in_nobodys_way (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmConflicts) conflicts = tdm_conflicts_new ();
  GListModel *meetings = tdm_workspace_get_meetings (self->workspace);
  g_autofree char *before = NULL, *after = NULL;
  TdmMeeting *meeting = outbox_meeting (self, "2026-10-13");

  outbox_move (self, outbox_meeting (self, "2026-11-10"), "2026-10-13T10:30:00", "Room 2");
  before = tdm_test_find_conflict (conflicts, meetings, meeting);
  g_assert_cmpstr (before, ==, "Anna Beck has another meeting then");
  CHANGE (self, tdm_pair_state_edits_pause (pairs, NULL, NULL), "Tandem paused");
  after = tdm_test_find_conflict (conflicts, meetings, meeting);
  g_assert_null (after);
}

#define ADD(name, func) \
  g_test_add ("/standing/" name, Fixture, NULL, outbox_set_up_half_way, func, tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("the-end-cancels-what-has-not-begun", test_the_end_cancels_what_has_not_begun);
  ADD ("one-undo-brings-them-back", test_one_undo_brings_them_back);
  ADD ("what-was-called-off-is-never-to-record", test_what_was_called_off_is_never_to_record);
  ADD ("a-tandem-that-is-not-loaded-ends-as-well", test_a_tandem_that_is_not_loaded_ends_as_well);
  ADD ("a-declined-tandem-does-not-meet", test_a_declined_tandem_does_not_meet);
  ADD ("a-tandem-ended-long-ago-does-not-meet", test_a_tandem_ended_long_ago_does_not_meet);
  ADD ("meetings-of-a-paused-tandem-wait", test_meetings_of_a_paused_tandem_wait);
  ADD ("the-meetings-of-a-round-know-of-the-pause", test_the_meetings_of_a_round_know_of_the_pause);
  ADD ("a-paused-tandem-is-not-invited", test_a_paused_tandem_is_not_invited);
  ADD ("a-paused-meeting-is-in-nobodys-way", test_a_paused_meeting_is_in_nobodys_way);
  return g_test_run ();
}
