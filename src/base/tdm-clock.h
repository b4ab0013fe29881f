/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*TdmClockSetFunc) (gpointer data);

gint64     tdm_clock_now    (void);
GDateTime *tdm_clock_local  (void);
char      *tdm_clock_today  (void);
gint64     tdm_clock_find_midnight (int days);
void       tdm_clock_freeze (gint64 now);
gint64     tdm_clock_get_real (gint64 instant);
void       tdm_clock_watch    (TdmClockSetFunc  set_cb,
                               gpointer        data);
void       tdm_clock_unwatch  (TdmClockSetFunc  set_cb,
                               gpointer        data);

G_END_DECLS
