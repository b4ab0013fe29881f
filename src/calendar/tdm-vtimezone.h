/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-zone-changes.h"

G_BEGIN_DECLS

char *tdm_vtimezone_write (const char *name,
                           GArray     *changes,
                           int         first_year,
                           int         last_year);

G_END_DECLS
