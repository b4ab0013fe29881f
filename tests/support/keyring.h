/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* GNOME's keyring as it is on people's computers, with a folder of its own, on a bus on which there is nothing else: no
 * dialog can ask to unlock it, which is as if the user had dismissed it. */
typedef struct
{
  char *folder;
  GSubprocess *process;
} Keyring;

void keyring_init  (Keyring *self);
void keyring_clear (Keyring *self);

/* Without a password to unlock it, it stays locked, or has no keyring at all if there was none before. */
void keyring_start (Keyring    *self,
                    const char *unlock);
void keyring_stop  (Keyring    *self);

/* As g_test_run(), on the bus */
int  keyring_run_tests (void);

G_END_DECLS
