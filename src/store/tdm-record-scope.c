/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-scope.h"

#include "model/tdm-meeting.h"
#include "model/tdm-programme.h"
#include "model/tdm-record-types.h"
#include "tdm-record-table.h"

/* What a scope reads follows from what the record types say: with which scopes they are read, to what they belong, and
 * in which order siblings stand. */

/* A date that its series says already adds nothing to what calendars show, see tdm_schedule_make(). */
#define IS_OWN \
  " AND EXISTS (SELECT 1 FROM series WHERE series.id = meeting.series AND (series.rule = '' OR" \
  " meeting.state = 'cancelled' OR meeting.local_start <> meeting.recurrence_id OR" \
  " meeting.minutes <> series.minutes OR meeting.zone NOT IN ('', series.zone) OR" \
  " meeting.place NOT IN ('', series.place) OR" \
  " (series.summary_mode = 'topic' AND meeting.topic <> '')))"

/* Which codes the parent must have where not all children are read */
static void
record_scope_append_limit (GString *sql, TdmRecordClass *parent, const TdmRecordLimit *limit)
{
  const TdmField *field = &parent->fields[limit->field];
  g_autofree char *column = tdm_record_table_make_column (field);
  g_autoptr (GEnumClass) codes = g_type_class_ref (field->type ());
  const char *separator = "";

  g_string_prepend_c (sql, '(');
  g_string_append_printf (sql, ") AND %s IN (", column);
  for (guint i = 0; i < codes->n_values; i++)
    if (limit->codes & (1u << codes->values[i].value))
      {
        g_string_append_printf (sql, "%s'%s'", separator, codes->values[i].value_nick);
        separator = ", ";
      }
  g_string_append_c (sql, ')');
}

/* Returns: (nullable): the condition that a row belongs to row ?1 of @anchor by a link, be it by way of others; NULL if
 * that does not lead there */
static char *
record_scope_make_condition (TdmRecordClass *klass, guint link, GType anchor, const TdmRecordLimit *limit)
{
  g_autoptr (GTypeClass) reference = g_type_class_ref (klass->fields[link].type ());
  TdmRecordClass *parent = (TdmRecordClass *) reference;
  g_autofree char *column = tdm_record_table_make_column (&klass->fields[link]);
  g_autoptr (GString) above = g_string_new (G_TYPE_FROM_CLASS (parent) == anchor ? "id = ?1" : NULL);

  if (limit && limit->link != link)
    limit = NULL;
  if (above->len > 0 && !limit)
    return g_strdup_printf ("%s = ?1", column);
  for (guint i = 0; G_TYPE_FROM_CLASS (parent) != anchor && i < parent->n_parents; i++)
    {
      g_autofree char *way = record_scope_make_condition (parent, parent->parents[i], anchor, NULL);

      if (way)
        g_string_append_printf (above, "%s%s", above->len > 0 ? " OR " : "", way);
    }
  if (above->len == 0)
    return NULL;
  if (limit)
    record_scope_append_limit (above, parent, limit);
  return g_strdup_printf ("%s IN (SELECT id FROM %s WHERE %s)", column, parent->table, above->str);
}

static void
record_scope_append_order (GString *sql, TdmRecordClass *klass)
{
  if (klass->order >= 0)
    {
      const TdmField *field = &klass->fields[klass->order];
      g_autofree char *column = tdm_record_table_make_column (field);

      g_string_append_printf (sql, "%s%s, ", column, field->role == TDM_FIELD_ORDER_DOWN ? " DESC" : "");
    }
  g_string_append (sql, "id");
}

/* Siblings stand together, each in its place. */
static char *
record_scope_make_where (TdmRecordClass *klass, guint link, TdmScope scope)
{
  const TdmRecordLimit *limit = klass->limit.scope == scope ? &klass->limit : NULL;
  g_autofree char *condition = record_scope_make_condition (klass, link, tdm_scope_get_anchor (scope), limit);
  g_autofree char *column = tdm_record_table_make_column (&klass->fields[link]);
  gboolean is_told = (scope & (TDM_SCOPE_PAIR_TOLD | TDM_SCOPE_ROUND_TOLD)) != 0;
  GString *sql;

  if (!condition)
    return NULL;
  sql = g_string_new (NULL);
  g_string_printf (sql, "%s%s ORDER BY %s, ", condition,
                   is_told && G_TYPE_FROM_CLASS (klass) == TDM_TYPE_MEETING ? IS_OWN : "", column);
  record_scope_append_order (sql, klass);
  return g_string_free (sql, FALSE);
}

/**
 * tdm_record_scope_read:
 * @scope: what to read
 * @id: of which tandem, person or round, by row id
 * @records: (element-type TdmRecord): the rows are added here, those that others link to first
 *
 * Returns: whether they could be read
 */
gboolean
tdm_record_scope_read (TdmDatabase *database, TdmScope scope, gint64 id, GPtrArray *records, GError **error)
{
  guint n_types;
  const GType *types = tdm_record_types (&n_types);
  gboolean is_whole = scope == TDM_SCOPE_OVERVIEW || tdm_scope_get_anchor (scope) == TDM_TYPE_PROGRAMME;

  for (guint i = 0; i < n_types; i++)
    {
      TdmRecordClass *klass = g_type_class_peek (types[i]);

      if (!(klass->scopes & scope))
        continue;
      if (is_whole)
        {
          g_autoptr (GString) all = g_string_new ("1 ORDER BY ");

          record_scope_append_order (all, klass);
          if (!tdm_record_table_read (database, types[i], all->str, 0, records, error))
            return FALSE;
        }
      for (guint j = 0; !is_whole && j < klass->n_parents; j++)
        {
          g_autofree char *where = record_scope_make_where (klass, klass->parents[j], scope);

          if (where && !tdm_record_table_read (database, types[i], where, id, records, error))
            return FALSE;
        }
    }
  return TRUE;
}
