/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-note.h"
#include "vault/tdm-vault-note.h"

G_BEGIN_DECLS

TdmNote            *tdm_note_new_take     (TdmVaultNote *taken_state);
const TdmVaultNote *tdm_note_get_state    (TdmNote *self);
void                tdm_note_take_state   (TdmNote      *self,
                                           TdmVaultNote *taken_state);
void                tdm_note_set_revision (TdmNote *self,
                                           guint64  revision);

G_END_DECLS
