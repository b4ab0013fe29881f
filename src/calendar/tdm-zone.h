/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean           tdm_zone_exists        (const char *name);
const char        *tdm_zone_get_system    (void);
const char *const *tdm_zone_list_names    (void);
GArray            *tdm_zone_get_changes   (const char *name,
                                           GError    **error);
gint64             tdm_zone_to_utc        (const char *name,
                                           const char *local,
                                           GError    **error);
gint64             tdm_zone_resolve       (const char *name,
                                           const char *local,
                                           GError    **error);
char              *tdm_zone_from_utc      (const char *name,
                                           gint64      instant,
                                           GError    **error);
gboolean           tdm_zone_is_steady     (const char *name,
                                           gint64      from,
                                           gint64      to);
const char        *tdm_zone_get_vtimezone (const char *name,
                                           gint64      from,
                                           gint64      to,
                                           GError    **error);

G_END_DECLS
