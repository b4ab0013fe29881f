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

#define N_TYPES 16

/**
 * tdm_record_types:
 * @n_types: (out): their number
 *
 * Returns: (transfer none): all record types, each after the ones that its required links lead to
 */
const GType *
tdm_record_types (guint *n_types)
{
  static GType types[N_TYPES];
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      const GType all[N_TYPES] = {
        TDM_TYPE_PERSON, TDM_TYPE_PROGRAMME, TDM_TYPE_ROUND, TDM_TYPE_TOPIC, TDM_TYPE_PARTICIPATION,
        TDM_TYPE_NEED, TDM_TYPE_OFFER, TDM_TYPE_INTEREST, TDM_TYPE_PAIR, TDM_TYPE_PAIR_EVENT, TDM_TYPE_GOAL,
        TDM_TYPE_GOAL_STEP, TDM_TYPE_SERIES, TDM_TYPE_MEETING, TDM_TYPE_ATTENDEE, TDM_TYPE_CALENDAR_MESSAGE,
      };

      for (guint i = 0; i < N_TYPES; i++)
        {
          types[i] = all[i];
          g_type_class_ref (types[i]);
        }
      g_once_init_leave (&filled, 1);
    }

  *n_types = N_TYPES;
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
  guint n_types;
  const GType *types = tdm_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TdmRecordClass *klass = g_type_class_peek (types[i]);

      if (g_str_equal (klass->table, table))
        return types[i];
    }
  return G_TYPE_INVALID;
}
