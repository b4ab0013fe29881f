/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-calendar-message.h"

G_BEGIN_DECLS

typedef struct _TdmSchedule TdmSchedule;
typedef struct _TdmScheduleStep TdmScheduleStep;
typedef struct _TdmSlot TdmSlot;

#define TDM_TYPE_OUTBOX_MESSAGE (tdm_outbox_message_get_type ())
G_DECLARE_FINAL_TYPE (TdmOutboxMessage, tdm_outbox_message, TDM, OUTBOX_MESSAGE, GObject)

TdmSeries             *tdm_outbox_message_get_series    (TdmOutboxMessage *self);
TdmPair               *tdm_outbox_message_get_pair      (TdmOutboxMessage *self);
TdmPerson             *tdm_outbox_message_get_person    (TdmOutboxMessage *self);
const char            *tdm_outbox_message_get_name      (TdmOutboxMessage *self);
const char            *tdm_outbox_message_get_email     (TdmOutboxMessage *self);
const TdmScheduleStep *tdm_outbox_message_get_step      (TdmOutboxMessage *self);
const TdmSchedule     *tdm_outbox_message_get_schedule  (TdmOutboxMessage *self);
const TdmSchedule     *tdm_outbox_message_get_before    (TdmOutboxMessage *self);
const char            *tdm_outbox_message_get_title     (TdmOutboxMessage *self);
const char            *tdm_outbox_message_get_problem   (TdmOutboxMessage *self);
TdmDelivery            tdm_outbox_message_get_delivery  (TdmOutboxMessage *self);
gboolean               tdm_outbox_message_can_go        (TdmOutboxMessage *self);
gboolean               tdm_outbox_message_waits_for_organizer (TdmOutboxMessage *self);
gboolean               tdm_outbox_message_is_reply      (TdmOutboxMessage *self);
TdmReply               tdm_outbox_message_get_reply     (TdmOutboxMessage *self);
const TdmSlot         *tdm_outbox_message_get_slot      (TdmOutboxMessage *self);
TdmPerson             *tdm_outbox_message_get_sender    (TdmOutboxMessage *self);
const char            *tdm_outbox_message_get_from_name (TdmOutboxMessage *self);
const char            *tdm_outbox_message_get_from_email (TdmOutboxMessage *self);
TdmMethod              tdm_outbox_message_get_method    (TdmOutboxMessage *self);
gint64                 tdm_outbox_message_get_sequence  (TdmOutboxMessage *self);
gint64                 tdm_outbox_message_get_stamp     (TdmOutboxMessage *self);
const char            *tdm_outbox_message_get_id        (TdmOutboxMessage *self);
TdmCalendarMessage    *tdm_outbox_message_get_row       (TdmOutboxMessage *self);
char                  *tdm_outbox_message_get_content   (TdmOutboxMessage *self);
gboolean               tdm_outbox_message_says_same     (TdmOutboxMessage *self,
                                                         TdmOutboxMessage *other);
char                  *tdm_outbox_message_make_way      (TdmOutboxMessage *self);
gboolean               tdm_outbox_message_is_for_one    (TdmOutboxMessage *self);
gboolean               tdm_outbox_message_is_optional   (TdmOutboxMessage *self);
GBytes                *tdm_outbox_message_write         (TdmOutboxMessage *self,
                                                         GError          **error);
char                  *tdm_outbox_message_file_name     (TdmOutboxMessage *self,
                                                         gboolean          names_person,
                                                         const char       *extension);

GPtrArray *tdm_outbox_message_collect (TdmSeries *series);
gboolean   tdm_outbox_message_count   (TdmSeries  *series,
                                       GListModel *meetings,
                                       guint      *count);
gboolean   tdm_outbox_message_is_expected (TdmSeries *series);
void       tdm_outbox_message_find_expecting (TdmSeries  *series,
                                              GHashTable *people);
GPtrArray *tdm_outbox_message_retell  (TdmSeries *series,
                                       GError   **error);

G_END_DECLS
