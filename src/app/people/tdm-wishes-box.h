/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-person.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_WISHES_BOX (tdm_wishes_box_get_type ())
G_DECLARE_FINAL_TYPE (TdmWishesBox, tdm_wishes_box, TDM, WISHES_BOX, AdwBin)

void tdm_wishes_box_set_person (TdmWishesBox *self,
                                TdmWorkspace *workspace,
                                TdmPerson    *person);
void tdm_wishes_box_start      (TdmWishesBox *self);

G_END_DECLS
