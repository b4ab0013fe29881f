/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-mail-password.h"

#include "base/tdm-i18n.h"
#include "keyring/tdm-keyring.h"
#include "tdm-mail-error.h"

/* The password of the mail account is kept by the Secret Service of the desktop and nowhere else: in no file of the
 * program, in no setting. */

static const SecretSchema schema = {
  "org.tandemapp.Tandem.Mail",
  SECRET_SCHEMA_DONT_MATCH_NAME,
  {
    { "application", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "server", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "user", SECRET_SCHEMA_ATTRIBUTE_STRING },
  },
};

static GHashTable *
account_get_attributes (TdmMailAccount *account)
{
  const char *server = tdm_mail_account_get_server (account);
  const char *user = tdm_mail_account_get_user (account);

  return secret_attributes_build (&schema, "application", TANDEM_APP_ID, "server", server ? server : "", "user",
                                  user ? user : "", NULL);
}

/* In the words of who sends mails */
static void
task_return_failure (GTask *task, GError *taken_reason)
{
  g_autoptr (GError) reason = taken_reason;

  if (g_error_matches (reason, TDM_KEYRING_ERROR, TDM_KEYRING_ERROR_NOT_FOUND))
    g_task_return_new_error (task, TDM_MAIL_ERROR, TDM_MAIL_ERROR_NO_PASSWORD,
                             _ ("No password is stored for this account yet."));
  else if (g_error_matches (reason, TDM_KEYRING_ERROR, TDM_KEYRING_ERROR_LOCKED))
    g_task_return_new_error (
      task, TDM_MAIL_ERROR, TDM_MAIL_ERROR_NO_KEYRING,
      _ ("The keyring is locked, so the password cannot be reached. Please unlock it and try again."));
  else if (reason->domain == TDM_KEYRING_ERROR)
    g_task_return_new_error (
      task, TDM_MAIL_ERROR, TDM_MAIL_ERROR_NO_KEYRING,
      _ ("This computer has no keyring to keep the password in. It can be entered each time instead."));
  else
    g_task_return_error (task, g_steal_pointer (&reason));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  g_autoptr (GTask) task = taken_task;
  GError *reason = NULL;

  if (tdm_keyring_finish (result, &reason))
    g_task_return_boolean (task, TRUE);
  else
    task_return_failure (task, reason);
}

/**
 * tdm_mail_password_store_async:
 * @account: an account with server and user
 * @password: its password
 *
 * Stores the password in the keyring, in place of an older one. The desktop may ask to unlock the keyring.
 */
void
tdm_mail_password_store_async (TdmMailAccount *account,
                               const char *password,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_autoptr (GHashTable) attributes = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (TDM_IS_MAIL_ACCOUNT (account));
  g_return_if_fail (password != NULL);

  attributes = account_get_attributes (account);
  /* Translators: %s is a mail server; this is how the keyring names the password */
  label = g_strdup_printf (_ ("Tandem: e-mail at %s"), (char *) g_hash_table_lookup (attributes, "server"));
  tdm_keyring_store_async (&schema, attributes, label, password, cancellable, done_cb,
                           g_task_new (NULL, cancellable, callback, data));
}

/**
 * tdm_mail_password_store_finish:
 * @error: %TDM_MAIL_ERROR_NO_KEYRING, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the password is in the keyring
 */
gboolean
tdm_mail_password_store_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  g_autoptr (GTask) task = taken_task;
  GError *reason = NULL;
  char *password = tdm_keyring_look_up_finish (result, &reason);

  if (password)
    g_task_return_pointer (task, password, (GDestroyNotify) tdm_keyring_free);
  else
    task_return_failure (task, reason);
}

/**
 * tdm_mail_password_look_up_async:
 * @account: an account with server and user
 *
 * Looks the password up in the keyring. The desktop may ask to unlock it.
 */
void
tdm_mail_password_look_up_async (TdmMailAccount *account,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  g_autoptr (GHashTable) attributes = NULL;

  g_return_if_fail (TDM_IS_MAIL_ACCOUNT (account));

  attributes = account_get_attributes (account);
  tdm_keyring_look_up_async (&schema, attributes, cancellable, looked_up_cb,
                             g_task_new (NULL, cancellable, callback, data));
}

/**
 * tdm_mail_password_look_up_finish:
 * @error: %TDM_MAIL_ERROR_NO_PASSWORD if none is stored, %TDM_MAIL_ERROR_NO_KEYRING, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the password, for tdm_mail_password_free()
 */
char *
tdm_mail_password_look_up_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tdm_mail_password_forget_async:
 * @account: an account with server and user
 *
 * Takes the password out of the keyring. It is no failure if there was none.
 */
void
tdm_mail_password_forget_async (TdmMailAccount *account,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  g_autoptr (GHashTable) attributes = NULL;

  g_return_if_fail (TDM_IS_MAIL_ACCOUNT (account));

  attributes = account_get_attributes (account);
  tdm_keyring_forget_async (&schema, attributes, cancellable, done_cb, g_task_new (NULL, cancellable, callback, data));
}

/**
 * tdm_mail_password_forget_finish:
 * @error: %TDM_MAIL_ERROR_NO_KEYRING, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the keyring holds no password for the account any more
 */
gboolean
tdm_mail_password_forget_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tdm_mail_password_free:
 * @password: (transfer full) (nullable): a password
 *
 * Overwrites a password and frees it.
 */
void
tdm_mail_password_free (char *password)
{
  tdm_keyring_free (password);
}
