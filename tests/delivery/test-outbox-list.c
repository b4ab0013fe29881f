/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "messages/outbox-fixture.h"

#include "delivery/tdm-outbox.h"
#include "edits/tdm-meeting-edits.h"
#include "edits/tdm-pair-edits.h"
#include "messages/tdm-outbox-message.h"

/* The list of what waits in a round is the same as if it were worked out anew, whatever happened
 * before. */

typedef TdmTestProgramme Fixture;

static TdmPair *
add_pair (Fixture *self, const char *mentee, const char *mentor)
{
  GListModel *pairs = tdm_workspace_get_pairs (self->workspace);
  g_autofree char *first = g_strdup_printf ("%s@example.org", mentee);
  g_autofree char *second = g_strdup_printf ("%s@example.org", mentor);
  TdmPerson *learns = tdm_test_add_person (self->workspace, mentee, first);
  TdmPerson *gives = tdm_test_add_person (self->workspace, mentor, second);
  g_autoptr (TdmPair) pair = NULL;

  tdm_workspace_commit_async (self->workspace,
                              tdm_pair_edits_add (tdm_pair_get_round (self->pair), learns, gives, NULL),
                              tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Tandem added");
  pair = g_list_model_get_item (pairs, g_list_model_get_n_items (pairs) - 1);
  tdm_test_load (self->workspace, TDM_SCOPE_PAIR, pair);
  return pair;
}

static void
plan_for (Fixture *self, TdmPair *pair)
{
  TdmPair *own = self->pair;

  self->pair = pair;
  outbox_plan (self);
  self->pair = own;
}

static TdmPair *
find_pair (Fixture *self, const char *mentee)
{
  GListModel *pairs = tdm_workspace_get_pairs (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      if (g_str_equal (tdm_person_get_name (tdm_pair_get_mentee (pair)), mentee))
        return pair;
    }
  g_error ("There is no tandem of %s.", mentee);
}

static char *
describe (TdmOutbox *outbox)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (outbox)); i++)
    {
      g_autoptr (TdmOutboxMessage) message = g_list_model_get_item (G_LIST_MODEL (outbox), i);
      g_autoptr (GBytes) bytes = tdm_outbox_message_write (message, NULL);

      g_string_append_printf (found, "%s\n%.*s\n", tdm_outbox_message_get_name (message),
                              (int) g_bytes_get_size (bytes),
                              (const char *) g_bytes_get_data (bytes, NULL));
    }
  return g_string_free (found, FALSE);
}

static void
assert_up_to_date (Fixture *self, TdmOutbox *outbox)
{
  g_autoptr (TdmOutbox) anew =
    tdm_outbox_new_for_round (self->workspace, tdm_pair_get_round (self->pair));
  g_autofree char *shown = describe (outbox), *wanted = describe (anew);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (anew)), >, 0);
  g_assert_cmpstr (shown, ==, wanted);
}

static void
rename_person (Fixture *self, TdmPerson *person, const char *name)
{
  g_autoptr (TdmPerson) draft = tdm_record_new_draft (TDM_RECORD (person));

  tdm_record_set_text (TDM_RECORD (draft), TDM_PERSON_NAME, name);
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_save (draft), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Person changed");
}

static void
move_first (Fixture *self, TdmPair *pair)
{
  g_autoptr (TdmMeeting) meeting = g_list_model_get_item (tdm_pair_get_meetings (pair), 0);

  outbox_move (self, meeting, "2026-08-12T15:00:00", "Room 1");
}

/* A tandem that is back stands at the end of the list of tandems, not where its row id would put
 * it. */
static void
test_a_removed_tandem_is_back (Fixture *self, gconstpointer data)
{
  TdmPair *second = add_pair (self, "Dora", "Emil");
  TdmPair *third = add_pair (self, "Fay", "Gus");
  g_autoptr (TdmOutbox) outbox = NULL;

  plan_for (self, self->pair);
  plan_for (self, second);
  plan_for (self, third);
  outbox = tdm_outbox_new_for_round (self->workspace, tdm_pair_get_round (self->pair));
  tdm_workspace_commit_async (self->workspace, tdm_pair_edits_remove (second, tdm_outbox_pair_is_expected (second)),
                              tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Tandem removed");
  tdm_workspace_undo_async (self->workspace, tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Tandem removed");
  rename_person (self, tdm_pair_get_mentor (self->pair), "Bo Cheng");
  assert_up_to_date (self, outbox);
  move_first (self, third);
  assert_up_to_date (self, outbox);
  move_first (self, self->pair);
  assert_up_to_date (self, outbox);
  tdm_test_load (self->workspace, TDM_SCOPE_PAIR, find_pair (self, "Dora"));
  move_first (self, find_pair (self, "Dora"));
  assert_up_to_date (self, outbox);
}

static void
test_a_tandem_gets_its_first_messages_between_others (Fixture *self, gconstpointer data)
{
  TdmPair *second = add_pair (self, "Dora", "Emil");
  TdmPair *third = add_pair (self, "Fay", "Gus");
  g_autoptr (TdmOutbox) outbox =
    tdm_outbox_new_for_round (self->workspace, tdm_pair_get_round (self->pair));

  plan_for (self, third);
  plan_for (self, self->pair);
  assert_up_to_date (self, outbox);
  plan_for (self, second);
  assert_up_to_date (self, outbox);
}

static void
count_cb (int *count)
{
  ++*count;
}

/* An edit is still on its way to the disk when the file is closed: it arrives there, and nobody
 * hears of it. */
static void
test_a_closed_workspace_is_silent (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmOutbox) outbox = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *label = NULL;
  TdmMeeting *meeting;
  int n_changes = 0;

  outbox_plan (self);
  outbox = tdm_outbox_new_for_round (self->workspace, tdm_pair_get_round (self->pair));
  g_signal_connect_swapped (self->workspace, "changed", G_CALLBACK (count_cb), &n_changes);
  g_signal_connect_swapped (self->workspace, "notify", G_CALLBACK (count_cb), &n_changes);
  meeting = outbox_meeting (self, "2026-09-08");
  tdm_workspace_commit_async (self->workspace, tdm_meeting_edits_cancel (meeting), tdm_test_result_cb, &result);
  tdm_workspace_close (self->workspace);
  label = tdm_workspace_change_finish (self->workspace, tdm_test_wait (&result), NULL);
  g_assert_cmpstr (label, ==, "Meeting cancelled");
  g_assert_cmpint (n_changes, ==, 0);
}

#define ADD(name, func)                                                             \
  g_test_add ("/outbox-list/" name, Fixture, NULL, tdm_test_programme_set_up, func, \
              tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("a-removed-tandem-is-back", test_a_removed_tandem_is_back);
  ADD ("a-tandem-gets-its-first-messages-between-others",
       test_a_tandem_gets_its_first_messages_between_others);
  ADD ("a-closed-workspace-is-silent", test_a_closed_workspace_is_silent);
  return g_test_run ();
}
