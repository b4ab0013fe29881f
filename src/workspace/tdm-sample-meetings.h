/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-sample-pairs.h"

G_BEGIN_DECLS

/**
 * TdmSampleRoom:
 * @local: when somebody meets there, empty for never
 * @place: where
 *
 * A room that two tandems want at the same time.
 */
typedef struct
{
  char local[TDM_SAMPLE_LOCAL_SIZE];
  const char *place;
} TdmSampleRoom;

void tdm_sample_meetings_fill_deck (TdmSample     *sample);
void tdm_sample_meetings_add       (TdmSample     *sample,
                                    TdmSamplePair *pair,
                                    TdmSampleRoom *room);

G_END_DECLS
