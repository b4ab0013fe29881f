/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_PAIR_NOTES (tdm_pair_notes_get_type ())
G_DECLARE_FINAL_TYPE (TdmPairNotes, tdm_pair_notes, TDM, PAIR_NOTES, AdwBin)

void tdm_pair_notes_set_pair (TdmPairNotes *self,
                              TdmPair      *pair);

G_END_DECLS
