/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-agenda-row.h"

#include "app/meetings/tdm-agenda-list.h"
#include "app/meetings/tdm-meeting-layout.h"
#include "app/meetings/tdm-meeting-recording.h"
#include "app/meetings/tdm-reply-marks.h"
#include "app/words/tdm-meeting-words.h"
#include "base/tdm-i18n.h"
#include "method/tdm-conflicts.h"
#include "workspace/tdm-workspace.h"

#include <string.h>

/* A meeting in an agenda, where the first one of a day says the day; or in the list of a day. */

struct _TdmAgendaRow
{
  GtkWidget parent_instance;

  TdmMeeting *meeting;
  guint position;
  gboolean recordable;
  TdmAgendaList *list;
  GListModel *shown;
  GSignalGroup *conflicts;
  GBinding *conflicts_binding;

  GtkLabel *day_label;
  GtkLabel *time_label;
  GtkLabel *names_label;
  GtkLabel *details_label;
  TdmReplyMarks *replies;
  GtkWidget *conflict_box;
  GtkLabel *conflict_label;
  GtkLabel *moved_label;
  GtkLabel *state_label;
};

G_DEFINE_FINAL_TYPE (TdmAgendaRow, tdm_agenda_row, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_MEETING = 1,
  PROP_POSITION,
  PROP_RECORDABLE,
  PROP_CONFLICTS,
  N_PROPS
} TdmAgendaRowProperty;

static GParamSpec *specs[N_PROPS];

static gboolean
is_first_of_day (TdmAgendaRow *self)
{
  g_autofree char *start = tdm_meeting_words_start (self->meeting), *start_before = NULL;
  g_autoptr (TdmMeeting) before = NULL;

  if (self->position > 0)
    before = g_list_model_get_item (self->shown, self->position - 1);
  start_before = before ? tdm_meeting_words_start (before) : NULL;
  return !before || strncmp (start_before, start, strlen ("YYYY-MM-DD")) != 0;
}

static void
update_day (TdmAgendaRow *self)
{
  gboolean is_first;

  if (!self->meeting || !self->list)
    return;

  is_first = is_first_of_day (self);
  gtk_widget_set_visible (GTK_WIDGET (self->day_label), is_first);
  if (is_first)
    {
      g_autofree char *day = tdm_meeting_words_day (self->meeting);

      gtk_label_set_text (self->day_label, day);
      gtk_widget_add_css_class (GTK_WIDGET (self), "day");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "day");
}

static void
update_marks (TdmAgendaRow *self)
{
  gtk_label_set_text (self->state_label, tdm_meeting_describe_state (self->meeting));
  gtk_widget_set_visible (GTK_WIDGET (self->moved_label), tdm_meeting_words_is_moved (self->meeting));
  if (tdm_meeting_get_state (self->meeting) == TDM_MEETING_STATE_HELD)
    gtk_widget_add_css_class (GTK_WIDGET (self->state_label), "good");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state_label), "good");
  if (tdm_meeting_is_off (self->meeting))
    gtk_widget_add_css_class (GTK_WIDGET (self), "cancelled");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "cancelled");
}

static void
update_conflict (TdmAgendaRow *self)
{
  g_autoptr (TdmConflicts) conflicts = g_signal_group_dup_target (self->conflicts);
  g_autofree char *conflict = conflicts && self->meeting ? tdm_conflicts_describe (conflicts, self->meeting) : NULL;

  gtk_widget_set_visible (self->conflict_box, conflict != NULL);
  gtk_label_set_text (self->conflict_label, conflict ? conflict : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  conflict ? conflict : "", -1);
}

static void
set_conflicts (TdmAgendaRow *self, TdmConflicts *conflicts)
{
  g_signal_group_set_target (self->conflicts, conflicts);
  update_conflict (self);
}

static void
update_actions (TdmAgendaRow *self)
{
  TdmWorkspace *workspace = self->list ? tdm_agenda_list_get_workspace (self->list) : NULL;
  gboolean writable = workspace && !tdm_workspace_is_read_only (workspace);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.took-place", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.did-not", writable);
}

static void
update (TdmAgendaRow *self)
{
  g_autofree char *time = tdm_meeting_words_time (self->meeting);
  g_autofree char *names = tdm_meeting_words_names (self->meeting);
  g_autofree char *details = tdm_meeting_words_details (self->meeting);
  g_autofree char *description = tdm_meeting_words_describe (self->meeting);

  gtk_label_set_text (self->time_label, time);
  gtk_label_set_text (self->names_label, names);
  gtk_label_set_text (self->details_label, details);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  update_marks (self);
  tdm_reply_marks_show (self->replies, self->meeting);
  update_day (self);
  update_conflict (self);
  if (self->recordable)
    update_actions (self);
}

/* Something has changed about other meetings, about the tandem, or because time went by. */
static void
look_again (TdmAgendaRow *self)
{
  if (self->meeting)
    update (self);
}

static void
set_meeting (TdmAgendaRow *self, TdmMeeting *meeting)
{
  if (self->meeting == meeting)
    return;

  if (self->meeting)
    g_signal_handlers_disconnect_by_data (self->meeting, self);
  g_set_object (&self->meeting, meeting);
  if (!meeting)
    return;

  g_signal_connect_swapped (meeting, "notify", G_CALLBACK (update), self);
  update (self);
}

static void
tdm_agenda_row_root (GtkWidget *widget)
{
  TdmAgendaRow *self = TDM_AGENDA_ROW (widget);

  GTK_WIDGET_CLASS (tdm_agenda_row_parent_class)->root (widget);
  self->list = TDM_AGENDA_LIST (gtk_widget_get_ancestor (widget, TDM_TYPE_AGENDA_LIST));
  if (!self->list)
    return;

  self->shown = g_object_ref (tdm_agenda_list_get_shown (self->list));
  g_signal_connect_swapped (self->shown, "items-changed", G_CALLBACK (update_day), self);
  update_day (self);
  self->conflicts_binding = g_object_bind_property (self->list, "conflicts", self, "conflicts", G_BINDING_SYNC_CREATE);
  if (self->recordable)
    update_actions (self);
}

static void
tdm_agenda_row_unroot (GtkWidget *widget)
{
  TdmAgendaRow *self = TDM_AGENDA_ROW (widget);

  if (self->shown)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->conflicts_binding, g_binding_unbind);
  self->list = NULL;
  GTK_WIDGET_CLASS (tdm_agenda_row_parent_class)->unroot (widget);
}

static void
record (GtkWidget *widget, TdmMeetingState state)
{
  TdmAgendaRow *self = TDM_AGENDA_ROW (widget);

  if (self->meeting && self->list)
    tdm_meeting_recording_start (widget, tdm_agenda_list_get_workspace (self->list), self->meeting, state);
}

static void
record_held (GtkWidget *widget, const char *action, GVariant *parameter)
{
  record (widget, TDM_MEETING_STATE_HELD);
}

static void
record_missed (GtkWidget *widget, const char *action, GVariant *parameter)
{
  record (widget, TDM_MEETING_STATE_MISSED);
}

static void
add_button (GtkBox *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (box, button);
}

/* Only one of the views has buttons: the rows of the others are spared them. */
static void
add_buttons (TdmAgendaRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "record-buttons");
  add_button (GTK_BOX (box), _ ("Took Place"), "meeting.took-place");
  add_button (GTK_BOX (box), _ ("Did Not"), "meeting.did-not");
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), FALSE);
}

static void
tdm_agenda_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmAgendaRow *self = TDM_AGENDA_ROW (object);

  switch ((TdmAgendaRowProperty) id)
    {
    case PROP_MEETING:
      g_value_set_object (value, self->meeting);
      break;
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    case PROP_RECORDABLE:
      g_value_set_boolean (value, self->recordable);
      break;
    case PROP_CONFLICTS:
      g_value_take_object (value, g_signal_group_dup_target (self->conflicts));
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_agenda_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmAgendaRow *self = TDM_AGENDA_ROW (object);

  switch ((TdmAgendaRowProperty) id)
    {
    case PROP_MEETING:
      set_meeting (self, g_value_get_object (value));
      break;
    case PROP_POSITION:
      self->position = g_value_get_uint (value);
      update_day (self);
      break;
    case PROP_RECORDABLE:
      self->recordable = g_value_get_boolean (value);
      break;
    case PROP_CONFLICTS:
      set_conflicts (self, g_value_get_object (value));
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_agenda_row_constructed (GObject *object)
{
  TdmAgendaRow *self = TDM_AGENDA_ROW (object);

  G_OBJECT_CLASS (tdm_agenda_row_parent_class)->constructed (object);
  if (self->recordable)
    add_buttons (self);
}

static void
tdm_agenda_row_dispose (GObject *object)
{
  TdmAgendaRow *self = TDM_AGENDA_ROW (object);
  GtkWidget *child;

  set_meeting (self, NULL);
  g_clear_object (&self->conflicts);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_AGENDA_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tdm_agenda_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/meetings/agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaRow, day_label);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaRow, names_label);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaRow, details_label);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaRow, replies);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaRow, conflict_box);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaRow, conflict_label);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaRow, moved_label);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaRow, state_label);
}

static void
tdm_agenda_row_class_init (TdmAgendaRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tdm_agenda_row_get_property;
  object_class->set_property = tdm_agenda_row_set_property;
  object_class->constructed = tdm_agenda_row_constructed;
  object_class->dispose = tdm_agenda_row_dispose;
  widget_class->root = tdm_agenda_row_root;
  widget_class->unroot = tdm_agenda_row_unroot;

  specs[PROP_MEETING] = g_param_spec_object ("meeting", NULL, NULL, TDM_TYPE_MEETING, flags);
  specs[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  specs[PROP_RECORDABLE] = g_param_spec_boolean ("recordable", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  specs[PROP_CONFLICTS] = g_param_spec_object ("conflicts", NULL, NULL, TDM_TYPE_CONFLICTS, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_css_name (widget_class, "meetingrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, TDM_TYPE_MEETING_LAYOUT);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "meeting.took-place", NULL, record_held);
  gtk_widget_class_install_action (widget_class, "meeting.did-not", NULL, record_missed);
}

static void
tdm_agenda_row_init (TdmAgendaRow *self)
{
  self->conflicts = g_signal_group_new (TDM_TYPE_CONFLICTS);
  g_signal_group_connect_swapped (self->conflicts, "changed", G_CALLBACK (look_again), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}
