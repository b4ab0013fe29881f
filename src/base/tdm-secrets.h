/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether anything secret may be in the memory of this process: a passphrase, a code, a key, a note, a password. */

void     tdm_secrets_expect       (void);
gboolean tdm_secrets_are_expected (void);

G_END_DECLS
