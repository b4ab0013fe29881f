/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-catalogue-row.h"

#include "app/common/tdm-label.h"
#include "app/common/tdm-record-tick.h"
#include "app/round/tdm-demand-bars.h"
#include "base/tdm-i18n.h"

/* A topic of the catalogue with its two bars, in two columns or, where it is narrow, in one. Where the list is in
 * parts, the first row of an area has its name above. */

struct _TdmCatalogueRow
{
  AdwBin parent_instance;

  GSignalGroup *item_signals;
  GSignalGroup *topic_signals;

  GtkLabel *heading;
  TdmRecordTick *tick;
  GtkBox *columns;
  GtkLabel *title;
  GtkLabel *area;
  GtkLabel *gap;
  TdmDemandBars *bars;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (TdmCatalogueRow, tdm_catalogue_row, ADW_TYPE_BIN)

typedef enum
{
  PROP_NARROW = 1,
  PROP_READ_ONLY,
  N_PROPS
} TdmCatalogueRowProperty;

static void
catalogue_row_update_cb (TdmCatalogueRow *self)
{
  g_autoptr (TdmCatalogueItem) item = g_signal_group_dup_target (self->item_signals);
  TdmTopic *topic = item ? tdm_catalogue_item_get_topic (item) : NULL;
  const char *title, *area;
  g_autofree char *heading = NULL, *gap_text = NULL, *bars = NULL;
  g_autoptr (GString) said = NULL;
  int gap;

  if (!item)
    return;
  g_object_get (item, "heading", &heading, NULL);
  title = tdm_topic_get_title (topic);
  area = tdm_record_get_text (TDM_RECORD (topic), TDM_TOPIC_AREA);
  gap = tdm_catalogue_item_get_gap (item);
  if (gap > 0)
    /* Translators: so many more people want to learn a topic than can pass it on */
    gap_text = g_strdup_printf (ngettext ("%u missing", "%u missing", gap), gap);
  tdm_label_show_text (self->heading, heading);
  tdm_label_show_text (self->title, title);
  tdm_label_show_text (self->area, heading ? NULL : area);
  tdm_label_show_text (self->gap, gap_text);
  g_object_set (self->bars, "needs", tdm_catalogue_item_get_needs (item), "offers",
                tdm_catalogue_item_get_offers (item), NULL);
  g_object_set (self->tick, "label", title, NULL);
  bars = tdm_demand_bars_describe (self->bars);
  said = g_string_new (title);
  if (*area)
    g_string_append_printf (said, ", %s", area);
  g_string_append_printf (said, ": %s", bars);
  if (gap_text)
    g_string_append_printf (said, ", %s", gap_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said->str, -1);
}

static void
catalogue_row_scale_cb (TdmCatalogueRow *self)
{
  g_autoptr (TdmCatalogueItem) item = g_signal_group_dup_target (self->item_signals);
  guint most = 0;

  g_object_get (item, "most", &most, NULL);
  g_object_set (self->bars, "most", most, NULL);
}

static void
menu_add (GMenu *menu, const char *label, const char *action, TdmTopic *topic)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", tdm_record_get_uid (TDM_RECORD (topic)));
  g_menu_append_item (menu, item);
}

/* Made when it is opened: most rows are never asked. */
static void
catalogue_row_fill_menu_cb (GtkMenuButton *button, gpointer row)
{
  TdmCatalogueRow *self = TDM_CATALOGUE_ROW (row);
  g_autoptr (TdmCatalogueItem) item = g_signal_group_dup_target (self->item_signals);
  g_autoptr (GMenu) menu = g_menu_new (), removal = g_menu_new ();
  TdmTopic *topic;

  if (!item)
    return;
  topic = tdm_catalogue_item_get_topic (item);
  menu_add (menu, _ ("_Edit…"), "topics.edit", topic);
  menu_add (menu, _ ("_Move to Area…"), "topics.move", topic);
  menu_add (menu, _ ("Mer_ge With…"), "topics.merge", topic);
  menu_add (removal, _ ("_Remove"), "topics.remove", topic);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removal));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
tdm_catalogue_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmCatalogueRow *self = TDM_CATALOGUE_ROW (object);
  gboolean is_set = g_value_get_boolean (value);

  switch ((TdmCatalogueRowProperty) id)
    {
    case PROP_NARROW:
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                      is_set ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
      gtk_box_set_homogeneous (self->columns, !is_set);
      gtk_box_set_spacing (self->columns, is_set ? 3 : 12);
      break;
    case PROP_READ_ONLY:
      gtk_widget_set_visible (GTK_WIDGET (self->menu_button), !is_set);
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_catalogue_row_dispose (GObject *object)
{
  TdmCatalogueRow *self = TDM_CATALOGUE_ROW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_CATALOGUE_ROW);
  g_clear_object (&self->item_signals);
  g_clear_object (&self->topic_signals);
  G_OBJECT_CLASS (tdm_catalogue_row_parent_class)->dispose (object);
}

static void
tdm_catalogue_row_class_init (TdmCatalogueRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_catalogue_row_set_property;
  object_class->dispose = tdm_catalogue_row_dispose;
  g_object_class_install_property (object_class, PROP_NARROW,
                                   g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_READ_ONLY,
                                   g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags));

  g_type_ensure (TDM_TYPE_DEMAND_BARS);
  g_type_ensure (TDM_TYPE_RECORD_TICK);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/round/catalogue-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmCatalogueRow, heading);
  gtk_widget_class_bind_template_child (widget_class, TdmCatalogueRow, tick);
  gtk_widget_class_bind_template_child (widget_class, TdmCatalogueRow, columns);
  gtk_widget_class_bind_template_child (widget_class, TdmCatalogueRow, title);
  gtk_widget_class_bind_template_child (widget_class, TdmCatalogueRow, area);
  gtk_widget_class_bind_template_child (widget_class, TdmCatalogueRow, gap);
  gtk_widget_class_bind_template_child (widget_class, TdmCatalogueRow, bars);
  gtk_widget_class_bind_template_child (widget_class, TdmCatalogueRow, menu_button);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tdm_catalogue_row_init (TdmCatalogueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->item_signals = g_signal_group_new (TDM_TYPE_CATALOGUE_ITEM);
  self->topic_signals = g_signal_group_new (TDM_TYPE_TOPIC);
  g_signal_group_connect_swapped (self->item_signals, "notify::needs", G_CALLBACK (catalogue_row_update_cb), self);
  g_signal_group_connect_swapped (self->item_signals, "notify::offers", G_CALLBACK (catalogue_row_update_cb), self);
  g_signal_group_connect_swapped (self->item_signals, "notify::heading", G_CALLBACK (catalogue_row_update_cb), self);
  g_signal_group_connect_swapped (self->item_signals, "notify::most", G_CALLBACK (catalogue_row_scale_cb), self);
  g_signal_group_connect_swapped (self->topic_signals, "notify", G_CALLBACK (catalogue_row_update_cb), self);
  gtk_menu_button_set_create_popup_func (self->menu_button, catalogue_row_fill_menu_cb, self, NULL);
}

/* NULL for none */
void
tdm_catalogue_row_set_item (TdmCatalogueRow *self, TdmCatalogueItem *item)
{
  g_signal_group_set_target (self->item_signals, item);
  g_signal_group_set_target (self->topic_signals, item ? tdm_catalogue_item_get_topic (item) : NULL);
  g_object_set (self->tick, "item", item, NULL);
  if (!item)
    return;
  catalogue_row_scale_cb (self);
  catalogue_row_update_cb (self);
}

TdmCatalogueItem *
tdm_catalogue_row_get_item (TdmCatalogueRow *self)
{
  g_autoptr (TdmCatalogueItem) item = g_signal_group_dup_target (self->item_signals);

  return item;
}

/* As the menu key does */
void
tdm_catalogue_row_open_menu (TdmCatalogueRow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->menu_button)))
    gtk_menu_button_popup (self->menu_button);
}
