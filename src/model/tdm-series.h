/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-codes.h"
#include "tdm-pair.h"
#include "tdm-record.h"

G_BEGIN_DECLS

/* Fields, in the order of the columns */
typedef enum
{
  TDM_SERIES_PAIR,
  TDM_SERIES_SEQUENCE,
  TDM_SERIES_RULE,
  TDM_SERIES_LOCAL_START,
  TDM_SERIES_ZONE,
  TDM_SERIES_MINUTES,
  TDM_SERIES_PLACE,
  TDM_SERIES_ORGANIZER_NAME,
  TDM_SERIES_ORGANIZER_EMAIL,
  TDM_SERIES_SUMMARY_MODE,
  TDM_SERIES_STATE,
  TDM_SERIES_UNTIL,
  TDM_SERIES_EXTERNAL,
  TDM_SERIES_CALENDAR_UID,
  TDM_SERIES_TITLE,
  TDM_SERIES_HEARD,
  TDM_SERIES_MENTEE,
  TDM_SERIES_MENTOR,
} TdmSeriesField;

#define TDM_TYPE_SERIES (tdm_series_get_type ())
G_DECLARE_FINAL_TYPE (TdmSeries, tdm_series, TDM, SERIES, TdmRecord)

TdmPair    *tdm_series_get_pair        (TdmSeries *self);
TdmPerson  *tdm_series_get_mentee      (TdmSeries *self);
TdmPerson  *tdm_series_get_mentor      (TdmSeries *self);
const char *tdm_series_get_rule        (TdmSeries *self);
const char *tdm_series_get_zone        (TdmSeries *self);
const char *tdm_series_get_local_start (TdmSeries *self);
gint64      tdm_series_get_minutes     (TdmSeries *self);
gint64      tdm_series_get_sequence    (TdmSeries *self);
gboolean    tdm_series_is_external     (TdmSeries *self);
gboolean    tdm_series_asks_participant (TdmSeries *self);
gboolean    tdm_series_asks            (TdmSeries *self,
                                        TdmPerson *person);
const char *tdm_series_get_organizer_name  (TdmSeries *self);
const char *tdm_series_get_organizer_email (TdmSeries *self);
const char *tdm_series_get_calendar_uid (TdmSeries *self);

GListModel *tdm_series_get_attendees (TdmSeries *self);
GListModel *tdm_series_get_messages (TdmSeries *self);

G_END_DECLS
