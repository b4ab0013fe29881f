/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

void tdm_end_dialog_present (GtkWidget    *over,
                             TdmWorkspace *workspace,
                             GPtrArray    *pairs);

G_END_DECLS
