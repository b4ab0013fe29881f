/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-tick.h"

#include "app/common/tdm-record-view.h"

/* Whether a row of a TdmRecordView is ticked, to be seen while rows are selected. */

struct _TdmRecordTick
{
  AdwBin parent_instance;

  GObject *item;
  TdmRecordView *view;
  GtkCheckButton *check;
};

G_DEFINE_FINAL_TYPE (TdmRecordTick, tdm_record_tick, ADW_TYPE_BIN)

typedef enum
{
  PROP_ITEM = 1,
  PROP_LABEL,
  N_PROPS
} TdmRecordTickProperty;

static GParamSpec *specs[N_PROPS];

static void record_tick_toggled_cb (TdmRecordTick *self);

static void
record_tick_update_cb (TdmRecordTick *self)
{
  gboolean selecting = FALSE;

  if (!self->view || !self->item)
    return;
  g_object_get (self->view, "selecting", &selecting, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), selecting);
  g_signal_handlers_block_by_func (self->check, record_tick_toggled_cb, self);
  gtk_check_button_set_active (self->check, tdm_record_view_is_ticked (self->view, self->item));
  g_signal_handlers_unblock_by_func (self->check, record_tick_toggled_cb, self);
}

static void
record_tick_toggled_cb (TdmRecordTick *self)
{
  if (self->view && self->item)
    tdm_record_view_tick (self->view, self->item, gtk_check_button_get_active (self->check));
}

static void
tdm_record_tick_root (GtkWidget *widget)
{
  TdmRecordTick *self = TDM_RECORD_TICK (widget);

  GTK_WIDGET_CLASS (tdm_record_tick_parent_class)->root (widget);
  self->view = TDM_RECORD_VIEW (gtk_widget_get_ancestor (widget, TDM_TYPE_RECORD_VIEW));
  if (!self->view)
    return;
  g_signal_connect_object (self->view, "ticks-changed", G_CALLBACK (record_tick_update_cb), self, G_CONNECT_SWAPPED);
  record_tick_update_cb (self);
}

static void
tdm_record_tick_unroot (GtkWidget *widget)
{
  TdmRecordTick *self = TDM_RECORD_TICK (widget);

  if (self->view)
    g_signal_handlers_disconnect_by_data (self->view, self);
  self->view = NULL;
  GTK_WIDGET_CLASS (tdm_record_tick_parent_class)->unroot (widget);
}

static void
tdm_record_tick_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmRecordTick *self = TDM_RECORD_TICK (object);

  if (id == PROP_LABEL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_value_get_string (value), -1);
  else if (g_set_object (&self->item, g_value_get_object (value)))
    record_tick_update_cb (self);
}

static void
tdm_record_tick_dispose (GObject *object)
{
  g_clear_object (&TDM_RECORD_TICK (object)->item);
  G_OBJECT_CLASS (tdm_record_tick_parent_class)->dispose (object);
}

static void
tdm_record_tick_class_init (TdmRecordTickClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_record_tick_set_property;
  object_class->dispose = tdm_record_tick_dispose;
  widget_class->root = tdm_record_tick_root;
  widget_class->unroot = tdm_record_tick_unroot;

  specs[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, G_TYPE_OBJECT, flags);
  specs[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);
}

static void
tdm_record_tick_init (TdmRecordTick *self)
{
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->check));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (record_tick_toggled_cb), self, G_CONNECT_SWAPPED);
}
