/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-summary.h"

#include "base/tdm-clock.h"
#include "database/tdm-database.h"
#include "model/tdm-goal-step.h"
#include "model/tdm-meeting.h"
#include "tdm-record-table.h"

/* A goal counts its steps; without steps it counts as one; achieved, it counts as done; dropped, not at all. */
#define UNITS \
  "SELECT goal.pair AS pair, max (1, count (goal_step.id)) AS total," \
  "       CASE goal.state WHEN 'achieved' THEN max (1, count (goal_step.id))" \
  "            ELSE coalesce (sum (goal_step.done), 0) END AS done" \
  "  FROM goal LEFT JOIN goal_step ON goal_step.goal = goal.id" \
  " WHERE goal.state <> 'dropped'"

/* A tandem that is over does not meet any more, and of one that is paused nobody knows whether it does. */
#define MEETS(state) state " NOT IN ('paused', 'completed', 'dissolved', 'declined')"

/* The other columns are of the row that has the least start (SQLite: bare columns in an aggregate query). */
#define NEXT \
  "SELECT pair, min (start) AS start, start + 60 * minutes AS end, zone FROM meeting" \
  " WHERE state IN ('planned', 'invited') AND start + 60 * minutes > ?1"

#define FIGURES "coalesce (units.done, 0), coalesce (units.total, 0), coalesce (next.start, 0)," \
  " coalesce (next.end, 0), coalesce (next.zone, '')"

static const char all_pairs[] =
  "SELECT pair.id, " FIGURES " FROM pair"
  " LEFT JOIN (SELECT pair, sum (done) AS done, sum (total) AS total FROM (" UNITS " GROUP BY goal.id) GROUP BY pair)"
  "   AS units ON units.pair = pair.id"
  " LEFT JOIN (" NEXT " GROUP BY pair) AS next ON next.pair = pair.id AND " MEETS ("pair.state");

static const char one_pair[] =
  "SELECT ?2, " FIGURES " FROM"
  " (SELECT sum (done) AS done, sum (total) AS total FROM (" UNITS " AND goal.pair = ?2 GROUP BY goal.id)) AS units,"
  " (" NEXT " AND pair = ?2 AND (SELECT " MEETS ("state") " FROM pair WHERE id = ?2)) AS next";

/**
 * tdm_summary_read:
 * @pair: the row id of a tandem, 0 for all
 * @summaries: (element-type TdmSummary): the figures are added here
 *
 * Returns: whether they could be read
 */
gboolean
tdm_summary_read (TdmDatabase *database, gint64 pair, GArray *summaries, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (database, pair != 0 ? one_pair : all_pairs, error);
  gboolean has_row = statement != NULL;

  if (!statement)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, tdm_clock_now ());
  if (pair != 0)
    sqlite3_bind_int64 (statement, 2, pair);
  while (has_row)
    {
      TdmSummary summary;

      if (!tdm_database_step (database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      summary.pair = sqlite3_column_int64 (statement, 0);
      summary.steps_done = sqlite3_column_int (statement, 1);
      summary.steps_total = sqlite3_column_int (statement, 2);
      summary.next_start = sqlite3_column_int64 (statement, 3);
      summary.next_end = sqlite3_column_int64 (statement, 4);
      summary.next_zone = g_intern_string (tdm_database_get_text (statement, 5));
      g_array_append_val (summaries, summary);
    }
  return TRUE;
}

/**
 * tdm_summary_find_pair:
 * @id: the row that changed, which may be gone
 * @parent: to what it belongs by the first link of that kind; 0 where the file can be asked
 * @pair: (out): the row id of the tandem whose figures have to be read anew, 0 if these do not depend on such rows
 *
 * Returns: whether it could be found out
 */
gboolean
tdm_summary_find_pair (TdmDatabase *database, GType type, gint64 id, gint64 parent, gint64 *pair, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("?1");
  sqlite3_stmt *statement;
  gboolean has_row;

  *pair = type == TDM_TYPE_PAIR ? id : 0;
  if (type != TDM_TYPE_GOAL && type != TDM_TYPE_GOAL_STEP && type != TDM_TYPE_MEETING)
    return TRUE;

  for (gboolean is_first = TRUE; type != TDM_TYPE_PAIR; is_first = FALSE)
    {
      TdmRecordClass *klass = g_type_class_peek (type);
      const TdmField *link = &klass->fields[klass->parents[0]];
      g_autofree char *column = tdm_record_table_make_column (link);
      g_autofree char *below = g_strdup (sql->str);

      if (is_first)
        g_string_printf (sql, "coalesce (?1, (SELECT %s FROM %s WHERE id = ?2))", column, klass->table);
      else
        g_string_printf (sql, "(SELECT %s FROM %s WHERE id = %s)", column, klass->table, below);
      type = link->type ();
    }
  g_string_prepend (sql, "SELECT ");

  statement = tdm_database_prepare (database, sql->str, error);
  if (!statement)
    return FALSE;
  if (parent != 0)
    sqlite3_bind_int64 (statement, 1, parent);
  sqlite3_bind_int64 (statement, 2, id);
  if (!tdm_database_step (database, statement, &has_row, error))
    return FALSE;
  *pair = has_row ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  return TRUE;
}
