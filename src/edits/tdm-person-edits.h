/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-person.h"

G_BEGIN_DECLS

TdmEdit *tdm_person_edits_save   (TdmPerson *draft);
TdmEdit *tdm_person_edits_remove (TdmPerson *person);

G_END_DECLS
