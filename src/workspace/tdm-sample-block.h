/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-sample-people.h"

G_BEGIN_DECLS

/**
 * TdmSampleBlock:
 * @office: who works where
 * @assistants: who keeps diaries
 * @mentees: the mentees of round 3
 * @mentors: their mentors
 * @spares: who applied and is in no tandem
 * @past_mentees: the mentees of round 2, in the first block only, and so the others below
 * @past_mentors: their mentors
 * @pilot: the mentee and mentor of round 1
 * @recommended: who may come to round 4
 *
 * The people around twenty tandems of round 3. A larger sample repeats it with other names.
 */
typedef struct
{
  TdmSampleOffice office;
  TdmSamplePerson *assistants[TDM_SAMPLE_N_ASSISTANTS];
  TdmSamplePerson *mentees[TDM_SAMPLE_N_SLOTS];
  TdmSamplePerson *mentors[TDM_SAMPLE_N_SLOTS];
  TdmSamplePerson *spares[TDM_SAMPLE_N_SPARES];
  TdmSamplePerson *past_mentees[TDM_SAMPLE_N_SLOTS];
  TdmSamplePerson *past_mentors[TDM_SAMPLE_N_SLOTS];
  TdmSamplePerson *pilot[2];
  TdmSamplePerson *recommended[TDM_SAMPLE_N_RECOMMENDED];
} TdmSampleBlock;

void tdm_sample_block_fill (TdmSampleBlock *self,
                            TdmSample      *sample,
                            gboolean        is_first);

G_END_DECLS
