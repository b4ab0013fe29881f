/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GDate tdm_day_parse  (const char *text);
char *tdm_day_format (GDate       day);

G_END_DECLS
