/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TdmBackup:
 * @path: where it is
 * @day: the day of which it has the last state, YYYY-MM-DD
 * @time: (nullable): when on that day it was made instead, HHMMSS, before an earlier backup came back
 * @size: in bytes
 *
 * A backup that Tandem made by itself.
 */
typedef struct
{
  char *path;
  char *day;
  char *time;
  goffset size;
} TdmBackup;

/**
 * TdmDifference:
 * @type: of records
 * @n_added: how many of them are new since the backup
 * @n_changed: how many have changed
 * @n_removed: how many are gone
 */
typedef struct
{
  GType type;
  guint n_added;
  guint n_changed;
  guint n_removed;
} TdmDifference;

char      *tdm_backups_make_path (const char  *file,
                                  const char  *name,
                                  GError     **error);
GPtrArray *tdm_backups_list      (const char  *file);
void       tdm_backups_adopt     (const char  *file);
gboolean   tdm_backups_are_new   (const char  *file);
void       tdm_backups_settle    (const char  *file,
                                  const char  *backup);

G_END_DECLS
