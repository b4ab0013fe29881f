/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-series-edits.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-recurrence.h"
#include "calendar/tdm-zone.h"
#include "tdm-answer-edits.h"

#include <string.h>

/* What people do with a whole series in mid-course. Who has to hear of it follows from the result, see TdmOutbox. */

static gboolean
series_edits_is_before (TdmMeeting *meeting, TdmMeeting *other)
{
  return strcmp (tdm_meeting_get_recurrence_id (meeting), tdm_meeting_get_recurrence_id (other)) < 0;
}

/* --- this and following ------------------------------------------------------ */

/**
 * tdm_series_edits_can_follow:
 * @meeting: a live meeting
 *
 * Returns: whether a new series can begin with it: it is a date of a series to which the programme itself has invited,
 *   for nobody else can end it in the calendars of people
 */
gboolean
tdm_series_edits_can_follow (TdmMeeting *meeting)
{
  TdmSeries *series;

  g_return_val_if_fail (TDM_IS_MEETING (meeting), FALSE);

  series = tdm_meeting_get_series (meeting);
  return series && *tdm_series_get_rule (series) && *tdm_meeting_get_recurrence_id (meeting) &&
         !tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_EXTERNAL);
}

/* A plan that begins with @meeting, to which the same organizer invites */
static TdmSeriesPlan *
series_edits_plan_like (TdmMeeting *meeting, const char *zone, gint64 minutes, const char *place)
{
  TdmRecord *series = TDM_RECORD (tdm_meeting_get_series (meeting));
  TdmSeriesPlan *plan = tdm_series_plan_new (tdm_meeting_get_pair (meeting), zone, minutes);
  const char *start = tdm_meeting_get_local_start (meeting);
  g_autofree char *date = g_strndup (start, 10);

  tdm_series_plan_set_start (plan, date, atoi (start + 11), atoi (start + 14));
  tdm_series_plan_set_place (plan, place);
  tdm_series_plan_set_organizer (plan, tdm_record_get_text (series, TDM_SERIES_ORGANIZER_NAME),
                                 tdm_record_get_text (series, TDM_SERIES_ORGANIZER_EMAIL));
  plan->summary_mode = tdm_record_get_integer (series, TDM_SERIES_SUMMARY_MODE);
  return plan;
}

/**
 * tdm_series_edits_list_following:
 * @meeting: a live meeting of a series
 *
 * Returns: (transfer full) (element-type TdmMeeting): @meeting and those after it in its series, without those of which
 *   it is known what became of them
 */
GPtrArray *
tdm_series_edits_list_following (TdmMeeting *meeting)
{
  GPtrArray *meetings = tdm_meeting_list_of_series (tdm_meeting_get_series (meeting));

  for (guint i = meetings->len; i > 0; i--)
    if (!tdm_meeting_has_no_record (meetings->pdata[i - 1]) || series_edits_is_before (meetings->pdata[i - 1], meeting))
      g_ptr_array_remove_index (meetings, i - 1);
  return meetings;
}

/**
 * tdm_series_edits_plan_following:
 * @meeting: a live meeting of a series
 *
 * Returns: (transfer full): a plan that goes on as the series did, from @meeting to its end
 */
TdmSeriesPlan *
tdm_series_edits_plan_following (TdmMeeting *meeting)
{
  static const TdmRepeat repeats[] = {
    [TDM_RECURRENCE_ONCE] = TDM_REPEAT_ONCE,
    [TDM_RECURRENCE_WEEKLY] = TDM_REPEAT_WEEKLY,
    [TDM_RECURRENCE_MONTHLY_WEEKDAY] = TDM_REPEAT_MONTHLY_WEEKDAY,
    [TDM_RECURRENCE_MONTHLY_DAY] = TDM_REPEAT_MONTHLY_DAY,
  };
  TdmSeries *series = tdm_meeting_get_series (meeting);
  g_autoptr (GPtrArray) following = NULL;
  g_autoptr (TdmRecurrence) recurrence = NULL;
  TdmSeriesPlan *plan;

  g_return_val_if_fail (tdm_series_edits_can_follow (meeting), NULL);

  following = tdm_series_edits_list_following (meeting);
  plan = series_edits_plan_like (meeting, tdm_series_get_zone (series), tdm_series_get_minutes (series),
                                 tdm_record_get_text (TDM_RECORD (series), TDM_SERIES_PLACE));
  recurrence = tdm_recurrence_parse (tdm_series_get_rule (series), NULL);
  if (recurrence)
    tdm_series_plan_set_repeat (plan, repeats[recurrence->kind], recurrence->interval, MAX ((int) following->len, 1));
  return plan;
}

/* A meeting keeps what it is about when it goes over to the new series: only its date is another. */
static void
series_edits_take_over (TdmEdit *edit, TdmMeeting *meeting, TdmRecord *planned)
{
  static const guint date[] = { TDM_MEETING_SERIES, TDM_MEETING_RECURRENCE_ID, TDM_MEETING_LOCAL_START,
                                TDM_MEETING_ZONE,   TDM_MEETING_START,         TDM_MEETING_MINUTES,
                                TDM_MEETING_PLACE };
  TdmRecord *draft = tdm_edit_update (edit, meeting);

  tdm_record_copy_fields (draft, planned, date, G_N_ELEMENTS (date));
  tdm_record_set_integer (draft, TDM_MEETING_STATE, TDM_MEETING_STATE_PLANNED);
  tdm_answer_edits_remove_all (edit, meeting);
}

/* The series ends with the date before @meeting; one that has none before is off. */
static void
series_edits_end_before (TdmEdit *edit, TdmMeeting *meeting)
{
  g_autoptr (GPtrArray) meetings = tdm_meeting_list_of_series (tdm_meeting_get_series (meeting));
  TdmRecord *draft = tdm_edit_update (edit, tdm_meeting_get_series (meeting));
  const char *until = NULL;

  for (guint i = 0; i < meetings->len; i++)
    if (series_edits_is_before (meetings->pdata[i], meeting))
      until = tdm_meeting_get_recurrence_id (meetings->pdata[i]);
  if (until)
    tdm_record_set_text (draft, TDM_SERIES_UNTIL, until);
  else
    tdm_record_set_integer (draft, TDM_SERIES_STATE, TDM_SERIES_CANCELLED);
}

/* Adds what @plan makes, except for the meetings that go over into it: those that are left have no date any more.
 *
 * Returns: whether the plan can be made; @edit fails with what is wrong with it */
static gboolean
series_edits_go_over (TdmEdit *edit, TdmSeriesPlan *plan, GPtrArray *meetings)
{
  g_autoptr (TdmEdit) planned = tdm_series_plan_make_edit (plan);
  GError *error = NULL;
  TdmEditAction action;
  guint next = 0;

  if (!tdm_edit_check (planned, &error))
    {
      tdm_edit_fail (edit, error);
      return FALSE;
    }
  for (guint i = 0; i < tdm_edit_get_size (planned); i++)
    {
      TdmRecord *record = tdm_edit_get_step (planned, i, &action);

      if (TDM_IS_MEETING (record) && next < meetings->len)
        series_edits_take_over (edit, meetings->pdata[next++], record);
      else
        tdm_edit_add_draft (edit, record);
    }
  for (; next < meetings->len; next++)
    tdm_edit_remove (edit, meetings->pdata[next]);
  return TRUE;
}

/**
 * tdm_series_edits_follow:
 * @plan: how it goes on, see tdm_series_edits_plan_following()
 * @meeting: the first meeting that is different
 *
 * "This and following": the series of @meeting ends before it, and a new one begins, for calendar programs do not
 * agree on any other way (RFC 5546 3.2.2.2). Meetings keep their topics.
 *
 * Returns: (transfer full): the edit; it fails with what is wrong with the plan
 */
TdmEdit *
tdm_series_edits_follow (TdmSeriesPlan *plan, TdmMeeting *meeting)
{
  g_autoptr (GPtrArray) following = NULL;
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_MEETING (meeting), NULL);

  edit = tdm_edit_new (_ ("Series changed"));
  following = tdm_series_edits_list_following (meeting);
  if (series_edits_go_over (edit, plan, following))
    series_edits_end_before (edit, meeting);
  return edit;
}

/* --- after all -------------------------------------------------------------- */

/* Whether @meeting is on one of the dates that the invitation to its series still has */
static gboolean
series_edits_reaches (TdmSeries *series, TdmMeeting *meeting)
{
  const char *until = tdm_record_get_text (TDM_RECORD (series), TDM_SERIES_UNTIL);

  return tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE) != TDM_SERIES_CANCELLED &&
         (!*until || strcmp (tdm_meeting_get_recurrence_id (meeting), until) <= 0);
}

/* Whether the invitation to its series can still say that @meeting takes place: the series goes on up to its date, with
 * the same people. */
static gboolean
series_edits_holds (TdmSeries *series, TdmMeeting *meeting)
{
  TdmPair *pair = tdm_meeting_get_pair (meeting);

  return tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE) <= TDM_SERIES_ISSUED &&
         series_edits_reaches (series, meeting) &&
         tdm_series_get_mentee (series) == tdm_pair_get_mentee (pair) &&
         tdm_series_get_mentor (series) == tdm_pair_get_mentor (pair);
}

/* Its series is off or over, or was one of other people, of whom nobody waits for what is left of it: it goes on alone,
 * with an invitation of its own. */
static void
series_edits_begin_anew (TdmEdit *edit, TdmMeeting *meeting)
{
  TdmSeries *series = tdm_meeting_get_series (meeting);
  const char *own_place = tdm_record_get_text (TDM_RECORD (meeting), TDM_MEETING_PLACE);
  const char *place = *own_place ? own_place : tdm_record_get_text (TDM_RECORD (series), TDM_SERIES_PLACE);
  g_autoptr (TdmSeriesPlan) plan =
    series_edits_plan_like (meeting, tdm_meeting_get_zone (meeting), tdm_meeting_get_minutes (meeting), place);
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  g_ptr_array_add (alone, meeting);
  tdm_series_plan_set_repeat (plan, TDM_REPEAT_ONCE, 1, 1);
  if (!series_edits_go_over (edit, plan, alone))
    return;
  if (series_edits_reaches (series, meeting))
    series_edits_end_before (edit, meeting);
  tdm_record_set_link (tdm_edit_update (edit, meeting), TDM_MEETING_MENTEE, NULL);
  tdm_record_set_link (tdm_edit_update (edit, meeting), TDM_MEETING_MENTOR, NULL);
}

/* Returns: why a meeting cannot take place after all, %NULL for nothing */
static const char *
series_edits_find_obstacle (TdmMeeting *meeting)
{
  TdmSeries *series = tdm_meeting_get_series (meeting);
  gboolean is_ahead = tdm_meeting_get_end (meeting) > tdm_clock_now ();

  if (tdm_meeting_get_state (meeting) != TDM_MEETING_STATE_CANCELLED)
    return _ ("This meeting is not cancelled.");
  if (is_ahead && tdm_pair_is_over (tdm_meeting_get_pair (meeting)))
    return _ ("The tandem has ended. Please take it up again first.");
  if (tdm_series_asks_participant (series) ||
      (is_ahead && series && tdm_series_is_external (series) && !series_edits_holds (series, meeting)))
    return _ ("Another person invites to it, and alone can say that it takes place.");
  return NULL;
}

/**
 * tdm_series_edits_can_reinstate:
 * @meeting: a live meeting
 *
 * Returns: whether tdm_series_edits_reinstate() can be
 */
gboolean
tdm_series_edits_can_reinstate (TdmMeeting *meeting)
{
  g_return_val_if_fail (TDM_IS_MEETING (meeting), FALSE);

  return !series_edits_find_obstacle (meeting);
}

/**
 * tdm_series_edits_reinstate:
 * @meeting: a live meeting of a tandem whose details are loaded
 *
 * A cancelled meeting takes place after all, when and where it was to be. What its people answered to it holds, for the
 * invitation is the one that they know; where that is off altogether, they get another.
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_STATE for a meeting that is not cancelled, one
 * ahead of a tandem that has ended, and one to which another organizer invites
 */
TdmEdit *
tdm_series_edits_reinstate (TdmMeeting *meeting)
{
  TdmEdit *edit = tdm_edit_new (_ ("Meeting takes place after all"));
  TdmSeries *series;
  const char *obstacle;

  g_return_val_if_fail (TDM_IS_MEETING (meeting), edit);

  series = tdm_meeting_get_series (meeting);
  obstacle = series_edits_find_obstacle (meeting);
  if (obstacle)
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE, "%s", obstacle);
  else if (series && tdm_meeting_get_end (meeting) > tdm_clock_now () && !series_edits_holds (series, meeting))
    series_edits_begin_anew (edit, meeting);
  else
    tdm_record_set_integer (tdm_edit_update (edit, meeting), TDM_MEETING_STATE,
                            series && tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE) != TDM_SERIES_DRAFT
                              ? TDM_MEETING_STATE_INVITED
                              : TDM_MEETING_STATE_PLANNED);
  return edit;
}

/* --- its title -------------------------------------------------------------- */

/**
 * tdm_series_edits_put_summary_mode:
 * @edit: what becomes different goes here
 * @series: a live series
 * @mode: what its invitations call the meetings
 *
 * Calendars show another title: who has an invitation hears of it. @edit fails with %TDM_MODEL_ERROR_STATE where
 * another organizer invites, whose title it is.
 */
void
tdm_series_edits_put_summary_mode (TdmEdit *edit, TdmSeries *series, TdmSummaryMode mode)
{
  g_return_if_fail (TDM_IS_SERIES (series));

  if (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_SUMMARY_MODE) == mode)
    return;
  if (tdm_series_is_external (series))
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE, _ ("Another person invites to it, and chooses its title."));
  else
    tdm_record_set_integer (tdm_edit_update (edit, series), TDM_SERIES_SUMMARY_MODE, mode);
}

/* --- the end ------------------------------------------------------------------ */

static void
series_edits_cancel_meetings (TdmEdit *edit, GPtrArray *meetings, gint64 now)
{
  for (guint i = 0; i < meetings->len; i++)
    if (tdm_meeting_has_no_record (meetings->pdata[i]) && tdm_meeting_get_start (meetings->pdata[i]) > now)
      tdm_record_set_integer (tdm_edit_update (edit, meetings->pdata[i]), TDM_MEETING_STATE,
                              TDM_MEETING_STATE_CANCELLED);
}

static void
series_edits_cancel_one (TdmEdit *edit, TdmSeries *series)
{
  g_autoptr (GPtrArray) meetings = tdm_meeting_list_of_series (series);
  TdmRecord *draft = tdm_edit_update (edit, series);
  gint64 now = tdm_clock_now ();
  const char *last = NULL;

  for (guint i = 0; i < meetings->len; i++)
    if (tdm_meeting_get_start (meetings->pdata[i]) <= now)
      last = tdm_meeting_get_recurrence_id (meetings->pdata[i]);
  if (last)
    tdm_record_set_text (draft, TDM_SERIES_UNTIL, last);
  tdm_record_set_integer (draft, TDM_SERIES_STATE, last ? TDM_SERIES_ENDED : TDM_SERIES_CANCELLED);
  series_edits_cancel_meetings (edit, meetings, now);
}

/**
 * tdm_series_edits_cancel_all:
 * @edit: what becomes different goes here
 * @pair: a live tandem whose details are loaded
 *
 * Calls off all meetings that have not begun. A series of another organizer stays as that one says, but here nobody
 * waits for its meetings any more.
 */
void
tdm_series_edits_cancel_all (TdmEdit *edit, TdmPair *pair)
{
  GListModel *list = tdm_pair_get_series (pair), *all = tdm_pair_get_meetings (pair);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmSeries) series = g_list_model_get_item (list, i);

      if (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE) <= TDM_SERIES_ISSUED &&
          !tdm_series_is_external (series))
        series_edits_cancel_one (edit, series);
    }
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    g_ptr_array_add (meetings, g_list_model_get_item (all, i));
  series_edits_cancel_meetings (edit, meetings, tdm_clock_now ());
}

/**
 * tdm_series_edits_cancel:
 * @series: a live series whose meetings are loaded
 *
 * Calls off all that is ahead; meetings that are over stay in everybody's calendar.
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_STATE where another organizer asks the participant
 *   whose programme it is: that series goes on, whatever is cancelled here
 */
TdmEdit *
tdm_series_edits_cancel (TdmSeries *series)
{
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_SERIES (series), NULL);

  edit = tdm_edit_new (_ ("Series cancelled"));
  if (tdm_series_asks_participant (series))
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE,
                     _ ("Another person invites to it. Please accept or decline instead."));
  else
    series_edits_cancel_one (edit, series);
  return edit;
}
