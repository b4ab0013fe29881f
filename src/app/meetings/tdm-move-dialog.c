/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-move-dialog.h"

#include "app/common/tdm-date-row.h"
#include "app/common/tdm-dialog-guard.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-format.h"
#include "app/common/tdm-header-title.h"
#include "app/common/tdm-time-row.h"
#include "app/meetings/tdm-taken-times.h"
#include "app/words/tdm-meeting-words.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-when.h"
#include "calendar/tdm-zone-city.h"
#include "edits/tdm-meeting-edits.h"
#include "workspace/tdm-workspace.h"

#include <stdlib.h>

#define TDM_TYPE_MOVE_DIALOG (tdm_move_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmMoveDialog, tdm_move_dialog, TDM, MOVE_DIALOG, AdwWindow)

struct _TdmMoveDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;
  TdmMeeting *meeting;
  TdmTakenTimes *taken;

  TdmHeaderTitle *title;
  AdwPreferencesGroup *group;
  AdwActionRow *present_row;
  TdmDateRow *date_row;
  TdmTimeRow *time_row;
  GtkSpinButton *minutes_button;
  AdwEntryRow *place_row;
  GtkRevealer *error_revealer;
  GtkLabel *error_label;
};

G_DEFINE_FINAL_TYPE (TdmMoveDialog, tdm_move_dialog, ADW_TYPE_WINDOW)

static void
changed_cb (TdmMoveDialog *self)
{
  const char *date;
  g_autofree char *start = NULL, *warning = NULL;
  gboolean is_changed;

  if (!self->meeting)
    return;

  date = tdm_date_row_get_date (self->date_row);
  start = date ? tdm_time_row_join (self->time_row, date) : NULL;

  if (start)
    warning = tdm_taken_times_describe_move (self->taken, self->meeting, start,
                                             gtk_spin_button_get_value_as_int (self->minutes_button),
                                             gtk_editable_get_text (GTK_EDITABLE (self->place_row)));
  if (warning)
    gtk_label_set_text (self->error_label, warning);
  gtk_revealer_set_reveal_child (self->error_revealer, warning != NULL);

  is_changed =
    start && (!g_str_equal (start, tdm_meeting_get_local_start (self->meeting)) ||
              gtk_spin_button_get_value_as_int (self->minutes_button) != tdm_meeting_get_minutes (self->meeting) ||
              !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->place_row)),
                            tdm_record_get_text (TDM_RECORD (self->meeting), TDM_MEETING_PLACE)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", is_changed);
}

static void
move_dialog_moved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmMoveDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!tdm_dialog_has_failed (self, source, result, &error))
    return;

  gtk_label_set_text (self->error_label, error->message);
  gtk_revealer_set_reveal_child (self->error_revealer, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->error_label));
  gtk_label_select_region (self->error_label, 0, 0);
}

static void
move_dialog_save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmMoveDialog *self = TDM_MOVE_DIALOG (widget);
  g_autofree char *start = NULL;

  tdm_time_row_commit (self->time_row);
  gtk_spin_button_update (self->minutes_button);
  start = tdm_time_row_join (self->time_row, tdm_date_row_get_date (self->date_row));
  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  tdm_workspace_commit_async (self->workspace,
                              tdm_meeting_edits_move (self->meeting, start,
                                                      gtk_spin_button_get_value_as_int (self->minutes_button),
                                                      gtk_editable_get_text (GTK_EDITABLE (self->place_row))),
                              move_dialog_moved_cb, g_object_ref (self));
}

static void
move_dialog_show_present (TdmMoveDialog *self)
{
  const TdmMeetingBrief brief = tdm_meeting_brief_of (self->meeting);
  g_autofree char *names = tdm_meeting_words_names (&brief);
  g_autofree char *start = tdm_when_here (brief.start);
  g_autofree char *day = tdm_format_day (start);
  g_autofree char *time = tdm_meeting_words_time (&brief);
  g_autofree char *elsewhere = tdm_meeting_words_elsewhere (self->meeting);
  g_autofree char *present = g_strjoin (" · ", day, time, elsewhere, NULL);
  TdmSeries *series = tdm_meeting_get_series (self->meeting);

  tdm_header_title_set_subtitle (self->title, names);
  adw_action_row_set_subtitle (self->present_row, present);
  if (elsewhere)
    {
      g_autofree char *city = tdm_zone_city (tdm_meeting_get_zone (self->meeting), NULL);
      /* Translators: %s is a city by whose clocks a meeting was planned */
      g_autofree char *hint = g_strdup_printf (_ ("By the clocks of %s"), city);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->time_row), hint);
    }
  if (series && tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE) == TDM_SERIES_ISSUED)
    adw_preferences_group_set_description (self->group,
                                           _ ("Both have an invitation already: send the messages afterwards."));
}

static void
tdm_move_dialog_dispose (GObject *object)
{
  TdmMoveDialog *self = TDM_MOVE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_MOVE_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->meeting);
  g_clear_object (&self->taken);
  G_OBJECT_CLASS (tdm_move_dialog_parent_class)->dispose (object);
}

static void
tdm_move_dialog_class_init (TdmMoveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_move_dialog_dispose;

  g_type_ensure (TDM_TYPE_DATE_ROW);
  g_type_ensure (TDM_TYPE_TIME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/meetings/move-dialog.ui");
  gtk_widget_class_bind_template_callback (widget_class, tdm_dialog_discard);
  gtk_widget_class_bind_template_child (widget_class, TdmMoveDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdmMoveDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TdmMoveDialog, present_row);
  gtk_widget_class_bind_template_child (widget_class, TdmMoveDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TdmMoveDialog, time_row);
  gtk_widget_class_bind_template_child (widget_class, TdmMoveDialog, minutes_button);
  gtk_widget_class_bind_template_child (widget_class, TdmMoveDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, TdmMoveDialog, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, TdmMoveDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, move_dialog_save_cb);
}

static void
tdm_move_dialog_init (TdmMoveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tdm_move_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmMeeting *meeting)
{
  TdmMoveDialog *self = g_object_new (TDM_TYPE_MOVE_DIALOG, NULL);
  const char *start = tdm_meeting_get_local_start (meeting);
  g_autofree char *date = g_strndup (start, 10);

  self->workspace = g_object_ref (workspace);
  tdm_date_row_set_date (self->date_row, date);
  g_object_set (self->time_row, "minute-of-day", atoi (start + 11) * 60 + atoi (start + 14), NULL);
  gtk_spin_button_set_value (self->minutes_button, tdm_meeting_get_minutes (meeting));
  gtk_editable_set_text (GTK_EDITABLE (self->place_row), tdm_record_get_text (TDM_RECORD (meeting), TDM_MEETING_PLACE));
  self->meeting = g_object_ref (meeting);
  move_dialog_show_present (self);
  self->taken = tdm_taken_times_hold (workspace, NULL);
  g_signal_connect_object (self->taken, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  /* What was so far comes before it, but cannot be changed. */
  gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
  tdm_dialog_open (self, over);
  tdm_dialog_guard (GTK_WIDGET (self));
}
