/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "fixture.h"

#define MONTHLY "FREQ=MONTHLY;BYDAY=1TU;COUNT=12"
#define START "2026-12-01T10:00:00"

/* The lines of the first invitation that are properties: 4 of the calendar, 11 of the zone, 16 of the event */
#define PROPERTIES 29

/* A tandem that meets once a month, for the tests of invitations */
typedef struct
{
  TdmPair *pair;
  TdmSeries *series;
  GListStore *meetings;
} Fixture;

void        set_up               (Fixture      *self,
                                  gconstpointer data);
void        tear_down            (Fixture      *self,
                                  gconstpointer data);
TdmMeeting *add_meeting          (Fixture      *self,
                                  const char   *recurrence_id,
                                  const char   *local_start);
char       *build                (Fixture      *self);
char       *get_text             (GBytes       *bytes);
char       *unfold               (const char   *text);
guint       count                (const char   *text,
                                  const char   *what);
void        assert_fails         (Fixture      *self,
                                  int           code,
                                  const char   *message);
void        assert_line          (const char   *text,
                                  const char   *line);
void        assert_no_line_added (Fixture      *self,
                                  guint         expected);
