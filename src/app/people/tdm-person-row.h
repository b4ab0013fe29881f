/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-person.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmRoundTandems TdmRoundTandems;

#define TDM_TYPE_PERSON_ROW (tdm_person_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmPersonRow, tdm_person_row, TDM, PERSON_ROW, AdwBin)

GtkWidget *tdm_person_row_new        (TdmRoundTandems *tandems);
void       tdm_person_row_set_person (TdmPersonRow    *self,
                                      TdmPerson       *person);

G_END_DECLS
