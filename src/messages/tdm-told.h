/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-outbox-message.h"

G_BEGIN_DECLS

/**
 * TdmTold:
 * @arrived: (nullable): the last message that arrived
 * @tried: (element-type TdmCalendarMessage): later ones that were tried
 * @is_old: whether what @arrived says is not to be relied upon: it is from a file of schema 1, or was asked for again
 *
 * What one person was told about a series.
 */
typedef struct
{
  TdmCalendarMessage *arrived;
  GPtrArray *tried;
  gboolean is_old;
} TdmTold;

/**
 * TdmToldReader:
 * @schedule: (nullable): what @text says
 * @text: (nullable): what was read last
 *
 * Both people of a series mostly know the same, which is read once.
 */
typedef struct
{
  TdmSchedule *schedule;
  const char *text;
} TdmToldReader;

void                tdm_told_find             (TdmTold            *self,
                                               TdmSeries          *series,
                                               TdmPerson          *person,
                                               const char         *email);
void                tdm_told_clear            (TdmTold            *self);
const char         *tdm_told_get_content      (const TdmTold      *self);
gboolean            tdm_told_is_up_to_date    (const TdmTold      *self,
                                               const char         *content);
TdmCalendarMessage *tdm_told_find_attempt     (const TdmTold      *self,
                                               TdmOutboxMessage   *message);
TdmSchedule        *tdm_told_read_tried       (const TdmTold      *self,
                                               TdmToldReader      *reader);

TdmSchedule        *tdm_told_reader_read      (TdmToldReader      *self,
                                               const char         *text);
void                tdm_told_reader_clear     (TdmToldReader      *self);

const char         *tdm_told_get_row_content  (TdmCalendarMessage *row);
gboolean            tdm_told_may_have_arrived (TdmCalendarMessage *row);
gboolean            tdm_told_is_to            (TdmCalendarMessage *row,
                                               TdmPerson          *person,
                                               const char         *email);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TdmTold, tdm_told_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TdmToldReader, tdm_told_reader_clear)

G_END_DECLS
