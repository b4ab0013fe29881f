/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outcome-box.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-wrap-layout.h"
#include "edits/tdm-meeting-edits.h"
#include "workspace/tdm-workspace.h"

/* Whether a meeting that took place has reached its goal: three quiet choices that nobody has to make. */

struct _TdmOutcomeBox
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmMeeting *meeting;

  GtkWidget *first_button;
};

G_DEFINE_FINAL_TYPE (TdmOutcomeBox, tdm_outcome_box, ADW_TYPE_BIN)

/* The box goes with the question; where it could not be kept, it asks once more. */
static void
outcome_box_noted_cb (GObject *workspace, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmOutcomeBox) self = data;

  tdm_feedback_undo_cb (workspace, result, tdm_feedback_target (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outcome.note", TRUE);
}

static void
outcome_box_note_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmOutcomeBox *self = TDM_OUTCOME_BOX (widget);
  g_autoptr (GEnumClass) outcomes = g_type_class_ref (tdm_outcome_get_type ());
  GEnumValue *outcome = g_enum_get_value_by_nick (outcomes, g_variant_get_string (parameter, NULL));

  /* A second click may come before the answer to the first. */
  gtk_widget_action_set_enabled (widget, "outcome.note", FALSE);
  if (outcome && tdm_workspace_is_open (self->workspace))
    tdm_workspace_commit_async (self->workspace, tdm_meeting_edits_set_outcome (self->meeting, outcome->value),
                                outcome_box_noted_cb, g_object_ref (self));
}

static gboolean
tdm_outcome_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TDM_OUTCOME_BOX (widget)->first_button);
}

static void
tdm_outcome_box_dispose (GObject *object)
{
  TdmOutcomeBox *self = TDM_OUTCOME_BOX (object);

  /* AdwBin holds its child by itself: disposing of the template must not take it from under it. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_OUTCOME_BOX);
  g_clear_object (&self->workspace);
  g_clear_object (&self->meeting);
  G_OBJECT_CLASS (tdm_outcome_box_parent_class)->dispose (object);
}

static void
tdm_outcome_box_class_init (TdmOutcomeBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_outcome_box_dispose;
  widget_class->grab_focus = tdm_outcome_box_grab_focus;
  g_type_ensure (TDM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/meetings/outcome-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmOutcomeBox, first_button);
  gtk_widget_class_install_action (widget_class, "outcome.note", "s", outcome_box_note_cb);
}

static void
tdm_outcome_box_init (TdmOutcomeBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Of a meeting without a goal nobody asks whether it was reached. */
gboolean
tdm_outcome_box_has_question (TdmMeeting *meeting)
{
  TdmRecord *record = TDM_RECORD (meeting);

  return tdm_meeting_get_state (meeting) == TDM_MEETING_STATE_HELD &&
         *tdm_record_get_text (record, TDM_MEETING_SESSION_GOAL) &&
         tdm_record_get_integer (record, TDM_MEETING_OUTCOME) == TDM_OUTCOME_UNKNOWN;
}

GtkWidget *
tdm_outcome_box_new (TdmWorkspace *workspace, TdmMeeting *meeting)
{
  TdmOutcomeBox *self = g_object_new (TDM_TYPE_OUTCOME_BOX, NULL);

  self->workspace = g_object_ref (workspace);
  self->meeting = g_object_ref (meeting);
  return GTK_WIDGET (self);
}
