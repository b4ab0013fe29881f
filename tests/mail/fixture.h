/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "mail/tdm-letter.h"

G_BEGIN_DECLS

/* Sunday, 22 November 2026, 05:13:15 UTC */
#define FIXTURE_DATE G_GINT64_CONSTANT (1795324395)

#define FIXTURE_CALENDAR \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Tandem//Tandem//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n" \
  "UID:6f1d9a8e@tandem.example\r\nSUMMARY:Anna Müller und Bo Chen\r\nDTSTAMP:20261122T051315Z\r\n" \
  "DTSTART:20261201T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

TdmLetter fixture_letter (GBytes *calendar);

G_END_DECLS
