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

/* The name that iconv has for it, %NULL for one that is not known: names come from outside, and not everything that
 * iconv knows is harmless. */
static const char *
find_iconv_name (const char *charset)
{
  /* What mail programs write calendars in */
  static const char *const known[] = {
    "iso-8859-",  "windows-", "cp",     "utf-16",  "koi8-", "iso-2022-jp", "iso-2022-kr",
    "gb18030",    "euc-",     "big5",   "tis-620", "johab", "viscii",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wider); i++)
    if (g_ascii_strcasecmp (charset, wider[i].said) == 0)
      return wider[i].meant;
  for (const char *p = charset; *p; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strncasecmp (charset, known[i], strlen (known[i])) == 0)
      return g_mime_charset_iconv_name (charset);
  return NULL;
}

/* How a calendar may begin: with a byte order mark, or with "B", the first letter of every calendar */
static const struct
{
  const char *bytes;
  gsize n_bytes;
  gsize n_mark;
  const char *charset;
} beginnings[] = {
  { "\xEF\xBB\xBF", 3, 3, NULL }, { "\xFF\xFE", 2, 2, "UTF-16LE" }, { "\xFE\xFF", 2, 2, "UTF-16BE" },
  { "B\0", 2, 0, "UTF-16LE" },    { "\0B", 2, 0, "UTF-16BE" },
};

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
  gsize size, converted_size, mark = 0;
  const char *data = g_bytes_get_data (text, &size);
  const char *from;
  char *converted = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (size >= beginnings[i].n_bytes && memcmp (data, beginnings[i].bytes, beginnings[i].n_bytes) == 0)
      {
        charset = beginnings[i].charset;
        mark = beginnings[i].n_mark;
        break;
      }
  from = charset ? find_iconv_name (charset) : NULL;
  if (from)
    converted = g_convert (data + mark, size - mark, "UTF-8", from, NULL, &converted_size, NULL);
  if (converted)
    return g_bytes_new_take (converted, converted_size);
  return g_bytes_new_from_bytes (text, mark, size - mark);
}
