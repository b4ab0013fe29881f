/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-group.h"

/* Rows that are made from the fields of a record:
 *
 *   <object class="TdmRecordGroup">
 *     <property name="title" translatable="yes">Dates</property>
 *     <property name="fields">kickoff end-date zone warning</property>
 *     <child type="zone"><object class="TdmZoneRow"/></child>
 *     <child type="warning"><object class="AdwActionRow">…</object></child>
 *   </object>
 *
 * A child whose type is the name of a field stands in for the usual row of that field, and gets its title unless it has
 * one; see field_row_find_editor() for where its value is. A child with another type has its place among the fields by
 * that type; one without stands behind them. */

struct _TdmRecordGroup
{
  AdwPreferencesGroup parent_instance;

  char *fields;
  GHashTable *rows;  /* those of the XML, by their type */
  GPtrArray *others; /* without a type */
};

static GtkBuildableIface *parent_buildable;

static void
tdm_record_group_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  TdmRecordGroup *self = TDM_RECORD_GROUP (buildable);

  if (!ADW_IS_PREFERENCES_ROW (child))
    parent_buildable->add_child (buildable, builder, child, type);
  else if (type)
    g_hash_table_insert (self->rows, g_strdup (type), g_object_ref_sink (child));
  else
    g_ptr_array_add (self->others, g_object_ref_sink (child));
}

static void
tdm_record_group_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = tdm_record_group_add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TdmRecordGroup, tdm_record_group, ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, tdm_record_group_buildable_init))

typedef enum
{
  PROP_FIELDS = 1,
  N_PROPS
} TdmRecordGroupProperty;

static GParamSpec *specs[N_PROPS];

static void
tdm_record_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TDM_RECORD_GROUP (object)->fields = g_value_dup_string (value);
}

static void
tdm_record_group_finalize (GObject *object)
{
  TdmRecordGroup *self = TDM_RECORD_GROUP (object);

  g_free (self->fields);
  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->others);
  G_OBJECT_CLASS (tdm_record_group_parent_class)->finalize (object);
}

static void
tdm_record_group_class_init (TdmRecordGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = tdm_record_group_set_property;
  object_class->finalize = tdm_record_group_finalize;

  specs[PROP_FIELDS] = g_param_spec_string ("fields", NULL, NULL, NULL,
                                            G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, specs);
}

static void
tdm_record_group_init (TdmRecordGroup *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
}

static int
find_field (const TdmField *fields, guint n_fields, const char *name)
{
  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].name, name))
      return i;
  return -1;
}

/* Makes the rows for the fields of such a record in the words of the programme, once. The array owns what describes
 * them; a name that is neither a field nor the type of a child is a mistake in the XML. */
GPtrArray *
tdm_record_group_make_rows (TdmRecordGroup *self, TdmRecord *record, TdmProgramme *programme)
{
  GPtrArray *made = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_field_row_free);
  g_auto (GStrv) names = g_strsplit_set (self->fields ? self->fields : "", " \n", -1);
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (record, &n_fields);

  for (guint i = 0; names[i]; i++)
    {
      GtkWidget *row = g_hash_table_lookup (self->rows, names[i]);
      int field = find_field (fields, n_fields, names[i]);

      if (*names[i] == '\0')
        continue;
      if (field < 0 && !row)
        g_error ("“%s” is neither a field of %s nor a child of the group", names[i], G_OBJECT_TYPE_NAME (record));
      if (field >= 0)
        {
          TdmFieldRow *field_row = tdm_field_row_new (&fields[field], field, row, programme);

          g_ptr_array_add (made, field_row);
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), tdm_field_row_get_row (field_row));
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), tdm_field_row_get_problem (field_row));
        }
      else
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
  for (guint i = 0; i < self->others->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->others->pdata[i]);
  return made;
}
