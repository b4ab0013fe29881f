/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-answer-edits.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-zone.h"
#include "tdm-answer-told.h"

/* What people answer to invitations, and what is done by hand about an answer. */

/* An edit has the parts that it adds by what they are in, in a table of arrays: thousands of answers in one go must not
 * look through each other. */
#define ADDED_KEY "tandem-added-answers"

/**
 * tdm_answer_edits_find_new:
 * @edit: an edit
 * @series: (nullable): a live series
 * @meeting: (nullable): a live meeting instead, if it is about this date alone
 * @person: who was asked
 *
 * Returns: (transfer none) (nullable): the part of @person in it that @edit adds
 */
TdmRecord *
tdm_answer_edits_find_new (TdmEdit *edit, TdmSeries *series, TdmMeeting *meeting, TdmPerson *person)
{
  GHashTable *added = g_object_get_data (G_OBJECT (edit), ADDED_KEY);
  gpointer whole = meeting ? (gpointer) meeting : (gpointer) series;
  GPtrArray *parts = added ? g_hash_table_lookup (added, whole) : NULL;

  for (guint i = 0; parts && i < parts->len; i++)
    if (tdm_record_get_link (parts->pdata[i], TDM_ATTENDEE_PERSON) == person)
      return parts->pdata[i];
  return NULL;
}

/**
 * tdm_answer_edits_add:
 * @edit: where the draft goes
 * @series: (nullable): a series, live or a draft of @edit
 * @meeting: (nullable): a meeting instead, if it is about this date alone
 * @person: a person who has no part in it yet
 *
 * Returns: (transfer none): a draft of the part of @person in it
 */
TdmRecord *
tdm_answer_edits_add (TdmEdit *edit, gpointer series, gpointer meeting, gpointer person)
{
  TdmRecord *draft = tdm_edit_insert (edit, TDM_TYPE_ATTENDEE);
  GHashTable *added = g_object_get_data (G_OBJECT (edit), ADDED_KEY);
  gpointer whole = meeting ? meeting : series;
  GPtrArray *parts;

  tdm_record_set_link (draft, TDM_ATTENDEE_SERIES, meeting ? NULL : series);
  tdm_record_set_link (draft, TDM_ATTENDEE_MEETING, meeting);
  tdm_record_set_link (draft, TDM_ATTENDEE_PERSON, person);
  if (!added)
    {
      added = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
      g_object_set_data_full (G_OBJECT (edit), ADDED_KEY, added, (GDestroyNotify) g_hash_table_unref);
    }
  parts = g_hash_table_lookup (added, whole);
  if (!parts)
    {
      parts = g_ptr_array_new ();
      g_hash_table_insert (added, whole, parts);
    }
  g_ptr_array_add (parts, draft);
  return draft;
}

/**
 * tdm_answer_edits_open:
 * @edit: where the draft goes
 * @series: (nullable): a live series
 * @meeting: (nullable): a live meeting instead, if it is about this date alone
 * @person: who was asked
 *
 * Returns: (transfer none): a draft of the part of @person in it, a new one if there was none, but never a second one
 */
TdmRecord *
tdm_answer_edits_open (TdmEdit *edit, TdmSeries *series, TdmMeeting *meeting, TdmPerson *person)
{
  TdmAttendee *attendee = meeting ? tdm_meeting_get_own_attendee (meeting, person)
                                  : tdm_attendee_find (tdm_series_get_attendees (series), person);
  TdmRecord *draft = attendee ? tdm_edit_update (edit, attendee)
                              : tdm_answer_edits_find_new (edit, series, meeting, person);

  return draft ? draft : tdm_answer_edits_add (edit, series, meeting, person);
}

/**
 * tdm_answer_edits_remove_all:
 * @edit: what becomes different goes here
 * @meeting: a live meeting that becomes a date of another series, about which nobody has answered
 */
void
tdm_answer_edits_remove_all (TdmEdit *edit, TdmMeeting *meeting)
{
  GListModel *attendees = tdm_meeting_get_attendees (meeting);

  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++)
    {
      g_autoptr (TdmAttendee) attendee = g_list_model_get_item (attendees, i);

      tdm_edit_remove (edit, attendee);
    }
}

static void
answer_edits_note (TdmRecord *draft, TdmReply reply)
{
  tdm_record_set_integer (draft, TDM_ATTENDEE_REPLY, reply);
  tdm_record_set_integer (draft, TDM_ATTENDEE_REPLIED, tdm_clock_now ());
}

/* What a participant answers to another organizer must still go there; what is noted of others has come from there. */
static void
answer_edits_set_label (TdmEdit *edit, TdmProgramme *programme, TdmSeries *series, TdmMeeting *meeting,
                        TdmRecord *draft)
{
  TdmAttendee *attendee = TDM_ATTENDEE (draft);
  TdmPerson *me = tdm_programme_get_self (programme);
  g_auto (TdmAnswerTold) told = { NULL };
  gboolean is_told = TRUE;

  if (tdm_attendee_get_person (attendee) == me && tdm_series_asks (series, me))
    {
      tdm_answer_told_find (&told, series, meeting);
      is_told = tdm_answer_told_knows (&told, series, meeting, attendee);
    }
  tdm_edit_set_label (edit, is_told ? _ ("Answer noted") : _ ("Answer noted, not sent yet"));
}

/**
 * tdm_answer_edits_set_reply:
 * @meeting: a live meeting
 * @person: one of the people of its tandem
 * @reply: what that person said, on the telephone or in the corridor
 * @programme: (nullable): the programme, which says whose it is
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_answer_edits_set_reply (TdmMeeting *meeting, TdmPerson *person, TdmReply reply, TdmProgramme *programme)
{
  TdmEdit *edit;
  TdmSeries *series;
  TdmRecord *draft;
  gboolean repeats, is_about_all;

  g_return_val_if_fail (TDM_IS_MEETING (meeting), NULL);

  edit = tdm_edit_new (NULL);
  series = tdm_meeting_get_series (meeting);
  repeats = series && *tdm_series_get_rule (series);
  /* A person who answers another organizer about what does not repeat answers about all of it. */
  is_about_all = series && !repeats && tdm_series_is_external (series) &&
                 !tdm_meeting_get_own_attendee (meeting, person);
  draft = tdm_answer_edits_open (edit, series, is_about_all ? NULL : meeting, person);
  answer_edits_note (draft, reply);
  answer_edits_set_label (edit, programme, series, repeats ? meeting : NULL, draft);
  return edit;
}

/**
 * tdm_answer_edits_set_series_reply:
 * @series: a live series
 * @person: one of the people of its tandem
 * @reply: what that person said about all dates
 * @programme: (nullable): the programme, which says whose it is
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_answer_edits_set_series_reply (TdmSeries *series, TdmPerson *person, TdmReply reply, TdmProgramme *programme)
{
  TdmEdit *edit;
  TdmRecord *draft;

  g_return_val_if_fail (TDM_IS_SERIES (series), NULL);

  edit = tdm_edit_new (NULL);
  draft = tdm_answer_edits_open (edit, series, NULL, person);
  answer_edits_note (draft, reply);
  answer_edits_set_label (edit, programme, series, NULL, draft);
  return edit;
}

/* --- proposals ---------------------------------------------------------------- */

static void
answer_edits_forget_proposal (TdmEdit *edit, TdmAttendee *attendee)
{
  TdmRecord *draft = tdm_edit_update (edit, attendee);

  tdm_record_set_integer (draft, TDM_ATTENDEE_PROPOSED_START, 0);
  tdm_record_set_integer (draft, TDM_ATTENDEE_PROPOSED_MINUTES, 0);
}

/**
 * tdm_answer_edits_read_proposal:
 * @meeting: a live meeting with a proposal, see tdm_meeting_find_proposal()
 * @minutes: (out): how long it would be
 *
 * Returns: (transfer full): when it would start, by the clocks of its zone
 */
char *
tdm_answer_edits_read_proposal (TdmMeeting *meeting, int *minutes)
{
  TdmRecord *attendee = TDM_RECORD (tdm_meeting_find_proposal (meeting));
  int proposed = (int) tdm_record_get_integer (attendee, TDM_ATTENDEE_PROPOSED_MINUTES);

  /* Some programs propose a start and leave the end where it was. */
  *minutes = proposed >= 5 ? proposed : tdm_meeting_get_minutes (meeting);
  return tdm_zone_from_utc (tdm_meeting_get_zone (meeting),
                            tdm_record_get_integer (attendee, TDM_ATTENDEE_PROPOSED_START), NULL);
}

/**
 * tdm_answer_edits_accept_proposal:
 * @meeting: a live meeting with a proposal, see tdm_meeting_find_proposal()
 *
 * Returns: (transfer full): the edit that moves the meeting there; who has to hear of it follows
 */
TdmEdit *
tdm_answer_edits_accept_proposal (TdmMeeting *meeting)
{
  TdmAttendee *attendee = tdm_meeting_find_proposal (meeting);
  g_autofree char *local_start = NULL;
  TdmEdit *edit;
  TdmRecord *draft;
  int minutes;

  g_return_val_if_fail (attendee != NULL, NULL);

  local_start = tdm_answer_edits_read_proposal (meeting, &minutes);
  edit = tdm_edit_new (_ ("Meeting moved"));
  draft = tdm_edit_update (edit, meeting);
  tdm_record_set_text (draft, TDM_MEETING_LOCAL_START, local_start);
  tdm_record_set_integer (draft, TDM_MEETING_START,
                          tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_PROPOSED_START));
  tdm_record_set_integer (draft, TDM_MEETING_MINUTES, minutes);
  answer_edits_forget_proposal (edit, attendee);
  return edit;
}

/**
 * tdm_answer_edits_decline_proposal:
 * @meeting: a live meeting with a proposal
 *
 * No message says that the meeting stays where it is: few programs know DECLINECOUNTER (RFC 5546 3.2.8).
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_answer_edits_decline_proposal (TdmMeeting *meeting)
{
  TdmAttendee *attendee = tdm_meeting_find_proposal (meeting);
  g_autofree char *name = NULL, *label = NULL;
  TdmEdit *edit;

  g_return_val_if_fail (attendee != NULL, NULL);

  name = tdm_person_get_first_name (tdm_attendee_get_person (attendee));
  /* Translators: %s is a first name */
  label = g_strdup_printf (_ ("Proposal declined, please tell %s"), name);
  edit = tdm_edit_new (label);
  answer_edits_forget_proposal (edit, attendee);
  return edit;
}
