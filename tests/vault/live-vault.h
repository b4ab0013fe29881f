/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "support/tdm-test.h"
#include "vault/tdm-recovery-code.h"
#include "vault/tdm-vault.h"
#include "vault/tdm-vault-error.h"

G_BEGIN_DECLS

#define PASSPHRASE "correct horse battery"

/* Private notes as the window has them, in a folder of their own, unlocked, at the least cost of a guess. */
typedef struct
{
  TdmTestFolder folder;
  char *path;
  char *memory;
  TdmSecret *recovery;
  TdmVault *vault;
  GAsyncResult *result;
} LiveVault;

#define LIVE_VAULT_ADD(path, func) g_test_add (path, LiveVault, NULL, live_vault_set_up, func, live_vault_tear_down)

void     live_vault_set_up      (LiveVault     *self,
                                 gconstpointer  data);
void     live_vault_tear_down   (LiveVault     *self,
                                 gconstpointer  data);
void     live_vault_open        (LiveVault     *self);
void     live_vault_close       (LiveVault     *self);
void     live_vault_unlock      (LiveVault     *self);
void     live_vault_finish      (LiveVault     *self,
                                 GError       **error);
void     live_vault_finish_well (LiveVault     *self);
guint    live_vault_count       (LiveVault     *self);
char    *live_vault_save        (LiveVault     *self,
                                 const char    *title,
                                 const char    *text);
TdmNote *live_vault_read        (LiveVault     *self,
                                 const char    *uid,
                                 GError       **error);

G_END_DECLS
