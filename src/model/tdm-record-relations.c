/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-private.h"

#include <string.h>

/* To what a record belongs, what belongs to it, and in which order. All of it follows from the roles in the table of
 * fields, see #TdmFieldRole. */

/* Which types belong to a type must be known before there is a record of it, for which tdm_record_types() cares. */
void
tdm_record_class_install_relations (TdmRecordClass *klass)
{
  klass->order = -1;
  for (guint i = 0; i < klass->n_fields; i++)
    switch (klass->fields[i].role)
      {
      case TDM_FIELD_PARENT:
        {
          TdmRecordClass *parent = g_type_class_ref (klass->fields[i].type ());

          g_assert (klass->n_parents < TDM_RECORD_PARENTS_MOST);
          g_assert (parent->n_children < TDM_RECORD_CHILDREN_MOST);
          klass->parents[klass->n_parents++] = i;
          parent->children[parent->n_children++] = G_TYPE_FROM_CLASS (klass);
          break;
        }
      case TDM_FIELD_ORDER:
      case TDM_FIELD_ORDER_DOWN:
        g_assert (klass->order < 0);
        klass->order = i;
        break;
      case TDM_FIELD_PLAIN:
        break;
      }
}

/**
 * tdm_record_class_set_words:
 * @klass: the class of a concrete record type
 * @added: (transfer none): what is said when one was added, marked for translation
 * @changed: (transfer none): when one was changed
 * @removed: (transfer none): when one was removed
 *
 * What an edit is called that has no label of its own, see tdm_edit_get_label(). A type whose records only come along
 * with others, such as the history of a tandem, needs none.
 */
void
tdm_record_class_set_words (TdmRecordClass *klass, const char *added, const char *changed, const char *removed)
{
  klass->words[0] = added;
  klass->words[1] = changed;
  klass->words[2] = removed;
}

/**
 * tdm_record_get_parent:
 *
 * Returns: (transfer none) (nullable): the record that it belongs to; %NULL if that is not loaded, or there is none
 */
gpointer
tdm_record_get_parent (gpointer record)
{
  TdmRecordClass *klass;
  gpointer parent = NULL;

  g_return_val_if_fail (TDM_IS_RECORD (record), NULL);

  klass = TDM_RECORD_GET_CLASS (record);
  for (guint i = 0; !parent && i < klass->n_parents; i++)
    parent = tdm_record_get_link (record, klass->parents[i]);
  return parent;
}

/**
 * tdm_record_get_ancestor:
 * @record: (nullable): a record
 *
 * Returns: (transfer none) (nullable): the record of that type to which it belongs, by way of others or not; itself if
 *   it is of that type; %NULL if that is not loaded, or there is none
 */
gpointer
tdm_record_get_ancestor (gpointer record, GType type)
{
  while (record && G_OBJECT_TYPE (record) != type)
    record = tdm_record_get_parent (record);
  return record;
}

/**
 * tdm_record_get_children:
 * @type: a type whose records belong to one of the type of @record
 *
 * The lists of a live record are empty until the workspace has loaded what belongs to it, see #TdmScope; then they
 * follow every change.
 *
 * Returns: (transfer none): the records of @type that belong to @record, in the order of tdm_record_compare(): a
 *   #TdmRecordList
 */
GListModel *
tdm_record_get_children (gpointer record, GType type)
{
  TdmRecordClass *klass;
  TdmRecordList **lists;

  g_return_val_if_fail (TDM_IS_RECORD (record), NULL);

  klass = TDM_RECORD_GET_CLASS (record);
  lists = tdm_record_get_child_lists (record);
  for (guint i = 0; i < klass->n_children; i++)
    if (klass->children[i] == type)
      {
        if (!lists[i])
          lists[i] = tdm_record_list_new (type);
        return G_LIST_MODEL (lists[i]);
      }
  g_return_val_if_reached (NULL);
}

/**
 * tdm_record_compare:
 * @a: a record
 * @b: another one of the same type
 *
 * Returns: less than 0 if @a comes before @b among siblings, 0 if they are the same row, else more
 */
int
tdm_record_compare (TdmRecord *a, TdmRecord *b)
{
  const TdmRecordPrivate *first = tdm_record_private (a), *second = tdm_record_private (b);
  const TdmRecordClass *klass = TDM_RECORD_GET_CLASS (a);
  int order = 0;

  if (klass->order >= 0)
    {
      const TdmField *field = &klass->fields[klass->order];
      const TdmValue *x = &first->values[klass->order], *y = &second->values[klass->order];

      order = tdm_record_is_text (field) ? strcmp (x->text, y->text)
                                         : (x->integer > y->integer) - (x->integer < y->integer);
      if (field->role == TDM_FIELD_ORDER_DOWN)
        order = -order;
    }
  return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}
