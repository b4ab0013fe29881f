/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmOutboxItem TdmOutboxItem;
typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_OUTBOX_READER (tdm_outbox_reader_get_type ())
G_DECLARE_FINAL_TYPE (TdmOutboxReader, tdm_outbox_reader, TDM, OUTBOX_READER, AdwBin)

void           tdm_outbox_reader_show     (TdmOutboxReader *self,
                                           TdmWorkspace    *workspace,
                                           TdmOutboxItem   *item);
TdmOutboxItem *tdm_outbox_reader_get_item (TdmOutboxReader *self);

G_END_DECLS
