/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-todo.h"

G_BEGIN_DECLS

TdmTodoFile *tdm_todo_read (GBytes  *bytes,
                            GError **error);

G_END_DECLS
