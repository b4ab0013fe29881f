/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-motives-row.h"

#include "app/common/tdm-motives-box.h"

/* The motives of a participation below the title of the field */

struct _TdmMotivesRow
{
  AdwPreferencesRow parent_instance;

  GObject *motives; /* the box */
};

G_DEFINE_FINAL_TYPE (TdmMotivesRow, tdm_motives_row, ADW_TYPE_PREFERENCES_ROW)

static GParamSpec *motives_spec;

static void
tdm_motives_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_object_get_property (TDM_MOTIVES_ROW (object)->motives, "motives", value);
}

static void
tdm_motives_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  g_object_set_property (TDM_MOTIVES_ROW (object)->motives, "motives", value);
}

static void
motives_row_changed_cb (TdmMotivesRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), motives_spec);
}

static void
tdm_motives_row_class_init (TdmMotivesRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tdm_motives_row_get_property;
  object_class->set_property = tdm_motives_row_set_property;
  motives_spec = g_param_spec_string ("motives", NULL, NULL, "",
                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, motives_spec);
}

static void
tdm_motives_row_init (TdmMotivesRow *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3, "margin-top", 9,
                                 "margin-bottom", 9, "margin-start", 12, "margin-end", 12, NULL);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  GtkWidget *motives = g_object_new (TDM_TYPE_MOTIVES_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3, NULL);

  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (title, "caption");
  g_object_bind_property (self, "title", title, "label", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), motives);
  self->motives = G_OBJECT (motives);
  g_signal_connect_object (motives, "notify::motives", G_CALLBACK (motives_row_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}
