/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_TOPICS_VIEW (tdm_topics_view_get_type ())
G_DECLARE_FINAL_TYPE (TdmTopicsView, tdm_topics_view, TDM, TOPICS_VIEW, AdwBin)

void tdm_topics_view_start_search (TdmTopicsView *self);

G_END_DECLS
