/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-table.h"

#include "app/common/tdm-format.h"
#include "app/common/tdm-pair-order.h"
#include "app/common/tdm-template.h"
#include "app/words/tdm-pair-words.h"
#include "model/tdm-topic.h"

/* Tandems in rows and columns. */

struct _TdmPairTable
{
  AdwBin parent_instance;

  GtkColumnView *table;
  GtkColumnViewColumn *mentee_column;
  GtkColumnViewColumn *mentor_column;
  GtkColumnViewColumn *state_column;
};

G_DEFINE_FINAL_TYPE (TdmPairTable, tdm_pair_table, ADW_TYPE_BIN)

static guint activate_signal;

/* Cell formatters, called from the list item templates. */
char *tdm_pair_cell_next (GtkListItem *item, gint64 next_start, const char *next_zone);
char *tdm_pair_cell_state (GtkListItem *item, TdmPairState state, const char *mentee_asked_on,
                           const char *mentor_asked_on, const char *mentor_agreed_on, const char *started_on,
                           const char *ended_on);
char *tdm_pair_cell_progress (GtkListItem *item, guint done, guint total);
gboolean tdm_pair_cell_has_topic (GtkListItem *item, TdmTopic *topic);

char *
tdm_pair_cell_next (GtkListItem *item, gint64 next_start, const char *next_zone)
{
  return next_start == 0 ? g_strdup ("–") : tdm_format_meeting (next_start, next_zone ? next_zone : "");
}

/* The days are what the words say: the cell is told when one of them changes. */
char *
tdm_pair_cell_state (GtkListItem *item, TdmPairState state, const char *mentee_asked_on, const char *mentor_asked_on,
                     const char *mentor_agreed_on, const char *started_on, const char *ended_on)
{
  TdmPair *pair = gtk_list_item_get_item (item);

  return pair ? tdm_pair_words_standing (pair) : g_strdup ("");
}

char *
tdm_pair_cell_progress (GtkListItem *item, guint done, guint total)
{
  return total == 0 ? g_strdup ("–") : g_strdup_printf ("%u/%u", done, total);
}

gboolean
tdm_pair_cell_has_topic (GtkListItem *item, TdmTopic *topic)
{
  return topic != NULL;
}

static void
activate_cb (TdmPairTable *self, guint position)
{
  g_signal_emit (self, activate_signal, 0, position);
}

static void
column_set_order (GtkColumnViewColumn *column, TdmPairOrder order)
{
  g_autoptr (GtkSorter) sorter = tdm_pair_order_make_sorter (order);

  gtk_column_view_column_set_sorter (column, sorter);
}

static void
tdm_pair_table_class_init (TdmPairTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_template_dispose;
  activate_signal = g_signal_new ("activate", TDM_TYPE_PAIR_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/pairs/pair-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPairTable, table);
  gtk_widget_class_bind_template_child (widget_class, TdmPairTable, mentee_column);
  gtk_widget_class_bind_template_child (widget_class, TdmPairTable, mentor_column);
  gtk_widget_class_bind_template_child (widget_class, TdmPairTable, state_column);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
tdm_pair_table_init (TdmPairTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  column_set_order (self->mentee_column, TDM_PAIR_ORDER_MENTEE);
  column_set_order (self->mentor_column, TDM_PAIR_ORDER_MENTOR);
}

/* What people choose with a click on the head of a column */
GtkSorter *
tdm_pair_table_get_sorter (TdmPairTable *self)
{
  return gtk_column_view_get_sorter (self->table);
}

/* Where a click does not open a tandem, it selects one. */
void
tdm_pair_table_show (TdmPairTable *self, GtkSelectionModel *pairs, gboolean click_opens)
{
  gtk_column_view_set_single_click_activate (self->table, click_opens);
  gtk_column_view_set_model (self->table, pairs);
}

void
tdm_pair_table_say_roles (TdmPairTable *self, TdmProgramme *programme)
{
  gtk_column_view_column_set_title (self->mentee_column, tdm_role_words_get (programme, TDM_ROLE_MENTEE));
  gtk_column_view_column_set_title (self->mentor_column, tdm_role_words_get (programme, TDM_ROLE_MENTOR));
  /* Who was asked stands in its cells, which are not told: they are made anew. */
  gtk_column_view_column_set_visible (self->state_column, FALSE);
  gtk_column_view_column_set_visible (self->state_column, TRUE);
}
