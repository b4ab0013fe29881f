/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-round-copy-dialog.h"

#include "app/common/tdm-date-row.h"
#include "app/common/tdm-dialog-guard.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-loading.h"
#include "app/common/tdm-record-tick.h"
#include "app/common/tdm-record-view.h"
#include "app/common/tdm-wrap-layout.h"
#include "app/round/tdm-people-filter.h"
#include "app/words/tdm-participation-words.h"
#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "edits/tdm-round-edits.h"
#include "workspace/tdm-workspace.h"

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#define TDM_TYPE_ROUND_COPY_DIALOG (tdm_round_copy_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmRoundCopyDialog, tdm_round_copy_dialog, TDM, ROUND_COPY_DIALOG, AdwWindow)

/* A new round from one that was. People come along where they are ticked, and nobody is at first. */

struct _TdmRoundCopyDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;
  TdmRound *round;

  GtkWidget *save_button;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  TdmRecordView *view;
  GtkEditable *title_row;
  TdmDateRow *kickoff_row;
  char *suggested; /* as the title */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (TdmRoundCopyDialog, tdm_round_copy_dialog, ADW_TYPE_WINDOW)

/* Called from the row template. */
char *tdm_participation_choice_name (GtkListItem *item, TdmParticipation *participation);
char *tdm_participation_choice_part (GtkListItem *item, TdmParticipation *participation);

char *
tdm_participation_choice_name (GtkListItem *item, TdmParticipation *participation)
{
  return participation ? tdm_participation_words_name (participation) : g_strdup ("");
}

char *
tdm_participation_choice_part (GtkListItem *item, TdmParticipation *participation)
{
  return participation ? g_strjoin (" · ", tdm_participation_words_role (participation),
                                    tdm_participation_words_state (participation), NULL)
                       : g_strdup ("");
}

static void
update_cb (TdmRoundCopyDialog *self)
{
  g_autofree char *title = tdm_text_clean_line (gtk_editable_get_text (self->title_row));

  gtk_widget_set_sensitive (self->save_button,
                            !self->busy && *title && tdm_text_is_date (tdm_date_row_get_date (self->kickoff_row)));
  gtk_revealer_set_reveal_child (self->notice, FALSE);
}

/* A title that was typed stays. */
static void
kickoff_changed_cb (TdmRoundCopyDialog *self)
{
  g_autofree char *title = NULL;

  if (!self->round)
    return;
  title = tdm_round_edits_suggest_title (self->round, tdm_workspace_get_rounds (self->workspace),
                                         tdm_date_row_get_date (self->kickoff_row));
  if (!self->suggested || g_str_equal (gtk_editable_get_text (self->title_row), self->suggested))
    gtk_editable_set_text (self->title_row, title);
  g_free (self->suggested);
  self->suggested = g_steal_pointer (&title);
  update_cb (self);
}

static gboolean
takes_anyone (TdmParticipationState state)
{
  return TRUE;
}

static gboolean
takes_no_one (TdmParticipationState state)
{
  return FALSE;
}

/* Who was in a tandem, and who was that in a round before */
static gboolean
takes_former (TdmParticipationState state)
{
  return state == TDM_PARTICIPATION_MATCHED || state == TDM_PARTICIPATION_ALUMNI;
}

static void
copy_dialog_tick (TdmRoundCopyDialog *self, gboolean (*takes) (TdmParticipationState state))
{
  GListModel *list = tdm_record_get_children (self->round, TDM_TYPE_PARTICIPATION);
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmParticipation) participation = g_list_model_get_item (list, i);

      if (takes (tdm_participation_get_state (participation)))
        g_ptr_array_add (taken, g_steal_pointer (&participation));
    }
  tdm_record_view_set_ticked (self->view, taken);
}

static void
all_cb (TdmRoundCopyDialog *self)
{
  copy_dialog_tick (self, takes_anyone);
}

static void
former_cb (TdmRoundCopyDialog *self)
{
  copy_dialog_tick (self, takes_former);
}

static void
nobody_cb (TdmRoundCopyDialog *self)
{
  copy_dialog_tick (self, takes_no_one);
}

static void
copy_dialog_set_busy (TdmRoundCopyDialog *self, gboolean busy)
{
  self->busy = busy;
  gtk_widget_set_sensitive (GTK_WIDGET (self->view), !busy);
  update_cb (self);
}

static void
copy_dialog_saved_cb (GObject *workspace, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmRoundCopyDialog) self = data;

  if (self->view)
    copy_dialog_set_busy (self, FALSE);
  tdm_dialog_finish (self, workspace, result, self->notice, self->notice_label);
}

static void
save_cb (TdmRoundCopyDialog *self)
{
  g_autoptr (GPtrArray) ticked = tdm_record_view_get_ticked (self->view);
  TdmEdit *edit = tdm_round_edits_copy (self->round, tdm_workspace_get_rounds (self->workspace), ticked,
                                        tdm_date_row_get_date (self->kickoff_row));
  TdmEditAction action;

  if (tdm_edit_get_size (edit) > 0)
    tdm_record_set_text (tdm_edit_get_step (edit, 0, &action), TDM_ROUND_TITLE,
                         gtk_editable_get_text (self->title_row));
  copy_dialog_set_busy (self, TRUE);
  tdm_workspace_commit_async (self->workspace, edit, copy_dialog_saved_cb, g_object_ref (self));
}

static void
tdm_round_copy_dialog_dispose (GObject *object)
{
  TdmRoundCopyDialog *self = TDM_ROUND_COPY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_ROUND_COPY_DIALOG);
  g_clear_pointer (&self->suggested, g_free);
  g_clear_object (&self->round);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_round_copy_dialog_parent_class)->dispose (object);
}

static void
tdm_round_copy_dialog_class_init (TdmRoundCopyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_round_copy_dialog_dispose;

  g_type_ensure (TDM_TYPE_DATE_ROW);
  g_type_ensure (TDM_TYPE_RECORD_TICK);
  g_type_ensure (TDM_TYPE_RECORD_VIEW);
  g_type_ensure (TDM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/round/round-copy-dialog.ui");
  gtk_widget_class_bind_template_callback (widget_class, tdm_dialog_discard);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundCopyDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundCopyDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundCopyDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundCopyDialog, view);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundCopyDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundCopyDialog, kickoff_row);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, kickoff_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, former_cb);
  gtk_widget_class_bind_template_callback (widget_class, nobody_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tdm_round_copy_dialog_init (TdmRoundCopyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

#define DAYS_OF_YEAR (52 * 7)
#define DAYS_TO_PREPARE (8 * 7)

/* On the same weekday about a year later, or what comes of that in the years after */
static char *
round_suggest_kickoff (TdmRound *round)
{
  const char *kickoff = tdm_record_get_text (TDM_RECORD (round), TDM_ROUND_KICKOFF);
  g_autofree char *today = tdm_clock_today ();
  const char *from = tdm_text_is_date (kickoff) ? kickoff : today;
  g_autoptr (GDate) day = g_date_new_dmy (atoi (from + 8), atoi (from + 5), atoi (from));
  g_autoptr (GDate) now = g_date_new_dmy (atoi (today + 8), atoi (today + 5), atoi (today));
  int step = from == kickoff ? DAYS_OF_YEAR : DAYS_TO_PREPARE;

  do
    g_date_add_days (day, step);
  while (g_date_compare (day, now) <= 0);
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (day), g_date_get_month (day), g_date_get_day (day));
}

static void
copy_dialog_loaded (GtkWidget *window, TdmWorkspace *workspace, gpointer round)
{
  TdmRoundCopyDialog *self = g_object_new (TDM_TYPE_ROUND_COPY_DIALOG, NULL);
  g_autoptr (GtkSorter) sorter = tdm_people_sorter_new (TDM_PEOPLE_BY_FIRST_NAME);
  g_autofree char *kickoff = round_suggest_kickoff (round);

  self->workspace = g_object_ref (workspace);
  self->round = g_object_ref (round);
  g_object_set (self->view, "sorter", sorter, "model", tdm_record_get_children (round, TDM_TYPE_PARTICIPATION), NULL);
  tdm_date_row_set_date (self->kickoff_row, kickoff);
  kickoff_changed_cb (self);
  tdm_dialog_open (self, window);
  tdm_dialog_guard (GTK_WIDGET (self));
}

/* The people of the round must be known, though no page has shown them. */
void
tdm_round_copy_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmRound *round)
{
  tdm_loading_begin (over, workspace, TDM_SCOPE_ROUND_PEOPLE, round, copy_dialog_loaded);
}
