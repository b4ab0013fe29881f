/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_OUTBOX_BUTTON (tdm_outbox_button_get_type ())
G_DECLARE_FINAL_TYPE (TdmOutboxButton, tdm_outbox_button, TDM, OUTBOX_BUTTON, AdwBin)

G_END_DECLS
