/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pairs-page.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-main-menu.h"
#include "app/common/tdm-order.h"
#include "app/common/tdm-search.h"
#include "app/common/tdm-selection-bar.h"
#include "app/common/tdm-status-icons.h"
#include "app/pairs/tdm-pair-card.h"
#include "app/pairs/tdm-pair-filter-button.h"
#include "app/pairs/tdm-pair-filter.h"
#include "app/pairs/tdm-pair-table.h"
#include "app/pairs/tdm-pair-verbs.h"
#include "app/words/tdm-role-titles.h"
#include "base/tdm-i18n.h"
#include "workspace/tdm-workspace.h"

/* All tandems of a round, as cards or as a table; on a narrow screen as cards, where a table has no room for names. */

struct _TdmPairsPage
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmRound *round;
  gboolean narrow;
  gboolean selecting;
  gboolean is_stale;
  char *view;
  GSignalGroup *workspace_signals;

  TdmPairFilter *filter;
  GtkSortListModel *sorted;
  GtkFilterListModel *filtered;
  GtkMultiSelection *selection;
  GtkNoSelection *plain;
  GtkSortListModel *table_sorted;

  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  TdmPairFilterButton *filter_button;
  GtkWidget *new_button;
  AdwStatusPage *empty_page;
  GtkWidget *empty_buttons;
  GtkStack *stack;
  GtkGridView *cards;
  TdmSelectionBar *selection_bar;
  AdwWindowTitle *title;
  GtkMenuButton *menu_button;
  GMenu *menu;
  GMenuModel *view_menu;
  GtkMenuButton *bulk_button;
  GMenu *bulk_menu;

  TdmPairTable *table; /* built when it is shown first */
};

G_DEFINE_FINAL_TYPE (TdmPairsPage, tdm_pairs_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_ROUND,
  PROP_NARROW,
  PROP_SELECTING,
  PROP_VIEW,
  N_PROPS
} TdmPairsPageProperty;

static GParamSpec *specs[N_PROPS];

static const char *
pairs_page_get_shown_view (TdmPairsPage *self)
{
  return self->narrow ? "cards" : self->view;
}

static void
update_stack (TdmPairsPage *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  GListModel *pairs = self->workspace && n_shown == 0 ? tdm_workspace_get_pairs (self->workspace) : NULL;
  g_autofree char *count = g_strdup_printf (ngettext ("%u tandem", "%u tandems", n_shown), n_shown);
  const char *child = n_shown > 0 ? pairs_page_get_shown_view (self) : "empty";

  for (guint i = 0; pairs && i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      if (tdm_pair_get_round (pair) == self->round)
        child = "nothing-found";
    }
  adw_window_title_set_subtitle (self->title, count);
  gtk_stack_set_visible_child_name (self->stack, child);
}

static void
activate_cb (TdmPairsPage *self, guint position)
{
  g_autoptr (TdmPair) pair = g_list_model_get_item (G_LIST_MODEL (self->plain), position);

  if (!self->selecting && pair)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-pair", "s", tdm_record_get_uid (TDM_RECORD (pair)));
}

static void
search_activate_cb (TdmPairsPage *self)
{
  if (tdm_search_is_on (self->search_entry))
    activate_cb (self, 0);
}

static void
pairs_page_say_roles (TdmPairsPage *self)
{
  TdmProgramme *programme = self->workspace ? tdm_workspace_get_programme (self->workspace) : NULL;

  tdm_role_titles_fill_menu (G_MENU_MODEL (self->bulk_menu), programme);
  if (self->table)
    tdm_pair_table_say_roles (self->table, programme);
}

static void
pairs_page_build_table (TdmPairsPage *self)
{
  self->table = g_object_new (TDM_TYPE_PAIR_TABLE, NULL);
  g_signal_connect_object (self->table, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  pairs_page_say_roles (self);
  gtk_sort_list_model_set_sorter (self->table_sorted, tdm_pair_table_get_sorter (self->table));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "table");
}

static void
pairs_page_update_models (TdmPairsPage *self)
{
  GtkSelectionModel *model = self->selecting ? GTK_SELECTION_MODEL (self->selection)
                                             : GTK_SELECTION_MODEL (self->plain);
  gboolean is_table = g_str_equal (pairs_page_get_shown_view (self), "table");

  if (is_table && !self->table)
    pairs_page_build_table (self);
  /* As the rows go, the pointer comes to the next, which single-click-activate selects: in GTK 4.8 that ends the
   * program while there is half a list. */
  gtk_grid_view_set_single_click_activate (self->cards, FALSE);
  gtk_grid_view_set_model (self->cards, NULL);
  if (self->table)
    tdm_pair_table_show (self->table, NULL, FALSE);
  tdm_order_set_model (self->table_sorted, is_table ? G_LIST_MODEL (self->filtered) : NULL);
  gtk_multi_selection_set_model (self->selection, is_table ? G_LIST_MODEL (self->table_sorted)
                                                           : G_LIST_MODEL (self->filtered));
  gtk_no_selection_set_model (self->plain, is_table ? G_LIST_MODEL (self->table_sorted)
                                                    : G_LIST_MODEL (self->filtered));
  gtk_grid_view_set_single_click_activate (self->cards, !self->selecting);
  if (is_table)
    tdm_pair_table_show (self->table, model, !self->selecting);
  else
    gtk_grid_view_set_model (self->cards, model);
  update_stack (self);
}

static GPtrArray *
pairs_page_get_selected (TdmPairsPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    g_ptr_array_add (pairs, g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (selected, i)));
  return pairs;
}

/* Of those that are shown */
static void
pairs_page_select (TdmPairsPage *self, GPtrArray *pairs)
{
  GListModel *shown = G_LIST_MODEL (self->selection);
  guint n_shown = pairs->len > 0 ? g_list_model_get_n_items (shown) : 0;

  for (guint i = 0; i < n_shown; i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (shown, i);

      if (g_ptr_array_find (pairs, pair, NULL))
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, FALSE);
    }
}

/* What is possible for at least one of those that are selected */
static void
selection_changed_cb (TdmPairsPage *self)
{
  g_autoptr (GPtrArray) pairs = pairs_page_get_selected (self);
  gboolean is_writable = self->workspace && !tdm_workspace_is_read_only (self->workspace);

  tdm_selection_bar_count (self->selection_bar, pairs->len);
  gtk_widget_set_sensitive (GTK_WIDGET (self->bulk_button), pairs->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pairs.export", pairs->len > 0);
  for (TdmPairVerb verb = 0; verb < TDM_N_PAIR_VERBS; verb++)
    {
      g_autofree char *action = g_strconcat ("pairs.", tdm_pair_verb_get_name (verb), NULL);
      gboolean is_possible = FALSE;

      for (guint i = 0; is_writable && !is_possible && i < pairs->len; i++)
        is_possible = tdm_pair_verb_can (verb, pairs->pdata[i]);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), action, is_possible);
    }
}

static void
pairs_page_set_selecting (TdmPairsPage *self, gboolean selecting)
{
  if (self->selecting == selecting)
    return;

  self->selecting = selecting;
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  pairs_page_update_models (self);
  selection_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_SELECTING]);
  /* What people want to select comes next. */
  if (selecting)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
pairs_page_set_view (TdmPairsPage *self, const char *view)
{
  if (g_strcmp0 (self->view, view) == 0 || !view)
    return;

  g_free (self->view);
  self->view = g_strdup (view);
  pairs_page_update_models (self);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_VIEW]);
}

/* Those of a participant come with invitations. */
static void
pairs_page_offer_new (TdmPairsPage *self)
{
  gboolean is_coordinator = self->workspace && !tdm_workspace_get_participant (self->workspace);

  gtk_widget_set_visible (self->new_button, is_coordinator && !self->narrow);
  gtk_widget_set_visible (self->empty_buttons, is_coordinator);
  adw_status_page_set_description (self->empty_page,
                                   is_coordinator
                                     ? _ ("Add people, then bring two of them together.")
                                     : _ ("Open the invitation to your tandem: people and meetings come with it."));
}

/* What is selected stays so. */
static void
pairs_page_set_narrow (TdmPairsPage *self, gboolean narrow)
{
  g_autoptr (GPtrArray) selected = NULL;

  if (self->narrow == narrow)
    return;

  selected = pairs_page_get_selected (self);
  self->narrow = narrow;
  if (narrow)
    g_menu_remove (self->menu, 0);
  else
    g_menu_insert_section (self->menu, 0, NULL, self->view_menu);
  pairs_page_offer_new (self);
  pairs_page_update_models (self);
  pairs_page_select (self, selected);
}

static void
search_changed_cb (TdmPairsPage *self)
{
  tdm_pair_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
pairs_page_clear_filters_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmPairsPage *self = TDM_PAIRS_PAGE (widget);

  tdm_pair_filter_button_clear (self->filter_button);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

/* The bar goes: the focus in it would go to what comes first in the window. */
static void
pairs_page_stop_selecting (GtkWidget *widget)
{
  TdmPairsPage *self = TDM_PAIRS_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean is_in_bar = focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->selection_bar));

  pairs_page_set_selecting (self, FALSE);
  if (is_in_bar)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* From wherever the keyboard is on the page; the list that has it does so by itself. */
static gboolean
pairs_page_select_all_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  TdmPairsPage *self = TDM_PAIRS_PAGE (widget);

  return self->selecting && gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

static void
pairs_page_all_or_none_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (TDM_PAIRS_PAGE (widget)->selection);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);

  if (gtk_bitset_get_size (selected) < g_list_model_get_n_items (G_LIST_MODEL (selection)))
    gtk_selection_model_select_all (selection);
  else
    gtk_selection_model_unselect_all (selection);
}

static gboolean
pairs_page_escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  if (!TDM_PAIRS_PAGE (widget)->selecting)
    return FALSE;
  pairs_page_stop_selecting (widget);
  return TRUE;
}

static void
pairs_page_run_verb_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmPairsPage *self = TDM_PAIRS_PAGE (widget);
  g_autoptr (GPtrArray) pairs = pairs_page_get_selected (self);

  tdm_pair_verb_run (tdm_pair_verb_from_action (action), widget, self->workspace, pairs, pairs_page_stop_selecting);
}

/* It changes none of them: they stay selected for what comes next. */
static void
pairs_page_export_selected_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) pairs = pairs_page_get_selected (TDM_PAIRS_PAGE (widget));
  GVariantBuilder uids;

  g_variant_builder_init (&uids, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < pairs->len; i++)
    g_variant_builder_add (&uids, "s", tdm_record_get_uid (pairs->pdata[i]));
  gtk_widget_activate_action (widget, "win.export-pairs", "as", &uids);
}

/* Filters and sorters do not watch what they look at. */
static void
pairs_page_refresh (TdmPairsPage *self)
{
  g_autoptr (GPtrArray) selected = pairs_page_get_selected (self);

  self->is_stale = FALSE;
  tdm_order_refresh (self->sorted);
  tdm_order_refresh (self->table_sorted);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  pairs_page_select (self, selected);
}

static void
pairs_page_changed_cb (TdmPairsPage *self)
{
  pairs_page_offer_new (self);
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    pairs_page_refresh (self);
}

static void
tdm_pairs_page_map (GtkWidget *widget)
{
  if (TDM_PAIRS_PAGE (widget)->is_stale)
    pairs_page_refresh (TDM_PAIRS_PAGE (widget));
  GTK_WIDGET_CLASS (tdm_pairs_page_parent_class)->map (widget);
}

static void
tdm_pairs_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmPairsPage *self = TDM_PAIRS_PAGE (object);

  switch ((TdmPairsPageProperty) id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SELECTING:
      g_value_set_boolean (value, self->selecting);
      break;
    case PROP_VIEW:
      g_value_set_string (value, self->view);
      break;
    case PROP_WORKSPACE:
    case PROP_ROUND:
    case N_PROPS:
      break;
    }
}

static void
tdm_pairs_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmPairsPage *self = TDM_PAIRS_PAGE (object);

  switch ((TdmPairsPageProperty) id)
    {
    case PROP_WORKSPACE:
      if (!g_set_object (&self->workspace, g_value_get_object (value)))
        break;
      g_signal_group_set_target (self->workspace_signals, self->workspace);
      pairs_page_offer_new (self);
      g_object_set (self->filter_button, "workspace", self->workspace, NULL);
      tdm_role_titles_follow (self->workspace, self, G_CALLBACK (pairs_page_say_roles));
      pairs_page_say_roles (self);
      tdm_order_set_model (self->sorted, self->workspace ? tdm_workspace_get_pairs (self->workspace) : NULL);
      update_stack (self);
      break;
    case PROP_ROUND:
      if (!g_set_object (&self->round, g_value_get_object (value)))
        break;
      tdm_pair_filter_set_round (self->filter, self->round);
      pairs_page_set_selecting (self, FALSE);
      update_stack (self);
      break;
    case PROP_NARROW:
      pairs_page_set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_SELECTING:
      pairs_page_set_selecting (self, g_value_get_boolean (value));
      break;
    case PROP_VIEW:
      pairs_page_set_view (self, g_value_get_string (value));
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_pairs_page_dispose (GObject *object)
{
  TdmPairsPage *self = TDM_PAIRS_PAGE (object);

  self->table = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_PAIRS_PAGE);
  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->workspace);
  g_clear_object (&self->round);
  g_clear_pointer (&self->view, g_free);
  G_OBJECT_CLASS (tdm_pairs_page_parent_class)->dispose (object);
}

static void
tdm_pairs_page_class_init (TdmPairsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags set_only = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS, flags = set_only | G_PARAM_READABLE;

  object_class->get_property = tdm_pairs_page_get_property;
  object_class->set_property = tdm_pairs_page_set_property;
  object_class->dispose = tdm_pairs_page_dispose;
  widget_class->map = tdm_pairs_page_map;

  specs[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TDM_TYPE_WORKSPACE, set_only);
  specs[PROP_ROUND] = g_param_spec_object ("round", NULL, NULL, TDM_TYPE_ROUND, set_only);
  specs[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  specs[PROP_SELECTING] = g_param_spec_boolean ("selecting", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  specs[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "cards", flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  g_type_ensure (TDM_TYPE_PAIR_CARD);
  g_type_ensure (TDM_TYPE_PAIR_FILTER);
  g_type_ensure (TDM_TYPE_PAIR_FILTER_BUTTON);
  g_type_ensure (TDM_TYPE_SELECTION_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/pairs/pairs-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, sorted);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, filtered);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, plain);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, table_sorted);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, empty_buttons);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, cards);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, title);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, bulk_button);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, bulk_menu);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, menu);
  gtk_widget_class_bind_template_child (widget_class, TdmPairsPage, view_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_stack);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, pairs_page_select_all_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, pairs_page_escape_cb, NULL);
  gtk_widget_class_install_property_action (widget_class, "pairs.select", "selecting");
  gtk_widget_class_install_action (widget_class, "pairs.select-all", NULL, pairs_page_all_or_none_cb);
  gtk_widget_class_install_action (widget_class, "pairs.clear-filters", NULL, pairs_page_clear_filters_cb);
  gtk_widget_class_install_action (widget_class, "pairs.export", NULL, pairs_page_export_selected_cb);
  gtk_widget_class_install_action (widget_class, "pairs.ask-mentee", NULL, pairs_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pairs.ask-mentor", NULL, pairs_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pairs.confirm", NULL, pairs_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pairs.activate", NULL, pairs_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pairs.decline", NULL, pairs_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pairs.plan", NULL, pairs_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pairs.extend", NULL, pairs_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pairs.pause", NULL, pairs_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pairs.resume", NULL, pairs_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pairs.end", NULL, pairs_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pairs.reopen", NULL, pairs_page_run_verb_cb);
}

static void
tdm_pairs_page_init (TdmPairsPage *self)
{
  self->view = g_strdup ("cards");
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::undo-label", G_CALLBACK (pairs_page_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::read-only", G_CALLBACK (selection_changed_cb),
                                  self);
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_status_icons_wait (GTK_WIDGET (self));
  tdm_main_menu_append (self->menu);
  tdm_main_menu_offer (self->menu_button, G_MENU_MODEL (self->menu));
  tdm_main_menu_offer (self->bulk_button, G_MENU_MODEL (self->bulk_menu));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  pairs_page_update_models (self);
  selection_changed_cb (self);
}

void
tdm_pairs_page_start_search (TdmPairsPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
