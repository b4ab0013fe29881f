/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "vault/tdm-passphrase.h"
#include "vault/tdm-recovery-code.h"
#include "vault/tdm-vault.h"

G_BEGIN_DECLS

TdmVault *tdm_notebook_get   (void);
void      tdm_notebook_close (void);

G_END_DECLS
