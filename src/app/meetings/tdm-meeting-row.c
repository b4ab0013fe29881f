/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-row.h"

#include "app/common/tdm-css.h"
#include "app/common/tdm-label.h"
#include "app/common/tdm-wrap-layout.h"
#include "app/meetings/tdm-meeting-actions.h"
#include "app/meetings/tdm-meeting-layout.h"
#include "app/meetings/tdm-meeting-menu.h"
#include "app/meetings/tdm-outcome-box.h"
#include "app/meetings/tdm-reply-marks.h"
#include "app/meetings/tdm-taken-times.h"
#include "app/notes/tdm-meeting-notes.h"
#include "app/words/tdm-meeting-words.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-answer-edits.h"
#include "edits/tdm-meeting-edits.h"
#include "messages/tdm-answers.h"
#include "workspace/tdm-workspace.h"

/* A meeting in the timeline of its tandem, with what can be done about it. */

struct _TdmMeetingRow
{
  GtkListBoxRow parent_instance;

  TdmWorkspace *workspace;
  GSignalGroup *workspace_signals;
  TdmMeeting *meeting;
  TdmMeetingActions *actions;

  GtkLabel *day_label;
  GtkLabel *time_label;
  GtkLabel *title_label;
  GtkLabel *goal_label;
  GtkLabel *details_label;
  GtkLabel *agenda_label;
  GtkBox *body;
  GtkWidget *outcome_box;
  TdmMeetingNotes *notes;
  TdmReplyMarks *replies;
  GtkWidget *proposal_box;
  GtkLabel *proposal_label;
  GtkWidget *taken_box;
  GtkLabel *taken_label;
  TdmTakenTimes *taken; /* while another time is proposed */
  GtkLabel *moved_label;
  GtkLabel *state_label;
  GtkWidget *buttons;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (TdmMeetingRow, tdm_meeting_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_MEETING,
  N_PROPS
} TdmMeetingRowProperty;

static GParamSpec *specs[N_PROPS];

static char *
meeting_describe_goal (TdmMeeting *meeting)
{
  const char *goal = tdm_record_get_text (TDM_RECORD (meeting), TDM_MEETING_SESSION_GOAL);
  TdmOutcome outcome = tdm_record_get_integer (TDM_RECORD (meeting), TDM_MEETING_OUTCOME);

  if (outcome != TDM_OUTCOME_UNKNOWN)
    return g_strjoin (*goal ? ": " : "", tdm_code_get_title (tdm_outcome_get_type (), outcome), goal, NULL);
  if (!*goal)
    return g_strdup ("");
  /* Translators: %s is what a meeting is to reach */
  return g_strdup_printf (_ ("Goal: %s"), goal);
}

/* What stands in the title is not said again. */
static char *
meeting_describe_details (TdmMeeting *meeting)
{
  const char *topic = tdm_record_get_text (TDM_RECORD (meeting), TDM_MEETING_TOPIC);
  const char *place = tdm_record_get_text (TDM_RECORD (meeting), TDM_MEETING_PLACE);
  g_autofree char *elsewhere = tdm_meeting_words_elsewhere (meeting);
  const char *kind = *topic ? tdm_code_get_title (tdm_meeting_kind_get_type (), tdm_meeting_get_kind (meeting)) : "";
  const char *parts[] = { kind, place, elsewhere ? elsewhere : "", NULL };
  g_autoptr (GStrvBuilder) said = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (const char **part = parts; *part; part++)
    if (**part)
      g_strv_builder_add (said, *part);
  strings = g_strv_builder_end (said);
  return g_strjoinv (" · ", strings);
}

/* It takes the place of the buttons, and what was on one of these is on it then. */
static void
meeting_row_offer_outcome (TdmMeetingRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  gboolean is_offered = !tdm_workspace_is_read_only (self->workspace) && tdm_outcome_box_has_question (self->meeting);

  if (is_offered == (self->outcome_box != NULL))
    return;
  if (!is_offered)
    {
      if (focus && gtk_widget_is_ancestor (focus, self->outcome_box))
        gtk_widget_grab_focus (GTK_WIDGET (self));
      gtk_box_remove (self->body, g_steal_pointer (&self->outcome_box));
      return;
    }

  self->outcome_box = tdm_outcome_box_new (self->workspace, self->meeting);
  gtk_box_insert_child_after (self->body, self->outcome_box, GTK_WIDGET (self->goal_label));
  if (focus && gtk_widget_is_ancestor (focus, self->buttons))
    gtk_widget_grab_focus (self->outcome_box);
}

/* Others may hold it still, and it tells the row nothing any more. */
static void
meeting_row_forget_taken (TdmMeetingRow *self)
{
  if (self->taken)
    g_signal_handlers_disconnect_by_data (self->taken, self);
  g_clear_object (&self->taken);
}

/* Who or what is taken at the time that is proposed, before the meeting goes there */
static void
meeting_row_show_taken (TdmMeetingRow *self)
{
  TdmAttendee *attendee = tdm_meeting_find_proposal (self->meeting);
  g_autofree char *start = NULL, *warning = NULL;
  int minutes;

  if (attendee && self->workspace && !self->taken)
    {
      self->taken = tdm_taken_times_hold (self->workspace, NULL);
      g_signal_connect_object (self->taken, "changed", G_CALLBACK (meeting_row_show_taken), self, G_CONNECT_SWAPPED);
    }
  else if (!attendee)
    meeting_row_forget_taken (self);
  if (self->taken)
    {
      start = tdm_answer_edits_read_proposal (self->meeting, &minutes);
      if (start)
        warning = tdm_taken_times_describe_move (self->taken, self->meeting, start, minutes,
                                                 tdm_record_get_text (TDM_RECORD (self->meeting), TDM_MEETING_PLACE));
    }
  gtk_widget_set_visible (self->taken_box, warning != NULL);
  gtk_label_set_text (self->taken_label, warning ? warning : "");
}

static void
meeting_row_show_meeting (TdmMeetingRow *self)
{
  const TdmMeetingBrief brief = tdm_meeting_brief_of (self->meeting);
  g_autofree char *day = tdm_meeting_words_day (brief.start);
  g_autofree char *time = tdm_meeting_words_time (&brief);
  g_autofree char *description = tdm_meeting_words_describe (self->meeting);
  const char *topic = tdm_record_get_text (TDM_RECORD (self->meeting), TDM_MEETING_TOPIC);
  g_autofree char *goal = meeting_describe_goal (self->meeting);
  g_autofree char *details = meeting_describe_details (self->meeting);
  TdmMeetingState state = tdm_meeting_get_state (self->meeting);
  g_autofree char *proposal = tdm_answers_describe_proposal (self->meeting);

  gtk_label_set_text (self->day_label, day);
  gtk_label_set_text (self->time_label, time);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, goal, -1);
  gtk_label_set_text (self->title_label,
                      *topic ? topic
                             : tdm_code_get_title (tdm_meeting_kind_get_type (), tdm_meeting_get_kind (self->meeting)));
  tdm_label_show_text (self->goal_label, goal);
  tdm_label_show_text (self->details_label, details);
  tdm_label_show_text (self->agenda_label, tdm_record_get_text (TDM_RECORD (self->meeting), TDM_MEETING_QUESTION));
  gtk_label_set_text (self->state_label, tdm_meeting_describe_state (self->meeting));
  gtk_widget_set_visible (GTK_WIDGET (self->moved_label), tdm_meeting_edits_is_moved (self->meeting));
  tdm_css_set_class (self->state_label, "good", state == TDM_MEETING_STATE_HELD);
  tdm_css_set_class (self, "cancelled", tdm_meeting_is_off (self->meeting));
  tdm_reply_marks_show (self->replies, self->meeting);
  gtk_widget_set_visible (self->proposal_box, proposal != NULL);
  gtk_label_set_text (self->proposal_label, proposal ? proposal : "");
  meeting_row_show_taken (self);
}

static void
meeting_row_update (TdmMeetingRow *self)
{
  if (!self->meeting)
    return;

  meeting_row_show_meeting (self);
  if (self->workspace)
    meeting_row_offer_outcome (self);
  tdm_meeting_actions_set_meeting (self->actions, self->workspace, self->meeting);
  gtk_widget_set_visible (self->buttons,
                          g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions), "took-place"));
}

static void
meeting_row_set_meeting (TdmMeetingRow *self, TdmMeeting *meeting)
{
  if (self->meeting == meeting)
    return;

  if (self->meeting)
    g_signal_handlers_disconnect_by_data (self->meeting, self);
  g_set_object (&self->meeting, meeting);
  meeting_row_forget_taken (self);
  if (self->outcome_box)
    gtk_box_remove (self->body, g_steal_pointer (&self->outcome_box));
  if (meeting)
    g_signal_connect_swapped (meeting, "notify", G_CALLBACK (meeting_row_update), self);
  if (self->notes)
    tdm_meeting_notes_set_meeting (self->notes, meeting ? tdm_record_get_uid (TDM_RECORD (meeting)) : NULL);
  meeting_row_update (self);
}

/* Time went on while it was not to be seen. */
static void
tdm_meeting_row_map (GtkWidget *widget)
{
  meeting_row_update (TDM_MEETING_ROW (widget));
  GTK_WIDGET_CLASS (tdm_meeting_row_parent_class)->map (widget);
}

static void
tdm_meeting_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmMeetingRow *self = TDM_MEETING_ROW (object);

  switch ((TdmMeetingRowProperty) id)
    {
    case PROP_WORKSPACE:
      if (g_set_object (&self->workspace, g_value_get_object (value)))
        {
          g_signal_group_set_target (self->workspace_signals, self->workspace);
          meeting_row_update (self);
        }
      break;
    case PROP_MEETING:
      meeting_row_set_meeting (self, g_value_get_object (value));
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_meeting_row_dispose (GObject *object)
{
  TdmMeetingRow *self = TDM_MEETING_ROW (object);

  meeting_row_set_meeting (self, NULL);
  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_MEETING_ROW);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_meeting_row_parent_class)->dispose (object);
}

static void
tdm_meeting_row_class_init (TdmMeetingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_meeting_row_set_property;
  object_class->dispose = tdm_meeting_row_dispose;
  widget_class->map = tdm_meeting_row_map;

  specs[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TDM_TYPE_WORKSPACE, flags);
  specs[PROP_MEETING] = g_param_spec_object ("meeting", NULL, NULL, TDM_TYPE_MEETING, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  g_type_ensure (TDM_TYPE_MEETING_LAYOUT);
  g_type_ensure (TDM_TYPE_MEETING_NOTES);
  g_type_ensure (TDM_TYPE_REPLY_MARKS);
  g_type_ensure (TDM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/meetings/meeting-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, day_label);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, goal_label);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, details_label);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, agenda_label);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, body);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, notes);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, replies);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, proposal_box);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, proposal_label);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, taken_box);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, taken_label);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, moved_label);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, menu_button);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "meeting.details", NULL);
}

static void
tdm_meeting_row_init (TdmMeetingRow *self)
{
  /* The state of the tandem counts, too, and what time it is. */
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "changed", G_CALLBACK (meeting_row_update), self);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::now", G_CALLBACK (meeting_row_update), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = tdm_meeting_actions_new (GTK_WIDGET (self));
  tdm_meeting_actions_offer (self->actions, GTK_WIDGET (self));
  tdm_meeting_menu_offer (self->menu_button, GTK_WIDGET (self));
}

TdmMeeting *
tdm_meeting_row_get_meeting (TdmMeetingRow *self)
{
  g_return_val_if_fail (TDM_IS_MEETING_ROW (self), NULL);

  return self->meeting;
}
