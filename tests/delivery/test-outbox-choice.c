/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "messages/outbox-fixture.h"

#include "delivery/tdm-export.h"
#include "delivery/tdm-hand-over.h"
#include "delivery/tdm-outbox-choice.h"

#include <glib/gstdio.h>

/* Messages are left out of a hand-over one by one. */

typedef struct
{
  TdmTestProgramme programme;
  TdmOutbox *outbox;
  TdmOutboxChoice *choice;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  tdm_test_programme_set_up (&self->programme, NULL);
  outbox_plan (&self->programme);
  self->outbox = tdm_outbox_new_for_pair (self->programme.workspace, self->programme.pair);
  self->choice = tdm_outbox_choice_new (G_LIST_MODEL (self->outbox));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->choice);
  g_clear_object (&self->outbox);
  tdm_test_programme_tear_down (&self->programme, NULL);
}

/* Anna and Bo were invited; one date was cancelled since, and another moved. */
static void
change_two_dates (Fixture *self)
{
  outbox_hand_over (&self->programme);
  outbox_cancel (&self->programme, outbox_meeting (&self->programme, "2026-09-08"));
  outbox_move (&self->programme, outbox_meeting (&self->programme, "2026-10-13"), "2026-10-13T11:00:00", "Room 1");
}

static void
put (Fixture *self, guint index, gboolean takes)
{
  g_autoptr (TdmOutboxMessage) message = g_list_model_get_item (G_LIST_MODEL (self->outbox), index);

  tdm_outbox_choice_set (self->choice, message, takes);
}

/* The first letters of whom the chosen messages are for; a dot for each message that is left out */
static void
assert_chosen (Fixture *self, const char *expected)
{
  g_autoptr (GPtrArray) chosen = tdm_outbox_choice_list (self->choice);
  g_autoptr (GString) found = g_string_new (NULL);
  guint n_chosen = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->outbox)); i++)
    {
      g_autoptr (TdmOutboxMessage) message = g_list_model_get_item (G_LIST_MODEL (self->outbox), i);
      gboolean is_chosen = g_ptr_array_find (chosen, message, NULL);

      g_assert_cmpint (tdm_outbox_choice_takes (self->choice, message), ==, is_chosen);
      g_string_append_c (found, is_chosen ? *tdm_outbox_message_get_name (message) : '.');
      n_chosen += is_chosen;
    }
  g_assert_cmpuint (n_chosen, ==, chosen->len);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_all_go_unless_left_out (Fixture *self, gconstpointer data)
{
  assert_chosen (self, "AB");
  put (self, 1, FALSE);
  assert_chosen (self, "A.");
  put (self, 1, TRUE);
  assert_chosen (self, "AB");
}

/* What changes a calendar after another message needs that one. */
static void
test_what_follows_stays_too (Fixture *self, gconstpointer data)
{
  change_two_dates (self);
  assert_chosen (self, "AABB");
  put (self, 0, FALSE);
  assert_chosen (self, "..BB");
}

static void
test_what_goes_before_goes_too (Fixture *self, gconstpointer data)
{
  change_two_dates (self);
  tdm_outbox_choice_set_all (self->choice, FALSE);
  assert_chosen (self, "....");
  put (self, 3, TRUE);
  assert_chosen (self, "..BB");
  put (self, 3, FALSE);
  assert_chosen (self, "..B.");
}

/* The messages are other objects after each change of the tandem. */
static void
test_a_choice_lasts_while_the_list_is_worked_out_anew (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmOutboxMessage) before = g_list_model_get_item (G_LIST_MODEL (self->outbox), 0);
  g_autoptr (TdmOutboxMessage) after = NULL;
  g_autoptr (TdmOutboxMessage) found = NULL;

  put (self, 0, FALSE);
  outbox_move (&self->programme, outbox_meeting (&self->programme, "2026-10-13"), "2026-10-13T11:00:00", "Room 1");
  after = g_list_model_get_item (G_LIST_MODEL (self->outbox), 0);
  g_assert_true (before != after);
  assert_chosen (self, ".B");
  found = tdm_outbox_choice_find (self->choice, before);
  g_assert_true (found == after);
}

/* One that is left out does not go along later because the one before it has gone. */
static void
test_a_choice_lasts_while_others_go (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (TdmEdit) edit = tdm_hand_over_edit_new ();

  change_two_dates (self);
  put (self, 1, FALSE);
  put (self, 2, FALSE);
  assert_chosen (self, "A...");
  chosen = tdm_outbox_choice_list (self->choice);
  tdm_hand_over_succeed (edit, chosen->pdata[0], TDM_CHANNEL_MAIL, NULL, 1);
  tdm_workspace_commit_async (self->programme.workspace, g_steal_pointer (&edit), tdm_test_result_cb,
                              &self->programme.result);
  tdm_test_programme_finish (&self->programme, "Messages sent or saved");
  assert_chosen (self, "...");
}

static void
test_what_waits_no_longer_is_not_found (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmOutboxMessage) before = g_list_model_get_item (G_LIST_MODEL (self->outbox), 0);

  outbox_hand_over (&self->programme);
  g_assert_null (tdm_outbox_choice_find (self->choice, before));
}

/* Whoever is left out is told later, as if nothing had gone to the other. */
static void
test_who_is_left_out_waits_on (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) chosen = NULL;
  g_autofree char *path = tdm_test_folder_join (&self->programme.folder, "messages");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  put (self, 0, FALSE);
  chosen = tdm_outbox_choice_list (self->choice);
  tdm_export_messages_async (self->programme.workspace, chosen, folder, TDM_EXPORT_CALENDARS, NULL, NULL, NULL,
                             tdm_test_result_cb, &self->programme.result);
  g_assert_cmpint (tdm_export_finish (self->programme.workspace, tdm_test_wait (&self->programme.result), NULL, &error),
                   ==, 1);
  g_assert_no_error (error);
  g_clear_object (&self->programme.result);
  outbox_pass_on (&self->programme);
  outbox_assert_pending (&self->programme, "Anna Beck: Invitation to 12 meetings");
}

#define ADD(name, func) g_test_add ("/outbox-choice/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("all-go-unless-left-out", test_all_go_unless_left_out);
  ADD ("what-follows-stays-too", test_what_follows_stays_too);
  ADD ("what-goes-before-goes-too", test_what_goes_before_goes_too);
  ADD ("a-choice-lasts-while-the-list-is-worked-out-anew", test_a_choice_lasts_while_the_list_is_worked_out_anew);
  ADD ("a-choice-lasts-while-others-go", test_a_choice_lasts_while_others_go);
  ADD ("what-waits-no-longer-is-not-found", test_what_waits_no_longer_is_not_found);
  ADD ("who-is-left-out-waits-on", test_who_is_left_out_waits_on);
  return g_test_run ();
}
