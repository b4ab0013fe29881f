/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "calendar/tdm-schedule-step.h"
#include "calendar/tdm-schedule.h"
#include "tdm-outbox-message.h"

G_BEGIN_DECLS

/* Filled in by tdm-outbox-collect.c and tdm-outbox-replies.c alone, and never changed afterwards, but for what is
 * made late and kept. */
struct _TdmOutboxMessage
{
  GObject parent_instance;

  TdmSeries *series;
  TdmPerson *person;
  char *name;
  char *email;
  char *only;
  TdmScheduleStep *step;
  TdmSchedule *before;
  TdmSchedule *now;
  TdmSchedule *after;
  gint64 sequence;
  gint64 stamp;
  char *id; /* made when it is first asked for */
  TdmCalendarMessage *row;
  char *title; /* made when it is first asked for */
  TdmSchedule *wanted; /* what the calendars of all shall show */
  gint64 since;        /* nothing is said of dates that are over by then */
  char *problem;
  gboolean waits_for_organizer;

  /* An answer to who invited from outside */
  TdmPerson *sender;
  TdmReply reply;
  TdmSlot slot;
  char *content;

  /* The same message to the other person, whose file is this one's, too. */
  TdmOutboxMessage *twin;
  GBytes *bytes;
};

void tdm_outbox_message_repeat (TdmOutboxMessage   *self,
                                TdmCalendarMessage *attempt);

G_END_DECLS
