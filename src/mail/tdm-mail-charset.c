/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-mail-charset.h"

#include "tdm-gmime.h"

#include <string.h>

/* What mail programs call by the name of a standard and fill up with characters of their own */
static const struct
{
  const char *said;
  const char *meant;
} wider[] = {
  { "shift_jis", "CP932" },   { "shift-jis", "CP932" },      { "sjis", "CP932" },     { "x-sjis", "CP932" },
  { "windows-31j", "CP932" }, { "ks_c_5601-1987", "CP949" }, { "euc-kr", "CP949" },   { "gb2312", "GB18030" },
  { "gbk", "GB18030" },
};

/* What mail programs write calendars in. Names come from outside, and not everything that iconv knows is harmless. */
static gboolean
is_known (const char *charset)
{
  static const char *const known[] = {
    "iso-8859-",  "windows-", "cp",     "utf-16",  "koi8-", "iso-2022-jp", "iso-2022-kr",
    "gb18030",    "euc-",     "big5",   "tis-620", "johab", "viscii",
  };

  for (const char *p = charset; *p; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strncasecmp (charset, known[i], strlen (known[i])) == 0)
      return TRUE;
  return FALSE;
}

/* The name that iconv has for it, %NULL for one that is not known */
static const char *
find_iconv_name (const char *charset)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wider); i++)
    if (g_ascii_strcasecmp (charset, wider[i].said) == 0)
      return wider[i].meant;
  return is_known (charset) ? g_mime_charset_iconv_name (charset) : NULL;
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
  const char *from = charset ? find_iconv_name (charset) : NULL;
  char *converted = NULL;

  if (from)
    converted = g_convert ((const char *) data + mark, size - mark, "UTF-8", from, NULL, &converted_size, NULL);
  if (converted)
    return g_bytes_new_take (converted, converted_size);
  return g_bytes_new_from_bytes (text, mark, size - mark);
}
