/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

/* Writes letters into a folder for Python's library to read. Usage: write-letters FOLDER */

#include "fixture.h"

#include <string.h>

#define EVIL "x\r\nBcc: victim@example.org\r\n\r\n<b>body</b>\x01\x7f\n.\r\nQUIT\r\n"

static gboolean
write_letter (const char *folder, const char *name, const TdmLetter *letter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tdm_letter_write (letter, &error);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (bytes && g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    return TRUE;
  g_printerr ("%s: %s\n", name, error->message);
  return FALSE;
}

static gboolean
write_injected (const char *folder, GBytes *calendar)
{
  TdmLetter letter = fixture_letter (calendar);

  letter.from_name = letter.to_name = letter.subject = letter.text = letter.file_name = EVIL;
  return write_letter (folder, "injected.eml", &letter);
}

static gboolean
write_cancel (const char *folder, GBytes *calendar)
{
  TdmLetter letter = fixture_letter (calendar);

  letter.method = "CANCEL";
  letter.from_name = letter.to_name = letter.subject = letter.text = NULL;
  letter.file_name = "Köln \"1\"; x=\\y.ics";
  return write_letter (folder, "cancel.eml", &letter);
}

static gboolean
write_long (const char *folder, GBytes *calendar)
{
  TdmLetter letter = fixture_letter (calendar);
  g_autofree char *name = g_strnfill (5000, 'n');
  g_autoptr (GString) subject = g_string_new (NULL);

  for (int i = 0; i < 200; i++)
    g_string_append (subject, "Größe 🎉 \xff=?utf-8?q?x?= ");
  letter.from_name = letter.to_name = letter.file_name = name;
  letter.subject = subject->str;
  letter.text = subject->str;
  return write_letter (folder, "long.eml", &letter);
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) calendar = g_bytes_new_static (FIXTURE_CALENDAR, strlen (FIXTURE_CALENDAR));
  TdmLetter letter = fixture_letter (calendar);

  if (argc != 2)
    return 2;
  return !(write_letter (argv[1], "plain.eml", &letter) && write_injected (argv[1], calendar) &&
           write_cancel (argv[1], calendar) && write_long (argv[1], calendar));
}
