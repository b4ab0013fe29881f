/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-button.h"

#include "base/tdm-i18n.h"
#include "delivery/tdm-outbox.h"
#include "workspace/tdm-workspace.h"

/* How many messages of a round wait, and the way to them. Where none waits there is no button. */

struct _TdmOutboxButton
{
  AdwBin parent_instance;

  TdmRound *round;
  TdmWorkspace *workspace;
  TdmOutbox *outbox;

  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (TdmOutboxButton, tdm_outbox_button, ADW_TYPE_BIN)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_ROUND,
  N_PROPS
} TdmOutboxButtonProperty;

static GParamSpec *specs[N_PROPS];

static void
update (TdmOutboxButton *self)
{
  GtkWidget *button = adw_bin_get_child (ADW_BIN (self));
  guint n = self->outbox ? g_list_model_get_n_items (G_LIST_MODEL (self->outbox)) : 0;
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *words = g_strdup_printf (ngettext ("%u message to send", "%u messages to send", n), n);

  gtk_label_set_text (self->count, count);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
let_go (TdmOutboxButton *self)
{
  if (self->outbox)
    g_signal_handlers_disconnect_by_data (self->outbox, self);
  g_clear_object (&self->outbox);
}

static void
set_round (TdmOutboxButton *self, TdmRound *round)
{
  if (!g_set_object (&self->round, round))
    return;

  let_go (self);
  if (round && self->workspace)
    {
      self->outbox = tdm_outbox_new_for_round (self->workspace, round);
      g_signal_connect_swapped (self->outbox, "notify::count", G_CALLBACK (update), self);
    }
  update (self);
}

static void
tdm_outbox_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmOutboxButton *self = TDM_OUTBOX_BUTTON (object);

  switch ((TdmOutboxButtonProperty) id)
    {
    case PROP_WORKSPACE:
      g_set_object (&self->workspace, g_value_get_object (value));
      break;
    case PROP_ROUND:
      set_round (self, g_value_get_object (value));
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_outbox_button_dispose (GObject *object)
{
  TdmOutboxButton *self = TDM_OUTBOX_BUTTON (object);

  let_go (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_OUTBOX_BUTTON);
  g_clear_object (&self->round);
  g_clear_object (&self->workspace);
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
  specs[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TDM_TYPE_WORKSPACE, flags);
  specs[PROP_ROUND] = g_param_spec_object ("round", NULL, NULL, TDM_TYPE_ROUND, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/outbox/outbox-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmOutboxButton, count);
}

static void
tdm_outbox_button_init (TdmOutboxButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}
