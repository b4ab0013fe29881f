/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "column-verbs.h"

/* A column of the programme file.
 * @verb: what people do that writes it; %NULL where nothing does, which needs a @reason
 * @widget: where in the window people do that: a form, which has a row for the field or an object with the name behind
 *   it; or a class, which uses what is named behind it
 * @reason: why there is no such place */
typedef struct
{
  const char *name;
  ColumnVerb verb;
  const char *widget;
  const char *reason;
} Column;

/* Ends with one without a name. What every table has, `id` and `uid`, is left out: rows are told apart by them. */
extern const Column column_list[];
