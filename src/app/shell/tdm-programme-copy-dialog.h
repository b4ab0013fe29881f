/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

/* Is called with what another programme begins with; that has no title yet. */
typedef void (*TdmProgrammeCopyDone) (GtkWidget *over,
                                      TdmEdit   *taken_edit);

void tdm_programme_copy_dialog_present (GtkWidget            *over,
                                        TdmWorkspace         *workspace,
                                        TdmProgrammeCopyDone  done);

G_END_DECLS
