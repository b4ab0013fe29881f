/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tdm_local_time_parse           (const char  *text,
                                         gint64      *seconds);
char    *tdm_local_time_format          (gint64       seconds);
void     tdm_local_time_append_basic    (GString     *out,
                                         gint64       seconds);
char    *tdm_local_time_replace_date    (const char  *text,
                                         const GDate *date);
char    *tdm_local_time_describe        (const char  *text);
char    *tdm_local_time_describe_moment (GDateTime   *moment);

G_END_DECLS
