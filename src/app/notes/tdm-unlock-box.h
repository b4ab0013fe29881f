/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_UNLOCK_BOX (tdm_unlock_box_get_type ())
G_DECLARE_FINAL_TYPE (TdmUnlockBox, tdm_unlock_box, TDM, UNLOCK_BOX, AdwBin)

void tdm_unlock_box_clear (TdmUnlockBox *self);
void tdm_unlock_box_meet  (TdmUnlockBox *self);

G_END_DECLS
