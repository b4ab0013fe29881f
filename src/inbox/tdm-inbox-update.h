/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "tdm-inbox-item.h"

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

gboolean tdm_inbox_update_is_new   (TdmInboxItem *item);
void     tdm_inbox_update_add      (TdmEdit      *edit,
                                    TdmWorkspace *workspace,
                                    TdmInboxItem *item);
char    *tdm_inbox_update_describe (TdmEdit      *edit,
                                    TdmWorkspace *workspace);

G_END_DECLS
