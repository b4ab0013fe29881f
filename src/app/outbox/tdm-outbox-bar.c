/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-bar.h"

#include "app/outbox/tdm-outbox-dialog.h"
#include "base/tdm-i18n.h"
#include "delivery/tdm-hand-over.h"
#include "delivery/tdm-outbox.h"
#include "messages/tdm-answers.h"
#include "messages/tdm-outbox-message.h"
#include "messages/tdm-told.h"
#include "model/tdm-calendar-message.h"
#include "workspace/tdm-workspace.h"

/* Above the meetings of a tandem: what its people have to hear, or else what they answered. */

struct _TdmOutboxBar
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmPair *pair;
  TdmOutbox *outbox;
  GSignalGroup *outbox_signals;
  GSignalGroup *workspace_signals;

  AdwActionRow *row;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (TdmOutboxBar, tdm_outbox_bar, ADW_TYPE_BIN)

/* The answers to the series that goes on; a tandem has hardly ever two of them. */
static char *
outbox_bar_describe_answers (TdmOutboxBar *self)
{
  GListModel *meetings = tdm_pair_get_meetings (self->pair), *list = tdm_pair_get_series (self->pair);

  if (tdm_pair_is_over (self->pair))
    return g_strdup ("");
  for (guint i = g_list_model_get_n_items (meetings); i > 0; i--)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i - 1);

      if (tdm_meeting_waits (meeting))
        return g_strdup (_ ("The tandem is paused. Its meetings wait until it goes on."));
    }
  for (guint i = g_list_model_get_n_items (list); i > 0; i--)
    {
      g_autoptr (TdmSeries) series = g_list_model_get_item (list, i - 1);

      if (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE) == TDM_SERIES_ISSUED)
        return tdm_answers_describe_series (series);
    }
  return g_strdup ("");
}

/* Whether anybody may have any of the meetings in the calendar. What state a series is in does not tell: one that ended
 * before anybody was invited to it has ended all the same. */
static gboolean
outbox_bar_was_anybody_invited (TdmOutboxBar *self)
{
  GListModel *list = tdm_pair_get_series (self->pair);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmSeries) series = g_list_model_get_item (list, i);
      GListModel *rows = tdm_series_get_messages (series);

      for (guint j = 0; j < g_list_model_get_n_items (rows); j++)
        {
          g_autoptr (TdmCalendarMessage) row = g_list_model_get_item (rows, j);

          if (tdm_told_may_have_arrived (row))
            return TRUE;
        }
    }
  return FALSE;
}

static const char *
outbox_bar_get_pending_title (TdmOutboxBar *self)
{
  GListModel *messages = G_LIST_MODEL (self->outbox);
  g_autoptr (TdmOutboxMessage) first = g_list_model_get_item (messages, 0);
  gboolean is_all_saved = TRUE;

  for (guint i = 0; is_all_saved && i < g_list_model_get_n_items (messages); i++)
    {
      g_autoptr (TdmOutboxMessage) message = g_list_model_get_item (messages, i);

      is_all_saved = tdm_hand_over_is_saved (message);
    }

  if (is_all_saved)
    return tdm_code_get_title (tdm_delivery_get_type (), TDM_DELIVERY_SAVED);
  if (tdm_outbox_message_is_reply (first))
    return _ ("Answered, not sent yet");
  return outbox_bar_was_anybody_invited (self) ? _ ("Changed, not sent yet") : _ ("Nobody is invited yet");
}

static void
outbox_bar_update (TdmOutboxBar *self)
{
  gboolean is_pending = self->outbox && g_list_model_get_n_items (G_LIST_MODEL (self->outbox)) > 0;
  g_autofree char *answers = self->pair && !is_pending ? outbox_bar_describe_answers (self) : g_strdup ("");
  g_autofree char *pending = is_pending ? tdm_outbox_describe (self->outbox) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), is_pending || *answers);
  gtk_widget_set_visible (self->button, is_pending);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row),
                                 is_pending ? outbox_bar_get_pending_title (self) : answers);
  adw_action_row_set_subtitle (self->row, pending);
}

static void
outbox_bar_show_messages_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmOutboxBar *self = TDM_OUTBOX_BAR (widget);

  tdm_outbox_dialog_present (widget, self->workspace, self->outbox);
}

static void
tdm_outbox_bar_dispose (GObject *object)
{
  TdmOutboxBar *self = TDM_OUTBOX_BAR (object);

  g_clear_object (&self->outbox_signals);
  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->outbox);
  g_clear_object (&self->pair);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_OUTBOX_BAR);
  G_OBJECT_CLASS (tdm_outbox_bar_parent_class)->dispose (object);
}

static void
tdm_outbox_bar_class_init (TdmOutboxBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_outbox_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/outbox/outbox-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxBar, row);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxBar, button);
  gtk_widget_class_install_action (widget_class, "outbox-bar.show", NULL, outbox_bar_show_messages_cb);
}

static void
tdm_outbox_bar_init (TdmOutboxBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->outbox_signals = g_signal_group_new (TDM_TYPE_OUTBOX);
  g_signal_group_connect_swapped (self->outbox_signals, "items-changed", G_CALLBACK (outbox_bar_update), self);
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "changed", G_CALLBACK (outbox_bar_update), self);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::now", G_CALLBACK (outbox_bar_update), self);
}

/* The details of the tandem must be loaded; without one there is nothing to tell. */
void
tdm_outbox_bar_set_pair (TdmOutboxBar *self, TdmWorkspace *workspace, TdmPair *pair)
{
  g_return_if_fail (TDM_IS_OUTBOX_BAR (self));

  g_clear_object (&self->outbox);
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->pair, pair);
  self->outbox = pair ? tdm_outbox_new_for_pair (workspace, pair) : NULL;
  g_signal_group_set_target (self->outbox_signals, self->outbox);
  g_signal_group_set_target (self->workspace_signals, workspace);
  outbox_bar_update (self);
}

