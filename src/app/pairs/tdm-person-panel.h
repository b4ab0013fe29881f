/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_PERSON_PANEL (tdm_person_panel_get_type ())
G_DECLARE_FINAL_TYPE (TdmPersonPanel, tdm_person_panel, TDM, PERSON_PANEL, AdwBin)

void tdm_person_panel_set_person (TdmPersonPanel *self,
                                  TdmPerson      *person,
                                  TdmRole         role,
                                  const char     *role_title);

G_END_DECLS
