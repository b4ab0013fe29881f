/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-round.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

void tdm_round_removal_begin (GtkWidget    *widget,
                              TdmWorkspace *workspace,
                              TdmRound     *round);

G_END_DECLS
