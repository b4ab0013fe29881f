/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-workspace-clock.h"

#include "base/tdm-clock.h"
#include "tdm-workspace-private.h"

/* The one clock that drives what changes with time. It turns at midnight, when a meeting begins and when it is over,
 * and whenever clock or time zone of the computer are set; `now` of the workspace is notified then, and what tandems
 * show of their next meeting is worked out anew. Views bind to it, or look again when it is notified. */

static gint64
turn_choose_earlier (gint64 turn, gint64 other, gint64 now)
{
  return other > now && other < turn ? other : turn;
}

/**
 * tdm_workspace_find_next_turn:
 * @self: an open workspace
 *
 * Returns: when the passing of time changes anything next, UTC seconds: the next midnight of this computer, or before
 *   it the beginning or the end of the next meeting of a tandem
 */
gint64
tdm_workspace_find_next_turn (TdmWorkspace *self)
{
  GListModel *pairs = tdm_workspace_get_pairs (self);
  /* In this order: a midnight between the two is then one that has passed, and rings at once. */
  gint64 turn = tdm_clock_find_midnight (1);
  gint64 now = tdm_clock_now ();

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      turn = turn_choose_earlier (turn, tdm_pair_get_next_start (pair), now);
      turn = turn_choose_earlier (turn, tdm_pair_get_next_end (pair), now);
    }
  return turn;
}

/* After the figures of tandems have changed */
void
tdm_workspace_set_alarm (TdmWorkspace *self)
{
  if (self->alarm && self->graph)
    tdm_alarm_set (self->alarm, tdm_workspace_find_next_turn (self));
}

static void
workspace_ring_cb (TdmWorkspace *self)
{
  if (!self->graph)
    return;
  tdm_workspace_set_alarm (self);
  tdm_workspace_sum_up (self);
  g_object_notify (G_OBJECT (self), "now");
}

/**
 * tdm_workspace_follow_clock:
 * @self: an open workspace
 *
 * From here on `now` is notified as time goes by. For front ends that stay: a command needs no clock.
 */
void
tdm_workspace_follow_clock (TdmWorkspace *self)
{
  g_return_if_fail (TDM_IS_WORKSPACE (self));

  if (self->alarm)
    return;
  self->alarm = tdm_alarm_new (NULL);
  g_signal_connect_object (self->alarm, "ring", G_CALLBACK (workspace_ring_cb), self, G_CONNECT_SWAPPED);
  tdm_workspace_set_alarm (self);
}
