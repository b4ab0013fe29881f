/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "sample-records.h"

#include "model/tdm-pair.h"

TdmEdit *
sample_build (guint scale, const char *language)
{
  g_autoptr (GError) error = NULL;
  TdmEdit *edit = tdm_sample_build (TODAY, scale, language, &error);

  g_assert_no_error (error);
  return edit;
}

/* All records of a type, in the order in which they are stored; the edit keeps them. */
GPtrArray *
sample_get_all (TdmEdit *edit, GType type)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmEditAction action;
      TdmRecord *record = tdm_edit_get_step (edit, i, &action);

      g_assert_cmpint (action, ==, TDM_EDIT_INSERT);
      if (G_OBJECT_TYPE (record) == type)
        g_ptr_array_add (records, record);
    }
  return records;
}

GPtrArray *
sample_get_linked (TdmEdit *edit, GType type, guint field, gpointer target)
{
  GPtrArray *records = sample_get_all (edit, type);

  for (guint i = records->len; i > 0; i--)
    if (sample_link (records->pdata[i - 1], field) != target)
      g_ptr_array_remove_index (records, i - 1);
  return records;
}

GPtrArray *
sample_get_pairs (TdmEdit *edit, guint round, gboolean with_dissolved)
{
  GPtrArray *pairs = sample_get_all (edit, TDM_TYPE_PAIR);

  for (guint i = pairs->len; i > 0; i--)
    if (sample_number (sample_link (pairs->pdata[i - 1], TDM_PAIR_ROUND), TDM_ROUND_NUMBER) != round ||
        (!with_dissolved && tdm_pair_get_state (pairs->pdata[i - 1]) == TDM_PAIR_DISSOLVED))
      g_ptr_array_remove_index (pairs, i - 1);
  return pairs;
}

guint
sample_count_code (GPtrArray *records, guint field, const char *code)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += g_str_equal (tdm_record_get_code (records->pdata[i], field), code);
  return n;
}

const char *
sample_text (gpointer record, guint field)
{
  return tdm_record_get_text (record, field);
}

gint64
sample_number (gpointer record, guint field)
{
  return tdm_record_get_integer (record, field);
}

gpointer
sample_link (gpointer record, guint field)
{
  return tdm_record_get_link (record, field);
}
