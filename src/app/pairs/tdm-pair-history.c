/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-history.h"

#include "app/common/tdm-format.h"
#include "app/common/tdm-plain-row.h"
#include "app/common/tdm-template.h"
#include "app/pairs/tdm-event-dialog.h"
#include "app/words/tdm-pair-words.h"
#include "model/tdm-pair-event.h"
#include "workspace/tdm-workspace.h"

/* What has happened to a tandem, on its page. */

struct _TdmPairHistory
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TdmPairHistory, tdm_pair_history, ADW_TYPE_BIN)

/* What is set right in the history changes where it stands. */
static void
event_row_show_cb (AdwActionRow *row, GParamSpec *spec, TdmRecord *event)
{
  g_autofree char *day = tdm_format_day (tdm_record_get_text (event, TDM_PAIR_EVENT_HAPPENED_ON));
  g_autofree char *title = tdm_pair_words_event (event);
  g_autofree char *subtitle = tdm_pair_words_event_detail (event);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "day"), day);
}

static GtkWidget *
pair_history_make_row_cb (gpointer event, gpointer data)
{
  AdwActionRow *row = tdm_plain_row_new ("", "");
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  adw_action_row_add_suffix (row, label);
  g_object_set_data (G_OBJECT (row), "day", label);
  g_object_set_data_full (G_OBJECT (row), "event", g_object_ref (event), g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row),
                                    !tdm_workspace_is_read_only (TDM_PAIR_HISTORY (data)->workspace));
  g_signal_connect_object (event, "notify", G_CALLBACK (event_row_show_cb), row, G_CONNECT_SWAPPED);
  event_row_show_cb (row, NULL, event);
  return GTK_WIDGET (row);
}

static void
row_activated_cb (TdmPairHistory *self, GtkListBoxRow *row)
{
  if (!tdm_workspace_is_read_only (self->workspace))
    tdm_event_dialog_present (GTK_WIDGET (row), self->workspace, g_object_get_data (G_OBJECT (row), "event"));
}

static void
tdm_pair_history_dispose (GObject *object)
{
  g_clear_object (&TDM_PAIR_HISTORY (object)->workspace);
  tdm_template_dispose (object);
}

static void
tdm_pair_history_class_init (TdmPairHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_pair_history_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/pairs/pair-history.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPairHistory, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tdm_pair_history_init (TdmPairHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Its rows are made anew each time.
 * @pair: NULL for none */
void
tdm_pair_history_set_pair (TdmPairHistory *self, TdmWorkspace *workspace, TdmPair *pair)
{
  g_return_if_fail (TDM_IS_PAIR_HISTORY (self));

  g_set_object (&self->workspace, workspace);
  gtk_list_box_bind_model (self->list, pair ? tdm_pair_get_events (pair) : NULL, pair_history_make_row_cb, self, NULL);
}
