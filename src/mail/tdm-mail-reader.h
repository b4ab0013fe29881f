/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-mail-part.h"

G_BEGIN_DECLS

#define TDM_MAIL_MOST_BYTES ((gsize) 20 * 1024 * 1024)
#define TDM_MAIL_MOST_CALENDAR_BYTES ((gsize) 1024 * 1024)
#define TDM_MAIL_MOST_MAILS 10000

GPtrArray *tdm_mail_read (GBytes  *file,
                          GError **error);

G_END_DECLS
