/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names for parts of widgets that GTK leaves without one, for people who do not see them */

void tdm_names_drop_down  (GtkDropDown      *drop_down,
                           const char       *name);
void tdm_names_drop_downs (GtkBuilder       *builder,
                           const char *const names[][2],
                           guint             n);
void tdm_names_calendar   (GtkCalendar      *calendar);

G_END_DECLS
