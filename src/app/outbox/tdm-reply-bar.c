/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-reply-bar.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-wrap-layout.h"
#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-answer-edits.h"
#include "edits/tdm-answer-told.h"
#include "workspace/tdm-workspace.h"

/* Above the meetings in a participant's programme: the question whether the dates suit, and what was answered. */

struct _TdmReplyBar
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmPair *pair;
  GSignalGroup *workspace_signals;

  GtkLabel *answer;
  GtkWidget *send;
};

G_DEFINE_FINAL_TYPE (TdmReplyBar, tdm_reply_bar, ADW_TYPE_BIN)

static gboolean
series_has_meetings_ahead (TdmSeries *series)
{
  GListModel *meetings = tdm_pair_get_meetings (tdm_series_get_pair (series));

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      if (tdm_meeting_get_series (meeting) == series && tdm_meeting_is_open (meeting) &&
          tdm_meeting_get_start (meeting) > tdm_clock_now ())
        return TRUE;
    }
  return FALSE;
}

static TdmPerson *
reply_bar_get_self (TdmReplyBar *self)
{
  return self->workspace ? tdm_workspace_get_participant (self->workspace) : NULL;
}

/* The latest series whose organizer wants an answer and that goes on */
static TdmSeries *
reply_bar_find_series (TdmReplyBar *self)
{
  GListModel *list = self->pair ? tdm_pair_get_series (self->pair) : NULL;

  for (guint i = list ? g_list_model_get_n_items (list) : 0; i > 0; i--)
    {
      g_autoptr (TdmSeries) series = g_list_model_get_item (list, i - 1);

      if (tdm_series_asks (series, reply_bar_get_self (self)) && series_has_meetings_ahead (series))
        return series;
    }
  return NULL;
}

static gboolean
reply_bar_is_told (TdmSeries *series, TdmAttendee *attendee)
{
  g_auto (TdmAnswerTold) told = { NULL };

  tdm_answer_told_find (&told, series, NULL);
  return tdm_answer_told_knows (&told, series, NULL, attendee);
}

static void
reply_bar_update (TdmReplyBar *self)
{
  TdmSeries *series = reply_bar_find_series (self);
  TdmAttendee *attendee = series ? tdm_attendee_find (tdm_series_get_attendees (series), reply_bar_get_self (self))
                                 : NULL;
  g_autofree char *answer = NULL;
  gboolean waits;
  const char *name;
  TdmReply reply;

  gtk_widget_set_visible (GTK_WIDGET (self), attendee != NULL);
  if (!attendee)
    return;

  /* First the organizer, and once there is an answer, that one */
  reply = tdm_attendee_get_reply (attendee);
  waits = reply != TDM_REPLY_NEEDS_ACTION && !reply_bar_is_told (series, attendee);
  name = tdm_record_get_text (TDM_RECORD (series), TDM_SERIES_ORGANIZER_NAME);
  if (*name == '\0')
    name = tdm_record_get_text (TDM_RECORD (series), TDM_SERIES_ORGANIZER_EMAIL);
  if (reply == TDM_REPLY_NEEDS_ACTION)
    /* Translators: who invites */
    answer = g_strdup_printf (_ ("%s invites"), name);
  else if (!waits)
    /* Translators: %s is an answer, such as "Accepted" */
    answer = g_strdup_printf (_ ("Your answer: %s"), tdm_code_get_title (tdm_reply_get_type (), reply));
  else
    /* Translators: an answer, such as "Accepted", and who invites */
    answer = g_strdup_printf (_ ("Your answer: %s. It has not gone to %s yet."),
                              tdm_code_get_title (tdm_reply_get_type (), reply), name);
  gtk_label_set_text (self->answer, answer);
  gtk_widget_set_visible (self->send, waits);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reply-bar.answer", !tdm_workspace_is_read_only (self->workspace));
}

static void
reply_bar_give_answer_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmReplyBar *self = TDM_REPLY_BAR (widget);
  g_autoptr (GEnumClass) replies = g_type_class_ref (tdm_reply_get_type ());
  GEnumValue *value = g_enum_get_value_by_nick (replies, g_variant_get_string (parameter, NULL));
  TdmSeries *series = reply_bar_find_series (self);

  if (value && series)
    tdm_workspace_commit_async (self->workspace,
                                tdm_answer_edits_set_series_reply (series, reply_bar_get_self (self), value->value,
                                                                   tdm_workspace_get_programme (self->workspace)),
                                tdm_feedback_undo_cb, tdm_feedback_target (widget));
}

static void
tdm_reply_bar_dispose (GObject *object)
{
  TdmReplyBar *self = TDM_REPLY_BAR (object);

  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->pair);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_REPLY_BAR);
  G_OBJECT_CLASS (tdm_reply_bar_parent_class)->dispose (object);
}

static void
tdm_reply_bar_class_init (TdmReplyBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_reply_bar_dispose;
  g_type_ensure (TDM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/outbox/reply-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmReplyBar, answer);
  gtk_widget_class_bind_template_child (widget_class, TdmReplyBar, send);
  gtk_widget_class_install_action (widget_class, "reply-bar.answer", "s", reply_bar_give_answer_cb);
}

static void
tdm_reply_bar_init (TdmReplyBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "changed", G_CALLBACK (reply_bar_update), self);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::now", G_CALLBACK (reply_bar_update), self);
}

/* The details of the tandem must be loaded; without one there is nothing to answer. */
void
tdm_reply_bar_set_pair (TdmReplyBar *self, TdmWorkspace *workspace, TdmPair *pair)
{
  g_return_if_fail (TDM_IS_REPLY_BAR (self));

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->pair, pair);
  g_signal_group_set_target (self->workspace_signals, workspace);
  reply_bar_update (self);
}
