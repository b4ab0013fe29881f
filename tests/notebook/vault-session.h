/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "support/faults.h"
#include "vault/tdm-vault-file.h"
#include "live-vault.h"

G_BEGIN_DECLS

/* Private notes on a disk that may fail, and what is in their file afterwards. */

#define NOW G_GINT64_CONSTANT (1784019600)
#define HOUR 3600
#define NEXT_PASSPHRASE "another horse battery"
#define PAIR "11111111-1111-4111-8111-111111111111"

/* What every session begins with a copy of: notes, what this computer remembers of them, a backup from before */
typedef struct
{
  TdmTestFolder folder;
  char *vault;
  char *memory;
  char *backup;
  TdmSecret *recovery;
  TdmSecret *next_recovery;
  char *changed; /* uids */
  char *binned;
} VaultTemplate;

typedef struct
{
  LiveVault live;
  const VaultTemplate *template;
  FaultReport *report;
  char *backup;
  char *target;  /* where copies and exports go */
  TdmNote *note; /* as an editor has it */
} VaultSession;

void          vault_template_init      (VaultTemplate        *self);
void          vault_template_clear     (VaultTemplate        *self);

void          vault_session_open       (VaultSession         *self,
                                        const VaultTemplate  *template,
                                        TdmNotebookState         state);
void          vault_session_close      (VaultSession         *self);
void          vault_session_clear      (VaultSession         *self);
void          vault_session_unlock     (VaultSession         *self);
char         *vault_session_describe   (VaultSession         *self,
                                        const char           *path,
                                        guint                *n_afterwards);

TdmSecret    *vault_session_copy_code   (TdmSecret           *code);
gboolean      vault_session_opens_with  (const char          *path,
                                         TdmKeySlotKind       kind,
                                         TdmSecret           *secret);
TdmVaultFile *vault_session_open_anyhow (const char          *path,
                                         GError             **error);

G_END_DECLS
