/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-database.h"

G_BEGIN_DECLS

/* What the file about transactions shares with the one about the rest. */

struct _TdmDatabase
{
  GObject parent_instance;

  char *path;
  sqlite3 *handle;
  GHashTable *statements;

  guint32 counter; /* how often the file had been changed when the transaction began */
  gboolean is_unsettled; /* it is not known whether the last transaction is in the file */
  gboolean is_unflushed; /* it is, and a power cut could take it out again */
  GPtrArray *faults;
  gboolean had_content; /* of a file that is written: it was more than a name */
  gint64 effort_since; /* processor time of the thread when the present statement began, in nanoseconds */
};

gboolean tdm_database_is_empty (TdmDatabase *self);

G_END_DECLS
