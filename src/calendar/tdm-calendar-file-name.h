/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tdm_calendar_file_name (const char *stem,
                              const char *extension);

G_END_DECLS
