/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-text.h"

#include <stdlib.h>
#include <string.h>

/* Characters that change the direction or hide between others: they make one name look like another. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0x00AD || c == 0x061C || c == 0xFEFF ||
         (c >= 0x200B && c <= 0x200F && c != 0x200D) ||
         (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069);
}

static gboolean
is_control (gunichar c)
{
  return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == 0x2028 || c == 0x2029;
}

static void
append_clean (GString *out, gunichar c, gboolean keep_lines)
{
  if (keep_lines && is_line_break (c))
    g_string_append_c (out, '\n');
  else if (keep_lines && c == '\t')
    g_string_append_c (out, '\t');
  else if (c == '\r' && keep_lines)
    return;
  else if (is_control (c) || is_line_break (c))
    g_string_append_c (out, ' ');
  else if (!is_invisible (c))
    g_string_append_unichar (out, c);
}

static gboolean
is_plain_ascii (const char *text, gboolean keep_lines)
{
  while ((*text >= 0x20 && *text < 0x7F) || (keep_lines && (*text == '\n' || *text == '\t')))
    text++;
  return *text == '\0';
}

/* Most texts are clean already. No character below U+0300 changes when it is normalised (Unicode TR 15, quick
 * check). */
static gboolean
is_plain (const char *text, gboolean keep_lines)
{
  if (is_plain_ascii (text, keep_lines))
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (keep_lines && (c == '\n' || c == '\t'))
        continue;
      if (is_control (c) || is_invisible (c) || c >= 0x300)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_possible (const char *text, gboolean keep_lines)
{
  if (is_plain_ascii (text, keep_lines))
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((is_control (c) || is_line_break (c)) && !(keep_lines && (c == '\n' || c == '\t')))
        return FALSE;
    }
  return TRUE;
}

/**
 * tdm_text_is_line:
 * @text: what a file has for a line of text
 *
 * Returns: whether it is one: valid UTF-8 without control characters or line breaks
 */
gboolean
tdm_text_is_line (const char *text)
{
  return is_possible (text, FALSE);
}

/**
 * tdm_text_is_block:
 * @text: what a file has for a text of several lines
 *
 * Returns: whether it is one: valid UTF-8, of control characters at most `\n` and `\t`
 */
gboolean
tdm_text_is_block (const char *text)
{
  return is_possible (text, TRUE);
}

static GString *
clean (const char *text, gboolean keep_lines)
{
  g_autofree char *valid = NULL, *composed = NULL;
  GString *out;

  if (text && is_plain (text, keep_lines))
    return g_string_new (text);
  valid = g_utf8_make_valid (text ? text : "", -1);
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  out = g_string_sized_new (strlen (composed));
  for (const char *p = composed; *p; p = g_utf8_next_char (p))
    append_clean (out, g_utf8_get_char (p), keep_lines);
  return out;
}

/**
 * tdm_text_clean_line:
 * @text: (nullable): what somebody typed, pasted or imported
 *
 * One line of text that is safe in a file, a header and a label: valid UTF-8 in NFC, no control characters, no
 * line breaks, no direction overrides or zero-width characters, runs of blanks made one, ends trimmed.
 *
 * Returns: (transfer full): the clean text, perhaps empty
 */
char *
tdm_text_clean_line (const char *text)
{
  GString *out = clean (text, FALSE);
  char *to = out->str;

  for (const char *from = out->str; *from; from++)
    if (*from != ' ' || (to > out->str && to[-1] != ' '))
      *to++ = *from;
  *to = '\0';
  return g_strstrip (g_string_free (out, FALSE));
}

/**
 * tdm_text_clean_block:
 * @text: (nullable): text of several lines
 *
 * As tdm_text_clean_line(), but line breaks (made `\n`), tabs and blanks stay.
 *
 * Returns: (transfer full): the clean text, perhaps empty
 */
char *
tdm_text_clean_block (const char *text)
{
  return g_strchomp (g_string_free (clean (text, TRUE), FALSE));
}

static gboolean
is_local_part (const char *text, gsize length)
{
  if (length == 0 || length > 64 || text[0] == '.' || text[length - 1] == '.')
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (text[i]) && !strchr ("!#$%&'*+/=?^_`{|}~.-", text[i]))
        return FALSE;
      if (text[i] == '.' && text[i + 1] == '.')
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_domain (const char *text)
{
  g_auto (GStrv) labels = g_strsplit (text, ".", -1);

  if (strlen (text) > 253 || g_strv_length (labels) < 2)
    return FALSE;
  for (char **label = labels; *label; label++)
    {
      gsize length = strlen (*label);

      if (length == 0 || length > 63 || **label == '-' || (*label)[length - 1] == '-' ||
          strspn (*label, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != length)
        return FALSE;
    }
  return TRUE;
}

/**
 * tdm_text_cut:
 * @text: valid UTF-8
 * @most: in characters
 *
 * Returns: (transfer full): as much of it as that
 */
char *
tdm_text_cut (const char *text, guint most)
{
  return g_utf8_strlen (text, -1) <= most ? g_strdup (text) : g_utf8_substring (text, 0, most);
}

/**
 * tdm_text_is_email:
 * @text: (nullable): a candidate
 *
 * The addresses that every mail and calendar program takes: `addr-spec` of RFC 5322 3.4.1 with a dot-atom on the
 * left and a host name with a dot on the right. Stricter than the RFC, for an address is written raw into
 * calendar files.
 *
 * Returns: whether @text is such an address and nothing else
 */
gboolean
tdm_text_is_email (const char *text)
{
  const char *at = text ? strrchr (text, '@') : NULL;

  return at && is_local_part (text, at - text) && is_domain (at + 1);
}

/**
 * tdm_text_is_date:
 * @text: (nullable): a candidate
 *
 * Returns: whether @text is a day of the calendar written `YYYY-MM-DD`
 */
gboolean
tdm_text_is_date (const char *text)
{
  static const char pattern[] = "dddd-dd-dd";

  if (!text || strlen (text) != strlen (pattern))
    return FALSE;
  for (gsize i = 0; pattern[i]; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;
  return g_date_valid_dmy (atoi (text + 8), atoi (text + 5), atoi (text));
}

/**
 * tdm_text_write_instant:
 * @instant: UTC seconds
 *
 * Returns: (transfer full): such as `2027-03-28T01:30:00Z` (RFC 3339), the number where no calendar goes so far
 */
char *
tdm_text_write_instant (gint64 instant)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (instant);

  return moment ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : g_strdup_printf ("%" G_GINT64_FORMAT, instant);
}

static void
append_folded (GString *out, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);

  for (const char *p = apart; p && *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x131) /* the Turkish i without a dot */
        g_string_append_c (out, 'i');
      else if (c == 0x142) /* ł has no decomposition */
        g_string_append_c (out, 'l');
      else if (c == 0xF8) /* ø likewise */
        g_string_append_c (out, 'o');
      else if (!g_unichar_ismark (c))
        g_string_append_unichar (out, c);
    }
}

/* Each character folds by itself. What European texts are made of is looked up: a search folds megabytes. */
#define N_KNOWN 0x250
#define FIRST_SIGN 0x2010
#define N_SIGNS 0x20

typedef struct
{
  char text[7];
  guint8 length;
} Folded;

typedef struct
{
  Folded known[N_KNOWN];
  Folded signs[N_SIGNS];
} FoldTable;

static void
fill_folded (Folded *folded, gunichar first, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      char text[7] = { 0 };
      g_autoptr (GString) out = g_string_new (NULL);

      g_unichar_to_utf8 (first + i, text);
      append_folded (out, text);
      g_assert (out->len <= sizeof folded[i].text);
      memcpy (folded[i].text, out->str, out->len);
      folded[i].length = out->len;
    }
}

static const FoldTable *
get_fold_table (void)
{
  static FoldTable *table = NULL;

  if (g_once_init_enter (&table))
    {
      FoldTable *made = g_new0 (FoldTable, 1);

      fill_folded (made->known, 0, N_KNOWN);
      fill_folded (made->signs, FIRST_SIGN, N_SIGNS);
      g_once_init_leave (&table, made);
    }
  return table;
}

/* The number of bytes of the character at the beginning, 0 if there is none */
static guint
measure_character (const guchar *p, const guchar *end)
{
  guint n = *p >= 0xF0 ? 4 : *p >= 0xE0 ? 3 : *p >= 0xC2 ? 2 : 0;

  if (n == 0 || p + n > end || g_utf8_get_char_validated ((const char *) p, n) >= (gunichar) -2)
    return 0;
  return n;
}

/* Those of two bytes are most of all, and quickly seen to be right. */
static const Folded *
look_up (const FoldTable *table, const guchar *p, const guchar *end, guint *n)
{
  static const Folded nothing = { { 0 }, 0 };
  gunichar c;

  *n = 2;
  if (p + 1 < end && *p >= 0xC2 && *p <= 0xC8 && (p[1] & 0xC0) == 0x80)
    return &table->known[(*p & 0x1F) << 6 | (p[1] & 0x3F)];
  *n = measure_character (p, end);
  c = *n > 0 ? g_utf8_get_char ((const char *) p) : 0;
  if (*n == 0)
    return &nothing;
  if (c < N_KNOWN)
    return &table->known[c];
  return c >= FIRST_SIGN && c < FIRST_SIGN + N_SIGNS ? &table->signs[c - FIRST_SIGN] : NULL;
}

static void
append_unknown (GString *out, const guchar *p, guint n)
{
  char text[7] = { 0 };

  memcpy (text, p, n);
  append_folded (out, text);
}

/**
 * tdm_text_fold_into:
 * @out: what to add to
 * @text: (array length=length): UTF-8; what is not is left out
 * @length: in bytes
 *
 * Adds what tdm_text_fold() gives, for who folds many texts.
 */
void
tdm_text_fold_into (GString *out, const char *text, gsize length)
{
  const FoldTable *table = get_fold_table ();
  const guchar *p = (const guchar *) text, *end = p + length;

  while (p < end)
    {
      /* Every byte of what is known gives at most four. */
      gsize at = out->len;
      char *to;

      g_string_set_size (out, at + 4 * (end - p) + sizeof table->known[0]);
      to = out->str + at;
      while (p < end)
        {
          guint n = 1;
          const Folded *folded;

          if (*p < 0x80)
            {
              *to++ = *p | ((guchar) (*p - 'A') < 26 ? 0x20 : 0);
              p++;
              continue;
            }
          folded = look_up (table, p, end, &n);
          if (!folded)
            break;
          memcpy (to, folded->text, sizeof folded->text);
          to += folded->length;
          p += MAX (n, 1);
        }
      g_string_truncate (out, to - out->str);
      if (p < end)
        {
          guint n = measure_character (p, end);

          append_unknown (out, p, n);
          p += n;
        }
    }
}

/**
 * tdm_text_fold:
 * @text: (nullable): any text
 *
 * What a search compares: without case and without marks, so that "gulay" finds "Gülay" and "strasse" "Straße".
 *
 * Returns: (transfer full): the folded text
 */
char *
tdm_text_fold (const char *text)
{
  GString *out;

  if (!text || g_str_is_ascii (text))
    return g_ascii_strdown (text ? text : "", -1);

  out = g_string_sized_new (2 * strlen (text));
  tdm_text_fold_into (out, text, strlen (text));
  return g_string_free (out, FALSE);
}

/**
 * tdm_text_make_key:
 * @text: (nullable): a name as it was typed, pasted or imported
 *
 * What all spellings of one name have in common: letters without case ("ß" is "ss"), blanks and hyphens of any kind as
 * plain ones, runs of blanks made one, ends trimmed, characters put together (NFKC_Casefold of Unicode 3.13 D147).
 * Marks stay, unlike with tdm_text_fold(): "Führen" and "Fuhren" are two names.
 *
 * Returns: (transfer full): what to compare, perhaps empty
 */
char *
tdm_text_make_key (const char *text)
{
  g_autofree char *line = tdm_text_clean_line (text), *composed = NULL, *folded = NULL, *again = NULL;
  g_autoptr (GString) key = NULL;

  if (g_str_is_ascii (line))
    return g_ascii_strdown (line, -1);

  composed = g_utf8_normalize (line, -1, G_NORMALIZE_NFKC);
  folded = g_utf8_casefold (composed, -1);
  again = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);
  key = g_string_new (again);
  /* What a word processor writes for a hyphen at which no line may end comes out as this one. */
  g_string_replace (key, "\u2010", "-", 0);
  return tdm_text_clean_line (key->str);
}

/**
 * tdm_text_add_count:
 * @parts: parts of a text, such as “2 meetings moved”
 * @format: of ngettext() for @n, with a %u
 * @n: how many; of none, nothing is said
 */
void
tdm_text_add_count (GStrvBuilder *parts, const char *format, guint n)
{
  g_autofree char *text = n > 0 ? g_strdup_printf (format, n) : NULL;

  if (text)
    g_strv_builder_add (parts, text);
}
