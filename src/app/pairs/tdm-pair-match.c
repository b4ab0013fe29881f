/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-match.h"

#include "app/common/tdm-label.h"
#include "method/tdm-common-ground.h"
#include "workspace/tdm-workspace.h"

/* What the two of a tandem give and get, what they have in common, and a hint where a first meeting without a topic
 * helps. */

struct _TdmPairMatch
{
  AdwBin parent_instance;

  TdmPair *pair;
  GSignalGroup *workspace_signals;

  GtkLabel *exchange;
  GtkLabel *interests;
  GtkWidget *hint;
  GtkLabel *hint_label;
};

G_DEFINE_FINAL_TYPE (TdmPairMatch, tdm_pair_match, ADW_TYPE_BIN)

/* Meetings and people are read apart, and either may be there already: half of them say what is not so. */
static gboolean
pair_match_is_loaded (TdmPairMatch *self, TdmWorkspace *workspace, TdmPerson *mentee, TdmPerson *mentor)
{
  return workspace && mentee && mentor && tdm_workspace_is_loaded (workspace, TDM_SCOPE_PAIR, self->pair) &&
         tdm_workspace_is_loaded (workspace, TDM_SCOPE_PERSON, mentee) &&
         tdm_workspace_is_loaded (workspace, TDM_SCOPE_PERSON, mentor);
}

/* Says nothing before all that belongs to the tandem and its people is there: to be called whenever some of it has
 * come. Changes show themselves. */
void
tdm_pair_match_show (TdmPairMatch *self)
{
  TdmPerson *mentee, *mentor;
  g_autoptr (TdmWorkspace) workspace = NULL;
  g_auto (TdmCommonGround) ground = { 0 };
  g_autofree char *exchange = NULL;
  g_autofree char *interests = NULL;
  g_autofree char *suggestion = NULL;

  g_return_if_fail (TDM_IS_PAIR_MATCH (self));

  mentee = self->pair ? tdm_pair_get_mentee (self->pair) : NULL;
  mentor = self->pair ? tdm_pair_get_mentor (self->pair) : NULL;
  workspace = g_signal_group_dup_target (self->workspace_signals);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (!pair_match_is_loaded (self, workspace, mentee, mentor))
    return;
  tdm_common_ground_find (&ground, mentee, mentor);
  exchange = tdm_common_ground_describe_exchange (&ground, mentee, mentor);
  interests = tdm_common_ground_describe_interests (&ground);
  suggestion = tdm_common_ground_suggest_first_meeting (self->pair);
  tdm_label_show_text (self->exchange, exchange);
  tdm_label_show_text (self->interests, interests);
  gtk_widget_set_visible (self->hint, suggestion != NULL);
  gtk_label_set_text (self->hint_label, suggestion ? suggestion : "");
  gtk_widget_set_visible (GTK_WIDGET (self), *exchange || *interests || suggestion);
}

static void
tdm_pair_match_dispose (GObject *object)
{
  TdmPairMatch *self = TDM_PAIR_MATCH (object);

  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->pair);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_PAIR_MATCH);
  G_OBJECT_CLASS (tdm_pair_match_parent_class)->dispose (object);
}

static void
tdm_pair_match_class_init (TdmPairMatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_pair_match_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/pairs/pair-match.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPairMatch, exchange);
  gtk_widget_class_bind_template_child (widget_class, TdmPairMatch, interests);
  gtk_widget_class_bind_template_child (widget_class, TdmPairMatch, hint);
  gtk_widget_class_bind_template_child (widget_class, TdmPairMatch, hint_label);
}

static void
tdm_pair_match_init (TdmPairMatch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Needs, offers, interests, people and meetings: all of them count. */
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "changed", G_CALLBACK (tdm_pair_match_show), self);
}

void
tdm_pair_match_set_pair (TdmPairMatch *self, TdmWorkspace *workspace, TdmPair *pair)
{
  g_return_if_fail (TDM_IS_PAIR_MATCH (self));

  g_signal_group_set_target (self->workspace_signals, workspace);
  g_set_object (&self->pair, pair);
  tdm_pair_match_show (self);
}
