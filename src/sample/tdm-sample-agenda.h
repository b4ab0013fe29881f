/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-sample-private.h"

G_BEGIN_DECLS

/* What a tandem talks about: for each side, the sessions, the best first, and how many meetings had one */
typedef struct
{
  GPtrArray *sessions[2];
  guint n_used[2];
} TdmSampleAgenda;

void tdm_sample_agenda_init        (TdmSampleAgenda     *self,
                                    TdmSample           *sample,
                                    const TdmSamplePair *pair);
void tdm_sample_agenda_clear       (TdmSampleAgenda     *self);
void tdm_sample_agenda_set_session (TdmSampleAgenda     *self,
                                    TdmSample           *sample,
                                    const TdmSamplePair *pair,
                                    TdmRecord           *meeting);

G_END_DECLS
