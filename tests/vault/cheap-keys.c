/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#define _GNU_SOURCE /* RTLD_NEXT */

#include <dlfcn.h>
#include <sodium.h>

/* Before libsodium in programs and tests whose subject is not how long a passphrase takes: of what the file asks
 * for, only the salt counts. Such keys open nothing that was made without this. */
int
crypto_pwhash (unsigned char *out, unsigned long long outlen, const char *passwd, unsigned long long passwdlen,
               const unsigned char *salt, unsigned long long opslimit, size_t memlimit, int alg)
{
  __typeof__ (crypto_pwhash) *real = NULL;

  *(void **) &real = dlsym (RTLD_NEXT, "crypto_pwhash");
  return real (out, outlen, passwd, passwdlen, salt, crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN, alg);
}
