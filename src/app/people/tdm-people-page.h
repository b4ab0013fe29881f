/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_PEOPLE_PAGE (tdm_people_page_get_type ())
G_DECLARE_FINAL_TYPE (TdmPeoplePage, tdm_people_page, TDM, PEOPLE_PAGE, AdwBin)

void tdm_people_page_start_search (TdmPeoplePage *self);

G_END_DECLS
