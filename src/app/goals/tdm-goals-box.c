/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-goals-box.h"

#include "app/common/tdm-new-entry.h"
#include "app/goals/tdm-goal-row.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-goal-edits.h"
#include "model/tdm-changes.h"
#include "workspace/tdm-workspace.h"

/* The goals of one side of a tandem, with a line to add another. */

struct _TdmGoalsBox
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmPair *pair;
  TdmSide side;
  GSignalGroup *workspace_signals;
  GtkFilter *filter;

  GtkLabel *heading;
  GtkListBox *list;
  GtkEntry *new_goal;
};

G_DEFINE_FINAL_TYPE (TdmGoalsBox, tdm_goals_box, ADW_TYPE_BIN)

static void
add_goal_cb (TdmGoalsBox *self)
{
  GtkEditable *entry = GTK_EDITABLE (self->new_goal);
  g_autofree char *title = tdm_new_entry_take (entry);

  if (title)
    tdm_workspace_commit_async (self->workspace, tdm_goal_edits_add (self->pair, self->side, title),
                                tdm_new_entry_added_cb, g_object_ref (entry));
}

static gboolean
goals_box_takes_goal_cb (gpointer goal, gpointer data)
{
  return tdm_goal_get_side (goal) == TDM_GOALS_BOX (data)->side;
}

/* A goal may have come to this side, or gone from it. */
static void
goals_box_changed_cb (TdmGoalsBox *self, TdmChanges *changes)
{
  for (guint i = 0; i < tdm_changes_get_size (changes); i++)
    if (tdm_changes_get (changes, i)->type == TDM_TYPE_GOAL)
      {
        gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
        return;
      }
}

static GtkWidget *
goals_box_make_row_cb (gpointer goal, gpointer data)
{
  return tdm_goal_row_new (TDM_GOALS_BOX (data)->workspace, goal);
}

static void
tdm_goals_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TDM_GOALS_BOX (object)->side = g_value_get_enum (value);
}

static void
tdm_goals_box_dispose (GObject *object)
{
  TdmGoalsBox *self = TDM_GOALS_BOX (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_GOALS_BOX);
  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->filter);
  g_clear_object (&self->pair);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_goals_box_parent_class)->dispose (object);
}

static void
tdm_goals_box_class_init (TdmGoalsBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tdm_goals_box_set_property;
  object_class->dispose = tdm_goals_box_dispose;

  g_object_class_install_property (object_class, 1,
                                   g_param_spec_enum ("side", NULL, NULL, tdm_side_get_type (), TDM_SIDE_MENTEE,
                                                      G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/goals/goals-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmGoalsBox, heading);
  gtk_widget_class_bind_template_child (widget_class, TdmGoalsBox, list);
  gtk_widget_class_bind_template_child (widget_class, TdmGoalsBox, new_goal);
  gtk_widget_class_bind_template_callback (widget_class, add_goal_cb);
}

static void
tdm_goals_box_init (TdmGoalsBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = GTK_FILTER (gtk_custom_filter_new (goals_box_takes_goal_cb, self, NULL));
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "changed", G_CALLBACK (goals_box_changed_cb), self);
}

/* Another person may be mentee or mentor by now, or have another name. */
void
tdm_goals_box_show_heading (TdmGoalsBox *self)
{
  g_autofree char *heading = NULL;
  TdmPerson *person;

  if (!self->pair)
    return;

  person = self->side == TDM_SIDE_MENTEE ? tdm_pair_get_mentee (self->pair) : tdm_pair_get_mentor (self->pair);
  if (self->side == TDM_SIDE_JOINT)
    heading = g_strdup (_ ("Goals of Both"));
  else
    /* Translators: %s is a person */
    heading = g_strdup_printf (_ ("Goals of %s"), tdm_person_get_name (person));
  gtk_label_set_text (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
}

void
tdm_goals_box_set_pair (TdmGoalsBox *self, TdmWorkspace *workspace, TdmPair *pair)
{
  g_autoptr (GtkFilterListModel) goals = NULL;

  g_return_if_fail (TDM_IS_GOALS_BOX (self));

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->pair, pair);
  tdm_goals_box_show_heading (self);
  tdm_new_entry_clear (GTK_EDITABLE (self->new_goal));
  gtk_widget_set_visible (GTK_WIDGET (self->new_goal), !tdm_workspace_is_read_only (workspace));

  g_signal_group_set_target (self->workspace_signals, workspace);
  goals = gtk_filter_list_model_new (g_object_ref (tdm_pair_get_goals (pair)), g_object_ref (self->filter));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (goals), goals_box_make_row_cb, self, NULL);
}

/* Lets go of the tandem and of its workspace. */
void
tdm_goals_box_clear (TdmGoalsBox *self)
{
  g_return_if_fail (TDM_IS_GOALS_BOX (self));

  gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_signal_group_set_target (self->workspace_signals, NULL);
  g_clear_object (&self->pair);
  g_clear_object (&self->workspace);
}
