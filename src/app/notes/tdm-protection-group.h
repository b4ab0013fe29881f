/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_PROTECTION_GROUP (tdm_protection_group_get_type ())
G_DECLARE_FINAL_TYPE (TdmProtectionGroup, tdm_protection_group, TDM, PROTECTION_GROUP, AdwBin)

G_END_DECLS
