/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean tdm_calendar_keys_move      (GtkCalendar     *calendar,
                                      guint            keyval,
                                      GdkModifierType  state);
gboolean tdm_calendar_keys_is_choice (GtkCalendar     *calendar,
                                      guint            keyval);

G_END_DECLS
