/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-programme.h"
#include "model/tdm-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What drop-downs offer: "all", then every text that a field of a list has, or all codes of a type in words. */

GtkStringList *tdm_choices_of_texts (const char   *all,
                                     GPtrArray    *texts);
GtkStringList *tdm_choices_collect  (const char   *all,
                                     GListModel   *records,
                                     guint         field);
GtkStringList *tdm_choices_of_codes (const char   *all,
                                     GType         codes,
                                     TdmProgramme *programme);
const char    *tdm_choices_get      (GtkDropDown  *drop_down);
void           tdm_choices_widen    (AdwComboRow  *row);

G_END_DECLS
