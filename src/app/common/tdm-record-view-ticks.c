/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-view-private.h"

#include "app/common/tdm-record-tick.h"

/* The ticks of a view. While rows are selected, a click on one ticks it; a row has a TdmRecordTick to show it. What is
 * ticked stays ticked while a search or a filter hides it, so that several searches can lead to one selection. */

static void
record_view_tell_ticks (TdmRecordView *self)
{
  guint n_ticked = g_hash_table_size (self->ticked);

  tdm_selection_bar_count (self->bar, n_ticked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->actions_bin), n_ticked > 0);
  g_object_notify (G_OBJECT (self), "n-ticked");
  g_signal_emit_by_name (self, "ticks-changed");
}

/* The bar goes, and so do the ticks: the focus would go to what comes first in the window. */
static void
record_view_keep_focus (TdmRecordView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  gboolean is_on_tick = focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)) &&
                        gtk_widget_get_ancestor (focus, TDM_TYPE_RECORD_TICK);

  if (is_on_tick || (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->bar))))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* What is gone from the list cannot be ticked. */
void
tdm_record_view_forget_gone (TdmRecordView *self)
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
record_view_tick_shown (TdmRecordView *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->found)); i++)
    g_hash_table_add (self->ticked, g_list_model_get_item (G_LIST_MODEL (self->found), i));
}

static void
record_view_tick_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmRecordView *self = TDM_RECORD_VIEW (widget);
  guint n_before = g_hash_table_size (self->ticked);

  if (!self->selecting)
    return;
  record_view_tick_shown (self);
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

  if (!self->selecting || self->is_chooser)
    return FALSE;
  tdm_record_view_set_selecting (self, FALSE);
  return TRUE;
}

/* A list takes the key for a selection that it does not have: it is heard of before. */
static gboolean
record_view_select_all_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  TdmRecordView *self = TDM_RECORD_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (!self->selecting || GTK_IS_TEXT (focus))
    return FALSE;
  record_view_tick_shown (self);
  record_view_tell_ticks (self);
  return TRUE;
}

void
tdm_record_view_install_ticks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "records.tick-all", NULL, record_view_tick_all_cb);
  gtk_widget_class_install_action (widget_class, "records.stop-selecting", NULL, record_view_stop_selecting_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, record_view_escape_cb, NULL);
}

void
tdm_record_view_init_ticks (TdmRecordView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->ticked = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>a"),
                                                      gtk_callback_action_new (record_view_select_all_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
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
  g_object_notify (G_OBJECT (self), "selecting");
  record_view_tell_ticks (self);
}

/* For whoever asks for it: what they want to tick comes next. */
void
tdm_record_view_start_selecting (TdmRecordView *self)
{
  tdm_record_view_set_selecting (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}
