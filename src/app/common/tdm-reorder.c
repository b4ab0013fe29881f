/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-reorder.h"

/* Rows of a list that can be dragged over one another. */

static GdkContentProvider *
reorder_prepare_cb (GtkDragSource *source, double x, double y, gpointer record)
{
  return gdk_content_provider_new_typed (G_OBJECT_TYPE (record), record);
}

static void
reorder_begin_cb (GtkDragSource *source, GdkDrag *drag, GtkWidget *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static GdkDragAction
reorder_enter_cb (GtkDropTarget *target, double x, double y, gpointer data)
{
  gtk_widget_add_css_class (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), "drop-target");
  return GDK_ACTION_MOVE;
}

static void
reorder_leave_cb (GtkDropTarget *target, gpointer data)
{
  gtk_widget_remove_css_class (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), "drop-target");
}

static gboolean
reorder_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  TdmReorderFunc func = (TdmReorderFunc) g_object_get_data (G_OBJECT (target), "tdm-reorder-func");

  reorder_leave_cb (target, NULL);
  func (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), g_value_get_object (value));
  return TRUE;
}

/**
 * tdm_reorder_enable:
 * @row: a row of a list
 * @handle: what it is dragged by: the row itself, or a part of it where rows stand within the row
 * @record: what it shows
 * @func: called when another record of the same type is dropped on the row
 */
void
tdm_reorder_enable (GtkWidget *row, GtkWidget *handle, gpointer record, TdmReorderFunc func)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_OBJECT_TYPE (record), GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (reorder_prepare_cb), record, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (reorder_begin_cb), row, 0);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));

  g_object_set_data (G_OBJECT (target), "tdm-reorder-func", (gpointer) func);
  g_signal_connect (target, "enter", G_CALLBACK (reorder_enter_cb), NULL);
  g_signal_connect (target, "leave", G_CALLBACK (reorder_leave_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (reorder_drop_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/**
 * tdm_reorder_offer:
 * @row: a row with the actions item.move-up and item.move-down
 * @is_open: whether its menu is open
 * @place: where it stands
 * @n_places: among how many
 *
 * An open menu offers what leads somewhere. While it is closed both can be asked for, by keys, so that nothing has to
 * watch the list.
 */
void
tdm_reorder_offer (GtkWidget *row, gboolean is_open, guint place, guint n_places)
{
  gtk_widget_action_set_enabled (row, "item.move-up", !is_open || place > 0);
  gtk_widget_action_set_enabled (row, "item.move-down", !is_open || place + 1 < n_places);
}

/**
 * tdm_reorder_find:
 * @list: a list
 * @record: a record in it
 *
 * Returns: where it stands
 */
guint
tdm_reorder_find (GListModel *list, gpointer record)
{
  guint position = 0;

  if (G_IS_LIST_STORE (list))
    {
      g_list_store_find (G_LIST_STORE (list), record, &position);
      return position;
    }
  for (; position < g_list_model_get_n_items (list); position++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, position);

      if (item == record)
        break;
    }
  return position;
}
