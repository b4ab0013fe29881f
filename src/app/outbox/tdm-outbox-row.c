/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-row.h"

#include "app/outbox/tdm-outbox-item.h"
#include "base/tdm-i18n.h"
#include "delivery/tdm-hand-over.h"
#include "messages/tdm-outbox-message.h"
#include "model/tdm-calendar-message.h"

/* A message that waits, whether it goes in this hand-over, and what is in its way. */

struct _TdmOutboxRow
{
  AdwBin parent_instance;

  TdmOutboxItem *item;
  GBindingGroup *choice;

  GtkWidget *tick;
  GtkImage *icon;
  GtkLabel *title_label;
  GtkLabel *recipient_label;
  GtkLabel *problem_label;
  GtkWidget *passed_on_button;
  GtkWidget *open_button;
};

G_DEFINE_FINAL_TYPE (TdmOutboxRow, tdm_outbox_row, ADW_TYPE_BIN)

enum { PROP_ITEM = 1 };

/* Where a message that waits to be passed on is; the user alone knows whether it was. */
static const char *
message_get_saved_text (TdmOutboxMessage *message)
{
  TdmRecord *row = (TdmRecord *) tdm_outbox_message_get_row (message);

  if (row && tdm_record_get_integer (row, TDM_CALENDAR_MESSAGE_CHANNEL) == TDM_CHANNEL_PROGRAM)
    return _ ("Opened in the e-mail program, perhaps not sent yet");
  return tdm_code_get_title (tdm_delivery_get_type (), TDM_DELIVERY_SAVED);
}

static void
outbox_row_show (TdmOutboxRow *self, TdmOutboxMessage *message)
{
  g_autofree char *recipient = NULL, *name = NULL;
  TdmSeries *series = tdm_outbox_message_get_series (message);
  TdmPerson *person = tdm_outbox_message_is_reply (message) ? tdm_outbox_message_get_sender (message)
                                                            : tdm_outbox_message_get_person (message);
  TdmPerson *partner =
    tdm_series_get_mentee (series) == person ? tdm_series_get_mentor (series) : tdm_series_get_mentee (series);
  const char *problem = tdm_outbox_message_get_problem (message);
  gboolean is_saved = tdm_hand_over_is_saved (message);
  /* What all wait for is said once, above them. */
  gboolean is_said = *problem && !tdm_outbox_message_waits_for_organizer (message);

  /* Translators: who gets a message, and with whom that person meets */
  recipient = g_strdup_printf (_ ("To %s, for the tandem with %s"), tdm_outbox_message_get_name (message),
                               partner ? tdm_person_get_name (partner) : "…");
  /* Translators: first who gets a message, then what it says */
  name = g_strdup_printf (_ ("Hand over to %s: %s"), tdm_outbox_message_get_name (message),
                          tdm_outbox_message_get_title (message));
  gtk_widget_set_visible (GTK_WIDGET (self->icon), is_said);
  gtk_label_set_text (self->title_label, tdm_outbox_message_get_title (message));
  gtk_label_set_text (self->recipient_label, recipient);
  gtk_label_set_text (self->problem_label, *problem ? problem : message_get_saved_text (message));
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), is_said || is_saved);
  gtk_widget_set_visible (self->passed_on_button, is_saved);
  gtk_widget_set_visible (self->open_button, tdm_outbox_message_can_go (message));
  gtk_widget_set_sensitive (self->tick, tdm_outbox_item_can_be_left_out (self->item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
tdm_outbox_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmOutboxRow *self = TDM_OUTBOX_ROW (object);

  if (!g_set_object (&self->item, g_value_get_object (value)))
    return;
  g_binding_group_set_source (self->choice, self->item);
  if (self->item)
    outbox_row_show (self, tdm_outbox_item_get_message (self->item));
}

static void
outbox_row_ask_dialog_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmOutboxMessage *message = tdm_outbox_item_get_message (TDM_OUTBOX_ROW (widget)->item);

  gtk_widget_activate_action (widget, g_str_equal (action, "message.open") ? "outbox.open" : "outbox.pass-on", "s",
                              tdm_outbox_message_get_id (message));
}

static void
tdm_outbox_row_dispose (GObject *object)
{
  g_clear_object (&TDM_OUTBOX_ROW (object)->choice);
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_OUTBOX_ROW);
  g_clear_object (&TDM_OUTBOX_ROW (object)->item);
  G_OBJECT_CLASS (tdm_outbox_row_parent_class)->dispose (object);
}

static void
tdm_outbox_row_class_init (TdmOutboxRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tdm_outbox_row_set_property;
  object_class->dispose = tdm_outbox_row_dispose;
  g_object_class_install_property (object_class, PROP_ITEM,
                                   g_param_spec_object ("item", NULL, NULL, TDM_TYPE_OUTBOX_ITEM,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/outbox/outbox-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxRow, tick);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxRow, recipient_label);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxRow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxRow, passed_on_button);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxRow, open_button);
  gtk_widget_class_install_action (widget_class, "message.open", NULL, outbox_row_ask_dialog_cb);
  gtk_widget_class_install_action (widget_class, "message.pass-on", NULL, outbox_row_ask_dialog_cb);
}

static void
tdm_outbox_row_init (TdmOutboxRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->choice = g_binding_group_new ();
  g_binding_group_bind (self->choice, "chosen", self->tick, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

