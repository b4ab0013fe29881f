/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-passphrase.h"

/* Bits that one more character is worth: a word of five letters has about 13, as in a list of 8,000 words; signs and
 * digits between them are rarer. */
#define BITS_OF_LETTER 2.6
#define BITS_OF_OTHER 4.5

/* At the 0.4 s of a guess: days on one computer; centuries on one computer; and out of reach for anybody */
#define WEAK_BITS 20
#define FAIR_BITS 36
#define STRONG_BITS 52

/* Fewer characters are tried one after the other. */
#define LEAST_LENGTH 8

/**
 * tdm_passphrase_rate:
 * @passphrase: what somebody is about to use
 *
 * Counts letters as they come in words and other characters as rarer; what repeats or goes on in order counts for
 * nothing.
 *
 * Returns: about how hard it is to guess
 */
TdmPassphraseStrength
tdm_passphrase_rate (const char *passphrase)
{
  gunichar last = 0;
  double bits = 0;

  g_return_val_if_fail (passphrase != NULL, TDM_PASSPHRASE_EMPTY);

  if (*passphrase == '\0')
    return TDM_PASSPHRASE_EMPTY;
  for (const char *p = passphrase; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (last == 0 || ABS ((gint64) c - (gint64) last) > 1)
        bits += g_unichar_isalpha (c) ? BITS_OF_LETTER : g_unichar_isspace (c) ? 0 : BITS_OF_OTHER;
      last = c;
    }
  if (bits < WEAK_BITS || g_utf8_strlen (passphrase, -1) < LEAST_LENGTH)
    return TDM_PASSPHRASE_VERY_WEAK;
  return bits >= STRONG_BITS ? TDM_PASSPHRASE_STRONG : bits >= FAIR_BITS ? TDM_PASSPHRASE_FAIR : TDM_PASSPHRASE_WEAK;
}
