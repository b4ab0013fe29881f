/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-motives-box.h"

#include "base/tdm-compat.h"
#include "model/tdm-motives.h"

/* Why a person takes part: motives are usually mixed, so each has a check mark. Those that were set or taken away count
 * at once for the next one, whatever the record has by then. */

#define N_MOTIVES (TDM_MOTIVE_GIVEBACK + 1)

struct _TdmMotivesBox
{
  GtkBox parent_instance;

  GtkCheckButton *checks[N_MOTIVES];
  char *motives;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (TdmMotivesBox, tdm_motives_box, GTK_TYPE_BOX)

static GParamSpec *motives_spec;

static void
tdm_motives_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_string (value, TDM_MOTIVES_BOX (object)->motives);
}

static void
tdm_motives_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmMotivesBox *self = TDM_MOTIVES_BOX (object);
  const char *motives = g_value_get_string (value) ? g_value_get_string (value) : "";

  if (!tdm_set_str (&self->motives, motives))
    return;
  self->is_filling = TRUE;
  for (TdmMotive motive = 0; motive < N_MOTIVES; motive++)
    gtk_check_button_set_active (self->checks[motive], tdm_motives_have (self->motives, motive));
  self->is_filling = FALSE;
  g_object_notify_by_pspec (object, motives_spec);
}

static void
motives_box_toggled_cb (TdmMotivesBox *self)
{
  if (self->is_filling)
    return;
  for (TdmMotive motive = 0; motive < N_MOTIVES; motive++)
    {
      g_autofree char *before = g_steal_pointer (&self->motives);

      self->motives = tdm_motives_set (before, motive, gtk_check_button_get_active (self->checks[motive]));
    }
  g_object_notify_by_pspec (G_OBJECT (self), motives_spec);
}

static void
tdm_motives_box_finalize (GObject *object)
{
  g_free (TDM_MOTIVES_BOX (object)->motives);
  G_OBJECT_CLASS (tdm_motives_box_parent_class)->finalize (object);
}

static void
tdm_motives_box_class_init (TdmMotivesBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tdm_motives_box_get_property;
  object_class->set_property = tdm_motives_box_set_property;
  object_class->finalize = tdm_motives_box_finalize;
  /* As the record has them, see tdm_motives_set() */
  motives_spec = g_param_spec_string ("motives", NULL, NULL, "",
                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, motives_spec);
}

static void
tdm_motives_box_init (TdmMotivesBox *self)
{
  self->motives = g_strdup ("");
  for (TdmMotive motive = 0; motive < N_MOTIVES; motive++)
    {
      const char *title = tdm_code_get_title (tdm_motive_get_type (), motive);
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                       "xalign", 0.0, NULL);
      GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "child", label, NULL);

      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      self->checks[motive] = GTK_CHECK_BUTTON (check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (motives_box_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), check);
    }
}
