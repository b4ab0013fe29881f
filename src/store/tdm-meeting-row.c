/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-row.h"

#include "base/tdm-id-set.h"
#include "database/tdm-database.h"

#define PAUSED_ON \
  "CASE pair.state WHEN 'paused' THEN (SELECT happened_on FROM pair_event WHERE pair = meeting.pair" \
  "  AND to_state = 'paused' AND from_state <> 'paused' ORDER BY happened_on DESC, id DESC LIMIT 1) END"

#define COLUMNS \
  "SELECT meeting.id, meeting.pair, meeting.mentee, meeting.mentor, start, minutes, meeting.state, place, " \
  "local_start, recurrence_id, series, " PAUSED_ON \
  ", meeting.kind, meeting.topic FROM meeting JOIN pair ON pair.id = meeting.pair"

static void
meeting_row_clear (gpointer data)
{
  TdmMeetingRow *self = data;

  g_clear_pointer (&self->place, g_ref_string_release);
  g_clear_pointer (&self->topic, g_ref_string_release);
}

/* Returns: (transfer full) (element-type TdmMeetingRow): none yet */
GArray *
tdm_meeting_rows_new (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TdmMeetingRow));

  g_array_set_clear_func (rows, meeting_row_clear);
  return rows;
}

/* Very many meetings share few texts. */
static GRefString *
meeting_row_share_text (const char *text)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);

  return *text ? g_ref_string_new_intern (valid ? valid : text) : NULL;
}

/* What Tandem never writes is read as its record is: the nearest number, the first of the words. */
static void
meeting_row_read (sqlite3_stmt *statement, GEnumClass *states, GEnumClass *kinds, TdmMeetingRow *row)
{
  GEnumValue *state = g_enum_get_value_by_nick (states, tdm_database_get_text (statement, 6));
  GEnumValue *kind = g_enum_get_value_by_nick (kinds, tdm_database_get_text (statement, 12));

  row->id = sqlite3_column_int64 (statement, 0);
  row->pair = sqlite3_column_int64 (statement, 1);
  row->mentee = sqlite3_column_int64 (statement, 2);
  row->mentor = sqlite3_column_int64 (statement, 3);
  row->start = sqlite3_column_int64 (statement, 4);
  row->minutes = (int) CLAMP (sqlite3_column_int64 (statement, 5), 5, 600);
  row->state = state ? state->value : 0;
  row->kind = kind ? kind->value : 0;
  row->place = meeting_row_share_text (tdm_database_get_text (statement, 7));
  row->topic = meeting_row_share_text (tdm_database_get_text (statement, 13));
  g_strlcpy (row->local_start, tdm_database_get_text (statement, 8), sizeof row->local_start);
  row->paused_on = g_intern_string (tdm_database_get_text (statement, 11));
  row->is_out_of_order = FALSE;
}

/**
 * tdm_meeting_rows_read:
 * @scope: %TDM_SCOPE_ROUND_MEETINGS or %TDM_SCOPE_PAIR
 * @id: the row id of the round or the tandem, or %TDM_STORE_ALL_ROUNDS
 * @rows: (element-type TdmMeetingRow): its meetings are added here, in no order
 *
 * Returns: whether they could be read
 */
gboolean
tdm_meeting_rows_read (TdmDatabase *database, TdmScope scope, gint64 id, GArray *rows, GError **error)
{
  const char *sql = scope == TDM_SCOPE_PAIR      ? COLUMNS " WHERE pair.id = ?1"
                    : id == TDM_STORE_ALL_ROUNDS ? COLUMNS " WHERE ?1 = 0 AND pair.round IN "
                                                           "(SELECT id FROM round WHERE state <> 'archived')"
                                                 : COLUMNS " WHERE pair.round = ?1";
  sqlite3_stmt *statement = tdm_database_prepare (database, sql, error);
  g_autoptr (GEnumClass) states = g_type_class_ref (tdm_meeting_state_get_type ());
  g_autoptr (GEnumClass) kinds = g_type_class_ref (tdm_meeting_kind_get_type ());
  g_autoptr (GArray) series = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) moved = tdm_id_set_new ();
  guint first = rows->len;
  gboolean has_row = statement != NULL;

  if (statement)
    sqlite3_bind_int64 (statement, 1, id);
  while (has_row)
    {
      TdmMeetingRow row;
      const char *original;
      gint64 of;

      if (!tdm_database_step (database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      meeting_row_read (statement, states, kinds, &row);
      of = sqlite3_column_int64 (statement, 10);
      /* A date that was moved may have come to stand before or after another one of its series. */
      original = tdm_database_get_text (statement, 9);
      if (*original && !g_str_equal (original, row.local_start) && row.state <= TDM_MEETING_STATE_INVITED)
        tdm_id_set_add (moved, of);
      g_array_append_val (rows, row);
      g_array_append_val (series, of);
    }
  for (guint i = 0; i < series->len && g_hash_table_size (moved) > 0; i++)
    g_array_index (rows, TdmMeetingRow, first + i).is_out_of_order =
      tdm_id_set_has (moved, g_array_index (series, gint64, i));
  return statement != NULL;
}
