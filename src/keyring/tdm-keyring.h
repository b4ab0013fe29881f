/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <libsecret/secret.h>

G_BEGIN_DECLS

/**
 * TdmKeyringError:
 * @TDM_KEYRING_ERROR_ABSENT: this desktop has no keyring, or it does not answer
 * @TDM_KEYRING_ERROR_LOCKED: it is locked, and nobody unlocked it when it asked
 * @TDM_KEYRING_ERROR_NOT_FOUND: it holds nothing of this kind
 *
 * For whoever asks, who knows the words for it: the messages are not for users.
 */
typedef enum
{
  TDM_KEYRING_ERROR_ABSENT,
  TDM_KEYRING_ERROR_LOCKED,
  TDM_KEYRING_ERROR_NOT_FOUND,
} TdmKeyringError;

#define TDM_KEYRING_ERROR (tdm_keyring_error_quark ())
GQuark   tdm_keyring_error_quark   (void);

void     tdm_keyring_store_async   (const SecretSchema  *schema,
                                    GHashTable          *attributes,
                                    const char          *label,
                                    const char          *secret,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             data);
void     tdm_keyring_look_up_async (const SecretSchema  *schema,
                                    GHashTable          *attributes,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             data);
char    *tdm_keyring_look_up_finish (GAsyncResult       *result,
                                    GError             **error);
void     tdm_keyring_forget_async  (const SecretSchema  *schema,
                                    GHashTable          *attributes,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             data);
gboolean tdm_keyring_finish        (GAsyncResult        *result,
                                    GError             **error);
void     tdm_keyring_free          (char                *secret);

G_END_DECLS
