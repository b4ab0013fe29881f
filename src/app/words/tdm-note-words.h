/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"

G_BEGIN_DECLS

typedef struct _TdmNote TdmNote;
typedef struct _TdmWorkspace TdmWorkspace;

/* How a note is called and placed in the window. */

const char *tdm_note_words_title    (TdmNote      *note);
char       *tdm_note_words_when     (gint64        moment);
char       *tdm_note_words_meeting  (TdmMeeting   *meeting);
TdmPair    *tdm_note_words_find_pair (TdmNote     *note,
                                     TdmWorkspace *workspace);
char       *tdm_note_words_about    (TdmNote      *note,
                                     TdmWorkspace *workspace);
char       *tdm_note_words_describe (TdmNote      *note);

G_END_DECLS
