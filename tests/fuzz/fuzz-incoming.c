/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-calendar-limits.h"
#include "calendar/tdm-incoming.h"
#include "fuzz.h"

#include <string.h>

/* Reads whatever it is given as a calendar file. */

static void
check_event (TdmIncomingEvent *event)
{
  g_assert_true (g_utf8_validate (event->summary, -1, NULL));
  g_assert_true (g_utf8_validate (event->description, -1, NULL));
  g_assert_true (g_utf8_validate (event->comment, -1, NULL));
  g_assert_true (*event->uid != '\0');
  g_assert_true (event->minutes >= 0 && event->sequence >= 0);
  g_assert_true (event->rule_supported || *event->rule == '\0');
  for (guint i = 0; i < event->attendees->len; i++)
    {
      TdmIncomingAttendee *attendee = g_ptr_array_index (event->attendees, i);

      g_assert_null (strpbrk (attendee->email, "\r\n "));
      g_assert_true (g_utf8_validate (attendee->name, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = tdm_incoming_read (bytes, &error);

  g_assert_true ((events == NULL) == (error != NULL));
  for (guint i = 0; events && i < events->len; i++)
    check_event (g_ptr_array_index (events, i));
  return 0;
}
