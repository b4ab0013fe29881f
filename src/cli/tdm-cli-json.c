/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli-json.h"

#include "base/tdm-text.h"
#include "model/tdm-goal-step.h"
#include "model/tdm-meeting.h"
#include "model/tdm-pair.h"
#include "tdm-cli-records.h"

#include <string.h>

/* Records as JSON, an interface that people script against: keys are the columns of the schema, links are uids, an
 * empty date is null. Where this differs, tandem-cli(1) says so. */

static void
json_add_link (JsonBuilder *builder, TdmRecord *target)
{
  if (target)
    json_builder_add_string_value (builder, tdm_record_get_uid (target));
  else
    json_builder_add_null_value (builder);
}

static void
json_add_instant (JsonBuilder *builder, gint64 instant)
{
  g_autofree char *text = tdm_text_write_instant (instant);

  json_builder_add_string_value (builder, text);
}

/* What is not as its column is. */
static gboolean
json_add_special (JsonBuilder *builder, TdmRecord *record, guint field)
{
  if (TDM_IS_PAIR (record) && (field == TDM_PAIR_MENTEE || field == TDM_PAIR_MENTOR))
    {
      TdmPerson *person = tdm_record_get_link (record, field);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "uid");
      json_builder_add_string_value (builder, tdm_record_get_uid (TDM_RECORD (person)));
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, tdm_person_get_name (person));
      json_builder_set_member_name (builder, "email");
      json_builder_add_string_value (builder, tdm_person_get_email (person));
      json_builder_end_object (builder);
    }
  else if (TDM_IS_MEETING (record) && field == TDM_MEETING_START)
    json_add_instant (builder, tdm_meeting_get_start (TDM_MEETING (record)));
  else if (TDM_IS_MEETING (record) && field == TDM_MEETING_MENTEE)
    json_add_link (builder, (TdmRecord *) tdm_meeting_get_mentee (TDM_MEETING (record)));
  else if (TDM_IS_MEETING (record) && field == TDM_MEETING_MENTOR)
    json_add_link (builder, (TdmRecord *) tdm_meeting_get_mentor (TDM_MEETING (record)));
  else
    return FALSE;
  return TRUE;
}

static void
json_add_field (JsonBuilder *builder, TdmRecord *record, guint field, TdmFieldKind kind)
{
  switch (kind)
    {
    case TDM_FIELD_DATE:
      if (*tdm_record_get_text (record, field))
        json_builder_add_string_value (builder, tdm_record_get_text (record, field));
      else
        json_builder_add_null_value (builder);
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
      json_add_link (builder, tdm_record_get_link (record, field));
      break;
    default:
      json_builder_add_string_value (builder, tdm_record_get_text (record, field));
      break;
    }
}

/* What no column holds: when a meeting ends, and the steps of a goal */
static void
json_add_derived (JsonBuilder *builder, TdmRecord *record)
{
  GListModel *steps = TDM_IS_GOAL (record) ? tdm_goal_get_steps (TDM_GOAL (record)) : NULL;

  if (TDM_IS_MEETING (record))
    {
      TdmMeeting *meeting = TDM_MEETING (record);

      json_builder_set_member_name (builder, "end");
      json_add_instant (builder, tdm_meeting_get_start (meeting) + 60 * tdm_meeting_get_minutes (meeting));
    }
  if (!steps)
    return;
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (TdmRecord) step = g_list_model_get_item (steps, i);

      tdm_cli_json_add (builder, step);
    }
  json_builder_end_array (builder);
}

/**
 * tdm_cli_json_add_members:
 * @builder: in an object
 *
 * Adds what a record is itself, without what belongs to it.
 */
void
tdm_cli_json_add_members (JsonBuilder *builder, TdmRecord *record)
{
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (record, &n_fields);

  json_builder_set_member_name (builder, "uid");
  json_builder_add_string_value (builder, tdm_record_get_uid (record));
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *key = tdm_cli_make_key (&fields[i]);

      json_builder_set_member_name (builder, key);
      if (!json_add_special (builder, record, i))
        json_add_field (builder, record, i, fields[i].kind);
    }
  json_add_derived (builder, record);
}

void
tdm_cli_json_add (JsonBuilder *builder, TdmRecord *record)
{
  json_builder_begin_object (builder);
  tdm_cli_json_add_members (builder, record);
  json_builder_end_object (builder);
}

/**
 * tdm_cli_json_print:
 * @builder: with a whole document
 *
 * Prints it for a program or for a terminal: the same document (RFC 8259 7), but nothing that a terminal obeys.
 * JSON-GLib escapes only the ASCII ones of the characters that move the cursor or turn the line round; outside of
 * strings there is none of them.
 */
void
tdm_cli_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);
  g_autoptr (GString) out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x7f && c < 0x10000 && (g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT))
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_unichar (out, c);
    }
  g_print ("%s\n", out->str);
}
