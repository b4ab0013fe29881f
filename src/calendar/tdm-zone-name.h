/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char              *tdm_zone_name_find      (const char *tzid);
char              *tdm_zone_name_guess     (const char *tzid);
const char *const *tdm_zone_name_list_main (void);

G_END_DECLS
