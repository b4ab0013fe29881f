/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli-json.h"

#include "base/tdm-text.h"
#include "model/tdm-goal-step.h"
#include "model/tdm-meeting.h"
#include "model/tdm-pair.h"

#include <string.h>

/* Records as JSON, an interface that people script against: keys are the columns of the schema, links are uids, an empty
 * date is null. Where this differs, tandem-cli(1) says so. */

static char *
make_key (const TdmField *field)
{
  return g_strdelimit (g_strdup (field->name), "-", '_');
}

static void
add_text_or_null (JsonBuilder *builder, const char *text)
{
  if (*text)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_link (JsonBuilder *builder, TdmRecord *target)
{
  if (target)
    json_builder_add_string_value (builder, tdm_record_get_uid (target));
  else
    json_builder_add_null_value (builder);
}

static void
add_person (JsonBuilder *builder, TdmPerson *person)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "uid");
  json_builder_add_string_value (builder, tdm_record_get_uid (TDM_RECORD (person)));
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, tdm_person_get_name (person));
  json_builder_set_member_name (builder, "email");
  json_builder_add_string_value (builder, tdm_person_get_email (person));
  json_builder_end_object (builder);
}

static void
add_instant (JsonBuilder *builder, gint64 instant)
{
  g_autofree char *text = tdm_text_write_instant (instant);

  json_builder_add_string_value (builder, text);
}

/* What is not as its column is. */
static gboolean
add_special (JsonBuilder *builder, TdmRecord *record, guint field)
{
  if (TDM_IS_PAIR (record) && (field == TDM_PAIR_MENTEE || field == TDM_PAIR_MENTOR))
    add_person (builder, tdm_record_get_link (record, field));
  else if (TDM_IS_MEETING (record) && field == TDM_MEETING_START)
    add_instant (builder, tdm_meeting_get_start (TDM_MEETING (record)));
  else if (TDM_IS_MEETING (record) && field == TDM_MEETING_MENTEE)
    add_link (builder, (TdmRecord *) tdm_meeting_get_mentee (TDM_MEETING (record)));
  else if (TDM_IS_MEETING (record) && field == TDM_MEETING_MENTOR)
    add_link (builder, (TdmRecord *) tdm_meeting_get_mentor (TDM_MEETING (record)));
  else
    return FALSE;
  return TRUE;
}

static void
add_field (JsonBuilder *builder, TdmRecord *record, guint field, TdmFieldKind kind)
{
  switch (kind)
    {
    case TDM_FIELD_DATE:
      add_text_or_null (builder, tdm_record_get_text (record, field));
      break;
    case TDM_FIELD_CODE:
      json_builder_add_string_value (builder, tdm_record_get_code (record, field));
      break;
    case TDM_FIELD_INTEGER:
      json_builder_add_int_value (builder, tdm_record_get_integer (record, field));
      break;
    case TDM_FIELD_BOOLEAN:
      json_builder_add_boolean_value (builder, tdm_record_get_integer (record, field) != 0);
      break;
    case TDM_FIELD_LINK:
      add_link (builder, tdm_record_get_link (record, field));
      break;
    default:
      json_builder_add_string_value (builder, tdm_record_get_text (record, field));
      break;
    }
}

static void
add_steps (JsonBuilder *builder, TdmGoal *goal)
{
  GListModel *steps = tdm_goal_get_steps (goal);

  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (TdmRecord) step = g_list_model_get_item (steps, i);

      tdm_cli_json_add (builder, step);
    }
  json_builder_end_array (builder);
}

static void
add_derived (JsonBuilder *builder, TdmRecord *record)
{
  if (TDM_IS_MEETING (record))
    {
      TdmMeeting *meeting = TDM_MEETING (record);

      json_builder_set_member_name (builder, "end");
      add_instant (builder, tdm_meeting_get_start (meeting) + 60 * tdm_meeting_get_minutes (meeting));
    }
  else if (TDM_IS_GOAL (record))
    add_steps (builder, TDM_GOAL (record));
}

/**
 * tdm_cli_json_add:
 * @builder: where to
 * @record: a live record with its links
 */
void
tdm_cli_json_add (JsonBuilder *builder, TdmRecord *record)
{
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (record, &n_fields);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "uid");
  json_builder_add_string_value (builder, tdm_record_get_uid (record));
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *key = make_key (&fields[i]);

      json_builder_set_member_name (builder, key);
      if (!add_special (builder, record, i))
        add_field (builder, record, i, fields[i].kind);
    }
  add_derived (builder, record);
  json_builder_end_object (builder);
}

/* Characters that move the cursor or turn the line round, of which JSON-GLib escapes the ASCII ones alone; outside of
 * strings there is none of them. */
static gboolean
is_unsafe (gunichar c)
{
  return c >= 0x7f && c < 0x10000 && (g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT);
}

/**
 * tdm_cli_json_print:
 * @builder: with a whole document
 *
 * Prints it for a program or for a terminal: the same document (RFC 8259 7), but nothing that a terminal obeys.
 */
void
tdm_cli_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);
  g_autoptr (GString) out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    if (is_unsafe (g_utf8_get_char (p)))
      g_string_append_printf (out, "\\u%04x", g_utf8_get_char (p));
    else
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
  g_print ("%s\n", out->str);
}
