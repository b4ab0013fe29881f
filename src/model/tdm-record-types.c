/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-types.h"

#include "tdm-attendee.h"
#include "tdm-calendar-message.h"
#include "tdm-goal-step.h"
#include "tdm-interest.h"
#include "tdm-need.h"
#include "tdm-offer.h"
#include "tdm-pair-event.h"
#include "tdm-participation.h"
#include "tdm-programme.h"

/* All record types, each after the ones that its required links lead to */
static GType (*const own_types[]) (void) = {
  tdm_person_get_type,
  tdm_programme_get_type,
  tdm_round_get_type,
  tdm_topic_get_type,
  tdm_participation_get_type,
  tdm_need_get_type,
  tdm_offer_get_type,
  tdm_interest_get_type,
  tdm_pair_get_type,
  tdm_pair_event_get_type,
  tdm_goal_get_type,
  tdm_goal_step_get_type,
  tdm_series_get_type,
  tdm_meeting_get_type,
  tdm_attendee_get_type,
  tdm_calendar_message_get_type,
};

#define MOST_TYPES 64

static GType types[MOST_TYPES];
static guint n_types;
static gsize is_complete;

static void
record_types_take (GType type)
{
  g_assert (n_types < MOST_TYPES);
  g_type_class_ref (type);
  types[n_types++] = type;
}

static void
record_types_take_own (void)
{
  while (n_types < G_N_ELEMENTS (own_types))
    record_types_take (own_types[n_types] ());
}

/**
 * tdm_record_types_add:
 * @type: a concrete record type
 *
 * Adds one to those that there are, before the first record is made and by one thread.
 */
void
tdm_record_types_add (GType type)
{
  g_return_if_fail (!is_complete);

  record_types_take_own ();
  record_types_take (type);
}

/**
 * tdm_record_types:
 * @n: (out) (optional): their number
 *
 * Returns: (transfer none): all record types, each after the ones that its required links lead to
 */
const GType *
tdm_record_types (guint *n)
{
  if (g_once_init_enter (&is_complete))
    {
      record_types_take_own ();
      g_once_init_leave (&is_complete, 1);
    }
  if (n)
    *n = n_types;
  return types;
}

/**
 * tdm_record_type_for_table:
 * @table: the name of a table
 *
 * Returns: the record type whose rows it holds, %G_TYPE_INVALID if there is none
 */
GType
tdm_record_type_for_table (const char *table)
{
  tdm_record_types (NULL);
  for (guint i = 0; i < n_types; i++)
    {
      TdmRecordClass *klass = g_type_class_peek (types[i]);

      if (g_str_equal (klass->table, table))
        return types[i];
    }
  return G_TYPE_INVALID;
}
