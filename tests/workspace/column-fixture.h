/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "inbox/inbox-fixture.h"

/* A programme in which Anna Beck and Bo Chen have a series to which both were invited. @file is the file that is
 * written, by most that of the programme. */
typedef struct
{
  InboxFixture inbox;
  TdmTestFolder other;
  char *file;
  char *before; /* a copy of it as it was before */
} ColumnFixture;

void column_fixture_set_up    (ColumnFixture *self);
void column_fixture_tear_down (ColumnFixture *self);
void column_fixture_keep      (ColumnFixture *self);
