/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-participation.h"
#include "model/tdm-person.h"

G_BEGIN_DECLS

TdmEdit *tdm_person_edits_save            (TdmRecord        *draft);
TdmEdit *tdm_person_edits_remove          (TdmPerson        *person,
                                           GPtrArray        *pairs);
TdmEdit *tdm_person_edits_add_topic       (TdmPerson        *person,
                                           GType             side,
                                           GListModel       *topics,
                                           const char       *title);
TdmEdit *tdm_person_edits_set_topic       (gpointer          wish,
                                           GListModel       *topics,
                                           const char       *title);
TdmEdit *tdm_person_edits_set_strength    (gpointer          wish,
                                           int               strength);
TdmEdit *tdm_person_edits_add_interest    (TdmPerson        *person,
                                           const char       *title);
TdmEdit *tdm_person_edits_rename_interest (gpointer          interest,
                                           const char       *title);
TdmEdit *tdm_person_edits_set_motives     (TdmParticipation *participation,
                                           const char       *motives);

G_END_DECLS
