/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-sample-context.h"

G_BEGIN_DECLS

void  tdm_sample_profiles_match       (TdmSample              *sample,
                                       TdmSamplePerson        *mentee,
                                       TdmSamplePerson        *mentor,
                                       gboolean                apart);
void  tdm_sample_profiles_draw        (TdmSample              *sample,
                                       TdmSamplePerson        *person,
                                       TdmSide                 side);
void  tdm_sample_profiles_lay_trap    (TdmSample              *sample,
                                       TdmSamplePerson *const *mentees,
                                       TdmSamplePerson *const *mentors);
void  tdm_sample_profiles_set_subject (TdmSample              *sample,
                                       TdmSamplePerson        *mentee,
                                       TdmSamplePerson        *mentor,
                                       const char             *code);
guint tdm_sample_profiles_covered     (const TdmSamplePerson  *learner,
                                       const TdmSamplePerson  *giver,
                                       TdmSampleTopics        *covered);
void  tdm_sample_profiles_store       (TdmSample              *sample,
                                       const TdmSamplePerson  *person,
                                       GDate                   from);

G_END_DECLS
