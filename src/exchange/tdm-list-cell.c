/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-list-cell.h"

#include "base/tdm-text.h"
#include "model/tdm-field.h"

#include <string.h>

/* What the cells of lists of people mean: text, addresses, days, and several choices in one. */

/* What a spreadsheet would take for the beginning of a formula */
static const char *const formula_beginnings[] = { "=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠" };

static gboolean
begins_like_formula (const char *text)
{
  while (g_ascii_isspace (*text) || *text == '\'')
    text++;
  for (guint i = 0; i < G_N_ELEMENTS (formula_beginnings); i++)
    if (g_str_has_prefix (text, formula_beginnings[i]))
      return TRUE;
  return FALSE;
}

/**
 * tdm_list_cell_read:
 * @cell: of a list
 *
 * An apostrophe that keeps a text from being a formula goes, and so does a formula whose only use is to keep a text as
 * it is, `="00123"`.
 *
 * Returns: (transfer full): its text
 */
char *
tdm_list_cell_read (const char *cell)
{
  const gsize length = strlen (cell);

  if (*cell == '\'' && begins_like_formula (cell + 1))
    return g_strdup (cell + 1);
  if (length >= 4 && g_str_has_prefix (cell, "=\"") && g_str_has_suffix (cell, "\"") &&
      !memchr (cell + 2, '"', length - 3))
    return g_strndup (cell + 2, length - 3);
  return g_strdup (cell);
}

/**
 * tdm_list_cell_write:
 * @text: of a cell
 *
 * What a spreadsheet would take for a formula gets an apostrophe in front, in quotation marks or not: that is a text
 * for each of them. tdm_list_cell_read() gives the same text back.
 *
 * Returns: (transfer full): the cell
 */
char *
tdm_list_cell_write (const char *text)
{
  return begins_like_formula (text) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

/* `Anna Berg <anna@example.org>`, `mailto:anna@example.org`, `anna@example.org;` */
static char *
find_address (const char *text)
{
  const char *open = strrchr (text, '<');
  const char *close = open ? strchr (open, '>') : NULL;
  char *address;

  if (close)
    address = g_strndup (open + 1, close - open - 1);
  else
    address = g_strdup (g_ascii_strncasecmp (text, "mailto:", 7) == 0 ? text + 7 : text);
  g_strstrip (address);
  if (g_str_has_suffix (address, ";") || g_str_has_suffix (address, ","))
    address[strlen (address) - 1] = '\0';
  return address;
}

/**
 * tdm_list_cell_read_address:
 * @cell: of a list
 * @email: (out) (transfer full) (nullable): an address as tdm_text_is_email() has it
 *
 * Returns: whether there is one
 */
TdmListAddress
tdm_list_cell_read_address (const char *cell, char **email)
{
  g_autofree char *text = tdm_list_cell_read (cell);
  g_autofree char *address = find_address (text);

  *email = NULL;
  if (*address == '\0' || g_ascii_strcasecmp (address, "anonymous") == 0 || g_str_has_prefix (text, "/o=") ||
      g_str_has_prefix (text, "/O=") || strstr (address, "#EXT#"))
    return TDM_LIST_ADDRESS_NONE;
  if (!tdm_text_is_email (address))
    return TDM_LIST_ADDRESS_WRONG;
  *email = g_steal_pointer (&address);
  return TDM_LIST_ADDRESS_GOOD;
}

/**
 * tdm_list_cell_read_date:
 * @cell: of a list
 *
 * Only `27.04.2026` and `2026-04-27` are clear, whatever time stands behind: `4/5/2026` is another day on each side of
 * the Atlantic.
 *
 * Returns: (transfer full) (nullable): `YYYY-MM-DD`
 */
char *
tdm_list_cell_read_date (const char *cell)
{
  g_autofree char *date = NULL;
  gint64 numbers[3] = { 0 };
  gsize n_digits[3] = { 0 };
  const char *at = cell;
  const char separator = strchr (cell, '.') && strchr (cell, '.') - cell <= 2 ? '.' : '-';

  for (guint i = 0; i < 3; i++)
    {
      for (; g_ascii_isdigit (*at) && n_digits[i] < 4; at++, n_digits[i]++)
        numbers[i] = numbers[i] * 10 + g_ascii_digit_value (*at);
      if (n_digits[i] == 0 || (i < 2 && *at++ != separator))
        return NULL;
    }
  if ((*at != '\0' && *at != ' ' && *at != 'T' && *at != ',') || n_digits[separator == '.' ? 2 : 0] != 4)
    return NULL;
  if (separator == '.')
    date = g_strdup_printf ("%04d-%02d-%02d", (int) numbers[2], (int) numbers[1], (int) numbers[0]);
  else
    date = g_strdup_printf ("%04d-%02d-%02d", (int) numbers[0], (int) numbers[1], (int) numbers[2]);
  return tdm_text_is_date (date) ? g_steal_pointer (&date) : NULL;
}

/* A form joins what was ticked; which character it takes for that is the first of these that is there. */
static const char *
find_separator (const char *cell)
{
  static const char *const separators[] = { "|||", ";", "\n", ", " };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (strstr (cell, separators[i]))
      return separators[i];
  return NULL;
}

static gboolean
is_known (const char *text, gsize length, GHashTable *known)
{
  g_autofree char *part = g_strndup (text, length);
  g_autofree char *key = tdm_text_make_key (part);

  return g_hash_table_contains (known, key);
}

/* How long the longest known topic is that begins at @at and ends where a choice may; 0 where there is none */
static gsize
match_known (const char *at, const char *separator, GHashTable *known)
{
  /* A title has no more bytes than that. */
  const gsize reach = 4 * TDM_NAME_MOST;
  const gsize left = strnlen (at, reach + 1);
  const char *end = at;
  gsize longest = 0;

  while (*end && (end = strstr (end + 1, separator)) && (gsize) (end - at) <= reach)
    if (is_known (at, end - at, known))
      longest = end - at;
  return left <= reach && is_known (at, left, known) ? left : longest;
}

static void
add_choice (GPtrArray *choices, GHashTable *seen, const char *text, gsize length)
{
  g_autofree char *part = g_strndup (text, length);
  g_autofree char *line = tdm_text_clean_line (part);
  g_autofree char *key = tdm_text_make_key (line);

  if (*key != '\0' && g_hash_table_add (seen, g_steal_pointer (&key)))
    g_ptr_array_add (choices, g_steal_pointer (&line));
}

/**
 * tdm_list_cell_read_choices:
 * @cell: of a list
 * @known: (element-type utf8): keys of topics that are there, see tdm_text_make_key()
 *
 * They are cut at `|||`, `;`, the end of a line, or `, `, the first of these that is there. Choices may have commas of
 * their own, so what is known is taken whole, the longest before others.
 *
 * Returns: (transfer full): what was chosen, each once
 */
GStrv
tdm_list_cell_read_choices (const char *cell, GHashTable *known)
{
  g_autofree char *text = tdm_list_cell_read (cell);
  const char *separator = find_separator (text);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *at = text; *at;)
    {
      const char *end = separator ? strstr (at, separator) : NULL;
      const gsize n_known = separator ? match_known (at, separator, known) : 0;
      const gsize length = n_known > 0 ? n_known : end ? (gsize) (end - at) : strlen (at);

      add_choice (choices, seen, at, length);
      at += length;
      if (*at)
        at += strlen (separator);
    }
  g_ptr_array_add (choices, NULL);
  return (GStrv) g_ptr_array_steal (choices, NULL);
}
