/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-row.h"

#include "app/common/tdm-css.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-label.h"
#include "app/common/tdm-wrap-layout.h"
#include "app/meetings/tdm-meeting-dialog.h"
#include "app/meetings/tdm-meeting-layout.h"
#include "app/meetings/tdm-meeting-recording.h"
#include "app/meetings/tdm-move-dialog.h"
#include "app/meetings/tdm-outcome-box.h"
#include "app/meetings/tdm-reply-marks.h"
#include "app/meetings/tdm-series-dialog.h"
#include "app/notes/tdm-agenda-dialog.h"
#include "app/notes/tdm-meeting-notes.h"
#include "app/words/tdm-meeting-words.h"
#include "app/words/tdm-role-titles.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-answer-edits.h"
#include "edits/tdm-meeting-edits.h"
#include "edits/tdm-series-edits.h"
#include "messages/tdm-answers.h"
#include "workspace/tdm-workspace.h"

/* A meeting in the timeline of its tandem, with what can be done about it. */

struct _TdmMeetingRow
{
  GtkListBoxRow parent_instance;

  TdmWorkspace *workspace;
  GSignalGroup *workspace_signals;
  TdmMeeting *meeting;

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

/* In a participant's programme, the participant, about a meeting whose organizer waits for an answer */
static TdmPerson *
meeting_row_get_invited (TdmMeetingRow *self)
{
  TdmPerson *me = self->workspace ? tdm_workspace_get_participant (self->workspace) : NULL;

  return tdm_series_asks (tdm_meeting_get_series (self->meeting), me) ? me : NULL;
}

static void
meeting_row_update_actions (TdmMeetingRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TdmMeetingState state = tdm_meeting_get_state (self->meeting);
  gboolean writable = self->workspace && !tdm_workspace_is_read_only (self->workspace);
  gboolean is_open = tdm_meeting_is_open (self->meeting);
  gboolean is_recorded = state == TDM_MEETING_STATE_HELD || state == TDM_MEETING_STATE_MISSED;
  gboolean is_to_record = writable && tdm_meeting_is_to_record (self->meeting);
  gboolean is_invited = meeting_row_get_invited (self) != NULL;
  gboolean has_proposal = tdm_meeting_find_proposal (self->meeting) != NULL;

  gtk_widget_action_set_enabled (widget, "meeting.took-place", is_to_record);
  gtk_widget_action_set_enabled (widget, "meeting.did-not", is_to_record);
  /* A participant who is invited declines: no message would tell the organizer of anything else. */
  gtk_widget_action_set_enabled (widget, "meeting.move", writable && is_open && !is_invited);
  gtk_widget_action_set_enabled (widget, "meeting.cancel", writable && is_open && !is_invited);
  gtk_widget_action_set_enabled (widget, "meeting.reinstate", writable && tdm_series_edits_can_reinstate (self->meeting));
  gtk_widget_action_set_enabled (widget, "meeting.agenda", writable && !tdm_meeting_is_off (self->meeting));
  gtk_widget_action_set_enabled (widget, "meeting.follow",
                                 writable && is_open && tdm_series_edits_can_follow (self->meeting));
  gtk_widget_action_set_enabled (widget, "meeting.set-reply", writable && is_open);
  gtk_widget_action_set_enabled (widget, "meeting.answer", writable && is_open && !is_to_record && is_invited);
  gtk_widget_action_set_enabled (widget, "meeting.accept-proposal", writable && is_open && has_proposal);
  gtk_widget_action_set_enabled (widget, "meeting.decline-proposal", writable && has_proposal);
  gtk_widget_action_set_enabled (widget, "meeting.reset", writable && is_recorded);
  gtk_widget_set_visible (self->buttons, is_to_record);
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
}

static void
meeting_row_update (TdmMeetingRow *self)
{
  if (!self->meeting)
    return;

  meeting_row_show_meeting (self);
  if (self->workspace)
    meeting_row_offer_outcome (self);
  meeting_row_update_actions (self);
}

static void
meeting_row_set_meeting (TdmMeetingRow *self, TdmMeeting *meeting)
{
  if (self->meeting == meeting)
    return;

  if (self->meeting)
    g_signal_handlers_disconnect_by_data (self->meeting, self);
  g_set_object (&self->meeting, meeting);
  if (self->outcome_box)
    gtk_box_remove (self->body, g_steal_pointer (&self->outcome_box));
  if (meeting)
    g_signal_connect_swapped (meeting, "notify", G_CALLBACK (meeting_row_update), self);
  if (self->notes)
    tdm_meeting_notes_set_meeting (self->notes, meeting ? tdm_record_get_uid (TDM_RECORD (meeting)) : NULL);
  meeting_row_update (self);
}

static void
meeting_row_record_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmMeetingRow *self = TDM_MEETING_ROW (widget);
  TdmMeetingState state = TDM_MEETING_STATE_PLANNED;

  if (g_str_equal (action, "meeting.took-place"))
    state = TDM_MEETING_STATE_HELD;
  else if (g_str_equal (action, "meeting.did-not"))
    state = TDM_MEETING_STATE_MISSED;
  tdm_meeting_recording_start (widget, self->workspace, self->meeting, state);
}

static void
meeting_row_begin_note_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmMeeting *meeting = TDM_MEETING_ROW (widget)->meeting;

  gtk_widget_activate_action (widget, "win.new-note-about", "(ss)",
                              tdm_record_get_uid (TDM_RECORD (tdm_meeting_get_pair (meeting))),
                              tdm_record_get_uid (TDM_RECORD (meeting)));
}

typedef void (*TdmMeetingPresent) (GtkWidget *over, TdmWorkspace *workspace, TdmMeeting *meeting);

static const struct { const char *action; TdmMeetingPresent present; } dialogs[] = {
  { "meeting.details", tdm_meeting_dialog_present },
  { "meeting.move", tdm_move_dialog_present },
  { "meeting.agenda", tdm_agenda_dialog_present },
  { "meeting.follow", tdm_series_dialog_present_following },
};

static void
meeting_row_present_dialog_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmMeetingRow *self = TDM_MEETING_ROW (widget);

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    if (g_str_equal (action, dialogs[i].action))
      dialogs[i].present (widget, self->workspace, self->meeting);
}

static void
meeting_row_cancel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmMeetingRow *self = TDM_MEETING_ROW (widget);

  tdm_workspace_commit_async (self->workspace, tdm_meeting_edits_cancel (self->meeting), tdm_feedback_undo_cb,
                              tdm_feedback_target (widget));
}

static void
meeting_row_reinstate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmMeetingRow *self = TDM_MEETING_ROW (widget);

  tdm_workspace_commit_async (self->workspace, tdm_series_edits_reinstate (self->meeting), tdm_feedback_undo_cb,
                              tdm_feedback_target (widget));
}

static void
meeting_row_judge_proposal_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmMeetingRow *self = TDM_MEETING_ROW (widget);
  gboolean accepts = g_str_equal (action, "meeting.accept-proposal");

  tdm_workspace_commit_async (self->workspace,
                              accepts ? tdm_answer_edits_accept_proposal (self->meeting)
                                      : tdm_answer_edits_decline_proposal (self->meeting),
                              tdm_feedback_undo_cb, tdm_feedback_target (widget));
}

static void
meeting_row_set_reply (TdmMeetingRow *self, TdmPerson *person, const char *code)
{
  g_autoptr (GEnumClass) replies = g_type_class_ref (tdm_reply_get_type ());
  GEnumValue *value = g_enum_get_value_by_nick (replies, code);

  tdm_workspace_commit_async (self->workspace,
                              tdm_answer_edits_set_reply (self->meeting, person,
                                                          value ? (TdmReply) value->value : TDM_REPLY_NEEDS_ACTION,
                                                          tdm_workspace_get_programme (self->workspace)),
                              tdm_feedback_undo_cb, tdm_feedback_target (self));
}

/* Which of the two, and what: "mentee:accepted" */
static void
meeting_row_set_reply_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmMeetingRow *self = TDM_MEETING_ROW (widget);
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), ":", 2);
  TdmPerson *person = g_str_equal (parts[0], "mentee") ? tdm_meeting_get_mentee (self->meeting)
                                                       : tdm_meeting_get_mentor (self->meeting);

  meeting_row_set_reply (self, person, parts[1]);
}

static void
meeting_row_answer_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmMeetingRow *self = TDM_MEETING_ROW (widget);

  meeting_row_set_reply (self, meeting_row_get_invited (self), g_variant_get_string (parameter, NULL));
}

/* Time went on while it was not to be seen. */
static void
tdm_meeting_row_map (GtkWidget *widget)
{
  meeting_row_update (TDM_MEETING_ROW (widget));
  GTK_WIDGET_CLASS (tdm_meeting_row_parent_class)->map (widget);
}

static void
meeting_row_say_roles (TdmMeetingRow *self)
{
  if (self->workspace)
    tdm_role_titles_fill_menu (gtk_menu_button_get_menu_model (self->menu_button),
                               tdm_workspace_get_programme (self->workspace));
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
          tdm_role_titles_follow (self->workspace, self, G_CALLBACK (meeting_row_say_roles));
          meeting_row_say_roles (self);
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
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, moved_label);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingRow, menu_button);

  gtk_widget_class_install_action (widget_class, "meeting.details", NULL, meeting_row_present_dialog_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "meeting.details", NULL);
  gtk_widget_class_install_action (widget_class, "meeting.move", NULL, meeting_row_present_dialog_cb);
  gtk_widget_class_install_action (widget_class, "meeting.agenda", NULL, meeting_row_present_dialog_cb);
  gtk_widget_class_install_action (widget_class, "meeting.follow", NULL, meeting_row_present_dialog_cb);
  gtk_widget_class_install_action (widget_class, "meeting.took-place", NULL, meeting_row_record_cb);
  gtk_widget_class_install_action (widget_class, "meeting.did-not", NULL, meeting_row_record_cb);
  gtk_widget_class_install_action (widget_class, "meeting.cancel", NULL, meeting_row_cancel_cb);
  gtk_widget_class_install_action (widget_class, "meeting.reinstate", NULL, meeting_row_reinstate_cb);
  gtk_widget_class_install_action (widget_class, "meeting.reset", NULL, meeting_row_record_cb);
  gtk_widget_class_install_action (widget_class, "meeting.note", NULL, meeting_row_begin_note_cb);
  gtk_widget_class_install_action (widget_class, "meeting.set-reply", "s", meeting_row_set_reply_cb);
  gtk_widget_class_install_action (widget_class, "meeting.answer", "s", meeting_row_answer_cb);
  gtk_widget_class_install_action (widget_class, "meeting.accept-proposal", NULL, meeting_row_judge_proposal_cb);
  gtk_widget_class_install_action (widget_class, "meeting.decline-proposal", NULL, meeting_row_judge_proposal_cb);
}

static void
tdm_meeting_row_init (TdmMeetingRow *self)
{
  /* The state of the tandem counts, too, and what time it is. */
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "changed", G_CALLBACK (meeting_row_update), self);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::now", G_CALLBACK (meeting_row_update), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* GTK 4.8 leaves the keyboard in a submenu that has closed, where no shortcut of the window works. */
  g_signal_connect_swapped (gtk_menu_button_get_popover (self->menu_button), "closed",
                            G_CALLBACK (gtk_widget_grab_focus), self->menu_button);
}
