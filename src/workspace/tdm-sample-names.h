/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-sample-random.h"
#include "tdm-sample-words.h"

G_BEGIN_DECLS

typedef struct _TdmSampleNames TdmSampleNames;

TdmSampleNames *tdm_sample_names_new  (TdmSampleWords  *words,
                                       TdmSampleRandom *random);
void            tdm_sample_names_free (TdmSampleNames  *self);
void            tdm_sample_names_next (TdmSampleNames  *self,
                                       const char      *domain,
                                       char           **name,
                                       char           **email);

G_END_DECLS
