/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tdm_toast_room_keep (AdwToastOverlay *overlay);

G_END_DECLS
