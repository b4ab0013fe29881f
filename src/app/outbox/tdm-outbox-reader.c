/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-reader.h"

#include "app/common/tdm-header-title.h"
#include "app/common/tdm-label.h"
#include "app/outbox/tdm-outbox-item.h"
#include "base/tdm-i18n.h"
#include "delivery/tdm-message-letter.h"
#include "messages/tdm-message-text.h"
#include "messages/tdm-outbox-changes.h"
#include "messages/tdm-outbox-message.h"

/* A message as it will go: to whom, what it says, and what it changes in the calendar of its recipient. */

struct _TdmOutboxReader
{
  AdwBin parent_instance;

  TdmOutboxItem *item;
  GBindingGroup *choice;

  TdmHeaderTitle *title;
  GtkWidget *tick;
  AdwActionRow *to_row;
  AdwActionRow *from_row;
  AdwActionRow *subject_row;
  GtkWidget *changes_group;
  GtkLabel *changes_label;
  GtkLabel *text_label;
};

G_DEFINE_FINAL_TYPE (TdmOutboxReader, tdm_outbox_reader, ADW_TYPE_BIN)

static void
outbox_reader_show_address (AdwActionRow *row, const char *name, const char *email)
{
  g_autofree char *text = *name ? g_strdup_printf ("%s <%s>", name, email) : g_strdup (email);

  adw_action_row_set_subtitle (row, text);
}

static gboolean
tdm_outbox_reader_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TDM_OUTBOX_READER (widget)->tick);
}

static void
tdm_outbox_reader_dispose (GObject *object)
{
  TdmOutboxReader *self = TDM_OUTBOX_READER (object);

  g_clear_object (&self->choice);
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_OUTBOX_READER);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (tdm_outbox_reader_parent_class)->dispose (object);
}

static void
tdm_outbox_reader_class_init (TdmOutboxReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_outbox_reader_dispose;
  widget_class->grab_focus = tdm_outbox_reader_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/outbox/outbox-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxReader, title);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxReader, tick);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxReader, to_row);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxReader, from_row);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxReader, subject_row);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxReader, changes_group);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxReader, changes_label);
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxReader, text_label);
}

static void
tdm_outbox_reader_init (TdmOutboxReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_label_no_hyphens (GTK_WIDGET (self->to_row));
  tdm_label_no_hyphens (GTK_WIDGET (self->from_row));
  self->choice = g_binding_group_new ();
  g_binding_group_bind (self->choice, "chosen", self->tick, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/* @item: with a message that can go */
void
tdm_outbox_reader_show (TdmOutboxReader *self, TdmWorkspace *workspace, TdmOutboxItem *item)
{
  TdmOutboxMessage *message = tdm_outbox_item_get_message (item);
  const char *language = tdm_message_letter_get_language (workspace, message);
  g_autofree char *subject = tdm_message_text_make_subject (message, language);
  g_autofree char *text = tdm_message_text_make (message, language);
  g_auto (GStrv) changes = tdm_outbox_changes_list (message);
  g_autofree char *lines = g_strjoinv ("\n", changes);

  g_set_object (&self->item, item);
  g_binding_group_set_source (self->choice, item);
  gtk_widget_set_sensitive (self->tick, tdm_outbox_item_can_be_left_out (item));
  tdm_header_title_set_subtitle (self->title, tdm_outbox_message_get_title (message));
  outbox_reader_show_address (self->to_row, tdm_outbox_message_get_name (message),
                              tdm_outbox_message_get_email (message));
  outbox_reader_show_address (self->from_row, tdm_outbox_message_get_from_name (message),
                              tdm_outbox_message_get_from_email (message));
  adw_action_row_set_subtitle (self->subject_row, subject);
  gtk_widget_set_visible (self->changes_group, *lines != '\0');
  gtk_label_set_text (self->changes_label, lines);
  gtk_label_set_text (self->text_label, g_strchomp (text));
}

TdmOutboxItem *
tdm_outbox_reader_get_item (TdmOutboxReader *self)
{
  return self->item;
}
