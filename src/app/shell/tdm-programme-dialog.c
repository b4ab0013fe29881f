/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-programme-dialog.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-problem-row.h"
#include "workspace/tdm-workspace.h"

#define TDM_TYPE_PROGRAMME_DIALOG (tdm_programme_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmProgrammeDialog, tdm_programme_dialog, TDM, PROGRAMME_DIALOG, AdwWindow)

enum
{
  ROW_TITLE,
  ROW_COMPANY,
  ROW_NAME,
  ROW_EMAIL,
  N_ROWS
};

static const struct { TdmProgrammeField field; const char *name; } rows[N_ROWS] = {
  [ROW_TITLE] = { TDM_PROGRAMME_TITLE, "title_row" },
  [ROW_COMPANY] = { TDM_PROGRAMME_COMPANY, "company_row" },
  [ROW_NAME] = { TDM_PROGRAMME_ORGANIZER_NAME, "name_row" },
  [ROW_EMAIL] = { TDM_PROGRAMME_ORGANIZER_EMAIL, "email_row" },
};

struct _TdmProgrammeDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;

  GtkButton *save_button;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  GtkEditable *rows[N_ROWS];
  TdmProblemRow *email_problem;
};

G_DEFINE_FINAL_TYPE (TdmProgrammeDialog, tdm_programme_dialog, ADW_TYPE_WINDOW)

static TdmRecord *
programme_dialog_make_draft (TdmProgrammeDialog *self)
{
  TdmRecord *draft = tdm_record_new_draft (TDM_RECORD (tdm_workspace_get_programme (self->workspace)));

  for (guint i = 0; i < N_ROWS; i++)
    tdm_record_set_text (draft, rows[i].field, gtk_editable_get_text (self->rows[i]));
  return draft;
}

static void
changed_cb (TdmProgrammeDialog *self)
{
  g_autoptr (TdmRecord) draft = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_sound;

  if (!self->workspace)
    return;

  draft = programme_dialog_make_draft (self);
  is_sound = tdm_record_check (draft, &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button),
                            is_sound && !tdm_workspace_is_read_only (self->workspace));
  tdm_problem_row_explain (self->email_problem, GTK_WIDGET (self->rows[ROW_EMAIL]), error ? error->message : NULL);
  gtk_revealer_set_reveal_child (self->notice, FALSE);
}

static void
programme_dialog_saved_cb (GObject *workspace, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmProgrammeDialog) self = data;

  tdm_dialog_finish (self, workspace, result, self->notice, self->notice_label);
}

static void
save_cb (TdmProgrammeDialog *self)
{
  g_autoptr (TdmRecord) draft = programme_dialog_make_draft (self);

  tdm_workspace_commit_async (self->workspace, tdm_edit_new_save (draft), programme_dialog_saved_cb,
                              g_object_ref (self));
}

static void
tdm_programme_dialog_dispose (GObject *object)
{
  TdmProgrammeDialog *self = TDM_PROGRAMME_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_PROGRAMME_DIALOG);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_programme_dialog_parent_class)->dispose (object);
}

static void
tdm_programme_dialog_class_init (TdmProgrammeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_programme_dialog_dispose;

  g_type_ensure (TDM_TYPE_PROBLEM_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/shell/programme-dialog.ui");
  for (guint i = 0; i < N_ROWS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, rows[i].name, FALSE,
                                               G_STRUCT_OFFSET (TdmProgrammeDialog, rows) + i * sizeof (gpointer));
  gtk_widget_class_bind_template_child (widget_class, TdmProgrammeDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TdmProgrammeDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmProgrammeDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdmProgrammeDialog, email_problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tdm_programme_dialog_init (TdmProgrammeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tdm_programme_dialog_present (GtkWidget *over, TdmWorkspace *workspace)
{
  TdmProgrammeDialog *self = g_object_new (TDM_TYPE_PROGRAMME_DIALOG, NULL);
  TdmRecord *programme = TDM_RECORD (tdm_workspace_get_programme (workspace));

  for (guint i = 0; i < N_ROWS; i++)
    gtk_editable_set_text (self->rows[i], tdm_record_get_text (programme, rows[i].field));
  self->workspace = g_object_ref (workspace);
  changed_cb (self);
  tdm_dialog_open (self, over);
}
