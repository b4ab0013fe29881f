/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 state;
} TdmSampleRandom;

/* Texts of a UUID and the zero after it */
#define TDM_SAMPLE_UID_SIZE 37

void     tdm_sample_random_init     (TdmSampleRandom *self,
                                     guint64          seed,
                                     guint64          stream);
guint64  tdm_sample_random_next     (TdmSampleRandom *self);
guint    tdm_sample_random_below    (TdmSampleRandom *self,
                                     guint            bound);
guint    tdm_sample_random_between  (TdmSampleRandom *self,
                                     guint            least,
                                     guint            most);
gboolean tdm_sample_random_chance   (TdmSampleRandom *self,
                                     guint            percent);
guint    tdm_sample_random_weighted (TdmSampleRandom *self,
                                     const guint     *weights,
                                     guint            n_weights);
void     tdm_sample_random_shuffle  (TdmSampleRandom *self,
                                     guint8          *items,
                                     guint            n_items);
void     tdm_sample_random_make_uid (TdmSampleRandom *self,
                                     char            *uid);

G_END_DECLS
