/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-agenda-private.h"

/**
 * TdmAgendaItem:
 *
 * A meeting of an agenda that a view holds: its brief is there at once, its record as soon as its tandem is loaded.
 */

struct _TdmAgendaItem
{
  GObject parent_instance;

  TdmAgenda *agenda;
  TdmMeetingBrief brief;
  TdmMeeting *meeting;
};

G_DEFINE_FINAL_TYPE (TdmAgendaItem, tdm_agenda_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
tdm_agenda_item_finalize (GObject *object)
{
  TdmAgendaItem *self = TDM_AGENDA_ITEM (object);

  tdm_agenda_forget_item (self->agenda, self);
  g_object_unref (self->agenda);
  tdm_meeting_brief_clear (&self->brief);
  g_clear_object (&self->meeting);
  G_OBJECT_CLASS (tdm_agenda_item_parent_class)->finalize (object);
}

static void
tdm_agenda_item_class_init (TdmAgendaItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_agenda_item_finalize;

  /**
   * TdmAgendaItem::changed:
   *
   * The brief is another one, or the record has come. What changes in the record is notified by that.
   */
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
tdm_agenda_item_init (TdmAgendaItem *self)
{
}

/* For the agenda alone */
TdmAgendaItem *
tdm_agenda_item_new (TdmAgenda *agenda, const TdmMeetingBrief *brief)
{
  TdmAgendaItem *self = g_object_new (TDM_TYPE_AGENDA_ITEM, NULL);

  self->agenda = g_object_ref (agenda);
  tdm_meeting_brief_copy (&self->brief, brief);
  return self;
}

/**
 * tdm_agenda_item_resolve:
 *
 * For the agenda alone: takes the record of the meeting if it is loaded.
 *
 * Returns: whether it is
 */
gboolean
tdm_agenda_item_resolve (TdmAgendaItem *self)
{
  TdmMeeting *meeting =
    tdm_workspace_find_id (tdm_agenda_get_workspace (self->agenda), TDM_TYPE_MEETING, self->brief.id);

  if (g_set_object (&self->meeting, meeting))
    g_signal_emit (self, changed_signal, 0);
  return meeting != NULL;
}

/* For the agenda alone */
void
tdm_agenda_item_set_brief (TdmAgendaItem *self, const TdmMeetingBrief *brief)
{
  tdm_meeting_brief_clear (&self->brief);
  tdm_meeting_brief_copy (&self->brief, brief);
  g_signal_emit (self, changed_signal, 0);
}

/* Returns: (transfer none): what is known of it; valid until the next change */
const TdmMeetingBrief *
tdm_agenda_item_get_brief (TdmAgendaItem *self)
{
  g_return_val_if_fail (TDM_IS_AGENDA_ITEM (self), NULL);

  return &self->brief;
}

/* Returns: (transfer none) (nullable): its live record, %NULL as long as its tandem is not loaded */
TdmMeeting *
tdm_agenda_item_get_meeting (TdmAgendaItem *self)
{
  g_return_val_if_fail (TDM_IS_AGENDA_ITEM (self), NULL);

  return self->meeting;
}
