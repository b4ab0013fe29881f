/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

/* Pairs two people; @person may be chosen already. */
void tdm_pair_dialog_present_change (GtkWidget    *over,
                                     TdmWorkspace *workspace,
                                     TdmPair      *pair);
void tdm_pair_dialog_present (GtkWidget    *over,
                              TdmWorkspace *workspace,
                              TdmRound     *round,
                              TdmPerson    *person);

G_END_DECLS
