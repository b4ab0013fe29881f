/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

void tdm_notes_export_present (GtkWidget         *over,
                               TdmWorkspace      *workspace,
                               const char *const *pairs);

G_END_DECLS
