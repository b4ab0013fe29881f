/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TdmSampleWords TdmSampleWords;

TdmSampleWords    *tdm_sample_words_new         (const char      *language,
                                                 GError         **error);
void               tdm_sample_words_free        (TdmSampleWords  *self);
const char        *tdm_sample_words_get_text    (TdmSampleWords  *self,
                                                 const char      *group,
                                                 const char      *key);
const char *const *tdm_sample_words_get_list    (TdmSampleWords  *self,
                                                 const char      *group,
                                                 const char      *key);
const char *const *tdm_sample_words_get_codes   (TdmSampleWords  *self,
                                                 const char      *group,
                                                 const char      *key);
const char        *tdm_sample_words_pick        (TdmSampleWords  *self,
                                                 const char      *group,
                                                 const char      *key,
                                                 guint            index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmSampleWords, tdm_sample_words_free)

G_END_DECLS
