/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-round-steps.h"

#include "app/common/tdm-css.h"
#include "app/common/tdm-label.h"
#include "app/words/tdm-round-words.h"
#include "base/tdm-i18n.h"

/* The states of a round as a line: which are over, which one is now, which ones come when. It goes along the page where
 * there is room for it, else down. */

#define N_STATES (TDM_ROUND_STATE_ARCHIVED + 1)

typedef struct
{
  GtkWidget *box;
  GtkWidget *steps[N_STATES];
  GtkImage *icons[N_STATES];
  GtkLabel *titles[N_STATES];
  GtkLabel *days[N_STATES];
} TdmStepLine;

struct _TdmRoundSteps
{
  GtkWidget parent_instance;

  TdmStepLine along;
  TdmStepLine down;
};

G_DEFINE_FINAL_TYPE (TdmRoundSteps, tdm_round_steps, GTK_TYPE_WIDGET)

static GtkWidget *
make_line (gboolean is_seen)
{
  return g_object_new (GTK_TYPE_SEPARATOR, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, "opacity", is_seen ? 1.0 : 0.0,
                       NULL);
}

static GtkLabel *
make_label (gboolean is_down, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", is_down ? 0.0 : 0.5, "justify",
                                   is_down ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_CENTER, NULL);

  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
step_line_add (TdmStepLine *self, gboolean is_down, TdmRoundState state)
{
  GtkOrientation across = is_down ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;
  GtkBox *step = GTK_BOX (gtk_box_new (across, is_down ? 12 : 3));
  GtkBox *words = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkBox *line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3));

  self->steps[state] = GTK_WIDGET (step);
  self->icons[state] = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->titles[state] = make_label (is_down, NULL);
  self->days[state] = make_label (is_down, "caption");
  gtk_label_set_text (self->titles[state], tdm_code_get_title (tdm_round_state_get_type (), state));
  if (!is_down)
    gtk_box_append (line, make_line (state > 0));
  gtk_box_append (line, GTK_WIDGET (self->icons[state]));
  if (!is_down)
    gtk_box_append (line, make_line (state + 1 < N_STATES));
  gtk_box_append (words, GTK_WIDGET (self->titles[state]));
  gtk_box_append (words, GTK_WIDGET (self->days[state]));
  gtk_box_append (step, GTK_WIDGET (line));
  gtk_box_append (step, GTK_WIDGET (words));
  gtk_widget_add_css_class (GTK_WIDGET (step), "step");
  gtk_widget_set_hexpand (GTK_WIDGET (step), TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (step));
}

static void
step_line_init (TdmStepLine *self, GtkWidget *parent, gboolean is_down)
{
  self->box = gtk_box_new (is_down ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, is_down ? 9 : 6);
  for (TdmRoundState state = 0; state < N_STATES; state++)
    step_line_add (self, is_down, state);
  gtk_widget_set_parent (self->box, parent);
}

static TdmStepLine *
round_steps_choose (TdmRoundSteps *self, int width)
{
  int least;

  gtk_widget_measure (self->along.box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return width >= least ? &self->along : &self->down;
}

static GtkSizeRequestMode
tdm_round_steps_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tdm_round_steps_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  TdmRoundSteps *self = TDM_ROUND_STEPS (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      TdmStepLine *line = round_steps_choose (self, for_size < 0 ? G_MAXINT : for_size);

      gtk_widget_measure (line->box, orientation, for_size, minimum, natural, NULL, NULL);
      return;
    }
  gtk_widget_measure (self->down.box, orientation, for_size, minimum, NULL, NULL, NULL);
  gtk_widget_measure (self->along.box, orientation, for_size, NULL, natural, NULL, NULL);
  *natural = MAX (*natural, *minimum);
}

static void
tdm_round_steps_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TdmRoundSteps *self = TDM_ROUND_STEPS (widget);
  TdmStepLine *line = round_steps_choose (self, width);

  gtk_widget_set_child_visible (self->along.box, line == &self->along);
  gtk_widget_set_child_visible (self->down.box, line == &self->down);
  gtk_widget_size_allocate (line->box, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
tdm_round_steps_dispose (GObject *object)
{
  TdmRoundSteps *self = TDM_ROUND_STEPS (object);

  g_clear_pointer (&self->along.box, gtk_widget_unparent);
  g_clear_pointer (&self->down.box, gtk_widget_unparent);
  G_OBJECT_CLASS (tdm_round_steps_parent_class)->dispose (object);
}

static void
tdm_round_steps_class_init (TdmRoundStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_round_steps_dispose;
  widget_class->get_request_mode = tdm_round_steps_get_request_mode;
  widget_class->measure = tdm_round_steps_measure;
  widget_class->size_allocate = tdm_round_steps_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tdm_round_steps_init (TdmRoundSteps *self)
{
  step_line_init (&self->along, GTK_WIDGET (self), FALSE);
  step_line_init (&self->down, GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Course of the round"), -1);
}

static void
step_line_show (TdmStepLine *self, TdmRound *round, TdmRoundState state)
{
  TdmRoundState now = tdm_round_get_state (round);
  g_autofree char *day = tdm_round_words_step (round, state);
  const char *format = state < now ? _ ("Over: %s") : state == now ? _ ("Now: %s") : _ ("Later: %s");
  g_autofree char *description = g_strdup_printf (format, tdm_code_get_title (tdm_round_state_get_type (), state));

  gtk_image_set_from_icon_name (self->icons[state], state < now    ? "object-select-symbolic"
                                                    : state == now ? "media-record-symbolic"
                                                                   : "content-loading-symbolic");
  tdm_label_show_text (self->days[state], day);
  tdm_css_set_class (self->steps[state], "over", state < now);
  tdm_css_set_class (self->steps[state], "now", state == now);
  tdm_css_set_class (self->steps[state], "later", state > now);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->titles[state]), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

/* What was skipped is over, too. */
void
tdm_round_steps_show (TdmRoundSteps *self, TdmRound *round)
{
  for (TdmRoundState state = 0; state < N_STATES; state++)
    {
      step_line_show (&self->along, round, state);
      step_line_show (&self->down, round, state);
    }
}
