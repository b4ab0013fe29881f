/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "model/tdm-languages.h"

/* The languages of a person, as people and lists write them */

static void
test_the_first (void)
{
  static const struct { const char *languages; TdmLanguage first; } cases[] = {
    { "", TDM_LANGUAGE_OF_COMPUTER },
    { "de", TDM_LANGUAGE_DE },
    { " German; English", TDM_LANGUAGE_DE },
    { "Englisch/Deutsch", TDM_LANGUAGE_EN },
    { "fr, de", TDM_LANGUAGE_OF_COMPUTER },
    { ", en", TDM_LANGUAGE_EN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tdm_languages_get_first (cases[i].languages), ==, cases[i].first);
}

/* What else is noted of a person's languages stays. */
static void
test_another_first (void)
{
  static const struct { const char *languages; TdmLanguage first; const char *expected; } cases[] = {
    { "", TDM_LANGUAGE_DE, "de" },
    { "de, en", TDM_LANGUAGE_EN, "en, de" },
    { "fr, en", TDM_LANGUAGE_EN, "en, fr" },
    { "fr, Deutsch", TDM_LANGUAGE_DE, "de, fr" },
    { "de, fr", TDM_LANGUAGE_OF_COMPUTER, "fr" },
    { "de, en", TDM_LANGUAGE_OF_COMPUTER, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *languages = tdm_languages_set_first (cases[i].languages, cases[i].first);

      g_assert_cmpstr (languages, ==, cases[i].expected);
      g_assert_cmpint (tdm_languages_get_first (languages), ==, cases[i].first);
    }
}

static void
test_in_words (void)
{
  g_autofree char *codes = tdm_languages_describe ("de,en; Français");
  g_autofree char *none = tdm_languages_describe ("");

  g_assert_cmpstr (codes, ==, "German, English, Français");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/languages/the-first", test_the_first);
  g_test_add_func ("/languages/another-first", test_another_first);
  g_test_add_func ("/languages/in-words", test_in_words);
  return g_test_run ();
}
