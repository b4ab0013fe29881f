/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-recording.h"

#include "app/common/tdm-feedback.h"
#include "app/meetings/tdm-agenda-row.h"
#include "app/meetings/tdm-meeting-row.h"
#include "app/meetings/tdm-outcome-box.h"
#include "edits/tdm-meeting-edits.h"
#include "model/tdm-scope.h"
#include "workspace/tdm-workspace.h"

/* Whether a meeting took place. Who took part stands with the details of the tandem: they are loaded before. */

typedef struct
{
  TdmMeeting *meeting;
  TdmMeetingState state;
  GtkWidget *target;
  gboolean has_row;
} TdmMeetingRecording;

static void
meeting_recording_free (TdmMeetingRecording *self)
{
  g_object_unref (self->meeting);
  g_clear_object (&self->target);
  g_free (self);
}

/* Marks a meeting while its record is on its way, so that a second click does not record it twice. */
#define UNDER_WAY "tdm-recording"

/* Away from the tandem, the window asks what the row there would. */
static void
meeting_recording_tell (TdmMeetingRecording *self, GObject *workspace, GAsyncResult *result)
{
  g_autofree char *label = NULL;

  if (self->has_row || !tdm_outcome_box_has_question (self->meeting))
    {
      tdm_feedback_undo_cb (workspace, result, g_steal_pointer (&self->target));
      return;
    }
  label = tdm_workspace_change_finish (TDM_WORKSPACE (workspace), result, NULL);
  if (label && tdm_workspace_is_open (TDM_WORKSPACE (workspace)))
    gtk_widget_activate_action (self->target, "win.ask-outcome", "(sx)", label,
                                tdm_record_get_id (TDM_RECORD (self->meeting)));
}

static void
meeting_recording_recorded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TdmMeetingRecording *self = data;

  g_object_set_data (G_OBJECT (self->meeting), UNDER_WAY, NULL);
  meeting_recording_tell (self, source, result);
  meeting_recording_free (self);
}

static void
meeting_recording_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TdmMeetingRecording *self = data;
  TdmWorkspace *workspace = TDM_WORKSPACE (source);
  g_autoptr (GError) error = NULL;

  /* The file may have been closed meanwhile. */
  if (tdm_workspace_load_finish (workspace, result, &error) && !tdm_workspace_is_read_only (workspace))
    {
      tdm_workspace_commit_async (workspace, tdm_meeting_edits_record (self->meeting, self->state),
                                  meeting_recording_recorded_cb, self);
      return;
    }

  if (error)
    tdm_feedback_show_error (self->target, error);
  g_object_set_data (G_OBJECT (self->meeting), UNDER_WAY, NULL);
  meeting_recording_free (self);
}

void
tdm_meeting_recording_start (GtkWidget *widget, TdmWorkspace *workspace, TdmMeeting *meeting, TdmMeetingState state)
{
  TdmMeetingRecording *self;

  if (g_object_get_data (G_OBJECT (meeting), UNDER_WAY))
    return;

  if (TDM_IS_AGENDA_ROW (widget))
    tdm_agenda_row_leave (TDM_AGENDA_ROW (widget), state);
  g_object_set_data (G_OBJECT (meeting), UNDER_WAY, meeting);
  self = g_new0 (TdmMeetingRecording, 1);
  self->meeting = g_object_ref (meeting);
  self->state = state;
  self->target = tdm_feedback_target (widget);
  self->has_row = TDM_IS_MEETING_ROW (widget);
  tdm_workspace_load_async (workspace, TDM_SCOPE_PAIR, tdm_meeting_get_pair (meeting), meeting_recording_loaded_cb,
                            self);
}
