/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "edits/tdm-series-plan.h"
#include "outbox-fixture.h"

/* A course of events in a real programme, told in steps. Each step leaves a folder with the messages that people get
 * then, in order, and `expected.json`: what the calendar of every address must show once they have arrived. */

typedef struct
{
  TdmTestProgramme programme;
  char *folder;
  guint n_steps;
  GPtrArray *addresses;
} Story;

void       story_begin  (Story      *self,
                         const char *folder,
                         const char *name);
void       story_end    (Story      *self);
TdmSeries *story_plan   (Story      *self,
                         const char *zone,
                         const char *date,
                         TdmRepeat   repeat,
                         int         count);
void       story_commit (Story      *self,
                         TdmEdit    *taken_edit);
void       story_undo   (Story      *self,
                         const char *expected);
void       story_wait   (Story      *self,
                         int         days);
void       story_tell   (Story      *self,
                         const char *step,
                         guint       n_messages);
void       story_send   (Story      *self,
                         const char *step,
                         guint       n_messages);
void       story_doubt  (Story      *self,
                         const char *step,
                         gboolean    arrives);
