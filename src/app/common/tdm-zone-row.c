/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-zone-row.h"

#include "app/common/tdm-opening-row.h"
#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-zone-city.h"
#include "calendar/tdm-zone.h"

/* A time zone. The city stands first, for that is what people search for. Where a placeholder says what no zone means,
 * there may be none. */

struct _TdmZoneRow
{
  AdwActionRow parent_instance;

  char *zone;
  char *placeholder;

  GtkLabel *label;
  GtkWidget *clear_button;
  GtkPopover *popover;
  GtkEditable *search_entry;
  GtkStringList *names;
  GtkNoSelection *found;
};

G_DEFINE_FINAL_TYPE (TdmZoneRow, tdm_zone_row, ADW_TYPE_ACTION_ROW)

typedef enum
{
  PROP_ZONE = 1,
  PROP_PLACEHOLDER,
  N_PROPS
} TdmZoneRowProperty;

static GParamSpec *specs[N_PROPS];

/* What the names of zones begin with */
static const char *const regions[] = {
  N_ ("Africa"),   N_ ("America"),   N_ ("Antarctica"), N_ ("Arctic"), N_ ("Asia"),
  N_ ("Atlantic"), N_ ("Australia"), N_ ("Europe"),     N_ ("Indian"), N_ ("Pacific"),
};

/* Called from the templates, as tdm_zone_item_title() is. */
char *tdm_zone_item_words (gpointer item, const char *name);

/* "Wien, Europa" for "Europe/Vienna" in German */
char *
tdm_zone_item_title (gpointer item, const char *name)
{
  if (name)
    name = tdm_zone_get_current_name (name);
  for (guint i = 0; name && i < G_N_ELEMENTS (regions); i++)
    if (g_str_has_prefix (name, regions[i]) && name[strlen (regions[i])] == '/')
      {
        g_autofree char *city = tdm_zone_city (name, NULL);

        return g_strdup_printf ("%s, %s", city, _ (regions[i]));
      }
  return g_strdup (name);
}

/* What a search finds it by: the city in the language of the window, and the name in English */
char *
tdm_zone_item_words (gpointer item, const char *name)
{
  g_autofree char *title = tdm_zone_item_title (item, name);

  return title ? g_strdelimit (g_strdup_printf ("%s %s", title, name), "_", ' ') : NULL;
}

static int
zones_compare_titles (gconstpointer a, gconstpointer b, gpointer titles)
{
  return g_utf8_collate (g_hash_table_lookup (titles, *(gpointer *) a), g_hash_table_lookup (titles, *(gpointer *) b));
}

/* The list is long: it is made when the user wants to see it. */
static void
opened_cb (TdmZoneRow *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) titles = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->names)) > 0)
    return;

  for (const char *const *name = tdm_zone_list_names (); *name; name++)
    {
      g_ptr_array_add (names, (gpointer) *name);
      g_hash_table_insert (titles, (gpointer) *name, tdm_zone_item_title (NULL, *name));
    }
  g_ptr_array_sort_with_data (names, zones_compare_titles, titles);
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->names, 0, 0, (const char *const *) names->pdata);
}

/* From an item of the list, GTK would let the keyboard go on to another row. */
static void
closed_cb (TdmZoneRow *self)
{
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
zone_row_update (TdmZoneRow *self)
{
  gboolean is_set = self->zone && *self->zone;
  g_autofree char *title = is_set ? tdm_zone_item_title (NULL, self->zone) : g_strdup (self->placeholder);

  gtk_label_set_text (self->label, title ? title : "");
  gtk_widget_set_visible (self->clear_button, is_set && self->placeholder);
}

static void
zone_row_set_zone (TdmZoneRow *self, const char *zone)
{
  if (!zone || !tdm_set_str (&self->zone, zone))
    return;

  zone_row_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_ZONE]);
}

static void
activate_cb (TdmZoneRow *self, guint position)
{
  g_autoptr (GtkStringObject) name = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (name)
    zone_row_set_zone (self, gtk_string_object_get_string (name));
  gtk_popover_popdown (self->popover);
}

static void
search_activated_cb (TdmZoneRow *self)
{
  activate_cb (self, 0);
}

static void
clear_cb (TdmZoneRow *self)
{
  zone_row_set_zone (self, "");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
tdm_zone_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_string (value, tdm_zone_row_get_zone (TDM_ZONE_ROW (object)));
}

static void
tdm_zone_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmZoneRow *self = TDM_ZONE_ROW (object);

  if (id == PROP_ZONE)
    zone_row_set_zone (self, g_value_get_string (value));
  else if (tdm_set_str (&self->placeholder, g_value_get_string (value)))
    zone_row_update (self);
}

static void
tdm_zone_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_ZONE_ROW);
  g_clear_pointer (&TDM_ZONE_ROW (object)->zone, g_free);
  g_clear_pointer (&TDM_ZONE_ROW (object)->placeholder, g_free);
  G_OBJECT_CLASS (tdm_zone_row_parent_class)->dispose (object);
}

static void
tdm_zone_row_class_init (TdmZoneRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tdm_zone_row_get_property;
  object_class->set_property = tdm_zone_row_set_property;
  object_class->dispose = tdm_zone_row_dispose;

  specs[PROP_ZONE] = g_param_spec_string ("zone", NULL, NULL, NULL,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  specs[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  tdm_opening_row_install (ADW_ACTION_ROW_CLASS (klass));
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/common/zone-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmZoneRow, label);
  gtk_widget_class_bind_template_child (widget_class, TdmZoneRow, clear_button);
  gtk_widget_class_bind_template_child (widget_class, TdmZoneRow, popover);
  gtk_widget_class_bind_template_child (widget_class, TdmZoneRow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TdmZoneRow, names);
  gtk_widget_class_bind_template_child (widget_class, TdmZoneRow, found);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
}

static void
tdm_zone_row_init (TdmZoneRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_opening_row_set_up (ADW_ACTION_ROW (self));
}

/* Its IANA name, empty for none, NULL before anything is set. */
const char *
tdm_zone_row_get_zone (TdmZoneRow *self)
{
  g_return_val_if_fail (TDM_IS_ZONE_ROW (self), NULL);

  return self->zone;
}
