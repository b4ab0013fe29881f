/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-date-row.h"

#include "app/common/tdm-calendar-keys.h"
#include "app/common/tdm-names.h"
#include "app/common/tdm-opening-row.h"
#include "base/tdm-clock.h"
#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-css.h"
#include "tdm-format.h"

/* A day, chosen in a calendar; an optional one can be taken away again. */

struct _TdmDateRow
{
  AdwActionRow parent_instance;

  char *date;
  gboolean optional;
  gboolean is_turning;
  gboolean is_on_day; /* where the button of the pointer went down */

  GtkLabel *label;
  GtkMenuButton *button;
  GtkCalendar *calendar;
  GtkWidget *clear_button;
};

G_DEFINE_FINAL_TYPE (TdmDateRow, tdm_date_row, ADW_TYPE_ACTION_ROW)

typedef enum
{
  PROP_DATE = 1,
  PROP_OPTIONAL,
  N_PROPS
} TdmDateRowProperty;

static GParamSpec *specs[N_PROPS];

static void
date_row_update (TdmDateRow *self)
{
  g_autofree char *text = self->date ? tdm_format_short_day (self->date) : NULL;

  gtk_label_set_text (self->label, text ? text : self->optional ? _ ("No date") : "");
  gtk_widget_set_visible (self->clear_button, self->optional && self->date);
}

/* Shows a day in the calendar: GTK takes it for one that the user has chosen. */
static void
date_row_turn_to (TdmDateRow *self, const char *date)
{
  g_autofree char *midnight = g_strconcat (date, "T00:00:00", NULL);
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (midnight, local);

  if (!day)
    return;
  self->is_turning = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->is_turning = FALSE;
}

static char *
date_row_get_marked (TdmDateRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  return g_date_time_format (day, "%Y-%m-%d");
}

/* GTK marks a day of every month that one turns to: it looks chosen only where it is. */
static void
turned_cb (TdmDateRow *self)
{
  g_autofree char *date = date_row_get_marked (self);

  tdm_css_set_class (self->calendar, "unset", g_strcmp0 (date, self->date) != 0);
}

static void
date_row_take_marked (TdmDateRow *self)
{
  g_autofree char *date = date_row_get_marked (self);

  tdm_date_row_set_date (self, date);
  turned_cb (self);
}

static void
day_selected_cb (TdmDateRow *self)
{
  if (!self->is_turning)
    date_row_take_marked (self);
}

/* The day that GTK has marked already can be chosen, too; of that it tells nothing. */
static void
pressed_cb (TdmDateRow *self, int n_presses, double x, double y)
{
  GtkWidget *day = gtk_widget_pick (GTK_WIDGET (self->calendar), x, y, GTK_PICK_DEFAULT);

  self->is_on_day = day && gtk_widget_has_css_class (day, "day-number");
  if (self->is_on_day && gtk_widget_get_state_flags (day) & GTK_STATE_FLAG_SELECTED)
    date_row_take_marked (self);
}

/* A click on a day says all there is to say; by keyboard, people go on from day to day. */
static void
released_cb (TdmDateRow *self)
{
  if (self->is_on_day)
    gtk_menu_button_popdown (self->button);
  self->is_on_day = FALSE;
}

static gboolean
key_pressed_cb (TdmDateRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean is_moved;

  self->is_turning = TRUE;
  is_moved = tdm_calendar_keys_move (self->calendar, keyval, state);
  self->is_turning = FALSE;
  if (is_moved)
    turned_cb (self);
  else if (tdm_calendar_keys_is_choice (self->calendar, keyval))
    {
      date_row_take_marked (self);
      gtk_menu_button_popdown (self->button);
    }
  else
    return FALSE;
  return TRUE;
}

/* Where there is no day yet, the calendar begins with today. */
static void
opened_cb (TdmDateRow *self)
{
  g_autofree char *today = tdm_clock_today ();

  date_row_turn_to (self, self->date ? self->date : today);
  turned_cb (self);
}

/* From the calendar, GTK would let the keyboard go on to another row. */
static void
closed_cb (TdmDateRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
clear_cb (TdmDateRow *self)
{
  tdm_date_row_set_date (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
tdm_date_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_string (value, TDM_DATE_ROW (object)->date);
}

static void
tdm_date_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if ((TdmDateRowProperty) id == PROP_DATE)
    tdm_date_row_set_date (TDM_DATE_ROW (object), g_value_get_string (value));
  else
    tdm_date_row_set_optional (TDM_DATE_ROW (object), g_value_get_boolean (value));
}

static void
tdm_date_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_DATE_ROW);
  g_clear_pointer (&TDM_DATE_ROW (object)->date, g_free);
  G_OBJECT_CLASS (tdm_date_row_parent_class)->dispose (object);
}

static void
tdm_date_row_class_init (TdmDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tdm_date_row_get_property;
  object_class->set_property = tdm_date_row_set_property;
  object_class->dispose = tdm_date_row_dispose;

  specs[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  specs[PROP_OPTIONAL] = g_param_spec_boolean ("optional", NULL, NULL, FALSE,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  tdm_opening_row_install (ADW_ACTION_ROW_CLASS (klass));
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/common/date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmDateRow, label);
  gtk_widget_class_bind_template_child (widget_class, TdmDateRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, TdmDateRow, clear_button);
  gtk_widget_class_bind_template_child (widget_class, TdmDateRow, button);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, turned_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
tdm_date_row_init (TdmDateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_opening_row_set_up (ADW_ACTION_ROW (self));
  tdm_names_calendar (self->calendar);
}

/* `YYYY-MM-DD`, NULL before one is set. */
const char *
tdm_date_row_get_date (TdmDateRow *self)
{
  g_return_val_if_fail (TDM_IS_DATE_ROW (self), NULL);

  return self->date;
}

/* NULL or "" takes the day away from an optional row. */
void
tdm_date_row_set_date (TdmDateRow *self, const char *date)
{
  gboolean is_empty = !date || !*date;

  g_return_if_fail (TDM_IS_DATE_ROW (self));

  if ((is_empty && !self->optional) || (!is_empty && !tdm_text_is_date (date)) ||
      !tdm_set_str (&self->date, is_empty ? NULL : date))
    return;

  date_row_update (self);
  if (self->date)
    date_row_turn_to (self, self->date);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_DATE]);
}

void
tdm_date_row_set_optional (TdmDateRow *self, gboolean optional)
{
  g_return_if_fail (TDM_IS_DATE_ROW (self));

  self->optional = optional;
  date_row_update (self);
}
