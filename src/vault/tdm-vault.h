/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-key-slot.h"
#include "tdm-note.h"
#include "tdm-vault-file.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TdmVaultState:
 * @TDM_VAULT_UNKNOWN: nobody has looked yet
 * @TDM_VAULT_ABSENT: there are no notes yet
 * @TDM_VAULT_LOCKED: there are, and a secret opens them
 * @TDM_VAULT_UNLOCKED: they can be read
 */
typedef enum
{
  TDM_VAULT_UNKNOWN,
  TDM_VAULT_ABSENT,
  TDM_VAULT_LOCKED,
  TDM_VAULT_UNLOCKED,
} TdmVaultState;

#define TDM_TYPE_VAULT_STATE (tdm_vault_state_get_type ())
GType tdm_vault_state_get_type (void);

#define TDM_TYPE_VAULT (tdm_vault_get_type ())
G_DECLARE_FINAL_TYPE (TdmVault, tdm_vault, TDM, VAULT, GObject)

TdmVault      *tdm_vault_new              (const char           *path,
                                           const char           *memory,
                                           const TdmKeyCost     *cost);
const char    *tdm_vault_get_path         (TdmVault             *self);
TdmVaultState  tdm_vault_get_state        (TdmVault             *self);
GListModel    *tdm_vault_get_notes        (TdmVault             *self);
TdmNote       *tdm_vault_find             (TdmVault             *self,
                                           const char           *uid);
gboolean       tdm_vault_is_read_only     (TdmVault             *self);
const char    *tdm_vault_explain_read_only (TdmVault            *self);
gboolean       tdm_vault_is_trusted       (TdmVault             *self);
gboolean       tdm_vault_is_in_order      (TdmVault             *self);
gboolean       tdm_vault_is_older         (TdmVault             *self);
gboolean       tdm_vault_has_keyring      (TdmVault             *self);
gboolean       tdm_vault_was_locked       (TdmVault             *self);
guint          tdm_vault_get_n_unsaved    (TdmVault             *self,
                                           guint                *n_in_memory);
const char    *tdm_vault_get_reason       (TdmVault             *self);
guint          tdm_vault_get_n_recovered  (TdmVault             *self);

void           tdm_vault_look_async       (TdmVault             *self,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void           tdm_vault_create_async     (TdmVault             *self,
                                           const char           *passphrase,
                                           TdmSecret            *recovery,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void           tdm_vault_unlock_async     (TdmVault             *self,
                                           const char           *passphrase,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void           tdm_vault_recover_async    (TdmVault             *self,
                                           const char           *code,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void           tdm_vault_unlock_by_keyring_async (TdmVault      *self,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void           tdm_vault_lock             (TdmVault             *self);
void           tdm_vault_close            (TdmVault             *self);
void           tdm_vault_accept_async     (TdmVault             *self,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);

void           tdm_vault_read_async       (TdmVault             *self,
                                           const char           *uid,
                                           guint64               revision,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
TdmNote       *tdm_vault_read_finish      (TdmVault             *self,
                                           GAsyncResult         *result,
                                           GError              **error);
void           tdm_vault_save_async       (TdmVault             *self,
                                           TdmNote              *note,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
TdmNote       *tdm_vault_save_finish      (TdmVault             *self,
                                           GAsyncResult         *result,
                                           GError              **error);
void           tdm_vault_keep             (TdmVault             *self,
                                           TdmNote              *note);
void           tdm_vault_claim            (TdmVault             *self,
                                           const char           *uid);
void           tdm_vault_save_all_async   (TdmVault             *self,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void           tdm_vault_forget_recovered (TdmVault             *self);
void           tdm_vault_remove_async     (TdmVault             *self,
                                           const char           *uid,
                                           gboolean              is_removed,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void           tdm_vault_delete_async     (TdmVault             *self,
                                           const char           *uid,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void           tdm_vault_search_async     (TdmVault             *self,
                                           const char           *text,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
GPtrArray     *tdm_vault_search_finish    (TdmVault             *self,
                                           GAsyncResult         *result,
                                           GError              **error);
void           tdm_vault_list_earlier_async (TdmVault           *self,
                                           const char           *uid,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
GPtrArray     *tdm_vault_list_finish      (TdmVault             *self,
                                           GAsyncResult         *result,
                                           GError              **error);

void           tdm_vault_set_passphrase_async (TdmVault         *self,
                                           const char           *passphrase,
                                           const char           *next,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void           tdm_vault_check_passphrase_async (TdmVault       *self,
                                           const char           *passphrase,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void           tdm_vault_set_keyring_async (TdmVault            *self,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void           tdm_vault_forget_keyring_async (TdmVault         *self,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void           tdm_vault_set_recovery_async (TdmVault           *self,
                                           TdmSecret            *recovery,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void           tdm_vault_renew_keys_async (TdmVault             *self,
                                           const char           *passphrase,
                                           TdmSecret            *recovery,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void           tdm_vault_back_up_async    (TdmVault             *self,
                                           const char           *path,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void           tdm_vault_export_async     (TdmVault             *self,
                                           const char           *path,
                                           const char *const    *pairs,
                                           GHashTable           *titles,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
gboolean       tdm_vault_export_finish    (TdmVault             *self,
                                           GAsyncResult         *result,
                                           guint                *n_damaged,
                                           GError              **error);
void           tdm_vault_merge_async      (TdmVault             *self,
                                           const char           *path,
                                           const char           *secret,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
gboolean       tdm_vault_merge_finish     (TdmVault             *self,
                                           GAsyncResult         *result,
                                           TdmVaultMerge        *done,
                                           GError              **error);
void           tdm_vault_restore_async    (TdmVault             *self,
                                           const char           *path,
                                           const char           *secret,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
gboolean       tdm_vault_restore_finish   (TdmVault             *self,
                                           GAsyncResult         *result,
                                           char                **aside,
                                           GError              **error);
void           tdm_vault_delete_about_async (TdmVault           *self,
                                           const char *const    *pairs,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void           tdm_vault_destroy_async    (TdmVault             *self,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
gboolean       tdm_vault_finish           (TdmVault             *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
