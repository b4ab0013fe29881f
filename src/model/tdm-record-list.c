/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-list.h"

#include <string.h>

/**
 * TdmRecordList:
 *
 * Records of one type in the order of siblings, see tdm_record_compare(), as a #GListModel. It is known where a record
 * belongs, so that none is looked for from the first to the last. There is one such list for every meeting: it is
 * small.
 */

struct _TdmRecordList
{
  GObject parent_instance;

  GType type;
  TdmRecord **records;
  guint n_records;
  guint n_places;
};

static void tdm_record_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdmRecordList, tdm_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tdm_record_list_model_init))

static GType
record_list_get_item_type (GListModel *model)
{
  return TDM_RECORD_LIST (model)->type;
}

static guint
record_list_get_n_items (GListModel *model)
{
  return TDM_RECORD_LIST (model)->n_records;
}

static gpointer
record_list_get_item (GListModel *model, guint place)
{
  TdmRecordList *self = TDM_RECORD_LIST (model);

  return place < self->n_records ? g_object_ref (self->records[place]) : NULL;
}

static void
tdm_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = record_list_get_item_type;
  iface->get_n_items = record_list_get_n_items;
  iface->get_item = record_list_get_item;
}

static void
tdm_record_list_dispose (GObject *object)
{
  TdmRecordList *self = TDM_RECORD_LIST (object);

  while (self->n_records > 0)
    g_object_unref (self->records[--self->n_records]);
  g_clear_pointer (&self->records, g_free);
  self->n_places = 0;
  G_OBJECT_CLASS (tdm_record_list_parent_class)->dispose (object);
}

static void
tdm_record_list_class_init (TdmRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tdm_record_list_dispose;
}

static void
tdm_record_list_init (TdmRecordList *self)
{
}

/**
 * tdm_record_list_new:
 *
 * Returns: (transfer full): an empty list
 */
TdmRecordList *
tdm_record_list_new (GType type)
{
  TdmRecordList *self = g_object_new (TDM_TYPE_RECORD_LIST, NULL);

  self->type = type;
  return self;
}

/* The first place whose record does not come before this one: where it is, or belongs. Rows are read in the order of
 * siblings, so the end is looked at first. */
static guint
record_list_find_place (TdmRecordList *self, TdmRecord *record)
{
  guint low = 0, high = self->n_records;

  if (high > 0 && tdm_record_compare (self->records[high - 1], record) < 0)
    return high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (tdm_record_compare (self->records[middle], record) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * tdm_record_list_find:
 * @record: a record in which nothing has changed on which its place depends since it was settled
 *
 * Returns: its place, %G_MAXUINT if it is not in @self
 */
guint
tdm_record_list_find (TdmRecordList *self, gpointer record)
{
  guint place;

  g_return_val_if_fail (TDM_IS_RECORD_LIST (self), G_MAXUINT);

  place = record_list_find_place (self, record);
  return place < self->n_records && self->records[place] == record ? place : G_MAXUINT;
}

/**
 * tdm_record_list_remove_at:
 * @place: where a record is
 */
void
tdm_record_list_remove_at (TdmRecordList *self, guint place)
{
  g_autoptr (TdmRecord) record = NULL;

  g_return_if_fail (TDM_IS_RECORD_LIST (self));
  g_return_if_fail (place < self->n_records);

  record = self->records[place];
  self->n_records--;
  memmove (self->records + place, self->records + place + 1, (self->n_records - place) * sizeof (TdmRecord *));
  g_list_model_items_changed (G_LIST_MODEL (self), place, 1, 0);
}

/**
 * tdm_record_list_settle:
 * @place: where it was before it changed, see tdm_record_list_find()
 *
 * Puts a record where it belongs. One that stands right already is not touched, so that what shows it keeps its focus.
 */
void
tdm_record_list_settle (TdmRecordList *self, gpointer record, guint place)
{
  g_return_if_fail (TDM_IS_RECORD_LIST (self));
  g_return_if_fail (G_OBJECT_TYPE (record) == self->type);

  if (place != G_MAXUINT)
    {
      g_return_if_fail (place < self->n_records && self->records[place] == record);

      if ((place == 0 || tdm_record_compare (self->records[place - 1], record) < 0) &&
          (place + 1 == self->n_records || tdm_record_compare (record, self->records[place + 1]) < 0))
        return;
      tdm_record_list_remove_at (self, place);
    }

  if (self->n_records == self->n_places)
    {
      self->n_places = MAX (2, self->n_places * 2);
      self->records = g_renew (TdmRecord *, self->records, self->n_places);
    }
  place = record_list_find_place (self, record);
  memmove (self->records + place + 1, self->records + place, (self->n_records - place) * sizeof (TdmRecord *));
  self->records[place] = g_object_ref (record);
  self->n_records++;
  g_list_model_items_changed (G_LIST_MODEL (self), place, 0, 1);
}
