/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "key-search.h"

#include <unistd.h>

/* find-keys FILE…: names the keys of files with private notes that are in what comes from standard
 * input, one a line. */

#define PART (1 << 20)

int
main (int argc, char *argv[])
{
  g_autoptr (KeySearch) search = key_search_new ();
  g_autoptr (GByteArray) memory = g_byte_array_new ();
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree guint8 *part = g_malloc (PART);
  gssize length;

  for (int i = 1; i < argc; i++)
    key_search_add_file (search, argv[i]);
  while ((length = read (STDIN_FILENO, part, PART)) > 0)
    g_byte_array_append (memory, part, length);
  key_search_in_bytes (search, memory->data, memory->len, found);
  g_print ("%s", found->str);
  return 0;
}
