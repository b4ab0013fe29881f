/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-mail-password.h"

#include "base/tdm-i18n.h"
#include "tdm-mail-error.h"

#include <libsecret/secret.h>

/* The password of the mail account is kept by the Secret Service of the desktop and nowhere else: in no file of the
 * program, in no setting. GNOME's keyring finds nothing by the name of a schema while it is locked, and then nobody
 * would be asked to unlock it: an attribute tells our passwords from those of others instead. */

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
get_attributes (TdmMailAccount *account)
{
  const char *server = tdm_mail_account_get_server (account);
  const char *user = tdm_mail_account_get_user (account);

  return secret_attributes_build (&schema, "application", TANDEM_APP_ID, "server", server ? server : "", "user",
                                  user ? user : "", NULL);
}

static const char *
explain (const GError *reason)
{
  if (g_error_matches (reason, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    return _ ("The keyring is locked, so the password cannot be reached. Please unlock it and try again.");
  return _ ("This computer has no keyring to keep the password in. It can be entered each time instead.");
}

static void
return_failure (GTask *task, GError *taken_reason)
{
  g_autoptr (GError) reason = taken_reason;

  g_debug ("%s %d: %s", g_quark_to_string (reason->domain), reason->code, reason->message);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&reason));
  else
    g_task_return_new_error (task, TDM_MAIL_ERROR, TDM_MAIL_ERROR_NO_KEYRING, "%s", explain (reason));
}

static void
return_locked (GTask *task)
{
  return_failure (task, g_error_new_literal (SECRET_ERROR, SECRET_ERROR_IS_LOCKED, "locked"));
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  g_autoptr (GTask) task = taken_task;
  GError *reason = NULL;

  if (secret_password_store_finish (result, &reason))
    g_task_return_boolean (task, TRUE);
  else if (reason)
    return_failure (task, reason);
  else
    return_locked (task);
}

/**
 * tdm_mail_password_store_async:
 * @account: an account with server and user
 * @password: its password
 * @cancellable: (nullable): to stop
 * @callback: called when it is stored
 * @data: for @callback
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

  attributes = get_attributes (account);
  /* Translators: %s is a mail server; this is how the keyring names the password */
  label = g_strdup_printf (_ ("Tandem: e-mail at %s"), (char *) g_hash_table_lookup (attributes, "server"));
  secret_password_storev (&schema, attributes, SECRET_COLLECTION_DEFAULT, label, password, cancellable, stored_cb,
                          g_task_new (NULL, cancellable, callback, data));
}

/**
 * tdm_mail_password_store_finish:
 * @result: what the callback got
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

/* Something that is there, but was not handed out, is locked. */
static void
searched_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  g_autoptr (GTask) task = taken_task;
  GError *reason = NULL;
  GList *items = secret_password_search_finish (result, &reason);

  if (reason)
    return_failure (task, reason);
  else if (items)
    return_locked (task);
  else
    g_task_return_new_error (task, TDM_MAIL_ERROR, TDM_MAIL_ERROR_NO_PASSWORD,
                             _ ("No password is stored for this account yet."));
  g_list_free_full (items, g_object_unref);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  g_autoptr (GTask) task = taken_task;
  GError *reason = NULL;
  char *password = secret_password_lookup_finish (result, &reason);

  if (password)
    g_task_return_pointer (task, password, (GDestroyNotify) secret_password_free);
  else if (reason)
    return_failure (task, reason);
  else
    secret_password_searchv (&schema, g_task_get_task_data (task), SECRET_SEARCH_NONE, g_task_get_cancellable (task),
                             searched_cb, g_object_ref (task));
}

/**
 * tdm_mail_password_look_up_async:
 * @account: an account with server and user
 * @cancellable: (nullable): to stop
 * @callback: called when the answer is there
 * @data: for @callback
 *
 * Looks the password up in the keyring. The desktop may ask to unlock it.
 */
void
tdm_mail_password_look_up_async (TdmMailAccount *account,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  GHashTable *attributes;
  GTask *task;

  g_return_if_fail (TDM_IS_MAIL_ACCOUNT (account));

  attributes = get_attributes (account);
  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_task_data (task, attributes, (GDestroyNotify) g_hash_table_unref);
  secret_password_lookupv (&schema, attributes, cancellable, looked_up_cb, task);
}

/**
 * tdm_mail_password_look_up_finish:
 * @result: what the callback got
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

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  g_autoptr (GTask) task = taken_task;
  GError *reason = NULL;

  secret_password_clear_finish (result, &reason);
  if (reason)
    return_failure (task, reason);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * tdm_mail_password_forget_async:
 * @account: an account with server and user
 * @cancellable: (nullable): to stop
 * @callback: called when it is forgotten
 * @data: for @callback
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

  attributes = get_attributes (account);
  secret_password_clearv (&schema, attributes, cancellable, forgotten_cb,
                          g_task_new (NULL, cancellable, callback, data));
}

/**
 * tdm_mail_password_forget_finish:
 * @result: what the callback got
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
  secret_password_free (password);
}
