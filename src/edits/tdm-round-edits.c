/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-round-edits.h"

#include "base/tdm-clock.h"
#include "base/tdm-day.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "model/tdm-pair.h"
#include "tdm-participation-edits.h"

#include <string.h>

/* What people do with rounds. */

#define DAYS_OF_WEEK 7

/* --- number and title -------------------------------------------------------------- */

static gint64
rounds_find_next_number (GListModel *rounds)
{
  gint64 last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (TdmRecord) round = g_list_model_get_item (rounds, i);

      last = MAX (last, tdm_record_get_integer (round, TDM_ROUND_NUMBER));
    }
  return last + 1;
}

/* The round of a number, but for @besides */
static TdmRecord *
rounds_find_number (GListModel *rounds, gint64 number, TdmRecord *besides)
{
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (TdmRecord) round = g_list_model_get_item (rounds, i);

      if (tdm_record_get_integer (round, TDM_ROUND_NUMBER) == number &&
          tdm_record_get_id (round) != tdm_record_get_id (besides))
        return round;
    }
  return NULL;
}

static gboolean
rounds_have_title (GListModel *rounds, const char *title)
{
  g_autofree char *folded = tdm_text_fold (title);

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (TdmRound) round = g_list_model_get_item (rounds, i);
      g_autofree char *other = tdm_text_fold (tdm_round_get_title (round));

      if (g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

/* @title with another number in it, where it has @from by itself */
static char *
title_replace_number (const char *title, const char *from, const char *to)
{
  gsize length = strlen (from);

  for (const char *found = *from ? strstr (title, from) : NULL; found; found = strstr (found + 1, from))
    if ((found == title || !g_ascii_isdigit (found[-1])) && !g_ascii_isdigit (found[length]))
      return g_strdup_printf ("%.*s%s%s", (int) (found - title), title, to, found + length);
  return NULL;
}

/**
 * tdm_round_edits_suggest_title:
 * @round: the round that is copied
 * @rounds: (element-type TdmRound): all rounds of the programme
 * @kickoff: when the new round starts, `YYYY-MM-DD`, or empty
 *
 * “Round 2” leads to “Round 3”, “Herbst 2026” to “Herbst 2027”.
 *
 * Returns: (transfer full): a title that no round has yet
 */
char *
tdm_round_edits_suggest_title (TdmRound *round, GListModel *rounds, const char *kickoff)
{
  gint64 number, next;
  g_autofree char *from = NULL, *to = NULL, *year = NULL, *numbered = NULL, *dated = NULL;

  g_return_val_if_fail (TDM_IS_ROUND (round), NULL);

  number = tdm_record_get_integer (TDM_RECORD (round), TDM_ROUND_NUMBER);
  next = rounds_find_next_number (rounds);
  from = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  to = g_strdup_printf ("%" G_GINT64_FORMAT, next);
  year = g_strndup (tdm_record_get_text (TDM_RECORD (round), TDM_ROUND_KICKOFF), 4);
  numbered = title_replace_number (tdm_round_get_title (round), from, to);
  if (tdm_text_is_date (kickoff))
    {
      g_autofree char *new_year = g_strndup (kickoff, 4);

      dated = title_replace_number (tdm_round_get_title (round), year, new_year);
    }
  if (numbered && !rounds_have_title (rounds, numbered))
    return g_steal_pointer (&numbered);
  if (dated && !rounds_have_title (rounds, dated))
    return g_steal_pointer (&dated);
  /* Translators: the title of a new round, %s is its number */
  return g_strdup_printf (_ ("Round %s"), to);
}

/**
 * tdm_round_edits_new_draft:
 * @rounds: (element-type TdmRound): all rounds of the programme
 *
 * Returns: (transfer full): an empty round with the next number and a title, to be filled in and saved with
 *   tdm_round_edits_save()
 */
TdmRecord *
tdm_round_edits_new_draft (GListModel *rounds)
{
  TdmRecord *draft = tdm_record_new (TDM_TYPE_ROUND);
  gint64 number = rounds_find_next_number (rounds);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autofree char *title = g_strdup_printf (_ ("Round %s"), text);

  tdm_record_set_integer (draft, TDM_ROUND_NUMBER, number);
  tdm_record_set_text (draft, TDM_ROUND_TITLE, title);
  tdm_record_set_integer (draft, TDM_ROUND_MINUTES, 60);
  return draft;
}

/* The rounds that have the number of @draft, and those behind them up to the first gap, move on by one. */
static void
round_edits_make_room (TdmEdit *edit, TdmRecord *draft, GListModel *rounds)
{
  gint64 number = tdm_record_get_integer (draft, TDM_ROUND_NUMBER);

  for (TdmRecord *other = rounds_find_number (rounds, number, draft); other;
       other = rounds_find_number (rounds, number, draft))
    tdm_record_set_integer (tdm_edit_update (edit, other), TDM_ROUND_NUMBER, ++number);
}

/**
 * tdm_round_edits_save:
 * @draft: a new round, or a draft of a live one
 * @rounds: (element-type TdmRound): all rounds of the programme
 *
 * Adds or changes a round. The number is its place among the others: where another round has it, that one moves on.
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_INVALID if the round ends before it starts, or if
 *   a criterion for mentors has no justification. An age limit among people at work needs a legitimate aim (section 10
 *   of the German equal treatment act), so no criterion is kept without its reason, and no reason without a criterion.
 */
TdmEdit *
tdm_round_edits_save (TdmRecord *draft, GListModel *rounds)
{
  TdmEdit *edit = tdm_edit_new (NULL);
  const char *kickoff, *end;

  g_return_val_if_fail (TDM_IS_ROUND (draft), edit);

  kickoff = tdm_record_get_text (draft, TDM_ROUND_KICKOFF);
  end = tdm_record_get_text (draft, TDM_ROUND_END_DATE);
  if (*kickoff && *end && strcmp (end, kickoff) < 0)
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("The end of the round must not be before its kick-off."));
  if (*tdm_record_get_text (draft, TDM_ROUND_CRITERION) && !*tdm_record_get_text (draft, TDM_ROUND_JUSTIFICATION))
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("Please write down the justification of the criterion."));
  if (!*tdm_record_get_text (draft, TDM_ROUND_CRITERION) && *tdm_record_get_text (draft, TDM_ROUND_JUSTIFICATION))
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("Please write down the criterion that is justified."));
  tdm_edit_add_draft (edit, draft);
  round_edits_make_room (edit, draft, rounds);
  return edit;
}

/* --- state --------------------------------------------------------------------------- */

/* What was planned stays; what had begun and is taken back has not begun. */
static void
round_edits_forget_later (TdmRecord *draft, TdmRoundState state, TdmRoundState last, const char *today)
{
  for (TdmRoundState later = state + 1; later <= last; later++)
    {
      int field = tdm_round_state_get_date (later);

      if (field != TDM_ROUND_KICKOFF && strcmp (tdm_record_get_text (draft, field), today) <= 0)
        tdm_record_set_text (draft, field, "");
    }
}

/* What goes on in an archived round is still to be met, recorded and ended. */
static void
round_edits_label_archiving (TdmEdit *edit, TdmRound *round)
{
  GListModel *pairs = tdm_record_get_children (TDM_RECORD (round), TDM_TYPE_PAIR);
  guint n_going_on = 0;
  g_autofree char *label = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      n_going_on += !tdm_pair_is_over (pair);
    }
  if (n_going_on > 0)
    label = g_strdup_printf (ngettext ("Round archived: a tandem goes on in it",
                                       "Round archived: %u tandems go on in it", n_going_on), n_going_on);
  tdm_edit_set_label (edit, label ? label : _ ("Round archived"));
}

/**
 * tdm_round_edits_set_state:
 * @round: a live round
 * @state: the state in which it is from today on
 *
 * The day on which @state begins becomes today, where none is known or a later one was planned. A state that is taken
 * back loses its day, but the kick-off stays, from which everything else is counted.
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_STATE if the round is in that state already
 */
TdmEdit *
tdm_round_edits_set_state (TdmRound *round, TdmRoundState state)
{
  g_autofree char *today = tdm_clock_today ();
  TdmRoundState last;
  TdmRecord *draft;
  TdmEdit *edit;
  int field;

  g_return_val_if_fail (TDM_IS_ROUND (round), NULL);

  last = tdm_round_get_state (round);
  edit = tdm_edit_new (NULL);
  if (state == TDM_ROUND_STATE_ARCHIVED)
    round_edits_label_archiving (edit, round);
  if (last == state)
    {
      tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE, _ ("The round is in that state already."));
      return edit;
    }
  draft = tdm_edit_update (edit, round);
  tdm_record_set_integer (draft, TDM_ROUND_STATE, state);
  round_edits_forget_later (draft, state, last, today);
  field = tdm_round_state_get_date (state);
  if (field == TDM_ROUND_KICKOFF && !*tdm_record_get_text (draft, field) &&
      *tdm_record_get_text (draft, TDM_ROUND_END_DATE) &&
      strcmp (tdm_record_get_text (draft, TDM_ROUND_END_DATE), today) < 0)
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("The end of the round must not be before its kick-off."));
  if (field >= 0 &&
      (!*tdm_record_get_text (draft, field) || strcmp (tdm_record_get_text (draft, field), today) > 0))
    tdm_record_set_text (draft, field, today);
  return edit;
}

/**
 * tdm_round_edits_find_state_before:
 * @round: an archived round
 *
 * In which state a round was when it was archived is not kept, but its days tell: the last one that had begun by then.
 * A round whose end was over is followed up.
 *
 * Returns: the state in which it goes on when it is taken up again
 */
TdmRoundState
tdm_round_edits_find_state_before (TdmRound *round)
{
  TdmRoundState state = TDM_ROUND_STATE_FOLLOWUP;
  g_autofree char *today = tdm_clock_today ();
  const char *archived, *end;

  g_return_val_if_fail (TDM_IS_ROUND (round), TDM_ROUND_STATE_DRAFT);

  archived = tdm_record_get_text (TDM_RECORD (round), TDM_ROUND_ARCHIVED_ON);
  archived = *archived ? archived : today;
  end = tdm_record_get_text (TDM_RECORD (round), TDM_ROUND_END_DATE);
  for (; state > TDM_ROUND_STATE_DRAFT; state--)
    {
      const char *begun = tdm_record_get_text (TDM_RECORD (round), tdm_round_state_get_date (state));

      if (*begun && strcmp (begun, archived) <= 0)
        break;
    }
  return state == TDM_ROUND_STATE_RUNNING && *end && strcmp (end, archived) < 0 ? TDM_ROUND_STATE_FOLLOWUP : state;
}

/* --- copy ---------------------------------------------------------------------------- */

static const guint moved_dates[] = {
  TDM_ROUND_END_DATE,   TDM_ROUND_CALL_ON,     TDM_ROUND_SELECTION_ON, TDM_ROUND_MATCHING_ON,
  TDM_ROUND_CLOSING_ON, TDM_ROUND_FOLLOWUP_ON, TDM_ROUND_ARCHIVED_ON,
};

/* A day as a number, 0 where there is none */
static int
day_parse (const char *date)
{
  GDate day;

  if (!tdm_text_is_date (date))
    return 0;
  day = tdm_day_parse (date);
  return (int) g_date_get_julian (&day);
}

/* None, where calendars of four digits a year do not go */
static void
round_set_day (TdmRecord *draft, guint field, int day)
{
  g_autofree char *text = NULL;
  GDate date;

  if (day < 1)
    return;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  text = tdm_day_format (date);
  if (tdm_text_is_date (text))
    tdm_record_set_text (draft, field, text);
}

/* The Monday of its week */
static int
day_find_monday (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  return day - (int) (g_date_get_weekday (&date) - G_DATE_MONDAY);
}

/* By how many days all dates of one side of the kick-off move: whole weeks, so many that all stay on that side. */
static int
round_find_shift (TdmRound *round, int kickoff, int new_kickoff, int side)
{
  int shift = day_find_monday (new_kickoff) - day_find_monday (kickoff);

  for (guint i = 0; i < G_N_ELEMENTS (moved_dates); i++)
    {
      int day = day_parse (tdm_record_get_text (TDM_RECORD (round), moved_dates[i]));

      if (day != 0 && (day - kickoff) * side > 0)
        while ((day + shift - new_kickoff) * side <= 0)
          shift += side * DAYS_OF_WEEK;
    }
  return shift;
}

static void
round_edits_move_dates (TdmRecord *draft, TdmRound *round, const char *kickoff)
{
  int old = day_parse (tdm_record_get_text (TDM_RECORD (round), TDM_ROUND_KICKOFF)), new = day_parse (kickoff);
  int earlier, later;

  tdm_record_set_text (draft, TDM_ROUND_KICKOFF, kickoff);
  if (old == 0)
    return;
  earlier = round_find_shift (round, old, new, -1);
  later = round_find_shift (round, old, new, +1);
  for (guint i = 0; i < G_N_ELEMENTS (moved_dates); i++)
    {
      int day = day_parse (tdm_record_get_text (TDM_RECORD (round), moved_dates[i]));

      if (day != 0)
        round_set_day (draft, moved_dates[i], day == old ? new : day + (day < old ? earlier : later));
    }
}

/**
 * tdm_round_edits_copy:
 * @round: a live round, which stays as it is
 * @rounds: (element-type TdmRound): all rounds of the programme
 * @participations: (element-type TdmParticipation): who of @round is invited again
 * @kickoff: when the new round starts, `YYYY-MM-DD`
 *
 * A regular round in the state of a draft, with the next number, a title, the rules and the length of meetings of the
 * old one; its test question and its note belong to the old one and stay there.
 *
 * Its dates move with the kick-off by whole weeks: each keeps its weekday, and is as many calendar weeks (Monday first)
 * before or after the kick-off as it was. So what was on the Tuesday three weeks before a kick-off is on the Tuesday
 * three weeks before the new one, on whatever weekday that is. Where the weekday of the kick-off changes, a date of
 * that very week could come to lie on the other side of it: then all dates of its side are a week further away, and so
 * the order of all stays. A date on the day of the kick-off stays there. Days have no hours, so clock changes do not
 * matter; weeks have no months, so the ends of months do not. There are no dates without an old kick-off to count from.
 *
 * Rules such as “every second Tuesday” belong to the meetings of tandems, which are not copied; a round has none.
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_INVALID if @kickoff is no day
 */
TdmEdit *
tdm_round_edits_copy (TdmRound *round, GListModel *rounds, GPtrArray *participations, const char *kickoff)
{
  static const guint settings[] = { TDM_ROUND_MINUTES,         TDM_ROUND_MANAGER_RULE, TDM_ROUND_EARLIER_RULE,
                                    TDM_ROUND_DEPARTMENT_RULE, TDM_ROUND_CRITERION,    TDM_ROUND_JUSTIFICATION };
  TdmEdit *edit = tdm_edit_new (NULL);
  g_autofree char *title = NULL;
  TdmRecord *draft;

  g_return_val_if_fail (TDM_IS_ROUND (round), edit);

  if (!tdm_text_is_date (kickoff))
    {
      tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("Please choose the day of the new kick-off."));
      return edit;
    }
  draft = tdm_edit_insert (edit, TDM_TYPE_ROUND);
  title = tdm_round_edits_suggest_title (round, rounds, kickoff);
  tdm_record_set_integer (draft, TDM_ROUND_NUMBER, rounds_find_next_number (rounds));
  tdm_record_set_text_cut (draft, TDM_ROUND_TITLE, title);
  tdm_record_copy_fields (draft, TDM_RECORD (round), settings, G_N_ELEMENTS (settings));
  round_edits_move_dates (draft, round, kickoff);
  for (guint i = 0; i < participations->len; i++)
    tdm_participation_edits_insert_again (edit, draft, participations->pdata[i]);
  return edit;
}

/**
 * tdm_round_edits_remove:
 * @round: a live round
 * @is_expected: whether dates ahead of any of its tandems are in the calendar of any person
 *
 * Returns: (transfer full): the edit that removes a round with its tandems, their goals and meetings, and with who took
 *   part in it; it fails with %TDM_MODEL_ERROR_STATE while people expect its meetings
 */
TdmEdit *
tdm_round_edits_remove (TdmRound *round, gboolean is_expected)
{
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_ROUND (round), NULL);

  edit = tdm_edit_new (NULL);
  if (is_expected)
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE,
                     _ ("People still expect meetings of this round. Please end its tandems and send the "
                        "cancellations first."));
  else
    tdm_edit_remove (edit, round);
  return edit;
}
