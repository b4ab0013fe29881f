/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TdmProtectionState:
 * @TDM_PROTECTION_UNKNOWN: it cannot be told from here
 * @TDM_PROTECTION_ENCRYPTED: what is written there is ciphertext
 * @TDM_PROTECTION_CLEAR: what is written there can be read by whoever has the disk
 * @TDM_PROTECTION_NOTHING: nothing is written to a disk
 */
typedef enum
{
  TDM_PROTECTION_UNKNOWN,
  TDM_PROTECTION_ENCRYPTED,
  TDM_PROTECTION_CLEAR,
  TDM_PROTECTION_NOTHING,
} TdmProtectionState;

/**
 * TdmProtection:
 * @disk: the disk under a file
 * @swap: where the memory of programs may be written to
 * @is_remote: whether the file is on another computer
 * @synced: (nullable): the folder above the file that a program copies to other computers
 *
 * What this computer does for a file, apart from what is in it.
 */
typedef struct
{
  TdmProtectionState disk;
  TdmProtectionState swap;
  gboolean is_remote;
  char *synced;
} TdmProtection;

TdmProtection *tdm_protection_read        (const char *root,
                                           const char *path);
void           tdm_protection_free        (TdmProtection *self);
void           tdm_protection_read_async  (const char          *path,
                                           GAsyncReadyCallback  callback,
                                           gpointer             data);
TdmProtection *tdm_protection_read_finish (GAsyncResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmProtection, tdm_protection_free)

G_END_DECLS
