/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-mail-charset.h"

#include <string.h>

/* What mail programs write calendars in. Names come from outside, and not everything that iconv knows is harmless. */
static gboolean
is_known (const char *charset)
{
  static const char *const known[] = { "iso-8859-", "windows-125", "cp125", "utf-16", "koi8-" };

  for (const char *p = charset; *p; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strncasecmp (charset, known[i], strlen (known[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
begins_with (const guchar *data, gsize size, const char *mark, gsize mark_size)
{
  return size >= mark_size && memcmp (data, mark, mark_size) == 0;
}

/* The bytes of a byte order mark at the beginning, and what they tell. "B" is the first letter of every calendar. */
static gsize
find_mark (const guchar *data, gsize size, const char **charset)
{
  if (begins_with (data, size, "\xEF\xBB\xBF", 3))
    return *charset = NULL, 3;
  if (begins_with (data, size, "\xFF\xFE", 2))
    return *charset = "UTF-16LE", 2;
  if (begins_with (data, size, "\xFE\xFF", 2))
    return *charset = "UTF-16BE", 2;
  if (begins_with (data, size, "B\0", 2))
    *charset = "UTF-16LE";
  else if (begins_with (data, size, "\0B", 2))
    *charset = "UTF-16BE";
  return 0;
}

/**
 * tdm_mail_charset_to_utf8:
 * @text: a calendar
 * @charset: (nullable): what it is said to be in
 *
 * Converts to UTF-8 and takes a byte order mark away, which is believed before @charset.
 *
 * Returns: (transfer full): the text in UTF-8, or as it was if that is not possible
 */
GBytes *
tdm_mail_charset_to_utf8 (GBytes *text, const char *charset)
{
  gsize size, converted_size;
  const guchar *data = g_bytes_get_data (text, &size);
  gsize mark = find_mark (data, size, &charset);
  char *converted = NULL;

  if (charset && is_known (charset))
    converted = g_convert ((const char *) data + mark, size - mark, "UTF-8", charset, NULL, &converted_size, NULL);
  if (converted)
    return g_bytes_new_take (converted, converted_size);
  return g_bytes_new_from_bytes (text, mark, size - mark);
}
