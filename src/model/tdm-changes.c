/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-changes.h"

/**
 * TdmChanges:
 *
 * What a committed transaction did to the file, row by row, whichever way it came about: by an edit, by undo or by
 * redo. The workspace applies it to its live objects.
 */

struct _TdmChanges
{
  GObject parent_instance;

  char *label;
  GArray *list;
  GArray *summaries;
};

G_DEFINE_FINAL_TYPE (TdmChanges, tdm_changes, G_TYPE_OBJECT)

static void
changes_clear_change (gpointer data)
{
  g_clear_object (&((TdmChange *) data)->record);
}

static void
tdm_changes_finalize (GObject *object)
{
  TdmChanges *self = TDM_CHANGES (object);

  g_free (self->label);
  g_array_unref (self->list);
  g_array_unref (self->summaries);
  G_OBJECT_CLASS (tdm_changes_parent_class)->finalize (object);
}

static void
tdm_changes_class_init (TdmChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_changes_finalize;
}

static void
tdm_changes_init (TdmChanges *self)
{
  self->list = g_array_new (FALSE, FALSE, sizeof (TdmChange));
  g_array_set_clear_func (self->list, changes_clear_change);
  self->summaries = g_array_new (FALSE, FALSE, sizeof (TdmSummary));
}

/**
 * tdm_changes_new:
 * @label: what was done, in the language of the program
 *
 * Returns: (transfer full): an empty list of changes
 */
TdmChanges *
tdm_changes_new (const char *label)
{
  TdmChanges *self = g_object_new (TDM_TYPE_CHANGES, NULL);

  self->label = g_strdup (label);
  return self;
}

const char *
tdm_changes_get_label (TdmChanges *self)
{
  g_return_val_if_fail (TDM_IS_CHANGES (self), NULL);

  return self->label;
}

/**
 * tdm_changes_add:
 * @type: the type of a record
 * @id: its row id
 * @taken_record: (transfer full) (nullable): the row as it is now
 */
void
tdm_changes_add (TdmChanges *self, GType type, gint64 id, TdmRecord *taken_record)
{
  TdmChange change = { type, id, taken_record };

  g_return_if_fail (TDM_IS_CHANGES (self));

  g_array_append_val (self->list, change);
}

guint
tdm_changes_get_size (TdmChanges *self)
{
  g_return_val_if_fail (TDM_IS_CHANGES (self), 0);

  return self->list->len;
}

const TdmChange *
tdm_changes_get (TdmChanges *self, guint index)
{
  g_return_val_if_fail (TDM_IS_CHANGES (self), NULL);
  g_return_val_if_fail (index < self->list->len, NULL);

  return &g_array_index (self->list, TdmChange, index);
}

/**
 * tdm_changes_get_summaries:
 *
 * Returns: (transfer none) (element-type TdmSummary): the tandems whose figures may have changed
 */
GArray *
tdm_changes_get_summaries (TdmChanges *self)
{
  g_return_val_if_fail (TDM_IS_CHANGES (self), NULL);

  return self->summaries;
}
