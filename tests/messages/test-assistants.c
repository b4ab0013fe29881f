/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "outbox-fixture.h"

#include "base/tdm-clock.h"
#include "edits/tdm-person-edits.h"
#include "messages/tdm-message-text.h"
#include "messages/tdm-outbox-message.h"
#include "model/tdm-attendee.h"

#include <string.h>

/* Whoever keeps the diary of somebody who is invited sees the dates, too: as an optional guest, whose answer is
 * nobody's */

typedef TdmTestProgramme Fixture;

#define ANNA_AND_BO "Anna Beck: Invitation to 12 meetings\nBo Chen: Invitation to 12 meetings"
#define GIL "Gil Ott: Invitation to 12 meetings"

static void
set_assistant (Fixture *self, TdmPerson *person, TdmPerson *assistant)
{
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (person));

  tdm_record_set_link (draft, TDM_PERSON_ASSISTANT, assistant);
  tdm_workspace_commit_async (self->workspace, tdm_person_edits_save (draft), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Person changed");
}

static TdmPerson *
add_assistant (Fixture *self, TdmPerson *person)
{
  TdmPerson *gil = tdm_test_add_person (self->workspace, "Gil Ott", "gil@example.org");

  set_assistant (self, person, gil);
  return gil;
}

/* Of the message to a person, with its lines put together */
static char *
write_message (Fixture *self, const char *name, char **mail)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);

  for (guint i = 0; i < messages->len; i++)
    {
      TdmOutboxMessage *message = messages->pdata[i];

      if (!g_str_equal (tdm_outbox_message_get_name (message), name))
        continue;
      if (mail)
        *mail = tdm_message_text_make (message, "en");
      return outbox_write (message);
    }
  g_error ("Nothing is to be told to %s.", name);
}

static guint
count_lines (const char *text, const char *beginning)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i]; i++)
    n += g_str_has_prefix (lines[i], beginning);
  return n;
}

static void
test_an_assistant_is_invited_as_optional (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  add_assistant (self, tdm_pair_get_mentee (self->pair));
  outbox_plan (self);
  outbox_assert_pending (self, ANNA_AND_BO "\n" GIL);
  text = write_message (self, "Bo Chen", NULL);
  g_assert_nonnull (strstr (text, "\r\nATTENDEE;CUTYPE=INDIVIDUAL;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;"
                                  "CN=Gil Ott:mailto:gil@example.org\r\n"));
  g_assert_cmpuint (count_lines (text, "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;"), ==, 2);
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

static void
test_all_get_the_same_file (Fixture *self, gconstpointer data)
{
  g_autofree char *anna = NULL, *gil = NULL;

  add_assistant (self, tdm_pair_get_mentee (self->pair));
  outbox_plan (self);
  anna = write_message (self, "Anna Beck", NULL);
  gil = write_message (self, "Gil Ott", NULL);
  g_assert_cmpstr (anna, ==, gil);
}

/* The others need not hear of it. */
static void
test_one_who_comes_later_is_told_alone (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  add_assistant (self, tdm_pair_get_mentor (self->pair));
  outbox_assert_pending (self, GIL);
  text = write_message (self, "Gil Ott", NULL);
  g_assert_cmpuint (count_lines (text, "SEQUENCE:0"), ==, 1);
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
  outbox_move (self, outbox_meeting (self, "2026-09-08"), "2026-09-09T15:00:00", "");
  outbox_assert_pending (self,
                         "Anna Beck: New time: 9 September 2026, 15:00\nBo Chen: New time: 9 September 2026, 15:00\n"
                         "Gil Ott: New time: 9 September 2026, 15:00");
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

static void
test_one_who_goes_is_told_alone (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL, *mail = NULL;

  add_assistant (self, tdm_pair_get_mentee (self->pair));
  outbox_plan (self);
  outbox_hand_over (self);
  set_assistant (self, tdm_pair_get_mentee (self->pair), NULL);
  outbox_assert_pending (self, "Gil Ott: No longer invited");
  text = write_message (self, "Gil Ott", &mail);
  g_assert_cmpuint (count_lines (text, "METHOD:CANCEL"), ==, 1);
  g_assert_cmpuint (count_lines (text, "SEQUENCE:1"), ==, 1);
  g_assert_cmpuint (count_lines (text, "ATTENDEE"), ==, 1);
  g_assert_nonnull (strstr (mail, "These dates no longer concern you."));
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

/* Two meetings are over by 15 September. */
static void
test_one_who_goes_later_keeps_what_is_over (Fixture *self, gconstpointer data)
{
  TdmPerson *gil = add_assistant (self, tdm_pair_get_mentee (self->pair));
  g_autofree char *text = NULL, *mail = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  tdm_clock_freeze (tdm_clock_now () + 63 * 24 * 60 * 60);
  set_assistant (self, tdm_pair_get_mentee (self->pair), NULL);
  outbox_assert_pending (self, "Gil Ott: No longer invited to 10 meetings");
  text = write_message (self, "Gil Ott", &mail);
  g_assert_cmpuint (count_lines (text, "METHOD:CANCEL"), ==, 1);
  g_assert_cmpuint (count_lines (text, "BEGIN:VEVENT"), ==, 10);
  g_assert_cmpuint (count_lines (text, "RECURRENCE-ID"), ==, 10);
  g_assert_cmpuint (count_lines (text, "ATTENDEE"), ==, 10);
  g_assert_null (strstr (text, "RECURRENCE-ID;TZID=Europe/Berlin:20260908"));
  g_assert_nonnull (strstr (mail, "These dates no longer concern you."));
  outbox_hand_over (self);
  outbox_assert_pending (self, "");

  /* And comes back */
  set_assistant (self, tdm_pair_get_mentee (self->pair), gil);
  outbox_assert_pending (self, "Gil Ott: A cancelled meeting takes place after all");
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

/* The others need not hear of it: to them, who else may come is the same. */
static void
test_a_corrected_address_gets_it_all (Fixture *self, gconstpointer data)
{
  TdmPerson *gil = add_assistant (self, tdm_pair_get_mentee (self->pair));
  g_autoptr (TdmRecord) draft = NULL;
  g_autoptr (GPtrArray) messages = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  draft = tdm_record_new_draft (TDM_RECORD (gil));
  tdm_record_set_text (draft, TDM_PERSON_EMAIL, "gil.ott@example.org");
  tdm_workspace_commit_async (self->workspace, tdm_person_edits_save (draft), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Person changed");
  outbox_assert_pending (self, "Gil Ott: The whole invitation again");
  messages = outbox_pending (self);
  g_assert_cmpstr (tdm_outbox_message_get_email (messages->pdata[0]), ==, "gil.ott@example.org");
  outbox_hand_over (self);
  outbox_assert_pending (self, "");
}

/* Of a series that is over for all */
static void
test_what_is_called_off_is_told_to_all (Fixture *self, gconstpointer data)
{
  add_assistant (self, tdm_pair_get_mentee (self->pair));
  outbox_plan (self);
  outbox_hand_over (self);
  outbox_cancel (self, outbox_meeting (self, "2026-10-13"));
  outbox_assert_pending (self,
                         "Anna Beck: Cancelled: 13 October 2026, 10:00\nBo Chen: Cancelled: 13 October 2026, 10:00\n"
                         "Gil Ott: Cancelled: 13 October 2026, 10:00");
}

static void
test_without_an_address_nothing_goes_and_nothing_waits (Fixture *self, gconstpointer data)
{
  set_assistant (self, tdm_pair_get_mentee (self->pair), tdm_test_add_person (self->workspace, "Gil Ott", ""));
  outbox_plan (self);
  outbox_assert_pending (self, ANNA_AND_BO);
}

static void
test_nobody_is_invited_twice (Fixture *self, gconstpointer data)
{
  TdmPerson *anna = tdm_pair_get_mentee (self->pair), *bo = tdm_pair_get_mentor (self->pair);
  TdmPerson *gil = add_assistant (self, anna);
  g_autofree char *text = NULL;

  set_assistant (self, bo, gil);
  outbox_plan (self);
  outbox_assert_pending (self, ANNA_AND_BO "\n" GIL);
  set_assistant (self, anna, bo);
  set_assistant (self, bo, NULL);
  outbox_assert_pending (self, ANNA_AND_BO);
  text = write_message (self, "Bo Chen", NULL);
  g_assert_cmpuint (count_lines (text, "ATTENDEE"), ==, 2);
}

static void
test_the_mail_asks_for_no_answer (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL, *mail = NULL, *other = NULL, *other_mail = NULL;

  add_assistant (self, tdm_pair_get_mentee (self->pair));
  outbox_plan (self);
  text = write_message (self, "Gil Ott", &mail);
  other = write_message (self, "Anna Beck", &other_mail);
  g_assert_nonnull (strstr (mail, "It is for your planning: you need not take part."));
  g_assert_null (strstr (mail, "Please accept or decline"));
  g_assert_nonnull (strstr (mail, "Who: Anna Beck, Bo Chen\n"));
  g_assert_null (strstr (other_mail, "It is for your planning"));
  g_assert_nonnull (strstr (other_mail, "Please accept or decline"));
}

/* Two take part, however many have it in their diaries. */
static void
test_an_assistant_is_not_asked (Fixture *self, gconstpointer data)
{
  TdmPerson *gil = add_assistant (self, tdm_pair_get_mentee (self->pair));
  TdmSeries *series = outbox_plan (self);

  outbox_hand_over (self);
  g_assert_null (tdm_attendee_find (tdm_series_get_attendees (series), gil));
  g_assert_cmpuint (g_list_model_get_n_items (tdm_series_get_attendees (series)), ==, 2);
}

/* Nobody who takes part knows of it yet. */
static void
test_an_assistant_alone_makes_no_invitation (Fixture *self, gconstpointer data)
{
  TdmSeries *series;

  add_assistant (self, tdm_pair_get_mentee (self->pair));
  series = outbox_plan (self);
  outbox_hand_over_to (self, "Gil Ott");
  outbox_assert_pending (self, ANNA_AND_BO);
  g_assert_cmpint (tdm_meeting_get_state (outbox_meeting (self, "2026-08-11")), ==, TDM_MEETING_STATE_PLANNED);
  g_assert_cmpint (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE), ==, TDM_SERIES_DRAFT);
  outbox_hand_over_to (self, "Anna Beck");
  outbox_assert_pending (self, "Bo Chen: Invitation to 12 meetings");
  g_assert_cmpint (tdm_meeting_get_state (outbox_meeting (self, "2026-08-11")), ==, TDM_MEETING_STATE_INVITED);
  g_assert_cmpint (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE), ==, TDM_SERIES_ISSUED);
}

#define ADD(name, func) \
  g_test_add ("/assistants/" name, Fixture, NULL, tdm_test_programme_set_up, func, tdm_test_programme_tear_down)

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);
  ADD ("an-assistant-is-invited-as-optional", test_an_assistant_is_invited_as_optional);
  ADD ("all-get-the-same-file", test_all_get_the_same_file);
  ADD ("one-who-comes-later-is-told-alone", test_one_who_comes_later_is_told_alone);
  ADD ("one-who-goes-is-told-alone", test_one_who_goes_is_told_alone);
  ADD ("one-who-goes-later-keeps-what-is-over", test_one_who_goes_later_keeps_what_is_over);
  ADD ("a-corrected-address-gets-it-all", test_a_corrected_address_gets_it_all);
  ADD ("what-is-called-off-is-told-to-all", test_what_is_called_off_is_told_to_all);
  ADD ("without-an-address-nothing-goes-and-nothing-waits", test_without_an_address_nothing_goes_and_nothing_waits);
  ADD ("nobody-is-invited-twice", test_nobody_is_invited_twice);
  ADD ("the-mail-asks-for-no-answer", test_the_mail_asks_for_no_answer);
  ADD ("an-assistant-is-not-asked", test_an_assistant_is_not_asked);
  ADD ("an-assistant-alone-makes-no-invitation", test_an_assistant_alone_makes_no_invitation);
  return g_test_run ();
}
