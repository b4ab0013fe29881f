/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "fixture.h"

/* An invitation to Anna Müller from the office */
TdmLetter
fixture_letter (GBytes *calendar)
{
  return (TdmLetter) {
    .message_id = "6f1d9a8e-0@tandem.example",
    .date = FIXTURE_DATE,
    .from_name = "Tandem Büro, Köln",
    .from_email = "office@tandem.example",
    .to_name = "Anna Müller",
    .to_email = "anna@example.org",
    .subject = "Tandem: Anna Müller und Bo Chen – monatlich",
    .text = "Guten Tag,\n\n.Dienstag, 1. Dezember 2026, 10:00 Uhr (Europe/Berlin)\nFrom Köln = schön\n",
    .method = "REQUEST",
    .file_name = "tandem-anna-mueller.ics",
    .calendar = calendar,
  };
}
