/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Drop-downs that offer "all", then every text that a field of a list has. */

GtkStringList *tdm_choices_collect (const char  *all,
                                    GListModel  *records,
                                    guint        field);
const char    *tdm_choices_get     (GtkDropDown *drop_down);

G_END_DECLS
