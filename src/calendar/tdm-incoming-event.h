/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-codes.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TdmIncomingMethod:
 * @TDM_INCOMING_OTHER: one that RFC 5546 does not have
 * @TDM_INCOMING_PUBLISH: something to know; so is a copy of a calendar, which has no method
 * @TDM_INCOMING_REQUEST: an invitation, or a change of one
 * @TDM_INCOMING_REPLY: an answer
 * @TDM_INCOMING_ADD: more dates
 * @TDM_INCOMING_CANCEL: a cancellation
 * @TDM_INCOMING_REFRESH: somebody asks for the invitation again
 * @TDM_INCOMING_COUNTER: somebody proposes another time
 * @TDM_INCOMING_DECLINE_COUNTER: such a proposal is refused
 *
 * What a calendar message is about (RFC 5546 1.4).
 */
typedef enum
{
  TDM_INCOMING_OTHER,
  TDM_INCOMING_PUBLISH,
  TDM_INCOMING_REQUEST,
  TDM_INCOMING_REPLY,
  TDM_INCOMING_ADD,
  TDM_INCOMING_CANCEL,
  TDM_INCOMING_REFRESH,
  TDM_INCOMING_COUNTER,
  TDM_INCOMING_DECLINE_COUNTER,
} TdmIncomingMethod;

/**
 * TdmIncomingRuleProblem:
 * @TDM_INCOMING_RULE_FINE: the rule says it all
 * @TDM_INCOMING_RULE_ENDLESS: it has no end
 * @TDM_INCOMING_RULE_TOO_MANY: it has more dates than a series here can have
 * @TDM_INCOMING_RULE_UNCLEAR_END: it ends on a day on which there is a date, and programs do not agree whether that
 *   counts
 * @TDM_INCOMING_RULE_MORE_DATES: there are single dates besides (RDATE)
 * @TDM_INCOMING_RULE_SECOND: there is another rule besides (RRULE, EXRULE)
 * @TDM_INCOMING_RULE_UNKNOWN: it is of a kind that the program does not know, or its start is no date of it
 *
 * Why the dates of a series cannot be taken from its rule.
 */
typedef enum
{
  TDM_INCOMING_RULE_FINE,
  TDM_INCOMING_RULE_ENDLESS,
  TDM_INCOMING_RULE_TOO_MANY,
  TDM_INCOMING_RULE_UNCLEAR_END,
  TDM_INCOMING_RULE_MORE_DATES,
  TDM_INCOMING_RULE_SECOND,
  TDM_INCOMING_RULE_UNKNOWN,
} TdmIncomingRuleProblem;

/**
 * TdmIncomingAttendee:
 * @name: the name, or ""
 * @email: a valid address in lower case, or ""
 * @sent_by: the address of who answers in place of this person, in lower case, or ""
 * @has_partstat: whether there is an answer that the program knows; a person who has passed the invitation on to
 *   somebody else (DELEGATED) has none
 * @partstat: the answer, %TDM_REPLY_NEEDS_ACTION where there is none
 * @is_bystander: whether it is a room, a device, a list of people, or somebody who is told and need not come
 * @is_optional: whether it is somebody who may come
 *
 * One ATTENDEE (RFC 5545 3.8.4.1).
 */
typedef struct _TdmIncomingAttendee
{
  char *name;
  char *email;
  char *sent_by;
  gboolean has_partstat;
  TdmReply partstat;
  gboolean is_bystander;
  gboolean is_optional;
} TdmIncomingAttendee;

/**
 * TdmIncomingEvent:
 * @method: what the message is about
 * @uid: the name of the event in every calendar, never ""
 * @sequence: how often its dates have changed, never negative
 * @stamp: when the message was made, UTC seconds, 0 where it does not say
 * @organizer_name: who invites, or ""
 * @organizer_email: a valid address in lower case, or "": Outlook.com leaves it out of answers
 * @attendees: (element-type TdmIncomingAttendee): who is invited, or who answers
 * @summary: the title, or ""
 * @comment: what somebody wrote with an answer, perhaps several lines, or ""
 * @place: where, or ""
 * @description: several lines, or ""
 * @has_recurrence_id: whether this is about one date of a series only, the one that is or was meant to be at
 *   @recurrence_local
 * @recurrence_is_date: whether only the day of that is known; @recurrence_instant is 0 then
 * @this_and_future: whether it is about all dates from that one on
 * @recurrence_local: `YYYY-MM-DDTHH:MM:SS` in @recurrence_zone, or "". The zone need not be that of the series: compare
 *   instants
 * @recurrence_zone: as @zone
 * @recurrence_instant: UTC seconds, 0 where no zone is known
 * @start_local: `YYYY-MM-DDTHH:MM:SS` in @zone, or "" where there is no start, which answers and cancellations need
 *   not have
 * @start_instant: UTC seconds, 0 where there is no start or no zone is known
 * @zone: an IANA name of this system, "UTC", or "": then there is no zone where @start_instant is 0, and otherwise one
 *   that has no name here
 * @all_day: whether it has days and no times
 * @minutes: how long, 0 where that is not said
 * @rule: the rule as tdm_recurrence_to_rule() writes it, "" for one meeting and where there is a @rule_problem
 * @rule_problem: why @rule does not say it all
 * @is_cancelled: whether it is an invitation that says that it is cancelled, which only one to a single date can say;
 *   otherwise @method is %TDM_INCOMING_CANCEL
 * @excluded: (array zero-terminated=1): the dates of the series that are cancelled, in @zone as @start_local is
 *
 * One VEVENT of a calendar message from somebody else. Nobody changes it after it was made, so that any thread may
 * read it. All texts are clean (tdm_text_clean_line(), tdm_text_clean_block()).
 */
typedef struct _TdmIncomingEvent
{
  TdmIncomingMethod method;
  char *uid;
  gint64 sequence;
  gint64 stamp;
  char *organizer_name;
  char *organizer_email;
  GPtrArray *attendees;
  char *summary;
  char *comment;
  char *place;
  char *description;
  gboolean has_recurrence_id;
  gboolean recurrence_is_date;
  gboolean this_and_future;
  char *recurrence_local;
  char *recurrence_zone;
  gint64 recurrence_instant;
  char *start_local;
  gint64 start_instant;
  char *zone;
  gboolean all_day;
  gint64 minutes;
  char *rule;
  TdmIncomingRuleProblem rule_problem;
  gboolean is_cancelled;
  GStrv excluded;

  /*< private >*/
  gatomicrefcount refs;
} TdmIncomingEvent;

TdmIncomingEvent    *tdm_incoming_event_new      (void);
TdmIncomingEvent    *tdm_incoming_event_ref      (TdmIncomingEvent       *self);
void                 tdm_incoming_event_unref    (TdmIncomingEvent       *self);
void                 tdm_incoming_event_localize (TdmIncomingEvent       *self,
                                                  const char             *zone);
gboolean             tdm_incoming_event_invites  (const TdmIncomingEvent *self);

TdmIncomingAttendee *tdm_incoming_find_attendee  (GPtrArray              *attendees,
                                                  const char             *email);
void                 tdm_incoming_attendee_free  (TdmIncomingAttendee    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmIncomingEvent, tdm_incoming_event_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmIncomingAttendee, tdm_incoming_attendee_free)

G_END_DECLS
