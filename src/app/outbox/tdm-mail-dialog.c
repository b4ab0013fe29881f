/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-mail-dialog.h"

#include "app/common/tdm-dialog-guard.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-label.h"
#include "app/common/tdm-secret-buffer.h"
#include "base/tdm-i18n.h"
#include "delivery/tdm-mail-settings.h"

#include <string.h>

/* The mail account through which messages are sent. */

struct _TdmMailDialog
{
  AdwWindow parent_instance;

  GCancellable *testing;
  TdmMailDialogSaved saved;
  gpointer saved_object;

  AdwEntryRow *server_row;
  AdwComboRow *security_row;
  GtkSpinButton *port_button;
  AdwEntryRow *user_row;
  AdwPasswordEntryRow *password_row;
  GtkLabel *outcome;
  GtkWidget *forget_group;
};

G_DEFINE_FINAL_TYPE (TdmMailDialog, tdm_mail_dialog, ADW_TYPE_WINDOW)

static char *
row_get_text (gpointer row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* The choices stand in the order of the settings. */
static TdmMailSettings *
mail_dialog_read_settings (TdmMailDialog *self)
{
  TdmMailSettings *settings = g_new (TdmMailSettings, 1);

  gtk_spin_button_update (self->port_button);
  settings->server = row_get_text (self->server_row);
  settings->port = gtk_spin_button_get_value_as_int (self->port_button);
  settings->security = adw_combo_row_get_selected (self->security_row);
  settings->user = row_get_text (self->user_row);
  return settings;
}

/* Nothing typed means the password that the keyring has already. */
static const char *
mail_dialog_read_password (TdmMailDialog *self)
{
  const char *password = tdm_secret_buffer_get_text (GTK_EDITABLE (self->password_row));

  return *password ? password : NULL;
}

static void
mail_dialog_set_busy (TdmMailDialog *self, gboolean busy)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mail.test", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mail.save", !busy);
}

static void
mail_dialog_tested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmMailDialog) self = data;
  g_autoptr (GError) error = NULL;

  tdm_mail_settings_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->outcome)
    return;
  tdm_label_show_text (self->outcome, error ? error->message : _ ("The connection works. Nothing was sent."));
  mail_dialog_set_busy (self, FALSE);
}

static void
mail_dialog_test_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmMailDialog *self = TDM_MAIL_DIALOG (widget);
  g_autoptr (TdmMailSettings) settings = mail_dialog_read_settings (self);

  mail_dialog_set_busy (self, TRUE);
  tdm_label_show_text (self->outcome, _ ("Connecting…"));
  tdm_mail_settings_test_async (settings, mail_dialog_read_password (self), self->testing, mail_dialog_tested_cb,
                                g_object_ref (self));
}

static void
mail_dialog_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmMailDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!tdm_mail_settings_finish (result, &error))
    {
      if (self->outcome)
        tdm_label_show_text (self->outcome, error->message);
      mail_dialog_set_busy (self, FALSE);
    }
  else if (self->saved_object)
    {
      self->saved (self->saved_object);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

static void
mail_dialog_save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmMailDialog *self = TDM_MAIL_DIALOG (widget);
  g_autoptr (TdmMailSettings) settings = mail_dialog_read_settings (self);

  mail_dialog_set_busy (self, TRUE);
  tdm_mail_settings_save_async (settings, mail_dialog_read_password (self), mail_dialog_saved_cb, g_object_ref (self));
}

static void
mail_dialog_forgotten_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmMailDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!self->saved_object)
    return;
  mail_dialog_set_busy (self, FALSE);
  self->saved (self->saved_object);
  if (tdm_mail_settings_finish (result, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    {
      gtk_widget_set_visible (self->forget_group, FALSE);
      tdm_label_show_text (self->outcome, error->message);
    }
}

static void
mail_dialog_forget_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmMailDialog *self = TDM_MAIL_DIALOG (widget);

  mail_dialog_set_busy (self, TRUE);
  tdm_mail_settings_forget_async (mail_dialog_forgotten_cb, g_object_ref (self));
}

static void
security_changed_cb (TdmMailDialog *self)
{
  gtk_spin_button_set_value (self->port_button,
                             tdm_mail_settings_usual_port (adw_combo_row_get_selected (self->security_row)));
}

static void
tdm_mail_dialog_dispose (GObject *object)
{
  TdmMailDialog *self = TDM_MAIL_DIALOG (object);

  if (self->testing)
    g_cancellable_cancel (self->testing);
  g_clear_object (&self->testing);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_MAIL_DIALOG);
  g_clear_object (&self->saved_object);
  G_OBJECT_CLASS (tdm_mail_dialog_parent_class)->dispose (object);
}

static void
tdm_mail_dialog_class_init (TdmMailDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_mail_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/outbox/mail-dialog.ui");
  gtk_widget_class_bind_template_callback (widget_class, tdm_dialog_discard);
  gtk_widget_class_bind_template_child (widget_class, TdmMailDialog, server_row);
  gtk_widget_class_bind_template_child (widget_class, TdmMailDialog, security_row);
  gtk_widget_class_bind_template_child (widget_class, TdmMailDialog, port_button);
  gtk_widget_class_bind_template_child (widget_class, TdmMailDialog, user_row);
  gtk_widget_class_bind_template_child (widget_class, TdmMailDialog, password_row);
  gtk_widget_class_bind_template_child (widget_class, TdmMailDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, TdmMailDialog, forget_group);
  gtk_widget_class_bind_template_callback (widget_class, security_changed_cb);
  gtk_widget_class_install_action (widget_class, "mail.test", NULL, mail_dialog_test_cb);
  gtk_widget_class_install_action (widget_class, "mail.save", NULL, mail_dialog_save_cb);
  gtk_widget_class_install_action (widget_class, "mail.forget", NULL, mail_dialog_forget_cb);
}

static void
tdm_mail_dialog_init (TdmMailDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_secret_buffer_attach (GTK_EDITABLE (self->password_row));
  self->testing = g_cancellable_new ();
}

/* `saved` is called with `object` when the account is another than before. */
void
tdm_mail_dialog_present (GtkWidget *over, TdmMailDialogSaved saved, gpointer object)
{
  TdmMailDialog *self = g_object_new (TDM_TYPE_MAIL_DIALOG, NULL);
  g_autoptr (TdmMailSettings) settings = tdm_mail_settings_read ();

  self->saved = saved;
  self->saved_object = g_object_ref (object);
  gtk_editable_set_text (GTK_EDITABLE (self->server_row), settings->server);
  gtk_editable_set_text (GTK_EDITABLE (self->user_row), settings->user);
  adw_combo_row_set_selected (self->security_row, settings->security);
  gtk_spin_button_set_value (self->port_button, settings->port);
  gtk_widget_set_visible (self->forget_group, tdm_mail_settings_has_account ());
  tdm_dialog_open (self, over);
  tdm_dialog_guard (GTK_WIDGET (self));
}
