/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-recovery-code.h"

#include <sodium.h>
#include <string.h>

/* Sixteen bytes and a check of twelve bits as seven groups of four characters that nobody confuses (Crockford's base
 * 32). The check is a CRC: one wrong character and two neighbours that changed places are found always, for both are
 * bursts of at most twelve bits. */

#define N_CHARACTERS 28
#define N_BYTES 18 /* 16 and the check, the last four bits unused */

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* CRC-12: x^12 + x^11 + x^3 + x^2 + x + 1 */
static guint
code_compute_check (const guint8 *bytes)
{
  guint rest = 0;

  for (guint i = 0; i < 8 * TDM_RECOVERY_CODE_BYTES; i++)
    {
      guint bit = (bytes[i / 8] >> (7 - i % 8)) & 1;
      gboolean carry = ((rest >> 11) & 1) != bit;

      rest = (rest << 1) & 0xFFF;
      if (carry)
        rest ^= 0x80F;
    }
  return rest;
}

static guint
code_get_group (const guint8 *bytes, guint n)
{
  guint value = 0;

  for (guint i = 5 * n; i < 5 * n + 5; i++)
    value = value << 1 | ((bytes[i / 8] >> (7 - i % 8)) & 1);
  return value;
}

static void
code_set_group (guint8 *bytes, guint n, guint value)
{
  for (guint i = 5 * n; i < 5 * n + 5; i++, value <<= 1)
    if (value & 0x10)
      bytes[i / 8] |= 0x80 >> (i % 8);
}

/**
 * tdm_recovery_code_write:
 * @secret: %TDM_RECOVERY_CODE_BYTES bytes
 *
 * Returns: (transfer full): the code as it is printed, with a zero at its end
 */
TdmSecret *
tdm_recovery_code_write (TdmSecret *secret)
{
  guint8 bytes[N_BYTES] = { 0 };
  TdmSecret *code;
  char *out;
  guint check;

  g_return_val_if_fail (tdm_secret_get_length (secret) == TDM_RECOVERY_CODE_BYTES, NULL);

  memcpy (bytes, tdm_secret_get_bytes (secret), TDM_RECOVERY_CODE_BYTES);
  check = code_compute_check (bytes);
  bytes[16] = check >> 4;
  bytes[17] = (check & 0xF) << 4;

  code = tdm_secret_new (TDM_RECOVERY_CODE_LENGTH + 1);
  out = (char *) tdm_secret_get_bytes (code);
  for (guint i = 0; i < N_CHARACTERS; i++)
    {
      if (i > 0 && i % 4 == 0)
        *out++ = '-';
      *out++ = alphabet[code_get_group (bytes, i)];
    }
  sodium_memzero (bytes, sizeof bytes);
  return code;
}

static gboolean
code_read_groups (const char *code, guint8 *bytes)
{
  guint n = 0;

  for (; *code; code++)
    {
      char c = g_ascii_toupper (*code);
      const char *place;

      if (c == '-' || g_ascii_isspace (c))
        continue;
      /* What people write for what they see: O for 0, I or l for 1 */
      place = strchr (alphabet, c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c);
      if (!place || n == N_CHARACTERS)
        return FALSE;
      code_set_group (bytes, n++, place - alphabet);
    }
  return n == N_CHARACTERS && (guint) (bytes[16] << 4 | bytes[17] >> 4) == code_compute_check (bytes);
}

/**
 * tdm_recovery_code_read:
 * @code: what somebody typed; hyphens, spaces and case do not matter
 * @error: %TDM_VAULT_ERROR_MISTYPED
 *
 * Returns: (transfer full) (nullable): the %TDM_RECOVERY_CODE_BYTES bytes
 */
TdmSecret *
tdm_recovery_code_read (const char *code, GError **error)
{
  guint8 bytes[N_BYTES] = { 0 };
  TdmSecret *secret = NULL;

  g_return_val_if_fail (code != NULL, NULL);

  if (code_read_groups (code, bytes))
    secret = tdm_secret_new_copy (bytes, TDM_RECOVERY_CODE_BYTES);
  else
    tdm_vault_error_set (error, TDM_VAULT_ERROR_MISTYPED);
  sodium_memzero (bytes, sizeof bytes);
  return secret;
}
