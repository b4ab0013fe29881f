/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-month.h"

#include "app/common/tdm-calendar.h"
#include "app/common/tdm-format.h"
#include "app/meetings/tdm-day-list.h"
#include "app/meetings/tdm-meeting-filter.h"
#include "app/meetings/tdm-month-day.h"
#include "app/meetings/tdm-month-grid.h"
#include "method/tdm-conflicts.h"
#include "workspace/tdm-agenda.h"
#include "workspace/tdm-workspace.h"

/* The meetings of a round, a month at a time. One day is selected: the keys start from it, and in a narrow window its
 * meetings are listed below. */

struct _TdmMonth
{
  AdwBin parent_instance;

  TdmConflicts *conflicts;
  GSignalGroup *agenda;
  GSignalGroup *conflicts_signals;
  guint32 selected;
  guint update_source;
  gboolean is_stale;

  GtkLabel *title;
  TdmMonthGrid *grid;
  TdmDayList *below;
  GtkPopover *popover;
  TdmDayList *in_popover;
};

G_DEFINE_FINAL_TYPE (TdmMonth, tdm_month, ADW_TYPE_BIN)

typedef enum
{
  PROP_AGENDA = 1,
  PROP_CONFLICTS,
  PROP_FILTER,
  N_PROPS
} TdmMonthProperty;

static GParamSpec *specs[N_PROPS];

/* No meeting is planned before or after these, and the calendar of GLib does not go on for ever. */
#define FIRST_DAY 693596  /* 1 January 1900 */
#define LAST_DAY 912742  /* 1 January 2500 */

static gboolean
month_is_compact (TdmMonth *self)
{
  gboolean compact;

  g_object_get (self->grid, "compact", &compact, NULL);
  return compact;
}

static void
update_lists (TdmMonth *self)
{
  g_autoptr (TdmAgenda) agenda = g_signal_group_dup_target (self->agenda);

  if (month_is_compact (self))
    tdm_day_list_show (self->below, self->selected, agenda, self->conflicts);
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    tdm_day_list_show (self->in_popover, self->selected, agenda, self->conflicts);
}

static void
month_update (TdmMonth *self)
{
  g_autofree char *date = tdm_calendar_format_day (self->selected);
  g_autofree char *month = tdm_format_month (date);
  g_autoptr (TdmAgenda) agenda = g_signal_group_dup_target (self->agenda);

  self->is_stale = FALSE;
  gtk_label_set_text (self->title, month);
  tdm_month_grid_show (self->grid, self->selected, agenda, self->conflicts);
  tdm_month_grid_select (self->grid, self->selected);
  update_lists (self);
}

static void
month_update_idle_cb (gpointer data)
{
  TdmMonth *self = data;

  self->update_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    month_update (self);
  else
    self->is_stale = TRUE;
}

/* After every change of the file, which is heard of in more than one way, and as time goes by */
void
tdm_month_refresh (TdmMonth *self)
{
  g_return_if_fail (TDM_IS_MONTH (self));

  if (self->update_source == 0)
    self->update_source = g_idle_add_once (month_update_idle_cb, self);
}

static void
tdm_month_map (GtkWidget *widget)
{
  if (TDM_MONTH (widget)->is_stale)
    month_update (TDM_MONTH (widget));
  GTK_WIDGET_CLASS (tdm_month_parent_class)->map (widget);
}

/* The days of the neighbouring months lead there. */
static void
month_select_day (TdmMonth *self, guint32 day)
{
  guint32 before = self->selected;

  self->selected = CLAMP (day, FIRST_DAY, LAST_DAY);
  if (!tdm_calendar_is_same_month (self->selected, before))
    {
      month_update (self);
      return;
    }
  tdm_month_grid_select (self->grid, self->selected);
  update_lists (self);
}

static void
month_select_and_focus (TdmMonth *self, guint32 day)
{
  month_select_day (self, day);
  gtk_widget_grab_focus (tdm_month_grid_find_day (self->grid, self->selected));
}

/* The day that the parameter names, or today */
static void
month_select_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  month_select_and_focus (TDM_MONTH (widget), parameter ? g_variant_get_uint32 (parameter) : tdm_calendar_today ());
}

/* By days, or towards the end of the line that is read */
static void
month_move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmMonth *self = TDM_MONTH (widget);
  gboolean is_mirrored =
    g_str_equal (action, "month.move-across") && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int step = g_variant_get_int32 (parameter);

  month_select_and_focus (self, self->selected + (is_mirrored ? -step : step));
}

static void
month_move_to_edge_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmMonth *self = TDM_MONTH (widget);

  month_select_and_focus (self, tdm_calendar_week_start (self->selected) + g_variant_get_int32 (parameter));
}

/* The buttons keep the focus: a user who clicks twice wants to turn twice. */
static void
month_turn_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmMonth *self = TDM_MONTH (widget);
  guint32 day = tdm_calendar_add_months (self->selected, g_variant_get_int32 (parameter));

  if (g_str_equal (action, "month.turn-only"))
    month_select_day (self, day);
  else
    month_select_and_focus (self, day);
}

/* A user who looked at the list of a day goes on from that day. */
static void
popover_closed_cb (TdmMonth *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (tdm_month_grid_find_day (self->grid, self->selected));
}

static void
month_open_day_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmMonth *self = TDM_MONTH (widget);
  g_autoptr (TdmAgenda) agenda = g_signal_group_dup_target (self->agenda);
  GtkWidget *day;
  graphene_rect_t bounds;

  month_select_and_focus (self, g_variant_get_uint32 (parameter));
  day = tdm_month_grid_find_day (self->grid, self->selected);
  if (!tdm_month_day_has_meetings (TDM_MONTH_DAY (day)))
    return;
  if (month_is_compact (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->below));
      return;
    }

  /* Emptied before, it begins with the first meeting again. The popover gives that the focus. */
  tdm_day_list_show (self->in_popover, self->selected, NULL, NULL);
  tdm_day_list_show (self->in_popover, self->selected, agenda, self->conflicts);
  if (gtk_widget_compute_bounds (day, widget, &bounds))
    gtk_popover_set_pointing_to (self->popover, &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                                 (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (self->popover);
}

static void
month_set_filter (TdmMonth *self, TdmMeetingFilter *filter)
{
  tdm_month_grid_set_filter (self->grid, filter);
  tdm_day_list_set_filter (self->below, filter);
  tdm_day_list_set_filter (self->in_popover, filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (tdm_month_refresh), self, G_CONNECT_SWAPPED);
}

static void
tdm_month_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmMonth *self = TDM_MONTH (object);

  switch ((TdmMonthProperty) id)
    {
    case PROP_AGENDA:
      g_signal_group_set_target (self->agenda, g_value_get_object (value));
      tdm_month_refresh (self);
      break;
    case PROP_CONFLICTS:
      if (g_set_object (&self->conflicts, g_value_get_object (value)))
        {
          g_signal_group_set_target (self->conflicts_signals, self->conflicts);
          tdm_month_refresh (self);
        }
      break;
    case PROP_FILTER:
      month_set_filter (self, g_value_get_object (value));
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_month_dispose (GObject *object)
{
  TdmMonth *self = TDM_MONTH (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->popover && gtk_widget_get_parent (GTK_WIDGET (self->popover)))
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  /* AdwBin holds its child by itself: disposing of the template must not take it from under it. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_MONTH);
  g_clear_object (&self->conflicts_signals);
  g_clear_object (&self->agenda);
  g_clear_object (&self->conflicts);
  G_OBJECT_CLASS (tdm_month_parent_class)->dispose (object);
}

static void
tdm_month_class_init (TdmMonthClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_month_set_property;
  object_class->dispose = tdm_month_dispose;
  widget_class->map = tdm_month_map;

  specs[PROP_AGENDA] = g_param_spec_object ("agenda", NULL, NULL, TDM_TYPE_AGENDA, flags);
  specs[PROP_CONFLICTS] = g_param_spec_object ("conflicts", NULL, NULL, TDM_TYPE_CONFLICTS, flags);
  specs[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, TDM_TYPE_MEETING_FILTER,
                                            flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  g_type_ensure (TDM_TYPE_DAY_LIST);
  g_type_ensure (TDM_TYPE_MONTH_GRID);
  gtk_widget_class_install_action (widget_class, "month.select", "u", month_select_cb);
  gtk_widget_class_install_action (widget_class, "month.open-day", "u", month_open_day_cb);
  gtk_widget_class_install_action (widget_class, "month.move", "i", month_move_cb);
  gtk_widget_class_install_action (widget_class, "month.move-across", "i", month_move_cb);
  gtk_widget_class_install_action (widget_class, "month.move-to-edge", "i", month_move_to_edge_cb);
  gtk_widget_class_install_action (widget_class, "month.turn", "i", month_turn_cb);
  gtk_widget_class_install_action (widget_class, "month.turn-only", "i", month_turn_cb);
  gtk_widget_class_install_action (widget_class, "month.today", NULL, month_select_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/meetings/month.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmMonth, title);
  gtk_widget_class_bind_template_child (widget_class, TdmMonth, grid);
  gtk_widget_class_bind_template_child (widget_class, TdmMonth, below);
  gtk_widget_class_bind_template_child (widget_class, TdmMonth, popover);
  gtk_widget_class_bind_template_child (widget_class, TdmMonth, in_popover);
  gtk_widget_class_bind_template_callback (widget_class, update_lists);
  gtk_widget_class_bind_template_callback (widget_class, popover_closed_cb);
}

static void
tdm_month_init (TdmMonth *self)
{
  self->is_stale = TRUE;
  self->selected = tdm_calendar_today ();
  self->agenda = g_signal_group_new (TDM_TYPE_AGENDA);
  g_signal_group_connect_swapped (self->agenda, "changed", G_CALLBACK (tdm_month_refresh), self);
  g_signal_group_connect_swapped (self->agenda, "loaded", G_CALLBACK (tdm_month_refresh), self);
  self->conflicts_signals = g_signal_group_new (TDM_TYPE_CONFLICTS);
  g_signal_group_connect_swapped (self->conflicts_signals, "changed", G_CALLBACK (tdm_month_refresh), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}
