/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Plain Markdown as people type it, shown lightly: the text stays as it was typed. */

void tdm_note_markup_attach      (GtkTextBuffer *buffer);
void tdm_note_markup_toggle_bold (GtkTextBuffer *buffer);

G_END_DECLS
