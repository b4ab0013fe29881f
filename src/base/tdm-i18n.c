/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-i18n.h"

#include <locale.h>

/**
 * tdm_i18n_init:
 *
 * Takes up the language of the user; to be called first by every program. `TANDEM_LOCALEDIR` in the environment names
 * another folder of catalogues, to run without installing.
 */
void
tdm_i18n_init (void)
{
  const char *folder = g_getenv ("TANDEM_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder ? folder : TANDEM_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
