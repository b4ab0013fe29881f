/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TdmVaultNote TdmVaultNote;

void tdm_note_markdown_append (GString      *out,
                               TdmVaultNote *note,
                               const char   *about);

G_END_DECLS
