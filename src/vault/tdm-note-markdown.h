/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-note.h"

G_BEGIN_DECLS

void tdm_note_markdown_append (GString    *out,
                               TdmNote    *note,
                               const char *about);

G_END_DECLS
