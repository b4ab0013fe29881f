/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-calendar-message.h"

#include "base/tdm-i18n.h"

/**
 * TdmCalendarMessage:
 *
 * A message that was handed over to the people of a tandem (RFC 5546).
 */

struct _TdmCalendarMessage
{
  TdmRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmCalendarMessage, tdm_calendar_message, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "series", N_ ("Meeting series"), TDM_FIELD_LINK, .required = TRUE, .type = tdm_series_get_type },
  { "recurrence-id", N_ ("Original start"), TDM_FIELD_LINE, .most = 19 },
  { "sequence", N_ ("Sequence"), TDM_FIELD_INTEGER },
  { "method", N_ ("Method"), TDM_FIELD_CODE, .type = tdm_method_get_type },
  { "file", N_ ("File"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "digest", N_ ("Digest"), TDM_FIELD_LINE, .most = 64 },
  { "created", N_ ("Created"), TDM_FIELD_INTEGER },
  { "handed-over", N_ ("Handed over"), TDM_FIELD_INTEGER },
};

static void
tdm_calendar_message_class_init (TdmCalendarMessageClass *klass)
{
  tdm_record_class_install_fields (TDM_RECORD_CLASS (klass), "calendar_message", fields, G_N_ELEMENTS (fields));
}

static void
tdm_calendar_message_init (TdmCalendarMessage *self)
{
}

TdmSeries *
tdm_calendar_message_get_series (TdmCalendarMessage *self)
{
  return tdm_record_get_link (TDM_RECORD (self), TDM_CALENDAR_MESSAGE_SERIES);
}
