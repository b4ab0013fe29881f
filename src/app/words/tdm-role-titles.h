/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-role-words.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

/* Where the words for the roles stand in the window. */

void  tdm_role_titles_follow    (TdmWorkspace *workspace,
                                 gpointer      object,
                                 GCallback     changed);
char *tdm_role_titles_escape    (const char   *text);
void  tdm_role_titles_fill_menu (GMenuModel   *menu,
                                 TdmProgramme *programme);

G_END_DECLS
