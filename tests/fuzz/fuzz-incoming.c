/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-calendar-limits.h"
#include "calendar/tdm-incoming.h"

#include <stdint.h>
#include <string.h>

/* Reads whatever it is given as a calendar file. With libFuzzer the input is made up; without it main() below reads the
 * files of a folder. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

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

#ifndef TANDEM_LIBFUZZER
static guint
read_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &content, &size, NULL));
      /* Whole, and cut off anywhere */
      for (gsize length = 0; length <= size; length++)
        LLVMFuzzerTestOneInput ((const uint8_t *) content, length);
      n++;
    }
  return n;
}

int
main (int argc, char *argv[])
{
  guint n = 0;

  for (int i = 1; i < argc; i++)
    if (argv[i][0] != '-')
      n += read_folder (argv[i]);
  g_print ("%u files\n", n);
  return n > 0 ? 0 : 1;
}
#endif
