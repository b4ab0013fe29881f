/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-person-history.h"

#include "model/tdm-pair-event.h"
#include "model/tdm-pair.h"
#include "model/tdm-participation.h"

#include <string.h>

/* What the days in the records of a person tell of them, over all rounds. */

typedef struct
{
  TdmPersonEventKind kind;
  guint field;
} TdmDatedField;

static const TdmDatedField participation_days[] = {
  { TDM_PERSON_IN_ROUND, TDM_PARTICIPATION_SINCE },
  { TDM_PERSON_TOLD, TDM_PARTICIPATION_TOLD_ON },
  { TDM_PERSON_AGREED, TDM_PARTICIPATION_CONSENT },
};

static const TdmDatedField pair_days[] = {
  { TDM_PERSON_BEGAN, TDM_PAIR_STARTED_ON },
  { TDM_PERSON_ENDED, TDM_PAIR_ENDED_ON },
};

static const TdmDatedField left_days[] = {
  { TDM_PERSON_REPLACED, TDM_PAIR_EVENT_HAPPENED_ON },
};

static void
history_add_days (GArray *events, TdmRecord *record, const TdmDatedField *fields, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      TdmPersonEvent event = { fields[i].kind, tdm_record_get_text (record, fields[i].field), record };

      if (*event.day)
        g_array_append_val (events, event);
    }
}

/* On one day, in the order in which such things happen */
static int
event_compare (gconstpointer a, gconstpointer b)
{
  const TdmPersonEvent *first = a, *second = b;
  int order = strcmp (first->day, second->day);

  return order ? order : (int) first->kind - (int) second->kind;
}

static void
history_add_children (GArray *events, TdmPerson *person, GType type, const TdmDatedField *fields, guint n_fields)
{
  GListModel *children = tdm_record_get_children (person, type);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TdmRecord) child = g_list_model_get_item (children, i);

      history_add_days (events, child, fields, n_fields);
    }
}

/**
 * tdm_person_history_collect:
 * @person: a live person whose participations are loaded, and with them what tandems the person left
 * @pairs: (element-type TdmPair): all tandems, also those of others
 *
 * Returns: (transfer full) (element-type TdmPersonEvent): what happened, the earliest first; it is valid as long as the
 *   records do not change
 */
GArray *
tdm_person_history_collect (TdmPerson *person, GListModel *pairs)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (TdmPersonEvent));

  history_add_children (events, person, TDM_TYPE_PARTICIPATION, participation_days, G_N_ELEMENTS (participation_days));
  history_add_children (events, person, TDM_TYPE_PAIR_EVENT, left_days, G_N_ELEMENTS (left_days));
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      if (tdm_pair_get_mentee (pair) == person || tdm_pair_get_mentor (pair) == person)
        history_add_days (events, TDM_RECORD (pair), pair_days, G_N_ELEMENTS (pair_days));
    }
  g_array_sort (events, event_compare);
  return events;
}
