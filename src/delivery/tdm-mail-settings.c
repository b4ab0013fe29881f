/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-mail-settings.h"

#include "mail/tdm-mail-account.h"
#include "mail/tdm-mail-password.h"
#include "mail/tdm-smtp.h"

/* The mail account of the person who uses this computer. It is not in the programme file, which others may get; the
 * password is in the keyring and nowhere else. */

/**
 * tdm_mail_settings_has_account:
 *
 * Returns: whether mail can be sent; until then nothing touches the network
 */
gboolean
tdm_mail_settings_has_account (void)
{
  g_autoptr (GSettings) settings = g_settings_new (TANDEM_APP_ID);
  g_autofree char *server = g_settings_get_string (settings, "mail-server");

  return *server != '\0';
}

/**
 * tdm_mail_settings_read:
 *
 * Returns: (transfer full): the account that was set up, with an empty server if none was
 */
TdmMailSettings *
tdm_mail_settings_read (void)
{
  g_autoptr (GSettings) settings = g_settings_new (TANDEM_APP_ID);
  g_autofree char *nick = g_settings_get_string (settings, "mail-security");
  g_autoptr (GEnumClass) klass = g_type_class_ref (TDM_TYPE_MAIL_SECURITY);
  GEnumValue *security = g_enum_get_value_by_nick (klass, nick);
  TdmMailSettings *self = g_new (TdmMailSettings, 1);

  *self = (TdmMailSettings) {
    .server = g_settings_get_string (settings, "mail-server"),
    .port = g_settings_get_uint (settings, "mail-port"),
    .security = security ? (TdmMailSecurity) security->value : TDM_MAIL_SECURITY_TLS,
    .user = g_settings_get_string (settings, "mail-user"),
  };
  if (self->port == 0)
    self->port = tdm_mail_security_usual_port (self->security);
  return self;
}

void
tdm_mail_settings_free (TdmMailSettings *self)
{
  g_free (self->server);
  g_free (self->user);
  g_free (self);
}

guint
tdm_mail_settings_usual_port (guint security)
{
  return tdm_mail_security_usual_port (security);
}

static TdmMailAccount *
settings_make_account (const TdmMailSettings *self)
{
  TdmMailAccount *account = tdm_mail_account_new (self->server, self->security, self->user);

  if (self->port != 0)
    g_object_set (account, "port", self->port, NULL);
  /* For servers of an organisation that vouches for itself. */
  g_object_set (account, "authority", g_getenv ("TANDEM_MAIL_AUTHORITY"), NULL);
  return account;
}

/**
 * tdm_mail_settings_get_account:
 *
 * Returns: (transfer full): the account that was set up, with an empty server if none was
 */
TdmMailAccount *
tdm_mail_settings_get_account (void)
{
  g_autoptr (TdmMailSettings) self = tdm_mail_settings_read ();

  return settings_make_account (self);
}

static gboolean
account_has_password (TdmMailAccount *account)
{
  const char *user = tdm_mail_account_get_user (account);

  return *tdm_mail_account_get_server (account) != '\0' && user && *user != '\0';
}

/* No password stays in the keyring for an account that the program does not use any more. */
static void
account_keep (TdmMailAccount *account)
{
  g_autoptr (GSettings) settings = g_settings_new (TANDEM_APP_ID);
  g_autoptr (TdmMailAccount) former = tdm_mail_settings_get_account ();
  g_autoptr (GEnumClass) klass = g_type_class_ref (TDM_TYPE_MAIL_SECURITY);
  GEnumValue *security = g_enum_get_value (klass, tdm_mail_account_get_security (account));

  if (account_has_password (former) &&
      (g_strcmp0 (tdm_mail_account_get_server (former), tdm_mail_account_get_server (account)) != 0 ||
       g_strcmp0 (tdm_mail_account_get_user (former), tdm_mail_account_get_user (account)) != 0))
    tdm_mail_password_forget_async (former, NULL, NULL, NULL);
  g_settings_set_string (settings, "mail-server", tdm_mail_account_get_server (account));
  g_settings_set_uint (settings, "mail-port", tdm_mail_account_get_port (account));
  g_settings_set_string (settings, "mail-security", security->value_nick);
  g_settings_set_string (settings, "mail-user", tdm_mail_account_get_user (account));
}

static void
settings_password_stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TdmMailAccount *account = g_task_get_source_object (task);
  GError *error = NULL;

  if (!tdm_mail_password_store_finish (result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  account_keep (account);
  g_task_return_boolean (task, TRUE);
}

/**
 * tdm_mail_settings_save_async:
 * @password: (nullable): the password, %NULL to leave that in the keyring as it is
 *
 * Finish with tdm_mail_settings_finish().
 */
void
tdm_mail_settings_save_async (const TdmMailSettings *self, const char *password, GAsyncReadyCallback callback,
                              gpointer data)
{
  g_autoptr (TdmMailAccount) account = settings_make_account (self);
  g_autoptr (GTask) task = g_task_new (account, NULL, callback, data);
  GError *error = NULL;

  if (!tdm_mail_account_check (account, &error))
    g_task_return_error (task, error);
  else if (password && *tdm_mail_account_get_user (account))
    tdm_mail_password_store_async (account, password, NULL, settings_password_stored_cb, g_steal_pointer (&task));
  else
    {
      account_keep (account);
      g_task_return_boolean (task, TRUE);
    }
}

gboolean
tdm_mail_settings_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
settings_password_forgotten_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (tdm_mail_password_forget_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tdm_mail_settings_forget_async:
 *
 * From here on nothing is sent any more. Finish with tdm_mail_settings_finish().
 */
void
tdm_mail_settings_forget_async (GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (TANDEM_APP_ID);
  g_autoptr (TdmMailAccount) account = tdm_mail_settings_get_account ();
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);

  g_settings_reset (settings, "mail-server");
  g_settings_reset (settings, "mail-port");
  g_settings_reset (settings, "mail-security");
  g_settings_reset (settings, "mail-user");
  if (account_has_password (account))
    tdm_mail_password_forget_async (account, NULL, settings_password_forgotten_cb, g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

static void
account_tested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (tdm_smtp_test_finish (TDM_SMTP (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
account_test (GTask *taken_task, const char *password)
{
  g_autoptr (TdmSmtp) smtp = tdm_smtp_new (g_task_get_source_object (taken_task), password);

  tdm_smtp_test_async (smtp, g_task_get_cancellable (taken_task), account_tested_cb, taken_task);
}

static void
account_password_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  char *password = tdm_mail_password_look_up_finish (result, &error);

  if (password)
    account_test (g_steal_pointer (&task), password);
  else
    g_task_return_error (task, error);
  tdm_mail_password_free (password);
}

/**
 * tdm_mail_settings_test_async:
 * @password: (nullable): the password, %NULL for that in the keyring
 *
 * Connects and logs in, and sends nothing. Finish with tdm_mail_settings_finish().
 */
void
tdm_mail_settings_test_async (const TdmMailSettings *self, const char *password, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (TdmMailAccount) account = settings_make_account (self);
  g_autoptr (GTask) task = g_task_new (account, cancellable, callback, data);
  GError *error = NULL;

  if (!tdm_mail_account_check (account, &error))
    g_task_return_error (task, error);
  else if (password || *tdm_mail_account_get_user (account) == '\0')
    account_test (g_steal_pointer (&task), password);
  else
    tdm_mail_password_look_up_async (account, cancellable, account_password_found_cb, g_steal_pointer (&task));
}
