/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmInboxItem TdmInboxItem;
typedef struct _TdmWorkspace TdmWorkspace;

typedef void (*TdmJoinDone) (GtkWidget    *over,
                             TdmWorkspace *workspace,
                             TdmInboxItem *invitation);

void tdm_join_dialog_present (GtkWidget    *over,
                              TdmWorkspace *workspace,
                              const char   *path,
                              TdmInboxItem *invitation,
                              TdmJoinDone   done);

G_END_DECLS
