/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-workspace-series.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-recurrence.h"
#include "calendar/tdm-zone.h"
#include "edits/tdm-series-people.h"
#include "model/tdm-attendee.h"
#include "model/tdm-model-error.h"

#include <string.h>

/* What people do with a whole series in mid-course. Who has to hear of it follows from the result, see TdmOutbox. */

static void
commit (TdmWorkspace *self, TdmEdit *taken_edit, GAsyncReadyCallback callback, gpointer data)
{
  tdm_workspace_commit_async (self, taken_edit, callback, data);
}

static gboolean
is_ahead (TdmMeeting *meeting)
{
  return tdm_meeting_get_state (meeting) == TDM_MEETING_STATE_PLANNED ||
         tdm_meeting_get_state (meeting) == TDM_MEETING_STATE_INVITED;
}

/* The meetings of a series in the order of its dates */
static GPtrArray *
list_meetings (TdmSeries *series)
{
  GListModel *all = tdm_pair_get_meetings (tdm_series_get_pair (series));
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (all, i);

      if (tdm_meeting_get_series (meeting) == series)
        g_ptr_array_add (found, g_steal_pointer (&meeting));
    }
  return found;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  return strcmp (tdm_meeting_get_recurrence_id (*(TdmMeeting *const *) a),
                 tdm_meeting_get_recurrence_id (*(TdmMeeting *const *) b));
}

/* --- this and following ------------------------------------------------------ */

static void
copy_rule (TdmSeriesPlan *plan, TdmSeries *series, guint n_left)
{
  static const TdmRepeat repeats[] = {
    [TDM_RECURRENCE_ONCE] = TDM_REPEAT_ONCE,
    [TDM_RECURRENCE_WEEKLY] = TDM_REPEAT_WEEKLY,
    [TDM_RECURRENCE_MONTHLY_WEEKDAY] = TDM_REPEAT_MONTHLY_WEEKDAY,
    [TDM_RECURRENCE_MONTHLY_DAY] = TDM_REPEAT_MONTHLY_DAY,
  };
  g_autoptr (TdmRecurrence) recurrence = tdm_recurrence_parse (tdm_series_get_rule (series), NULL);

  if (recurrence)
    tdm_series_plan_set_repeat (plan, repeats[tdm_recurrence_get_kind (recurrence)],
                                tdm_recurrence_get_interval (recurrence), MAX (n_left, 1));
}

static guint
count_following (TdmMeeting *meeting)
{
  g_autoptr (GPtrArray) meetings = list_meetings (tdm_meeting_get_series (meeting));
  guint n = 0;

  for (guint i = 0; i < meetings->len; i++)
    if (is_ahead (meetings->pdata[i]) && compare_dates (&meetings->pdata[i], &meeting) >= 0)
      n++;
  return n;
}

/**
 * tdm_workspace_can_follow:
 * @meeting: a live meeting
 *
 * Returns: whether a new series can begin with it: it is a date of a series to which the programme itself has invited,
 *   for nobody else can end it in the calendars of people
 */
gboolean
tdm_workspace_can_follow (TdmMeeting *meeting)
{
  TdmSeries *series;

  g_return_val_if_fail (TDM_IS_MEETING (meeting), FALSE);

  series = tdm_meeting_get_series (meeting);
  return series && *tdm_series_get_rule (series) && *tdm_meeting_get_recurrence_id (meeting) &&
         !tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_EXTERNAL);
}

/**
 * tdm_workspace_plan_following:
 * @self: a workspace
 * @meeting: a live meeting of a series
 *
 * Returns: (transfer full): a plan that goes on as the series did, from @meeting to its end
 */
TdmSeriesPlan *
tdm_workspace_plan_following (TdmWorkspace *self, TdmMeeting *meeting)
{
  TdmSeries *series = tdm_meeting_get_series (meeting);
  TdmRecord *record = TDM_RECORD (series);
  const char *start = tdm_meeting_get_local_start (meeting);
  g_autofree char *date = g_strndup (start, 10);
  TdmSeriesPlan *plan;

  g_return_val_if_fail (TDM_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (tdm_workspace_can_follow (meeting), NULL);

  plan = tdm_series_plan_new (tdm_meeting_get_pair (meeting), tdm_series_get_zone (series),
                              tdm_series_get_minutes (series));
  copy_rule (plan, series, count_following (meeting));
  tdm_series_plan_set_start (plan, date, atoi (start + 11), atoi (start + 14));
  tdm_series_plan_set_place (plan, tdm_record_get_text (record, TDM_SERIES_PLACE));
  tdm_series_plan_set_organizer (plan, tdm_record_get_text (record, TDM_SERIES_ORGANIZER_NAME),
                                 tdm_record_get_text (record, TDM_SERIES_ORGANIZER_EMAIL));
  return plan;
}

/* The old series ends with the date before; one that has none before is off. */
static void
cut_series (TdmEdit *edit, TdmSeries *series, GPtrArray *meetings, TdmMeeting *from)
{
  TdmRecord *draft = tdm_edit_update (edit, series);
  const char *until = NULL;

  for (guint i = 0; i < meetings->len; i++)
    if (compare_dates (&meetings->pdata[i], &from) < 0)
      until = tdm_meeting_get_recurrence_id (meetings->pdata[i]);
  if (until)
    tdm_record_set_text (draft, TDM_SERIES_UNTIL, until);
  else
    tdm_record_set_integer (draft, TDM_SERIES_STATE, TDM_SERIES_CANCELLED);
}

static void
forget_answers (TdmEdit *edit, TdmMeeting *meeting)
{
  GListModel *attendees = tdm_meeting_get_attendees (meeting);

  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++)
    {
      g_autoptr (TdmAttendee) attendee = g_list_model_get_item (attendees, i);

      tdm_edit_remove (edit, attendee);
    }
}

/* A meeting keeps what it is about when it goes over to the new series: only its date is another. */
static void
take_over (TdmEdit *edit, TdmMeeting *meeting, TdmRecord *planned)
{
  TdmRecord *draft = tdm_edit_update (edit, meeting);

  tdm_record_set_link (draft, TDM_MEETING_SERIES, tdm_record_get_link (planned, TDM_MEETING_SERIES));
  tdm_record_set_text (draft, TDM_MEETING_RECURRENCE_ID, tdm_record_get_text (planned, TDM_MEETING_RECURRENCE_ID));
  tdm_record_set_text (draft, TDM_MEETING_LOCAL_START, tdm_record_get_text (planned, TDM_MEETING_LOCAL_START));
  tdm_record_set_text (draft, TDM_MEETING_ZONE, tdm_record_get_text (planned, TDM_MEETING_ZONE));
  tdm_record_set_integer (draft, TDM_MEETING_START, tdm_record_get_integer (planned, TDM_MEETING_START));
  tdm_record_set_integer (draft, TDM_MEETING_MINUTES, tdm_record_get_integer (planned, TDM_MEETING_MINUTES));
  tdm_record_set_text (draft, TDM_MEETING_PLACE, tdm_record_get_text (planned, TDM_MEETING_PLACE));
  tdm_record_set_integer (draft, TDM_MEETING_STATE, TDM_MEETING_STATE_PLANNED);
  forget_answers (edit, meeting);
}

static TdmEdit *
make_following (TdmEdit *planned, GPtrArray *meetings, TdmMeeting *from)
{
  TdmEdit *edit = tdm_edit_new (_ ("Series changed"));
  TdmEditAction action;
  guint next = 0;

  cut_series (edit, tdm_meeting_get_series (from), meetings, from);
  for (guint i = 0; i < tdm_edit_get_size (planned); i++)
    {
      TdmRecord *record = tdm_edit_get_step (planned, i, &action);

      while (next < meetings->len &&
             (!is_ahead (meetings->pdata[next]) || compare_dates (&meetings->pdata[next], &from) < 0))
        next++;
      if (TDM_IS_MEETING (record) && next < meetings->len)
        take_over (edit, meetings->pdata[next++], record);
      else
        tdm_edit_add_draft (edit, record);
    }
  for (; next < meetings->len; next++)
    if (is_ahead (meetings->pdata[next]))
      tdm_edit_remove (edit, meetings->pdata[next]);
  return edit;
}

/**
 * tdm_workspace_follow_async:
 * @self: a workspace
 * @plan: how it goes on, see tdm_workspace_plan_following()
 * @meeting: the first meeting that is different
 * @callback: called when it is stored
 * @data: for @callback
 *
 * "This and following": the series of @meeting ends before it, and a new one begins, for calendar programs do not
 * agree on any other way (RFC 5546 3.2.2.2). Meetings keep their topics. Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_follow_async (TdmWorkspace *self, TdmSeriesPlan *plan, TdmMeeting *meeting, GAsyncReadyCallback callback,
                            gpointer data)
{
  g_autoptr (GPtrArray) meetings = list_meetings (tdm_meeting_get_series (meeting));
  GError *error = NULL;
  g_autoptr (TdmEdit) planned = tdm_series_plan_make_edit (plan, &error);

  if (!planned)
    {
      g_task_report_error (self, callback, data, NULL, error);
      return;
    }
  g_ptr_array_sort (meetings, compare_dates);
  commit (self, make_following (planned, meetings, meeting), callback, data);
}

/* --- the end ------------------------------------------------------------------ */

static void
cancel_meetings (TdmEdit *edit, GPtrArray *meetings, gint64 now)
{
  for (guint i = 0; i < meetings->len; i++)
    if (is_ahead (meetings->pdata[i]) && tdm_meeting_get_start (meetings->pdata[i]) > now)
      tdm_record_set_integer (tdm_edit_update (edit, meetings->pdata[i]), TDM_MEETING_STATE,
                              TDM_MEETING_STATE_CANCELLED);
}

static const char *
find_last_past (GPtrArray *meetings, gint64 now)
{
  const char *last = NULL;

  for (guint i = 0; i < meetings->len; i++)
    if (tdm_meeting_get_start (meetings->pdata[i]) <= now)
      last = tdm_meeting_get_recurrence_id (meetings->pdata[i]);
  return last;
}

static void
cancel_series (TdmEdit *edit, TdmSeries *series)
{
  g_autoptr (GPtrArray) meetings = list_meetings (series);
  TdmRecord *draft = tdm_edit_update (edit, series);
  gint64 now = tdm_clock_now ();
  const char *last;

  g_ptr_array_sort (meetings, compare_dates);
  last = find_last_past (meetings, now);
  if (last)
    tdm_record_set_text (draft, TDM_SERIES_UNTIL, last);
  tdm_record_set_integer (draft, TDM_SERIES_STATE, last ? TDM_SERIES_ENDED : TDM_SERIES_CANCELLED);
  cancel_meetings (edit, meetings, now);
}

static gboolean
goes_on (TdmSeries *series)
{
  return tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE) <= TDM_SERIES_ISSUED &&
         !tdm_series_is_external (series);
}

/**
 * tdm_workspace_series_cancel_all:
 * @edit: what becomes different goes here
 * @pair: a live tandem whose details are loaded
 *
 * Calls off all meetings that have not begun. A series of somebody else stays as that one says, but here nobody waits for
 * its meetings any more.
 */
void
tdm_workspace_series_cancel_all (TdmEdit *edit, TdmPair *pair)
{
  GListModel *list = tdm_pair_get_series (pair), *all = tdm_pair_get_meetings (pair);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmSeries) series = g_list_model_get_item (list, i);

      if (goes_on (series))
        cancel_series (edit, series);
    }
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    g_ptr_array_add (meetings, g_list_model_get_item (all, i));
  cancel_meetings (edit, meetings, tdm_clock_now ());
}

/**
 * tdm_workspace_cancel_series_async:
 * @self: a workspace
 * @series: a live series whose meetings are loaded
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Calls off all that is ahead; meetings that are over stay in everybody's calendar. Finish with
 * tdm_workspace_change_finish().
 */
void
tdm_workspace_cancel_series_async (TdmWorkspace *self, TdmSeries *series, GAsyncReadyCallback callback, gpointer data)
{
  TdmEdit *edit = tdm_edit_new (_ ("Series cancelled"));

  cancel_series (edit, series);
  commit (self, edit, callback, data);
}

/* --- other people -------------------------------------------------------------- */

/**
 * tdm_workspace_change_people_async:
 * @self: a workspace
 * @pair: a live tandem whose details are loaded
 * @mentee: who learns from now on
 * @mentor: who gives from now on
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Somebody takes the place of somebody else, see tdm_series_people_replace(). Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_change_people_async (TdmWorkspace *self, TdmPair *pair, TdmPerson *mentee, TdmPerson *mentor,
                                   GAsyncReadyCallback callback, gpointer data)
{
  TdmEdit *edit;

  if (mentee == mentor)
    {
      g_task_report_new_error (self, callback, data, NULL, TDM_MODEL_ERROR, TDM_MODEL_ERROR_INVALID, "%s",
                               _ ("A tandem needs two different people."));
      return;
    }

  edit = tdm_edit_new (_ ("People changed"));
  tdm_series_people_replace (edit, pair, mentee, mentor);
  commit (self, edit, callback, data);
}
