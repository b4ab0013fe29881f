/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-record.h"

G_BEGIN_DECLS

#define TDM_TYPE_PROGRAMME_TEXT (tdm_programme_text_get_type ())
G_DECLARE_FINAL_TYPE (TdmProgrammeText, tdm_programme_text, TDM, PROGRAMME_TEXT, GObject)

TdmProgrammeText *tdm_programme_text_new        (TdmRecord        *record,
                                                 const guint      *fields,
                                                 guint             n_fields);
TdmRecord        *tdm_programme_text_get_record (TdmProgrammeText *self);
guint             tdm_programme_text_get_field  (TdmProgrammeText *self);
char             *tdm_programme_text_dup_text   (TdmProgrammeText *self);
void              tdm_programme_text_copy       (TdmProgrammeText *self,
                                                 TdmRecord        *into);

G_END_DECLS
