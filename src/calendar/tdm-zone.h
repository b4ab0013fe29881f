/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the time zone data of the system say about one zone */
typedef struct _TdmZone TdmZone;

TdmZone           *tdm_zone_find             (const char *name,
                                              GError    **error);
gboolean           tdm_zone_check_meeting    (TdmZone    *self,
                                              const char *local,
                                              gint64      minutes,
                                              GError    **error);

gboolean           tdm_zone_exists           (const char *name);
const char        *tdm_zone_get_current_name (const char *name);
gboolean           tdm_zone_is_same          (const char *name,
                                              const char *other);
const char        *tdm_zone_get_system       (void);
const char *const *tdm_zone_list_names       (void);
GArray            *tdm_zone_get_changes      (const char *name,
                                              GError    **error);
gint64             tdm_zone_to_utc           (const char *name,
                                              const char *local,
                                              GError    **error);
gint64             tdm_zone_resolve          (const char *name,
                                              const char *local,
                                              GError    **error);
char              *tdm_zone_from_utc         (const char *name,
                                              gint64      instant,
                                              GError    **error);
const char        *tdm_zone_get_vtimezone    (const char *name,
                                              gint64      from,
                                              gint64      to,
                                              GError    **error);

G_END_DECLS
