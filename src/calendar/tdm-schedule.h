/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-meeting.h"
#include "model/tdm-series.h"

G_BEGIN_DECLS

/**
 * TdmSlot:
 * @local_start: `YYYY-MM-DDTHH:MM:SS` on the wall clock of @zone
 * @zone: an IANA name
 * @minutes: how long
 * @place: where, may be empty
 * @summary: the title
 *
 * When and where a meeting is, as a calendar shows it.
 */
typedef struct _TdmSlot
{
  char *local_start;
  char *zone;
  gint64 minutes;
  char *place;
  char *summary;
} TdmSlot;

/* Somebody who is invited; @uid is that of the person. Who need not take part, the assistant of one of them, comes
 * after all who do. */
typedef struct _TdmScheduleAttendee
{
  char *uid;
  char *name;
  char *email;
  TdmReply reply;
  gboolean is_optional;
} TdmScheduleAttendee;

/* A date of the series that is another than the rule says; @replies are those to it, in the order of the attendees. */
typedef struct
{
  char *original;
  TdmSlot slot;
  GArray *replies;
} TdmScheduleException;

/**
 * TdmSchedule:
 * @uid: that of the event in every calendar
 * @organizer_name: who invites
 * @organizer_email: where answers go
 * @rule: the value of an RRULE, empty for a single meeting
 * @last: the last date of the rule, on the wall clock of @first
 * @first: the first date of the rule
 * @attendees: (element-type TdmScheduleAttendee): who is invited
 * @excluded: (element-type utf8): the dates that are cancelled, sorted
 * @exceptions: (element-type TdmScheduleException): the dates that are different, sorted
 *
 * What calendars show of a series: the part of the model that leaves the program. It is never changed once made. Two
 * schedules are compared by tdm_schedule_compare(); the answers of the people are no part of that, nor who else may
 * come.
 */
typedef struct _TdmSchedule
{
  char *uid;
  char *organizer_name;
  char *organizer_email;
  char *rule;
  char *last;
  TdmSlot first;
  GPtrArray *attendees;
  GPtrArray *excluded;
  GPtrArray *exceptions;
} TdmSchedule;

gboolean     tdm_schedule_make       (TdmSeries          *series,
                                      GListModel         *meetings,
                                      TdmSchedule       **schedule,
                                      GError            **error);
TdmSchedule *tdm_schedule_parse      (const char         *text,
                                      GError            **error);
char        *tdm_schedule_write      (const TdmSchedule  *self);
TdmSchedule *tdm_schedule_ref        (TdmSchedule        *self);
void         tdm_schedule_unref      (TdmSchedule        *self);

gint64       tdm_slot_get_end        (const TdmSlot      *slot);
gboolean     tdm_slot_same_time      (const TdmSlot      *a,
                                      const TdmSlot      *b);
gboolean     tdm_slot_equal          (const TdmSlot      *a,
                                      const TdmSlot      *b);
TdmSlot      tdm_schedule_get_slot   (const TdmSchedule  *self,
                                      const char         *original);
const TdmScheduleException *tdm_schedule_find_exception (const TdmSchedule *self,
                                                         const char        *original);
GPtrArray   *tdm_schedule_list_dates (const TdmSchedule  *self);
GPtrArray   *tdm_schedule_list_ahead (const TdmSchedule  *self,
                                      const char         *from,
                                      gint64              since);
gboolean     tdm_schedule_excludes   (const TdmSchedule  *self,
                                      const char         *original);
const TdmScheduleAttendee *tdm_schedule_find_attendee (const TdmSchedule *self,
                                                       const char        *uid);
const TdmScheduleAttendee *tdm_schedule_find_address  (const TdmSchedule *self,
                                                       const char        *email);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmSchedule, tdm_schedule_unref)

G_END_DECLS
