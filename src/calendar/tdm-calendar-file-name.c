/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-calendar-file-name.h"

#include "base/tdm-text.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* What calendar files are called: every file system and every mail program takes their names. */

#define STEM_MOST 60

/* Long enough for two names of people; a letter becomes several at most */
#define UNITS_MOST 2048

/* German first: of "Jürgen" becomes "Juergen". What is not written in Latin letters is spelled in them. */
#define RULES "de-ASCII; Any-Latin; Latin-ASCII"

static UTransliterator *
open_rules (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar id[64];

  u_uastrcpy (id, RULES);
  return utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
}

/* Returns: (nullable): the text in ASCII letters, as far as ICU knows them */
static char *
spell (const char *text)
{
  static GMutex mutex;
  static UTransliterator *rules;
  g_autofree UChar *wide = g_new (UChar, UNITS_MOST);
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), UNITS_MOST / 8));
  g_autofree char *narrow = NULL;
  UErrorCode status = U_ZERO_ERROR;
  int32_t length, limit;

  u_strFromUTF8 (wide, UNITS_MOST, &length, start, -1, &status);
  if (U_FAILURE (status))
    return NULL;
  limit = length;
  /* It takes a while to read the rules, and two threads cannot use them at once. */
  g_mutex_lock (&mutex);
  if (!rules)
    rules = open_rules ();
  if (rules)
    utrans_transUChars (rules, wide, &length, UNITS_MOST, 0, &limit, &status);
  g_mutex_unlock (&mutex);
  if (!rules || U_FAILURE (status))
    return NULL;
  narrow = g_malloc (length * 4 + 1);
  u_strToUTF8 (narrow, length * 4 + 1, NULL, wide, length, &status);
  return U_SUCCESS (status) ? g_steal_pointer (&narrow) : NULL;
}

/**
 * tdm_calendar_file_name:
 * @stem: (nullable): text that names the content, such as two people's names
 * @extension: the extension without its dot
 *
 * A file name that every file system takes: `tandem-` and at most 60 ASCII letters, digits and hyphens. The prefix
 * keeps reserved names such as `CON` and hidden files out.
 *
 * Returns: (transfer full): a name without folders
 */
char *
tdm_calendar_file_name (const char *stem, const char *extension)
{
  g_autofree char *spelled = stem && !g_str_is_ascii (stem) ? spell (stem) : NULL;
  g_autofree char *folded = tdm_text_fold (spelled ? spelled : stem ? stem : "");
  g_autoptr (GString) slug = g_string_new (NULL);

  g_return_val_if_fail (extension != NULL, NULL);

  for (const char *p = folded; *p && slug->len < STEM_MOST; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (slug, *p);
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  if (g_str_has_suffix (slug->str, "-"))
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    return g_strdup_printf ("tandem.%s", extension);
  return g_strdup_printf ("tandem-%s.%s", slug->str, extension);
}
