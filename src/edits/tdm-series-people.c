/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-series-people.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-recurrence.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-attendee.h"
#include "model/tdm-meeting.h"
#include "model/tdm-pair-event.h"
#include "model/tdm-series.h"
#include "tdm-answer-edits.h"

#include <string.h>

/* What becomes of the meetings of a tandem when it changes hands. Those that have begun stay with the people of then;
 * the new people hear of those to come alone. In calendars that is another series: one UID has one list of people. */

typedef struct
{
  TdmEdit *edit;
  TdmPair *pair;
  TdmPerson *mentee;
  TdmPerson *mentor;
  gint64 now;
} Change;

static gboolean
change_has_begun (Change *self, TdmMeeting *meeting)
{
  return tdm_meeting_get_start (meeting) <= self->now;
}

static gboolean
change_is_ahead (Change *self, TdmMeeting *meeting)
{
  return tdm_meeting_has_no_record (meeting) && !change_has_begun (self, meeting);
}

/* Nothing of the series has taken place: it goes over to the new people as it is. */
static void
change_hand_over_series (Change *self, TdmSeries *series)
{
  TdmPerson *old[] = { tdm_pair_get_mentee (self->pair), tdm_pair_get_mentor (self->pair) };
  TdmPerson *new[] = { self->mentee, self->mentor };

  for (guint i = 0; i < G_N_ELEMENTS (old); i++)
    {
      TdmAttendee *attendee = tdm_attendee_find (tdm_series_get_attendees (series), old[i]);

      if (old[i] == new[i])
        continue;
      if (attendee)
        tdm_edit_remove (self->edit, attendee);
      tdm_answer_edits_add (self->edit, series, NULL, new[i]);
    }
}

static void
change_keep_people_of_meetings (Change *self)
{
  GListModel *all = tdm_pair_get_meetings (self->pair);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (all, i);
      TdmRecord *draft = change_has_begun (self, meeting) ? tdm_edit_update (self->edit, meeting) : NULL;

      if (!draft)
        continue;
      tdm_record_set_link (draft, TDM_MEETING_MENTEE, tdm_meeting_get_mentee (meeting));
      tdm_record_set_link (draft, TDM_MEETING_MENTOR, tdm_meeting_get_mentor (meeting));
    }
}

static gboolean
change_is_any_ahead (Change *self, GPtrArray *meetings, guint from)
{
  for (guint i = from; i < meetings->len; i++)
    if (change_is_ahead (self, meetings->pdata[i]))
      return TRUE;
  return FALSE;
}

/* The rule of @series from one of its dates on, %NULL if it is none of those that the program writes */
static char *
series_people_make_rule (TdmSeries *series, const char *from)
{
  g_autoptr (TdmRecurrence) recurrence = tdm_recurrence_parse (tdm_series_get_rule (series), NULL);
  const char *until = tdm_record_get_text (TDM_RECORD (series), TDM_SERIES_UNTIL);
  g_auto (GStrv) dates = NULL;
  guint n_left = 0;

  if (recurrence)
    dates = tdm_recurrence_expand (recurrence, tdm_series_get_local_start (series), NULL);
  for (char **date = dates; date && *date; date++)
    if (strcmp (*date, from) >= 0 && (!*until || strcmp (*date, until) <= 0))
      n_left++;
  if (n_left == 0)
    return NULL;
  recurrence->count = n_left;
  return tdm_recurrence_to_rule (recurrence);
}

static TdmRecord *
change_add_series (Change *self, TdmSeries *like, const char *rule, const char *local_start)
{
  static const guint same[] = { TDM_SERIES_MINUTES,         TDM_SERIES_PLACE,        TDM_SERIES_ORGANIZER_NAME,
                                TDM_SERIES_ORGANIZER_EMAIL, TDM_SERIES_SUMMARY_MODE, TDM_SERIES_TITLE };
  TdmRecord *series = tdm_edit_insert (self->edit, TDM_TYPE_SERIES);

  tdm_record_set_link (series, TDM_SERIES_PAIR, self->pair);
  tdm_record_set_text (series, TDM_SERIES_RULE, rule);
  tdm_record_set_text (series, TDM_SERIES_LOCAL_START, local_start);
  tdm_record_copy_fields (series, TDM_RECORD (like), same, G_N_ELEMENTS (same));
  tdm_record_set_text (series, TDM_SERIES_ZONE, tdm_zone_get_current_name (tdm_series_get_zone (like)));
  tdm_answer_edits_add (self->edit, series, NULL, self->mentee);
  tdm_answer_edits_add (self->edit, series, NULL, self->mentor);
  return series;
}

/* Of another series nobody has heard, and nobody has answered. */
static void
change_move_meeting (Change *self, TdmMeeting *meeting, TdmRecord *series, const char *date)
{
  TdmRecord *draft = tdm_edit_update (self->edit, meeting);

  tdm_record_set_link (draft, TDM_MEETING_SERIES, series);
  tdm_record_set_text (draft, TDM_MEETING_RECURRENCE_ID, date);
  if (tdm_meeting_get_state (meeting) == TDM_MEETING_STATE_INVITED)
    tdm_record_set_integer (draft, TDM_MEETING_STATE, TDM_MEETING_STATE_PLANNED);
  tdm_answer_edits_remove_all (self->edit, meeting);
}

/* A date that was moved behind others of which one has begun: it goes on alone. In the old series it keeps its place,
 * but is off there. */
static void
change_move_stray (Change *self, TdmMeeting *meeting)
{
  TdmSeries *series = tdm_meeting_get_series (meeting);
  const char *zone = tdm_series_get_zone (series);
  const char *start = tdm_meeting_get_local_start (meeting), *date = tdm_meeting_get_recurrence_id (meeting);
  TdmRecord *single = change_add_series (self, series, "", start);
  TdmRecord *left = tdm_edit_insert (self->edit, TDM_TYPE_MEETING);

  tdm_record_set_text (single, TDM_SERIES_ZONE, tdm_zone_get_current_name (tdm_meeting_get_zone (meeting)));
  tdm_record_set_integer (single, TDM_SERIES_MINUTES, tdm_meeting_get_minutes (meeting));
  tdm_record_set_link (left, TDM_MEETING_PAIR, self->pair);
  tdm_record_set_link (left, TDM_MEETING_SERIES, series);
  tdm_record_set_text (left, TDM_MEETING_RECURRENCE_ID, date);
  tdm_record_set_text (left, TDM_MEETING_LOCAL_START, date);
  tdm_record_set_text (left, TDM_MEETING_ZONE, zone);
  tdm_record_set_integer (left, TDM_MEETING_START, tdm_zone_resolve (zone, date, NULL));
  tdm_record_set_integer (left, TDM_MEETING_MINUTES, tdm_series_get_minutes (series));
  tdm_record_set_integer (left, TDM_MEETING_STATE, TDM_MEETING_STATE_CANCELLED);
  tdm_record_set_link (left, TDM_MEETING_MENTEE, tdm_series_get_mentee (series));
  tdm_record_set_link (left, TDM_MEETING_MENTOR, tdm_series_get_mentor (series));
  change_move_meeting (self, meeting, single, start);
}

/* Ends a series with the last date that has begun; what comes after is a series of its own. */
static void
change_split_series (Change *self, TdmSeries *series, GPtrArray *meetings, guint rest)
{
  const char *last = tdm_meeting_get_recurrence_id (meetings->pdata[rest - 1]);
  const char *from = rest < meetings->len ? tdm_meeting_get_recurrence_id (meetings->pdata[rest]) : "";
  g_autofree char *rule = change_is_any_ahead (self, meetings, rest) ? series_people_make_rule (series, from) : NULL;
  TdmRecord *draft = tdm_edit_update (self->edit, series);
  TdmRecord *next = rule ? change_add_series (self, series, rule, from) : NULL;

  tdm_record_set_text (draft, TDM_SERIES_UNTIL, last);
  tdm_record_set_integer (draft, TDM_SERIES_STATE, TDM_SERIES_ENDED);
  for (guint i = 0; i < meetings->len; i++)
    if (i < rest && change_is_ahead (self, meetings->pdata[i]))
      change_move_stray (self, meetings->pdata[i]);
    else if (i >= rest && next)
      change_move_meeting (self, meetings->pdata[i], next, tdm_meeting_get_recurrence_id (meetings->pdata[i]));
}

static void
change_follow_series (Change *self, TdmSeries *series)
{
  g_autoptr (GPtrArray) meetings = tdm_meeting_list_of_series (series);
  guint rest = 0;
  TdmRecord *draft;

  /* The place after the last meeting that has begun; what a later date was moved to does not count. */
  for (guint i = 0; i < meetings->len; i++)
    if (change_has_begun (self, meetings->pdata[i]))
      rest = i + 1;
  /* Who invites from outside says what becomes of the series. */
  if (tdm_series_is_external (series) || rest == 0)
    {
      change_hand_over_series (self, series);
      return;
    }
  draft = tdm_edit_update (self->edit, series);
  tdm_record_set_link (draft, TDM_SERIES_MENTEE, tdm_series_get_mentee (series));
  tdm_record_set_link (draft, TDM_SERIES_MENTOR, tdm_series_get_mentor (series));
  if (change_is_any_ahead (self, meetings, 0))
    change_split_series (self, series, meetings, rest);
}

static void
change_add_event (Change *self, TdmPerson *old, TdmPerson *new)
{
  TdmPairState state = tdm_pair_get_state (self->pair);
  /* Translators: two names, in the history of a tandem */
  g_autofree char *note = g_strdup_printf (_ ("%s takes the place of %s"), tdm_person_get_name (new),
                                           tdm_person_get_name (old));

  TdmRecord *event = tdm_pair_event_insert (self->edit, self->pair, state, state);

  tdm_record_set_integer (event, TDM_PAIR_EVENT_KIND, TDM_EVENT_PEOPLE);
  tdm_record_set_text (event, TDM_PAIR_EVENT_NOTE, note);
  tdm_record_set_link (event, TDM_PAIR_EVENT_REPLACED, old);
  tdm_record_set_link (event, TDM_PAIR_EVENT_SUCCESSOR, new);
}

/**
 * tdm_series_people_replace:
 * @edit: what becomes different goes here
 * @pair: a live tandem whose details are loaded
 * @mentee: who learns from now on, perhaps a draft of @edit
 * @mentor: who gives from now on, perhaps a draft of @edit
 *
 * Goals and history stay with the tandem, meetings that have begun with the people of then. In the series to come no
 * new person was asked yet.
 */
void
tdm_series_people_replace (TdmEdit *edit, TdmPair *pair, TdmPerson *mentee, TdmPerson *mentor)
{
  Change self = { .edit = edit, .pair = pair, .mentee = mentee, .mentor = mentor, .now = tdm_clock_now () };
  TdmPerson *learned = tdm_pair_get_mentee (pair), *gave = tdm_pair_get_mentor (pair);
  GListModel *list = tdm_pair_get_series (pair);
  TdmRecord *draft;

  if (mentee == learned && mentor == gave)
    return;
  change_keep_people_of_meetings (&self);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmSeries) series = g_list_model_get_item (list, i);

      change_follow_series (&self, series);
    }
  draft = tdm_edit_update (edit, pair);
  tdm_record_set_link (draft, TDM_PAIR_MENTEE, mentee);
  tdm_record_set_link (draft, TDM_PAIR_MENTOR, mentor);
  if (mentee != learned)
    change_add_event (&self, learned, mentee);
  if (mentor != gave)
    change_add_event (&self, gave, mentor);
}
