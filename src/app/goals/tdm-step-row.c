/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-step-row.h"

#include "app/common/tdm-due-button.h"
#include "app/common/tdm-edit-label.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-reorder.h"
#include "base/tdm-clock.h"
#include "edits/tdm-goal-edits.h"
#include "workspace/tdm-workspace.h"

/* One line of a checklist: tick it, change it, move it. */

struct _TdmStepRow
{
  GtkListBoxRow parent_instance;

  TdmWorkspace *workspace;
  TdmGoalStep *step;

  gboolean showing;

  GtkCheckButton *check;
  TdmEditLabel *title;
  TdmDueButton *due;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (TdmStepRow, tdm_step_row, GTK_TYPE_LIST_BOX_ROW)

static void
step_row_show_done (TdmStepRow *self)
{
  gboolean done = tdm_goal_step_get_done (self->step);

  self->showing = TRUE;
  gtk_check_button_set_active (self->check, done);
  self->showing = FALSE;
  g_object_set (self->title, "struck", done, NULL);
}

static void
step_row_show_title (TdmStepRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tdm_goal_step_get_title (self->step), -1);
  g_object_set (self->title, "value", tdm_goal_step_get_title (self->step), NULL);
}

/* The day goes on, the goal may be reached, and the tandem may end. */
static void
step_row_mark_overdue (TdmStepRow *self)
{
  g_autofree char *today = tdm_clock_today ();

  g_object_set (self->due, "overdue", tdm_goal_step_is_overdue (self->step, today), NULL);
}

static void
step_row_ticked_cb (GObject *workspace, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmStepRow) self = data;

  tdm_feedback_quiet_cb (workspace, result, tdm_feedback_target (self));
  if (self->step)
    step_row_show_done (self);
}

static void
toggled_cb (TdmStepRow *self)
{
  if (self->step && !self->showing)
    tdm_workspace_commit_async (self->workspace,
                                tdm_goal_edits_tick_step (self->step, gtk_check_button_get_active (self->check)),
                                step_row_ticked_cb, g_object_ref (self));
}

static void
edited_cb (TdmStepRow *self, const char *title)
{
  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_change_step (self->step, title, NULL),
                              tdm_feedback_quiet_cb, tdm_feedback_target (self));
}

static void
due_chosen_cb (TdmStepRow *self, const char *due)
{
  tdm_workspace_commit_async (self->workspace,
                              tdm_goal_edits_change_step (self->step, tdm_goal_step_get_title (self->step), due),
                              tdm_feedback_quiet_cb, tdm_feedback_target (self));
}

static GListModel *
step_row_get_siblings (TdmStepRow *self)
{
  return tdm_goal_get_steps (tdm_goal_step_get_goal (self->step));
}

static void
step_row_move_to (TdmStepRow *self, TdmGoalStep *step, guint place)
{
  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_move_step (step, place), tdm_feedback_quiet_cb,
                              tdm_feedback_target (self));
}

static void
step_row_move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmStepRow *self = TDM_STEP_ROW (widget);
  GListModel *steps = step_row_get_siblings (self);
  int place = (int) tdm_reorder_find (steps, self->step) + (g_str_equal (action, "item.move-up") ? -1 : 1);

  if (place >= 0 && place < (int) g_list_model_get_n_items (steps))
    step_row_move_to (self, self->step, place);
}

/* Before the menu is there: an item that goes while it has the keyboard would take it out of the menu. */
static void
step_row_menu_opens_cb (GtkMenuButton *button, gpointer row)
{
  TdmStepRow *self = TDM_STEP_ROW (row);
  GListModel *steps = step_row_get_siblings (self);

  tdm_reorder_offer (row, TRUE, tdm_reorder_find (steps, self->step), g_list_model_get_n_items (steps));
}

static void
step_row_menu_closed_cb (TdmStepRow *self)
{
  tdm_reorder_offer (GTK_WIDGET (self), FALSE, 0, 0);
}

static void
step_row_dropped_cb (GtkWidget *row, gpointer record)
{
  TdmStepRow *self = TDM_STEP_ROW (row);

  if (record != self->step && tdm_goal_step_get_goal (record) == tdm_goal_step_get_goal (self->step))
    step_row_move_to (self, record, tdm_reorder_find (step_row_get_siblings (self), self->step));
}

static void
step_row_rename_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_edit_label_start (TDM_STEP_ROW (widget)->title);
}

static void
step_row_remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmStepRow *self = TDM_STEP_ROW (widget);

  tdm_workspace_commit_async (self->workspace, tdm_edit_new_remove (self->step), tdm_feedback_undo_cb,
                              tdm_feedback_target (self));
}

static void
tdm_step_row_dispose (GObject *object)
{
  TdmStepRow *self = TDM_STEP_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_STEP_ROW);
  g_clear_object (&self->step);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_step_row_parent_class)->dispose (object);
}

static void
tdm_step_row_class_init (TdmStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_step_row_dispose;

  g_type_ensure (TDM_TYPE_EDIT_LABEL);
  g_type_ensure (TDM_TYPE_DUE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/goals/step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmStepRow, check);
  gtk_widget_class_bind_template_child (widget_class, TdmStepRow, title);
  gtk_widget_class_bind_template_child (widget_class, TdmStepRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TdmStepRow, due);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_chosen_cb);
  gtk_widget_class_install_action (widget_class, "item.move-up", NULL, step_row_move_cb);
  gtk_widget_class_install_action (widget_class, "item.move-down", NULL, step_row_move_cb);
  gtk_widget_class_install_action (widget_class, "item.rename", NULL, step_row_rename_cb);
  gtk_widget_class_install_action (widget_class, "item.remove", NULL, step_row_remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "item.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "item.move-down", NULL);
}

static void
tdm_step_row_init (TdmStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, step_row_menu_opens_cb, self, NULL);
  g_signal_connect_swapped (gtk_menu_button_get_popover (self->menu_button), "closed",
                            G_CALLBACK (step_row_menu_closed_cb), self);
}

GtkWidget *
tdm_step_row_new (TdmWorkspace *workspace, TdmGoalStep *step)
{
  static const char *const actions[] = { "item.move-up", "item.move-down", "item.rename", "item.remove" };
  TdmStepRow *self = g_object_new (TDM_TYPE_STEP_ROW, NULL);
  gboolean writable = !tdm_workspace_is_read_only (workspace);

  self->workspace = g_object_ref (workspace);
  self->step = g_object_ref (step);
  g_signal_connect_object (step, "notify::done", G_CALLBACK (step_row_show_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (step, "notify::title", G_CALLBACK (step_row_show_title), self, G_CONNECT_SWAPPED);
  g_object_bind_property (step, "due", self->due, "due", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (step_row_mark_overdue), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::now", G_CALLBACK (step_row_mark_overdue), self, G_CONNECT_SWAPPED);
  step_row_show_done (self);
  step_row_show_title (self);
  step_row_mark_overdue (self);

  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->due), writable);
  g_object_set (self->title, "editable", writable, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], writable);
  if (writable)
    tdm_reorder_enable (GTK_WIDGET (self), GTK_WIDGET (self), self->step, step_row_dropped_cb);
  return GTK_WIDGET (self);
}
