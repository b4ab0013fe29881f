/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-secret.h"
#include "tdm-vault-error.h"

G_BEGIN_DECLS

/* Bytes that a recovery code stands for */
#define TDM_RECOVERY_CODE_BYTES 16

/* Characters of a written code, with the hyphens */
#define TDM_RECOVERY_CODE_LENGTH 34

TdmSecret *tdm_recovery_code_write (TdmSecret   *secret);
TdmSecret *tdm_recovery_code_read  (const char  *code,
                                    GError     **error);

G_END_DECLS
