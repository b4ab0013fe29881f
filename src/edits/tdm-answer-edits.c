/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-answer-edits.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-zone.h"
#include "tdm-answer-told.h"

/* What people answer to invitations, and what is done by hand about an answer. */

/* The parts that an edit adds, by what they are in and whose they are. It goes with the edit, which only ever grows:
 * thousands of answers in one go must not look through each other. */
typedef struct
{
  GHashTable *parts;
  guint n_seen;
} Added;

static void
added_free (gpointer data)
{
  Added *self = data;

  g_hash_table_unref (self->parts);
  g_free (self);
}

static char *
added_make_key (gpointer whole, gpointer person)
{
  return g_strdup_printf ("%p %p", whole, person);
}

static void
added_see_step (Added *self, TdmEdit *edit, guint index)
{
  TdmEditAction action;
  TdmRecord *record = tdm_edit_get_step (edit, index, &action);

  if (action == TDM_EDIT_INSERT && TDM_IS_ATTENDEE (record))
    g_hash_table_insert (self->parts, added_make_key (tdm_record_get_parent (record),
                                                      tdm_record_get_link (record, TDM_ATTENDEE_PERSON)), record);
}

static GHashTable *
answer_edits_list_added (TdmEdit *edit)
{
  Added *self = g_object_get_data (G_OBJECT (edit), "tandem-added-answers");

  if (!self)
    {
      self = g_new0 (Added, 1);
      self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (edit), "tandem-added-answers", self, added_free);
    }
  for (; self->n_seen < tdm_edit_get_size (edit); self->n_seen++)
    added_see_step (self, edit, self->n_seen);
  return self->parts;
}

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
  g_autofree char *key = added_make_key (meeting ? (gpointer) meeting : (gpointer) series, person);

  return g_hash_table_lookup (answer_edits_list_added (edit), key);
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

  tdm_record_set_link (draft, TDM_ATTENDEE_SERIES, meeting ? NULL : series);
  tdm_record_set_link (draft, TDM_ATTENDEE_MEETING, meeting);
  tdm_record_set_link (draft, TDM_ATTENDEE_PERSON, person);
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
  TdmPerson *me = programme ? tdm_programme_get_self (programme) : NULL;
  g_auto (TdmAnswerTold) told = { NULL };
  gboolean is_told = TRUE;

  if (tdm_attendee_get_person (attendee) == me && tdm_series_asks (series, me))
    {
      tdm_answer_told_find (&told, series, meeting);
      is_told = tdm_answer_told_knows (&told, series, meeting, attendee);
    }
  tdm_edit_set_label (edit, is_told ? _ ("Answer noted") : _ ("Answer noted, not sent yet"));
}

/* A person who answers another organizer about what does not repeat answers about all of it. */
static TdmSeries *
answer_edits_get_only_series (TdmMeeting *meeting, TdmPerson *person)
{
  TdmSeries *series = tdm_meeting_get_series (meeting);

  return series && tdm_series_is_external (series) && *tdm_series_get_rule (series) == '\0' &&
             !tdm_meeting_get_own_attendee (meeting, person)
           ? series
           : NULL;
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
  TdmSeries *whole, *only;
  TdmRecord *draft;

  g_return_val_if_fail (TDM_IS_MEETING (meeting), NULL);

  edit = tdm_edit_new (NULL);
  whole = tdm_meeting_get_series (meeting);
  only = answer_edits_get_only_series (meeting, person);
  draft = tdm_answer_edits_open (edit, only, only ? NULL : meeting, person);
  answer_edits_note (draft, reply);
  answer_edits_set_label (edit, programme, whole, whole && *tdm_series_get_rule (whole) ? meeting : NULL, draft);
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
  gint64 start, minutes;
  TdmEdit *edit;
  TdmRecord *draft;

  g_return_val_if_fail (attendee != NULL, NULL);

  start = tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_PROPOSED_START);
  minutes = tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_PROPOSED_MINUTES);
  local_start = tdm_zone_from_utc (tdm_meeting_get_zone (meeting), start, NULL);
  edit = tdm_edit_new (_ ("Meeting moved"));
  draft = tdm_edit_update (edit, meeting);
  tdm_record_set_text (draft, TDM_MEETING_LOCAL_START, local_start);
  tdm_record_set_integer (draft, TDM_MEETING_START, start);
  /* Some programs propose a start and leave the end where it was. */
  if (minutes >= 5)
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
