/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-codes.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_LANGUAGE_ROW (tdm_language_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmLanguageRow, tdm_language_row, TDM, LANGUAGE_ROW, AdwComboRow)

void tdm_language_row_set_usual (TdmLanguageRow *self,
                                 TdmLanguage     usual);

G_END_DECLS
