/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-person.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_PERSON_PAGE (tdm_person_page_get_type ())
G_DECLARE_FINAL_TYPE (TdmPersonPage, tdm_person_page, TDM, PERSON_PAGE, AdwBin)

void       tdm_person_page_set_person (TdmPersonPage *self,
                                       TdmPerson     *person);
TdmPerson *tdm_person_page_get_person (TdmPersonPage *self);
void       tdm_person_page_start      (TdmPersonPage *self);

G_END_DECLS
