/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-kinds-dialog.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-format.h"
#include "app/common/tdm-header-title.h"
#include "app/common/tdm-plain-row.h"
#include "app/words/tdm-meeting-words.h"
#include "app/words/tdm-pair-words.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-when.h"
#include "edits/tdm-meeting-edits.h"
#include "workspace/tdm-workspace.h"

#include <adwaita.h>

#define TDM_TYPE_KINDS_DIALOG (tdm_kinds_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmKindsDialog, tdm_kinds_dialog, TDM, KINDS_DIALOG, AdwWindow)

/* What several meetings of a tandem are for: those that are ticked get a kind in one step, or the first and the last of
 * them their own. What was called off is for nothing. */

struct _TdmKindsDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;
  GPtrArray *meetings;
  GPtrArray *checks;

  TdmHeaderTitle *title;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  AdwComboRow *kind_row;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (TdmKindsDialog, tdm_kinds_dialog, ADW_TYPE_WINDOW)

/* The list in the template has this, and then the kinds in the order of their codes. */
#define CHOICE_FRAME 0

static GPtrArray *
kinds_dialog_list_ticked (TdmKindsDialog *self)
{
  GPtrArray *ticked = g_ptr_array_new ();

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (ticked, self->meetings->pdata[i]);
  return ticked;
}

static void
update_cb (TdmKindsDialog *self)
{
  g_autoptr (GPtrArray) ticked = kinds_dialog_list_ticked (self);
  gboolean is_frame = adw_combo_row_get_selected (self->kind_row) == CHOICE_FRAME;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->kind_row),
                               is_frame ? _ ("The first: getting to know, the last: closing talk") : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", ticked->len >= (is_frame ? 2 : 1));
}

static void
kinds_dialog_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmKindsDialog) self = data;

  if (self->kind_row)
    update_cb (self);
  tdm_dialog_finish (self, source, result, self->notice, self->notice_label);
}

static void
kinds_dialog_save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmKindsDialog *self = TDM_KINDS_DIALOG (widget);
  g_autoptr (GPtrArray) ticked = kinds_dialog_list_ticked (self);
  guint choice = adw_combo_row_get_selected (self->kind_row);
  TdmEdit *edit = choice == CHOICE_FRAME ? tdm_meeting_edits_frame (ticked)
                                         : tdm_meeting_edits_set_kind (ticked, choice - 1);

  /* They are so already. */
  if (tdm_edit_get_size (edit) == 0)
    {
      g_object_unref (edit);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  tdm_workspace_commit_async (self->workspace, edit, kinds_dialog_saved_cb, g_object_ref (self));
}

static void
kinds_dialog_tick_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmKindsDialog *self = TDM_KINDS_DIALOG (widget);

  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i], g_variant_get_boolean (parameter));
}

/* What is ahead is ticked. */
static void
kinds_dialog_add_row (TdmKindsDialog *self, TdmMeeting *meeting)
{
  g_autofree char *start = tdm_when_here (tdm_meeting_get_start (meeting)), *day = tdm_format_day (start);
  g_autofree char *details = tdm_meeting_words_details (meeting);
  AdwActionRow *row = tdm_plain_row_new (day, details);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, day, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), tdm_meeting_is_open (meeting));
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (row, check);
  adw_action_row_set_activatable_widget (row, check);
  adw_preferences_group_add (self->group, GTK_WIDGET (row));
  g_ptr_array_add (self->meetings, g_object_ref (meeting));
  g_ptr_array_add (self->checks, check);
}

static void
tdm_kinds_dialog_dispose (GObject *object)
{
  TdmKindsDialog *self = TDM_KINDS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_KINDS_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (tdm_kinds_dialog_parent_class)->dispose (object);
}

static void
tdm_kinds_dialog_class_init (TdmKindsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_kinds_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/meetings/kinds-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmKindsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdmKindsDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmKindsDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdmKindsDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TdmKindsDialog, group);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, kinds_dialog_save_cb);
  gtk_widget_class_install_action (widget_class, "dialog.tick", "b", kinds_dialog_tick_cb);
}

static void
tdm_kinds_dialog_init (TdmKindsDialog *self)
{
  self->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
tdm_kinds_dialog_has_meetings (TdmPair *pair)
{
  GListModel *all = tdm_pair_get_meetings (pair);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (all, i);

      if (!tdm_meeting_is_off (meeting))
        return TRUE;
    }
  return FALSE;
}

void
tdm_kinds_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmPair *pair)
{
  TdmKindsDialog *self = g_object_new (TDM_TYPE_KINDS_DIALOG, NULL);
  GListModel *all = tdm_pair_get_meetings (pair);
  g_autofree char *names = tdm_pair_words_title (pair);

  self->workspace = g_object_ref (workspace);
  tdm_header_title_set_subtitle (self->title, names);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (all, i);

      if (!tdm_meeting_is_off (meeting))
        kinds_dialog_add_row (self, meeting);
    }
  update_cb (self);
  tdm_dialog_open (self, over);
}
