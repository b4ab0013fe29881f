/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli.h"

#include "base/tdm-i18n.h"
#include "calendar/tdm-when.h"
#include "workspace/tdm-workspace.h"
#include "tdm-cli-json.h"

#include <string.h>

typedef struct
{
  const char *name;
  void (*collect) (TdmWorkspace *workspace, TdmRound *round, GPtrArray *records);
  char *(*describe) (TdmRecord *record);
  TdmScope scope;
  TdmScope linked; /* what the JSON names besides, %TDM_SCOPE_OVERVIEW if nothing */
} TdmCliList;

static void
collect_where (GListModel *list, gboolean (*is_wanted) (gpointer record, TdmRound *round), TdmRound *round,
               GPtrArray *records)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmRecord) record = g_list_model_get_item (list, i);

      if (!round || is_wanted (record, round))
        g_ptr_array_add (records, g_steal_pointer (&record));
    }
}

static gboolean
is_round (gpointer record, TdmRound *round)
{
  return record == (gpointer) round;
}

static gboolean
pair_is_of_round (gpointer record, TdmRound *round)
{
  return tdm_pair_get_round (record) == round;
}

static gboolean
meeting_is_of_round (gpointer record, TdmRound *round)
{
  return tdm_pair_get_round (tdm_meeting_get_pair (record)) == round;
}

static void
collect_rounds (TdmWorkspace *workspace, TdmRound *round, GPtrArray *records)
{
  collect_where (tdm_workspace_get_rounds (workspace), is_round, round, records);
}

static void
collect_pairs (TdmWorkspace *workspace, TdmRound *round, GPtrArray *records)
{
  collect_where (tdm_workspace_get_pairs (workspace), pair_is_of_round, round, records);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  TdmMeeting *x = *(TdmMeeting *const *) a, *y = *(TdmMeeting *const *) b;
  gint64 first = tdm_meeting_get_start (x), second = tdm_meeting_get_start (y);

  if (first == second)
    {
      first = tdm_record_get_id (TDM_RECORD (x));
      second = tdm_record_get_id (TDM_RECORD (y));
    }
  return (first > second) - (first < second);
}

static void
collect_meetings (TdmWorkspace *workspace, TdmRound *round, GPtrArray *records)
{
  collect_where (tdm_workspace_get_meetings (workspace), meeting_is_of_round, round, records);
  g_ptr_array_sort (records, compare_starts);
}

static void
collect_goals (TdmWorkspace *workspace, TdmRound *round, GPtrArray *records)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_object_unref);

  collect_pairs (workspace, round, pairs);
  for (guint i = 0; i < pairs->len; i++)
    collect_where (tdm_pair_get_goals (pairs->pdata[i]), NULL, NULL, records);
}

static void
collect_people (TdmWorkspace *workspace, TdmRound *round, GPtrArray *records)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) taking_part = g_hash_table_new (NULL, NULL);
  GListModel *people = tdm_workspace_get_people (workspace);

  if (round)
    collect_pairs (workspace, round, pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      g_hash_table_add (taking_part, tdm_pair_get_mentee (pairs->pdata[i]));
      g_hash_table_add (taking_part, tdm_pair_get_mentor (pairs->pdata[i]));
    }
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (TdmPerson) person = g_list_model_get_item (people, i);

      if (!round || g_hash_table_contains (taking_part, person))
        g_ptr_array_add (records, g_steal_pointer (&person));
    }
}

static char *
describe_round (TdmRecord *record)
{
  return g_strjoin ("\t", tdm_round_get_title (TDM_ROUND (record)),
                    tdm_code_get_title (tdm_round_state_get_type (), tdm_round_get_state (TDM_ROUND (record))),
                    tdm_round_get_kickoff (TDM_ROUND (record)), NULL);
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
  { "rounds", collect_rounds, describe_round, TDM_SCOPE_OVERVIEW, TDM_SCOPE_OVERVIEW },
  { "people", collect_people, describe_person, TDM_SCOPE_OVERVIEW, TDM_SCOPE_OVERVIEW },
  { "pairs", collect_pairs, describe_pair, TDM_SCOPE_OVERVIEW, TDM_SCOPE_OVERVIEW },
  { "goals", collect_goals, describe_goal, TDM_SCOPE_ROUND_GOALS, TDM_SCOPE_OVERVIEW },
  { "meetings", collect_meetings, describe_meeting, TDM_SCOPE_ROUND_MEETINGS, TDM_SCOPE_ROUND_GOALS },
};

static void
print_lines (const TdmCliList *list, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *line = list->describe (records->pdata[i]);

      tdm_cli_print_line (line);
    }
}

static void
print_json (GPtrArray *records)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    tdm_cli_json_add (builder, records->pdata[i]);
  json_builder_end_array (builder);
  tdm_cli_json_print (builder);
}

static gboolean
load_scope (TdmWorkspace *workspace, TdmScope scope, TdmRound *round, GError **error)
{
  return scope == TDM_SCOPE_OVERVIEW || tdm_cli_load (workspace, scope, round, error);
}

static TdmCliStatus
list_records (const char *path, const TdmCliList *list, const char *round_name, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmWorkspace) workspace = tdm_cli_open (path, TDM_OPEN_READ_ONLY, &error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  TdmRound *round;

  if (!workspace || !tdm_cli_find_round (workspace, round_name, &round, &error) ||
      !load_scope (workspace, list->scope, round, &error) ||
      (as_json && !load_scope (workspace, list->linked, round, &error)))
    return tdm_cli_fail (error);
  if (tdm_workspace_get_alteration (workspace))
    return tdm_cli_fail_text (tdm_workspace_get_alteration (workspace));

  list->collect (workspace, round, records);
  if (as_json)
    print_json (records);
  else
    print_lines (list, records);
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

  if (!tdm_cli_parse (options, &argc, &argv) || argc != 2)
    return TDM_CLI_USAGE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (argv[1], lists[i].name))
      return list_records (path, &lists[i], round, as_json);
  return TDM_CLI_USAGE;
}
