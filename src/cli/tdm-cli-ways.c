/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli-ways.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-recurrence.h"
#include "delivery/tdm-outbox.h"
#include "edits/tdm-answer-edits.h"
#include "edits/tdm-goal-edits.h"
#include "edits/tdm-meeting-edits.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-series-edits.h"
#include "edits/tdm-series-plan.h"
#include "model/tdm-attendee.h"
#include "model/tdm-calendar-message.h"
#include "model/tdm-model-error.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "model/tdm-pair-event.h"
#include "model/tdm-participation.h"
#include "tdm-cli-records.h"
#include "workspace/tdm-workspace.h"

#include <stdlib.h>
#include <string.h>

/* By which way a record is added, changed and removed: by way of the function of the layer edits that does it in the
 * window, where there is one, or else as a draft. */

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

typedef struct
{
  GType (*type) (void);
  TdmEdit *(*add) (TdmWorkspace *workspace, TdmCliValues *values, GError **error);
  TdmEdit *(*change) (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error);
  TdmEdit *(*remove) (TdmWorkspace *workspace, TdmRecord *record, GError **error);
} TdmCliWay;

static TdmEdit *
fail (GError **error, const char *message)
{
  g_set_error_literal (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_STATE, message);
  return NULL;
}

static TdmEdit *
fail_key (TdmCliValues *values, guint field, const char *message, GError **error)
{
  tdm_cli_fail_key (values->type, field, message, error);
  return NULL;
}

static gpointer
values_get_link (TdmCliValues *values, guint field)
{
  const TdmCliValue *value = tdm_cli_values_find (values, field);

  return value ? value->link : NULL;
}

static gint64
values_get_number (TdmCliValues *values, guint field, gint64 otherwise)
{
  const TdmCliValue *value = tdm_cli_values_find (values, field);

  return value ? value->number : otherwise;
}

static const char *
values_get_text (TdmCliValues *values, guint field, const char *otherwise)
{
  const TdmCliValue *value = tdm_cli_values_find (values, field);

  return value ? value->text : otherwise;
}

/* Where an edit could not be made, no more is done to it: it says why when it is checked. */
static TdmEdit *
edit_fill (TdmEdit *edit, TdmRecord *draft, TdmCliValues *values, guint64 besides)
{
  if (draft)
    tdm_cli_values_fill (values, draft, besides);
  return edit;
}

static TdmRecord *
edit_find (TdmEdit *edit, GType type)
{
  TdmEditAction action;

  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    if (G_OBJECT_TYPE (tdm_edit_get_step (edit, i, &action)) == type)
      return tdm_edit_get_step (edit, i, &action);
  return NULL;
}

/* --- people and what is theirs ---------------------------------------------------- */

static TdmEdit *
add_draft (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  TdmEdit *edit = tdm_edit_new (NULL);

  return edit_fill (edit, tdm_edit_insert (edit, values->type), values, 0);
}

static TdmEdit *
change_draft (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  TdmEdit *edit = tdm_edit_new (NULL);

  return edit_fill (edit, tdm_edit_update (edit, record), values, 0);
}

static TdmEdit *
remove_record (TdmWorkspace *workspace, TdmRecord *record, GError **error)
{
  return tdm_edit_new_remove (record);
}

static TdmEdit *
keep_record (TdmWorkspace *workspace, TdmRecord *record, GError **error)
{
  return fail (error, _ ("This comes about by itself, and cannot be removed."));
}

/* --- tandems and their goals ------------------------------------------------------- */

static TdmEdit *
add_pair (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  TdmEdit *edit;

  if (!tdm_cli_values_need (values, TDM_PAIR_ROUND, error) || !tdm_cli_values_need (values, TDM_PAIR_MENTEE, error) ||
      !tdm_cli_values_need (values, TDM_PAIR_MENTOR, error))
    return NULL;
  edit = tdm_pair_edits_add (values_get_link (values, TDM_PAIR_ROUND), values_get_link (values, TDM_PAIR_MENTEE),
                             values_get_link (values, TDM_PAIR_MENTOR), values_get_link (values, TDM_PAIR_TOPIC));
  return edit_fill (edit, edit_find (edit, TDM_TYPE_PAIR), values, 0);
}

static TdmEdit *
change_pair (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  gboolean has_state = tdm_cli_values_find (values, TDM_PAIR_STATE) != NULL;
  gpointer mentee = values_get_link (values, TDM_PAIR_MENTEE), mentor = values_get_link (values, TDM_PAIR_MENTOR);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  TdmEdit *edit = NULL;

  if (has_state && (mentee || mentor))
    return fail_key (values, TDM_PAIR_STATE, _ ("please change people and state one after the other."), error);
  g_ptr_array_add (pairs, record);
  if (has_state)
    edit = tdm_pair_edits_set_state (pairs, values_get_number (values, TDM_PAIR_STATE, 0),
                                     values_get_number (values, TDM_PAIR_END_REASON, TDM_END_NONE), NULL);
  else if (mentee || mentor)
    edit = tdm_pair_edits_change_people (TDM_PAIR (record),
                                         mentee ? mentee : tdm_pair_get_mentee (TDM_PAIR (record)),
                                         mentor ? mentor : tdm_pair_get_mentor (TDM_PAIR (record)));
  else
    edit = tdm_edit_new (NULL);
  return edit_fill (edit, tdm_edit_update (edit, record), values,
                    BIT (TDM_PAIR_STATE) | BIT (TDM_PAIR_END_REASON) | BIT (TDM_PAIR_MENTEE) | BIT (TDM_PAIR_MENTOR));
}

static TdmEdit *
remove_pair (TdmWorkspace *workspace, TdmRecord *record, GError **error)
{
  return tdm_pair_edits_remove (TDM_PAIR (record), tdm_outbox_pair_is_expected (TDM_PAIR (record)));
}

static TdmEdit *
add_goal (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  gpointer pair = values_get_link (values, TDM_GOAL_PAIR);
  TdmEdit *edit;

  if (!tdm_cli_values_need (values, TDM_GOAL_PAIR, error) || !tdm_cli_load_around (workspace, pair, error))
    return NULL;
  edit = tdm_goal_edits_add (pair, TDM_SIDE_MENTEE, NULL);
  return edit_fill (edit, edit_find (edit, TDM_TYPE_GOAL), values, 0);
}

static TdmEdit *
change_goal (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  gint64 place = values_get_number (values, TDM_GOAL_POSITION, 0);
  TdmEdit *edit = place > 0 ? tdm_goal_edits_move (TDM_GOAL (record), MIN (place, G_MAXINT) - 1) : tdm_edit_new (NULL);

  return edit_fill (edit, tdm_edit_update (edit, record), values, BIT (TDM_GOAL_POSITION));
}

static TdmEdit *
add_step (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  gpointer goal = values_get_link (values, TDM_GOAL_STEP_GOAL);
  TdmEdit *edit;

  if (!tdm_cli_values_need (values, TDM_GOAL_STEP_GOAL, error) || !tdm_cli_load_around (workspace, goal, error))
    return NULL;
  edit = tdm_goal_edits_add_step (goal, NULL);
  return edit_fill (edit, edit_find (edit, TDM_TYPE_GOAL_STEP), values, 0);
}

static TdmEdit *
change_step (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  gint64 place = values_get_number (values, TDM_GOAL_STEP_POSITION, 0);
  gboolean is_ticked = tdm_cli_values_find (values, TDM_GOAL_STEP_DONE) != NULL;
  TdmEdit *edit;

  if (place > 0 && is_ticked)
    return fail_key (values, TDM_GOAL_STEP_POSITION, _ ("please move and tick one after the other."), error);
  if (place > 0)
    edit = tdm_goal_edits_move_step (TDM_GOAL_STEP (record), MIN (place, G_MAXINT) - 1);
  else if (is_ticked)
    edit = tdm_goal_edits_tick_step (TDM_GOAL_STEP (record), values_get_number (values, TDM_GOAL_STEP_DONE, 0));
  else
    edit = tdm_edit_new (NULL);
  return edit_fill (edit, tdm_edit_update (edit, record), values,
                    BIT (TDM_GOAL_STEP_POSITION) | BIT (TDM_GOAL_STEP_DONE));
}

/* --- meetings ---------------------------------------------------------------------- */

/* The fields of series and meetings that say when and where, as a plan takes them */
typedef struct
{
  guint pair, local_start, zone, minutes, place;
} TdmCliPlace;

static TdmSeriesPlan *
values_make_plan (TdmCliValues *values, TdmWorkspace *workspace, TdmCliPlace fields, GError **error)
{
  const char *start = values_get_text (values, fields.local_start, NULL);
  const char *zone = values_get_text (values, fields.zone, NULL);
  g_autofree char *day = start ? g_strndup (start, 10) : NULL;
  TdmSeriesPlan *plan;

  if (!tdm_cli_values_need (values, fields.pair, error) || !tdm_cli_values_need (values, fields.local_start, error) ||
      !tdm_cli_load_around (workspace, values_get_link (values, fields.pair), error))
    return NULL;
  plan = tdm_series_plan_suggest (values_get_link (values, fields.pair), tdm_workspace_get_programme (workspace));
  tdm_series_plan_set_repeat (plan, TDM_REPEAT_ONCE, 1, 1);
  tdm_series_plan_set_start (plan, day, atoi (start + 11), atoi (start + 14));
  if (zone && *zone)
    tdm_series_plan_set_zone (plan, zone);
  plan->minutes = values_get_number (values, fields.minutes, plan->minutes);
  tdm_series_plan_set_place (plan, values_get_text (values, fields.place, ""));
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
  const char *rule = values_get_text (values, TDM_SERIES_RULE, "");
  g_autoptr (GError) wrong = NULL;
  TdmEdit *edit;

  if (!plan)
    return NULL;
  if (*rule && !tdm_series_plan_set_rule (plan, rule, &wrong))
    return fail_key (values, TDM_SERIES_RULE, wrong->message, error);
  edit = tdm_series_plan_make_edit (plan);
  return edit_fill (edit, edit_find (edit, TDM_TYPE_SERIES), values,
                    ~(BIT (TDM_SERIES_SUMMARY_MODE)));
}

static TdmEdit *
add_meeting (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  g_autoptr (TdmSeriesPlan) plan = values_make_plan (values, workspace, meeting_place, error);
  TdmEdit *edit = plan ? tdm_series_plan_make_edit (plan) : NULL;

  return edit ? edit_fill (edit, edit_find (edit, TDM_TYPE_MEETING), values,
                           BIT (TDM_MEETING_PAIR) | BIT (TDM_MEETING_LOCAL_START) | BIT (TDM_MEETING_ZONE) |
                               BIT (TDM_MEETING_MINUTES) | BIT (TDM_MEETING_PLACE)) : NULL;
}

static TdmEdit *
change_series (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  gint64 state = values_get_number (values, TDM_SERIES_STATE, -1);
  TdmEdit *edit;

  if (state >= 0 && state != TDM_SERIES_CANCELLED)
    return fail_key (values, TDM_SERIES_STATE, _ ("only “cancelled” can be set."), error);
  edit = state >= 0 ? tdm_series_edits_cancel (TDM_SERIES (record)) : tdm_edit_new (NULL);
  return edit_fill (edit, tdm_edit_update (edit, record), values, BIT (TDM_SERIES_STATE));
}

static TdmEdit *
meeting_make_state (TdmMeeting *meeting, TdmMeetingState state, TdmCliValues *values, GError **error)
{
  if (state == TDM_MEETING_STATE_INVITED)
    return fail_key (values, TDM_MEETING_STATE, _ ("this follows from the invitation."), error);
  return state == TDM_MEETING_STATE_CANCELLED ? tdm_meeting_edits_cancel (meeting)
                                              : tdm_meeting_edits_record (meeting, state);
}

static TdmEdit *
change_meeting (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  TdmMeeting *meeting = TDM_MEETING (record);
  const TdmCliValue *state = tdm_cli_values_find (values, TDM_MEETING_STATE);
  gboolean is_moved = tdm_cli_values_find (values, TDM_MEETING_LOCAL_START) ||
                      tdm_cli_values_find (values, TDM_MEETING_MINUTES) ||
                      tdm_cli_values_find (values, TDM_MEETING_PLACE);
  TdmEdit *edit;

  if (state && is_moved)
    return fail_key (values, TDM_MEETING_STATE, _ ("please move a meeting and record it one after the other."), error);
  if (state)
    edit = meeting_make_state (meeting, state->number, values, error);
  else if (is_moved)
    edit = tdm_meeting_edits_move (meeting, values_get_text (values, TDM_MEETING_LOCAL_START,
                                                             tdm_meeting_get_local_start (meeting)),
                                   values_get_number (values, TDM_MEETING_MINUTES, tdm_meeting_get_minutes (meeting)),
                                   values_get_text (values, TDM_MEETING_PLACE,
                                                    tdm_record_get_text (record, TDM_MEETING_PLACE)));
  else
    edit = tdm_edit_new (NULL);
  return edit ? edit_fill (edit, tdm_edit_update (edit, record), values,
                           BIT (TDM_MEETING_STATE) | BIT (TDM_MEETING_LOCAL_START) | BIT (TDM_MEETING_MINUTES) |
                               BIT (TDM_MEETING_PLACE)) : NULL;
}

static TdmEdit *
keep_meeting (TdmWorkspace *workspace, TdmRecord *record, GError **error)
{
  return fail (error, _ ("Meetings are not removed but cancelled: please set state=cancelled."));
}

static TdmEdit *
change_attendee (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  TdmAttendee *attendee = TDM_ATTENDEE (record);
  const TdmCliValue *reply = tdm_cli_values_find (values, TDM_ATTENDEE_REPLY);
  gpointer series = tdm_record_get_link (record, TDM_ATTENDEE_SERIES);
  TdmProgramme *programme = tdm_workspace_get_programme (workspace);
  TdmEdit *edit;

  if (reply && series)
    edit = tdm_answer_edits_set_series_reply (series, tdm_attendee_get_person (attendee), reply->number, programme);
  else if (reply)
    edit = tdm_answer_edits_set_reply (tdm_record_get_link (record, TDM_ATTENDEE_MEETING),
                                       tdm_attendee_get_person (attendee), reply->number, programme);
  else
    edit = tdm_edit_new (NULL);
  return edit_fill (edit, tdm_edit_update (edit, record), values, BIT (TDM_ATTENDEE_REPLY));
}

/* --- the programme ----------------------------------------------------------------- */

static TdmEdit *
keep_programme (TdmWorkspace *workspace, TdmRecord *record, GError **error)
{
  return fail (error, _ ("The programme is the file itself: please remove that."));
}

static const TdmCliWay ways[] = {
  { tdm_programme_get_type, NULL, NULL, keep_programme },
  { tdm_pair_get_type, add_pair, change_pair, remove_pair },
  { tdm_pair_event_get_type, NULL, NULL, keep_record },
  { tdm_goal_get_type, add_goal, change_goal, NULL },
  { tdm_goal_step_get_type, add_step, change_step, NULL },
  { tdm_series_get_type, add_series, change_series, keep_meeting },
  { tdm_meeting_get_type, add_meeting, change_meeting, keep_meeting },
  { tdm_attendee_get_type, NULL, change_attendee, keep_record },
  { tdm_calendar_message_get_type, NULL, NULL, keep_record },
};

static TdmCliWay
type_find_way (GType type)
{
  TdmCliWay way = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].type () == type)
      way = ways[i];
  return way;
}

/**
 * tdm_cli_can_be_added:
 *
 * Returns: whether people add records of the type: not where they do not say what these belong to, and there is one
 *   programme
 */
gboolean
tdm_cli_can_be_added (GType type)
{
  TdmRecordClass *klass = g_type_class_peek (type);
  gboolean can_be = type != TDM_TYPE_PROGRAMME;

  for (guint i = 0; i < klass->n_parents; i++)
    can_be = can_be && tdm_field_check_hand (&klass->fields[klass->parents[i]], TRUE, NULL);
  return can_be;
}

TdmEdit *
tdm_cli_make_addition (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  TdmCliWay way = type_find_way (values->type);

  return way.add ? way.add (workspace, values, error) : add_draft (workspace, values, error);
}

TdmEdit *
tdm_cli_make_change (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  TdmCliWay way = type_find_way (values->type);

  return way.change ? way.change (workspace, record, values, error) : change_draft (workspace, record, values, error);
}

TdmEdit *
tdm_cli_make_removal (TdmWorkspace *workspace, TdmRecord *record, GError **error)
{
  TdmCliWay way = type_find_way (G_OBJECT_TYPE (record));

  return way.remove ? way.remove (workspace, record, error) : remove_record (workspace, record, error);
}
