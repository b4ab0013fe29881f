/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean tdm_notes_closing_must_wait (GtkWindow *window);

G_END_DECLS
