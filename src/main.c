/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "app/tdm-application.h"

int
main (int argc, char **argv)
{
  return tdm_application_main (argc, argv);
}
