/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-person.h"

G_BEGIN_DECLS

typedef struct _TdmRoundTandems TdmRoundTandems;

/* People in words. */

char *tdm_person_words_place    (TdmPerson       *person);
char *tdm_person_words_contact  (TdmPerson       *person);
char *tdm_person_words_search   (TdmPerson       *person);
char *tdm_person_words_part     (TdmPerson       *person,
                                 TdmRoundTandems *tandems);

G_END_DECLS
