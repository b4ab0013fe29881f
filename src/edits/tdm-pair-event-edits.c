/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-event-edits.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-pair-edits.h"

#include <string.h>

/* What people set right in the history of a tandem. */

static const char *
event_get_day (gpointer event)
{
  return tdm_record_get_text (event, TDM_PAIR_EVENT_HAPPENED_ON);
}

/* Why a step cannot have been on @day, %NULL for nothing: it comes after those before it, and before those after it. */
static const char *
event_find_problem (TdmPairEvent *event, const char *day)
{
  GListModel *events = tdm_pair_get_events (tdm_record_get_link (TDM_RECORD (event), TDM_PAIR_EVENT_PAIR));
  gboolean is_after = FALSE;

  for (guint i = 0; tdm_pair_event_is_step (event) && i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (TdmPairEvent) other = g_list_model_get_item (events, i);

      if (other == event)
        is_after = TRUE;
      else if (tdm_pair_event_is_step (other) && (is_after ? strcmp (day, event_get_day (other)) > 0
                                                           : strcmp (day, event_get_day (other)) < 0))
        return is_after ? _ ("What came next in the history was before that day.")
                        : _ ("What came first in the history was after that day.");
    }
  return NULL;
}

/* The days of the tandem that say the same */
static void
edit_move_days (TdmEdit *edit, TdmRecord *event, const char *day)
{
  TdmRecord *pair = tdm_record_get_link (event, TDM_PAIR_EVENT_PAIR);
  TdmPairState to = tdm_record_get_integer (event, TDM_PAIR_EVENT_TO_STATE);
  TdmPairEventKind kind = tdm_record_get_integer (event, TDM_PAIR_EVENT_KIND);
  gboolean is_state = kind == TDM_EVENT_STATE;
  const struct { guint field; gboolean is_said; } days[] = {
    { TDM_PAIR_MENTEE_ASKED_ON, kind == TDM_EVENT_MENTEE_ASKED },
    { TDM_PAIR_MENTEE_AGREED_ON, kind == TDM_EVENT_MENTOR_ASKED || (is_state && to == TDM_PAIR_CONFIRMED) },
    { TDM_PAIR_MENTOR_ASKED_ON, kind == TDM_EVENT_MENTOR_ASKED },
    { TDM_PAIR_MENTOR_AGREED_ON, is_state && to == TDM_PAIR_CONFIRMED },
    { TDM_PAIR_ENDED_ON, is_state && (to == TDM_PAIR_COMPLETED || to == TDM_PAIR_DISSOLVED) },
    { TDM_PAIR_CONSTELLATION_SINCE, kind == TDM_EVENT_MUTUAL || kind == TDM_EVENT_ONE_SIDED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i].is_said && g_str_equal (tdm_record_get_text (pair, days[i].field), event_get_day (event)))
      tdm_record_set_text (tdm_edit_update (edit, pair), days[i].field, day);
}

/**
 * tdm_pair_event_edits_save:
 * @event: a live event of a tandem whose events are loaded
 * @draft: a draft of it with another day or note
 *
 * Sets right when something happened, and what is noted of it. The days of the tandem that say the same follow; the day
 * on which it begins may lie ahead.
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_INVALID if the day does not fit between what came
 *   first and next, or into the days of the tandem
 */
TdmEdit *
tdm_pair_event_edits_save (TdmPairEvent *event, TdmRecord *draft)
{
  TdmRecord *record = TDM_RECORD (event);
  const char *day;
  g_autofree char *today = tdm_clock_today ();
  const char *problem = NULL;
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_PAIR_EVENT (event), NULL);
  g_return_val_if_fail (TDM_IS_PAIR_EVENT (draft), NULL);

  day = event_get_day (draft);
  if (tdm_pair_event_is_start (event) && !g_str_equal (day, event_get_day (record)))
    {
      edit = tdm_pair_edits_set_days (tdm_record_get_link (record, TDM_PAIR_EVENT_PAIR), day, NULL);
      if (tdm_edit_check (edit, NULL))
        tdm_record_set_text (tdm_edit_update (edit, event), TDM_PAIR_EVENT_NOTE,
                             tdm_record_get_text (draft, TDM_PAIR_EVENT_NOTE));
      return edit;
    }
  edit = tdm_edit_new (_ ("History corrected"));
  if (g_str_equal (day, event_get_day (record)))
    problem = NULL;
  else if (!tdm_text_is_date (day))
    problem = _ ("Please choose a day.");
  else if (strcmp (day, today) > 0)
    problem = _ ("This day is still to come. Please note it when it is there.");
  else
    problem = event_find_problem (event, day);
  if (problem)
    {
      tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, "%s", problem);
      return edit;
    }
  tdm_edit_add_draft (edit, draft);
  edit_move_days (edit, record, day);
  return edit;
}
