/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-person.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_INTERESTS_BOX (tdm_interests_box_get_type ())
G_DECLARE_FINAL_TYPE (TdmInterestsBox, tdm_interests_box, TDM, INTERESTS_BOX, AdwBin)

void tdm_interests_box_set_person (TdmInterestsBox *self,
                                   TdmWorkspace    *workspace,
                                   TdmPerson       *person);
void tdm_interests_box_start      (TdmInterestsBox *self);

G_END_DECLS
