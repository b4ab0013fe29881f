/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-charset.h"

#include <string.h>

/* The upper halves of two character sets, as the Unicode consortium maps them. iconv has both, but in packages that not
 * every system has installed, and guessing looks at single bytes. */

/* 0x80–0x9F of Windows-1252; five stand for nothing, what follows is as in Unicode. */
static const gunichar2 windows_upper[32] = {
  0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
  0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

/* 0x80–0xFF of Mac Roman */
static const gunichar2 mac_upper[128] = {
  0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1,
  0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5, 0x00E7, 0x00E9, 0x00E8,
  0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3,
  0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC,
  0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6, 0x00DF,
  0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8,
  0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211,
  0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8,
  0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB,
  0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153,
  0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA,
  0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02,
  0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1,
  0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4,
  0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC,
  0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7,
};

static gunichar
decode_byte (guchar byte, TdmCharset charset)
{
  if (byte == 0)
    return 0xFFFD;
  if (byte < 0x80)
    return byte;
  if (charset == TDM_CHARSET_MAC)
    return mac_upper[byte - 0x80];
  return byte < 0xA0 ? windows_upper[byte - 0x80] : byte;
}

/* Whether the letter may stand there in a word: small ones within it, capitals where it begins or among capitals. */
static gboolean
fits_into_word (gunichar before, gunichar letter, gunichar after)
{
  if (!g_unichar_isalpha (letter))
    return FALSE;
  if (g_unichar_isupper (letter))
    return !g_unichar_isalpha (before) || (g_unichar_isupper (before) && !g_unichar_islower (after));
  return g_unichar_isalpha (before) || g_unichar_islower (after);
}

/* How many letters beyond ASCII stand where such letters stand, less those of no word beside ASCII letters. */
static int
rate_charset (const guchar *data, gsize size, TdmCharset charset)
{
  int rate = 0;

  for (gsize i = 0; i < size; i++)
    if (data[i] >= 0x80)
      {
        const gunichar before = i > 0 ? decode_byte (data[i - 1], charset) : ' ';
        const gunichar after = i + 1 < size ? decode_byte (data[i + 1], charset) : ' ';
        const gunichar letter = decode_byte (data[i], charset);

        if (fits_into_word (before, letter, after))
          rate++;
        else if (letter == 0xFFFD || (g_unichar_isalpha (before) && g_unichar_isalpha (after)))
          rate--;
      }
  return rate;
}

/* Enough to see how a text is written down */
#define BYTES_TO_LOOK_AT 1000

/* How many bytes of zero stand first and second in pairs */
static void
count_zeros (const guchar *data, gsize size, gsize *n_first, gsize *n_second)
{
  *n_first = 0;
  *n_second = 0;
  for (gsize i = 0; i + 1 < MIN (size, BYTES_TO_LOOK_AT); i += 2)
    {
      *n_first += data[i] == 0;
      *n_second += data[i + 1] == 0;
    }
}

/* European text has zeros at every second place, and nearly none between them. */
static gboolean
looks_like_utf_16 (const guchar *data, gsize size)
{
  const gsize end = MIN (size, BYTES_TO_LOOK_AT);
  gsize n_first;
  gsize n_second;

  count_zeros (data, size, &n_first, &n_second);
  return end > 1 && MAX (n_first, n_second) > end / 4 && MIN (n_first, n_second) < end / 20 + 1;
}

static TdmCharset
guess_charset (const guchar *data, gsize size)
{
  if (size >= 2 && ((data[0] == 0xFF && data[1] == 0xFE) || (data[0] == 0xFE && data[1] == 0xFF)))
    return TDM_CHARSET_UTF_16;
  if (looks_like_utf_16 (data, size))
    return TDM_CHARSET_UTF_16;
  if (g_utf8_validate_len ((const char *) data, size, NULL))
    return TDM_CHARSET_UTF_8;
  if (rate_charset (data, size, TDM_CHARSET_MAC) > rate_charset (data, size, TDM_CHARSET_WINDOWS))
    return TDM_CHARSET_MAC;
  return TDM_CHARSET_WINDOWS;
}

static gboolean
is_big_endian (const guchar *data, gsize size)
{
  gsize n_first;
  gsize n_second;

  if (data[0] == 0xFE && data[1] == 0xFF)
    return TRUE;
  if (data[0] == 0xFF && data[1] == 0xFE)
    return FALSE;
  count_zeros (data, size, &n_first, &n_second);
  return n_first > n_second;
}

static void
decode_utf_16 (GString *text, const guchar *data, gsize size)
{
  const gboolean is_big = size >= 2 && is_big_endian (data, size);
  gunichar high = 0;

  for (gsize i = 0; i + 1 < size; i += 2)
    {
      const gunichar unit = is_big ? data[i] << 8 | data[i + 1] : data[i + 1] << 8 | data[i];
      const gboolean is_low = unit >= 0xDC00 && unit <= 0xDFFF;

      if (high != 0)
        g_string_append_unichar (text, is_low ? 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00) : 0xFFFD);
      if (is_low && high == 0)
        g_string_append_unichar (text, 0xFFFD);
      high = unit >= 0xD800 && unit <= 0xDBFF ? unit : 0;
      if (high == 0 && !is_low)
        g_string_append_unichar (text, unit == 0 ? 0xFFFD : unit);
    }
  if (high != 0 || size % 2 == 1)
    g_string_append_unichar (text, 0xFFFD);
}

/**
 * tdm_charset_decode:
 * @bytes: a text file
 * @charset: (inout): how it is to be read; %TDM_CHARSET_GUESS becomes the one it looks like
 *
 * A mark of the order of bytes goes. Zeros and what stands for nothing become U+FFFD.
 *
 * Returns: (transfer full): its text in UTF-8
 */
char *
tdm_charset_decode (GBytes *bytes, TdmCharset *charset)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  const gboolean has_mark = size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0;
  GString *text;

  if (*charset == TDM_CHARSET_GUESS)
    *charset = has_mark ? TDM_CHARSET_UTF_8 : guess_charset (data, size);
  if (size == 0)
    return g_strdup ("");
  if (*charset == TDM_CHARSET_UTF_8)
    return g_utf8_make_valid ((const char *) data + (has_mark ? 3 : 0), size - (has_mark ? 3 : 0));

  text = g_string_sized_new (size + size / 8);
  if (*charset == TDM_CHARSET_UTF_16)
    decode_utf_16 (text, data, size);
  else
    for (gsize i = 0; i < size; i++)
      g_string_append_unichar (text, decode_byte (data[i], *charset));
  if (g_str_has_prefix (text->str, "\xEF\xBB\xBF"))
    g_string_erase (text, 0, 3);
  return g_string_free (text, FALSE);
}
