/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-recurrence.h"

G_BEGIN_DECLS

/* The parts of a rule; those that its kind does not use have their defaults. */
typedef struct
{
  TdmRecurrenceKind kind;
  int interval;
  int count;
  int weekday;
  int nth;
  int day;
} TdmRecurrenceRule;

gboolean tdm_recurrence_rule_parse (const char              *text,
                                    TdmRecurrenceRule       *rule,
                                    GError                 **error);
char    *tdm_recurrence_rule_write (const TdmRecurrenceRule *rule);

G_END_DECLS
