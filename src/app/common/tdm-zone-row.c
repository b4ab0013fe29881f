/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-zone-row.h"

#include "workspace/tdm-workspace-meetings.h"

#include <string.h>

/* A time zone. The city stands first, for that is what people search for. */

struct _TdmZoneRow
{
  AdwActionRow parent_instance;

  GPtrArray *names;

  GtkDropDown *drop_down;
};

G_DEFINE_FINAL_TYPE (TdmZoneRow, tdm_zone_row, ADW_TYPE_ACTION_ROW)

typedef enum
{
  PROP_ZONE = 1,
  N_PROPS
} TdmZoneRowProperty;

static GParamSpec *specs[N_PROPS];

/* "Buenos Aires, America/Argentina" for "America/Argentina/Buenos_Aires" */
static char *
make_title (const char *name)
{
  const char *slash = strrchr (name, '/');
  char *title;

  if (!slash)
    return g_strdup (name);
  title = g_strdup_printf ("%s, %.*s", slash + 1, (int) (slash - name), name);
  return g_strdelimit (title, "_", ' ');
}

static const char *
get_city (const char *name)
{
  const char *slash = strrchr (name, '/');

  return slash ? slash + 1 : name;
}

static int
compare_cities (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *) a, *second = *(const char *const *) b;
  int order = g_ascii_strcasecmp (get_city (first), get_city (second));

  return order != 0 ? order : strcmp (first, second);
}

static void
fill (TdmZoneRow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (const char *const *name = tdm_workspace_list_zones (); *name; name++)
    g_ptr_array_add (self->names, (gpointer) *name);
  g_ptr_array_sort (self->names, compare_cities);
  for (guint i = 0; i < self->names->len; i++)
    gtk_string_list_take (titles, make_title (self->names->pdata[i]));
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (titles));
}

static void
set_zone (TdmZoneRow *self, const char *zone)
{
  guint position;

  if (zone && g_ptr_array_find_with_equal_func (self->names, zone, g_str_equal, &position))
    gtk_drop_down_set_selected (self->drop_down, position);
}

static void
selected_cb (TdmZoneRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_ZONE]);
}

static void
tdm_zone_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_string (value, tdm_zone_row_get_zone (TDM_ZONE_ROW (object)));
}

static void
tdm_zone_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  set_zone (TDM_ZONE_ROW (object), g_value_get_string (value));
}

static void
tdm_zone_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_ZONE_ROW);
  G_OBJECT_CLASS (tdm_zone_row_parent_class)->dispose (object);
}

static void
tdm_zone_row_finalize (GObject *object)
{
  g_ptr_array_unref (TDM_ZONE_ROW (object)->names);
  G_OBJECT_CLASS (tdm_zone_row_parent_class)->finalize (object);
}

static void
tdm_zone_row_class_init (TdmZoneRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tdm_zone_row_get_property;
  object_class->set_property = tdm_zone_row_set_property;
  object_class->dispose = tdm_zone_row_dispose;
  object_class->finalize = tdm_zone_row_finalize;

  specs[PROP_ZONE] = g_param_spec_string ("zone", NULL, NULL, NULL,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/common/zone-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmZoneRow, drop_down);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
tdm_zone_row_init (TdmZoneRow *self)
{
  self->names = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

/* Its IANA name. */
const char *
tdm_zone_row_get_zone (TdmZoneRow *self)
{
  guint selected;

  g_return_val_if_fail (TDM_IS_ZONE_ROW (self), NULL);

  selected = gtk_drop_down_get_selected (self->drop_down);
  return selected < self->names->len ? self->names->pdata[selected] : NULL;
}
