/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-edits.h"

#include "base/tdm-i18n.h"
#include "calendar/tdm-zone.h"
#include "tdm-answer-edits.h"
#include "tdm-topic-edits.h"

/* What people do with a single meeting. Who has to hear of it follows from the result. */

/**
 * tdm_meeting_edits_is_moved:
 * @meeting: a live meeting
 *
 * Returns: whether it is at another time than its series says; the clocks on which that is said make no difference
 */
gboolean
tdm_meeting_edits_is_moved (TdmMeeting *meeting)
{
  TdmSeries *series = tdm_meeting_get_series (meeting);
  const char *original = tdm_meeting_get_recurrence_id (meeting);

  if (*original == '\0' || g_str_equal (original, tdm_meeting_get_local_start (meeting)))
    return FALSE;
  return !series || tdm_zone_resolve (tdm_series_get_zone (series), original, NULL) != tdm_meeting_get_start (meeting);
}

/* What is recorded has happened, and what is off does not take place at another time either. A participant who is
 * invited answers: no message would tell the organizer of anything else. */
static gboolean
meeting_edits_check_open (TdmEdit *edit, TdmMeeting *meeting)
{
  if (!tdm_meeting_is_open (meeting))
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE, _ ("This meeting is recorded or cancelled already."));
  else if (tdm_series_asks_participant (tdm_meeting_get_series (meeting)))
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE,
                     _ ("Another person invites to it. Please accept or decline instead."));
  else
    return TRUE;
  return FALSE;
}

/**
 * tdm_meeting_edits_move:
 * @meeting: a live meeting
 * @local_start: the new start, `YYYY-MM-DDTHH:MM:SS` on the wall clock of its zone
 * @minutes: how long it takes
 * @place: where
 *
 * The meeting keeps its place in the series.
 *
 * Returns: (transfer full): the edit; it fails as tdm_zone_to_utc() does, and with %TDM_MODEL_ERROR_STATE where the
 *   meeting is not open, or another organizer asks the participant whose programme it is
 */
TdmEdit *
tdm_meeting_edits_move (TdmMeeting *meeting, const char *local_start, gint64 minutes, const char *place)
{
  GError *error = NULL;
  TdmEdit *edit;
  TdmRecord *draft;
  gint64 start;

  g_return_val_if_fail (TDM_IS_MEETING (meeting), NULL);

  edit = tdm_edit_new (_ ("Meeting moved"));
  if (!meeting_edits_check_open (edit, meeting))
    return edit;

  start = tdm_zone_to_utc (tdm_meeting_get_zone (meeting), local_start, &error);
  if (error)
    {
      tdm_edit_fail (edit, error);
      return edit;
    }

  draft = tdm_edit_update (edit, meeting);
  tdm_record_set_text (draft, TDM_MEETING_LOCAL_START, local_start);
  tdm_record_set_integer (draft, TDM_MEETING_START, start);
  tdm_record_set_integer (draft, TDM_MEETING_MINUTES, minutes);
  tdm_record_set_text (draft, TDM_MEETING_PLACE, place);
  return edit;
}

/**
 * tdm_meeting_edits_cancel:
 * @meeting: a live meeting
 *
 * Returns: (transfer full): the edit; it fails as tdm_meeting_edits_move() does for a meeting that stays
 */
TdmEdit *
tdm_meeting_edits_cancel (TdmMeeting *meeting)
{
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_MEETING (meeting), NULL);

  edit = tdm_edit_new (_ ("Meeting cancelled"));
  if (meeting_edits_check_open (edit, meeting))
    tdm_record_set_integer (tdm_edit_update (edit, meeting), TDM_MEETING_STATE, TDM_MEETING_STATE_CANCELLED);
  return edit;
}

/* Returns: why @state cannot be recorded, %NULL for nothing; what was recorded can be set right at any time */
static const char *
meeting_edits_find_obstacle (TdmMeeting *meeting, TdmMeetingState state)
{
  TdmMeetingState known = tdm_meeting_get_state (meeting);

  if (known == TDM_MEETING_STATE_HELD || known == TDM_MEETING_STATE_MISSED)
    return NULL;
  if (tdm_meeting_is_off (meeting))
    return _ ("This meeting is cancelled.");
  if (state == TDM_MEETING_STATE_PLANNED)
    return _ ("Nothing is recorded of this meeting.");
  if (tdm_meeting_waits (meeting))
    return _ ("The tandem is paused. Its meetings wait until it goes on.");
  return tdm_meeting_is_to_record (meeting) ? NULL : _ ("What became of a meeting can be recorded when it is over.");
}

/**
 * tdm_meeting_edits_record:
 * @meeting: a live meeting of a tandem whose details are loaded
 * @state: %TDM_MEETING_STATE_HELD, %TDM_MEETING_STATE_MISSED, or %TDM_MEETING_STATE_PLANNED to take a record back
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_STATE for a meeting that is off, waits or is not
 *   over, and where there is no record to take back
 */
TdmEdit *
tdm_meeting_edits_record (TdmMeeting *meeting, TdmMeetingState state)
{
  /* Both took part in a meeting that took place; of one that did not, nobody asks who failed to come. */
  TdmTookPart took_part = state == TDM_MEETING_STATE_HELD ? TDM_TOOK_PART_YES : TDM_TOOK_PART_UNKNOWN;
  const char *label = _ ("Record taken back"), *obstacle;
  TdmPerson *people[2];
  TdmSeries *series;
  TdmEdit *edit;
  TdmRecord *draft;

  g_return_val_if_fail (TDM_IS_MEETING (meeting), NULL);

  obstacle = meeting_edits_find_obstacle (meeting, state);
  series = tdm_meeting_get_series (meeting);
  people[0] = tdm_meeting_get_mentee (meeting);
  people[1] = tdm_meeting_get_mentor (meeting);
  if (state == TDM_MEETING_STATE_HELD)
    label = _ ("Meeting took place");
  else if (state == TDM_MEETING_STATE_MISSED)
    label = _ ("Meeting did not take place");
  else if (state == TDM_MEETING_STATE_PLANNED && series &&
           tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE) == TDM_SERIES_ISSUED)
    state = TDM_MEETING_STATE_INVITED;
  edit = tdm_edit_new (label);
  if (obstacle)
    {
      tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE, "%s", obstacle);
      return edit;
    }
  draft = tdm_edit_update (edit, meeting);
  tdm_record_set_integer (draft, TDM_MEETING_STATE, state);
  /* Of a meeting that did not take place nothing was reached. */
  if (state != TDM_MEETING_STATE_HELD)
    tdm_record_set_integer (draft, TDM_MEETING_OUTCOME, TDM_OUTCOME_UNKNOWN);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    tdm_record_set_integer (tdm_answer_edits_open (edit, NULL, meeting, people[i]), TDM_ATTENDEE_TOOK_PART, took_part);
  return edit;
}

/**
 * tdm_meeting_edits_set_agenda:
 * @meeting: a live meeting
 * @agenda: what is to be asked and talked about; everybody who opens the programme can read it
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_meeting_edits_set_agenda (TdmMeeting *meeting, const char *agenda)
{
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_MEETING (meeting), NULL);

  edit = tdm_edit_new (_ ("Agenda changed"));
  tdm_record_set_text (tdm_edit_update (edit, meeting), TDM_MEETING_QUESTION, agenda);
  return edit;
}

/* --- what it is about ---------------------------------------------------------- */

static void
meeting_edits_put_kind (TdmEdit *edit, TdmMeeting *meeting, TdmMeetingKind kind)
{
  if (tdm_meeting_get_kind (meeting) != kind)
    tdm_record_set_integer (tdm_edit_update (edit, meeting), TDM_MEETING_KIND, kind);
}

/**
 * tdm_meeting_edits_set_kind:
 * @meetings: (element-type TdmMeeting): live meetings
 * @kind: what all of them are for
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_meeting_edits_set_kind (GPtrArray *meetings, TdmMeetingKind kind)
{
  TdmEdit *edit;

  g_return_val_if_fail (meetings != NULL, NULL);

  edit = tdm_edit_new (ngettext ("Kind of the meeting changed", "Kinds of the meetings changed", meetings->len));
  for (guint i = 0; i < meetings->len; i++)
    meeting_edits_put_kind (edit, meetings->pdata[i], kind);
  return edit;
}

/**
 * tdm_meeting_edits_frame:
 * @meetings: (element-type TdmMeeting): two live meetings or more, in the order of time
 *
 * The first becomes a getting to know, the last a closing talk; those between stay what they are for.
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_meeting_edits_frame (GPtrArray *meetings)
{
  TdmEdit *edit;

  g_return_val_if_fail (meetings != NULL && meetings->len >= 2, NULL);

  edit = tdm_edit_new (ngettext ("Kind of the meeting changed", "Kinds of the meetings changed", meetings->len));
  meeting_edits_put_kind (edit, meetings->pdata[0], TDM_KIND_GETTING_TO_KNOW);
  meeting_edits_put_kind (edit, meetings->pdata[meetings->len - 1], TDM_KIND_CLOSING);
  return edit;
}

static gboolean
meeting_edits_check_held (TdmEdit *edit, TdmMeeting *meeting)
{
  if (tdm_meeting_get_state (meeting) == TDM_MEETING_STATE_HELD)
    return TRUE;

  tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE, _ ("What came of a meeting can be noted when it has taken place."));
  return FALSE;
}

/**
 * tdm_meeting_edits_set_outcome:
 * @meeting: a live meeting that took place
 * @outcome: whether it reached its goal
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_STATE where the meeting did not take place
 */
TdmEdit *
tdm_meeting_edits_set_outcome (TdmMeeting *meeting, TdmOutcome outcome)
{
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_MEETING (meeting), NULL);

  edit = tdm_edit_new (_ ("Outcome noted"));
  if (meeting_edits_check_held (edit, meeting))
    tdm_record_set_integer (tdm_edit_update (edit, meeting), TDM_MEETING_OUTCOME, outcome);
  return edit;
}

/* What a topic meeting is about comes to be in the catalogue. Of the others, as a coffee together, it is only spelt as
 * there. */
static void
meeting_edits_spell_topic (TdmEdit *edit, TdmMeeting *meeting, TdmRecord *draft, GListModel *topics)
{
  const char *typed = tdm_record_get_text (draft, TDM_MEETING_TOPIC);
  gboolean is_for_topic = tdm_record_get_integer (draft, TDM_MEETING_KIND) == TDM_KIND_TOPIC;
  gpointer topic;

  if (g_str_equal (typed, tdm_record_get_text (TDM_RECORD (meeting), TDM_MEETING_TOPIC)))
    return;
  topic = is_for_topic ? tdm_topic_edits_find_or_add (edit, topics, typed) : tdm_topic_edits_find (topics, typed);
  if (topic)
    tdm_record_set_text (draft, TDM_MEETING_TOPIC, tdm_topic_get_title (topic));
}

/**
 * tdm_meeting_edits_follow_draft:
 * @edit: the edit that holds @draft, or is to hold it; a topic that is new goes there
 * @meeting: the meeting as it was before @draft was filled in
 * @draft: a draft of it, with what it is for and about, where it is, and what came of it
 * @topics: (nullable) (element-type TdmTopic): the catalogue
 *
 * Another place is a change of the invitation, as in tdm_meeting_edits_move(). Another topic is one of the catalogue,
 * if it is the topic of a topic meeting.
 *
 * Returns: whether it can be so; @edit fails with %TDM_MODEL_ERROR_STATE for an outcome of a meeting that did not take
 *   place and for another place of one that is not open, with %TDM_MODEL_ERROR_INVALID for a goal of another tandem
 */
gboolean
tdm_meeting_edits_follow_draft (TdmEdit *edit, TdmMeeting *meeting, TdmRecord *draft, GListModel *topics)
{
  TdmGoal *goal;
  gboolean is_elsewhere;

  g_return_val_if_fail (TDM_IS_EDIT (edit), FALSE);
  g_return_val_if_fail (TDM_IS_MEETING (meeting), FALSE);
  g_return_val_if_fail (TDM_IS_MEETING (draft), FALSE);

  goal = tdm_record_get_link (draft, TDM_MEETING_GOAL);
  is_elsewhere = !g_str_equal (tdm_record_get_text (draft, TDM_MEETING_PLACE),
                               tdm_record_get_text (TDM_RECORD (meeting), TDM_MEETING_PLACE));
  if (tdm_record_get_integer (draft, TDM_MEETING_OUTCOME) != TDM_OUTCOME_UNKNOWN &&
      !meeting_edits_check_held (edit, meeting))
    return FALSE;
  if (goal && tdm_goal_get_pair (goal) != tdm_meeting_get_pair (meeting))
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("This goal is one of another tandem."));
  else if (is_elsewhere && !tdm_meeting_is_open (meeting))
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE,
                     _ ("The place belongs to the invitation: of a meeting that is over it stays as it was told."));
  else if (!is_elsewhere || meeting_edits_check_open (edit, meeting))
    {
      if (topics)
        meeting_edits_spell_topic (edit, meeting, draft, topics);
      return TRUE;
    }
  return FALSE;
}

/**
 * tdm_meeting_edits_change:
 * @meeting: a live meeting
 * @draft: a draft of it
 * @topics: (nullable) (element-type TdmTopic): the catalogue
 *
 * Returns: (transfer full): the edit; it fails as tdm_meeting_edits_follow_draft() says
 */
TdmEdit *
tdm_meeting_edits_change (TdmMeeting *meeting, TdmRecord *draft, GListModel *topics)
{
  TdmEdit *edit = tdm_edit_new (_ ("Meeting changed"));

  if (tdm_meeting_edits_follow_draft (edit, meeting, draft, topics))
    tdm_edit_add_draft (edit, draft);
  return edit;
}

/**
 * tdm_meeting_edits_set_took_part:
 * @edit: where the draft goes
 * @meeting: a live meeting of a tandem whose details are loaded
 * @person: one of its people
 * @took_part: whether @person was there
 *
 * The answer to the invitation stays what it was. @edit fails as tdm_meeting_edits_set_outcome() does.
 */
void
tdm_meeting_edits_set_took_part (TdmEdit *edit, TdmMeeting *meeting, TdmPerson *person, TdmTookPart took_part)
{
  TdmAttendee *attendee;
  TdmTookPart known;

  g_return_if_fail (TDM_IS_EDIT (edit));
  g_return_if_fail (TDM_IS_MEETING (meeting));

  attendee = tdm_meeting_get_own_attendee (meeting, person);
  known = attendee ? tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_TOOK_PART) : TDM_TOOK_PART_UNKNOWN;
  if (took_part != known && meeting_edits_check_held (edit, meeting))
    tdm_record_set_integer (tdm_answer_edits_open (edit, NULL, meeting, person), TDM_ATTENDEE_TOOK_PART, took_part);
}
