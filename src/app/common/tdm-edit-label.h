/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_EDIT_LABEL (tdm_edit_label_get_type ())
G_DECLARE_FINAL_TYPE (TdmEditLabel, tdm_edit_label, TDM, EDIT_LABEL, AdwBin)

void tdm_edit_label_start (TdmEditLabel *self);

G_END_DECLS
