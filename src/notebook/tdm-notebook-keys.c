/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notebook-private.h"

#include "base/tdm-i18n.h"
#include "keyring/tdm-keyring.h"
#include "vault/tdm-recovery-code.h"
#include "vault/tdm-vault-error.h"

/* The ways to the keys: the passphrase, the recovery code and the keyring of the desktop. */

static gboolean
notebook_set_passphrase_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  return tdm_notebook_require (self, error) &&
         (!job->secret || tdm_vault_file_check_secret (self->file, TDM_KEY_SLOT_PASSPHRASE, job->secret, error)) &&
         tdm_vault_file_set_slot (self->file, TDM_KEY_SLOT_PASSPHRASE, job->next, &self->cost, error);
}

/**
 * tdm_notebook_set_passphrase_async:
 * @self: an unlocked notebook
 * @passphrase: (nullable): the present one; %NULL after the notes were opened with the recovery code
 * @next: what opens it from now on
 * @callback: called when it does, for tdm_notebook_finish(); %TDM_VAULT_ERROR_WRONG_SECRET if @passphrase is not right
 */
void
tdm_notebook_set_passphrase_async (TdmNotebook *self,
                                   const char *passphrase,
                                   const char *next,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (notebook_set_passphrase_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->secret = passphrase ? tdm_secret_new_text (passphrase) : NULL;
  job->next = tdm_secret_new_text (next);
  tdm_notebook_run (self, job, callback, data);
}

static gboolean
notebook_check_passphrase_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  return tdm_notebook_require (self, error) &&
         tdm_vault_file_check_secret (self->file, TDM_KEY_SLOT_PASSPHRASE, job->secret, error);
}

/**
 * tdm_notebook_check_passphrase_async:
 * @self: an unlocked notebook
 * @passphrase: what somebody entered who is about to change a key
 */
void
tdm_notebook_check_passphrase_async (TdmNotebook *self,
                                     const char *passphrase,
                                     GAsyncReadyCallback callback,
                                     gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (notebook_check_passphrase_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->secret = tdm_secret_new_text (passphrase);
  tdm_notebook_run (self, job, callback, data);
}

static gboolean
notebook_set_recovery_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  return tdm_notebook_require (self, error) &&
         tdm_vault_file_set_slot (self->file, TDM_KEY_SLOT_RECOVERY, job->next, NULL, error);
}

/**
 * tdm_notebook_set_recovery_async:
 * @self: an unlocked notebook
 * @code: a recovery code; the one before opens nothing any more
 */
void
tdm_notebook_set_recovery_async (TdmNotebook *self, const char *code, GAsyncReadyCallback callback, gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (notebook_set_recovery_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->next = tdm_recovery_code_read (code, NULL);
  g_assert (job->next);
  tdm_notebook_run (self, job, callback, data);
}

static gboolean
notebook_renew_keys_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  if (!tdm_notebook_require (self, error) ||
      !tdm_vault_file_check_secret (self->file, TDM_KEY_SLOT_PASSPHRASE, job->secret, error))
    return FALSE;
  tdm_notebook_name_keyring (self, job);
  if (!tdm_vault_file_renew_keys (self->file, job->secret, job->next, &self->cost, error))
    return FALSE;
  tdm_vault_drafts_seal (self->drafts, self->file);
  return TRUE;
}

/**
 * tdm_notebook_renew_keys_async:
 * @self: an unlocked notebook
 * @passphrase: its passphrase
 * @code: a new recovery code
 *
 * The keyring does not open it afterwards until it is told again.
 */
void
tdm_notebook_renew_keys_async (TdmNotebook *self,
                               const char *passphrase,
                               const char *code,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (notebook_renew_keys_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->secret = tdm_secret_new_text (passphrase);
  job->next = tdm_recovery_code_read (code, NULL);
  g_assert (job->next);
  job->apply = tdm_notebook_clear_keyring;
  tdm_notebook_run (self, job, callback, data);
}

/* The keyring of the desktop as one more way to the key. It keeps random bytes that open one slot of the file and
 * nothing else: if it loses them, or is not there, the passphrase opens the notes as before. */

#define KEYRING_BYTES 32

static const SecretSchema schema = {
  "org.tandemapp.Tandem.Vault",
  SECRET_SCHEMA_DONT_MATCH_NAME,
  { { "tandem-vault", SECRET_SCHEMA_ATTRIBUTE_STRING } },
};

/* From here on it is about one file and one session: what was locked meanwhile stays locked. */
typedef struct
{
  char *uuid;
  guint session;
  TdmSecret *secret;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_free (errand->uuid);
  tdm_secret_free (errand->secret);
  g_free (errand);
}

static GHashTable *
keyring_get_attributes (const char *uuid)
{
  return secret_attributes_build (&schema, "tandem-vault", uuid, NULL);
}

static GTask *
notebook_begin (TdmNotebook *self, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  Errand *errand = g_new0 (Errand, 1);

  errand->session = self->session;
  g_task_set_task_data (task, errand, errand_free);
  return task;
}

static void
errand_return_code (GTask *task, TdmVaultError code)
{
  GError *error = NULL;

  tdm_vault_error_set (&error, code);
  g_task_return_error (task, error);
}

static gboolean
errand_was_locked_meanwhile (GTask *task)
{
  TdmNotebook *self = g_task_get_source_object (task);
  Errand *errand = g_task_get_task_data (task);

  if (errand->session == self->session)
    return FALSE;
  errand_return_code (task, TDM_VAULT_ERROR_LOCKED);
  return TRUE;
}

static void
errand_passed_on_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  g_autoptr (GTask) task = taken_task;
  GError *error = NULL;

  if (tdm_notebook_finish (TDM_NOTEBOOK (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes the uuid of the file from the job before; FALSE if that has failed, and @task with it. */
static gboolean
notebook_take_uuid (TdmNotebook *self, GAsyncResult *result, GTask *task)
{
  Errand *errand = g_task_get_task_data (task);
  GError *error = NULL;
  TdmNotebookJob *job = tdm_notebook_get_result (self, result, &error);

  if (job)
    errand->uuid = g_strdup (job->uid);
  else
    g_task_return_error (task, error);
  return job != NULL;
}

static gboolean
notebook_prepare_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  if (!tdm_notebook_require (self, error))
    return FALSE;
  if (tdm_vault_file_is_read_only (self->file) || !tdm_vault_file_is_trusted (self->file))
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_READ_ONLY);
  job->uid = tdm_vault_file_get_uuid (self->file);
  return TRUE;
}

static gboolean
notebook_set_slot_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  return tdm_notebook_require (self, error) &&
         tdm_vault_file_set_slot (self->file, TDM_KEY_SLOT_KEYRING, job->secret, NULL, error);
}

static void
errand_stored_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  g_autoptr (GTask) task = taken_task;
  g_autoptr (GError) reason = NULL;
  Errand *errand = g_task_get_task_data (task);
  TdmNotebookJob *job;

  if (!tdm_keyring_finish (result, &reason))
    {
      g_task_return_new_error (
        task, TDM_VAULT_ERROR, TDM_VAULT_ERROR_NO_KEYRING, "%s",
        g_error_matches (reason, TDM_KEYRING_ERROR, TDM_KEYRING_ERROR_LOCKED)
          ? _ ("The keyring is locked, so it cannot keep the key. Please unlock it and try again.")
          : _ ("This computer has no keyring to keep the key in."));
      return;
    }
  if (errand_was_locked_meanwhile (task))
    return;
  job = tdm_notebook_job_new (notebook_set_slot_work);
  job->secret = g_steal_pointer (&errand->secret);
  tdm_notebook_run (g_task_get_source_object (task), job, errand_passed_on_cb, g_object_ref (task));
}

static void
errand_prepared_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  g_autoptr (GTask) task = taken_task;
  Errand *errand = g_task_get_task_data (task);
  g_autoptr (GHashTable) attributes = NULL;
  g_autoptr (TdmSecret) text = NULL;

  if (!notebook_take_uuid (TDM_NOTEBOOK (source), result, task))
    return;
  errand->secret = tdm_secret_new_random (KEYRING_BYTES);
  text = tdm_secret_encode (errand->secret);
  attributes = keyring_get_attributes (errand->uuid);
  tdm_keyring_store_async (&schema, attributes, _ ("Tandem: my notes"), (const char *) tdm_secret_get_bytes (text),
                           NULL, errand_stored_cb, g_object_ref (task));
}

/**
 * tdm_notebook_set_keyring_async:
 * @self: an unlocked notebook
 * @callback: called when the keyring of the desktop opens it too, for tdm_notebook_finish();
 * %TDM_VAULT_ERROR_NO_KEYRING if there is none or it stays locked
 */
void
tdm_notebook_set_keyring_async (TdmNotebook *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  tdm_notebook_run (self, tdm_notebook_job_new (notebook_prepare_work), errand_prepared_cb,
                    notebook_begin (self, callback, data));
}

/* Another word for a key that does not fit: nobody typed anything. */
static void
errand_opened_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  g_autoptr (GTask) task = taken_task;
  GError *error = NULL;

  if (tdm_notebook_finish (TDM_NOTEBOOK (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_WRONG_SECRET))
    {
      g_error_free (error);
      errand_return_code (task, TDM_VAULT_ERROR_NO_KEYRING);
    }
  else
    g_task_return_error (task, error);
}

static void
errand_looked_up_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  g_autoptr (GTask) task = taken_task;
  char *text = tdm_keyring_look_up_finish (result, NULL);
  TdmSecret *secret = text ? tdm_secret_decode (text, KEYRING_BYTES) : NULL;

  tdm_keyring_free (text);
  if (tdm_notebook_get_state (g_task_get_source_object (task)) == TDM_NOTEBOOK_UNLOCKED)
    {
      /* Somebody was quicker. */
      tdm_secret_free (secret);
      g_task_return_boolean (task, TRUE);
    }
  else if (!secret)
    errand_return_code (task, TDM_VAULT_ERROR_NO_KEYRING);
  else if (errand_was_locked_meanwhile (task))
    tdm_secret_free (secret);
  else
    tdm_notebook_unlock_with (g_task_get_source_object (task), TDM_KEY_SLOT_KEYRING, secret, errand_opened_cb,
                              g_object_ref (task));
}

static gboolean
notebook_name_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  if (!self->file)
    self->file = tdm_vault_file_open (self->path, TDM_OPEN_EXISTING, error);
  if (!self->file)
    return FALSE;
  job->uid = tdm_vault_file_get_uuid (self->file);
  return tdm_vault_file_has_slot (self->file, TDM_KEY_SLOT_KEYRING) ||
         tdm_vault_error_set (error, TDM_VAULT_ERROR_NO_SLOT);
}

static void
errand_named_cb (GObject *source, GAsyncResult *result, gpointer taken_task)
{
  g_autoptr (GTask) task = taken_task;
  g_autoptr (GHashTable) attributes = NULL;

  if (!notebook_take_uuid (TDM_NOTEBOOK (source), result, task))
    return;
  attributes = keyring_get_attributes (((Errand *) g_task_get_task_data (task))->uuid);
  tdm_keyring_look_up_async (&schema, attributes, NULL, errand_looked_up_cb, g_object_ref (task));
}

/**
 * tdm_notebook_unlock_by_keyring_async:
 * @self: a locked notebook
 * @callback: called when the notes are there, for tdm_notebook_finish(); %TDM_VAULT_ERROR_NO_SLOT if the keyring was
 * never told, %TDM_VAULT_ERROR_NO_KEYRING if it is not there, stays locked, or has lost the key
 *
 * Whatever fails, the passphrase still opens the notes, and nothing is changed in the file.
 */
void
tdm_notebook_unlock_by_keyring_async (TdmNotebook *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  tdm_notebook_run (self, tdm_notebook_job_new (notebook_name_work), errand_named_cb,
                    notebook_begin (self, callback, data));
}

/* On the worker, before the slot goes: what tdm_notebook_clear_keyring() needs */
void
tdm_notebook_name_keyring (TdmNotebook *self, TdmNotebookJob *job)
{
  if (tdm_vault_file_has_slot (self->file, TDM_KEY_SLOT_KEYRING))
    job->uid = tdm_vault_file_get_uuid (self->file);
}

static gboolean
notebook_drop_work (TdmNotebook *self, TdmNotebookJob *job, GError **error)
{
  if (!tdm_notebook_require (self, error))
    return FALSE;
  tdm_notebook_name_keyring (self, job);
  return tdm_vault_file_drop_slot (self->file, TDM_KEY_SLOT_KEYRING, error);
}

/* What is left in a keyring opens nothing any more, so it is no matter whether that one answers. */
void
tdm_notebook_clear_keyring (TdmNotebook *self, TdmNotebookJob *job)
{
  g_autoptr (GHashTable) attributes = job->uid ? keyring_get_attributes (job->uid) : NULL;

  if (attributes)
    tdm_keyring_forget_async (&schema, attributes, NULL, NULL, NULL);
}

/**
 * tdm_notebook_forget_keyring_async:
 * @self: an unlocked notebook
 */
void
tdm_notebook_forget_keyring_async (TdmNotebook *self, GAsyncReadyCallback callback, gpointer data)
{
  TdmNotebookJob *job = tdm_notebook_job_new (notebook_drop_work);

  g_return_if_fail (TDM_IS_NOTEBOOK (self));

  job->apply = tdm_notebook_clear_keyring;
  tdm_notebook_run (self, job, callback, data);
}
