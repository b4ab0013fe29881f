/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-keys-dialog.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-feedback.h"
#include "app/notes/tdm-notes-guard.h"
#include "app/notes/tdm-passphrase-dialog.h"
#include "app/notes/tdm-passphrase-question.h"
#include "app/notes/tdm-protection-group.h"
#include "app/notes/tdm-setup-dialog.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"

/* What opens the notes, when they lock, and what protects them. */

struct _TdmKeysDialog
{
  AdwWindow parent_instance;

  GSettings *settings;

  AdwToastOverlay *toasts;
  GtkSwitch *keyring_switch;
  GtkWidget *ask_row;
  GtkSwitch *ask_switch;
  GtkAdjustment *minutes;
};

G_DEFINE_FINAL_TYPE (TdmKeysDialog, tdm_keys_dialog, ADW_TYPE_WINDOW)

static void
passphrase_cb (TdmKeysDialog *self)
{
  tdm_passphrase_dialog_present (GTK_WIDGET (self), FALSE);
}

static void
code_cb (TdmKeysDialog *self)
{
  tdm_setup_dialog_present (GTK_WIDGET (self), TDM_SETUP_NEW_CODE);
}

static void
renew_cb (TdmKeysDialog *self)
{
  tdm_setup_dialog_present (GTK_WIDGET (self), TDM_SETUP_NEW_KEYS);
}

/* What the windows above this one have to say is said here, where somebody looks. */
static void
show_message (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *escaped = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_toast_overlay_add_toast (TDM_KEYS_DIALOG (widget)->toasts, adw_toast_new (escaped));
}

/* Its knob and its colour */
static void
put_switch (GtkSwitch *widget, gboolean is_on)
{
  gtk_switch_set_active (widget, is_on);
  gtk_switch_set_state (widget, is_on);
}

/* --- the login keyring -------------------------------------------------- */

static void
keys_dialog_show_keyring (TdmKeysDialog *self)
{
  gboolean is_on = tdm_notebook_get_facts (tdm_notebook_get_default ())->has_keyring;

  put_switch (self->keyring_switch, is_on);
  gtk_widget_set_sensitive (self->ask_row, is_on);
}

static void
keyring_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmKeysDialog) self = data;
  g_autoptr (GError) error = NULL;

  tdm_notebook_finish (TDM_NOTEBOOK (source), result, &error);
  if (!self->toasts)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->keyring_switch), TRUE);
  keys_dialog_show_keyring (self);
  if (error)
    tdm_feedback_show_message (GTK_WIDGET (self), error->message);
}

static void
keyring_answered_cb (gboolean is_owner, gpointer data)
{
  g_autoptr (TdmKeysDialog) self = data;

  if (!self->toasts)
    return;
  if (is_owner)
    {
      tdm_notebook_set_keyring_async (tdm_notebook_get_default (), keyring_done_cb, g_object_ref (self));
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->keyring_switch), TRUE);
  keys_dialog_show_keyring (self);
}

/* The switch stands where the file says, not where it was pushed to. Switched on, the notes open to whoever can log in
 * here: that is for their owner alone. */
static gboolean
keyring_pushed_cb (TdmKeysDialog *self, gboolean is_on)
{
  const TdmPassphraseWords words = {
    .heading = _ ("Open With the Login Keyring?"),
    .body = _ ("Your notes open without the passphrase then, for everybody who can log in as you on this computer."),
    .button = _ ("_Switch On"),
  };
  TdmNotebook *notebook = tdm_notebook_get_default ();

  if (is_on == tdm_notebook_get_facts (notebook)->has_keyring)
    return FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->keyring_switch), FALSE);
  if (is_on)
    tdm_passphrase_question_ask (GTK_WIDGET (self), &words, keyring_answered_cb, g_object_ref (self));
  else
    tdm_notebook_forget_keyring_async (notebook, keyring_done_cb, g_object_ref (self));
  return TRUE;
}

/* --- the passphrase after a lock ---------------------------------------- */

static void
keys_dialog_show_ask (TdmKeysDialog *self)
{
  put_switch (self->ask_switch, g_settings_get_boolean (self->settings, "ask-after-lock"));
}

static void
ask_answered_cb (gboolean is_owner, gpointer data)
{
  g_autoptr (TdmKeysDialog) self = data;

  if (!self->toasts)
    return;
  if (is_owner)
    g_settings_set_boolean (self->settings, "ask-after-lock", FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->ask_switch), TRUE);
  keys_dialog_show_ask (self);
}

/* Switched off, a lock keeps nobody out who finds the computer unlocked: the owner alone may do that. */
static gboolean
ask_pushed_cb (TdmKeysDialog *self, gboolean is_on)
{
  const TdmPassphraseWords words = {
    .heading = _ ("Open Without the Passphrase After a Lock?"),
    .body = _ ("Whoever finds this computer unlocked can open your notes again then."),
    .button = _ ("_Switch Off"),
  };

  if (is_on == g_settings_get_boolean (self->settings, "ask-after-lock"))
    return FALSE;
  if (is_on)
    {
      g_settings_set_boolean (self->settings, "ask-after-lock", TRUE);
      return FALSE;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->ask_switch), FALSE);
  tdm_passphrase_question_ask (GTK_WIDGET (self), &words, ask_answered_cb, g_object_ref (self));
  return TRUE;
}

/* --- object ------------------------------------------------------------- */

static void
tdm_keys_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_KEYS_DIALOG);
  g_clear_object (&TDM_KEYS_DIALOG (object)->settings);
  G_OBJECT_CLASS (tdm_keys_dialog_parent_class)->dispose (object);
}

static void
tdm_keys_dialog_class_init (TdmKeysDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_keys_dialog_dispose;

  g_type_ensure (TDM_TYPE_PROTECTION_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/keys-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmKeysDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TdmKeysDialog, keyring_switch);
  gtk_widget_class_bind_template_child (widget_class, TdmKeysDialog, ask_row);
  gtk_widget_class_bind_template_child (widget_class, TdmKeysDialog, ask_switch);
  gtk_widget_class_bind_template_child (widget_class, TdmKeysDialog, minutes);
  gtk_widget_class_bind_template_callback (widget_class, passphrase_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_cb);
  gtk_widget_class_bind_template_callback (widget_class, renew_cb);
  gtk_widget_class_bind_template_callback (widget_class, keyring_pushed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_pushed_cb);
  gtk_widget_class_install_action (widget_class, "win.show-message", "s", show_message);
}

static void
tdm_keys_dialog_init (TdmKeysDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (TANDEM_APP_ID);
  g_settings_bind (self->settings, "lock-notes-after", self->minutes, "value", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (tdm_notebook_get_default (), "notify::keyring", G_CALLBACK (keys_dialog_show_keyring), self,
                           G_CONNECT_SWAPPED);
  /* Locked notes have no keys to change. */
  tdm_notes_guard_watch_dialog (self);
  g_signal_connect_object (self->settings, "changed::ask-after-lock", G_CALLBACK (keys_dialog_show_ask), self,
                           G_CONNECT_SWAPPED);
  keys_dialog_show_keyring (self);
  keys_dialog_show_ask (self);
}

void
tdm_keys_dialog_present (GtkWidget *over)
{
  tdm_dialog_open (g_object_new (TDM_TYPE_KEYS_DIALOG, NULL), over);
}
