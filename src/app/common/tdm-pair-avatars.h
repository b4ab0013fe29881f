/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_PAIR_AVATARS (tdm_pair_avatars_get_type ())
G_DECLARE_FINAL_TYPE (TdmPairAvatars, tdm_pair_avatars, TDM, PAIR_AVATARS, GtkWidget)

G_END_DECLS
