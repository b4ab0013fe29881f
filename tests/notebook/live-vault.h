/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "notebook/tdm-new-code.h"
#include "notebook/tdm-note-private.h"
#include "notebook/tdm-notebook.h"
#include "support/tdm-test.h"
#include "vault/tdm-key-slot.h"
#include "vault/tdm-recovery-code.h"
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
  TdmNotebook *vault;
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

/* Of a written recovery code */
static inline const char *
live_vault_get_text (TdmSecret *code)
{
  return (const char *) tdm_secret_get_bytes (code);
}

G_END_DECLS
