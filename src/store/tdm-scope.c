/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-scope.h"

#include "model/tdm-attendee.h"
#include "model/tdm-calendar-message.h"
#include "model/tdm-goal-step.h"
#include "model/tdm-interest.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "model/tdm-pair-event.h"
#include "model/tdm-participation.h"
#include "model/tdm-programme.h"
#include "tdm-record-table.h"

typedef struct
{
  TdmScope scope;
  GType (*type) (void);
  const char *where;
} TdmScopePart;

#define OF_ROUND "pair IN (SELECT id FROM pair WHERE round = ?1)"

/* A date that its series says already adds nothing to what calendars show, see tdm_schedule_make(). */
#define IS_OWN \
  " AND EXISTS (SELECT 1 FROM series WHERE series.id = meeting.series AND (series.rule = '' OR" \
  " meeting.state = 'cancelled' OR meeting.local_start <> meeting.recurrence_id OR" \
  " meeting.minutes <> series.minutes OR meeting.zone NOT IN ('', series.zone) OR" \
  " meeting.place NOT IN ('', series.place)))"

/* In the order in which links lead back. */
static const TdmScopePart parts[] = {
  { TDM_SCOPE_OVERVIEW, tdm_person_get_type, NULL },
  { TDM_SCOPE_OVERVIEW, tdm_programme_get_type, NULL },
  { TDM_SCOPE_OVERVIEW, tdm_round_get_type, "1 ORDER BY number" },
  { TDM_SCOPE_OVERVIEW, tdm_topic_get_type, NULL },
  { TDM_SCOPE_OVERVIEW, tdm_pair_get_type, NULL },

  { TDM_SCOPE_PAIR, tdm_pair_event_get_type, "pair = ?1 ORDER BY happened_on, id" },
  { TDM_SCOPE_PAIR, tdm_goal_get_type, "pair = ?1 ORDER BY position, id" },
  { TDM_SCOPE_PAIR, tdm_goal_step_get_type,
    "goal IN (SELECT id FROM goal WHERE pair = ?1) ORDER BY position, id" },
  { TDM_SCOPE_PAIR, tdm_series_get_type, "pair = ?1 ORDER BY id" },
  { TDM_SCOPE_PAIR, tdm_meeting_get_type, "pair = ?1 ORDER BY start, id" },
  { TDM_SCOPE_PAIR, tdm_attendee_get_type,
    "series IN (SELECT id FROM series WHERE pair = ?1) OR meeting IN (SELECT id FROM meeting WHERE pair = ?1)" },
  { TDM_SCOPE_PAIR, tdm_calendar_message_get_type,
    "series IN (SELECT id FROM series WHERE pair = ?1) ORDER BY created, id" },

  { TDM_SCOPE_PERSON, tdm_participation_get_type, "person = ?1 ORDER BY id" },
  { TDM_SCOPE_PERSON, tdm_need_get_type, "person = ?1 ORDER BY strength DESC, id" },
  { TDM_SCOPE_PERSON, tdm_offer_get_type, "person = ?1 ORDER BY strength DESC, id" },
  { TDM_SCOPE_PERSON, tdm_interest_get_type, "person = ?1 ORDER BY id" },

  { TDM_SCOPE_ROUND_MEETINGS, tdm_pair_event_get_type,
    "pair IN (SELECT id FROM pair WHERE round = ?1 AND state = 'paused') ORDER BY happened_on, id" },
  { TDM_SCOPE_ROUND_MEETINGS, tdm_series_get_type, OF_ROUND " ORDER BY id" },
  { TDM_SCOPE_ROUND_MEETINGS, tdm_meeting_get_type, OF_ROUND " ORDER BY pair, start, id" },
  { TDM_SCOPE_ROUND_MEETINGS, tdm_attendee_get_type, "series IN (SELECT id FROM series WHERE " OF_ROUND ")" },
  { TDM_SCOPE_ROUND_MEETINGS, tdm_attendee_get_type,
    "meeting IN (SELECT id FROM meeting WHERE " OF_ROUND " AND state IN ('planned', 'invited'))" },
  { TDM_SCOPE_ROUND_MEETINGS, tdm_calendar_message_get_type,
    "series IN (SELECT id FROM series WHERE " OF_ROUND ") ORDER BY created, id" },

  { TDM_SCOPE_ROUND_GOALS, tdm_goal_get_type, OF_ROUND " ORDER BY pair, position, id" },
  { TDM_SCOPE_ROUND_GOALS, tdm_goal_step_get_type,
    "goal IN (SELECT id FROM goal WHERE " OF_ROUND ") ORDER BY position, id" },

  { TDM_SCOPE_ROUND_TOLD, tdm_series_get_type, OF_ROUND },
  { TDM_SCOPE_ROUND_TOLD, tdm_meeting_get_type, OF_ROUND IS_OWN },
  { TDM_SCOPE_ROUND_TOLD, tdm_calendar_message_get_type,
    "series IN (SELECT id FROM series WHERE " OF_ROUND ") ORDER BY created, id" },

  { TDM_SCOPE_PAIR_TOLD, tdm_series_get_type, "pair = ?1" },
  { TDM_SCOPE_PAIR_TOLD, tdm_meeting_get_type, "pair = ?1" IS_OWN },
  { TDM_SCOPE_PAIR_TOLD, tdm_calendar_message_get_type,
    "series IN (SELECT id FROM series WHERE pair = ?1) ORDER BY created, id" },
};

/**
 * tdm_scope_read:
 * @database: a connection
 * @scope: what to read
 * @id: of which tandem, person or round, by row id
 * @records: (element-type TdmRecord): the rows are added here, those that others link to first
 * @error: return location
 *
 * Returns: whether they could be read
 */
gboolean
tdm_scope_read (TdmDatabase *database, TdmScope scope, gint64 id, GPtrArray *records, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].scope == scope &&
        !tdm_record_table_read (database, parts[i].type (), parts[i].where, id, records, error))
      return FALSE;
  return TRUE;
}
