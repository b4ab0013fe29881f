/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-notes-page.h"

G_BEGIN_DECLS

/* Only for the page itself. */
void tdm_notes_page_install_files (GtkWidgetClass *widget_class);
void tdm_notes_page_enable_actions  (TdmNotesPage   *self);

G_END_DECLS
