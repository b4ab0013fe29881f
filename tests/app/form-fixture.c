/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "form-fixture.h"

#include "model/tdm-person.h"
#include "model/tdm-round.h"

TdmRecord *
form_get_first (WindowFixture *self, FormList get_list)
{
  g_autoptr (TdmRecord) first = g_list_model_get_item (get_list (tdm_window_get_workspace (self->window)), 0);

  return first;
}

GtkWindow *
form_open (WindowFixture *self, const char *resource, gpointer record, TdmRecordDialogCheck check)
{
  GtkWindow *dialog = tdm_record_dialog_present (
    GTK_WIDGET (self->window), tdm_window_get_workspace (self->window),
    &(TdmRecordDialogSetup){ .title = "Form", .resource = resource, .record = record, .check = check });

  eye_find_window ("Form");
  eye_settle ();
  return dialog;
}

GtkWindow *
form_open_round (WindowFixture *self)
{
  return form_open (self, FORM_RESOURCES "round.ui", form_get_first (self, tdm_workspace_get_rounds), NULL);
}

GtkWindow *
form_open_person (WindowFixture *self)
{
  return form_open (self, FORM_RESOURCES "person.ui", form_get_first (self, tdm_workspace_get_people), NULL);
}

GtkWidget *
form_find_row (GtkWindow *dialog, guint field)
{
  GtkWidget *row = tdm_record_form_get_row (tdm_record_dialog_get_form (dialog), field);

  g_assert_nonnull (row);
  return row;
}

gboolean
form_can_save (GtkWindow *dialog)
{
  return gtk_widget_is_sensitive (gtk_window_get_default_widget (dialog));
}

/* With Enter, as from a row that has the focus */
void
form_confirm (WindowFixture *self, GtkWindow *dialog)
{
  GtkWindow *open = NULL;

  g_set_weak_pointer (&open, dialog);
  g_assert_true (form_can_save (dialog));
  gtk_widget_activate (gtk_window_get_default_widget (dialog));
  eye_wait_freed (&open, "the dialog");
  window_settle (self);
}

/* What is saved, undone and done again is in the file each time. */
void
form_expect_saved (WindowFixture *self, GtkWindow *dialog, const char *question, const char *expected)
{
  g_autofree char *before = window_ask (self, question);

  g_assert_cmpstr (before, !=, expected);
  form_confirm (self, dialog);
  window_expect_answer (self, question, expected);
  hand_press (GTK_WINDOW (self->window), "<Control>z");
  window_expect_answer (self, question, before);
  hand_press (GTK_WINDOW (self->window), "<Control><Shift>z");
  window_expect_answer (self, question, expected);
}
