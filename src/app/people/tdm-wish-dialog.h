/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

void tdm_wish_dialog_present (GtkWidget    *over,
                              TdmWorkspace *workspace,
                              TdmRecord    *wish);

G_END_DECLS
