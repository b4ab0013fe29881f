/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-secret.h"

#include "base/tdm-secrets.h"

#include <sodium.h>
#include <string.h>

/**
 * TdmSecret:
 *
 * A passphrase or a key in memory that is not written to swap or to a crash report as far as the system allows, has no
 * readable neighbours, and is overwritten when it is freed.
 */

/* Deeper than any function of libsodium goes, and what stands above it here */
#define STACK_BYTES (64 * 1024)

struct _TdmSecret
{
  gsize length;
  guint8 *bytes;
};

/**
 * tdm_secret_new:
 * @length: in bytes; may be 0
 *
 * Returns: (transfer full): that many zeros, to be filled
 */
TdmSecret *
tdm_secret_new (gsize length)
{
  TdmSecret *self = g_new (TdmSecret, 1);

  tdm_secrets_expect ();
  if (sodium_init () < 0)
    g_error ("libsodium does not work on this computer");
  self->length = length;
  self->bytes = sodium_malloc (length);
  if (!self->bytes)
    g_error ("out of memory for %" G_GSIZE_FORMAT " bytes of a key", length);
  sodium_memzero (self->bytes, length);
  return self;
}

TdmSecret *
tdm_secret_new_random (gsize length)
{
  TdmSecret *self = tdm_secret_new (length);

  randombytes_buf (self->bytes, length);
  return self;
}

/**
 * tdm_secret_new_copy:
 * @bytes: (array length=length): what to copy
 * @length: in bytes
 *
 * Returns: (transfer full): the copy; the caller overwrites the original
 */
TdmSecret *
tdm_secret_new_copy (gconstpointer bytes, gsize length)
{
  TdmSecret *self = tdm_secret_new (length);

  if (length > 0)
    memcpy (self->bytes, bytes, length);
  return self;
}

/**
 * tdm_secret_new_text:
 * @text: what somebody typed
 *
 * Returns: (transfer full): a copy without the zero at the end
 */
TdmSecret *
tdm_secret_new_text (const char *text)
{
  return tdm_secret_new_copy (text, strlen (text));
}

void
tdm_secret_free (TdmSecret *self)
{
  if (!self)
    return;

  sodium_free (self->bytes);
  g_free (self);
}

guint8 *
tdm_secret_get_bytes (TdmSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bytes;
}

gsize
tdm_secret_get_length (const TdmSecret *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

/* Without padding and line breaks: a line break in a secret has cost people their whole keyring. */
#define VARIANT sodium_base64_VARIANT_URLSAFE_NO_PADDING

/**
 * tdm_secret_encode:
 *
 * Returns: (transfer full): the key as text, with a zero at the end, for where only text can be kept
 */
TdmSecret *
tdm_secret_encode (TdmSecret *self)
{
  TdmSecret *text = tdm_secret_new (sodium_base64_encoded_len (self->length, VARIANT));

  sodium_bin2base64 ((char *) text->bytes, text->length, self->bytes, self->length, VARIANT);
  return text;
}

/**
 * tdm_secret_decode:
 * @text: what tdm_secret_encode() made
 * @length: how many bytes it stands for
 *
 * Returns: (transfer full) (nullable): the key; %NULL if @text is something else
 */
TdmSecret *
tdm_secret_decode (const char *text, gsize length)
{
  g_autoptr (TdmSecret) self = tdm_secret_new (length);
  gsize found = 0;

  if (sodium_base642bin (self->bytes, length, text, strlen (text), NULL, &found, NULL, VARIANT) != 0 || found != length)
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tdm_secret_wipe_text:
 * @taken_text: (nullable): what was typed, or read from a note
 *
 * Overwrites it and gives its memory back.
 */
void
tdm_secret_wipe_text (char *taken_text)
{
  if (taken_text)
    sodium_memzero (taken_text, strlen (taken_text));
  g_free (taken_text);
}

/**
 * tdm_secret_wipe_stack:
 *
 * Overwrites what functions that have returned left in the stack of this thread. libsodium does not clean up there: the
 * keys that it derives stay until something else happens to cover them.
 */
void
tdm_secret_wipe_stack (void)
{
  sodium_stackzero (STACK_BYTES);
}
