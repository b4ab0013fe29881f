/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GFile *file;
  GBytes *bytes;
} TdmDurableFile;

guint    tdm_durable_write        (const TdmDurableFile *files,
                                   guint                 n_files,
                                   int                   mode,
                                   GCancellable         *cancellable,
                                   GError              **error);
char    *tdm_durable_begin        (const char           *path,
                                   int                   mode,
                                   int                  *fd,
                                   GError              **error);
gboolean tdm_durable_place        (const char           *temporary,
                                   const char           *path,
                                   gboolean              may_replace,
                                   GError              **error);
gboolean tdm_durable_flush        (const char           *path,
                                   GError              **error);
gboolean tdm_durable_flush_folder (const char           *path,
                                   GError              **error);

G_END_DECLS
