/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-person.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

/* Adds a person, or edits @person if there is one. */
void tdm_person_dialog_present (GtkWidget    *over,
                                TdmWorkspace *workspace,
                                TdmPerson    *person);

G_END_DECLS
