/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-view.h"

#include "app/common/tdm-css.h"
#include "app/common/tdm-headed-list.h"
#include "app/common/tdm-order.h"
#include "app/common/tdm-record-tick.h"
#include "app/common/tdm-text-filter.h"
#include "base/tdm-i18n.h"
#include "workspace/tdm-workspace.h"

/* A list of records with all that lists have in common: a search, a filter and an order, rows from XML, ticks on
 * several rows at once with a bar for what can be done with them, and what is there to be said where it is empty. Above
 * the list there may be a header, which scrolls with it.
 *
 * While rows are selected, a click on one ticks it; a row has a TdmRecordTick to show it. What is ticked stays ticked
 * while a search or a filter hides it, so that several searches can lead to one selection. */

struct _TdmRecordView
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  GListModel *model;
  gboolean selecting;
  gboolean is_stale;
  GHashTable *ticked;
  GSignalGroup *workspace_signals;
  GSignalGroup *model_signals;

  GtkSortListModel *sorted;
  GtkFilterListModel *filtered;
  GtkFilterListModel *found;
  GtkSliceListModel *ready;
  guint n_frames;
  guint tick_id;
  TdmTextFilter *text_filter;

  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkScrolledWindow *scrolled;
  TdmHeadedList *headed;
  GtkListView *list;
  GtkStack *placeholder;
  AdwBin *empty_bin;
  GtkWidget *bar;
  GtkLabel *ticked_label;
  AdwBin *actions_bin;
  GtkButton *done_button;
  GtkWidget *search_button;
};

G_DEFINE_FINAL_TYPE (TdmRecordView, tdm_record_view, ADW_TYPE_BIN)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_MODEL,
  PROP_FACTORY,
  PROP_SORTER,
  PROP_FILTER,
  PROP_TEXT,
  PROP_LABEL,
  PROP_HINT,
  PROP_HEADER,
  PROP_EMPTY,
  PROP_ACTIONS,
  PROP_SEARCHING,
  PROP_SELECTING,
  PROP_IS_CHOOSER,
  PROP_N_TICKED,
  PROP_N_SHOWN,
  N_PROPS
} TdmRecordViewProperty;

static GParamSpec *specs[N_PROPS];

typedef enum
{
  SIGNAL_ACTIVATE,
  SIGNAL_TICKS_CHANGED,
  SIGNAL_CLEAR_FILTERS,
  N_SIGNALS
} TdmRecordViewSignal;

static guint signals[N_SIGNALS];

/* An empty list cannot have the focus, which would go to what comes first in the window. */
static void
record_view_pass_focus_on (TdmRecordView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  /* The row that has it may have left the window already. */
  if (!focus || (gtk_widget_get_root (focus) == root && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list))))
    return;
  /* The header comes before the list. */
  gtk_widget_child_focus (gtk_widget_get_first_child (GTK_WIDGET (self->headed)), GTK_DIR_TAB_FORWARD);
}

static void
update_cb (TdmRecordView *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  gboolean has_any = self->model && g_list_model_get_n_items (self->model) > 0;

  gtk_stack_set_visible_child_name (self->placeholder, has_any ? "nothing-found" : "empty");
  if (n_shown == 0)
    record_view_pass_focus_on (self);
  tdm_headed_list_set_is_empty (self->headed, n_shown == 0);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_N_SHOWN]);
}

/* --- ticks ---------------------------------------------------------------------------- */

static void
record_view_tell_ticks (TdmRecordView *self)
{
  guint n_ticked = g_hash_table_size (self->ticked);
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", n_ticked), n_ticked);

  gtk_label_set_text (self->ticked_label, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->actions_bin), n_ticked > 0);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_N_TICKED]);
  g_signal_emit (self, signals[SIGNAL_TICKS_CHANGED], 0);
}

/* The bar goes, and so do the ticks: the focus would go to what comes first in the window. */
static void
record_view_keep_focus (TdmRecordView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  gboolean is_on_tick = focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)) &&
                        gtk_widget_get_ancestor (focus, TDM_TYPE_RECORD_TICK);

  if (is_on_tick || (focus && gtk_widget_is_ancestor (focus, self->bar)))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* What is gone from the list cannot be ticked. */
static void
record_view_forget_gone_cb (TdmRecordView *self)
{
  g_autoptr (GHashTable) there = NULL;
  GHashTableIter iter;
  gpointer item;
  gboolean is_changed = FALSE;

  if (g_hash_table_size (self->ticked) == 0)
    return;
  there = g_hash_table_new (NULL, NULL);
  for (guint i = 0; self->model && i < g_list_model_get_n_items (self->model); i++)
    {
      g_autoptr (GObject) other = g_list_model_get_item (self->model, i);

      g_hash_table_add (there, other);
    }
  g_hash_table_iter_init (&iter, self->ticked);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (!g_hash_table_contains (there, item))
      {
        g_hash_table_iter_remove (&iter);
        is_changed = TRUE;
      }
  if (is_changed)
    record_view_tell_ticks (self);
}

static void
record_view_tick_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmRecordView *self = TDM_RECORD_VIEW (widget);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  guint n_before = g_hash_table_size (self->ticked);

  if (!self->selecting)
    return;
  for (guint i = 0; i < n_shown; i++)
    g_hash_table_add (self->ticked, g_list_model_get_item (G_LIST_MODEL (self->found), i));
  /* All of them were: then none */
  if (g_hash_table_size (self->ticked) == n_before)
    g_hash_table_remove_all (self->ticked);
  record_view_tell_ticks (self);
}

static void
record_view_stop_selecting_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_record_view_set_selecting (TDM_RECORD_VIEW (widget), FALSE);
}

static gboolean
record_view_escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  TdmRecordView *self = TDM_RECORD_VIEW (widget);

  if (!self->selecting || !gtk_widget_get_visible (GTK_WIDGET (self->done_button)))
    return FALSE;
  tdm_record_view_set_selecting (self, FALSE);
  return TRUE;
}

/* A list takes the key for a selection that it does not have: it is heard of before. */
static gboolean
record_view_select_all_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  TdmRecordView *self = TDM_RECORD_VIEW (widget);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (!self->selecting || GTK_IS_TEXT (focus))
    return FALSE;
  for (guint i = 0; i < n_shown; i++)
    g_hash_table_add (self->ticked, g_list_model_get_item (G_LIST_MODEL (self->found), i));
  record_view_tell_ticks (self);
  return TRUE;
}

static void
record_view_listen_to_keys (TdmRecordView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>a"),
                                                      gtk_callback_action_new (record_view_select_all_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
activate_cb (TdmRecordView *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (!item)
    return;
  if (self->selecting)
    tdm_record_view_tick (self, item, !tdm_record_view_is_ticked (self, item));
  else
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, item);
}

/* --- filter and order ----------------------------------------------------------------- */

static void
record_view_file_changed_cb (TdmRecordView *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    tdm_record_view_refresh (self);
}

static void
tdm_record_view_map (GtkWidget *widget)
{
  if (TDM_RECORD_VIEW (widget)->is_stale)
    tdm_record_view_refresh (TDM_RECORD_VIEW (widget));
  GTK_WIDGET_CLASS (tdm_record_view_parent_class)->map (widget);
}

static void
record_view_clear_filters_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmRecordView *self = TDM_RECORD_VIEW (widget);

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  g_signal_emit (self, signals[SIGNAL_CLEAR_FILTERS], 0);
}

/* A list view makes two hundred rows, whatever is to be seen of them: the first ones come at once, the others after
 * they are on the screen. */
#define FIRST_ROWS 30
#define FRAMES_OF_FIRST_ROWS 2

static gboolean
record_view_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TdmRecordView *self = TDM_RECORD_VIEW (widget);

  if (self->n_frames++ < FRAMES_OF_FIRST_ROWS)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  gtk_slice_list_model_set_size (self->ready, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

static void
record_view_set_model (TdmRecordView *self, GListModel *model)
{
  if (!g_set_object (&self->model, model))
    return;
  gtk_slice_list_model_set_size (self->ready, FIRST_ROWS);
  self->n_frames = 0;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), record_view_frame_cb, NULL, NULL);
  g_signal_group_set_target (self->model_signals, model);
  tdm_order_set_model (self->sorted, model);
  record_view_forget_gone_cb (self);
  update_cb (self);
}

/* For a list of something else: it is read from its header on. */
void
tdm_record_view_scroll_up (TdmRecordView *self)
{
  g_return_if_fail (TDM_IS_RECORD_VIEW (self));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

/* --- object --------------------------------------------------------------------------- */

static void
tdm_record_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmRecordView *self = TDM_RECORD_VIEW (object);

  switch (id)
    {
    case PROP_SEARCHING:
      g_value_set_boolean (value, gtk_search_bar_get_search_mode (self->search_bar));
      break;
    case PROP_SELECTING:
      g_value_set_boolean (value, self->selecting);
      break;
    case PROP_N_TICKED:
      g_value_set_uint (value, g_hash_table_size (self->ticked));
      break;
    case PROP_N_SHOWN:
      g_value_set_uint (value, g_list_model_get_n_items (G_LIST_MODEL (self->found)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
tdm_record_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmRecordView *self = TDM_RECORD_VIEW (object);

  switch ((TdmRecordViewProperty) id)
    {
    case PROP_WORKSPACE:
      g_set_object (&self->workspace, g_value_get_object (value));
      g_signal_group_set_target (self->workspace_signals, self->workspace);
      break;
    case PROP_MODEL:
      record_view_set_model (self, g_value_get_object (value));
      break;
    case PROP_FACTORY:
      gtk_list_view_set_factory (self->list, g_value_get_object (value));
      break;
    case PROP_SORTER:
      gtk_sort_list_model_set_sorter (self->sorted, g_value_get_object (value));
      break;
    case PROP_FILTER:
      gtk_filter_list_model_set_filter (self->filtered, g_value_get_object (value));
      break;
    case PROP_TEXT:
      tdm_text_filter_set_expression (self->text_filter, gtk_value_get_expression (value));
      break;
    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    case PROP_HINT:
      g_object_set (self->search_entry, "placeholder-text", g_value_get_string (value), NULL);
      break;
    case PROP_HEADER:
      tdm_headed_list_set_header (self->headed, g_value_get_object (value));
      break;
    case PROP_EMPTY:
      adw_bin_set_child (self->empty_bin, g_value_get_object (value));
      break;
    case PROP_ACTIONS:
      adw_bin_set_child (self->actions_bin, g_value_get_object (value));
      break;
    case PROP_SEARCHING:
      gtk_search_bar_set_search_mode (self->search_bar, g_value_get_boolean (value));
      break;
    case PROP_SELECTING:
      tdm_record_view_set_selecting (self, g_value_get_boolean (value));
      break;
    case PROP_IS_CHOOSER:
      gtk_widget_set_visible (GTK_WIDGET (self->done_button), !g_value_get_boolean (value));
      gtk_widget_set_visible (self->search_button, g_value_get_boolean (value));
      tdm_record_view_set_selecting (self, g_value_get_boolean (value));
      break;
    case PROP_N_TICKED:
    case PROP_N_SHOWN:
    case N_PROPS:
      break;
    }
}

static void
searching_cb (TdmRecordView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_SEARCHING]);
}

static void
tdm_record_view_dispose (GObject *object)
{
  TdmRecordView *self = TDM_RECORD_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_RECORD_VIEW);
  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->model_signals);
  g_clear_object (&self->workspace);
  g_clear_object (&self->model);
  g_clear_pointer (&self->ticked, g_hash_table_unref);
  G_OBJECT_CLASS (tdm_record_view_parent_class)->dispose (object);
}

static void
record_view_install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS, both = G_PARAM_READABLE | flags;

  specs[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TDM_TYPE_WORKSPACE, flags);
  specs[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  specs[PROP_FACTORY] = g_param_spec_object ("factory", NULL, NULL, GTK_TYPE_LIST_ITEM_FACTORY, flags);
  specs[PROP_SORTER] = g_param_spec_object ("sorter", NULL, NULL, GTK_TYPE_SORTER, flags);
  specs[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, GTK_TYPE_FILTER, flags);
  specs[PROP_TEXT] = gtk_param_spec_expression ("text", NULL, NULL, flags);
  specs[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  specs[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  specs[PROP_HEADER] = g_param_spec_object ("header", NULL, NULL, GTK_TYPE_WIDGET, flags);
  specs[PROP_EMPTY] = g_param_spec_object ("empty", NULL, NULL, GTK_TYPE_WIDGET, flags);
  specs[PROP_ACTIONS] = g_param_spec_object ("actions", NULL, NULL, GTK_TYPE_WIDGET, flags);
  specs[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, both | G_PARAM_EXPLICIT_NOTIFY);
  specs[PROP_SELECTING] = g_param_spec_boolean ("selecting", NULL, NULL, FALSE, both | G_PARAM_EXPLICIT_NOTIFY);
  /* For a dialog in which some of many are chosen: there is nothing else to do in it. */
  specs[PROP_IS_CHOOSER] = g_param_spec_boolean ("is-chooser", NULL, NULL, FALSE, flags);
  specs[PROP_N_TICKED] = g_param_spec_uint ("n-ticked", NULL, NULL, 0, G_MAXUINT, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  specs[PROP_N_SHOWN] = g_param_spec_uint ("n-shown", NULL, NULL, 0, G_MAXUINT, 0,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, specs);
}

static void
tdm_record_view_class_init (TdmRecordViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tdm_record_view_get_property;
  object_class->set_property = tdm_record_view_set_property;
  object_class->dispose = tdm_record_view_dispose;
  widget_class->map = tdm_record_view_map;
  record_view_install_properties (object_class);

  /* An item that was clicked, while there is nothing to select */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", TDM_TYPE_RECORD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_OBJECT);
  signals[SIGNAL_TICKS_CHANGED] = g_signal_new ("ticks-changed", TDM_TYPE_RECORD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                NULL, G_TYPE_NONE, 0);
  /* Whoever has the filter must let everything through again. */
  signals[SIGNAL_CLEAR_FILTERS] = g_signal_new ("clear-filters", TDM_TYPE_RECORD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (TDM_TYPE_TEXT_FILTER);
  g_type_ensure (TDM_TYPE_HEADED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/common/record-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, sorted);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, filtered);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, found);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, ready);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, text_filter);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, headed);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, list);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, placeholder);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, empty_bin);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, bar);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, ticked_label);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, actions_bin);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, done_button);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, search_button);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, searching_cb);
  gtk_widget_class_install_action (widget_class, "records.tick-all", NULL, record_view_tick_all_cb);
  gtk_widget_class_install_action (widget_class, "records.stop-selecting", NULL, record_view_stop_selecting_cb);
  gtk_widget_class_install_action (widget_class, "records.clear-filters", NULL, record_view_clear_filters_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, record_view_escape_cb, NULL);
}

static void
tdm_record_view_init (TdmRecordView *self)
{
  self->ticked = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::undo-label",
                                  G_CALLBACK (record_view_file_changed_cb), self);
  self->model_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "items-changed", G_CALLBACK (record_view_forget_gone_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  record_view_listen_to_keys (self);
  update_cb (self);
}

/* What is to be seen now, in that order */
GListModel *
tdm_record_view_get_shown (TdmRecordView *self)
{
  return G_LIST_MODEL (self->found);
}

/* Filters and sorters do not watch what they look at: after a change of the file they have to look again. A view that
 * has a workspace does so by itself. */
void
tdm_record_view_refresh (TdmRecordView *self)
{
  GtkFilter *filter = gtk_filter_list_model_get_filter (self->filtered);

  self->is_stale = FALSE;
  tdm_order_refresh (self->sorted);
  if (filter)
    gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
  tdm_text_filter_forget (self->text_filter);
}

void
tdm_record_view_start_search (TdmRecordView *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* Returns: (transfer full): what is ticked, hidden by a search or not, in the order of the list */
GPtrArray *
tdm_record_view_get_ticked (TdmRecordView *self)
{
  GPtrArray *ticked = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sorted)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);

      if (g_hash_table_contains (self->ticked, item))
        g_ptr_array_add (ticked, g_steal_pointer (&item));
    }
  return ticked;
}

gboolean
tdm_record_view_is_ticked (TdmRecordView *self, gpointer item)
{
  return g_hash_table_contains (self->ticked, item);
}

void
tdm_record_view_tick (TdmRecordView *self, gpointer item, gboolean is_ticked)
{
  if (is_ticked ? g_hash_table_add (self->ticked, g_object_ref (item)) : g_hash_table_remove (self->ticked, item))
    record_view_tell_ticks (self);
}

/* @items: what is ticked from now on, and nothing else */
void
tdm_record_view_set_ticked (TdmRecordView *self, GPtrArray *items)
{
  g_hash_table_remove_all (self->ticked);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (self->ticked, g_object_ref (items->pdata[i]));
  record_view_tell_ticks (self);
}

void
tdm_record_view_set_selecting (TdmRecordView *self, gboolean selecting)
{
  if (self->selecting == selecting)
    return;

  self->selecting = selecting;
  if (!selecting)
    record_view_keep_focus (self);
  g_hash_table_remove_all (self->ticked);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_SELECTING]);
  record_view_tell_ticks (self);
}

/* For whoever asks for it: what they want to tick comes next. */
void
tdm_record_view_start_selecting (TdmRecordView *self)
{
  tdm_record_view_set_selecting (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}
