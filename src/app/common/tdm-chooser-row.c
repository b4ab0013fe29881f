/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-chooser-row.h"

#include "app/common/tdm-css.h"
#include "app/common/tdm-opening-row.h"
#include "app/common/tdm-text-filter.h"
#include "base/tdm-compat.h"

/* A row to choose one of many things from a list that can be searched, in any part of its texts. The list is only there
 * while it is open: thousands of people cost nothing before. */

struct _TdmChooserRow
{
  AdwActionRow parent_instance;

  GListModel *model;
  GtkExpression *text;
  GtkExpression *detail;
  GtkExpression *search;
  GObject *selected;
  char *placeholder;
  gboolean optional;

  GtkSortListModel *sorted;
  GtkMultiSorter *orders;
  GtkNumericSorter *ranker;
  GtkStringSorter *sorter;
  TdmTextFilter *filter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  GtkPopover *popover;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list;
  GtkWidget *clear_button;
};

G_DEFINE_FINAL_TYPE (TdmChooserRow, tdm_chooser_row, ADW_TYPE_ACTION_ROW)

typedef enum
{
  PROP_MODEL = 1,
  PROP_TEXT,
  PROP_DETAIL,
  PROP_SEARCH,
  PROP_SELECTED,
  PROP_PLACEHOLDER,
  PROP_OPTIONAL,
  N_PROPS
} TdmChooserRowProperty;

static GParamSpec *specs[N_PROPS];

static char *
expression_read_text (GtkExpression *expression, gpointer item)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (!expression || !item || !gtk_expression_evaluate (expression, item, &value))
    return g_strdup ("");
  return g_value_dup_string (&value);
}

static void
chooser_row_update (TdmChooserRow *self)
{
  g_autofree char *text = expression_read_text (self->text, self->selected);
  g_autofree char *detail = expression_read_text (self->detail, self->selected);
  g_autofree char *both = detail && *detail ? g_strdup_printf ("%s · %s", text, detail) : g_strdup (text);
  const char *description = self->selected ? both : self->placeholder ? self->placeholder : "";

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_widget_set_visible (self->clear_button, self->optional && self->selected);
  tdm_css_set_class (self, "unset", !self->selected);
}

static void
opened_cb (TdmChooserRow *self)
{
  GListModel *items = G_LIST_MODEL (self->filtered);
  guint n_items, position = 0;

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_sort_list_model_set_model (self->sorted, self->model);
  for (n_items = self->selected ? g_list_model_get_n_items (items) : 0; position < n_items; position++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, position);

      if (item == self->selected)
        break;
    }
  gtk_single_selection_set_selected (self->selection, position < n_items ? position : GTK_INVALID_LIST_POSITION);
  if (position < n_items)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* From an item of the list, GTK would let the keyboard go on to another row. */
static void
closed_cb (TdmChooserRow *self)
{
  gtk_sort_list_model_set_model (self->sorted, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
items_changed_cb (TdmChooserRow *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "nothing-found");
}

static void
activate_cb (TdmChooserRow *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (!item)
    return;

  gtk_popover_popdown (self->popover);
  tdm_chooser_row_set_selected (self, item);
}

static void
search_activate_cb (TdmChooserRow *self)
{
  activate_cb (self, 0);
}

static void
clear_cb (TdmChooserRow *self)
{
  tdm_chooser_row_set_selected (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static GtkWidget *
label_new_with_class (const char *css_class)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "xalign", 0.0,
                       "ellipsize", PANGO_ELLIPSIZE_END,
                       "single-line-mode", TRUE,
                       "css-classes", (const char *[]) { css_class, NULL },
                       NULL);
}

static void
setup_cb (TdmChooserRow *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), label_new_with_class ("text"));
  gtk_box_append (GTK_BOX (box), label_new_with_class ("dim-label"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (TdmChooserRow *self, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *second = gtk_widget_get_last_child (box);
  g_autofree char *text = expression_read_text (self->text, gtk_list_item_get_item (item));
  g_autofree char *detail = expression_read_text (self->detail, gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), text);
  gtk_label_set_text (GTK_LABEL (second), detail);
  gtk_widget_set_visible (second, *detail != '\0');
}

static void
expression_take (GtkExpression **place, const GValue *value)
{
  g_clear_pointer (place, gtk_expression_unref);
  *place = gtk_value_dup_expression (value);
}

static void
tdm_chooser_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_object (value, TDM_CHOOSER_ROW (object)->selected);
}

static void
tdm_chooser_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmChooserRow *self = TDM_CHOOSER_ROW (object);

  switch ((TdmChooserRowProperty) id)
    {
    case PROP_MODEL:
      tdm_chooser_row_set_model (self, g_value_get_object (value));
      break;
    case PROP_TEXT:
      expression_take (&self->text, value);
      gtk_string_sorter_set_expression (self->sorter, self->text);
      if (!self->search)
        tdm_text_filter_set_expression (self->filter, self->text);
      break;
    case PROP_DETAIL:
      expression_take (&self->detail, value);
      break;
    case PROP_SEARCH:
      expression_take (&self->search, value);
      tdm_text_filter_set_expression (self->filter, self->search);
      break;
    case PROP_SELECTED:
      tdm_chooser_row_set_selected (self, g_value_get_object (value));
      break;
    case PROP_PLACEHOLDER:
      tdm_chooser_row_set_placeholder (self, g_value_get_string (value));
      break;
    case PROP_OPTIONAL:
      self->optional = g_value_get_boolean (value);
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_chooser_row_dispose (GObject *object)
{
  TdmChooserRow *self = TDM_CHOOSER_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_CHOOSER_ROW);
  g_clear_object (&self->model);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->text, gtk_expression_unref);
  g_clear_pointer (&self->detail, gtk_expression_unref);
  g_clear_pointer (&self->search, gtk_expression_unref);
  g_clear_pointer (&self->placeholder, g_free);
  G_OBJECT_CLASS (tdm_chooser_row_parent_class)->dispose (object);
}

static void
tdm_chooser_row_class_init (TdmChooserRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tdm_chooser_row_get_property;
  object_class->set_property = tdm_chooser_row_set_property;
  object_class->dispose = tdm_chooser_row_dispose;
  specs[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  specs[PROP_TEXT] = gtk_param_spec_expression ("text", NULL, NULL, flags);
  specs[PROP_DETAIL] = gtk_param_spec_expression ("detail", NULL, NULL, flags);
  specs[PROP_SEARCH] = gtk_param_spec_expression ("search", NULL, NULL, flags);
  specs[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, G_TYPE_OBJECT,
                                              flags | G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY);
  specs[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  specs[PROP_OPTIONAL] = g_param_spec_boolean ("optional", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  g_type_ensure (TDM_TYPE_TEXT_FILTER);
  tdm_opening_row_install (ADW_ACTION_ROW_CLASS (klass));
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/common/chooser-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmChooserRow, sorted);
  gtk_widget_class_bind_template_child (widget_class, TdmChooserRow, orders);
  gtk_widget_class_bind_template_child (widget_class, TdmChooserRow, ranker);
  gtk_widget_class_bind_template_child (widget_class, TdmChooserRow, sorter);
  gtk_widget_class_bind_template_child (widget_class, TdmChooserRow, filter);
  gtk_widget_class_bind_template_child (widget_class, TdmChooserRow, filtered);
  gtk_widget_class_bind_template_child (widget_class, TdmChooserRow, selection);
  gtk_widget_class_bind_template_child (widget_class, TdmChooserRow, popover);
  gtk_widget_class_bind_template_child (widget_class, TdmChooserRow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TdmChooserRow, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmChooserRow, list);
  gtk_widget_class_bind_template_child (widget_class, TdmChooserRow, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, items_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
tdm_chooser_row_init (TdmChooserRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_opening_row_set_up (ADW_ACTION_ROW (self));
  chooser_row_update (self);
}

gpointer
tdm_chooser_row_get_selected (TdmChooserRow *self)
{
  return self->selected;
}

/* An item of the model, or NULL. */
void
tdm_chooser_row_set_selected (TdmChooserRow *self, gpointer item)
{
  if (!g_set_object (&self->selected, item))
    return;

  chooser_row_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_SELECTED]);
}

void
tdm_chooser_row_set_model (TdmChooserRow *self, GListModel *model)
{
  g_set_object (&self->model, model);
}

/* Items with a smaller number stand before the others: an expression of G_TYPE_INT, which looks again when the list is
 * opened. */
void
tdm_chooser_row_set_rank (TdmChooserRow *self, GtkExpression *rank)
{
  gtk_numeric_sorter_set_expression (self->ranker, rank);
}

/* In place of the order of the texts */
void
tdm_chooser_row_take_order (TdmChooserRow *self, GtkSorter *taken_sorter)
{
  gtk_multi_sorter_remove (self->orders, 1);
  gtk_multi_sorter_append (self->orders, taken_sorter);
}

/* What stands there while nothing is chosen. */
void
tdm_chooser_row_set_placeholder (TdmChooserRow *self, const char *placeholder)
{
  if (tdm_set_str (&self->placeholder, placeholder))
    chooser_row_update (self);
}
