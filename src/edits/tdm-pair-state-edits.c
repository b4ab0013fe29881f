/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-state-edits.h"

#include "base/tdm-clock.h"
#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "model/tdm-meeting.h"
#include "model/tdm-pair-event.h"
#include "model/tdm-participation.h"
#include "model/tdm-role-words.h"
#include "tdm-pair-participations.h"
#include "tdm-series-edits.h"

#include <string.h>

/* How tandems come about, stop, go on and end. Each of these is for one tandem or several, and one step for undo: those
 * for which it is not possible stay as they are, and where it is possible for none, the edit says why. Each writes what
 * happened on which day, and the participations of both people follow, where those of the round are loaded. */

typedef struct
{
  TdmEdit *edit;
  char *today;
  guint n_changed;
  char *refusal; /* why the last one stayed as it is */
} Change;

static void
change_init (Change *self)
{
  *self = (Change) { .edit = tdm_edit_new (NULL), .today = tdm_clock_today () };
}

/* Returns: (transfer full): the edit; @label may have a place for the number of tandems */
static TdmEdit *
change_finish (Change *self, const char *label)
{
  g_autofree char *today = g_steal_pointer (&self->today);
  g_autofree char *refusal = g_steal_pointer (&self->refusal);
  g_autofree char *text = NULL;

  if (self->n_changed == 0)
    {
      tdm_edit_refuse (self->edit, TDM_MODEL_ERROR_STATE, "%s",
                       refusal ? refusal : _ ("That is not possible in the present state of the tandem."));
      return self->edit;
    }
  text = g_strdup_printf (label, self->n_changed);
  tdm_edit_set_label (self->edit, text);
  return self->edit;
}

static TdmEdit *
change_fail (Change *self, const char *message)
{
  tdm_set_str (&self->refusal, message);
  return change_finish (self, NULL);
}

/* Why a tandem stays as it is, in the words of its programme; @own is for any word. */
static void
change_refuse (Change *self, TdmPair *pair, TdmRole role, const char *usual, const char *own)
{
  g_free (self->refusal);
  self->refusal = tdm_role_words_fill (tdm_round_get_programme (tdm_pair_get_round (pair)), role, usual, own);
}

/* With a label in the words of the programme of the tandems */
static TdmEdit *
change_finish_asking (Change *self, GPtrArray *pairs, TdmRole role, const char *usual)
{
  TdmPair *pair = pairs->len > 0 ? pairs->pdata[0] : NULL;
  TdmProgramme *programme = pair ? tdm_round_get_programme (tdm_pair_get_round (pair)) : NULL;
  /* Translators: %%s is what the programme calls a mentee or a mentor, such as "Guide asked", "Guide: 3 asked" */
  g_autofree char *own = g_strdup_printf (ngettext ("%%s asked", "%%s: %u asked", self->n_changed), self->n_changed);
  g_autofree char *text = g_strdup_printf (usual, self->n_changed);
  g_autofree char *label = tdm_role_words_fill (programme, role, text, own);
  gboolean any = self->n_changed > 0;
  TdmEdit *edit = change_finish (self, usual);

  if (any)
    tdm_edit_set_label (edit, label);
  return edit;
}

static void
change_people_follow (Change *self, TdmPair *pair)
{
  tdm_pair_participations_follow (self->edit, tdm_pair_get_round (pair), tdm_pair_get_mentee (pair), TDM_ROLE_MENTEE);
  tdm_pair_participations_follow (self->edit, tdm_pair_get_round (pair), tdm_pair_get_mentor (pair), TDM_ROLE_MENTOR);
}

/* Returns: (transfer none): what happened today */
static TdmRecord *
change_add_event (Change *self, TdmPair *pair, TdmPairEventKind kind)
{
  TdmPairState to = tdm_record_get_integer (tdm_edit_update (self->edit, pair), TDM_PAIR_STATE);
  TdmRecord *event = tdm_pair_event_insert (self->edit, pair, tdm_pair_get_state (pair), to);

  tdm_record_set_integer (event, TDM_PAIR_EVENT_KIND, kind);
  self->n_changed++;
  return event;
}

/* Returns: (transfer none) (nullable): the draft of a tandem that is in @state now, %NULL if that does not follow */
static TdmRecord *
change_set_state (Change *self, TdmPair *pair, TdmPairState state)
{
  TdmRecord *draft;

  if (!tdm_pair_can_become (pair, state))
    return NULL;
  draft = tdm_edit_update (self->edit, pair);
  tdm_record_set_integer (draft, TDM_PAIR_STATE, state);
  change_people_follow (self, pair);
  return draft;
}

static void
draft_set_day_once (TdmRecord *draft, guint field, const char *day)
{
  if (*tdm_record_get_text (draft, field) == '\0')
    tdm_record_set_text (draft, field, day);
}

/* --- asking ------------------------------------------------------------------ */

/**
 * tdm_pair_state_edits_can_ask_mentor:
 *
 * Returns: whether the mentee was asked, and the mentor was not: the one who learns is asked first
 */
gboolean
tdm_pair_state_edits_can_ask_mentor (TdmPair *pair)
{
  g_return_val_if_fail (TDM_IS_PAIR (pair), FALSE);

  return tdm_pair_get_state (pair) == TDM_PAIR_ASKED &&
         *tdm_record_get_text (TDM_RECORD (pair), TDM_PAIR_MENTOR_ASKED_ON) == '\0';
}

/**
 * tdm_pair_state_edits_ask_mentee:
 * @pairs: (element-type TdmPair): live tandems
 *
 * Returns: (transfer full): the edit that puts down that the mentees of proposed tandems were asked today
 */
TdmEdit *
tdm_pair_state_edits_ask_mentee (GPtrArray *pairs)
{
  Change self;

  change_init (&self);
  for (guint i = 0; i < pairs->len; i++)
    {
      TdmRecord *draft = change_set_state (&self, pairs->pdata[i], TDM_PAIR_ASKED);

      if (!draft)
        {
          if (tdm_pair_get_state (pairs->pdata[i]) == TDM_PAIR_ASKED)
            change_refuse (&self, pairs->pdata[i], TDM_ROLE_MENTEE, _ ("The mentee was asked before."),
                           /* Translators: %s is what the programme calls a mentee or a mentor */
                           _ ("Was asked before: %s."));
          continue;
        }
      tdm_record_set_text (draft, TDM_PAIR_MENTEE_ASKED_ON, self.today);
      change_add_event (&self, pairs->pdata[i], TDM_EVENT_MENTEE_ASKED);
    }
  return change_finish_asking (&self, pairs, TDM_ROLE_MENTEE,
                               ngettext ("Mentee asked", "%u mentees asked", self.n_changed));
}

/**
 * tdm_pair_state_edits_ask_mentor:
 * @pairs: (element-type TdmPair): live tandems
 *
 * Returns: (transfer full): the edit that puts down that the mentees, who were asked before, have agreed, and that the
 *   mentors were asked today
 */
TdmEdit *
tdm_pair_state_edits_ask_mentor (GPtrArray *pairs)
{
  Change self;

  change_init (&self);
  for (guint i = 0; i < pairs->len; i++)
    {
      TdmRecord *draft;

      if (!tdm_pair_state_edits_can_ask_mentor (pairs->pdata[i]))
        {
          if (tdm_pair_get_state (pairs->pdata[i]) == TDM_PAIR_PROPOSED)
            change_refuse (&self, pairs->pdata[i], TDM_ROLE_MENTEE, _ ("Please ask the mentee first."),
                           /* Translators: %s is what the programme calls a mentee or a mentor */
                           _ ("Please ask first: %s."));
          else if (tdm_pair_get_state (pairs->pdata[i]) == TDM_PAIR_ASKED)
            change_refuse (&self, pairs->pdata[i], TDM_ROLE_MENTOR, _ ("The mentor was asked before."),
                           _ ("Was asked before: %s."));
          continue;
        }
      draft = tdm_edit_update (self.edit, pairs->pdata[i]);
      draft_set_day_once (draft, TDM_PAIR_MENTEE_AGREED_ON, self.today);
      tdm_record_set_text (draft, TDM_PAIR_MENTOR_ASKED_ON, self.today);
      change_add_event (&self, pairs->pdata[i], TDM_EVENT_MENTOR_ASKED);
    }
  return change_finish_asking (&self, pairs, TDM_ROLE_MENTOR,
                               ngettext ("Mentor asked", "%u mentors asked", self.n_changed));
}

/**
 * tdm_pair_state_edits_confirm:
 * @pairs: (element-type TdmPair): live tandems
 *
 * Returns: (transfer full): the edit that puts down that both people of tandems, who were asked, have agreed
 */
TdmEdit *
tdm_pair_state_edits_confirm (GPtrArray *pairs)
{
  Change self;

  change_init (&self);
  for (guint i = 0; i < pairs->len; i++)
    {
      TdmRecord *draft;

      if (tdm_pair_get_state (pairs->pdata[i]) == TDM_PAIR_PROPOSED)
        {
          change_refuse (&self, pairs->pdata[i], TDM_ROLE_MENTEE, _ ("Please ask the mentee first."),
                         _ ("Please ask first: %s."));
          continue;
        }
      if (!(draft = change_set_state (&self, pairs->pdata[i], TDM_PAIR_CONFIRMED)))
        continue;
      draft_set_day_once (draft, TDM_PAIR_MENTEE_AGREED_ON, self.today);
      draft_set_day_once (draft, TDM_PAIR_MENTOR_AGREED_ON, self.today);
      change_add_event (&self, pairs->pdata[i], TDM_EVENT_STATE);
    }
  return change_finish (&self, ngettext ("Tandem confirmed", "%u tandems confirmed", self.n_changed));
}

/**
 * tdm_pair_state_edits_decline:
 * @pairs: (element-type TdmPair): live tandems whose details are loaded
 * @note: (nullable): a word for the history
 *
 * Returns: (transfer full): the edit that puts down that one of the people does not want to; meetings that have not
 *   begun are called off
 */
TdmEdit *
tdm_pair_state_edits_decline (GPtrArray *pairs, const char *note)
{
  Change self;

  change_init (&self);
  for (guint i = 0; i < pairs->len; i++)
    if (change_set_state (&self, pairs->pdata[i], TDM_PAIR_DECLINED))
      {
        tdm_record_set_text (change_add_event (&self, pairs->pdata[i], TDM_EVENT_STATE), TDM_PAIR_EVENT_NOTE, note);
        tdm_series_edits_cancel_all (self.edit, pairs->pdata[i]);
      }
  return change_finish (&self, ngettext ("Tandem declined", "%u tandems declined", self.n_changed));
}

/* --- under way --------------------------------------------------------------- */

/**
 * tdm_pair_state_edits_activate:
 * @pairs: (element-type TdmPair): live tandems
 * @day: (nullable): the day on which they begin, `YYYY-MM-DD`, %NULL for today
 *
 * A planned end before @day gives way to the end of the round, or to none.
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_pair_state_edits_activate (GPtrArray *pairs, const char *day)
{
  Change self;

  change_init (&self);
  if (day && !tdm_text_is_date (day))
    return change_fail (&self, _ ("Please choose a day."));
  for (guint i = 0; i < pairs->len; i++)
    {
      const char *start = day ? day : self.today;
      TdmRecord *draft = NULL;
      const char *end;

      /* What was paused goes on, and what had ended is reopened. */
      if (tdm_pair_get_state (pairs->pdata[i]) < TDM_PAIR_ACTIVE)
        draft = change_set_state (&self, pairs->pdata[i], TDM_PAIR_ACTIVE);
      if (!draft)
        continue;
      tdm_record_set_text (draft, TDM_PAIR_STARTED_ON, start);
      end = tdm_record_get_text (draft, TDM_PAIR_PLANNED_END);
      if (*end == '\0' || strcmp (end, start) < 0)
        {
          end = tdm_record_get_text (TDM_RECORD (tdm_pair_get_round (pairs->pdata[i])), TDM_ROUND_END_DATE);
          tdm_record_set_text (draft, TDM_PAIR_PLANNED_END, strcmp (end, start) < 0 ? "" : end);
        }
      tdm_record_set_text (change_add_event (&self, pairs->pdata[i], TDM_EVENT_STATE), TDM_PAIR_EVENT_HAPPENED_ON,
                           start);
    }
  return change_finish (&self, ngettext ("Tandem active", "%u tandems active", self.n_changed));
}

static void
change_cancel_until (Change *self, TdmPair *pair, const char *until)
{
  GListModel *meetings = tdm_pair_get_meetings (pair);
  gint64 now = tdm_clock_now ();

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);
      TdmSeries *series = tdm_meeting_get_series (meeting);

      if (tdm_meeting_has_no_record (meeting) && tdm_meeting_get_start (meeting) > now &&
          strncmp (tdm_meeting_get_local_start (meeting), until, 10) < 0 &&
          !(series && tdm_series_is_external (series)))
        tdm_record_set_integer (tdm_edit_update (self->edit, meeting), TDM_MEETING_STATE, TDM_MEETING_STATE_CANCELLED);
    }
}

/**
 * tdm_pair_state_edits_pause:
 * @pairs: (element-type TdmPair): live tandems, whose details are loaded where there is an @until
 * @until: (nullable): the day on which they are to meet again, `YYYY-MM-DD`: meetings before it are called off; %NULL
 *   where meetings stay as they are
 * @note: (nullable): a word for the history
 *
 * A meeting to which another organizer has invited can only be called off there.
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_pair_state_edits_pause (GPtrArray *pairs, const char *until, const char *note)
{
  Change self;

  change_init (&self);
  if (until && !tdm_text_is_date (until))
    return change_fail (&self, _ ("Please choose a day."));
  if (until && strcmp (until, self.today) <= 0)
    return change_fail (&self, _ ("Please choose a day that is still to come."));
  for (guint i = 0; i < pairs->len; i++)
    if (change_set_state (&self, pairs->pdata[i], TDM_PAIR_PAUSED))
      {
        TdmRecord *event = change_add_event (&self, pairs->pdata[i], TDM_EVENT_STATE);

        tdm_record_set_text (event, TDM_PAIR_EVENT_NOTE, note);
        tdm_record_set_text (event, TDM_PAIR_EVENT_UNTIL, until);
        if (until)
          change_cancel_until (&self, pairs->pdata[i], until);
      }
  return change_finish (&self, ngettext ("Tandem paused", "%u tandems paused", self.n_changed));
}

/**
 * tdm_pair_state_edits_resume:
 * @pairs: (element-type TdmPair): live tandems
 *
 * Returns: (transfer full): the edit after which paused tandems go on
 */
TdmEdit *
tdm_pair_state_edits_resume (GPtrArray *pairs)
{
  Change self;

  change_init (&self);
  for (guint i = 0; i < pairs->len; i++)
    if (tdm_pair_get_state (pairs->pdata[i]) == TDM_PAIR_PAUSED &&
        change_set_state (&self, pairs->pdata[i], TDM_PAIR_ACTIVE))
      change_add_event (&self, pairs->pdata[i], TDM_EVENT_STATE);
  return change_finish (&self, ngettext ("Tandem resumed", "%u tandems resumed", self.n_changed));
}

/**
 * tdm_pair_state_edits_can_extend:
 *
 * Returns: whether @pair is under way, so that its end can come later
 */
gboolean
tdm_pair_state_edits_can_extend (TdmPair *pair)
{
  g_return_val_if_fail (TDM_IS_PAIR (pair), FALSE);

  return tdm_pair_get_state (pair) == TDM_PAIR_ACTIVE || tdm_pair_get_state (pair) == TDM_PAIR_PAUSED;
}

/**
 * tdm_pair_state_edits_extend:
 * @pairs: (element-type TdmPair): live tandems
 * @until: the new planned end, `YYYY-MM-DD`, later than today and than the one until now
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_pair_state_edits_extend (GPtrArray *pairs, const char *until)
{
  Change self;

  change_init (&self);
  if (!until || !tdm_text_is_date (until))
    return change_fail (&self, _ ("Please choose a day."));
  if (strcmp (until, self.today) < 0)
    return change_fail (&self, _ ("The new end lies in the past."));
  for (guint i = 0; i < pairs->len; i++)
    {
      if (!tdm_pair_state_edits_can_extend (pairs->pdata[i]))
        continue;
      if (strcmp (until, tdm_record_get_text (pairs->pdata[i], TDM_PAIR_PLANNED_END)) <= 0)
        {
          tdm_set_str (&self.refusal, _ ("The new end is no later than the one until now."));
          continue;
        }
      tdm_record_set_text (tdm_edit_update (self.edit, pairs->pdata[i]), TDM_PAIR_PLANNED_END, until);
      tdm_record_set_text (change_add_event (&self, pairs->pdata[i], TDM_EVENT_EXTENDED), TDM_PAIR_EVENT_UNTIL, until);
    }
  return change_finish (&self, ngettext ("Tandem extended", "%u tandems extended", self.n_changed));
}

/* --- the end ------------------------------------------------------------------ */

/**
 * tdm_pair_state_edits_find_end:
 * @reason: why a tandem ends
 *
 * Returns: %TDM_PAIR_COMPLETED where its goals are reached or the round ends, else %TDM_PAIR_DISSOLVED
 */
TdmPairState
tdm_pair_state_edits_find_end (TdmEndReason reason)
{
  return reason == TDM_END_GOALS_REACHED || reason == TDM_END_ROUND_END ? TDM_PAIR_COMPLETED : TDM_PAIR_DISSOLVED;
}

/**
 * tdm_pair_state_edits_end:
 * @pairs: (element-type TdmPair): live tandems whose details are loaded
 * @reason: why, see tdm_pair_state_edits_find_end()
 * @note: (nullable): a word for the history
 *
 * Meetings that have not begun are called off.
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_STATE without a reason
 */
TdmEdit *
tdm_pair_state_edits_end (GPtrArray *pairs, TdmEndReason reason, const char *note)
{
  TdmPairState state = tdm_pair_state_edits_find_end (reason);
  Change self;

  change_init (&self);
  if (reason == TDM_END_NONE)
    return change_fail (&self, _ ("Please choose why the tandem ends."));
  for (guint i = 0; i < pairs->len; i++)
    {
      TdmRecord *draft = change_set_state (&self, pairs->pdata[i], state);
      TdmRecord *event;

      if (!draft)
        continue;
      tdm_record_set_text (draft, TDM_PAIR_ENDED_ON, self.today);
      tdm_record_set_integer (draft, TDM_PAIR_END_REASON, reason);
      event = change_add_event (&self, pairs->pdata[i], TDM_EVENT_STATE);
      tdm_record_set_integer (event, TDM_PAIR_EVENT_REASON, reason);
      tdm_record_set_text (event, TDM_PAIR_EVENT_NOTE, note);
      tdm_series_edits_cancel_all (self.edit, pairs->pdata[i]);
    }
  return change_finish (&self, state == TDM_PAIR_COMPLETED
                                 ? ngettext ("Tandem completed", "%u tandems completed", self.n_changed)
                                 : ngettext ("Tandem dissolved", "%u tandems dissolved", self.n_changed));
}

/**
 * tdm_pair_state_edits_reopen:
 * @pairs: (element-type TdmPair): live tandems
 *
 * Meetings that were called off with the end stay off.
 *
 * Returns: (transfer full): the edit after which tandems that had ended are active again
 */
TdmEdit *
tdm_pair_state_edits_reopen (GPtrArray *pairs)
{
  Change self;

  change_init (&self);
  for (guint i = 0; i < pairs->len; i++)
    {
      TdmRecord *draft = NULL;

      if (tdm_pair_is_over (pairs->pdata[i]))
        draft = change_set_state (&self, pairs->pdata[i], TDM_PAIR_ACTIVE);
      if (!draft)
        continue;
      tdm_record_set_text (draft, TDM_PAIR_ENDED_ON, NULL);
      tdm_record_set_integer (draft, TDM_PAIR_END_REASON, TDM_END_NONE);
      draft_set_day_once (draft, TDM_PAIR_STARTED_ON, self.today);
      change_add_event (&self, pairs->pdata[i], TDM_EVENT_STATE);
    }
  return change_finish (&self, ngettext ("Tandem taken up again", "%u tandems taken up again", self.n_changed));
}

/* --- another day -------------------------------------------------------------- */

/* On which day a tandem came to where it is, as far as its history says */
static const char *
pair_get_last_step (TdmPair *pair)
{
  GListModel *events = tdm_pair_get_events (pair);

  for (guint i = g_list_model_get_n_items (events); i > 0; i--)
    {
      g_autoptr (TdmPairEvent) event = g_list_model_get_item (events, i - 1);

      if (tdm_pair_event_is_step (event))
        return tdm_record_get_text (TDM_RECORD (event), TDM_PAIR_EVENT_HAPPENED_ON);
    }
  return tdm_record_get_text (TDM_RECORD (pair), TDM_PAIR_STARTED_ON);
}

/* What was dated today because it was put down today */
static void
draft_move_days (TdmRecord *draft, const guint *fields, guint n_fields, const char *today, const char *day)
{
  for (guint i = 0; i < n_fields; i++)
    if (tdm_record_get_changed (draft) & (G_GUINT64_CONSTANT (1) << fields[i]) &&
        g_str_equal (tdm_record_get_text (draft, fields[i]), today))
      tdm_record_set_text (draft, fields[i], day);
}

/**
 * tdm_pair_state_edits_set_day:
 * @edit: what one of the functions above, or of those of tdm-pair-edits.h, has made for live tandems whose events are
 *   loaded
 * @day: (nullable): the day on which that happened, `YYYY-MM-DD`; %NULL for today
 *
 * What people do is often put down later than it happens. Then the history, the days of the tandems and since when the
 * participations are what they are have that day. The day on which a tandem begins may lie ahead, and goes to
 * tdm_pair_state_edits_activate() instead.
 *
 * @edit fails with %TDM_MODEL_ERROR_INVALID if @day lies ahead, or before the last change of the state of a tandem.
 */
void
tdm_pair_state_edits_set_day (TdmEdit *edit, const char *day)
{
  static const guint of_pair[] = { TDM_PAIR_MENTEE_ASKED_ON, TDM_PAIR_MENTEE_AGREED_ON, TDM_PAIR_MENTOR_ASKED_ON,
                                   TDM_PAIR_MENTOR_AGREED_ON, TDM_PAIR_STARTED_ON, TDM_PAIR_ENDED_ON,
                                   TDM_PAIR_CONSTELLATION_SINCE };
  static const guint of_participation[] = { TDM_PARTICIPATION_SINCE };
  static const guint of_event[] = { TDM_PAIR_EVENT_HAPPENED_ON };
  g_autofree char *today = tdm_clock_today ();

  g_return_if_fail (TDM_IS_EDIT (edit));

  if (!day || g_str_equal (day, today))
    return;
  if (!tdm_text_is_date (day))
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("Please choose a day."));
  else if (strcmp (day, today) > 0)
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("This day is still to come. Please note it when it is there."));
  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmEditAction action;
      TdmRecord *draft = tdm_edit_get_step (edit, i, &action);

      if (TDM_IS_PAIR_EVENT (draft))
        {
          draft_move_days (draft, of_event, G_N_ELEMENTS (of_event), today, day);
          if (strcmp (day, pair_get_last_step (tdm_record_get_link (draft, TDM_PAIR_EVENT_PAIR))) < 0)
            tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID,
                             _ ("On that day the tandem was not in its present state yet."));
        }
      else if (TDM_IS_PAIR (draft))
        draft_move_days (draft, of_pair, G_N_ELEMENTS (of_pair), today, day);
      else if (TDM_IS_PARTICIPATION (draft))
        draft_move_days (draft, of_participation, G_N_ELEMENTS (of_participation), today, day);
    }
}
