/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "vault/tdm-passphrase.h"
#include "vault/tdm-protection.h"
#include "vault/tdm-recovery-code.h"
#include "vault/tdm-vault.h"

G_BEGIN_DECLS

TdmVault      *tdm_notebook_get                    (void);
void           tdm_notebook_close                  (void);
void           tdm_notebook_read_protection_async  (GAsyncReadyCallback   callback,
                                                    gpointer              data);
TdmProtection *tdm_notebook_read_protection_finish (GAsyncResult         *result);

G_END_DECLS
