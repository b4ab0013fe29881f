/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Looks in memory for keys of private notes, as a program does that has the file and knows no secret: every 32 bytes
 * that may be a key are tried on the file. */
typedef struct _KeySearch KeySearch;

KeySearch *key_search_new        (void);
void       key_search_free       (KeySearch    *self);

/* From now on the keys that this file has at this moment are looked for too. */
void       key_search_add_file   (KeySearch    *self,
                                  const char   *path);

/* What a passphrase gives in the first slot that it fits; FALSE if there is none. */
gboolean   key_search_derive     (KeySearch    *self,
                                  const char   *passphrase,
                                  guint8        derived[64]);

/* What was found, one line each; empty if nothing was. */
void       key_search_in_bytes   (KeySearch    *self,
                                  const guint8 *bytes,
                                  gsize         length,
                                  GString      *found);

/* What this process holds at this moment, as somebody sees it who reads its memory from outside */
char      *key_search_in_process (KeySearch    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeySearch, key_search_free)

G_END_DECLS
