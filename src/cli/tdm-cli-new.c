/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli.h"

#include "edits/tdm-programme-edits.h"
#include "model/tdm-programme.h"
#include "model/tdm-round.h"
#include "tdm-cli-values.h"
#include "tdm-cli-ways.h"

/* A programme of one's own, from nothing */

/* The first round has a name in the language of the programme. */
static void
programme_name_first_round (TdmRecord *programme, TdmRecord *round)
{
  TdmLanguage language = tdm_record_get_integer (programme, TDM_PROGRAMME_LANGUAGE);

  tdm_record_set_text (round, TDM_ROUND_TITLE, tdm_programme_edits_get_first_round (language));
}

/* The same checks as for the keys of "set" */
static gboolean
programme_fill (TdmRecord *programme, const char *title, const char *language, const char *zone, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *title_word = g_strconcat ("title=", title, NULL);
  g_autofree char *language_word = g_strconcat ("language=", language, NULL);
  g_autofree char *zone_word = g_strconcat ("zone=", zone, NULL);
  g_auto (GStrv) words = NULL;
  g_autoptr (TdmCliValues) values = NULL;

  g_strv_builder_add (builder, title_word);
  if (language)
    g_strv_builder_add (builder, language_word);
  if (zone)
    g_strv_builder_add (builder, zone_word);
  words = g_strv_builder_end (builder);
  values = tdm_cli_values_read (NULL, TDM_TYPE_PROGRAMME, TRUE, words, error);
  if (values)
    tdm_cli_values_fill (values, programme, 0);
  return values != NULL;
}

TdmCliStatus
tdm_cli_new (const char *path, int argc, char **argv)
{
  g_autofree char *title = NULL, *language = NULL, *zone = NULL;
  const GOptionEntry options[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, NULL, NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &zone, NULL, NULL },
    { NULL },
  };
  g_autoptr (TdmEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  TdmRecord *programme;
  TdmCliStatus status;

  if (!tdm_cli_parse (options, &argc, &argv) || argc != 1 || !title)
    return TDM_CLI_USAGE;

  edit = tdm_programme_edits_start (title);
  programme = tdm_cli_edit_find_added (edit, TDM_TYPE_PROGRAMME);
  if (!programme_fill (programme, title, language, zone, &error))
    return tdm_cli_fail (error);
  programme_name_first_round (programme, tdm_cli_edit_find_added (edit, TDM_TYPE_ROUND));
  status = tdm_cli_import (path, edit);
  if (status == TDM_CLI_DONE)
    g_print ("%s\n", tdm_record_get_uid (programme));
  return status;
}
