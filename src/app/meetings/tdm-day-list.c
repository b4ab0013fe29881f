/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-day-list.h"

#include "app/common/tdm-calendar.h"
#include "app/common/tdm-format.h"
#include "app/meetings/tdm-agenda-row.h"
#include "app/meetings/tdm-meeting-filter.h"
#include "app/meetings/tdm-meeting-menu.h"
#include "workspace/tdm-agenda-view.h"

/* All meetings of one day, below its date. */

struct _TdmDayList
{
  AdwBin parent_instance;

  TdmConflicts *conflicts;
  guint32 day;

  TdmAgendaView *view;
  GtkLabel *title;
  GtkStack *stack;
  GtkScrolledWindow *scrolled_window;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (TdmDayList, tdm_day_list, ADW_TYPE_BIN)

static void
setup_cb (TdmDayList *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (TDM_TYPE_AGENDA_ROW, NULL));
}

static void
bind_cb (TdmDayList *self, GtkListItem *item)
{
  g_object_set (gtk_list_item_get_child (item), "conflicts", self->conflicts, "item", gtk_list_item_get_item (item),
                NULL);
}

static void
unbind_cb (TdmDayList *self, GtkListItem *item)
{
  g_object_set (gtk_list_item_get_child (item), "item", NULL, NULL);
}

static void
activate_cb (TdmDayList *self, guint position)
{
  const TdmMeetingBrief *brief = tdm_agenda_view_get_brief (self->view, position);
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover)
    gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-meeting", "(sx)",
                              tdm_record_get_uid (TDM_RECORD (brief->pair)), brief->id);
}

static gboolean
tdm_day_list_grab_focus (GtkWidget *widget)
{
  TdmDayList *self = TDM_DAY_LIST (widget);

  return g_list_model_get_n_items (G_LIST_MODEL (self->view)) > 0 &&
         gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
}

/* A popover is as high as what it shows; else the list takes what the month leaves. */
static void
tdm_day_list_root (GtkWidget *widget)
{
  TdmDayList *self = TDM_DAY_LIST (widget);

  GTK_WIDGET_CLASS (tdm_day_list_parent_class)->root (widget);
  gtk_scrolled_window_set_propagate_natural_height (self->scrolled_window,
                                                    gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) != NULL);
}

static void
tdm_day_list_dispose (GObject *object)
{
  TdmDayList *self = TDM_DAY_LIST (object);

  /* AdwBin holds its child by itself: disposing of the template must not take it from under it. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_DAY_LIST);
  g_clear_object (&self->conflicts);
  G_OBJECT_CLASS (tdm_day_list_parent_class)->dispose (object);
}

static void
tdm_day_list_class_init (TdmDayListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_day_list_dispose;
  widget_class->root = tdm_day_list_root;
  widget_class->grab_focus = tdm_day_list_grab_focus;

  g_type_ensure (TDM_TYPE_AGENDA_ROW);
  g_type_ensure (TDM_TYPE_AGENDA_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/meetings/day-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmDayList, view);
  gtk_widget_class_bind_template_child (widget_class, TdmDayList, title);
  gtk_widget_class_bind_template_child (widget_class, TdmDayList, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmDayList, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, TdmDayList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
tdm_day_list_init (TdmDayList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_meeting_menu_attach (GTK_WIDGET (self));
  tdm_agenda_view_set_show (self->view, TDM_AGENDA_SHOW_ALL);
}

/* Rows follow their meetings by themselves: a list that did not change keeps its focus. Without an agenda it is
 * emptied. */
void
tdm_day_list_show (TdmDayList *self, guint32 day, TdmAgenda *agenda, TdmConflicts *conflicts)
{
  g_autofree char *date = tdm_calendar_format_day (day);
  g_autofree char *title = tdm_format_day (date);

  gtk_label_set_text (self->title, title);
  if (self->day != day || self->conflicts != conflicts)
    tdm_agenda_view_set_agenda (self->view, NULL);
  self->day = day;
  g_set_object (&self->conflicts, conflicts);
  tdm_agenda_view_set_span (self->view, tdm_calendar_find_start (day), tdm_calendar_find_start (day + 1));
  tdm_agenda_view_set_agenda (self->view, agenda);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->view)) > 0 ? "list" : "empty");
}

/* Those of a day that are looked for */
void
tdm_day_list_set_filter (TdmDayList *self, TdmMeetingFilter *filter)
{
  g_return_if_fail (TDM_IS_DAY_LIST (self));

  tdm_meeting_filter_attach (filter, self->view);
}
