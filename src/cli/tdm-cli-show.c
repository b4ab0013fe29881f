/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli.h"

#include "base/tdm-i18n.h"
#include "model/tdm-goal-step.h"
#include "tdm-cli-json.h"
#include "tdm-cli-records.h"
#include "workspace/tdm-workspace.h"

/* One record with all that belongs to it, to any depth. To the programme belongs all that is in the file. */

static GType
programme_get_child_type (guint index)
{
  const GType types[] = { TDM_TYPE_ROUND, TDM_TYPE_PERSON, TDM_TYPE_TOPIC };

  return index < G_N_ELEMENTS (types) ? types[index] : G_TYPE_INVALID;
}

static GType
record_get_child_type (TdmRecord *record, guint index)
{
  TdmRecordClass *klass = TDM_RECORD_GET_CLASS (record);

  if (TDM_IS_PROGRAMME (record))
    return programme_get_child_type (index);
  return index < klass->n_children ? klass->children[index] : G_TYPE_INVALID;
}

static GListModel *
record_get_children (TdmRecord *record, TdmWorkspace *workspace, GType type)
{
  return TDM_IS_PROGRAMME (record) ? tdm_workspace_get_list (workspace, type) : tdm_record_get_children (record, type);
}

/* What belongs to several records is told of with the first of them, and with the one that was asked for. */
static gboolean
record_tells_of (TdmRecord *record, TdmRecord *asked_for, TdmRecord *child)
{
  return record == asked_for || tdm_record_get_parent (child) == record;
}

static void
record_add_json (TdmRecord *record, TdmWorkspace *workspace, TdmRecord *asked_for, JsonBuilder *builder)
{
  GType type;

  json_builder_begin_object (builder);
  tdm_cli_json_add_members (builder, record);
  for (guint i = 0; (type = record_get_child_type (record, i)) != G_TYPE_INVALID; i++)
    {
      GListModel *children = record_get_children (record, workspace, type);

      /* A goal has its steps in any case. */
      if (type == TDM_TYPE_GOAL_STEP)
        continue;
      json_builder_set_member_name (builder, tdm_cli_name_type (type));
      json_builder_begin_array (builder);
      for (guint j = 0; j < g_list_model_get_n_items (children); j++)
        {
          g_autoptr (TdmRecord) child = g_list_model_get_item (children, j);

          if (record_tells_of (record, asked_for, child))
            record_add_json (child, workspace, asked_for, builder);
        }
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
record_print (TdmRecord *record, TdmWorkspace *workspace, TdmRecord *asked_for)
{
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (record, &n_fields);
  GType type;

  g_print ("%s\t%s\n", tdm_record_get_table (record), tdm_record_get_uid (record));
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = tdm_cli_describe_field (record, i);
      g_autofree char *line = g_strjoin ("\t", _ (fields[i].title), value, NULL);

      if (*value)
        tdm_cli_print_line (line);
    }
  for (guint i = 0; (type = record_get_child_type (record, i)) != G_TYPE_INVALID; i++)
    {
      GListModel *children = record_get_children (record, workspace, type);

      for (guint j = 0; j < g_list_model_get_n_items (children); j++)
        {
          g_autoptr (TdmRecord) child = g_list_model_get_item (children, j);

          if (record_tells_of (record, asked_for, child))
            {
              g_print ("\n");
              record_print (child, workspace, asked_for);
            }
        }
    }
}

static gboolean
workspace_load_below (TdmWorkspace *workspace, TdmRecord *record, GError **error)
{
  if (TDM_IS_PROGRAMME (record))
    return tdm_cli_load (workspace, TDM_SCOPE_PROFILES, NULL, error) &&
           tdm_cli_load (workspace, TDM_SCOPE_PERSON, NULL, error) &&
           tdm_cli_load (workspace, TDM_SCOPE_ROUND_PEOPLE, NULL, error) &&
           tdm_cli_load (workspace, TDM_SCOPE_PAIR, NULL, error);
  return tdm_cli_load_around (workspace, record, error) &&
         (!TDM_IS_ROUND (record) || tdm_cli_load (workspace, TDM_SCOPE_PAIR, TDM_ROUND (record), error));
}

TdmCliStatus
tdm_cli_show (const char *path, int argc, char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, NULL, NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmWorkspace) workspace = NULL;
  TdmRecord *record;

  if (!tdm_cli_parse (options, &argc, &argv) || argc != 2)
    return TDM_CLI_USAGE;

  workspace = tdm_cli_open (path, TDM_OPEN_READ_ONLY, &error);
  record = workspace ? tdm_cli_find_record (workspace, argv[1], &error) : NULL;
  if (!record || !workspace_load_below (workspace, record, &error))
    return tdm_cli_fail (error);
  if (tdm_workspace_get_alteration (workspace))
    return tdm_cli_fail_text (tdm_workspace_get_alteration (workspace));

  if (as_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      record_add_json (record, workspace, record, builder);
      tdm_cli_json_print (builder);
    }
  else
    record_print (record, workspace, record);
  tdm_workspace_close (workspace);
  return TDM_CLI_DONE;
}
