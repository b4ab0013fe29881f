/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TDM_SAMPLE_DECK_SIZE 64

/**
 * TdmSampleChance:
 *
 * Random numbers that are the same on every computer and with every version of GLib: SplitMix64 by Steele, Lea and
 * Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014).
 */
typedef struct
{
  guint64 state;
} TdmSampleChance;

/**
 * TdmSampleDeck:
 *
 * Cards that are dealt without putting them back, so that even a few of them come near their shares.
 */
typedef struct
{
  guint8 cards[TDM_SAMPLE_DECK_SIZE];
  guint n_cards;
  guint next;
} TdmSampleDeck;

guint tdm_sample_chance_below    (TdmSampleChance *self,
                                  guint            bound);
guint tdm_sample_chance_weighted (TdmSampleChance *self,
                                  const guint8    *weights);
char *tdm_sample_chance_make_uid (TdmSampleChance *self);

void  tdm_sample_deck_init       (TdmSampleDeck   *self,
                                  const guint8    *shares,
                                  guint            n_shares);
guint tdm_sample_deck_deal       (TdmSampleDeck   *self,
                                  TdmSampleChance *chance);
guint tdm_sample_deck_deal_one   (TdmSampleDeck   *self,
                                  TdmSampleChance *chance,
                                  guint            wanted);

G_END_DECLS
