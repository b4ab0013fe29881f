/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

gboolean tdm_kinds_dialog_has_meetings (TdmPair      *pair);
void     tdm_kinds_dialog_present      (GtkWidget    *over,
                                        TdmWorkspace *workspace,
                                        TdmPair      *pair);

G_END_DECLS
