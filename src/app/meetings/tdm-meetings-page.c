/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meetings-page.h"

#include "app/common/tdm-main-menu.h"
#include "app/common/tdm-search.h"
#include "app/common/tdm-status-icons.h"
#include "app/meetings/tdm-agenda-list.h"
#include "app/meetings/tdm-meeting-filter-button.h"
#include "app/meetings/tdm-meeting-filter.h"
#include "app/meetings/tdm-meeting-menu.h"
#include "app/meetings/tdm-month.h"
#include "app/outbox/tdm-outbox-button.h"
#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"
#include "method/tdm-conflicts.h"
#include "model/tdm-scope.h"
#include "workspace/tdm-agenda.h"
#include "workspace/tdm-workspace.h"

/* All meetings of a round, as an agenda or as a month. They are read when it is shown, not before. */

struct _TdmMeetingsPage
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmRound *round;
  TdmAgenda *agenda;
  TdmAgenda *coming;
  gboolean narrow;
  char *view;
  char *layout;
  gboolean is_stale;
  guint load_source;
  GSignalGroup *workspace_signals;
  TdmConflicts *conflicts;
  TdmMonth *month;

  TdmMeetingFilter *filter;
  TdmMeetingFilterButton *filter_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  AdwBin *outbox_head;
  AdwBin *outbox_foot;
  GtkWidget *outbox_button;
  AdwBin *switcher_head;
  AdwBin *switcher_below;
  GtkWidget *view_switcher;
  GtkStack *stack;
  GtkStack *titles;
  GtkStack *layouts;
  GtkStack *views;
  AdwStatusPage *error_page;
  TdmAgendaList *upcoming;
  TdmAgendaList *to_record;
  TdmAgendaList *all;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (TdmMeetingsPage, tdm_meetings_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_ROUND,
  PROP_AGENDA,
  PROP_NARROW,
  PROP_VIEW,
  PROP_LAYOUT,
  PROP_CONFLICTS,
  N_PROPS
} TdmMeetingsPageProperty;

static GParamSpec *specs[N_PROPS];

static char *
title_to_record_cb (TdmMeetingsPage *self, guint n_meetings)
{
  if (n_meetings == 0)
    return g_strdup (_ ("To Record"));
  /* Translators: how many meetings are not recorded yet */
  return g_strdup_printf (_ ("To Record (%u)"), n_meetings);
}

static char *
title_view_cb (TdmMeetingsPage *self, const char *view)
{
  if (g_strcmp0 (view, "to-record") == 0)
    return g_strdup (_ ("To Record"));
  return g_strdup (g_strcmp0 (view, "all") == 0 ? _ ("All") : _ ("Upcoming"));
}

static void
search_changed_cb (TdmMeetingsPage *self)
{
  tdm_meeting_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/* The month has no first one: it shows where the days are of what was found. */
static void
search_activate_cb (TdmMeetingsPage *self)
{
  if (tdm_search_is_on (self->search_entry) && gtk_widget_get_mapped (GTK_WIDGET (self->views)))
    tdm_agenda_list_open_first (TDM_AGENDA_LIST (gtk_stack_get_visible_child (self->views)));
}

/* What is chosen stands in the bar: without it, nothing is left out. */
static void
search_mode_changed_cb (TdmMeetingsPage *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    tdm_meeting_filter_button_clear (self->filter_button);
}

static void
meetings_page_clear_filters_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_search_bar_set_search_mode (TDM_MEETINGS_PAGE (widget)->search_bar, FALSE);
}

static void
meetings_page_look_for_conflicts (TdmMeetingsPage *self)
{
  tdm_conflicts_look_at (self->conflicts, self->agenda ? tdm_agenda_get_briefs (self->agenda) : NULL);
}

static void
meetings_page_set_agenda (TdmMeetingsPage *self, TdmAgenda *agenda)
{
  g_clear_object (&self->coming);
  if (self->agenda)
    g_signal_handlers_disconnect_by_data (self->agenda, self);
  if (!g_set_object (&self->agenda, agenda))
    return;

  meetings_page_look_for_conflicts (self);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_AGENDA]);
}

static void
meetings_page_refresh (TdmMeetingsPage *self)
{
  self->is_stale = FALSE;
  meetings_page_look_for_conflicts (self);
  if (self->month)
    tdm_month_refresh (self->month);
  tdm_agenda_list_refresh (self->upcoming);
  tdm_agenda_list_refresh (self->to_record);
  tdm_agenda_list_refresh (self->all);
}

static void
meetings_page_show_error (TdmMeetingsPage *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->error_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

/* After every change of the file, for names may be others, and as time goes by */
static void
meetings_page_changed_cb (TdmMeetingsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    meetings_page_refresh (self);
  else
    self->is_stale = TRUE;
}

/* The views follow the agenda by themselves. */
static void
meetings_page_agenda_changed_cb (TdmMeetingsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    meetings_page_look_for_conflicts (self);
  else
    self->is_stale = TRUE;
}

static void
meetings_page_failed_cb (TdmMeetingsPage *self, const GError *error)
{
  meetings_page_set_agenda (self, NULL);
  meetings_page_show_error (self, error);
}

static void
meetings_page_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmMeetingsPage) self = data;
  TdmAgenda *agenda = TDM_AGENDA (source);
  g_autoptr (GError) error = NULL;
  gboolean is_loaded = tdm_agenda_load_finish (agenda, result, &error);

  /* Another round may have been chosen meanwhile, or the window closed. */
  if (agenda != self->coming)
    return;

  g_clear_object (&self->coming);
  if (!is_loaded)
    {
      meetings_page_show_error (self, error);
      return;
    }
  g_signal_connect_object (agenda, "changed", G_CALLBACK (meetings_page_agenda_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (agenda, "failed", G_CALLBACK (meetings_page_failed_cb), self, G_CONNECT_SWAPPED);
  meetings_page_set_agenda (self, agenda);
  gtk_stack_set_visible_child_name (self->stack, "views");
}

static void
meetings_page_load_idle_cb (gpointer data)
{
  TdmMeetingsPage *self = data;

  self->load_source = 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (!self->workspace || !self->round || self->agenda || self->coming)
    return;

  self->coming = tdm_agenda_new (self->workspace, self->round);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  tdm_agenda_load_async (self->coming, meetings_page_loaded_cb, g_object_ref (self));
}

/* Workspace and round change one after the other, but belong together. */
static void
meetings_page_queue_load (TdmMeetingsPage *self)
{
  if (self->load_source == 0)
    self->load_source = g_idle_add_once (meetings_page_load_idle_cb, self);
}

static void
meetings_page_retry_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  meetings_page_queue_load (TDM_MEETINGS_PAGE (widget));
}

static void
tdm_meetings_page_map (GtkWidget *widget)
{
  TdmMeetingsPage *self = TDM_MEETINGS_PAGE (widget);

  GTK_WIDGET_CLASS (tdm_meetings_page_parent_class)->map (widget);
  meetings_page_queue_load (self);
  if (self->is_stale)
    meetings_page_refresh (self);
}

static void
move_to_bin (GtkWidget *widget, AdwBin *bin)
{
  g_object_ref (widget);
  adw_bin_set_child (ADW_BIN (gtk_widget_get_parent (widget)), NULL);
  adw_bin_set_child (bin, widget);
  g_object_unref (widget);
}

static void
meetings_page_show_title (TdmMeetingsPage *self)
{
  gtk_stack_set_visible_child_name (self->titles, self->narrow ? "month" : self->layout);
}

/* The header bar has no room then for the messages and for which meetings are shown. */
static void
meetings_page_set_narrow (TdmMeetingsPage *self, gboolean narrow)
{
  if (narrow == self->narrow)
    return;

  self->narrow = narrow;
  move_to_bin (self->outbox_button, narrow ? self->outbox_foot : self->outbox_head);
  gtk_widget_set_halign (self->outbox_button, narrow ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  move_to_bin (self->view_switcher, narrow ? self->switcher_below : self->switcher_head);
  meetings_page_show_title (self);
}

static void
meetings_page_set_view (TdmMeetingsPage *self, const char *view)
{
  if (!view || !gtk_stack_get_child_by_name (self->views, view) || !tdm_set_str (&self->view, view))
    return;

  gtk_stack_set_visible_child_name (self->views, view);
  /* GTK 4.8 would look for the way of Tab in the view that was left, where there may be nothing. */
  gtk_widget_set_focus_child (GTK_WIDGET (self->views), NULL);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_VIEW]);
}

static void
meetings_page_set_layout (TdmMeetingsPage *self, const char *layout)
{
  if (!tdm_set_str (&self->layout, layout))
    return;

  /* The days of the month are made for a user who looks at it, not before. */
  if (g_strcmp0 (layout, "month") == 0 && !self->month)
    {
      self->month = g_object_new (TDM_TYPE_MONTH, "filter", self->filter, NULL);
      g_object_bind_property (self, "agenda", self->month, "agenda", G_BINDING_SYNC_CREATE);
      g_object_bind_property (self, "conflicts", self->month, "conflicts", G_BINDING_SYNC_CREATE);
      gtk_stack_add_named (self->layouts, GTK_WIDGET (self->month), "month");
    }
  gtk_stack_set_visible_child_name (self->layouts, layout);
  meetings_page_show_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_LAYOUT]);
}

static void
tdm_meetings_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmMeetingsPage *self = TDM_MEETINGS_PAGE (object);

  switch ((TdmMeetingsPageProperty) id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_ROUND:
      g_value_set_object (value, self->round);
      break;
    case PROP_AGENDA:
      g_value_set_object (value, self->agenda);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_VIEW:
      g_value_set_string (value, self->view);
      break;
    case PROP_LAYOUT:
      g_value_set_string (value, self->layout);
      break;
    case PROP_CONFLICTS:
      g_value_set_object (value, self->conflicts);
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_meetings_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmMeetingsPage *self = TDM_MEETINGS_PAGE (object);

  switch ((TdmMeetingsPageProperty) id)
    {
    case PROP_WORKSPACE:
      if (self->workspace == g_value_get_object (value))
        break;
      meetings_page_set_agenda (self, NULL);
      g_set_object (&self->workspace, g_value_get_object (value));
      g_signal_group_set_target (self->workspace_signals, self->workspace);
      meetings_page_queue_load (self);
      break;
    case PROP_ROUND:
      if (!g_set_object (&self->round, g_value_get_object (value)))
        break;
      meetings_page_set_agenda (self, NULL);
      gtk_stack_set_visible_child_name (self->stack, self->round ? "loading" : "views");
      meetings_page_queue_load (self);
      break;
    case PROP_NARROW:
      meetings_page_set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_VIEW:
      meetings_page_set_view (self, g_value_get_string (value));
      break;
    case PROP_LAYOUT:
      meetings_page_set_layout (self, g_value_get_string (value));
      break;
    case PROP_AGENDA:
    case PROP_CONFLICTS:
    case N_PROPS:
      break;
    }
}

static void
tdm_meetings_page_dispose (GObject *object)
{
  TdmMeetingsPage *self = TDM_MEETINGS_PAGE (object);

  g_clear_handle_id (&self->load_source, g_source_remove);
  self->month = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_MEETINGS_PAGE);
  meetings_page_set_agenda (self, NULL);
  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->conflicts);
  g_clear_object (&self->workspace);
  g_clear_object (&self->round);
  g_clear_pointer (&self->view, g_free);
  g_clear_pointer (&self->layout, g_free);
  G_OBJECT_CLASS (tdm_meetings_page_parent_class)->dispose (object);
}

static void
tdm_meetings_page_class_init (TdmMeetingsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tdm_meetings_page_get_property;
  object_class->set_property = tdm_meetings_page_set_property;
  object_class->dispose = tdm_meetings_page_dispose;
  widget_class->map = tdm_meetings_page_map;

  specs[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TDM_TYPE_WORKSPACE, flags);
  specs[PROP_ROUND] = g_param_spec_object ("round", NULL, NULL, TDM_TYPE_ROUND, flags);
  specs[PROP_AGENDA] = g_param_spec_object ("agenda", NULL, NULL, TDM_TYPE_AGENDA,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  specs[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  specs[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "upcoming", flags | G_PARAM_EXPLICIT_NOTIFY);
  specs[PROP_LAYOUT] = g_param_spec_string ("layout", NULL, NULL, "agenda", flags | G_PARAM_EXPLICIT_NOTIFY);
  specs[PROP_CONFLICTS] = g_param_spec_object ("conflicts", NULL, NULL, TDM_TYPE_CONFLICTS,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  g_type_ensure (TDM_TYPE_AGENDA_LIST);
  g_type_ensure (TDM_TYPE_MEETING_FILTER);
  g_type_ensure (TDM_TYPE_MEETING_FILTER_BUTTON);
  g_type_ensure (TDM_TYPE_OUTBOX_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/meetings/meetings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, titles);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, layouts);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, views);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, outbox_head);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, outbox_foot);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, outbox_button);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, switcher_head);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, switcher_below);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, view_switcher);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, upcoming);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, to_record);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsPage, all);
  gtk_widget_class_bind_template_callback (widget_class, title_to_record_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_view_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_changed_cb);
  gtk_widget_class_install_property_action (widget_class, "meetings.view", "view");
  gtk_widget_class_install_property_action (widget_class, "meetings.layout", "layout");
  gtk_widget_class_install_action (widget_class, "meetings.clear-filters", NULL, meetings_page_clear_filters_cb);
  gtk_widget_class_install_action (widget_class, "meetings.retry", NULL, meetings_page_retry_cb);
}

static void
tdm_meetings_page_init (TdmMeetingsPage *self)
{
  self->view = g_strdup ("upcoming");
  self->layout = g_strdup ("agenda");
  self->conflicts = tdm_conflicts_new ();
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::undo-label", G_CALLBACK (meetings_page_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::now", G_CALLBACK (meetings_page_changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_status_icons_wait (GTK_WIDGET (self));
  tdm_main_menu_offer (self->menu_button, tdm_main_menu_get ());
  tdm_meeting_menu_attach (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

void
tdm_meetings_page_start_search (TdmMeetingsPage *self)
{
  g_return_if_fail (TDM_IS_MEETINGS_PAGE (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
