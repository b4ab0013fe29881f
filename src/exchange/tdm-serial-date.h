/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tdm_serial_date_is_format (guint       id,
                                    const char *code);
char    *tdm_serial_date_write     (double      serial,
                                    gboolean    from_1904);

G_END_DECLS
