/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

/* For a backup that takes the place of a file which cannot be changed: @backup is its path */
typedef void (*TdmBackupChosen) (GtkWidget  *over,
                                 const char *backup);

#define TDM_TYPE_BACKUPS_DIALOG (tdm_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmBackupsDialog, tdm_backups_dialog, TDM, BACKUPS_DIALOG, AdwWindow)

void tdm_backups_dialog_present (GtkWidget       *over,
                                 TdmWorkspace    *workspace,
                                 const char      *path,
                                 TdmBackupChosen  chosen);

G_END_DECLS
