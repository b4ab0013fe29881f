/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-types.h"

#include "tdm-record-types-list.h"
#include "tdm-record.h"

#define DECLARE(get_type) GType get_type (void);
#define NAME(get_type) get_type,

TDM_RECORD_TYPES (DECLARE)

static GType (*const own_types[]) (void) = { TDM_RECORD_TYPES (NAME) };

#define MOST_TYPES 64

static GType types[MOST_TYPES];
static guint n_types;
static gsize is_complete;

static void
record_types_take (GType type)
{
  g_assert (n_types < MOST_TYPES);
  g_type_class_ref (type);
  types[n_types++] = type;
}

static void
record_types_take_own (void)
{
  while (n_types < G_N_ELEMENTS (own_types))
    record_types_take (own_types[n_types] ());
}

/**
 * tdm_record_types_add:
 * @type: a concrete record type
 *
 * Adds one to those that there are, before the first record is made and by one thread.
 */
void
tdm_record_types_add (GType type)
{
  g_return_if_fail (!is_complete);

  record_types_take_own ();
  record_types_take (type);
}

/**
 * tdm_record_types:
 * @n: (out) (optional): their number
 *
 * Returns: (transfer none): all record types, each after the ones that its required links lead to
 */
const GType *
tdm_record_types (guint *n)
{
  if (g_once_init_enter (&is_complete))
    {
      record_types_take_own ();
      g_once_init_leave (&is_complete, 1);
    }
  if (n)
    *n = n_types;
  return types;
}

/**
 * tdm_record_type_for_table:
 * @table: the name of a table
 *
 * Returns: the record type whose rows it holds, %G_TYPE_INVALID if there is none
 */
GType
tdm_record_type_for_table (const char *table)
{
  tdm_record_types (NULL);
  for (guint i = 0; i < n_types; i++)
    {
      TdmRecordClass *klass = g_type_class_peek (types[i]);

      if (g_str_equal (klass->table, table))
        return types[i];
    }
  return G_TYPE_INVALID;
}
