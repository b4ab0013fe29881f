/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

/* What a programme is called and what it is for, its words, and how it writes to people. */
GtkWindow *tdm_programme_dialog_present (GtkWidget    *over,
                                         TdmWorkspace *workspace);

G_END_DECLS
