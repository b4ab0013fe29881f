/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tdm_zone_canonical_name (const char *name);
char *tdm_zone_successor      (const char *name);

G_END_DECLS
