/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Locks the notes when their owner walks away. */

void tdm_notes_guard_start (GtkApplication *application);
void tdm_notes_guard_stop  (void);
void tdm_notes_guard_watch_dialog (gpointer dialog);

G_END_DECLS
