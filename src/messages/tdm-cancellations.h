/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"

G_BEGIN_DECLS

/**
 * TdmCancellations:
 * @n_meetings: how many meetings are called off
 * @n_people: how many people have them in their calendars, or may have
 *
 * What an edit does to the calendars of people.
 */
typedef struct
{
  guint n_meetings;
  guint n_people;
} TdmCancellations;

void  tdm_cancellations_count    (TdmCancellations       *self,
                                  TdmEdit                *edit);
char *tdm_cancellations_describe (const TdmCancellations *self);

G_END_DECLS
