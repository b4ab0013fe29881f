/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-filter-button.h"

#include "app/common/tdm-choices.h"
#include "app/common/tdm-css.h"
#include "app/common/tdm-names.h"
#include "app/common/tdm-pair-order.h"
#include "app/common/tdm-template.h"
#include "app/pairs/tdm-pair-filter.h"
#include "app/words/tdm-role-titles.h"
#include "base/tdm-i18n.h"
#include "workspace/tdm-workspace.h"

/* A button with what can be chosen of a list of tandems: which ones a filter lets through, and in which order. What is
 * searched for, and the round, come from elsewhere. */

struct _TdmPairFilterButton
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmPairFilter *filter;
  GtkSorter *sorter;

  GtkMenuButton *button;

  /* Built when they are shown first */
  GtkDropDown *show_drop_down;
  GtkDropDown *area_drop_down;
  GtkDropDown *department_drop_down;
  GtkDropDown *order_drop_down;
};

G_DEFINE_FINAL_TYPE (TdmPairFilterButton, tdm_pair_filter_button, ADW_TYPE_BIN)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_FILTER,
  PROP_SORTER,
  N_PROPS
} TdmPairFilterButtonProperty;

static GParamSpec *specs[N_PROPS];

/* --- filter --------------------------------------------------------------------------- */

static void
fill_choices_cb (TdmPairFilterButton *self)
{
  g_autoptr (GtkStringList) areas = NULL, departments = NULL;

  if (!self->workspace || gtk_drop_down_get_selected (self->area_drop_down) > 0 ||
      gtk_drop_down_get_selected (self->department_drop_down) > 0)
    return;

  areas = tdm_choices_collect (_ ("All topics"), tdm_workspace_get_topics (self->workspace), TDM_TOPIC_AREA);
  departments = tdm_choices_collect (_ ("All departments"), tdm_workspace_get_people (self->workspace),
                                     TDM_PERSON_DEPARTMENT);
  gtk_drop_down_set_model (self->area_drop_down, G_LIST_MODEL (areas));
  gtk_drop_down_set_model (self->department_drop_down, G_LIST_MODEL (departments));
}

static void
choices_changed_cb (TdmPairFilterButton *self)
{
  if (!self->order_drop_down)
    return;

  tdm_css_set_class (GTK_WIDGET (self->button), "accent",
                     tdm_pair_filter_narrow (self->filter, gtk_drop_down_get_selected (self->show_drop_down),
                                             tdm_choices_get (self->area_drop_down),
                                             tdm_choices_get (self->department_drop_down)));
}

/* --- order ---------------------------------------------------------------------------- */

static void
order_changed_cb (TdmPairFilterButton *self)
{
  if (!self->order_drop_down)
    return;

  g_object_unref (self->sorter);
  self->sorter = tdm_pair_order_make_sorter (gtk_drop_down_get_selected (self->order_drop_down));
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_SORTER]);
}

/* Of an order, behind the two roles */
#define N_OTHER_ORDERS 2

/* The choices of an order begin with the two roles, which the XML does not have. */
static void
pair_filter_button_say_roles_cb (TdmPairFilterButton *self)
{
  TdmProgramme *programme = self->workspace ? tdm_workspace_get_programme (self->workspace) : NULL;
  const char *const words[] = { tdm_role_words_get (programme, TDM_ROLE_MENTEE),
                                tdm_role_words_get (programme, TDM_ROLE_MENTOR), NULL };
  GListModel *orders;
  guint n_roles, order;

  if (!self->order_drop_down)
    return;
  orders = gtk_drop_down_get_model (self->order_drop_down);
  n_roles = g_list_model_get_n_items (orders) - N_OTHER_ORDERS;
  order = n_roles > 0 ? gtk_drop_down_get_selected (self->order_drop_down) : 0;
  gtk_string_list_splice (GTK_STRING_LIST (orders), 0, n_roles, words);
  gtk_drop_down_set_selected (self->order_drop_down, order);
}

/* --- object --------------------------------------------------------------------------- */

static void
pair_filter_button_build_cb (GtkMenuButton *button, gpointer data)
{
  static const char *const names[][2] = {
    { "show_drop_down", "show_drop_down_label" },
    { "area_drop_down", "area_drop_down_label" },
    { "department_drop_down", "department_drop_down_label" },
    { "order_drop_down", "order_drop_down_label" },
  };
  TdmPairFilterButton *self = data;
  GtkBuilderScope *scope;
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->order_drop_down)
    return;
  scope = gtk_builder_cscope_new ();
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), fill_choices_cb);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), choices_changed_cb);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), order_changed_cb);
  builder = tdm_template_build (self, "/org/tandemapp/Tandem/ui/pairs/pair-filters.ui", scope);
  self->show_drop_down = GTK_DROP_DOWN (gtk_builder_get_object (builder, "show_drop_down"));
  self->area_drop_down = GTK_DROP_DOWN (gtk_builder_get_object (builder, "area_drop_down"));
  self->department_drop_down = GTK_DROP_DOWN (gtk_builder_get_object (builder, "department_drop_down"));
  self->order_drop_down = GTK_DROP_DOWN (gtk_builder_get_object (builder, "order_drop_down"));
  tdm_names_drop_downs (builder, names, G_N_ELEMENTS (names));
  pair_filter_button_say_roles_cb (self);
  gtk_menu_button_set_popover (button, GTK_WIDGET (gtk_builder_get_object (builder, "filter_popover")));
}

static void
tdm_pair_filter_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_object (value, TDM_PAIR_FILTER_BUTTON (object)->sorter);
}

static void
tdm_pair_filter_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmPairFilterButton *self = TDM_PAIR_FILTER_BUTTON (object);

  if (id == PROP_FILTER)
    g_set_object (&self->filter, g_value_get_object (value));
  else if (g_set_object (&self->workspace, g_value_get_object (value)))
    {
      tdm_role_titles_follow (self->workspace, self, G_CALLBACK (pair_filter_button_say_roles_cb));
      pair_filter_button_say_roles_cb (self);
    }
}

static void
tdm_pair_filter_button_dispose (GObject *object)
{
  TdmPairFilterButton *self = TDM_PAIR_FILTER_BUTTON (object);

  self->show_drop_down = self->area_drop_down = self->department_drop_down = self->order_drop_down = NULL;
  g_clear_object (&self->workspace);
  g_clear_object (&self->filter);
  tdm_template_dispose (object);
}

static void
tdm_pair_filter_button_finalize (GObject *object)
{
  g_object_unref (TDM_PAIR_FILTER_BUTTON (object)->sorter);
  G_OBJECT_CLASS (tdm_pair_filter_button_parent_class)->finalize (object);
}

static void
tdm_pair_filter_button_class_init (TdmPairFilterButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS,
              writable = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tdm_pair_filter_button_get_property;
  object_class->set_property = tdm_pair_filter_button_set_property;
  object_class->dispose = tdm_pair_filter_button_dispose;
  object_class->finalize = tdm_pair_filter_button_finalize;

  specs[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TDM_TYPE_WORKSPACE, writable);
  specs[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, TDM_TYPE_PAIR_FILTER, writable);
  specs[PROP_SORTER] = g_param_spec_object ("sorter", NULL, NULL, GTK_TYPE_SORTER, readable);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tandemapp/Tandem/ui/pairs/pair-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPairFilterButton, button);
}

static void
tdm_pair_filter_button_init (TdmPairFilterButton *self)
{
  self->sorter = tdm_pair_order_make_sorter (TDM_PAIR_ORDER_MENTEE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, pair_filter_button_build_cb, self, NULL);
}

/* All are let through again, in whatever order. */
void
tdm_pair_filter_button_clear (TdmPairFilterButton *self)
{
  if (!self->order_drop_down)
    return;

  gtk_drop_down_set_selected (self->show_drop_down, 0);
  gtk_drop_down_set_selected (self->area_drop_down, 0);
  gtk_drop_down_set_selected (self->department_drop_down, 0);
}
