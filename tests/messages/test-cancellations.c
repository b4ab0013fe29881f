/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "outbox-fixture.h"

#include "base/tdm-clock.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-pair-state-edits.h"
#include "messages/tdm-cancellations.h"
#include "messages/tdm-outbox-message.h"

/* What people are told before a tandem stops is what happens then, and undo takes all of it back. There are twelve
 * meetings, the first on 11 August. */

typedef TdmTestProgramme Fixture;

static guint
count_recipients (Fixture *self)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < messages->len; i++)
    g_hash_table_add (people, (gpointer) tdm_outbox_message_get_email (messages->pdata[i]));
  return g_hash_table_size (people);
}

/* Says what an edit does, makes it, and looks whether it did. */
static void
assert_said_and_done (Fixture *self, TdmEdit *taken_edit, const char *label, guint n_meetings, guint n_people)
{
  TdmCancellations said;
  guint before = count_recipients (self);

  tdm_cancellations_count (&said, taken_edit);
  g_assert_cmpuint (said.n_meetings, ==, n_meetings);
  g_assert_cmpuint (said.n_people, ==, n_people);
  tdm_workspace_commit_async (self->workspace, taken_edit, tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, label);
  g_assert_cmpuint (count_recipients (self), ==, n_people);
  tdm_test_programme_undo (self, label);
  g_assert_cmpuint (count_recipients (self), ==, before);
}

static void
test_nobody_was_invited (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = NULL;

  outbox_plan (self);
  pairs = outbox_list_pair (self);
  assert_said_and_done (self, tdm_pair_state_edits_end (pairs, TDM_END_TIME, NULL), "Tandem dissolved", 12, 0);
}

static void
test_both_were_invited (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  pairs = outbox_list_pair (self);
  assert_said_and_done (self, tdm_pair_state_edits_end (pairs, TDM_END_TIME, NULL), "Tandem dissolved", 12, 2);
  assert_said_and_done (self, tdm_pair_state_edits_pause (pairs, NULL, NULL), "Tandem paused", 0, 0);
  assert_said_and_done (self, tdm_pair_state_edits_pause (pairs, "2026-10-01", NULL), "Tandem paused", 2, 2);
  assert_said_and_done (self, tdm_pair_state_edits_pause (pairs, "2030-01-01", NULL), "Tandem paused", 12, 2);
}

/* Files that were saved may be in calendars by now. */
static void
test_files_were_saved (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = NULL;

  outbox_plan (self);
  outbox_save (self);
  pairs = outbox_list_pair (self);
  assert_said_and_done (self, tdm_pair_state_edits_end (pairs, TDM_END_TIME, NULL), "Tandem dissolved", 12, 2);
}

/* Of a person who was removed only the address is left, and the dates in a calendar. */
static void
test_who_was_removed_may_wait_for_meetings (Fixture *self, gconstpointer data)
{
  TdmPerson *bo = tdm_pair_get_mentor (self->pair);
  g_autoptr (GPtrArray) pairs = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  outbox_replace (self, "Carla Ünal", "carla@example.org");
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_remove (bo), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Person removed");
  pairs = outbox_list_pair (self);
  tdm_workspace_commit_async (self->workspace, tdm_pair_state_edits_end (pairs, TDM_END_TIME, NULL), tdm_test_result_cb,
                              &self->result);
  tdm_test_programme_finish (self, "Tandem dissolved");
  outbox_hand_over_to (self, "Anna Beck");
  outbox_hand_over_to (self, "Carla Ünal");
  g_assert_cmpuint (count_recipients (self), ==, 1);
  g_assert_true (tdm_outbox_pair_is_expected (self->pair));
  outbox_hand_over (self);
  g_assert_false (tdm_outbox_pair_is_expected (self->pair));
}

static void
test_words (Fixture *self, gconstpointer data)
{
  static const struct { TdmCancellations counted; const char *words; } cases[] = {
    { { 0, 0 }, "No meetings are planned." },
    { { 1, 0 }, "1 meeting to come is cancelled. Nobody was invited yet." },
    { { 1, 1 }, "1 meeting to come is cancelled. 1 person gets a cancellation." },
    { { 4, 2 }, "4 meetings to come are cancelled. 2 people get a cancellation." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = tdm_cancellations_describe (&cases[i].counted);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

#define ADD(name, func) \
  g_test_add ("/cancellations/" name, Fixture, NULL, tdm_test_programme_set_up, func, tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);

  ADD ("nobody-was-invited", test_nobody_was_invited);
  ADD ("both-were-invited", test_both_were_invited);
  ADD ("files-were-saved", test_files_were_saved);
  ADD ("who-was-removed-may-wait-for-meetings", test_who_was_removed_may_wait_for_meetings);
  ADD ("words", test_words);
  return g_test_run ();
}
