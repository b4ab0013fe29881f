/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-interest-row.h"

#include "app/common/tdm-edit-label.h"
#include "app/common/tdm-feedback.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-person-edits.h"
#include "workspace/tdm-workspace.h"

/* What a person likes: change it, take it away. */

struct _TdmInterestRow
{
  GtkListBoxRow parent_instance;

  TdmWorkspace *workspace;
  TdmInterest *interest;

  TdmEditLabel *title;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (TdmInterestRow, tdm_interest_row, GTK_TYPE_LIST_BOX_ROW)

static void
interest_row_update_cb (TdmInterestRow *self)
{
  const char *title = tdm_interest_get_title (self->interest);
  /* Translators: %s is an interest, such as sailing */
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), title);

  g_object_set (self->title, "value", title, NULL);
  gtk_widget_set_tooltip_text (self->remove_button, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
edited_cb (TdmInterestRow *self, const char *title)
{
  tdm_workspace_commit_async (self->workspace, tdm_person_edits_rename_interest (self->interest, title),
                              tdm_feedback_quiet_cb, tdm_feedback_target (self));
}

static void
interest_row_remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmInterestRow *self = TDM_INTEREST_ROW (widget);

  tdm_workspace_commit_async (self->workspace, tdm_edit_new_remove (self->interest), tdm_feedback_undo_cb,
                              tdm_feedback_target (self));
}

static void
tdm_interest_row_dispose (GObject *object)
{
  TdmInterestRow *self = TDM_INTEREST_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_INTEREST_ROW);
  g_clear_object (&self->interest);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_interest_row_parent_class)->dispose (object);
}

static void
tdm_interest_row_class_init (TdmInterestRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_interest_row_dispose;

  g_type_ensure (TDM_TYPE_EDIT_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/people/interest-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmInterestRow, title);
  gtk_widget_class_bind_template_child (widget_class, TdmInterestRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_install_action (widget_class, "interest.remove", NULL, interest_row_remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "interest.remove", NULL);
}

static void
tdm_interest_row_init (TdmInterestRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tdm_interest_row_new (TdmWorkspace *workspace, TdmInterest *interest)
{
  TdmInterestRow *self = g_object_new (TDM_TYPE_INTEREST_ROW, NULL);
  gboolean writable = !tdm_workspace_is_read_only (workspace);

  self->workspace = g_object_ref (workspace);
  self->interest = g_object_ref (interest);
  g_signal_connect_object (interest, "notify::title", G_CALLBACK (interest_row_update_cb), self, G_CONNECT_SWAPPED);
  interest_row_update_cb (self);
  g_object_set (self->title, "editable", writable, NULL);
  gtk_widget_set_visible (self->remove_button, writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "interest.remove", writable);
  return GTK_WIDGET (self);
}
