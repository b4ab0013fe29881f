/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-dialog.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-format.h"
#include "app/common/tdm-record-dialog.h"
#include "app/common/tdm-topic-row.h"
#include "app/meetings/tdm-move-dialog.h"
#include "app/words/tdm-meeting-words.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-when.h"
#include "edits/tdm-meeting-edits.h"
#include "edits/tdm-series-edits.h"
#include "workspace/tdm-workspace.h"

#include <adwaita.h>

/* What a meeting is for and about, where it is, and what came of it. When it is can be seen here, but is changed where
 * meetings are moved. */

#define N_PEOPLE 2

typedef struct
{
  TdmWorkspace *workspace;
  TdmMeeting *meeting;

  AdwActionRow *when_row;
  AdwComboRow *took_part_rows[N_PEOPLE];
  AdwComboRow *summary_row;
} TdmMeetingDialog;

static void
meeting_dialog_free (gpointer data)
{
  TdmMeetingDialog *self = data;

  g_object_unref (self->workspace);
  g_object_unref (self->meeting);
  g_free (self);
}

/* Of an invitation that comes from another organizer nothing is changed here: a participant answers it. */
static gboolean
meeting_dialog_can_invite (TdmMeetingDialog *self)
{
  TdmPerson *me = tdm_workspace_get_participant (self->workspace);

  return !tdm_workspace_is_read_only (self->workspace) && tdm_meeting_is_open (self->meeting) &&
         !tdm_series_asks (tdm_meeting_get_series (self->meeting), me);
}

static TdmPerson *
meeting_get_person (TdmMeeting *meeting, guint index)
{
  return index == 0 ? tdm_meeting_get_mentee (meeting) : tdm_meeting_get_mentor (meeting);
}

/* --- what the form does not show of itself ------------------------------------------ */

static void
when_row_show (AdwActionRow *row, GParamSpec *spec, TdmMeeting *meeting)
{
  const TdmMeetingBrief brief = tdm_meeting_brief_of (meeting);
  g_autofree char *start = tdm_when_here (brief.start), *day = tdm_format_day (start);
  g_autofree char *time = tdm_meeting_words_time (&brief), *names = tdm_meeting_words_names (&brief);
  g_autofree char *title = g_strdup_printf ("%s, %s", day, time);
  g_autofree char *elsewhere = tdm_meeting_words_elsewhere (meeting);
  g_autofree char *subtitle = g_strjoin (" · ", names, tdm_meeting_describe_state (meeting), elsewhere, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
}

/* It was moved from here. */
static void
place_row_show (GtkEditable *row, GParamSpec *spec, TdmMeeting *meeting)
{
  gtk_editable_set_text (row, tdm_record_get_text (TDM_RECORD (meeting), TDM_MEETING_PLACE));
}

static void
meeting_dialog_move_cb (TdmMeetingDialog *self)
{
  tdm_move_dialog_present (GTK_WIDGET (self->when_row), self->workspace, self->meeting);
}

static TdmTookPart
meeting_get_took_part (TdmMeeting *meeting, guint index)
{
  TdmAttendee *attendee = tdm_meeting_get_own_attendee (meeting, meeting_get_person (meeting, index));

  return attendee ? tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_TOOK_PART) : TDM_TOOK_PART_UNKNOWN;
}

static void
meeting_dialog_show_when (TdmMeetingDialog *self, GtkWidget *place_row, GtkWidget *move_button)
{
  gboolean can_invite = meeting_dialog_can_invite (self);

  g_signal_connect_object (self->meeting, "notify", G_CALLBACK (when_row_show), self->when_row, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->meeting, "notify::place", G_CALLBACK (place_row_show), place_row, G_CONNECT_SWAPPED);
  when_row_show (self->when_row, NULL, self->meeting);
  g_signal_connect_swapped (move_button, "clicked", G_CALLBACK (meeting_dialog_move_cb), self);
  gtk_widget_set_visible (move_button, can_invite);
  gtk_widget_set_sensitive (place_row, can_invite);
}

static void
meeting_dialog_show_result (TdmMeetingDialog *self, GtkWidget *group)
{
  gtk_widget_set_visible (group, tdm_meeting_get_state (self->meeting) == TDM_MEETING_STATE_HELD);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      TdmPerson *person = meeting_get_person (self->meeting, i);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->took_part_rows[i]),
                                     person ? tdm_person_get_name (person) : "");
      adw_combo_row_set_selected (self->took_part_rows[i], meeting_get_took_part (self->meeting, i));
    }
}

/* The lists of codes in the XML are in their order. */
static void
meeting_dialog_built_cb (GtkBuilder *builder, TdmRecordForm *form, gpointer data)
{
  TdmMeetingDialog *self = data;
  TdmSeries *series = tdm_meeting_get_series (self->meeting);
  gboolean has_title = series && !tdm_series_is_external (series);

  self->when_row = ADW_ACTION_ROW (gtk_builder_get_object (builder, "when_row"));
  self->took_part_rows[0] = ADW_COMBO_ROW (gtk_builder_get_object (builder, "mentee_row"));
  self->took_part_rows[1] = ADW_COMBO_ROW (gtk_builder_get_object (builder, "mentor_row"));
  self->summary_row = ADW_COMBO_ROW (gtk_builder_get_object (builder, "summary_row"));
  tdm_topic_row_set_topics (TDM_TOPIC_ROW (gtk_builder_get_object (builder, "topic_row")),
                            tdm_workspace_get_topics (self->workspace));
  tdm_record_form_set_candidates (form, TDM_MEETING_GOAL, tdm_pair_get_goals (tdm_meeting_get_pair (self->meeting)));
  meeting_dialog_show_when (self, tdm_record_form_get_row (form, TDM_MEETING_PLACE),
                            GTK_WIDGET (gtk_builder_get_object (builder, "move_button")));
  meeting_dialog_show_result (self, GTK_WIDGET (gtk_builder_get_object (builder, "result")));
  gtk_widget_set_visible (GTK_WIDGET (gtk_builder_get_object (builder, "invitation")), has_title);
  if (has_title)
    adw_combo_row_set_selected (self->summary_row,
                                tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_SUMMARY_MODE));
}

/* --- saving ------------------------------------------------------------------------- */

static TdmEdit *
meeting_dialog_make_edit (TdmRecord *draft, gpointer data)
{
  TdmMeetingDialog *self = data;
  TdmSeries *series = tdm_meeting_get_series (self->meeting);
  gboolean is_changed = tdm_record_get_changed (draft) != 0;
  TdmEdit *edit = is_changed
                    ? tdm_meeting_edits_change (self->meeting, draft, tdm_workspace_get_topics (self->workspace))
                    : tdm_edit_new (_ ("Meeting changed"));

  for (guint i = 0; i < N_PEOPLE; i++)
    tdm_meeting_edits_set_took_part (edit, self->meeting, meeting_get_person (self->meeting, i),
                                     adw_combo_row_get_selected (self->took_part_rows[i]));
  if (series && !tdm_series_is_external (series))
    tdm_series_edits_put_summary_mode (edit, series, adw_combo_row_get_selected (self->summary_row));
  if (!is_changed && tdm_edit_get_size (edit) == 0)
    g_clear_object (&edit);
  return edit;
}

/* --- opening -------------------------------------------------------------------------- */

typedef struct
{
  TdmMeeting *meeting;
  GtkWidget *window;
} TdmMeetingOpening;

static void
meeting_dialog_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree TdmMeetingOpening *opening = data;
  g_autoptr (TdmMeeting) meeting = opening->meeting;
  g_autoptr (GtkWidget) window = opening->window;
  TdmWorkspace *workspace = TDM_WORKSPACE (source);
  g_autoptr (GError) error = NULL;
  TdmMeetingDialog *self;
  TdmRecordDialogSetup setup;

  if (!tdm_workspace_load_finish (workspace, result, &error))
    {
      tdm_feedback_show_error (window, error);
      return;
    }
  /* The window, or its file, may have been closed meanwhile. */
  if (!gtk_widget_get_realized (window) || !tdm_workspace_is_open (workspace))
    return;

  self = g_new0 (TdmMeetingDialog, 1);
  self->workspace = g_object_ref (workspace);
  self->meeting = g_object_ref (meeting);
  setup = (TdmRecordDialogSetup) { .title = _ ("Meeting"),
                                   .resource = "/org/tandemapp/Tandem/ui/meetings/meeting-dialog.ui",
                                   .record = meeting,
                                   .make_edit = meeting_dialog_make_edit,
                                   .data = self,
                                   .free_data = meeting_dialog_free,
                                   .built = meeting_dialog_built_cb };
  tdm_record_dialog_present (window, workspace, &setup);
}

/* Its goals, and who took part, stand with the details of the tandem. */
void
tdm_meeting_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmMeeting *meeting)
{
  TdmMeetingOpening *opening = g_new (TdmMeetingOpening, 1);

  opening->meeting = g_object_ref (meeting);
  opening->window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (over)));
  tdm_workspace_load_async (workspace, TDM_SCOPE_PAIR, tdm_meeting_get_pair (meeting), meeting_dialog_loaded_cb,
                            opening);
}
