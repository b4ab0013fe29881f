/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-dialog.h"

#include "app/common/tdm-block-row.h"
#include "app/common/tdm-chooser-row.h"
#include "app/common/tdm-date-row.h"
#include "app/common/tdm-dialog-guard.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-label.h"
#include "app/common/tdm-language-row.h"
#include "app/common/tdm-problem-row.h"
#include "app/common/tdm-record-group.h"
#include "app/common/tdm-template.h"
#include "app/common/tdm-topic-row.h"
#include "app/common/tdm-zone-row.h"
#include "base/tdm-i18n.h"
#include "workspace/tdm-workspace.h"

#define TDM_TYPE_RECORD_DIALOG (tdm_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmRecordDialog, tdm_record_dialog, TDM, RECORD_DIALOG, AdwWindow)

/* Changes a record, or adds one. What was typed stays until it is stored. */

struct _TdmRecordDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;
  TdmRecordForm *form;
  TdmRecordDialogSetup setup; /* but the record, which the form has */
  char *uid; /* of a new record on its way into the file */

  GtkButton *cancel_button;
  GtkWidget *save_button;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  AdwBin *content;
  GtkWidget *another_box;
  GtkLabel *added_label;
  GtkWidget *another_button;
};

G_DEFINE_FINAL_TYPE (TdmRecordDialog, tdm_record_dialog, ADW_TYPE_WINDOW)

/* Of the page, beyond which it scrolls */
#define HEIGHT_MOST 640

static void
record_dialog_changed_cb (TdmRecordDialog *self)
{
  gboolean can_save = tdm_record_form_is_complete (self->form) && !tdm_workspace_is_read_only (self->workspace);

  gtk_widget_set_sensitive (self->save_button, can_save);
  gtk_widget_set_sensitive (self->another_button, can_save);
  gtk_revealer_set_reveal_child (self->notice, FALSE);
}

static void
groups_set_sensitive (GtkWidget *widget, gboolean is_sensitive)
{
  if (ADW_IS_PREFERENCES_GROUP (widget))
    gtk_widget_set_sensitive (widget, is_sensitive);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
      groups_set_sensitive (child, is_sensitive);
}

/* What can only be read is shown, and why it is so; the page still scrolls. */
static void
record_dialog_follow_file_cb (TdmRecordDialog *self)
{
  gboolean is_read_only = tdm_workspace_is_read_only (self->workspace);

  groups_set_sensitive (GTK_WIDGET (self->content), !is_read_only);
  record_dialog_changed_cb (self);
  if (!is_read_only)
    return;
  gtk_label_set_text (self->notice_label, tdm_workspace_explain_read_only (self->workspace));
  gtk_revealer_set_reveal_child (self->notice, TRUE);
}

static void
record_dialog_check_cb (TdmRecordDialog *self, TdmRecord *draft, TdmRecordForm *form)
{
  self->setup.check (form, draft, self->setup.data);
}

/* What was added stays whatever becomes of the next one: from now on nothing that is there can be cancelled. */
static void
record_dialog_begin_next (TdmRecordDialog *self)
{
  TdmRecord *record = tdm_record_form_get_record (self->form);
  g_autoptr (TdmRecord) added = tdm_record_form_make_draft (self->form);
  g_autoptr (TdmRecord) next = tdm_record_new (G_OBJECT_TYPE (record));
  /* Translators: a name */
  g_autofree char *text = g_strdup_printf (_ ("“%s” has been added"), tdm_record_get_text (added, 0));

  tdm_record_form_fill (self->form, next);
  tdm_dialog_guard (GTK_WIDGET (self->content));
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  tdm_label_show_text (self->added_label, text);
  tdm_record_form_focus (self->form);
}

static void
record_dialog_added_cb (GObject *workspace, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmRecordDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_stored = tdm_dialog_is_stored (self, workspace, result, &error);

  if (!self->form)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->content), TRUE);
  if (is_stored)
    record_dialog_begin_next (self);
  record_dialog_changed_cb (self);
  if (!error)
    return;
  gtk_label_set_text (self->notice_label, error->message);
  gtk_revealer_set_reveal_child (self->notice, TRUE);
}

static void
record_dialog_saved_cb (GObject *workspace, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmRecordDialog) self = data;
  GtkWindow *over = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (self->form)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->content), TRUE);
      record_dialog_changed_cb (self);
    }
  if (self->uid && over && !g_task_had_error (G_TASK (result)) && tdm_workspace_is_open (self->workspace))
    self->setup.stored (GTK_WIDGET (over), self->uid, self->setup.data);
  tdm_dialog_finish (self, workspace, result, self->notice, self->notice_label);
}

/* @stored: called with @self */
static void
record_dialog_save (TdmRecordDialog *self, GAsyncReadyCallback stored)
{
  g_autoptr (TdmRecord) draft = NULL;
  TdmEdit *edit = NULL;

  tdm_record_form_finish_typing (self->form);
  if (!tdm_record_form_is_complete (self->form))
    return;
  draft = tdm_record_form_make_draft (self->form);
  if (self->setup.stored && tdm_record_get_id (draft) == 0)
    {
      g_free (self->uid);
      self->uid = g_uuid_string_random ();
      tdm_record_set_uid (draft, self->uid);
    }
  if (self->setup.make_edit)
    edit = self->setup.make_edit (draft, self->setup.data);
  else if (tdm_record_form_is_changed (self->form))
    edit = tdm_edit_new_save (draft);
  if (!edit)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self->content), FALSE);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  gtk_widget_set_sensitive (self->another_button, FALSE);
  tdm_workspace_commit_async (self->workspace, edit, stored, g_object_ref (self));
}

static void
save_cb (TdmRecordDialog *self)
{
  record_dialog_save (self, record_dialog_saved_cb);
}

static void
another_cb (TdmRecordDialog *self)
{
  record_dialog_save (self, record_dialog_added_cb);
}

static void
tdm_record_dialog_dispose (GObject *object)
{
  TdmRecordDialog *self = TDM_RECORD_DIALOG (object);

  g_clear_object (&self->form);
  if (self->setup.free_data)
    g_clear_pointer (&self->setup.data, self->setup.free_data);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_RECORD_DIALOG);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_record_dialog_parent_class)->dispose (object);
}

static void
tdm_record_dialog_finalize (GObject *object)
{
  g_free (TDM_RECORD_DIALOG (object)->uid);
  G_OBJECT_CLASS (tdm_record_dialog_parent_class)->finalize (object);
}

static void
tdm_record_dialog_class_init (TdmRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_record_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tdm_record_dialog_finalize;

  /* What the pages consist of */
  g_type_ensure (TDM_TYPE_BLOCK_ROW);
  g_type_ensure (TDM_TYPE_CHOOSER_ROW);
  g_type_ensure (TDM_TYPE_DATE_ROW);
  g_type_ensure (TDM_TYPE_LANGUAGE_ROW);
  g_type_ensure (TDM_TYPE_PROBLEM_ROW);
  g_type_ensure (TDM_TYPE_RECORD_GROUP);
  g_type_ensure (TDM_TYPE_TOPIC_ROW);
  g_type_ensure (TDM_TYPE_ZONE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/common/record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmRecordDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordDialog, content);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordDialog, another_box);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordDialog, added_label);
  gtk_widget_class_bind_template_child (widget_class, TdmRecordDialog, another_button);
  gtk_widget_class_bind_template_callback (widget_class, tdm_dialog_discard);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tdm_record_dialog_init (TdmRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The dialog is as high as its page needs, up to a point. */
static void
record_dialog_fit_page (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (widget), TRUE);
      gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (widget), HEIGHT_MOST);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    record_dialog_fit_page (child);
}

GtkWindow *
tdm_record_dialog_present (GtkWidget *over, TdmWorkspace *workspace, const TdmRecordDialogSetup *setup)
{
  TdmRecordDialog *self = g_object_new (TDM_TYPE_RECORD_DIALOG, "title", setup->title, NULL);
  g_autoptr (GtkBuilder) builder = tdm_template_build (self, setup->resource, gtk_builder_cscope_new ());
  GtkWidget *page = GTK_WIDGET (gtk_builder_get_object (builder, "page"));

  self->workspace = g_object_ref (workspace);
  self->setup = *setup;
  self->setup.record = NULL;
  if (tdm_record_get_id (setup->record) == 0)
    gtk_button_set_label (GTK_BUTTON (self->save_button), _ ("_Add"));
  if (setup->another)
    gtk_button_set_label (GTK_BUTTON (self->another_button), setup->another);
  gtk_widget_set_visible (self->another_box, setup->another != NULL);
  self->form = tdm_record_form_new (page, workspace, setup->record);
  if (setup->built)
    setup->built (builder, self->form, setup->data);
  if (setup->check)
    g_signal_connect_object (self->form, "check", G_CALLBACK (record_dialog_check_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (record_dialog_changed_cb), self, G_CONNECT_SWAPPED);
  tdm_record_form_update (self->form);
  record_dialog_fit_page (page);
  adw_bin_set_child (self->content, page);
  g_signal_connect_object (workspace, "notify::read-only", G_CALLBACK (record_dialog_follow_file_cb), self,
                           G_CONNECT_SWAPPED);
  record_dialog_follow_file_cb (self);
  tdm_record_form_focus (self->form);
  tdm_dialog_open (self, over);
  tdm_dialog_guard (GTK_WIDGET (self->content));
  return GTK_WINDOW (self);
}

TdmRecordForm *
tdm_record_dialog_get_form (GtkWindow *dialog)
{
  return TDM_RECORD_DIALOG (dialog)->form;
}
