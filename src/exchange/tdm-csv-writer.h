/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GString *tdm_csv_writer_begin   (void);
void     tdm_csv_writer_add_row (GString           *list,
                                 const char *const *cells,
                                 char               separator);

G_END_DECLS
