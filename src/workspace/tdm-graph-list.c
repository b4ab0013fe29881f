/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-graph-list.h"

#include "model/tdm-goal-step.h"
#include "model/tdm-goal.h"
#include "model/tdm-meeting.h"

/* Lists of what belongs to one record, in the order of their rank. It is known where one belongs, so nothing is looked for
 * from the first to the last. */

static gint64
get_rank (TdmRecord *record)
{
  GType type = G_OBJECT_TYPE (record);

  if (type == TDM_TYPE_GOAL)
    return tdm_goal_get_position (TDM_GOAL (record));
  if (type == TDM_TYPE_GOAL_STEP)
    return tdm_goal_step_get_position (TDM_GOAL_STEP (record));
  if (type == TDM_TYPE_MEETING)
    return tdm_meeting_get_start (TDM_MEETING (record));
  return 0;
}

static int
compare_records (gconstpointer a, gconstpointer b, gpointer data)
{
  TdmRecord *x = (gpointer) a, *y = (gpointer) b;
  gint64 first = get_rank (x), second = get_rank (y);

  if (first == second)
    {
      first = tdm_record_get_id (x);
      second = tdm_record_get_id (y);
    }
  return (first > second) - (first < second);
}

/* The first place in a sorted list whose record does not come before this one: where it is, or belongs. Rows are read in
 * the order of their rank, so the end is looked at first. */
static guint
find_place (GListModel *list, TdmRecord *record)
{
  guint low = 0, high = g_list_model_get_n_items (list);
  g_autoptr (TdmRecord) last = high > 0 ? g_list_model_get_item (list, high - 1) : NULL;

  if (last && compare_records (last, record, NULL) < 0)
    return high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr (TdmRecord) other = g_list_model_get_item (list, middle);

      if (compare_records (other, record, NULL) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * tdm_graph_list_find:
 * @list: (nullable): a sorted list
 * @record: a record whose rank has not changed since it was settled there
 *
 * Returns: its place, %G_MAXUINT if it is not in @list
 */
guint
tdm_graph_list_find (GListModel *list, TdmRecord *record)
{
  guint place = list ? find_place (list, record) : 0;
  g_autoptr (TdmRecord) there = list ? g_list_model_get_item (list, place) : NULL;

  return there == record ? place : G_MAXUINT;
}

void
tdm_graph_list_remove (GListModel *list, TdmRecord *record)
{
  guint place = tdm_graph_list_find (list, record);

  if (place != G_MAXUINT)
    g_list_store_remove (G_LIST_STORE (list), place);
}

/**
 * tdm_graph_list_settle:
 * @list: a sorted list
 * @record: a record
 * @place: where it was before its rank changed, see tdm_graph_list_find()
 *
 * Puts a record where its rank wants it. One that stands right already is not touched, so that what shows it keeps its
 * focus.
 */
void
tdm_graph_list_settle (GListModel *list, TdmRecord *record, guint place)
{
  if (place != G_MAXUINT)
    {
      g_autoptr (TdmRecord) before = place > 0 ? g_list_model_get_item (list, place - 1) : NULL;
      g_autoptr (TdmRecord) after = g_list_model_get_item (list, place + 1);

      if ((!before || compare_records (before, record, NULL) < 0) &&
          (!after || compare_records (record, after, NULL) < 0))
        return;
      g_list_store_remove (G_LIST_STORE (list), place);
    }
  g_list_store_insert (G_LIST_STORE (list), find_place (list, record), record);
}
