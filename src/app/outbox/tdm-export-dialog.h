/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

/* Asks where the invitation of a tandem is to be saved as a calendar file. */
void tdm_export_dialog_present (GtkWidget    *over,
                                TdmWorkspace *workspace,
                                TdmPair      *pair);

G_END_DECLS
