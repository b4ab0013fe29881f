/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-selection-bar.h"

#include "app/common/tdm-text-button.h"
#include "app/common/tdm-wrap-layout.h"
#include "base/tdm-i18n.h"

/* The bar below a list of which several are selected: all or none of them, how many, what can be done with them, and
 * the end of it. Buttons say all they have to say: where there is no room for that, first the count is a figure alone,
 * and then the bar takes more lines. */

struct _TdmSelectionBar
{
  AdwBin parent_instance;

  GtkButton *all_button;
  GtkWidget *count;
  GtkLabel *words;
  GtkLabel *figure;
  AdwBin *actions;
  GtkButton *done_button;
};

G_DEFINE_FINAL_TYPE (TdmSelectionBar, tdm_selection_bar, ADW_TYPE_BIN)

typedef enum
{
  PROP_ALL_ACTION = 1,
  PROP_ACTIONS,
  PROP_DONE_ACTION,
  PROP_HAS_DONE,
  N_PROPS
} TdmSelectionBarProperty;

/* The count asks for the room of the figure, and takes what the buttons leave. */
static void
count_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
               int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural, NULL, NULL);
  *natural = *minimum;
}

static void
count_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (gtk_widget_get_first_child (widget), &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
tdm_selection_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmSelectionBar *self = TDM_SELECTION_BAR (object);

  switch ((TdmSelectionBarProperty) id)
    {
    case PROP_ALL_ACTION:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->all_button), g_value_get_string (value));
      break;
    case PROP_ACTIONS:
      adw_bin_set_child (self->actions, g_value_get_object (value));
      break;
    case PROP_DONE_ACTION:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->done_button), g_value_get_string (value));
      break;
    case PROP_HAS_DONE:
      gtk_widget_set_visible (GTK_WIDGET (self->done_button), g_value_get_boolean (value));
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_selection_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_SELECTION_BAR);
  G_OBJECT_CLASS (tdm_selection_bar_parent_class)->dispose (object);
}

static void
tdm_selection_bar_class_init (TdmSelectionBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_selection_bar_set_property;
  object_class->dispose = tdm_selection_bar_dispose;

  g_object_class_install_property (object_class, PROP_ALL_ACTION,
                                   g_param_spec_string ("all-action", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_ACTIONS,
                                   g_param_spec_object ("actions", NULL, NULL, GTK_TYPE_WIDGET, flags));
  g_object_class_install_property (object_class, PROP_DONE_ACTION,
                                   g_param_spec_string ("done-action", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_HAS_DONE,
                                   g_param_spec_boolean ("has-done", NULL, NULL, TRUE, flags));

  /* It looks like a GtkActionBar, which leaves one line to what is in it. */
  gtk_widget_class_set_css_name (widget_class, "actionbar");
  g_type_ensure (TDM_TYPE_TEXT_BUTTON);
  g_type_ensure (TDM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/common/selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmSelectionBar, all_button);
  gtk_widget_class_bind_template_child (widget_class, TdmSelectionBar, count);
  gtk_widget_class_bind_template_child (widget_class, TdmSelectionBar, words);
  gtk_widget_class_bind_template_child (widget_class, TdmSelectionBar, figure);
  gtk_widget_class_bind_template_child (widget_class, TdmSelectionBar, actions);
  gtk_widget_class_bind_template_child (widget_class, TdmSelectionBar, done_button);
}

static void
tdm_selection_bar_init (TdmSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->count, gtk_custom_layout_new (NULL, count_measure, count_allocate));
}

void
tdm_selection_bar_count (TdmSelectionBar *self, guint n_selected)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u selected", "%u selected", n_selected), n_selected);
  g_autofree char *figure = g_strdup_printf ("%u", n_selected);

  gtk_label_set_text (self->words, words);
  gtk_label_set_text (self->figure, figure);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->figure), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->figure), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
