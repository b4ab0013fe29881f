/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *tdm_todo_write (GPtrArray *goals,
                        gint64     stamp);

G_END_DECLS
