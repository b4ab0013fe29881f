/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-terms.h"

#include "app/common/tdm-choices.h"
#include "app/common/tdm-date-row.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-topic-row.h"
#include "app/words/tdm-pair-words.h"
#include "base/tdm-clock.h"
#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-pair-edits.h"
#include "workspace/tdm-workspace.h"

/* What a tandem is about, for whom and for how long. Every row is kept as soon as it is changed. */

struct _TdmPairTerms
{
  AdwPreferencesGroup parent_instance;

  TdmWorkspace *workspace;
  TdmPair *pair;
  GSignalGroup *pair_signals;
  GSignalGroup *topic_signals;
  GSignalGroup *workspace_signals;
  char *shown_topic; /* what the row said before a person typed */
  gboolean is_filling;
  guint n_constellations;

  TdmTopicRow *topic_row;
  AdwComboRow *constellation_row;
  TdmDateRow *since_row;
  TdmDateRow *start_row;
  TdmDateRow *end_row;
};

G_DEFINE_FINAL_TYPE (TdmPairTerms, tdm_pair_terms, ADW_TYPE_PREFERENCES_GROUP)

static void
pair_terms_show_day (TdmPairTerms *self, TdmDateRow *row, TdmPairField field, gboolean is_changeable)
{
  tdm_date_row_set_date (row, tdm_record_get_text (TDM_RECORD (self->pair), field));
  gtk_widget_set_sensitive (GTK_WIDGET (row), is_changeable);
}

/* The row takes every text for one that is being typed, and offers to apply it. */
static void
pair_terms_take_as_applied (TdmPairTerms *self)
{
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->topic_row), FALSE);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->topic_row), TRUE);
}

static TdmConstellation
pair_terms_get_constellation (TdmPairTerms *self)
{
  return tdm_record_get_integer (TDM_RECORD (self->pair), TDM_PAIR_CONSTELLATION);
}

/* A new tandem has no goals, and what its record says is not so before anyone has put it down. */
static gboolean
pair_terms_was_constellation_chosen (TdmPairTerms *self)
{
  return pair_terms_get_constellation (self) != TDM_CONSTELLATION_ONE_SIDED ||
         *tdm_record_get_text (TDM_RECORD (self->pair), TDM_PAIR_CONSTELLATION_SINCE) != '\0';
}

/* Newer versions of AdwComboRow have one chosen whenever there is any: that it is not known is a choice as long as it
 * is so, the last one. */
static void
pair_terms_show_constellation (TdmPairTerms *self)
{
  GtkStringList *titles = GTK_STRING_LIST (adw_combo_row_get_model (self->constellation_row));
  guint n_titles = g_list_model_get_n_items (G_LIST_MODEL (titles));
  gboolean was_chosen = pair_terms_was_constellation_chosen (self);
  gboolean is_known = was_chosen || tdm_pair_words_is_one_sided (self->pair);

  if (!is_known && n_titles == self->n_constellations)
    gtk_string_list_append (titles, _ ("Not given"));
  adw_combo_row_set_selected (self->constellation_row,
                              is_known ? (guint) pair_terms_get_constellation (self) : self->n_constellations);
  if (is_known && n_titles > self->n_constellations)
    gtk_string_list_remove (titles, self->n_constellations);
  /* What stands there by itself has a reason. */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->constellation_row),
                               is_known && !was_chosen ? _ ("According to the goals above") : "");
}

static void
pair_terms_show (TdmPairTerms *self)
{
  TdmTopic *topic = tdm_pair_get_topic (self->pair);
  const char *title = topic ? tdm_topic_get_title (topic) : "";
  gboolean is_writable = !tdm_workspace_is_read_only (self->workspace);
  /* One that was confirmed and then given up has never begun. */
  gboolean has_begun = *tdm_record_get_text (TDM_RECORD (self->pair), TDM_PAIR_STARTED_ON) != '\0';
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->topic_row));

  g_signal_group_set_target (self->topic_signals, topic);
  self->is_filling = TRUE;
  /* What was typed and not applied yet stays, whatever else of the tandem changes. */
  if (!self->shown_topic || g_str_equal (text, self->shown_topic))
    {
      tdm_set_str (&self->shown_topic, title);
      if (!g_str_equal (text, title))
        gtk_editable_set_text (GTK_EDITABLE (self->topic_row), title);
      pair_terms_take_as_applied (self);
    }
  pair_terms_show_constellation (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->topic_row), is_writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->constellation_row), is_writable);
  pair_terms_show_day (self, self->since_row, TDM_PAIR_CONSTELLATION_SINCE, is_writable);
  pair_terms_show_day (self, self->start_row, TDM_PAIR_STARTED_ON, is_writable && has_begun);
  pair_terms_show_day (self, self->end_row, TDM_PAIR_PLANNED_END, is_writable && !tdm_pair_is_over (self->pair));
  gtk_widget_set_visible (GTK_WIDGET (self->start_row), has_begun);
  self->is_filling = FALSE;
}

/* What could not be kept is shown as it is. */
static void
pair_terms_changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmPairTerms) self = data;

  tdm_feedback_quiet_cb (source, result, tdm_feedback_target (self));
  if (self->pair && tdm_workspace_is_open (self->workspace))
    pair_terms_show (self);
}

static void
pair_terms_commit (TdmPairTerms *self, TdmEdit *taken_edit)
{
  tdm_workspace_commit_async (self->workspace, taken_edit, pair_terms_changed_cb, g_object_ref (self));
}

/* Chosen, or typed and applied, also to have none any more */
static void
topic_applied_cb (TdmPairTerms *self)
{
  TdmTopic *topic = self->pair ? tdm_pair_get_topic (self->pair) : NULL;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->topic_row));

  if (!self->pair)
    return;
  /* From here on it is no longer what is being typed: the row says what becomes of it. */
  tdm_set_str (&self->shown_topic, text);
  pair_terms_take_as_applied (self);
  if (g_strcmp0 (text, topic ? tdm_topic_get_title (topic) : "") != 0)
    pair_terms_commit (self, tdm_pair_edits_set_topic (self->pair, tdm_workspace_get_topics (self->workspace),
                                                       text));
}

static void
constellation_selected_cb (TdmPairTerms *self)
{
  guint constellation = adw_combo_row_get_selected (self->constellation_row);
  g_autofree char *today = tdm_clock_today ();

  if (self->pair && !self->is_filling && constellation < self->n_constellations)
    pair_terms_commit (self, tdm_pair_edits_set_constellation (self->pair, constellation, today));
}

static void
day_changed_cb (TdmPairTerms *self, GParamSpec *spec, TdmDateRow *row)
{
  const char *day = tdm_date_row_get_date (row);

  if (!self->pair || self->is_filling)
    return;
  if (row == self->since_row)
    pair_terms_commit (self, tdm_pair_edits_set_constellation (self->pair, pair_terms_get_constellation (self), day));
  else
    pair_terms_commit (self, tdm_pair_edits_set_days (self->pair, row == self->start_row ? day : NULL,
                                                      row == self->start_row ? NULL : day ? day : ""));
}

static void
tdm_pair_terms_dispose (GObject *object)
{
  TdmPairTerms *self = TDM_PAIR_TERMS (object);

  tdm_pair_terms_set_pair (self, NULL, NULL);
  g_clear_object (&self->pair_signals);
  g_clear_object (&self->topic_signals);
  g_clear_object (&self->workspace_signals);
  g_clear_pointer (&self->shown_topic, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_PAIR_TERMS);
  G_OBJECT_CLASS (tdm_pair_terms_parent_class)->dispose (object);
}

static void
tdm_pair_terms_class_init (TdmPairTermsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_pair_terms_dispose;

  g_type_ensure (TDM_TYPE_DATE_ROW);
  g_type_ensure (TDM_TYPE_TOPIC_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/pairs/pair-terms.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPairTerms, topic_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPairTerms, constellation_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPairTerms, since_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPairTerms, start_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPairTerms, end_row);
  gtk_widget_class_bind_template_callback (widget_class, topic_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, constellation_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
}

static void
tdm_pair_terms_init (TdmPairTerms *self)
{
  g_autoptr (GtkStringList) titles = tdm_choices_of_codes (NULL, tdm_constellation_get_type (), NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_choices_widen (self->constellation_row);
  self->n_constellations = g_list_model_get_n_items (G_LIST_MODEL (titles));
  adw_combo_row_set_model (self->constellation_row, G_LIST_MODEL (titles));
  self->pair_signals = g_signal_group_new (TDM_TYPE_PAIR);
  g_signal_group_connect_swapped (self->pair_signals, "notify", G_CALLBACK (pair_terms_show), self);
  self->topic_signals = g_signal_group_new (TDM_TYPE_TOPIC);
  g_signal_group_connect_swapped (self->topic_signals, "notify::title", G_CALLBACK (pair_terms_show), self);
  /* Goals have come, or gone. */
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "changed", G_CALLBACK (tdm_pair_terms_refresh), self);
}

void
tdm_pair_terms_set_pair (TdmPairTerms *self, TdmWorkspace *workspace, TdmPair *pair)
{
  g_return_if_fail (TDM_IS_PAIR_TERMS (self));

  if (self->pair_signals)
    g_signal_group_set_target (self->pair_signals, pair);
  if (self->topic_signals)
    g_signal_group_set_target (self->topic_signals, NULL);
  g_clear_pointer (&self->shown_topic, g_free);
  if (self->workspace_signals)
    g_signal_group_set_target (self->workspace_signals, pair ? workspace : NULL);
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->pair, pair);
  if (!pair)
    return;
  tdm_topic_row_set_topics (self->topic_row, tdm_workspace_get_topics (workspace));
  pair_terms_show (self);
}

/* Its goals have been read. */
void
tdm_pair_terms_refresh (TdmPairTerms *self)
{
  g_return_if_fail (TDM_IS_PAIR_TERMS (self));

  if (self->pair)
    pair_terms_show (self);
}
