/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_TEXT_FILTER (tdm_text_filter_get_type ())
G_DECLARE_FINAL_TYPE (TdmTextFilter, tdm_text_filter, TDM, TEXT_FILTER, GtkFilter)

void tdm_text_filter_set_expression (TdmTextFilter *self,
                                     GtkExpression *expression);
void tdm_text_filter_forget         (TdmTextFilter *self);

G_END_DECLS
