/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_PROBLEM_ROW (tdm_problem_row_get_type ())
G_DECLARE_FINAL_TYPE (TdmProblemRow, tdm_problem_row, TDM, PROBLEM_ROW, AdwPreferencesRow)

void tdm_problem_row_set_text (TdmProblemRow *self,
                               const char    *text);
void tdm_problem_row_explain  (TdmProblemRow *self,
                               GtkWidget     *row,
                               const char    *problem);

G_END_DECLS
