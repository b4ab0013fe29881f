/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-time-row.h"

#include "app/common/tdm-template.h"

#include <stdlib.h>
#include <string.h>

/* A time of day. It can be typed in the ways people do: 9, 9:30, 9.30, 930. */

struct _TdmTimeRow
{
  AdwActionRow parent_instance;

  GtkSpinButton *spin_button;
};

G_DEFINE_FINAL_TYPE (TdmTimeRow, tdm_time_row, ADW_TYPE_ACTION_ROW)

typedef enum
{
  PROP_MINUTE_OF_DAY = 1,
  N_PROPS
} TdmTimeRowProperty;

static GParamSpec *specs[N_PROPS];

#define DAY_MINUTES (24 * 60)

static int
input_cb (TdmTimeRow *self, double *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->spin_button));
  gsize n_digits = strspn (text, "0123456789");
  const char *rest = text + n_digits;
  int hour = atoi (text), minute = 0;

  if (n_digits == 0 || n_digits > 4)
    return GTK_INPUT_ERROR;
  if (*rest && g_ascii_isdigit (rest[1]))
    minute = atoi (rest + 1);
  else if (n_digits > 2)
    {
      minute = hour % 100;
      hour = hour / 100;
    }
  if (hour >= 24 || minute >= 60)
    return GTK_INPUT_ERROR;
  *value = hour * 60 + minute;
  return TRUE;
}

static gboolean
output_cb (TdmTimeRow *self)
{
  int minute_of_day = gtk_spin_button_get_value_as_int (self->spin_button);
  g_autofree char *text = g_strdup_printf ("%02d:%02d", minute_of_day / 60, minute_of_day % 60);

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->spin_button))))
    gtk_editable_set_text (GTK_EDITABLE (self->spin_button), text);
  return TRUE;
}

static void
value_changed_cb (TdmTimeRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_MINUTE_OF_DAY]);
}

static void
tdm_time_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_int (value, tdm_time_row_get_minute_of_day (TDM_TIME_ROW (object)));
}

static void
tdm_time_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  gtk_spin_button_set_value (TDM_TIME_ROW (object)->spin_button, g_value_get_int (value));
}

static void
tdm_time_row_class_init (TdmTimeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tdm_time_row_get_property;
  object_class->set_property = tdm_time_row_set_property;
  object_class->dispose = tdm_template_dispose;

  specs[PROP_MINUTE_OF_DAY] = g_param_spec_int ("minute-of-day", NULL, NULL, 0, DAY_MINUTES - 1, 0,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/common/time-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmTimeRow, spin_button);
  gtk_widget_class_bind_template_callback (widget_class, input_cb);
  gtk_widget_class_bind_template_callback (widget_class, output_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
}

static void
tdm_time_row_init (TdmTimeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

int
tdm_time_row_get_minute_of_day (TdmTimeRow *self)
{
  g_return_val_if_fail (TDM_IS_TIME_ROW (self), 0);

  return gtk_spin_button_get_value_as_int (self->spin_button);
}

/* The time on a day: `YYYY-MM-DDTHH:MM:SS`. */
char *
tdm_time_row_join (TdmTimeRow *self, const char *date)
{
  int minute_of_day = tdm_time_row_get_minute_of_day (self);

  return g_strdup_printf ("%sT%02d:%02d:00", date, minute_of_day / 60, minute_of_day % 60);
}

/* Takes what is being typed. */
void
tdm_time_row_commit (TdmTimeRow *self)
{
  g_return_if_fail (TDM_IS_TIME_ROW (self));

  gtk_spin_button_update (self->spin_button);
}
