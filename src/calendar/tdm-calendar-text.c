/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-calendar-text.h"

#include "base/tdm-i18n.h"
#include "tdm-calendar-error.h"
#include "tdm-calendar-limits.h"

#include <string.h>

#define MARKS_MOST 30

/* From the bytes of a file to the lines of RFC 5545 3.1: what mail programs and people do to calendar files in
 * between is undone here. */

/* The bytes as they are, or UTF-8 for UTF-16, without a mark at the beginning; %NULL for what is no text. */
static GString *
read_bytes (GBytes *bytes)
{
  static const char mark[] = "\xef\xbb\xbf";
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  const char *text = (const char *) data;
  const char *charset = NULL;
  g_autofree char *converted = NULL;

  /* UTF-16 begins with its mark, or with a letter of BEGIN and a zero byte. */
  if (size >= 2 && ((data[0] == 0xFF && data[1] == 0xFE) || (g_ascii_isalpha (data[0]) && data[1] == 0)))
    charset = "UTF-16LE";
  else if (size >= 2 && ((data[0] == 0xFE && data[1] == 0xFF) || (data[0] == 0 && g_ascii_isalpha (data[1]))))
    charset = "UTF-16BE";
  if (charset)
    text = converted = g_convert ((const char *) data, size, "UTF-8", charset, NULL, &size, NULL);

  if (!text || size == 0)
    return NULL;
  if (size >= strlen (mark) && memcmp (text, mark, strlen (mark)) == 0)
    {
      text += strlen (mark);
      size -= strlen (mark);
    }
  return memchr (text, '\0', size) ? NULL : g_string_new_len (text, size);
}

/* Makes every line end a `\n`. Where there are others, carriage returns on their own are none. */
static void
text_unify_line_ends (GString *text)
{
  char lone = memchr (text->str, '\n', text->len) ? ' ' : '\n';
  gsize to = 0;
  gsize from = 0;

  while (from < text->len)
    {
      gsize length = strcspn (text->str + from, "\r");
      gsize returns = strspn (text->str + from + length, "\r");

      memmove (text->str + to, text->str + from, length);
      to += length;
      from += length + returns;
      if (returns > 0 && text->str[from] != '\n')
        {
          memset (text->str + to, lone, returns);
          to += returns;
        }
    }
  g_string_truncate (text, to);
}

/* A fold may be in the middle of a character (RFC 5545 3.1), so this comes before the charset. Lines are looked at
 * before libical sees them: it would need seconds for one of a megabyte. Fails where a line is too long. */
static gboolean
text_unfold (GString *text)
{
  gsize to = 0;
  gsize start = 0;

  for (gsize from = 0; from < text->len;)
    {
      gsize length = strcspn (text->str + from, "\n");

      if (from + length - start > TDM_CALENDAR_LIMIT_LINE)
        return FALSE;
      memmove (text->str + to, text->str + from, length);
      to += length;
      from += length;
      if (text->str[from] != '\n')
        continue;
      start = from + 1;
      if (text->str[from + 1] == ' ' || text->str[from + 1] == '\t')
        from += 2;
      else
        text->str[to++] = text->str[from++];
    }
  g_string_truncate (text, to);
  return TRUE;
}

/* Leaves out marks above and below a letter where there are more than any language has (Unicode TR 15, stream-safe
 * text): to sort thousands of them takes seconds. */
static void
leave_out_marks (char *text)
{
  char *to = text;
  guint marks = 0;

  if (g_str_is_ascii (text))
    return;
  for (const char *from = text; *from; from = g_utf8_next_char (from))
    {
      gsize length = g_utf8_next_char (from) - from;

      marks = length > 1 && g_unichar_combining_class (g_utf8_get_char (from)) != 0 ? marks + 1 : 0;
      if (marks > MARKS_MOST)
        continue;
      memmove (to, from, length);
      to += length;
    }
  *to = '\0';
}

/**
 * tdm_calendar_text_read:
 * @bytes: a file from anywhere
 * @error: TDM_CALENDAR_ERROR_TOO_LARGE for a file above 1 MB or a line above 64 kB,
 *   TDM_CALENDAR_ERROR_NOT_CALENDAR for what is no text
 *
 * Takes UTF-8 with or without its mark, UTF-16 and Windows-1252, and lines that end with CRLF, LF or CR.
 *
 * Returns: (transfer full): valid UTF-8, each content line (RFC 5545 3.1) unfolded and ended by `\n`, or %NULL on
 *   error
 */
char *
tdm_calendar_text_read (GBytes *bytes, GError **error)
{
  g_autoptr (GString) text = NULL;
  char *utf8 = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > TDM_CALENDAR_LIMIT_SIZE)
    {
      tdm_calendar_fail (error, TDM_CALENDAR_ERROR_TOO_LARGE, _ ("This file is larger than 1 MB."));
      return NULL;
    }
  text = read_bytes (bytes);
  if (text)
    {
      text_unify_line_ends (text);
      if (!text_unfold (text))
        {
          tdm_calendar_fail (error, TDM_CALENDAR_ERROR_TOO_LARGE, _ ("This file has a line that is too long."));
          return NULL;
        }
      /* Old programs write the charset of Windows and do not say so. */
      utf8 = g_utf8_validate_len (text->str, text->len, NULL)
               ? g_strndup (text->str, text->len)
               : g_convert (text->str, text->len, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
    }
  if (utf8)
    leave_out_marks (utf8);
  else
    tdm_calendar_fail (error, TDM_CALENDAR_ERROR_NOT_CALENDAR, _ ("This is no calendar file."));
  return utf8;
}
