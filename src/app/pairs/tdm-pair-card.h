/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_PAIR_CARD (tdm_pair_card_get_type ())
G_DECLARE_FINAL_TYPE (TdmPairCard, tdm_pair_card, TDM, PAIR_CARD, GtkWidget)

G_END_DECLS
