/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-calendar-keys.h"

/* The keyboard in a calendar. GTK's own keys begin in the corner of the month instead of at the day that is marked,
 * stop at the edge of what is in view, and Enter does nothing. */

typedef struct
{
  guint key;
  guint on_keypad;
  int days;
  int months;
} Step;

static const Step steps[] = {
  { GDK_KEY_Left, GDK_KEY_KP_Left, .days = -1 },
  { GDK_KEY_Right, GDK_KEY_KP_Right, .days = 1 },
  { GDK_KEY_Up, GDK_KEY_KP_Up, .days = -7 },
  { GDK_KEY_Down, GDK_KEY_KP_Down, .days = 7 },
  { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, .months = -1 },
  { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, .months = 1 },
};

/* The buttons that turn the page have keys of their own. */
static gboolean
calendar_has_keys (GtkCalendar *calendar)
{
  return gtk_widget_is_focus (GTK_WIDGET (calendar));
}

/* Marks the day to which an arrow or a page key goes; FALSE if the key is another one. */
gboolean
tdm_calendar_keys_move (GtkCalendar *calendar, guint keyval, GdkModifierType state)
{
  g_return_val_if_fail (GTK_IS_CALENDAR (calendar), FALSE);

  if (!calendar_has_keys (calendar) || state & gtk_accelerator_get_default_mod_mask ())
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (keyval == steps[i].key || keyval == steps[i].on_keypad)
      {
        g_autoptr (GDateTime) marked = gtk_calendar_get_date (calendar);
        g_autoptr (GDateTime) day = g_date_time_add_days (marked, steps[i].days);
        g_autoptr (GDateTime) next = day ? g_date_time_add_months (day, steps[i].months) : NULL;

        if (next)
          gtk_calendar_select_day (calendar, next);
        return TRUE;
      }
  return FALSE;
}

/* Whether the key takes the day that is marked */
gboolean
tdm_calendar_keys_is_choice (GtkCalendar *calendar, guint keyval)
{
  g_return_val_if_fail (GTK_IS_CALENDAR (calendar), FALSE);

  return calendar_has_keys (calendar) &&
         (keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space || keyval == GDK_KEY_Return ||
          keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter);
}
