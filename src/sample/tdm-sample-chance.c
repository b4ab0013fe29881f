/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-chance.h"

static guint64
tdm_sample_chance_next (TdmSampleChance *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return z ^ (z >> 31);
}

/* From 0 to @bound - 1 */
guint
tdm_sample_chance_below (TdmSampleChance *self, guint bound)
{
  return ((tdm_sample_chance_next (self) >> 32) * bound) >> 32;
}

/* An index of @weights, which say how often in a hundred each of them comes */
guint
tdm_sample_chance_weighted (TdmSampleChance *self, const guint8 *weights)
{
  guint rest = tdm_sample_chance_below (self, 100), i;

  for (i = 0; rest >= weights[i]; i++)
    rest -= weights[i];
  return i;
}

/* A UUID of version 4, variant 1 (RFC 4122 4.4) */
char *
tdm_sample_chance_make_uid (TdmSampleChance *self)
{
  guint64 high = tdm_sample_chance_next (self);
  guint64 low = tdm_sample_chance_next (self);

  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%04x%08x", (guint) (high >> 32), (guint) (high >> 16) & 0xFFFF,
                          (guint) high & 0xFFF, (guint) (low >> 48 & 0x3FFF) | 0x8000, (guint) (low >> 32) & 0xFFFF,
                          (guint) low);
}

void
tdm_sample_deck_init (TdmSampleDeck *self, const guint8 *shares, guint n_shares)
{
  self->n_cards = 0;
  for (guint kind = 0; kind < n_shares; kind++)
    for (guint i = 0; i < shares[kind]; i++)
      self->cards[self->n_cards++] = kind;
  self->next = self->n_cards;
}

guint
tdm_sample_deck_deal (TdmSampleDeck *self, TdmSampleChance *chance)
{
  if (self->next == self->n_cards)
    {
      for (guint i = self->n_cards; i > 1; i--)
        {
          guint other = tdm_sample_chance_below (chance, i);
          guint8 card = self->cards[i - 1];

          self->cards[i - 1] = self->cards[other];
          self->cards[other] = card;
        }
      self->next = 0;
    }
  return self->cards[self->next++];
}

/* Deals a card of the wanted kind if there is one left, and leaves the one it is dealt for to the next. */
guint
tdm_sample_deck_deal_one (TdmSampleDeck *self, TdmSampleChance *chance, guint wanted)
{
  guint dealt = tdm_sample_deck_deal (self, chance);

  for (guint i = self->next; dealt != wanted && i < self->n_cards; i++)
    if (self->cards[i] == wanted)
      {
        self->cards[self->next - 1] = wanted;
        self->cards[i] = dealt;
        break;
      }
  return wanted;
}
