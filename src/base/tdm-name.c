/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-name.h"

#include <string.h>

/* What people are called by. Names are written in one field, as people write them. */

#define BLANKS " \t"

/* Signs for a generation stand behind the last name, as what is in brackets does. */
static gboolean
word_is_addition (const char *word)
{
  static const char *const generations[] = { "jr", "jr.", "jun.", "sr", "sr.", "sen.", "ii", "iii", NULL };
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return *word == '(' || g_str_has_suffix (word, ")") || g_strv_contains (generations, folded);
}

/* Titles and forms of address stand before a name. Shortened ones end with a full stop, as the initial of a name
 * does. */
static gboolean
word_is_title (const char *word)
{
  static const char *const titles[] = { "dr", "prof", "professor", "frau", "herr", "mr", "mrs", "ms", NULL };
  g_autofree char *folded = g_utf8_casefold (word, -1);
  gboolean is_initial = g_utf8_strlen (word, -1) == 2 && g_unichar_isupper (g_utf8_get_char (word));

  return g_strv_contains (titles, folded) || (g_str_has_suffix (word, ".") && !is_initial);
}

/* Such as MBA, which stands behind a comma, too */
static gboolean
word_is_degree (const char *word)
{
  g_autofree char *capitals = g_utf8_strup (word, -1);

  return word_is_title (word) || strchr (word, '.') || (g_utf8_strlen (word, -1) > 1 && g_str_equal (word, capitals));
}

static const char *
words_find_name (char **words)
{
  for (; *words; words++)
    if (**words && !word_is_title (*words) && !word_is_addition (*words))
      return *words;
  return NULL;
}

/* What stands before the comma, if it is more than nothing */
static char **
name_split_before_comma (const char *name)
{
  g_autofree char *before = g_strndup (name, strcspn (name, ","));

  return g_strsplit_set (*before ? before : name, BLANKS, -1);
}

/**
 * tdm_name_find_first:
 *
 * Behind a comma stands the first name, or a degree.
 *
 * Returns: (transfer full): the first word of a name that is no title
 */
char *
tdm_name_find_first (const char *name)
{
  const char *comma = strchr (name, ',');
  g_auto (GStrv) before = name_split_before_comma (name);
  g_auto (GStrv) behind = g_strsplit_set (comma ? comma + 1 : "", BLANKS, -1);
  const char *given = words_find_name (behind), *first = words_find_name (before);

  if (given && !word_is_degree (given))
    return g_strdup (given);
  return g_strdup (first ? first : name);
}

/**
 * tdm_name_find_last:
 *
 * Before a comma stands the last name, or the whole name before titles; particles of nobility and prepositions do not
 * count, as DIN 5007 has it.
 *
 * Returns: (transfer full): the last word of the name that is one, by which people are listed in a directory
 */
char *
tdm_name_find_last (const char *name)
{
  g_auto (GStrv) words = name_split_before_comma (name);

  for (guint i = g_strv_length (words); i > 0; i--)
    if (*words[i - 1] && !word_is_addition (words[i - 1]))
      return g_strdup (words[i - 1]);
  return g_strdup (name);
}

/**
 * tdm_name_turn:
 * @name: as lists have it, with the last name in front: `Berg, Dr. Anna`
 *
 * What stands behind a comma and is a degree stays there.
 *
 * Returns: (transfer full): the name as people say it: `Dr. Anna Berg`
 */
char *
tdm_name_turn (const char *name)
{
  const char *comma = strchr (name, ',');
  g_auto (GStrv) behind = g_strsplit_set (comma ? comma + 1 : "", BLANKS, -1);
  const char *given = words_find_name (behind);
  g_autofree char *last = NULL;
  g_autofree char *first = NULL;

  if (!given || word_is_degree (given) || strchr (comma + 1, ','))
    return g_strdup (name);
  last = g_strstrip (g_strndup (name, comma - name));
  first = g_strstrip (g_strdup (comma + 1));
  return *last ? g_strdup_printf ("%s %s", first, last) : g_steal_pointer (&first);
}

/**
 * tdm_name_make_initials:
 *
 * Returns: (transfer full): the first letters of the first and the last name in capitals; one where these are the same
 */
char *
tdm_name_make_initials (const char *name)
{
  g_autofree char *first = tdm_name_find_first (name), *last = tdm_name_find_last (name);
  GString *initials = g_string_new (NULL);

  if (*first)
    g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (first)));
  if (*last && !g_str_equal (first, last))
    g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (last)));
  return g_string_free (initials, FALSE);
}
