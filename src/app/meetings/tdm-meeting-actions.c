/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-actions.h"

#include "app/common/tdm-feedback.h"
#include "app/meetings/tdm-agenda-row.h"
#include "app/meetings/tdm-meeting-dialog.h"
#include "app/meetings/tdm-meeting-recording.h"
#include "app/meetings/tdm-meeting-row.h"
#include "app/meetings/tdm-move-dialog.h"
#include "app/meetings/tdm-series-dialog.h"
#include "app/notes/tdm-agenda-dialog.h"
#include "edits/tdm-answer-edits.h"
#include "edits/tdm-meeting-edits.h"
#include "edits/tdm-series-edits.h"
#include "workspace/tdm-workspace.h"

/* What can be done about a meeting, the same wherever it is shown: in its tandem, in an agenda or in a month. */

struct _TdmMeetingActions
{
  GSimpleActionGroup parent_instance;

  GtkWidget *shown; /* weak */
  TdmWorkspace *workspace;
  TdmMeeting *meeting;
};

G_DEFINE_FINAL_TYPE (TdmMeetingActions, tdm_meeting_actions, G_TYPE_SIMPLE_ACTION_GROUP)

/* A dialog stands over the window, be it opened from a popover: that goes first. */
static GtkWidget *
meeting_actions_leave_popover (TdmMeetingActions *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (self->shown, GTK_TYPE_POPOVER);

  if (popover)
    gtk_popover_popdown (GTK_POPOVER (popover));
  return self->shown;
}

static void
meeting_actions_record_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TdmMeetingActions *self = data;
  const char *name = g_action_get_name (G_ACTION (action));
  TdmMeetingState state = TDM_MEETING_STATE_PLANNED;

  if (g_str_equal (name, "took-place"))
    state = TDM_MEETING_STATE_HELD;
  else if (g_str_equal (name, "did-not"))
    state = TDM_MEETING_STATE_MISSED;
  tdm_meeting_recording_start (self->shown, self->workspace, self->meeting, state);
}

static void
meeting_actions_cancel_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TdmMeetingActions *self = data;

  if (TDM_IS_AGENDA_ROW (self->shown))
    tdm_agenda_row_leave (TDM_AGENDA_ROW (self->shown), TDM_MEETING_STATE_CANCELLED);
  tdm_workspace_commit_async (self->workspace, tdm_meeting_edits_cancel (self->meeting), tdm_feedback_undo_cb,
                              tdm_feedback_target (self->shown));
}

static void
meeting_actions_reinstate_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TdmMeetingActions *self = data;

  if (TDM_IS_AGENDA_ROW (self->shown))
    tdm_agenda_row_leave (TDM_AGENDA_ROW (self->shown), TDM_MEETING_STATE_PLANNED);
  tdm_workspace_commit_async (self->workspace, tdm_series_edits_reinstate (self->meeting), tdm_feedback_undo_cb,
                              tdm_feedback_target (self->shown));
}

static void
meeting_actions_begin_note_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TdmMeetingActions *self = data;

  gtk_widget_activate_action (meeting_actions_leave_popover (self), "win.new-note-about", "(ss)",
                              tdm_record_get_uid (TDM_RECORD (tdm_meeting_get_pair (self->meeting))),
                              tdm_record_get_uid (TDM_RECORD (self->meeting)));
}

static void
meeting_actions_show_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TdmMeetingActions *self = data;

  gtk_widget_activate_action (meeting_actions_leave_popover (self), "win.show-meeting", "(sx)",
                              tdm_record_get_uid (TDM_RECORD (tdm_meeting_get_pair (self->meeting))),
                              tdm_record_get_id (TDM_RECORD (self->meeting)));
}

typedef void (*TdmMeetingPresent) (GtkWidget *over, TdmWorkspace *workspace, TdmMeeting *meeting);

static const struct { const char *name; TdmMeetingPresent present; } dialogs[] = {
  { "details", tdm_meeting_dialog_present },
  { "move", tdm_move_dialog_present },
  { "agenda", tdm_agenda_dialog_present },
  { "follow", tdm_series_dialog_present_following },
};

static void
meeting_actions_present_dialog_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TdmMeetingActions *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), dialogs[i].name))
      dialogs[i].present (meeting_actions_leave_popover (self), self->workspace, self->meeting);
}

static void
meeting_actions_judge_proposal_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TdmMeetingActions *self = data;
  gboolean accepts = g_str_equal (g_action_get_name (G_ACTION (action)), "accept-proposal");

  tdm_workspace_commit_async (self->workspace,
                              accepts ? tdm_answer_edits_accept_proposal (self->meeting)
                                      : tdm_answer_edits_decline_proposal (self->meeting),
                              tdm_feedback_undo_cb, tdm_feedback_target (self->shown));
}

/* In a participant's programme, the participant, about a meeting whose organizer waits for an answer */
static TdmPerson *
meeting_actions_get_invited (TdmMeetingActions *self)
{
  TdmPerson *me = tdm_workspace_get_participant (self->workspace);

  return tdm_series_asks (tdm_meeting_get_series (self->meeting), me) ? me : NULL;
}

static void
meeting_actions_set_reply (TdmMeetingActions *self, TdmPerson *person, const char *code)
{
  g_autoptr (GEnumClass) replies = g_type_class_ref (tdm_reply_get_type ());
  GEnumValue *value = g_enum_get_value_by_nick (replies, code);

  tdm_workspace_commit_async (self->workspace,
                              tdm_answer_edits_set_reply (self->meeting, person,
                                                          value ? (TdmReply) value->value : TDM_REPLY_NEEDS_ACTION,
                                                          tdm_workspace_get_programme (self->workspace)),
                              tdm_feedback_undo_cb, tdm_feedback_target (self->shown));
}

/* What one of the two has said on the telephone or in the corridor */
static void
meeting_actions_note_answer_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TdmMeetingActions *self = data;
  TdmPerson *person = g_str_equal (g_action_get_name (G_ACTION (action)), "answer-of-mentee")
                        ? tdm_meeting_get_mentee (self->meeting)
                        : tdm_meeting_get_mentor (self->meeting);

  meeting_actions_set_reply (self, person, g_variant_get_string (parameter, NULL));
}

static void
meeting_actions_answer_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TdmMeetingActions *self = data;

  meeting_actions_set_reply (self, meeting_actions_get_invited (self), g_variant_get_string (parameter, NULL));
}

static void
tdm_meeting_actions_dispose (GObject *object)
{
  TdmMeetingActions *self = TDM_MEETING_ACTIONS (object);

  g_clear_weak_pointer (&self->shown);
  g_clear_object (&self->workspace);
  g_clear_object (&self->meeting);
  G_OBJECT_CLASS (tdm_meeting_actions_parent_class)->dispose (object);
}

static void
tdm_meeting_actions_class_init (TdmMeetingActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tdm_meeting_actions_dispose;
}

static void
tdm_meeting_actions_init (TdmMeetingActions *self)
{
  static const GActionEntry entries[] = {
    { .name = "details", .activate = meeting_actions_present_dialog_cb },
    { .name = "move", .activate = meeting_actions_present_dialog_cb },
    { .name = "agenda", .activate = meeting_actions_present_dialog_cb },
    { .name = "follow", .activate = meeting_actions_present_dialog_cb },
    { .name = "took-place", .activate = meeting_actions_record_cb },
    { .name = "did-not", .activate = meeting_actions_record_cb },
    { .name = "reset", .activate = meeting_actions_record_cb },
    { .name = "cancel", .activate = meeting_actions_cancel_cb },
    { .name = "reinstate", .activate = meeting_actions_reinstate_cb },
    { .name = "note", .activate = meeting_actions_begin_note_cb },
    { .name = "show", .activate = meeting_actions_show_cb },
    { .name = "answer-of-mentee", .activate = meeting_actions_note_answer_cb, .parameter_type = "s" },
    { .name = "answer-of-mentor", .activate = meeting_actions_note_answer_cb, .parameter_type = "s" },
    { .name = "answer", .activate = meeting_actions_answer_cb, .parameter_type = "s" },
    { .name = "accept-proposal", .activate = meeting_actions_judge_proposal_cb },
    { .name = "decline-proposal", .activate = meeting_actions_judge_proposal_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* @shown: what shows the meeting, over which dialogs are presented and from where the window is told what was done */
TdmMeetingActions *
tdm_meeting_actions_new (GtkWidget *shown)
{
  TdmMeetingActions *self = g_object_new (TDM_TYPE_MEETING_ACTIONS, NULL);

  g_set_weak_pointer (&self->shown, shown);
  return self;
}

/* For a widget and all that is in it */
void
tdm_meeting_actions_offer (TdmMeetingActions *self, GtkWidget *widget)
{
  gtk_widget_insert_action_group (widget, "meeting", G_ACTION_GROUP (self));
}

/* Without a meeting there is nothing to do. */
void
tdm_meeting_actions_set_meeting (TdmMeetingActions *self, TdmWorkspace *workspace, TdmMeeting *meeting)
{
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->meeting, meeting);
  tdm_meeting_actions_update (self);
}

static void
meeting_actions_enable (TdmMeetingActions *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

/* To be called when the meeting, its tandem or the file has changed, and as time goes by */
void
tdm_meeting_actions_update (TdmMeetingActions *self)
{
  gboolean has_meeting = self->workspace && self->meeting;
  gboolean writable = has_meeting && !tdm_workspace_is_read_only (self->workspace);
  TdmMeetingState state = has_meeting ? tdm_meeting_get_state (self->meeting) : TDM_MEETING_STATE_PLANNED;
  gboolean is_open = has_meeting && tdm_meeting_is_open (self->meeting);
  gboolean is_recorded = state == TDM_MEETING_STATE_HELD || state == TDM_MEETING_STATE_MISSED;
  gboolean is_to_record = writable && tdm_meeting_is_to_record (self->meeting);
  gboolean has_proposal = has_meeting && tdm_meeting_find_proposal (self->meeting) != NULL;
  TdmPerson *invited = has_meeting ? meeting_actions_get_invited (self) : NULL;
  gboolean is_invited = invited != NULL;

  meeting_actions_enable (self, "took-place", is_to_record);
  meeting_actions_enable (self, "did-not", is_to_record);
  /* A participant who is invited declines: no message would tell the organizer of anything else. */
  meeting_actions_enable (self, "move", writable && is_open && !is_invited);
  meeting_actions_enable (self, "cancel", writable && is_open && !is_invited);
  meeting_actions_enable (self, "reinstate", writable && tdm_series_edits_can_reinstate (self->meeting));
  meeting_actions_enable (self, "agenda", writable && !tdm_meeting_is_off (self->meeting));
  meeting_actions_enable (self, "follow", writable && is_open && tdm_series_edits_can_follow (self->meeting));
  /* A participant accepts or declines in one way alone. */
  meeting_actions_enable (self, "answer-of-mentee",
                          writable && is_open && (!invited || tdm_meeting_get_mentee (self->meeting) != invited));
  meeting_actions_enable (self, "answer-of-mentor",
                          writable && is_open && (!invited || tdm_meeting_get_mentor (self->meeting) != invited));
  meeting_actions_enable (self, "answer", writable && is_open && !is_to_record && is_invited);
  meeting_actions_enable (self, "accept-proposal", writable && is_open && has_proposal);
  meeting_actions_enable (self, "decline-proposal", writable && has_proposal);
  meeting_actions_enable (self, "reset", writable && is_recorded);
  meeting_actions_enable (self, "details", has_meeting);
  meeting_actions_enable (self, "note", has_meeting);
  /* Its own row in its tandem leads nowhere else. */
  meeting_actions_enable (self, "show", has_meeting && !TDM_IS_MEETING_ROW (self->shown));
}
