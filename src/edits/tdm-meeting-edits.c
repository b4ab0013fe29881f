/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-edits.h"

#include "base/tdm-i18n.h"
#include "calendar/tdm-zone.h"
#include "tdm-answer-edits.h"

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

/**
 * tdm_meeting_edits_move:
 * @meeting: a live meeting
 * @local_start: the new start, `YYYY-MM-DDTHH:MM:SS` on the wall clock of its zone
 * @minutes: how long it takes
 * @place: where
 *
 * The meeting keeps its place in the series.
 *
 * Returns: (transfer full): the edit; it fails as tdm_zone_to_utc() does
 */
TdmEdit *
tdm_meeting_edits_move (TdmMeeting *meeting, const char *local_start, gint64 minutes, const char *place)
{
  GError *error = NULL;
  TdmEdit *edit;
  TdmRecord *draft;
  gint64 start;

  g_return_val_if_fail (TDM_IS_MEETING (meeting), NULL);

  start = tdm_zone_to_utc (tdm_meeting_get_zone (meeting), local_start, &error);
  edit = tdm_edit_new (_ ("Meeting moved"));
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

TdmEdit *
tdm_meeting_edits_cancel (TdmMeeting *meeting)
{
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_MEETING (meeting), NULL);

  edit = tdm_edit_new (_ ("Meeting cancelled"));
  tdm_record_set_integer (tdm_edit_update (edit, meeting), TDM_MEETING_STATE, TDM_MEETING_STATE_CANCELLED);
  return edit;
}

/**
 * tdm_meeting_edits_record:
 * @meeting: a live meeting of a tandem whose details are loaded
 * @state: %TDM_MEETING_STATE_HELD, %TDM_MEETING_STATE_MISSED, or %TDM_MEETING_STATE_PLANNED to take a record back
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_meeting_edits_record (TdmMeeting *meeting, TdmMeetingState state)
{
  /* Both took part in a meeting that took place; of one that did not, nobody asks who failed to come. */
  TdmTookPart took_part = state == TDM_MEETING_STATE_HELD ? TDM_TOOK_PART_YES : TDM_TOOK_PART_UNKNOWN;
  const char *label = _ ("Record taken back");
  TdmPerson *people[2];
  TdmSeries *series;
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_MEETING (meeting), NULL);

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
  tdm_record_set_integer (tdm_edit_update (edit, meeting), TDM_MEETING_STATE, state);
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
