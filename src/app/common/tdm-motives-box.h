/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_MOTIVES_BOX (tdm_motives_box_get_type ())
G_DECLARE_FINAL_TYPE (TdmMotivesBox, tdm_motives_box, TDM, MOTIVES_BOX, GtkBox)

G_END_DECLS
