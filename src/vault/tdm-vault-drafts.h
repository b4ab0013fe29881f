/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-vault-file.h"

G_BEGIN_DECLS

typedef struct _TdmVaultDrafts TdmVaultDrafts;

TdmVaultDrafts *tdm_vault_drafts_new  (char *taken_folder);
void            tdm_vault_drafts_free (TdmVaultDrafts *self);

void          tdm_vault_drafts_hold       (TdmVaultDrafts *self,
                                           TdmVaultFile   *file,
                                           const TdmVaultNote *note,
                                           const char     *reason);
void          tdm_vault_drafts_drop       (TdmVaultDrafts *self,
                                           const char     *uid);
void          tdm_vault_drafts_drop_about (TdmVaultDrafts    *self,
                                           const char *const *pairs);
TdmVaultNote *tdm_vault_drafts_find       (TdmVaultDrafts *self,
                                           const char     *uid);
void          tdm_vault_drafts_seal       (TdmVaultDrafts *self,
                                           TdmVaultFile   *file);
void          tdm_vault_drafts_write      (TdmVaultDrafts *self);
void          tdm_vault_drafts_lock       (TdmVaultDrafts *self,
                                           TdmVaultFile   *file);
GPtrArray    *tdm_vault_drafts_open       (TdmVaultDrafts *self,
                                           TdmVaultFile   *file);
guint         tdm_vault_drafts_count      (TdmVaultDrafts *self,
                                           TdmVaultFile   *file);
guint         tdm_vault_drafts_count_in_memory (TdmVaultDrafts *self);
const char   *tdm_vault_drafts_get_reason (TdmVaultDrafts *self);
void          tdm_vault_drafts_destroy    (TdmVaultDrafts *self);

G_END_DECLS
