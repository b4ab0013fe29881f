/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-date-row.h"

#include "base/tdm-compat.h"
#include "base/tdm-text.h"
#include "tdm-format.h"

/* A day, chosen in a calendar. */

struct _TdmDateRow
{
  AdwActionRow parent_instance;

  char *date;

  GtkLabel *label;
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (TdmDateRow, tdm_date_row, ADW_TYPE_ACTION_ROW)

typedef enum
{
  PROP_DATE = 1,
  N_PROPS
} TdmDateRowProperty;

static GParamSpec *specs[N_PROPS];

static void
day_selected_cb (TdmDateRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  tdm_date_row_set_date (self, date);
}

static void
tdm_date_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_string (value, TDM_DATE_ROW (object)->date);
}

static void
tdm_date_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  tdm_date_row_set_date (TDM_DATE_ROW (object), g_value_get_string (value));
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
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/common/date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmDateRow, label);
  gtk_widget_class_bind_template_child (widget_class, TdmDateRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
tdm_date_row_init (TdmDateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* `YYYY-MM-DD`, NULL before one is set. */
const char *
tdm_date_row_get_date (TdmDateRow *self)
{
  g_return_val_if_fail (TDM_IS_DATE_ROW (self), NULL);

  return self->date;
}

void
tdm_date_row_set_date (TdmDateRow *self, const char *date)
{
  g_autofree char *text = NULL, *midnight = NULL;
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autoptr (GDateTime) day = NULL;

  g_return_if_fail (TDM_IS_DATE_ROW (self));

  if (!date || !tdm_text_is_date (date) || !tdm_set_str (&self->date, date))
    return;

  text = tdm_format_short_day (date);
  gtk_label_set_text (self->label, text);
  midnight = g_strconcat (date, "T00:00:00", NULL);
  day = g_date_time_new_from_iso8601 (midnight, local);
  if (day)
    gtk_calendar_select_day (self->calendar, day);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_DATE]);
}
