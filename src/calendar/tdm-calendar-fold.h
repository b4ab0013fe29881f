/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <libical/ical.h>

#include <glib.h>

G_BEGIN_DECLS

char *tdm_calendar_fold       (const char    *lines);
char *tdm_calendar_fold_write (icalcomponent *component);

G_END_DECLS
