/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli.h"

#include "base/tdm-i18n.h"
#include "calendar/tdm-when.h"
#include "model/tdm-interest.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "model/tdm-pair-event.h"
#include "model/tdm-participation.h"
#include "tdm-cli-json.h"
#include "tdm-cli-records.h"
#include "workspace/tdm-workspace.h"

#include <string.h>

typedef struct
{
  const char *name;
  char *(*describe) (TdmRecord *record);
} TdmCliList;

/* People and what is theirs count as of the rounds that they take part in. */
static gboolean
type_belongs_to_rounds (GType type)
{
  TdmRecordClass *klass = g_type_class_peek (type);
  gboolean does = type == TDM_TYPE_ROUND || type == TDM_TYPE_PERSON;

  for (guint i = 0; !does && i < klass->n_parents; i++)
    does = type_belongs_to_rounds (klass->fields[klass->parents[i]].type ());
  return does;
}

/* @round: whose participations are loaded */
static GHashTable *
round_list_people (TdmRound *round)
{
  GHashTable *people = g_hash_table_new (NULL, NULL);
  GListModel *pairs = tdm_record_get_children (round, TDM_TYPE_PAIR);
  GListModel *participations = tdm_record_get_children (round, TDM_TYPE_PARTICIPATION);

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      g_hash_table_add (people, tdm_pair_get_mentee (pair));
      g_hash_table_add (people, tdm_pair_get_mentor (pair));
    }
  for (guint i = 0; i < g_list_model_get_n_items (participations); i++)
    {
      g_autoptr (TdmRecord) participation = g_list_model_get_item (participations, i);

      g_hash_table_add (people, tdm_record_get_link (participation, TDM_PARTICIPATION_PERSON));
    }
  return people;
}

static void
records_keep_round (GPtrArray *records, TdmRound *round)
{
  g_autoptr (GHashTable) people = round_list_people (round);
  guint n_kept = 0;

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = records->pdata[i];
      TdmRound *of = tdm_record_get_ancestor (record, TDM_TYPE_ROUND);

      if (of ? of != round : !g_hash_table_contains (people, tdm_record_get_ancestor (record, TDM_TYPE_PERSON)))
        continue;
      records->pdata[i] = records->pdata[n_kept];
      records->pdata[n_kept++] = record;
    }
  g_ptr_array_set_size (records, n_kept);
}

/* What has no words of its own here: its uid and its fields. Yes and no are 1 and 0 here, as scripts know them. */
static char *
describe_record (TdmRecord *record)
{
  GString *line = g_string_new (tdm_record_get_uid (record));
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = fields[i].kind == TDM_FIELD_BOOLEAN
                                   ? g_strdup (tdm_record_get_integer (record, i) ? "1" : "0")
                                   : tdm_cli_describe_field (record, i);

      g_string_append_printf (line, "\t%s", value);
    }
  return g_string_free (line, FALSE);
}

static const char *
record_get_title (TdmRecord *record, guint field)
{
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (record, &n_fields);

  return tdm_code_get_title (fields[field].type (), tdm_record_get_integer (record, field));
}

static char *
describe_round (TdmRecord *record)
{
  return g_strjoin ("\t", tdm_round_get_title (TDM_ROUND (record)), record_get_title (record, TDM_ROUND_STATE),
                    tdm_record_get_text (record, TDM_ROUND_KICKOFF), tdm_record_get_uid (record), NULL);
}

static char *
describe_person (TdmRecord *record)
{
  return g_strjoin ("\t", tdm_person_get_name (TDM_PERSON (record)), tdm_person_get_email (TDM_PERSON (record)),
                    tdm_person_get_department (TDM_PERSON (record)), tdm_record_get_uid (record), NULL);
}

static char *
describe_topic (TdmRecord *record)
{
  return g_strjoin ("\t", tdm_record_get_text (record, TDM_TOPIC_AREA), tdm_topic_get_title (TDM_TOPIC (record)),
                    tdm_record_get_uid (record), NULL);
}

static char *
describe_participation (TdmRecord *record)
{
  return g_strjoin ("\t", tdm_round_get_title (tdm_record_get_link (record, TDM_PARTICIPATION_ROUND)),
                    tdm_person_get_name (tdm_record_get_link (record, TDM_PARTICIPATION_PERSON)),
                    record_get_title (record, TDM_PARTICIPATION_ROLE),
                    record_get_title (record, TDM_PARTICIPATION_STATE),
                    tdm_record_get_text (record, TDM_PARTICIPATION_SINCE), tdm_record_get_uid (record), NULL);
}

/* A need or an offer; these begin with the same fields. */
static char *
describe_wish (TdmRecord *record)
{
  gboolean is_need = TDM_IS_NEED (record);
  g_autofree char *strength = tdm_cli_describe_field (record, TDM_NEED_STRENGTH);

  return g_strjoin ("\t", tdm_person_get_name (tdm_record_get_link (record, TDM_NEED_PERSON)),
                    tdm_topic_get_title (tdm_record_get_link (record, TDM_NEED_TOPIC)), strength,
                    record_get_title (record, is_need ? (guint) TDM_NEED_SOURCE : TDM_OFFER_SOURCE),
                    tdm_record_get_text (record, is_need ? (guint) TDM_NEED_NOTED_ON : TDM_OFFER_NOTED_ON),
                    tdm_record_get_uid (record), NULL);
}

static char *
describe_interest (TdmRecord *record)
{
  return g_strjoin ("\t", tdm_person_get_name (tdm_record_get_link (record, TDM_INTEREST_PERSON)),
                    tdm_interest_get_title (TDM_INTEREST (record)), tdm_record_get_uid (record), NULL);
}

static char *
describe_pair (TdmRecord *record)
{
  TdmPair *pair = TDM_PAIR (record);

  return g_strjoin ("\t", tdm_person_get_name (tdm_pair_get_mentee (pair)),
                    tdm_person_get_name (tdm_pair_get_mentor (pair)), record_get_title (record, TDM_PAIR_STATE),
                    tdm_record_get_uid (record), NULL);
}

/* A change of state, or else what happened */
static char *
describe_event (TdmRecord *record)
{
  TdmPair *pair = tdm_record_get_link (record, TDM_PAIR_EVENT_PAIR);
  gboolean is_state = tdm_record_get_integer (record, TDM_PAIR_EVENT_KIND) == TDM_EVENT_STATE;

  return g_strjoin ("\t", tdm_record_get_text (record, TDM_PAIR_EVENT_HAPPENED_ON),
                    tdm_person_get_name (tdm_pair_get_mentee (pair)),
                    tdm_person_get_name (tdm_pair_get_mentor (pair)),
                    record_get_title (record, is_state ? TDM_PAIR_EVENT_TO_STATE : TDM_PAIR_EVENT_KIND),
                    tdm_record_get_uid (record), NULL);
}

static char *
describe_goal (TdmRecord *record)
{
  TdmGoal *goal = TDM_GOAL (record);

  return g_strjoin ("\t", tdm_person_get_name (tdm_pair_get_mentee (tdm_goal_get_pair (goal))),
                    record_get_title (record, TDM_GOAL_SIDE), tdm_goal_get_title (goal),
                    record_get_title (record, TDM_GOAL_STATE), tdm_record_get_uid (record), NULL);
}

static char *
describe_meeting (TdmRecord *record)
{
  TdmMeeting *meeting = TDM_MEETING (record);
  g_autofree char *here = tdm_when_here (tdm_meeting_get_start (meeting));
  g_autofree char *elsewhere = tdm_when_elsewhere (tdm_meeting_get_start (meeting), tdm_meeting_get_zone (meeting));
  g_autofree char *start = g_strndup (here, strlen ("YYYY-MM-DDTHH:MM"));

  return g_strjoin ("\t", g_strdelimit (start, "T", ' '), elsewhere ? elsewhere : tdm_meeting_get_zone (meeting),
                    tdm_person_get_name (tdm_meeting_get_mentee (meeting)),
                    tdm_person_get_name (tdm_meeting_get_mentor (meeting)),
                    tdm_meeting_describe_state (meeting), tdm_record_get_uid (record), NULL);
}

static const TdmCliList lists[] = {
  { "rounds", describe_round },
  { "people", describe_person },
  { "topics", describe_topic },
  { "participations", describe_participation },
  { "needs", describe_wish },
  { "offers", describe_wish },
  { "interests", describe_interest },
  { "pairs", describe_pair },
  { "history", describe_event },
  { "goals", describe_goal },
  { "meetings", describe_meeting },
};

/* @describe: makes the line of a record; JSON says all of it */
static void
records_print (GPtrArray *records, char *(*describe) (TdmRecord *record), gboolean as_json)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *line = as_json ? NULL : describe (records->pdata[i]);

      if (as_json)
        tdm_cli_json_add (builder, records->pdata[i]);
      else
        tdm_cli_print_line (line);
    }
  json_builder_end_array (builder);
  if (as_json)
    tdm_cli_json_print (builder);
}

static TdmCliStatus
list_records (const char *path,
              GType type,
              char *(*describe) (TdmRecord *record),
              const char *round_name,
              gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmWorkspace) workspace = tdm_cli_open (path, TDM_OPEN_READ_ONLY, &error);
  g_autoptr (GPtrArray) records = NULL;
  TdmRound *round;

  if (!workspace || !tdm_cli_find_round (workspace, round_name, &round, &error) ||
      !tdm_cli_load_type (workspace, type, round, as_json || describe == describe_record, &error) ||
      (round && !tdm_cli_load (workspace, TDM_SCOPE_ROUND_PEOPLE, round, &error)))
    return tdm_cli_fail (error);
  if (tdm_workspace_get_alteration (workspace))
    return tdm_cli_fail_text (tdm_workspace_get_alteration (workspace));

  records = tdm_cli_collect (workspace, type);
  if (round)
    records_keep_round (records, round);
  records_print (records, describe, as_json);
  g_ptr_array_set_size (records, 0);
  tdm_workspace_close (workspace);
  return TDM_CLI_DONE;
}

TdmCliStatus
tdm_cli_list (const char *path, int argc, char **argv)
{
  g_autofree char *round = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry options[] = {
    { "round", 0, 0, G_OPTION_ARG_STRING, &round, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, NULL, NULL },
    { NULL },
  };
  char *(*describe) (TdmRecord *record) = describe_record;
  GType type;

  if (!tdm_cli_parse (options, &argc, &argv) || argc != 2)
    return TDM_CLI_USAGE;
  type = tdm_cli_find_type (argv[1]);
  if (type == G_TYPE_INVALID || (round && !type_belongs_to_rounds (type)))
    return TDM_CLI_USAGE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (argv[1], lists[i].name))
      describe = lists[i].describe;
  return list_records (path, type, describe, round, as_json);
}
