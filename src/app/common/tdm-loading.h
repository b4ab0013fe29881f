/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-scope.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

/* @window: the one that was asked, still there, and the file is open */
typedef void (*TdmLoadedFunc) (GtkWidget    *window,
                               TdmWorkspace *workspace,
                               gpointer      record);

void tdm_loading_begin (GtkWidget    *widget,
                        TdmWorkspace *workspace,
                        TdmScope      scope,
                        gpointer      record,
                        TdmLoadedFunc loaded);

G_END_DECLS
