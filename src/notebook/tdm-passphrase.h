/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmPassphraseStrength:
 * @TDM_PASSPHRASE_EMPTY: none yet
 * @TDM_PASSPHRASE_VERY_WEAK: whoever has the file finds it in hours
 * @TDM_PASSPHRASE_WEAK: whoever has the file may find it
 * @TDM_PASSPHRASE_FAIR: finding it takes effort
 * @TDM_PASSPHRASE_STRONG: nobody will try
 *
 * A guess, for advice only: nothing is refused.
 */
typedef enum
{
  TDM_PASSPHRASE_EMPTY,
  TDM_PASSPHRASE_VERY_WEAK,
  TDM_PASSPHRASE_WEAK,
  TDM_PASSPHRASE_FAIR,
  TDM_PASSPHRASE_STRONG,
} TdmPassphraseStrength;

TdmPassphraseStrength tdm_passphrase_rate (const char *passphrase);

G_END_DECLS
