/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

G_BEGIN_DECLS

char    *tdm_goal_sharing_suggest_name (TdmPair             *pair);
void     tdm_goal_sharing_save_async   (GPtrArray           *goals,
                                        GFile               *file,
                                        GAsyncReadyCallback  callback,
                                        gpointer             data);
gboolean tdm_goal_sharing_save_finish  (GAsyncResult        *result,
                                        GError             **error);

G_END_DECLS
