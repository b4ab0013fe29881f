/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-problem-row.h"

#include "app/common/tdm-in-view.h"
#include "base/tdm-compat.h"

/* A row below another one that says what is wrong with it, or gives a hint. Without text there is no row. */

struct _TdmProblemRow
{
  AdwPreferencesRow parent_instance;

  char *text;

  GtkImage *icon;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (TdmProblemRow, tdm_problem_row, ADW_TYPE_PREFERENCES_ROW)

typedef enum
{
  PROP_TEXT = 1,
  PROP_IS_HINT,
  N_PROPS
} TdmProblemRowProperty;

static GParamSpec *specs[N_PROPS];

static void
problem_row_set_is_hint (TdmProblemRow *self, gboolean is_hint)
{
  gtk_image_set_from_icon_name (self->icon, is_hint ? "dialog-information-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self), is_hint ? "error" : "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self), is_hint ? "dim-label" : "error");
}

static void
tdm_problem_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmProblemRow *self = TDM_PROBLEM_ROW (object);

  if ((TdmProblemRowProperty) id == PROP_TEXT)
    tdm_problem_row_set_text (self, g_value_get_string (value));
  else
    problem_row_set_is_hint (self, g_value_get_boolean (value));
}

/* A GtkListBox ends the way through its rows at one that takes no focus: the next one that does gets it from here. */
static gboolean
tdm_problem_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;

  do
    widget = is_back ? gtk_widget_get_prev_sibling (widget) : gtk_widget_get_next_sibling (widget);
  while (widget && !gtk_widget_child_focus (widget, direction));
  return widget != NULL;
}

static void
tdm_problem_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_PROBLEM_ROW);
  g_clear_pointer (&TDM_PROBLEM_ROW (object)->text, g_free);
  G_OBJECT_CLASS (tdm_problem_row_parent_class)->dispose (object);
}

static void
tdm_problem_row_class_init (TdmProblemRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_problem_row_set_property;
  object_class->dispose = tdm_problem_row_dispose;
  widget_class->focus = tdm_problem_row_focus;

  specs[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  specs[PROP_IS_HINT] = g_param_spec_boolean ("is-hint", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/common/problem-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmProblemRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TdmProblemRow, label);
}

static void
tdm_problem_row_init (TdmProblemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  problem_row_set_is_hint (self, FALSE);
}

/* NULL or "" hides the row. */
void
tdm_problem_row_set_text (TdmProblemRow *self, const char *text)
{
  if (!tdm_set_str (&self->text, text && *text ? text : NULL))
    return;

  gtk_label_set_text (self->label, self->text ? self->text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), self->text != NULL);
}

/* Says what is wrong with a row, by colour, in words and to a screen reader; NULL takes all that back. */
void
tdm_problem_row_explain (TdmProblemRow *self, GtkWidget *row, const char *problem)
{
  /* Of the row in which somebody is: why nothing can be saved may stand just below what is to be seen. */
  if (problem && !self->text)
    tdm_in_view_keep (GTK_WIDGET (self), row);
  tdm_problem_row_set_text (self, problem);
  if (problem)
    {
      gtk_widget_add_css_class (row, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->label, NULL,
                                      -1);
      return;
    }
  gtk_widget_remove_css_class (row, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}
