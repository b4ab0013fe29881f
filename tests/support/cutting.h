/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutPoint:
 * @files: (element-type utf8 GBytes): what is on the disk, by the names of the files
 * @n_said: what cutting_say() had been told by then
 *
 * What somebody finds who comes back.
 */
typedef struct
{
  GHashTable *files;
  guint n_said;
} CutPoint;

void       cutting_init  (void);
void       cutting_begin (const char *folder,
                          guint       seed);
void       cutting_say   (guint       n_said);
GPtrArray *cutting_end   (void);

void       cut_point_put (CutPoint   *self,
                          const char *folder);

G_END_DECLS
