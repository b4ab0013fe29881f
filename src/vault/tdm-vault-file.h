/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "base/tdm-file-access.h"
#include "tdm-key-slot.h"
#include "tdm-vault-note.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _TdmDatabase TdmDatabase;

/* Four bytes at offset 68 of every vault: "TNDV". */
#define TDM_VAULT_APPLICATION_ID 0x544E4456

/* An earlier state of a note is kept when it stood, or was worked on, for that many seconds; at most so many, so
 * long. */
#define TDM_VAULT_EARLIER_APART (10 * 60)
#define TDM_VAULT_EARLIER_MOST 20
#define TDM_VAULT_EARLIER_SECONDS (30 * 24 * 60 * 60)

/* What was put into the bin stays there so long. */
#define TDM_VAULT_BIN_SECONDS (30 * 24 * 60 * 60)

/* Bytes of a sealed draft, at most */
#define TDM_VAULT_DRAFT_MOST (5 * 1024 * 1024)

/**
 * TdmVaultMerge:
 * @n_added: notes that were not here
 * @n_updated: notes of which a newer state came
 * @n_apart: notes that were written differently on both sides: what came is a note of its own now
 * @n_damaged: notes that could not be read over there
 *
 * What became of the notes of another file.
 */
typedef struct
{
  guint n_added;
  guint n_updated;
  guint n_apart;
  guint n_damaged;
} TdmVaultMerge;

#define TDM_TYPE_VAULT_FILE (tdm_vault_file_get_type ())
G_DECLARE_FINAL_TYPE (TdmVaultFile, tdm_vault_file, TDM, VAULT_FILE, GObject)

TdmVaultFile *tdm_vault_file_open           (const char        *path,
                                             TdmOpenMode        mode,
                                             GError           **error);
gboolean      tdm_vault_file_is_read_only   (TdmVaultFile      *self);
TdmReadOnlyReason tdm_vault_file_get_read_only (TdmVaultFile   *self);
const char   *tdm_vault_file_explain_read_only (TdmVaultFile   *self);
gboolean      tdm_vault_file_is_set_up      (TdmVaultFile      *self);
char         *tdm_vault_file_get_uuid       (TdmVaultFile      *self);
guint64       tdm_vault_file_get_generation (TdmVaultFile      *self);

gboolean      tdm_vault_file_set_up         (TdmVaultFile      *self,
                                             TdmSecret         *passphrase,
                                             TdmSecret         *recovery,
                                             const TdmKeyCost  *cost,
                                             GError           **error);
gboolean      tdm_vault_file_unlock         (TdmVaultFile      *self,
                                             TdmKeySlotKind     kind,
                                             TdmSecret         *secret,
                                             GPtrArray         *notes,
                                             GError           **error);
void          tdm_vault_file_lock           (TdmVaultFile      *self);
gboolean      tdm_vault_file_settle         (TdmVaultFile      *self,
                                             GError           **error);
gboolean      tdm_vault_file_has_news       (TdmVaultFile      *self);
gboolean      tdm_vault_file_is_unlocked    (TdmVaultFile      *self);
gboolean      tdm_vault_file_is_trusted     (TdmVaultFile      *self);
void          tdm_vault_file_set_passed     (TdmVaultFile      *self,
                                             gint64             passed);
gboolean      tdm_vault_file_is_in_order    (TdmVaultFile      *self);
gboolean      tdm_vault_file_accept         (TdmVaultFile      *self,
                                             GError           **error);

gboolean      tdm_vault_file_check_secret   (TdmVaultFile      *self,
                                             TdmKeySlotKind     kind,
                                             TdmSecret         *secret,
                                             GError           **error);
gboolean      tdm_vault_file_has_slot       (TdmVaultFile      *self,
                                             TdmKeySlotKind     kind);
gboolean      tdm_vault_file_set_slot       (TdmVaultFile      *self,
                                             TdmKeySlotKind     kind,
                                             TdmSecret         *secret,
                                             const TdmKeyCost  *cost,
                                             GError           **error);
gboolean      tdm_vault_file_drop_slot      (TdmVaultFile      *self,
                                             TdmKeySlotKind     kind,
                                             GError           **error);
gboolean      tdm_vault_file_strengthen     (TdmVaultFile      *self,
                                             TdmSecret         *passphrase,
                                             const TdmKeyCost  *cost,
                                             GError           **error);
gboolean      tdm_vault_file_renew_keys     (TdmVaultFile      *self,
                                             TdmSecret         *passphrase,
                                             TdmSecret         *recovery,
                                             const TdmKeyCost  *cost,
                                             GError           **error);

GPtrArray    *tdm_vault_file_list           (TdmVaultFile      *self,
                                             GError           **error);
TdmVaultNote *tdm_vault_file_read           (TdmVaultFile      *self,
                                             const char        *uid,
                                             guint64            revision,
                                             GError           **error);
GPtrArray    *tdm_vault_file_list_earlier   (TdmVaultFile      *self,
                                             const char        *uid,
                                             GError           **error);
gboolean      tdm_vault_file_save           (TdmVaultFile      *self,
                                             TdmVaultNote      *note,
                                             GError           **error);
GBytes       *tdm_vault_file_seal_draft     (TdmVaultFile      *self,
                                             TdmVaultNote      *note,
                                             GError           **error);
TdmVaultNote *tdm_vault_file_open_draft     (TdmVaultFile      *self,
                                             GBytes            *sealed,
                                             GError           **error);
gboolean      tdm_vault_file_delete         (TdmVaultFile      *self,
                                             const char        *uid,
                                             GError           **error);
gboolean      tdm_vault_file_empty_bin      (TdmVaultFile      *self,
                                             GPtrArray         *notes,
                                             gint64             before,
                                             GError           **error);
GPtrArray    *tdm_vault_file_search         (TdmVaultFile      *self,
                                             const char        *text,
                                             GError           **error);
gboolean      tdm_vault_file_delete_about   (TdmVaultFile      *self,
                                             const char *const *pairs,
                                             GError           **error);
gboolean      tdm_vault_file_merge          (TdmVaultFile      *self,
                                             TdmVaultFile      *other,
                                             TdmVaultMerge     *done,
                                             GError           **error);
gboolean      tdm_vault_file_back_up        (TdmVaultFile      *self,
                                             const char        *path,
                                             GError           **error);
gboolean      tdm_vault_file_rebuild        (TdmVaultFile      *self,
                                             const char        *path,
                                             GError           **error);
gboolean      tdm_vault_file_destroy        (TdmVaultFile      *self,
                                             GError           **error);

G_END_DECLS
