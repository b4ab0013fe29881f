/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-workspace-meetings.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-zone-city.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-attendee.h"
#include "model/tdm-series.h"
#include "tdm-answers.h"

/* What people do with meetings and their series. */

static void
commit (TdmWorkspace *self, TdmEdit *taken_edit, GAsyncReadyCallback callback, gpointer data)
{
  tdm_workspace_commit_async (self, taken_edit, callback, data);
}

/* A date in a week, the weekday that suits most: it is only a beginning for the dialog. */
static char *
suggest_date (void)
{
  g_autoptr (GDateTime) now = tdm_clock_local ();
  g_autoptr (GDateTime) next = g_date_time_add_days (now, 7 + (9 - g_date_time_get_day_of_week (now)) % 7);

  return g_date_time_format (next, "%Y-%m-%d");
}

static const char *
find_zone (TdmWorkspace *self, TdmPair *pair)
{
  TdmProgramme *programme = tdm_workspace_get_programme (self);
  const char *zone = tdm_record_get_text (TDM_RECORD (tdm_pair_get_mentee (pair)), TDM_PERSON_ZONE);

  if (*zone && tdm_zone_exists (zone))
    return zone;
  zone = programme ? tdm_programme_get_zone (programme) : "";
  return *zone && tdm_zone_exists (zone) ? zone : tdm_zone_get_system ();
}

/**
 * tdm_workspace_plan_series:
 * @self: a workspace
 * @pair: a live tandem
 *
 * Returns: (transfer full): a plan with what is usual: monthly, as long as the round says, in the time zone of the mentee,
 *   organised by the programme
 */
TdmSeriesPlan *
tdm_workspace_plan_series (TdmWorkspace *self, TdmPair *pair)
{
  TdmProgramme *programme;
  TdmSeriesPlan *plan;
  g_autofree char *date = suggest_date ();
  gint64 minutes;

  g_return_val_if_fail (TDM_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (TDM_IS_PAIR (pair), NULL);

  programme = tdm_workspace_get_programme (self);
  minutes = tdm_record_get_integer (TDM_RECORD (tdm_pair_get_round (pair)), TDM_ROUND_MINUTES);
  plan = tdm_series_plan_new (pair, find_zone (self, pair), minutes);
  tdm_series_plan_set_start (plan, date, 10, 0);
  if (programme)
    tdm_series_plan_set_organizer (plan, tdm_programme_get_organizer_name (programme),
                                   tdm_programme_get_organizer_email (programme));
  return plan;
}

/**
 * tdm_workspace_add_series_async:
 * @self: a workspace
 * @plan: a plan with a start
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_add_series_async (TdmWorkspace *self, TdmSeriesPlan *plan, GAsyncReadyCallback callback, gpointer data)
{
  GError *error = NULL;
  TdmEdit *edit = tdm_series_plan_make_edit (plan, &error);

  if (edit)
    commit (self, edit, callback, data);
  else
    g_task_report_error (self, callback, data, NULL, error);
}

static gboolean
is_issued (TdmSeries *series)
{
  return series && tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE) == TDM_SERIES_ISSUED;
}

/**
 * tdm_workspace_is_moved:
 * @meeting: a live meeting
 *
 * Returns: whether it is at another time than its series says; the clocks on which that is said make no difference
 */
gboolean
tdm_workspace_is_moved (TdmMeeting *meeting)
{
  TdmSeries *series = tdm_meeting_get_series (meeting);
  const char *original = tdm_meeting_get_recurrence_id (meeting);

  if (*original == '\0' || g_str_equal (original, tdm_meeting_get_local_start (meeting)))
    return FALSE;
  return !series || tdm_zone_resolve (tdm_series_get_zone (series), original, NULL) != tdm_meeting_get_start (meeting);
}

/**
 * tdm_workspace_move_meeting_async:
 * @self: a workspace
 * @meeting: a live meeting
 * @local_start: the new start, `YYYY-MM-DDTHH:MM:SS` on the wall clock of its zone
 * @minutes: how long it takes
 * @place: where
 * @callback: called when it is stored
 * @data: for @callback
 *
 * The meeting keeps its place in the series. Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_move_meeting_async (TdmWorkspace *self, TdmMeeting *meeting, const char *local_start, gint64 minutes,
                                  const char *place, GAsyncReadyCallback callback, gpointer data)
{
  GError *error = NULL;
  gint64 start = tdm_zone_to_utc (tdm_meeting_get_zone (meeting), local_start, &error);
  TdmEdit *edit;
  TdmRecord *draft;

  if (error)
    {
      g_task_report_error (self, callback, data, NULL, error);
      return;
    }

  edit = tdm_edit_new (_ ("Meeting moved"));
  draft = tdm_edit_update (edit, meeting);
  tdm_record_set_text (draft, TDM_MEETING_LOCAL_START, local_start);
  tdm_record_set_integer (draft, TDM_MEETING_START, start);
  tdm_record_set_integer (draft, TDM_MEETING_MINUTES, minutes);
  tdm_record_set_text (draft, TDM_MEETING_PLACE, place);
  commit (self, edit, callback, data);
}

/**
 * tdm_workspace_cancel_meeting_async:
 * @self: a workspace
 * @meeting: a live meeting
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_cancel_meeting_async (TdmWorkspace *self, TdmMeeting *meeting, GAsyncReadyCallback callback,
                                    gpointer data)
{
  TdmEdit *edit = tdm_edit_new (_ ("Meeting cancelled"));

  tdm_record_set_integer (tdm_edit_update (edit, meeting), TDM_MEETING_STATE, TDM_MEETING_STATE_CANCELLED);
  commit (self, edit, callback, data);
}

/* Both took part in a meeting that took place; of one that did not, nobody asks who failed to come. */
static void
record_attendance (TdmEdit *edit, TdmMeeting *meeting, TdmMeetingState state)
{
  TdmTookPart took_part = state == TDM_MEETING_STATE_HELD ? TDM_TOOK_PART_YES : TDM_TOOK_PART_UNKNOWN;
  TdmPerson *people[] = { tdm_meeting_get_mentee (meeting), tdm_meeting_get_mentor (meeting) };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    tdm_record_set_integer (tdm_answers_open (edit, NULL, meeting, people[i]), TDM_ATTENDEE_TOOK_PART, took_part);
}

static const char *
get_record_label (TdmMeetingState state)
{
  switch (state)
    {
    case TDM_MEETING_STATE_HELD:
      return _ ("Meeting took place");
    case TDM_MEETING_STATE_MISSED:
      return _ ("Meeting did not take place");
    default:
      return _ ("Record taken back");
    }
}

/**
 * tdm_workspace_record_meeting_async:
 * @self: a workspace
 * @meeting: a live meeting of a tandem whose details are loaded
 * @state: %TDM_MEETING_STATE_HELD, %TDM_MEETING_STATE_MISSED, or %TDM_MEETING_STATE_PLANNED to take a record back
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_record_meeting_async (TdmWorkspace *self, TdmMeeting *meeting, TdmMeetingState state,
                                    GAsyncReadyCallback callback, gpointer data)
{
  TdmEdit *edit = tdm_edit_new (get_record_label (state));
  gboolean was_invited = state == TDM_MEETING_STATE_PLANNED && is_issued (tdm_meeting_get_series (meeting));

  tdm_record_set_integer (tdm_edit_update (edit, meeting), TDM_MEETING_STATE,
                          was_invited ? TDM_MEETING_STATE_INVITED : state);
  record_attendance (edit, meeting, state);
  commit (self, edit, callback, data);
}

/**
 * tdm_workspace_set_meeting_topic_async:
 * @self: a workspace
 * @meeting: a live meeting
 * @topic: what it is about
 * @session_goal: what shall be reached in it
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_set_meeting_topic_async (TdmWorkspace *self, TdmMeeting *meeting, const char *topic,
                                       const char *session_goal, GAsyncReadyCallback callback, gpointer data)
{
  TdmEdit *edit = tdm_edit_new (_ ("Meeting changed"));
  TdmRecord *draft = tdm_edit_update (edit, meeting);

  tdm_record_set_text (draft, TDM_MEETING_TOPIC, topic);
  tdm_record_set_text (draft, TDM_MEETING_SESSION_GOAL, session_goal);
  commit (self, edit, callback, data);
}

/**
 * tdm_workspace_set_meeting_agenda_async:
 * @self: a workspace
 * @meeting: a live meeting
 * @agenda: what shall be asked and talked about; everybody who opens the programme can read it
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_set_meeting_agenda_async (TdmWorkspace *self, TdmMeeting *meeting, const char *agenda,
                                        GAsyncReadyCallback callback, gpointer data)
{
  TdmEdit *edit = tdm_edit_new (_ ("Agenda changed"));

  tdm_record_set_text (tdm_edit_update (edit, meeting), TDM_MEETING_QUESTION, agenda);
  commit (self, edit, callback, data);
}

/**
 * tdm_workspace_list_zones:
 *
 * Returns: (transfer none): the IANA names of all time zones of this computer, sorted
 */
const char *const *
tdm_workspace_list_zones (void)
{
  return tdm_zone_list_names ();
}

/**
 * tdm_workspace_name_city:
 * @zone: the IANA name of a time zone
 *
 * Returns: (transfer full): the city after which people know it, in the language of the session
 */
char *
tdm_workspace_name_city (const char *zone)
{
  return tdm_zone_city (zone, NULL);
}
