/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-secrets.h"

static gboolean are_expected;

/**
 * tdm_secrets_expect:
 *
 * From here on all that is freed is overwritten first, if the program does that at all. To be called before the first
 * secret can come: by a field as it is shown, by what asks a keyring, by what makes a key. It stays so until the end.
 */
void
tdm_secrets_expect (void)
{
  g_atomic_int_set (&are_expected, TRUE);
}

gboolean
tdm_secrets_are_expected (void)
{
  return __atomic_load_n (&are_expected, __ATOMIC_RELAXED);
}
