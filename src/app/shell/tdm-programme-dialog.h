/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

/* What a programme is called, and who invites: answers to invitations go to that address. */
void tdm_programme_dialog_present (GtkWidget    *over,
                                   TdmWorkspace *workspace);

G_END_DECLS
