/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *tdm_mail_charset_to_utf8 (GBytes     *text,
                                  const char *charset);

G_END_DECLS
