/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-codes.h"
#include "tdm-person.h"
#include "tdm-series.h"
#include "tdm-record.h"

G_BEGIN_DECLS

/* Fields, in the order of the columns */
typedef enum
{
  TDM_CALENDAR_MESSAGE_SERIES,
  TDM_CALENDAR_MESSAGE_RECURRENCE_ID,
  TDM_CALENDAR_MESSAGE_SEQUENCE,
  TDM_CALENDAR_MESSAGE_METHOD,
  TDM_CALENDAR_MESSAGE_FILE,
  TDM_CALENDAR_MESSAGE_DIGEST,
  TDM_CALENDAR_MESSAGE_CREATED,
  TDM_CALENDAR_MESSAGE_HANDED_OVER,
  TDM_CALENDAR_MESSAGE_PERSON,
  TDM_CALENDAR_MESSAGE_EMAIL,
  TDM_CALENDAR_MESSAGE_MESSAGE_ID,
  TDM_CALENDAR_MESSAGE_CONTENT,
  TDM_CALENDAR_MESSAGE_CHANNEL,
  TDM_CALENDAR_MESSAGE_DELIVERY,
  TDM_CALENDAR_MESSAGE_PROBLEM,
} TdmCalendarMessageField;

#define TDM_TYPE_CALENDAR_MESSAGE (tdm_calendar_message_get_type ())
G_DECLARE_FINAL_TYPE (TdmCalendarMessage, tdm_calendar_message, TDM, CALENDAR_MESSAGE, TdmRecord)

/* What a calendar shows of a series, as text, is far shorter. */
#define TDM_CONTENT_MOST 200000

TdmPerson  *tdm_calendar_message_get_person   (TdmCalendarMessage *self);
TdmDelivery tdm_calendar_message_get_delivery (TdmCalendarMessage *self);

G_END_DECLS
