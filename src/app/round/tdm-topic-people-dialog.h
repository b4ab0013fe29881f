/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "app/round/tdm-catalogue.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_TOPIC_PEOPLE_DIALOG (tdm_topic_people_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmTopicPeopleDialog, tdm_topic_people_dialog, TDM, TOPIC_PEOPLE_DIALOG, AdwWindow)

void tdm_topic_people_dialog_present (GtkWidget    *over,
                                      TdmCatalogue *catalogue,
                                      TdmTopic     *topic);

G_END_DECLS
