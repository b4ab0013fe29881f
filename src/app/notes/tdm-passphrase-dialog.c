/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-passphrase-dialog.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-secret-buffer.h"
#include "app/common/tdm-template.h"
#include "app/notes/tdm-notes-guard.h"
#include "app/notes/tdm-passphrase-group.h"
#include "app/notes/tdm-patience.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"

/* Another passphrase for the notes, of who knows the present one or has come in with the recovery code. */

struct _TdmPassphraseDialog
{
  AdwWindow parent_instance;

  gboolean is_forgotten;

  GtkWidget *present_group;
  GtkEditable *present;
  TdmPassphraseGroup *group;
  GtkWidget *default_button;
  GtkSpinner *spinner;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  GtkLabel *patience;
};

G_DEFINE_FINAL_TYPE (TdmPassphraseDialog, tdm_passphrase_dialog, ADW_TYPE_WINDOW)

static void
update (TdmPassphraseDialog *self)
{
  gboolean is_known = self->is_forgotten || *tdm_secret_buffer_get_text (self->present) != '\0';

  gtk_revealer_set_reveal_child (self->notice, FALSE);
  gtk_widget_set_sensitive (self->default_button, is_known && !gtk_spinner_get_spinning (self->spinner) &&
                                                    tdm_passphrase_group_get_passphrase (self->group) != NULL);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmPassphraseDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = tdm_notebook_finish (TDM_NOTEBOOK (source), result, &error);

  if (!self->notice)
    return;
  gtk_spinner_set_spinning (self->spinner, FALSE);
  tdm_patience_set_busy (self->patience, FALSE);
  update (self);
  if (done)
    {
      tdm_feedback_close_and_show (GTK_WINDOW (self), _ ("The new passphrase opens your notes."));
      return;
    }
  gtk_label_set_text (self->notice_label, error->message);
  gtk_revealer_set_reveal_child (self->notice, TRUE);
}

static void
change (gpointer data)
{
  TdmPassphraseDialog *self = data;

  gtk_spinner_set_spinning (self->spinner, TRUE);
  tdm_patience_set_busy (self->patience, TRUE);
  update (self);
  tdm_notebook_set_passphrase_async (tdm_notebook_get_default (),
                                     self->is_forgotten ? NULL : tdm_secret_buffer_get_text (self->present),
                                     tdm_passphrase_group_get_passphrase (self->group), changed_cb,
                                     g_object_ref (self));
}

static void
change_cb (TdmPassphraseDialog *self)
{
  tdm_passphrase_group_make_sure (self->group, change, self);
}

static void
tdm_passphrase_dialog_class_init (TdmPassphraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_template_dispose;

  g_type_ensure (TDM_TYPE_PASSPHRASE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/passphrase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPassphraseDialog, present_group);
  gtk_widget_class_bind_template_child (widget_class, TdmPassphraseDialog, present);
  gtk_widget_class_bind_template_child (widget_class, TdmPassphraseDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TdmPassphraseDialog, default_button);
  gtk_widget_class_bind_template_child (widget_class, TdmPassphraseDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TdmPassphraseDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmPassphraseDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdmPassphraseDialog, patience);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
}

static void
tdm_passphrase_dialog_init (TdmPassphraseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_secret_buffer_attach (self->present);
  /* Locked notes have no passphrase to change. */
  tdm_notes_guard_watch_dialog (self);
}

/* Without the present passphrase if it was forgotten */
void
tdm_passphrase_dialog_present (GtkWidget *over, gboolean is_forgotten)
{
  TdmPassphraseDialog *self = g_object_new (TDM_TYPE_PASSPHRASE_DIALOG, NULL);

  self->is_forgotten = is_forgotten;
  gtk_widget_set_visible (self->present_group, !is_forgotten);
  update (self);
  tdm_dialog_open (self, over);
  gtk_widget_grab_focus (is_forgotten ? GTK_WIDGET (self->group) : GTK_WIDGET (self->present));
}
