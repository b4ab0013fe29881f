/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-zone-row.h"

#include "base/tdm-compat.h"
#include "workspace/tdm-workspace-meetings.h"

#include <string.h>

/* A time zone. The city stands first, for that is what people search for. */

struct _TdmZoneRow
{
  AdwActionRow parent_instance;

  char *zone;

  GtkLabel *label;
  GtkPopover *popover;
  GtkEditable *search_entry;
  GtkStringList *names;
  GtkNoSelection *found;
};

G_DEFINE_FINAL_TYPE (TdmZoneRow, tdm_zone_row, ADW_TYPE_ACTION_ROW)

typedef enum
{
  PROP_ZONE = 1,
  N_PROPS
} TdmZoneRowProperty;

static GParamSpec *specs[N_PROPS];

/* Called from the list item template. */
char *tdm_zone_item_title (gpointer item, const char *name);

/* "Buenos Aires, America/Argentina" for "America/Argentina/Buenos_Aires" */
char *
tdm_zone_item_title (gpointer item, const char *name)
{
  const char *slash = name ? strrchr (name, '/') : NULL;
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
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (const char *const *name = tdm_workspace_list_zones (); *name; name++)
    g_ptr_array_add (names, (gpointer) *name);
  g_ptr_array_sort (names, compare_cities);
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->names, 0, 0, (const char *const *) names->pdata);
}

/* The list is long: it is made when somebody wants to see it. */
static void
opened_cb (TdmZoneRow *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->names)) == 0)
    fill (self);
}

static void
closed_cb (TdmZoneRow *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
set_zone (TdmZoneRow *self, const char *zone)
{
  g_autofree char *title = NULL;

  if (!zone || !tdm_set_str (&self->zone, zone))
    return;

  title = tdm_zone_item_title (NULL, zone);
  gtk_label_set_text (self->label, title);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_ZONE]);
}

static void
activate_cb (TdmZoneRow *self, guint position)
{
  g_autoptr (GtkStringObject) name = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (name)
    set_zone (self, gtk_string_object_get_string (name));
  gtk_popover_popdown (self->popover);
}

static void
search_activated_cb (TdmZoneRow *self)
{
  activate_cb (self, 0);
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
  g_free (TDM_ZONE_ROW (object)->zone);
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
  gtk_widget_class_bind_template_child (widget_class, TdmZoneRow, label);
  gtk_widget_class_bind_template_child (widget_class, TdmZoneRow, popover);
  gtk_widget_class_bind_template_child (widget_class, TdmZoneRow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TdmZoneRow, names);
  gtk_widget_class_bind_template_child (widget_class, TdmZoneRow, found);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
}

static void
tdm_zone_row_init (TdmZoneRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Its IANA name, NULL before one is set. */
const char *
tdm_zone_row_get_zone (TdmZoneRow *self)
{
  g_return_val_if_fail (TDM_IS_ZONE_ROW (self), NULL);

  return self->zone;
}
