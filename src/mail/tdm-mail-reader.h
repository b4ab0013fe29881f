/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-mail-part.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TDM_MAIL_MOST_BYTES ((gsize) 20 * 1024 * 1024)
#define TDM_MAIL_MOST_CALENDAR_BYTES ((gsize) 1024 * 1024)
#define TDM_MAIL_MOST_CALENDARS 10000

/* The part is kept by whoever calls, unless @data takes a reference. */
typedef void (*TdmMailFound) (TdmMailPart *part,
                              gpointer     data);

GPtrArray *tdm_mail_read      (GBytes        *file,
                               GError       **error);
gboolean   tdm_mail_read_file (GFile         *file,
                               TdmMailFound   found,
                               gpointer       data,
                               GCancellable  *cancellable,
                               GError       **error);

G_END_DECLS
