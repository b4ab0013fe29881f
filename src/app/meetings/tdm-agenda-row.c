/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-agenda-row.h"

#include "app/common/tdm-css.h"
#include "app/common/tdm-label.h"
#include "app/common/tdm-wrap-layout.h"
#include "app/meetings/tdm-agenda-list.h"
#include "app/meetings/tdm-meeting-layout.h"
#include "app/meetings/tdm-meeting-menu.h"
#include "app/meetings/tdm-meeting-recording.h"
#include "app/meetings/tdm-reply-marks.h"
#include "app/words/tdm-meeting-words.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-when.h"
#include "edits/tdm-meeting-edits.h"
#include "method/tdm-conflicts.h"
#include "workspace/tdm-agenda-item.h"
#include "workspace/tdm-agenda-view.h"

#include <string.h>

/* A meeting in an agenda, where the first one of a day says the day; or in the list of a day. */

struct _TdmAgendaRow
{
  GtkWidget parent_instance;

  TdmAgendaItem *item;
  TdmMeeting *meeting;
  guint position;
  gboolean recordable;
  TdmAgendaList *list;
  TdmAgendaView *view;
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
  GtkBox *buttons;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (TdmAgendaRow, tdm_agenda_row, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_ITEM = 1,
  PROP_POSITION,
  PROP_RECORDABLE,
  PROP_CONFLICTS,
  N_PROPS
} TdmAgendaRowProperty;

static GParamSpec *specs[N_PROPS];

/* Its record may have changed a moment before what the agenda knows of it. */
static TdmMeetingBrief
agenda_row_get_brief (TdmAgendaRow *self)
{
  return self->meeting ? tdm_meeting_brief_of (self->meeting) : *tdm_agenda_item_get_brief (self->item);
}

static void
agenda_row_update_day (TdmAgendaRow *self)
{
  gboolean is_first = TRUE;
  g_autofree char *here = NULL, *day = NULL;
  gint64 start;

  if (!self->item || !self->list)
    return;

  start = agenda_row_get_brief (self).start;
  here = tdm_when_here (start);
  if (self->position > 0 && self->position < g_list_model_get_n_items (G_LIST_MODEL (self->view)))
    {
      gint64 start_before = tdm_agenda_view_get_brief (self->view, self->position - 1)->start;
      g_autofree char *here_before = tdm_when_here (start_before);

      is_first = strncmp (here_before, here, strlen ("YYYY-MM-DD")) != 0;
    }
  day = is_first ? tdm_meeting_words_day (start) : NULL;
  tdm_label_show_text (self->day_label, day);
  tdm_css_set_class (self, "day", is_first);
}

static void
agenda_row_update_conflict (TdmAgendaRow *self)
{
  g_autoptr (TdmConflicts) conflicts = g_signal_group_dup_target (self->conflicts);
  g_autofree char *conflict = NULL;

  if (conflicts && self->item)
    {
      const TdmMeetingBrief brief = agenda_row_get_brief (self);

      conflict = tdm_conflicts_describe (conflicts, &brief, self->meeting);
    }
  gtk_widget_set_visible (self->conflict_box, conflict != NULL);
  gtk_label_set_text (self->conflict_label, conflict ? conflict : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  conflict ? conflict : "", -1);
}

static void
agenda_row_update_actions (TdmAgendaRow *self)
{
  TdmWorkspace *workspace = self->list ? tdm_agenda_list_get_workspace (self->list) : NULL;
  gboolean writable = workspace && self->meeting && !tdm_workspace_is_read_only (workspace);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.took-place", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.did-not", writable);
}

static void
agenda_row_update (TdmAgendaRow *self)
{
  const TdmMeetingBrief brief = agenda_row_get_brief (self);
  g_autofree char *time = tdm_meeting_words_time (&brief);
  g_autofree char *names = tdm_meeting_words_names (&brief);
  g_autofree char *details = self->meeting ? tdm_meeting_words_details (self->meeting) : NULL;
  g_autofree char *description = self->meeting ? tdm_meeting_words_describe (self->meeting) : NULL;

  gtk_label_set_text (self->time_label, time);
  gtk_label_set_text (self->names_label, names);
  /* The room for a line is there before its text, so that nothing jumps. */
  gtk_label_set_text (self->details_label, details ? details : " ");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description ? description : names, -1);
  tdm_css_set_class (self, "cancelled", tdm_meeting_brief_is_off (&brief));
  /* Chips come with the record. */
  gtk_widget_set_opacity (GTK_WIDGET (self->state_label), self->meeting ? 1 : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu_button), self->meeting != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->moved_label), self->meeting && tdm_meeting_edits_is_moved (self->meeting));
  if (self->meeting)
    {
      gtk_label_set_text (self->state_label, tdm_meeting_describe_state (self->meeting));
      tdm_css_set_class (self->state_label, "good", tdm_meeting_get_state (self->meeting) == TDM_MEETING_STATE_HELD);
    }
  tdm_reply_marks_show (self->replies, self->meeting);
  agenda_row_update_day (self);
  agenda_row_update_conflict (self);
  if (self->recordable)
    agenda_row_update_actions (self);
}

/* Something has changed about other meetings, about the tandem, or because time went by. */
static void
agenda_row_conflicts_changed_cb (TdmAgendaRow *self)
{
  if (self->item)
    agenda_row_update (self);
}

static void
agenda_row_item_changed_cb (TdmAgendaRow *self)
{
  TdmMeeting *meeting = tdm_agenda_item_get_meeting (self->item);

  if (self->meeting != meeting)
    {
      if (self->meeting)
        g_signal_handlers_disconnect_by_data (self->meeting, self);
      g_set_object (&self->meeting, meeting);
      if (meeting)
        g_signal_connect_swapped (meeting, "notify", G_CALLBACK (agenda_row_update), self);
    }
  agenda_row_update (self);
}

static void
agenda_row_set_item (TdmAgendaRow *self, TdmAgendaItem *item)
{
  if (self->item == item)
    return;

  if (self->meeting)
    g_signal_handlers_disconnect_by_data (self->meeting, self);
  g_clear_object (&self->meeting);
  if (self->item)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (!item)
    return;

  g_signal_connect_swapped (item, "changed", G_CALLBACK (agenda_row_item_changed_cb), self);
  agenda_row_item_changed_cb (self);
}

static void
tdm_agenda_row_root (GtkWidget *widget)
{
  TdmAgendaRow *self = TDM_AGENDA_ROW (widget);

  GTK_WIDGET_CLASS (tdm_agenda_row_parent_class)->root (widget);
  self->list = TDM_AGENDA_LIST (gtk_widget_get_ancestor (widget, TDM_TYPE_AGENDA_LIST));
  if (!self->list)
    return;

  self->view = g_object_ref (tdm_agenda_list_get_view (self->list));
  g_signal_connect_swapped (self->view, "items-changed", G_CALLBACK (agenda_row_update_day), self);
  agenda_row_update_day (self);
  self->conflicts_binding = g_object_bind_property (self->list, "conflicts", self, "conflicts", G_BINDING_SYNC_CREATE);
  if (self->recordable)
    agenda_row_update_actions (self);
}

static void
tdm_agenda_row_unroot (GtkWidget *widget)
{
  TdmAgendaRow *self = TDM_AGENDA_ROW (widget);

  if (self->view)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
  g_clear_pointer (&self->conflicts_binding, g_binding_unbind);
  self->list = NULL;
  GTK_WIDGET_CLASS (tdm_agenda_row_parent_class)->unroot (widget);
}

static gboolean
agenda_row_has_focus (TdmAgendaRow *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* What the row stands in, and whether it still will when its meeting is in another state */
static gboolean
agenda_row_stays (TdmAgendaRow *self, TdmMeetingState state)
{
  TdmAgendaShow show = self->view ? tdm_agenda_view_get_show (self->view) : TDM_AGENDA_SHOW_ALL;

  return show == TDM_AGENDA_SHOW_ALL || (show == TDM_AGENDA_SHOW_UPCOMING && state != TDM_MEETING_STATE_CANCELLED);
}

/* Newer versions of GTK go to the item of the list: in it are the buttons, as in the row that goes. */
static void
list_focus_in_item (GtkWidget *list)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list));
  GtkWidget *content = focus && gtk_widget_get_parent (focus) == list ? gtk_widget_get_first_child (focus) : NULL;

  if (content)
    gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD);
}

/* To be called before a meeting gets another state with which its row may go. The keyboard goes on to the next meeting,
 * and from the only one back to where it came from: GTK would take it to the message, where the next key would undo
 * what was done, and leave the list out of Tab. */
void
tdm_agenda_row_leave (TdmAgendaRow *self, TdmMeetingState state)
{
  GtkWidget *list, *root;
  guint n_items;

  g_return_if_fail (TDM_IS_AGENDA_ROW (self));

  if (!gtk_widget_get_root (GTK_WIDGET (self)) || agenda_row_stays (self, state) || !agenda_row_has_focus (self))
    return;
  list = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);
  root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->view));
  if (n_items > 1)
    {
      gtk_widget_child_focus (list, self->position + 1 < n_items ? GTK_DIR_DOWN : GTK_DIR_UP);
      list_focus_in_item (list);
    }
  while (agenda_row_has_focus (self) && gtk_widget_child_focus (root, GTK_DIR_TAB_BACKWARD))
    ;
}

static void
agenda_row_record_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmAgendaRow *self = TDM_AGENDA_ROW (widget);
  TdmMeetingState state = g_str_equal (action, "agenda.took-place") ? TDM_MEETING_STATE_HELD
                                                                     : TDM_MEETING_STATE_MISSED;

  if (self->meeting && self->list)
    tdm_meeting_recording_start (widget, tdm_agenda_list_get_workspace (self->list), self->meeting, state);
}

static void
box_add_button (GtkBox *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (box, button);
}

static void
tdm_agenda_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmAgendaRow *self = TDM_AGENDA_ROW (object);

  switch ((TdmAgendaRowProperty) id)
    {
    case PROP_ITEM:
      agenda_row_set_item (self, g_value_get_object (value));
      break;
    case PROP_POSITION:
      self->position = g_value_get_uint (value);
      agenda_row_update_day (self);
      break;
    case PROP_RECORDABLE:
      self->recordable = g_value_get_boolean (value);
      break;
    case PROP_CONFLICTS:
      g_signal_group_set_target (self->conflicts, g_value_get_object (value));
      agenda_row_update_conflict (self);
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
  if (!self->recordable)
    return;

  /* Only one of the views has buttons: the rows of the others are spared them. */
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), TRUE);
  box_add_button (self->buttons, _ ("Took Place"), "agenda.took-place");
  box_add_button (self->buttons, _ ("Did Not"), "agenda.did-not");
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), FALSE);
}

static void
tdm_agenda_row_dispose (GObject *object)
{
  TdmAgendaRow *self = TDM_AGENDA_ROW (object);
  GtkWidget *child;

  agenda_row_set_item (self, NULL);
  g_clear_object (&self->conflicts);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_AGENDA_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tdm_agenda_row_parent_class)->dispose (object);
}

static void
tdm_agenda_row_class_init (TdmAgendaRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_agenda_row_set_property;
  object_class->constructed = tdm_agenda_row_constructed;
  object_class->dispose = tdm_agenda_row_dispose;
  widget_class->root = tdm_agenda_row_root;
  widget_class->unroot = tdm_agenda_row_unroot;

  specs[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, TDM_TYPE_AGENDA_ITEM, flags);
  specs[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  specs[PROP_RECORDABLE] = g_param_spec_boolean ("recordable", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  specs[PROP_CONFLICTS] = g_param_spec_object ("conflicts", NULL, NULL, TDM_TYPE_CONFLICTS, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  g_type_ensure (TDM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "meetingrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, TDM_TYPE_MEETING_LAYOUT);
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
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaRow, menu_button);

  gtk_widget_class_install_action (widget_class, "agenda.took-place", NULL, agenda_row_record_cb);
  gtk_widget_class_install_action (widget_class, "agenda.did-not", NULL, agenda_row_record_cb);
}

static void
tdm_agenda_row_init (TdmAgendaRow *self)
{
  self->conflicts = g_signal_group_new (TDM_TYPE_CONFLICTS);
  g_signal_group_connect_swapped (self->conflicts, "changed", G_CALLBACK (agenda_row_conflicts_changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_meeting_menu_offer (self->menu_button, GTK_WIDGET (self));
}

/* NULL until its record is there. */
TdmMeeting *
tdm_agenda_row_get_meeting (TdmAgendaRow *self)
{
  g_return_val_if_fail (TDM_IS_AGENDA_ROW (self), NULL);

  return self->meeting;
}
