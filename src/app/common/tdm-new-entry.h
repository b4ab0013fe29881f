/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The entries at the end of a list in which something new is typed: a goal, a step, a topic, a wish, an interest. */

char *tdm_new_entry_take     (GtkEditable  *entry);
void  tdm_new_entry_clear    (GtkEditable  *entry);
void  tdm_new_entry_added_cb (GObject      *workspace,
                              GAsyncResult *result,
                              gpointer      taken_entry);

G_END_DECLS
