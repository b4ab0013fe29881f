/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-languages.h"

#include <string.h>

/* The languages of a person are a text, the first of which is that of the messages to them. People and lists write
 * codes or names, in whatever language. */

static TdmLanguage
language_read (const char *word)
{
  static const struct { const char *beginning; TdmLanguage language; } known[] = {
    { "de", TDM_LANGUAGE_DE }, { "ger", TDM_LANGUAGE_DE }, { "en", TDM_LANGUAGE_EN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strncasecmp (word, known[i].beginning, strlen (known[i].beginning)) == 0)
      return known[i].language;
  return TDM_LANGUAGE_OF_COMPUTER;
}

/**
 * tdm_languages_get_of_computer:
 *
 * Returns: what %TDM_LANGUAGE_OF_COMPUTER stands for here, as one that Tandem writes
 */
TdmLanguage
tdm_languages_get_of_computer (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "de") ? TDM_LANGUAGE_DE : TDM_LANGUAGE_EN;
}

/* Returns: (transfer full): each of them without what stands between them */
static GStrv
languages_split (const char *languages)
{
  g_auto (GStrv) words = g_strsplit_set (languages, ",;/", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i]; i++)
    if (*g_strstrip (words[i]))
      g_strv_builder_add (builder, words[i]);
  return g_strv_builder_end (builder);
}

/**
 * tdm_languages_get_first:
 * @languages: such as "de, en", or empty
 *
 * Returns: the first, if Tandem writes it; %TDM_LANGUAGE_OF_COMPUTER otherwise
 */
TdmLanguage
tdm_languages_get_first (const char *languages)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (languages != NULL, TDM_LANGUAGE_OF_COMPUTER);

  words = languages_split (languages);
  return words[0] ? language_read (words[0]) : TDM_LANGUAGE_OF_COMPUTER;
}

/**
 * tdm_languages_set_first:
 * @languages: such as "de, en", or empty
 * @first: %TDM_LANGUAGE_OF_COMPUTER for none that Tandem writes
 *
 * Returns: (transfer full): the same languages with another one first; none that Tandem writes is left where none is to
 *   be the first
 */
char *
tdm_languages_set_first (const char *languages, TdmLanguage first)
{
  g_auto (GStrv) words = NULL, kept = NULL;
  g_autoptr (GEnumClass) codes = g_type_class_ref (tdm_language_get_type ());
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (languages != NULL, NULL);

  words = languages_split (languages);
  if (first != TDM_LANGUAGE_OF_COMPUTER)
    g_strv_builder_add (builder, g_enum_get_value (codes, (int) first)->value_nick);
  for (guint i = 0; words[i]; i++)
    {
      TdmLanguage language = language_read (words[i]);

      if (language == TDM_LANGUAGE_OF_COMPUTER || (first != TDM_LANGUAGE_OF_COMPUTER && language != first))
        g_strv_builder_add (builder, words[i]);
    }
  kept = g_strv_builder_end (builder);
  return g_strjoinv (", ", kept);
}

/**
 * tdm_languages_describe:
 * @languages: such as "de, en", or empty
 *
 * Returns: (transfer full): the same in words, in the language of the program where they are known
 */
char *
tdm_languages_describe (const char *languages)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (languages != NULL, NULL);

  words = languages_split (languages);
  for (guint i = 0; words[i]; i++)
    {
      TdmLanguage language = language_read (words[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                              language == TDM_LANGUAGE_OF_COMPUTER
                                ? words[i] : tdm_code_get_title (tdm_language_get_type (), language));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
