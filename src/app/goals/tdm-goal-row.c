/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-goal-row.h"

#include "app/common/tdm-due-button.h"
#include "app/common/tdm-edit-label.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-goal-ring.h"
#include "app/common/tdm-label.h"
#include "app/common/tdm-new-entry.h"
#include "app/common/tdm-reorder.h"
#include "app/goals/tdm-goal-dialog.h"
#include "app/goals/tdm-step-row.h"
#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-goal-edits.h"
#include "workspace/tdm-workspace.h"

/* A goal with its checklist. */

struct _TdmGoalRow
{
  GtkListBoxRow parent_instance;

  TdmWorkspace *workspace;
  TdmGoal *goal;

  GtkWidget *header;
  TdmEditLabel *title;
  GtkLabel *output_label;
  GtkMenuButton *menu_button;
  GtkMenuButton *state_button;
  TdmDueButton *due;
  GtkListBox *steps;
  GtkEntry *new_step;
};

G_DEFINE_FINAL_TYPE (TdmGoalRow, tdm_goal_row, GTK_TYPE_LIST_BOX_ROW)

static void
goal_row_show_state (TdmGoalRow *self)
{
  const char *title = tdm_code_get_title (tdm_goal_state_get_type (), tdm_goal_get_state (self->goal));

  gtk_menu_button_set_label (self->state_button, title);
  g_object_set (self->title, "struck", tdm_goal_get_state (self->goal) == TDM_GOAL_DROPPED, NULL);
}

static void
goal_row_show_output (TdmGoalRow *self)
{
  const char *output = tdm_record_get_text (TDM_RECORD (self->goal), TDM_GOAL_OUTPUT);
  /* Translators: %s is what will be there once a goal is reached */
  g_autofree char *text = *output ? g_strdup_printf (_ ("Result: %s"), output) : NULL;

  tdm_label_show_text (self->output_label, text);
}

/* The day goes on, the goal may be reached, and the tandem may end. */
static void
goal_row_mark_overdue (TdmGoalRow *self)
{
  g_autofree char *today = tdm_clock_today ();

  g_object_set (self->due, "overdue", tdm_goal_is_overdue (self->goal, today), NULL);
}

static void
edited_cb (TdmGoalRow *self, const char *title)
{
  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_change (self->goal, title, NULL), tdm_feedback_quiet_cb,
                              tdm_feedback_target (self));
}

static void
due_chosen_cb (TdmGoalRow *self, const char *due)
{
  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_change (self->goal, tdm_goal_get_title (self->goal), due),
                              tdm_feedback_quiet_cb, tdm_feedback_target (self));
}

static void
add_step_cb (TdmGoalRow *self)
{
  GtkEditable *entry = GTK_EDITABLE (self->new_step);
  g_autofree char *title = tdm_new_entry_take (entry);

  if (title)
    tdm_workspace_commit_async (self->workspace, tdm_goal_edits_add_step (self->goal, title), tdm_new_entry_added_cb,
                                g_object_ref (entry));
}

static void
goal_row_set_state_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmGoalRow *self = TDM_GOAL_ROW (widget);
  g_autoptr (GEnumClass) states = g_type_class_ref (tdm_goal_state_get_type ());
  GEnumValue *state = g_enum_get_value_by_nick (states, g_variant_get_string (parameter, NULL));

  if (state && (int) tdm_goal_get_state (self->goal) != state->value)
    tdm_workspace_commit_async (self->workspace, tdm_goal_edits_set_state (self->goal, state->value),
                                tdm_feedback_quiet_cb, tdm_feedback_target (self));
}

/* Where a goal stands among those of its side, and how many these are */
static int
goal_find_place (TdmGoal *goal, int *n_places)
{
  GListModel *goals = tdm_pair_get_goals (tdm_goal_get_pair (goal));
  int place = 0;

  *n_places = 0;
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (TdmGoal) other = g_list_model_get_item (goals, i);

      if (other == goal)
        place = *n_places;
      *n_places += tdm_goal_get_side (other) == tdm_goal_get_side (goal);
    }
  return place;
}

static void
goal_row_move_to (TdmGoalRow *self, TdmGoal *goal, int place)
{
  tdm_workspace_commit_async (self->workspace, tdm_goal_edits_move (goal, place), tdm_feedback_quiet_cb,
                              tdm_feedback_target (self));
}

static void
goal_row_move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmGoalRow *self = TDM_GOAL_ROW (widget);
  int n_places, place = goal_find_place (self->goal, &n_places) + (g_str_equal (action, "item.move-up") ? -1 : 1);

  if (place >= 0 && place < n_places)
    goal_row_move_to (self, self->goal, place);
}

/* Before the menu is there: an item that goes while it has the keyboard would take it out of the menu. */
static void
goal_row_menu_opens_cb (GtkMenuButton *button, gpointer row)
{
  int n_places, place = goal_find_place (TDM_GOAL_ROW (row)->goal, &n_places);

  tdm_reorder_offer (row, TRUE, place, n_places);
}

static void
goal_row_menu_closed_cb (TdmGoalRow *self)
{
  tdm_reorder_offer (GTK_WIDGET (self), FALSE, 0, 0);
}

static void
goal_row_dropped_cb (GtkWidget *row, gpointer record)
{
  TdmGoalRow *self = TDM_GOAL_ROW (row);
  int n_places;

  if (record != self->goal && tdm_goal_get_pair (record) == tdm_goal_get_pair (self->goal) &&
      tdm_goal_get_side (record) == tdm_goal_get_side (self->goal))
    goal_row_move_to (self, record, goal_find_place (self->goal, &n_places));
}

static void
goal_row_show_details_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmGoalRow *self = TDM_GOAL_ROW (widget);

  tdm_goal_dialog_present (widget, self->workspace, self->goal);
}

static void
goal_row_rename_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_edit_label_start (TDM_GOAL_ROW (widget)->title);
}

static void
goal_row_remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmGoalRow *self = TDM_GOAL_ROW (widget);

  tdm_workspace_commit_async (self->workspace, tdm_edit_new_remove (self->goal), tdm_feedback_undo_cb,
                              tdm_feedback_target (self));
}

static GtkWidget *
goal_row_make_step_row_cb (gpointer step, gpointer data)
{
  return tdm_step_row_new (TDM_GOAL_ROW (data)->workspace, step);
}

static void
tdm_goal_row_dispose (GObject *object)
{
  TdmGoalRow *self = TDM_GOAL_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_GOAL_ROW);
  g_clear_object (&self->goal);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_goal_row_parent_class)->dispose (object);
}

static void
tdm_goal_row_class_init (TdmGoalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_goal_row_dispose;

  g_type_ensure (TDM_TYPE_EDIT_LABEL);
  g_type_ensure (TDM_TYPE_DUE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/goals/goal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmGoalRow, header);
  gtk_widget_class_bind_template_child (widget_class, TdmGoalRow, title);
  gtk_widget_class_bind_template_child (widget_class, TdmGoalRow, output_label);
  gtk_widget_class_bind_template_child (widget_class, TdmGoalRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TdmGoalRow, state_button);
  gtk_widget_class_bind_template_child (widget_class, TdmGoalRow, due);
  gtk_widget_class_bind_template_child (widget_class, TdmGoalRow, steps);
  gtk_widget_class_bind_template_child (widget_class, TdmGoalRow, new_step);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_step_cb);
  gtk_widget_class_install_action (widget_class, "goal.set-state", "s", goal_row_set_state_cb);
  gtk_widget_class_install_action (widget_class, "item.move-up", NULL, goal_row_move_cb);
  gtk_widget_class_install_action (widget_class, "item.move-down", NULL, goal_row_move_cb);
  gtk_widget_class_install_action (widget_class, "item.details", NULL, goal_row_show_details_cb);
  gtk_widget_class_install_action (widget_class, "item.rename", NULL, goal_row_rename_cb);
  gtk_widget_class_install_action (widget_class, "item.remove", NULL, goal_row_remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "item.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "item.move-down", NULL);
}

static void
tdm_goal_row_init (TdmGoalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, goal_row_menu_opens_cb, self, NULL);
  g_signal_connect_swapped (gtk_menu_button_get_popover (self->menu_button), "closed",
                            G_CALLBACK (goal_row_menu_closed_cb), self);
}

GtkWidget *
tdm_goal_row_new (TdmWorkspace *workspace, TdmGoal *goal)
{
  static const char *const actions[] = {
    "goal.set-state", "item.move-up", "item.move-down", "item.details", "item.rename", "item.remove",
  };
  TdmGoalRow *self = g_object_new (TDM_TYPE_GOAL_ROW, NULL);
  gboolean writable = !tdm_workspace_is_read_only (workspace);

  self->workspace = g_object_ref (workspace);
  self->goal = g_object_ref (goal);
  g_signal_connect_object (goal, "notify::state", G_CALLBACK (goal_row_show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (goal, "notify::output", G_CALLBACK (goal_row_show_output), self, G_CONNECT_SWAPPED);
  g_object_bind_property (goal, "title", self->title, "value", G_BINDING_SYNC_CREATE);
  g_object_bind_property (goal, "due", self->due, "due", G_BINDING_SYNC_CREATE);
  gtk_list_box_bind_model (self->steps, tdm_goal_get_steps (goal), goal_row_make_step_row_cb, self, NULL);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (goal_row_mark_overdue), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::now", G_CALLBACK (goal_row_mark_overdue), self, G_CONNECT_SWAPPED);
  goal_row_show_state (self);
  goal_row_show_output (self);
  goal_row_mark_overdue (self);

  gtk_widget_set_visible (GTK_WIDGET (self->new_step), writable);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->state_button), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->due), writable);
  g_object_set (self->title, "editable", writable, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], writable);
  if (writable)
    tdm_reorder_enable (GTK_WIDGET (self), self->header, self->goal, goal_row_dropped_cb);
  return GTK_WIDGET (self);
}
