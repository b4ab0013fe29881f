/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-schedule-step.h"

G_BEGIN_DECLS

/**
 * TdmInvitation:
 * @schedule: what the calendar shall show; for a step that cancels, what it shows until then
 * @step: what the message does
 * @only: (nullable): the uid of the one person whom it concerns, %NULL for all
 * @sequence: how often dates or people have changed since the first message (RFC 5545 3.8.7.4)
 * @stamp: when this message is made, UTC seconds; later than that of every message before
 *
 * What is told to those who are invited.
 */
typedef struct
{
  const TdmSchedule *schedule;
  const TdmScheduleStep *step;
  const char *only;
  gint64 sequence;
  gint64 stamp;
} TdmInvitation;

GBytes *tdm_invitation_write     (const TdmInvitation *self,
                                  GError             **error);
char   *tdm_invitation_file_name (TdmSeries           *series);

G_END_DECLS
