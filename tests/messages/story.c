/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "story.h"

#include "base/tdm-clock.h"
#include "base/tdm-text.h"
#include "delivery/tdm-hand-over.h"
#include "edits/tdm-series-plan.h"
#include "messages/tdm-outbox-message.h"

#include <glib/gstdio.h>
#include <string.h>

#define ORGANIZER "tandem@example.org"
#define DAY (24 * 60 * 60)

static void
make_folder (const char *path)
{
  if (g_mkdir_with_parents (path, 0700) != 0)
    g_error ("%s cannot be made.", path);
}

static void
write_file (const char *folder, const char *name, const char *content, gssize size)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, size, &error);
  g_assert_no_error (error);
}

void
story_begin (Story *self, const char *folder, const char *name)
{
  tdm_test_programme_set_up (&self->programme, NULL);
  self->folder = g_build_filename (folder, name, NULL);
  self->addresses = g_ptr_array_new_with_free_func (g_free);
  make_folder (self->folder);
}

void
story_end (Story *self)
{
  tdm_test_programme_tear_down (&self->programme, NULL);
  g_free (self->folder);
  g_ptr_array_unref (self->addresses);
}

/* A series at 10:00 */
TdmSeries *
story_plan (Story *self, const char *zone, const char *date, TdmRepeat repeat, int count)
{
  TdmTestProgramme *programme = &self->programme;
  g_autoptr (TdmSeriesPlan) plan = tdm_series_plan_suggest (programme->pair,
                                                            tdm_workspace_get_programme (programme->workspace));
  GListModel *all = tdm_pair_get_series (programme->pair);
  g_autoptr (TdmSeries) series = NULL;

  tdm_series_plan_set_zone (plan, zone);
  tdm_series_plan_set_start (plan, date, 10, 0);
  tdm_series_plan_set_repeat (plan, repeat, 1, count);
  tdm_series_plan_set_place (plan, "Room 1");
  tdm_series_plan_set_organizer (plan, "Coordination", ORGANIZER);
  tdm_workspace_commit_async (programme->workspace, tdm_series_plan_make_edit (plan), tdm_test_result_cb,
                              &programme->result);
  tdm_test_programme_finish (programme, repeat == TDM_REPEAT_ONCE ? "Meeting planned" : "Meetings planned");
  series = g_list_model_get_item (all, g_list_model_get_n_items (all) - 1);
  return series;
}

void
story_commit (Story *self, TdmEdit *taken_edit)
{
  g_autoptr (TdmEdit) edit = taken_edit;

  tdm_workspace_commit_async (self->programme.workspace, g_object_ref (edit), tdm_test_result_cb,
                              &self->programme.result);
  tdm_test_programme_finish (&self->programme, tdm_edit_get_label (edit));
}

void
story_undo (Story *self, const char *expected)
{
  tdm_workspace_undo_async (self->programme.workspace, tdm_test_result_cb, &self->programme.result);
  tdm_test_programme_finish (&self->programme, expected);
}

void
story_wait (Story *self, int days)
{
  tdm_clock_freeze (tdm_clock_now () + days * DAY);
}

static void
remember_address (Story *self, const char *email)
{
  if (!g_ptr_array_find_with_equal_func (self->addresses, email, g_str_equal, NULL))
    g_ptr_array_add (self->addresses, g_strdup (email));
}

static void
write_message (Story *self, const char *folder, guint i, TdmOutboxMessage *message)
{
  g_autofree char *name = g_strdup_printf ("%02u-%s.ics", i + 1, tdm_outbox_message_get_email (message));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tdm_outbox_message_write (message, &error);

  g_assert_no_error (error);
  write_file (folder, name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  remember_address (self, tdm_outbox_message_get_email (message));
}

/* Or keeps the diary of somebody who does */
static gboolean
takes_part (TdmMeeting *meeting, const char *email)
{
  TdmPerson *people[] = { tdm_meeting_get_mentee (meeting), tdm_meeting_get_mentor (meeting) };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (tdm_person_has_email (people[i], email) ||
        tdm_person_has_email (tdm_record_get_link (TDM_RECORD (people[i]), TDM_PERSON_ASSISTANT), email))
      return TRUE;
  return FALSE;
}

/* A meeting after the end of its tandem does not take place. */
static gboolean
takes_place (TdmMeeting *meeting)
{
  TdmPair *pair = tdm_meeting_get_pair (meeting);
  const char *ended = tdm_record_get_text (TDM_RECORD (pair), TDM_PAIR_ENDED_ON);
  gboolean is_after_end = tdm_pair_is_over (pair) && strncmp (tdm_meeting_get_local_start (meeting), ended, 10) > 0;

  return tdm_meeting_get_state (meeting) != TDM_MEETING_STATE_CANCELLED && !is_after_end;
}

/* Places in the stories have no character that JSON would want escaped. */
static void
expect_meeting (GString *out, TdmMeeting *meeting)
{
  gint64 start = tdm_meeting_get_start (meeting);
  g_autofree char *from = tdm_text_write_instant (start);
  g_autofree char *to = tdm_text_write_instant (start + tdm_meeting_get_minutes (meeting) * 60);
  const char *place = tdm_record_get_text (TDM_RECORD (meeting), TDM_MEETING_PLACE);
  const char *comma = g_str_has_suffix (out->str, "[") ? "" : ",";

  g_string_append_printf (out, "%s\n    [\"%s\", \"%s\", \"%s\"]", comma, from, to, place);
}

static void
expect_calendar (GString *out, TdmPair *pair, const char *email)
{
  GListModel *meetings = tdm_pair_get_meetings (pair);

  g_string_append_printf (out, "%s\n  \"%s\": [", out->len > 1 ? "," : "", email);
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      if (takes_part (meeting, email) && takes_place (meeting))
        expect_meeting (out, meeting);
    }
  g_string_append (out, "]");
}

static void
write_expected (Story *self, const char *folder)
{
  g_autoptr (GString) out = g_string_new ("{");

  for (guint i = 0; i < self->addresses->len; i++)
    expect_calendar (out, self->programme.pair, self->addresses->pdata[i]);
  g_string_append (out, "\n}\n");
  write_file (folder, "expected.json", out->str, -1);
}

/* Hands over what is pending: messages that lead nowhere would still be pending afterwards. */
static void
hand_over (Story *self, const char *step)
{
  g_autoptr (GPtrArray) left = NULL;

  outbox_hand_over (&self->programme);
  left = outbox_pending (&self->programme);
  if (left->len > 0)
    g_error ("%s, %s: %u messages are pending after the hand-over, the first one says “%s”.", self->folder, step,
             left->len, tdm_outbox_message_get_title (left->pdata[0]));
}

static char *
open_step (Story *self, const char *step)
{
  g_autofree char *name = g_strdup_printf ("%02u-%s", ++self->n_steps, step);
  char *folder = g_build_filename (self->folder, name, NULL);

  make_folder (folder);
  return folder;
}

static void
send_step (Story *self, const char *step, const char *folder, guint n_messages)
{
  g_autoptr (GPtrArray) messages = outbox_pending (&self->programme);

  if (messages->len != n_messages)
    g_error ("%s, %s: %u messages instead of %u.", self->folder, step, messages->len, n_messages);
  for (guint i = 0; i < messages->len; i++)
    write_message (self, folder, i, messages->pdata[i]);
  if (n_messages > 0)
    hand_over (self, step);
}

void
story_tell (Story *self, const char *step, guint n_messages)
{
  g_autofree char *folder = open_step (self, step);

  send_step (self, step, folder, n_messages);
  write_expected (self, folder);
}

/* While the records say of what is over something else than people were told, nothing is expected. */
void
story_send (Story *self, const char *step, guint n_messages)
{
  g_autofree char *folder = open_step (self, step);

  send_step (self, step, folder, n_messages);
}

static void
fail_messages (Story *self, GPtrArray *messages)
{
  TdmEdit *prepared = tdm_hand_over_edit_new (), *failed = tdm_hand_over_edit_new ();

  for (guint i = 0; i < messages->len; i++)
    tdm_hand_over_prepare (prepared, messages->pdata[i], TDM_CHANNEL_MAIL);
  story_commit (self, prepared);
  for (guint i = 0; i < messages->len; i++)
    tdm_hand_over_fail (failed, messages->pdata[i], TDM_DELIVERY_UNKNOWN, "The connection was lost.");
  story_commit (self, failed);
}

/* The connection breaks: nobody here knows whether the messages arrive, and so nothing is expected of this step. */
void
story_doubt (Story *self, const char *step, gboolean arrives)
{
  g_autoptr (GPtrArray) messages = outbox_pending (&self->programme);
  g_autofree char *folder = open_step (self, step);

  g_assert_cmpuint (messages->len, >, 0);
  for (guint i = 0; arrives && i < messages->len; i++)
    write_message (self, folder, i, messages->pdata[i]);
  fail_messages (self, messages);
}
