/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"

G_BEGIN_DECLS

TdmEdit *tdm_sample_build (const char *today,
                           guint       scale,
                           const char *language,
                           GError    **error);
GPtrArray *tdm_sample_make_topics (const char *language,
                                   GError    **error);

G_END_DECLS
