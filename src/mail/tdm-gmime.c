/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-gmime.h"

/**
 * tdm_gmime_init:
 *
 * Makes GMime ready, once for the process. Every public function that uses GMime calls this first, from any thread.
 */
void
tdm_gmime_init (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      g_mime_init ();
      g_once_init_leave (&done, 1);
    }
}
