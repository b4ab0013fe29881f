/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli-records.h"

#include "base/tdm-i18n.h"
#include "model/tdm-attendee.h"
#include "model/tdm-calendar-message.h"
#include "model/tdm-codes.h"
#include "model/tdm-interest.h"
#include "model/tdm-meeting.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "model/tdm-pair-event.h"
#include "model/tdm-participation.h"
#include "model/tdm-record-types.h"
#include "tdm-cli.h"
#include "workspace/tdm-workspace.h"

#include <string.h>

/* What the verbs that are about single records have in common: what types are called, and where a record is found. */

static const struct { const char *name; GType (*type) (void); } names[] = {
  { "rounds", tdm_round_get_type },
  { "people", tdm_person_get_type },
  { "topics", tdm_topic_get_type },
  { "participations", tdm_participation_get_type },
  { "needs", tdm_need_get_type },
  { "offers", tdm_offer_get_type },
  { "interests", tdm_interest_get_type },
  { "pairs", tdm_pair_get_type },
  { "history", tdm_pair_event_get_type },
  { "goals", tdm_goal_get_type },
  { "steps", tdm_goal_step_get_type },
  { "meetings", tdm_meeting_get_type },
  { "attendees", tdm_attendee_get_type },
  { "messages", tdm_calendar_message_get_type },
};

/**
 * tdm_cli_find_type:
 * @name: what people call a type, such as "people", or its table
 *
 * Returns: the record type, %G_TYPE_INVALID if there is none
 */
GType
tdm_cli_find_type (const char *name)
{
  tdm_record_types (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, name))
      return names[i].type ();
  return tdm_record_type_for_table (name);
}

/**
 * tdm_cli_name_type:
 *
 * Returns: (transfer none): what several records of a type are called
 */
const char *
tdm_cli_name_type (GType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].type () == type)
      return names[i].name;
  return ((TdmRecordClass *) g_type_class_peek (type))->table;
}

/**
 * tdm_cli_make_key:
 *
 * Returns: (transfer full): the key of a field: its column
 */
char *
tdm_cli_make_key (const TdmField *field)
{
  return g_strdelimit (g_strdup (field->name), "-", '_');
}

/**
 * tdm_cli_describe_field:
 *
 * Returns: (transfer full): what a field holds, in the language of the program; of a link, the uid of where it leads to
 */
char *
tdm_cli_describe_field (TdmRecord *record, guint field)
{
  guint n_fields;
  const TdmField *about = &tdm_record_get_fields (record, &n_fields)[field];
  TdmRecord *target;

  switch (about->kind)
    {
    case TDM_FIELD_CODE:
      return g_strdup (tdm_code_get_title (about->type (), tdm_record_get_integer (record, field)));
    case TDM_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, tdm_record_get_integer (record, field));
    case TDM_FIELD_BOOLEAN:
      return g_strdup (tdm_record_get_integer (record, field) ? C_ ("value", "yes") : C_ ("value", "no"));
    case TDM_FIELD_LINK:
      target = tdm_record_get_link (record, field);
      return g_strdup (target ? tdm_record_get_uid (target) : "");
    default:
      return g_strdup (tdm_record_get_text (record, field));
    }
}

/* --- loading ------------------------------------------------------------------ */

/**
 * tdm_cli_load_type:
 * @round: (nullable): of which round, %NULL for all; what belongs to people is of all rounds
 * @with_links: whether what they link to must have a uid, too
 *
 * Returns: whether all records of the type are loaded
 */
gboolean
tdm_cli_load_type (TdmWorkspace *workspace, GType type, TdmRound *round, gboolean with_links, GError **error)
{
  const guint wholes = TDM_SCOPE_ROUND_MEETINGS | TDM_SCOPE_ROUND_GOALS | TDM_SCOPE_ROUND_PEOPLE | TDM_SCOPE_PROFILES;
  TdmRecordClass *klass = g_type_class_peek (type);
  guint scopes = klass->scopes & ~klass->limit.scope;

  /* The overview is there; else those of a round or a programme are read at once where that is possible. */
  if (!(scopes & TDM_SCOPE_OVERVIEW) &&
      !tdm_cli_load (workspace, 1u << g_bit_nth_lsf (scopes & wholes ? scopes & wholes : scopes, -1), round, error))
    return FALSE;
  for (guint i = 0; with_links && i < klass->n_fields; i++)
    if (klass->fields[i].kind == TDM_FIELD_LINK &&
        !tdm_cli_load_type (workspace, klass->fields[i].type (), round, FALSE, error))
      return FALSE;
  return TRUE;
}

static gboolean
workspace_load_one (TdmWorkspace *workspace, TdmScope scope, gpointer record, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (!record)
    return TRUE;
  tdm_workspace_load_async (workspace, scope, record, tdm_cli_got_cb, &result);
  return tdm_workspace_load_finish (workspace, tdm_cli_wait (&result), error);
}

/**
 * tdm_cli_load_around:
 * @record: a live record
 *
 * Loads all that belongs to what @record belongs to, as the window has it when a person changes something there.
 *
 * Returns: whether it is loaded
 */
gboolean
tdm_cli_load_around (TdmWorkspace *workspace, gpointer record, GError **error)
{
  gpointer round = TDM_IS_ROUND (record) || TDM_IS_PARTICIPATION (record) || TDM_IS_PAIR (record)
                       ? tdm_record_get_ancestor (record, TDM_TYPE_ROUND) : NULL;
  gboolean is_profile = TDM_IS_TOPIC (record) || TDM_IS_NEED (record) || TDM_IS_OFFER (record);

  return workspace_load_one (workspace, TDM_SCOPE_PAIR, tdm_record_get_ancestor (record, TDM_TYPE_PAIR), error) &&
         workspace_load_one (workspace, TDM_SCOPE_PERSON, tdm_record_get_ancestor (record, TDM_TYPE_PERSON), error) &&
         workspace_load_one (workspace, TDM_SCOPE_ROUND_PEOPLE, round, error) &&
         (!is_profile || tdm_cli_load (workspace, TDM_SCOPE_PROFILES, NULL, error));
}

static int
compare_siblings (gconstpointer a, gconstpointer b)
{
  return tdm_record_compare (*(TdmRecord *const *) a, *(TdmRecord *const *) b);
}

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
      g_autoptr (GPtrArray) parents = tdm_cli_collect (workspace, klass->fields[klass->parents[i]].type ());

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

/**
 * tdm_cli_collect:
 *
 * Returns: (transfer full) (element-type TdmRecord): all that are loaded, siblings in their order
 */
GPtrArray *
tdm_cli_collect (TdmWorkspace *workspace, GType type)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  workspace_collect (workspace, type, records);
  return records;
}

/**
 * tdm_cli_find_record:
 * @uid: what it is called outside of the file
 * @error: that there is none
 *
 * Returns: (transfer none) (nullable): the live record of any type
 */
gpointer
tdm_cli_find_record (TdmWorkspace *workspace, const char *uid, GError **error)
{
  guint n_types;
  const GType *types = tdm_record_types (&n_types);

  for (guint i = 0; g_uuid_string_is_valid (uid) && i < n_types; i++)
    {
      g_autoptr (GPtrArray) records = NULL;

      if (!tdm_cli_load_type (workspace, types[i], NULL, FALSE, error))
        return NULL;
      records = tdm_cli_collect (workspace, types[i]);
      for (guint j = 0; j < records->len; j++)
        if (g_ascii_strcasecmp (tdm_record_get_uid (records->pdata[j]), uid) == 0)
          return records->pdata[j];
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is nothing with the uid “%s” in the file."), uid);
  return NULL;
}
