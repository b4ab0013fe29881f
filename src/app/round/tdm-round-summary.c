/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-round-summary.h"

#include "app/common/tdm-label.h"
#include "app/round/tdm-round-steps.h"
#include "app/words/tdm-round-words.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-round-edits.h"

/* What there is to know of a round: when, how far it is, what it asks, its rules. One button brings it into its next
 * state, or back into the one before it was archived, its menu into any other. */

struct _TdmRoundSummary
{
  AdwBin parent_instance;

  GSignalGroup *round_signals;

  GtkLabel *title;
  GtkLabel *facts;
  GtkWidget *state_button;
  GtkLabel *next_label;
  GMenu *states;
  TdmRoundSteps *steps;
  GtkWidget *question_row;
  GtkLabel *question;
  GtkWidget *note_row;
  GtkLabel *note;
  GtkLabel *rules;
};

G_DEFINE_FINAL_TYPE (TdmRoundSummary, tdm_round_summary, ADW_TYPE_BIN)

/* All others than the next one, the next of which comes first */
static void
round_summary_fill_states (TdmRoundSummary *self, TdmRoundState now, TdmRoundState next)
{
  g_menu_remove_all (self->states);
  for (TdmRoundState state = 0; state <= TDM_ROUND_STATE_ARCHIVED; state++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (state == now || state == next)
        continue;
      item = g_menu_item_new (tdm_round_words_begin (state), NULL);
      g_menu_item_set_action_and_target (item, "round.set-state", "i", (int) state);
      g_menu_append_item (self->states, item);
    }
}

static void
round_summary_update_cb (TdmRoundSummary *self)
{
  g_autoptr (TdmRound) round = g_signal_group_dup_target (self->round_signals);
  g_autofree char *facts = NULL, *rules = NULL;
  TdmRoundState now, next;
  const char *question, *note, *begin;

  if (!round)
    return;
  facts = tdm_round_words_facts (round);
  rules = tdm_round_words_rules (round);
  question = tdm_record_get_text (TDM_RECORD (round), TDM_ROUND_QUESTION);
  note = tdm_record_get_text (TDM_RECORD (round), TDM_ROUND_NOTE);
  now = tdm_round_get_state (round);
  next = now == TDM_ROUND_STATE_ARCHIVED ? tdm_round_edits_find_state_before (round) : now + 1;
  gtk_label_set_text (self->title, tdm_round_get_title (round));
  gtk_label_set_text (self->facts, facts);
  gtk_label_set_text (self->rules, rules);
  tdm_label_show_text (self->question, question);
  tdm_label_show_text (self->note, note);
  gtk_widget_set_visible (self->question_row, *question != '\0');
  gtk_widget_set_visible (self->note_row, *note != '\0');
  begin = now == TDM_ROUND_STATE_ARCHIVED ? _ ("Take Up Again") : tdm_round_words_begin (next);
  gtk_label_set_text (self->next_label, begin);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state_button), GTK_ACCESSIBLE_PROPERTY_LABEL, begin, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->state_button), "i", (int) next);
  round_summary_fill_states (self, now, next);
  tdm_round_steps_show (self->steps, round);
}

static void
tdm_round_summary_dispose (GObject *object)
{
  TdmRoundSummary *self = TDM_ROUND_SUMMARY (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_ROUND_SUMMARY);
  g_clear_object (&self->round_signals);
  G_OBJECT_CLASS (tdm_round_summary_parent_class)->dispose (object);
}

static void
tdm_round_summary_class_init (TdmRoundSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_round_summary_dispose;

  g_type_ensure (TDM_TYPE_ROUND_STEPS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/round/round-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmRoundSummary, title);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundSummary, facts);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundSummary, state_button);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundSummary, next_label);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundSummary, states);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundSummary, steps);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundSummary, question_row);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundSummary, question);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundSummary, note_row);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundSummary, note);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundSummary, rules);
}

static void
tdm_round_summary_init (TdmRoundSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->round_signals = g_signal_group_new (TDM_TYPE_ROUND);
  g_signal_group_connect_swapped (self->round_signals, "notify", G_CALLBACK (round_summary_update_cb), self);
}

void
tdm_round_summary_set_round (TdmRoundSummary *self, TdmRound *round)
{
  g_signal_group_set_target (self->round_signals, round);
  round_summary_update_cb (self);
}

/* For a new day */
void
tdm_round_summary_refresh (TdmRoundSummary *self)
{
  round_summary_update_cb (self);
}
