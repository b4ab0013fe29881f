/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-short-list.h"

#include "base/tdm-i18n.h"

/* A boxed list that begins with a few rows, and has all of them when asked: a page opens as quickly with two hundred as
 * with twenty. */

#define FEW 20

struct _TdmShortList
{
  AdwBin parent_instance;

  GListModel *model;
  GtkSliceListModel *slice;

  GtkListBox *list;
  GtkLabel *placeholder;
  GtkButton *more;
};

G_DEFINE_FINAL_TYPE (TdmShortList, tdm_short_list, ADW_TYPE_BIN)

typedef enum
{
  PROP_TITLE = 1,
  PROP_PLACEHOLDER,
  N_PROPS
} TdmShortListProperty;

static GParamSpec *specs[N_PROPS];

static void
short_list_update_cb (TdmShortList *self)
{
  guint n_items = g_list_model_get_n_items (self->model);
  g_autofree char *label = g_strdup_printf (ngettext ("Show All (%u)", "Show All (%u)", n_items), n_items);

  gtk_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_items > gtk_slice_list_model_get_size (self->slice));
}

static void
short_list_let_go (TdmShortList *self)
{
  if (self->model)
    g_signal_handlers_disconnect_by_func (self->model, short_list_update_cb, self);
  g_clear_object (&self->model);
  g_clear_object (&self->slice);
}

static void
tdm_short_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmShortList *self = TDM_SHORT_LIST (object);

  if (id == PROP_PLACEHOLDER)
    gtk_label_set_text (self->placeholder, g_value_get_string (value));
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_value_get_string (value), -1);
}

static void
tdm_short_list_dispose (GObject *object)
{
  TdmShortList *self = TDM_SHORT_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_SHORT_LIST);
  short_list_let_go (self);
  G_OBJECT_CLASS (tdm_short_list_parent_class)->dispose (object);
}

static void
tdm_short_list_class_init (TdmShortListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_short_list_set_property;
  object_class->dispose = tdm_short_list_dispose;

  specs[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  specs[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/common/short-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmShortList, list);
  gtk_widget_class_bind_template_child (widget_class, TdmShortList, placeholder);
  gtk_widget_class_bind_template_child (widget_class, TdmShortList, more);
  gtk_widget_class_bind_template_callback (widget_class, tdm_short_list_show_all);
}

static void
tdm_short_list_init (TdmShortList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows the first items of @model; none if it is NULL. */
void
tdm_short_list_bind (TdmShortList *self, GListModel *model, GtkListBoxCreateWidgetFunc make_row, gpointer data)
{
  g_return_if_fail (TDM_IS_SHORT_LIST (self));

  short_list_let_go (self);
  if (!model)
    {
      gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
      gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
      return;
    }

  self->model = g_object_ref (model);
  self->slice = gtk_slice_list_model_new (g_object_ref (model), 0, FEW);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (short_list_update_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->slice), make_row, data, NULL);
  short_list_update_cb (self);
}

void
tdm_short_list_show_all (TdmShortList *self)
{
  g_return_if_fail (TDM_IS_SHORT_LIST (self));

  if (!self->slice)
    return;

  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  short_list_update_cb (self);
}
