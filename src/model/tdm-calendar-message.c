/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-calendar-message.h"

#include "base/tdm-i18n.h"

/**
 * TdmCalendarMessage:
 *
 * A message to one person of a tandem (RFC 5546), and what became of it.
 */

struct _TdmCalendarMessage
{
  TdmRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmCalendarMessage, tdm_calendar_message, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "series", N_ ("Meeting series"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .required = TRUE, .type = tdm_series_get_type,
    .hand = TDM_FIELD_KEPT },
  { "recurrence-id", N_ ("Original start"), TDM_FIELD_LINE, .most = 19, .hand = TDM_FIELD_KEPT },
  { "sequence", N_ ("Sequence"), TDM_FIELD_INTEGER, .hand = TDM_FIELD_KEPT },
  { "method", N_ ("Method"), TDM_FIELD_CODE, .type = tdm_method_get_type, .hand = TDM_FIELD_KEPT },
  { "file", N_ ("File"), TDM_FIELD_LINE, .most = TDM_NAME_MOST, .hand = TDM_FIELD_KEPT },
  { "digest", N_ ("Digest"), TDM_FIELD_LINE, .most = 64, .hand = TDM_FIELD_KEPT },
  { "created", N_ ("Created"), TDM_FIELD_INTEGER, .hand = TDM_FIELD_KEPT },
  { "handed-over", N_ ("Handed over"), TDM_FIELD_INTEGER, .hand = TDM_FIELD_KEPT },
  { "person", N_ ("Person"), TDM_FIELD_LINK, .type = tdm_person_get_type, .hand = TDM_FIELD_KEPT },
  { "email", N_ ("E-mail"), TDM_FIELD_LINE, .most = 254, .hand = TDM_FIELD_KEPT },
  { "message-id", N_ ("Message"), TDM_FIELD_LINE, .most = TDM_NAME_MOST, .hand = TDM_FIELD_KEPT },
  { "content", N_ ("Content"), TDM_FIELD_BLOCK, .most = TDM_CONTENT_MOST, .hand = TDM_FIELD_KEPT },
  { "channel", N_ ("Way"), TDM_FIELD_CODE, .type = tdm_channel_get_type, .hand = TDM_FIELD_KEPT },
  { "delivery", N_ ("Delivery"), TDM_FIELD_CODE, .type = tdm_delivery_get_type, .hand = TDM_FIELD_KEPT },
  { "problem", N_ ("Problem"), TDM_FIELD_LINE, .most = TDM_TEXT_MOST, .hand = TDM_FIELD_KEPT },
};

static void
tdm_calendar_message_class_init (TdmCalendarMessageClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  tdm_record_class_install_fields (record_class, "calendar_message", fields, G_N_ELEMENTS (fields));
  record_class->scopes = TDM_SCOPE_PAIR | TDM_SCOPE_PAIR_TOLD | TDM_SCOPE_ROUND_MEETINGS | TDM_SCOPE_ROUND_TOLD;
}

static void
tdm_calendar_message_init (TdmCalendarMessage *self)
{
}

/**
 * tdm_calendar_message_get_person:
 *
 * Returns: (transfer none) (nullable): to whom it goes; %NULL in messages of schema 1, which went to both
 */
TdmPerson *
tdm_calendar_message_get_person (TdmCalendarMessage *self)
{
  return tdm_record_get_link (TDM_RECORD (self), TDM_CALENDAR_MESSAGE_PERSON);
}

TdmDelivery
tdm_calendar_message_get_delivery (TdmCalendarMessage *self)
{
  return tdm_record_get_integer (TDM_RECORD (self), TDM_CALENDAR_MESSAGE_DELIVERY);
}
