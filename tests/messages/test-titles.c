/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "outbox-fixture.h"

#include "edits/tdm-meeting-edits.h"
#include "edits/tdm-series-edits.h"
#include "messages/tdm-outbox-message.h"

#include <string.h>

/* What people hear of what their meetings are about: nothing, unless the series says so. */

typedef TdmTestProgramme Fixture;

static void
commit (Fixture *self, TdmEdit *edit, const char *expected)
{
  tdm_workspace_commit_async (self->workspace, edit, tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, expected);
}

static TdmEdit *
set_summary_mode (TdmSeries *series, TdmSummaryMode mode)
{
  TdmEdit *edit = tdm_edit_new ("Title of the invitations changed");

  tdm_series_edits_put_summary_mode (edit, series, mode);
  return edit;
}

static void
change (Fixture *self, const char *date, const char *topic, const char *place)
{
  TdmMeeting *meeting = outbox_meeting (self, date);
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (meeting));

  tdm_record_set_integer (draft, TDM_MEETING_KIND, TDM_KIND_SHADOWING);
  tdm_record_set_text (draft, TDM_MEETING_TOPIC, topic);
  tdm_record_set_text (draft, TDM_MEETING_QUESTION, "Hidden question");
  tdm_record_set_text (draft, TDM_MEETING_SESSION_GOAL, "Hidden goal");
  tdm_record_set_text (draft, TDM_MEETING_PLACE, place);
  commit (self, tdm_meeting_edits_change (meeting, draft, NULL), "Meeting changed");
}

/* The message that waits for the first of both, without folds */
static char *
write_first (Fixture *self)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);

  g_assert_cmpuint (messages->len, ==, 2);
  return outbox_write (messages->pdata[0]);
}

static void
assert_has (const char *text, const char *line)
{
  g_autofree char *whole = g_strdup_printf ("\r\n%s\r\n", line);

  if (!strstr (text, whole))
    g_error ("No line “%s” in:\n%s", line, text);
}

static void
test_a_neutral_invitation_stays_as_it_is (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;

  outbox_plan (self);
  before = write_first (self);
  change (self, "2026-09-08", "Hidden topic", "Room 1");
  after = write_first (self);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (strstr (after, "Hidden"));
}

static void
test_who_is_invited_hears_nothing_of_a_topic (Fixture *self, gconstpointer data)
{
  outbox_plan (self);
  outbox_hand_over (self);
  change (self, "2026-09-08", "Hidden topic", "Room 1");
  outbox_assert_pending (self, "");
}

/* The topic, and nothing else of what was noted */
static void
test_a_series_that_says_its_topics_tells_them (Fixture *self, gconstpointer data)
{
  TdmSeries *series = outbox_plan (self);
  g_autofree char *text = NULL;

  outbox_hand_over (self);
  change (self, "2026-09-08", "Hashtags", "Room 1");
  commit (self, set_summary_mode (series, TDM_SUMMARY_TOPIC), "Title of the invitations changed");
  outbox_assert_pending (self, "Anna Beck: New details for 8 September 2026, 10:00\n"
                               "Bo Chen: New details for 8 September 2026, 10:00");
  text = write_first (self);
  assert_has (text, "SUMMARY:Tandem: Hashtags (Anna Beck & Bo Chen)");
  assert_has (text, "SEQUENCE:0");
  g_assert_null (strstr (text, "Hidden"));
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

static void
test_a_title_that_was_changed_back_is_not_told (Fixture *self, gconstpointer data)
{
  TdmSeries *series = outbox_plan (self);

  outbox_hand_over (self);
  change (self, "2026-09-08", "Hashtags", "Room 1");
  commit (self, set_summary_mode (series, TDM_SUMMARY_TOPIC), "Title of the invitations changed");
  tdm_test_programme_undo (self, "Title of the invitations changed");
  outbox_assert_pending (self, "");
}

static void
test_a_title_that_is_neutral_again_is_told (Fixture *self, gconstpointer data)
{
  TdmSeries *series = outbox_plan (self);
  g_autofree char *text = NULL;

  change (self, "2026-09-08", "Hashtags", "Room 1");
  commit (self, set_summary_mode (series, TDM_SUMMARY_TOPIC), "Title of the invitations changed");
  outbox_hand_over (self);
  commit (self, set_summary_mode (series, TDM_SUMMARY_NEUTRAL), "Title of the invitations changed");
  text = write_first (self);
  assert_has (text, "SUMMARY:Tandem: Anna Beck & Bo Chen");
  g_assert_null (strstr (text, "Hashtags"));
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

/* As when a meeting is moved: nobody has to answer anew. */
static void
test_another_place_is_told (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  change (self, "2026-09-08", "Hidden topic", "Room 2");
  outbox_assert_pending (self, "Anna Beck: New place on 8 September 2026, 10:00\n"
                               "Bo Chen: New place on 8 September 2026, 10:00");
  text = write_first (self);
  assert_has (text, "LOCATION:Room 2");
  assert_has (text, "SEQUENCE:0");
  g_assert_null (strstr (text, "Hidden"));
  tdm_test_programme_undo (self, "Meeting changed");
  outbox_assert_pending (self, "");
}

#define ADD(name, func) g_test_add ("/titles/" name, Fixture, NULL, tdm_test_programme_set_up, func, \
                                 tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("a-neutral-invitation-stays-as-it-is", test_a_neutral_invitation_stays_as_it_is);
  ADD ("who-is-invited-hears-nothing-of-a-topic", test_who_is_invited_hears_nothing_of_a_topic);
  ADD ("a-series-that-says-its-topics-tells-them", test_a_series_that_says_its_topics_tells_them);
  ADD ("a-title-that-was-changed-back-is-not-told", test_a_title_that_was_changed_back_is_not_told);
  ADD ("a-title-that-is-neutral-again-is-told", test_a_title_that_is_neutral_again_is_told);
  ADD ("another-place-is-told", test_another_place_is_told);
  return g_test_run ();
}
