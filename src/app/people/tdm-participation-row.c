/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-participation-row.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-label.h"
#include "app/common/tdm-wrap-layout.h"
#include "app/round/tdm-round-dialogs.h"
#include "app/words/tdm-participation-words.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-person-edits.h"
#include "model/tdm-motives.h"
#include "workspace/tdm-workspace.h"

/* How a person takes part in a round, why, and what they expect of it. */

#define N_MOTIVES 3

struct _TdmParticipationRow
{
  GtkListBoxRow parent_instance;

  TdmWorkspace *workspace;
  TdmParticipation *participation;
  gboolean showing;

  GtkLabel *title;
  GtkLabel *detail;
  GtkWidget *edit_button;
  GtkBox *motives;
  GtkLabel *expectations;
  GtkCheckButton *checks[N_MOTIVES];
};

G_DEFINE_FINAL_TYPE (TdmParticipationRow, tdm_participation_row, GTK_TYPE_LIST_BOX_ROW)

static void
participation_row_update_cb (TdmParticipationRow *self)
{
  TdmRecord *record = TDM_RECORD (self->participation);
  TdmRound *round = tdm_record_get_link (record, TDM_PARTICIPATION_ROUND);
  const char *motives = tdm_record_get_text (record, TDM_PARTICIPATION_MOTIVES);
  const char *title = round ? tdm_round_get_title (round) : "";
  g_autofree char *since = tdm_participation_words_since (self->participation);
  g_autofree char *detail =
    g_strjoin (" · ", tdm_participation_words_role (self->participation),
               tdm_participation_words_source (self->participation),
               tdm_participation_words_state (self->participation), *since ? since : NULL, NULL);
  /* Translators: %s is a round in which somebody takes part */
  g_autofree char *edit = g_strdup_printf (_ ("Edit “%s”…"), title);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_tooltip_text (self->edit_button, edit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit_button), GTK_ACCESSIBLE_PROPERTY_LABEL, edit, -1);
  tdm_label_show_text (self->expectations, tdm_record_get_text (record, TDM_PARTICIPATION_EXPECTATIONS));
  self->showing = TRUE;
  for (int i = 0; i < N_MOTIVES; i++)
    gtk_check_button_set_active (self->checks[i], tdm_motives_have (motives, i));
  self->showing = FALSE;
}

static void
participation_row_changed_cb (GObject *workspace, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmParticipationRow) self = data;

  tdm_feedback_quiet_cb (workspace, result, tdm_feedback_target (self));
  /* Where it failed, the mark goes back. */
  if (self->participation)
    participation_row_update_cb (self);
}

/* All marks as they stand: one that was set a moment ago may not be in the file yet. */
static void
participation_row_toggled_cb (TdmParticipationRow *self)
{
  g_autofree char *motives = NULL;

  if (!self->participation || self->showing)
    return;
  motives = g_strdup (tdm_record_get_text (TDM_RECORD (self->participation), TDM_PARTICIPATION_MOTIVES));
  for (int i = 0; i < N_MOTIVES; i++)
    {
      g_autofree char *before = g_steal_pointer (&motives);

      motives = tdm_motives_set (before, i, gtk_check_button_get_active (self->checks[i]));
    }
  tdm_workspace_commit_async (self->workspace, tdm_person_edits_set_motives (self->participation, motives),
                              participation_row_changed_cb, g_object_ref (self));
}

static void
edit_cb (TdmParticipationRow *self)
{
  tdm_participation_dialog_present (GTK_WIDGET (self), self->workspace, self->participation);
}

static void
tdm_participation_row_dispose (GObject *object)
{
  TdmParticipationRow *self = TDM_PARTICIPATION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_PARTICIPATION_ROW);
  g_clear_object (&self->participation);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_participation_row_parent_class)->dispose (object);
}

static void
tdm_participation_row_class_init (TdmParticipationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_participation_row_dispose;

  g_type_ensure (TDM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/people/participation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmParticipationRow, title);
  gtk_widget_class_bind_template_child (widget_class, TdmParticipationRow, detail);
  gtk_widget_class_bind_template_child (widget_class, TdmParticipationRow, edit_button);
  gtk_widget_class_bind_template_child (widget_class, TdmParticipationRow, motives);
  gtk_widget_class_bind_template_child (widget_class, TdmParticipationRow, expectations);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
}

static void
tdm_participation_row_init (TdmParticipationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < N_MOTIVES; i++)
    {
      const char *title = tdm_code_get_title (tdm_motive_get_type (), i);
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                       "xalign", 0.0, NULL);
      GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "child", label, NULL);

      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      self->checks[i] = GTK_CHECK_BUTTON (check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (participation_row_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->motives, check);
    }
}

GtkWidget *
tdm_participation_row_new (TdmWorkspace *workspace, TdmParticipation *participation)
{
  TdmParticipationRow *self = g_object_new (TDM_TYPE_PARTICIPATION_ROW, NULL);
  TdmRound *round = tdm_record_get_link (TDM_RECORD (participation), TDM_PARTICIPATION_ROUND);

  self->workspace = g_object_ref (workspace);
  self->participation = g_object_ref (participation);
  g_signal_connect_object (participation, "notify", G_CALLBACK (participation_row_update_cb), self, G_CONNECT_SWAPPED);
  if (round)
    g_signal_connect_object (round, "notify::title", G_CALLBACK (participation_row_update_cb), self, G_CONNECT_SWAPPED);
  participation_row_update_cb (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->motives), !tdm_workspace_is_read_only (workspace));
  gtk_widget_set_visible (self->edit_button, !tdm_workspace_is_read_only (workspace));
  return GTK_WIDGET (self);
}
