/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TdmNewCode TdmNewCode;

TdmNewCode *tdm_new_code_make     (void);
void        tdm_new_code_free     (TdmNewCode *self);
const char *tdm_new_code_get_text (TdmNewCode *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmNewCode, tdm_new_code_free)

G_END_DECLS
