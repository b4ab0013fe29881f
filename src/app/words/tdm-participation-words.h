/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-participation.h"

G_BEGIN_DECLS

/* What the window says of a person in a round. */

char       *tdm_participation_words_name   (TdmParticipation *participation);
char       *tdm_participation_words_search (TdmParticipation *participation);
const char *tdm_participation_words_role   (TdmParticipation *participation);
const char *tdm_participation_words_source (TdmParticipation *participation);
const char *tdm_participation_words_state  (TdmParticipation *participation);
const char *tdm_participation_words_wait   (TdmParticipation *participation);
char       *tdm_participation_words_since  (TdmParticipation *participation);
char       *tdm_participation_words_more   (TdmParticipation *participation);

G_END_DECLS
