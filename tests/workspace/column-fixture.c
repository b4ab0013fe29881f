/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "column-fixture.h"

void
column_fixture_set_up (ColumnFixture *self)
{
  inbox_set_up (&self->inbox, NULL);
  self->file = g_strdup (self->inbox.programme.folder.path);
}

void
column_fixture_tear_down (ColumnFixture *self)
{
  if (self->other.path)
    tdm_test_folder_clear (&self->other);
  g_free (self->file);
  g_free (self->before);
  inbox_tear_down (&self->inbox, NULL);
}

/* What was done until now only led to what is looked at. */
void
column_fixture_keep (ColumnFixture *self)
{
  g_free (self->before);
  self->before = g_strconcat (self->file, ".before", NULL);
  tdm_test_copy_file (self->file, self->before);
}
