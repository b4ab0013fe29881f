/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "messages/outbox-fixture.h"

#include "base/tdm-clock.h"
#include "delivery/tdm-hand-over.h"
#include "messages/tdm-outbox-message.h"
#include "model/tdm-attendee.h"

#include <string.h>

/* A message that was written as a file has told nobody anything before somebody passes it on. */

typedef TdmTestProgramme Fixture;

static void
expect_pending (Fixture *self, guint n, guint n_saved)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);
  guint n_found = 0;

  for (guint i = 0; i < messages->len; i++)
    n_found += tdm_hand_over_is_saved (messages->pdata[i]);
  g_assert_cmpuint (messages->len, ==, n);
  g_assert_cmpuint (n_found, ==, n_saved);
}

static char *
write_first (Fixture *self)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);
  g_autoptr (GBytes) bytes = tdm_outbox_message_write (messages->pdata[0], NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_a_saved_invitation_invites_nobody (Fixture *self, gconstpointer data)
{
  TdmSeries *series = outbox_plan (self);

  outbox_save (self);
  expect_pending (self, 2, 2);
  g_assert_cmpint (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE), ==, TDM_SERIES_DRAFT);
  g_assert_cmpint (tdm_meeting_get_state (outbox_meeting (self, "2026-08-11")), ==, TDM_MEETING_STATE_PLANNED);
  g_assert_null (tdm_meeting_get_answer (outbox_meeting (self, "2026-08-11"), tdm_pair_get_mentee (self->pair)));
}

static void
test_what_was_passed_on_counts (Fixture *self, gconstpointer data)
{
  TdmSeries *series = outbox_plan (self);

  outbox_save (self);
  outbox_pass_on (self);
  expect_pending (self, 0, 0);
  g_assert_cmpint (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE), ==, TDM_SERIES_ISSUED);
  g_assert_cmpint (tdm_meeting_get_state (outbox_meeting (self, "2026-08-11")), ==, TDM_MEETING_STATE_INVITED);
  g_assert_nonnull (tdm_meeting_get_answer (outbox_meeting (self, "2026-08-11"), tdm_pair_get_mentee (self->pair)));
}

static void
test_passing_on_can_be_taken_back (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  outbox_save (self);
  outbox_pass_on (self);
  tdm_test_programme_undo (self, "Messages handed over");
  expect_pending (self, 2, 2);
  g_assert_cmpint (tdm_meeting_get_state (outbox_meeting (self, "2026-08-11")), ==, TDM_MEETING_STATE_PLANNED);
  outbox_pass_on (self);
  expect_pending (self, 0, 0);
}

static void
test_one_of_two_is_passed_on (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) messages = NULL;

  outbox_plan (self);
  outbox_save (self);
  messages = outbox_pending (self);
  g_ptr_array_set_size (messages, 1);
  tdm_workspace_commit_async (self->workspace, tdm_hand_over_pass_on (messages), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Messages handed over");
  expect_pending (self, 1, 1);
}

/* It may have been passed on by hand meanwhile: whoever gets it twice sees that it is the same. */
static void
test_a_saved_message_goes_by_mail_as_it_was (Fixture *self, gconstpointer data)
{
  g_autofree char *saved = NULL, *sent = NULL;

  outbox_plan (self);
  outbox_save (self);
  saved = write_first (self);
  tdm_clock_freeze (tdm_clock_now () + 3600);
  sent = write_first (self);
  g_assert_cmpstr (sent, ==, saved);
  outbox_hand_over (self);
  expect_pending (self, 0, 0);
}

/* Nobody knows which of the two files arrived: the second one has a higher number, and says all. */
static void
test_a_change_after_saving_is_another_message (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  outbox_plan (self);
  outbox_save (self);
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-09T15:00:00", "Room 1");
  expect_pending (self, 2, 0);
  text = write_first (self);
  g_assert_nonnull (strstr (text, "SEQUENCE:1"));
  g_assert_nonnull (strstr (text, "RRULE:FREQ=MONTHLY;COUNT=12;BYDAY=2TU"));
  outbox_save (self);
  expect_pending (self, 2, 2);
}

/* The first file is what counts again, but calendars that got the second would leave its number out. */
static void
test_a_change_that_was_changed_back_has_a_new_number (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  outbox_plan (self);
  outbox_save (self);
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-09T15:00:00", "Room 1");
  outbox_save (self);
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-08T10:00:00", "Room 1");
  text = write_first (self);
  g_assert_nonnull (strstr (text, "SEQUENCE:2"));
  outbox_save (self);
  outbox_pass_on (self);
  expect_pending (self, 0, 0);
}

static void
test_what_everybody_knows_need_not_be_passed_on (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_hand_over_edit_new ();
  g_autoptr (GPtrArray) again = NULL;
  TdmSeries *series = outbox_plan (self);

  outbox_hand_over (self);
  again = tdm_outbox_message_retell (series, NULL);
  g_assert_cmpuint (again->len, ==, 2);
  for (guint i = 0; i < again->len; i++)
    tdm_hand_over_save (edit, again->pdata[i], TDM_CHANNEL_FILE, "again.ics");
  tdm_workspace_commit_async (self->workspace, g_steal_pointer (&edit), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Messages sent or saved");
  expect_pending (self, 0, 0);
}

/* What cannot be sent stays saved. */
static void
test_a_failed_mail_leaves_it_saved (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) prepared = tdm_hand_over_edit_new (), failed = tdm_hand_over_edit_new ();
  g_autoptr (GPtrArray) messages = NULL;

  outbox_plan (self);
  outbox_save (self);
  messages = outbox_pending (self);
  for (guint i = 0; i < messages->len; i++)
    tdm_hand_over_prepare (prepared, messages->pdata[i], TDM_CHANNEL_MAIL);
  tdm_workspace_commit_async (self->workspace, g_steal_pointer (&prepared), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Messages sent or saved");
  for (guint i = 0; i < messages->len; i++)
    tdm_hand_over_fail (failed, messages->pdata[i], TDM_DELIVERY_REFUSED, "No such mailbox");
  tdm_workspace_commit_async (self->workspace, g_steal_pointer (&failed), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Messages sent or saved");
  expect_pending (self, 2, 2);
}

static void
test_who_may_have_been_invited_hears_of_the_end (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) messages = NULL;

  outbox_plan (self);
  outbox_save (self);
  outbox_replace (self, "Carla Diaz", "carla@example.org");
  messages = outbox_pending (self);
  g_assert_cmpuint (messages->len, ==, 3);
  g_assert_cmpstr (tdm_outbox_message_get_name (messages->pdata[1]), ==, "Bo Chen");
  g_assert_cmpstr (tdm_outbox_message_get_title (messages->pdata[1]), ==, "No longer invited");
}

#define ADD(name, func) g_test_add ("/saved/" name, Fixture, NULL, tdm_test_programme_set_up, func, \
                                 tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("a-saved-invitation-invites-nobody", test_a_saved_invitation_invites_nobody);
  ADD ("what-was-passed-on-counts", test_what_was_passed_on_counts);
  ADD ("passing-on-can-be-taken-back", test_passing_on_can_be_taken_back);
  ADD ("one-of-two-is-passed-on", test_one_of_two_is_passed_on);
  ADD ("a-saved-message-goes-by-mail-as-it-was", test_a_saved_message_goes_by_mail_as_it_was);
  ADD ("a-change-after-saving-is-another-message", test_a_change_after_saving_is_another_message);
  ADD ("a-change-that-was-changed-back-has-a-new-number", test_a_change_that_was_changed_back_has_a_new_number);
  ADD ("what-everybody-knows-need-not-be-passed-on", test_what_everybody_knows_need_not_be_passed_on);
  ADD ("a-failed-mail-leaves-it-saved", test_a_failed_mail_leaves_it_saved);
  ADD ("who-may-have-been-invited-hears-of-the-end", test_who_may_have_been_invited_hears_of_the_end);
  return g_test_run ();
}
