/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-motives-row.h"

#include "base/tdm-compat.h"
#include "model/tdm-motives.h"

/* Why a person takes part: motives are usually mixed, so each has a check mark. */

#define N_MOTIVES (TDM_MOTIVE_GIVEBACK + 1)

struct _TdmMotivesRow
{
  AdwPreferencesRow parent_instance;

  GtkCheckButton *checks[N_MOTIVES];
  char *motives;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (TdmMotivesRow, tdm_motives_row, ADW_TYPE_PREFERENCES_ROW)

static GParamSpec *motives_spec;

static void
tdm_motives_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_string (value, TDM_MOTIVES_ROW (object)->motives);
}

static void
tdm_motives_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmMotivesRow *self = TDM_MOTIVES_ROW (object);

  tdm_set_str (&self->motives, g_value_get_string (value));
  self->is_filling = TRUE;
  for (TdmMotive motive = 0; motive < N_MOTIVES; motive++)
    gtk_check_button_set_active (self->checks[motive], tdm_motives_have (self->motives ? self->motives : "", motive));
  self->is_filling = FALSE;
  g_object_notify_by_pspec (object, motives_spec);
}

static void
motives_row_toggled_cb (TdmMotivesRow *self)
{
  if (self->is_filling)
    return;
  for (TdmMotive motive = 0; motive < N_MOTIVES; motive++)
    {
      char *motives = tdm_motives_set (self->motives ? self->motives : "", motive,
                                       gtk_check_button_get_active (self->checks[motive]));

      g_free (self->motives);
      self->motives = motives;
    }
  g_object_notify_by_pspec (G_OBJECT (self), motives_spec);
}

static void
tdm_motives_row_finalize (GObject *object)
{
  g_free (TDM_MOTIVES_ROW (object)->motives);
  G_OBJECT_CLASS (tdm_motives_row_parent_class)->finalize (object);
}

static void
tdm_motives_row_class_init (TdmMotivesRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tdm_motives_row_get_property;
  object_class->set_property = tdm_motives_row_set_property;
  object_class->finalize = tdm_motives_row_finalize;
  motives_spec = g_param_spec_string ("motives", NULL, NULL, NULL,
                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, motives_spec);
}

static void
tdm_motives_row_init (TdmMotivesRow *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3, "margin-top", 9,
                                 "margin-bottom", 9, "margin-start", 12, "margin-end", 12, NULL);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (title, "caption");
  g_object_bind_property (self, "title", title, "label", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), title);
  for (TdmMotive motive = 0; motive < N_MOTIVES; motive++)
    {
      GtkWidget *label = gtk_label_new (tdm_code_get_title (tdm_motive_get_type (), motive));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      self->checks[motive] = GTK_CHECK_BUTTON (gtk_check_button_new ());
      gtk_check_button_set_child (self->checks[motive], label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->checks[motive]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_text (GTK_LABEL (label)), -1);
      g_signal_connect_object (self->checks[motive], "toggled", G_CALLBACK (motives_row_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->checks[motive]));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}
