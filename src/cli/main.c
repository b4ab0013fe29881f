/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-i18n.h"
#include "tdm-cli.h"

#include <stdio.h>

static const struct { const char *name; TdmCliVerb verb; } verbs[] = {
  { "add", tdm_cli_add },
  { "backup", tdm_cli_back_up },
  { "check", tdm_cli_check },
  { "copy-round", tdm_cli_copy_round },
  { "invite", tdm_cli_invite },
  { "join", tdm_cli_join },
  { "list", tdm_cli_list },
  { "new", tdm_cli_new },
  { "remove", tdm_cli_remove },
  { "reply", tdm_cli_reply },
  { "sample", tdm_cli_sample },
  { "set", tdm_cli_set },
  { "show", tdm_cli_show },
};

static void
print_usage (FILE *stream)
{
  fputs (_ ("Usage: tandem-cli FILE VERB [OPTION…]\n"
            "\n"
            "  new --title TITLE [--language de|en] [--zone ZONE]\n"
            "  sample [--date YYYY-MM-DD] [--scale N] [--language de|en]\n"
            "  check [--json]\n"
            "  backup --out FILE\n"
            "  list TYPE [--round NAME] [--json]\n"
            "  show UID [--json]\n"
            "  add TYPE KEY=VALUE…\n"
            "  set UID KEY=VALUE…\n"
            "  remove UID\n"
            "  copy-round NAME --kickoff YYYY-MM-DD [--with UID]…\n"
            "  invite --out FOLDER [--round NAME] [--pair UID] [--passed-on]\n"
            "  reply FILE…\n"
            "  join INVITATION… [--as mentee|mentor]\n"
            "\n"
            "TYPE is rounds, people, topics, participations, needs, offers, interests, pairs,\n"
            "history, goals, steps, series, meetings, attendees, messages or programme.\n"
            "NAME is the uid or the title of a round. See tandem-cli(1) for the keys.\n"), stream);
}

static TdmCliStatus
fail_usage (void)
{
  print_usage (stderr);
  return TDM_CLI_USAGE;
}

int
main (int argc, char **argv)
{
  tdm_i18n_init ();

  if (argc == 2 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      print_usage (stdout);
      return TDM_CLI_DONE;
    }
  if (argc == 2 && g_str_equal (argv[1], "--version"))
    {
      g_print ("tandem-cli %s\n", TANDEM_VERSION);
      return TDM_CLI_DONE;
    }
  if (argc < 3)
    return fail_usage ();

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (argv[2], verbs[i].name))
      {
        TdmCliStatus status = verbs[i].verb (argv[1], argc - 2, argv + 2);

        return status == TDM_CLI_USAGE ? fail_usage () : status;
      }
  return fail_usage ();
}
