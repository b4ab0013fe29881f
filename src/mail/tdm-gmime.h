/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gmime/gmime.h>

G_BEGIN_DECLS

void tdm_gmime_init (void);

G_END_DECLS
