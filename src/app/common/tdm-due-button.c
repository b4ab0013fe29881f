/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-due-button.h"

#include "app/common/tdm-calendar-keys.h"
#include "app/common/tdm-css.h"
#include "app/common/tdm-format.h"
#include "app/common/tdm-names.h"
#include "base/tdm-clock.h"
#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"

/* When something is due: shows the day, marks one that was missed, and lets people choose another or none. */

struct _TdmDueButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkImage *icon;
  GtkCalendar *calendar;
  GtkButton *clear_button;
  char *due;
  gboolean is_overdue;
};

G_DEFINE_FINAL_TYPE (TdmDueButton, tdm_due_button, ADW_TYPE_BIN)

enum
{
  PROP_DUE = 1,
  PROP_OVERDUE,
};

static guint chosen_signal;

static void
due_button_show (TdmDueButton *self)
{
  gboolean is_set = *self->due != '\0';
  g_autofree char *day = tdm_format_short_day (self->due);
  gboolean is_overdue = is_set && self->is_overdue;
  g_autofree char *words = is_overdue ? g_strdup_printf (_ ("Overdue since %s"), day)
                           : is_set   ? g_strdup_printf (_ ("Due %s"), day)
                                      : g_strdup (_ ("Due Date"));

  gtk_label_set_text (self->label, is_set ? day : "");
  gtk_image_set_from_icon_name (self->icon, is_overdue ? "dialog-warning-symbolic" : "x-office-calendar-symbolic");
  tdm_css_set_class (self->icon, "dim-label", !is_overdue);
  tdm_css_set_class (self->button, "overdue", is_overdue);
  gtk_widget_set_visible (GTK_WIDGET (self->label), is_set);
  gtk_widget_set_visible (GTK_WIDGET (self->clear_button), is_set);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
opened_cb (TdmDueButton *self)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *today = tdm_clock_today ();
  g_autofree char *text = g_strconcat (*self->due ? self->due : today, "T00:00:00", NULL);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (text, utc);

  if (day)
    gtk_calendar_select_day (self->calendar, day);
}

static void
chosen_cb (TdmDueButton *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, chosen_signal, 0, date);
}

static gboolean
key_pressed_cb (TdmDueButton *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (tdm_calendar_keys_move (self->calendar, keyval, state))
    return TRUE;
  if (!tdm_calendar_keys_is_choice (self->calendar, keyval))
    return FALSE;
  chosen_cb (self);
  return TRUE;
}

static void
cleared_cb (TdmDueButton *self)
{
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, chosen_signal, 0, "");
}

static void
tdm_due_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmDueButton *self = TDM_DUE_BUTTON (object);

  if (id == PROP_OVERDUE)
    self->is_overdue = g_value_get_boolean (value);
  else
    tdm_set_str (&self->due, g_value_get_string (value) ? g_value_get_string (value) : "");
  due_button_show (self);
}

static void
tdm_due_button_dispose (GObject *object)
{
  /* AdwBin holds its child by itself: disposing of the template must not take it from under it. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_DUE_BUTTON);
  g_clear_pointer (&TDM_DUE_BUTTON (object)->due, g_free);
  G_OBJECT_CLASS (tdm_due_button_parent_class)->dispose (object);
}

static void
tdm_due_button_class_init (TdmDueButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tdm_due_button_set_property;
  object_class->dispose = tdm_due_button_dispose;

  g_object_class_install_property (
    object_class, PROP_DUE, g_param_spec_string ("due", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
    object_class, PROP_OVERDUE,
    g_param_spec_boolean ("overdue", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  chosen_signal = g_signal_new ("chosen", TDM_TYPE_DUE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/common/due-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmDueButton, button);
  gtk_widget_class_bind_template_child (widget_class, TdmDueButton, label);
  gtk_widget_class_bind_template_child (widget_class, TdmDueButton, icon);
  gtk_widget_class_bind_template_child (widget_class, TdmDueButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, TdmDueButton, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cleared_cb);
}

static void
tdm_due_button_init (TdmDueButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_names_calendar (self->calendar);
  self->due = g_strdup ("");
  due_button_show (self);
}
