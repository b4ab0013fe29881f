/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-sample-cast.h"
#include "tdm-sample-context.h"

G_BEGIN_DECLS

#define TDM_SAMPLE_MOST_BOSSES 8
#define TDM_SAMPLE_N_LEVELS 8
#define TDM_SAMPLE_N_BOARD 5

/**
 * TdmSampleOffice:
 * @board: the members of the board
 * @bosses: who leads something, for each department, the higher levels first
 * @n_bosses: how many there are
 * @n_jobs: how many people have a job of each department and level
 *
 * Who works where, so that somebody new gets a job and a boss.
 */
typedef struct
{
  TdmSamplePerson *board[TDM_SAMPLE_N_BOARD];
  TdmSamplePerson *bosses[TDM_SAMPLE_N_DEPARTMENTS][TDM_SAMPLE_MOST_BOSSES];
  guint n_bosses[TDM_SAMPLE_N_DEPARTMENTS];
  guint n_jobs[TDM_SAMPLE_N_DEPARTMENTS][TDM_SAMPLE_N_LEVELS];
} TdmSampleOffice;

TdmSamplePerson *tdm_sample_people_add           (TdmSample           *sample,
                                                  TdmSampleOffice     *office,
                                                  const TdmSampleRole *role);
TdmSamplePerson *tdm_sample_people_add_assistant (TdmSample           *sample,
                                                  const TdmSampleRole *boss,
                                                  guint                number);
void             tdm_sample_people_make_external (TdmSample           *sample,
                                                  TdmSamplePerson     *person);
void             tdm_sample_people_erase         (TdmSample           *sample,
                                                  TdmSamplePerson     *person);

G_END_DECLS
