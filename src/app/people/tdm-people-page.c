/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-people-page.h"

#include "app/common/tdm-choices.h"
#include "app/common/tdm-css.h"
#include "app/common/tdm-main-menu.h"
#include "app/common/tdm-names.h"
#include "app/common/tdm-order.h"
#include "app/common/tdm-person-order.h"
#include "app/common/tdm-search.h"
#include "app/common/tdm-status-icons.h"
#include "app/common/tdm-text-filter.h"
#include "app/people/tdm-person-row.h"
#include "base/tdm-i18n.h"
#include "workspace/tdm-round-tandems.h"

/* All people of the programme file, whatever the round. */

struct _TdmPeoplePage
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmRound *round;
  gboolean narrow;
  gboolean pairing;
  gboolean outdated;
  GSignalGroup *workspace_signals;
  TdmRoundTandems *tandems;

  GtkSortListModel *sorted;
  GtkFilterListModel *filtered;
  GtkStringFilter *department_filter;
  TdmTextFilter *text_filter;

  AdwWindowTitle *title;
  GtkWidget *new_button;
  GtkMenuButton *menu_button;
  GtkMenuButton *filter_button;
  GtkDropDown *department_drop_down;
  GtkLabel *order_label;
  GtkDropDown *order_drop_down;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (TdmPeoplePage, tdm_people_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_ROUND,
  PROP_NARROW,
  PROP_PAIRING,
  PROP_ORDER,
  N_PROPS
} TdmPeoplePageProperty;

static GParamSpec *specs[N_PROPS];

static void
update_stack (TdmPeoplePage *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint n_people = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  g_autofree char *count = g_strdup_printf (ngettext ("%u person", "%u people", n_shown), n_shown);

  adw_window_title_set_subtitle (self->title, count);
  gtk_stack_set_visible_child_name (self->stack, n_shown > 0    ? "list"
                                                 : n_people > 0 ? "nothing-found"
                                                                : "empty");
}

/* People are added and brought together by those who coordinate. */
static void
people_page_offer (TdmPeoplePage *self)
{
  gboolean is_coordinator = self->workspace && !tdm_workspace_get_participant (self->workspace);
  gboolean pairing = is_coordinator && !tdm_workspace_is_read_only (self->workspace);

  gtk_widget_set_visible (self->new_button, is_coordinator && !self->narrow);
  if (pairing == self->pairing)
    return;
  self->pairing = pairing;
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_PAIRING]);
}

/* A changed name belongs elsewhere, and a search may find another person now. */
static void
people_page_refresh (TdmPeoplePage *self)
{
  self->outdated = FALSE;
  tdm_order_refresh (self->sorted);
  tdm_text_filter_forget (self->text_filter);
}

static void
people_page_file_changed_cb (TdmPeoplePage *self)
{
  people_page_offer (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    people_page_refresh (self);
  else
    self->outdated = TRUE;
}

static void
tdm_people_page_map (GtkWidget *widget)
{
  TdmPeoplePage *self = TDM_PEOPLE_PAGE (widget);

  if (self->outdated)
    people_page_refresh (self);
  GTK_WIDGET_CLASS (tdm_people_page_parent_class)->map (widget);
}

static void
setup_cb (TdmPeoplePage *self, GtkListItem *item)
{
  GtkWidget *row = tdm_person_row_new (self->tandems);

  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "pairing", row, "pairing", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (TdmPeoplePage *self, GtkListItem *item)
{
  tdm_person_row_set_person (TDM_PERSON_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (TdmPeoplePage *self, GtkListItem *item)
{
  tdm_person_row_set_person (TDM_PERSON_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
activate_cb (TdmPeoplePage *self, guint position)
{
  g_autoptr (TdmPerson) person = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (person)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-person", "s", tdm_record_get_uid (TDM_RECORD (person)));
}

static void
search_activate_cb (TdmPeoplePage *self)
{
  if (tdm_search_is_on (self->search_entry))
    activate_cb (self, 0);
}

static void
fill_choices_cb (TdmPeoplePage *self)
{
  g_autoptr (GtkStringList) departments = NULL;

  if (!self->workspace || gtk_drop_down_get_selected (self->department_drop_down) > 0)
    return;

  departments = tdm_choices_collect (_ ("All departments"), tdm_workspace_get_people (self->workspace),
                                     TDM_PERSON_DEPARTMENT);
  gtk_drop_down_set_model (self->department_drop_down, G_LIST_MODEL (departments));
}

static void
department_changed_cb (TdmPeoplePage *self)
{
  const char *department = tdm_choices_get (self->department_drop_down);

  gtk_string_filter_set_search (self->department_filter, department);
  tdm_css_set_class (self->filter_button, "accent", department != NULL);
}

static void
order_changed_cb (TdmPeoplePage *self)
{
  g_autoptr (GtkSorter) sorter =
    tdm_person_order_make_sorter (gtk_drop_down_get_selected (self->order_drop_down), NULL);

  gtk_sort_list_model_set_sorter (self->sorted, sorter);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_ORDER]);
}

static void
people_page_clear_filters_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmPeoplePage *self = TDM_PEOPLE_PAGE (widget);

  gtk_drop_down_set_selected (self->department_drop_down, 0);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
tdm_people_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmPeoplePage *self = TDM_PEOPLE_PAGE (object);

  if (id == PROP_ORDER)
    g_value_set_enum (value, (int) gtk_drop_down_get_selected (self->order_drop_down));
  else
    g_value_set_boolean (value, id == PROP_NARROW ? self->narrow : self->pairing);
}

static void
tdm_people_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmPeoplePage *self = TDM_PEOPLE_PAGE (object);

  switch ((TdmPeoplePageProperty) id)
    {
    case PROP_WORKSPACE:
      if (!g_set_object (&self->workspace, g_value_get_object (value)))
        break;
      people_page_clear_filters_cb (GTK_WIDGET (self), NULL, NULL);
      g_signal_group_set_target (self->workspace_signals, self->workspace);
      people_page_offer (self);
      tdm_round_tandems_set_workspace (self->tandems, self->workspace);
      tdm_order_set_model (self->sorted, self->workspace ? tdm_workspace_get_people (self->workspace) : NULL);
      update_stack (self);
      break;
    case PROP_ROUND:
      if (g_set_object (&self->round, g_value_get_object (value)))
        tdm_round_tandems_set_round (self->tandems, self->round);
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      people_page_offer (self);
      break;
    case PROP_ORDER:
      gtk_drop_down_set_selected (self->order_drop_down, (guint) g_value_get_enum (value));
      break;
    case PROP_PAIRING:
    case N_PROPS:
      break;
    }
}

static void
tdm_people_page_dispose (GObject *object)
{
  TdmPeoplePage *self = TDM_PEOPLE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_PEOPLE_PAGE);
  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->tandems);
  g_clear_object (&self->workspace);
  g_clear_object (&self->round);
  G_OBJECT_CLASS (tdm_people_page_parent_class)->dispose (object);
}

static void
tdm_people_page_class_init (TdmPeoplePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tdm_people_page_get_property;
  object_class->set_property = tdm_people_page_set_property;
  object_class->dispose = tdm_people_page_dispose;
  widget_class->map = tdm_people_page_map;

  specs[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TDM_TYPE_WORKSPACE, flags);
  specs[PROP_ROUND] = g_param_spec_object ("round", NULL, NULL, TDM_TYPE_ROUND, flags);
  specs[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags | G_PARAM_READABLE);
  specs[PROP_PAIRING] = g_param_spec_boolean ("pairing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  specs[PROP_ORDER] = g_param_spec_enum ("order", NULL, NULL, TDM_TYPE_PERSON_ORDER, TDM_PERSON_ORDER_FIRST_NAME,
                                         flags | G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  g_type_ensure (TDM_TYPE_TEXT_FILTER);
  g_type_ensure (TDM_TYPE_PERSON_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/people/people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPeoplePage, sorted);
  gtk_widget_class_bind_template_child (widget_class, TdmPeoplePage, filtered);
  gtk_widget_class_bind_template_child (widget_class, TdmPeoplePage, department_filter);
  gtk_widget_class_bind_template_child (widget_class, TdmPeoplePage, text_filter);
  gtk_widget_class_bind_template_child (widget_class, TdmPeoplePage, title);
  gtk_widget_class_bind_template_child (widget_class, TdmPeoplePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TdmPeoplePage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TdmPeoplePage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TdmPeoplePage, department_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TdmPeoplePage, order_label);
  gtk_widget_class_bind_template_child (widget_class, TdmPeoplePage, order_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TdmPeoplePage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TdmPeoplePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TdmPeoplePage, stack);
  gtk_widget_class_bind_template_callback (widget_class, update_stack);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_choices_cb);
  gtk_widget_class_bind_template_callback (widget_class, department_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_changed_cb);
  gtk_widget_class_install_action (widget_class, "people.clear-filters", NULL, people_page_clear_filters_cb);
}

static void
tdm_people_page_init (TdmPeoplePage *self)
{
  self->tandems = tdm_round_tandems_new ();
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::undo-label",
                                  G_CALLBACK (people_page_file_changed_cb), self);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::read-only", G_CALLBACK (people_page_offer), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_names_drop_down (self->department_drop_down, _ ("Department"));
  tdm_names_drop_down (self->order_drop_down, gtk_label_get_text (self->order_label));
  order_changed_cb (self);
  tdm_status_icons_wait (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  tdm_main_menu_offer (self->menu_button, tdm_main_menu_get ());
  update_stack (self);
}

void
tdm_people_page_start_search (TdmPeoplePage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
