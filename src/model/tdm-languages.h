/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-codes.h"

G_BEGIN_DECLS

TdmLanguage tdm_languages_get_of_computer (void);
TdmLanguage tdm_languages_get_first       (const char *languages);
char       *tdm_languages_set_first       (const char *languages,
                                           TdmLanguage first);
char       *tdm_languages_describe        (const char *languages);

G_END_DECLS
