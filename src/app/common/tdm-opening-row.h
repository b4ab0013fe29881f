/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tdm_opening_row_install (AdwActionRowClass *klass);
void tdm_opening_row_set_up  (AdwActionRow      *row);

G_END_DECLS
