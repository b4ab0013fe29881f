/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64     tdm_clock_now    (void);
GDateTime *tdm_clock_local  (void);
char      *tdm_clock_today  (void);
void       tdm_clock_freeze (gint64 now);

G_END_DECLS
