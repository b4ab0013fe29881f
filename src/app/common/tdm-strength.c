/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-strength.h"

#include "app/common/tdm-css.h"
#include "base/tdm-i18n.h"

/* How much of three, as marks that are full or empty. A click on a mark asks for so many. The row around it has the
 * focus, and the keys. */

struct _TdmStrength
{
  AdwBin parent_instance;

  GtkWidget *marks[TDM_STRENGTH_MOST];
  int strength;
};

G_DEFINE_FINAL_TYPE (TdmStrength, tdm_strength, ADW_TYPE_BIN)

typedef enum
{
  PROP_STRENGTH = 1,
  N_PROPS
} TdmStrengthProperty;

static GParamSpec *specs[N_PROPS];
static guint chosen_signal;

char *
tdm_strength_describe (int strength)
{
  /* Translators: how much somebody needs or can pass on; the second number is always 3 */
  return g_strdup_printf (_ ("Strength %d of %d"), strength, TDM_STRENGTH_MOST);
}

static void
strength_clicked_cb (TdmStrength *self, GtkWidget *button)
{
  for (int i = 0; i < TDM_STRENGTH_MOST; i++)
    if (self->marks[i] == button && self->strength != i + 1)
      g_signal_emit (self, chosen_signal, 0, i + 1);
}

static void
tdm_strength_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmStrength *self = TDM_STRENGTH (object);
  g_autofree char *words = NULL;

  self->strength = g_value_get_int (value);
  words = tdm_strength_describe (self->strength);
  for (int i = 0; i < TDM_STRENGTH_MOST; i++)
    tdm_css_set_class (self->marks[i], "full", i < self->strength);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
tdm_strength_class_init (TdmStrengthClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tdm_strength_set_property;
  specs[PROP_STRENGTH] = g_param_spec_int ("strength", NULL, NULL, 0, TDM_STRENGTH_MOST, 0,
                                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, specs);
  chosen_signal = g_signal_new ("chosen", TDM_TYPE_STRENGTH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "strength");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tdm_strength_init (TdmStrength *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (int i = 0; i < TDM_STRENGTH_MOST; i++)
    {
      g_autofree char *words = tdm_strength_describe (i + 1);
      GtkWidget *disc =
        g_object_new (GTK_TYPE_BOX, "css-name", "disc", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "halign",
                      GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER, NULL);

      self->marks[i] = g_object_new (GTK_TYPE_BUTTON, "child", disc, "focusable", FALSE, "tooltip-text", words, NULL);
      gtk_widget_add_css_class (self->marks[i], "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->marks[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      g_signal_connect_object (self->marks[i], "clicked", G_CALLBACK (strength_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), self->marks[i]);
    }
  adw_bin_set_child (ADW_BIN (self), box);
}
