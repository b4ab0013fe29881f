/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\n"
#define EVENT "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261201T090000Z\r\n"
#define TAIL "END:VEVENT\r\nEND:VCALENDAR\r\n"
#define ZONE(lines) \
  "BEGIN:VTIMEZONE\r\nTZID:Mine\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n" \
  "DTSTART:20001029T030000\r\n" lines "END:STANDARD\r\nEND:VTIMEZONE\r\n"
#define IN_ZONE "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Mine:20261201T100000\r\n" TAIL

#define FINE (-1)

/* Files that are too long to write down. A FINE one has one event, unless it has @events. */
typedef struct
{
  const char *name;
  int result;
  GString *(*make) (void);
  guint events;
} Made;

extern const Made hostile_made[];
extern const guint hostile_n_made;
