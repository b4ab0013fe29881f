/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-attendee.h"
#include "model/tdm-edit.h"
#include "model/tdm-meeting.h"

/* Anna Beck learns from Bo Chen, in a programme that is in no file: live records as an edit sees them. It is Tuesday,
 * 14 July 2026, 09:00 UTC. */

typedef struct
{
  GPtrArray *records;
  TdmRound *round;
  TdmPerson *anna;
  TdmPerson *bo;
  TdmPair *pair;
} EditsFixture;

void       edits_set_up      (EditsFixture  *self,
                              gconstpointer  data);
void       edits_tear_down   (EditsFixture  *self,
                              gconstpointer  data);

gpointer   edits_add         (EditsFixture  *self,
                              GType          type);
void       edits_make_live   (gpointer       record);
void       edits_change      (gpointer       record,
                              guint          field,
                              gint64         value);
void       edits_change_text (gpointer       record,
                              guint          field,
                              const char    *text);

TdmSeries *edits_add_series  (EditsFixture  *self);
TdmMeeting *edits_get_meeting (EditsFixture *self,
                              guint          index);
TdmRecord *edits_add_event   (EditsFixture  *self,
                              TdmPairState   from,
                              TdmPairState   to,
                              const char    *day);

guint      edits_count       (TdmEdit       *edit,
                              TdmEditAction  action,
                              GType          type);
TdmRecord *edits_find        (TdmEdit       *edit,
                              gpointer       live);
TdmRecord *edits_find_new    (TdmEdit       *edit,
                              GType          type,
                              guint          index);
