/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-random.h"

/**
 * tdm_sample_random_init:
 * @self: a generator
 * @seed: the year of the rules
 * @stream: a number of its own for each use, so that a change to one leaves the others as they were
 *
 * Random numbers that are the same on every computer and with every version of GLib: SplitMix64 by Steele, Lea and
 * Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014).
 */
void
tdm_sample_random_init (TdmSampleRandom *self, guint64 seed, guint64 stream)
{
  self->state = seed + stream * G_GUINT64_CONSTANT (0xD1B54A32D192ED03);
  tdm_sample_random_next (self);
}

/**
 * tdm_sample_random_next:
 * @self: a generator
 *
 * Returns: 64 random bits
 */
guint64
tdm_sample_random_next (TdmSampleRandom *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return z ^ (z >> 31);
}

/**
 * tdm_sample_random_below:
 * @self: a generator
 * @bound: at least 1
 *
 * Returns: a number from 0 to @bound - 1
 */
guint
tdm_sample_random_below (TdmSampleRandom *self, guint bound)
{
  return ((tdm_sample_random_next (self) >> 32) * bound) >> 32;
}

/**
 * tdm_sample_random_between:
 * @self: a generator
 * @least: the smallest number
 * @most: the largest number
 *
 * Returns: a number from @least to @most
 */
guint
tdm_sample_random_between (TdmSampleRandom *self, guint least, guint most)
{
  return least + tdm_sample_random_below (self, most - least + 1);
}

/**
 * tdm_sample_random_chance:
 * @self: a generator
 * @percent: how likely it is
 *
 * Returns: whether it happens
 */
gboolean
tdm_sample_random_chance (TdmSampleRandom *self, guint percent)
{
  return tdm_sample_random_below (self, 100) < percent;
}

/**
 * tdm_sample_random_weighted:
 * @self: a generator
 * @weights: (array length=n_weights): how often each index shall come, not all of them 0
 * @n_weights: their number
 *
 * Returns: an index
 */
guint
tdm_sample_random_weighted (TdmSampleRandom *self, const guint *weights, guint n_weights)
{
  guint total = 0, rest, i;

  for (i = 0; i < n_weights; i++)
    total += weights[i];
  rest = tdm_sample_random_below (self, total);
  for (i = 0; rest >= weights[i]; i++)
    rest -= weights[i];
  return i;
}

/**
 * tdm_sample_random_shuffle:
 * @self: a generator
 * @items: (array length=n_items): what to bring into another order
 * @n_items: their number
 */
void
tdm_sample_random_shuffle (TdmSampleRandom *self, guint8 *items, guint n_items)
{
  for (guint i = n_items; i > 1; i--)
    {
      guint other = tdm_sample_random_below (self, i);
      guint8 item = items[i - 1];

      items[i - 1] = items[other];
      items[other] = item;
    }
}

/**
 * tdm_sample_random_make_uid:
 * @self: a generator
 * @uid: (out caller-allocates): #TDM_SAMPLE_UID_SIZE bytes for a UUID of version 4, variant 1 (RFC 4122 4.4)
 */
void
tdm_sample_random_make_uid (TdmSampleRandom *self, char *uid)
{
  guint64 high = tdm_sample_random_next (self);
  guint64 low = tdm_sample_random_next (self);

  high = (high & ~G_GUINT64_CONSTANT (0xF000)) | 0x4000;
  low = (low & (G_MAXUINT64 >> 2)) | (G_GUINT64_CONSTANT (1) << 63);
  for (guint i = 0; i < TDM_SAMPLE_UID_SIZE - 1; i++)
    {
      if (i == 8 || i == 13 || i == 18 || i == 23)
        {
          uid[i] = '-';
          continue;
        }
      uid[i] = "0123456789abcdef"[high >> 60];
      high = high << 4 | low >> 60;
      low <<= 4;
    }
  uid[TDM_SAMPLE_UID_SIZE - 1] = '\0';
}
