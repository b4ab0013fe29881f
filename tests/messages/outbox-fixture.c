/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "outbox-fixture.h"

#include "base/tdm-clock.h"
#include "delivery/tdm-export.h"
#include "delivery/tdm-hand-over.h"
#include "delivery/tdm-outbox-count.h"
#include "edits/tdm-meeting-edits.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-series-edits.h"
#include "model/tdm-attendee.h"

#include <glib/gstdio.h>

/* Every second Tuesday of a month at 10:00 in Berlin, twelve times from August 2026, over both clock changes */
TdmSeries *
outbox_plan (TdmTestProgramme *self)
{
  return outbox_plan_in (self, "Europe/Berlin");
}

TdmSeries *
outbox_plan_in (TdmTestProgramme *self, const char *zone)
{
  g_autoptr (TdmSeriesPlan) plan = tdm_series_plan_suggest (self->pair, tdm_workspace_get_programme (self->workspace));
  g_autoptr (TdmSeries) series = NULL;

  tdm_series_plan_set_zone (plan, zone);
  tdm_series_plan_set_start (plan, "2026-08-11", 10, 0);
  tdm_series_plan_set_place (plan, "Room 1");
  tdm_series_plan_set_organizer (plan, "Coordination", "tandem@example.org");
  tdm_workspace_commit_async (self->workspace, tdm_series_plan_make_edit (plan), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Meetings planned");
  series = g_list_model_get_item (tdm_pair_get_series (self->pair), 0);
  return series;
}

TdmMeeting *
outbox_meeting (TdmTestProgramme *self, const char *recurrence_id)
{
  GListModel *meetings = tdm_pair_get_meetings (self->pair);

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      if (g_str_has_prefix (tdm_meeting_get_recurrence_id (meeting), recurrence_id))
        return meeting;
    }
  g_error ("There is no meeting on %s.", recurrence_id);
}

void
outbox_move (TdmTestProgramme *self, TdmMeeting *meeting, const char *local_start, const char *place)
{
  tdm_workspace_commit_async (self->workspace, tdm_meeting_edits_move (meeting, local_start, 60, place),
                              tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Meeting moved");
}

void
outbox_cancel (TdmTestProgramme *self, TdmMeeting *meeting)
{
  tdm_workspace_commit_async (self->workspace, tdm_meeting_edits_cancel (meeting), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Meeting cancelled");
}

void
outbox_follow (TdmTestProgramme *self, TdmMeeting *meeting, const char *date, int count)
{
  g_autoptr (TdmSeriesPlan) plan = tdm_series_edits_plan_following (meeting);

  tdm_series_plan_set_start (plan, date, 10, 0);
  tdm_series_plan_set_repeat (plan, TDM_REPEAT_MONTHLY_WEEKDAY, 1, count);
  tdm_workspace_commit_async (self->workspace, tdm_series_edits_follow (plan, meeting), tdm_test_result_cb,
                              &self->result);
  tdm_test_programme_finish (self, "Series changed");
}

TdmPerson *
outbox_replace (TdmTestProgramme *self, const char *name, const char *email)
{
  TdmPerson *person = tdm_test_add_person (self->workspace, name, email);

  tdm_workspace_commit_async (self->workspace,
                              tdm_pair_edits_change_people (self->pair, tdm_pair_get_mentee (self->pair), person),
                              tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "People changed");
  return person;
}

/* Says yes to all dates. */
void
outbox_accept (TdmTestProgramme *self, TdmSeries *series, TdmPerson *person)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new ("Answer");
  TdmAttendee *attendee = tdm_attendee_find (tdm_series_get_attendees (series), person);

  tdm_record_set_integer (tdm_edit_update (edit, attendee), TDM_ATTENDEE_REPLY, TDM_REPLY_ACCEPTED);
  tdm_workspace_commit_async (self->workspace, g_steal_pointer (&edit), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Answer");
}

/* What is counted without all of the tandem is what there is. */
static void
assert_counted (TdmTestProgramme *self, guint expected)
{
  g_autoptr (TdmOutboxCount) count = tdm_outbox_count_new (self->workspace, tdm_pair_get_round (self->pair));

  while (!tdm_outbox_count_is_complete (count))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (tdm_outbox_count_get (count), ==, expected);
}

GPtrArray *
outbox_pending (TdmTestProgramme *self)
{
  g_autoptr (TdmOutbox) outbox = tdm_outbox_new_for_pair (self->workspace, self->pair);
  GPtrArray *messages = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (outbox)); i++)
    g_ptr_array_add (messages, g_list_model_get_item (G_LIST_MODEL (outbox), i));
  assert_counted (self, messages->len);
  return messages;
}

/* The tandem with all that belongs to it, for edits that are of one or several */
GPtrArray *
outbox_list_pair (TdmTestProgramme *self)
{
  GPtrArray *pairs = g_ptr_array_new ();

  g_ptr_array_add (pairs, self->pair);
  tdm_test_load (self->workspace, TDM_SCOPE_PAIR, self->pair);
  return pairs;
}

/* The file of a message, with its lines put together (RFC 5545 3.1) */
char *
outbox_write (TdmOutboxMessage *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tdm_outbox_message_write (message, &error);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  parts = g_strsplit (text, "\r\n ", -1);
  return g_strjoinv ("", parts);
}

/* What waits goes by mail. */
void
outbox_hand_over (TdmTestProgramme *self)
{
  outbox_hand_over_to (self, NULL);
}

/* @name: (nullable): to whom alone it goes */
void
outbox_hand_over_to (TdmTestProgramme *self, const char *name)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);
  g_autoptr (TdmEdit) edit = tdm_hand_over_edit_new ();

  for (guint i = messages->len; name && i > 0; i--)
    if (!g_str_equal (tdm_outbox_message_get_name (messages->pdata[i - 1]), name))
      g_ptr_array_remove_index (messages, i - 1);
  for (guint i = 0; i < messages->len; i++)
    tdm_hand_over_succeed (edit, messages->pdata[i], TDM_CHANNEL_MAIL, NULL, tdm_clock_now ());
  for (guint i = 0; i < messages->len; i++)
    tdm_hand_over_forget_attempts (edit, messages->pdata[i]);
  tdm_workspace_commit_async (self->workspace, g_steal_pointer (&edit), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Messages sent or saved");
}

/* What waits is written as files. */
void
outbox_save (TdmTestProgramme *self)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);
  g_autofree char *path = tdm_test_folder_join (&self->folder, "out");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir (path, 0700);
  tdm_export_messages_async (self->workspace, messages, folder, TDM_EXPORT_CALENDARS, NULL, NULL, NULL,
                             tdm_test_result_cb, &result);
  g_assert_cmpint (tdm_export_finish (self->workspace, tdm_test_wait (&result), NULL, &error), >, 0);
  g_assert_no_error (error);
}

/* Somebody says that all files were passed on. */
void
outbox_pass_on (TdmTestProgramme *self)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);

  tdm_workspace_commit_async (self->workspace, tdm_hand_over_pass_on (messages), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Messages handed over");
}

/* The messages that people need, a line each */
void
outbox_assert_pending (TdmTestProgramme *self, const char *expected)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < messages->len; i++)
    g_string_append_printf (found, "%s%s: %s", i > 0 ? "\n" : "", tdm_outbox_message_get_name (messages->pdata[i]),
                            tdm_outbox_message_get_title (messages->pdata[i]));
  g_assert_cmpstr (found->str, ==, expected);
}

/* Two of the twelve meetings have been, on 11 August and 8 September. */
void
outbox_set_up_half_way (TdmTestProgramme *self, gconstpointer data)
{
  tdm_test_programme_set_up (self, data);
  outbox_plan (self);
  outbox_hand_over (self);
  tdm_clock_freeze (tdm_clock_now () + 60 * 24 * 60 * 60);
}
