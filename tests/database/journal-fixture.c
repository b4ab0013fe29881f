/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "journal-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* Journals as SQLite leaves them beside a file, and as somebody makes them who means harm. */

static void
append_number (GString *journal, guint32 number)
{
  guint32 bytes = GUINT32_TO_BE (number);

  g_string_append_len (journal, (const char *) &bytes, sizeof bytes);
}

static void
append_magic (GString *journal)
{
  g_string_append_len (journal, "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
}

/**
 * journal_fixture_new:
 * @path: a file with pages of 4 KiB, which may be absent
 *
 * Returns: (transfer full): a journal that has no page to put back, see
 * https://www.sqlite.org/fileformat.html#the_rollback_journal
 */
GString *
journal_fixture_new (const char *path)
{
  GString *journal = g_string_new (NULL);
  GStatBuf status = { 0 };

  g_stat (path, &status);
  append_magic (journal);
  append_number (journal, 0); /* pages in it */
  append_number (journal, 1); /* where checksums begin */
  append_number (journal, status.st_size / 4096);
  append_number (journal, 512);  /* sector */
  append_number (journal, 4096); /* page */
  g_string_set_size (journal, 512);
  memset (journal->str + 28, 0, 512 - 28);
  return journal;
}

/**
 * journal_fixture_name:
 * @journal: a journal
 * @super: the file that it names at its end as its super-journal, which SQLite removes after it has
 * rolled back
 */
void
journal_fixture_name (GString *journal, const char *super)
{
  guint32 sum = 0;

  for (const char *p = super; *p; p++)
    sum += *p;
  append_number (journal, 0x40000000 / 4096 + 1); /* a page that no file has */
  g_string_append (journal, super);
  append_number (journal, strlen (super));
  append_number (journal, sum);
  append_magic (journal);
}

/**
 * journal_fixture_put:
 * @path: a file
 * @journal: what shall lie beside it
 */
void
journal_fixture_put (const char *path, const GString *journal)
{
  g_autofree char *name = g_strconcat (path, "-journal", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (name, journal->str, journal->len, &error);
  g_assert_no_error (error);
}
