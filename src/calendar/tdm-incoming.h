/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-incoming-event.h"

G_BEGIN_DECLS

GPtrArray *tdm_incoming_read (GBytes     *bytes,
                              const char *method,
                              GPtrArray  *problems,
                              gboolean   *has_todos,
                              GError    **error);

G_END_DECLS
