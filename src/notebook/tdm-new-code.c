/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-new-code.h"

#include "vault/tdm-recovery-code.h"

/* A recovery code before it is set, as a person writes it down. It lies where a secret does. */

struct _TdmNewCode
{
  TdmSecret *text;
};

TdmNewCode *
tdm_new_code_make (void)
{
  g_autoptr (TdmSecret) bytes = tdm_secret_new_random (TDM_RECOVERY_CODE_BYTES);
  TdmNewCode *self = g_new (TdmNewCode, 1);

  self->text = tdm_recovery_code_write (bytes);
  return self;
}

void
tdm_new_code_free (TdmNewCode *self)
{
  tdm_secret_free (self->text);
  g_free (self);
}

/**
 * tdm_new_code_get_text:
 *
 * Returns: (transfer none): groups of letters and digits with hyphens between them
 */
const char *
tdm_new_code_get_text (TdmNewCode *self)
{
  return (const char *) tdm_secret_get_bytes (self->text);
}
