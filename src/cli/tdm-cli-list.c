/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli.h"

#include "base/tdm-i18n.h"
#include "calendar/tdm-when.h"
#include "model/tdm-record-types.h"
#include "workspace/tdm-workspace.h"
#include "tdm-cli-json.h"

#include <string.h>

typedef struct
{
  const char *name;
  GType (*type) (void);
  char *(*describe) (TdmRecord *record);
} TdmCliList;

static gboolean
type_belongs_to_rounds (GType type)
{
  TdmRecordClass *klass = g_type_class_peek (type);
  gboolean does = type == TDM_TYPE_ROUND;

  for (guint i = 0; !does && i < klass->n_parents; i++)
    does = type_belongs_to_rounds (klass->fields[klass->parents[i]].type ());
  return does;
}

static int
compare_siblings (gconstpointer a, gconstpointer b)
{
  return tdm_record_compare (*(TdmRecord *const *) a, *(TdmRecord *const *) b);
}

/* All that are loaded, siblings in their order */
static void
workspace_collect (TdmWorkspace *workspace, GType type, GPtrArray *records)
{
  TdmRecordClass *klass = g_type_class_peek (type);
  GListModel *list = tdm_workspace_get_list (workspace, type);

  for (guint i = 0; list && i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (records, g_list_model_get_item (list, i));
  if (list)
    g_ptr_array_sort (records, compare_siblings);
  for (guint i = 0; !list && i < klass->n_parents; i++)
    {
      g_autoptr (GPtrArray) parents = g_ptr_array_new_with_free_func (g_object_unref);

      workspace_collect (workspace, klass->fields[klass->parents[i]].type (), parents);
      for (guint j = 0; j < parents->len; j++)
        {
          GListModel *children = tdm_record_get_children (parents->pdata[j], type);

          for (guint k = 0; k < g_list_model_get_n_items (children); k++)
            {
              g_autoptr (TdmRecord) child = g_list_model_get_item (children, k);

              /* What belongs to several is collected with the first of them. */
              if (tdm_record_get_parent (child) == parents->pdata[j])
                g_ptr_array_add (records, g_steal_pointer (&child));
            }
        }
    }
}

/* What belongs to a round, and the people who take part in it */
static void
records_keep_round (GPtrArray *records, TdmRound *round)
{
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);
  GListModel *pairs = tdm_record_get_children (round, TDM_TYPE_PAIR);
  guint n_kept = 0;

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      g_hash_table_add (people, tdm_pair_get_mentee (pair));
      g_hash_table_add (people, tdm_pair_get_mentor (pair));
    }
  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = records->pdata[i];

      if (tdm_record_get_ancestor (record, TDM_TYPE_ROUND) != round && !g_hash_table_contains (people, record))
        continue;
      records->pdata[i] = records->pdata[n_kept];
      records->pdata[n_kept++] = record;
    }
  g_ptr_array_set_size (records, n_kept);
}

/* What has no words of its own here: its uid and its fields */
static char *
describe_record (TdmRecord *record)
{
  GString *line = g_string_new (tdm_record_get_uid (record));
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      TdmRecord *target;

      g_string_append_c (line, '\t');
      switch (fields[i].kind)
        {
        case TDM_FIELD_CODE:
          g_string_append (line, tdm_code_get_title (fields[i].type (), tdm_record_get_integer (record, i)));
          break;
        case TDM_FIELD_INTEGER:
        case TDM_FIELD_BOOLEAN:
          g_string_append_printf (line, "%" G_GINT64_FORMAT, tdm_record_get_integer (record, i));
          break;
        case TDM_FIELD_LINK:
          target = tdm_record_get_link (record, i);
          g_string_append (line, target ? tdm_record_get_uid (target) : "");
          break;
        default:
          g_string_append (line, tdm_record_get_text (record, i));
          break;
        }
    }
  return g_string_free (line, FALSE);
}

static char *
describe_round (TdmRecord *record)
{
  return g_strjoin ("\t", tdm_round_get_title (TDM_ROUND (record)),
                    tdm_code_get_title (tdm_round_state_get_type (), tdm_round_get_state (TDM_ROUND (record))),
                    tdm_record_get_text (record, TDM_ROUND_KICKOFF), NULL);
}

static char *
describe_person (TdmRecord *record)
{
  return g_strjoin ("\t", tdm_person_get_name (TDM_PERSON (record)), tdm_person_get_email (TDM_PERSON (record)),
                    tdm_person_get_department (TDM_PERSON (record)), NULL);
}

static char *
describe_pair (TdmRecord *record)
{
  TdmPair *pair = TDM_PAIR (record);

  return g_strjoin ("\t", tdm_person_get_name (tdm_pair_get_mentee (pair)),
                    tdm_person_get_name (tdm_pair_get_mentor (pair)),
                    tdm_code_get_title (tdm_pair_state_get_type (), tdm_pair_get_state (pair)),
                    tdm_record_get_uid (record), NULL);
}

static char *
describe_goal (TdmRecord *record)
{
  TdmGoal *goal = TDM_GOAL (record);

  return g_strjoin ("\t", tdm_person_get_name (tdm_pair_get_mentee (tdm_goal_get_pair (goal))),
                    tdm_code_get_title (tdm_side_get_type (), tdm_goal_get_side (goal)), tdm_goal_get_title (goal),
                    tdm_code_get_title (tdm_goal_state_get_type (), tdm_goal_get_state (goal)), NULL);
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
                    tdm_meeting_describe_state (meeting), NULL);
}

static const TdmCliList lists[] = {
  { "rounds", tdm_round_get_type, describe_round },    { "people", tdm_person_get_type, describe_person },
  { "pairs", tdm_pair_get_type, describe_pair },       { "goals", tdm_goal_get_type, describe_goal },
  { "meetings", tdm_meeting_get_type, describe_meeting },
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

/* @with_links: whether what they link to must have a uid, too */
static gboolean
workspace_load (TdmWorkspace *workspace, GType type, TdmRound *round, gboolean with_links, GError **error)
{
  TdmRecordClass *klass = g_type_class_peek (type);
  guint scopes = klass->scopes & ~klass->limit.scope;
  guint of_rounds = scopes & (TDM_SCOPE_ROUND_MEETINGS | TDM_SCOPE_ROUND_GOALS);

  /* The overview is there; else those of a round are read at once where that is possible. */
  if (!(scopes & TDM_SCOPE_OVERVIEW) &&
      !tdm_cli_load (workspace, 1u << g_bit_nth_lsf (of_rounds ? of_rounds : scopes, -1), round, error))
    return FALSE;
  for (guint i = 0; with_links && i < klass->n_fields; i++)
    if (klass->fields[i].kind == TDM_FIELD_LINK &&
        !workspace_load (workspace, klass->fields[i].type (), round, FALSE, error))
      return FALSE;
  return TRUE;
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
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  TdmRound *round;

  if (!workspace || !tdm_cli_find_round (workspace, round_name, &round, &error) ||
      !workspace_load (workspace, type, round, as_json || describe == describe_record, &error))
    return tdm_cli_fail (error);
  if (tdm_workspace_get_alteration (workspace))
    return tdm_cli_fail_text (tdm_workspace_get_alteration (workspace));

  workspace_collect (workspace, type, records);
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
  GType type;

  if (!tdm_cli_parse (options, &argc, &argv) || argc != 2)
    return TDM_CLI_USAGE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (argv[1], lists[i].name))
      return list_records (path, lists[i].type (), lists[i].describe, round, as_json);
  type = tdm_record_type_for_table (argv[1]);
  if (type == G_TYPE_INVALID || (round && type != TDM_TYPE_PERSON && !type_belongs_to_rounds (type)))
    return TDM_CLI_USAGE;
  return list_records (path, type, describe_record, round, as_json);
}
