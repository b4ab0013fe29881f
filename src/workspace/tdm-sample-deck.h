/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-sample-random.h"

G_BEGIN_DECLS

#define TDM_SAMPLE_DECK_SIZE 100

typedef struct
{
  guint8 cards[TDM_SAMPLE_DECK_SIZE];
  guint n_cards;
  guint next;
} TdmSampleDeck;

void  tdm_sample_deck_init     (TdmSampleDeck   *self,
                                const guint8    *shares,
                                guint            n_shares);
guint tdm_sample_deck_deal     (TdmSampleDeck   *self,
                                TdmSampleRandom *random);
guint tdm_sample_deck_deal_one (TdmSampleDeck   *self,
                                TdmSampleRandom *random,
                                guint            wanted);

G_END_DECLS
