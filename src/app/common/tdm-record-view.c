/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-view-private.h"

#include "app/common/tdm-order.h"
#include "app/common/tdm-search.h"
#include "app/common/tdm-space-ticks.h"

/* A list of records with all that lists have in common: a search, a filter and an order, rows from XML, ticks on
 * several rows at once with a bar for what can be done with them, and what is there to be said where it is empty. Above
 * the list there may be a header, which scrolls with it. */

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

/* Whether what stands in the place of the list has the focus, which is lost with it */
static gboolean
record_view_has_focus_instead (TdmRecordView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->placeholder));
}

static void
update_cb (TdmRecordView *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  gboolean has_any = self->model && g_list_model_get_n_items (self->model) > 0;
  gboolean is_focus_due;

  gtk_stack_set_visible_child_name (self->placeholder, has_any ? "nothing-found" : "empty");
  if (n_shown == 0)
    record_view_pass_focus_on (self);
  is_focus_due = n_shown > 0 && record_view_has_focus_instead (self);
  tdm_headed_list_set_is_empty (self->headed, n_shown == 0);
  if (is_focus_due)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_N_SHOWN]);
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

/* Enter in the search takes what is found first; it ticks only what is meant without a doubt. */
static void
search_activate_cb (TdmRecordView *self)
{
  if (tdm_search_is_on (self->search_entry) &&
      (!self->selecting || g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 1))
    activate_cb (self, 0);
}

static gboolean
record_view_search_by_key_cb (GtkWidget *view, GVariant *arguments, gpointer data)
{
  tdm_record_view_start_search (TDM_RECORD_VIEW (view));
  return TRUE;
}

/* The shortcut of the application reaches the window only: in a dialog the view has one of its own, wherever the focus
 * is. */
static void
record_view_add_search_key (TdmRecordView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_f, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (record_view_search_by_key_cb, NULL,
                                                                                   NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
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
  tdm_record_view_forget_gone (self);
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
      self->is_chooser = g_value_get_boolean (value);
      g_object_set (self->bar, "has-done", !self->is_chooser, NULL);
      gtk_widget_set_visible (self->search_button, self->is_chooser);
      tdm_record_view_set_selecting (self, self->is_chooser);
      if (self->is_chooser)
        record_view_add_search_key (self);
      break;
    case PROP_N_TICKED:
    case PROP_N_SHOWN:
    case N_PROPS:
      break;
    }
}

/* In a dialog Escape leads from the search to what is chosen from, and from there out of the dialog. */
static void
record_view_leave_search (TdmRecordView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search_bar)))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
searching_cb (TdmRecordView *self)
{
  if (self->is_chooser && !gtk_search_bar_get_search_mode (self->search_bar))
    record_view_leave_search (self);
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
  g_type_ensure (TDM_TYPE_SELECTION_BAR);
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
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, actions_bin);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordView, search_button);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, searching_cb);
  gtk_widget_class_install_action (widget_class, "records.clear-filters", NULL, record_view_clear_filters_cb);
  tdm_record_view_install_ticks (widget_class);
}

static void
tdm_record_view_init (TdmRecordView *self)
{
  tdm_record_view_init_ticks (self);
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::undo-label",
                                  G_CALLBACK (record_view_file_changed_cb), self);
  self->model_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "items-changed", G_CALLBACK (tdm_record_view_forget_gone), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  tdm_space_ticks_add (GTK_WIDGET (self->list));
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
