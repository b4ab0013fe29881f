/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-person.h"

G_BEGIN_DECLS

typedef struct _TdmRoundTandems TdmRoundTandems;
typedef struct _TdmPair TdmPair;
typedef struct _TdmPersonEvent TdmPersonEvent;

/* People in words. */

char *tdm_person_words_place    (TdmPerson       *person);
char *tdm_person_words_contact  (TdmPerson       *person);
char *tdm_person_words_search   (TdmPerson       *person);
char *tdm_person_words_part     (TdmPerson       *person,
                                 TdmRoundTandems *tandems,
                                 TdmPair         *except);
char *tdm_person_words_job      (TdmPerson       *person);
char *tdm_person_words_partner  (TdmPerson       *person,
                                 TdmPair         *pair);
char *tdm_person_words_tandem   (TdmPair         *pair);
char *tdm_person_words_event    (TdmPerson            *person,
                                 const TdmPersonEvent *event);

const char *tdm_person_words_level (gint64 level);

G_END_DECLS
