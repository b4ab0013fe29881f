/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "tdm-cli-values.h"

G_BEGIN_DECLS

gboolean tdm_cli_can_be_added (GType           type);
TdmEdit *tdm_cli_make_addition (TdmWorkspace  *workspace,
                                TdmCliValues  *values,
                                GError       **error);
TdmEdit *tdm_cli_make_change   (TdmWorkspace  *workspace,
                                TdmRecord     *record,
                                TdmCliValues  *values,
                                GError       **error);
TdmEdit *tdm_cli_make_removal  (TdmWorkspace  *workspace,
                                TdmRecord     *record,
                                GError       **error);
TdmRecord *tdm_cli_edit_find_added (TdmEdit     *edit,
                                    GType        type);

G_END_DECLS
