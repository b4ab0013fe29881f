/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-codes.h"
#include "tdm-content-writer.h"

G_BEGIN_DECLS

/* Somebody as a calendar file has them. The address must be one by tdm_text_is_email(): it is written as it is. */
typedef struct
{
  const char *name;
  const char *email;
  TdmReply reply;
  gboolean is_optional; /* need not take part */
} TdmEventPerson;

/* Two people, each with an assistant */
#define TDM_EVENT_ATTENDEES_MOST 4

/* How every calendar file begins and ends; METHOD and the time zones follow the beginning. */
#define TDM_EVENT_FILE_HEADER \
  "BEGIN:VCALENDAR\r\n" \
  "VERSION:2.0\r\n" \
  "PRODID:-//Tandem//Tandem//EN\r\n" \
  "CALSCALE:GREGORIAN\r\n"
#define TDM_EVENT_FILE_FOOTER "END:VCALENDAR\r\n"

/**
 * TdmEvent:
 * @uid: the name of the event in every calendar
 * @sequence: how often its dates have changed
 * @stamp: when this message was made, UTC seconds
 * @organizer: who invites, and gets the answers
 * @attendees: who is invited, or no longer
 * @n_attendees: how many
 * @summary: the title
 * @place: where, may be empty
 * @zone: the IANA zone of @start
 * @start: seconds on the wall clock, see tdm_local_time_parse()
 * @minutes: how long
 * @rule: (nullable): the value of an RRULE
 * @excluded: (nullable) (element-type gint64): dates of the rule that are cancelled
 * @series_zone: (nullable): the zone of @original
 * @original: where @series_zone is set, the date of the series that this event moves
 * @cancelled: whether it is off
 * @answers: whether the one attendee answers, who is not asked then
 *
 * What one VEVENT says.
 */
typedef struct
{
  const char *uid;
  gint64 sequence;
  gint64 stamp;
  TdmEventPerson organizer;
  TdmEventPerson attendees[TDM_EVENT_ATTENDEES_MOST];
  guint n_attendees;
  const char *summary;
  const char *place;
  const char *zone;
  gint64 start;
  gint64 minutes;
  const char *rule;
  GArray *excluded;
  const char *series_zone;
  gint64 original;
  gboolean cancelled;
  gboolean answers;
} TdmEvent;

gboolean tdm_event_check_address   (const char           *name,
                                    const char           *email,
                                    GError              **error);
void     tdm_event_write           (const TdmEvent       *event,
                                    GString              *out);
void     tdm_event_write_organizer (TdmContentWriter     *writer,
                                    const TdmEventPerson *organizer);

G_END_DECLS
