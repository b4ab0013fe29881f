/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli-ways-private.h"

#include "base/tdm-i18n.h"
#include "edits/tdm-answer-edits.h"
#include "edits/tdm-meeting-edits.h"
#include "edits/tdm-series-edits.h"
#include "edits/tdm-series-plan.h"
#include "model/tdm-attendee.h"
#include "model/tdm-calendar-message.h"
#include "tdm-cli-records.h"
#include "workspace/tdm-workspace.h"

#include <stdlib.h>

/* Meetings, alone and in series, and who comes to them. */

/* The fields of series and meetings that say when and where, as a plan takes them */
typedef struct
{
  guint pair, local_start, zone, minutes, place;
} TdmCliPlace;

static TdmSeriesPlan *
values_make_plan (TdmCliValues *values, TdmWorkspace *workspace, TdmCliPlace fields, GError **error)
{
  TdmPair *pair = tdm_cli_values_get_link (values, fields.pair);
  const char *start = tdm_cli_values_get_text (values, fields.local_start, NULL);
  const char *zone = tdm_cli_values_get_text (values, fields.zone, NULL);
  g_autofree char *day = start ? g_strndup (start, 10) : NULL;
  TdmSeriesPlan *plan;

  if (!tdm_cli_values_need (values, fields.pair, error) || !tdm_cli_values_need (values, fields.local_start, error) ||
      !tdm_cli_load_around (workspace, pair, error))
    return NULL;
  plan = tdm_series_plan_suggest (pair, tdm_workspace_get_programme (workspace));
  tdm_series_plan_set_repeat (plan, TDM_REPEAT_ONCE, 1, 1);
  tdm_series_plan_set_start (plan, day, atoi (start + 11), atoi (start + 14));
  if (zone && *zone)
    tdm_series_plan_set_zone (plan, zone);
  plan->minutes = tdm_cli_values_get_number (values, fields.minutes, plan->minutes);
  tdm_series_plan_set_place (plan, tdm_cli_values_get_text (values, fields.place, ""));
  return plan;
}

static const TdmCliPlace series_place = { TDM_SERIES_PAIR, TDM_SERIES_LOCAL_START, TDM_SERIES_ZONE, TDM_SERIES_MINUTES,
                                          TDM_SERIES_PLACE };
static const TdmCliPlace meeting_place = { TDM_MEETING_PAIR, TDM_MEETING_LOCAL_START, TDM_MEETING_ZONE,
                                           TDM_MEETING_MINUTES, TDM_MEETING_PLACE };

static TdmEdit *
add_series (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  g_autoptr (TdmSeriesPlan) plan = values_make_plan (values, workspace, series_place, error);
  const char *rule = tdm_cli_values_get_text (values, TDM_SERIES_RULE, "");
  g_autoptr (GError) wrong = NULL;

  if (!plan)
    return NULL;
  if (tdm_cli_values_find (values, TDM_SERIES_STATE))
    return tdm_cli_edit_fail_key (values, TDM_SERIES_STATE,
                                  _ ("please add the meeting first, and set this then."), error);
  if (*rule && !tdm_series_plan_set_rule (plan, rule, &wrong))
    return tdm_cli_edit_fail_key (values, TDM_SERIES_RULE, wrong->message, error);
  plan->summary_mode = tdm_cli_values_get_number (values, TDM_SERIES_SUMMARY_MODE, plan->summary_mode);
  return tdm_series_plan_make_edit (plan);
}

/* What a meeting is for and about changes as it does in the window, in one step with what else becomes of it.
 * @draft: (nullable): of @edit, %NULL where that could not be made */
static TdmEdit *
edit_fill_meeting (TdmEdit *edit, TdmRecord *draft, TdmCliValues *values, guint64 besides, TdmWorkspace *workspace)
{
  g_autoptr (TdmRecord) before = NULL;

  if (!draft)
    return edit;
  before = tdm_record_new_draft (draft);
  tdm_cli_values_fill (values, draft, besides);
  tdm_meeting_edits_follow_draft (edit, TDM_MEETING (before), draft, tdm_workspace_get_topics (workspace));
  return edit;
}

static gboolean
values_check_goal (TdmCliValues *values, TdmPair *pair, GError **error)
{
  TdmGoal *goal = tdm_cli_values_get_link (values, TDM_MEETING_GOAL);

  return !goal || tdm_goal_get_pair (goal) == pair ||
         tdm_cli_fail_key (values->type, TDM_MEETING_GOAL, _ ("This goal is one of another tandem."), error);
}

static TdmEdit *
add_meeting (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  const TdmCliValue *state = tdm_cli_values_find (values, TDM_MEETING_STATE);
  const TdmCliValue *outcome = tdm_cli_values_find (values, TDM_MEETING_OUTCOME);
  g_autoptr (TdmSeriesPlan) plan = values_make_plan (values, workspace, meeting_place, error);
  TdmEdit *edit;

  if (!plan || !values_check_goal (values, plan->pair, error))
    return NULL;
  if (state || outcome)
    return tdm_cli_edit_fail_key (values, state ? TDM_MEETING_STATE : TDM_MEETING_OUTCOME,
                                  _ ("please add the meeting first, and set this then."), error);
  edit = tdm_series_plan_make_edit (plan);
  return edit_fill_meeting (edit, tdm_cli_edit_find_added (edit, TDM_TYPE_MEETING), values,
                            BIT (TDM_MEETING_PAIR) | BIT (TDM_MEETING_LOCAL_START) | BIT (TDM_MEETING_ZONE) |
                                BIT (TDM_MEETING_MINUTES) | BIT (TDM_MEETING_PLACE),
                            workspace);
}

static TdmEdit *
change_series (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  gint64 state = tdm_cli_values_get_number (values, TDM_SERIES_STATE, -1);
  const TdmCliValue *mode = tdm_cli_values_find (values, TDM_SERIES_SUMMARY_MODE);
  TdmEdit *edit;

  if (state >= 0 && state != TDM_SERIES_CANCELLED)
    return tdm_cli_edit_fail_key (values, TDM_SERIES_STATE, _ ("only “cancelled” can be set."), error);
  edit = state >= 0 ? tdm_series_edits_cancel (TDM_SERIES (record)) : tdm_edit_new (NULL);
  if (mode)
    tdm_series_edits_put_summary_mode (edit, TDM_SERIES (record), mode->number);
  return edit;
}

/* What the state becomes when a person sets it, and where the meeting goes: the rest is filled in. */
static TdmEdit *
meeting_make_state (TdmMeeting *meeting, TdmMeetingState state, TdmCliValues *values, GError **error)
{
  if (state == TDM_MEETING_STATE_INVITED)
    return tdm_cli_edit_fail_key (values, TDM_MEETING_STATE, _ ("this follows from the invitation."), error);
  if (state == TDM_MEETING_STATE_CANCELLED)
    return tdm_meeting_edits_cancel (meeting);
  if (state == TDM_MEETING_STATE_PLANNED && tdm_meeting_get_state (meeting) == TDM_MEETING_STATE_CANCELLED)
    return tdm_series_edits_reinstate (meeting);
  return tdm_meeting_edits_record (meeting, state);
}

static TdmEdit *
meeting_make_move (TdmMeeting *meeting, TdmCliValues *values)
{
  return tdm_meeting_edits_move (
    meeting, tdm_cli_values_get_text (values, TDM_MEETING_LOCAL_START, tdm_meeting_get_local_start (meeting)),
    tdm_cli_values_get_number (values, TDM_MEETING_MINUTES, tdm_meeting_get_minutes (meeting)),
    tdm_cli_values_get_text (values, TDM_MEETING_PLACE, tdm_record_get_text (TDM_RECORD (meeting), TDM_MEETING_PLACE)));
}

static TdmEdit *
change_meeting (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  const guint64 when = BIT (TDM_MEETING_LOCAL_START) | BIT (TDM_MEETING_MINUTES);
  TdmMeeting *meeting = TDM_MEETING (record);
  const TdmCliValue *state = tdm_cli_values_find (values, TDM_MEETING_STATE);
  gboolean is_moved = tdm_cli_values_find (values, TDM_MEETING_LOCAL_START) ||
                      tdm_cli_values_find (values, TDM_MEETING_MINUTES);
  TdmEdit *edit;

  if (!values_check_goal (values, tdm_meeting_get_pair (meeting), error))
    return NULL;
  if (tdm_cli_values_get_number (values, TDM_MEETING_STATE, tdm_meeting_get_state (meeting)) !=
          TDM_MEETING_STATE_HELD &&
      tdm_cli_values_get_number (values, TDM_MEETING_OUTCOME, TDM_OUTCOME_UNKNOWN) != TDM_OUTCOME_UNKNOWN)
    return tdm_cli_edit_fail_key (values, TDM_MEETING_OUTCOME,
                                  _ ("What came of a meeting can be noted when it has taken place."), error);
  if (state && (is_moved || tdm_cli_values_find (values, TDM_MEETING_PLACE)))
    return tdm_cli_edit_fail_key (values, TDM_MEETING_STATE,
                                  _ ("please move a meeting and record it one after the other."), error);
  if (state)
    edit = meeting_make_state (meeting, state->number, values, error);
  else
    edit = is_moved ? meeting_make_move (meeting, values) : tdm_edit_new (NULL);
  if (!edit)
    return NULL;
  return edit_fill_meeting (edit, tdm_edit_check (edit, NULL) ? tdm_edit_update (edit, record) : NULL, values,
                            BIT (TDM_MEETING_STATE) | (is_moved ? when | BIT (TDM_MEETING_PLACE) : 0), workspace);
}

static TdmEdit *
keep_meeting (TdmWorkspace *workspace, TdmRecord *record, GError **error)
{
  return tdm_cli_edit_fail (error, _ ("Meetings are not removed but cancelled: please set state=cancelled."));
}

static TdmEdit *
change_attendee (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  TdmPerson *person = tdm_attendee_get_person (TDM_ATTENDEE (record));
  const TdmCliValue *reply = tdm_cli_values_find (values, TDM_ATTENDEE_REPLY);
  const TdmCliValue *took_part = tdm_cli_values_find (values, TDM_ATTENDEE_TOOK_PART);
  gpointer series = tdm_record_get_link (record, TDM_ATTENDEE_SERIES);
  gpointer meeting = tdm_record_get_link (record, TDM_ATTENDEE_MEETING);
  TdmProgramme *programme = tdm_workspace_get_programme (workspace);
  TdmEdit *edit;

  if (took_part && !meeting)
    return tdm_cli_edit_fail_key (values, TDM_ATTENDEE_TOOK_PART, _ ("this is known of single meetings only."), error);
  if (reply && series)
    edit = tdm_answer_edits_set_series_reply (series, person, reply->number, programme);
  else if (reply)
    edit = tdm_answer_edits_set_reply (meeting, person, reply->number, programme);
  else
    edit = tdm_edit_new (NULL);
  if (took_part)
    tdm_meeting_edits_set_took_part (edit, meeting, person, took_part->number);
  return edit;
}

const TdmCliWay tdm_cli_ways_of_meetings[] = {
  { tdm_series_get_type, add_series, change_series, keep_meeting },
  { tdm_meeting_get_type, add_meeting, change_meeting, keep_meeting },
  { tdm_attendee_get_type, NULL, change_attendee, tdm_cli_keep_record },
  { tdm_calendar_message_get_type, NULL, NULL, tdm_cli_keep_record },
  { NULL },
};
