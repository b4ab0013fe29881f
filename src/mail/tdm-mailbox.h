/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-mime-entity.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TdmMailbox TdmMailbox;

TdmMailbox *tdm_mailbox_new  (GInputStream *stream,
                              gsize         most);
void        tdm_mailbox_free (TdmMailbox   *self);
gboolean    tdm_mailbox_next (TdmMailbox   *self,
                              TdmMimeSlice *mail,
                              GCancellable *cancellable,
                              GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmMailbox, tdm_mailbox_free)

G_END_DECLS
