/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tdm_file_error_set_sqlite (GError     **error,
                                int          code,
                                const char  *detail);

G_END_DECLS
