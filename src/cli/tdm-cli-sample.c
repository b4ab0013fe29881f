/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli.h"

#include "base/tdm-clock.h"
#include "base/tdm-text.h"
#include "model/tdm-languages.h"
#include "sample/tdm-sample.h"

#define MOST_SCALE 1000

TdmCliStatus
tdm_cli_sample (const char *path, int argc, char **argv)
{
  g_autofree char *date = NULL, *language = NULL;
  int scale = 1;
  const GOptionEntry options[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, NULL, NULL },
    { "scale", 0, 0, G_OPTION_ARG_INT, &scale, NULL, NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL },
    { NULL },
  };
  g_autoptr (TdmEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  if (!tdm_cli_parse (options, &argc, &argv) || argc != 1 || scale < 1 || scale > MOST_SCALE)
    return TDM_CLI_USAGE;
  if (!date)
    date = tdm_clock_today ();
  if (!language)
    language = g_strdup (tdm_languages_get_of_computer () == TDM_LANGUAGE_DE ? "de" : "en");
  if (!tdm_text_is_date (date) || (!g_str_equal (language, "de") && !g_str_equal (language, "en")))
    return TDM_CLI_USAGE;

  edit = tdm_sample_build (date, scale, language, &error);
  return edit ? tdm_cli_import (path, edit) : tdm_cli_fail (error);
}
