/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-round-switcher.h"

#include "app/words/tdm-round-words.h"
#include "base/tdm-i18n.h"

/* Which round the window shows. It shows one whenever there is any: one that is removed makes way for another, and one
 * that comes is shown at once. */

struct _TdmRoundSwitcher
{
  AdwBin parent_instance;

  GListModel *rounds;
  TdmRound *round;
  GHashTable *known; /* rounds */
  GSignalGroup *rounds_signals;
  GSignalGroup *round_signals;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkLabel *title;
  GtkLabel *state;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TdmRoundSwitcher, tdm_round_switcher, ADW_TYPE_BIN)

static GParamSpec *round_spec;

static void
round_switcher_update_cb (TdmRoundSwitcher *self)
{
  const char *title = self->round ? tdm_round_get_title (self->round) : _ ("No Round Yet");
  const char *state = self->round ? tdm_round_words_state (self->round) : "";
  /* Translators: what a screen reader says of the button that chooses a round: its title and its state */
  g_autofree char *description = g_strdup_printf (_ ("Round: %s, %s"), title, state);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->state, state);
  gtk_widget_set_visible (GTK_WIDGET (self->state), self->round != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->round ? description : title, -1);
}

static void
round_switcher_choose (TdmRoundSwitcher *self, TdmRound *round)
{
  if (!g_set_object (&self->round, round))
    return;
  g_signal_group_set_target (self->round_signals, round);
  round_switcher_update_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), round_spec);
}

/* --- which one is chosen ------------------------------------------------------------- */

/* Returns: (transfer full): by number, for the list of the file is in the order in which they came */
static GListModel *
rounds_sort (GListModel *rounds)
{
  GtkExpression *number = gtk_property_expression_new (TDM_TYPE_ROUND, NULL, "number");

  return G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (rounds), GTK_SORTER (gtk_numeric_sorter_new (number))));
}

/* The round that needs the coordinator most: one that is running, else the latest that is not archived. */
static TdmRound *
rounds_find_first (GListModel *unsorted)
{
  g_autoptr (GListModel) rounds = rounds_sort (unsorted);
  TdmRound *best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (TdmRound) round = g_list_model_get_item (rounds, i);
      TdmRoundState state = tdm_round_get_state (round);

      if (!best || state == TDM_ROUND_STATE_RUNNING ||
          (state != TDM_ROUND_STATE_ARCHIVED && tdm_round_get_state (best) != TDM_ROUND_STATE_RUNNING) ||
          tdm_round_get_state (best) == TDM_ROUND_STATE_ARCHIVED)
        best = round;
    }
  return best;
}

/* A round that only got another number goes and comes, too; it is known. */
static void
round_switcher_rounds_changed_cb (TdmRoundSwitcher *self)
{
  g_autoptr (GHashTable) there = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  TdmRound *new = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (self->rounds); i++)
    {
      TdmRound *round = g_list_model_get_item (self->rounds, i);

      if (!g_hash_table_contains (self->known, round))
        new = round;
      g_hash_table_add (there, round);
    }
  if (g_hash_table_size (self->known) == 0)
    new = rounds_find_first (self->rounds);
  g_hash_table_unref (self->known);
  self->known = g_steal_pointer (&there);
  if (new)
    round_switcher_choose (self, new);
  else if (!self->round || !g_hash_table_contains (self->known, self->round))
    round_switcher_choose (self, rounds_find_first (self->rounds));
}

/* --- the list ------------------------------------------------------------------------- */

static void
round_switcher_add_row (TdmRoundSwitcher *self, TdmRound *round)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/tandemapp/Tandem/ui/round/round-item.ui");
  GtkListBoxRow *row = GTK_LIST_BOX_ROW (gtk_builder_get_object (builder, "row"));
  g_autofree char *description = g_strdup_printf (_ ("Round: %s, %s"), tdm_round_get_title (round),
                                                  tdm_round_words_state (round));

  gtk_label_set_text (GTK_LABEL (gtk_builder_get_object (builder, "title")), tdm_round_get_title (round));
  gtk_label_set_text (GTK_LABEL (gtk_builder_get_object (builder, "state")), tdm_round_words_state (round));
  gtk_widget_set_opacity (GTK_WIDGET (gtk_builder_get_object (builder, "check")), round == self->round ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  g_object_set_data_full (G_OBJECT (row), "round", g_object_ref (round), g_object_unref);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
  if (round == self->round)
    gtk_list_box_select_row (self->list, row);
}

/* Archived rounds come last. */
static void
show_cb (TdmRoundSwitcher *self)
{
  g_autoptr (GListModel) rounds = self->rounds ? rounds_sort (self->rounds) : NULL;
  guint n_rounds = rounds ? g_list_model_get_n_items (rounds) : 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
  for (guint archived = 0; archived < 2; archived++)
    for (guint i = 0; i < n_rounds; i++)
      {
        g_autoptr (TdmRound) round = g_list_model_get_item (rounds, i);

        if ((tdm_round_get_state (round) == TDM_ROUND_STATE_ARCHIVED) == archived)
          round_switcher_add_row (self, round);
      }
}

static void
row_activated_cb (TdmRoundSwitcher *self, GtkListBoxRow *row)
{
  gtk_popover_popdown (self->popover);
  round_switcher_choose (self, g_object_get_data (G_OBJECT (row), "round"));
}

static void
button_clicked_cb (TdmRoundSwitcher *self)
{
  gtk_popover_popdown (self->popover);
}

/* --- object --------------------------------------------------------------------------- */

static void
tdm_round_switcher_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_object (value, TDM_ROUND_SWITCHER (object)->round);
}

static void
tdm_round_switcher_dispose (GObject *object)
{
  TdmRoundSwitcher *self = TDM_ROUND_SWITCHER (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_ROUND_SWITCHER);
  g_clear_object (&self->rounds_signals);
  g_clear_object (&self->round_signals);
  g_clear_object (&self->rounds);
  g_clear_object (&self->round);
  g_clear_pointer (&self->known, g_hash_table_unref);
  G_OBJECT_CLASS (tdm_round_switcher_parent_class)->dispose (object);
}

static void
tdm_round_switcher_class_init (TdmRoundSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tdm_round_switcher_get_property;
  object_class->dispose = tdm_round_switcher_dispose;
  round_spec = g_param_spec_object ("round", NULL, NULL, TDM_TYPE_ROUND, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, round_spec);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/round/round-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmRoundSwitcher, button);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundSwitcher, popover);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundSwitcher, title);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundSwitcher, state);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundSwitcher, list);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
}

static void
tdm_round_switcher_init (TdmRoundSwitcher *self)
{
  self->known = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->rounds_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->rounds_signals, "items-changed", G_CALLBACK (round_switcher_rounds_changed_cb),
                                  self);
  self->round_signals = g_signal_group_new (TDM_TYPE_ROUND);
  g_signal_group_connect_swapped (self->round_signals, "notify", G_CALLBACK (round_switcher_update_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  round_switcher_update_cb (self);
}

/* Those of another file; the round that is shown is one of these, if there is any. */
void
tdm_round_switcher_set_rounds (TdmRoundSwitcher *self, GListModel *rounds)
{
  g_set_object (&self->rounds, rounds);
  g_hash_table_remove_all (self->known);
  g_signal_group_set_target (self->rounds_signals, rounds);
  round_switcher_rounds_changed_cb (self);
}

TdmRound *
tdm_round_switcher_get_round (TdmRoundSwitcher *self)
{
  return self->round;
}
