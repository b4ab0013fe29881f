/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-programme.h"

G_BEGIN_DECLS

const char *tdm_role_words_get         (TdmProgramme   *programme,
                                        TdmRole         role);
char       *tdm_role_words_fill        (TdmProgramme   *programme,
                                        TdmRole         role,
                                        const char     *usual,
                                        const char     *own);
char       *tdm_role_words_code_title  (TdmProgramme   *programme,
                                        GType           codes,
                                        int             value);
char       *tdm_role_words_field_title (TdmProgramme   *programme,
                                        const TdmField *field);

G_END_DECLS
