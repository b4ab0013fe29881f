/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-codes.h"

G_BEGIN_DECLS

gboolean tdm_motives_have (const char *motives,
                           TdmMotive   motive);
char    *tdm_motives_set  (const char *motives,
                           TdmMotive   motive,
                           gboolean    is_one);

G_END_DECLS
