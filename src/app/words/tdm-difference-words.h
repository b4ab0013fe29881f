/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tdm_difference_words_write (GArray *differences);

G_END_DECLS
