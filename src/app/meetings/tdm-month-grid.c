/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-month-grid.h"

#include "app/common/tdm-calendar.h"
#include "app/common/tdm-css.h"
#include "app/common/tdm-draw.h"
#include "app/common/tdm-format.h"
#include "app/meetings/tdm-month-day.h"
#include "method/tdm-conflicts.h"

/* Six weeks of days below the names of the weekdays. All days are of one size; where that is too narrow for names, they
 * are compact. */

#define N_WEEKDAYS 7
#define N_WEEKS 6
#define N_DAYS (N_WEEKDAYS * N_WEEKS)

/* The width below which a day is compact, in letters. */
#define DAY_LETTERS 11

struct _TdmMonthGrid
{
  GtkWidget parent_instance;

  guint32 first_day;
  gboolean compact;
  guint compact_source;

  GtkWidget *weekdays[N_WEEKDAYS];
  GtkWidget *days[N_DAYS];
};

G_DEFINE_FINAL_TYPE (TdmMonthGrid, tdm_month_grid, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_COMPACT = 1,
  N_PROPS
} TdmMonthGridProperty;

static GParamSpec *specs[N_PROPS];

static void
widgets_add_largest (GtkWidget **children, guint n_children, GtkOrientation orientation, int *minimum, int *natural)
{
  int largest_minimum = 0, largest_natural = 0;

  for (guint i = 0; i < n_children; i++)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (children[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      largest_minimum = MAX (largest_minimum, child_minimum);
      largest_natural = MAX (largest_natural, child_natural);
    }
  *minimum = MAX (*minimum, largest_minimum);
  *natural = MAX (*natural, largest_natural);
}

static void
tdm_month_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  TdmMonthGrid *self = TDM_MONTH_GRID (widget);
  int head_minimum = 0, head_natural = 0;

  widgets_add_largest (self->days, N_DAYS, orientation, minimum, natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      widgets_add_largest (self->weekdays, N_WEEKDAYS, orientation, minimum, natural);
      *minimum *= N_WEEKDAYS;
      *natural = MAX (*natural, DAY_LETTERS * tdm_get_letter_width (widget)) * N_WEEKDAYS;
      return;
    }

  widgets_add_largest (self->weekdays, N_WEEKDAYS, orientation, &head_minimum, &head_natural);
  *minimum = head_natural + *minimum * N_WEEKS;
  *natural = head_natural + *natural * N_WEEKS;
}

static void
month_grid_set_compact_cb (gpointer data)
{
  TdmMonthGrid *self = data;

  self->compact_source = 0;
  self->compact = !self->compact;
  for (guint i = 0; i < N_DAYS; i++)
    tdm_month_day_set_compact (TDM_MONTH_DAY (self->days[i]), self->compact);
  for (guint i = 0; i < N_WEEKDAYS; i++)
    gtk_label_set_xalign (GTK_LABEL (self->weekdays[i]), self->compact ? 0.5 : 0);
  tdm_css_set_class (self, "compact", self->compact);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_COMPACT]);
}

/* Columns and rows differ by a pixel at most, so that all of the room is used. */
static void
month_grid_place (GtkWidget *child, GtkWidget *widget, int column, const GtkAllocation *row)
{
  int start = row->width * column / N_WEEKDAYS, end = row->width * (column + 1) / N_WEEKDAYS;
  int x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? row->width - end : start;

  gtk_widget_size_allocate (child, &(GtkAllocation) { x, row->y, end - start, row->height }, -1);
}

static void
tdm_month_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TdmMonthGrid *self = TDM_MONTH_GRID (widget);
  int head_minimum = 0, head = 0;
  gboolean compact = width < N_WEEKDAYS * DAY_LETTERS * tdm_get_letter_width (GTK_WIDGET (self));

  /* Nothing may change while places are given out: it does so right after. */
  if (compact != self->compact && self->compact_source == 0)
    self->compact_source = g_idle_add_once (month_grid_set_compact_cb, self);
  else if (compact == self->compact)
    g_clear_handle_id (&self->compact_source, g_source_remove);
  widgets_add_largest (self->weekdays, N_WEEKDAYS, GTK_ORIENTATION_VERTICAL, &head_minimum, &head);
  for (guint i = 0; i < N_WEEKDAYS; i++)
    month_grid_place (self->weekdays[i], widget, i, &(GtkAllocation) { 0, 0, width, head });
  for (guint i = 0; i < N_DAYS; i++)
    {
      int week = i / N_WEEKDAYS, rest = height - head;
      int top = head + rest * week / N_WEEKS, bottom = head + rest * (week + 1) / N_WEEKS;

      month_grid_place (self->days[i], widget, i % N_WEEKDAYS, &(GtkAllocation) { 0, top, width, bottom - top });
    }
}

static void
tdm_month_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_boolean (value, TDM_MONTH_GRID (object)->compact);
}

static void
tdm_month_grid_dispose (GObject *object)
{
  TdmMonthGrid *self = TDM_MONTH_GRID (object);

  g_clear_handle_id (&self->compact_source, g_source_remove);
  for (guint i = 0; i < N_WEEKDAYS; i++)
    g_clear_pointer (&self->weekdays[i], gtk_widget_unparent);
  for (guint i = 0; i < N_DAYS; i++)
    g_clear_pointer (&self->days[i], gtk_widget_unparent);
  G_OBJECT_CLASS (tdm_month_grid_parent_class)->dispose (object);
}

static void
tdm_month_grid_class_init (TdmMonthGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tdm_month_grid_get_property;
  object_class->dispose = tdm_month_grid_dispose;
  widget_class->measure = tdm_month_grid_measure;
  widget_class->size_allocate = tdm_month_grid_size_allocate;

  specs[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
tdm_month_grid_init (TdmMonthGrid *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  for (guint i = 0; i < N_WEEKDAYS; i++)
    {
      GtkWidget *label = self->weekdays[i] = gtk_label_new (NULL);

      gtk_widget_add_css_class (label, "weekday");
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_parent (label, GTK_WIDGET (self));
    }
  for (guint i = 0; i < N_DAYS; i++)
    {
      self->days[i] = g_object_new (TDM_TYPE_MONTH_DAY, NULL);
      if (i % N_WEEKDAYS == 0)
        gtk_widget_add_css_class (self->days[i], "first");
      gtk_widget_set_parent (self->days[i], GTK_WIDGET (self));
    }
}

void
tdm_month_grid_set_filter (TdmMonthGrid *self, TdmMeetingFilter *filter)
{
  for (guint i = 0; i < N_DAYS; i++)
    tdm_month_day_set_filter (TDM_MONTH_DAY (self->days[i]), filter);
}

/* @shown_month is any day of the month. */
void
tdm_month_grid_show (TdmMonthGrid *self, guint32 shown_month, TdmAgenda *agenda, TdmConflicts *conflicts)
{
  self->first_day = tdm_calendar_grid_start (shown_month);
  for (guint i = 0; i < N_WEEKDAYS; i++)
    {
      g_autofree char *date = tdm_calendar_format_day (self->first_day + i);
      g_autofree char *name = tdm_format_weekday (date);

      gtk_label_set_text (GTK_LABEL (self->weekdays[i]), name);
    }
  for (guint i = 0; i < N_DAYS; i++)
    tdm_month_day_show (TDM_MONTH_DAY (self->days[i]), self->first_day + i, shown_month, agenda, conflicts);
}

void
tdm_month_grid_select (TdmMonthGrid *self, guint32 day)
{
  for (guint i = 0; i < N_DAYS; i++)
    tdm_month_day_set_selected (TDM_MONTH_DAY (self->days[i]), self->first_day + i == day);
}

/* %NULL for a day that is not shown. */
GtkWidget *
tdm_month_grid_find_day (TdmMonthGrid *self, guint32 day)
{
  return day >= self->first_day && day < self->first_day + N_DAYS ? self->days[day - self->first_day] : NULL;
}
