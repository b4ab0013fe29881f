/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-keyring.h"

#include "base/tdm-secrets.h"

/* The Secret Service of the desktop, with three answers instead of the dozens that libsecret, D-Bus and the services
 * have for "no". GNOME's keyring finds nothing by the name of a schema while it is locked, and then nobody would be
 * asked to unlock it: schemas here have SECRET_SCHEMA_DONT_MATCH_NAME, and an attribute that tells our secrets from
 * others. */

G_DEFINE_QUARK (tdm-keyring-error-quark, tdm_keyring_error)

static void
keyring_return_failure (GTask *task, GError *taken_reason)
{
  TdmKeyringError code = TDM_KEYRING_ERROR_ABSENT;

  g_debug ("%s %d: %s", g_quark_to_string (taken_reason->domain), taken_reason->code, taken_reason->message);
  if (g_error_matches (taken_reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, taken_reason);
      return;
    }
  if (g_error_matches (taken_reason, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    code = TDM_KEYRING_ERROR_LOCKED;
  g_task_return_new_error (task, TDM_KEYRING_ERROR, code, "%s", taken_reason->message);
  g_error_free (taken_reason);
}

static void
keyring_stored_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  g_autoptr (GTask) task = taken_task;
  GError *reason = NULL;

  if (secret_password_store_finish (result, &reason))
    g_task_return_boolean (task, TRUE);
  else if (reason)
    keyring_return_failure (task, reason);
  else
    g_task_return_new_error (task, TDM_KEYRING_ERROR, TDM_KEYRING_ERROR_LOCKED, "locked");
}

/**
 * tdm_keyring_store_async:
 * @schema: of what kind it is
 * @attributes: (element-type utf8 utf8): by which it is found again; they are not secret
 * @label: how the keyring names it to its owner; not secret
 * @secret: what to keep, without line breaks, which some keyrings do not survive
 *
 * Takes the place of what was kept under the same attributes. The desktop may ask to unlock the keyring.
 */
void
tdm_keyring_store_async (const SecretSchema *schema, GHashTable *attributes, const char *label, const char *secret,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (secret != NULL);

  tdm_secrets_expect ();
  secret_password_storev (schema, attributes, SECRET_COLLECTION_DEFAULT, label, secret, cancellable, keyring_stored_cb,
                          g_task_new (NULL, cancellable, callback, data));
}

typedef struct
{
  const SecretSchema *schema;
  GHashTable *attributes;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_hash_table_unref (question->attributes);
  g_free (question);
}

/* Something that is there, but was not handed out, is locked. */
static void
keyring_searched_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  g_autoptr (GTask) task = taken_task;
  GError *reason = NULL;
  GList *items = secret_password_search_finish (result, &reason);

  if (reason)
    keyring_return_failure (task, reason);
  else if (items)
    g_task_return_new_error (task, TDM_KEYRING_ERROR, TDM_KEYRING_ERROR_LOCKED, "locked");
  else
    g_task_return_new_error (task, TDM_KEYRING_ERROR, TDM_KEYRING_ERROR_NOT_FOUND, "not found");
  g_list_free_full (items, g_object_unref);
}

static void
keyring_looked_up_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  g_autoptr (GTask) task = taken_task;
  Question *question = g_task_get_task_data (task);
  GError *reason = NULL;
  char *secret = secret_password_lookup_nonpageable_finish (result, &reason);

  if (secret)
    g_task_return_pointer (task, secret, (GDestroyNotify) secret_password_free);
  else if (reason)
    keyring_return_failure (task, reason);
  else
    secret_password_searchv (question->schema, question->attributes, SECRET_SEARCH_NONE, g_task_get_cancellable (task),
                             keyring_searched_cb, g_object_ref (task));
}

/**
 * tdm_keyring_look_up_async:
 * @schema: of what kind it is
 * @attributes: (element-type utf8 utf8): under which it was stored
 *
 * The desktop may ask to unlock the keyring.
 */
void
tdm_keyring_look_up_async (const SecretSchema *schema, GHashTable *attributes, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Question *question = g_new (Question, 1);

  tdm_secrets_expect ();
  *question = (Question) { schema, g_hash_table_ref (attributes) };
  g_task_set_task_data (task, question, question_free);
  secret_password_lookupv (schema, attributes, cancellable, keyring_looked_up_cb, task);
}

/**
 * tdm_keyring_look_up_finish:
 * @error: of #TdmKeyringError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the secret, in memory that is not swapped, for tdm_keyring_free()
 */
char *
tdm_keyring_look_up_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
keyring_forgotten_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  g_autoptr (GTask) task = taken_task;
  GError *reason = NULL;

  secret_password_clear_finish (result, &reason);
  if (reason)
    keyring_return_failure (task, reason);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * tdm_keyring_forget_async:
 * @schema: of what kind it is
 * @attributes: (element-type utf8 utf8): under which it was stored
 */
void
tdm_keyring_forget_async (const SecretSchema *schema, GHashTable *attributes, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  secret_password_clearv (schema, attributes, cancellable, keyring_forgotten_cb,
                          g_task_new (NULL, cancellable, callback, data));
}

/**
 * tdm_keyring_finish:
 * @error: of #TdmKeyringError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it was done
 */
gboolean
tdm_keyring_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tdm_keyring_free:
 * @secret: (transfer full) (nullable): what tdm_keyring_look_up_finish() returned
 *
 * Overwrites it and frees it.
 */
void
tdm_keyring_free (char *secret)
{
  secret_password_free (secret);
}
