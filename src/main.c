/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "app/tdm-application.h"
#include "tdm-wipe.h"

#include <signal.h>

int
main (int argc, char **argv)
{
  /* A limit on the size of files is an error like a full disk, and no end of the program. */
  signal (SIGXFSZ, SIG_IGN);
  tdm_wipe_forbid_core_dumps ();
  tdm_wipe_arrays ();
  return tdm_application_main (argc, argv);
}
