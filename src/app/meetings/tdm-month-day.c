/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-month-day.h"

#include "app/common/tdm-calendar.h"
#include "app/common/tdm-css.h"
#include "app/common/tdm-format.h"
#include "app/meetings/tdm-meeting-filter.h"
#include "app/meetings/tdm-month-meeting.h"
#include "base/tdm-i18n.h"
#include "method/tdm-conflicts.h"
#include "workspace/tdm-agenda-item.h"
#include "workspace/tdm-agenda-view.h"

#include <stdlib.h>

/* A day of the month with as many of its meetings as have room; in a narrow window only with their number. Widgets are
 * made for meetings that are to be seen, not for all. */

struct _TdmMonthDay
{
  GtkWidget parent_instance;

  guint32 day;
  TdmAgendaView *view;
  GPtrArray *items;
  TdmConflicts *conflicts;
  gboolean selected;
  gboolean compact;
  guint n_lines;
  guint fill_source;

  GtkLabel *number_label;
  GtkImage *conflict_mark;
  GtkLabel *dots_label;
  GtkButton *more_button;
  GtkLabel *more_label;
  GPtrArray *lines;
};

G_DEFINE_FINAL_TYPE (TdmMonthDay, tdm_month_day, GTK_TYPE_WIDGET)

#define GAP 2
#define MOST_DOTS 3
#define FEWEST_LINES 1

static guint
month_day_count_meetings (TdmMonthDay *self)
{
  return self->view ? g_list_model_get_n_items (G_LIST_MODEL (self->view)) : 0;
}

/* How many meetings are shown: if not all have room, the last line says how many more there are. */
static guint
month_day_count_shown (TdmMonthDay *self)
{
  guint n_meetings = month_day_count_meetings (self);

  if (self->compact || self->n_lines == 0)
    return 0;
  return n_meetings <= self->n_lines ? n_meetings : self->n_lines - 1;
}

/* With room for it, a meeting has two lines. */
static guint
month_day_count_lines_of_one (TdmMonthDay *self)
{
  return 2 * month_day_count_meetings (self) <= self->n_lines ? 2 : 1;
}

static const TdmMeetingBrief *
month_day_get_brief (TdmMonthDay *self, guint i)
{
  return tdm_agenda_view_get_brief (self->view, i);
}

/* Records are held of the meetings that are shown, and of those whose order has to be looked at. */
static TdmAgendaItem *
month_day_hold_item (TdmMonthDay *self, guint i)
{
  TdmAgendaItem *item = g_list_model_get_item (G_LIST_MODEL (self->view), i);

  g_ptr_array_add (self->items, item);
  return item;
}

static gboolean
month_day_has_conflict (TdmMonthDay *self, guint first)
{
  for (guint i = first; self->conflicts && i < month_day_count_meetings (self); i++)
    {
      const TdmMeetingBrief *brief = month_day_get_brief (self, i);
      TdmMeeting *record = brief->is_out_of_order ? tdm_agenda_item_get_meeting (month_day_hold_item (self, i)) : NULL;

      if (tdm_conflicts_has (self->conflicts, brief, record))
        return TRUE;
    }
  return FALSE;
}

static void
month_day_fill_lines (TdmMonthDay *self)
{
  guint n_shown = month_day_count_shown (self);

  while (self->lines->len < n_shown)
    {
      GtkWidget *line = g_object_new (TDM_TYPE_MONTH_MEETING, NULL);

      gtk_widget_insert_before (line, GTK_WIDGET (self), GTK_WIDGET (self->more_button));
      g_ptr_array_add (self->lines, line);
    }
  for (guint i = 0; i < n_shown; i++)
    {
      GtkWidget *line = self->lines->pdata[i];

      tdm_month_meeting_show (TDM_MONTH_MEETING (line), month_day_hold_item (self, i), self->conflicts,
                              month_day_count_lines_of_one (self));
      gtk_widget_set_focusable (line, self->selected);
      gtk_widget_set_visible (line, TRUE);
    }
  for (guint i = n_shown; i < self->lines->len; i++)
    gtk_widget_set_visible (self->lines->pdata[i], FALSE);
}

static void
month_day_fill_more (TdmMonthDay *self)
{
  guint n_shown = month_day_count_shown (self), n_more = month_day_count_meetings (self) - n_shown;
  gboolean is_shown = !self->compact && n_more > 0 && self->n_lines > 0;
  g_autofree char *text = NULL;

  if (!is_shown)
    text = g_strdup ("");
  else if (n_shown == 0)
    text = g_strdup_printf (ngettext ("%u meeting", "%u meetings", n_more), n_more);
  else
    /* Translators: how many meetings of a day are not shown for want of room */
    text = g_strdup_printf (ngettext ("+%u more", "+%u more", n_more), n_more);
  gtk_label_set_text (self->more_label, text);
  gtk_widget_set_child_visible (GTK_WIDGET (self->more_button), is_shown);
  gtk_widget_set_focusable (GTK_WIDGET (self->more_button), self->selected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->more_button), GTK_ACCESSIBLE_STATE_HIDDEN, !is_shown, -1);
}

static void
month_day_fill (TdmMonthDay *self)
{
  g_autoptr (GPtrArray) held_before = g_steal_pointer (&self->items);
  guint n_meetings = month_day_count_meetings (self);
  g_autofree char *text = n_meetings > MOST_DOTS ? g_strdup_printf ("%u", n_meetings) : NULL;
  static const char *const dots[] = { "", "•", "••", "•••" };

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  month_day_fill_lines (self);
  month_day_fill_more (self);
  gtk_label_set_text (self->dots_label, text ? text : dots[n_meetings]);
  gtk_widget_set_visible (GTK_WIDGET (self->dots_label), self->compact);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_mark),
                          month_day_has_conflict (self, month_day_count_shown (self)));
}

static void
month_day_fill_idle_cb (gpointer data)
{
  TdmMonthDay *self = data;

  self->fill_source = 0;
  month_day_fill (self);
}

static void
month_day_update_accessible (TdmMonthDay *self, gboolean is_today)
{
  guint n_meetings = month_day_count_meetings (self);
  g_autofree char *date = tdm_calendar_format_day (self->day);
  g_autofree char *name = tdm_format_day (date);
  /* Translators: %s is a day with its date */
  g_autofree char *day = is_today ? g_strdup_printf (_ ("Today, %s"), name) : g_strdup (name);
  /* Translators: a day of the month and how many meetings it has */
  g_autofree char *label = g_strdup_printf (ngettext ("%s, %u meeting", "%s, %u meetings", n_meetings), day,
                                            n_meetings);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  month_day_has_conflict (self, 0) ? _ ("Meetings that cannot both take place") : "",
                                  -1);
}

static int
widget_measure (GtkWidget *widget, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Of the button, which is always there, for what is not visible has no height. */
static int
month_day_get_line_height (TdmMonthDay *self)
{
  return widget_measure (GTK_WIDGET (self->more_button), GTK_ORIENTATION_VERTICAL);
}

/* The width is that of the number: what else there is takes what it gets. */
static void
tdm_month_day_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  TdmMonthDay *self = TDM_MONTH_DAY (widget);
  int number = widget_measure (GTK_WIDGET (self->number_label), orientation);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = number;
      return;
    }

  if (self->compact)
    *minimum = *natural = number + widget_measure (GTK_WIDGET (self->dots_label), orientation);
  else
    {
      *minimum = number + FEWEST_LINES * (month_day_get_line_height (self) + GAP);
      *natural = number + 3 * (month_day_get_line_height (self) + GAP);
    }
}

static void
widget_place (GtkWidget *child, int x, int y, int width, int height)
{
  if (gtk_widget_get_visible (child) && gtk_widget_get_child_visible (child))
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
tdm_month_day_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TdmMonthDay *self = TDM_MONTH_DAY (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int number = widget_measure (GTK_WIDGET (self->number_label), GTK_ORIENTATION_HORIZONTAL);
  int mark = widget_measure (GTK_WIDGET (self->conflict_mark), GTK_ORIENTATION_HORIZONTAL);
  int y = widget_measure (GTK_WIDGET (self->number_label), GTK_ORIENTATION_VERTICAL);
  int line_height, step;
  guint n_lines;

  if (self->compact)
    {
      widget_place (GTK_WIDGET (self->number_label), (width - number) / 2, 0, number, y);
      widget_place (GTK_WIDGET (self->conflict_mark), is_mirrored ? 0 : width - mark, y, mark, height - y);
      widget_place (GTK_WIDGET (self->dots_label), 0, y, width, height - y);
      return;
    }

  widget_place (GTK_WIDGET (self->number_label), is_mirrored ? width - number : 0, 0, number, y);
  widget_place (GTK_WIDGET (self->conflict_mark), is_mirrored ? 0 : width - mark, 0, mark, y);

  /* What fits is known only here, where nothing may change: it is filled in right after. */
  line_height = month_day_get_line_height (self);
  n_lines = MAX (height - y, 0) / (line_height + GAP);
  if (n_lines != self->n_lines && self->fill_source == 0)
    self->fill_source = g_idle_add_once (month_day_fill_idle_cb, self);
  self->n_lines = n_lines;

  y += GAP;
  step = month_day_count_lines_of_one (self) * (line_height + GAP);
  /* Those that are there, be there fewer or more meetings by now. */
  for (guint i = 0; i < self->lines->len; i++)
    if (gtk_widget_get_visible (self->lines->pdata[i]))
      {
        widget_place (self->lines->pdata[i], 0, y, width, step - GAP);
        y += step;
      }
  widget_place (GTK_WIDGET (self->more_button), 0, y, width, line_height);
}

static void
pressed_cb (TdmMonthDay *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "month.select", "u", self->day);
}

static void
open_cb (TdmMonthDay *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "month.open-day", "u", self->day);
}

static gboolean
month_day_open_by_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  open_cb (TDM_MONTH_DAY (widget));
  return TRUE;
}

static void
tdm_month_day_dispose (GObject *object)
{
  TdmMonthDay *self = TDM_MONTH_DAY (object);
  GtkWidget *child;

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_ptr_array_set_size (self->items, 0);
  g_clear_object (&self->view);
  g_clear_object (&self->conflicts);
  g_ptr_array_set_size (self->lines, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_MONTH_DAY);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tdm_month_day_parent_class)->dispose (object);
}

static void
tdm_month_day_finalize (GObject *object)
{
  g_ptr_array_unref (TDM_MONTH_DAY (object)->items);
  g_ptr_array_unref (TDM_MONTH_DAY (object)->lines);
  G_OBJECT_CLASS (tdm_month_day_parent_class)->finalize (object);
}

static void
tdm_month_day_class_init (TdmMonthDayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct { guint key; const char *action; int step; } keys[] = {
    { GDK_KEY_Left, "month.move-across", -1 }, { GDK_KEY_Right, "month.move-across", 1 },
    { GDK_KEY_Up, "month.move", -7 }, { GDK_KEY_Down, "month.move", 7 },
    { GDK_KEY_Page_Up, "month.turn", -1 }, { GDK_KEY_Page_Down, "month.turn", 1 },
    { GDK_KEY_Home, "month.move-to-edge", 0 }, { GDK_KEY_End, "month.move-to-edge", 6 },
  };
  static const guint openers[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  object_class->dispose = tdm_month_day_dispose;
  object_class->finalize = tdm_month_day_finalize;
  widget_class->measure = tdm_month_day_measure;
  widget_class->size_allocate = tdm_month_day_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "monthday");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/meetings/month-day.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmMonthDay, number_label);
  gtk_widget_class_bind_template_child (widget_class, TdmMonthDay, conflict_mark);
  gtk_widget_class_bind_template_child (widget_class, TdmMonthDay, dots_label);
  gtk_widget_class_bind_template_child (widget_class, TdmMonthDay, more_button);
  gtk_widget_class_bind_template_child (widget_class, TdmMonthDay, more_label);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, "i", keys[i].step);
  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    gtk_widget_class_add_binding (widget_class, openers[i], 0, month_day_open_by_key_cb, NULL);
}

static void
tdm_month_day_init (TdmMonthDay *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_ptr_array_new ();
  self->view = g_object_new (TDM_TYPE_AGENDA_VIEW, NULL);
  tdm_agenda_view_set_show (self->view, TDM_AGENDA_SHOW_ALL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tdm_month_day_set_filter (TdmMonthDay *self, TdmMeetingFilter *filter)
{
  tdm_meeting_filter_attach (filter, self->view);
}

/* @shown_month is any day of the month that the others surround. */
void
tdm_month_day_show (TdmMonthDay *self, guint32 day, guint32 shown_month, TdmAgenda *agenda, TdmConflicts *conflicts)
{
  gboolean is_today = day == tdm_calendar_today ();
  g_autofree char *date = tdm_calendar_format_day (day);
  g_autofree char *number = g_strdup_printf ("%d", atoi (date + 8));

  self->day = day;
  tdm_agenda_view_set_span (self->view, tdm_calendar_find_start (day), tdm_calendar_find_start (day + 1));
  tdm_agenda_view_set_agenda (self->view, agenda);
  g_set_object (&self->conflicts, conflicts);
  gtk_label_set_text (self->number_label, number);
  tdm_css_set_class (self, "other", !tdm_calendar_is_same_month (day, shown_month));
  tdm_css_set_class (self, "today", is_today);
  tdm_css_set_class (self, "weekend", tdm_calendar_is_weekend (day));
  month_day_update_accessible (self, is_today);
  month_day_fill (self);
}

/* Of all days only the selected one and what is in it are reached with Tab. */
void
tdm_month_day_set_selected (TdmMonthDay *self, gboolean selected)
{
  self->selected = selected;
  tdm_css_set_class (self, "selected", selected);
  gtk_widget_set_focusable (GTK_WIDGET (self), selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  for (guint i = 0; i < self->lines->len; i++)
    gtk_widget_set_focusable (self->lines->pdata[i], selected);
  gtk_widget_set_focusable (GTK_WIDGET (self->more_button), selected);
}

void
tdm_month_day_set_compact (TdmMonthDay *self, gboolean compact)
{
  self->compact = compact;
  month_day_fill (self);
}

gboolean
tdm_month_day_has_meetings (TdmMonthDay *self)
{
  return month_day_count_meetings (self) > 0;
}
