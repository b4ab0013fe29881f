/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "app/tdm-application.h"
#include "tdm-wipe.h"

int
main (int argc, char **argv)
{
  tdm_wipe_forbid_core_dumps ();
  return tdm_application_main (argc, argv);
}
