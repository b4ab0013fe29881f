/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-agenda-view.h"

#include "base/tdm-clock.h"
#include "tdm-agenda-item.h"

/**
 * TdmAgendaView:
 *
 * Some of the meetings of an agenda, in the order of time, as a #GListModel of #TdmAgendaItem. It follows the agenda;
 * as time goes by it is to be refreshed. An item is made when it is asked for, and is gone when it is not
 * held. */

struct _TdmAgendaView
{
  GObject parent_instance;

  GSignalGroup *agenda;
  TdmAgendaShow show;
  gint64 from;
  gint64 to;
  TdmAgendaMatch match;
  gpointer match_data;
  GArray *briefs;
  GPtrArray *shown;
};

static void tdm_agenda_view_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdmAgendaView, tdm_agenda_view, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tdm_agenda_view_model_init))

G_DEFINE_ENUM_TYPE (TdmAgendaShow, tdm_agenda_show,
                    G_DEFINE_ENUM_VALUE (TDM_AGENDA_SHOW_UPCOMING, "upcoming"),
                    G_DEFINE_ENUM_VALUE (TDM_AGENDA_SHOW_TO_RECORD, "to-record"),
                    G_DEFINE_ENUM_VALUE (TDM_AGENDA_SHOW_ALL, "all"))

static GType
agenda_view_get_item_type (GListModel *model)
{
  return TDM_TYPE_AGENDA_ITEM;
}

static guint
agenda_view_get_n_items (GListModel *model)
{
  return TDM_AGENDA_VIEW (model)->shown->len;
}

static gpointer
agenda_view_get_item (GListModel *model, guint position)
{
  TdmAgendaView *self = TDM_AGENDA_VIEW (model);
  g_autoptr (TdmAgenda) agenda = g_signal_group_dup_target (self->agenda);

  return position < self->shown->len ? tdm_agenda_get_item (agenda, self->shown->pdata[position]) : NULL;
}

static void
tdm_agenda_view_model_init (GListModelInterface *iface)
{
  iface->get_item_type = agenda_view_get_item_type;
  iface->get_n_items = agenda_view_get_n_items;
  iface->get_item = agenda_view_get_item;
}

static void
tdm_agenda_view_finalize (GObject *object)
{
  TdmAgendaView *self = TDM_AGENDA_VIEW (object);

  g_clear_object (&self->agenda);
  g_ptr_array_unref (self->shown);
  g_clear_pointer (&self->briefs, g_array_unref);
  G_OBJECT_CLASS (tdm_agenda_view_parent_class)->finalize (object);
}

static void
tdm_agenda_view_class_init (TdmAgendaViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_agenda_view_finalize;
}

static void
tdm_agenda_view_init (TdmAgendaView *self)
{
  self->from = G_MININT64;
  self->to = G_MAXINT64;
  self->shown = g_ptr_array_new ();
  self->agenda = g_signal_group_new (TDM_TYPE_AGENDA);
  g_signal_group_connect_swapped (self->agenda, "changed", G_CALLBACK (tdm_agenda_view_refresh), self);
}

static gboolean
agenda_view_shows_state_of (TdmAgendaView *self, const TdmMeetingBrief *brief)
{
  if (self->show == TDM_AGENDA_SHOW_UPCOMING)
    return !tdm_meeting_brief_is_off (brief);
  return self->show == TDM_AGENDA_SHOW_ALL || tdm_meeting_brief_is_to_record (brief);
}

/* Returns: (element-type TdmMeetingBrief): of the briefs that the view holds */
static GPtrArray *
agenda_view_find_shown (TdmAgendaView *self, TdmAgenda *agenda)
{
  GPtrArray *shown = g_ptr_array_new ();
  gint64 from = self->show == TDM_AGENDA_SHOW_UPCOMING ? MAX (self->from, tdm_clock_find_midnight (0)) : self->from;
  gint64 to = self->show == TDM_AGENDA_SHOW_TO_RECORD ? MIN (self->to, tdm_clock_now ()) : self->to;
  guint last = agenda ? tdm_agenda_find_place (agenda, to) : 0;

  for (guint i = agenda ? tdm_agenda_find_place (agenda, from) : 0; i < last; i++)
    {
      TdmMeetingBrief *brief = &g_array_index (self->briefs, TdmMeetingBrief, i);

      if (agenda_view_shows_state_of (self, brief) && (!self->match || self->match (self->match_data, brief)))
        g_ptr_array_add (shown, brief);
    }
  return shown;
}

static gint64
agenda_view_get_id (GPtrArray *shown, guint position)
{
  return ((const TdmMeetingBrief *) shown->pdata[position])->id;
}

/**
 * tdm_agenda_view_refresh:
 *
 * Looks at the clock and at all meetings again. What stays keeps its place in the lists that show it.
 */
void
tdm_agenda_view_refresh (TdmAgendaView *self)
{
  g_autoptr (TdmAgenda) agenda = g_signal_group_dup_target (self->agenda);
  g_autoptr (GArray) briefs_before = g_steal_pointer (&self->briefs);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  GPtrArray *now;
  guint first = 0, same = 0, shorter;

  self->briefs = agenda ? g_array_ref (tdm_agenda_get_briefs (agenda)) : NULL;
  self->shown = now = agenda_view_find_shown (self, agenda);
  shorter = MIN (before->len, now->len);
  while (first < shorter && agenda_view_get_id (before, first) == agenda_view_get_id (now, first))
    first++;
  while (same < shorter - first &&
         agenda_view_get_id (before, before->len - 1 - same) == agenda_view_get_id (now, now->len - 1 - same))
    same++;
  if (before->len != now->len || first + same < now->len)
    g_list_model_items_changed (G_LIST_MODEL (self), first, before->len - first - same, now->len - first - same);
}

void
tdm_agenda_view_set_agenda (TdmAgendaView *self, TdmAgenda *agenda)
{
  g_autoptr (TdmAgenda) before = g_signal_group_dup_target (self->agenda);
  guint n_before = self->shown->len;

  g_return_if_fail (TDM_IS_AGENDA_VIEW (self));

  if (before == agenda)
    return;
  /* Row ids of another file say nothing about this one. */
  g_ptr_array_set_size (self->shown, 0);
  g_signal_group_set_target (self->agenda, agenda);
  if (n_before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);
  tdm_agenda_view_refresh (self);
}

void
tdm_agenda_view_set_show (TdmAgendaView *self, TdmAgendaShow show)
{
  self->show = show;
  tdm_agenda_view_refresh (self);
}

TdmAgendaShow
tdm_agenda_view_get_show (TdmAgendaView *self)
{
  g_return_val_if_fail (TDM_IS_AGENDA_VIEW (self), TDM_AGENDA_SHOW_ALL);

  return self->show;
}

/**
 * tdm_agenda_view_set_span:
 * @from: UTC seconds
 * @to: UTC seconds
 *
 * Only meetings that start at @from or later, and before @to, are shown.
 */
void
tdm_agenda_view_set_span (TdmAgendaView *self, gint64 from, gint64 to)
{
  g_return_if_fail (TDM_IS_AGENDA_VIEW (self));

  self->from = from;
  self->to = to;
  tdm_agenda_view_refresh (self);
}

/**
 * tdm_agenda_view_set_match:
 * @match: (nullable): which of the meetings are shown, %NULL for all
 * @data: for @match; it lives as long as @self
 *
 * When it decides otherwise, the view is to be refreshed.
 */
void
tdm_agenda_view_set_match (TdmAgendaView *self, TdmAgendaMatch match, gpointer data)
{
  g_return_if_fail (TDM_IS_AGENDA_VIEW (self));

  self->match = match;
  self->match_data = data;
  tdm_agenda_view_refresh (self);
}

/* Returns: (transfer none): what is known of a meeting that is shown, without holding its item; until the next
 * change */
const TdmMeetingBrief *
tdm_agenda_view_get_brief (TdmAgendaView *self, guint position)
{
  g_return_val_if_fail (position < self->shown->len, NULL);

  return self->shown->pdata[position];
}
