/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "support/tdm-test.h"
#include "vault/tdm-vault-file.h"

#include <sqlite3.h>

G_BEGIN_DECLS

#define PASSPHRASE "correct horse battery"
#define NOW G_GINT64_CONSTANT (1784019600)

/* A vault in a folder of its own, at the least cost of a guess, so that tests are quick. */
typedef struct
{
  TdmTestFolder folder;
  char *path;
  TdmVaultFile *file;
  TdmSecret *recovery;
} Vault;

#define VAULT_ADD(path, func) g_test_add (path, Vault, NULL, vault_set_up, func, vault_tear_down)

extern const TdmKeyCost cheap;

void      vault_set_up     (Vault         *self,
                            gconstpointer  data);
void      vault_tear_down  (Vault         *self,
                            gconstpointer  data);
void      vault_create     (Vault         *self,
                            const char    *name);
void      vault_close      (Vault         *self);
gboolean  vault_try        (Vault         *self,
                            const char    *passphrase,
                            GError       **error);
void      vault_reopen     (Vault         *self);
TdmVaultNote *vault_add       (Vault         *self,
                            const char    *title,
                            const char    *text);
GPtrArray *vault_add_some  (Vault         *self);
void      vault_save       (Vault         *self,
                            TdmVaultNote       *note);
void      vault_change     (Vault         *self,
                            TdmVaultNote       *note,
                            const char    *text);
char     *vault_read       (Vault         *self,
                            const char    *uid);
void      vault_run_sql    (Vault         *self,
                            const char    *sql);
GBytes   *vault_get_blob   (Vault         *self,
                            const char    *sql);
void      vault_put_blob   (Vault         *self,
                            const char    *sql,
                            GBytes        *blob);
GBytes   *vault_get_bytes  (Vault         *self);
void      vault_put_bytes  (Vault         *self,
                            const guint8  *bytes,
                            gsize          length);
guint     vault_check_notes (Vault        *self,
                            GPtrArray     *expected);

static inline TdmVaultNote *
vault_get_note (GPtrArray *notes, guint index)
{
  return g_ptr_array_index (notes, index);
}

G_END_DECLS
