/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-deck.h"

/**
 * tdm_sample_deck_init:
 * @self: a deck
 * @shares: (array length=n_shares): how many cards there are of each kind, together at most #TDM_SAMPLE_DECK_SIZE
 * @n_shares: the number of kinds
 *
 * Cards are dealt without putting them back, so that even a few of them come near their shares.
 */
void
tdm_sample_deck_init (TdmSampleDeck *self, const guint8 *shares, guint n_shares)
{
  self->n_cards = 0;
  for (guint kind = 0; kind < n_shares; kind++)
    for (guint i = 0; i < shares[kind] && self->n_cards < TDM_SAMPLE_DECK_SIZE; i++)
      self->cards[self->n_cards++] = kind;
  self->next = self->n_cards;
}

/**
 * tdm_sample_deck_deal:
 * @self: a deck
 * @random: what it is shuffled with
 *
 * Returns: the kind of the next card
 */
guint
tdm_sample_deck_deal (TdmSampleDeck *self, TdmSampleRandom *random)
{
  if (self->next == self->n_cards)
    {
      tdm_sample_random_shuffle (random, self->cards, self->n_cards);
      self->next = 0;
    }
  return self->cards[self->next++];
}

/**
 * tdm_sample_deck_deal_one:
 * @self: a deck
 * @random: what it is shuffled with
 * @wanted: a kind
 *
 * Deals a card of the wanted kind if there is one left, and leaves the one it is dealt for to the next.
 *
 * Returns: @wanted
 */
guint
tdm_sample_deck_deal_one (TdmSampleDeck *self, TdmSampleRandom *random, guint wanted)
{
  guint dealt = tdm_sample_deck_deal (self, random);

  for (guint i = self->next; dealt != wanted && i < self->n_cards; i++)
    if (self->cards[i] == wanted)
      {
        self->cards[self->next - 1] = wanted;
        self->cards[i] = dealt;
        break;
      }
  return wanted;
}
