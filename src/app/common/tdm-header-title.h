/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_HEADER_TITLE (tdm_header_title_get_type ())
G_DECLARE_FINAL_TYPE (TdmHeaderTitle, tdm_header_title, TDM, HEADER_TITLE, GtkWidget)

void tdm_header_title_set_subtitle (TdmHeaderTitle *self,
                                    const char     *subtitle);

G_END_DECLS
