/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "support/faults.h"
#include "support/tdm-test.h"

G_BEGIN_DECLS

/* A programme with a tandem, its goal "Goal" and two steps, open, with its details, on a disk that may fail; and what
 * the file and the live objects have to be like afterwards. */
typedef struct
{
  FaultReport *report;
  TdmTestFolder folder;
  TdmWorkspace *workspace;
  TdmPair *pair;
  GAsyncResult *result;
} ProgrammeSession;

void         programme_session_make_template (const char        *path);
void         programme_session_open          (ProgrammeSession  *self,
                                              const char        *path);
void         programme_session_close         (ProgrammeSession  *self);
gboolean     programme_session_finish        (ProgrammeSession  *self,
                                              GError           **error);
void         programme_session_finish_well   (ProgrammeSession  *self);
TdmGoal     *programme_session_get_goal      (ProgrammeSession  *self,
                                              guint              index);
TdmGoalStep *programme_session_get_step      (ProgrammeSession  *self);
gint64       programme_session_ask           (const char        *path,
                                              const char        *sql);
void         programme_session_judge         (ProgrammeSession  *self);
void         programme_session_judge_file    (ProgrammeSession  *self);

G_END_DECLS
