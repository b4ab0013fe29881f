/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

/* Every layer marks its messages for the same catalogue; front ends bind it to a folder at start. */
#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

void tdm_i18n_init (void);

G_END_DECLS
