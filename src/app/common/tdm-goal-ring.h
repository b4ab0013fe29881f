/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_GOAL_RING (tdm_goal_ring_get_type ())
G_DECLARE_FINAL_TYPE (TdmGoalRing, tdm_goal_ring, TDM, GOAL_RING, GtkWidget)

G_END_DECLS
