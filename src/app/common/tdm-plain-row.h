/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwActionRow   *tdm_plain_row_new        (const char          *title,
                                          const char          *subtitle);
GtkCheckButton *tdm_plain_row_add_choice (AdwPreferencesGroup *group,
                                          const char          *title,
                                          const char          *subtitle,
                                          GtkCheckButton      *with);

G_END_DECLS
