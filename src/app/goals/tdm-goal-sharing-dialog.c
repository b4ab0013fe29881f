/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-goal-sharing-dialog.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-file-chooser.h"
#include "app/common/tdm-format.h"
#include "app/common/tdm-header-title.h"
#include "app/common/tdm-plain-row.h"
#include "base/tdm-i18n.h"
#include "exchange/tdm-goal-sharing.h"
#include "model/tdm-goal-step.h"
#include "model/tdm-goal.h"

/* Which goals of a tandem another person may see: none, until they are ticked one by one. */

struct _TdmGoalSharingDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;
  TdmPair *pair;
  /* All, in the order in which they are shown, with their check buttons */
  GPtrArray *goals;
  GPtrArray *checks;

  TdmHeaderTitle *title;
  GtkButton *save_button;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  AdwPreferencesGroup *mentee_group;
  AdwPreferencesGroup *mentor_group;
  AdwPreferencesGroup *joint_group;
};

G_DEFINE_FINAL_TYPE (TdmGoalSharingDialog, tdm_goal_sharing_dialog, ADW_TYPE_WINDOW)

static GPtrArray *
goal_sharing_dialog_list_ticked (TdmGoalSharingDialog *self)
{
  GPtrArray *ticked = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->goals->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (ticked, g_object_ref (self->goals->pdata[i]));
  return ticked;
}

static void
goal_sharing_dialog_update_cb (TdmGoalSharingDialog *self)
{
  g_autoptr (GPtrArray) ticked = goal_sharing_dialog_list_ticked (self);
  g_autofree char *count = g_strdup_printf (ngettext ("%u goal ticked", "%u goals ticked", ticked->len), ticked->len);

  tdm_header_title_set_subtitle (self->title, ticked->len > 0 ? count : _ ("Nothing ticked yet"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), ticked->len > 0);
}

/* --- saving ------------------------------------------------------------------------- */

static void
goal_sharing_dialog_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmGoalSharingDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = tdm_goal_sharing_save_finish (result, &error);

  if (!self->notice)
    return;
  if (done)
    {
      g_autoptr (GPtrArray) ticked = goal_sharing_dialog_list_ticked (self);
      g_autofree char *text = g_strdup_printf (ngettext ("%u goal saved", "%u goals saved", ticked->len), ticked->len);

      tdm_feedback_close_and_show (GTK_WINDOW (self), text);
      return;
    }
  gtk_label_set_text (self->notice_label, error->message);
  gtk_revealer_set_reveal_child (self->notice, TRUE);
  goal_sharing_dialog_update_cb (self);
}

static void
goal_sharing_dialog_file_chosen_cb (gpointer data, GFile *file)
{
  TdmGoalSharingDialog *self = data;
  g_autoptr (GPtrArray) ticked = NULL;

  if (!self->notice)
    return;
  ticked = goal_sharing_dialog_list_ticked (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  tdm_goal_sharing_save_async (ticked, file, goal_sharing_dialog_saved_cb, g_object_ref (self));
}

static void
save_cb (TdmGoalSharingDialog *self)
{
  GtkFileChooser *chooser = tdm_file_chooser_new (self, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save Goals"), _ ("_Save"));
  g_autofree char *name = tdm_goal_sharing_suggest_name (self->pair);

  gtk_file_chooser_set_current_name (chooser, name);
  tdm_file_chooser_ask (chooser, goal_sharing_dialog_file_chosen_cb, g_object_ref (self), g_object_unref);
}

/* --- what is there ------------------------------------------------------------------ */

/* State, steps and due day, as they go into the file */
static char *
goal_describe (TdmGoal *goal)
{
  GListModel *steps = tdm_goal_get_steps (goal);
  guint n_steps = g_list_model_get_n_items (steps), n_done = 0;
  const char *due = tdm_record_get_text (TDM_RECORD (goal), TDM_GOAL_DUE);
  GString *text = g_string_new (tdm_code_get_title (tdm_goal_state_get_type (), tdm_goal_get_state (goal)));

  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr (TdmGoalStep) step = g_list_model_get_item (steps, i);

      n_done += tdm_goal_step_get_done (step);
    }
  if (n_steps > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u of %u step done", "%u of %u steps done", n_steps), n_done,
                              n_steps);
    }
  if (*due)
    {
      g_autofree char *day = tdm_format_short_day (due);

      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("Due %s"), day);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
goal_sharing_dialog_make_row (TdmGoalSharingDialog *self, TdmGoal *goal)
{
  g_autofree char *description = goal_describe (goal);
  AdwActionRow *row = tdm_plain_row_new (tdm_goal_get_title (goal), description);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (goal_sharing_dialog_update_cb), self);
  adw_action_row_add_prefix (row, check);
  /* Also names the button for users who cannot see */
  adw_action_row_set_activatable_widget (row, check);
  g_ptr_array_add (self->checks, check);
  return GTK_WIDGET (row);
}

static void
goal_sharing_dialog_fill_group (TdmGoalSharingDialog *self, AdwPreferencesGroup *group, TdmSide side)
{
  GListModel *goals = tdm_pair_get_goals (self->pair);
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      TdmGoal *goal = g_list_model_get_item (goals, i);

      if (tdm_goal_get_side (goal) == side)
        {
          adw_preferences_group_add (group, goal_sharing_dialog_make_row (self, goal));
          g_ptr_array_add (self->goals, g_object_ref (goal));
          any = TRUE;
        }
      g_object_unref (goal);
    }
  gtk_widget_set_visible (GTK_WIDGET (group), any);
}

/* The title of a group is markup. */
static void
group_set_title (AdwPreferencesGroup *group, TdmPerson *person)
{
  /* Translators: %s is a person */
  g_autofree char *title = g_markup_printf_escaped (_ ("Goals of %s"), tdm_person_get_name (person));

  adw_preferences_group_set_title (group, title);
}

static void
tdm_goal_sharing_dialog_dispose (GObject *object)
{
  TdmGoalSharingDialog *self = TDM_GOAL_SHARING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_GOAL_SHARING_DIALOG);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_object (&self->pair);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_goal_sharing_dialog_parent_class)->dispose (object);
}

static void
tdm_goal_sharing_dialog_class_init (TdmGoalSharingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_goal_sharing_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/goals/goal-sharing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmGoalSharingDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdmGoalSharingDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TdmGoalSharingDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmGoalSharingDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdmGoalSharingDialog, mentee_group);
  gtk_widget_class_bind_template_child (widget_class, TdmGoalSharingDialog, mentor_group);
  gtk_widget_class_bind_template_child (widget_class, TdmGoalSharingDialog, joint_group);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tdm_goal_sharing_dialog_init (TdmGoalSharingDialog *self)
{
  self->goals = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* For a tandem whose details are loaded. */
void
tdm_goal_sharing_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmPair *pair)
{
  TdmGoalSharingDialog *self = g_object_new (TDM_TYPE_GOAL_SHARING_DIALOG, NULL);

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->pair, pair);
  group_set_title (self->mentee_group, tdm_pair_get_mentee (self->pair));
  group_set_title (self->mentor_group, tdm_pair_get_mentor (self->pair));
  goal_sharing_dialog_fill_group (self, self->mentee_group, TDM_SIDE_MENTEE);
  goal_sharing_dialog_fill_group (self, self->mentor_group, TDM_SIDE_MENTOR);
  goal_sharing_dialog_fill_group (self, self->joint_group, TDM_SIDE_JOINT);
  goal_sharing_dialog_update_cb (self);
  if (self->checks->len > 0)
    gtk_widget_grab_focus (self->checks->pdata[0]);
  tdm_dialog_open (self, over);
}
