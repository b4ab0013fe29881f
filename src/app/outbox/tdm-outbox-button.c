/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-button.h"

#include "base/tdm-i18n.h"
#include "delivery/tdm-outbox-count.h"
#include "workspace/tdm-agenda.h"

/* How many messages of a round wait, and the way to them. Where none waits there is no button. */

struct _TdmOutboxButton
{
  AdwBin parent_instance;

  TdmAgenda *agenda;
  TdmOutboxCount *waiting;
  guint source;

  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (TdmOutboxButton, tdm_outbox_button, ADW_TYPE_BIN)

enum { PROP_AGENDA = 1, N_PROPS };

static GParamSpec *specs[N_PROPS];

static void
outbox_button_update (TdmOutboxButton *self)
{
  GtkWidget *button = adw_bin_get_child (ADW_BIN (self));
  guint n = self->waiting ? tdm_outbox_count_get (self->waiting) : 0;
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *words = g_strdup_printf (ngettext ("%u message to send", "%u messages to send", n), n);

  gtk_label_set_text (self->count, count);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
outbox_button_let_go (TdmOutboxButton *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->waiting)
    g_signal_handlers_disconnect_by_data (self->waiting, self);
  g_clear_object (&self->waiting);
}

static gboolean
outbox_button_count_cb (gpointer data)
{
  TdmOutboxButton *self = data;

  self->source = 0;
  self->waiting = tdm_outbox_count_new (tdm_agenda_get_workspace (self->agenda), tdm_agenda_get_round (self->agenda));
  g_signal_connect_swapped (self->waiting, "notify::count", G_CALLBACK (outbox_button_update), self);
  return G_SOURCE_REMOVE;
}

static void
tdm_outbox_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmOutboxButton *self = TDM_OUTBOX_BUTTON (object);

  if (!g_set_object (&self->agenda, g_value_get_object (value)))
    return;

  outbox_button_let_go (self);
  /* The meetings come first. */
  if (self->agenda)
    self->source = g_idle_add_full (G_PRIORITY_LOW, outbox_button_count_cb, self, NULL);
  outbox_button_update (self);
}

static void
tdm_outbox_button_dispose (GObject *object)
{
  TdmOutboxButton *self = TDM_OUTBOX_BUTTON (object);

  outbox_button_let_go (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_OUTBOX_BUTTON);
  g_clear_object (&self->agenda);
  G_OBJECT_CLASS (tdm_outbox_button_parent_class)->dispose (object);
}

static void
tdm_outbox_button_class_init (TdmOutboxButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_outbox_button_set_property;
  object_class->dispose = tdm_outbox_button_dispose;
  specs[PROP_AGENDA] = g_param_spec_object ("agenda", NULL, NULL, TDM_TYPE_AGENDA, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/outbox/outbox-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxButton, count);
}

static void
tdm_outbox_button_init (TdmOutboxButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outbox_button_update (self);
}
