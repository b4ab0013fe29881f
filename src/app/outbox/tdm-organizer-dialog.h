/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-series.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

gboolean tdm_organizer_dialog_is_needed (TdmSeries    *series);
void     tdm_organizer_dialog_present   (GtkWidget    *over,
                                         TdmWorkspace *workspace,
                                         const char   *action,
                                         GVariant     *target);

G_END_DECLS
